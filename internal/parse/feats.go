package parse

import (
	"fmt"
	"strings"

	"readout/internal/doc"
)

// Featurizer knows the UD features (FEATS) that go with a tag and a form. In English they follow
// from these, except for some verb forms, where the clause decides: "signed" is Voice=Pass after
// "was", "were" is plural or second person by its subject.
type Featurizer struct {
	table map[string]string
}

// NewFeaturizer returns a Featurizer of the lines of the weights file: key, TAB, features. A key is
// made by FeatsKeys.
func NewFeaturizer(lines []string) (*Featurizer, error) {
	f := &Featurizer{map[string]string{}}
	for _, line := range lines {
		key, feats, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("bad feature line %q", line)
		}
		f.table[key] = feats
	}
	return f, nil
}

// Feats returns the features of token i, whose sentence is parsed and linked.
func (f *Featurizer) Feats(d *doc.Document, i int) string {
	for _, key := range FeatsKeys(d, i) {
		if feats, ok := f.table[key]; ok {
			return feats
		}
	}
	return "_"
}

// FeatsKeys returns the keys under which token i's features may be listed, the most telling first:
// tag, form and clause; tag and clause; tag.
func FeatsKeys(d *doc.Document, i int) [3]string {
	t := &d.Tokens[i]
	tag := t.UPOS + " " + t.XPOS
	clause := tag + " " + clauseOf(d, i)
	return [3]string{clause + " " + strings.ToLower(doc.Norm(t.Form)), clause, tag}
}

// clauseOf describes what the clause says about the features of a verb form; "-" for other words.
func clauseOf(d *doc.Document, i int) string {
	t := &d.Tokens[i]
	switch t.XPOS {
	case "VBN":
		return participle(d, i)
	case "VBG", "VB":
		return t.Rel() + marks(d, i)
	case "VBD", "VBP", "VBZ":
		return subject(d, i)
	}
	return "-"
}

// participle tells a passive participle from an active one by its auxiliaries and relation.
func participle(d *doc.Document, i int) string {
	if d.Child(i, "aux:pass", "nsubj:pass", "csubj:pass") >= 0 {
		return "pass"
	}
	if d.Child(i, "aux", "nsubj") >= 0 {
		return "aux"
	}
	t := &d.Tokens[i]
	if t.Rel() == "conj" && t.Head >= 0 && d.Tokens[t.Head].XPOS == "VBN" {
		h := t.Head
		if d.Child(h, "aux:pass", "nsubj:pass") >= 0 {
			return "conj pass"
		}
		return "conj aux"
	}
	return t.Rel()
}

// marks tells which of the words that mark an infinitive or a finite clause a verb has.
func marks(d *doc.Document, i int) string {
	out := ""
	if d.Child(i, "mark") >= 0 {
		out += " mark"
	}
	if d.Child(i, "aux", "cop") >= 0 {
		out += " aux"
	}
	if d.Child(i, "nsubj") >= 0 {
		out += " subj"
	}
	return out
}

// subject describes the subject of the finite verb i: a personal pronoun itself, else whether it is
// plural.
func subject(d *doc.Document, i int) string {
	clause := i
	if rel := d.Tokens[i].Rel(); (rel == "aux" || rel == "cop") && d.Tokens[i].Head >= 0 {
		clause = d.Tokens[i].Head
	}
	s := d.Child(clause, "nsubj", "csubj", "expl")
	if s < 0 {
		if t := &d.Tokens[clause]; t.Rel() == "conj" && t.Head >= 0 {
			s = d.Child(t.Head, "nsubj", "csubj", "expl")
		}
	}
	if s < 0 {
		return "no subject"
	}
	if d.Child(s, "conj") >= 0 {
		return "plural"
	}
	switch t := &d.Tokens[s]; t.XPOS {
	case "PRP":
		return strings.ToLower(t.Form)
	case "NNS", "NNPS":
		return "plural"
	case "WDT", "WP":
		if h := d.Tokens[clause].Head; h >= 0 {
			if x := d.Tokens[h].XPOS; x == "NNS" || x == "NNPS" {
				return "plural"
			}
		}
		return "relative"
	case "DT":
		return strings.ToLower(t.Form)
	}
	return "singular"
}
