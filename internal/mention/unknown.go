package mention

import (
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// unknownNames finds names of two and more words that the lexicon does not have: people,
// organizations, places. What the name is follows from its last word, from a title, from an
// apposition, or from a verb that only people are the subject of.
func (s *search) unknownNames(sentence int) {
	first, end := s.bounds(sentence)
	for i := first; i < end; {
		if !s.isNameToken(i) || s.inner[i] >= 0 {
			i++
			continue
		}
		runEnd := s.runEnd(i, end)
		if !s.titleCase[sentence] || s.sameFullName(s.nameTokens(i, runEnd)) >= 0 {
			s.unknownRun(sentence, i, runEnd)
		}
		i = runEnd
	}
}

// runEnd returns one past the run of name tokens that begins at i. Lower-case particles and
// hyphens belong to it where a name token follows.
func (s *search) runEnd(i, end int) int {
	for i++; i < end; {
		switch {
		case s.isNameToken(i) && s.inner[i] < 0:
			i++
		case i+1 < end && s.isNameToken(i+1) && s.inner[i+1] < 0 && s.isJoint(i):
			i += 2
		case i+2 < end && particles[s.forms[i]] && (doc.Norm(s.forms[i+1]) == "-" || particles[s.forms[i+1]]) && s.isNameToken(i+2):
			i += 3
		default:
			return i
		}
	}
	return i
}

// isJoint reports whether token i can stand between two words of one name.
func (s *search) isJoint(i int) bool {
	if particles[s.forms[i]] {
		return true
	}
	t := &s.d.Tokens[i]
	f := doc.Norm(t.Form)
	return (f == "-" || f == "'") && t.Start == s.d.Tokens[i-1].End && t.End == s.d.Tokens[i+1].Start
}

// unknownRun takes the run of name tokens [first, end) as a name, if it is one.
func (s *search) unknownRun(sentence, first, end int) {
	if of := end < len(s.forms) && s.lemmas[end] == "of"; of && (organizationHeads[s.lemmas[first]] || organizationHeads[s.lemmas[end-1]]) {
		s.unknownOrganization(sentence, first, end)
		return
	}
	for first < end { // titles are no part of the name
		if honorifics[s.lemmas[first]] != 0 || abbreviatedTitles[s.lemmas[first]] {
			first++
			continue
		}
		if _, n := s.roleAt(first, end); n > 0 {
			if first+n < end && organizationHeads[s.lemmas[first+n]] {
				break
			}
			first += n
			continue
		}
		break
	}
	if first >= end || s.allShortForms(first, end) {
		return
	}
	last := s.lemmas[end-1]
	switch {
	case organizationHeads[last]:
		s.unknownOrganization(sentence, first, end)
	case thingHeads[last]:
	case placeHeads[last] || placeHeads[s.lemmas[first]]:
		if end-first > 1 {
			name := s.d.Span(first, end).Text
			s.keepInner(s.add(sentence, first, end, doc.Name, s.location(name, ""), "name of a place"))
		}
	case end-first > 1:
		s.unknownPerson(sentence, first, end)
	}
}

// allShortForms reports whether [first, end) is nothing but surnames that the lexicon knows:
// names of several people side by side, as headlines write them.
func (s *search) allShortForms(first, end int) bool {
	for i := first; i < end; {
		p := s.pendingAt(i)
		if p < 0 {
			return false
		}
		i = s.pending[p].end
	}
	return true
}

// pendingAt returns the index of the surname that begins at token i, -1 for none.
func (s *search) pendingAt(i int) int {
	lo, hi := 0, len(s.pending)
	for lo < hi {
		if mid := (lo + hi) / 2; s.pending[mid].first < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.pending) && s.pending[lo].first == i {
		return lo
	}
	return -1
}

// isAdministration reports whether the tokens are the government of somebody whom the lexicon knows: "the Truman
// Administration".
func (s *search) isAdministration(first, end int) bool {
	return end-first == 2 && s.lemmas[first+1] == "administration" && s.pendingAt(first) >= 0
}

// unknownOrganization takes the organization's name with the country before it and an "of"
// phrase of names after it: "Iranian Red Crescent Society", "Ministry of Foreign Affairs".
func (s *search) unknownOrganization(sentence, first, end int) {
	from, to := s.bounds(sentence)
	head := s.lemmas[end-1]
	for first > from {
		if m := s.inner[first-1]; m >= 0 && s.mentions[m].End == first && s.belongs(int(m), first, end) {
			first = s.mentions[m].First
			continue
		}
		if first-3 >= from && s.isHyphenated(first-3, first) {
			first -= 3
			continue
		}
		break
	}
	if end+1 < to && (s.lemmas[end] == "of" || s.lemmas[end] == "for") && !corporate[head] {
		end = s.ofName(end+1, to, end)
	}
	if end-first == 1 || s.isAdministration(first, end) { // "the Council", "the Times": says too little
		return
	}
	s.addOrganization(sentence, first, end, "name that ends in "+head)
}

// isHyphenated reports whether [first, end) is two words with capitals and a hyphen: "American-Arab".
func (s *search) isHyphenated(first, end int) bool {
	t := s.d.Tokens[first:end]
	return doc.Norm(t[1].Form) == "-" && t[0].End == t[1].Start && t[1].End == t[2].Start &&
		!s.isSmall(first) && !s.isSmall(first+2) && (t[2].UPOS == "ADJ" || t[2].UPOS == "PROPN")
}

// Words that end the names of companies; what follows with "of" is where they are.
var corporate = doc.WordSet("inc inc. corp corp. corporation ltd ltd. llc plc")

// addOrganization takes [first, end) as the name of an organization; countries inside remain mentions
// of their own.
func (s *search) addOrganization(sentence, first, end int, why string) {
	name := s.d.Span(first, end).Text
	id := s.add(sentence, first, end, doc.Name, s.entity("organization/"+strings.ToLower(name), someone{
		Entity: doc.Entity{Name: name, Class: doc.Organization}, titles: []string{s.lemmas[end-1]},
	}), why)
	e := &s.entities[s.mentions[id].Entity]
	for t := first; t < end && e.code == ""; t++ {
		if m := s.inner[t]; m >= 0 && s.mentions[m].Entity >= 0 {
			e.code = s.entities[s.mentions[m].Entity].code
		}
	}
	for t := first; t < end; t++ {
		if s.inner[t] < 0 {
			s.inner[t] = int32(id)
		}
	}
}

// belongs reports whether the name of a country or city before the organization's name is a part
// of it: an adjective, or a compound that the tree hangs on it.
func (s *search) belongs(m, first, end int) bool {
	f := &s.mentions[m]
	if f.Kind == doc.Adjective {
		return true
	}
	h := s.d.Tokens[f.Head].Head
	if e := f.Entity; e < 0 || s.entities[e].Class == doc.Person || s.entities[e].Class == doc.Organization {
		return false
	}
	return h >= first && h < end
}

// ofName returns the end of the run of names from i on, which may hold "and", "the" and names of
// the lexicon; otherwise what it is given.
func (s *search) ofName(i, to, otherwise int) int {
	end := otherwise
	for i < to {
		switch {
		case s.isNameToken(i) || s.inner[i] >= 0:
			i++
			end = i
		case s.lemmas[i] == "the" || s.lemmas[i] == "and" && end > otherwise || s.lemmas[i] == "of":
			if i+1 >= to || !s.isNameToken(i+1) || s.lemmas[i] == "and" && s.d.Tokens[i+1].Head >= otherwise {
				return end
			}
			i++
		default:
			return end
		}
	}
	return end
}

// unknownPerson takes the name of two and more words as a person's where something says so, else
// as somebody's or something's.
func (s *search) unknownPerson(sentence, first, end int) {
	class, why := s.personEvidence(sentence, first, end)
	tokens := s.nameTokens(first, end)
	e := s.sameFullName(tokens)
	if k := s.withMiddleName(tokens, end); e < 0 && k != nil {
		e, why = s.knownEntity(k), "name in the lexicon, with middle names"
	} else if e < 0 {
		e = s.entity("", someone{
			Entity: doc.Entity{Name: s.d.Span(first, end).Text, Class: class}, tokens: tokens,
		})
	} else if why == "" {
		why = "the same full name"
	}
	if class == doc.Person {
		s.entities[e].Class = class
	}
	for k := end; k < min(end+6, len(s.lemmas)); k++ { // "Jane Doe, a spokeswoman"
		s.entities[e].female = s.entities[e].female || s.forms[end] == "," && tellsWoman(s.lemmas[k])
	}
	if s.entities[e].known == nil {
		s.nameIndex(e, tokens)
	}
	if why == "" {
		why = "unknown name"
	}
	if old := &s.entities[e]; old.known == nil && len(tokens) > len(old.tokens) {
		old.Name, old.tokens = s.d.Span(first, end).Text, tokens
	}
	s.keepInner(s.add(sentence, first, end, doc.Name, e, why))
}

// personEvidence tells what the words around the name say of it.
func (s *search) personEvidence(sentence, first, end int) (doc.Class, string) {
	from, to := s.bounds(sentence)
	if t := s.tag(first); t != nil && t.class == doc.Person && t.first <= first && t.end >= end {
		return doc.Person, "tagged as a person"
	}
	if s.isTitled(sentence, first) || first > from && abbreviatedTitles[s.lemmas[first-1]] {
		return doc.Person, "title before the name"
	}
	if next := end; next < to {
		if s.forms[next] == "," && next+1 < to {
			next++
		}
		if s.lemmas[next] == "who" || s.lemmas[next] == "whose" || s.lemmas[next] == "whom" {
			return doc.Person, "name before who"
		}
	}
	head := &s.d.Tokens[s.headOf(first, end)]
	if head.Rel() == "nsubj" && head.Head >= 0 && speechVerbs[s.lemmas[head.Head]] {
		return doc.Person, "subject of " + s.lemmas[head.Head]
	}
	if head.Rel() == "obj" && head.Head >= 0 && personalVerbs[s.lemmas[head.Head]] {
		return doc.Person, "object of " + s.lemmas[head.Head]
	}
	if n := end - first; n > 1 && n < 5 && s.actors.GivenName(strings.ToLower(s.forms[first])) {
		return doc.Person, "given name"
	}
	if first > from && (s.lemmas[first-1] == "in" || s.lemmas[first-1] == "near") {
		return doc.Location, "name after " + s.lemmas[first-1]
	}
	return doc.UnknownClass, ""
}

// nameTokens returns the words of a name in lower case.
func (s *search) nameTokens(first, end int) []string {
	tokens := make([]string, 0, end-first)
	for i := first; i < end; i++ {
		if f := doc.Norm(s.forms[i]); f != "-" && f != "'" {
			tokens = append(tokens, strings.ToLower(f))
		}
	}
	return tokens
}

// withMiddleName returns the one whom the lexicon knows by the first, or its initial, and the
// last of the tokens; nil when there is none.
func (s *search) withMiddleName(tokens []string, end int) *lexicon.Known {
	p := s.pendingAt(end - 1)
	if p < 0 {
		return nil
	}
	for _, k := range s.pending[p].people {
		given, _, _ := strings.Cut(strings.ToLower(k.Name), " ")
		initial := strings.TrimSuffix(tokens[0], ".")
		if given == tokens[0] || len(initial) == 1 && strings.HasPrefix(given, initial) {
			return k
		}
	}
	return nil
}

// sameFullName returns the person whose full name is the same but for middle names: "Ali Hassan",
// "Ali A. Hassan"; -1 for none.
func (s *search) sameFullName(tokens []string) int {
	first, last := tokens[0], tokens[len(tokens)-1]
	for _, e := range s.named[last] {
		if old := s.entities[e].tokens; old[0] == first && old[len(old)-1] == last {
			return e
		}
	}
	return -1
}
