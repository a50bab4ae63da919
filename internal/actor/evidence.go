package actor

import (
	"slices"
	"sort"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// Evidence is what the article's words say of an entity.
type evidence struct {
	country string
	sector  string
	office  string
}

// described codes an entity from the words of its mentions, its name first: the first mention that
// tells something tells it.
func (w *work) described(i int) {
	e := &w.d.Entities[i]
	for _, m := range e.Mentions {
		mention := &w.d.Mentions[m]
		if mention.Kind == doc.Pronoun {
			continue
		}
		v := w.evidence(i, mention)
		if e.Country == "" {
			e.Country = v.country
		}
		if e.Sector == "" {
			e.Sector = v.sector
		}
		if e.Office == "" && e.Class == doc.Person {
			e.Office = v.office
		}
	}
	switch e.Class {
	case doc.Person:
		if e.Office == "" {
			w.officeByName(e)
		}
		if e.Country == "" && len(e.Mentions) == 0 {
			w.countryByName(e)
		}
	case doc.Organization:
		if len(e.Mentions) == 0 { // one of "American and Korean troops"
			w.countryByName(e)
			e.Sector = w.sectorByName(e.Name)
		}
	case doc.Location:
		if w.actors.Country(e.Country) == nil { // "freed the town from ISIL"
			e.Country = w.besideRegion(e)
		}
		if e.Country == "" {
			e.Country = w.capitalOf(e.Name)
		}
		if e.Country == "" {
			e.Country = w.stateOfRegion(e)
		}
	case doc.People:
		e.Sector = ""
		if len(e.Mentions) > 0 {
			if own := w.countryOfPeople(&w.d.Mentions[e.Mentions[0]]); own != "" { // "Nigerians from Germany"
				e.Country = own
			}
		}
	}
}

// besideRegion returns the country of a place whose region the text gives beside it: "Paris, Texas"; "" for others.
func (w *work) besideRegion(e *doc.Entity) string {
	for _, m := range e.Mentions {
		first := w.d.Mentions[m].First
		k := sort.Search(len(w.d.Toponyms), func(k int) bool { return w.d.Toponyms[k].First >= first })
		if k < len(w.d.Toponyms) && w.d.Toponyms[k].First == first && w.d.Toponyms[k].Beside {
			return w.d.Toponyms[k].Place.Country
		}
	}
	return ""
}

// stateOfRegion returns the state of which a place is a region or province, as the toponym says; "" for others.
func (w *work) stateOfRegion(e *doc.Entity) string {
	for _, m := range e.Mentions {
		first := w.d.Mentions[m].First
		k := sort.Search(len(w.d.Toponyms), func(k int) bool { return w.d.Toponyms[k].First >= first })
		if k < len(w.d.Toponyms) && w.d.Toponyms[k].First == first && w.d.Toponyms[k].Place.Precision == "region" {
			return w.d.Toponyms[k].Place.Country
		}
	}
	return ""
}

// countryOfPeople returns the country whose people the mention names: "Russians".
func (w *work) countryOfPeople(m *doc.Mention) string {
	if m.First > 0 && w.lemmas[m.First-1] == "ethnic" {
		return ""
	}
	forms := make([]string, 0, 4)
	for t := m.First; t < m.End; t++ {
		forms = append(forms, w.d.Tokens[t].Form)
	}
	for _, match := range w.actors.Match(forms) {
		if match.Known.Kind == lexicon.Country && match.On(w.date) {
			return match.Known.Code
		}
	}
	return ""
}

// evidence reads one mention with the phrase around it: "[Iran's deputy foreign minister Ali
// Hassan]", "[Foreign Minister Ali Hassan] of Iran".
func (w *work) evidence(entity int, m *doc.Mention) evidence {
	var v evidence
	around := surroundings{entity: entity}
	visit := func(inner *doc.Mention) { w.look(&around, inner) }
	for _, pronouns := range []bool{false, true} { // "his Hungarian counterpart" is Hungarian
		for t := m.First; t < m.End; t++ {
			if k := w.starts[t]; k >= 0 {
				w.eachAt(int(k), t, m, pronouns, visit)
			}
		}
	}
	if around.country == "" {
		w.after(m, visit)
	}
	v.country = around.country
	role, ok := w.roleIn(m.First, m.End)
	if !ok {
		return v
	}
	if role.role.Words == "counterpart" { // says nothing but whose
		return v
	}
	if v.sector = w.sectorOf(role); around.ofNobody && ofAnyBody[role.role.Words] && around.sector == "" {
		v.sector = ""
	}
	if role.end == role.first+1 && w.lemmas[role.first] == "coalition" && w.ofStates(m, role.first) {
		v.sector = "MIL"
	}
	if v.country == "" && atHome[v.sector] && !abroad[w.lemmas[role.end-1]] {
		w.inPlace(m, visit)
		v.country = around.country
	}
	if role.role.Office {
		v.office = w.wording(role, m)
	}
	spoken := around.sector
	if spoken == "" {
		spoken = role.body
	}
	if spoken != "" && (role.role.Follows || role.role.Words == "leader" && spoken != "GOV") {
		v.sector = spoken
	}
	if role.role.Words == "president" && w.ofUnknownBody(role.end) {
		v.sector = ""
	}
	if strings.HasPrefix(v.office, "former ") || strings.HasPrefix(v.office, "ex ") {
		v.sector = "ELI" // PLOVER: elites, among them former officials
	}
	return v
}

// surroundings is what the mentions around one of an entity tell of it.
type surroundings struct {
	entity   int
	country  string // of the first mention that has one
	sector   string // of the first state, body or person that has one
	ofNobody bool   // a body that nobody knows is named
}

// look adds what a mention tells of the entity that it stands beside.
func (w *work) look(s *surroundings, inner *doc.Mention) {
	if inner.Entity < 0 || inner.Entity == s.entity {
		return
	}
	x := &w.d.Entities[inner.Entity]
	s.ofNobody = s.ofNobody || inner.Kind == doc.Name && w.isUnknownBody(x)
	switch x.Class {
	case doc.Location, doc.State, doc.Organization, doc.Person, doc.People:
		if s.country == "" {
			s.country = x.Country
		}
	}
	switch x.Class {
	case doc.State, doc.Organization, doc.Person:
		if s.sector == "" {
			s.sector = x.Sector
		}
	}
}

// sectorOf returns the sector that a role tells. Officers and sergeants, and in the land of sheriffs deputies, are
// policemen where the article speaks of the police more than of an army.
func (w *work) sectorOf(r foundRole) string {
	if r.end-r.first == 1 && ranks[w.lemmas[r.first]] && (r.first == 0 || !ofForces[w.lemmas[r.first-1]]) && (r.role.Sector == "MIL" && w.police > w.army || r.role.Sector == "LEG" && w.sheriffs > w.deputies) {
		return "COP"
	}
	return r.role.Sector
}

// ranks names what policemen and others are called.
var ranks = doc.WordSet("officer sergeant lieutenant corporal captain deputy")

// ofUnknownBody reports whether the role that ends at token end is followed by “of” and the name of a body that nobody
// knows: the president of the Brotherhood of Bakers is none of a state.
func (w *work) ofUnknownBody(end int) bool {
	next := end + 1
	if next+1 >= len(w.lemmas) || w.lemmas[end] != "of" {
		return false
	}
	if w.lemmas[next] == "the" {
		next++
	}
	k := w.starts[next]
	if k < 0 {
		return w.d.Tokens[next].UPOS == "PROPN" && doc.Capitalized(w.d.Tokens[next].Form)
	}
	if w.d.Mentions[k].Entity < 0 {
		return false
	}
	e := &w.d.Entities[w.d.Mentions[k].Entity]
	return e.ID == "" && e.Class != doc.Location && e.Class != doc.State && e.Country == "" && e.Sector == "" && w.d.Mentions[k].Kind == doc.Name
}

// ofForces names what stands before the ranks of soldiers and sailors only: "petty officer".
var ofForces = doc.WordSet("petty warrant flying naval navy army marine staff commissioned")

// ofStates reports whether the coalition at token i of a mention is one of states and not of parties: "the
// Saudi-led coalition", "the international coalition".
func (w *work) ofStates(m *doc.Mention, i int) bool {
	for k := m.First; k < i; k++ {
		if allied[w.lemmas[k]] {
			return true
		}
	}
	return w.d.Tokens[i].UPOS == "PROPN" && (m.End-m.First == 1 || w.lemmas[m.First] == "the")
}

// allied holds words before a coalition of states.
var allied = doc.WordSet("led lead international global military multinational allied american western arab anti counter coalition")

// ofAnyBody holds offices of governments that clubs and companies have as well.
var ofAnyBody = doc.WordSet("president leader official chairman director secretary")

// public holds words in the names of bodies of states.
var public = doc.WordSet(`council commission authority agency bureau board office committee service department administration district
	county city state province parish`)

// isUnknownBody reports whether the entity is an organization of which nothing tells that it is a part of a state.
func (w *work) isUnknownBody(e *doc.Entity) bool {
	if e.Class != doc.Organization || e.ID != "" || e.Sector != "" || w.sectorByName(e.Name) != "" {
		return false
	}
	words := strings.Fields(strings.ToLower(e.Name))
	return len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool { return public[w] }) // "Hutu leaders"
}

