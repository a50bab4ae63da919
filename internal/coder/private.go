package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/lexicon"
)

// everyday names nouns for people whose calling alone makes nothing political that they do with other private
// people: the crew of a ferry, the staff of a shop, a pastor.
var everyday = doc.WordSet(`crew pilot captain team employee staff staffer cosmonaut pastor preacher priest nun monk
	congregation parishioner volunteer firefighter lawyer attorney suspect thief robber member coach player agent driver
	cardinal missionary instructor detective veteran reverend sailor`)

// bodies names what private people run: their presidents and officers are no statesmen.
var bodies = doc.WordSet(`bank club company firm hospital school college university church parish hotel band orchestra museum foundation factory
	shop store restaurant team choir theatre theater farm corporation airline garden chess library academy festival clinic guild
	fraternity sorority brewery charity mall`)

// kin names relatives, who are visited and helped in private.
var kin = doc.WordSet(`
	wife husband mother father brother sister son daughter parent uncle aunt cousin nephew niece grandmother
	grandfather fiancee family friend`)

// private reports whether the words and dealings of a frame are those of private people alone, of no country and
// without a name: “the crews are ready to serve you”. Deeds of violence and of the law are never private here.
func (c *coder) private(f *frame.Frame, e *readout.Event) bool {
	switch e.Type {
	case "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "AID", "REQUEST", "REJECT", "COOPERATE", "RETREAT", "THREATEN":
	case "COERCE":
		return len(e.Modes) == 0 && len(e.Recipients) > 0 && c.robbers(f)
	default:
		return false
	}
	if f.Makes.CAMEO == "082" { // a protest and its end are public
		return false
	}
	if e.Type == "REQUEST" && slices.Contains(e.Modes, "change") && !slices.ContainsFunc(e.Actors, stateless) {
		return false // "Thai students called for reform"
	}
	all, some := true, false
	for _, x := range f.Fillers {
		if !isParty(x.Role) {
			continue
		}
		if c.relative(x.Token) || e.Type == "AID" && x.Role == lexicon.RoleRecipient && c.oneCivilian(x.Token) {
			return true
		}
		switch {
		case c.ofBody(x.Token):
			some = true
		case c.privately(x.Token):
		case c.unnamed(x.Token):
			all = false
		default:
			return false
		}
	}
	return all || some
}

// robbers reports whether those who act and those who suffer are private people whom nothing but their calling names:
// "the man forced two employees to open the safe".
func (c *coder) robbers(f *frame.Frame) bool {
	acts := false
	for _, x := range f.Fillers {
		if !isParty(x.Role) {
			continue
		}
		acts = acts || x.Role == lexicon.RoleActor
		who, _ := c.who(x.Token)
		if !c.unnamed(x.Token) || slices.ContainsFunc(who, func(a readout.Actor) bool {
			return a.Country != "" || !civilian[a.Sector] && a.Sector != "LAB" && a.Sector != "CRM"
		}) {
			return false
		}
	}
	return acts
}

// budget reports whether an aid is what a state pays its own offices and troops: "Congress gave the ministry a million".
func budget(e *readout.Event) bool {
	if e.Type != "AID" || len(e.Actors) == 0 || len(e.Recipients) == 0 {
		return false
	}
	for i := range e.Actors {
		for j := range e.Recipients {
			a, r := &e.Actors[i], &e.Recipients[j]
			if a.Country == "" || a.Country != r.Country || !purses[a.Sector] || !offices[r.Sector] || isState(r) && r.Name == a.Name {
				return false
			}
		}
	}
	return true
}

var (
	purses  = map[string]bool{"GOV": true, "LEG": true}
	offices = map[string]bool{"GOV": true, "LEG": true, "JUD": true, "MIL": true, "COP": true, "SPY": true}
)

// relative reports whether the phrase headed by token t is someone's relative: "his wife".
func (c *coder) relative(t int) bool {
	p := c.d.Child(t, "nmod:poss")
	return p >= 0 && c.d.Tokens[p].UPOS == "PRON" && kin[c.d.Tokens[t].Lemma] && c.d.Child(t, "conj") < 0
}

// oneCivilian reports whether the phrase headed by token t is one private person without a name.
func (c *coder) oneCivilian(t int) bool {
	who, _ := c.who(t)
	return len(who) == 1 && who[0].Sector == "CVL" && who[0].Country == "" && c.unnamed(t) && c.d.Tokens[t].XPOS == "NN" &&
		c.indefinite(t, "a", "an")
}

// ofBody reports whether the phrase headed by token t is someone of a private body: "the president of the club".
func (c *coder) ofBody(t int) bool {
	if !c.unnamed(t) {
		return false
	}
	for k := range c.d.Children(t) {
		switch c.d.Tokens[k].Rel() {
		case "nmod", "compound":
			if bodies[strings.ToLower(c.d.Tokens[k].Lemma)] && (k == 0 || c.d.Tokens[k-1].Lemma != "central") {
				return true
			}
		}
	}
	return false
}

// privately reports whether the phrase headed by token t names private people by a common noun.
func (c *coder) privately(t int) bool {
	who, _ := c.who(t)
	for _, a := range who {
		switch {
		case a.Office != "" && !(c.unnamed(t) && a.Country == "" && everyday[strings.ToLower(c.d.Tokens[t].Lemma)]):
			return false
		case untied[a.Sector] && c.d.Tokens[t].UPOS == "NOUN":
			continue
		case a.Country != "":
			return false
		case civilian[a.Sector]:
			continue
		}
		if !c.unnamed(t) || !everyday[strings.ToLower(c.d.Tokens[t].Lemma)] {
			return false
		}
	}
	return true
}

// untied names the sectors of people who speak and deal for themselves alone, whatever country they come from: a
// Canadian journalist who calls on a singer.
var untied = map[string]bool{"JRN": true, "EDU": true, "MED": true}

// interview reports whether a meeting or talk is one with the press.
func interview(e *readout.Event) bool {
	return e.Type == "CONSULT" && (len(e.Actors) == 1 && e.Actors[0].Sector == "JRN" || len(e.Recipients) == 1 && e.Recipients[0].Sector == "JRN")
}

// leisure reports whether a visit is one of private people to a country: tourists, a colleague, a ship.
func (c *coder) leisure(f *frame.Frame, e *readout.Event) bool {
	if e.Type != "CONSULT" || !slices.Contains(e.Modes, "visit") || f.Entry.Makes.Modes == nil {
		return false
	}
	for i := range e.Recipients {
		if !isState(&e.Recipients[i]) {
			return false
		}
	}
	for _, a := range e.Actors {
		switch a.Sector {
		case "CVL", "EDU", "LAB", "AGR", "MED", "JRN":
		case "":
			if c.personal(f) && (a.Country != "" || a.Office != "" || f.Mood.Future) { // of strangers only what they are to do is news
				return false
			}
		default:
			return false
		}
	}
	return len(e.Actors) > 0
}

// personal reports whether an actor of the frame is a person with a name.
func (c *coder) personal(f *frame.Frame) bool {
	for _, t := range f.Roles(lexicon.RoleActor) {
		if e := c.d.EntityAt(t); e != nil && e.Class == doc.Person {
			return true
		}
	}
	return false
}
