package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
)

// inferPartner gives who has no country that of those with whom he deals, where the two deal with each other at
// home: “Ghanaian nurses urged the health minister”, “Peru's president promised teachers”. Words and dealings only:
// of deeds the place tells more.
func (c *coder) inferPartner(e *readout.Event, f *frame.Frame) {
	switch e.Type {
	case "ASSAULT", "COERCE", "MOBILIZE", "AID":
		return
	}
	parties := slices.Concat(e.Actors, e.Recipients)
	code, power := c.dealer(slices.DeleteFunc(slices.Clone(parties), func(a readout.Actor) bool { return a.Sector == "REF" })) // who are of where they come from
	if c.visited(e, f) && !c.tours(e, code) || e.Type == "SUPPORT" && e.CAMEO == "054" {                                       // states recognize others
		return
	}
	if code == "" || !slices.ContainsFunc(parties, stateless) {
		return
	}
	places := c.meetingPlaces(e, code)
	alone := c.onlyState(c.clauseOf(f), places...) == code || c.onlyState(c.d.Sentences[c.d.SentenceOf(f.Token)], places...) == code
	if power != ofPeople && (!alone || !c.mostlyAbout(code)) {
		return
	}
	for _, side := range [][]readout.Actor{e.Actors, e.Recipients} {
		for i := range side {
			if a := &side[i]; stateless(*a) && (len(places) == 0 || a.Sector != "CVL") && c.dealsAtHome(e, a, power, alone) {
				infer(e, a, code, "the other party")
			}
		}
	}
}

// visited reports whether one party is the other's guest: “the prime minister told visiting senators”.
func (c *coder) visited(e *readout.Event, f *frame.Frame) bool {
	s := c.d.Sentences[c.d.SentenceOf(f.Token)]
	return slices.Contains(e.Modes, "visit") || slices.ContainsFunc(c.d.Tokens[s.First:s.End], func(t doc.Token) bool {
		return strings.EqualFold(t.Form, "visiting")
	})
}

// tours reports whether somebody of the only country that the article is about goes to see its people: "the president toured
// the stricken villagers".
func (c *coder) tours(e *readout.Event, code string) bool {
	return slices.Contains(e.Modes, "visit") && c.mostlyAbout(code) && len(c.states) == 1 &&
		!slices.ContainsFunc(e.Recipients, func(a readout.Actor) bool {
			return a.Country == "" && a.Sector != "CVL" && a.Sector != "MED" && a.Sector != "EDU"
		})
}

// meetingPlaces returns the countries, other than that of home, in which talks are held, which need not be those of anybody who talks.
func (c *coder) meetingPlaces(e *readout.Event, home string) []string {
	var out []string
	if e.Type == "CONSULT" || e.Type == "AGREE" || e.Type == "COOPERATE" {
		for i := range e.Places {
			if at := e.Places[i].Country; at != home {
				out = append(out, at)
			}
		}
	}
	return out
}

// What a party is to its own country.
const (
	ofPeople = iota // of its people or of the bodies within it
	ofOffice        // a person or body of its government
	ofState         // the state itself
)

// dealer returns the only state that the parties of an event belong to as far as they are known, and what the party
// that is the least private of them is to it; "" when there are several states, or none.
func (c *coder) dealer(parties []readout.Actor) (code string, power int) {
	for i := range parties {
		a := &parties[i]
		switch {
		case a.Country == "":
			continue
		case !c.isState(a.Country), code != "" && code != a.Country:
			return "", 0
		}
		code = a.Country
		power = max(power, c.powerOf(a))
	}
	return code, power
}

// powerOf returns what an actor with a country is to it.
func (c *coder) powerOf(a *readout.Actor) int {
	if homely[a.Sector] {
		return ofPeople
	}
	h := c.headIn(a.Start, a.End)
	if h < 0 || strings.Contains(strings.ToLower(a.Text+a.Office), "foreign") {
		return ofState
	}
	lemma := strings.ToLower(c.d.Tokens[h].Lemma)
	e := c.d.EntityAt(h)
	switch {
	case abroadOffices[lemma]:
		return ofState
	case ofGovernment[lemma], e != nil && e.Class == doc.Organization, e == nil && c.d.Tokens[h].UPOS == "NOUN",
		c.d.Tokens[h].XPOS == "NNPS", c.d.Tokens[h].XPOS == "NNS":
		return ofOffice
	case a.Sector == "", e != nil && (e.Class == doc.State || e.Class == doc.Location):
		return ofState
	}
	return ofOffice
}

