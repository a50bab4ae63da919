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

// Politicians at home fight each other with words, in the words of war, and gather crowds that demand nothing. The
// verbs are those of war and protest, so the parties decide.

var (
	// bouts names the words for a clash that a speech or a race for votes may be too.
	bouts = doc.WordSet(`attack fight battle clash offensive onslaught counterattack counter-attack duel spar bludgeon hit strike
		blast assault barrage broadside war missile bomb`)
	// blows names those of them that say that one party speaks ill of the other.
	blows = doc.WordSet("attack counterattack counter-attack onslaught bludgeon blast assault barrage broadside hit")
	// bloodshed names words by which a clash of politicians is none of words.
	bloodshed = doc.WordSet(`kill wound injure injury dead death die blood weapon rifle pistol knife grenade rocket troop soldier army military airstrike
		warplane jet militia militant rebel guerrilla insurgent gunman fist punch stab assassin assassination hospital armed physically
		hammer axe machete assailant acid`)
	// armed names the sectors of those who fight with arms.
	armed = doc.WordSet("MIL REB UAF COP SPY PRM CRM")
)

// inWords makes of an assault of one politician or party on another an accusation, where the words are those of an attack, and
// returns why it makes nothing where they are those of a contest: "the two battled for votes".
func (c *coder) inWords(f *frame.Frame, e *readout.Event) string {
	word := strings.ToLower(c.d.Tokens[f.Token].Lemma)
	if e.Type != "ASSAULT" || !bouts[word] || f.Mood.Hypothetical && !f.Mood.Past && f.Mood.Would || c.speaks(c.d.Sentences[c.d.SentenceOf(f.Token)], bloodshed) {
		return ""
	}
	if blows[word] && c.spoken(f) {
		c.makeWords(f, e)
		return ""
	}
	politicians, acts, suffers := 0, 0, 0
	for _, x := range f.Fillers {
		if !isParty(x.Role) {
			continue
		}
		who, _ := c.who(x.Token)
		for i := range who {
			switch c.standing(x.Token, &who[i]) {
			case "":
				return ""
			case "politician":
				politicians++
			}
		}
		if x.Role != lexicon.RoleRecipient {
			acts++
		}
		if x.Role != lexicon.RoleActor {
			suffers++
		}
	}
	if politicians == 0 || acts == 0 || suffers == 0 {
		return ""
	}
	if !blows[word] {
		if known(e.Actors) && known(e.Recipients) && !agree(e.Actors, e.Recipients) { // of two states, whose armies they lead
			return ""
		}
		return "a contest of politicians, in words or for votes"
	}
	c.makeWords(f, e)
	return ""
}

// makeWords makes the frame of an attack one of words.
func (c *coder) makeWords(f *frame.Frame, e *readout.Event) {
	f.Makes = lexicon.Makes{Type: "ACCUSE", Modes: []string{"disapprove"}}
	f.Steps = append(f.Steps, "nobody is armed: in words")
	e.Type, e.Modes = f.Makes.Type, list(f.Makes.Modes)
}

// spoken reports whether an attack by anybody unarmed is made in a speech or the like: "attacked the Union in an
// interview".
func (c *coder) spoken(f *frame.Frame) bool {
	for _, t := range f.Roles(lexicon.RoleActor) {
		who, _ := c.who(t)
		if len(who) == 0 || slices.ContainsFunc(who, func(a readout.Actor) bool { return armed[a.Sector] }) {
			return false
		}
	}
	for k := range c.d.Children(f.Verb) {
		if t := &c.d.Tokens[k]; t.Rel() == "obl" && speeches[t.Lemma] && c.hasCase(k, "in", "at", "during", "on") {
			return len(f.Roles(lexicon.RoleActor)) > 0
		}
	}
	return false
}

// speeches names that in which somebody is attacked with words alone.
var speeches = doc.WordSet("speech interview debate statement article tweet letter address broadcast column sermon remark editorial essay twitter facebook television")

// standing returns "politician" for a person or a party of political life, "press" for the press and those of whom
// nothing is told but a name, "" for everybody else: states, crowds, the armed.
func (c *coder) standing(t int, a *readout.Actor) string {
	if armed[a.Sector] {
		return ""
	}
	e := c.d.EntityAt(t)
	named := e != nil && (e.Class == doc.Person || e.Class == doc.UnknownClass && c.d.Tokens[t].UPOS == "PROPN")
	switch a.Sector {
	case "PTY", "LEG":
		return "politician"
	case "JRN":
		return "press"
	case "GOV", "ELI", "OPP":
		if named {
			return "politician"
		}
	case "":
		if named && e.ID != "" {
			return "politician"
		}
	}
	if named && (a.Sector == "" || a.Sector == "JUD") {
		return "press"
	}
	if running[strings.ToLower(c.d.Tokens[t].Lemma)] {
		return "politician"
	}
	return ""
}

// running names those who stand for an office, or are rivals for it.
var running = doc.WordSet("candidate nominee frontrunner front-runner rival opponent hopeful contender challenger incumbent campaign camp senator governor congressman congresswoman")

