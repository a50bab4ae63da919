package topic

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
)

// maxClimb bounds the walks up a tree.
const maxClimb = 6

// stance returns how the speaker stands to the phrase of head h: the nearest word above or beside it of
// which the lexicon says so, when that word is the speaker's own and is said to hold.
func (w *work) stance(h int) readout.Stance {
	for c := range w.d.Children(h) {
		if w.tok(c).Rel() == "amod" {
			if s, ok := w.taken(c, "amod", false); ok {
				return s
			}
		}
	}
	ending := false
	for n := 0; n < maxClimb; n++ {
		t := w.tok(h)
		gov := t.Head
		if gov < 0 {
			break
		}
		path := w.path(h)
		if s, ok := w.taken(gov, path, ending); ok {
			return s
		}
		if s, ok := w.besideObject(h, gov, path, ending); ok {
			return s
		}
		switch lemma := strings.ToLower(w.tok(gov).Lemma); {
		case t.Rel() == "conj" && w.tok(gov).UPOS != "VERB":
		case path == "nmod:of" && transparent[lemma]:
		case (path == "nmod:to" || path == "nmod:of") && endings[lemma]:
			ending = true
		default:
			return neutral()
		}
		h = gov
	}
	return neutral()
}

// transparent names nouns that let a stance through to what stands behind their "of": "oppose all forms
// of terrorism".
var transparent = doc.WordSet(`
	form kind type sort policy principle idea concept notion use practice act plan goal continuation
	implementation imposition resumption establishment`)

// endings names nouns that turn a stance around: to call for an end to something is to oppose it.
var endings = map[string]bool{"end": true, "halt": true, "stop": true, "cessation": true, "lifting": true, "removal": true, "abolition": true}

// path returns where token i stands under its governor, as the lexicon writes it.
func (w *work) path(i int) string {
	t := w.tok(i)
	switch rel := t.Rel(); rel {
	case "obj":
		return "obj"
	case "nsubj":
		if t.Deprel == "nsubj:pass" {
			return "obj"
		}
		return "nsubj"
	case "obl", "nmod":
		return rel + ":" + w.preposition(i)
	}
	return ""
}

// besideObject finds "voiced concern over the raid" where the tree has the raid beside the concern,
// under the verb.
func (w *work) besideObject(h, gov int, path string, ending bool) (readout.Stance, bool) {
	prep, ok := strings.CutPrefix(path, "obl:")
	if !ok {
		return readout.Stance{}, false
	}
	if o := w.d.Child(gov, "obj"); o >= 0 && o < h {
		return w.taken(o, "nmod:"+prep, ending)
	}
	return readout.Stance{}, false
}

// taken returns the stance that word v takes toward what stands at path under it.
func (w *work) taken(v int, path string, ending bool) (readout.Stance, bool) {
	t := w.tok(v)
	for _, e := range w.lex.Stance(strings.ToLower(t.Lemma)) {
		if !slices.Contains(e.Paths, path) || !fits(e.UPOS, t) || path == "obj" && w.d.Child(v, "xcomp") >= 0 {
			continue // "welcomed Cuba to join": what Cuba should do is welcome
		}
		m := w.mood(v)
		value := m.apply(e.Stance, ending)
		words := append(m.words, v)
		if e.Must {
			demand := w.demand(v)
			if demand < 0 {
				continue
			}
			words = append(words, demand)
		} else if m.unsure || !w.held(v, path) {
			continue
		}
		if value == readout.Neutral || !w.own(v) {
			continue
		}
		return readout.Stance{Value: value, Words: w.spans(words), Entry: e.Name}, true
	}
	return readout.Stance{}, false
}

// fits reports whether the token can be a word of the part of speech; participles serve as adjectives.
func fits(upos string, t *doc.Token) bool {
	return t.UPOS == upos || upos == "ADJ" && t.UPOS == "VERB" || upos == "NOUN" && t.UPOS == "PROPN"
}

// spans returns the words as spans of the text, in order.
func (w *work) spans(tokens []int) []readout.Span {
	slices.Sort(tokens)
	out := []readout.Span{}
	for _, i := range slices.Compact(tokens) {
		out = append(out, w.d.Span(i, i+1))
	}
	return out
}

// A mood is what the clause of a stance word says of it.
type mood struct {
	negated bool
	unsure  bool  // if, may, could, a question
	words   []int // the words that negate
}

