package mention

import (
	"slices"
	"strconv"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// resolve returns the entity that the phrase speaks of and the rule that says so; -1 and a reason
// when it speaks of someone who cannot be told; -1 and "" when it is no mention.
func (s *search) resolve(p *phrase) (int, string) {
	switch {
	case sideNouns[p.word] || countryNouns[p.word]:
		return s.resolveSide(p)
	case p.word == "counterpart":
		return s.resolveCounterpart(p)
	case peopleNouns[p.word]:
		return s.resolvePeople(p)
	case governmentNouns[p.role.Words] && p.code() != "" && !p.minority && (!p.plural || p.role.Words == "authorities" || p.role.Words == "authority"):
		if e := s.state(p.code()); e >= 0 {
			return e, "government of the country"
		}
	case p.plural:
		return s.resolvePlural(p)
	case p.role.Office:
		return s.resolveHolder(p)
	case personNouns[p.role.Words] != 0:
		return s.resolvePerson(p)
	}
	return s.resolveBody(p)
}

// resolveSide resolves parties to a meeting: "the two sides", "the Russian side", "both
// countries", "the country".
func (s *search) resolveSide(p *phrase) (int, string) {
	switch {
	case p.plural && p.code() == "" && p.number >= 2:
		return s.groupOf(p, p.number, true, nil)
	case p.plural && p.code() == "" && p.word == "side" && p.definite:
		return s.groupOf(p, 2, true, nil)
	case !p.plural && p.word == "side" && p.code() != "":
		if e := s.state(p.code()); e >= 0 {
			return e, "side of the country"
		}
		return s.organizationOf(p.code())
	case !p.plural && countryNouns[p.word] && p.word != "capital" && p.word != "state" && p.word != "power" &&
		p.code() == "" && p.number == 0 && p.definite && !p.other && p.owner < 0 && !p.possessed && p.end == p.roleEnd:
		if s.lemmas[p.start] == "that" { // another one than the subject
			return -1, ""
		}
		find := s.subjectIn
		if s.d.Tokens[p.noun].Rel() == "nsubj" {
			find = s.lastSubject
		}
		if e := find(p.sentence, p.start, doc.State); e >= 0 {
			return e, "country of the last subject"
		}
		if e := s.onlyState(p); e >= 0 {
			return e, "the only country spoken of"
		}
	}
	return -1, ""
}

// onlyState returns the one country that the sentence names before the phrase; or where it names none, the one
// that the sentence before names, but not as the one who acts: "Moscow protested. He was told to leave the country"
// is about another. -1 when they name several.
func (s *search) onlyState(p *phrase) int {
	for k := p.sentence; k >= max(0, p.sentence-1); k-- {
		only := -1
		for _, id := range s.in[k] {
			m := &s.mentions[id]
			if m.First >= p.start || m.Entity < 0 || s.entities[m.Entity].Class != doc.State {
				continue
			}
			if only >= 0 && only != m.Entity || m.Kind == doc.Adjective || k < p.sentence && s.prominence(m.Head) >= subject {
				return -1
			}
			only = m.Entity
		}
		if only >= 0 {
			return only
		}
	}
	return -1
}

// organizationOf returns the organization with the code that the article names.
func (s *search) organizationOf(code string) (int, string) {
	for e := range s.entities {
		if x := &s.entities[e]; x.Class == doc.Organization && x.code == code {
			return e, "side of the organization"
		}
	}
	return -1, ""
}

// resolvePeople resolves the people of a country: "the Russian people", "Iranian citizens".
func (s *search) resolvePeople(p *phrase) (int, string) {
	if p.code() == "" || s.actors.Country(p.code()) == nil {
		return -1, ""
	}
	name := s.d.Span(p.first, p.end).Text
	if p.word == "people" {
		return s.people(p.code(), name), "people of the country"
	}
	return s.entity("people/"+p.code()+"/"+p.word, someone{
		Entity: doc.Entity{Name: name, Class: doc.People}, code: p.code(), plural: true,
	}), "people of the country"
}

// resolvePlural resolves several people or bodies: "the two presidents", "the Russian and Chinese
// presidents", "Iranian officials".
func (s *search) resolvePlural(p *phrase) (int, string) {
	role := p.role
	switch {
	case p.number >= 2 && p.code() == "" && p.definite && (governmentNouns[role.Words] || role.Words == "delegation"):
		return s.groupOf(p, p.number, true, nil)
	case p.number >= 2 && p.code() == "" && p.definite && role.Office:
		return s.groupOf(p, p.number, false, &role)
	case len(p.codes) >= 2 && (role.Office || s.ofEach(p)):
		return s.groupOfEach(p)
	case role.Head && p.code() == "" && p.definite && !p.possessed:
		if e := s.pluralBefore(p); e >= 0 {
			return e, "those called so before"
		}
		if e, why := s.groupOf(p, 2, false, &role); e >= 0 {
			return e, why
		}
	}
	if !role.Office {
		return s.described(p, doc.Organization)
	}
	return s.described(p, doc.Person)
}

// pluralBefore returns those whom the article last called by the same plural and what they lead, where it has spoken of no
// group of people since: "Leaders of the G7 agreed … The leaders also …"; -1 for none.
func (s *search) pluralBefore(p *phrase) int {
	for k := p.sentence; k >= max(0, p.sentence-groupWindow); k-- {
		for n := len(s.in[k]) - 1; n >= 0; n-- {
			m := &s.mentions[s.in[k][n]]
			if m.First >= p.start || m.Entity < 0 {
				continue
			}
			x := &s.entities[m.Entity]
			if x.Class == doc.Group && s.entities[x.Members[0]].Class == doc.Person {
				return -1
			}
			if x.plural && x.Class == doc.Person && x.code != "" && slices.Contains(x.titles, p.role.Words) {
				return m.Entity
			}
		}
	}
	return -1
}

// ofEach reports whether the countries before or after the noun are coordinated, so that each has its own:
// "Russian and Chinese troops", but not "Russian-backed Syrian troops".
func (s *search) ofEach(p *phrase) bool {
	for i := p.start; i < p.end; i++ {
		if s.d.Tokens[i].UPOS == "CCONJ" && (i < p.noun) == (p.complement == 0) && (p.complement == 0 || p.complement == len(p.codes)) {
			return true
		}
	}
	return false
}

// groupOfEach resolves a role of several countries to one person, or one body, of each.
func (s *search) groupOfEach(p *phrase) (int, string) {
	var members []int
	for k := range p.codes {
		i := len(p.codes) - 1 - k // before the noun, the nearest stands first
		if p.complement == len(p.codes) {
			i = k
		}
		members = append(members, s.oneOfEach(p, p.codes[i], p.names[i]))
	}
	return s.group(members), "the role in each country"
}

// oneOfEach returns who has the role of phrase p in one of its countries, whose code and name are given.
func (s *search) oneOfEach(p *phrase, code, name string) int {
	key := "description/" + code + "/" + p.role.Words
	switch {
	case p.minority: // two peoples of one state have one each
		return s.entity(key+"/"+name, someone{
			Entity: doc.Entity{Name: name + " " + p.role.Words, Class: doc.Organization},
			code:   code, titles: []string{p.role.Words}, plural: true,
		})
	case governmentNouns[p.role.Words] && s.actors.Country(code) != nil:
		return s.state(code)
	case !p.role.Office:
		called := name + " " + s.d.Tokens[p.noun].Form
		if p.complement > 0 {
			called = s.d.Tokens[p.noun].Form + " of " + name
		}
		return s.entity(key+"/of each", someone{
			Entity: doc.Entity{Name: called, Class: doc.Organization},
			code:   code, titles: []string{p.role.Words}, plural: true,
		})
	}
	if e, _ := s.officeHolder(code, p.role); e >= 0 {
		return e
	}
	return s.entity(key, someone{
		Entity: doc.Entity{Name: name + " " + p.role.Words, Class: doc.Person},
		code:   code, titles: []string{p.role.Words},
	})
}

// resolveHolder resolves one person by role and country: "the Chinese president", "the spokesman".
func (s *search) resolveHolder(p *phrase) (int, string) {
	code := p.code()
	switch {
	case p.indefinite || p.past || p.other || p.minority:
	case code != "":
		if e, why := s.officeHolder(code, p.role); e >= 0 {
			return e, why
		}
	case p.definite:
		if e, why := s.lastWithRole(p); why != "" {
			return e, why
		}
	}
	return s.described(p, doc.Person)
}

// resolvePerson resolves one person by a noun that is no office: "the woman" is the one last called so.
func (s *search) resolvePerson(p *phrase) (int, string) {
	if p.code() == "" && p.definite && !p.other && p.owner < 0 && !p.possessed && p.end == p.roleEnd {
		for k := p.sentence; k >= max(0, p.sentence-lookBack); k-- {
			for n := len(s.in[k]) - 1; n >= 0; n-- {
				m := &s.mentions[s.in[k][n]]
				if m.First >= p.start || m.Entity < 0 {
					continue
				}
				e := &s.entities[m.Entity]
				if e.Class == doc.Person && !e.plural && slices.Contains(e.titles, p.role.Words) && s.saysNoMore(p, m) {
					return m.Entity, "last person called so"
				}
			}
		}
	}
	return s.described(p, doc.Person)
}

// officeHolder returns the one who has the role in the country: of the people of the article, the
// one who held it on the day or else the first named; otherwise whoever held it on the day.
func (s *search) officeHolder(code string, role lexicon.Role) (int, string) {
	holder := s.actors.Holder(code, role.Words, s.date)
	first := -1
	for _, e := range s.ofCountry[code] {
		if x := &s.entities[e]; x.Class != doc.Person || x.plural || !s.fits(e, role) {
			continue
		} else if holder != nil && x.known == holder {
			return e, "office and country of a person in the article"
		}
		if first < 0 {
			first = e
		}
	}
	if first >= 0 {
		return first, "office and country of a person in the article"
	}
	if holder != nil {
		return s.knownEntity(holder), "held the office on the day"
	}
	return -1, ""
}

// lastWithRole returns the person with the role who was spoken of last; -1 with a reason when
// several were within the last sentences; -1 and "" when nobody was.
func (s *search) lastWithRole(p *phrase) (int, string) {
	best := -1
	for k := p.sentence; k >= 0 && (best < 0 || k >= p.sentence-2) && k >= p.sentence-12; k-- {
		for n := len(s.in[k]) - 1; n >= 0; n-- {
			f := &s.mentions[s.in[k][n]]
			if f.Entity < 0 || f.First >= p.start {
				continue
			}
			e := f.Entity
			if s.entities[e].Class != doc.Person || s.entities[e].plural || !(s.fits(e, p.role) || s.entities[e].hasTitle(p.role.Words)) || e == best {
				continue
			}
			if best >= 0 {
				return -1, "several people have this role"
			}
			best = e
		}
	}
	if best >= 0 {
		return best, "last person with the role"
	}
	return s.onlyNamed(p)
}

// How many entities are searched for the bearer of a role who is named only later.
const maxEntitiesAhead = 300

// onlyNamed returns the only person named in the article who has the role; -1 and "" when nobody or
// more than one has it, or when the phrase itself names him ("the president Xi met").
func (s *search) onlyNamed(p *phrase) (int, string) {
	only := -1
	for e := range min(len(s.entities), maxEntitiesAhead) {
		x := &s.entities[e]
		if x.Class != doc.Person || x.plural || len(x.tokens) == 0 || !s.fits(e, p.role) {
			continue
		}
		if only >= 0 {
			return -1, ""
		}
		only = e
	}
	if only < 0 {
		return -1, ""
	}
	for _, id := range s.in[p.sentence] {
		if m := &s.mentions[id]; m.Entity == only && s.isUnder(m.Head, p.noun) {
			return -1, ""
		}
	}
	return only, "the only person named with the role"
}

// resolveCounterpart resolves the one who holds in another country the office of whoever the
// possessive pronoun or possessor is: "his Hungarian counterpart".
func (s *search) resolveCounterpart(p *phrase) (int, string) {
	code := p.code()
	if p.plural || code == "" {
		return -1, ""
	}
	name := s.d.Span(p.first, p.end).Text
	if e := s.counterpartOf(p); e >= 0 {
		for _, title := range s.entities[e].titles {
			role, n := s.actors.Role(strings.Fields(strings.ToLower(title)))
			if n == 0 {
				role = lexicon.Role{Words: title}
			}
			if other, why := s.officeHolder(code, role); other >= 0 {
				return other, why
			}
			name = strings.Replace(name, s.forms[p.noun], title, 1)
		}
	}
	return s.entity("description/"+code+"/counterpart", someone{
		Entity: doc.Entity{Name: name, Class: doc.Person}, code: code,
	}), "described only"
}

// counterpartOf returns the person whose counterpart the phrase speaks of, -1 when unknown.
func (s *search) counterpartOf(p *phrase) int {
	if p.owner >= 0 {
		if e := s.entityOf(p.owner); e >= 0 {
			return e
		}
	}
	return s.lastSubject(p.sentence, p.start, doc.Person)
}

// resolveBody resolves a body: "the foreign ministry", "the Israeli army".
func (s *search) resolveBody(p *phrase) (int, string) {
	if p.code() == "" && p.definite && !p.other && p.owner < 0 {
		for k := p.sentence; k >= 0 && k >= p.sentence-12; k-- {
			for n := len(s.in[k]) - 1; n >= 0; n-- {
				m := &s.mentions[s.in[k][n]]
				if e := m.Entity; e >= 0 && s.entities[e].Class == doc.Organization && !s.entities[e].plural && s.entities[e].hasTitle(p.role.Words) && s.saysNoMore(p, m) {
					return e, "last body of this kind"
				}
			}
		}
	}
	return s.described(p, doc.Organization)
}

// Adjectives that tell nobody apart.
var idle = doc.WordSet("entire whole same new very main own powerful said long-time longtime embattled current")

// saysNoMore reports whether the words before the noun of the phrase stand in mention m as well, so that it can be
// the same: "the European team" is not the Afghan team.
func (s *search) saysNoMore(p *phrase, m *found) bool {
	for i := p.first; i < p.noun; i++ {
		switch s.d.Tokens[i].UPOS {
		case "ADJ", "NOUN", "PROPN":
			if !idle[s.lemmas[i]] && !slices.Contains(s.lemmas[m.First:m.End], s.lemmas[i]) {
				return false
			}
		}
	}
	return true
}

// hasTitle reports whether the entity is called by the title, or by a longer one that ends in it:
// "the ministry" may be the foreign ministry.
func (x *someone) hasTitle(title string) bool {
	for _, t := range x.titles {
		if t == title || strings.HasSuffix(t, " "+title) {
			return true
		}
	}
	return false
}

// isOfKind reports whether the phrase speaks of a kind of people, whom another of the same words need not mean:
// "critics", "families". The police are one body, and so are the authorities.
func (s *search) isOfKind(p *phrase) bool {
	switch p.role.Words {
	case "police", "authorities", "authority":
		return false
	}
	return p.plural && !p.definite && p.code() == "" && s.d.Tokens[p.noun].UPOS == "NOUN"
}

// described returns an entity of which only the description is known. Definite descriptions of the
// same words are the same entity; each indefinite one is a new one, and so is each kind of people.
func (s *search) described(p *phrase, class doc.Class) (int, string) {
	name := s.d.Span(p.first, p.end).Text
	key := ""
	if !p.indefinite && !p.other && !s.isOfKind(p) {
		key = "description/" + p.code() + "/" + p.role.Words
		if p.plural {
			key += "/plural"
		}
		if p.past {
			key += "/former"
		}
		if p.code() == "" {
			key += "/" + strings.ToLower(name)
		}
		if p.owner >= 0 { // "his family" is another one with another owner
			key += "/of " + strconv.Itoa(s.entityOf(p.owner))
		}
	}
	code := p.code()
	e := s.entity(key, someone{
		Entity: doc.Entity{Name: name, Class: class}, code: code,
		titles: []string{p.role.Words}, plural: p.plural,
	})
	if !p.plural {
		s.setGender(e, personNouns[p.role.Words])
	}
	return e, "described only"
}
