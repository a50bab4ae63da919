package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
)

// inferDomestic gives those in an event who have no country the only one that their sentence names, where such
// things are done at home: "the Zambian president pardoned 966 inmates". The evidence says so.
func (c *coder) inferDomestic(e *readout.Event, f *frame.Frame) {
	if !slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients), stateless) {
		return
	}
	c.inferTheirOwn(e)
	code := c.onlyState(c.d.Sentences[c.d.SentenceOf(f.Token)])
	if code == "" {
		code = c.onlyState(c.clauseOf(f))
	}
	if code != "" {
		c.inferOnly(e, code)
		c.inferRulers(e, code)
	}
	c.inferOwn(e)
}

// inferTheirOwn gives those whom the words call the actor's own the actor's country: "the country's own pilots".
func (c *coder) inferTheirOwn(e *readout.Event) {
	if len(e.Actors) == 0 || !c.isState(e.Actors[0].Country) {
		return
	}
	for i := range e.Recipients {
		text := " " + strings.ToLower(e.Recipients[i].Text)
		if a := &e.Recipients[i]; stateless(*a) && (strings.HasPrefix(text, " the country's own ") || strings.HasPrefix(text, " its own ") || strings.HasPrefix(text, " his own ") || strings.HasPrefix(text, " her own ")) {
			infer(e, a, e.Actors[0].Country, "“own”")
		}
	}
}

// inferRulers gives a certain office or body of government that yields or restricts, and no party of whose deed has a
// country, the only country of the sentence: "The army shortened the curfew in Kampala".
func (c *coder) inferRulers(e *readout.Event, code string) {
	if slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients), func(a readout.Actor) bool { return a.Country != "" }) {
		return
	}
	switch e.Type {
	case "CONCEDE", "RETREAT", "COERCE":
	default:
		return
	}
	for i := range e.Actors {
		if a := &e.Actors[i]; official[a.Sector] && (definite(a.Text) || a.Office != "" && !owned(a.Text)) && !c.foreign(a) {
			c.giveCountry(e, a, code)
		}
	}
}

// inferOnly gives those without a country the only country of the sentence.
func (c *coder) inferOnly(e *readout.Event, code string) {
	acts, suffers := known(e.Actors), known(e.Recipients)
	for i := range e.Recipients {
		if a := &e.Recipients[i]; stateless(*a) && (acts && c.rules(e, a) || !acts && !suffers && atHome[a.Sector]) {
			c.giveCountry(e, a, code)
		}
	}
	toOwn := suffers && slices.ContainsFunc(e.Recipients, func(r readout.Actor) bool {
		return withinState(r) || e.Type == "REQUEST" && governs(r)
	})
	for i := range e.Actors {
		if a := &e.Actors[i]; stateless(*a) && c.actsAtHome(e, a) && (!suffers && !acts || toOwn) {
			c.giveCountry(e, a, code)
		}
	}
}

// inferOwn gives a certain body or office of a state ("the cabinet", "the foreign minister") the country of
// those who act within that state on it: "Jordan's king reprimanded the cabinet". Who dismisses officials dismisses
// his own: "Ruto sacked four ministers".
func (c *coder) inferOwn(e *readout.Event) {
	code := ""
	for i := range e.Actors {
		a := &e.Actors[i]
		if !withinState(*a) && a.Sector != "OPP" || a.Country == "" || code != "" && code != a.Country || !c.isState(a.Country) {
			return
		}
		code = a.Country
	}
	for i := range e.Recipients {
		if a := &e.Recipients[i]; code != "" && stateless(*a) && (definite(a.Text) || dismisses(e)) && (inside[a.Sector] || official[a.Sector] || a.Sector == "OPP") {
			c.giveCountry(e, a, code)
		}
	}
}

// dismisses reports whether an event puts somebody out of office, or out of a body of those who act at home.
func dismisses(e *readout.Event) bool {
	return e.Type == "SANCTION" && slices.Contains(e.Modes, "expel") &&
		(e.CAMEO == "160" || !slices.ContainsFunc(e.Actors, func(a readout.Actor) bool { return !atHome[a.Sector] }))
}

// owned reports whether the words begin by telling whose somebody is: "his predecessors".
func owned(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	return first == "his" || first == "her" || first == "its" || first == "their"
}

func stateless(a readout.Actor) bool { return a.Country == "" }

// withinState reports whether an actor is a body or an office within a state, not the state itself.
func withinState(a readout.Actor) bool { return a.Office != "" || inside[a.Sector] }

// governs reports whether an actor is a government or a part of it by these words: "the Peruvian government", "the
// authorities".
func governs(a readout.Actor) bool {
	text := strings.ToLower(a.Text)
	return slices.ContainsFunc([]string{"government", "ministry", "authorities", "cabinet", "administration", "junta", "coalition"}, func(w string) bool {
		return strings.HasSuffix(text, w)
	})
}

// inside names the sectors of what there is within a state, apart from its government.
var inside = map[string]bool{"COP": true, "JUD": true, "LEG": true, "PTY": true}

// atHome names the sectors of those who act within a state and not between states.
var atHome = map[string]bool{"COP": true, "JUD": true, "LEG": true, "PTY": true, "OPP": true, "LAB": true, "CVL": true, "EDU": true, "SOC": true, "PRM": true}

