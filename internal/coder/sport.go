package coder

import (
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/lexicon"
)

var (
	// playing names words of the field of play, one of which tells a match.
	playing = doc.WordSet(`goalkeeper midfielder quarterback touchdown inning innings wicket semifinal semi-final quarterfinal quarter-final halftime
		half-time hat-trick playoff play-off tries scored scorer scoreline goalless tiebreak tie-break kickoff kick-off batsman bowler
		defenceman fullback linebacker shutout hockey volleyball handball basketball baseball rugby cricket tennis wrestling skating
		soccer football golf badminton softball lacrosse marathon relegation unbeaten top-seeded`)
	// sport names words that two of them together tell a match.
	sport = doc.WordSet(`match coach season tournament cup referee medal stadium qualifier striker fixture trophy defender sideline championship
		champion player pitch league`)
	// vague names words of sport that mean much else; they count once.
	vague = doc.WordSet("goal half set title game beat draw group point penalty victory win")
)

// grave names words of what is no play, though a team or a stadium may be hit by it.
var grave = doc.WordSet(`gunman gunmen bomb bomber bombing explosion blast militant rebel terrorist police soldier troop army kill dead death
	wound injure arrest grenade missile rocket hostage war riot boycott`)

// sporting reports whether a clash, a meeting or a retreat is one of teams, states or towns by name: the sentence
// speaks of play, and nobody in it is more than a name or a team.
func (c *coder) sporting(f *frame.Frame, e *readout.Event) bool {
	switch e.Type {
	case "ASSAULT", "COERCE", "RETREAT", "CONSULT", "CONCEDE", "MOBILIZE", "AID", "SUPPORT", "REJECT", "AGREE", "THREATEN", "REQUEST", "PROTEST":
	default:
		return false
	}
	if c.speaks(c.d.Sentences[c.d.SentenceOf(f.Token)], grave) {
		return false
	}
	for _, x := range f.Fillers {
		if isParty(x.Role) && !c.plays(x.Token) {
			return false
		}
	}
	clash := e.Type == "ASSAULT" || e.Type == "CONSULT" || e.Type == "COERCE" || e.Type == "RETREAT"
	for _, x := range f.Fillers {
		clash = clash || isParty(x.Role) && fielded[strings.ToLower(c.d.Tokens[x.Token].Lemma)]
	}
	return c.match(c.d.SentenceOf(f.Token), clash)
}

// isParty reports whether a role is that of an actor or a recipient.
func isParty(r lexicon.SlotRole) bool {
	return r == lexicon.RoleActor || r == lexicon.RoleRecipient || r == lexicon.RoleBoth
}

// plays reports whether the phrase headed by token t may name a team: a country, someone without office or
// sector, or a noun of sport.
func (c *coder) plays(t int) bool {
	if teams[strings.ToLower(c.d.Tokens[t].Lemma)] {
		return true
	}
	who, _ := c.who(t)
	for i := range who {
		a := &who[i]
		if a.Office != "" || !(a.Sector == "" || a.Country != "" && isState(a) && c.d.Tokens[t].UPOS != "NOUN") {
			return false
		}
	}
	return true
}

// teams names nouns for those who play, and who judge play.
var teams = doc.WordSet(`team side squad club coach player captain striker goalkeeper champion referee judge opponent rival visitor runner
	swimmer skater wrestler boxer golfer athlete footballer batsman bowler pitcher trainer manager seed crew`)

// fielded names those of a team who are nothing else.
var fielded = doc.WordSet("striker goalkeeper winger midfielder batsman bowler quarterback footballer player squad")

// match reports whether sentence s tells of play. Countries that clash or meet need a word of the field itself or
// two of sport; other dealings of countries, such as a quarrel over a tournament, are no play.
func (c *coder) match(s int, clash bool) bool {
	n := 0
	seen := map[string]bool{}
	for i := c.d.Sentences[s].First; i < c.d.Sentences[s].End; i++ {
		t := &c.d.Tokens[i]
		lemma, form := strings.ToLower(t.Lemma), strings.ToLower(t.Form)
		if vague[lemma] && !(lemma == "half" && seen["goal"] || lemma == "goal" && seen["half"]) {
			seen[lemma], lemma = true, "vague"
		}
		switch {
		case playing[lemma] || playing[form] || score(form):
			n += 2
		case seen[lemma] || lemma == "league" && t.UPOS == "PROPN":
		case lemma == "final" && t.UPOS == "NOUN" && c.d.Child(i, "det") >= 0:
			n++
		case sport[lemma] || lemma == "vague" || lemma == "half" || lemma == "goal":
			n++
		}
		seen[lemma] = true
	}
	if !clash {
		n--
	}
	return n >= 2
}

// score reports whether a form is the score of a match: "3-1", "41–12".
func score(form string) bool {
	a, b, ok := strings.Cut(strings.ReplaceAll(form, "–", "-"), "-")
	return ok && len(a) < 3 && len(b) < 3 && digits(a) && digits(b)
}

// digits reports whether a form is a number in figures.
func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
