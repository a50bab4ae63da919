package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/lexicon"
)

// onlyLooks returns why a frame that looks like an event is none for a record of politics: what happens in
// a film, by accident, on the pitch, to anyone at any time, or between private people; "" when it is one.
func (c *coder) onlyLooks(f *frame.Frame, e *readout.Event) string {
	switch {
	case c.invented(f):
		return "told of a film, a book or a game"
	case c.decreed(f, e):
		return "what a law or a treaty does"
	case c.accidental(f, e):
		return "an accident"
	case c.sporting(f, e):
		return "a match"
	case c.ofAnyone(f, e):
		return "said of anyone of a kind"
	case c.private(f, e):
		return "a matter of private life"
	case budget(e):
		return "a budget"
	case interview(e):
		return "an interview"
	case c.leisure(f, e):
		return "a journey of private people"
	case c.festive(f, e):
		return "a feast"
	case c.successor(f, e):
		return "took the place, did not dismiss"
	case c.lawful(f, e):
		return "what anyone may do"
	case c.trade(f, e):
		return "a matter of business"
	case c.canvassing(f, e), c.stopsRunning(f, e):
		return "a campaign for votes"
	}
	return ""
}

// fictions names what tells of what never happened.
var fictions = doc.WordSet("film movie novel episode sequel prequel sitcom comic cartoon thriller videogame remake screenplay storyline")

// invented reports whether the sentence says that the frame tells of a film, a novel or the like: "in the
// film", "the hero of the novel".
func (c *coder) invented(f *frame.Frame) bool {
	if f.Makes.Type == "COERCE" && slices.Contains(f.Makes.Modes, "censor") {
		return false
	}
	sent := c.d.Sentences[c.d.SentenceOf(f.Token)]
	for i := sent.First; i < sent.End; i++ {
		t := &c.d.Tokens[i]
		if t.UPOS != "NOUN" || !fictions[t.Lemma] && (t.Lemma != "game" && t.Lemma != "story" && t.Lemma != "play" || i > f.Verb) || t.Head < 0 {
			continue
		}
		switch t.Rel() {
		case "obl":
			if c.hasCase(i, "in") && c.under(f.Verb, t.Head) {
				return true
			}
		case "nsubj":
			if tales[c.d.Tokens[t.Head].Lemma] && f.Verb != t.Head && c.under(f.Verb, t.Head) {
				return true
			}
		case "nmod":
			if c.hasCase(i, "of") && characters[c.d.Tokens[t.Head].Lemma] && c.under(t.Head, f.Verb) {
				return true
			}
		}
	}
	return false
}

// tales names verbs of what a film or a play does: "the play tells how a queen was imprisoned".
var tales = doc.WordSet("tell follow depict portray show imagine recount describe begin open end start")

// characters names those who act in what is invented.
var characters = doc.WordSet("hero heroine villain protagonist antagonist character narrator star")

// decreed reports whether nobody but laws, treaties and the like act by name, or God: "the Act authorizes the mayor".
// What a resolution demands is left, since a council passed it the other day.
func (c *coder) decreed(f *frame.Frame, e *readout.Event) bool {
	actors := append(f.Roles(lexicon.RoleActor), f.Roles(lexicon.RoleBoth)...)
	for _, t := range actors {
		tok := &c.d.Tokens[t]
		if tok.UPOS != "PROPN" || !laws[strings.ToLower(tok.Lemma)] {
			return false
		}
		if e := c.d.EntityAt(t); e != nil && e.Class == doc.Person { // Bill
			return false
		}
		if who, _ := c.who(t); len(who) > 0 && (who[0].Office != "" || who[0].Sector != "") {
			return false
		}
	}
	return len(actors) > 0 && len(e.Actors) > 0
}

// laws names the last words of the names of laws and treaties, and God.
var laws = doc.WordSet(`
	act treaty section article constitution amendment statute bill protocol convention charter code chapter accord
	pact declaration god allah`)

