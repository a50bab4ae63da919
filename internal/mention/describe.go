package mention

import (
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// A phrase is a description in the text: "the deputy foreign minister of Iran".
type phrase struct {
	premodifier
	sentence int
	end      int // one past the last token
	noun     int // the noun that heads it
	roleEnd  int
	role     lexicon.Role
	word     string // lemma of a noun that is no role of the lexicon: "side", "people"
	plural   bool

	complement int // how many of the codes stand behind the noun
}

// code returns the country or organization of the phrase, "" when it names none.
func (p *phrase) code() string {
	if len(p.codes) == 0 {
		return ""
	}
	return p.codes[0]
}

// descriptionsAndPronouns resolves descriptions and pronouns in the order of the text, since each
// may depend on those before it.
func (s *search) descriptionsAndPronouns(sentence int) {
	first, end := s.bounds(sentence)
	for i := first; i < end; {
		if m := s.outer[i]; m >= 0 && s.mentions[m].Kind != doc.Description {
			i = s.mentions[m].End
			continue
		}
		switch u := s.d.Tokens[i].UPOS; {
		case s.isPronoun(i):
			s.pronoun(sentence, i)
		case (u == "NOUN" || u == "PROPN") && !s.nounGoesOn(i+1, end):
			if p, ok := s.phraseAt(sentence, i); ok {
				s.description(&p)
				i = max(i+1, p.roleEnd)
				continue
			}
		}
		i++
	}
	s.notice(sentence)
}

// nounGoesOn reports whether token i is a further noun of the compound before it.
func (s *search) nounGoesOn(i, end int) bool {
	if i >= end || s.outer[i] >= 0 {
		return false
	}
	t := &s.d.Tokens[i]
	return (t.UPOS == "NOUN" || t.UPOS == "PROPN") && t.Rel() != "obl" && t.Deprel != "nmod:unmarked" && !calendar[s.lemmas[i]]
}

// phraseAt reads the description whose last noun is token i.
func (s *search) phraseAt(sentence, i int) (phrase, bool) {
	first, end := s.bounds(sentence)
	t := &s.d.Tokens[i]
	p := phrase{sentence: sentence, noun: i, end: i + 1, roleEnd: i + 1}
	p.plural = strings.HasSuffix(t.XPOS, "S") || strings.Contains(t.Feats, "Number=Plur")
	start := i
	if word := s.singular(i); sideNouns[word] || countryNouns[word] || peopleNouns[word] || word == "counterpart" {
		p.word = word
	} else if start = s.roleOver(&p, first, end, i); start < 0 {
		return p, false
	}
	p.premodifier = s.premodify(sentence, start)
	c := s.complementAt(sentence, p.roleEnd)
	p.end, p.complement = c.end, len(c.codes)
	p.codes, p.names = append(p.codes, c.codes...), append(p.names, c.names...)
	if p.number == 0 && p.plural {
		p.number = c.number
	}
	if p.owner >= 0 && len(p.codes) == 0 && p.word == "" {
		if e := s.entityOf(p.owner); e >= 0 && s.entities[e].code != "" {
			p.codes, p.names = append(p.codes, s.entities[e].code), append(p.names, s.entities[e].Name)
		}
	}
	return p, true
}

// roleOver finds the longest role that covers token i, and returns where it begins; -1 for none.
func (s *search) roleOver(p *phrase, first, end, i int) int {
	for k := max(first, i-maxRole); k <= i; k++ {
		if s.inner[k] >= 0 || calendar[s.lemmas[k]] {
			continue
		}
		if role, n := s.roleAt(k, end); n > 0 && k+n > i {
			p.role, p.roleEnd = role, k+n
			if p.role.Words == "" {
				return -1
			}
			return k
		}
	}
	return -1
}

// entityOf returns the entity of the longest mention at token i, -1 for none.
func (s *search) entityOf(i int) int {
	if m := s.outer[i]; m >= 0 {
		return s.mentions[m].Entity
	}
	return -1
}

// description resolves the phrase and adds its mention. A phrase that only says what someone is
// ("is president", "as Chinese President") speaks of nobody by itself.
func (s *search) description(p *phrase) {
	if s.isPredicate(p) {
		return
	}
	entity, why := s.apposition(p)
	if entity < 0 {
		entity, why = s.resolve(p)
	}
	if why == "" {
		return
	}
	s.add(p.sentence, p.start, p.end, doc.Description, entity, why)
}

// isPredicate reports whether the phrase is said of someone rather than speaking of someone.
func (s *search) isPredicate(p *phrase) bool {
	first, _ := s.bounds(p.sentence)
	if p.start > first && s.lemmas[p.start-1] == "as" {
		return true
	}
	if s.d.Tokens[p.noun].Rel() == "xcomp" {
		return true
	}
	for c := range s.d.Children(p.noun) {
		if s.d.Tokens[c].Rel() == "cop" && c < p.noun {
			return true
		}
	}
	return false
}

// apposition links the phrase to the name that it explains: "Jane Doe, a spokeswoman for the
// ministry," and "the spokesman, John Doe,". Trees are poor at appositions, so commas decide; a
// country that does not fit speaks against it.
func (s *search) apposition(p *phrase) (int, string) {
	if p.plural || p.word != "" || p.role.Words == "" {
		return -1, ""
	}
	m := s.nameBeforeComma(p)
	if m < 0 {
		m = s.nameAfterComma(p)
	}
	if m < 0 {
		return -1, ""
	}
	e := s.mentions[m].Entity
	x := &s.entities[e]
	if x.Class != doc.Person && (x.Class != doc.UnknownClass || !p.role.Office) {
		return -1, ""
	}
	if code := p.code(); code != "" && x.code != "" && code != x.code {
		return -1, ""
	}
	x.Class = doc.Person
	if x.code == "" {
		s.setCode(e, p.code())
	}
	s.addTitle(e, p.role.Words)
	return e, "apposition to the name"
}

// nameBeforeComma returns the name that ends at the comma before the phrase, where the phrase
// ends as an apposition does; -1 for none.
func (s *search) nameBeforeComma(p *phrase) int {
	first, end := s.bounds(p.sentence)
	if p.start-1 <= first || s.forms[p.start-1] != "," {
		return -1
	}
	m := s.mentionEnding(first, p.start-1)
	if m < 0 || s.mentions[m].Kind != doc.Name || s.mentions[m].Entity < 0 {
		return -1
	}
	if p.end >= end || s.d.Tokens[p.noun].Rel() == "appos" {
		return m
	}
	switch next := &s.d.Tokens[p.end]; {
	case next.UPOS == "PUNCT" && next.Form != "-", s.lemmas[p.end] == "who":
		return m
	case next.UPOS == "ADP" && s.entities[s.mentions[m].Entity].known == nil:
		return m
	}
	return -1
}

// nameAfterComma returns the name between commas that follows the phrase and what completes it, -1 for none: "the
// commander in the east, Jane Doe,".
func (s *search) nameAfterComma(p *phrase) int {
	_, end := s.bounds(p.sentence)
	if p.indefinite {
		return -1
	}
	comma := s.completed(p.end, end)
	if comma+1 >= end || s.forms[comma] != "," {
		return -1
	}
	m := s.mentionStarting(comma + 1)
	if m < 0 || s.mentions[m].Kind != doc.Name || s.mentions[m].Entity < 0 {
		return -1
	}
	after := s.mentions[m].End
	if after < end && s.d.Tokens[after].UPOS != "PUNCT" {
		return -1
	}
	if comma > p.end && (s.entities[s.mentions[m].Entity].Class != doc.Person || after+1 < end && s.d.Tokens[after+1].UPOS == "CCONJ") {
		return -1
	}
	return m
}

// maxComplement is how many words may complete a phrase before the name that it explains.
const maxComplement = 10

// completed returns where the prepositional phrases end that follow token i: "of Police", "in the east of the country".
func (s *search) completed(i, end int) int {
	k := i
	for k < end && k < i+maxComplement {
		switch t := &s.d.Tokens[k]; t.UPOS {
		case "ADP":
			k++
		case "DET", "ADJ", "NOUN", "PROPN", "NUM":
			if k == i {
				return i // another phrase
			}
			k++
		case "PART": // the possessive
			if t.Rel() != "case" {
				return i
			}
			k++
		default:
			return k
		}
	}
	return i
}
