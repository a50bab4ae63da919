package coder

import (
	"slices"
	"sort"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
)

// who resolves the phrase headed by token t to actors: an entity, the members of a group, the state
// that a place stands for, or, inside someone's words, the speaker and the one spoken to. why tells
// what is missing when nobody is found.
func (c *coder) who(t int) (actors []readout.Actor, why string) {
	m := c.d.MentionAt(t)
	if m < 0 {
		return c.unknown(t)
	}
	men := &c.d.Mentions[m]
	span := c.d.Span(men.First, men.End)
	if men.Entity < 0 {
		if two := c.twoNamed(t); two != nil {
			return two, ""
		}
		if men.Kind != doc.Pronoun {
			return c.unknown(t)
		}
		return c.whoSpeaks(t, span, men.Why)
	}
	ent := &c.d.Entities[men.Entity]
	if len(ent.Members) > 0 {
		for _, x := range ent.Members {
			actors = append(actors, c.actor(&c.d.Entities[x], span))
		}
		return actors, ""
	}
	a := c.actor(ent, span)
	if men.Kind == doc.Description && others[strings.ToLower(c.d.Tokens[t].Lemma)] {
		if named := c.apposed(t); named != nil {
			return named, ""
		}
		a.Country = c.countryOfNoun(t, c.d.Mentions[m].First, c.d.Mentions[m].End)
	}
	if a.Country == "" && ent.Class != doc.Person {
		a.Country = c.governmentBeside(t)
	}
	if a.Country == "" && ent.Class != doc.Person {
		a.Country = c.ledBy(t)
	}
	switch {
	case a.Country != "":
	case ent.Class != doc.Person:
		first, end := c.nounPhrase(t)
		a.Country = c.countryIn(first, c.beforeClause(t, end))
	case c.d.Tokens[t].XPOS == "NNS":
		a.Country = c.comeFrom(t)
	}
	if a.Country == "" && men.Kind == doc.Description {
		a.Country = c.foundIn(t, ent)
	}
	if ent.Class == doc.Location && a.Country == "" {
		if p := c.toponyms(men.First, men.End); len(p) > 0 && p[0].First == men.First && p[0].End == men.End && c.certain(&p[0]) {
			a = c.state(p[0].Place.Country, span)
		}
	}
	switch {
	case c.ethnic(men.First): // "ethnic Albanians" are of the country where they live
		a.Country, a.Sector = "", "CVL"
	case men.Kind == doc.Description && a.Country != "" && c.ethnicIn(c.rolePhrase(t)):
		a.Country = c.countryIn(c.nounPhrase(t))
	}
	return []readout.Actor{a}, ""
}

// ethnicIn reports whether tokens [first, end) tell to which people somebody belongs: “leaders of the ethnic Albanian
// parties”.
func (c *coder) ethnicIn(first, end int) bool {
	for i := first; i < end; i++ {
		if strings.EqualFold(c.d.Tokens[i].Form, "ethnic") {
			return true
		}
	}
	return false
}

// comeFrom returns the country or place from which the people at token t are said to be: "ministers from Khartoum",
// "leaders of the Punjab region"; "" when the words do not say.
func (c *coder) comeFrom(t int) string {
	for k := range c.d.Children(t) {
		if c.d.Tokens[k].Rel() == "nmod" && k > t && c.hasCase(k, "from", "of") {
			first, _ := c.d.Subtree(k)
			return c.countryIn(first, k+1)
		}
	}
	return ""
}

// foundIn returns the country of those whom the noun at token t describes, where neither a name nor an adjective tells it:
// that of whom they work for, of the place where they live, or the code of bodies of many countries; ent is their entity, nil
// for none.
func (c *coder) foundIn(t int, ent *doc.Entity) string {
	if ent != nil && ent.Class == doc.Person {
		if code := c.worksFor(t); code != "" {
			return code
		}
	}
	for k := range c.d.Children(t) { // "hackers working for Beijing"
		if tok := &c.d.Tokens[k]; tok.Rel() == "acl" && k > t && (tok.Lemma == "work" || tok.Lemma == "fight" || tok.Lemma == "spy" || tok.Lemma == "act") {
			for o := range c.d.Children(k) {
				if c.d.Tokens[o].Rel() == "obl" && c.hasCase(o, "for") {
					first, _ := c.d.Subtree(o)
					return c.countryIn(first, o+1)
				}
			}
		}
	}
	if c.ofManyCountries(t) {
		return "NGO"
	}
	sector := ""
	if ent != nil {
		sector = ent.Sector
	}
	return c.livesIn(t, sector)
}

