package coder

import (
	"strings"

	"readout"
	"readout/internal/frame"
	"readout/lexicon"
)

// This file tells which words are the source of a statement: with its determiner, titles, appositions and
// relative clauses with the comma that closes them; a relative pronoun is a source in its own right.

// sourceSpan returns the words of the source headed by token t, which the verb of the cue may name
// by a relative pronoun.
func (c *coder) sourceSpan(verb, t int) readout.Span {
	if p := c.relativePronoun(verb, t); p >= 0 {
		return c.d.Span(p, p+1)
	}
	first, end := c.phrase(t, true)
	if t < verb {
		end = max(t+1, min(end, verb))
	} else {
		first = min(t, max(first, verb+1))
	}
	for i := t - 1; i >= first; i-- {
		if frame.QuotationMark(c.d.Tokens[i].Form) {
			first = i + 1
		}
	}
	for k := range c.d.Children(t) {
		if f, e := c.d.Subtree(k); f > t && e == end && c.timed(k) {
			end = f
		}
	}
	return c.d.Span(first, c.closingComma(first, end))
}

// together returns the source next to the verb and those coordinated with it on the same side: parsers
// may give a verb the subject of the words that it introduces as well.
func (c *coder) together(verb int, sources []int) []int {
	if len(sources) < 2 {
		return sources
	}
	first := func(t int) int {
		for c.d.Tokens[t].Rel() == "conj" && c.d.Tokens[t].Head >= 0 {
			t = c.d.Tokens[t].Head
		}
		return t
	}
	near := sources[0]
	for _, t := range sources {
		if max(t-verb, verb-t) < max(near-verb, verb-near) {
			near = t
		}
	}
	var out []int
	for _, t := range sources {
		if first(t) == first(near) && (t < verb) == (near < verb) {
			out = append(out, t)
		}
	}
	return out
}

// closingComma extends a phrase with a comma inside by the comma that closes its apposition.
func (c *coder) closingComma(first, end int) int {
	for i := first; i < end; i++ {
		if c.d.Tokens[i].Form == "," && end < len(c.d.Tokens) && c.d.Tokens[end].Form == "," {
			return end + 1
		}
	}
	return end
}

// relativePronoun returns the pronoun that stands for noun t as the subject of verb, or of the verb
// that it is coordinated with; -1 when there is none.
func (c *coder) relativePronoun(verb, t int) int {
	for c.d.Tokens[verb].Rel() == "conj" && c.d.Tokens[verb].Head > t {
		verb = c.d.Tokens[verb].Head
	}
	if c.d.Tokens[verb].Rel() != "acl" || c.d.Tokens[verb].Head != t {
		return -1
	}
	for k := range c.d.Children(verb) {
		if k < verb && c.d.Tokens[k].Rel() == "nsubj" && k == c.firstOf(k) {
			switch strings.ToLower(c.d.Tokens[k].Form) {
			case "who", "which", "that":
				return k
			}
		}
	}
	return -1
}

func (c *coder) firstOf(t int) int {
	first, _ := c.d.Subtree(t)
	return first
}

// sourceless reports whether an entry of the frame may do without a source: a passive verb, or an
// entry that has no place for one ("it seems").
func (c *coder) sourceless(f *frame.Frame) bool {
	for i := range f.Entry.Slots {
		if f.Entry.Slots[i].Role == lexicon.RoleSource {
			return c.passive(f.Verb)
		}
	}
	return true
}

// passive reports whether the verb has the auxiliary of a passive, or is the participle
// of a clause beside another: "Asked about the delay, he …".
func (c *coder) passive(verb int) bool {
	t := &c.d.Tokens[verb]
	return c.d.Child(verb, "aux:pass") >= 0 || t.XPOS == "VBN" && t.Rel() == "advcl" && c.d.Child(verb, "nsubj", "aux", "mark") < 0
}