// homely names the sectors of those who mostly deal with others of their own country.
var homely = doc.WordSet("COP JUD LEG PTY OPP LAB AGR EDU MED CVL SOC REL PRM REB")

// abroadOffices names offices whose holders deal with other countries.
var abroadOffices = doc.WordSet("ambassador diplomat envoy consul embassy attache attaché mediator negotiator representative peacekeeper")

// dealsAtHome reports whether party a, who has no country, is one whom those of the given power deal with at home.
func (c *coder) dealsAtHome(e *readout.Event, a *readout.Actor, power int, alone bool) bool {
	h := c.headIn(a.Start, a.End)
	if h < 0 || c.foreign(a) {
		return false
	}
	lemma := strings.ToLower(c.d.Tokens[h].Lemma)
	if c.d.Tokens[h].XPOS == "NNPS" || c.d.Tokens[h].Form == "Indians" {
		return alone && power != ofState && (c.minority(a) || c.ethnic(h) || a.Sector == "PTY") // "Tutsis", "the Social Democrats"
	}
	if a.Sector == "BUS" && alone && power != ofState && (strings.Contains(a.Text, "state ") || strings.Contains(a.Text, "state-")) {
		return true
	}
	if oneOf[strings.ToLower(a.Text)] {
		return alone && power != ofState && !slices.ContainsFunc(e.Actors, func(x readout.Actor) bool { return x.Start == a.Start })
	}
	if homely[a.Sector] && alone && c.oneAtHome(a, h) {
		return power != ofState || inService[a.Sector]
	}
	if power == ofPeople && alone && official[a.Sector] && tribunals[lemma] {
		return true
	}
	if c.d.Tokens[h].UPOS == "PROPN" || elsewhere[lemma] || outside[lemma] || c.severalStates(a) {
		return false
	}
	switch {
	case ofSomeKind[lemma]:
		return power != ofState && alone && c.ofKind(h)
	case power == ofOffice && crowds[lemma] && slices.ContainsFunc(e.Actors, func(x readout.Actor) bool { return x.Start == a.Start }):
		return c.ofKind(h) || e.Type == "PROTEST"
	case power == ofPeople && a.Sector == "MIL" && alone:
		return true // "the ombudsman accused soldiers"
	case official[a.Sector]:
		if power != ofState && (definite(a.Text) || ofGovernment[lemma] || strings.Contains(strings.ToLower(a.Text), "government ")) {
			return true
		}
		return subnational[lemma] && alone
	case power == ofState && e.Type == "REQUEST":
		return alone && inService[a.Sector] && slices.ContainsFunc(e.Actors, func(x readout.Actor) bool { return x.Start == a.Start })
	case power == ofState:
		return alone && grants[e.Type] && a.Sector != "REB" && a.Sector != "OPP" && a.Sector != "PTY" && (homely[a.Sector] || c.local(a))
	case homely[a.Sector]:
		return true
	}
	return alone && c.local(a)
}

// oneOf holds what a country calls its own forces, and itself.
var oneOf = map[string]bool{"the armed forces": true, "the security forces": true, "the security services": true, "the nation": true, "the public": true}

// tribunals names bodies before which people bring their affairs at home.
var tribunals = doc.WordSet("commission court tribunal ministry board council panel ombudsman inspectorate")

// oneAtHome reports whether the words call the party with head h one certain body or party of the country that is spoken
// of: "the Communist Party", "the opposition alliance".
func (c *coder) oneAtHome(a *readout.Actor, h int) bool {
	switch strings.ToLower(c.d.Tokens[h].Lemma) {
	case "alliance", "coalition":
		return c.ofKind(h)
	}
	return c.d.Tokens[h].UPOS == "PROPN" && definite(a.Text)
}

// ofSomeKind names nouns for people who may come from anywhere but for what kind they are said to be of.
var ofSomeKind = doc.WordSet("leader group organizer supporter backer member leadership")