// eachAt visits the pronouns, or the other mentions, that begin at token t within m, but not m
// itself; k is the first of them.
func (w *work) eachAt(k, t int, m *doc.Mention, pronouns bool, visit func(*doc.Mention)) {
	for ; k < len(w.d.Mentions) && w.d.Mentions[k].First == t; k++ {
		inner := &w.d.Mentions[k]
		if inner != m && inner.End <= m.End && inner.End-inner.First < m.End-m.First && (inner.Kind == doc.Pronoun) == pronouns {
			visit(inner)
		}
	}
}

// after visits the name in a phrase with "of" or "from" right after the mention.
func (w *work) after(m *doc.Mention, visit func(*doc.Mention)) {
	if m.End+1 >= len(w.lemmas) || w.d.SentenceOf(m.First) != w.d.SentenceOf(m.End+1) {
		return
	}
	switch w.lemmas[m.End] {
	case "of":
	case "from":
		if noun := w.d.Tokens[m.End].Head; noun >= 0 && w.d.Tokens[noun].Rel() == "obl" {
			return
		}
	default:
		return
	}
	next := m.End + 1
	if w.lemmas[next] == "the" && next+1 < len(w.lemmas) {
		next++
	}
	if k := w.starts[next]; k >= 0 && w.d.Mentions[k].Kind != doc.Pronoun {
		visit(&w.d.Mentions[k])
	}
}