// under reports whether token i depends on token v, by way of others or not, or is v.
func (c *coder) under(i, v int) bool {
	for ; i >= 0; i = c.d.Tokens[i].Head {
		if i == v {
			return true
		}
	}
	return false
}

var (
	// mishaps names what kills and hurts without anyone's will, and happenings of the kind.
	mishaps = doc.WordSet(`accident collision collide crash overturn derail derailment capsize circuited earthquake quake flood storm hurricane
		tornado typhoon cyclone avalanche landslide mudslide lightning drown skid slide stampede wildfire blaze eruption volcano
		tsunami heatwave mishap electrocute electrocution malfunction truck lorry car bus train tractor van motorcycle tram icy
		slip fell tree bear shark heater boiler stove scaffold scaffolding chandelier ceiling crane elevator carousel`)
	// harm names words of violence, by which it was no accident.
	harm = doc.WordSet(`
		attack attacker bomb bomber bombing gunman gunfire shoot shooting shot missile rocket mine landmine
		explosion explosive explode blast clash assailant suicide terrorist militant rebel insurgent ambush shell
		shelling grenade mortar riot protest protester fire-fight firefight raid airstrike strike drone sniper
		bullet murder murderer stab stabbing knife assassinate assassination terror terrorism combat battle war
		fight fighting gun rifle weapon hostage kidnap execute behead massacre crossfire ram detonate device ied`)
)

// accidental reports whether people came to harm without anybody who harmed them, where the sentence speaks of
// an accident and of no violence.
func (c *coder) accidental(f *frame.Frame, e *readout.Event) bool {
	if e.Type != "ASSAULT" || len(e.Actors) > 0 {
		return false
	}
	for k := range c.d.Children(f.Verb) {
		t := &c.d.Tokens[k]
		if (t.Deprel == "nsubj" || t.Rel() == "obl" && c.hasCase(k, "by")) && (mishaps[t.Lemma] || t.Lemma == "fire") {
			return !c.laden(k)
		}
	}
	if len(e.Modes) > 0 {
		return false
	}
	switch c.d.Tokens[f.Token].Lemma {
	case "kill", "injure", "injured", "wound", "wounded", "hurt", "dead":
	default:
		return false
	}
	sent := c.d.Sentences[c.d.SentenceOf(f.Token)]
	if c.speaks(sent, harm) {
		return false
	}
	for i := sent.First; i < sent.End; i++ {
		if t := &c.d.Tokens[i]; (mishaps[strings.ToLower(t.Lemma)] || mishaps[strings.ToLower(t.Form)]) && c.tellsHow(i, f.Verb) {
			return true
		}
	}
	return false
}

var (
	// feasts names what crowds come together for without a demand.
	feasts = doc.WordSet(`carnival parade festival concert firework fireworks procession fair circus coronation wedding birthday trophy championship
		marathon pageant premiere fiesta regatta derby gig lantern dragon float champion homage pontiff pope`)
	// demands names words by which a crowd at a feast has one all the same.
	demands = doc.WordSet(`protest protester demand denounce against chant slogan oppose opposition oust resign resignation reform freedom democracy
		independence condemn rally demonstrate demonstration demonstrator march banner placard boycott disrupt police riot clash support supporter`)
)

// festive reports whether a crowd only came for a feast: "packed the streets to see the carnival".
func (c *coder) festive(f *frame.Frame, e *readout.Event) bool {
	if e.Type != "PROTEST" || len(e.Recipients) > 0 {
		return false
	}
	sent := c.d.Sentences[c.d.SentenceOf(f.Token)]
	if c.speaks(sent, demands) {
		return false
	}
	for i := sent.First; i < sent.End; i++ {
		if t := &c.d.Tokens[i]; t.UPOS == "NOUN" && feasts[t.Lemma] && c.under(i, f.Verb) {
			return true
		}
	}
	return false
}

