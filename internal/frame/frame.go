// Package frame finds the frames of a document: a word in the sense of a lexicon entry, with its
// slots filled. All grammar of roles is here, once, apart from the codes that entries give.
//
// Find works in three steps:
//
//  1. match (match.go): every entry of every word, its slots filled by the logical relations of
//     grammar.go and the files beside it (subject.go, object.go, phrase.go, clause.go; owner.go and
//     people.go for who can act), its mood read by modality.go;
//  2. compose (compose.go): frames in the event slot of other frames become part of them, of several senses of a word
//     one is kept (sense.go), and those without a recipient get one from what stands around (recipient.go, toward.go, suffered.go,
//     against.go);
//  3. settle: what depends on a word that no entry explains is broken; then what crowds do (crowd.go, demands.go, opposed.go) and where
//     forces go (front.go).
//
// A frame that does not hold is kept, with the reason in Broken.
package frame

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/lexicon"
)

// A Filler is what fills a slot.
type Filler struct {
	Role  lexicon.SlotRole
	Token int    // head of the phrase
	Slot  string // the slot as the lexicon writes it
}

// A Frame is a word in the sense of an entry, its slots filled.
type Frame struct {
	Entry   *lexicon.Entry
	Token   int           // head word
	Verb    int           // the verb that carries it: the head word itself, or its light verb
	Words   []int         // the head word and its fixed companions, ascending
	Fillers []Filler      // in the order of the entry's slots
	Makes   lexicon.Makes // the entry's, or what composition made of it
	Mood    Mood
	Steps   []string // what composition did, in order
	Inner   []int    // frames in the event slot, indices into the result of Find
	Outer   int      // the frame in whose event slot this one stands, -1 for none
	SameAs  string   // the entry that fired for the same word and type in its place; "" for none
	Broken  string   // why it does not hold, in short: Why tells all; "" when it fired

	Dependent bool // broken only because it depends on a word that no entry explains

	loose      bool // the recipient only stands inside the phrase that fills its slot
	inferred   bool // the actor stands outside the slot's own words, or is left out
	joined     bool // one is the subject and the others stand with "with", where the entry asks for several subjects
	missingWho bool // broken only because an actor is missing: still good inside another frame

	missingWhom bool // broken because what stands in the recipient's place is no actor

	missingLight bool // broken because the light verb is missing

	lacks *lexicon.Slot // the slot for a companion that is not satisfied; nil for none
}

// Fired reports whether the frame holds.
func (f *Frame) Fired() bool { return f.Broken == "" }

// MissingWho reports whether the frame is broken only because an actor is missing.
func (f *Frame) MissingWho() bool { return f.missingWho }

// MissingLight reports whether the frame is broken because its noun stands without its light verb.
func (f *Frame) MissingLight() bool { return f.missingLight }

// Part reports whether the frame is broken only because it is part of another, its outer one of frames.
func (f *Frame) Part(frames []Frame) bool {
	return f.Outer >= 0 && f.Broken == partOf(&frames[f.Outer])
}

// partOf is why the frames inside an event make no record of their own.
func partOf(outer *Frame) string { return "part of " + outer.Entry.Name }

// Roles returns the fillers of a role.
func (f *Frame) Roles(role lexicon.SlotRole) []int {
	var out []int
	for _, x := range f.Fillers {
		if x.Role == role {
			out = append(out, x.Token)
		}
	}
	return out
}

// NeedsRecipient reports whether the entry has a slot for a recipient that may not be empty.
func (f *Frame) NeedsRecipient() bool {
	return slices.ContainsFunc(f.Entry.Slots, func(s lexicon.Slot) bool {
		return (s.Role == lexicon.RoleRecipient || s.Role == lexicon.RoleBoth) && !s.Optional
	})
}

// framesPerToken is about how many entries the words of a text have.
const framesPerToken = 3

// Find returns all frames of the document in the order of their head words, fired and broken.
func Find(d *doc.Document, lex *lexicon.Lexicon) []Frame {
	f := finder{grammar: grammar{d: d, lex: lex}, frames: make([]Frame, 0, framesPerToken*len(d.Tokens)), singles: make([]int, len(d.Tokens))}
	for i := range f.singles {
		f.singles[i] = i
	}
	f.match()
	f.compose()
	f.settle()
	f.oneHappening()
	f.crowds()
	f.fronts()
	return f.frames
}

type finder struct {
	grammar
	frames []Frame

	singles  []int            // the tokens in order
	sentence int              // whose words the next field holds
	words    *lexicon.WordSet // nil before the first
	moods    moodMemory
}

// lasting names verbs that link an adjective to their subject: "remained deaf to the appeal".
var lasting = doc.WordSet("remain stay become grow turn prove")

