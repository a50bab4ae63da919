// Package timex finds time expressions and gives them TIMEX3 values (ISO-TimeML, ISO 24617-1),
// anchored at the day of publication.
//
// In go the tokens of a Document: forms are enough; UPOS, XPOS, Head and Deprel are used where
// they are filled. Out come the Document's Times, in order, not overlapping.
//
// The phases, sentence by sentence:
//
//	atoms    tokens are cut and joined into the units that rules speak of (atom.go, words.txt)
//	match    the rules of rules.txt propose expressions (rules.go, pattern.go)
//	resolve  leftmost, longest first, each proposal gets its value or is refused (resolve.go),
//	         by calendar arithmetic on partial dates (date.go), the anchor, the dates mentioned
//	         just before (anchor.go) and the tense of the clause (tense.go)
//	merge    "10 a.m." "on" "Tuesday" "," "March 20" become one expression (merge.go)
//
// Values follow TIMEX3. Digits that are not settled are X: XXXX-03-20 is a 20 March of an unknown
// year, XXXX-WXX-2 a Tuesday. A decade has three digits (198), a century two (19 is the twentieth).
// A stretch from one date to another is an ISO 8601 interval, 1985-11-19/1985-11-21, of type DATE.
// The TIMEX3 attribute mod (START, MID, END, APPROX …) stands at the end of Why as "mod START".
package timex

import (
	"sort"

	"readout"
	"readout/internal/doc"
)

// A Finder finds time expressions. It holds the compiled rules, does not change after New, and may
// be used by many goroutines at once.
type Finder struct {
	words   *vocabulary
	rules   []rule
	byWord  map[int32][]int // rules whose match may begin with the word
	byClass [classCount][]int
}

// New returns a Finder with the rules that are built in.
func New() *Finder {
	f, err := load("words.txt", wordsFile, "rules.txt", rulesFile)
	if err != nil {
		// The files are embedded and every test loads them: they cannot fail in use.
		panic(err)
	}
	return f
}

// Find fills d.Times: sorted, not overlapping, each with its rule and anchor in Why.
func (f *Finder) Find(d *doc.Document) {
	d.Times = nil
	st := &state{doc: d, pub: publication(d.Article)}
	s := scanner{finder: f}
	if len(d.Sentences) == 0 {
		f.sentence(st, &s, doc.Sentence{First: 0, End: len(d.Tokens)})
		return
	}
	for i, sent := range d.Sentences {
		st.sentence = i
		f.sentence(st, &s, sent)
	}
}

// sentence finds the times of one sentence.
func (f *Finder) sentence(st *state, s *scanner, sent doc.Sentence) {
	if st.apart(sent.Part) {
		st.mentions = st.mentions[:0]
	}
	st.sent = sent
	s.atoms = f.words.atoms(s.atoms[:0], st.doc.Tokens, sent.First, sent.End)
	s.scan()
	if len(s.found) == 0 {
		return
	}
	st.atoms = s.atoms
	st.out = st.out[:0]
	end := 0
	for i := range s.found {
		m := &s.found[i]
		if m.open < end {
			continue
		}
		if x, ok := st.resolve(&f.rules[m.rule], m); ok {
			st.out = append(st.out, x...)
			end = m.close
		}
	}
	for _, x := range st.merge() {
		a, b := s.atoms[x.open], s.atoms[x.close-1]
		t := doc.Time{First: int(a.first), End: int(b.end), Type: x.typ, Why: x.why}
		t.Time.Value = x.value
		t.Time.Span = st.doc.Span(t.First, t.End)
		for _, e := range x.ends {
			words := st.doc.Span(int(s.atoms[e.open].first), int(s.atoms[e.close-1].end))
			t.Ends = append(t.Ends, readout.Time{Value: e.value, Span: words})
		}
		st.doc.Times = append(st.doc.Times, t)
	}
}

// A scanner holds the atoms of a sentence and the matches of the rules in it.
type scanner struct {
	finder *Finder
	atoms  []atom
	near   []bool // a temporal word stands here or soon after
	found  []match
	m      matcher
}

// reach is how many atoms before its first temporal word a rule may begin.
const reach = 8

// scan fills s.found, sorted by where the extent opens; of those that open together the longer
// come first, then those whose rule stands earlier in the file.
func (s *scanner) scan() {
	s.found = s.found[:0]
	s.near = s.near[:0]
	for range s.atoms {
		s.near = append(s.near, false)
	}
	some := false
	for i, left := len(s.atoms)-1, 0; i >= 0; i-- {
		if s.atoms[i].bits&temporal != 0 {
			left, some = reach, true
		}
		s.near[i] = left > 0
		left--
	}
	if !some {
		return
	}
	for i := range s.atoms {
		if s.near[i] {
			s.at(i)
		}
	}
	sort.SliceStable(s.found, func(i, j int) bool {
		a, b := &s.found[i], &s.found[j]
		if a.open != b.open {
			return a.open < b.open
		}
		if a.close != b.close {
			return a.close > b.close
		}
		return a.rule < b.rule
	})
}

// at tries the rules that may begin at atom i.
func (s *scanner) at(i int) {
	a := &s.atoms[i]
	if a.word != 0 {
		for _, r := range s.finder.byWord[a.word] {
			s.try(r, i)
		}
	}
	for c := range classCount {
		if a.bits&(1<<c) == 0 {
			continue
		}
		for _, r := range s.finder.byClass[c] {
			s.try(r, i)
		}
	}
}

func (s *scanner) try(r, i int) {
	best, ok := s.m.match(s.finder.rules[r].prog, s.atoms, i)
	if ok && s.atoms[best.open].opens && s.atoms[best.close-1].closes {
		best.rule = r
		s.found = append(s.found, best)
	}
}
