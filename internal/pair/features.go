package pair

import (
	"math"
	"strings"

	"readout"
	"readout/internal/coder"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/internal/model"
)

// Features are what the guess is made from: where the words stand in the tree between the marked parties, which
// frames they make, and what the words mean.
type Features struct {
	Keys    []uint32 // of model.Linear, each once
	Meaning []int32  // of each Zone, the sum of its words' vectors, see Unit

	tokens []int // of each key, the token that it comes from, -1 for none
}

// The templates of the keys. Their numbers are part of the weights.
const (
	_              = iota
	onSourcePath   // lemma between the source and the top
	onTargetPath   // lemma between the target and the top
	sourceRelation // of the source's head
	targetRelation // of the target's head, with its preposition
	top            // lemma of the word that joins the two
	topTarget      // the same with the target's relation
	noTop          // one of the two stands above the other
	below          // lemma under the top, with its relation
	belowBare      // the same without its relation
	belowTop       // the same with the top's lemma
	farBelow       // lemma two steps under the top
	above          // lemma over the top
	inSource       // noun of the source
	inTarget       // noun of the target
	anywhere       // lemma of the passage
	framed         // type of a frame, and what it lacks
	framedTop      // the same of a frame that the top carries
	heldType       // type of the event that holds, and how well it fits
	nearestType    // type of the nearest frame
)

// The zones whose words' vectors are summed.
const (
	topZone = iota
	belowZone
	anywhereZone
	pathZone
	sourceZone
	targetZone
	zones
)

// Unit is the length of a word's vector in Meaning.
const Unit = 1024

// describer gathers features.
type describer struct {
	d              *doc.Document
	source, target readout.Span
	vector         func(word string) []int8
	f              Features
	known          map[uint32]bool
	words          [zones]map[string]bool
}

// Describe returns the features of a passage's marked parties. vector returns the vector of a word, of one length for
// all, nil for a word without one. Without a result only words and tree are described.
func Describe(d *doc.Document, r *coder.Result, source, target readout.Span, vector func(word string) []int8) *Features {
	x := &describer{d: d, source: source, target: target, vector: vector, known: map[uint32]bool{}}
	for z := range x.words {
		x.words[z] = map[string]bool{}
	}
	joint, seen := x.paths()
	x.around(joint, seen)
	x.passage()
	if r != nil {
		x.frames(r, joint)
	}
	x.meaning()
	return &x.f
}

// add adds a key made of the values, which token t gives; -1 for none.
func (x *describer) add(template uint32, t int, values ...string) {
	h := uint32(len(values))
	for _, v := range values {
		h = model.Mix(h, model.Hash(v))
	}
	if key := model.Key(template, h); !x.known[key] {
		x.known[key] = true
		x.f.Keys, x.f.tokens = append(x.f.Keys, key), append(x.f.tokens, t)
	}
}

func (x *describer) lemma(t int) string { return strings.ToLower(x.d.Tokens[t].Lemma) }

// mean adds a content word to a zone.
func (x *describer) mean(zone, t int) {
	switch x.d.Tokens[t].UPOS {
	case "VERB", "NOUN", "ADJ", "ADV":
		x.words[zone][x.lemma(t)] = true
	}
}

// paths describes the way from either party up to the word that joins them, and returns that word, else the head of
// the target, else -1, and the words it has described.
func (x *describer) paths() (joint int, seen map[int]bool) {
	seen = map[int]bool{}
	s, t := x.d.Heads(x.source), x.d.Heads(x.target)
	switch {
	case len(t) == 0:
		return -1, seen
	case len(s) == 0:
		return t[0], seen
	}
	from, to := x.chain(s[0]), x.chain(t[0])
	joint = -1
	for i, u := range to {
		if j := index(from, u); j >= 0 {
			joint = u
			x.along(onSourcePath, from[:j], seen)
			x.along(onTargetPath, to[:i], seen)
			break
		}
	}
	preposition := ""
	if c := x.d.Child(t[0], "case"); c >= 0 {
		preposition = x.lemma(c)
	}
	relation := x.d.Tokens[t[0]].Deprel
	x.add(sourceRelation, -1, x.d.Tokens[s[0]].Deprel)
	x.add(targetRelation, -1, relation, preposition)
	if joint < 0 {
		x.add(noTop, -1)
		return t[0], seen
	}
	if joint == s[0] || joint == t[0] {
		x.add(noTop, -1)
		return joint, seen
	}
	x.add(top, joint, x.lemma(joint))
	x.add(topTarget, joint, x.lemma(joint), relation, preposition)
	x.mean(topZone, joint)
	seen[joint] = true
	return joint, seen
}

