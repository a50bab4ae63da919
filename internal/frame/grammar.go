package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// A grammar answers who does what to whom in a parsed document: it turns surface relations into
// logical ones, so that the lexicon writes every verb once, in its active form.
type grammar struct {
	d   *doc.Document
	lex *lexicon.Lexicon // tells which nouns can act

	texts bool // a text speaks for itself: of statements it is the source, of events its author acts
}

// maxClimb bounds how far subjects are sought up a chain of clauses.
const maxClimb = 8

func (g grammar) tok(i int) *doc.Token { return &g.d.Tokens[i] }

// fillers returns the tokens that a step leads to from token i. carrier is the verb that carries
// the head word: itself for a verb, the light verb for a noun ("held talks"), or -1.
func (g grammar) fillers(st lexicon.Step, i, carrier int) []int {
	var out []int
	switch st.Rel {
	case "nsubj":
		if carrier >= 0 {
			out = g.logicalSubject(carrier, i)
		}
	case "obj":
		if carrier >= 0 {
			out = g.logicalObject(carrier, i)
		}
	case "iobj":
		if carrier >= 0 {
			out = g.indirectObject(carrier)
		}
	case "obl":
		out = g.obliques(i, carrier, st.Preps)
	case "poss":
		out = g.possessors(i)
	case "noun":
		out = []int{g.tok(i).Head}
	case "clause":
		out = g.clauseAround(g.tok(i).Head)
	case "amod":
		out = g.modifiers(i)
	case "inside":
		out = g.inside(i)
	case "xcomp":
		out = g.openClauses(i)
	case "ccomp":
		out = g.contents(i)
	case "advcl":
		out = g.adverbialClauses(i, st.Preps)
	default:
		out = g.children(i, st.Rel)
		if st.Rel == "compound:prt" {
			out = append(out, g.particles(i)...)
		}
		if carrier >= 0 && carrier != i {
			out = append(out, g.children(carrier, st.Rel)...)
		}
		if p := g.strayedParticle(carrier); p >= 0 && (st.Rel == "compound:prt" || st.Rel == "advmod") {
			out = append(out, p)
		}
	}
	out = g.coordinated(out)
	if st.Rel != "amod" {
		out = g.whole(out)
	}
	if st.Rel == "nsubj" && st.Lemmas != nil && carrier >= 0 && slices.ContainsFunc(g.children(carrier, "nsubj"), func(t int) bool { return g.called(t, st.Lemmas) }) {
		return out // a pronoun that the entry names, by whoever it stands for
	}
	if st.Lemmas != nil {
		for i, t := range out {
			if !g.called(t, st.Lemmas) {
				out[i] = g.counted(t)
			}
		}
		out = slices.DeleteFunc(out, func(t int) bool { return !g.called(t, st.Lemmas) })
	}
	return out
}

// called reports whether token t is one of the words: by its lemma, or as the last part of a hyphenated
// word, with the hyphen or without ("cease-fire", "ceasefire").
func (g grammar) called(t int, lemmas []string) bool {
	lemma := strings.ToLower(g.tok(t).Lemma)
	if slices.Contains(lemmas, lemma) {
		return true
	}
	before, ok := g.hyphenated(t)
	return ok && (slices.Contains(lemmas, before+"-"+lemma) || slices.Contains(lemmas, before+lemma))
}

// hyphenated returns the part before the hyphen of a word that the tokens divide, in small letters:
// "cease" for the token "fire" of "cease-fire".
func (g grammar) hyphenated(t int) (before string, ok bool) {
	if t < 2 || doc.Norm(g.tok(t-1).Form) != "-" || g.tok(t-2).End != g.tok(t-1).Start || g.tok(t-1).End != g.tok(t).Start {
		return "", false
	}
	return strings.ToLower(g.tok(t - 2).Form), true
}

// counted returns what a transparent noun counts: "sanctions" of "most of its sanctions".
func (g grammar) counted(t int) int {
	if !transparent[strings.ToLower(g.tok(t).Lemma)] {
		return t
	}
	if of := g.cased(t, []string{"of"}); len(of) > 0 {
		return of[0]
	}
	return t
}

