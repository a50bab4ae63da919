package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// fronts gives moves of forces whom they face when the entry's own slots do not: the country of the border they
// go to, or whom they deter or watch ("massed troops on the border with Kosovo").
func (f *finder) fronts() {
	for i := range f.frames {
		fr := &f.frames[i]
		if !fr.Fired() || fr.Makes.Type != "MOBILIZE" || len(fr.Roles(lexicon.RoleRecipient))+len(fr.Roles(lexicon.RoleBoth)) > 0 {
			continue
		}
		f.faces(fr)
	}
}

func (f *finder) faces(fr *Frame) {
	first, end := f.d.Subtree(fr.Verb)
	for t := first; t < end; t++ {
		lemma := strings.ToLower(f.tok(t).Lemma)
		var found []int
		switch {
		case t < fr.Token && t < fr.Verb || !f.near(t, fr.Verb):
			continue
		case borders[lemma]:
			found = append(f.cased(t, []string{"with", "of"}), f.modifiers(t)...)
		case lemma == "deterrent" || lemma == "response" || lemma == "warning":
			found = f.cased(t, []string{"to"})
		case waters[lemma]:
			found = f.modifiers(t)
		case lemma == "close" || lemma == "near":
			for _, o := range f.cased(t, []string{"to"}) { // "closer to the Chinese fleet"
				found = append(append(found, o), f.inside(o)...)
			}
		case lemma == "deter" || lemma == "monitor" || lemma == "shadow" || lemma == "track" || lemma == "confront":
			for _, o := range f.logicalObject(t, t) {
				found = append(found, o)
				found = append(found, f.inside(o)...)
			}
			for x := t + 1; x < end && x < t+4; x++ { // "to deter Iran from …": the tree may take Iran for what follows
				if f.country(x) {
					found = append(found, x)
				}
			}
		}
		done := false
		for _, x := range f.coordinated(found) {
			if f.country(x) && !f.actsIn(fr, x) && !f.home(fr, x) {
				fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: x, Slot: "front>recipient?"})
				fr.loose, done = true, true
			}
		}
		if done {
			return
		}
	}
	for _, x := range f.alarming(fr.Verb) {
		if f.actorLike(x) && !inTime(f.d, x) && !f.actsIn(fr, x) && !f.sameState(fr, x) {
			fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: x, Slot: "front>recipient?"})
			fr.loose = true
			return
		}
	}
}

// alarming returns those against whom forces are moved or put on the alert by verb v, as what it is done for tells: "in
// response to mutinous officers", "amid fears that Chad might attack", "ahead of a march by students"; or the state
// whose deed it follows: "after Chad tested a missile", "Chad's attack prompted Mali to call up its reserves".
func (f *finder) alarming(v int) []int {
	var out []int
	around := f.cased(v, nil)
	for _, o := range f.children(v, "obj", "obl") {
		around = append(around, f.cased(o, nil)...)
	}
	for _, o := range around {
		p, lemma := f.preposition(o), f.tok(o).Lemma
		switch {
		case p == "against":
			out = append(out, o)
		case lemma == "response" || lemma == "answer" || lemma == "reaction":
			out = append(out, f.cased(o, []string{"to"})...)
		case lemma == "fear" || lemma == "threat" || lemma == "warning" || lemma == "report":
			out = append(out, f.cased(o, []string{"of", "from", "by"})...)
			for _, c := range f.children(o, "acl", "ccomp", "advcl") {
				out = append(out, f.ownSubject(c)...)
			}
		case gatherings[lemma] && (p == "before" || p == "ahead of" || p == "for" || p == "during" || p == "after"):
			out = append(out, f.cased(o, []string{"by", "of"})...)
		}
	}
	for _, c := range f.children(v, "advcl") {
		mark := f.preposition(c)
		if a := f.d.Child(c, "advmod"); mark == "" && a >= 0 {
			mark = strings.ToLower(f.tok(a).Form)
		}
		switch mark {
		case "after", "as", "because", "since", "when":
			out = append(out, f.stateOf(f.logicalSubject(c, c))...)
		}
	}
	if t := f.tok(f.headOfChain(v)); t.Rel() == "xcomp" && prompting[f.tok(t.Head).Lemma] {
		out = append(out, f.stateOf(f.subject(t.Head, 0))...)
	}
	return out
}

// stateOf returns those of the tokens that belong to a country, and the countries whose the others are: "Russian ships".
func (f *finder) stateOf(tokens []int) []int {
	var out []int
	for _, t := range tokens {
		if f.country(t) {
			out = append(out, t)
			continue
		}
		out = append(out, slices.DeleteFunc(f.inside(t), func(x int) bool { return !f.country(x) })...)
	}
	return out
}

var (
	// gatherings names crowds of people against whom police are brought in.
	gatherings = doc.WordSet("rally march protest demonstration strike gathering procession vigil sit-in meeting uprising")
	// prompting names verbs of what makes somebody do something.
	prompting = doc.WordSet("prompt force compel cause spur lead drive push provoke")
)

// home reports whether token x speaks of the country of an actor of the frame.
func (f *finder) home(fr *Frame, x int) bool {
	for _, a := range fr.Roles(lexicon.RoleActor) {
		if c := f.countryOf(a); c != "" && c == f.countryOf(x) {
			return true
		}
	}
	return false
}

// near reports whether token t depends on verb v within a few steps and no finite clause between them.
func (f *finder) near(t, v int) bool {
	for n := 0; t >= 0 && n < 5; n++ {
		if t == v {
			return true
		}
		switch r := f.tok(t).Rel(); r {
		case "parataxis", "ccomp", "nsubj", "csubj":
			return false
		case "advcl", "acl":
			if f.finiteVerb(t) || f.d.Child(t, "nsubj") >= 0 {
				return false
			}
		}
		t = f.tok(t).Head
	}
	return false
}

var waters = doc.WordSet("strait airspace coast")

var borders = doc.WordSet("border frontier boundary")
