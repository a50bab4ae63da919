package coder

import (
	"slices"
	"strings"
	"unicode"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/lexicon"
)

// inferCountries gives those who act in an event and have a sector but no country, such as "police" or
// "the foreign ministry", the country of the place of the event, or else that of the dateline. Of deeds
// anyone of whom only a noun tells is given the country of the place, or of the authority that does it to
// him. The evidence says so.
func (c *coder) inferCountries(e *readout.Event, f *frame.Frame) {
	code, from := "", ""
	c.armCoalition(e)
	if len(e.Places) > 0 && !hubs[strings.ToLower(e.Places[0].Name)] && e.Places[0].Precision != "water" { // a river runs through many
		code, from = e.Places[0].Country, e.Places[0].Name
	}
	deed := deeds[e.Type] && (e.Type != "COERCE" || !abroad(e))
	c.inferPhrase(e)
	if code == "" && deed {
		c.inferHome(e, f)
		c.inferOutcome(e, f.Verb)
		code, from = c.onlySite(c.d.Sentences[c.d.SentenceOf(f.Token)])
	}
	atHome := code == ""
	if atHome {
		code, from = c.homeOf(c.partOf(f.Token))
	}
	if code == "" || atHome && policed(e) {
		c.inferAttacker(e)
	}
	if code == "" {
		return
	}
	for _, actors := range [][]readout.Actor{e.Actors, e.Recipients} {
		for i := range actors {
			if a := &actors[i]; c.isOf(a, e, code, atHome, deed) {
				infer(e, a, code, from)
			}
		}
	}
}

// isOf reports whether a party of no known country is taken to be of the country where the event happens, or, atHome,
// of the one that the article is written from. A deed is one of the people of a place.
func (c *coder) isOf(a *readout.Actor, e *readout.Event, code string, atHome, deed bool) bool {
	there := deed && !atHome && c.local(a)
	switch {
	case a.Country != "" || c.severalStates(a) || c.allied(a) || a.Sector == "REF" || a.Sector == "JRN" && !there:
		return false
	case e.Type == "CONSULT" && (!atHome && a.Sector != "CVL" || atHome && !official[a.Sector]) && guest(e, code):
		return false
	case (atHome || e.Type == "CONSULT") && official[a.Sector] && !definite(a.Text) && !(atHome && c.minister(a, code)):
		return false
	}
	return a.Sector != "" || there
}

// guest reports whether the parties of a meeting, as far as they are known, are from elsewhere than the country where
// they meet.
func guest(e *readout.Event, code string) bool {
	parties := slices.Concat(e.Actors, e.Recipients)
	return slices.ContainsFunc(parties, func(a readout.Actor) bool { return a.Country != "" }) &&
		!slices.ContainsFunc(parties, func(a readout.Actor) bool { return a.Country == code })
}

// armCoalition gives a coalition that attacks the sector of the military: it is none of parties.
func (c *coder) armCoalition(e *readout.Event) {
	for i := range e.Actors {
		if a := &e.Actors[i]; e.Type == "ASSAULT" && a.Sector == "PTY" && c.allied(a) {
			a.Sector = "MIL"
		}
	}
}

// severalStates reports whether an actor is several countries, who are not all of one: "some 30 countries".
func (c *coder) severalStates(a *readout.Actor) bool {
	all := c.d.Heads(a.Span)
	return len(all) > 0 && states[strings.ToLower(c.d.Tokens[all[0]].Lemma)] && strings.HasSuffix(c.d.Tokens[all[0]].XPOS, "S")
}

// allied reports whether an actor is a force of several states: "coalition aircraft", "allied troops".
func (c *coder) allied(a *readout.Actor) bool {
	if strings.HasSuffix(a.Text, "oalition") {
		return true
	}
	all := c.d.Heads(a.Span)
	if len(all) == 0 {
		return false
	}
	first, end := c.nounPhrase(all[0])
	for i := first; i < end; i++ {
		if alliances[strings.ToLower(c.d.Tokens[i].Lemma)] {
			return true
		}
	}
	return false
}

