package mention

import (
	"slices"
	"strings"

	"readout/internal/doc"
)

// A taggedName is a stretch of tokens that the tagger of names takes for one.
type taggedName struct {
	first, end int
	class      doc.Class
}

// classOfTag is what the types of Universal NER (Mayhew et al., 2024) are here.
var classOfTag = map[string]doc.Class{"PER": doc.Person, "ORG": doc.Organization, "LOC": doc.Location}

// markTagged notes which name of the tagger each token is in.
func (s *search) markTagged() {
	s.taggedAt = make([]int32, len(s.d.Tokens))
	for i := range s.taggedAt {
		s.taggedAt[i] = -1
	}
	for _, sent := range s.d.Sentences {
		for i := sent.First; i < sent.End; i++ {
			typ, ok := strings.CutPrefix(s.d.Tokens[i].Name, "B-")
			if !ok || classOfTag[typ] == "" {
				continue
			}
			end := i + 1
			for end < sent.End && s.d.Tokens[end].Name == "I-"+typ {
				end++
			}
			if slices.ContainsFunc(s.forms[i:end], isAddress) {
				continue
			}
			for _, t := range s.mend(taggedName{i, end, classOfTag[typ]}, sent.End) {
				for k := t.first; k < t.end; k++ {
					s.taggedAt[k] = int32(len(s.tagged))
				}
				s.tagged = append(s.tagged, t)
			}
		}
	}
	s.acronyms()
	s.agreeOnClasses()
	s.noteSurnames()
}

// noteSurnames notes the last words of the full names of people, by which the article may call them afterwards though
// the word is the name of a country or a body elsewhere: "Mark Cuban owns the team. Cuban said …".
func (s *search) noteSurnames() {
	s.surnames = make(map[string]int)
	for _, t := range s.tagged {
		if t.class != doc.Person || t.end-t.first < 2 || slices.Contains(s.lemmas[t.first:t.end], "of") {
			continue
		}
		form := strings.ToLower(doc.Norm(s.forms[t.end-1]))
		if _, ok := s.surnames[form]; !ok {
			s.surnames[form] = t.end
		}
	}
}

// bearsSurname reports whether token i, the name of a country or an organization, is the surname of a person whom
// the article has named in full before, and stands where a person acts or is acted on.
func (s *search) bearsSurname(i int) bool {
	at, ok := s.surnames[strings.ToLower(doc.Norm(s.forms[i]))]
	if !ok || at > i || s.place[i] >= 0 || !doc.Capitalized(s.forms[i]) || s.nounFollows(i+1) {
		return false
	}
	if i > 0 && s.d.Tokens[i-1].UPOS == "DET" {
		return false
	}
	switch s.d.Tokens[i].Rel() {
	case "nsubj", "obj", "iobj", "nmod", "obl", "conj":
		c := s.d.Child(i, "case")
		return c < 0 || s.d.Tokens[c].XPOS == "POS" || personal[s.lemmas[c]]
	}
	return false
}

// personal names prepositions before those whom one deals with, and not before places.
var personal = map[string]bool{"with": true, "by": true, "for": true, "about": true, "against": true}

// isAddress reports whether a word is an address on the internet, or a channel there.
func isAddress(form string) bool {
	return strings.HasPrefix(form, "#") || strings.Contains(form, "@") || strings.Contains(form, "://") || strings.HasPrefix(form, "www.")
}

// agreeOnClasses gives names of one word the class that the word most often has in the article, since
// a name means the same throughout; of equals a person's. The full name of a company tells what its first
// word is: "Kelmo Ltd.", "Kelmo".
func (s *search) agreeOnClasses() {
	counts := map[string]map[doc.Class]int{}
	word := func(t *taggedName) string { return s.forms[t.end-1] }
	vote := func(word string, class doc.Class, n int) {
		if counts[word] == nil {
			counts[word] = map[doc.Class]int{}
		}
		counts[word][class] += n
	}
	for i := range s.tagged {
		switch t := &s.tagged[i]; {
		case t.end-t.first == 1 || t.class == doc.Person:
			vote(word(t), t.class, 1) // the last word of a longer name stands for a person alone
		case t.class == doc.Organization && corporate[s.lemmas[t.end-1]] && s.d.Tokens[t.first].UPOS == "PROPN" && s.toponym(t.first) == nil:
			vote(s.forms[t.first], t.class, 100)
		}
	}
	for i := range s.tagged {
		t := &s.tagged[i]
		if t.end-t.first > 1 {
			continue
		}
		n := counts[word(t)]
		for _, c := range []doc.Class{doc.Person, doc.Organization, doc.Location} {
			if n[c] > n[t.class] || n[c] == n[t.class] && c == doc.Person {
				t.class = c
			}
		}
	}
}

// tag returns the name of the tagger that token i is in, nil for none.
func (s *search) tag(i int) *taggedName {
	if k := s.taggedAt[i]; k >= 0 {
		return &s.tagged[k]
	}
	return nil
}

