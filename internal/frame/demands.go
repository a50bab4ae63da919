package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// This file finds whom a protest is directed against where the slots of the entry do not tell: those from whom its
// people demand something, or against whose deeds they are.

// demands gives protest i whom it is directed against ("marched to demand the resignation of the premier", "rallied
// against Israel's raids", "blocked the road until the cabinet resigns"). What its people demand makes no record of
// its own.
func (f *finder) demands(i int) {
	fr := &f.frames[i]
	clauses := f.purposes(fr)
	for _, c := range clauses {
		f.partOfProtest(i, c)
	}
	if len(fr.Roles(lexicon.RoleRecipient)) > 0 {
		return
	}
	for _, c := range clauses {
		if slices.ContainsFunc(f.addressees(c), func(o int) bool { return f.targetsOf(fr, o) }) {
			return
		}
	}
	f.opposed(fr)
	if len(fr.Roles(lexicon.RoleRecipient)) > 0 || f.fought(fr) || !fr.Mood.Future {
		return
	}
	for _, t := range f.conditionOn(fr) {
		f.targetsOf(fr, t)
	}
}

// fought makes those the recipients of a riot whom its people attack: "rioted, pelting police with stones".
func (f *finder) fought(fr *Frame) bool {
	for j := range f.beside(fr.Token) {
		o := &f.frames[j]
		if !o.Fired() || o.Makes.Type != "ASSAULT" || o.Verb == fr.Verb {
			continue
		}
		if r := f.tok(o.Verb).Rel(); f.tok(o.Verb).Head != fr.Verb || r != "advcl" && r != "conj" || f.d.Child(o.Verb, "nsubj") >= 0 {
			continue
		}
		for _, t := range o.Roles(lexicon.RoleRecipient) {
			if f.targetsOf(fr, t) {
				return true
			}
		}
	}
	return false
}