// Beside returns the indices of the frames whose head words stand in the sentence of token t, of frames in the order
// that Find returns.
func Beside(d *doc.Document, frames []Frame, t int) iter.Seq[int] {
	s := d.Sentences[d.SentenceOf(t)]
	first := sort.Search(len(frames), func(i int) bool { return frames[i].Token >= s.First })
	return func(yield func(int) bool) {
		for i := first; i < len(frames) && frames[i].Token < s.End && yield(i); i++ {
		}
	}
}

func (f *finder) beside(t int) iter.Seq[int] { return Beside(f.d, f.frames, t) }

// settle breaks the frames whose happening is only spoken of: infinitives and gerunds under a word
// that no entry explains. Purpose clauses of a motion or a call that took place, or of the use of means,
// hold, and so do participles that tell what goes along with an act: "…, accusing Norway of spying".
func (f *finder) settle() {
	for i := range f.frames {
		fr := &f.frames[i]
		if !fr.Fired() || fr.Makes.Type == lexicon.Statement || fr.Outer >= 0 {
			continue
		}
		if f.ofAny(fr) {
			fr.Broken = "any: none is told of"
			continue
		}
		if u := f.wished(fr.Token); u >= 0 && fr.Entry.UPOS == "NOUN" && fr.Verb == fr.Token {
			fr.Broken = "“" + f.tok(u).Form + "” only speaks of it"
			continue
		}
		f.imagined(fr)
		if fr.Mood.Infinite {
			f.depend(fr)
		}
	}
}

// depend gives the frame of an infinitive or a gerund the mood of the word above it, where this tells that the
// happening came about with it; otherwise it breaks the frame.
func (f *finder) depend(fr *Frame) {
	v := f.headOfChain(fr.Verb)
	governor := f.tok(v).Head
	if governor < 0 {
		return
	}
	if g := f.tok(governor); g.Rel() == "obj" && g.Head >= 0 && means[f.tok(g.Head).Lemma] && f.infinitive(v) {
		governor = g.Head // "used a fighter to force", where the tree hangs the purpose on the means
	}
	above := f.tok(governor)
	switch {
	case (f.tok(v).Rel() == "advcl" || f.tok(v).Deprel == "acl") && (motion[above.Lemma] || means[above.Lemma]),
		f.travelled(v, governor), f.toldBy(governor, fr.Verb), f.participle(v):
		fr.Mood.follow(f.mood(governor, governor))
	case f.infinitive(v) && f.tok(v).Rel() != "ccomp" && (f.ranked(governor) || f.becomesRanked(governor)):
		if f.d.Child(governor, "cop") < 0 && nominal(above) {
			governor = above.Head
		}
		fr.Mood.follow(f.mood(governor, governor))
	case f.visiting(v, governor):
		m := f.mood(governor, governor)
		m.Future = m.Future || strings.HasPrefix(f.preposition(governor), "due")
		fr.Mood.follow(m)
	case fr.Entry.UPOS == "ADJ" && f.tok(fr.Verb).Rel() == "xcomp" && lasting[above.Lemma] && !f.mood(governor, governor).Infinite:
		m := f.mood(governor, governor)
		m.Negated = m.Negated != fr.Mood.Negated
		fr.Mood = m
	case fr.Makes.Type == "PROTEST" && fr.Token == fr.Verb && f.serves(v, governor):
		fr.Mood.Past = true
	case above.Rel() == "aux":
	case goingOrDue(f.grammar, fr.Verb):
	default:
		fr.Dependent = true
		fr.Broken = "depends on “" + above.Form + "”, which no entry explains"
	}
}

// imagined gives a frame the mood that the word over its clause tells: what is supposed or dreamt is hypothetical,
// what is false or not true did not happen.
func (f *finder) imagined(fr *Frame) {
	v := f.headOfChain(fr.Verb)
	switch f.tok(v).Rel() {
	case "ccomp", "csubj", "acl", "parataxis", "root":
	default:
		return
	}
	h := f.tok(v).Head
	if h < 0 || f.tok(v).Deprel == "acl:relcl" && f.tok(h).Lemma != "rumor" && f.tok(h).Lemma != "rumour" {
		return
	}
	if f.tok(v).Rel() == "acl" && f.tok(h).Rel() == "nsubj" {
		h = f.tok(h).Head
	}
	lemma := f.tok(h).Lemma
	switch m := f.mood(h, h); {
	case supposing[lemma], lemma == "doubt" && !m.Negated:
		fr.Mood.Hypothetical = true
	case (falsehood[lemma] || lemma == "deny") && !m.Negated, lemma == "true" && m.Negated:
		fr.Mood.Negated = true
	}
}

