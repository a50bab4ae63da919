package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// possessors returns the genitive of a noun: "Russia's withdrawal", "its withdrawal".
func (g grammar) possessors(n int) []int { return g.children(n, "nmod:poss") }

// inside returns whom a noun belongs to or where it is, when that is an actor: the genitive, the
// adjective or noun before it, or the phrase after it: "Iraq's missiles", "Iraqi missiles", "missiles
// of Iraq", "targets in Iraq". A policy or a place stands so for its owner.
func (g grammar) inside(n int) []int {
	for _, where := range []struct {
		found []int
		fits  func(int) bool
	}{
		{g.possessors(n), g.actorLike},
		{g.modifiers(n), g.known},
		{g.cased(n, []string{"of"}), g.named},
		{g.howDone(n), g.actorLike},
		{g.owners(n), g.actorLike},
		{g.modifiers(n), g.forces},
		{g.cased(n, []string{"in", "at", "near", "on", "from", "inside", "around", "outside"}), g.known},
	} {
		if found := slices.DeleteFunc(where.found, func(t int) bool { return !where.fits(t) }); len(found) > 0 {
			return found
		}
	}
	return nil
}

// howDone returns who does what "the way", "the manner" at token n is the way of: "dismay at the way the ministry had
// spent the fund".
func (g grammar) howDone(n int) []int {
	if !manner[g.tok(n).Lemma] {
		return nil
	}
	var out []int
	for _, c := range g.children(n, "acl") {
		out = append(out, g.children(c, "nsubj")...)
	}
	return out
}

var manner = doc.WordSet("way manner fact speed ease idea suggestion")

// owners returns whom a participle behind noun n calls its owner: "boats belonging to Indian fishermen", "a farm owned
// by a Zimbabwean".
func (g grammar) owners(n int) []int {
	var out []int
	for _, c := range g.children(n, "acl") {
		switch g.tok(c).Lemma {
		case "belong":
			out = append(out, g.cased(c, []string{"to"})...)
		case "own", "run", "manage", "operate", "inhabit", "populate", "use", "man":
			out = append(out, g.cased(c, []string{"by"})...)
		}
	}
	return out
}

// forces reports whether token t names the police or the army as those whose something is: "police posts", "an army truck".
func (g grammar) forces(t int) bool {
	return g.tok(t).UPOS == "NOUN" && armed[strings.ToLower(g.tok(t).Lemma)]
}

var armed = doc.WordSet("police army navy military gendarmerie government")

// named reports whether the phrase at token t is known as an actor or is at least a name.
func (g grammar) named(t int) bool {
	if g.tok(t).XPOS == "NN" && g.d.Child(t, "det", "nmod", "amod", "compound") < 0 {
		return false // "the use of force"
	}
	return g.known(t) || g.tok(t).UPOS == "PROPN" && CanAct(g.d, g.lex, t)
}

// cased returns the nominal dependents of i introduced by one of the prepositions; nil for any.
func (g grammar) cased(i int, preps []string) []int {
	out := g.ownCased(i, preps)
	if len(out) == 1 && g.tok(out[0]).XPOS != "NNS" && g.preposition(out[0]) == "between" {
		out = append(out, g.otherSide(i, out[0])...)
	}
	if t := g.tok(i); len(out) == 0 && t.Rel() == "conj" && t.UPOS == "NOUN" && g.tok(t.Head).UPOS == "NOUN" {
		// "support and praise for Kohl": the tree gives the phrase to the first noun.
		return slices.DeleteFunc(g.ownCased(t.Head, preps), func(c int) bool { return c < i })
	}
	return out
}

// otherSide returns the second of two that something is between when the tree coordinates it with the noun n
// rather than with the first, t: "clashes between the army and rebels".
func (g grammar) otherSide(n, t int) []int {
	if g.d.Child(t, "conj") >= 0 || !nominal(g.tok(n)) {
		return nil
	}
	return slices.DeleteFunc(g.children(n, "conj"), func(c int) bool { return c < t || !g.actorLike(c) })
}

// ownCased returns the phrases that the tree gives to i itself.
func (g grammar) ownCased(i int, preps []string) []int {
	var out []int
	for c := range g.d.Children(i) {
		switch g.tok(c).Rel() {
		case "obl", "nmod", "advcl", "advmod", "acl":
			if !nominal(g.tok(c)) && g.tok(c).UPOS != "ADJ" {
				continue
			}
			if p := g.preposition(c); p != "" && (preps == nil || slices.Contains(preps, p) || g.behindParticle(c, preps)) {
				out = append(out, c)
			}
		}
	}
	for _, p := range preps {
		if o := g.guest(i, p); o >= 0 {
			out = append(out, o)
		}
	}
	return out
}

