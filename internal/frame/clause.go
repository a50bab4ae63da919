package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
)

// describes reports whether participle c, which the tree takes for a clause of verb i, describes the noun behind it.
func (g grammar) describes(c, i int) bool {
	t := g.tok(c)
	return t.Rel() == "xcomp" && t.XPOS == "VBG" && verbal(g.tok(i)) && describing[strings.ToLower(t.Form)] && g.guest(i, "") >= 0
}

// openClauses returns the clauses that complete the word and whose subject is understood: "to
// leave", "leaving".
func (g grammar) openClauses(i int) []int {
	var out []int
	for c := range g.d.Children(i) {
		if g.describes(c, i) { // "vowed sweeping change", "asked feuding clans to talk"
			if asking[g.tok(i).Lemma] {
				out = append(out, g.openClauses(c)...)
			}
			continue
		}
		if g.described(i, c) { // "appealed to striking teachers to return"
			out = append(out, g.openClauses(c)...)
			continue
		}
		switch g.tok(c).Rel() {
		case "xcomp":
			out = append(out, c)
		case "advcl", "acl", "ccomp", "csubj":
			if c > i && g.infinitive(c) {
				out = append(out, c)
			}
		}
	}
	if len(out) == 0 && naming[g.tok(i).Lemma] {
		if n := g.calledWhat(i); n >= 0 {
			return []int{n}
		}
	}
	if l := g.tok(i).Lemma; len(out) == 0 && (utterances[l] || resolves[l]) {
		out = g.strayedPurpose(i)
	}
	if len(out) == 0 && verbal(g.tok(i)) {
		for _, n := range g.children(i, "obj", "iobj", "obl") {
			for _, c := range g.children(n, "acl") {
				if g.strayedInfinitive(c) == i {
					out = append(out, c)
				}
			}
		}
		if c := g.lateInfinitive(i); c >= 0 && len(out) == 0 {
			out = append(out, c)
		}
	}
	return out
}

// lateInfinitive returns what verb v asks its object to do where words that describe the object come between and the tree
// hangs the infinitive on them: "asked officials based in Oslo to leave"; -1 for none. What stands right behind the
// describing verb is that verb's own: "asked the body formed to review it".
func (g grammar) lateInfinitive(v int) int {
	if !asking[g.tok(v).Lemma] {
		return -1
	}
	for _, n := range g.children(v, "obj", "iobj") {
		if n < v || !g.actorLike(n) {
			continue
		}
		for _, a := range g.children(n, "acl", "acl:relcl") {
			for _, c := range g.children(a, "advcl") {
				if to := g.d.Child(c, "mark"); g.infinitive(c) && to > a+1 {
					return c
				}
			}
		}
	}
	return -1
}

// strayedPurpose returns the infinitive that completes noun n which the tree hangs on its verb, on a time behind it, or on
// those who say it or are told: "signalled its willingness on Tuesday to let Japan use the airport", "an agreement by the
// rebels to free him".
func (g grammar) strayedPurpose(n int) []int {
	heads := g.cased(n, []string{"by", "from", "to", "on", "upon"})
	if v := g.tok(n).Head; g.tok(n).Rel() == "obj" {
		heads = append(heads, v)
		for _, o := range g.children(v, "obl") {
			if o > n && inTime(g.d, o) {
				heads = append(heads, o)
			}
		}
	}
	for _, h := range heads {
		for _, c := range g.children(h, "advcl", "acl", "amod") {
			if c > n && g.infinitive(c) {
				return []int{c}
			}
		}
	}
	return nil
}

// naming names verbs that say what somebody is: "called Iraq a threat".
var naming = doc.WordSet("call brand label dub declare deem term consider")

// calledWhat returns what verb v calls its object where the tree takes it for a second object or for an
// adverb: a noun or an adjective behind the object, without a preposition; -1 for none.
func (g grammar) calledWhat(v int) int {
	obj := g.d.Child(v, "obj", "nsubj:pass")
	for _, c := range g.children(v, "obj", "advmod", "obl:unmarked") {
		if c > v && c != obj && obj >= 0 && (g.tok(c).UPOS == "NOUN" || g.tok(c).UPOS == "ADJ") && !inTime(g.d, c) && g.preposition(c) == "" {
			return c
		}
	}
	return -1
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
		if inTime(g.d, t.Head) || strings.EqualFold(n.Form, "principle") ||
			committing[g.tok(u).Lemma] && messages[n.Lemma] || requesting[g.tok(u).Lemma] && g.actorLike(t.Head) {
			return u
		}
	}
	return -1
}

