// Package pair finds what an article says that one marked party does to another: the type of a dyad.
//
// An event or plan that has one of the two in its role is it (held.go). Where there is none, the type is guessed from
// the words between the two (features.go) by a linear classifier, which knows the words of the lexicon's examples and
// of sentences with marked parties, and the vectors of words that it has not seen (guess.go). A guess
// says which words weighed most.
package pair

import (
	"readout"
	"readout/internal/coder"
	"readout/internal/doc"
	"readout/internal/frame"
)

// A Link is what the words of an article say that one party does to another.
type Link struct {
	Event *readout.Event // the record that holds; nil for a guess
	Frame *frame.Frame   // of a guess, the nearest frame, if that is of the type guessed
	Type  string         // PLOVER's type, "" for none; of what is ahead, that of its announcement
	Words []readout.Span // of a guess without a frame, the words that weighed most, in the order of the text
}

// Between finds what source does to target, two stretches of the article that somebody has marked as
// the parties of one event: the event or plan whose actor and recipient they are, or whose actor, or
// whose recipient. Failing these, the type is guessed. vector returns the vector of a word, see Describe.
func (g *Guesser) Between(d *doc.Document, r *coder.Result, source, target readout.Span, vector func(word string) []int8) Link {
	if l, ok := Held(r, source, target); ok {
		return l
	}
	near := nearest(d, r, source, target)
	if near == nil && (len(d.Heads(source)) == 0 || len(d.Heads(target)) == 0) {
		return Link{} // neither a word of the lexicon nor two parties
	}
	typ, words := g.guess(Describe(d, r, source, target, vector))
	if near != nil && frameType(near) == typ {
		return Link{Type: typ, Frame: near}
	}
	return Link{Type: typ, Words: spans(d, words)}
}

// Held returns the event or plan that has one of the marked parties in its role; false when there is none.
func Held(r *coder.Result, source, target readout.Span) (Link, bool) {
	l, fit := held(r, source, target)
	return l, fit >= fitsTarget
}