// worksFor returns the country of the one whose aide the person at token t is: "an adviser to the Tunisian president".
func (c *coder) worksFor(t int) string {
	if !aides[strings.ToLower(c.d.Tokens[t].Lemma)] {
		return ""
	}
	for k := range c.d.Children(t) {
		if c.d.Tokens[k].Rel() == "nmod" && k > t && c.hasCase(k, "to", "of", "for") {
			first, _ := c.d.Subtree(k)
			return c.countryIn(first, k+1)
		}
	}
	return ""
}

var aides = doc.WordSet("aide adviser advisor assistant deputy spokesman spokeswoman confidant secretary lawyer counsel")

// ofManyCountries reports whether the noun at token t is for private bodies that help across borders: "foreign aid
// agencies".
func (c *coder) ofManyCountries(t int) bool {
	switch strings.ToLower(c.d.Tokens[t].Lemma) {
	case "agency", "charity", "group", "organization", "organisation", "ngo":
	default:
		return false
	}
	foreign, helps := false, c.d.Tokens[t].Lemma == "charity" || c.d.Tokens[t].Lemma == "ngo"
	for first, _ := c.d.Subtree(t); first < t; first++ {
		switch strings.ToLower(c.d.Tokens[first].Form) {
		case "international", "foreign", "global":
			foreign = true
		case "aid", "relief", "rights", "humanitarian", "charity", "medical":
			helps = true
		}
	}
	return foreign && helps
}

// livesIn returns the country of the place where the words say that those at token t live, work or have their seat:
// "islanders on Lesbos", "miners at El Teniente", "a charity based in Munich"; "" for none. sector is theirs, "" when only
// the noun tells it. Soldiers and strangers may be in
// a country that is not theirs.
func (c *coder) livesIn(t int, sector string) string {
	lemma := strings.ToLower(c.d.Tokens[t].Lemma)
	if role, n := c.lex.Actors.Role([]string{lemma}); n == 1 && !homely[role.Sector] && !homely[sector] && role.Sector != "BUS" || elsewhere[lemma] && role.Sector != "BUS" || outside[lemma] || captives[lemma] {
		return ""
	}
	code := ""
	for k := range c.d.Children(t) {
		switch tok := &c.d.Tokens[k]; {
		case k < t:
			continue
		case tok.Rel() == "nmod" && c.hasCase(k, "in", "on", "at", "near", "around", "of"):
		case tok.Rel() == "acl" && (tok.Lemma == "base" || tok.Lemma == "live" || tok.Lemma == "headquarter"):
		default:
			continue
		}
		first, end := c.d.Subtree(k)
		for _, p := range c.toponyms(first, c.beforeClause(k, end)) {
			switch at := p.Place.Country; {
			case at == "" || p.Use == readout.UseName || c.ofLanguage(p.First) || !c.certain(&p):
			case code != "" && code != at:
				return ""
			default:
				code = at
			}
		}
	}
	return code
}

// captives names those who may be held far from home.
var captives = doc.WordSet("prisoner detainee inmate captive hostage internee exile defector fugitive")

// certain reports whether it is sure enough in which country a place lies to tell whose people live there: the lexicon
// has it, it is a region or an island, or the article speaks of its country too.
func (c *coder) certain(p *doc.Toponym) bool {
	switch p.Place.Precision {
	case "water":
		return false
	case "region", "island", "country":
		return true
	}
	return p.Why == "name in the lexicon" || c.timesNamed(p.Place.Country) > 0
}

// toponyms returns the toponyms that begin in tokens [first, end).
func (c *coder) toponyms(first, end int) []doc.Toponym {
	at := func(token int) int {
		return sort.Search(len(c.d.Toponyms), func(i int) bool { return c.d.Toponyms[i].First >= token })
	}
	return c.d.Toponyms[at(first):at(max(first, end))]
}

// ethnic reports whether the name of a people at token i only tells which people somebody belongs to: “ethnic
// Albanians”.
func (c *coder) ethnic(i int) bool {
	for k := i; k >= 0 && k >= i-1; k-- {
		if strings.EqualFold(c.d.Tokens[k].Form, "ethnic") {
			return true
		}
	}
	return false
}