// Sectors whose people and bodies, where a country is said to be where they are, are that country's:
// "lawmakers in Kenya". Soldiers, journalists and refugees may be anyone's.
var atHome = doc.WordSet("LEG COP JUD OPP CVL LAB EDU REL SOC AGR GOV PTY")

// Nouns of the government sector for those who are in another country.
var abroad = doc.WordSet("ambassador diplomat envoy embassy consul consulate attache attaché mission delegation delegate")

// inPlace visits the name of a place in a phrase with "in" that belongs to the mention.
func (w *work) inPlace(m *doc.Mention, visit func(*doc.Mention)) {
	if m.End+1 >= len(w.lemmas) || w.lemmas[m.End] != "in" || w.d.SentenceOf(m.First) != w.d.SentenceOf(m.End+1) {
		return
	}
	k := w.starts[m.End+1]
	if k < 0 || w.d.Mentions[k].Kind != doc.Name {
		return
	}
	if h := w.d.Tokens[w.d.Mentions[k].Head].Head; h >= m.First && h < m.End {
		visit(&w.d.Mentions[k])
	}
}

// A found role is a role with the tokens that word it.
type foundRole struct {
	role       lexicon.Role
	first, end int
	body       string // sector of a body named before it: "foreign ministry spokesman"
}

// roleIn returns the role that tokens [first, end) name the bearer by: the longest, of several the
// one that single people hold, of several such the last before a name ("party leader and president
// Ali Hassan").
func (w *work) roleIn(first, end int) (foundRole, bool) {
	var best foundRole
	ok := false
	for i := first; i < end; {
		if inner := w.innerName(i, first, end); inner > i {
			i = inner
			continue
		}
		role, n := w.actors.Role(w.lemmas[i:end])
		if n == 0 {
			if w.lemmas[i] == "of" || w.lemmas[i] == "for" { // what follows is said of someone else
				break
			}
			i++
			continue
		}
		if !ok || role.Office || !best.role.Office {
			body := best.body
			if ok && !best.role.Office {
				body = best.role.Sector
			}
			best, ok = foundRole{role, i, i + n, body}, true
		}
		i += n
	}
	return best, ok
}

