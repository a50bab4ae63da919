package mention

import (
	"strings"

	"readout/internal/doc"
)

// american are the countries, but for those of the north, whose first peoples are called Indians.
var american = doc.WordSet("ARG BLZ BOL BRA CHL COL CRI ECU GTM GUF GUY HND MEX NIC PAN PER PRY SLV SUR VEN")

// tribal names nouns of which such Indians are spoken of more often than India's.
var tribal = doc.WordSet("protester protestor demonstrator marcher tribe tribesman chief chieftain peasant villager community movement federation confederation rebel uprising")

// firstPeoples reports whether “Indian” at token i, which the lexicon takes for India's, speaks of the first peoples of
// America: its sentence names a country of America and nothing else of India.
func (s *search) firstPeoples(i int, code string) bool {
	first, end := s.bounds(s.d.SentenceOf(i))
	switch {
	case code != "IND":
		return false
	case s.forms[i] == "Indian" && i+1 < end && tribal[s.lemmas[i+1]]:
	case s.forms[i] == "Indians" && i > first+1 && (doc.Capitalized(s.forms[i-1]) || s.lemmas[i-1] == "highland" || s.lemmas[i-1] == "indigenous"):
	default:
		return false
	}
	there := false
	for k := first; k < end; k++ {
		if strings.HasPrefix(s.forms[k], "Indian") || !doc.Capitalized(s.forms[k]) {
			continue
		}
		for _, m := range s.actors.Match(s.forms[k:end]) {
			switch at := m.Known.CodeOn(s.date); {
			case at == "IND":
				return false
			case american[at]:
				there = true
			}
		}
	}
	return there
}

// halves finds “the North” and “the South” of an article that speaks of the Koreas: the two states.
func (s *search) halves() {
	_, north := s.byKey["country/PRK"]
	_, south := s.byKey["country/KOR"]
	if !north && !south {
		return
	}
	for _, other := range []string{"VNM", "RVN", "VDR", "YEM", "YMD", "SSD", "SDN"} { // which have or had halves of their own
		if _, ok := s.byKey["country/"+other]; ok {
			return
		}
	}
	for sentence := range s.d.Sentences {
		first, end := s.bounds(sentence)
		for i := first + 1; i < end; i++ {
			code := ""
			switch s.forms[i] {
			case "North":
				code = "PRK"
			case "South":
				code = "KOR"
			default:
				continue
			}
			if s.outer[i] >= 0 || s.lemmas[i-1] != "the" || i+1 < end && (s.forms[i+1] == "of" || s.forms[i+1] == "-" || doc.Capitalized(s.forms[i+1])) {
				continue
			}
			if e := s.state(code); e >= 0 {
				s.keepInner(s.add(sentence, i, i+1, doc.Name, e, "half of Korea"))
			}
		}
	}
}