// apply returns the stance that is left of a word's own under the mood. Not to oppose is not to support;
// to support the end of something is to oppose it.
func (m *mood) apply(stance string, ending bool) string {
	switch {
	case ending && m.negated:
		return readout.Neutral
	case ending && (stance == readout.CallsFor || stance == readout.Supports):
		return readout.Opposes
	case ending:
		return readout.Neutral
	case !m.negated:
		return stance
	case stance == readout.Supports:
		return readout.Opposes
	}
	return readout.Neutral
}

// mood reads the auxiliaries, negations and marks of word v, of the verb that carries it when it is a
// noun, and of the verbs above whose infinitive it is.
func (w *work) mood(v int) mood {
	var m mood
	for n := 0; n < maxClimb; n++ {
		w.auxiliaries(v, &m)
		t := w.tok(v)
		carried := t.Head >= 0 && (t.Rel() == "obj" && t.UPOS == "NOUN" || t.Rel() == "conj" && w.d.Child(v, "nsubj", "aux") < 0)
		if t.Head >= 0 && t.Rel() == "xcomp" {
			carried = true
			switch strings.ToLower(w.tok(t.Head).Lemma) {
			case "refuse", "decline", "fail", "cease", "stop", "avoid":
				m.negated, m.words = !m.negated, append(m.words, t.Head)
			case "consider", "seem", "appear", "try", "want", "hope":
				m.unsure = true
			}
		}
		if !carried || slices.Contains(w.s.Cue, v) {
			break
		}
		v = t.Head
	}
	m.unsure = m.unsure || w.asked(v)
	return m
}

// auxiliaries adds what the children of v say to the mood.
func (w *work) auxiliaries(v int, m *mood) {
	can, negated := false, false
	for c := range w.d.Children(v) {
		form := strings.ToLower(doc.Norm(w.tok(c).Form))
		switch w.tok(c).Rel() {
		case "advmod", "det", "cc":
			if form == "no" || w.d.Negates(c) {
				negated = true
				m.words = append(m.words, c)
			}
			if form == "longer" && w.d.Negates(c) {
				m.words = append(m.words, c-1) // no longer
			}
		case "aux":
			can = can || form == "can" || form == "ca"
			m.unsure = m.unsure || form == "may" || form == "might" || form == "could"
		case "mark":
			m.unsure = m.unsure || form == "if" || form == "whether" || form == "unless"
		}
	}
	m.negated = m.negated != negated
	m.unsure = m.unsure || can && !negated
}

// asked reports whether token i stands in a question.
func (w *work) asked(i int) bool {
	sent := w.d.Sentences[w.d.SentenceOf(i)]
	for k := sent.End - 1; k >= sent.First && w.tok(k).UPOS == "PUNCT"; k-- {
		if w.tok(k).Form == "?" {
			return true
		}
	}
	return false
}

// demand returns the word by which v is demanded: must or should before it, or a verb of asking above
// it that is the speaker's own; -1 when there is none.
func (w *work) demand(v int) int {
	for n := 0; n < maxClimb; n++ {
		for c := range w.d.Children(v) {
			if form := strings.ToLower(w.tok(c).Form); w.tok(c).Rel() == "aux" && (form == "must" || form == "should" || form == "ought") {
				return c
			}
		}
		t := w.tok(v)
		if t.Head < 0 {
			return -1
		}
		switch rel := t.Rel(); rel {
		case "xcomp", "ccomp":
			switch w.tok(t.Head).Lemma {
			case "urge", "call", "demand", "ask", "appeal", "insist", "request", "exhort", "implore":
				if w.held(t.Head, "xcomp") {
					return t.Head
				}
				return -1
			case "have", "need":
				return t.Head
			}
			return -1
		case "conj":
		default:
			return -1
		}
		v = t.Head
	}
	return -1
}