// innerName returns the end of the name that begins at token i inside the mention [first, end); i
// when none does. A name is no part of a role: the office of a White House spokesman is spokesman.
func (w *work) innerName(i, first, end int) int {
	for k := int(w.starts[i]); k >= 0 && k < len(w.d.Mentions) && w.d.Mentions[k].First == i; k++ {
		m := &w.d.Mentions[k]
		if (m.Kind == doc.Name || m.Kind == doc.Adjective) && m.End <= end && m.End-m.First < end-first {
			return m.End
		}
	}
	return i
}

// wording returns the office as the article words it, in lower case: the role with the adjectives
// of rank before it, without country: "deputy foreign minister".
func (w *work) wording(r foundRole, m *doc.Mention) string {
	var words []string
	for i := m.First; i < r.end; i++ {
		if i >= r.first || rank[w.lemmas[i]] { // "former Kenyan deputy minister"
			words = append(words, w.lemmas[i])
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), " - ", "-")
}

// Adjectives of rank that belong to an office.
var rank = doc.WordSet("deputy vice first acting interim chief senior top assistant former caretaker ex")

// officeByName reads the office of a person who is only described from the name that package
// mention gave: "Hungarian foreign minister" for "his Hungarian counterpart".
func (w *work) officeByName(e *doc.Entity) {
	words := strings.Fields(strings.ToLower(e.Name))
	for i := range words {
		if role, n := w.actors.Role(words[i:]); n > 0 && i+n == len(words) {
			e.Office = role.Words
			if e.Sector == "" {
				e.Sector = role.Sector
			}
			return
		}
	}
}

// sectorByName returns the sector of a role that ends the name, in the singular or the plural, "" for none.
func (w *work) sectorByName(name string) string {
	name, _, _ = strings.Cut(name, " of ")
	words := strings.Fields(strings.ToLower(name))
	for _, last := range []string{words[len(words)-1], strings.TrimSuffix(words[len(words)-1], "s")} {
		words[len(words)-1] = last
		for i := range words {
			if role, n := w.actors.Role(words[i:]); n > 0 && i+n == len(words) {
				return role.Sector
			}
		}
	}
	return ""
}

// countryByName reads the country of someone who is spoken of only with others from the name that
// package mention gave: "Kenyan envoy", of "the Kenyan and Chadian envoys".
func (w *work) countryByName(e *doc.Entity) {
	for _, match := range w.actors.Match(strings.Fields(e.Name)) {
		if match.Known.Kind != lexicon.Person && match.On(w.date) {
			e.Country = match.Known.CodeOn(w.date)
			return
		}
	}
}

// capitalOf returns the country whose capital has the name on the day, "" for none.
func (w *work) capitalOf(name string) string {
	for _, m := range w.actors.Match(strings.Fields(name)) {
		if m.As == lexicon.AsCapital && m.On(w.date) {
			return m.Known.CodeOn(w.date)
		}
	}
	return ""
}