// modifiers returns the adjectives and nouns before noun n; of a participle after a hyphen, the one who
// does it: "Saudi" of "a Saudi-led strike".
func (g grammar) modifiers(n int) []int {
	out := g.children(n, "amod", "compound", "nmod:desc", "nmod:unmarked")
	for _, m := range out {
		if owned[strings.ToLower(g.tok(m).Form)] {
			out = append(out, g.children(m, "compound", "obl", "nsubj", "amod", "advmod", "obj")...)
		}
	}
	return out
}

// owned names participles that tell whose something is.
var owned = map[string]bool{"led": true, "claimed": true, "owned": true, "run": true, "operated": true, "controlled": true, "made": true, "launched": true,
	"flagged": true, "held": true, "registered": true, "based": true, "administered": true, "occupied": true}

// children returns the dependents of i with one of the relations.
func (g grammar) children(i int, rels ...string) []int {
	var out []int
	for c := range g.d.Children(i) {
		t := g.tok(c)
		if slices.Contains(rels, t.Deprel) || slices.Contains(rels, t.Rel()) {
			out = append(out, c)
		}
	}
	return out
}

// coordinated adds the conjuncts of each token ("A, B and C"), in the order of the text. What is
// coordinated with a word inside a name is coordinated with the name.
func (g grammar) coordinated(tokens []int) []int {
	for i := 0; i < len(tokens); i++ {
		first, end := tokens[i], tokens[i]+1
		if m := g.d.MentionAt(tokens[i]); m >= 0 && g.d.Mentions[m].Kind == doc.Name {
			first, end = g.d.Mentions[m].First, g.d.Mentions[m].End
		}
		for t := first; t < end; t++ {
			for c := range g.d.Children(t) {
				if g.tok(c).Rel() == "conj" && (c < first || c >= end) && nominal(g.tok(c)) == nominal(g.tok(t)) && !slices.Contains(tokens, c) {
					tokens = append(tokens, c)
				}
			}
		}
	}
	slices.Sort(tokens)
	return tokens
}

