package mention

import (
	"strings"

	"readout/internal/doc"
)

// tellsWoman reports whether the title is a woman's.
func tellsWoman(title string) bool {
	return strings.HasSuffix(title, "woman") || title == "queen" || title == "princess" || title == "empress"
}

// Nouns of kin, and the gender they tell.
var kin = map[string]byte{
	"wife": 'f', "daughter": 'f', "mother": 'f', "sister": 'f', "aunt": 'f', "niece": 'f', "grandmother": 'f',
	"granddaughter": 'f', "widow": 'f', "half-sister": 'f', "stepmother": 'f',
	"husband": 'm', "son": 'm', "father": 'm', "brother": 'm', "uncle": 'm', "nephew": 'm', "grandfather": 'm',
	"grandson": 'm', "widower": 'm', "half-brother": 'm', "stepfather": 'm',
}

// givenNames notes the gender of people of whom nothing else has told it: by a noun of kin beside the
// name, or by the first word of a full name.
func (s *search) givenNames() {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Entity < 0 || m.Kind != doc.Name || s.entities[m.Entity].Class != doc.Person {
			continue
		}
		s.setGender(m.Entity, s.kinBeside(m))
	}
	for e := range s.entities {
		if x := &s.entities[e]; x.Class == doc.Person && x.known == nil && len(x.tokens) > 1 {
			s.setGender(e, s.actors.Gender(x.tokens[0]))
		}
	}
}

// kinBeside returns the gender that a noun of kin beside the name tells: "his wife, Ann", "Ann, his wife"; 0
// for none.
func (s *search) kinBeside(m *found) byte {
	first, end := s.bounds(m.sentence)
	i := m.First - 1
	if i > first && s.forms[i] == "," {
		i--
	}
	if i >= first && kin[s.lemmas[i]] != 0 && s.d.Tokens[i].XPOS == "NN" {
		return kin[s.lemmas[i]]
	}
	if i = m.End + 2; i >= end || s.forms[m.End] != "," || s.forms[m.End+1] == "whose" {
		return 0
	}
	if next := s.d.Tokens[m.End+1].UPOS; next == "PRON" || next == "DET" {
		return kin[s.lemmas[i]]
	}
	return 0
}

// setGender notes the gender of someone of whom nothing has told it; 0 tells nothing.
func (s *search) setGender(e int, gender byte) {
	if x := &s.entities[e]; !x.male && !x.female {
		x.male, x.female = gender == 'm', gender == 'f'
	}
}