// laden reports whether the phrase at token t tells of explosives: "a truck packed with explosives".
func (c *coder) laden(t int) bool {
	first, end := c.d.Subtree(t)
	return c.speaks(doc.Sentence{First: first, End: end}, explosives)
}

var explosives = doc.WordSet("explosive explosives bomb dynamite")

// tellsHow reports whether token i belongs to what tells how or when verb v came about: "killed when their bus hit a
// tree", but not to another happening beside it.
func (c *coder) tellsHow(i, v int) bool {
	for i >= 0 && i != v {
		switch t := &c.d.Tokens[i]; t.Rel() {
		case "acl", "conj", "parataxis":
			if t.Deprel != "acl:relcl" {
				return false
			}
		case "advcl":
			if c.d.Child(i, "mark", "advmod") < 0 {
				return false
			}
		}
		i = c.d.Tokens[i].Head
	}
	return i == v
}

// speaks reports whether a word of a set stands in the sentence.
func (c *coder) speaks(sent doc.Sentence, words map[string]bool) bool {
	for i := sent.First; i < sent.End; i++ {
		if t := &c.d.Tokens[i]; words[strings.ToLower(t.Lemma)] || words[strings.ToLower(t.Form)] {
			return true
		}
	}
	return false
}

// ofAnyone reports whether the frame tells what anyone of a kind does or may do: “every soldier who kills”,
// “a policeman may open fire”, “politicians who talk about values”.
func (c *coder) ofAnyone(f *frame.Frame, e *readout.Event) bool {
	var actors []int
	for _, x := range f.Fillers {
		switch {
		case x.Role == lexicon.RoleActor || x.Role == lexicon.RoleBoth:
			actors = append(actors, x.Token)
		case x.Role == lexicon.RoleRecipient && !c.unnamed(x.Token):
			return false
		}
	}
	if len(actors) == 0 || len(e.Places) > 0 || e.Date != nil && e.Date.Text != "" {
		return false
	}
	v := &c.d.Tokens[f.Verb]
	open := f.Mood.Hypothetical && !f.Mood.Would || v.Deprel == "acl:relcl" && c.habitual(f.Verb)
	for _, t := range actors {
		one := (open || f.Mood.Hypothetical && c.indefinite(t, "a", "an")) && c.indefinite(t, "a", "an", "")
		if !c.unnamed(t) || !c.distributed(t) && !one {
			return false
		}
	}
	return true
}

// habitual reports whether verb v stands in the simple present.
func (c *coder) habitual(v int) bool {
	x := c.d.Tokens[v].XPOS
	return (x == "VBZ" || x == "VBP") && c.d.Child(v, "aux") < 0
}

// unnamed reports whether the phrase headed by token t is a common noun without the name of a country or of
// anybody in it.
func (c *coder) unnamed(t int) bool {
	if c.d.Tokens[t].UPOS != "NOUN" {
		return false
	}
	first, end := c.nounPhrase(t)
	for i := first; i < end; i++ {
		if t := &c.d.Tokens[i]; t.UPOS == "PROPN" && doc.Capitalized(t.Form) {
			return false
		}
	}
	return c.countryIn(first, end) == ""
}

// distributed reports whether noun t stands under each, every, any or no.
func (c *coder) distributed(t int) bool {
	return c.indefinite(t, "each", "every", "any", "no", "whichever")
}

// indefinite reports whether noun t has one of the determiners, "" being a plural without any.
func (c *coder) indefinite(t int, determiners ...string) bool {
	for k := range c.d.Children(t) {
		switch tok := &c.d.Tokens[k]; tok.Deprel {
		case "det", "det:predet":
			return slices.Contains(determiners, strings.ToLower(tok.Form))
		case "nmod:poss", "nummod":
			return false
		}
	}
	return slices.Contains(determiners, "") && c.d.Tokens[t].XPOS == "NNS"
}
