package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
)

// logicalSubject returns who does it: the subject of an active verb, the by-phrase of a passive
// one. noun is the head word that the verb carries, or the verb itself.
func (g grammar) logicalSubject(v, noun int) []int {
	if v == noun && g.deedNoun(v) {
		return g.doers(v)
	}
	if g.passive(v) {
		return g.byPhrase(v)
	}
	if by := g.gerundBy(v); by != nil {
		return by
	}
	subj := g.subject(v, 0)
	if noun != v {
		subj = slices.DeleteFunc(subj, func(t int) bool { return t == noun })
	}
	return subj
}

// gerundBy returns those whose deed a gerund without a subject names: "rioting by fans went on".
func (g grammar) gerundBy(v int) []int {
	if g.tok(v).XPOS != "VBG" || g.d.Child(v, "nsubj", "aux", "case", "mark") >= 0 {
		return nil
	}
	return slices.DeleteFunc(g.cased(v, []string{"by"}), func(t int) bool { return !g.actorLike(t) || g.tok(t).XPOS == "NN" && !g.known(t) })
}

// byPhrase returns the agents of a passive verb.
func (g grammar) byPhrase(v int) []int {
	if c := slices.DeleteFunc(g.children(v, "obl:agent"), func(t int) bool { p := g.preposition(t); return p != "by" && p != "" }); len(c) > 0 {
		return slices.DeleteFunc(c, g.byForce)
	}
	if by := slices.DeleteFunc(g.cased(v, []string{"by"}), g.byForce); len(by) > 0 {
		return by
	}
	for _, o := range g.children(v, "obl") { // "was called upon by Peru", one phrase with both prepositions
		if slices.ContainsFunc(g.children(o, "case"), func(c int) bool { return strings.EqualFold(g.tok(c).Form, "by") }) && !inTime(g.d, o) {
			return []int{o}
		}
	}
	return g.strayedAgent(v)
}

// byForce reports whether the by-phrase of noun t tells how and not by whom: "dissolved by force", "cut by half".
func (g grammar) byForce(t int) bool {
	if form := strings.ToLower(g.tok(t).Form); shares[form] || g.tok(t).UPOS == "NUM" {
		return true
	}
	return strings.EqualFold(g.tok(t).Form, "force") && g.d.Child(t, "det", "amod", "compound", "nmod", "nummod") < 0
}

// shares names what something is cut or raised by: "cut by half", "raised by 20 percent".
var shares = doc.WordSet("half third quarter fifth tenth percent % percentage")

// strayedAgent returns the agents of a passive verb that the tree hangs on the place or the manner before them
// ("shipped across the border by police", "received with honours by the king"), on the one who is given or asked
// something ("promised to Bolivia by Peru") or on the infinitive between ("allowed
// to stay by Chile"), or that it shares with the next one ("herded onto buses and shipped home by police").
func (g grammar) strayedAgent(v int) []int {
	for _, o := range g.children(v, "obl", "xcomp") {
		p := g.preposition(o)
		if o < v || !ways[p] && !manners[p] && !g.infinitive(o) && (!receiving[p] || !g.named(o)) {
			continue
		}
		by := append(g.cased(o, []string{"by"}), g.otherwiseCased(o)...)
		if !ways[p] {
			by = slices.DeleteFunc(by, func(t int) bool { return !g.actorLike(t) })
		}
		if len(by) > 0 {
			return by
		}
	}
	if by := g.agentOfAsking(v); len(by) > 0 {
		return by
	}
	for _, c := range g.children(v, "xcomp") { // "held liable by the court"
		if !verbal(g.tok(c)) {
			if by := g.cased(c, []string{"by"}); len(by) > 0 {
				return by
			}
		}
	}
	for _, c := range g.children(v, "conj") {
		if g.passive(c) && g.d.Child(c, "nsubj", "aux") < 0 {
			if by := g.byPhrase(c); len(by) > 0 {
				return by
			}
		}
	}
	return g.orderer(v)
}