// held reports whether the one who does or feels v is the speaker. path is where the topic stands: the
// subject of a passive feels toward what stands behind a preposition, and is the topic otherwise.
func (w *work) held(v int, path string) bool {
	if w.tok(v).Rel() == "amod" {
		return true
	}
	if w.tok(v).UPOS == "ADJ" && w.d.Child(v, "cop") >= 0 && w.impersonal(v) {
		return true
	}
	for n := 0; n < maxClimb; n++ {
		if slices.Contains(w.s.Cue, v) {
			return true
		}
		if s := w.d.Child(v, "nsubj", "nmod:poss"); s >= 0 {
			if w.tok(s).Deprel == "nsubj:pass" && path == "obj" {
				s = w.agent(v)
			}
			return s >= 0 && w.speaker(s)
		}
		t := w.tok(v)
		if t.Head < 0 {
			return false
		}
		switch rel := t.Rel(); rel {
		case "conj", "advcl", "obl", "nmod":
		case "obj":
			if !voicing[strings.ToLower(w.tok(t.Head).Lemma)] {
				return false
			}
		case "acl":
			if t.Deprel == "acl:relcl" || !speaking[strings.ToLower(w.tok(t.Head).Lemma)] {
				return t.Deprel != "acl:relcl" && w.speaker(t.Head)
			}
		case "xcomp":
			if o := w.d.Child(t.Head, "obj", "iobj"); o >= 0 {
				return w.speaker(o)
			}
		case "ccomp":
			if finite := t.UPOS != "NOUN" && t.XPOS != "VB" && t.XPOS != "VBG"; finite || !slices.Contains(w.s.Cue, t.Head) {
				return false
			}
		default:
			return false
		}
		v = t.Head
	}
	return false
}

// voicing names the verbs whose subject has the feeling or stance that is their object.
var voicing = doc.WordSet(`
	express voice reiterate reaffirm repeat restate pledge offer announce declare have stress convey underline
	underscore renew show state raise register share feel give lend affirm confirm emphasize emphasise maintain
	continue make promise extend`)

// speaking names what a speaker issues, which says what he thinks: "a paper calling for talks".
var speaking = doc.WordSet("paper statement document communique declaration resolution letter speech message article note")

// impersonal reports whether the adjective's subject is the topic itself: whoever says so thinks so.
func (w *work) impersonal(v int) bool {
	for _, e := range w.lex.Stance(strings.ToLower(w.tok(v).Lemma)) {
		if slices.Contains(e.Paths, "nsubj") {
			return true
		}
	}
	return false
}

// agent returns the by-phrase of a passive, -1 when there is none.
func (w *work) agent(v int) int {
	for c := range w.d.Children(v) {
		if w.tok(c).Rel() == "obl" && w.preposition(c) == "by" {
			return c
		}
	}
	return -1
}

// own reports whether nobody else's words stand between v and the speaker: no clause that another is
// said to say or think.
func (w *work) own(v int) bool {
	for n := 0; n < 2*maxClimb; n++ {
		t := w.tok(v)
		if t.Head < 0 || slices.Contains(w.s.Cue, v) || slices.Contains(w.s.Cue, t.Head) || !w.s.covers(t.Head, t.Head+1) {
			return true
		}
		if t.Rel() == "ccomp" {
			if s := w.d.Child(t.Head, "nsubj"); s >= 0 && !w.speaker(s) {
				return false
			}
		}
		v = t.Head
	}
	return true
}

// speaker reports whether token i names the speaker, his country or government, or a group of which he
// is one.
func (w *work) speaker(i int) bool {
	switch strings.ToLower(w.tok(i).Form) {
	case "i", "we", "my", "our", "us", "me", "both":
		return true
	}
	m := w.d.MentionAt(i)
	if m < 0 || w.d.Mentions[m].Entity < 0 {
		return false
	}
	e := w.d.Mentions[m].Entity
	return w.speaks(e) || slices.ContainsFunc(w.d.Entities[e].Members, w.speaks) || w.stateOf(e)
}

// speaks reports whether entity e is the speaker, or one of those who speak together.
func (w *work) speaks(e int) bool {
	name := w.d.Entities[e].Name
	return name != "" && (name == w.s.Source.Name || slices.Contains(strings.Split(w.s.Source.Name, " and "), name))
}

// stateOf reports whether entity e is the state or government that the speaker speaks for.
func (w *work) stateOf(e int) bool {
	x := &w.d.Entities[e]
	if x.Country == "" || x.Country != w.s.Source.Country {
		return false
	}
	switch w.s.Source.Sector {
	case "GOV", "MIL", "LEG", "":
	default:
		return false
	}
	return x.Class == doc.State || x.Class == doc.Organization && (x.Sector == "GOV" || x.Sector == "")
}