// actsAtHome reports whether what actor a does is mostly done in a's own state: by those who act within states,
// by a crowd that protests, by rebels who give up.
func (c *coder) actsAtHome(e *readout.Event, a *readout.Actor) bool {
	switch {
	case atHome[a.Sector]:
		return true
	case e.Type == "PROTEST":
		return a.Sector == "" && !doc.Capitalized(a.Text)
	case e.Type == "RETREAT":
		return a.Sector == "REB" || a.Sector == "UAF" || a.Sector == "PRM"
	}
	return false
}

// authority names the sectors of those who have power over the people of a state.
var authority = map[string]bool{"GOV": true, "COP": true, "JUD": true, "LEG": true, "MIL": true, "SPY": true, "PTY": true, "PRM": true}

// rules reports whether what is done to a is what the authorities of a state do to their own: arrest, censor,
// sentence, yield, free; or whether a is one whom they have to do with at home, whatever they do; or whether
// those who do it only act at home, as courts and unions do, and a is called by name or as the only one of the kind.
func (c *coder) rules(e *readout.Event, a *readout.Actor) bool {
	if (definite(a.Text) || called(a)) && !slices.ContainsFunc(e.Actors, func(x readout.Actor) bool { return !atHome[x.Sector] }) {
		return true
	}
	if e.Type == "REQUEST" && definite(a.Text) && (governs(*a) || a.Office != "") &&
		!slices.ContainsFunc(e.Actors, func(x readout.Actor) bool { return authority[x.Sector] }) {
		return true // "Zambian editors called on the government"
	}
	if a.Sector == "REF" || !slices.ContainsFunc(e.Actors, func(x readout.Actor) bool { return authority[x.Sector] && c.isState(x.Country) }) {
		return false
	}
	switch e.Type {
	case "COERCE":
		return !abroad(e)
	case "SANCTION":
		return slices.Contains(e.Modes, "convict") || e.CAMEO == "160" && atHome[a.Sector]
	case "CONCEDE":
		return !strings.HasPrefix(e.CAMEO, "085")
	case "RETREAT":
		return slices.Contains(e.Modes, "release") || slices.Contains(e.Modes, "ceasefire") || len(e.Modes) == 0
	case "ASSAULT":
		return c.minority(a) || slices.Contains(e.Modes, "crowd-control") || slices.ContainsFunc(e.Actors, func(x readout.Actor) bool { return x.Sector == "COP" })
	case "AID", "MOBILIZE":
		return false
	case "THREATEN":
		return atHome[a.Sector]
	case "REQUEST", "AGREE":
		return atHome[a.Sector] && !slices.ContainsFunc(e.Actors, func(x readout.Actor) bool { return !withinState(x) && !governs(x) })
	}
	return a.Sector == "OPP" || a.Sector == "PTY" || a.Sector == "LAB" || inside[a.Sector] && definite(a.Text)
}

// minority reports whether the words name people by what people or faith they are of, which is that of no state: "800
// Tutsis", "ethnic Nepalis".
func (c *coder) minority(a *readout.Actor) bool {
	h := c.headIn(a.Start, a.End)
	return h >= 0 && c.d.Tokens[h].XPOS == "NNPS" && (a.Sector == "" || a.Sector == "REL" || a.Sector == "CVL") && (c.d.EntityAt(h) == nil || c.d.EntityAt(h).Country == "" || c.ethnic(h))
}

// abroad reports whether an act of coercion is of the kind that states do to others: sanctions, seizures by
// force, deportations, attacks on computers.
func abroad(e *readout.Event) bool {
	return strings.HasPrefix(e.CAMEO, "163") || strings.HasPrefix(e.CAMEO, "19") || e.CAMEO == "174" || slices.Contains(e.Modes, "cyber")
}

// called reports whether the actor has a name of his own.
func called(a *readout.Actor) bool { return a.Name != "" && doc.Capitalized(a.Name) }

// giveCountry sets the country of a, unless its words say that it is from elsewhere.
func (c *coder) giveCountry(e *readout.Event, a *readout.Actor, code string) {
	for w := range strings.FieldsSeq(strings.ToLower(a.Text)) {
		if w == "foreign" || w == "international" || w == "expatriate" || w == "overseas" {
			return
		}
	}
	infer(e, a, code, "the only country that the sentence is about")
}

// onlyState returns the state that a sentence names when it names one alone, "" otherwise. International
// bodies are no states, and those of the codes but do not count.
func (c *coder) onlyState(s doc.Sentence, but ...string) string {
	only := ""
	add := func(code string) bool {
		if code == "" || code == only || !c.isState(code) || slices.Contains(but, code) {
			return true
		}
		first := only == ""
		only = code
		return first
	}
	for i := s.First; i < s.End; i++ {
		m := c.d.MentionAt(i)
		if m < 0 || c.d.Mentions[m].Entity < 0 || c.d.Mentions[m].Kind == doc.Pronoun ||
			c.ethnic(i) || c.ofLanguage(i) || c.ethnicIn(c.d.Mentions[m].First, c.d.Mentions[m].End) {
			continue
		}
		ent := &c.d.Entities[c.d.Mentions[m].Entity]
		if ent.Sector == "JRN" && ent.Class == doc.Organization { // who reports it
			continue
		}
		if !add(ent.Country) || slices.ContainsFunc(ent.Members, func(x int) bool { return !add(c.d.Entities[x].Country) }) {
			return ""
		}
	}
	for _, p := range c.placesIn(s) {
		if !add(p.Place.Country) {
			return ""
		}
	}
	return only
}