// alliances holds words for what several states do together.
var alliances = doc.WordSet("coalition allied multinational international joint alliance combined")

// deeds names the types whose parties are of the country where it happens when nobody says otherwise.
var deeds = map[string]bool{"ASSAULT": true, "COERCE": true, "PROTEST": true, "MOBILIZE": true}

// inferHome gives those whom the authorities of one country arrest, search, ban or jail, and those against whom
// its people protest, and those whom its rebels attack, that country when their own is not told.
func (c *coder) inferHome(e *readout.Event, f *frame.Frame) {
	if len(e.Actors) == 0 || !c.isState(e.Actors[0].Country) {
		return
	}
	by := &e.Actors[0]
	if slices.ContainsFunc(e.Actors, func(a readout.Actor) bool { return a.Country != by.Country }) {
		return
	}
	switch e.Type {
	case "COERCE", "PROTEST", "MOBILIZE":
	case "ASSAULT":
		if !ofJustice[c.d.Tokens[f.Verb].Lemma] && !slices.Contains(e.Modes, "torture") && by.Sector != "REB" && !slices.ContainsFunc(e.Recipients, inCustody) {
			return
		}
	default:
		return
	}
	for i := range e.Recipients {
		a := &e.Recipients[i]
		if a.Country == "" && (a.Sector != "" || c.local(a) || c.calledByName(a)) {
			infer(e, a, by.Country, by.Name)
		}
	}
}

// inferAttacker gives armed or violent people of no known country the country of those whom they attack there.
func (c *coder) inferAttacker(e *readout.Event) {
	if e.Type != "ASSAULT" || len(e.Recipients) == 0 {
		return
	}
	code := e.Recipients[0].Country
	if !c.isState(code) || slices.ContainsFunc(e.Recipients, func(r readout.Actor) bool { return r.Country != code }) {
		return
	}
	for i := range e.Actors {
		switch a := &e.Actors[i]; {
		case a.Country != "":
		case a.Sector == "UAF" || a.Sector == "REB" || a.Sector == "CRM" || a.Sector == "CVL" || a.Sector == "COP" || a.Sector == "REL" || mutinous(a):
			infer(e, a, code, "that of "+e.Recipients[0].Name)
		}
	}
}

// policed reports whether those whom something is done to are the police, who are at home wherever it is reported from.
func policed(e *readout.Event) bool {
	return len(e.Recipients) > 0 && e.Recipients[0].Sector == "COP"
}

// inCustody reports whether the words of a say that he is in the hands of the authorities: "detained activists".
func inCustody(a readout.Actor) bool {
	for w := range strings.FieldsSeq(strings.ToLower(a.Text)) {
		switch w {
		case "detained", "jailed", "imprisoned", "arrested", "interned", "detainees", "inmates":
			return true
		}
	}
	return false
}

// mutinous reports whether the words of a say that he has risen against his own state: "renegade soldiers".
func mutinous(a *readout.Actor) bool {
	first, _, _ := strings.Cut(strings.ToLower(a.Text), " ")
	return slices.Contains([]string{"mutinous", "renegade", "rebel", "rebellious", "disgruntled", "mutineer", "mutineers"}, first)
}

// ofJustice holds verbs of what a state does to those in its hands.
var ofJustice = map[string]bool{"hang": true, "execute": true, "flog": true, "torture": true, "behead": true, "cane": true, "lash": true}

// isState reports whether a code is that of a state, and not of an international body.
func (c *coder) isState(code string) bool { return c.lex.Actors.Country(code) != nil }

// local reports whether an actor is told by a noun for people who are of the place where something happens
// unless somebody says otherwise.
func (c *coder) local(a *readout.Actor) bool {
	all := c.d.Heads(a.Span)
	if len(all) == 0 || !frame.CanAct(c.d, c.lex, all[0]) && c.d.MentionAt(all[0]) < 0 {
		return false
	}
	if e := c.d.EntityAt(all[0]); e != nil && e.Class == doc.Location {
		return false // "the Korean peninsula"
	}
	t := &c.d.Tokens[all[0]]
	return (t.UPOS == "NOUN" || t.UPOS == "NUM") && !elsewhere[strings.ToLower(t.Lemma)] && !strings.Contains(a.Text, "foreign")
}

