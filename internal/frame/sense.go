package frame

import (
	"slices"

	"readout/internal/doc"
	"readout/lexicon"
)

// This file keeps one of several frames that tell of one happening.

// oneSense keeps one of several frames that fired for one word and one type: the one that says
// most (rank), of equal ones the first of the lexicon.
func (f *finder) oneSense() {
	f.together()
	best := map[sense]int{}
	for i := range f.frames {
		fr := &f.frames[i]
		if !fr.Fired() || fr.Entry.Makes.Operator() {
			continue
		}
		key := sense{fr.Token, fr.Entry.Makes.Type}
		j, twice := best[key]
		if twice && f.rank(i) <= f.rank(j) {
			f.replace(i, j)
			continue
		}
		if twice {
			f.replace(j, i)
		}
		best[key] = i
	}
}

// oneHappening keeps one of several frames that fired for one word, or one verb with what it carries, between the
// same parties, when their types differ, or differed before a refusal made them one: the one that says most, of equal
// ones the first of the lexicon. A verb is one happening.
func (f *finder) oneHappening() {
	best := map[int]int{}
	for i := range f.frames {
		fr := &f.frames[i]
		if !fr.Fired() || fr.Outer >= 0 || fr.Makes.Type == "" || fr.Makes.Type == lexicon.Statement || fr.Entry.Makes.Operator() {
			continue
		}
		j, twice := best[fr.Verb]
		switch {
		case !twice:
			best[fr.Verb] = i
		case fr.Makes.Type == f.frames[j].Makes.Type && (fr.Makes.Type == fr.Entry.Makes.Type || fr.Entry.Makes.Type == f.frames[j].Entry.Makes.Type),
			!f.sameParties(fr, &f.frames[j]):
		case f.rank(i) <= f.rank(j):
			f.replace(i, j)
		default:
			f.replace(j, i)
			best[fr.Verb] = i
		}
	}
}

// together breaks the frames of a word that would tell as an act of its own what states do with each other: a
// joint drill is no show of force, and who is extradited is not just deported.
func (f *finder) together() {
	cooperating := map[int]int{}
	for i := range f.frames {
		if fr := &f.frames[i]; fr.Fired() && fr.Entry.Makes.Type == "COOPERATE" && !fr.joined {
			cooperating[fr.Token] = i
		}
	}
	for i := range f.frames {
		fr := &f.frames[i]
		if by, ok := cooperating[fr.Token]; ok && fr.Fired() && alone[fr.Entry.Makes.Type] {
			f.replace(i, by)
		}
	}
}

// sameParties reports whether two frames have the same actors and the same recipients, or one has no recipient.
func (f *finder) sameParties(a, b *Frame) bool {
	for _, r := range []lexicon.SlotRole{lexicon.RoleActor, lexicon.RoleRecipient, lexicon.RoleBoth} {
		x, y := a.Roles(r), b.Roles(r)
		if r == lexicon.RoleRecipient && (len(x) == 0 || len(y) == 0) {
			continue
		}
		if !slices.Equal(x, y) {
			return false
		}
	}
	return true
}

// alone names the types of acts that may be parts of working together.
var alone = doc.WordSet("MOBILIZE COERCE RETREAT")

// giveWay breaks the frame because another says the same better.
func (f *Frame) giveWay(to *Frame) {
	f.SameAs = to.Entry.Name
	f.Broken = "the same as " + f.SameAs
}

// replace makes frame from give way to frame to; what is inside both then is part of the latter.
func (f *finder) replace(from, to int) {
	better := &f.frames[to]
	f.frames[from].giveWay(better)
	for _, i := range better.Inner {
		if in := &f.frames[i]; in.Outer == from && in.Part(f.frames) {
			in.Outer, in.Broken = to, partOf(better)
		}
	}
}

// rank tells how much a frame says: whom it is done to, then how many companions its entry names, then
// what is inside it and in which mode.
func (f *finder) rank(i int) int {
	fr := &f.frames[i]
	rank := 0
	others := len(fr.Roles(lexicon.RoleRecipient))
	if each := fr.Roles(lexicon.RoleBoth); len(each) > 1 || len(each) == 1 && f.group(each[0]) { // "the factions" tells of no other
		others++
	}
	if others > 0 && !fr.loose || others == 0 && len(fr.Roles(lexicon.RoleActor)) > 1 {
		rank += 8
	}
	if len(fr.Makes.Modes) > 0 {
		rank++
	}
	for s := range fr.Entry.Slots {
		slot := &fr.Entry.Slots[s]
		if slot.Absent || slot.Optional {
			continue
		}
		if slot.NamesLemmas() {
			rank += 3
		}
	}
	if len(fr.Inner) > 0 {
		rank++
	}
	if fr.inferred {
		rank -= 2
	}
	if fr.joined {
		rank -= 6
	}
	return rank
}

// group reports whether the phrase at token t stands for several who are known: "the two leaders".
func (g grammar) group(t int) bool {
	e := g.d.EntityAt(t)
	return e != nil && len(e.Members) > 1
}

// A sense is a word making a type of record.
type sense struct {
	token int
	typ   string
}
