package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/lexicon"
)

// toldPress takes the press out of those whom something is promised or threatened by telling them: it only hears of it.
// It returns why nothing is left of what somebody asks for when nobody but the press is asked.
func (c *coder) toldPress(f *frame.Frame, e *readout.Event) string {
	if l := c.d.Tokens[f.Token].Lemma; l != "tell" && l != "assure" && l != "inform" || len(e.Recipients) == 0 {
		return ""
	}
	if slices.ContainsFunc(e.Recipients, func(a readout.Actor) bool { return a.Sector != "JRN" && !press(a.Name) }) {
		return ""
	}
	switch e.Type {
	case "AGREE", "THREATEN", "REJECT":
		e.Recipients = []readout.Actor{}
	case "REQUEST", "CONSULT", "ACCUSE":
		return "told the press"
	}
	return ""
}

// press reports whether a name ends like that of a newspaper or a station.
func press(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return len(words) > 0 && (words[0] == "press" || papers[words[len(words)-1]])
}

// papers names the last words of the names of newspapers and stations.
var papers = doc.WordSet("news times post journal herald tribune gazette magazine tv television radio newspaper daily press chronicle observer telegraph politico buzzfeed")

// lawful reports whether a permission is none that somebody gave: what anyone may do, in the present and the passive:
// "short stays are permitted".
func (c *coder) lawful(f *frame.Frame, e *readout.Event) bool {
	if e.Type != "CONCEDE" || len(e.Actors) > 0 {
		return false
	}
	switch c.d.Tokens[f.Verb].Lemma {
	case "allow", "permit", "let", "entitle", "issue", "grant":
	default:
		return false
	}
	present := false
	for k := range c.d.Children(f.Verb) {
		switch t := &c.d.Tokens[k]; t.Deprel {
		case "aux":
			return false
		case "aux:pass":
			present = t.XPOS == "VBZ" || t.XPOS == "VBP"
		}
	}
	return present
}

// trade reports whether companies deal with nobody but each other and with private people.
func (c *coder) trade(f *frame.Frame, e *readout.Event) bool {
	switch e.Type {
	case "AGREE", "COOPERATE", "SUPPORT", "CONCEDE", "REJECT", "AID", "RETREAT":
	default:
		return false
	}
	if !slices.ContainsFunc(e.Actors, ofBusiness) && !slices.ContainsFunc(e.Recipients, ofBusiness) {
		return false
	}
	return !slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients), func(a readout.Actor) bool { return !ofBusiness(a) && (a.Sector != "" || a.Country != "") })
}

func ofBusiness(a readout.Actor) bool { return a.Sector == "BUS" }

// successor reports whether those who replace somebody are persons without an office, or with his, who come after
// him: "Castex replaced the prime minister".
func (c *coder) successor(f *frame.Frame, e *readout.Event) bool {
	if e.Type != "SANCTION" || c.d.Tokens[f.Token].Lemma != "replace" || len(e.Actors) == 0 {
		return false
	}
	for i, t := range f.Roles(lexicon.RoleActor) {
		x := c.d.EntityAt(t)
		if x == nil || x.Class != doc.Person || i >= len(e.Actors) {
			return false
		}
		office := e.Actors[i].Office
		if office != "" && !slices.ContainsFunc(e.Recipients, func(r readout.Actor) bool { return strings.HasSuffix(strings.ToLower(r.Text), office) }) {
			return false
		}
	}
	return true
}
