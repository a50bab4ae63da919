package coder

import (
	"slices"

	"readout/internal/frame"
	"readout/lexicon"
)

// This file finds who threatens with a harm of which no doer is named: whoever announces it.

// announceHarm makes the one who announces a harm to come its doer when the words name none: "protesters will be
// shot, the general warned". Of several entries that explain a verb and lack only a doer the one that names most
// is taken.
func (c *coder) announceHarm() {
	for i := range c.frames {
		f := &c.frames[i]
		c.warnedOff(f)
		c.unlessVeto(f)
		if !f.Fired() && !f.MissingWho() || f.Outer >= 0 || !harms[f.Makes.Type] || len(f.Roles(lexicon.RoleActor)) > 0 || !c.passive(f.Verb) || !c.best(i) {
			continue
		}
		st := c.statementOf(f.Token)
		if st == nil || !c.threatens(f, st) {
			continue
		}
		f.Fillers = append(f.Fillers, frame.Filler{Role: lexicon.RoleActor, Token: st.sourceToken, Slot: "speaker"})
		f.Steps = append(f.Steps, "who announces it does it")
		f.Mood.Future, f.Mood.Hypothetical = true, false
		f.Broken = ""
	}
}

// warnedOff makes a threat of what somebody will not be granted, in words of warning: "the opposition will not be
// allowed to march, the police chief warned".
func (c *coder) warnedOff(f *frame.Frame) {
	if !f.Fired() || f.Makes.Type != "REJECT" || f.Entry.Makes.Type != "CONCEDE" || len(f.Roles(lexicon.RoleActor)) > 0 {
		return
	}
	if st := c.statementOf(f.Token); st != nil && st.cueVerb >= 0 && warning[c.d.Tokens[st.cueVerb].Lemma] {
		f.Makes = lexicon.Makes{Type: "THREATEN", CAMEO: "132", Contexts: f.Makes.Contexts}
		f.Steps = append(f.Steps, "in words of warning: a threat")
		if st.sourceToken >= 0 {
			f.Fillers = append(f.Fillers, frame.Filler{Role: lexicon.RoleActor, Token: st.sourceToken, Slot: "speaker"})
		}
	}
}

// unlessVeto makes a threat of a refusal to come that hangs on a condition: "Athens will block the bid unless Skopje
// changes its name".
func (c *coder) unlessVeto(f *frame.Frame) {
	if !f.Fired() || f.Makes.Type != "REJECT" || f.Entry.Makes.Type != "REJECT" || f.Mood.Negated || !f.Mood.Future && !f.Mood.Would {
		return
	}
	for k := range c.d.Children(f.Verb) {
		if m := c.d.Child(k, "mark"); c.d.Tokens[k].Rel() == "advcl" && m >= 0 && (c.d.Tokens[m].Lemma == "unless" || c.d.Tokens[m].Lemma == "if") {
			f.Makes = lexicon.Makes{Type: "THREATEN", CAMEO: "134", Contexts: f.Makes.Contexts}
			f.Mood.Future, f.Mood.Would, f.Mood.Hypothetical = false, false, false
			f.Steps = append(f.Steps, "refused on a condition: a threat")
			return
		}
	}
}

// harms names the types of what somebody threatens with.
var harms = map[string]bool{"ASSAULT": true, "COERCE": true, "SANCTION": true, "MOBILIZE": true, "THREATEN": true}

// best reports whether no other frame of the verb of frame i fired or names more.
func (c *coder) best(i int) bool {
	f := &c.frames[i]
	for j := range frame.Beside(c.d, c.frames, f.Token) {
		o := &c.frames[j]
		if j == i || o.Verb != f.Verb || o.Makes.Type == lexicon.Statement || o.Entry.Makes.Operator() {
			continue
		}
		if o.Fired() && (!f.Fired() || j < i) || !f.Fired() && o.MissingWho() && (len(o.Fillers) > len(f.Fillers) || len(o.Fillers) == len(f.Fillers) && j < i) {
			return false
		}
	}
	return true
}

// threatens reports whether a harm to come is announced by those in whose power it is: in words of warning, or,
// when they only say it, by a government, an army, a court or rebels. What is done to the speaker's own soldiers
// and officials is done by others.
func (c *coder) threatens(f *frame.Frame, st *statement) bool {
	m := &f.Mood
	if st.cueVerb < 0 || st.sourceToken < 0 || m.Negated || c.threatAt(st.cueVerb) || st.doubts(c) {
		return false
	}
	warns := warning[c.d.Tokens[st.cueVerb].Lemma]
	if len(f.Roles(lexicon.RoleRecipient)) == 0 && (!warns || f.NeedsRecipient() || len(f.Roles(lexicon.RoleTheme)) == 0) {
		return false
	}
	if !m.Future && !m.Would && (!warns || !m.Hypothetical || m.Past) {
		return false
	}
	switch st.Source.Sector {
	case "GOV", "MIL", "COP", "REB", "JUD", "SPY":
	case "PTY", "OPP", "LAB", "LEG", "":
		if !warns || st.Source.Country == "" {
			return false
		}
	default:
		return false
	}
	if st.Source.Country == "UNO" || st.Source.Country == "NGO" {
		return false
	}
	return !slices.ContainsFunc(f.Roles(lexicon.RoleRecipient), func(t int) bool {
		who, _ := c.who(t)
		return len(who) > 0 && (who[0].Span == st.Source.Span || who[0].Country == st.Source.Country && st.Source.Country != "" &&
			(who[0].Sector == "" || who[0].Sector == "GOV" || who[0].Sector == "MIL" || who[0].Sector == "COP"))
	})
}

// threatAt reports whether an entry says already that the verb of a cue threatens.
func (c *coder) threatAt(verb int) bool {
	return slices.ContainsFunc(c.frames, func(f frame.Frame) bool { return f.Verb == verb && f.Fired() && f.Makes.Type == "THREATEN" })
}

// warning names verbs of those who threaten.
var warning = map[string]bool{"warn": true, "threaten": true, "vow": true, "hint": true, "caution": true, "swear": true, "thunder": true}