// canvassing reports whether a rally is one of a politician before his voters, which protests against nothing: "the
// senator held a rally in Ohio".
func (c *coder) canvassing(f *frame.Frame, e *readout.Event) bool {
	if e.Type != "PROTEST" && (e.Type != "CONCEDE" || f.Makes.CAMEO != "082") {
		return false
	}
	t := slices.IndexFunc(f.Words, func(t int) bool { return c.d.Tokens[t].Lemma == "rally" && c.d.Tokens[t].UPOS != "VERB" })
	if t < 0 {
		return false
	}
	if first, end := c.d.Subtree(f.Verb); c.speaks(doc.Sentence{First: first, End: end}, unrest) {
		return false
	}
	if e.Type == "PROTEST" && len(e.Recipients) > 0 && slices.ContainsFunc(f.Fillers, func(x frame.Filler) bool {
		return x.Role == lexicon.RoleRecipient && c.hasCase(x.Token, "against", "outside")
	}) {
		return false
	}
	return len(e.Actors) > 0 && !slices.ContainsFunc(e.Actors, func(a readout.Actor) bool { return !candidate(&a) }) && c.single(f) || c.forSomebody(f.Words[t]) || c.forSomebody(f.Verb)
}

// stopsRunning reports whether what a politician ends or suspends is his campaign for votes, and not one of arms.
func (c *coder) stopsRunning(f *frame.Frame, e *readout.Event) bool {
	if e.Type != "RETREAT" || slices.ContainsFunc(e.Actors, func(a readout.Actor) bool { return !candidate(&a) }) || len(e.Recipients) > 0 || !c.single(f) {
		return false
	}
	return slices.ContainsFunc(append(f.Roles(lexicon.RoleTheme), f.Words...), func(t int) bool {
		return c.d.Tokens[t].Lemma == "campaign" && !c.hasCase(t, "against") && c.d.Child(t, "nmod:poss") >= 0
	})
}

// unrest names words by which a rally demands something.
var unrest = doc.WordSet(`protest protester protestor demonstration demonstrator demonstrate against denounce demand opposition resign resignation
	oust overthrow crackdown independence unrest strike boycott regime coup dissident separatist nationalist activist banned`)

// candidate reports whether someone is a politician or a party, or a person of whom nothing is told but the name.
func candidate(a *readout.Actor) bool {
	switch a.Sector {
	case "", "PTY", "LEG", "GOV", "ELI":
		return true
	}
	return false
}

// single reports whether those who act in a frame are persons with a name, or one politician.
func (c *coder) single(f *frame.Frame) bool {
	for _, t := range f.Roles(lexicon.RoleActor) {
		e := c.d.EntityAt(t)
		switch {
		case e != nil && e.Class == doc.Person:
		case c.d.Tokens[t].XPOS == "NN" && running[strings.ToLower(c.d.Tokens[t].Lemma)]:
		default:
			return false
		}
	}
	return true
}

// forSomebody reports whether the rally at token t, or what is done at it, is said to be one for a person, a person's, or
// one of a campaign: "a rally for Clinton", "a Sanders rally", "a campaign rally".
func (c *coder) forSomebody(t int) bool {
	for k := range c.d.Children(t) {
		tok := &c.d.Tokens[k]
		switch tok.Rel() {
		case "compound", "amod":
			if canvass[strings.ToLower(tok.Lemma)] {
				return true
			}
		case "nmod", "obl":
			first, _ := c.d.Subtree(k)
			if tok.Deprel != "nmod:poss" && c.d.Tokens[first].Lemma != "for" {
				continue
			}
		default:
			continue
		}
		if e := c.d.EntityAt(k); e != nil && e.Class == doc.Person && (e.Sector == "" || e.Sector == "PTY" || e.Sector == "LEG" || e.Sector == "GOV" || e.Sector == "ELI") {
			return true
		}
	}
	return false
}

// canvass names what a rally is called that asks for votes.
var canvass = doc.WordSet("campaign election victory pre-election primary caucus get-out-the-vote fundraising closing final")

// atHome takes the regions of their own country out of those with whom politicians deal, for they are places there, and
// returns why nothing is left: a journey from one place of a country to another, hopes set on a region's voters.
func (c *coder) atHome(f *frame.Frame, e *readout.Event) string {
	switch e.Type {
	case "CONSULT":
		if !slices.Contains(f.Entry.Makes.Modes, "visit") {
			return ""
		}
	case "COOPERATE", "SUPPORT":
	default:
		return ""
	}
	if len(e.Actors) == 0 || len(e.Recipients) == 0 || !isState(&e.Recipients[0]) {
		return ""
	}
	for _, t := range append(f.Roles(lexicon.RoleRecipient), f.Roles(lexicon.RoleBoth)...) {
		if !c.region(t) {
			return ""
		}
	}
	for i := range e.Actors {
		a := &e.Actors[i]
		if a.Office != "" && a.Sector == "GOV" || isState(a) { // who governs calls on his people
			return ""
		}
		if !candidate(a) && e.Type != "CONSULT" || a.Country != e.Recipients[0].Country && (a.Country != "" || !candidate(a)) {
			return ""
		}
	}
	if e.Type == "CONSULT" || f.NeedsRecipient() {
		return "within one country"
	}
	e.Recipients = []readout.Actor{}
	return ""
}

// region reports whether the phrase headed by token t names a region or a town of a country, and not its capital.
func (c *coder) region(t int) bool {
	m := c.d.MentionAt(t)
	if m < 0 || c.d.Mentions[m].Kind != doc.Name {
		return false
	}
	if e := c.d.EntityAt(t); e == nil || e.Class != doc.Location {
		return false
	}
	first := c.d.Mentions[m].First
	k := sort.Search(len(c.d.Toponyms), func(k int) bool { return c.d.Toponyms[k].First >= first })
	if k == len(c.d.Toponyms) || c.d.Toponyms[k].First != first {
		return false
	}
	return c.d.Toponyms[k].Place.Precision != "country"
}
