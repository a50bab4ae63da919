package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
)

// logicalObject returns whom it is done to: the object of an active verb, the subject of a passive
// one, the antecedent of an object relative.
func (g grammar) logicalObject(v, noun int) []int {
	if v == noun && g.deedNoun(v) {
		return g.doneTo(v)
	}
	if g.passive(v) && (g.d.Child(v, "obj") < 0 || g.heldAs(v)) {
		return g.subject(v, 0)
	}
	out := g.children(v, "obj")
	if noun != v {
		return slices.DeleteFunc(out, func(t int) bool { return t == noun })
	}
	if naming[g.tok(v).Lemma] && len(out) > 1 {
		what := g.calledWhat(v)
		out = slices.DeleteFunc(out, func(t int) bool { return t == what })
	}
	for i, o := range out {
		if n := g.antecedent(o, v); n >= 0 {
			out[i] = n
		}
	}
	if len(out) > 0 {
		return out
	}
	if o := g.guest(v, ""); o >= 0 {
		return []int{o}
	}
	if t := g.tok(v); t.Deprel == "acl:relcl" && g.d.Child(v, "nsubj") >= 0 && g.preposition(v) != "that" && g.antecedent(g.d.Child(v, "nsubj"), v) < 0 {
		return []int{t.Head}
	}
	if o := g.strayedObject(v); o >= 0 && o != noun {
		return []int{o}
	}
	if giving[g.tok(v).Lemma] && g.d.Child(v, "iobj") >= 0 { // "gave the rebels a week"
		if t := g.children(v, "obl:unmarked"); len(t) > 0 && t[0] > v {
			return t[:1]
		}
	}
	if c := g.d.Child(v, "xcomp"); c >= 0 && g.tok(c).UPOS == "ADJ" { // "shot dead the governor"
		if o := g.children(c, "obj"); len(o) > 0 {
			return o
		}
	}
	if i := g.children(v, "iobj"); len(i) > 0 { // "urged Iraq to leave", "assured Iraq that …"
		return i
	}
	return g.sharedObject(v)
}

// heldAs reports whether verb v is followed by what those are held as whom it describes: "two nuns held hostage".
func (g grammar) heldAs(v int) bool {
	o := g.d.Child(v, "obj")
	return o >= 0 && o == v+1 && captives[g.tok(o).Lemma]
}

var captives = doc.WordSet("hostage captive prisoner")

// guest returns the noun that "visiting" or "striking" describes when the tree takes it for a clause of its own under
// word v, after the preposition given or without one: "received visiting Swedish lawmakers", "met with visiting Swedish
// lawmakers", "appealed to striking teachers"; -1 for none. Whom somebody visits has a word like "the" or "his" before
// it, or follows a verb that takes a deed for its object.
func (g grammar) guest(v int, prep string) int {
	for _, c := range g.children(v, "xcomp", "advcl", "acl", "ccomp") {
		if c < v || !describing[strings.ToLower(g.tok(c).Form)] || g.preposition(c) != prep || prep == "" && deeds[g.tok(v).Lemma] {
			continue
		}
		o := g.d.Child(c, "obj")
		if o < c && requesting[g.tok(v).Lemma] { // "called on feuding clan leaders", the object being the verb's
			o = g.d.Child(v, "obj")
		}
		if o < c || g.d.Child(o, "det", "nmod:poss") >= 0 {
			continue
		}
		if first, _ := g.d.Subtree(o); first == c+1 {
			return o
		}
	}
	return -1
}

// describing names the words before those who are met or asked that a tree may take for a clause.
var describing = doc.WordSet(`
	visiting striking feuding warring rioting protesting fleeing bickering squabbling quarrelling sparring
	demonstrating donor sweeping lasting drinking cooking binding`)

// described reports whether word c describes the one behind it whom verb v asks: "striking" in "appealed to striking
// teachers".
func (g grammar) described(v, c int) bool {
	p := g.preposition(c)
	return (requesting[g.tok(v).Lemma] || utterances[g.tok(v).Lemma]) && p != "" && g.guest(v, p) >= 0 && describing[strings.ToLower(g.tok(c).Form)]
}

// deeds names verbs whose object may be what somebody does: "considered visiting Swedish ports".
var deeds = doc.WordSet(`avoid begin consider continue contemplate delay discuss enjoy finish keep like postpone propose
	recommend resume start stop suggest quit mention remember regret deny admit cancel plan oppose go`)

