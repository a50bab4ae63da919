package frame

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
)

// A Mood is how the happening of a frame stands to the facts, as its own clause words it.
type Mood struct {
	Negated      bool
	Future       bool
	Hypothetical bool
	Would        bool // hypothetical by "would" alone: after a verb of saying in the past, the future
	Past         bool // past or perfect tense
	Infinite     bool // an infinitive or gerund that depends on another word
}

// Auxiliary returns the PLOVER auxiliary modes of the mood.
func (m Mood) Auxiliary() []string {
	aux := []string{}
	if m.Future {
		aux = append(aux, readout.Future)
	}
	if m.Hypothetical {
		aux = append(aux, readout.Hypothetical)
	}
	if m.Negated {
		aux = append(aux, readout.Negation)
	}
	return aux
}

var (
	futureAux       = []string{"will", "shall", "'ll", "wo"}
	hypotheticalAux = []string{"would", "could", "may", "might", "can", "should", "must", "'d", "ought", "ca"}
	hypotheticMarks = []string{"if", "unless", "whether", "lest"}
	futureWords     = []string{"planned", "upcoming", "forthcoming", "scheduled", "future", "expected"}
)

// follow makes the mood that of the clause above, with which a happening came about; denied is what either denies.
func (m *Mood) follow(above Mood) {
	m.Future, m.Hypothetical, m.Past = above.Future, above.Hypothetical, above.Past
	m.Negated = m.Negated || above.Negated
}

// mood reads the mood of verb v, which may share the auxiliaries of the verb it is coordinated
// with. noun is the head word that v carries ("held no talks"), or v itself.
func (g grammar) mood(v, noun int) Mood {
	var m Mood
	verb := v
	g.auxiliaries(v, &m)
	t := g.tok(v)
	for n := 0; t.Rel() == "conj" && t.Head >= 0 && n < maxClimb; n++ {
		if g.d.Child(v, "aux", "cop", "nsubj") >= 0 {
			break
		}
		v, t = t.Head, g.tok(t.Head)
		g.auxiliaries(v, &m)
	}
	m.Negated = m.Negated || g.nobody(v) || g.neverTo(verb)
	if noun == verb {
		m.Negated = m.Negated || slices.ContainsFunc(g.children(verb, "obj"), func(o int) bool { return Nobody(g.d, o) })
	} else {
		for c := range g.d.Children(noun) {
			form := strings.ToLower(g.tok(c).Form)
			m.Negated = m.Negated || form == "no"
			m.Future = m.Future || slices.Contains(futureWords, form)
		}
	}
	m.Infinite = g.dependentNonfinite(v)
	return m
}

// beforeTo reports whether the negator c, which the tree hangs on verb v, stands before the infinitive behind v and
// denies that one: "vowed never to surrender".
func (g grammar) beforeTo(c, v int) bool {
	return c > v && c+1 < len(g.d.Tokens) && g.tok(c+1).XPOS == "TO" && g.d.Child(v, "xcomp") > c
}

// neverTo reports whether a negator before the infinitive v hangs on the verb that v completes.
func (g grammar) neverTo(v int) bool {
	t := g.tok(v)
	return t.Rel() == "xcomp" && t.Head >= 0 && slices.ContainsFunc(g.children(t.Head, "advmod"), func(c int) bool {
		return c < v && g.d.Negates(c) && g.beforeTo(c, t.Head)
	})
}

// nobody reports whether the subject of verb v denies what v says: "no soldier was killed", "neither Kohl nor
// Mitterrand came".
func (g grammar) nobody(v int) bool {
	for c := range g.d.Children(v) {
		if g.tok(c).Rel() == "nsubj" && Nobody(g.d, c) {
			return true
		}
	}
	return false
}

// Nobody reports whether the phrase at token t names nobody: "no soldier", "neither side".
func Nobody(d *doc.Document, t int) bool {
	if none[strings.ToLower(d.Tokens[t].Form)] {
		return true
	}
	for k := range d.Children(t) {
		if r := d.Tokens[k].Rel(); k < t && (r == "det" || r == "cc" || r == "advmod") && none[strings.ToLower(d.Tokens[k].Form)] {
			return true
		}
	}
	return false
}

