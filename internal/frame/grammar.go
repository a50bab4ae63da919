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
	out := g.related(st, i, carrier)
	out = g.coordinated(out)
	if st.Rel != "amod" {
		out = g.whole(out)
	}
	if st.Rel == "nsubj" && st.Lemmas != nil && carrier >= 0 &&
		slices.ContainsFunc(g.children(carrier, "nsubj"), func(t int) bool { return g.called(t, st.Lemmas) }) {
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

// related returns the heads of the phrases that stand in the relation of a step to the word at token i, whose verb is
// carrier, -1 for none.
func (g grammar) related(st lexicon.Step, i, carrier int) []int {
	switch st.Rel {
	case "nsubj":
		var out []int
		if carrier >= 0 {
			out = g.logicalSubject(carrier, i)
		}
		if len(out) == 0 && carrier != i { // "an offer by Malta was made"
			out = g.utterers(i)
		}
		return out
	case "obj":
		if carrier >= 0 {
			return g.logicalObject(carrier, i)
		}
	case "iobj":
		if carrier >= 0 {
			return g.indirectObject(carrier)
		}
	case "obl":
		return g.prepositional(st, i, carrier)
	case "poss":
		out := g.possessors(i)
		if len(out) == 0 && carrier < 0 { // "a plea by the bishops", "Demands by rebels"
			out = g.cased(i, []string{"by"})
		}
		return out
	case "noun":
		if h := g.tok(i).Head; h >= 0 {
			return []int{h}
		}
	case "clause":
		return g.clauseAround(g.tok(i).Head)
	case "amod":
		return g.modifiers(i)
	case "inside":
		return g.inside(i)
	case "xcomp":
		out := g.openClauses(i)
		if st.Lemmas != nil { // what an entry names it knows: "told visiting lawmakers"
			for _, c := range g.children(i, "xcomp") {
				if g.describes(c, i) || g.described(i, c) {
					out = append(out, c)
				}
			}
		}
		return out
	case "ccomp":
		return g.contents(i)
	case "wanted":
		return g.wanted(i)
	case "advcl":
		return g.adverbialClauses(i, st.Preps)
	default:
		return g.dependents(st, i, carrier)
	}
	return nil
}

// prepositional returns the phrases behind the prepositions of a step, also those that the tree hangs elsewhere.
func (g grammar) prepositional(st lexicon.Step, i, carrier int) []int {
	out := g.untimed(st, append(g.obliques(i, carrier, st.Preps), g.unmarked(st, i, carrier)...))
	if len(out) == 0 && (carrier < 0 || carrier == i) && g.tok(i).UPOS == "NOUN" {
		out = g.strayedOblique(st, i)
	}
	return out
}

// dependents returns the dependents in a relation of Universal Dependencies, of the word and of its verb.
func (g grammar) dependents(st lexicon.Step, i, carrier int) []int {
	out := g.children(i, st.Rel)
	if st.Rel == "compound:prt" {
		out = append(out, g.particles(i)...)
	}
	if carrier >= 0 && carrier != i {
		out = append(out, g.children(carrier, st.Rel)...)
	}
	if len(out) == 0 && st.Lemmas != nil && carrier == i && (st.Rel == "compound:prt" || st.Rel == "advmod") {
		out = append(out, g.strayedAdverbs(carrier)...)
	}
	if p := g.strayedParticle(carrier); p >= 0 && (st.Rel == "compound:prt" || st.Rel == "advmod") {
		out = append(out, p)
	}
	return out
}

// strayedAdverbs returns the adverbs behind verb v that the tree hangs on the phrase that follows: "gave the statue back
// on Monday".
func (g grammar) strayedAdverbs(v int) []int {
	var out []int
	for _, o := range g.children(v, "obl") {
		c := g.d.Child(o, "case")
		for _, a := range g.children(o, "advmod") {
			if v < a && a < c {
				out = append(out, a)
			}
		}
	}
	return out
}

// unmarked returns the adverbial nouns without a preposition, when the step asks for them: "sent the envoy home",
// "was given five days".
func (g grammar) unmarked(st lexicon.Step, i, carrier int) []int {
	if !slices.Contains(st.Preps, "unmarked") {
		return nil
	}
	out := g.children(i, "obl:unmarked")
	if carrier >= 0 && carrier != i {
		out = append(out, g.children(carrier, "obl:unmarked")...)
	}
	return out
}

// untimed drops times from what a step leads to, unless it names words: "on Thursday" is nobody and no place.
func (g grammar) untimed(st lexicon.Step, tokens []int) []int {
	if st.Lemmas != nil {
		return tokens
	}
	return slices.DeleteFunc(tokens, func(t int) bool { return inTime(g.d, t) && !temporal[g.preposition(t)] })
}

// temporal names prepositions that an entry may ask for with a time.
var temporal = doc.WordSet("until till by after before since within during for from")

// manyThousands stands in an entry for any number from a thousand on.
const manyThousands = "thousands"

// many reports whether token t is a number from a thousand on: "1,200", "40 thousand".
func (g grammar) many(t int) bool {
	if g.tok(t).UPOS != "NUM" {
		return false
	}
	digits := 0
	for _, c := range g.tok(t).Form {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c != ',':
			return g.tok(t).Lemma == "thousand" || g.tok(t).Lemma == "million"
		}
	}
	return digits > 3
}