// calledByName reports whether an actor is a person called by name.
func (c *coder) calledByName(a *readout.Actor) bool {
	all := c.d.Heads(a.Span)
	if len(all) == 0 {
		return false
	}
	e := c.d.EntityAt(all[0])
	return e != nil && e.Class == doc.Person
}

// elsewhere holds nouns for people and bodies who may be of any country.
var elsewhere = map[string]bool{
	"foreigner": true, "tourist": true, "migrant": true, "refugee": true, "seeker": true, "immigrant": true, "country": true, "nation": true,
	"state": true, "power": true, "ally": true, "peacekeeper": true, "company": true, "firm": true, "airline": true, "bank": true, "investor": true,
	"diplomat": true, "ambassador": true, "envoy": true, "expatriate": true, "mercenary": true, "world": true, "community": true, "neighbor": true,
	"neighbour": true, "force": true, "troop": true, "coalition": true, "alliance": true, "organization": true, "organisation": true,
}

// onlySite returns the country of the places that a sentence names, when they are all in one, and a place.
func (c *coder) onlySite(s doc.Sentence) (code, place string) {
	for _, p := range c.toponyms(s.First, s.End) {
		switch {
		case p.Place.Country == "" || p.Place.Country == code || !c.sited(&p) || c.misplaced(p.First, p.End, p.Place.Country):
		case code != "":
			return "", ""
		default:
			code, place = p.Place.Country, p.Place.Name
		}
	}
	return code, place
}

// sited reports whether a toponym tells where something is: it is used as a place, or stands in a phrase that
// is one ("in Haiti's capital", "across the Bangladeshi north").
func (c *coder) sited(p *doc.Toponym) bool {
	switch p.Use {
	case readout.UsePlace:
		return true
	case readout.UseMention:
		return !c.inName(p)
	case readout.UseName:
		return false
	}
	if p.End < len(c.d.Tokens) && c.d.Tokens[p.End].Form == "-" { // "English-speaking"
		return false
	}
	for n, t := 0, p.First; t >= 0 && n < 4; n++ {
		switch c.d.Tokens[t].Rel() {
		case "nmod", "amod", "compound", "obl", "flat":
		default:
			return false
		}
		if k := c.d.Child(t, "case"); k >= 0 && sites[strings.ToLower(c.d.Tokens[k].Form)] {
			return true
		}
		t = c.d.Tokens[t].Head
	}
	return false
}

// inName reports whether a toponym stands before a noun that it names: "the Oslo Accords".
func (c *coder) inName(p *doc.Toponym) bool {
	t := &c.d.Tokens[p.End-1]
	return (t.Deprel == "compound" || t.Deprel == "amod") && t.Head >= p.End && c.d.Tokens[t.Head].UPOS == "PROPN"
}

// sites holds the prepositions of places.
var sites = map[string]bool{"in": true, "across": true, "near": true, "outside": true, "around": true, "throughout": true, "inside": true, "at": true}

// inferOutcome gives those whom a clause tells to have been hurt by a deed the country of those whom the deed
// was done to: “hit an Israeli car, wounding a woman”.
func (c *coder) inferOutcome(e *readout.Event, verb int) {
	for i := range c.events {
		o := &c.events[i]
		if o.Type != e.Type || !c.outcome(c.verbs[i], verb) {
			continue
		}
		code := ""
		for _, a := range o.Recipients {
			if code != "" && a.Country != code {
				return
			}
			code = a.Country
		}
		for k := range e.Recipients {
			if a := &e.Recipients[k]; a.Country == "" && code != "" && c.local(a) {
				infer(e, a, code, "that of "+o.Recipients[0].Name)
			}
		}
	}
}

// official names the sectors whose people and bodies may be of any country where a report is written:
// only a certain one ("the foreign ministry") is the dateline's.
var official = map[string]bool{"GOV": true, "MIL": true, "LEG": true, "SPY": true, "ELI": true}