// agentOfAsking returns the agents of a passive verb that the tree hangs on what is given or asked for, or on the letter
// in which it is asked: "was promised help by Peru", "was asked for help by Peru", "was invited to talks by Peru", "was urged in a petition by
// farmers".
func (g grammar) agentOfAsking(v int) []int {
	for _, o := range g.children(v, "obj", "obl") {
		p := g.preposition(o)
		switch {
		case o < v || inTime(g.d, o):
			continue
		case g.tok(o).Rel() == "obj", (p == "for" || p == "to") && asking[g.tok(v).Lemma], (p == "in" || p == "through") && messages[g.tok(o).Lemma]:
		default:
			continue
		}
		heads := []int{o}
		if g.tok(o).Rel() == "obj" || p == "for" { // "promised a loan of $20 million by Peru", "asked for advice on the truce by Peru"
			heads = append(heads, g.cased(o, []string{"of", "for", "in", "to", "on"})...)
		}
		for _, h := range heads {
			if by := slices.DeleteFunc(g.cased(h, []string{"by"}), func(t int) bool { return !g.actorLike(t) || inTime(g.d, t) }); len(by) > 0 {
				return by
			}
		}
	}
	return nil
}

// orderer returns whose orders a passive verb without an agent is done on: "was shut on the president's orders", "on
// the instructions of the king".
func (g grammar) orderer(v int) []int {
	for _, o := range g.cased(v, []string{"on", "upon"}) {
		if orders[g.tok(o).Lemma] {
			return slices.DeleteFunc(append(g.possessors(o), g.cased(o, []string{"of", "from"})...), func(t int) bool { return !g.actorLike(t) })
		}
	}
	return nil
}

// manners names prepositions of what is done how or where, or of whom it is asked.
var manners = doc.WordSet("with as at on of from in")

var orders = doc.WordSet("order instruction command directive say-so")

// otherwiseCased returns the phrases with "by" that the tree coordinates with one behind another preposition: "required
// of Bhutan by Nepal".
func (g grammar) otherwiseCased(o int) []int {
	if p := g.preposition(o); p == "" || p == "by" {
		return nil
	}
	return slices.DeleteFunc(g.children(o, "conj"), func(c int) bool { return g.preposition(c) != "by" || g.d.Child(c, "cc") >= 0 })
}

// receiving names prepositions before those who are given or asked something.
var receiving = doc.WordSet("to of from upon on for")

// ways names prepositions of place and direction.
var ways = doc.WordSet("across onto into outside off over near through")

// antecedent returns the noun that a relative pronoun p in the relative clause of v stands for, -1
// when p is no relative pronoun.
func (g grammar) antecedent(p, v int) int {
	t := g.tok(p)
	switch strings.ToLower(t.Form) {
	case "who", "which", "that", "whom":
	default:
		return -1
	}
	if t.UPOS != "PRON" && t.UPOS != "DET" && t.UPOS != "SCONJ" {
		return -1
	}
	for n := 0; n < maxClimb && v >= 0; n++ {
		if g.tok(v).Rel() == "acl" {
			return g.tok(v).Head
		}
		v = g.tok(v).Head
	}
	return -1
}

// subject returns the surface subject of a verb or predicate, sought through coordination, relative
// clauses, control and raising.
func (g grammar) subject(v, climbed int) []int {
	if own := g.ownSubject(v); own != nil {
		return own
	}
	if found := g.understood(v, climbed); found != nil {
		return found
	}
	return g.strayedSubject(v)
}

// headlined reports whether verb v is the infinitive of a headline, which tells what its subject will do: "Berlin to send
// Kyiv tanks".
func (g grammar) headlined(v int) bool {
	t := g.tok(v)
	h := t.Head
	if h < 0 || h > v || g.tok(h).Head >= 0 || !g.infinitive(v) || g.d.Child(h, "cop", "det") >= 0 || t.Rel() != "acl" && t.Rel() != "xcomp" {
		return false
	}
	to := g.d.Child(v, "mark")
	return nominal(g.tok(h)) && to > 0 && (to-1 == h || g.tok(to-1).Head == h) && g.actorLike(h)
}