// whole replaces a word inside a person's name and title by the head of the whole: parsers may
// coordinate "Reagan" with the first word of "Soviet leader Mikhail Gorbachev".
func (g grammar) whole(tokens []int) []int {
	var out []int
	for _, t := range tokens {
		if h := g.d.PersonAround(t); h >= 0 {
			t = h
		}
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

func nominal(t *doc.Token) bool {
	switch t.UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X":
		return true
	}
	return false
}

func verbal(t *doc.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" }

// passive reports whether the verb is passive: by its auxiliary or subject, as a reduced relative
// ("the man arrested by"), or as a conjunct that shares its head's auxiliary.
func (g grammar) passive(v int) bool {
	t := g.tok(v)
	if g.passiveAdjective(v) {
		return true
	}
	if t.XPOS != "VBN" && t.XPOS != "VBD" {
		return false
	}
	for c := range g.d.Children(v) {
		switch g.tok(c).Deprel {
		case "nsubj:pass", "aux:pass", "csubj:pass":
			return true
		case "nsubj":
			return false
		}
	}
	if t.XPOS != "VBN" {
		return false
	}
	switch t.Rel() {
	case "acl", "advcl":
		return g.d.Child(v, "aux", "obj") < 0 && t.Deprel != "acl:relcl"
	case "conj":
		return t.Head >= 0 && g.d.Child(v, "aux", "nsubj") < 0 && g.passive(t.Head)
	}
	return false
}

// passiveAdjective reports whether token i is a participle with the auxiliary of the passive that the
// tagger takes for an adjective: "was poisoned".
func (g grammar) passiveAdjective(i int) bool {
	t := g.tok(i)
	if t.UPOS != "ADJ" || g.lex == nil || g.d.Child(i, "aux:pass") < 0 {
		return false
	}
	form := strings.ToLower(t.Form)
	isAdjective := func(e *lexicon.Entry) bool { return e.UPOS == "ADJ" }
	return g.lex.Inflected(form) != nil && !slices.ContainsFunc(g.lex.Lookup(strings.ToLower(t.Lemma), form), isAdjective)
}

// logicalSubject returns who does it: the subject of an active verb, the by-phrase of a passive
// one. noun is the head word that the verb carries, or the verb itself.
func (g grammar) logicalSubject(v, noun int) []int {
	if g.passive(v) {
		return g.byPhrase(v)
	}
	subj := g.subject(v, 0)
	if noun != v {
		subj = slices.DeleteFunc(subj, func(t int) bool { return t == noun })
	}
	return subj
}

// byPhrase returns the agents of a passive verb.
func (g grammar) byPhrase(v int) []int {
	if c := slices.DeleteFunc(g.children(v, "obl:agent"), func(t int) bool { p := g.preposition(t); return p != "by" && p != "" }); len(c) > 0 {
		return c
	}
	return g.cased(v, []string{"by"})
}

// logicalObject returns whom it is done to: the object of an active verb, the subject of a passive
// one, the antecedent of an object relative.
func (g grammar) logicalObject(v, noun int) []int {
	if g.passive(v) && g.d.Child(v, "obj") < 0 {
		return g.subject(v, 0)
	}
	out := g.children(v, "obj")
	if noun != v {
		return slices.DeleteFunc(out, func(t int) bool { return t == noun })
	}
	for i, o := range out {
		if n := g.antecedent(o, v); n >= 0 {
			out[i] = n
		}
	}
	if len(out) > 0 {
		return out
	}
	if t := g.tok(v); t.Deprel == "acl:relcl" && g.d.Child(v, "nsubj") >= 0 && g.antecedent(g.d.Child(v, "nsubj"), v) < 0 {
		return []int{t.Head}
	}
	if o := g.strayedObject(v); o >= 0 && o != noun {
		return []int{o}
	}
	if i := g.children(v, "iobj"); len(i) > 0 { // "urged Iraq to leave", "assured Iraq that …"
		return i
	}
	return g.sharedObject(v)
}

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
		if c := g.d.Child(o, "case", "mark"); c < 0 || c == particle {
			return o
		}
	}
	return -1
}

