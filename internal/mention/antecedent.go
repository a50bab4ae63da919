package mention

import (
	"slices"

	"readout/internal/doc"
)

// How prominent a mention is by its part in the clause (Lappin and Leass 1994, with fewer weights).
const (
	oblique  = 1
	object   = 2
	subject  = 3
	mainVerb = 1 // added for a subject of the sentence's root
)

// prominence returns how prominent the mention headed by token h is.
func (s *search) prominence(h int) int {
	for steps := 0; steps < 8; steps++ {
		t := &s.d.Tokens[h]
		if t.Head < 0 {
			return object
		}
		switch t.Rel() {
		case "conj", "flat", "appos":
			h = t.Head
			continue
		case "nsubj":
			if s.d.Tokens[t.Head].Head < 0 {
				return subject + mainVerb
			}
			return subject
		case "obj", "iobj":
			return object
		case "obl":
			if t.Deprel == "obl:agent" {
				return subject
			}
			return oblique
		case "nmod", "compound":
			return 0
		}
		break
	}
	return 0
}

// Weights of a person in the sentence of the pronoun, and of one who is known to be of its gender.
const (
	presence    = 16
	knownGender = 12
	lookBack    = 2 // sentences
)

// person resolves a singular personal pronoun: of the people of a fitting gender whom the sentence names
// before it or who were spoken of in the two sentences before, the one most spoken of, by part in the clause
// and how long ago (salience, as Lappin and Leass 1994 have it).
func (s *search) person(sentence, i int, gender byte) (int, string) {
	if e, why := s.congratulated(sentence, i, gender); e >= 0 {
		return e, why
	}
	here := s.peopleBefore(sentence, i, gender)
	if len(here) == 0 {
		if e := s.subjectAfter(sentence, i, gender); e >= 0 {
			return e, "subject of the main clause that follows"
		}
	}
	best, score, why := -1, -1, "no person before it who fits"
	take := func(e, n int, rule string) {
		if n += s.salience(e, sentence) + knownGender*s.genderFit(e, gender); n > score {
			best, score, why = e, n, rule
		}
	}
	for _, p := range here {
		take(p.e, presence*(2+p.prominence), "most prominent person before it in the sentence")
	}
	part := s.d.Sentences[sentence].Part
	for k := sentence - 1; k >= 0 && k >= sentence-lookBack && s.d.Sentences[k].Part >= part-1; k-- {
		for _, id := range s.in[k] {
			e := s.mentions[id].Entity
			if s.canBe(id, i, gender) && !s.isNamedUnder(e, sentence, i) && !slices.ContainsFunc(here, func(p present) bool { return p.e == e }) {
				take(e, 0, "most prominent person of the sentence before")
			}
		}
	}
	if best >= 0 {
		s.setGender(best, gender)
	}
	return best, why
}

// A present is a person spoken of in the sentence, with the most prominent part taken.
type present struct{ e, prominence int }

// peopleBefore returns whom the sentence speaks of before token i that the pronoun there can mean.
func (s *search) peopleBefore(sentence, i int, gender byte) []present {
	var here []present
	for _, id := range s.in[sentence] {
		m := &s.mentions[id]
		if m.End > i || !s.canBe(id, i, gender) || s.shareClause(m.Head, i) || s.isAppositionOf(m.Head, i) || s.isInOpening(m, i) {
			continue
		}
		p := s.prominence(m.Head)
		if k := slices.IndexFunc(here, func(x present) bool { return x.e == m.Entity }); k >= 0 {
			here[k].prominence = max(here[k].prominence, p)
		} else {
			here = append(here, present{m.Entity, p})
		}
	}
	return here
}

// isAppositionOf reports whether the pronoun at token i owns what is in apposition to the head: "Ann, her
// mother" is not her own mother.
func (s *search) isAppositionOf(head, i int) bool {
	t := &s.d.Tokens[i]
	if t.Deprel != "nmod:poss" || t.Head < 0 {
		return false
	}
	owned := &s.d.Tokens[t.Head]
	return owned.Rel() == "appos" && owned.Head >= 0 && s.top(owned.Head) == s.top(head)
}