// understood returns the subject that a verb shares with the word that governs it.
func (g grammar) understood(v, climbed int) []int {
	t := g.tok(v)
	if t.Head < 0 || climbed == maxClimb {
		return nil
	}
	if g.headlined(v) {
		return []int{t.Head}
	}
	switch t.Rel() {
	case "acl":
		if t.Deprel == "acl:relcl" {
			return []int{t.Head}
		}
		if u := g.strayedInfinitive(v); u >= 0 {
			return g.controller(u, v, climbed)
		}
		if g.planning(t.Head) || verbal(g.tok(t.Head)) && g.infinitive(v) {
			return g.controller(t.Head, v, climbed)
		}
		if who := g.nounControl(v, climbed); len(who) > 0 {
			return who
		}
		if !g.infinitive(v) {
			return g.author(t.Head, v, climbed)
		}
		return g.controllerOfNoun(t.Head, climbed)
	case "amod":
		if v > t.Head && t.UPOS == "ADJ" {
			return g.author(t.Head, v, climbed)
		}
	case "xcomp":
		return g.controller(t.Head, v, climbed)
	case "obl":
		if g.gerundNoun(v) {
			return g.subject(t.Head, climbed+1)
		}
	case "conj":
		if strings.EqualFold(g.tok(t.Head).Form, "shot") { // "a settler shot and killed": no shot of a settler
			if c := g.d.Child(t.Head, "compound"); c >= 0 && c == t.Head-1 && g.actorLike(c) {
				return []int{c}
			}
		}
		if nominal(g.tok(t.Head)) && !g.predicate(t.Head) {
			return nil
		}
		return g.subject(t.Head, climbed+1)
	case "advcl", "ccomp", "csubj", "parataxis":
		if asker := g.asker(v); asker >= 0 {
			return g.subject(asker, climbed+1)
		}
		if g.infinitive(v) || t.XPOS == "VBG" || t.XPOS == "VBN" {
			return g.controller(t.Head, v, climbed)
		}
	}
	return nil
}

// nounControl returns the understood subject of an infinitive or of a gerund behind a preposition that depends on a
// noun: who is in a place for it ("is in Rome to meet"), on the verge of it, or shows interest in it; nil for none.
func (g grammar) nounControl(v, climbed int) []int {
	n := g.tok(v).Head
	gerund := g.tok(v).XPOS == "VBG" && g.preposition(v) != ""
	switch {
	case !gerund && !g.infinitive(v):
		return nil
	case g.ranked(n) && g.d.Child(n, "cop") < 0:
		return g.subject(g.tok(n).Head, climbed+1)
	case g.ranked(n), g.d.Child(n, "cop") >= 0 && g.d.Child(n, "case") >= 0:
		return g.subject(n, climbed+1)
	case gerund:
		return g.controllerOfNoun(n, climbed)
	}
	return nil
}

// ranked reports whether noun n is what somebody is or became among those who do something, which he then did: "was
// the first country to recognize", "became the latest to quit".
func (g grammar) ranked(n int) bool {
	t := g.tok(n)
	if g.d.Child(n, "cop") < 0 && (t.Head < 0 || t.Rel() != "xcomp" && t.Rel() != "obj" || g.tok(t.Head).Lemma != "become") {
		return false
	}
	if ranks[t.Lemma] {
		return true
	}
	for c := range g.d.Children(n) {
		if r := g.tok(c).Rel(); (r == "amod" || r == "nummod" || r == "advmod") && (ranks[g.tok(c).Lemma] || ordinal(g.tok(c).Form)) {
			return true
		}
	}
	return false
}

// ordinal reports whether a form is an ordinal in digits: "82nd".
func ordinal(form string) bool {
	stem := strings.TrimRight(form, "stndrh")
	return len(form) == len(stem)+2 && stem != "" && strings.Trim(stem, "0123456789") == ""
}

var ranks = doc.WordSet("first second third fourth fifth sixth seventh last latest late newest only")

// author returns the subject of a participle or adjective v that depends on noun n: the noun, or whoever
// makes it when it is something written or said: "passed a resolution condemning Iran".
func (g grammar) author(n, v, climbed int) []int {
	if t := g.tok(v); !g.texts && (t.XPOS == "VBG" || t.UPOS == "ADJ") && g.preposition(v) == "" && written[strings.ToLower(g.tok(n).Lemma)] {
		if who := g.controllerOfNoun(n, climbed); len(who) > 0 {
			return who
		}
	}
	return []int{n}
}

// writer returns those whose text t is, which the clause of verb v is about: those that its phrase names, or, in a
// relative clause, those who make it: "passed a law that bans rallies".
func (f *finder) writer(t, v int) []int {
	for _, c := range append([]int{t}, f.children(t, "acl")...) { // "a petition by farmers seeks", "a cable sent by Canada seeks"
		if by := slices.DeleteFunc(f.cased(c, []string{"by"}), func(b int) bool { return !f.actorLike(b) }); len(by) > 0 && (c == t || f.passive(c)) {
			return by
		}
	}
	if who := f.inside(t); len(who) > 0 {
		return who
	}
	if f.tok(v).Head == t && f.tok(v).Deprel == "acl:relcl" && f.tok(t).Rel() == "obj" {
		return slices.DeleteFunc(f.controllerOfNoun(t, 0), func(s int) bool { return !f.actorLike(s) })
	}
	return nil
}

