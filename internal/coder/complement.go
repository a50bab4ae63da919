package coder

import (
	"strings"

	"readout/internal/frame"
)

// This file tells which words complete the verb of a cue.

// completes reports whether the content is a phrase or an infinitive that completes the verb, and
// no clause of its own: "condemned the attack", "spoke of peace", "promised to leave".
func (c *coder) completes(content, verb int) bool {
	t := &c.d.Tokens[content]
	if t.Head != verb {
		return (t.Rel() == "nmod" || t.Rel() == "obl") && t.Head >= 0 && c.d.Tokens[t.Head].Rel() == "obj" && c.d.Tokens[t.Head].Head == verb
	}
	switch t.Rel() {
	case "obj", "iobj", "nsubj", "obl", "nmod", "xcomp", "csubj":
		return true
	case "advcl", "acl", "ccomp":
		return c.preposition(content) >= 0
	}
	return false
}

// preposition returns the preposition, or the "to" of an infinitive, that begins the phrase or clause
// of token t; -1 for none, and for complementizers.
func (c *coder) preposition(t int) int {
	first, _ := c.d.Subtree(t)
	for first < t && c.beside(first, t) && c.adverb(first) {
		first++
	}
	k := &c.d.Tokens[first]
	switch {
	case first == t:
	case k.Head != t:
	case k.Rel() == "case", k.Rel() == "mark" && (k.XPOS == "TO" || contentPrepositions[strings.ToLower(k.Form)]):
		return first
	}
	return -1
}

// contentPrepositions introduce clauses as content: "talked about leaving".
var contentPrepositions = map[string]bool{"about": true, "of": true, "for": true, "against": true, "on": true, "at": true, "over": true, "with": true}

// phrasePieces returns the pieces of content that completes the verb: the phrase with what belongs
// to it up to the end of the clause ("accused Cuba of spying", "described it as a success"), the
// subject of a passive verb with what the verb says of it ("Cuba was accused of spying").
func (c *coder) phrasePieces(f *frame.Frame, content int) (pieces [][2]int, prep int) {
	first, end := c.d.Subtree(content)
	verb := f.Verb
	if content < verb {
		pieces = append(pieces, [2]int{first, min(end, c.clauseStart(verb))})
		if rest := c.complements(verb, verb+1); rest > verb+1 {
			pieces = append(pieces, [2]int{c.afterWords(f, verb+1), rest})
		}
		return c.trimAll(pieces), -1
	}
	prep = -1
	first = max(first, verb+1)
	if o := c.d.Child(verb, "obj", "iobj"); o > verb && o < first && c.d.Tokens[content].Rel() == "xcomp" {
		first, _ = c.d.Subtree(o)
	}
	if p := c.preposition(content); p >= 0 && c.d.Tokens[p].XPOS != "TO" || p >= 0 && c.d.Tokens[p].Rel() == "case" {
		prep, first = p, p+1
	}
	end = max(end, c.complements(verb, end))
	sent := c.d.Sentences[c.d.SentenceOf(verb)]
	return c.trimAll([][2]int{{first, c.closeQuote(first, end, sent.End)}}), prep
}

// complements returns where the complements of the verb from token from on end: those that follow
// without a comma and tell neither when nor by whom, nor another happening.
func (c *coder) complements(verb, from int) int {
	end := from
	for k := range c.d.Children(verb) {
		if k < from {
			continue
		}
		f, e := c.d.Subtree(k)
		t := &c.d.Tokens[k]
		if t.Rel() == "punct" {
			if t.Form == "," || t.Form == ";" || t.Form == ":" {
				return end
			}
			continue
		}
		if f > from && c.edge(f-1) || !c.complement(k) {
			return end
		}
		if t.Rel() != "advmod" {
			end = max(end, e)
		}
	}
	return end
}

// complement reports whether dependent k of a verb belongs to what the verb says of its content.
func (c *coder) complement(k int) bool {
	t := &c.d.Tokens[k]
	mark := ""
	if m := c.d.Child(k, "case", "mark"); m >= 0 {
		mark = strings.ToLower(c.d.Tokens[m].Form)
	}
	switch t.Rel() {
	case "obj", "xcomp", "ccomp", "advmod", "compound":
		return true
	case "obl", "nmod", "advcl", "acl":
		switch mark {
		case "":
			return t.Rel() == "obl" && !c.timed(k)
		case "by", "during", "after", "before", "while", "when", "since", "amid", "although", "though", "until", "because", "despite":
			return false
		case "in":
			return !outlets[strings.ToLower(t.Lemma)] && !c.timed(k)
		}
		return !c.timed(k)
	}
	return false
}

// outlets are what things are said in; the phrase is no part of the content.
var outlets = map[string]bool{
	"statement": true, "interview": true, "speech": true, "tweet": true, "letter": true, "email": true, "post": true,
	"address": true, "message": true, "debate": true, "article": true, "report": true, "memo": true, "release": true,
	"response": true, "remark": true, "video": true, "testimony": true, "column": true, "appearance": true,
}
