package frame

import (
	"slices"

	"readout/internal/doc"
	"readout/lexicon"
)

// This file reads nouns of words that say by themselves whose words they are: "Norway's pledge to send aid", "an offer
// by Malta to mediate", "a Cuban plea to Mexico". They need no light verb: what was offered has been offered.

// utterances names the nouns of words that are somebody's as soon as they are told of.
var utterances = doc.WordSet(`
	advice announcement appeal application assurance call demand entreaty exhortation go-ahead guarantee intent intention
	invitation offer petition plan plea pledge promise proposal readiness reassurance recommendation request sos suggestion
	undertaking vow willingness`)

// resolves names nouns of words that are completed as utterances are.
var resolves = doc.WordSet("agreement commitment decision")

// uttered reports whether the noun at token i may stand for the words of an entry without the light verb that the
// entry names: it tells whose words they are, and no other words take them up.
func (f *finder) uttered(e *lexicon.Entry, i int) bool {
	if !utterances[f.tok(i).Lemma] || !ofWords[e.Makes.Type] || len(f.utterers(i)) == 0 {
		return false
	}
	return slices.ContainsFunc(e.Slots, func(s lexicon.Slot) bool {
		return s.Role == lexicon.RoleActor && len(s.Paths) == 1 && s.Paths[0][0].Rel == "nsubj"
	})
}

// utterers returns whose words the noun at token i names: the genitive, the phrase with "by", the adjective or name
// before it, the phrase with "from" or, of a will, with "of".
func (g grammar) utterers(i int) []int {
	if !utterances[g.tok(i).Lemma] {
		return nil
	}
	if own := g.possessors(i); len(own) > 0 {
		return own
	}
	if by := g.cased(i, []string{"by"}); len(by) > 0 {
		return g.coordinated(by)
	}
	for _, o := range g.ownCased(i, []string{"of", "on", "upon", "to", "for"}) { // "a call on Israel by Jordan"
		if by := g.ownCased(o, []string{"by"}); len(by) > 0 {
			return by
		}
	}
	if before := slices.DeleteFunc(g.modifiers(i), func(t int) bool { return !g.known(t) }); len(before) > 0 {
		return before
	}
	if from := slices.DeleteFunc(g.cased(i, []string{"from"}), func(t int) bool { return inTime(g.d, t) }); len(from) > 0 {
		return from
	}
	if g.tok(i).Lemma == "willingness" || g.tok(i).Lemma == "readiness" || g.tok(i).Lemma == "intention" { // "the readiness of Iran to talk"
		return slices.DeleteFunc(g.cased(i, []string{"of"}), func(t int) bool { return !g.known(t) })
	}
	return nil
}

// behindUtterer returns the phrases with one of the prepositions which the tree hangs on the one whose words they are:
// "a plea by the bishops to Rome".
func (g grammar) behindUtterer(i int, preps []string) []int {
	var out []int
	for _, u := range g.utterers(i) {
		if u < i {
			continue
		}
		for _, t := range g.cased(u, preps) {
			switch g.preposition(t) {
			case "to", "on", "upon", "for", "with":
				out = append(out, t)
			}
		}
	}
	return out
}

// takenUp breaks the frames of nouns of words that stand in another event, which tells what became of them: "rejected an
// offer by Italy", "accepted Russia's proposal".
func (f *finder) takenUp() {
	for i := range f.frames {
		fr := &f.frames[i]
		if !fr.Fired() || fr.Verb != fr.Token || !utterances[f.tok(fr.Token).Lemma] || f.tok(fr.Token).UPOS != "NOUN" || fr.Entry.Light == nil {
			continue
		}
		for j := range f.beside(fr.Token) {
			by := &f.frames[j]
			if by.Token == fr.Token || !by.Fired() || by.Makes.Type == "" || by.Makes.Type == lexicon.Statement || by.Entry.Makes.Operator() {
				continue
			}
			if slices.Contains(by.Words, fr.Token) || slices.Contains(by.Roles(lexicon.RoleTheme), fr.Token) {
				fr.giveWay(by)
			}
		}
	}
}
