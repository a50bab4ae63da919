// Package topic tells what a stretch of text is about: the issues and contexts of the lexicon, issues
// that are named as such ("the border dispute"), what is talked about, and the entities in it; and how
// a speaker stands toward each (stance.go). It reads the Document.
package topic

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/lexicon"
)

// A Speech is the words of one speaker, as tokens of a document.
type Speech struct {
	Source readout.Actor
	Cue    []int    // tokens of the cue; nil when there is none
	Pieces [][2]int // the content, half-open, in order of the text
}

// covers reports whether tokens [first, end) lie in the content.
func (s *Speech) covers(first, end int) bool {
	return slices.ContainsFunc(s.Pieces, func(p [2]int) bool { return p[0] <= first && end <= p[1] })
}

// bounds returns the tokens from the first to the last of the content, half-open.
func (s *Speech) bounds() (first, end int) {
	if len(s.Pieces) == 0 {
		return 0, 0
	}
	return s.Pieces[0][0], s.Pieces[len(s.Pieces)-1][1]
}

// An item is one stretch of the content that speaks of a topic.
type item struct {
	kind          readout.TopicKind
	name, country string
	first, end    int
	stanceless    bool // the words speak of the topic but do not name it
}

// order is the order in which topics are told: issues, subjects, contexts, entities.
var order = map[readout.TopicKind]int{readout.TopicIssue: 0, readout.TopicSubject: 1, readout.TopicContext: 2, readout.TopicEntity: 3}

// Of returns the topics of a speech: each kind in the order of the text. It is never nil.
func Of(d *doc.Document, lex *lexicon.Lexicon, s *Speech) []readout.Topic {
	w := work{d: d, lex: lex, s: s}
	items := w.terms()
	items = append(items, w.named(items)...)
	items = append(items, w.subjects(items)...)
	items = append(items, w.entities()...)
	slices.SortStableFunc(items, func(a, b item) int {
		return cmp.Or(order[a.kind]-order[b.kind], a.first-b.first)
	})
	topics := []readout.Topic{}
	for _, it := range items {
		i := slices.IndexFunc(topics, func(t readout.Topic) bool { return t.Kind == it.kind && t.Name == it.name })
		if i < 0 {
			i = len(topics)
			topics = append(topics, readout.Topic{Kind: it.kind, Name: it.name, Country: it.country, Stance: neutral()})
		}
		t := &topics[i]
		t.Words = addSpan(t.Words, d.Span(it.first, it.end))
		if !it.stanceless && t.Stance.Value == readout.Neutral {
			t.Stance = w.stance(w.headOf(it.first, it.end))
		}
	}
	return topics
}

// addSpan adds a span to others unless it lies in one of them; it takes the place of one that lies in it.
func addSpan(spans []readout.Span, s readout.Span) []readout.Span {
	for i, o := range spans {
		switch {
		case o.Start <= s.Start && s.End <= o.End:
			return spans
		case s.Start <= o.Start && o.End <= s.End:
			spans[i] = s
			return spans
		}
	}
	return append(spans, s)
}

func neutral() readout.Stance { return readout.Stance{Value: readout.Neutral, Words: []readout.Span{}} }

// work is the work on one speech.
type work struct {
	d   *doc.Document
	lex *lexicon.Lexicon
	s   *Speech
}

func (w *work) tok(i int) *doc.Token { return &w.d.Tokens[i] }

// headOf returns the token of [first, end) that governs the others.
func (w *work) headOf(first, end int) int {
	for i := first; i < end; i++ {
		if h := w.tok(i).Head; (h < first || h >= end) && w.tok(i).UPOS != "PUNCT" {
			return i
		}
	}
	return end - 1
}

// terms returns the issues and contexts that the terms of the lexicon speak of.
func (w *work) terms() []item {
	var out []item
	first, end := w.s.bounds()
	from := sort.Search(len(w.d.Terms), func(i int) bool { return w.d.Terms[i].First >= first })
	for i := from; i < len(w.d.Terms) && w.d.Terms[i].First < end; i++ {
		t := &w.d.Terms[i]
		if !w.s.covers(t.First, t.End) {
			continue
		}
		if t.Issue {
			out = append(out, item{kind: readout.TopicIssue, name: t.Name, first: t.First, end: t.End})
		}
		for _, c := range t.Contexts {
			out = append(out, item{kind: readout.TopicContext, name: c, first: t.First, end: t.End, stanceless: t.Issue || !t.Names})
		}
	}
	return out
}

// entities returns who is named in the content, but the speaker himself.
func (w *work) entities() []item {
	var out []item
	from, to := w.d.MentionsIn(w.s.bounds())
	for i := from; i < to; i++ {
		m := &w.d.Mentions[i]
		if m.Entity < 0 || m.Kind == doc.Pronoun || !w.s.covers(m.First, m.End) {
			continue
		}
		e := &w.d.Entities[m.Entity]
		if e.Class == doc.Group || e.ID == "" && m.Kind != doc.Name || w.speaks(m.Entity) {
			continue
		}
		out = append(out, item{kind: readout.TopicEntity, name: e.Name, country: e.Country, first: m.First, end: m.End})
	}
	return out
}

// named returns the issues that the text itself calls so: "the border dispute", "the situation in Chad".
func (w *work) named(known []item) []item {
	var out []item
	for _, p := range w.s.Pieces {
		for h := p[0]; h < p[1]; h++ {
			t := w.tok(h)
			if t.UPOS != "NOUN" || !w.lex.Topics.Head(t.Lemma) || overlaps(known, readout.TopicIssue, h) {
				continue
			}
			first, end, name := w.issueAt(h)
			if name != "" && w.s.covers(first, end) {
				out = append(out, item{kind: readout.TopicIssue, name: name, first: first, end: end})
			}
		}
	}
	return out
}

