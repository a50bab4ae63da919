package pair

import (
	"slices"

	"readout"
	"readout/internal/coder"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/lexicon"
)

// How well an event fits the marked parties.
const (
	fitsNobody   = 1 + iota // neither party is in it
	fitsReversed            // one is, in the other's role
	fitsTarget              // its recipient is the target
	fitsSource              // its actor is the source
	fitsBoth
)

// held returns the event or plan that fits the marked parties best, the first of equals, and how well it does; 0
// when there is none.
func held(r *coder.Result, source, target readout.Span) (best Link, fit int) {
	for _, l := range told(r) {
		if n := fits(l.Event, source, target); n > fit {
			best, fit = l, n
		}
	}
	return best, fit
}

// told returns the events and plans but those that are said not to be.
func told(r *coder.Result) []Link {
	var out []Link
	for i := range r.Events {
		e := r.Events[i]
		if slices.Contains(e.Auxiliary, readout.Hypothetical) {
			e = coder.Announced(e)
		}
		out = append(out, Link{Event: &e, Type: e.Type})
	}
	for i := range r.Plans {
		e := coder.Announced(r.Plans[i].Event)
		out = append(out, Link{Event: &e, Type: e.Type})
	}
	return slices.DeleteFunc(out, func(l Link) bool {
		return l.Type == "" || slices.Contains(l.Event.Auxiliary, readout.Negation)
	})
}

// fits says how well an event fits the marked parties.
func fits(e *readout.Event, source, target readout.Span) int {
	touches := func(actors []readout.Actor, marked readout.Span) bool {
		return slices.ContainsFunc(actors, func(a readout.Actor) bool {
			return a.Start < a.End && a.Start < marked.End && marked.Start < a.End
		})
	}
	actor, recipient := touches(e.Actors, source), touches(e.Recipients, target)
	switch {
	case actor && recipient:
		return fitsBoth
	case actor:
		return fitsSource
	case recipient:
		return fitsTarget
	case touches(e.Actors, target) || touches(e.Recipients, source):
		return fitsReversed
	}
	return fitsNobody
}

// What a frame that did not fire lacks, in steps of the tree: nothing that marks could not give where
// only an actor is missing; else a companion that the entry asks for, or its light verb.
const (
	lacksWord  = 6
	lacksLight = 12
)

// nearest returns the frame that stands nearest to the marked parties in the tree and lacks least; nil when no word
// has an entry. The marks make up for parties that it misses.
func nearest(d *doc.Document, r *coder.Result, source, target readout.Span) *frame.Frame {
	s, t := d.Heads(source), d.Heads(target)
	cues := cues(r)
	var best *frame.Frame
	top := 0.0
	for i := range r.Frames {
		f := &r.Frames[i]
		if !codes(f) {
			continue
		}
		lack := lacks(f)
		if lack == lacksWord && cues[f.Token] {
			lack = lacksLight
		}
		if v := 2*float64(len(f.Fillers)) - lack - float64(steps(d, f.Verb, s)+steps(d, f.Verb, t)); best == nil || v > top {
			best, top = f, v
		}
	}
	return best
}

// codes reports whether a frame would make an event.
func codes(f *frame.Frame) bool {
	return f.Makes.Type != "" && f.Makes.Type != lexicon.Statement && !f.Entry.Makes.Operator()
}

// frameType returns the type that a frame makes: of what is ahead, that of its announcement.
func frameType(f *frame.Frame) string {
	if f.Mood.Future && !f.Mood.Negated {
		return coder.Announcement(f.Makes.Type)
	}
	return f.Makes.Type
}

// cues returns the words that make statements: by themselves they say nothing of what is done.
func cues(r *coder.Result) map[int]bool {
	out := map[int]bool{}
	for i := range r.Frames {
		if f := &r.Frames[i]; f.Fired() && f.Makes.Type == lexicon.Statement {
			out[f.Token] = true
		}
	}
	return out
}

func lacks(f *frame.Frame) float64 {
	switch {
	case f.Fired(), f.MissingWho():
		return 0
	case f.MissingLight():
		return lacksLight
	}
	return lacksWord
}

// farthest is the number of steps from which on the tree says nothing.
const farthest = 12

// steps returns how many steps of the tree lie between v and the nearest of the tokens.
func steps(d *doc.Document, v int, tokens []int) int {
	up := map[int]int{}
	for n := 0; v >= 0 && n < farthest; v, n = d.Tokens[v].Head, n+1 {
		up[v] = n
	}
	best := farthest
	for _, t := range tokens {
		for n := 0; t >= 0 && n < farthest; t, n = d.Tokens[t].Head, n+1 {
			if m, ok := up[t]; ok {
				best = min(best, n+m)
				break
			}
		}
	}
	return best
}
