package coder

import (
	"sort"
	"strings"

	"readout"
	"readout/internal/frame"
)

// This file finds the quotations of the text and gives them to the statements whose words they are.
// Spacing and the direction of the marks decide, not trees: a quotation may run over several sentences
// and its closing mark may have been taken for the start of the next.

// findQuotations finds the stretches of tokens in quotation marks, marks included, in every part of the
// article. A mark that is never closed holds to the end of its part, as where a quotation goes on in
// the next paragraph.
func (c *coder) findQuotations() {
	open, part := -1, -1
	for s := range c.d.Sentences {
		sent := &c.d.Sentences[s]
		if sent.Part != part {
			if open >= 0 {
				c.quotations = append(c.quotations, [2]int{open, sent.First})
			}
			open, part = -1, sent.Part
		}
		for i := sent.First; i < sent.End; i++ {
			switch c.markAt(i, open >= 0) {
			case openMark:
				open = i
			case closeMark:
				if open >= 0 {
					c.quotations = append(c.quotations, [2]int{open, i + 1})
				}
				open = -1
			}
		}
	}
	if open >= 0 {
		c.quotations = append(c.quotations, [2]int{open, len(c.d.Tokens)})
	}
}

// What a quotation mark does.
const (
	noMark = iota
	openMark
	closeMark
)

// markAt tells whether token i opens or closes a quotation: a straight mark opens behind a space and
// closes behind a word.
func (c *coder) markAt(i int, open bool) int {
	t := &c.d.Tokens[i]
	if !frame.QuotationMark(t.Form) {
		return noMark
	}
	text := c.d.Article.Text
	switch {
	case strings.ContainsAny(t.Form, "“«„"):
		return openMark
	case strings.ContainsAny(t.Form, "”»"):
		return closeMark
	case t.Start == 0 || strings.ContainsRune(" \n\t(—–-[", rune(text[t.Start-1])):
		if open && t.End < len(text) && text[t.End] == ' ' {
			return closeMark
		}
		return openMark
	case open:
		return closeMark
	case t.End < len(text) && strings.ContainsRune(" \n\t.,;:", rune(text[t.End])):
		return closeMark
	}
	return openMark
}

// quotationAt returns the index of the quotation that holds token i, -1 for none.
func (c *coder) quotationAt(i int) int {
	q := sort.Search(len(c.quotations), func(q int) bool { return c.quotations[q][1] > i })
	if q < len(c.quotations) && c.quotations[q][0] <= i {
		return q
	}
	return -1
}

// joinQuotations gives each statement that is said the whole of the quotations that its content
// begins or ends in, also over sentences, and those that go on right after the sentence of its cue:
// "…,” he said. “…”".
func (c *coder) joinQuotations() {
	for i := range c.statements {
		s := &c.statements[i]
		if s.cueVerb < 0 || !s.claims || c.quotationAt(s.cueVerb) >= 0 {
			continue
		}
		for p := range s.tokens {
			c.wholeQuotations(s, &s.tokens[p])
		}
		c.resumedQuotation(i)
		if s.root {
			c.followingQuotations(i)
		}
		s.first, s.end = s.tokens[0][0], s.tokens[0][1]
		s.Content = []readout.Span{}
		for _, p := range s.tokens {
			s.first, s.end = min(s.first, p[0]), max(s.end, p[1])
			s.Content = append(s.Content, c.d.Span(p[0], p[1]))
		}
		s.Quoted = c.quoted(s.Content)
		s.ID = readout.StatementID(c.d.Article.ID, &s.Statement)
	}
}

// wholeQuotations extends a piece of content over the quotations that it begins and ends in.
func (c *coder) wholeQuotations(s *statement, p *[2]int) {
	if q := c.quotationAt(p[0]); q >= 0 && c.clear(s, c.quotations[q][0], p[0]) {
		p[0] = c.quotations[q][0]
	} else if q := c.quotationAt(p[0] - 1); q >= 0 && c.quotations[q][0] == p[0]-1 {
		p[0]--
	}
	if q := c.quotationAt(p[1] - 1); q >= 0 && c.clear(s, p[1], c.quotations[q][1]) {
		p[1] = c.quotations[q][1]
	}
}

// resumedQuotation adds to statement i, whose words stand in quotation marks before its cue, the quotation
// that goes on behind the cue in the same sentence: “…,” he said in a statement, “…”.
func (c *coder) resumedQuotation(i int) {
	s := &c.statements[i]
	last := s.tokens[len(s.tokens)-1]
	if last[1] > s.cueVerb || c.quotationAt(last[1]-1) < 0 {
		return
	}
	stop := c.d.Sentences[s.sentence].End
	for t := s.cueVerb + 1; t < stop; t++ {
		if c.cueWords[t] {
			return
		}
		q := c.quotationAt(t)
		if q < 0 {
			continue
		}
		first, end := c.quotations[q][0], c.quotations[q][1]
		if form := c.d.Tokens[t-1].Form; first == t && (form == "," || form == ":" || form == ".") && !c.spokenFor(i, first, end) {
			s.tokens = append(s.tokens, [2]int{first, end})
		}
		return
	}
}

// clear reports whether tokens [first, end) hold neither the cue nor another piece of the statement.
func (c *coder) clear(s *statement, first, end int) bool {
	if first <= s.cueVerb && s.cueVerb < end {
		return false
	}
	for _, p := range s.tokens {
		if p[0] < end && first < p[1] && !(first >= p[0] && end <= p[1]) {
			return false
		}
	}
	return true
}

// followingQuotations adds to statement i the quotations that follow its sentence in the same part and
// are sentences of their own that nobody else is said to speak.
func (c *coder) followingQuotations(i int) {
	s := &c.statements[i]
	next := c.d.Sentences[s.sentence].End
	if last := s.tokens[len(s.tokens)-1][1]; last > next {
		next = last
	}
	for {
		q := c.quotationAt(next)
		if q < 0 && next > 0 {
			q = c.quotationAt(next - 1)
		}
		if q < 0 {
			return
		}
		first, end := c.quotations[q][0], c.quotations[q][1]
		if first < next-1 || first == 0 || c.d.Sentences[c.d.SentenceOf(first)].Part != c.d.Sentences[s.sentence].Part ||
			c.d.Tokens[first-1].UPOS != "PUNCT" || !c.endsSentence(end) || c.spokenFor(i, first, end) {
			return
		}
		s.tokens = append(s.tokens, [2]int{first, end})
		next = end
	}
}

// endsSentence reports whether a sentence ends where a quotation does: at the end of the text, or where
// another sentence begins.
func (c *coder) endsSentence(end int) bool {
	return end >= len(c.d.Tokens) || c.d.Sentences[c.d.SentenceOf(end)].First == end
}

// spokenFor reports whether [first, end) is content of another statement whose cue stands outside, or
// already of statement i.
func (c *coder) spokenFor(i, first, end int) bool {
	for k := range c.statements {
		o := &c.statements[k]
		if !o.claims || first <= o.cueVerb && o.cueVerb < end {
			continue
		}
		for _, p := range o.tokens {
			if p[0] < end && first < p[1] {
				return true
			}
		}
	}
	return false
}
