package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/frame"
	"readout/lexicon"
)

// This file tells which words are source, cue and content, by the conventions of PolNeAR (Newell and
// others, LREC 2018): a cue has its auxiliaries, negation, adverbs and preposition; content has its
// complementizer and its quotation marks, and no final full stop; a source has its determiner, titles,
// appositions and relative clauses with the comma that closes them, and a relative pronoun is a source in its own right.

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

// nounPhrase returns the tokens of the phrase headed by t: determiner, modifiers, apposition, the
// whole name, but no clauses.
func (c *coder) nounPhrase(t int) (first, end int) { return c.phrase(t, false) }

// phrase returns the tokens of the phrase headed by t, with its relative clauses when asked for.
func (c *coder) phrase(t int, clauses bool) (first, end int) {
	first, end = t, t+1
	if m := c.d.MentionAt(t); m >= 0 {
		first, end = min(first, c.d.Mentions[m].First), max(end, c.d.Mentions[m].End)
	}
	for k := range c.d.Children(t) {
		switch c.d.Tokens[k].Rel() {
		case "acl":
			if !clauses {
				continue
			}
			fallthrough
		case "det", "amod", "compound", "flat", "nummod", "nmod", "appos":
			f, e := c.d.Subtree(k)
			first, end = min(first, f), max(end, e)
		}
	}
	for end-1 > t && c.edge(end-1) {
		end--
	}
	return first, end
}

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

// afterWords returns the first token from i that is no word of the frame nor an adverb beside it.
func (c *coder) afterWords(f *frame.Frame, i int) int {
	for slices.Contains(f.Words, i) || i < len(c.d.Tokens) && c.beside(i, f.Verb) && c.adverb(i) {
		i++
	}
	return i
}

// clauseStart returns the first of the auxiliaries and adverbs right before the verb.
func (c *coder) clauseStart(verb int) int {
	first := verb
	for first > 0 && c.beside(first-1, verb) {
		first--
	}
	return first
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

// timed reports whether the phrase of token t is a time expression.
func (c *coder) timed(t int) bool {
	for i := range c.d.Times {
		if x := &c.d.Times[i]; x.First <= t && t < x.End {
			return true
		}
	}
	return false
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

// passive reports whether the verb has the auxiliary of a passive, or is the participle
// of a clause beside another: "Asked about the delay, he …".
func (c *coder) passive(verb int) bool {
	t := &c.d.Tokens[verb]
	return c.d.Child(verb, "aux:pass") >= 0 || t.XPOS == "VBN" && t.Rel() == "advcl" && c.d.Child(verb, "nsubj", "aux", "mark") < 0
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

// inside reports whether token t stands below token v.
func (c *coder) inside(t, v int) bool {
	for h := c.d.Tokens[t].Head; h >= 0; h = c.d.Tokens[h].Head {
		if h == v {
			return true
		}
	}
	return false
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

// edge reports whether token i is punctuation that does not belong to a quotation's edge.
func (c *coder) edge(i int) bool {
	switch c.d.Tokens[i].Form {
	case ",", ":", ";", ".", "--", "–", "—", "-":
		return true
	}
	return false
}
