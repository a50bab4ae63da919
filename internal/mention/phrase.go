package mention

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// A roleName has at most this many words.
const maxRole = 6

// roleEnding returns how many tokens the longest role has that ends just before token i, 0 for
// none.
func (s *search) roleEnding(sentence, i int) int {
	first, _ := s.bounds(sentence)
	for k := max(first, i-maxRole); k < i; k++ {
		if s.inner[k] >= 0 {
			continue
		}
		if _, n := s.roleAt(k, i); n == i-k {
			return n
		}
	}
	return 0
}

// roleAt returns the longest role that begins at token first, before end, and its length. A verb is
// no role: "Israel convicted …".
func (s *search) roleAt(first, end int) (lexicon.Role, int) {
	role, n := s.actors.Role(s.lemmas[first:end])
	if n > 0 && s.d.Tokens[first+n-1].UPOS == "VERB" {
		return lexicon.Role{}, 0
	}
	return role, n
}

// means reports whether the role speaks of the office with the title.
func (s *search) means(role lexicon.Role, title string) bool {
	if role.Words == title || slices.Contains(role.Means, title) {
		return true
	}
	if !slices.Contains(role.Means, "*") {
		return false
	}
	words := strings.Fields(strings.ToLower(title))
	office, n := s.actors.Role(words)
	return n == len(words) && office.Head
}

// fits reports whether one of the entity's titles is an office that the role speaks of.
func (s *search) fits(e int, role lexicon.Role) bool {
	return slices.ContainsFunc(s.entities[e].titles, func(title string) bool { return s.means(role, title) })
}

// A premodifier is what stands before a role or a name within its noun phrase.
type premodifier struct {
	first      int      // first token, without determiner
	start      int      // first token, with determiner or possessive pronoun
	codes      []string // countries and organizations named, the nearest first
	names      []string // their words
	number     int      // "two", "both"; 0 for none
	definite   bool     // the, this, a possessor
	possessed  bool     // a possessor with 's
	indefinite bool     // a, some, no
	owner      int      // token of a possessive pronoun; -1
	past       bool     // former, late
	minority   bool     // a people within a state is named: its government is not the state's
	other      bool     // other, another, own: not the one spoken of before
}

// premodify reads the noun phrase leftwards from token i. A determiner, a possessive pronoun or a
// possessor begins it.
func (s *search) premodify(sentence, i int) premodifier {
	from, _ := s.bounds(sentence)
	p := premodifier{first: i, start: i, owner: -1}
	for steps := 0; p.first > from && steps < 16; steps++ {
		next := s.premodifierBefore(&p, from, p.first)
		if next == p.first {
			break
		}
		p.start = next
		determiner := s.d.Tokens[next].UPOS == "DET"
		if p.possessed {
			if p.first = next; determiner {
				p.first++
			}
			break
		}
		if determiner || p.owner == next {
			break
		}
		p.first = next
	}
	if s.forms[p.first] == "-" { // "ex-", "vice-" and the like leave their hyphen
		p.first++
	}
	if p.start > from && numbers[s.lemmas[p.start-1]] > 0 && p.number == 0 { // "both the sides"
		p.start--
		p.number = numbers[s.lemmas[p.start]]
	}
	return p
}

// premodifierBefore takes the word or name that ends just before token i into p, and returns
// where it begins; i when nothing there belongs to the phrase.
func (s *search) premodifierBefore(p *premodifier, from, i int) int {
	if m := s.mentionEnding(from, i); m >= 0 && s.mentions[m].Kind != doc.Pronoun {
		return s.nameBefore(p, from, m)
	}
	t := &s.d.Tokens[i-1]
	lemma := s.lemmas[i-1]
	if n, ok := numbers[lemma]; ok && (t.UPOS == "NUM" || lemma == "both") {
		p.number = n
		p.definite = p.definite || lemma == "both"
		return i - 1
	}
	switch t.UPOS {
	case "DET":
		p.definite = lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those" || lemma == "all"
		p.indefinite = !p.definite
		return i - 1
	case "PRON":
		if strings.HasSuffix(t.XPOS, "$") {
			p.owner, p.definite = i-1, true
			return i - 1
		}
	case "PART":
		if s.isPossessive(i - 1) {
			return s.possessorBefore(p, from, i-1)
		}
	case "ADJ":
		p.past = p.past || lemma == "former" || lemma == "late" || lemma == "ex" || lemma == "then" || lemma == "ousted" || lemma == "deposed"
		p.other = p.other || lemma == "other" || lemma == "own"
		return i - 1
	case "ADV":
		if lemma == "then" || lemma == "newly" || lemma == "recently" || lemma == "democratically" {
			p.past = p.past || lemma == "then"
			return i - 1
		}
	case "NOUN", "PROPN", "VERB":
		if s.isInsidePhrase(i-1) && !calendar[lemma] {
			return i - 1
		}
	case "PUNCT":
		if t.Form == "-" && i-1 > from && t.Start == s.d.Tokens[i-2].End {
			return i - 1
		}
	}
	return i
}

