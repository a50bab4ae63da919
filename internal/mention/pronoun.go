package mention

import (
	"strings"

	"readout/internal/doc"
)

// isPronoun reports whether token i is a pronoun or possessive that can name someone.
func (s *search) isPronoun(i int) bool {
	switch t := &s.d.Tokens[i]; t.UPOS {
	case "PRON":
		return true
	case "DET":
		return strings.HasSuffix(t.XPOS, "$")
	case "SCONJ", "ADP":
		return t.XPOS == "WP" || t.XPOS == "WDT"
	}
	return false
}

// pronoun resolves the pronoun at token i. Those of the first and second person wait for whoever
// knows the speaker; reflexives and reciprocals name nobody who is not named beside them.
func (s *search) pronoun(sentence, i int) {
	entity, why := -1, ""
	switch strings.ToLower(doc.Norm(s.forms[i])) {
	case "he", "him", "his":
		entity, why = s.person(sentence, i, 'm')
	case "she", "her", "hers":
		entity, why = s.person(sentence, i, 'f')
	case "they", "them", "their", "theirs":
		entity, why = s.several(sentence, i)
	case "it", "its":
		entity, why = s.thing(sentence, i)
	case "i", "me", "my", "mine", "we", "us", "our", "ours":
		why = "speaker"
	case "you", "your", "yours":
		why = "addressee"
	case "who", "whom", "whose", "which", "that":
		entity, why = s.relative(sentence, i)
	}
	if why != "" {
		s.add(sentence, i, i+1, doc.Pronoun, entity, why)
	}
}

// relative links a relative pronoun to its antecedent: who and whose to the name just before, if
// there is one, since the tree often prefers a farther noun; otherwise to the one that the tree gives.
func (s *search) relative(sentence, i int) (int, string) {
	t := &s.d.Tokens[i]
	form := strings.ToLower(t.Form)
	if form != "that" && form != "which" {
		first, _ := s.bounds(sentence)
		before := i
		if before > first && s.forms[before-1] == "," {
			before--
		}
		if m := s.mentionEnding(first, before); m >= 0 && s.suits(m, form) {
			return s.mentions[m].Entity, "relative pronoun after the name"
		}
	}
	if h := s.relativeHead(i); h >= 0 {
		if m := s.outer[h]; m >= 0 && s.mentions[m].Head == h && s.suits(int(m), form) {
			return s.mentions[m].Entity, "antecedent of the relative clause"
		}
	}
	return -1, ""
}

// suits reports whether the mention can be the antecedent of the relative pronoun.
func (s *search) suits(m int, form string) bool {
	f := &s.mentions[m]
	if f.Entity < 0 || f.Kind == doc.Pronoun || f.Kind == doc.Adjective {
		return false
	}
	c := s.entities[f.Entity].Class
	if form == "who" || form == "whom" {
		return c != doc.State && c != doc.Location
	}
	return true
}

// relativeHead returns the token that the relative clause of pronoun i hangs on, -1 for none.
func (s *search) relativeHead(i int) int {
	for k, steps := s.d.Tokens[i].Head, 0; k >= 0 && steps < 4; steps++ {
		t := &s.d.Tokens[k]
		if t.Deprel == "acl:relcl" {
			if t.Head >= 0 && t.Head < i {
				return t.Head
			}
			return -1
		}
		k = t.Head
	}
	return -1
}

// several resolves a plural pronoun to the last group, people or coordinated subject; to none where another
// plural noun before it may be meant as well.
func (s *search) several(sentence, i int) (int, string) {
	for k := sentence; k >= 0 && k >= sentence-1; k-- {
		best, score, at := -1, 0, 0
		for _, id := range s.in[k] {
			m := &s.mentions[id]
			if m.First >= i || s.quoted[m.Head] != s.quoted[i] || m.Entity < 0 && m.Kind != doc.Description {
				continue
			}
			e := m.Entity
			if e >= 0 && !s.entities[e].plural {
				if e = s.coordination(id); e < 0 {
					continue
				}
			}
			if n := min(1+s.prominence(m.Head), 1+subject); n >= score && !s.shareClause(m.Head, i) {
				best, score, at = e, n, m.Head
			}
		}
		first, _ := s.bounds(k)
		if r := s.rival(first, i); best >= 0 && (r > score || s.rival(at, i) == score) || best < 0 && r > subject {
			return -1, "others than the last group may be meant"
		}
		if best >= 0 {
			return best, "last group"
		}
		if score > 0 {
			return -1, "the group before it is not known"
		}
	}
	return -1, "no group before it"
}