// isNamedUnder reports whether the sentence names the person in the clause that the pronoun at
// token i is the subject of: "he said that he had not asked Gorbachev" is said by someone else
// (principle C of binding theory).
func (s *search) isNamedUnder(e, sentence, i int) bool {
	t := &s.d.Tokens[i]
	if t.Rel() != "nsubj" || t.Head < 0 {
		return false
	}
	for _, id := range s.in[sentence] {
		m := &s.mentions[id]
		if m.Entity == e && m.Kind == doc.Name && (m.First > i && s.isUnder(m.Head, t.Head) || s.isInOpening(m, i)) {
			return true
		}
	}
	return false
}

// isInOpening reports whether the mention names someone in a clause without a subject that opens the clause of
// the pronoun at token i, its subject: "after meeting Gorbachev, he said" is said by someone else.
func (s *search) isInOpening(m *found, i int) bool {
	t := &s.d.Tokens[i]
	if m.Kind == doc.Pronoun || m.Head > i || t.Rel() != "nsubj" || t.Head < 0 {
		return false
	}
	for k, steps := m.Head, 0; k >= 0 && steps < 12; steps++ {
		x := &s.d.Tokens[k]
		if x.Head == t.Head {
			return k < i && x.Rel() == "advcl" && (x.XPOS == "VBG" || x.XPOS == "VBN" || x.XPOS == "VB") &&
				s.d.Child(k, "nsubj", "csubj") < 0 && s.d.Child(k, "expl") < 0
		}
		k = x.Head
	}
	return false
}

// canBe reports whether the mention can be whom the pronoun at token i speaks of. Whoever is
// spoken of inside quotation marks was not named outside of them, least of all the speaker.
func (s *search) canBe(id, i int, gender byte) bool {
	m := &s.mentions[id]
	if m.Entity < 0 || s.quoted[i] && !s.quoted[m.Head] {
		return false
	}
	x := &s.entities[m.Entity]
	return x.Class == doc.Person && !x.plural && !(gender == 'm' && x.female || gender == 'f' && x.male) && !s.isGuestIn(i, x.code)
}

// Words for going where one is not at home.
var guestVerbs, guestNouns = doc.WordSet("visit tour"), doc.WordSet("visit tour trip")

// isGuestIn reports whether whom the pronoun at token i speaks of visits the country: "he will visit the
// United States" is said of no American.
func (s *search) isGuestIn(i int, code string) bool {
	t := &s.d.Tokens[i]
	var where []string
	switch {
	case code == "" || t.Head < 0:
	case t.Rel() == "nsubj" && guestVerbs[s.lemmas[t.Head]]:
		where = []string{"obj"}
	case t.Deprel == "nmod:poss" && guestNouns[s.lemmas[t.Head]]:
		where = []string{"nmod", "obl"}
	}
	if where == nil {
		return false
	}
	for c := range s.d.Children(t.Head) {
		if !slices.Contains(where, s.d.Tokens[c].Rel()) {
			continue
		}
		if m := s.outer[c]; m >= 0 && s.mentions[m].Entity >= 0 {
			if x := &s.entities[s.mentions[m].Entity]; x.code == code && (x.Class == doc.State || x.Class == doc.Location) {
				return true
			}
		}
	}
	return false
}

// genderFit is 1 when the person is known to be of the gender.
func (s *search) genderFit(e int, gender byte) int {
	if x := &s.entities[e]; gender == 'm' && x.male || gender == 'f' && x.female {
		return 1
	}
	return 0
}

// shareClause reports whether the head is the subject or object of the verb that has the pronoun
// at token i for another argument: "the commander greeted him" is not about himself (principle B
// of Chomsky's binding theory). Possessives are free.
func (s *search) shareClause(head, i int) bool {
	t := &s.d.Tokens[i]
	if t.Deprel == "nmod:poss" || t.Head < 0 {
		return false
	}
	if t.Rel() == "nmod" && s.d.Tokens[t.Head].UPOS != "VERB" && amounts[s.lemmas[t.Head]] { // "arrested dozens of them"
		t = &s.d.Tokens[t.Head]
		if t.Head < 0 {
			return false
		}
	}
	switch t.Rel() {
	case "nsubj", "obj", "iobj", "obl":
	default:
		return false
	}
	top := s.top(head)
	if s.d.Tokens[top].Head == t.Head {
		return true
	}
	return t.Rel() != "nsubj" && s.subjectOf(t.Head) == top
}

// amounts names words of which "of them" tells whose number they are.
var amounts = doc.WordSet(`one two three four five six seven eight nine ten dozen score hundred thousand many several some most
	all both none few half number majority handful any either neither each`)

