// Package place finds the toponyms of a document, tells which place of the world each of them is, and
// which of them are used as places.
//
// In: a parsed document (forms, lemmas, heads). Out: Document.Toponyms, in the order of the text,
// without overlaps, each with coordinates where it is known which place it is; and Document.Places,
// those that the text uses for where something is or goes: "in Moscow", "arrived at the Kremlin",
// "visited France", "the Geneva summit". Elsewhere a capital or seat speaks for its government
// ("Moscow said"), and package mention, which runs afterwards and reads Places, takes it so.
//
// Phases:
//
//  1. names: what can be a toponym                      name.go, atlas.go
//  2. is it one, or part of another name                evidence.go, words.go
//  3. which place of the name it is                     resolve.go
//  4. what it is used for                               locative.go
package place

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/doc"
	"readout/internal/gazetteer"
	"readout/lexicon"
)

// A Finder finds places. It may be used by several goroutines at once.
type Finder struct {
	actors *lexicon.Actors
	atlas  *atlas
}

// New returns a Finder that knows the names and places of the lexicon and the gazetteer.
func New(a *lexicon.Actors, p *lexicon.Places) (*Finder, error) {
	g, err := gazetteer.Default()
	if err != nil {
		return nil, err
	}
	return &Finder{a, newAtlas(g, p)}, nil
}

// Find writes d.Toponyms and d.Places. It reads forms, lemmas and, where the words alone do not tell,
// heads.
func (f *Finder) Find(d *doc.Document) {
	s := scan{d: d, actors: f.actors, atlas: f.atlas, date: d.Article.Published, byName: map[string]int{}, people: map[string]bool{}}
	if s.date == "" {
		s.date = d.Article.DatelineDate
	}
	s.forms = make([]string, len(d.Tokens))
	for i := range d.Tokens {
		s.forms[i] = d.Tokens[i].Form
	}
	d.Places, d.Toponyms = nil, nil
	for i := range d.Sentences {
		s.begin(&d.Sentences[i])
		s.notePeople()
	}
	s.dateline()
	for i := range d.Sentences {
		s.begin(&d.Sentences[i])
		s.sentence()
	}
	s.acceptKnown()
	s.resolve()
	s.write()
}

// A scan is one document on its way through a Finder.
type scan struct {
	d      *doc.Document
	actors *lexicon.Actors
	atlas  *atlas
	date   string
	forms  []string

	first, end int  // the sentence at hand
	headline   bool // it writes every word with a capital

	found  []found
	names  []name
	byName map[string]int  // names by folded form
	people map[string]bool // last words of names of people in the article, in small letters

	folded []byte
}

// A found is a stretch of the text that can be a toponym.
type found struct {
	toponym
	start, stop int // bytes
	name        int // of the scan
	use         string
	why         string
	held        bool // no toponym unless the name is one elsewhere
	spokesman   bool // stands for those who govern there
	inName      bool
	unknown     bool   // the place itself is not known, but its region is
	within      *sense // the region that the text gives beside it: "Paris, Texas"
}

// begin makes the sentence the one at hand.
func (s *scan) begin(sent *doc.Sentence) {
	s.first, s.end = sent.First, sent.End
	words, capitals := 0, 0
	for _, form := range s.forms[s.first:s.end] {
		if r, _ := utf8.DecodeRuneInString(form); unicode.IsLetter(r) && len(form) > 3 {
			words++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	s.headline = words >= 3 && capitals*5 >= words*4
}

// sentence finds the toponyms of the sentence at hand.
func (s *scan) sentence() {
	var last toponym
	for i := s.first; i < s.end; {
		c, next := s.candidate(i)
		if c == nil {
			i = max(next, i+1)
			continue
		}
		if s.judge(c) {
			if c.use == "" {
				c.used = s.isPlace(c.toponym, last) || c.governs && c.within != nil // "Athens, Georgia" is no seat
				c.spokesman = !c.used && c.governs && s.speaksForGovernment(c.toponym)
				last = c.toponym
			}
			c.start, c.stop = s.d.Tokens[c.first].Start, s.d.Tokens[c.end-1].End
			s.names[c.name].occurrences++
			s.found = append(s.found, *c)
		}
		i = max(next, c.end)
	}
}

// write turns what was found into toponyms and places.
func (s *scan) write() {
	slices.SortStableFunc(s.found, func(x, y found) int { return cmp.Compare(x.start, y.start) }) // a headline stands before the dateline
	for i := range s.found {
		c := &s.found[i]
		if c.held {
			continue
		}
		p, use := s.placeOf(c), c.useOf()
		t := doc.Toponym{First: c.first, End: c.end, Start: c.start, Stop: c.stop, Place: p, Use: use, Why: c.why}
		t.Beside = s.names[c.name].within != nil || s.names[c.name].local || s.regionOfLast(&t)
		s.d.Toponyms = append(s.d.Toponyms, t)
		if use == readout.UsePlace && c.end > c.first {
			s.d.Places = append(s.d.Places, doc.Place{First: c.first, End: c.end, ID: c.id, Place: p})
		}
	}
}

// regionOfLast reports whether t is the region behind the town that was written last: "Athens, Georgia".
func (s *scan) regionOfLast(t *doc.Toponym) bool {
	if len(s.d.Toponyms) == 0 {
		return false
	}
	town := &s.d.Toponyms[len(s.d.Toponyms)-1]
	return town.Beside && town.End+1 == t.First && s.isComma(town.End) && town.Place.Region == t.Place.Name && town.Place.Country == t.Place.Country
}

// useOf tells what the toponym is used for.
func (c *found) useOf() string {
	switch {
	case c.use != "":
		return c.use
	case c.used || c.end == c.first: // that is the dateline
		return readout.UsePlace
	case c.spokesman:
		return readout.UseGovernment
	}
	return readout.UseMention
}
