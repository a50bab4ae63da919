package mention

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// nameIndex puts a person under the words that a short form of the name can be: the last, by which
// most names go, and the first, by which Chinese, Korean, Vietnamese and Hungarian names go.
func (s *search) nameIndex(e int, tokens []string) {
	for _, t := range []string{tokens[len(tokens)-1], tokens[0]} {
		if !slices.Contains(s.named[t], e) {
			s.named[t] = append(s.named[t], e)
		}
	}
}

// shortNames settles the surnames that the lexicon knows, the doubtful ones last.
func (s *search) shortNames() {
	for _, doubtful := range []bool{false, true} {
		for i := range s.pending {
			p := &s.pending[i]
			if p.doubtful != doubtful || s.inner[p.first] >= 0 { // part of a longer name
				continue
			}
			entity, why := s.whoseSurname(p)
			if doubtful && why != namedInArticle {
				continue
			}
			s.keepInner(s.add(p.sentence, p.first, p.end, doc.Name, entity, why))
		}
	}
}

const namedInArticle = "surname of a person whom the article names"

// whoseSurname decides between people of one surname: who is named in full in the article; who
// holds the office that the title says, or any office, on the day; the only one there is.
func (s *search) whoseSurname(p *shortForm) (int, string) {
	var full []int
	for _, k := range p.people {
		if e, ok := s.byKey[k.ID]; ok {
			full = append(full, e)
		}
	}
	if len(full) == 1 {
		return full[0], namedInArticle
	}
	form := strings.ToLower(doc.Norm(s.d.Span(p.first, p.end).Text))
	if e := s.otherWithSurname(form); e >= 0 && len(full) == 0 {
		return e, namedInArticle
	}
	people := p.people
	if len(full) > 1 {
		people = people[:0:0]
		for _, e := range full {
			people = append(people, s.entities[e].known)
		}
	}
	if role := s.roleBefore(p.sentence, p.first); role != nil {
		for _, date := range []string{s.date, ""} { // on the day, else ever
			if k := s.onlyHolder(people, role, date); k != nil {
				return s.knownEntity(k), "surname and title in the lexicon"
			}
		}
	}
	if k := s.onlyHolder(people, nil, s.date); k != nil {
		return s.knownEntity(k), "surname of one in office on the day"
	}
	if len(people) == 1 {
		return s.knownEntity(people[0]), "surname in the lexicon"
	}
	return -1, "several people have this surname"
}

// otherWithSurname returns the only person of the article whose full name ends in the surname, but whom the
// lexicon does not call by it alone: someone unknown to it, or less known than another of the name.
func (s *search) otherWithSurname(form string) int {
	var found []int
	for _, e := range s.named[form] {
		if x := &s.entities[e]; x.known == nil && x.tokens[len(x.tokens)-1] == form {
			found = append(found, e)
		}
	}
	for e := range s.entities {
		if x := &s.entities[e]; x.known != nil && x.Class == doc.Person && strings.HasSuffix(strings.ToLower(doc.Norm(x.Name)), " "+form) {
			found = append(found, e)
		}
	}
	if len(found) != 1 {
		return -1
	}
	return found[0]
}

// onlyHolder returns the only one of the people who held the office that the role speaks of (any
// office, for nil) on the date, or at any time when that is empty.
func (s *search) onlyHolder(people []*lexicon.Known, role *lexicon.Role, date string) *lexicon.Known {
	var only *lexicon.Known
	for _, k := range people {
		for _, o := range k.OfficesOn(date) {
			if role != nil && !s.means(*role, o.Title) {
				continue
			}
			if only != nil && only != k {
				return nil
			}
			only = k
		}
	}
	return only
}

// roleBefore returns the role that ends before token i, nil for none.
func (s *search) roleBefore(sentence, i int) *lexicon.Role {
	if n := s.roleEnding(sentence, i); n > 0 {
		role, _ := s.roleAt(i-n, i)
		return &role
	}
	return nil
}

// familyNames finds single name tokens that are a short form of a full name of the article, and
// those that a title makes a person's.
func (s *search) familyNames() {
	for e := range s.entities {
		if x := &s.entities[e]; x.Class == doc.Person && x.known != nil {
			s.entities[e].tokens = strings.Fields(strings.ToLower(doc.Norm(x.Name)))
			s.nameIndex(e, x.tokens)
		}
	}
	s.noteFirstNames()
	for sentence := range s.d.Sentences {
		first, end := s.bounds(sentence)
		for i := first; i < end; i++ {
			if s.inner[i] < 0 && (s.isNameToken(i) || s.isTaggedPerson(i)) && !s.isInRole(first, end, i) {
				s.familyName(sentence, i)
			}
		}
	}
}