// definite reports whether the words name one certain body.
func definite(text string) bool {
	text = strings.ToLower(text)
	return strings.HasPrefix(text, "the ") && !strings.HasSuffix(text, "s")
}

// inferSources gives those who say something and have a sector but no country that of the dateline, as inferCountries
// does, or that which an event of the article gave them.
func (c *coder) inferSources() {
	known := map[string]string{} // country by name, "" where two were given
	for i := range c.events {
		for _, a := range slices.Concat(c.events[i].Actors, c.events[i].Recipients) {
			if old, ok := known[a.Name]; ok && old != a.Country {
				known[a.Name] = ""
			} else {
				known[a.Name] = a.Country
			}
		}
	}
	for i := range c.statements {
		s := &c.statements[i]
		a := &s.Source
		if a.Country != "" || a.Sector == "" || a.Sector == "REF" || a.Sector == "JRN" || c.severalStates(a) || c.allied(a) {
			continue
		}
		code, from := known[a.Name], "an event of the article"
		if code == "" {
			code, from = c.homeOf(c.d.Sentences[s.sentence].Part)
		}
		if code != "" && (from == "an event of the article" || !official[a.Sector] || definite(a.Text) || c.minister(a, code)) {
			a.Country = code
			s.Evidence.Steps = append(s.Evidence.Steps, "country of “"+a.Text+"” inferred from "+from)
		}
	}
}

// minister reports whether an actor is called by name and by an office that deals with affairs at home, in an article
// that is mostly about a country: “Education Minister Ann Lee”.
func (c *coder) minister(a *readout.Actor, code string) bool {
	if c.nameless(a) || strings.Contains(a.Office, "foreign") || strings.Contains(a.Office, "prime") {
		return false
	}
	words := strings.Fields(a.Office)
	return slices.ContainsFunc(words, func(w string) bool { return homeOffices[w] }) && c.mostlyAbout(code)
}

var homeOffices = doc.WordSet("minister mayor governor speaker lawmaker senator")

// infer gives an actor a country and tells from what.
func infer(e *readout.Event, a *readout.Actor, code, from string) {
	a.Country = code
	e.Evidence.Steps = append(e.Evidence.Steps, "country of “"+a.Text+"” inferred from "+from)
}

// homeOf returns the country that a part of the article is written from, and the place: of the
// dateline before the part, or else of the article. Seats of international bodies tell nothing.
func (c *coder) homeOf(part int) (code, place string) {
	place = c.d.Article.DatelinePlace
	if part > 0 {
		if p := c.d.Article.Parts[part-1]; p.Kind == readout.PartDateline {
			if item := strings.FieldsFunc(c.d.Article.Text[p.Start:p.End], notName); len(item) > 0 {
				place = strings.ReplaceAll(strings.Join(item, " "), " ,", ",")
			}
		}
	}
	for name := range strings.FieldsFuncSeq(place, func(r rune) bool { return r == ',' || r == '/' }) {
		if name = strings.TrimSpace(name); hubs[strings.ToLower(name)] {
			return "", ""
		}
		if code := c.countryOf(name); code != "" {
			return code, name
		}
	}
	return "", ""
}

// hubs are places from which the affairs of others are reported.
var hubs = map[string]bool{
	"new york": true, "united nations": true, "geneva": true, "vienna": true, "brussels": true, "the hague": true,
	"strasbourg": true, "luxembourg": true, "davos": true,
}

// notName reports whether a character of a dateline belongs to no name and does not stand between names.
func notName(r rune) bool { return !unicode.IsLetter(r) && r != '.' && r != '\'' && r != ',' }

// countryOf returns the country that a name of the lexicon lies in on the day of the report.
func (c *coder) countryOf(name string) string {
	words := strings.Fields(name)
	day := c.reportDay()
	for _, m := range c.lex.Actors.Match(words) {
		if m.Len != len(words) || !m.On(day) {
			continue
		}
		switch {
		case m.Known.Kind == lexicon.Country:
			return m.Known.Code
		case m.Known.Kind == lexicon.Seat:
			return m.Known.CodeOn(day)
		}
	}
	return ""
}