// top climbs from the token over coordination, apposition and flat names.
func (s *search) top(i int) int {
	for steps := 0; steps < 8; steps++ {
		switch t := &s.d.Tokens[i]; t.Rel() {
		case "conj", "flat", "appos":
			if t.Head >= 0 {
				i = t.Head
				continue
			}
		}
		break
	}
	return i
}

// subjectOf returns the subject of the verb, which open complements, coordinated verbs, and infinitives and
// participles of adverbial clauses share with the verb they hang on; -1 for none.
func (s *search) subjectOf(verb int) int {
	for steps := 0; verb >= 0 && steps < 8; steps++ {
		if c := s.d.Child(verb, "nsubj"); c >= 0 {
			return c
		}
		t := &s.d.Tokens[verb]
		switch t.Rel() {
		case "xcomp", "conj":
		case "advcl":
			if t.XPOS != "VB" && t.XPOS != "VBG" {
				return -1
			}
		default:
			return -1
		}
		verb = t.Head
	}
	return -1
}

// Words whose object, or who is after "to", is whom a following "on his …" or "for his …" speaks of.
var toOther = doc.WordSet(`congratulate congratulation congratulations thank thanks praise condolence condolences
	sympathy credit blame criticize criticise accuse condemn wish wishes welcome commend`)

// congratulated resolves the possessive of "congratulated Xi on his re-election": the one who is
// congratulated, thanked or blamed, not the subject.
func (s *search) congratulated(sentence, i int, gender byte) (int, string) {
	first, _ := s.bounds(sentence)
	if i-1 <= first || s.lemmas[i-1] != "on" && s.lemmas[i-1] != "for" {
		return -1, ""
	}
	m := s.mentionEnding(first, i-1)
	if m < 0 || !s.canBe(m, i, gender) {
		return -1, ""
	}
	for k := s.mentions[m].First - 1; k >= first && k >= s.mentions[m].First-3; k-- {
		if toOther[s.lemmas[k]] {
			return s.mentions[m].Entity, "whom " + s.lemmas[k] + " is about"
		}
	}
	return -1, ""
}

// subjectAfter resolves a pronoun in an opening clause or phrase to the subject of the main
// clause: "During his visit, Xi …"; -1 when the sentence is not built so.
func (s *search) subjectAfter(sentence, i int, gender byte) int {
	first, end := s.bounds(sentence)
	if s.d.Tokens[i].Deprel != "nmod:poss" && s.d.Tokens[i].Rel() != "nsubj" || i == first {
		return -1
	}
	comma := slices.Index(s.forms[i:end], ",")
	if comma < 0 || comma > 14 || s.d.Tokens[first].UPOS != "ADP" && s.d.Tokens[first].UPOS != "SCONJ" && s.d.Tokens[first].UPOS != "ADV" {
		return -1
	}
	for k := i + comma + 1; k < min(end, i+comma+8); k++ {
		m := s.outer[k]
		if m < 0 || s.mentions[m].First < i {
			continue
		}
		f := &s.mentions[m]
		if h := &s.d.Tokens[f.Head]; h.Rel() == "nsubj" && h.Head >= 0 && s.d.Tokens[h.Head].Head < 0 && s.canBe(int(m), i, gender) {
			return f.Entity
		}
		return -1
	}
	return -1
}

// lastSubject returns the last entity of the classes that was a subject in the sentence before
// token end, else in the sentence before it; -1 for none.
func (s *search) lastSubject(sentence, end int, classes ...doc.Class) int {
	e := s.subjectIn(sentence, end, classes...)
	if e < 0 && sentence > 0 {
		e = s.subjectIn(sentence-1, end, classes...)
	}
	return e
}

// subjectIn returns the entity of the classes that was the main subject of the sentence before
// token end, or else the last of its other subjects; -1 for none.
func (s *search) subjectIn(sentence, end int, classes ...doc.Class) int {
	best, at, score := -1, -1, subject-1
	for _, id := range s.in[sentence] {
		m := &s.mentions[id]
		if m.First >= end || m.Entity < 0 || m.Kind == doc.Adjective || s.outer[m.Head] != int32(id) ||
			s.entities[m.Entity].plural || !slices.Contains(classes, s.entities[m.Entity].Class) {
			continue
		}
		if n := s.prominence(m.Head); n > score || n == score && m.First > at {
			best, at, score = m.Entity, m.First, n
		}
	}
	return best
}