// strayedObject returns the object of verb v that the tree takes for an adverbial, -1 for none: the noun
// behind it that has no preposition and is no time ("released at least 19 Christians"), or whose
// preposition is the verb's own particle ("called off the strike").
func (g grammar) strayedObject(v int) int {
	if s := g.children(v, "nsubj"); len(s) > 1 && s[0] < v && s[len(s)-1] > v {
		return s[len(s)-1]
	}
	particle := g.strayedParticle(v)
	for _, o := range g.children(v, "obl") {
		if o < v || g.tok(o).Deprel != "obl" || !nominal(g.tok(o)) || inTime(g.d, o) {
			continue
		}
		if c := g.d.Child(o, "case", "mark"); c < 0 || c == particle || g.estimate(c, o) {
			return o
		}
	}
	return -1
}

// estimate reports whether the preposition c before noun o only says that its number is no exact one: "expelled
// about a dozen journalists".
func (g grammar) estimate(c, o int) bool {
	switch strings.ToLower(g.tok(c).Form) {
	case "about", "around", "over", "under":
	default:
		return false
	}
	n := g.d.Child(o, "nummod")
	return n > c && (n == c+1 || n == c+2 && g.tok(c+1).Rel() == "det")
}

// strayedParticle returns the particle right behind verb v that the tree makes a part of the object
// ("rolled back tariffs"), -1 for none.
func (g grammar) strayedParticle(v int) int {
	p := v + 1
	if v < 0 || p >= len(g.d.Tokens) {
		return -1
	}
	form := strings.ToLower(g.tok(p).Form)
	if !particles[form] && (form != "over" || !handing[g.tok(v).Lemma]) && (form != "in" || g.tok(v).Lemma != "call" && g.tok(v).Lemma != "draft") {
		return -1
	}
	switch g.tok(p).Rel() {
	case "case", "compound", "amod", "advmod":
	default:
		return -1
	}
	h := g.tok(p).Head
	if h > p && g.tok(h).Rel() == "nummod" { // "handed over two boats"
		h = g.tok(h).Head
	}
	if h > p && g.tok(h).Head == v && !strings.EqualFold(g.tok(p+1).Form, "of") {
		return p
	}
	return -1
}

// particles names the particles that are seldom prepositions right behind a verb.
var particles = map[string]bool{"off": true, "up": true, "back": true, "out": true, "down": true, "away": true}

// handing names verbs whose "over" is seldom a preposition.
var handing = doc.WordSet("hand turn take sign give")

// indirectObject returns to whom: the iobj, or the subject of a passive verb that keeps its object
// ("Turkey was offered help").
func (g grammar) indirectObject(v int) []int {
	if out := g.children(v, "iobj"); len(out) > 0 {
		return out
	}
	obj := g.d.Child(v, "obj")
	if o := g.children(v, "obj"); len(o) == 2 && giving[g.tok(v).Lemma] && !g.passive(v) && g.actorLike(o[0]) && !g.actorLike(o[1]) {
		return o[:1]
	}
	switch {
	case obj < 0:
		return nil
	case g.passive(v):
		return g.subject(v, 0)
	case giving[g.tok(v).Lemma] && len(g.cased(v, []string{"to", "for"})) == 0:
		return g.strayedReceiver(obj)
	}
	return nil
}

// giving names verbs that take to whom before what, without a preposition.
var giving = doc.WordSet("give grant offer send lend deny award hand promise set sell pay show throw lease loan gift wire")

// strayedReceiver returns who stands right before the object and looks like a part of it: "gave Kohl
// asylum", "gave inspectors access".
func (g grammar) strayedReceiver(obj int) []int {
	for _, c := range g.children(obj, "compound") {
		m := g.d.MentionAt(c)
		switch {
		case m >= 0 && g.d.Mentions[m].Kind == doc.Name && g.d.Mentions[m].Head == c && g.actorLike(c):
			return []int{c}
		case g.tok(c).XPOS == "NNS" && CanAct(g.d, g.lex, c):
			return []int{c}
		case c+1 < obj && g.tok(c+1).UPOS == "ADJ" && CanAct(g.d, g.lex, c): // "promised the nation political reforms"
			return []int{c}
		}
	}
	return nil
}

// sharedObject returns the object that coordinated verbs share: "attacked and took the town".
func (g grammar) sharedObject(v int) []int {
	for c := range g.d.Children(v) {
		if g.tok(c).Rel() == "conj" && verbal(g.tok(c)) && !g.passive(c) {
			if o := g.children(c, "obj"); len(o) > 0 && g.d.Child(v, "ccomp", "xcomp", "obl") < 0 {
				return o
			}
		}
	}
	if t := g.tok(v); t.Rel() == "conj" && t.Head >= 0 && verbal(g.tok(t.Head)) {
		if o := g.children(t.Head, "obj"); len(o) > 0 && o[0] > v {
			return o
		}
	}
	return nil
}
