package coder

import (
	"readout/internal/frame"
)

// This file tells which words are the content of a statement, by the conventions of PolNeAR (Newell and
// others, LREC 2018): content has its complementizer and its quotation marks, and no final full stop.

// contentPieces returns the token ranges of the content, and the preposition that introduces it as
// part of the cue, -1 for none.
func (c *coder) contentPieces(f *frame.Frame, content, source int) (pieces [][2]int, prep int) {
	sent := c.d.Sentences[c.d.SentenceOf(f.Token)]
	if c.completes(content, f.Verb) {
		return c.phrasePieces(f, content)
	}
	if f.Entry.UPOS == "ADP" {
		return c.aroundPhrase(f, content), -1
	}
	if before, after, ok := frame.Aside(c.d, f.Verb); ok {
		return c.trimAll([][2]int{{sent.First, before}, {after, sent.End}}), -1
	}
	if content < sent.First {
		if q := c.quotationAt(content); q >= 0 {
			return [][2]int{c.quotations[q]}, -1
		}
		return nil, -1
	}
	if r := c.d.Tokens[content].Rel(); c.d.Tokens[content].Head != f.Verb || r != "ccomp" && r != "parataxis" && r != "advcl" {
		if first, ok := frame.Introduced(c.d, f.Verb); ok && content >= first {
			own := [2]int{first, c.afterthought(first, sent.End)}
			return c.trimAll(append(c.fronted(f.Verb, source, first), own)), -1
		}
	}
	if c.d.Tokens[content].Head == f.Verb || c.inside(content, f.Verb) {
		first, end := c.d.Subtree(content)
		if content > f.Verb {
			first = max(first, f.Verb+1)
			end = max(end, c.tail(f.Verb, end, sent.End))
		} else if first < f.Verb {
			end = min(end, f.Verb)
		}
		own := [2]int{first, c.afterthought(first, c.closeQuote(first, end, sent.End))}
		return c.trimAll(append(c.fronted(f.Verb, source, own[0]), own)), -1
	}
	if t := &c.d.Tokens[f.Verb]; t.Rel() == "acl" && t.Head == content {
		first, end := c.nounPhrase(content)
		vf, _ := c.d.Subtree(f.Verb)
		return c.trimAll([][2]int{{first, max(content+1, min(end, vf))}}), -1
	}
	first, end := c.d.Subtree(f.Verb)
	if source >= 0 {
		if f, e := c.d.Subtree(source); e > first && f < end {
			first, end = min(first, f), max(end, e)
		}
	}
	cf, ce := c.d.Subtree(content)
	return c.trimAll([][2]int{{cf, min(first, ce)}, {max(end, cf), ce}}), -1
}

// aroundPhrase returns the sentence without the prepositional phrase of the frame: "According to X, …",
// "…, according to X, …".
func (c *coder) aroundPhrase(f *frame.Frame, content int) [][2]int {
	sent := c.d.Sentences[c.d.SentenceOf(f.Token)]
	noun := c.d.Tokens[f.Token].Head
	first, end := c.phrase(noun, true)
	first = min(first, f.Words[0])
	if first > sent.First && c.d.Tokens[first-1].Rel() == "advmod" {
		first--
	}
	before := first
	if first <= sent.First+1 {
		before = sent.First
	}
	for end < sent.End && content >= end && c.inside(end, noun) && c.d.Tokens[end].Form != "," {
		end++
	}
	return c.trimAll([][2]int{{sent.First, before}, {end, sent.End}})
}

// closeQuote extends [first, end) by the closing quotation mark that the tree leaves outside.
func (c *coder) closeQuote(first, end, stop int) int {
	open := false
	for i := first; i < end; i++ {
		if frame.QuotationMark(c.d.Tokens[i].Form) {
			open = !open
		}
	}
	for i := end; open && i < min(stop, end+2); i++ {
		if frame.QuotationMark(c.d.Tokens[i].Form) {
			return i + 1
		}
	}
	return end
}

// fronted returns the phrase that content has before a cue in commas, as a piece of its own: “In two years,
// Hale said, the harbor will close.” Content goes on at token rest.
func (c *coder) fronted(verb, source, rest int) [][2]int {
	sent := c.d.Sentences[c.d.SentenceOf(verb)]
	if source < sent.First || source >= sent.End || rest <= max(verb, source) || c.d.Tokens[rest-1].Form != "," {
		return nil
	}
	first := sent.First
	if c.d.Tokens[first].Rel() == "cc" {
		first++
	}
	start, _ := c.phrase(source, true)
	start = min(start, c.clauseStart(verb))
	if start <= first+1 || c.d.Tokens[start-1].Form != "," || c.timed(first) || c.timed(start-2) || c.finite(first, start) {
		return nil
	}
	if t := &c.d.Tokens[first]; t.XPOS == "VBG" || t.XPOS == "VBN" || t.Rel() == "advmod" && first+2 == start {
		return nil
	}
	for k := first; k < start; k++ {
		if len(c.settingsOf(k)) > 0 {
			return nil
		}
	}
	return [][2]int{{first, start}}
}

// afterthought returns where content without quotation marks ends before a clause of the reporter's own: “…,
// which has a population of 5 million”.
func (c *coder) afterthought(first, end int) int {
	for i := end - 1; i > first; i-- {
		if c.quotationAt(i) >= 0 {
			return end
		}
		if c.d.Tokens[i].Form != "which" && c.d.Tokens[i].Form != "who" && c.d.Tokens[i].Form != "where" || c.d.Tokens[i-1].Form != "," {
			continue
		}
		v := i
		for c.d.Tokens[v].Rel() != "acl" && c.d.Tokens[v].Head >= first {
			v = c.d.Tokens[v].Head
		}
		if _, e := c.d.Subtree(v); c.d.Tokens[v].Rel() == "acl" && e >= end-1 {
			return i - 1
		}
		return end
	}
	return end
}

// tail extends content that ends at end up to where the cue's verb goes on with another clause of
// its own source, or to the sentence's end: parsers attach the last of several coordinated content
// clauses to the cue.
func (c *coder) tail(verb, end, sentenceEnd int) int {
	for k := range c.d.Children(verb) {
		if k < end {
			continue
		}
		switch t := &c.d.Tokens[k]; t.Rel() {
		case "punct", "cc":
		case "conj":
			if t.XPOS == c.d.Tokens[verb].XPOS && t.XPOS == "VBD" && c.d.Child(k, "nsubj") < 0 {
				return end
			}
			_, end = c.d.Subtree(k)
		case "advcl", "ccomp", "xcomp", "parataxis":
			if _, e := c.d.Subtree(k); t.Rel() != "parataxis" || e == sentenceEnd {
				end = e
			}
		default:
			return end
		}
	}
	return end
}

// trimAll takes surrounding commas, colons and full stops off the pieces and drops empty ones.
// Quotation marks stay.
func (c *coder) trimAll(pieces [][2]int) [][2]int {
	var out [][2]int
	for _, p := range pieces {
		for p[0] < p[1] && c.edge(p[0]) {
			p[0]++
		}
		for p[0] < p[1] && c.edge(p[1]-1) {
			p[1]--
		}
		if p[0] < p[1] {
			out = append(out, p)
		}
	}
	return out
}
