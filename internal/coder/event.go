package coder

import (
	"slices"
	"sort"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/lexicon"
)

// findEvents makes an event or a plan of every frame that fired and is no statement or operator.
func (c *coder) findEvents() {
	for i := range c.frames {
		f := &c.frames[i]
		if !f.Fired() || f.Makes.Type == lexicon.Statement || f.Entry.Makes.Operator() {
			continue
		}
		f.Broken = c.addEvent(f)
	}
}

// addEvent makes the record of a frame, an event or a plan; it returns why it cannot.
func (c *coder) addEvent(f *frame.Frame) string {
	e, why := c.eventOf(f)
	if why != "" {
		return why
	}
	firm := c.firm(f)
	if e.Type == "CONSULT" && (undone(firm) || !f.Mood.Negated && c.awaited(f, firm)) {
		e.Auxiliary = []string{}
		c.addPlan(e, firm)
		return ""
	}
	if f.Mood.Future && !f.Mood.Negated {
		e.Auxiliary = slices.DeleteFunc(e.Auxiliary, func(a string) bool { return a == readout.Future })
		c.addPlan(e, firm)
		return ""
	}
	if e.Type == "" {
		return "a happening that has no PLOVER type and is not ahead"
	}
	e.ID = readout.EventID(c.d.Article.ID, &e)
	c.events = append(c.events, e)
	c.verbs = append(c.verbs, f.Verb)
	return ""
}

// eventOf returns what a frame tells as an event without an id, or why it tells none.
func (c *coder) eventOf(f *frame.Frame) (e readout.Event, why string) {
	if c.obliged(f.Verb) {
		return e, "should: called for, not said to happen"
	}
	if c.conditional(f) {
		return e, "in a condition: not said to happen"
	}
	st := c.statementOf(f.Token)
	c.moodAsTold(f, st)
	e = readout.Event{
		Type: f.Makes.Type, Modes: list(f.Makes.Modes), Contexts: list(f.Makes.Contexts),
		Auxiliary: f.Mood.Auxiliary(), Counts: c.counts(f), Places: c.where(f), Also: []readout.Evidence{},
	}
	if why = c.fillWho(&e, f); why != "" {
		return e, why
	}
	if why = c.inWords(f, &e); why != "" {
		return e, why
	}
	if why = c.toldPress(f, &e); why != "" {
		return e, why
	}
	if c.undoneByNobody(f, &e) {
		return e, "nobody is said to have called it off: a plan that is undone"
	}
	e.Evidence = readout.Evidence{
		Entry: f.Entry.Name, Sentence: c.d.SentenceOf(f.Token), Words: f.Span(c.d), Steps: append(list(f.Steps), e.Evidence.Steps...),
	}
	if st != nil {
		e.Reported = &st.ID
		promisedTo(&e, st.Addressee, f.Mood.Future && !f.Mood.Negated)
	}
	c.when(&e, f, st)
	c.visit(&e)
	c.byPhone(&e, f)
	if why = c.onlyLooks(f, &e); why != "" {
		return e, why
	}
	makes := lexicon.Makes{Type: e.Type, Modes: e.Modes, CAMEO: f.Makes.CAMEO}
	e.Score, e.Quad, e.CAMEO = c.lex.Ontology.Code(&makes)
	c.dispersed(&e)
	c.condemned(&e, f)
	c.inferPartner(&e, f)
	c.inferCountries(&e, f)
	c.inferDomestic(&e, f)
	return e, c.atHome(f, &e)
}

// moodAsTold changes the mood of a frame by how it is told: asked, foretold in the past, not confirmed, or threatened;
// st is the statement that it stands in, nil for none.
func (c *coder) moodAsTold(f *frame.Frame, st *statement) {
	if c.asked(f.Token) {
		f.Mood.Hypothetical = true
		f.Steps = append(f.Steps, "asked, not said")
	}
	if st != nil && f.Mood.Would && st.toldInPast(c) && !st.doubts(c) {
		f.Mood.Future, f.Mood.Hypothetical = true, false
	}
	if st != nil && st.unconfirmed(c) {
		f.Mood.Hypothetical = true
		f.Steps = append(f.Steps, "not confirmed")
	}
	if c.ownThreat(f, st) {
		f.Mood.Future, f.Mood.Hypothetical = true, false
		f.Steps = append(f.Steps, "what its own side says it may do: a threat")
	}
	if !f.Mood.Future && c.dayAhead(f) {
		f.Mood.Future = true
		f.Steps = append(f.Steps, "its day is still to come")
	}
}