// governmentBeside returns the country of the government that the words name together with the phrase headed by
// t: "the Philippine government and communist rebels"; "" for none.
func (c *coder) governmentBeside(t int) string {
	beside := []int{}
	if tok := &c.d.Tokens[t]; tok.Rel() == "conj" && tok.Head >= 0 {
		beside = append(beside, tok.Head)
	}
	for k := range c.d.Children(t) {
		if c.d.Tokens[k].Rel() == "conj" {
			beside = append(beside, k)
		}
	}
	for _, b := range beside {
		m := c.d.MentionAt(b)
		if m < 0 || c.d.Mentions[m].Entity < 0 {
			continue
		}
		switch strings.ToLower(c.d.Tokens[b].Lemma) {
		case "government", "authority", "authorities", "regime", "junta":
			return c.d.Entities[c.d.Mentions[m].Entity].Country
		}
	}
	return ""
}

// apposed returns who is named right behind the phrase headed by token t in apposition to it: "its neighbours
// Chad and Niger"; nil when nobody is.
func (c *coder) apposed(t int) []readout.Actor {
	var out []readout.Actor
	for k := range c.d.Children(t) {
		if c.d.Tokens[k].Rel() != "appos" || k < t {
			continue
		}
		names := []int{k}
		for x := range c.d.Children(k) {
			if c.d.Tokens[x].Rel() == "conj" {
				names = append(names, x)
			}
		}
		for _, x := range names {
			if e := c.d.EntityAt(x); e != nil && e.Class == doc.State {
				m := &c.d.Mentions[c.d.MentionAt(x)]
				out = append(out, c.actor(e, c.d.Span(m.First, m.End)))
			}
		}
	}
	return out
}

// ledBy returns the country of who leads the group at token t: "a delegation led by Sudan's deputy foreign
// minister"; "" for none.
func (c *coder) ledBy(t int) string {
	for k := range c.d.Children(t) {
		tok := &c.d.Tokens[k]
		if tok.Rel() != "acl" || tok.Lemma != "lead" && tok.Lemma != "head" && tok.Lemma != "chair" {
			continue
		}
		for by := range c.d.Children(k) {
			if m := c.d.MentionAt(by); c.d.Tokens[by].Rel() == "obl" && m >= 0 && c.d.Mentions[m].Entity >= 0 {
				return c.d.Entities[c.d.Mentions[m].Entity].Country
			}
		}
	}
	return ""
}