// isInsidePhrase reports whether the tree hangs the noun or participle i on a word just after it.
func (s *search) isInsidePhrase(i int) bool {
	t := &s.d.Tokens[i]
	switch rel := t.Rel(); {
	case t.UPOS == "VERB":
		return rel == "amod" && t.Head > i
	case rel == "compound" || rel == "amod" || rel == "flat" || t.Deprel == "nmod:desc" || t.Deprel == "nmod:unmarked":
		return t.Head > i && t.Head <= i+4 || t.UPOS == "PROPN" && rel == "flat"
	}
	return false
}

// nameBefore takes a name that modifies what follows into p, and returns where it begins.
func (s *search) nameBefore(p *premodifier, from, m int) int {
	f := &s.mentions[m]
	if f.Kind == doc.Description {
		return f.End
	}
	s.noteCode(p, f)
	first := f.First
	// "the Russian and Chinese presidents": a coordination of adjectives of countries.
	if c := first - 1; c > from && s.d.Tokens[c].UPOS == "CCONJ" {
		if m2 := s.mentionEnding(from, c); m2 >= 0 && s.isCountry(m2) && (f.Kind == doc.Adjective || s.joinsAdjective(f, m2)) {
			return s.nameBefore(p, from, m2)
		}
	}
	return first
}

// joinsAdjective reports whether the tree coordinates the name with the adjective m: "Kenyan and Taiwan
// officials".
func (s *search) joinsAdjective(f *found, m int) bool {
	a, t := &s.mentions[m], &s.d.Tokens[f.Head]
	return a.Kind == doc.Adjective && t.Rel() == "conj" && t.Head >= a.First && t.Head < a.End
}

// noteCode takes the country or organization of the mention into p.
func (s *search) noteCode(p *premodifier, f *found) {
	if f.Entity >= 0 && s.entities[f.Entity].code != "" {
		p.codes = append(p.codes, s.entities[f.Entity].code)
		p.names = append(p.names, s.d.Span(f.First, f.End).Text)
		p.minority = p.minority || s.entities[f.Entity].minority
	}
}

// isCountry reports whether the mention speaks of a country.
func (s *search) isCountry(m int) bool {
	e := s.mentions[m].Entity
	return e >= 0 && s.entities[e].Class == doc.State
}

// possessorBefore takes the possessor whose 's is token i into p, and returns where it begins.
func (s *search) possessorBefore(p *premodifier, from, i int) int {
	p.definite, p.possessed = true, true
	if m := s.mentionEnding(from, i); m >= 0 {
		f := &s.mentions[m]
		s.noteCode(p, f)
		first := f.First
		if first > from && s.d.Tokens[first-1].UPOS == "DET" {
			first--
		}
		return first
	}
	for i > from {
		switch t := &s.d.Tokens[i-1]; t.UPOS {
		case "NOUN", "PROPN", "ADJ", "NUM":
			i--
			continue
		case "DET":
			return i - 1
		}
		return i
	}
	return i
}

func (s *search) isPossessive(i int) bool {
	if i >= len(s.d.Tokens) {
		return false
	}
	t := &s.d.Tokens[i]
	f := doc.Norm(t.Form)
	return t.XPOS == "POS" || t.UPOS == "PART" && (f == "'s" || f == "'")
}

// titles lengthens the mentions of people by the title before the name: "Russian President
// Vladimir Putin", and notes what the title says.
func (s *search) titles() {
	for id := range s.mentions {
		m := &s.mentions[id]
		if m.Kind == doc.Name && (m.Entity < 0 || s.entities[m.Entity].Class == doc.Person) {
			s.title(id)
		}
	}
}

func (s *search) title(id int) {
	m := &s.mentions[id]
	e := m.Entity
	from, _ := s.bounds(m.sentence)
	i := m.First
	for i > from {
		if g := honorifics[s.lemmas[i-1]]; g != 0 || abbreviatedTitles[s.lemmas[i-1]] {
			if e >= 0 {
				s.entities[e].female = s.entities[e].female || g == 'f'
				s.entities[e].male = s.entities[e].male || g == 'm'
			}
			i--
			continue
		}
		n := s.roleEnding(m.sentence, i)
		if n == 0 || s.isClauseBefore(m, i-n, i) {
			break
		}
		role, _ := s.roleAt(i-n, i)
		s.addTitle(e, role.Words)
		i -= n
	}
	if i == m.First {
		return
	}
	p := s.premodify(m.sentence, i)
	if len(p.codes) > 0 && e >= 0 && s.entities[e].code == "" {
		s.setCode(e, p.codes[0])
	}
	m.First = min(p.first, i)
	m.Head = s.headOf(m.First, m.End)
	s.cover(id)
}