var (
	supposing = doc.WordSet("suppose imagine dream pretend fantasize hallucinate rumor rumour")
	falsehood = doc.WordSet("false untrue baseless unfounded groundless myth lie hoax")
)

// ofAny reports whether the happening is one of any kind ("any attack on Iran") or what anyone does who may do it
// ("any plane that violated its airspace").
func (f *finder) ofAny(fr *Frame) bool {
	n := fr.Token
	if n == fr.Verb && verbal(f.tok(n)) {
		if f.tok(n).Deprel != "acl:relcl" {
			return false
		}
		n = f.tok(n).Head
	}
	d := f.d.Child(n, "det")
	return d >= 0 && strings.EqualFold(f.tok(d).Form, "any") && !fr.Mood.Negated
}

// headOfChain climbs from a conjunct to the first of its coordination.
func (f *finder) headOfChain(v int) int {
	for n := 0; n < maxClimb && f.tok(v).Rel() == "conj" && f.tok(v).Head >= 0; n++ {
		v = f.tok(v).Head
	}
	return v
}

// becomesRanked reports whether verb v makes its subject one of an order: "became the 82nd country to recognize".
func (f *finder) becomesRanked(v int) bool {
	return f.tok(v).Lemma == "become" && slices.ContainsFunc(f.children(v, "xcomp", "obj"), f.ranked)
}

// visiting reports whether infinitive v tells what someone is in the place at token p for: "was in Moscow to confer".
func (g grammar) visiting(v, p int) bool {
	r := g.tok(v).Rel()
	if r != "advcl" && r != "acl" && r != "xcomp" || !g.infinitive(v) || g.tok(p).UPOS != "PROPN" || g.d.Child(p, "cop") < 0 {
		return false
	}
	switch g.preposition(p) {
	case "in", "at", "due", "due in", "due at":
		return true
	}
	return false
}

// motion names the verbs whose purpose clause is told as having come about: "flew to Vienna to meet".
var motion = doc.WordSet(`
	arrive come fly go travel return gather converge visit head land jet journey convene assemble rush hurry race
	dash step swoop descend drive sail cross`)

// travelled reports whether infinitive v tells what the subject of verb u went somewhere for, where the tree takes it for
// the verb's complement: "flew to Caracas to plead for oil".
func (g grammar) travelled(v, u int) bool {
	return g.tok(v).Rel() == "xcomp" && g.infinitive(v) && motion[g.tok(u).Lemma] && len(g.cased(u, []string{"to", "into", "in"})) > 0
}

// means names the verbs whose purpose clause is what they serve for at once: "fired tear gas to disperse",
// "launched an operation to arrest".
var means = map[string]bool{"use": true, "fire": true, "launch": true, "employ": true, "wield": true, "conduct": true}

// participle reports whether clause v is a participle that goes along with the act it hangs on, so that it
// came about when that did: without a subordinator, after one of time, with a subject of its own, or as its
// means ("by closing").
func (g grammar) participle(v int) bool {
	t := g.tok(v)
	if t.Rel() != "advcl" || t.XPOS != "VBG" {
		return false
	}
	switch g.preposition(v) {
	case "with": // "with Belgium demanding elections"
		return g.d.Child(v, "nsubj") >= 0
	case "in": // "joined Chad in calling for talks"
		return t.Head >= 0 && (g.tok(t.Head).Lemma == "join" || g.tok(t.Head).Lemma == "follow")
	case "", "after", "before", "by", "while", "when", "upon", "since", "despite", "besides":
		return true
	}
	return false
}

// serves reports whether clause v tells what the act of verb u was done for, when u is told as a fact: an act
// done to protest is a protest.
func (g grammar) serves(v, u int) bool {
	if g.tok(v).Rel() != "advcl" || !g.infinitive(v) || !verbal(g.tok(u)) {
		return false
	}
	m := g.mood(u, u)
	return m.Past && !m.Negated && !m.Future && !m.Hypothetical && !m.Infinite
}

// goingOrDue reports "is going to", "is due to", "is to".
func goingOrDue(g grammar, v int) bool {
	var m Mood
	goingTo(g, v, &m)
	return m.Future
}

// Span returns the words of the frame as spans of the text; words that stand side by side are one.
func (f *Frame) Span(d *doc.Document) []readout.Span {
	var spans []readout.Span
	for i := 0; i < len(f.Words); {
		j := i + 1
		for j < len(f.Words) && f.Words[j] == f.Words[j-1]+1 {
			j++
		}
		spans = append(spans, d.Span(f.Words[i], f.Words[j-1]+1))
		i = j
	}
	return spans
}
