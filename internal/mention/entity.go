package mention

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// A someone is an entity together with what the lexicon and the article tell of it, as far as the
// resolution of later mentions needs to know. Package actor works out for itself what goes into
// records.
type someone struct {
	doc.Entity
	known        *lexicon.Known
	code         string   // country or organization, "" while unknown
	titles       []string // offices and roles, lower case
	female, male bool
	plural       bool
	minority     bool     // a people within a state
	tokens       []string // an unknown person's full name
	spoken       spoken   // of a person
}

// entity returns the entity with the key, made from the prototype when it is new. An empty key
// always makes a new one.
func (s *search) entity(key string, prototype someone) int {
	if e, ok := s.byKey[key]; ok && key != "" {
		return e
	}
	e := len(s.entities)
	s.entities = append(s.entities, prototype)
	s.setCode(e, prototype.code)
	if key != "" {
		s.byKey[key] = e
	}
	return e
}

// knownEntity returns the entity of someone whom the lexicon knows.
func (s *search) knownEntity(k *lexicon.Known) int {
	if e, ok := s.byKey[k.ID]; ok {
		return e
	}
	if len(k.Members) > 0 {
		var members []int
		for _, id := range k.Members {
			if x := s.actors.Known(id); x != nil {
				members = append(members, s.knownEntity(x))
			}
		}
		return s.group(members)
	}
	p := someone{
		Entity: doc.Entity{Name: k.Name, ID: k.ID},
		known:  k, code: k.CodeOn(s.date), female: k.Female, male: k.Male,
	}
	switch k.Kind {
	case lexicon.Country:
		p.Class = doc.State
	case lexicon.Organization:
		p.Class = doc.Organization
	case lexicon.Seat:
		p.Class = doc.Location
	case lexicon.Person:
		p.Class = doc.Person
		offices := k.OfficesOn(s.date)
		for _, o := range offices {
			p.titles = append(p.titles, o.Title)
		}
		if len(offices) > 0 && offices[0].Code != "" {
			p.code = offices[0].Code
		}
	}
	return s.entity(k.ID, p)
}

// state returns the entity of the country with the code, -1 when the code is no country's.
func (s *search) state(code string) int {
	if k := s.actors.Country(code); k != nil {
		return s.knownEntity(k)
	}
	return -1
}

// people returns the entity of a people: "the Russian people", "Russians".
func (s *search) people(code, name string) int {
	return s.entity("people/"+code, someone{
		Entity: doc.Entity{Name: name, Class: doc.People}, code: code, plural: true,
	})
}

// minority returns the entity of a people within a state, named by its noun or adjective: "Catalans".
func (s *search) minority(code, name string) int {
	return s.entity("people/"+code+"/"+strings.TrimSuffix(strings.ToLower(name), "s"), someone{
		Entity: doc.Entity{Name: name, Class: doc.People}, code: code, plural: true, minority: true,
	})
}

// group returns the entity of a group with these members.
func (s *search) group(members []int) int {
	sorted := slices.Clone(members)
	slices.Sort(sorted)
	key, name, code := "group", "", s.entities[members[0]].code
	for _, m := range sorted {
		key += "/" + strconv.Itoa(m)
	}
	for i, m := range members {
		if name += s.entities[m].Name; i < len(members)-2 {
			name += ", "
		} else if i == len(members)-2 {
			name += " and "
		}
		if s.entities[m].code != code {
			code = ""
		}
	}
	return s.entity(key, someone{
		Entity: doc.Entity{Name: name, Class: doc.Group, Members: slices.Clone(members)},
		code:   code, plural: true,
	})
}

// addTitle notes what the article calls the entity.
func (s *search) addTitle(e int, title string) {
	if e >= 0 && title != "" && !slices.Contains(s.entities[e].titles, title) {
		x := &s.entities[e]
		x.titles = append(x.titles, title)
		x.female = x.female || tellsWoman(title)
	}
}

// How many people of one country can be found by it: more are only listed, not spoken of again.
const maxOfCountry = 100

// setCode notes the country or organization that a person belongs to.
func (s *search) setCode(e int, code string) {
	if s.entities[e].code = code; code == "" || s.entities[e].Class != doc.Person {
		return
	}
	if list := s.ofCountry[code]; len(list) < maxOfCountry && !slices.Contains(list, e) {
		s.ofCountry[code] = append(list, e)
	}
}

// finish writes the document's mentions and entities, numbered in the order of the text.
func (s *search) finish() {
	order := make([]int, len(s.mentions))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		m, n := &s.mentions[a], &s.mentions[b]
		return cmp.Or(cmp.Compare(m.First, n.First), cmp.Compare(n.End, m.End))
	})
	number := make([]int, len(s.entities)) // old to new, from 1; 0 while not met
	var met []int
	meet := func(e int) {
		if number[e] == 0 {
			met = append(met, e)
			number[e] = len(met)
		}
	}
	s.d.Mentions = make([]doc.Mention, 0, len(order))
	for _, i := range order {
		m := s.mentions[i].Mention
		if m.Entity >= 0 {
			meet(m.Entity)
		}
		s.d.Mentions = append(s.d.Mentions, m)
	}
	for i := 0; i < len(met); i++ { // members that are never mentioned themselves
		for _, member := range s.entities[met[i]].Members {
			meet(member)
		}
	}
	s.d.Entities = make([]doc.Entity, len(met))
	for i, e := range met {
		entity := s.entities[e].Entity
		entity.Mentions = nil
		for j, member := range entity.Members {
			entity.Members[j] = number[member] - 1
		}
		s.d.Entities[i] = entity
	}
	for i := range s.d.Mentions {
		if m := &s.d.Mentions[i]; m.Entity >= 0 {
			m.Entity = number[m.Entity] - 1
			s.d.Entities[m.Entity].Mentions = append(s.d.Entities[m.Entity].Mentions, i)
		}
	}
}
