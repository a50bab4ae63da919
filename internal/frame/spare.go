package frame

import (
	"slices"

	"readout/internal/doc"
	"readout/lexicon"
)

// spare takes from praise and approval the recipient against whom is what is approved: “approved plans to attack Mali”,
// “welcomed sanctions on Iran” support neither Mali nor Iran.
func (f *finder) spare(fr *Frame) {
	if !fr.Fired() || fr.Makes.Type != "SUPPORT" || fr.Outer >= 0 {
		return
	}
	fr.Fillers = slices.DeleteFunc(fr.Fillers, func(x Filler) bool {
		return x.Role == lexicon.RoleRecipient && f.underBlow(x.Token, fr.Verb)
	})
}

// underBlow reports whether between token t and the verb v above it stands a word of force or punishment that t
// is the target of.
func (g grammar) underBlow(t, v int) bool {
	for n := 0; n < maxClimb; n++ {
		r, h := g.tok(t).Rel(), g.tok(t).Head
		if h < 0 || h == v {
			return false
		}
		switch p := g.preposition(t); {
		case !blows[g.tok(h).Lemma]:
		case r == "obj", r == "compound", p == "on", p == "against", p == "at":
			return true
		}
		t = h
	}
	return false
}

var blows = doc.WordSet(`attack bomb strike airstrike bombing raid invade invasion punish sanction sanctions embargo blockade tariff isolate fight
	defeat topple oust contain shell offensive war action measure resolution boycott arrest`)
