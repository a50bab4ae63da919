package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// This file finds who suffered a deed where neither the slots of the entry nor the place of the deed tell.

// suffered gives a deed without a recipient those whom the words around it tell to have suffered it.
func (f *finder) suffered(fr *Frame) {
	if !fr.Fired() || fr.Outer >= 0 || !hostile[fr.Makes.Type] || len(fr.Roles(lexicon.RoleRecipient))+len(fr.Roles(lexicon.RoleBoth)) > 0 {
		return
	}
	found := f.struck(fr)
	if len(found) == 0 {
		found = f.fallen(fr.Verb)
	}
	for _, t := range fr.Roles(lexicon.RoleTheme) { // "broke up a sit-in by farmers"; taggers divide "sit-in"
		if len(found) == 0 && (unrest[f.tok(t).Lemma] || f.tok(t).Lemma == "in") {
			found = f.doersOf(t)
			if len(found) == 0 && !f.passive(fr.Verb) { // where the tree hangs them on the verb
				found = slices.DeleteFunc(f.cased(fr.Verb, []string{"by"}), func(b int) bool { return !f.actorLike(b) })
			}
		}
	}
	f.addToward(fr, slices.DeleteFunc(found, func(t int) bool { return f.actsIn(fr, t) }))
}

// struck returns those whom a deed, told by a noun, hits: "the Uzbeks were the target of a crackdown by the police", "the
// demolition of the huts by soldiers left 300 herders without shelter".
func (f *finder) struck(fr *Frame) []int {
	t := f.tok(fr.Token)
	if fr.Token != fr.Verb || !nominal(t) || t.Head < 0 {
		return nil
	}
	h := t.Head
	var found []int
	switch {
	case (butts[f.tok(h).Lemma] || f.tok(h).Lemma == "victim" || f.tok(h).Lemma == "subject") && f.preposition(fr.Token) == "of":
		found = f.logicalSubject(h, h)
	case t.Rel() == "nsubj" && t.Deprel != "nsubj:pass" && harming[f.tok(h).Lemma]:
		found = f.coordinated(f.children(h, "obj"))
	}
	return slices.DeleteFunc(found, func(t int) bool { return !f.actorLike(t) })
}

var harming = doc.WordSet("leave displace uproot hurt injure kill wound maim cost drive strand")

// fallen returns those who died or were hurt when the deed of verb v was done: "12 soldiers died when rebels set off a
// mine".
func (f *finder) fallen(v int) []int {
	h := f.tok(v).Head
	if h < 0 || f.tok(v).Rel() != "advcl" || !f.atThatTime(v) {
		return nil
	}
	switch lemma := f.tok(h).Lemma; {
	case lemma == "die" || lemma == "perish":
	case hurting[lemma] && f.passive(h) && len(f.byPhrase(h)) == 0:
		return slices.DeleteFunc(f.coordinated(f.logicalObject(h, h)), func(t int) bool { return !f.actorLike(t) })
	case lemma == "lose" && slices.ContainsFunc(f.children(h, "obj"), func(o int) bool { return f.tok(o).Lemma == "life" || f.tok(o).Lemma == "limb" || f.target(o) }):
	default:
		return nil
	}
	return slices.DeleteFunc(f.coordinated(f.ownSubject(h)), func(t int) bool { return !f.actorLike(t) })
}

// atThatTime reports whether clause v tells when something happened: "when rebels attacked".
func (f *finder) atThatTime(v int) bool {
	switch f.preposition(v) {
	case "when", "as", "after":
		return true
	}
	return slices.ContainsFunc(f.children(v, "advmod"), func(c int) bool { return strings.EqualFold(f.tok(c).Form, "when") })
}

// hurting names what is done to people in a deed.
var hurting = doc.WordSet("kill wound injure hurt maim burn slay")