// isTaggedPerson reports whether token i alone is a person's name to the tagger, but for titles before it.
func (s *search) isTaggedPerson(i int) bool {
	t := s.tag(i)
	return t != nil && t.class == doc.Person && t.end == i+1 && s.withoutTitles(t) == i && !s.nobody[i]
}

// isInRole reports whether token i is a word of a role: "Foreign" in "Foreign Minister".
func (s *search) isInRole(first, end, i int) bool {
	for k := max(first, i-maxRole); k <= i; k++ {
		if _, n := s.roleAt(k, end); k+n > i {
			return true
		}
	}
	return false
}

func (s *search) familyName(sentence, i int) {
	form := strings.ToLower(doc.Norm(s.forms[i]))
	entity, why := s.byShortForm(sentence, i, form)
	titled := s.isTitled(sentence, i) || i > s.d.Sentences[sentence].First && abbreviatedTitles[s.lemmas[i-1]]
	tagged := s.isTaggedPerson(i)
	if why == "" {
		if !titled && !tagged || len(form) < 2 || honorifics[s.lemmas[i]] != 0 || abbreviatedTitles[form] {
			return
		}
		if why = "title before the name"; !titled {
			why = "tagged as a person"
		}
		entity = s.entity("surname/"+form, someone{
			Entity: doc.Entity{Name: s.forms[i], Class: doc.Person}, tokens: []string{form},
		})
		s.nameIndex(entity, []string{form})
	}
	if rel := s.d.Tokens[i].Deprel; entity >= 0 && s.entities[entity].Class == doc.UnknownClass && (titled || rel == "nsubj" || rel == "nmod:poss") {
		s.entities[entity].Class = doc.Person
	}
	s.keepInner(s.add(sentence, i, i+1, doc.Name, entity, why))
}

// byShortForm returns the person of the article whose short name the form is; -1 with a reason
// when there are several, -1 without one when there is none.
func (s *search) byShortForm(sentence, i int, form string) (int, string) {
	var last, given []int
	for _, e := range s.named[form] {
		if t := s.entities[e].tokens; t[len(t)-1] == form {
			last = append(last, e)
		} else {
			given = append(given, e)
		}
	}
	for _, candidates := range [][]int{last, given} {
		candidates = s.ofGender(candidates, s.genderBefore(sentence, i))
		switch {
		case len(candidates) == 1:
			return candidates[0], "short form of a full name in the article"
		case len(candidates) > 1:
			return s.calledSo(candidates, form, i)
		}
	}
	return -1, ""
}

// calledSo decides between people of the article who have the name: the only one whom it names in full
// before token i; else the one who goes by the short form alone since then, as those do not who come after
// him with the same name, his father and his wife.
func (s *search) calledSo(candidates []int, form string, i int) (int, string) {
	only, several := -1, false
	for _, e := range candidates {
		if at, ok := s.firstNamed[e]; ok && at < i {
			several = several || only >= 0
			only = e
		}
	}
	if only >= 0 && !several {
		s.goesBy[form] = only
		return only, "short form of the only full name so far"
	}
	if e, ok := s.goesBy[form]; ok && slices.Contains(candidates, e) {
		return e, "who goes by the short form"
	}
	return -1, "several people of the article have this name"
}

// noteFirstNames notes where the article first names each person in full.
func (s *search) noteFirstNames() {
	s.firstNamed, s.goesBy = make(map[int]int), make(map[string]int)
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Entity < 0 || m.Kind != doc.Name || m.nameEnd-m.nameFirst < 2 {
			continue
		}
		if at, ok := s.firstNamed[m.Entity]; !ok || m.First < at {
			s.firstNamed[m.Entity] = m.First
		}
	}
}

// genderBefore returns the gender that an honorific before token i tells, 0 for none.
func (s *search) genderBefore(sentence, i int) byte {
	if i > s.d.Sentences[sentence].First {
		return honorifics[s.lemmas[i-1]]
	}
	return 0
}

// ofGender returns those of the people who can be of the gender.
func (s *search) ofGender(people []int, gender byte) []int {
	var fit []int
	for _, e := range people {
		x := &s.entities[e]
		if !(gender == 'm' && x.female || gender == 'f' && x.male) {
			fit = append(fit, e)
		}
	}
	return fit
}
