package mention

import (
	"sort"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/lexicon"
)

// A shortForm is a surname that the lexicon knows, before it is settled whose it is.
type shortForm struct {
	sentence   int
	first, end int
	people     []*lexicon.Known
	doubtful   bool // as a name: it counts only where the article names the person elsewhere
}

// lexicalNames finds the names that the lexicon knows. Surnames wait until every full name of the
// article is known.
func (s *search) lexicalNames(sentence int) {
	first, end := s.bounds(sentence)
	for i := first; i < end; {
		matches := s.actors.Match(s.forms[i:end])
		if len(matches) == 0 {
			i++
			continue
		}
		if n := s.takeName(sentence, i, matches); n > 0 {
			i += n
		} else {
			i++
		}
	}
}

// takeName takes one meaning of the name at token i, and returns how many tokens it has; 0 when
// the words there are no name after all.
func (s *search) takeName(sentence, i int, matches []lexicon.Match) int {
	matches = s.onTheDay(matches)
	n := matches[0].Len
	if t := &s.d.Tokens[i]; n == 1 && t.Name == "O" && t.UPOS == "PRON" {
		return 0 // "WHO WANTS TO KNOW?"
	}
	titled := s.isTitled(sentence, i)
	var people []*lexicon.Known
	var other *lexicon.Match
	for k := range matches {
		m := &matches[k]
		if m.Known.Kind == lexicon.Other {
			s.markNobody(i, i+n)
			return n
		}
		if m.Known.Kind != lexicon.Person {
			if other == nil || s.betterSense(i, m, other) {
				other = m
			}
			continue
		}
		if m.As != lexicon.AsShort && other == nil {
			if s.isPartOfLongerName(sentence, i, i+n) || s.isInTaggedPerson(i, i+n) {
				return 0
			}
			id := s.add(sentence, i, i+n, doc.Name, s.knownEntity(m.Known), "name in the lexicon")
			s.keepInner(id)
			return n
		}
		people = append(people, m.Known)
	}
	switch {
	case other != nil && (len(people) == 0 || !titled):
		if n == 1 && s.bearsSurname(i) {
			return 0
		}
		if titled && n == 1 && other.Known.Kind == lexicon.Country && other.As == lexicon.AsName && s.honorificBefore(sentence, i) || s.isInTaggedPerson(i, i+n) {
			return 0
		}
		return s.takeOther(sentence, i, other)
	case len(people) > 0:
		doubtful := s.titleCase[sentence] || !s.canBeSurname(sentence, i, i+n)
		s.pending = append(s.pending, shortForm{sentence, i, i + n, people, doubtful})
		return n
	}
	return 0
}

// markNobody marks tokens that are the name of nobody: "Berlin Wall".
func (s *search) markNobody(first, end int) {
	for t := first; t < end; t++ {
		s.nobody[t] = true
	}
}

// onTheDay keeps the meanings that hold on the article's day; all when none does, since an article
// may speak of the past.
func (s *search) onTheDay(matches []lexicon.Match) []lexicon.Match {
	var on []lexicon.Match
	for _, m := range matches {
		if m.On(s.date) {
			on = append(on, m)
		}
	}
	if on == nil {
		return matches
	}
	return on
}

// betterSense reports whether meaning m of the name at token i suits the text better than old: a
// seat where the name is used as a place, the government where it is not, or the organization that is called
// by a capital: who speaks in Brussels is rather the European Union than Belgium.
func (s *search) betterSense(i int, m, old *lexicon.Match) bool {
	if s.place[i] < 0 && m.Known.Kind == lexicon.Organization && m.As == lexicon.AsMetonym && old.As == lexicon.AsCapital {
		return true
	}
	return s.place[i] >= 0 && m.Known.Kind == lexicon.Seat && old.Known.Kind != lexicon.Seat ||
		s.place[i] < 0 && m.Known.Kind != lexicon.Seat && old.Known.Kind == lexicon.Seat
}

