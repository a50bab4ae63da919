package mention

import "readout/internal/doc"

// How much a person was spoken of, halved with every sentence.
type spoken struct{ weight, sentence int }

// salience returns how much the person was spoken of before the sentence.
func (s *search) salience(e, sentence int) int {
	x := &s.entities[e].spoken
	return x.weight >> min(sentence-x.sentence, 30)
}

// noteSalience adds what the sentence says of people, once its mentions are resolved: each by the most
// prominent part taken.
func (s *search) noteSalience(sentence int) {
	most := map[int]int{}
	for _, id := range s.in[sentence] {
		m := &s.mentions[id]
		if m.Entity >= 0 && s.entities[m.Entity].Class == doc.Person {
			n := presence * (1 + s.prominence(m.Head))
			if t := &s.d.Tokens[m.Head]; t.Rel() == "nsubj" && t.Head >= 0 && s.d.Tokens[t.Head].Rel() == "conj" {
				n += 2 * presence // the later of two main clauses
			}
			most[m.Entity] = max(most[m.Entity], n)
		}
	}
	for e, n := range most {
		s.entities[e].spoken = spoken{n + s.salience(e, sentence), sentence}
	}
}