// called reports whether token t is one of the words: by its lemma, by the title before a name ("President
// Kekkonen"), or as the last part of a hyphenated word, with the hyphen or without ("cease-fire", "ceasefire").
func (g grammar) called(t int, lemmas []string) bool {
	lemma := strings.ToLower(g.tok(t).Lemma)
	if n := g.nounBefore(t); n >= 0 && slices.Contains(lemmas, strings.ToLower(g.tok(g.counted(n)).Lemma)) {
		return true
	}
	if slices.Contains(lemmas, manyThousands) && g.many(t) {
		return true
	}
	if slices.Contains(lemmas, lemma) || g.tok(t).UPOS == "VERB" && slices.Contains(lemmas, strings.ToLower(g.tok(t).Form)) {
		return true // "left unanswered", of which no lemmatizer knows a verb
	}
	if g.nationals(t) && slices.Contains(lemmas, lexicon.Nationals) {
		return true
	}
	for _, title := range g.children(t, "nmod:desc") {
		if g.tok(t).UPOS == "PROPN" && slices.Contains(lemmas, strings.ToLower(g.tok(title).Lemma)) {
			return true
		}
	}
	before, ok := g.hyphenated(t)
	return ok && (slices.Contains(lemmas, before+"-"+lemma) || slices.Contains(lemmas, before+lemma))
}

// nationals reports whether token t stands for people of a country, counted or described, rather than for the country:
// "some 3,000 Pakistanis", "hundreds of Tibetans", "young Bosnians", and those who take to the streets.
func (g grammar) nationals(t int) bool {
	m := g.d.MentionAt(t)
	if m < 0 || g.tok(t).XPOS != "NNPS" && g.tok(t).XPOS != "NNS" || !doc.Capitalized(g.tok(t).Form) {
		return false
	}
	if e := g.d.Mentions[m].Entity; e < 0 || g.d.Entities[e].Country == "" || g.d.Entities[e].Sector != "" {
		return false
	}
	if h := g.tok(t).Head; h >= 0 && g.preposition(t) == "of" && (transparent[g.tok(h).Lemma] || g.tok(h).UPOS == "NUM") {
		return true
	}
	return g.d.Child(t, "nummod", "amod", "det") >= 0 || g.tok(t).Rel() == "nsubj" && streets[g.tok(g.tok(t).Head).Lemma]
}

// streets are verbs of which people are the subject, and no government.
var streets = doc.WordSet("protest demonstrate march rally riot")

// nounBefore returns the noun that "they" stands for, in the same sentence or the one before; -1 for none.
func (g grammar) nounBefore(t int) int {
	if !strings.EqualFold(g.tok(t).Form, "they") {
		return -1
	}
	m := g.d.MentionAt(t)
	if m < 0 || g.d.Mentions[m].Entity < 0 {
		return -1
	}
	for _, x := range g.d.Entities[g.d.Mentions[m].Entity].Mentions {
		if o := &g.d.Mentions[x]; o.Head < t && g.tok(o.Head).UPOS == "NOUN" {
			return o.Head
		}
	}
	return -1
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
	for range 3 { // "tens of thousands of soldiers"
		lemma, preps := strings.ToLower(g.tok(t).Lemma), []string{"of"}
		switch {
		case money[lemma]:
			preps = []string{"in", "of"} // "million dollars in aid"
		case g.tok(t).UPOS != "NUM" && !transparent[lemma]:
			return t
		}
		of := g.cased(t, preps)
		if len(of) == 0 {
			break
		}
		t = of[0]
	}
	return t
}