// takeOther takes a name of a country, an organization or a seat.
func (s *search) takeOther(sentence, i int, m *lexicon.Match) int {
	end := i + m.Len
	kind, entity, why := doc.Name, -1, "name in the lexicon"
	switch p := s.townAt(i, end, m); {
	case p != nil:
		entity, why = s.location(p.Name, p.Country), "a place with its region beside it"
	case m.Known.Kind == lexicon.Country && (m.As == lexicon.AsCapital || m.As == lexicon.AsMetonym):
		if p := s.place[i]; p >= 0 {
			entity, why = s.location(s.d.Places[p].Place.Name, m.Known.Code), "capital used as a place"
		} else if s.isCalledCapital(i) {
			entity, why = s.location(s.d.Span(i, end).Text, m.Known.Code), "called a capital"
		} else {
			entity, why = s.knownEntity(m.Known), "seat that speaks for its government"
		}
	case m.Known.Kind == lexicon.Seat && m.Known.Sector != "" && s.place[i] < 0 && s.state(m.Known.CodeOn(s.date)) >= 0:
		entity, why = s.state(m.Known.CodeOn(s.date)), "seat that speaks for its government"
	case m.As == lexicon.AsPeople && s.firstPeoples(i, m.Known.Code):
		return 0
	case i > 0 && s.lemmas[i-1] == "ethnic" && (m.As == lexicon.AsPeople || m.As == lexicon.AsAdjective): // of the country where they live
		kind, entity, why = doc.Adjective, s.minority("", s.d.Span(i-1, end).Text), "ethnic group"
	case m.As == lexicon.AsPeople:
		kind, entity, why = doc.Adjective, s.people(m.Known.Code, s.d.Span(i, end).Text), "people in the lexicon"
	case m.As == lexicon.AsMinority:
		kind, entity, why = doc.Adjective, s.minority(m.Known.Code, s.d.Span(i, end).Text), "people within a country in the lexicon"
	case m.As == lexicon.AsAdjective:
		if s.firstPeoples(i, m.Known.Code) {
			return 0
		}
		kind = doc.Adjective
		entity, why = s.adjective(i, end, m.Known)
		if entity < 0 {
			return 0
		}
	default:
		if m.Len == 1 && (s.kindOfParty(i) || s.isFlatWithNeighbour(sentence, i) || s.elsewhere(i, m.Known)) {
			return 0
		}
		entity = s.knownEntity(m.Known)
		if m.Known.Kind == lexicon.Country && s.d.Tokens[end-1].Rel() == "compound" &&
			s.nounFollows(end) && s.forms[end] != "-" && (i == 0 || s.lemmas[i-1] != "of") {
			kind = doc.Adjective
		}
	}
	first := i
	if first+1 < end && s.forms[first] == "the" { // "The Hague", but "the Washington Post"
		first++
	}
	id := s.add(sentence, first, end, kind, entity, why)
	s.keepInner(id)
	return m.Len
}

// townAt returns the place that is meant by the name of a country or a capital at [first, end) when the text gives
// the region beside it and it lies in another country: "Lebanon, Pennsylvania"; nil otherwise.
func (s *search) townAt(first, end int, m *lexicon.Match) *readout.Place {
	if m.Known.Kind != lexicon.Country && m.Known.Kind != lexicon.Seat {
		return nil
	}
	k := sort.Search(len(s.d.Toponyms), func(k int) bool { return s.d.Toponyms[k].First >= first })
	if k == len(s.d.Toponyms) {
		return nil
	}
	t := &s.d.Toponyms[k]
	if t.First != first || t.End != end || !t.Beside || t.Place.Country == "" || t.Place.Country == m.Known.CodeOn(s.date) {
		return nil
	}
	return &t.Place
}

// isCalledCapital reports whether the words before token i call what it names a capital: "the capital, Quito".
func (s *search) isCalledCapital(i int) bool {
	if i > 1 && s.forms[i-1] == "," {
		i--
	}
	return i > 0 && s.lemmas[i-1] == "capital"
}

// elsewhere reports whether the name at token i, of a body of one country, follows the name of another country
// whose body is meant: "Nigeria's Senate", "the Chilean Senate".
func (s *search) elsewhere(i int, k *lexicon.Known) bool {
	if k.Kind != lexicon.Organization || len(k.Code) != 3 || i < 1 {
		return false
	}
	owner := i - 1
	if form := doc.Norm(s.d.Tokens[owner].Form); (form == "'s" || form == "'") && owner > 0 {
		owner--
	}
	if s.inner[owner] < 0 {
		return false
	}
	e := s.mentions[s.inner[owner]].Entity
	if e < 0 || s.entities[e].Class != doc.State {
		return false
	}
	code := s.entities[e].code
	return code != "" && code != k.Code
}

// keepInner makes the mention the name of the lexicon at its tokens.
func (s *search) keepInner(id int) {
	for t := s.mentions[id].First; t < s.mentions[id].End; t++ {
		s.inner[t] = int32(id)
	}
}

// location returns the entity of a place that the lexicon knows only as a capital.
func (s *search) location(name, code string) int {
	return s.entity("place/"+strings.ToLower(name), someone{
		Entity: doc.Entity{Name: name, Class: doc.Location}, code: code,
	})
}