// overlaps reports whether an item of the kind holds token i.
func overlaps(items []item, kind readout.TopicKind, i int) bool {
	return slices.ContainsFunc(items, func(it item) bool { return it.kind == kind && it.first <= i && i < it.end })
}

// issueAt returns the issue whose head word is h, "" when the text does not name one: what stands
// before the word, or else the country or place behind its preposition.
func (w *work) issueAt(h int) (first, end int, name string) {
	first, end = h, h+1
	for i := h - 1; i >= 0 && w.modifies(i, h); i-- {
		if w.tok(i).UPOS != "PUNCT" {
			first = i
		}
	}
	if first < h {
		return first, end, strings.TrimSpace(w.wording(first, h) + " " + w.tok(h).Lemma)
	}
	for c := range w.d.Children(h) {
		if w.tok(c).Rel() != "nmod" || c < h || !slices.Contains([]string{"in", "over", "with", "around"}, w.preposition(c)) {
			continue
		}
		if m := w.d.MentionAt(c); m >= 0 && w.territory(w.d.Mentions[m].Entity) {
			return h, w.d.Mentions[m].End, w.d.Entities[w.d.Mentions[m].Entity].Name + " " + w.tok(h).Lemma
		}
	}
	return h, h + 1, ""
}

// modifies reports whether token i says what the issue of head h is: a noun, the adjective of a country,
// or an adjective of the lexicon, or a hyphen between them.
func (w *work) modifies(i, h int) bool {
	t := w.tok(i)
	if t.UPOS == "PUNCT" {
		return t.Form == "-" && t.Head > i && t.Head <= h || t.Form == "-" && i > 0 && w.modifies(i-1, h)
	}
	if t.Head < i || t.Head > h {
		return false
	}
	switch t.Rel() {
	case "compound", "flat":
		return t.UPOS == "NOUN" || t.UPOS == "PROPN"
	case "amod":
		m := w.d.MentionAt(i)
		return m >= 0 && w.d.Mentions[m].Kind == doc.Adjective || w.lex.Topics.Modifier(strings.ToLower(t.Lemma))
	}
	return false
}

// wording returns the words of [first, end) as an issue is named: countries by their names, common words
// by their lemmas.
func (w *work) wording(first, end int) string {
	var parts []string
	for i := first; i < end; i++ {
		t := w.tok(i)
		m := w.d.MentionAt(i)
		switch {
		case t.UPOS == "PUNCT":
		case m >= 0 && w.d.Mentions[m].Entity >= 0 && w.d.Mentions[m].First >= first && w.d.Mentions[m].End <= end:
			parts = append(parts, w.d.Entities[w.d.Mentions[m].Entity].Name)
			i = w.d.Mentions[m].End - 1
		case t.UPOS == "PROPN":
			parts = append(parts, t.Form)
		default:
			parts = append(parts, strings.ToLower(t.Lemma))
		}
	}
	return strings.Join(parts, " ")
}

// territory reports whether entity e is a country or place.
func (w *work) territory(e int) bool {
	return e >= 0 && (w.d.Entities[e].Class == doc.State || w.d.Entities[e].Class == doc.Location)
}

// preposition returns the preposition of token i, small letters.
func (w *work) preposition(i int) string {
	c := w.d.Child(i, "case", "mark")
	if c < 0 {
		return ""
	}
	return strings.ToLower(w.tok(c).Form)
}

// subjects returns what is talked about in the text's own words: "discussed grain prices", "views on arms sales".
func (w *work) subjects(known []item) []item {
	var out []item
	for _, p := range w.s.Pieces {
		for i := p[0]; i < p[1]; i++ {
			t := w.tok(i)
			if t.UPOS != "NOUN" || t.Head < 0 || overlaps(known, readout.TopicIssue, i) || !w.talkedAbout(i) {
				continue
			}
			first := i
			for first > p[0] && w.qualifies(first-1, i) {
				first--
			}
			if w.tok(first).UPOS == "PUNCT" {
				first++
			}
			if first == i { // one common word says little
				continue
			}
			out = append(out, item{kind: readout.TopicSubject, name: strings.ToLower(w.d.Span(first, i+1).Text), first: first, end: i + 1})
		}
	}
	return out
}

// qualifies reports whether token i stands before noun h and says which: compounds, adjectives.
func (w *work) qualifies(i, h int) bool {
	t := w.tok(i)
	if t.Head < i || t.Head > h {
		return false
	}
	return t.Rel() == "compound" || t.Rel() == "amod" && t.UPOS == "ADJ" || t.Form == "-"
}

// talkedAbout reports whether the phrase of noun i stands behind about, on or regarding of a word of
// talk, or is what is discussed.
func (w *work) talkedAbout(i int) bool {
	t := w.tok(i)
	lemma := strings.ToLower(w.tok(t.Head).Lemma)
	switch t.Rel() {
	case "obj":
		return lemma == "discuss" || lemma == "address"
	case "nsubj":
		return lemma == "discuss" && t.Deprel == "nsubj:pass"
	case "obl", "nmod":
		switch w.preposition(i) {
		case "about", "regarding", "concerning":
			return true
		case "on":
			return w.lex.Topics.Talk(lemma)
		}
	}
	return false
}
