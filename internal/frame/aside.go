package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
)

// Aside reports whether verb v and its subject stand behind or amid the words that they attribute:
// "…, Kohl said", "…,” said Kohl, “…”". The words before end at token before, those after begin at
// token after (the end of the sentence when there are none). What decides is the order of words,
// since the trees of such sentences are often wrong.
func Aside(d *doc.Document, v int) (before, after int, ok bool) { return grammar{d: d}.aside(v) }

func (g grammar) aside(v int) (before, after int, ok bool) {
	sent := g.d.Sentences[g.d.SentenceOf(v)]
	first, end, ok := g.sayer(v)
	if !ok || g.completed(v) {
		return 0, 0, false
	}
	before = first
	for before > sent.First && (g.tok(before-1).Form == "," || g.quote(before-1)) {
		before--
	}
	if before == first || before == sent.First || !g.quote(before) && !g.quote(first-1) && !g.finite(sent.First, before) {
		return 0, 0, false
	}
	// Closing quotation marks belong to the words.
	for i := first - 1; i >= before; i-- {
		if g.quote(i) {
			before = i + 1
			break
		}
	}
	if g.subordinate(sent.First, before) && end+1 < sent.End && g.tok(end).Form == "," && g.finite(end+1, sent.End) {
		return before, end + 1, true
	}
	return before, g.goesOn(end, sent.End), true
}

// subordinate reports whether the words in [first, end) are a clause that needs another: "If it rains".
func (g grammar) subordinate(first, end int) bool {
	if g.quote(first) {
		return false
	}
	switch strings.ToLower(g.tok(first).Form) {
	case "if", "when", "while", "although", "though", "after", "before", "because", "since", "unless", "once", "until", "as":
		return end > first+1
	}
	return false
}

// sayer returns the tokens of verb v with its auxiliaries and its subject, which must stand next to
// each other in either order.
func (g grammar) sayer(v int) (first, end int, ok bool) {
	subjects := g.children(v, "nsubj")
	if len(subjects) != 1 || g.d.Child(v, "mark") >= 0 || strings.HasPrefix(g.tok(subjects[0]).XPOS, "W") {
		return 0, 0, false // "who writes" says nothing of what stands before it
	}
	first, end = g.d.Subtree(subjects[0])
	for i := subjects[0] - 1; i >= first; i-- {
		if g.quote(i) {
			first = i + 1
		}
	}
	switch {
	case end <= v:
		for i := end; i < v; i++ {
			if r := g.tok(i).Rel(); r != "aux" && r != "advmod" && r != "punct" {
				return 0, 0, false
			}
		}
		return first, v + 1, true
	case first == v+1:
		return v, end, true
	}
	return 0, 0, false
}

// Introduced returns where the words begin that verb v introduces when its tree does not show them: at
// "that", a colon or a quotation mark right after the verb.
func Introduced(d *doc.Document, v int) (first int, ok bool) {
	g := grammar{d: d}
	stop := d.Sentences[d.SentenceOf(v)].End
	i := v + 1
	for i < stop && g.tok(i).Rel() == "advmod" && g.tok(i).Head == v {
		i++
	}
	if i+1 >= stop || g.d.Child(v, "nsubj") < 0 && !g.resumes(v) {
		return 0, false
	}
	switch {
	case g.tok(i).Form == ":", g.tok(i).Form == "," && g.quote(i+1):
		return i + 1, true
	case g.quote(i), strings.EqualFold(g.tok(i).Form, "that") && g.finite(i, stop):
		return i, true
	}
	return 0, false
}

// resumes reports whether v is a participle that goes on from another clause: "…, adding that …".
func (g grammar) resumes(v int) bool {
	t := g.tok(v)
	return t.XPOS == "VBG" && (t.Rel() == "advcl" || t.Rel() == "conj" || t.Rel() == "parataxis") && g.d.Child(v, "aux", "case") < 0
}

// quotedBefore returns the last word of the quotation that closes right before the sentence of verb v,
// when that begins with the verb and its subject: “Never!” Kohl said. It returns -1 for none.
func (g grammar) quotedBefore(v, sentence int) int {
	first, _, ok := g.sayer(v)
	if !ok || sentence == 0 {
		return -1
	}
	if first > sentence && g.quote(sentence) {
		sentence++
	} else if !g.quote(sentence - 1) {
		return -1
	}
	if first != sentence || g.completed(v) {
		return -1
	}
	for i := sentence - 1; i >= 0 && i > sentence-4; i-- {
		if g.tok(i).UPOS != "PUNCT" {
			return i
		}
	}
	return -1
}

// completed reports whether what v says follows it: an object, an infinitive or a clause.
func (g grammar) completed(v int) bool {
	for c := range g.d.Children(v) {
		switch r := g.tok(c).Rel(); {
		case c < v:
		case r == "xcomp" || r == "ccomp" && g.d.Child(c, "mark") >= 0:
			return true
		case r == "obj" && !toldVerbs[g.tok(v).Lemma]:
			return true
		}
	}
	return false
}

// toldVerbs take the one who is told as their object.
var toldVerbs = map[string]bool{"tell": true, "promise": true, "assure": true, "inform": true, "remind": true, "warn": true, "advise": true, "notify": true}

// goesOn returns where the words go on after the cue: at a quotation mark, or at a clause behind "and"
// or "but"; stop when they do not.
func (g grammar) goesOn(from, stop int) int {
	named := false
	for i := from; i < stop; i++ {
		if g.tok(i).Form == "," || g.tok(i).Form == ":" {
			continue
		}
		prev := g.tok(i - 1).Form
		if g.quote(i) {
			if !named && (i == from || prev == "," || prev == ":" || prev == ".") {
				return i
			}
			named = !named // a name in quotation marks: said on “The Morning Hour”
		}
		if prev == "," && slices.Contains([]string{"and", "but", "or"}, strings.ToLower(g.tok(i).Form)) && g.finite(i, stop) {
			return i
		}
	}
	return stop
}

// finite reports whether a finite verb stands in [first, end).
func (g grammar) finite(first, end int) bool {
	for i := first; i < end; i++ {
		switch g.tok(i).XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

func (g grammar) quote(i int) bool { return QuotationMark(g.tok(i).Form) }

// QuotationMark reports whether a form is a double quotation mark, also one typed as two apostrophes.
func QuotationMark(form string) bool {
	n := doc.Norm(form)
	return n == `"` || n == "''"
}