// written names what somebody says or writes.
var written = doc.WordSet(`
	act advertisement appeal cable demand fax plea request telegram amendment article audit banner bill communique
	complaint declaration decree edict editorial inquest inquiry law lawsuit leaflet legislation letter measure memo
	message motion note order petition placard post proposal report resolution ruling slogan speech statement suit
	text tweet ultimatum video`)

// strayedSubject returns the subject that a finite verb must have when the tree hangs it on an
// adverbial before it: "On Monday morning, President Kekkonen, who …, met". It is the last actor
// that a comma sets off before the verb, outside prepositional phrases.
func (g grammar) strayedSubject(v int) []int {
	switch g.tok(v).XPOS {
	case "VBD", "VBZ", "VBP":
	default:
		return nil
	}
	first := g.d.Sentences[g.d.SentenceOf(v)].First
	for i := v - 1; i > first; i-- {
		switch g.tok(i).Rel() {
		case "appos", "nmod", "conj", "parataxis", "dep", "dislocated", "vocative", "list":
		default:
			continue
		}
		m := g.d.MentionAt(i)
		if m < 0 || g.d.Child(i, "case") >= 0 || g.d.Mentions[m].First == first || g.tok(g.d.Mentions[m].First-1).Form != "," {
			continue
		}
		if h := g.tok(i).Head; h >= 0 && h < i && g.fronted(h, v) && g.actorLike(i) {
			return []int{i}
		}
	}
	return nil
}

// fronted reports whether token i belongs to an adverbial of verb v before it.
func (g grammar) fronted(i, v int) bool {
	for n := 0; n < maxClimb && i >= 0; n++ {
		if r := g.tok(i).Rel(); (r == "obl" || r == "advmod" || r == "advcl") && g.tok(i).Head == v {
			return true
		}
		i = g.tok(i).Head
	}
	return false
}

// ownSubject returns the subject that stands with the verb itself, nil when there is none. A
// relative pronoun gives its antecedent.
func (g grammar) ownSubject(v int) []int {
	own := g.children(v, "nsubj")
	if _, ok := g.hyphenated(v); ok && len(own) == 0 && g.tok(v-2).Head == v { // "Iran's navy test-fired"
		own = []int{v - 2}
	}
	if len(own) == 0 && (g.tok(v).UPOS == "ADJ" || g.tok(v).Rel() == "ccomp" && g.d.Child(v, "obj") >= 0) {
		own = g.children(v, "expl") // "said it was ready to leave": parsers take the pronoun for empty
	}
	if o := v - 1; len(own) == 0 && o >= 0 && g.tok(v).XPOS == "VBG" && g.tok(v).Rel() == "advcl" && g.tok(o).Rel() == "obl" &&
		g.tok(o).Head == g.tok(v).Head && g.preposition(o) == "with" { // "ended with both sides withdrawing their armies"
		own = []int{o}
	}
	if len(own) == 0 && g.insisted(v) { // "demanded NATO put troops there": parsers take the first noun for an object
		own = before(g.children(v, "obj", "iobj"), v)
	}
	if a := v - 1; len(own) == 0 && a >= 0 && g.tok(v).UPOS == "VERB" && g.tok(a).Head == v && g.tok(a).Rel() == "amod" && g.d.Child(v, "det") >= 0 && g.actorLike(a) {
		own = []int{a} // "demanded that the Pakistani military turn over …": parsers take it for an adjective
	}
	if len(own) > 1 && own[0] < v { // a further one behind the verb is its object
		own = before(own, v)
	}
	if len(own) == 2 && own[0]+1 == own[1] && g.tok(own[0]).UPOS == "NOUN" && g.tok(own[1]).UPOS == "PROPN" { // "old foes Chad and Libya renewed"
		own = own[1:]
	}
	for i, s := range own {
		if n := g.antecedent(s, v); n >= 0 {
			own[i] = n
		} else if n := g.beforeHyphen(s, v); n >= 0 {
			own[i] = n
		} else if n := g.speaker(s, v); n >= 0 {
			own[i] = n
		}
	}
	return own
}