// ownThreat reports whether a deed that may come is said by those who may do it: “hinted that it could recall its
// envoy”.
func (c *coder) ownThreat(f *frame.Frame, st *statement) bool {
	if st == nil || !f.Mood.Hypothetical || f.Mood.Past || f.Mood.Negated || !deeds[f.Makes.Type] || st.Source.Country == "" {
		return false
	}
	for _, t := range f.Roles(lexicon.RoleActor) {
		who, _ := c.who(t)
		if len(who) > 0 && who[0].Country == st.Source.Country {
			return true
		}
	}
	return false
}

// promisedTo makes the one who is told of a promise its recipient when the words name nobody: "he told
// the Australian premier that he was willing to …".
func promisedTo(e *readout.Event, told *readout.Actor, future bool) {
	if len(e.Recipients) > 0 || told == nil || told.Sector == "JRN" {
		return
	}
	switch {
	case e.Type == "AGREE":
	case future && (Announcement(e.Type) == "AGREE" || Announcement(e.Type) == "THREATEN"):
	default:
		return
	}
	own := slices.ContainsFunc(e.Actors, func(a readout.Actor) bool { return told.Country == "" || a.Country == told.Country })
	threat := e.Type != "AGREE" && Announcement(e.Type) == "THREATEN"
	if own && !atOdds[told.Sector] && (!threat || told.Sector != "CVL" && told.Sector != "SOC" && told.Sector != "REL") {
		return // an audience
	}
	e.Recipients = append(e.Recipients, *told)
}

// atOdds names the sectors of those at home to whom something is promised or threatened, not just told.
var atOdds = map[string]bool{"OPP": true, "LAB": true, "EDU": true, "AGR": true, "MED": true, "REB": true, "PRM": true, "PTY": true, "UAF": true}

// conditional reports whether a deed stands in the clause of a condition: “unless troops leave”.
func (c *coder) conditional(f *frame.Frame) bool {
	if c.d.Tokens[f.Verb].Rel() != "advcl" {
		return false
	}
	m := c.d.Child(f.Verb, "mark")
	return m >= 0 && (strings.EqualFold(c.d.Tokens[m].Form, "if") || strings.EqualFold(c.d.Tokens[m].Form, "unless"))
}

// asked reports whether token t stands in a question.
func (c *coder) asked(t int) bool {
	sent := c.d.Sentences[c.d.SentenceOf(t)]
	for i := sent.End - 1; i >= sent.First && c.d.Tokens[i].UPOS == "PUNCT"; i-- {
		if c.d.Tokens[i].Form == "?" {
			return true
		}
	}
	return false
}

// list returns a copy that is never nil, so that JSON says [] and not null.
func list(s []string) []string { return append([]string{}, s...) }

// obliged reports whether verb v, or what it is coordinated with, stands under should or must.
func (c *coder) obliged(v int) bool {
	for {
		for k := range c.d.Children(v) {
			switch c.d.Tokens[k].Lemma {
			case "should", "must", "ought":
				if c.d.Tokens[k].Rel() == "aux" {
					return true
				}
			}
		}
		t := &c.d.Tokens[v]
		if t.Rel() != "conj" || t.Head < 0 {
			return false
		}
		v = t.Head
	}
}