// isInTaggedPerson reports whether [first, end) is only a part of what the tagger takes for a
// person's name: "Paris" in "Paris Hilton".
func (s *search) isInTaggedPerson(first, end int) bool {
	t := s.tag(first)
	return t != nil && t.class == doc.Person && t.first <= first && end <= t.end && t.end-t.first > end-first
}

// taggedNames takes the tagger's names where the lexicon has none, but for the single words that can
// be short forms of people's names; those wait until all full names are known.
func (s *search) taggedNames(sentence int) {
	from, to := s.bounds(sentence)
	for i := from; i < to; i++ {
		t := s.tag(i)
		if t == nil || t.first != i {
			continue
		}
		first, end := s.free(t)
		switch {
		case first >= end || s.endsAsRole(sentence, t) || s.endsAsThing(t) || end-first == 1 && s.pendingAt(first) >= 0:
		case t.class == doc.Organization:
			s.taggedOrganization(sentence, t.first, t.end)
		case t.class == doc.Location:
			s.taggedPlace(sentence, first, end)
		case end-first > 1:
			s.unknownPerson(sentence, first, end)
		}
	}
}

// endsAsRole reports whether what the tagger took for a name is a role: "Army", "U.S. President". The name
// of an organization of more words may end as a body does, "Tarvu Provisional Authority", and a person's
// as an office, "Sarah Bishop".
func (s *search) endsAsRole(sentence int, t *taggedName) bool {
	n := s.roleEnding(sentence, t.end)
	switch {
	case n == 0:
		return false
	case n >= t.end-t.first:
		return true
	case s.isAdministration(t.first, t.end):
		return true
	case t.class == doc.Organization && organizationHeads[s.lemmas[t.first]] && s.lemmas[t.first+1] == "of": // "Association of Tarvu Scholars"
		return false
	case t.class == doc.Organization:
		role, _ := s.roleAt(t.end-n, t.end)
		return role.Office || role.Head || s.isSmall(t.end-1)
	case t.class == doc.Person:
		return !s.actors.GivenName(strings.ToLower(s.forms[t.first]))
	}
	return true
}

// endsAsThing reports whether the last word of the tagged name is one of things that do not act. Some
// organizations are named with such a word: "Economic Forum", "News Channel".
func (s *search) endsAsThing(t *taggedName) bool {
	last := s.lemmas[t.end-1]
	return thingHeads[last] && !(t.class == doc.Organization && t.end-t.first > 1 && alsoOrganizations[last])
}

var alsoOrganizations = doc.WordSet("channel forum week")

// free returns the part of the tagged name that begins with no title and holds no name of the
// lexicon, but for a shorter one within an organization or a place; nothing when there is none.
func (s *search) free(t *taggedName) (first, end int) {
	first, end = s.withoutTitles(t), t.end
	known := t.class == doc.Organization && organizationHeads[s.lemmas[end-1]] // "Jerusalem Post", which acts for nobody
	for i := first; i < end; i++ {
		if s.inner[i] < 0 && (!s.nobody[i] || known) {
			continue
		}
		if s.inner[i] < 0 || t.class == doc.Person {
			return 0, 0
		}
		if m := &s.mentions[s.inner[i]]; m.First < first || m.End > end || m.End-m.First == end-first {
			return 0, 0
		}
	}
	return first, end
}

// withoutTitles returns where the tagged name of a person begins that may have titles before it.
func (s *search) withoutTitles(t *taggedName) int {
	first := t.first
	for t.class == doc.Person && first < t.end-1 {
		n := 1
		if honorifics[s.lemmas[first]] == 0 && !abbreviatedTitles[s.lemmas[first]] {
			_, n = s.roleAt(first, t.end-1)
		}
		if n == 0 {
			break
		}
		first += n
	}
	return first
}

// taggedPlace takes the place's name; a country inside it is the place's: "Georgia Strait".
func (s *search) taggedPlace(sentence, first, end int) {
	if word := strings.ToLower(s.forms[first]); end-first == 1 && (calendar[word] || calendar[word+"."]) {
		return
	}
	code := ""
	for i := first; i < end; i++ {
		if m := s.inner[i]; m >= 0 && s.mentions[m].Entity >= 0 {
			code = s.entities[s.mentions[m].Entity].code
		}
	}
	id := s.add(sentence, first, end, doc.Name, s.location(s.d.Span(first, end).Text, code), "tagged as a place")
	for i := first; i < end; i++ {
		if s.inner[i] < 0 {
			s.inner[i] = int32(id)
		}
	}
}

// taggedOrganization takes the organization's name, with the country before it where that belongs
// to it and with the names of the lexicon in it.
func (s *search) taggedOrganization(sentence, first, end int) {
	from, _ := s.bounds(sentence)
	for first > from {
		m := s.inner[first-1]
		if m < 0 || s.mentions[m].End != first || s.mentions[m].Kind != doc.Adjective {
			break
		}
		first = s.mentions[m].First
	}
	if e := s.inFull(first); e >= 0 && end == first+1 {
		s.keepInner(s.add(sentence, first, end, doc.Name, e, "short form of a name in the article"))
		return
	}
	s.addOrganization(sentence, first, end, "tagged as an organization")
}