// preposition returns the lower-case preposition or mark that introduces i, with the words fixed to
// it: "because of", "according to"; "" when there is none.
func (g grammar) preposition(i int) string {
	c := g.d.Child(i, "case", "mark")
	if c < 0 {
		return ""
	}
	p := strings.ToLower(g.tok(c).Form)
	for f := range g.d.Children(c) {
		if g.tok(f).Rel() == "fixed" {
			p += " " + strings.ToLower(g.tok(f).Form)
		}
	}
	return p
}

// behindParticle reports whether noun i has one of the prepositions behind the particle of a verb.
func (g grammar) behindParticle(i int, preps []string) bool {
	next, ok := g.afterParticle(g.d.Child(i, "case"))
	return ok && slices.Contains(preps, strings.ToLower(g.tok(next).Form))
}

// afterParticle returns the preposition that follows preposition c when c is rather the particle of a verb:
// "of" for "out" in "walked out of the talks".
func (g grammar) afterParticle(c int) (next int, ok bool) {
	next = c + 1
	if c < 0 || !particle[strings.ToLower(g.tok(c).Form)] || next >= len(g.d.Tokens) || g.tok(next).UPOS != "ADP" {
		return 0, false
	}
	t := g.tok(next)
	return next, t.Rel() == "case" && t.Head == g.tok(c).Head || t.Rel() == "fixed" && t.Head == c
}

var particle = map[string]bool{"out": true, "away": true, "back": true, "off": true, "down": true, "up": true}