// none names the words by which a subject is nobody.
var none = doc.WordSet("no none nobody neither")

// nounMood gives a noun that stands for a happening by itself ("Russia's withdrawal") the mood of
// its own words and of the clause it stands in: what will or may happen to it is yet to come.
func (g grammar) nounMood(n int) Mood {
	m := g.mood(n, n)
	m.Infinite = false
	for c := range g.d.Children(n) {
		m.Future = m.Future || slices.Contains(futureWords, strings.ToLower(g.tok(c).Form))
		m.Negated = m.Negated || strings.EqualFold(g.tok(c).Form, "no")
		m.Hypothetical = m.Hypothetical || g.tok(c).Rel() == "amod" && possible[strings.ToLower(g.tok(c).Form)]
	}
	for h, k := g.tok(n).Head, 0; h >= 0 && k < maxClimb; h, k = g.tok(h).Head, k+1 {
		if verbal(g.tok(h)) || g.predicate(h) {
			clause := g.mood(h, h)
			m.Future = m.Future || clause.Future
			m.Hypothetical = m.Hypothetical || clause.Hypothetical
			m.Would = m.Would || clause.Would
			m.Past = clause.Past
			break
		}
	}
	return m
}

// possible names the adjectives of a happening that may never come.
var possible = doc.WordSet("possible potential hypothetical eventual imminent feared proposed prospective likely hoped-for")

// wished returns the word that only speaks of a happening which the noun n names: "sought an agreement", "the need
// for cooperation", "fear of an attack". It is -1 when what n names is told.
func (g grammar) wished(n int) int {
	for k := 0; g.tok(n).Rel() == "conj" && g.tok(n).Head >= 0 && k < maxClimb; k++ {
		n = g.tok(n).Head
	}
	h := g.tok(n).Head
	if h < 0 {
		return -1
	}
	switch g.tok(n).Rel() {
	case "nmod":
		if p := g.preposition(n); (p == "of" || p == "for") && wishes[g.tok(h).Lemma] {
			return h
		}
	case "obj":
		if wishing[g.tok(h).Lemma] {
			return h
		}
	case "obl":
		if g.preposition(n) == "on" && g.tok(h).Lemma == "insist" {
			return h
		}
		if g.preposition(n) == "for" && (wishing[g.tok(h).Lemma] || requesting[g.tok(h).Lemma] || g.tok(h).Lemma == "hope") {
			return h
		}
	}
	return -1
}

var (
	wishing = doc.WordSet("seek demand request propose want urge need desire anticipate envisage contemplate avert prevent")
	wishes  = doc.WordSet(`need call demand hope fear threat possibility risk danger prospect chance likelihood probability idea notion
		option lack absence plea appeal request desire wish dream scenario specter spectre speculation rumor rumour date timetable`)
)

// auxiliaries adds what the auxiliaries, marks and negation of v say.
func (g grammar) auxiliaries(v int, m *Mood) {
	t := g.tok(v)
	m.Past = m.Past || t.XPOS == "VBD" || t.XPOS == "VBN"
	goingTo(g, v, m)
	m.Hypothetical = m.Hypothetical || g.inverted(v)
	for c := range g.d.Children(v) {
		form := strings.ToLower(doc.Norm(g.tok(c).Form))
		switch g.tok(c).Rel() {
		case "aux", "cop":
			m.Future = m.Future || slices.Contains(futureAux, form)
			m.Would = m.Would || !m.Hypothetical && (form == "would" || form == "'d")
			m.Hypothetical = m.Hypothetical || slices.Contains(hypotheticalAux, form)
			m.Past = m.Past || g.tok(c).XPOS == "VBD"
		case "advmod", "cc", "det":
			m.Negated = m.Negated || g.d.Negates(c) && !g.beforeTo(c, v)
		case "mark":
			m.Hypothetical = m.Hypothetical || slices.Contains(hypotheticMarks, form) || form == "so" && g.purposed(c, v)
		}
	}
}

