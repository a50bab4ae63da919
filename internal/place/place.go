// Package place finds the toponyms of a document that are used as places.
//
// In: a parsed document (forms, lemmas, heads). Out: Document.Places, in the order of the text,
// without overlaps. A place is a name that the lexicon knows (a capital, a seat of power, another
// city of diplomacy, a country) where the text uses it for where something is or goes: "in
// Moscow", "arrived at the Kremlin", "visited France", "the Geneva summit". Elsewhere a capital or
// seat speaks for its government ("Moscow said"), and package mention, which runs afterwards and
// reads Places, takes it so.
//
// Phases: names (place.go) → is the name used as a place (locative.go).
package place

import (
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/doc"
	"readout/lexicon"
)

// A Finder finds places. It may be used by several goroutines at once.
type Finder struct {
	actors *lexicon.Actors
}

// New returns a Finder that knows the names of the lexicon.
func New(a *lexicon.Actors) *Finder { return &Finder{a} }

// Find writes d.Places. It reads forms, lemmas and, where the words alone do not tell, heads.
func (f *Finder) Find(d *doc.Document) {
	s := scan{d: d, actors: f.actors, date: d.Article.Published}
	if s.date == "" {
		s.date = d.Article.DatelineDate
	}
	s.forms = make([]string, len(d.Tokens))
	for i := range d.Tokens {
		s.forms[i] = d.Tokens[i].Form
	}
	d.Places = nil
	for i := range d.Sentences {
		s.sentence(&d.Sentences[i])
	}
}

// A scan is one document on its way through a Finder.
type scan struct {
	d      *doc.Document
	actors *lexicon.Actors
	date   string
	forms  []string

	first, end int // the sentence at hand
}

func (s *scan) sentence(sent *doc.Sentence) {
	s.first, s.end = sent.First, sent.End
	var last toponym
	for i := s.first; i < s.end; {
		t, ok := s.toponymAt(i)
		if !ok {
			i++
			continue
		}
		if s.isPlace(t, last) {
			t.used = true
			s.d.Places = append(s.d.Places, doc.Place{
				First: t.first, End: t.end, ID: t.id,
				Place: readout.Place{Name: t.name, Country: t.country},
			})
		}
		i, last = t.end, t
	}
}

// A toponym is a name in the text that can be a place.
type toponym struct {
	first, end int
	id         string // the lexicon's identifier; "" for a capital, which has none of its own
	name       string
	country    string
	state      bool // a country rather than a place in it
	used       bool // as a place
}

// toponymAt returns the toponym that begins at token i. Of several places of one name the one
// that existed on the day is taken; a person or organization of the same name hides none of them,
// since only the use tells.
func (s *scan) toponymAt(i int) (toponym, bool) {
	if r, _ := utf8.DecodeRuneInString(s.forms[i]); !unicode.IsUpper(r) && s.forms[i] != "the" {
		return toponym{}, false
	}
	matches := s.actors.Match(s.forms[i:s.end])
	if len(matches) == 0 {
		return toponym{}, false
	}
	var found toponym
	for _, m := range matches {
		if m.Len != matches[0].Len || !m.On(s.date) || found.end > 0 && m.Known.Kind != lexicon.Seat {
			continue
		}
		t := toponym{first: i, end: i + m.Len, country: m.Known.CodeOn(s.date)}
		switch {
		case m.Known.Kind == lexicon.Seat:
			t.id, t.name = m.Known.ID, m.Known.Name
		case m.As == lexicon.AsCapital:
			t.name = s.written(t.first, t.end)
		case m.Known.Kind == lexicon.Country && m.As == lexicon.AsName:
			t.id, t.name, t.state = m.Known.ID, m.Known.Name, true
		default:
			continue
		}
		found = t
	}
	return found, found.end > 0
}

// written returns the words of tokens [first, end), in title case where the text shouts.
func (s *scan) written(first, end int) string {
	text := []rune(s.d.Span(first, end).Text)
	for _, r := range text {
		if unicode.IsLower(r) {
			return string(text)
		}
	}
	for i := 1; i < len(text); i++ {
		if unicode.IsLetter(text[i-1]) {
			text[i] = unicode.ToLower(text[i])
		}
	}
	return string(text)
}