var (
	// committing names verbs of what their subject is to do, messages in what he may say so: "offered in a letter to join".
	committing = doc.WordSet("agree offer promise pledge vow refuse decline threaten undertake swear propose volunteer consent")
	messages   = doc.WordSet(`
		letter statement note message speech telegram fax cable interview broadcast sermon telephone phone call text
		tweet post address communique petition appeal memorandum resolution`)
)

// asking names the verbs whose object is to do what the infinitive says.
var asking = doc.WordSet(`
	ask urge tell order beg implore entreat beseech exhort encourage advise request press pressure push force compel oblige warn
	invite persuade convince instruct direct command allow permit enable help authorize authorise challenge enjoin remind require
	forbid lobby petition prod nudge pressurize pressurise coax approach contact`)

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
		if c := g.strayedContent(v); c >= 0 && toldVerbs[g.tok(v).Lemma] { // "was assured by the premier that …"
			return []int{c}
		}
		return nil
	}
	for _, c := range g.children(v, "xcomp") {
		if g.insisted(c) && g.subjunctive(c) {
			return []int{c}
		}
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

// wanted returns the clause of contents that says what shall be: a bare infinitive with a subject ("that Iraq withdraw"),
// "should" or "must", or, of words in quotation marks or before the verb, a command ("Stop the war").
func (g grammar) wanted(v int) []int {
	return slices.DeleteFunc(g.contents(v), func(c int) bool {
		if g.subjunctive(c) {
			return false
		}
		if be := g.d.Child(c, "aux:pass", "cop"); be >= 0 && strings.EqualFold(g.tok(be).Form, "be") && g.preposition(c) == "that" &&
			len(g.children(c, "aux")) == len(g.children(c, "aux:pass")) {
			return false // "that they be freed"
		}
		for _, a := range g.children(c, "aux") {
			if l := g.tok(a).Lemma; l == "should" || l == "must" || l == "ought" {
				return false
			}
		}
		return !g.commanded(c)
	})
}

// commanded reports whether verb c is an imperative: it has no subject and no mark, and begins its sentence or what is
// quoted, but for "please", "let" and the like.
func (g grammar) commanded(c int) bool {
	t := g.tok(c)
	if t.XPOS != "VB" && t.XPOS != "VBP" || g.d.Child(c, "nsubj", "mark", "csubj", "expl") >= 0 {
		return false
	}
	for _, a := range g.children(c, "aux") {
		if g.tok(a).Lemma != "do" {
			return false
		}
	}
	return true
}

// strayedContent returns a clause behind "that" which parsers hang on the noun before it, who is told or
// where it is said: "told reporters that …", "said in a statement that …". It returns -1 for none.
func (g grammar) strayedContent(v int) int {
	told := toldVerbs[g.tok(v).Lemma] || persuading[g.tok(v).Lemma]
	if o := g.d.Child(v, "obj"); o > v && !told {
		return -1
	}
	for c := range g.d.Children(v) {
		switch r := g.tok(c).Rel(); {
		case c < v:
			continue
		case r == "obl":
		case (r == "obj" || r == "iobj") && told:
		default:
			continue
		}
		within := []int{c}
		if told { // "promised a group of lawmakers that …"
			within = append(within, g.ownCased(c, []string{"of", "from", "in", "at"})...)
		}
		for _, n := range within {
			for _, k := range g.children(n, "acl", "ccomp", "advcl") {
				if k > n && g.d.Child(k, "nsubj") >= 0 && (g.preposition(k) == "that" || g.thatObject(k)) {
					return k
				}
			}
		}
	}
	return -1
}

// thatObject reports whether clause k begins with a "that" which the tree takes for its object, though what is said
// completes it: "assured students that he intends to resign".
func (g grammar) thatObject(k int) bool {
	o := g.d.Child(k, "obj")
	return o >= 0 && o < k && strings.EqualFold(g.tok(o).Form, "that") && g.d.Child(k, "xcomp", "ccomp") >= 0
}

// persuading names verbs, besides those of telling, that may take the one who is told before "that".
var persuading = doc.WordSet("promise reassure persuade convince")

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
	h := g.tok(n).Head
	for range maxNest { // "will become a partner in mines under a plan …", where the tree hangs the plan on the mines
		if h < 0 || g.preposition(n) != "under" || !nominal(g.tok(h)) || g.predicate(h) || g.tok(h).Head < 0 {
			break
		}
		h = g.tok(h).Head
	}
	if h >= 0 {
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