// fillWho resolves the actors and recipients of a frame; it returns who is missing.
func (c *coder) fillWho(e *readout.Event, f *frame.Frame) string {
	e.Actors, e.Recipients = []readout.Actor{}, []readout.Actor{}
	var each []readout.Actor
	subject := false
	var places []string // of each recipient, its name when it is a place within a country
	for i := range f.Fillers {
		x := &f.Fillers[i]
		if x.Role != lexicon.RoleActor && x.Role != lexicon.RoleRecipient && x.Role != lexicon.RoleBoth {
			continue
		}
		who, why := c.who(x.Token)
		if x.Role == lexicon.RoleRecipient && c.thing(x.Token, who) {
			continue
		}
		if len(who) == 0 && x.Role == lexicon.RoleRecipient && x.Slot != "" && x.Slot[len(x.Slot)-1] == '?' {
			continue
		}
		if len(who) == 0 {
			return string(x.Role) + " " + why
		}
		c.addPhrases(who, f, x)
		switch x.Role {
		case lexicon.RoleActor:
			e.Actors = append(e.Actors, who...)
		case lexicon.RoleRecipient:
			e.Recipients = append(e.Recipients, who...)
			places = append(places, c.localPlaces(x.Token, len(who))...)
		case lexicon.RoleBoth:
			each = append(each, who...)
			subject = strings.HasPrefix(x.Slot, "nsubj")
		}
	}
	ownPlaces(e, places)
	if (reciprocal[e.Type] || standDown(f)) && len(e.Recipients) == 0 && len(distinct(slices.Clone(e.Actors))) > 1 {
		each, e.Actors = e.Actors, nil
	}
	each = distinct(each)
	if len(each) == 1 && (!subject || isState(&each[0]) && each[0].Country != "" || e.Type == "COOPERATE") {
		return "“" + each[0].Text + "” is one alone"
	}
	if e.Type == "AGREE" {
		each = withStaff(e, each)
	}
	if len(each) == 1 {
		// "the factions agreed": several under one name.
		e.Actors, each = append(e.Actors, each[0]), nil
	}
	if len(each) > 1 {
		e.Mutual = len(e.Actors)+len(e.Recipients) == 0
		e.Actors, e.Recipients = append(e.Actors, each[0]), append(e.Recipients, each[1:]...)
	}
	e.Actors, e.Recipients = distinct(e.Actors), distinct(e.Recipients)
	if !political(e) && !c.attack(e, f) {
		return "nobody in it is political"
	}
	why := selfDealing(e, f)
	if e.Type == "MOBILIZE" && slices.ContainsFunc(places, func(name string) bool { return name != "" }) {
		return "" // forces are sent to towns of one's own
	}
	return why
}

// thing reports whether what stands in the place of a recipient is a treaty, a war or the like, called by name:
// "supported the Balfour Declaration".
func (c *coder) thing(t int, who []readout.Actor) bool {
	tok := &c.d.Tokens[t]
	if len(who) != 1 || who[0].Country != "" || who[0].Sector != "" || tok.UPOS != "PROPN" {
		return false
	}
	if e := c.d.EntityAt(t); e != nil && e.Class == doc.Person {
		return false
	}
	word := strings.ToLower(tok.Lemma)
	return laws[word] || things[word] || things[strings.ToLower(tok.Form)] || laws[strings.TrimSuffix(word, "s")]
}

// things names the last words of the names of what is no party: wars, plans and feasts.
var things = doc.WordSet("resolution war revolution inauguration agreement plan initiative doctrine deal bowl olympics prize award accords")

// withStaff makes actors of those who agree beside the one whose own people they are, and returns the others:
// "Lincoln and his generals agreed" to what somebody else proposed.
func withStaff(e *readout.Event, each []readout.Actor) []readout.Actor {
	for i := 1; i < len(each); i++ {
		first, _, _ := strings.Cut(strings.ToLower(each[i].Text), " ")
		if owner := first == "his" || first == "her"; !owner || each[i].Country != each[0].Country {
			return each
		}
	}
	if len(each) < 2 {
		return each
	}
	e.Actors = append(e.Actors, each[1:]...)
	return each[:1]
}

// localPlaces returns the name of the place within a country that the phrase headed by token t names, n times
// over, "" for anything else.
func (c *coder) localPlaces(t, n int) []string {
	name := ""
	switch e := c.d.EntityAt(t); {
	case e == nil:
	case e.Class == doc.Location: // its country may be told by the gazetteer alone
		name = e.Name
	case e.Country == "":
	case e.Class == doc.State:
		name = c.capital(t)
	}
	return slices.Repeat([]string{name}, n)
}

// capital returns the name of the capital that the name at token t is and that a preposition of place introduces, ""
// for none: "imposed a curfew on Freetown".
func (c *coder) capital(t int) string {
	m := &c.d.Mentions[c.d.MentionAt(t)]
	k := sort.Search(len(c.d.Toponyms), func(k int) bool { return c.d.Toponyms[k].First >= m.First })
	if m.Kind != doc.Name || k == len(c.d.Toponyms) || c.d.Toponyms[k].First != m.First ||
		c.d.Toponyms[k].Place.Precision != "city" || !c.hasCase(t, "on", "in", "into", "around", "near", "outside", "across") {
		return ""
	}
	return c.d.Toponyms[k].Place.Name
}

// ownPlaces makes of a recipient that is a place in the country of the authorities that act there not their
// state but the people of the place: "India imposed a curfew in Kashmir".
func ownPlaces(e *readout.Event, places []string) {
	switch e.Type {
	case "ASSAULT", "COERCE", "SANCTION", "AID", "RETREAT", "CONCEDE", "THREATEN":
	default:
		return
	}
	for i := range e.Recipients {
		r := &e.Recipients[i]
		if places[i] == "" || !slices.ContainsFunc(e.Actors, func(a readout.Actor) bool { return a.Country == r.Country && official[a.Sector] }) {
			continue
		}
		r.Name, r.Sector = places[i], "CVL"
		e.Evidence.Steps = append(e.Evidence.Steps, "“"+r.Text+"” lies in the actor's own country: its people")
	}
}