// purposed reports whether verb v behind “so that” tells what is wanted, and not what came of it.
func (g grammar) purposed(so, v int) bool {
	if so+1 >= len(g.d.Tokens) || !strings.EqualFold(g.tok(so+1).Form, "that") || g.tok(v).XPOS == "VBD" {
		return false
	}
	aux := g.d.Child(v, "aux", "cop")
	return aux < 0 || g.tok(aux).XPOS != "VBD"
}

// inverted reports whether v stands in a condition without "if": "had Japan attacked".
func (g grammar) inverted(v int) bool {
	a, s := g.d.Child(v, "aux"), g.d.Child(v, "nsubj")
	if a < 0 || s < a || s > v || a > g.d.Sentences[g.d.SentenceOf(v)].First && g.tok(a-1).UPOS != "PUNCT" {
		return false
	}
	switch strings.ToLower(g.tok(a).Form) {
	case "had", "were", "should":
		return true
	}
	return false
}

// goingTo finds "is going to meet", "is about to meet", "is to meet" and "is to be met".
func goingTo(g grammar, v int, m *Mood) {
	t := g.tok(v)
	if a := g.d.Child(v, "aux", "cop"); a >= 0 && a < v && g.tok(a).Lemma == "be" && t.XPOS == "VB" && g.infinitive(v) {
		m.Future = true
	}
	if be := g.children(v, "aux:pass"); len(be) == 2 && g.infinitive(v) && be[0] < g.d.Child(v, "mark") && be[1] > g.d.Child(v, "mark") { // "is to be sent"
		m.Future = true
	}
	if g.headlined(v) || t.Head < 0 && t.XPOS == "VB" && g.infinitive(v) && g.d.Child(v, "nsubj") >= 0 { // "Cuba to free writer"
		m.Future = true
		return
	}
	if t.Head < 0 || t.Rel() != "xcomp" && (t.Head > v || !g.infinitive(v)) {
		return
	}
	switch u := g.tok(t.Head); u.Lemma {
	case "go":
		m.Future = m.Future || u.XPOS == "VBG" && t.Rel() == "xcomp"
	case "be", "about", "due", "set":
		m.Future = true
	}
}

// dependentNonfinite reports whether v is an infinitive or gerund that depends on another word, so
// that this word decides whether it happened.
func (g grammar) dependentNonfinite(v int) bool {
	t := g.tok(v)
	if g.subjunctive(v) {
		return true
	}
	if g.headlined(v) {
		return false
	}
	switch t.Rel() {
	case "xcomp":
		return true
	case "acl", "advcl", "ccomp", "csubj", "obl":
		return g.infinitive(v) || g.gerundNoun(v) || t.XPOS == "VBG" && (t.Rel() != "acl" || g.preposition(v) != "") && g.d.Child(v, "aux", "cop") < 0
	}
	return false
}

// subjunctive reports whether v is a bare infinitive with a subject behind "that": "demanded that Iraq
// withdraw". A tagger may take it for a plural present. Behind a verb that only demands, "that" may be left out.
func (g grammar) subjunctive(v int) bool {
	t := g.tok(v)
	bare := t.XPOS == "VB" || t.XPOS == "VBP" || t.XPOS == "VBD" && t.Form == t.Lemma
	if !bare || g.d.Child(v, "aux", "cop") >= 0 || g.preposition(v) != "that" && !g.insisted(v) {
		return false
	}
	own := g.ownSubject(v)
	if len(own) == 0 {
		return false
	}
	subject := own[0]
	form := strings.ToLower(g.tok(subject).Form)
	singular := g.tok(subject).XPOS == "NNP" || g.tok(subject).XPOS == "NN" || form == "it" || form == "he" || form == "she"
	return t.XPOS == "VB" || singular && g.d.Child(subject, "conj") < 0
}

// insisted reports whether clause v follows, without a mark, a verb that demands it: "insisted Iraq withdraw".
func (g grammar) insisted(v int) bool {
	u := g.tok(v).Head
	return u >= 0 && u < v && mandative[g.tok(u).Lemma] && g.preposition(v) == ""
}

// mandative names verbs whose clause, when it has no tense, is what is demanded.
var mandative = doc.WordSet("ask insist demand request recommend urge propose suggest")