// crowds names people of whom it cannot be told whose leaders they turn to.
var crowds = doc.WordSet("people person thousand hundred dozen crowd protester demonstrator marcher man woman")

// inService names the sectors of those who ask their own state for something.
var inService = map[string]bool{"LAB": true, "AGR": true, "EDU": true, "MED": true, "LEG": true, "JUD": true, "COP": true, "PTY": true}

// grants names the types of what states mostly do to their own people when the words name no other country.
var grants = map[string]bool{"REJECT": true, "CONCEDE": true, "RETREAT": true, "AGREE": true, "THREATEN": true}

// outside names nouns, besides those of elsewhere, for people who may come from anywhere.
var outside = doc.WordSet(`
	official observer expert scholar professor academic scientist researcher historian economist analyst nominee
	inspector monitor settler hostage captive partner rival delegation team mission visitor guest mediator
	negotiator journalist reporter adviser side party-goer fan lender donor creditor other colleague counterpart
	spokesman militant gunman extremist source one`)

// ofGovernment names bodies of a government that are certain ones without being told which.
var ofGovernment = doc.WordSet("authority authorities parliament government cabinet police army military")

// subnational names offices and bodies that a country has many of.
var subnational = doc.WordSet("governor mayor councillor councilor prefect province municipality lawmaker deputy legislator senator")

// foreign reports whether the words of a say that he is from elsewhere or from many countries.
func (c *coder) foreign(a *readout.Actor) bool {
	for w := range strings.FieldsSeq(strings.ToLower(a.Text)) {
		if fromAbroad[w] {
			return true
		}
	}
	return false
}

// fromAbroad names adjectives of what is abroad or of many countries.
var fromAbroad = doc.WordSet(`
	foreign international expatriate overseas visiting western world global allied european african arab asian gulf
	nordic baltic balkan scandinavian latin southeast commonwealth eastern islamic developing neighbouring neighboring`)

// ofKind reports whether the noun at token t has a word before it that tells which kind within a country is meant:
// “student leaders”, “women's groups”, “Karen leaders”.
func (c *coder) ofKind(t int) bool {
	for k := range c.d.Children(t) {
		switch c.d.Tokens[k].Rel() {
		case "amod", "compound", "nmod":
			first, _ := c.d.Subtree(k)
			if k > t && c.hasCase(k, "of") && frame.CanAct(c.d, c.lex, k) && !elsewhere[c.d.Tokens[k].Lemma] && c.countryIn(first, k+1) == "" {
				return true // "leaders of both parties"
			}
			if k < t && c.countryIn(k, k+1) == "" && !rank[strings.ToLower(c.d.Tokens[k].Form)] {
				return true
			}
		}
	}
	return false
}

// rank names words that tell only how high or how many somebody is.
var rank = doc.WordSet("top senior new other world key main political several many various rival regional")

// clauseOf returns the words that tell what a frame is about: those that somebody is said to have said, without who
// says them and where, or the whole sentence.
func (c *coder) clauseOf(f *frame.Frame) doc.Sentence {
	s := c.d.Sentences[c.d.SentenceOf(f.Token)]
	st := c.statementOf(f.Token)
	if st == nil || st.first < s.First || st.end > s.End {
		return s
	}
	for i := range f.Fillers {
		if t := f.Fillers[i].Token; isParty(f.Fillers[i].Role) && (t < st.first || t >= st.end) {
			return s
		}
	}
	s.First, s.End = st.first, st.end
	return s
}

// mostlyAbout reports whether no state is named more often in the article than that of a code.
func (c *coder) mostlyAbout(code string) bool {
	own := c.timesNamed(code)
	for _, n := range c.states {
		if n > own {
			return false
		}
	}
	return true
}

// timesNamed returns how often the article names the state of a code, its people or its bodies.
func (c *coder) timesNamed(code string) int {
	if c.states == nil {
		c.states = map[string]int{}
		for i := range c.d.Mentions {
			m := &c.d.Mentions[i]
			if m.Kind == doc.Pronoun || m.Entity < 0 {
				continue
			}
			if k := c.d.Entities[m.Entity].Country; k != "" && c.isState(k) {
				c.states[k]++
			}
		}
	}
	return c.states[code]
}