// attack reports whether the words of an assault name an attack, in a place whose country is known: “an attack
// left 20 villagers dead”.
func (c *coder) attack(e *readout.Event, f *frame.Frame) bool {
	if e.Type != "ASSAULT" || !slices.ContainsFunc(f.Words, func(t int) bool { return attacks[c.d.Tokens[t].Lemma] }) {
		return false
	}
	if len(e.Places) > 0 {
		return e.Places[0].Country != ""
	}
	code, _ := c.onlySite(c.d.Sentences[c.d.SentenceOf(f.Token)])
	return code != ""
}

// attacks holds nouns for attacks with weapons.
var attacks = doc.WordSet("attack ambush clash assault shelling airstrike raid bombing massacre")

// civilian names the PLOVER sectors of private life: an event between them alone, of no country, is
// no record.
var civilian = map[string]bool{"": true, "CVL": true, "BUS": true, "EDU": true, "MED": true, "JRN": true, "AGR": true, "ELI": true, "SOC": true, "UNK": true}

// political reports whether someone in the event has a country or a sector of political life.
// Protest is political whoever protests, and so are the weapons of war and torture whoever uses them.
func political(e *readout.Event) bool {
	war := e.Type == "ASSAULT" && slices.ContainsFunc(e.Modes, ofWar) &&
		!slices.ContainsFunc(e.Actors, func(a readout.Actor) bool { return a.Country == "" && a.Sector == "" })
	return e.Type == "PROTEST" || slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients), func(a readout.Actor) bool {
		return a.Country != "" || !civilian[a.Sector] || war && a.Sector != ""
	})
}

// ofWar reports whether a mode of ASSAULT takes the means of an army, of terror or of a jailer.
func ofWar(mode string) bool {
	switch mode {
	case "torture", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control":
		return true
	}
	return false
}

// reciprocal names the types whose several actors without a recipient act with each other: "France
// and Spain agreed to hold talks".
var reciprocal = map[string]bool{"AGREE": true, "CONSULT": true, "COOPERATE": true}

// standDown reports whether a frame tells of an end of fighting, which those who end it together fought against each
// other: "Chad and Libya ceased fire".
func standDown(f *frame.Frame) bool {
	return f.Makes.Type == "RETREAT" && (slices.Contains(f.Makes.Modes, "ceasefire") || f.Makes.CAMEO == "087" || f.Makes.CAMEO == "0871")
}

// distinct drops actors whose name stood before.
func distinct(actors []readout.Actor) []readout.Actor {
	seen := map[string]bool{}
	return slices.DeleteFunc(actors, func(a readout.Actor) bool {
		twice := seen[a.Name]
		seen[a.Name] = true
		return twice
	})
}

// selfDealing drops recipients that are actors too and returns a reason when the frame needs one and
// nobody else is left.
func selfDealing(e *readout.Event, f *frame.Frame) string {
	had := len(e.Recipients)
	e.Recipients = slices.DeleteFunc(e.Recipients, func(r readout.Actor) bool {
		return slices.ContainsFunc(e.Actors, func(a readout.Actor) bool { return a.Name == r.Name })
	})
	if had > 0 && len(e.Recipients) == 0 && f.NeedsRecipient() {
		return "actor and recipient are one and the same"
	}
	return ""
}

// visit gives a meeting in the recipient's country the mode visit (PLOVER manual, "CONSULT").
func (c *coder) visit(e *readout.Event) {
	if e.Type != "CONSULT" || len(e.Modes) > 0 || len(e.Places) == 0 || len(e.Recipients) == 0 || len(e.Actors) == 0 {
		return
	}
	place, home := e.Places[0].Country, e.Actors[0].Country
	host := e.Recipients[0].Country
	if place == "" || home == "" || host == "" || home == host || place != host && place != home {
		return
	}
	e.Modes = append(e.Modes, "visit")
	e.Evidence.Steps = append(e.Evidence.Steps, "held in "+e.Places[0].Name+": a visit")
}

// names is what merging compares: the names of the actors in one order.
func names(actors []readout.Actor) string {
	var n []string
	for _, a := range actors {
		n = append(n, a.Name)
	}
	slices.Sort(n)
	return strings.Join(n, "\x00")
}