// particles returns the particles of verb v that the tree takes for prepositions.
func (g grammar) particles(v int) []int {
	var out []int
	for _, o := range g.children(v, "obl") {
		if c := g.d.Child(o, "case"); c > v {
			if _, ok := g.afterParticle(c); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// obliques returns the prepositional companions of the head word: of itself, of the verb that
// carries it, and of the verb's object, since parsers attach "talks with Cuba on trade" to any of
// them; "of" belongs to its own noun.
func (g grammar) obliques(i, carrier int, preps []string) []int {
	out := g.cased(i, preps)
	if carrier < 0 {
		if len(out) == 0 && utterances[g.tok(i).Lemma] {
			out = g.behindUtterer(i, preps)
		}
		return out
	}
	if carrier != i {
		out = append(out, g.cased(carrier, preps)...)
	}
	for _, a := range g.children(carrier, "advmod", "compound:prt") { // "gave the farms back to their owners"
		if particle[strings.ToLower(g.tok(a).Form)] && a > carrier {
			out = append(out, g.cased(a, preps)...)
		}
	}
	loose := slices.DeleteFunc(slices.Clone(preps), func(p string) bool { return p == "of" })
	if len(loose) > 0 {
		for _, o := range g.coordinated(g.children(carrier, "obj", "iobj", "obl", "nsubj:pass")) {
			if o != i {
				out = append(out, g.cased(o, loose)...)
			}
		}
		if len(out) == 0 && carrier != i && worded[g.tok(i).Lemma] {
			for _, c := range g.cased(i, []string{"of"}) { // "handed a note of protest to the ambassador"
				out = append(out, g.cased(c, loose)...)
			}
		}
		if requesting[g.tok(carrier).Lemma] {
			for _, p := range []string{"to", "on"} { // "appealed to donor countries for tents"
				if o := g.guest(carrier, p); o >= 0 {
					out = append(append(out, g.cased(o, loose)...), g.cased(g.tok(o).Head, loose)...)
				}
			}
		}
		if len(out) == 0 && slices.Contains(loose, "with") {
			for _, o := range g.children(carrier, "obj", "nsubj:pass") {
				out = append(out, g.partners(o, carrier)...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// strayedOblique returns the phrase of noun n that the tree hangs on a phrase before it: "the release of prisoners by
// the Taliban", "a ban on rallies in towns by the army", "accusations by Poland against Russia", "the withdrawal of
// tanks from Chad".
func (g grammar) strayedOblique(st lexicon.Step, n int) []int {
	if slices.Contains(st.Preps, "by") {
		return g.untimed(st, g.agentWithin(n, maxNest))
	}
	var out []int
	if slices.Contains(st.Preps, "between") { // "trade in cattle between Kenya and Uganda"
		for _, c := range g.cased(n, []string{"in", "on", "over", "about"}) {
			out = append(out, g.cased(c, []string{"between"})...)
		}
	}
	for _, c := range g.cased(n, []string{"by", "from"}) {
		preps := st.Preps
		if st.Lemmas == nil {
			preps = only(preps, crossing)
		}
		if len(preps) > 0 {
			out = append(out, g.cased(c, preps)...)
		}
	}
	if preps := only(st.Preps, leading); len(out) == 0 && len(preps) > 0 {
		for _, c := range g.cased(n, []string{"of"}) {
			if worded[g.tok(n).Lemma] || !g.happening(c) { // "charges of aggression against Chad"
				out = append(out, g.cased(c, preps)...)
			}
		}
	}
	if out = g.untimed(st, out); len(out) == 0 { // "the vigil by nuns outside the embassy"
		for _, c := range g.cased(n, []string{"by"}) {
			out = append(out, g.cased(c, st.Preps)...)
		}
	}
	return out
}

// worded names nouns of words whose phrase with "of" tells what they say.
var worded = doc.WordSet("accusation allegation charge claim complaint letter message note report statement suspicion vote word")

// maxNest bounds how deep in the phrases of a noun its by-phrase is sought.
const maxNest = 3

// agentWithin returns the by-phrase in the phrases behind noun n, when none of them tells of a happening of its own:
// "the easing of the curfew on the town by the army"; or else that of who has announced or ordered it.
func (g grammar) agentWithin(n, depth int) []int {
	if depth == 0 {
		return nil
	}
	for _, c := range g.children(n, "nmod") {
		if p := g.preposition(c); c < n || p == "by" || p == "" || p != "of" && p != "in" && g.happening(c) {
			continue
		}
		by := g.cased(c, []string{"by"})
		for _, t := range g.children(c, "conj") { // "the return of the bodies to Israel by Lebanon": as if coordinated
			if g.preposition(t) == "by" {
				by = append(by, t)
			}
		}
		if len(by) > 0 {
			return by
		}
		if by = g.agentWithin(c, depth-1); len(by) > 0 {
			return by
		}
	}
	if depth < maxNest {
		return nil
	}
	for _, v := range g.children(n, "acl") {
		if decreed[g.tok(v).Lemma] && v > n && g.tok(v).XPOS == "VBN" {
			return g.byPhrase(v)
		}
	}
	return nil
}

// happening reports whether the noun at token t is an event of the lexicon without a verb.
func (g grammar) happening(t int) bool {
	return slices.ContainsFunc(g.lex.Lookup(strings.ToLower(g.tok(t).Lemma), strings.ToLower(g.tok(t).Form)), func(e *lexicon.Entry) bool {
		return isNoun(e) && e.Light == nil
	})
}

// only returns the words that are in a set.
func only(words []string, set map[string]bool) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !set[w] })
}

// decreed is what those do to a deed whose deed it is: "a truce proclaimed by the rebels".
var decreed = doc.WordSet("announce declare proclaim order decree grant impose stage conduct carry undertake launch mount perform complete")

// leading names the prepositions that seldom describe whom a deed is done to.
var leading = doc.WordSet("from to against into")

// crossing names the prepositions that lead from a deed to whom it is aimed at, and seldom describe who does it.
var crossing = doc.WordSet("against on upon about over into to toward towards for off near opposite around")

// agreed names what is concluded with somebody.
var agreed = doc.WordSet("agreement treaty accord pact deal memorandum protocol contract convention letter declaration plan roadmap statement communique")

// partners returns the phrases with "with" that stand in what agreement n is about, where parsers hang them: "a
// memorandum of understanding with Chad", "an agreement to restore ties with Chad"; or in what is discussed by
// verb v: "discussed the fate of the hostages with Chad".
func (g grammar) partners(n, v int) []int {
	var out []int
	if !agreed[g.tok(n).Lemma] && g.tok(v).Lemma != "discuss" {
		return nil
	}
	for _, c := range g.children(n, "nmod", "acl", "advcl") {
		if c < n || g.known(c) && g.preposition(c) != "of" {
			continue
		}
		out = append(out, g.cased(c, []string{"with"})...)
		for _, o := range g.children(c, "obj", "nmod") {
			if !g.known(o) {
				out = append(out, g.cased(o, []string{"with"})...)
			}
		}
	}
	return out
}