// beforeHyphen returns the subject of a hyphenated verb v when the tree takes the first part s of the verb for
// it: "Iran" of "Iran test-fired", -1 when it does not.
func (g grammar) beforeHyphen(s, v int) int {
	if _, ok := g.hyphenated(v); !ok || s != v-2 {
		return -1
	}
	for i := s - 1; i >= 0; i-- {
		if t := g.tok(i); t.Head == s && (t.Rel() == "compound" || t.Rel() == "nmod" || t.Rel() == "nsubj" || t.Rel() == "amod") {
			return i
		}
	}
	return -1
}

// speaker returns who a pronoun p of the third person speaks of that nobody has resolved, when it is the
// subject of the clause v that someone says: "the rebels said they would …" is about the rebels. -1 when it
// is not so.
func (g grammar) speaker(p, v int) int {
	m := g.d.MentionAt(p)
	if m < 0 || g.d.Mentions[m].Kind != doc.Pronoun || g.d.Mentions[m].Entity >= 0 {
		return -1
	}
	for n := 0; n < maxClimb && g.tok(v).Rel() == "conj" && g.tok(v).Head >= 0; n++ {
		v = g.tok(v).Head
	}
	u := g.tok(v).Head
	if u < 0 || u > p || g.tok(v).Rel() != "ccomp" || !verbal(g.tok(u)) || g.passive(u) {
		return -1
	}
	for _, s := range g.subject(u, 0) {
		switch {
		case s > p:
		case g.agrees(p, s) && g.actorLike(s):
			return s
		default:
			return g.spokenFor(p, s)
		}
	}
	return -1
}

// spokenFor returns the country or body that somebody n speaks for, as his title tells, when pronoun p may stand
// for it: "Turkey" of "Turkey's president", "the union" of "a leader of the union"; -1 for none.
func (g grammar) spokenFor(p, n int) int {
	form := strings.ToLower(g.tok(p).Form)
	if form != "it" && form != "they" {
		return -1
	}
	for _, t := range slices.Concat(g.possessors(n), g.children(n, "amod", "compound", "nmod:desc"), g.cased(n, []string{"of", "for"})) {
		m := g.d.MentionAt(t)
		if m < 0 || g.d.Mentions[m].Entity < 0 || g.d.Mentions[m].Head != t {
			continue
		}
		if e := &g.d.Entities[g.d.Mentions[m].Entity]; e.Class != doc.Person && (e.Country != "" || e.Actor) {
			return t
		}
	}
	return -1
}

// agrees reports whether a pronoun of the third person may stand for the noun n.
func (g grammar) agrees(p, n int) bool {
	several := g.tok(n).XPOS == "NNS" || g.tok(n).XPOS == "NNPS" || g.d.Child(n, "conj") >= 0
	e := g.d.EntityAt(n)
	person := e != nil && e.Class == doc.Person
	switch strings.ToLower(g.tok(p).Form) {
	case "they":
		return !person || several
	case "it":
		return !person && !several
	case "he", "she":
		return !several
	}
	return false
}

// predicate reports whether a nominal is a predicate with a copula or a subject.
func (g grammar) predicate(i int) bool { return g.d.Child(i, "cop", "nsubj") >= 0 }

// gerundNoun reports whether token i is a gerund that the tagger takes for a noun: "look forward to
// meeting again".
func (g grammar) gerundNoun(i int) bool {
	t := g.tok(i)
	return t.UPOS == "NOUN" && strings.HasSuffix(t.Form, "ing") && t.Rel() == "obl" &&
		g.d.Child(i, "case") >= 0 && g.d.Child(i, "det", "nmod", "amod", "compound", "nummod") < 0
}

// deedNoun reports whether token i is a noun in -ing that tells of a deed done to somebody: "the jailing of a
// blogger", "the storming of the embassy by students".
func (g grammar) deedNoun(i int) bool {
	t := g.tok(i)
	return t.UPOS == "NOUN" && strings.HasSuffix(t.Form, "ing") && !g.gerundNoun(i) && len(g.doneTo(i)) > 0
}

// doneTo returns to whom is done what the noun n in -ing tells, also where the tree hangs it on who does it: "the bombing
// by rebels of a market".
func (g grammar) doneTo(n int) []int {
	if of := g.cased(n, []string{"of"}); len(of) > 0 {
		return of
	}
	for _, by := range g.cased(n, []string{"by"}) {
		if of := g.cased(by, []string{"of"}); len(of) > 0 {
			return of[len(of)-1:]
		}
	}
	return nil
}