// adjective returns what the adjective of a country or organization at [first, end) speaks of: the
// country, its people ("the Chinese"), or -1 for a language ("in Chinese").
func (s *search) adjective(first, end int, k *lexicon.Known) (int, string) {
	t := &s.d.Tokens[end-1]
	rel := t.Rel()
	if k.Kind != lexicon.Country || rel == "amod" || rel == "compound" || s.nounFollows(end) {
		return s.knownEntity(k), "adjective in the lexicon"
	}
	determined := first > 0 && (s.d.Tokens[first-1].UPOS == "DET" || s.d.Tokens[first-1].UPOS == "NUM")
	switch rel {
	case "nsubj", "obj", "iobj", "obl", "nmod":
		if determined || s.ofOne(end-1) || strings.HasSuffix(t.XPOS, "PS") || strings.HasSuffix(t.XPOS, "NS") {
			return s.people(k.Code, s.d.Span(first, end).Text), "people of the country"
		}
		if rel != "nsubj" {
			return -1, ""
		}
	}
	return s.knownEntity(k), "adjective in the lexicon"
}

// kindOfParty reports whether the word before token i makes another party of the one it names: "Social Democrats".
func (s *search) kindOfParty(i int) bool {
	switch s.forms[i] {
	case "Democrats", "Republicans", "Conservatives", "Liberals", "Democrat", "Republican":
		return i > 0 && kinds[s.lemmas[i-1]] && doc.Capitalized(s.forms[i-1])
	}
	return false
}

var kinds = doc.WordSet("social christian liberal free national progressive sweden centre center new young united islamic left moderate popular constitutional independent radical")

// ofOne reports whether the adjective at token i stands for a person or people of the country by the words around
// it: "the first American to climb", "no Norwegian".
func (s *search) ofOne(i int) bool {
	for k := range s.d.Children(i) {
		if r := s.d.Tokens[k].Rel(); (r == "det" || r == "amod") && k < i {
			return true
		}
	}
	return false
}

// nounFollows reports whether token i goes on with the noun phrase of what stands before it.
func (s *search) nounFollows(i int) bool {
	if i >= len(s.d.Tokens) {
		return false
	}
	switch t := &s.d.Tokens[i]; t.UPOS {
	case "NOUN", "PROPN", "ADJ":
		return t.Rel() != "obl" && !calendar[s.lemmas[i]]
	case "PUNCT":
		return t.Form == "-"
	}
	return false
}

// isNameToken reports whether token i looks like a part of a name.
func (s *search) isNameToken(i int) bool {
	t := &s.d.Tokens[i]
	return (t.UPOS == "PROPN" || strings.HasPrefix(t.XPOS, "NNP")) && !s.nobody[i] && doc.Capitalized(t.Form) && !calendar[strings.ToLower(t.Form)]
}

// isFlatWithNeighbour reports whether token i and a name token beside it make one name, as in
// "Jordan Smith" and "Michael Jordan".
func (s *search) isFlatWithNeighbour(sentence, i int) bool {
	first, end := s.bounds(sentence)
	if i+1 < end && s.isNameToken(i+1) && s.d.Tokens[i+1].Rel() == "flat" && s.d.Tokens[i+1].Head == i {
		return true
	}
	t := &s.d.Tokens[i]
	return t.Rel() == "flat" && t.Head >= first && t.Head < i && s.isNameToken(t.Head) && s.inner[t.Head] < 0 &&
		s.roleEnding(sentence, t.Head+1) == 0
}

// isPartOfLongerName reports whether name tokens that are no title touch the person's name at
// [first, end): a longer name, so somebody else's.
func (s *search) isPartOfLongerName(sentence, first, end int) bool {
	from, to := s.bounds(sentence)
	if end < to && s.isNameToken(end) && s.d.Tokens[end].Rel() == "flat" && s.d.Tokens[end].Head >= first && s.d.Tokens[end].Head < end {
		return true
	}
	p := first - 1
	if p < from || !s.isNameToken(p) || s.inner[p] >= 0 || honorifics[s.lemmas[p]] != 0 || s.roleEnding(sentence, first) > 0 {
		return false
	}
	for i := first; i < end; i++ {
		if t := &s.d.Tokens[i]; t.Head == p && t.Rel() == "flat" {
			return true
		}
	}
	return false
}

// canBeSurname reports whether the surname at [first, end) stands there as one. The first word of
// a sentence has a capital whatever it is, so its part in the sentence must suit a name.
func (s *search) canBeSurname(sentence, first, end int) bool {
	for i := first; i < end; i++ {
		t := &s.d.Tokens[i]
		switch {
		case t.UPOS == "PROPN":
		case t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "ADP":
			return false
		case t.UPOS == "NOUN" && t.Name == "O": // "GREAT Store": no name to the tagger either
			return false
		case i == s.d.Sentences[sentence].First:
			if t.UPOS != "NOUN" || t.Rel() != "nsubj" || s.nounFollows(end) {
				return false
			}
		}
	}
	return true
}

// isTitled reports whether a title or an honorific stands before token i.
func (s *search) isTitled(sentence, i int) bool {
	return s.roleEnding(sentence, i) > 0 || s.honorificBefore(sentence, i)
}

func (s *search) honorificBefore(sentence, i int) bool {
	return i > s.d.Sentences[sentence].First && honorifics[s.lemmas[i-1]] != 0
}