// purposes returns the clauses that tell what a protest is for, the inner ones after the outer: "to demand …",
// "in a bid to make …", "vowing to stay until …", "a strike aimed at ending …".
func (f *finder) purposes(fr *Frame) []int {
	var out []int
	for _, v := range []int{fr.Verb, fr.Token} {
		for _, c := range f.children(v, "advcl", "xcomp", "acl", "conj") {
			if x := f.tok(c); slogans[x.Lemma] && (x.XPOS == "VBG" || x.XPOS == "VB") || designed[x.Lemma] && x.Rel() == "acl" || f.voiced(v, c) {
				out = append(out, c)
			}
		}
		for _, n := range append(f.obliques(v, v, []string{"in", "as", "with"}), f.children(v, "appos", "parataxis", "obl:unmarked")...) {
			if efforts[f.tok(n).Lemma] {
				out = append(out, f.children(n, "acl")...)
			}
		}
		for _, n := range f.children(v, "obl", "obj") { // "marched after prayers to press the king"
			under := f.children(n, "acl")
			for _, x := range f.cased(n, []string{"of"}) { // "entered the third week of a fast to press the king"
				under = append(under, f.children(x, "acl")...)
			}
			for _, c := range under {
				if slogans[f.tok(c).Lemma] && f.infinitive(c) && !slices.Contains(out, c) {
					out = append(out, c)
				}
			}
		}
		if v == fr.Token && v == fr.Verb {
			break
		}
	}
	out = append(out, f.purposesBeside(fr)...)
	for n := 0; n < len(out); n++ {
		for _, c := range f.children(out[n], "xcomp", "ccomp", "advcl", "acl") {
			if !slices.Contains(out, c) && (c > out[n] || f.tok(c).Rel() != "advcl") {
				out = append(out, c)
			}
		}
	}
	for _, v := range append(f.children(fr.Verb, "xcomp"), fr.Verb) { // "stopped eating until the mayor quit"
		for _, c := range f.children(v, "advcl") {
			if waiting[f.preposition(c)] || f.soThat(c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// purposesBeside returns the clauses beside a protest that tell what it is for: what it is meant to do ("the strike is aimed
// at ousting …"), and what its people are said to want ("a march by students, who demand …").
func (f *finder) purposesBeside(fr *Frame) []int {
	var out []int
	if h := f.tok(fr.Token).Head; h >= 0 && f.tok(fr.Token).Rel() == "nsubj" && fr.Token == fr.Verb {
		for _, v := range append(f.children(h, "conj"), h) {
			if designed[f.tok(v).Lemma] {
				out = append(out, v)
			}
		}
		for _, c := range f.children(h, "advcl") { // "the strike went on, with the union insisting that the king go"
			if voices[f.tok(c).Lemma] && f.tok(c).XPOS == "VBG" {
				out = append(out, c)
			}
		}
	}
	for _, a := range fr.Roles(lexicon.RoleActor) {
		for _, c := range f.children(a, "acl") {
			if f.tok(c).Deprel == "acl:relcl" && c != fr.Verb && voices[f.tok(c).Lemma] && !f.passive(c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// voiced reports whether finite verb c, coordinated with verb v of a protest, tells what its people say there: "marched and
// urged the king to go", "held a rally and said the king must go".
func (f *finder) voiced(v, c int) bool {
	if f.tok(c).Rel() != "conj" || !verbal(f.tok(v)) || !verbal(f.tok(c)) || f.d.Child(c, "nsubj") >= 0 || f.passive(c) {
		return false
	}
	lemma := f.tok(c).Lemma
	return voices[lemma] || sayings[lemma] && slices.ContainsFunc(f.children(c, "ccomp"), f.obliged)
}

// soThat reports whether clause c tells to what end something is done, with a subject of its own: "so that the king would
// resign".
func (f *finder) soThat(c int) bool {
	return f.tok(c).Rel() == "advcl" && f.d.Child(c, "nsubj") >= 0 && slices.ContainsFunc(f.children(c, "mark", "advmod"), func(m int) bool { return strings.EqualFold(f.tok(m).Form, "so") })
}

// obliged reports whether clause c says what somebody has to do, or until when something goes on.
func (f *finder) obliged(c int) bool {
	for _, a := range f.children(c, "aux") {
		switch strings.ToLower(f.tok(a).Form) {
		case "must", "should", "ought":
			return true
		}
	}
	if f.tok(c).Lemma == "have" && f.d.Child(c, "xcomp") >= 0 {
		return true
	}
	return slices.ContainsFunc(f.children(c, "advcl"), func(x int) bool { return waiting[f.preposition(x)] })
}

// addressees returns the phrases of a clause in which those may stand from whom something is demanded.
func (f *finder) addressees(c int) []int {
	out := append(f.logicalObject(c, c), f.obliques(c, c, []string{"against", "for", "on", "to", "from", "of", "at", "with", "upon"})...)
	if f.tok(c).Rel() == "ccomp" || waiting[f.preposition(c)] || f.soThat(c) {
		out = append(f.logicalSubject(c, c), out...)
	} else if f.tok(c).Rel() == "xcomp" {
		out = append(f.children(c, "nsubj"), out...) // "to make the king lift the ban"
	}
	return out
}

// targetsOf puts who stands in the phrase at token o, or whose doing it is, as recipients of the protest.
func (f *finder) targetsOf(fr *Frame, o int) bool {
	found := []int{o}
	if !f.actorLike(o) {
		found = f.doersOf(o) // "against plans by the cabinet"
		if len(found) == 0 {
			found = f.inside(o)
		}
		if len(found) == 0 && seats[f.tok(o).Lemma] {
			found = slices.DeleteFunc(f.cased(o, []string{"of"}), func(t int) bool { return !f.actorLike(t) })
		}
		if len(found) == 0 {
			found = f.deeper(fr, o)
		}
	}
	done := false
	for _, t := range found {
		if f.actorLike(t) && !f.actsIn(fr, t) && !inTime(f.d, t) && !f.isOwn(fr, t) {
			fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: "demand>recipient?"})
			done = true
		}
	}
	return done
}

// doersOf returns those whose doing the noun at token o names: "plans by the cabinet", "cuts announced by the ministry".
func (f *finder) doersOf(o int) []int {
	out := f.cased(o, []string{"by"})
	for _, c := range f.children(o, "acl") {
		if f.passive(c) {
			out = append(out, f.byPhrase(c)...)
		}
	}
	return slices.DeleteFunc(out, func(t int) bool { return !f.actorLike(t) })
}

// isOwn reports whether token t stands for the people of the protest themselves.
func (f *finder) isOwn(fr *Frame, t int) bool {
	switch f.tok(t).UPOS {
	case "PRON", "DET":
		return f.own(fr, t) || f.tok(t).Rel() == "nsubj" || strings.EqualFold(f.tok(t).Form, "their") // "to demand their jobs back"
	}
	return false
}

// partOfProtest breaks the requests and refusals of clause c, and what is asked for in them.
func (f *finder) partOfProtest(i, c int) {
	first, end := f.d.Subtree(c)
	for j := range f.beside(c) {
		o := &f.frames[j]
		if j == i || !o.Fired() || o.Verb != c && (o.Token == o.Verb && f.finiteVerb(o.Verb) || o.Token < first || o.Token >= end) {
			continue
		}
		switch o.Makes.Type {
		case "REQUEST", "REJECT", "RETREAT", "CONCEDE", "AGREE":
			o.Broken = partOf(&f.frames[i])
			o.Outer = i
		}
	}
}

// finiteVerb reports whether token v is a verb with a tense of its own.
func (f *finder) finiteVerb(v int) bool {
	switch f.tok(v).XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	return false
}

var (
	// slogans names what the people of a protest do with words, and what they want to bring about.
	slogans = doc.WordSet(`demand press pressure pressurize urge call protest denounce condemn oppose reject seek force ask make have get want
		win wring claim insist compel push persuade convince vent show express voice decry slam tell warn bring topple oust unseat drive
		sweep end achieve secure obtain extract vow pledge promise swear refuse plead petition appeal try aim hope defy say shame prod
		extract let remind commemorate resist challenge stop prevent halt keep shout chant oblige wrest overthrow remove
		replace reverse undo block move cry insist repeat accuse blame`)
	// voices names verbs with which the people of a protest tell what they want, and of whom.
	voices = doc.WordSet(`demand urge call press ask appeal petition plead denounce condemn criticise criticize decry accuse blame
		warn seek want reject oppose insist`)
	sayings = doc.WordSet("say add repeat insist stress maintain argue declare vow shout chant")
	// designed names participles that tell what a protest is meant for.
	designed = doc.WordSet("aim design mean intend call")
	efforts  = doc.WordSet("bid effort attempt drive campaign push move struggle fight action revolt uprising hope aim")
	waiting  = doc.WordSet("until till unless")
)