// twoNamed returns the states of the only two countries that the sentence speaks of when the phrase headed by
// token t is about two that nobody was named for before: "the two sides agreed …, he said after meeting her";
// nil otherwise.
func (c *coder) twoNamed(t int) []readout.Actor {
	lemma := strings.ToLower(c.d.Tokens[t].Lemma)
	if lemma != "two" && !pairs[lemma] {
		return nil
	}
	two := lemma == "two" && c.d.Child(t, "det") >= 0 && c.d.Child(t, "nmod") < 0
	for k := range c.d.Children(t) {
		word := strings.ToLower(c.d.Tokens[k].Form)
		two = two || word == "two" || word == "both"
	}
	if !two {
		return nil
	}
	var out []readout.Actor
	sent := c.d.Sentences[c.d.SentenceOf(t)]
	span := c.d.Span(t, t+1)
	for i := sent.First; i < sent.End; i++ {
		m := c.d.MentionAt(i)
		if m < 0 || c.d.Mentions[m].Entity < 0 {
			continue
		}
		code := c.d.Entities[c.d.Mentions[m].Entity].Country
		if code == "" || slices.ContainsFunc(out, func(a readout.Actor) bool { return a.Country == code }) {
			continue
		}
		out = append(out, c.state(code, span))
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// pairs names the nouns that two states or their people are spoken of by.
var pairs = doc.WordSet("side country nation government leader minister neighbour neighbor state")

// countryIn returns the first country that tokens [first, end) name, or else that of the first pronoun: "its
// French partners" are of France.
func (c *coder) countryIn(first, end int) string {
	whose := ""
	for i := first; i < end; i++ {
		m := c.d.MentionAt(i)
		if m < 0 || c.d.Mentions[m].Entity < 0 || c.ethnic(i) || c.ofLanguage(i) || c.ethnicIn(c.d.Mentions[m].First, c.d.Mentions[m].End) {
			continue
		}
		code := c.d.Entities[c.d.Mentions[m].Entity].Country
		switch {
		case code == "":
		case c.d.Mentions[m].Kind != doc.Pronoun:
			return code
		case whose == "":
			whose = code
		}
	}
	return whose
}

// ofLanguage reports whether the name at token i tells a language or a style: “a Chinese-language daily”.
func (c *coder) ofLanguage(i int) bool {
	return i+2 < len(c.d.Tokens) && doc.Norm(c.d.Tokens[i+1].Form) == "-" && styles[strings.ToLower(c.d.Tokens[i+2].Form)]
}

var styles = doc.WordSet("language speaking style born educated trained")

// countryOfNoun returns the country that the phrase of the noun at token t, tokens [first, end), names. Allies
// and neighbours are not of the country whose they are.
func (c *coder) countryOfNoun(t, first, end int) string {
	if others[strings.ToLower(c.d.Tokens[t].Lemma)] && c.sideOf(t) != "PTY" { // but "its coalition partners" are of its own
		for k := range c.d.Children(t) {
			if c.d.Tokens[k].Deprel == "nmod:poss" && k >= first && k < t {
				_, first = c.d.Subtree(k)
			}
		}
	}
	return c.countryIn(first, c.beforeClause(t, end))
}

// beforeClause returns where the first clause in tokens [t, end) begins, or end: “lands of Asia occupied by Japan”
// are not Japan's.
func (c *coder) beforeClause(t, end int) int {
	for i := t + 1; i < end; i++ {
		if s, _ := c.d.Subtree(i); c.d.Tokens[i].Rel() == "acl" && s > t {
			end = min(end, s)
		}
	}
	return end
}

// others names nouns for those who are of another country than the one whose they are: "its allies".
var others = doc.WordSet(`
	ally neighbour neighbor partner rival foe enemy adversary opponent competitor friend patron protector sponsor
	backer creditor donor lender guest host visitor counterpart colleague benefactor arch-enemy archrival nemesis`)

// unknown makes the actor of a phrase that no mention covers: a name that nobody knows, or a noun for
// people who can act. Its own words are its name; a country in the phrase is its country.
func (c *coder) unknown(t int) ([]readout.Actor, string) {
	if named := c.apposed(t); named != nil {
		return named, ""
	}
	if two := c.twoNamed(t); two != nil {
		return two, ""
	}
	if !frame.CanAct(c.d, c.lex, t) {
		return nil, "“" + c.d.Tokens[t].Form + "” names nobody known"
	}
	first, end := c.rolePhrase(t)
	a := readout.Actor{Span: c.d.Span(first, end)}
	for first < end-1 && c.d.Tokens[first].Rel() == "det" {
		first++
	}
	a.Name = strings.Join(strings.Fields(c.d.Span(first, end).Text), " ")
	if role, n := c.lex.Actors.Role([]string{strings.ToLower(c.d.Tokens[t].Lemma)}); n == 1 && (c.d.Tokens[t].UPOS == "NOUN" || inside[role.Sector] || role.Sector == "LAB") {
		a.Sector = role.Sector
	} else if states[strings.ToLower(c.d.Tokens[t].Lemma)] {
		a.Sector = "GOV"
	} else {
		a.Sector = c.sideOf(t)
	}
	if a.Country = c.countryOfNoun(t, first, end); a.Country == "" {
		a.Country = c.foundIn(t, nil)
	}
	return []readout.Actor{a}, ""
}

// sideOf returns the sector of a body at token t that a word before it tells: "the opposition alliance", "union federation";
// "" for none.
func (c *coder) sideOf(t int) string {
	for k := range c.d.Children(t) {
		if r := c.d.Tokens[k].Rel(); k < t && (r == "amod" || r == "compound") {
			if sector := sides[strings.ToLower(c.d.Tokens[k].Lemma)]; sector != "" {
				return sector
			}
		}
	}
	return ""
}

var sides = map[string]string{"opposition": "OPP", "rebel": "REB", "guerrilla": "REB", "separatist": "REB", "union": "LAB", "labour": "LAB", "labor": "LAB", "party": "PTY", "coalition": "PTY", "student": "EDU", "teachers": "EDU", "police": "COP"}

// states names nouns for states that no mention covers: "nearly 70 countries".
var states = map[string]bool{"country": true, "nation": true, "state": true, "republic": true, "power": true}

// actor makes the actor of an entity; a place stands for its state.
func (c *coder) actor(ent *doc.Entity, span readout.Span) readout.Actor {
	if ent.Class == doc.Location && ent.Country != "" {
		return c.state(ent.Country, span)
	}
	return readout.Actor{Name: ent.Name, Country: ent.Country, Sector: ent.Sector, Office: ent.Office, Span: span}
}

// state makes the actor for the government of a country.
func (c *coder) state(code string, span readout.Span) readout.Actor {
	a := readout.Actor{Name: code, Country: code, Sector: "GOV", Span: span}
	if k := c.lex.Actors.Country(code); k != nil {
		a.Name = k.Name
	}
	return a
}

// whoSpeaks resolves I, we and you by the statement that token t stands in: I is its source, we
// the government the source speaks for, you its addressee or else the other of the two main
// participants.
func (c *coder) whoSpeaks(t int, span readout.Span, why string) ([]readout.Actor, string) {
	s := c.statementOf(t)
	if s == nil {
		return nil, "“" + span.Text + "” is not resolved: " + why
	}
	switch strings.ToLower(c.d.Tokens[t].Form) {
	case "i", "me", "my", "myself", "mine":
		if !c.oneSpeaks(&s.Source) {
			return nil, "“" + span.Text + "”: “" + s.Source.Text + "” is not one who speaks"
		}
		return []readout.Actor{at(s.Source, span)}, ""
	case "we", "us", "our", "ours", "ourselves":
		if s.Source.Country == "" {
			return nil, "“" + span.Text + "”: no country known for " + s.Source.Name
		}
		if ownSide[s.Source.Sector] { // his party, his movement, his force
			return []readout.Actor{at(s.Source, span)}, ""
		}
		return []readout.Actor{c.state(s.Source.Country, span)}, ""
	case "you", "your", "yours":
		if s.Addressee != nil {
			return []readout.Actor{at(*s.Addressee, span)}, ""
		}
		for i, e := range c.scene {
			if e >= 0 && c.d.Entities[e].Name == s.Source.Name {
				return []readout.Actor{c.actor(&c.d.Entities[c.scene[1-i]], span)}, ""
			}
		}
		return nil, "“" + span.Text + "”: nobody known is spoken to"
	}
	if s.Cue != nil && s.Source.Office == "" && s.Source.Start < s.Source.End {
		switch strings.ToLower(c.d.Tokens[t].Form) { // "the army says it has withdrawn"
		case "it", "its", "itself", "they", "their":
			return []readout.Actor{at(s.Source, span)}, ""
		}
	}
	return nil, "“" + span.Text + "” is not resolved: " + why
}

// ownSide names the sectors of those who say "we" of their own side, not of the state.
var ownSide = doc.WordSet("PTY OPP REB UAF PRM LAB SOC BUS EDU CVL REL COP JRN MED AGR CRM")

// oneSpeaks reports whether a source may say "I": someone who speaks, and not several.
func (c *coder) oneSpeaks(source *readout.Actor) bool {
	h := c.headIn(source.Start, source.End)
	return h < 0 || c.speaker(source) && !(c.d.Tokens[h].UPOS == "NOUN" && c.d.Tokens[h].XPOS == "NNS")
}

// speaker reports whether a source is someone who can speak, and not a thing that the words make speak, as in "the
// national interest demands that we act".
func (c *coder) speaker(source *readout.Actor) bool {
	h := c.headIn(source.Start, source.End)
	return h < 0 || c.d.Tokens[h].UPOS != "NOUN" || source.Sector != "" || source.Country != "" || source.Office != "" || frame.CanAct(c.d, c.lex, h)
}

// headIn returns the token that governs the words in the bytes [start, end), -1 when there are none.
func (c *coder) headIn(start, end int) int {
	for i := sort.Search(len(c.d.Tokens), func(i int) bool { return c.d.Tokens[i].Start >= start }); i < len(c.d.Tokens) && c.d.Tokens[i].End <= end; i++ {
		if h := c.d.Tokens[i].Head; h < 0 || c.d.Tokens[h].Start < start || c.d.Tokens[h].End > end {
			return i
		}
	}
	return -1
}

// at returns the actor as named by other words.
func at(a readout.Actor, span readout.Span) readout.Actor {
	a.Span = span
	return a
}

// firstPerson reports whether token t is a pronoun of the speaker or of the one spoken to.
func firstPerson(form string) bool {
	switch strings.ToLower(form) {
	case "i", "me", "my", "myself", "mine", "we", "our", "ours", "ourselves", "you", "your", "yours":
		return true
	}
	return false
}
