package topic

import (
	"slices"

	"readout/internal/doc"
	"readout/lexicon"
)

// A Clause is the tokens of one happening: its words and what depends on them.
type Clause struct{ tokens []int } // ascending

// ClauseOf returns the clause of the words, tokens of a document: what depends on them, but for clauses
// that are happenings of their own. What a deed is done for ("arrested for smuggling", "marched to
// demand pensions") belongs to it, and so does what is said of a thing ("a law that jails homosexuals").
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
		case "parataxis", "punct", "dep", "discourse", "vocative", "appos":
			continue
		case "advcl":
			if !isGround(d, k) {
				continue
			}
		case "conj":
			if t.UPOS == "VERB" || d.Child(k, "nsubj", "cop") >= 0 {
				continue
			}
		case "acl":
			if t.Deprel == "acl:relcl" && !tellsThing(d, i, k) {
				continue
			}
		}
		c.add(d, k)
	}
}

// isGround reports whether the adverbial clause of token k tells the aim or the ground of a deed: an
// infinitive, a gerund after "for", "of", "over", "from" or "against", or a participle that follows
// ("marched, demanding pensions").
func isGround(d *doc.Document, k int) bool {
	if d.Child(k, "nsubj") >= 0 {
		return false
	}
	m := d.Child(k, "mark")
	if m < 0 {
		return d.Tokens[k].XPOS == "VBG" && k > d.Tokens[k].Head
	}
	switch d.Tokens[m].Lemma {
	case "to", "for", "of", "over", "from", "against":
		return true
	}
	return false
}

// tellsThing reports whether the relative clause of token k says something of a thing, token i, and not of
// who acts: it begins with "that" or "which", and the thing is no mention.
func tellsThing(d *doc.Document, i, k int) bool {
	p := d.Child(k, "nsubj", "obj")
	return p >= 0 && (d.Tokens[p].Lemma == "that" || d.Tokens[p].Lemma == "which") && d.MentionAt(i) < 0
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
