package topic

import (
	"slices"

	"readout/internal/doc"
	"readout/lexicon"
)

// A Clause is the tokens of one happening: its words and what depends on them.
type Clause struct{ tokens []int } // ascending

// ClauseOf returns the clause of the words, tokens of a document: what depends on them, but for clauses
// that are happenings of their own.
func ClauseOf(d *doc.Document, words []int) Clause {
	var c Clause
	for _, i := range words {
		c.add(d, i)
	}
	slices.Sort(c.tokens)
	c.tokens = slices.Compact(c.tokens)
	return c
}

func (c *Clause) add(d *doc.Document, i int) {
	c.tokens = append(c.tokens, i)
	for k := range d.Children(i) {
		t := &d.Tokens[k]
		switch t.Rel() {
		case "advcl", "parataxis", "punct", "dep", "discourse", "vocative", "appos":
			continue
		case "conj":
			if t.UPOS == "VERB" || d.Child(k, "nsubj", "cop") >= 0 {
				continue
			}
		case "acl":
			if t.Deprel == "acl:relcl" {
				continue
			}
		}
		c.add(d, k)
	}
}

// Holds reports whether all tokens of [first, end) that are no marks belong to the clause.
func (c *Clause) Holds(d *doc.Document, first, end int) bool {
	for i := first; i < end; i++ {
		if _, ok := slices.BinarySearch(c.tokens, i); !ok && d.Tokens[i].UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// Contexts adds to the contexts of a happening those of which a term of the lexicon in its clause
// speaks, in the order of PLOVER's list, and returns a step of evidence for each.
func (c *Clause) Contexts(d *doc.Document, lex *lexicon.Lexicon, known []string) (contexts, steps []string) {
	contexts = slices.Clone(known)
	for _, name := range lex.Ontology.Contexts() {
		if slices.Contains(contexts, name) {
			continue
		}
		for i := range d.Terms {
			if t := &d.Terms[i]; slices.Contains(t.Contexts, name) && c.Holds(d, t.First, t.End) {
				contexts = append(contexts, name)
				steps = append(steps, "context "+name+" by “"+d.Span(t.First, t.End).Text+"”")
				break
			}
		}
	}
	return contexts, steps
}