// strayedParticle returns the particle right behind verb v that the tree makes a part of the object
// ("rolled back tariffs"), -1 for none.
func (g grammar) strayedParticle(v int) int {
	p := v + 1
	if v < 0 || p >= len(g.d.Tokens) {
		return -1
	}
	form := strings.ToLower(g.tok(p).Form)
	if !particles[form] && (form != "over" || !handing[g.tok(v).Lemma]) {
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
var handing = words("hand turn take sign give")

// indirectObject returns to whom: the iobj, or the subject of a passive verb that keeps its object
// ("Turkey was offered help").
func (g grammar) indirectObject(v int) []int {
	if out := g.children(v, "iobj"); len(out) > 0 {
		return out
	}
	obj := g.d.Child(v, "obj")
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
var giving = map[string]bool{"give": true, "grant": true, "offer": true, "send": true, "lend": true, "deny": true, "award": true, "hand": true, "promise": true, "sell": true, "pay": true}

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

// understood returns the subject that a verb shares with the word that governs it.
func (g grammar) understood(v, climbed int) []int {
	t := g.tok(v)
	if t.Head < 0 || climbed == maxClimb {
		return nil
	}
	switch t.Rel() {
	case "acl":
		if t.Deprel == "acl:relcl" {
			return []int{t.Head}
		}
		if u := g.strayedInfinitive(v); u >= 0 {
			return g.controller(u, v, climbed)
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
		if nominal(g.tok(t.Head)) && !g.predicate(t.Head) {
			return nil
		}
		return g.subject(t.Head, climbed+1)
	case "advcl", "ccomp", "csubj", "parataxis":
		if g.infinitive(v) || t.XPOS == "VBG" || t.XPOS == "VBN" {
			return g.controller(t.Head, v, climbed)
		}
	}
	return nil
}

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

// written names what somebody says or writes.
var written = map[string]bool{
	"article": true, "banner": true, "bill": true, "communique": true, "complaint": true, "declaration": true, "decree": true,
	"editorial": true, "lawsuit": true, "leaflet": true, "legislation": true, "letter": true, "measure": true, "memo": true,
	"message": true, "motion": true, "note": true, "order": true, "petition": true, "placard": true, "post": true, "proposal": true,
	"report": true, "resolution": true, "slogan": true, "speech": true, "statement": true, "suit": true, "text": true,
	"tweet": true, "ultimatum": true, "video": true,
}

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
	if len(own) == 0 && g.tok(v).UPOS == "ADJ" { // "said it was ready to leave": parsers take the pronoun for empty
		own = g.children(v, "expl")
	}
	if len(own) > 1 && own[0] < v { // a further one behind the verb is its object
		own = before(own, v)
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
	person := false
	if m := g.d.MentionAt(n); m >= 0 && g.d.Mentions[m].Entity >= 0 {
		person = g.d.Entities[g.d.Mentions[m].Entity].Class == doc.Person
	}
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
		if !subjectControl[g.tok(u).Lemma] && verbal(g.tok(u)) && !g.passive(u) && !g.toldBy(u, v) {
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
	contacting = map[string]bool{"call": true, "phone": true, "telephone": true, "ring": true, "write": true, "visit": true, "meet": true, "see": true, "tweet": true}
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
		{g.cased(n, []string{"in", "at", "near", "on", "from", "inside", "around", "outside"}), g.known},
	} {
		if found := slices.DeleteFunc(where.found, func(t int) bool { return !where.fits(t) }); len(found) > 0 {
			return found
		}
	}
	return nil
}

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
	if t := g.tok(i); len(out) == 0 && t.Rel() == "conj" && t.UPOS == "NOUN" && g.tok(t.Head).UPOS == "NOUN" {
		// "support and praise for Kohl": the tree gives the phrase to the first noun.
		return slices.DeleteFunc(g.ownCased(t.Head, preps), func(c int) bool { return c < i })
	}
	return out
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
		return out
	}
	if carrier != i {
		out = append(out, g.cased(carrier, preps)...)
	}
	loose := slices.DeleteFunc(slices.Clone(preps), func(p string) bool { return p == "of" })
	if len(loose) > 0 {
		for _, o := range g.coordinated(g.children(carrier, "obj", "iobj", "obl", "nsubj:pass")) {
			if o != i {
				out = append(out, g.cased(o, loose)...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// openClauses returns the clauses that complete the word and whose subject is understood: "to
// leave", "leaving".
func (g grammar) openClauses(i int) []int {
	var out []int
	for c := range g.d.Children(i) {
		switch g.tok(c).Rel() {
		case "xcomp":
			out = append(out, c)
		case "advcl", "acl", "ccomp", "csubj":
			if c > i && g.infinitive(c) {
				out = append(out, c)
			}
		}
	}
	if len(out) == 0 && verbal(g.tok(i)) {
		for _, n := range g.children(i, "obj", "iobj", "obl") {
			for _, c := range g.children(n, "acl") {
				if g.strayedInfinitive(c) == i {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// strayedInfinitive returns the verb that the infinitive v completes when the tree hangs it on a companion
// of that verb: on the one who is asked ("asked the government to resign"), on a time or on a fixed phrase
// ("agreed on Friday to leave", "agreed in principle to leave"); -1 when v is no such infinitive.
func (g grammar) strayedInfinitive(v int) int {
	t := g.tok(v)
	if t.Deprel != "acl" || !g.infinitive(v) || t.Head < 0 || t.Head > v {
		return -1
	}
	n := g.tok(t.Head)
	u := n.Head
	if u < 0 || u > t.Head || !verbal(g.tok(u)) {
		return -1
	}
	switch n.Rel() {
	case "obj", "iobj":
		if asking[g.tok(u).Lemma] && g.actorLike(t.Head) {
			return u
		}
	case "obl":
		if inTime(g.d, t.Head) || strings.EqualFold(n.Form, "principle") || requesting[g.tok(u).Lemma] && g.actorLike(t.Head) {
			return u
		}
	}
	return -1
}

// asking names the verbs whose object is to do what the infinitive says.
var asking = words(`
	ask urge tell order beg implore entreat beseech exhort encourage advise request press pressure push force compel oblige warn
	invite persuade convince instruct direct command allow permit enable help authorize authorise challenge enjoin remind require
	forbid lobby petition prod nudge pressurize pressurise coax`)

// contents returns the clause that a verb of saying introduces, or that stands around it ("…, Putin
// said, …": the clause that the verb is a parataxis of), or, in the active, the words before or after it
// that punctuation shows to be said.
func (g grammar) contents(v int) []int {
	if all := g.children(v, "ccomp"); len(all) > 0 {
		for _, c := range all { // a clause before the verb may be one of time that the tree mistakes
			if c > v && g.preposition(c) == "that" {
				return []int{c}
			}
		}
		return all[:1]
	}
	if g.passive(v) {
		return nil
	}
	if c := g.strayedContent(v); c >= 0 {
		return []int{c}
	}
	t := g.tok(v)
	if t.Rel() == "parataxis" && t.Head >= 0 && !g.completed(v) {
		return []int{t.Head}
	}
	for _, c := range g.children(v, "advcl") {
		if c > v && g.preposition(c) == "that" {
			return []int{c}
		}
	}
	for _, c := range g.children(v, "parataxis", "advcl") {
		if (g.d.Child(c, "nsubj") >= 0 || g.predicate(c)) && (c < v || g.introduced(c)) {
			return []int{c}
		}
	}
	if end, _, ok := g.aside(v); ok {
		return g.topmost(g.d.Sentences[g.d.SentenceOf(v)].First, end)
	}
	sent := g.d.Sentences[g.d.SentenceOf(v)]
	if first, ok := Introduced(g.d, v); ok {
		return g.topmost(first, sent.End)
	}
	if last := g.quotedBefore(v, sent.First); last >= 0 {
		return []int{last}
	}
	return nil
}

// strayedContent returns a clause behind "that" which parsers hang on the noun before it, who is told or
// where it is said: "told reporters that …", "said in a statement that …". It returns -1 for none.
func (g grammar) strayedContent(v int) int {
	if o := g.d.Child(v, "obj"); o > v && !toldVerbs[g.tok(v).Lemma] {
		return -1
	}
	for c := range g.d.Children(v) {
		switch r := g.tok(c).Rel(); {
		case c < v:
			continue
		case r == "obl":
		case (r == "obj" || r == "iobj") && toldVerbs[g.tok(v).Lemma]:
		default:
			continue
		}
		for _, k := range g.children(c, "acl", "ccomp", "advcl") {
			if k > c && g.preposition(k) == "that" && g.d.Child(k, "nsubj") >= 0 {
				return k
			}
		}
	}
	return -1
}

// topmost returns the token of [first, end) whose governor lies outside.
func (g grammar) topmost(first, end int) []int {
	for i := first; i < end; i++ {
		if h := g.tok(i).Head; (h < first || h >= end) && g.tok(i).UPOS != "PUNCT" {
			return []int{i}
		}
	}
	return nil
}

// clauseAround returns the head of the clause that the phrase headed by n modifies.
func (g grammar) clauseAround(n int) []int {
	if h := g.tok(n).Head; h >= 0 {
		return []int{h}
	}
	return nil
}

// introduced reports whether a colon or a quotation mark opens the clause of c.
func (g grammar) introduced(c int) bool {
	first, _ := g.d.Subtree(c)
	for i := max(0, first-1); i <= first; i++ {
		if g.tok(i).Form == ":" || g.quote(i) {
			return true
		}
	}
	return false
}

// adverbialClauses returns the clauses introduced by one of the marks: "for invading", "of
// supporting".
func (g grammar) adverbialClauses(i int, marks []string) []int {
	var out []int
	for _, c := range g.children(i, "advcl", "acl", "xcomp", "ccomp", "obl") {
		if p := g.preposition(c); marks == nil || slices.Contains(marks, p) {
			if marks != nil || verbal(g.tok(c)) {
				out = append(out, c)
			}
		}
	}
	return out
}
