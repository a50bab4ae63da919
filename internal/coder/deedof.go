package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/lexicon"
)

// dispersed gives what police use against a crowd, where the words do not say whom they hit, the protesters of whom the
// paragraph told just before: “Hundreds marched in Lagos. Police fired tear gas.”
func (c *coder) dispersed(e *readout.Event) {
	if len(e.Recipients) > 0 || !slices.Contains(e.Modes, "crowd-control") {
		return
	}
	for i := len(c.events) - 1; i >= 0; i-- {
		p := &c.events[i]
		if c.d.Sentences[p.Evidence.Sentence].Part != c.d.Sentences[e.Evidence.Sentence].Part || e.Evidence.Sentence-p.Evidence.Sentence > 2 {
			return
		}
		if p.Type == "PROTEST" && len(p.Actors) > 0 && len(p.Auxiliary) == 0 {
			e.Recipients = slices.Clone(p.Actors)
			e.Evidence.Steps = append(e.Evidence.Steps, "against the protesters told of before")
			return
		}
	}
}

// condemned gives words against a deed that they only call “the attack” the one who did what the lead tells of: “Chad
// shelled Mali. … Kenya condemned the attack.”
func (c *coder) condemned(e *readout.Event, f *frame.Frame) {
	if len(e.Recipients) > 0 || e.Type != "ACCUSE" || !c.theDeed(f) {
		return
	}
	for i := range c.events {
		p := &c.events[i]
		if part := c.d.Sentences[p.Evidence.Sentence].Part; part > c.leadPart() {
			return
		}
		if p.Type == "ASSAULT" && len(p.Actors) > 0 && len(p.Auxiliary) == 0 {
			if a := &p.Actors[0]; a.Country != "" && !slices.ContainsFunc(e.Actors, func(o readout.Actor) bool { return o.Name == a.Name }) {
				e.Recipients = slices.Clone(p.Actors)
				e.Evidence.Steps = append(e.Evidence.Steps, "who did the deed that the lead tells of")
			}
			return
		}
	}
}

// theDeed reports whether what a frame is about is only called “the attack”, without a word of who made it and on whom.
func (c *coder) theDeed(f *frame.Frame) bool {
	about := append(f.Roles(lexicon.RoleTheme), f.Roles(lexicon.RoleEvent)...)
	if k := c.d.Child(f.Verb, "obj"); k >= 0 {
		about = append(about, k)
	}
	return slices.ContainsFunc(about, func(t int) bool {
		if l := c.d.Tokens[t].Lemma; !attacks[l] && !otherAttacks[l] {
			return false
		}
		definite := false
		for k := range c.d.Children(t) {
			switch c.d.Tokens[k].Rel() {
			case "nmod", "acl", "compound":
				return false
			case "det":
				definite = strings.EqualFold(c.d.Tokens[k].Form, "the") || strings.EqualFold(c.d.Tokens[k].Form, "this")
			}
		}
		return definite
	})
}

// otherAttacks adds to attacks what may be done without weapons that are named.
var otherAttacks = doc.WordSet("strike invasion incursion offensive killing shooting bombardment blast")
