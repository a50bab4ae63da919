package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/frame"
	"readout/lexicon"
)

// This file tells which words are the cue of a statement: its head word with auxiliaries, negation, adverbs
// and preposition; and whether it is a cue of speech.

// cueSpan returns the words of the cue: the head word with its particle, auxiliaries, negation and
// the adverbs beside it, up to the preposition that introduces the content.
func (c *coder) cueSpan(f *frame.Frame, prep int) readout.Span {
	if f.Entry.UPOS == "ADP" {
		return c.d.Span(f.Words[0], c.lastFixed(f.Words[0])+1)
	}
	first, end := min(f.Token, f.Verb), max(f.Token, f.Verb)+1
	for _, w := range f.Words {
		if r := c.d.Tokens[w].Rel(); (r == "compound" || r == "advmod") && w >= end && w-end < maxCueGap {
			end = w + 1
		}
	}
	for first > 0 && c.beside(first-1, f.Verb) {
		first--
	}
	switch {
	case end+2 < len(c.d.Tokens) && c.d.Tokens[end].Form == "in" && strings.EqualFold(c.d.Tokens[end+2].Form, "statement"):
		end += 3
	case prep >= end && prep-end <= maxCueGap:
		end = prep + 1
	case end < len(c.d.Tokens) && c.beside(end, f.Verb) && c.adverb(end):
		end++
	}
	if end < c.d.Sentences[c.d.SentenceOf(f.Verb)].End && c.d.Tokens[end].Form == ":" {
		end++
	}
	return c.d.Span(first, end)
}

// lastFixed returns the last of the words fixed to token i: the end of "according to".
func (c *coder) lastFixed(i int) int {
	last := i
	for k := range c.d.Children(i) {
		if c.d.Tokens[k].Rel() == "fixed" {
			last = max(last, k)
		}
	}
	return last
}

// maxCueGap is how many words may stand between the head word of a cue and its preposition.
const maxCueGap = 3

// beside reports whether token i is an auxiliary, a negation, an adverb or the "to" of the verb.
func (c *coder) beside(i, verb int) bool {
	t := &c.d.Tokens[i]
	if t.Head != verb {
		return t.Head >= 0 && c.d.Tokens[t.Head].Head == verb && c.adverb(t.Head) && t.Rel() == "advmod"
	}
	switch t.Rel() {
	case "aux", "cop":
		return true
	case "advmod":
		return c.adverb(i)
	case "mark":
		return t.XPOS == "TO"
	}
	return false
}

// adverb reports whether token i is an adverb alone that does not introduce a clause.
func (c *coder) adverb(i int) bool {
	t := &c.d.Tokens[i]
	if t.Rel() != "advmod" && t.Rel() != "compound" || t.XPOS == "WRB" || strings.EqualFold(t.Form, "however") {
		return false
	}
	f, e := c.d.Subtree(i)
	return e-f <= 2
}

// clauseStart returns the first of the auxiliaries and adverbs right before the verb.
func (c *coder) clauseStart(verb int) int {
	first := verb
	for first > 0 && c.beside(first-1, verb) {
		first--
	}
	return first
}

// afterWords returns the first token from i that is no word of the frame nor an adverb beside it.
func (c *coder) afterWords(f *frame.Frame, i int) int {
	for slices.Contains(f.Words, i) || i < len(c.d.Tokens) && c.beside(i, f.Verb) && c.adverb(i) {
		i++
	}
	return i
}

// claims reports whether the content is said: a clause or quoted words, not what is wanted, praised or
// spoken about.
func (c *coder) claims(f *frame.Frame, content int, quoted bool) bool {
	relative := c.d.Tokens[f.Verb].Rel() == "acl" && c.d.Tokens[f.Verb].Head == content
	return quoted || f.Entry.UPOS == "ADP" || !relative && !c.completes(content, f.Verb)
}

// speech reports whether the frame tells of words: a clause or quoted words with an entry of speech, not
// what someone thinks, wants, praises or speaks about.
func (c *coder) speech(f *frame.Frame) bool {
	contents := f.Roles(lexicon.RoleContent)
	return c.speechEntry(f) && len(contents) > 0 && c.claims(f, contents[0], false)
}

// speechEntry reports whether the entry of the frame is one of speech.
func (c *coder) speechEntry(f *frame.Frame) bool {
	switch f.Entry.File {
	case "attribution/say.txt", "attribution/write.txt", "attribution/ask.txt", "attribution/prepositions.txt":
		return true
	}
	return false
}