// along describes the words of a path but for its first.
func (x *describer) along(template uint32, path []int, seen map[int]bool) {
	for _, u := range path[min(1, len(path)):] {
		x.add(template, u, x.lemma(u))
		x.mean(pathZone, u)
		seen[u] = true
	}
}

// chain returns the token and all that stand over it.
func (x *describer) chain(t int) []int {
	var out []int
	for n := 0; t >= 0 && n < len(x.d.Tokens); t, n = x.d.Tokens[t].Head, n+1 {
		out = append(out, t)
	}
	return out
}

func index(list []int, v int) int {
	for i := range list {
		if list[i] == v {
			return i
		}
	}
	return -1
}

// around describes what stands below and above the joint.
func (x *describer) around(joint int, seen map[int]bool) {
	if joint < 0 {
		return
	}
	for c := range x.d.Children(joint) {
		if !x.describes(c, seen) {
			continue
		}
		seen[c] = true
		x.add(below, c, x.d.Tokens[c].Rel(), x.lemma(c))
		x.add(belowBare, c, x.lemma(c))
		x.add(belowTop, c, x.lemma(joint), x.lemma(c))
		x.mean(belowZone, c)
		x.mean(anywhereZone, c)
		for g := range x.d.Children(c) {
			if x.describes(g, seen) {
				seen[g] = true
				x.add(farBelow, g, x.lemma(g))
				x.mean(belowZone, g)
				x.mean(anywhereZone, g)
			}
		}
	}
	for _, u := range x.chain(joint)[1:] {
		if !seen[u] {
			seen[u] = true
			x.add(above, u, x.lemma(u))
			x.mean(pathZone, u)
		}
	}
}

// describes reports whether token t is a word of neither party that has not been described.
func (x *describer) describes(t int, seen map[int]bool) bool {
	return !seen[t] && !x.d.Within(t, x.source) && !x.d.Within(t, x.target) && x.d.Tokens[t].UPOS != "PUNCT"
}

// passage describes the parties' nouns and all other words.
func (x *describer) passage() {
	for i := range x.d.Tokens {
		switch x.d.Tokens[i].UPOS {
		case "VERB", "NOUN", "ADJ", "ADV", "AUX", "ADP", "PART":
		default:
			continue
		}
		noun := x.d.Tokens[i].UPOS == "NOUN"
		switch in, of := x.d.Within(i, x.source), x.d.Within(i, x.target); {
		case in && noun:
			x.add(inSource, i, x.lemma(i))
			x.mean(sourceZone, i)
		case of && noun:
			x.add(inTarget, i, x.lemma(i))
			x.mean(targetZone, i)
		case !in && !of:
			x.add(anywhere, i, x.lemma(i))
			x.mean(anywhereZone, i)
		}
	}
}

// frames describes the frames of the passage, and what would be coded without a guess.
func (x *describer) frames(r *coder.Result, joint int) {
	for i := range r.Frames {
		f := &r.Frames[i]
		if !codes(f) {
			continue
		}
		x.add(framed, f.Token, lackName(f), f.Makes.Type)
		if f.Verb == joint || f.Token == joint {
			x.add(framedTop, f.Token, lackName(f), f.Makes.Type)
		}
	}
	link, fit := held(r, x.source, x.target)
	x.add(heldType, -1, link.Type, string(rune('0'+fit)))
	near := link.Type
	if f := nearest(x.d, r, x.source, x.target); fit == 0 && f != nil {
		near = frameType(f)
	}
	x.add(nearestType, -1, near)
}

// lackName names what a frame lacks.
func lackName(f *frame.Frame) string {
	switch {
	case f.Fired():
		return "nothing"
	case f.MissingWho():
		return "who"
	case f.MissingLight():
		return "light verb"
	}
	return "word"
}

// meaning sums the vectors of each zone's words, all of one length, and divides the sum by the root of their number.
func (x *describer) meaning() {
	for z := range x.words {
		var sum []int32
		n := 0
		for w := range x.words[z] {
			v := x.vector(w)
			if v == nil {
				continue
			}
			if sum == nil {
				sum = make([]int32, len(v))
			}
			addUnit(sum, v)
			n++
		}
		if n == 0 {
			continue
		}
		if x.f.Meaning == nil {
			x.f.Meaning = make([]int32, zones*len(sum))
		}
		for j, v := range sum {
			x.f.Meaning[z*len(sum)+j] = int32(math.Round(float64(v) / math.Sqrt(float64(n))))
		}
	}
}

// addUnit adds the vector v, stretched to the length Unit.
func addUnit(sum []int32, v []int8) {
	square := 0
	for _, c := range v {
		square += int(c) * int(c)
	}
	if square == 0 {
		return
	}
	length := math.Sqrt(float64(square))
	for j, c := range v {
		sum[j] += int32(math.Round(float64(int(c)*Unit) / length))
	}
}