// isClauseBefore reports whether the role at [first, end) is no title but has the name for the
// subject of its relative clause: "the president Xi met".
func (s *search) isClauseBefore(m *found, first, end int) bool {
	h := &s.d.Tokens[m.Head]
	if h.Rel() != "nsubj" || h.Head < 0 || first == 0 {
		return false
	}
	v := &s.d.Tokens[h.Head]
	return v.Rel() == "acl" && v.Head >= first && v.Head < end
}

// A complement is the "of" phrase after a role.
type complement struct {
	end    int // one past its last token
	codes  []string
	names  []string
	number int // "of the two countries"
}

// complementAt reads the phrase after a role from its preposition, token i, on.
func (s *search) complementAt(sentence, i int) complement {
	_, end := s.bounds(sentence)
	c := complement{end: i}
	if i+1 >= end {
		return c
	}
	switch s.lemmas[i] {
	case "of":
	case "for", "from":
		if s.attachesToVerb(i) {
			return c
		}
	default:
		return c
	}
	k := i + 1
	for ; k < end && k < i+6; k++ {
		if m := s.mentionStarting(k); m >= 0 && s.mentions[m].Kind != doc.Pronoun {
			if s.complementName(&c, m, end) {
				return c
			}
			k = s.mentions[m].End - 1
			continue
		}
		if n, ok := numbers[s.lemmas[k]]; ok {
			c.number = n
			continue
		}
		if t := &s.d.Tokens[k]; t.UPOS == "DET" || t.UPOS == "ADJ" {
			continue
		}
		break
	}
	if k >= end {
		return complement{end: i}
	}
	if countryNouns[s.singular(k)] || sideNouns[s.singular(k)] {
		c.end = k + 1
		return c
	}
	if _, n := s.roleAt(k, end); n > 0 && s.inner[k] < 0 {
		c.end = k + n
		return c
	}
	return complement{end: i}
}

// attachesToVerb reports whether the phrase that preposition i begins completes a verb rather than
// the noun before it: "withdraw its troops from Kuwait".
func (s *search) attachesToVerb(i int) bool {
	noun := s.d.Tokens[i].Head
	if noun < 0 || s.d.Tokens[noun].Rel() != "obl" || s.d.Tokens[noun].Head < 0 {
		return false
	}
	return s.d.Tokens[s.d.Tokens[noun].Head].UPOS == "VERB"
}

// complementName takes a name into c, with those coordinated with it; false when the name only
// modifies what follows.
func (s *search) complementName(c *complement, m, end int) bool {
	for {
		f := &s.mentions[m]
		if f.Entity < 0 || s.entities[f.Entity].code == "" && s.entities[f.Entity].Class != doc.Organization {
			return false
		}
		c.codes = append(c.codes, s.entities[f.Entity].code)
		c.names = append(c.names, s.d.Span(f.First, f.End).Text)
		if f.Kind == doc.Adjective || f.End < end && s.isPossessive(f.End) {
			return false
		}
		c.end = f.End
		if m = s.nextInList(c.end, end, len(c.codes) == 1); m < 0 {
			return true
		}
	}
}

// nextInList returns the country that goes on, at token i, a list of countries that ends in "and": ", B
// and C"; -1 when none does.
func (s *search) nextInList(i, end int, first bool) int {
	last := i < end && s.d.Tokens[i].UPOS == "CCONJ"
	comma := i < end && s.forms[i] == ","
	if comma && i+1 < end && s.d.Tokens[i+1].UPOS == "CCONJ" { // the serial comma
		last, i = !first, i+1
	}
	if !last && !comma || i+1 >= end {
		return -1
	}
	m := s.mentionStarting(i + 1)
	if m < 0 || !s.isCountry(m) || !last && s.nextInList(s.mentions[m].End, end, false) < 0 {
		return -1
	}
	return m
}

// singular returns the lemma of token i, of a plural that the lemmatizer left as it was the
// singular.
func (s *search) singular(i int) string {
	l := s.lemmas[i]
	if t := &s.d.Tokens[i]; strings.HasSuffix(t.XPOS, "NNPS") && strings.HasSuffix(l, "ies") {
		return strings.TrimSuffix(l, "ies") + "y"
	} else if t.XPOS == "NNPS" {
		return strings.TrimSuffix(l, "s")
	}
	return l
}
