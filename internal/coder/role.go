package coder

import (
	"readout"
	"readout/internal/frame"
)

// addPhrases gives the actors that token t of the frame makes the phrase that stands in their role: t's,
// or that of the noun which t belongs to, as Georgia in "attacked the websites of Georgia".
func (c *coder) addPhrases(who []readout.Actor, f *frame.Frame, t int) {
	first, end := c.rolePhrase(c.inRole(f, t))
	phrase := c.d.Span(first, end)
	for i := range who {
		if a := &who[i]; a.Start < a.End && phrase.Start <= a.Start && a.End <= phrase.End && phrase.End-phrase.Start > a.End-a.Start {
			a.Phrase = &phrase
		}
	}
}

// inRole climbs from token t, over what owns, is a part or holds, to the noun that depends on the word of
// the frame.
func (c *coder) inRole(f *frame.Frame, t int) int {
	top := t
	for range maxRoleSteps {
		tok := &c.d.Tokens[top]
		if tok.Head < 0 || tok.Head == f.Verb || tok.Head == f.Token {
			return top
		}
		if c.d.Tokens[tok.Head].Rel() == "amod" { // "rebel-held towns"
			top = tok.Head
			continue
		}
		switch tok.Rel() {
		case "nmod":
			if tok.Deprel != "nmod:poss" && !c.holds(top) {
				return top
			}
		case "amod", "compound", "flat", "appos":
		default:
			return t
		}
		if u := c.d.Tokens[tok.Head].UPOS; u != "NOUN" && u != "PROPN" {
			return t
		}
		top = tok.Head
	}
	return t
}

// maxRoleSteps is how deep in a phrase an actor may stand.
const maxRoleSteps = 5

// holds reports whether the preposition of phrase t says whose or where something is.
func (c *coder) holds(t int) bool {
	return c.hasCase(t, "of", "in", "from", "at", "near", "inside", "within", "among", "around", "outside")
}

// rolePhrase is nounPhrase without the phrases that a wrong tree often hangs on a noun, and without an
// apposition that tells more: "Ríos, a former guard".
func (c *coder) rolePhrase(t int) (first, end int) {
	first, end = c.nounPhrase(t)
	for k := range c.d.Children(t) {
		if k < t || k >= end {
			continue
		}
		f, _ := c.d.Subtree(k)
		switch c.d.Tokens[k].Rel() {
		case "nmod":
			if c.holds(k) {
				continue
			}
		case "appos":
			if d := c.d.Child(k, "det"); d < 0 || c.d.Tokens[d].Lemma != "a" {
				continue
			}
		default:
			continue
		}
		if f > t {
			end = min(end, f)
		}
	}
	for end-1 > t && c.d.Tokens[end-1].UPOS == "PUNCT" {
		end--
	}
	return first, end
}
