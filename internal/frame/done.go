package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// This file reads deeds that a noun tells as done while it leaves open by whom.

// deedDone reports whether a noun tells of a deed that was done, though not by whom: "protests broke out after
// the arrest of the mayor", "the killing of two soldiers led to a protest". Who suffered it must be certain people.
func (f *finder) deedDone(fr *Frame) bool {
	n := f.tok(fr.Token)
	switch fr.Makes.Type {
	case "ASSAULT", "COERCE", "SANCTION":
	default:
		return false
	}
	if fr.Entry.UPOS != "NOUN" || n.XPOS != "NN" || n.Head < 0 || !f.hasDet(fr.Token, "the") {
		return false
	}
	recipients := fr.Roles(lexicon.RoleRecipient)
	if len(recipients) == 0 || slices.ContainsFunc(recipients, func(t int) bool { return f.stateOrPlace(t) || !f.certain(t) }) {
		return false
	}
	h := f.tok(n.Head)
	switch n.Rel() {
	case "obl":
		return h.XPOS != "VB" && behind[f.preposition(fr.Token)]
	case "nmod":
		return behind[f.preposition(fr.Token)]
	case "nsubj":
		return h.XPOS == "VBD" && stirring[h.Lemma]
	}
	return false
}

// stateOrPlace reports whether the phrase at token t names a state or a place.
func (g grammar) stateOrPlace(t int) bool {
	m := g.d.MentionAt(t)
	if m < 0 || g.d.Mentions[m].Entity < 0 {
		return false
	}
	class := g.d.Entities[g.d.Mentions[m].Entity].Class
	return class == doc.State || class == doc.Location
}

// hasDet reports whether noun n has the determiner.
func (g grammar) hasDet(n int, form string) bool {
	return slices.ContainsFunc(g.children(n, "det"), func(d int) bool { return strings.EqualFold(g.tok(d).Form, form) })
}

// certain reports whether noun or name t speaks of certain people: by its name, a determiner, a number or an owner.
func (g grammar) certain(t int) bool {
	if g.tok(t).UPOS == "PROPN" {
		return true
	}
	for _, k := range g.children(t, "det", "nummod", "nmod:poss") {
		if d := strings.ToLower(g.tok(k).Form); d != "any" && d != "no" && d != "every" {
			return true
		}
	}
	return false
}

// behind names the prepositions between what happens and the deed that it follows or is about.
var behind = doc.WordSet("after following over amid")

// stirring names verbs of what a deed brings about.
var stirring = doc.WordSet(`spark trigger provoke prompt cause lead draw follow come anger enrage infuriate shock outrage stun raise bring ignite fuel
	unleash inflame touch set strain sour deepen heighten plunge rattle shake jolt stir`)

// authorityOver is authority for a deed that a noun tells: "the arrest of a banker in Norway", "the deportation of
// two nuns from Norway", where the place may hang on those who suffer it.
func (f *finder) authorityOver(fr *Frame) []int {
	var preps []string
	switch {
	case slices.Contains(fr.Makes.Modes, "deport") || slices.Contains(fr.Makes.Modes, "expel"):
		preps = []string{"from"}
	case slices.ContainsFunc(fr.Makes.Modes, func(m string) bool { return ofState[m] }):
		preps = []string{"in", "at"}
	default:
		return nil
	}
	for _, h := range append([]int{fr.Token}, fr.Roles(lexicon.RoleRecipient)...) {
		if found := f.authorityAt(fr, h, preps); found != nil {
			return found
		}
	}
	return nil
}
