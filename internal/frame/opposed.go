package frame

import (
	"slices"

	"readout/internal/doc"
	"readout/lexicon"
)

// This file finds whom a protest is against where its people name nobody: against whose doing it is, before whose door it
// takes place, who faces it and gives way to it.

// opposed gives a protest those against whom or against whose doing it is, or before whose door it takes place.
func (f *finder) opposed(fr *Frame) {
	if h := f.tok(fr.Token).Head; h >= 0 && butts[f.tok(h).Lemma] && f.preposition(fr.Token) == "of" {
		for _, t := range f.logicalSubject(h, h) { // "France was the target of a march by farmers"
			if f.targetsOf(fr, t) {
				return
			}
		}
	}
	if slices.ContainsFunc(f.facing(fr), func(t int) bool { return f.targetsOf(fr, t) }) {
		return
	}
	for _, o := range f.obliques(fr.Token, fr.Verb, []string{"against", "at", "over", "to"}) {
		if (f.preposition(o) == "against" || f.tok(f.tok(o).Head).Lemma == "protest") && f.targetsOf(fr, o) {
			return
		}
	}
	for _, o := range f.obliques(fr.Token, fr.Verb, []string{"over"}) { // "on strike over beatings by guards"
		if slices.ContainsFunc(f.doersOf(o), func(t int) bool { return f.targetsOf(fr, t) }) {
			return
		}
	}
	for _, o := range f.obliques(fr.Token, fr.Verb, []string{"for"}) { // "marched for the impeachment of the president"
		if departures[f.tok(o).Lemma] && f.targetsOf(fr, o) {
			return
		}
	}
	for _, o := range f.obliques(fr.Verb, fr.Verb, []string{"in", "over", "amid"}) {
		if !quarrels[f.tok(o).Lemma] && f.tok(o).Lemma != "front" {
			continue
		}
		for _, t := range f.cased(o, []string{"with", "of"}) {
			if f.targetsOf(fr, t) {
				return
			}
		}
	}
	for _, o := range f.obliques(fr.Verb, fr.Verb, []string{"outside", "opposite", "before"}) {
		if !inTime(f.d, o) && f.targetsOf(fr, o) {
			return
		}
	}
	if slices.ContainsFunc(f.atSeats(fr), func(o int) bool { return f.targetsOf(fr, o) }) {
		return
	}
	f.reasons(fr)
}

// reasons gives a protest those whose doing, told in a clause of time or reason, it answers: "rioted after the cabinet
// doubled the price of bread".
func (f *finder) reasons(fr *Frame) {
	reasons := f.children(fr.Verb, "advcl")
	if t := f.tok(fr.Token); fr.Token == fr.Verb && t.Rel() == "nsubj" { // "the strike began after the cabinet doubled the price"
		reasons = append(reasons, f.children(t.Head, "advcl")...)
	}
	for _, c := range reasons {
		if f.preposition(c) != "after" && f.preposition(c) != "because" {
			continue
		}
		for _, t := range f.logicalSubject(c, c) {
			if f.country(t) && f.targetsOf(fr, t) {
				return
			}
		}
	}
}

// atSeats returns the seats of power that a protest takes place at, passes or breaks into: "marched past the offices of the
// mayor", "a vigil by relatives of the sailors outside the navy's headquarters".
func (f *finder) atSeats(fr *Frame) []int {
	out := f.obliques(fr.Token, fr.Verb, []string{"past", "near", "around", "to", "at", "on", "toward", "towards"})
	for _, a := range fr.Roles(lexicon.RoleActor) {
		if fr.Token == fr.Verb && a > fr.Token {
			for _, x := range append(f.cased(a, []string{"of"}), a) {
				out = append(out, f.cased(x, []string{"outside", "opposite", "before", "near"})...)
			}
		}
	}
	out = append(out, fr.Roles(lexicon.RoleTheme)...)
	return slices.DeleteFunc(out, func(o int) bool { return !seats[f.tok(o).Lemma] })
}

// facing returns those whom a protest, told by a noun, hits: "the ministry faced a strike by nurses", "the march by
// farmers forced the cabinet to meet", and those who give way to it: "the ministry offered talks after the strike".
func (f *finder) facing(fr *Frame) []int {
	t := f.tok(fr.Token)
	if !nominal(t) || t.Head < 0 {
		return nil
	}
	h := t.Head
	if !verbal(f.tok(h)) {
		return nil
	}
	if t.Rel() == "nsubj" && t.Deprel != "nsubj:pass" {
		for _, v := range append([]int{h}, f.children(h, "conj")...) {
			if pressing[f.tok(v).Lemma] {
				return f.children(v, "obj")
			}
		}
	}
	switch lemma := f.tok(h).Lemma; {
	case t.Rel() == "obl" && (lemma == "lose" || lemma == "suffer") && f.preposition(fr.Token) == "in",
		t.Rel() == "obj" && enduring[lemma]:
		return f.logicalSubject(h, h)
	case t.Rel() == "obl" && f.passive(h) && f.preposition(fr.Token) == "by" && pressing[lemma]:
		return f.children(h, "nsubj")
	case t.Rel() == "obl" && yielding[lemma] && spurring[f.preposition(fr.Token)] && !f.passive(h):
		return slices.DeleteFunc(f.ownSubject(h), func(s int) bool { return !f.country(s) })
	}
	return nil
}

var (
	// enduring, pressing and yielding name what those do who face a protest, what it does to them, and how they give in.
	enduring = doc.WordSet("face confront meet encounter endure weather brave suffer")
	pressing = doc.WordSet(`force compel oblige push press pressure hit anger embarrass cripple challenge defy target shake rattle paralyse paralyze
		ground disrupt delay strand halt cost`)
	yielding = doc.WordSet(`offer postpone delay cancel scrap drop shelve suspend withdraw abandon promise agree reopen resume grant
		deploy close shut call impose sack dismiss recall evacuate lose back`)
	spurring = doc.WordSet("after amid following over")
	// departures names what the people of a protest want of him who is to go.
	departures = doc.WordSet(`departure resignation ouster removal impeachment dismissal trial overthrow exit downfall head scalp
		abdication expulsion prosecution arrest`)
	// butts names what somebody is of whom a protest is.
	butts = doc.WordSet("target object focus butt scene")
	// seats names places and things of those in power.
	seats = doc.WordSet(`embassy consulate ministry parliament palace residence headquarters office mission bureau barracks courthouse
		post checkpoint vehicle jeep car convoy patrol depot outpost`)
)