// money names units of money, of which so much is given or kept back.
var money = doc.WordSet("$ dollar euro pound £ € yen rand ruble rouble rupee peso real yuan franc mark lira krone krona worth")

// modifiers returns the adjectives and nouns before noun n; of a participle after a hyphen, the one who
// does it: "Saudi" of "a Saudi-led strike".
func (g grammar) modifiers(n int) []int {
	out := slices.DeleteFunc(g.children(n, "amod", "compound", "nmod:desc", "nmod:unmarked"), func(m int) bool { return g.tok(m).Lemma == "family" }) // "the family home of a miner"
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
				if g.tok(c).Rel() == "conj" && (c < first || c >= end) && nominal(g.tok(c)) == nominal(g.tok(t)) &&
					!slices.Contains(tokens, c) && !slices.Contains(g.otherwiseCased(t), c) {
					tokens = append(tokens, c)
				}
			}
		}
		if n := g.nameBefore(tokens[i]); n >= 0 && !slices.Contains(tokens, n) {
			tokens = append(tokens, n)
		}
	}
	slices.Sort(tokens)
	return tokens
}

// nameBefore returns the head of a name that “and” joins to the person whom token i names and that the tree takes for a
// part of his title: “Obama and NATO commander John Smith”; -1 for none.
func (g grammar) nameBefore(i int) int {
	p := g.d.MentionAt(i)
	if p < 0 || g.d.PersonAround(i) < 0 {
		return -1
	}
	first, end := g.d.Mentions[p].First, g.d.Mentions[p].End
	if first < 2 || !strings.EqualFold(g.tok(first-1).Form, "and") {
		return -1
	}
	m := g.d.MentionAt(first - 2)
	if m < 0 || g.d.Mentions[m].Kind != doc.Name {
		return -1
	}
	if h := g.tok(g.d.Mentions[m].Head).Head; h < first || h >= end {
		return -1
	}
	return g.d.Mentions[m].Head
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
			return g.headline(v, c)
		}
	}
	if t.XPOS != "VBN" && !(t.Deprel == "acl" && g.heldAs(v)) {
		return false
	}
	switch t.Rel() {
	case "acl", "advcl":
		if requesting[t.Lemma] && len(g.cased(v, []string{"on", "upon", "to"})) > 0 {
			return false // "Chad called on Mali to …", where the tree takes the verb for a participle
		}
		return g.d.Child(v, "aux") < 0 && (g.d.Child(v, "obj") < 0 || g.heldAs(v)) && t.Deprel != "acl:relcl" && !g.hiddenMain(v)
	case "conj":
		return t.Head >= 0 && g.d.Child(v, "aux", "nsubj") < 0 && g.passive(t.Head)
	}
	return false
}

// hiddenMain reports whether participle v is rather the verb of the sentence, which the tree hangs on its subject: a
// time stands before it ("The union on Monday called on the cabinet to resign").
func (g grammar) hiddenMain(v int) bool {
	h := g.tok(v).Head
	if g.tok(v).Rel() != "acl" || h < 0 || h > v || g.tok(h).Head >= 0 || g.d.Child(h, "cop") >= 0 {
		return false
	}
	for _, c := range g.children(v, "obl", "advmod") {
		if c < v && inTime(g.d, c) {
			return true
		}
	}
	return false
}

// headline reports whether verb v with subject s is a passive whose auxiliary a headline leaves out: “Two soldiers killed
// in Mali”. The verb is one that nobody uses without an object, and has none.
func (g grammar) headline(v, s int) bool {
	t := g.tok(v)
	if !transitive[t.Lemma] && (t.XPOS != "VBN" || t.Lemma != "attack" && t.Lemma != "shoot") || t.Rel() != "root" || s > v ||
		t.XPOS == "VBD" && g.d.Child(s, "det") >= 0 { // headlines leave articles out too
		return false
	}
	for c := range g.d.Children(v) {
		switch g.tok(c).Rel() {
		case "obj", "iobj", "ccomp", "xcomp", "aux", "cop", "conj":
			return false
		case "obl":
			if g.d.Child(c, "case", "mark") < 0 && !inTime(g.d, c) {
				return false
			}
		}
	}
	return true
}

// transitive names verbs of deeds that always have an object.
var transitive = doc.WordSet("ban arrest jail detain free release kill wound injure convict expel deport name praise bar extradite abduct kidnap indict acquit pardon evacuate behead imprison")

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