// rival returns how prominent the most prominent plural noun between the tokens first and i of a sentence, or
// before its end, is that is no mention, as several counts it; 0 where there is none.
func (s *search) rival(first, i int) int {
	_, end := s.bounds(s.d.SentenceOf(first))
	most := 0
	for k := first; k < min(i, end); k++ {
		if t := &s.d.Tokens[k]; t.UPOS == "NOUN" && s.outer[k] < 0 && t.Head != i && s.d.Tokens[i].Head != k && (strings.HasSuffix(t.XPOS, "NNS") || s.lemmas[k] == "people") {
			most = max(most, min(1+s.prominence(k), 1+subject))
		}
	}
	return most
}

// coordination returns the group that the mention's head makes with the names coordinated with
// it, "Reagan and Gorbachev"; -1 when there are none.
func (s *search) coordination(id int) int {
	m := &s.mentions[id]
	members := []int{m.Entity}
	class := s.entities[m.Entity].Class
	if m.Kind == doc.Adjective || class != doc.Person && class != doc.State && class != doc.Organization {
		return -1
	}
	if m.End+1 < len(s.forms) && s.d.Tokens[m.End].UPOS == "CCONJ" {
		if next := s.mentionStarting(m.End + 1); next >= 0 {
			if e := s.mentions[next].Entity; e >= 0 && s.entities[e].Class == class {
				members = appendOnce(members, e)
			}
		}
	}
	for c := range s.d.Children(m.Head) {
		if s.d.Tokens[c].Rel() != "conj" || s.outer[c] < 0 {
			continue
		}
		if e := s.entityOf(c); e >= 0 && s.entities[e].Class == class {
			members = appendOnce(members, e)
		}
	}
	if len(members) < 2 {
		return -1
	}
	return s.group(members)
}

// thing resolves "it" and "its" to a country or organization: for "its" the nearest before it in
// the sentence that is a subject or agent, for both the last subject; never where "it" may be empty.
func (s *search) thing(sentence, i int) (int, string) {
	t := &s.d.Tokens[i]
	if t.Rel() == "expl" {
		if t.Head >= 0 && s.d.Tokens[t.Head].UPOS == "ADJ" {
			return -1, "it may be empty"
		}
		return -1, ""
	}
	possessive := strings.ToLower(t.Form) == "its"
	if !possessive && s.mayBeEmpty(i) {
		return -1, "it may be empty"
	}
	if !possessive && t.Rel() != "nsubj" {
		return -1, "no country or organization that it surely is"
	}
	best, score, rivals := -1, -1, 0
	for _, id := range s.in[sentence] {
		m := &s.mentions[id]
		if m.First >= i || !s.isBody(id) || s.quoted[m.Head] != s.quoted[i] || s.shareClause(m.Head, i) ||
			!possessive && !s.isUnder(i, s.d.Tokens[s.top(m.Head)].Head) {
			continue
		}
		n := s.prominence(m.Head)
		if m.Entity != best {
			rivals++
		}
		if n >= score {
			best, score = m.Entity, n
		}
	}
	if best >= 0 && (score >= subject || rivals == 1 && s.entities[best].Class == doc.State && possessive) {
		return best, "nearest country or organization"
	}
	if best < 0 && sentence > 0 && t.Rel() == "nsubj" && i == s.d.Sentences[sentence].First {
		if e := s.subjectIn(sentence-1, s.d.Sentences[sentence-1].End, doc.State, doc.Organization); e >= 0 {
			return e, "subject of the sentence before"
		}
	}
	return -1, "no country or organization that it surely is"
}

// isUnder reports whether token i stands under the token top in the tree.
func (s *search) isUnder(i, top int) bool {
	for steps := 0; i >= 0 && steps < 12; steps++ {
		if i == top {
			return true
		}
		i = s.d.Tokens[i].Head
	}
	return false
}

// isBody reports whether the mention names a country or an organization by itself, not as a part of
// "China-Russia relations".
func (s *search) isBody(id int) bool {
	m := &s.mentions[id]
	if m.Entity < 0 || m.Kind == doc.Adjective || m.End < len(s.forms) && s.forms[m.End] == "-" || m.First > 0 && s.forms[m.First-1] == "-" {
		return false
	}
	x := &s.entities[m.Entity]
	return (x.Class == doc.State || x.Class == doc.Organization) && !x.plural
}

// mayBeEmpty reports whether "it" is the subject of a copula or of a verb that takes an empty
// subject: "it is a pleasure to", "it seems that", "it takes time".
func (s *search) mayBeEmpty(i int) bool {
	t := &s.d.Tokens[i]
	if t.Rel() != "nsubj" || t.Head < 0 {
		return false
	}
	switch s.lemmas[t.Head] {
	case "be", "seem", "appear", "happen", "take", "matter", "turn", "rain", "snow", "remain", "become":
		return true
	}
	for c := range s.d.Children(t.Head) {
		if r := s.d.Tokens[c].Rel(); r == "cop" || r == "csubj" {
			return true
		}
	}
	return t.Deprel == "nsubj:pass" && s.d.Child(t.Head, "ccomp", "csubj") >= 0
}