// doers returns who does what the noun n in -ing tells: its by-phrase, or that of those to whom it is done, its
// genitive, or whom it is named for: "Israeli jailing of".
func (g grammar) doers(n int) []int {
	if by := g.cased(n, []string{"by"}); len(by) > 0 {
		return by
	}
	for _, o := range g.cased(n, []string{"of", "in", "at", "on", "near", "outside", "with"}) {
		if by := g.cased(o, []string{"by"}); len(by) > 0 {
			return by
		}
		for _, p := range g.cased(o, []string{"in", "at", "on", "near", "outside", "with"}) {
			if by := g.cased(p, []string{"by"}); len(by) > 0 {
				return by
			}
		}
	}
	if owners := g.possessors(n); len(owners) > 0 {
		return owners
	}
	return slices.DeleteFunc(g.modifiers(n), func(t int) bool { return !g.known(t) })
}

// infinitive reports whether v is a to-infinitive.
func (g grammar) infinitive(v int) bool {
	for c := range g.d.Children(v) {
		if t := g.tok(c); (t.Rel() == "mark" || t.XPOS == "TO") && strings.EqualFold(t.Form, "to") {
			return true
		}
	}
	return false
}

// subjectControl names the verbs whose subject, not object, controls the infinitive.
var subjectControl = map[string]bool{"promise": true, "threaten": true, "vow": true, "pledge": true, "use": true}

// controller returns the understood subject of clause v under governor u: the object of u
// ("ordered troops to leave"), the object of its preposition ("called on Iraq to leave"), or else
// its subject ("agreed to leave").
func (g grammar) controller(u, v, climbed int) []int {
	if g.tok(v).Rel() == "xcomp" || g.infinitive(v) {
		if !subjectControl[g.tok(u).Lemma] && !motion[g.tok(u).Lemma] && verbal(g.tok(u)) && !g.passive(u) && !g.toldBy(u, v) {
			if o := before(append(g.children(u, "iobj"), g.children(u, "obj")...), v); len(o) > 0 && (g.tok(v).Rel() == "xcomp" || g.actorLike(o[0])) {
				return o[:1]
			}
			if o := before(g.lasting(g.cased(u, []string{"on", "upon", "for", "to"})), v); len(o) > 0 && g.tok(u).Lemma != "be" && requesting[g.tok(u).Lemma] {
				return o[:1]
			}
		}
	}
	if nominal(g.tok(u)) && !g.predicate(u) {
		return g.controllerOfNoun(u, climbed)
	}
	return g.subject(u, climbed+1)
}

// toldBy reports whether clause v is what the subject of verb u called, wrote or came to say: "called Kohl to
// congratulate him" is about the caller.
func (g grammar) toldBy(u, v int) bool {
	return contacting[g.tok(u).Lemma] && telling[g.tok(v).Lemma] && g.infinitive(v) && len(g.lasting(g.cased(u, []string{"on", "upon"}))) == 0
}

// lasting drops the tokens that are part of a time.
func (g grammar) lasting(tokens []int) []int {
	return slices.DeleteFunc(tokens, func(t int) bool { return inTime(g.d, t) })
}

var (
	contacting = doc.WordSet("call phone telephone ring write visit meet see tweet")
	telling    = map[string]bool{
		"apologize": true, "apologise": true, "assure": true, "brief": true, "condemn": true, "congratulate": true, "convey": true,
		"deliver": true, "demand": true, "discuss": true, "explain": true, "express": true, "extend": true, "inform": true,
		"invite": true, "offer": true, "praise": true, "present": true, "reaffirm": true, "reassure": true, "reiterate": true,
		"request": true, "seek": true, "talk": true, "tell": true, "thank": true, "warn": true, "welcome": true, "wish": true, "urge": true,
	}
)

// requesting names the verbs whose prepositional object controls the infinitive.
var requesting = map[string]bool{"call": true, "appeal": true, "prevail": true, "rely": true, "count": true, "press": true, "wait": true, "arrange": true}

// controllerOfNoun returns the understood subject of an infinitive that depends on a noun ("the
// decision to leave"): its possessor, or the subject of the verb that the noun is the object of.
func (g grammar) controllerOfNoun(n, climbed int) []int {
	if p := g.possessors(n); len(p) > 0 {
		return p
	}
	t := g.tok(n)
	if t.Head >= 0 && (t.Rel() == "obj" || t.Rel() == "obl") {
		return g.subject(t.Head, climbed+1)
	}
	return nil
}

func before(tokens []int, v int) []int {
	return slices.DeleteFunc(tokens, func(t int) bool { return t > v })
}
