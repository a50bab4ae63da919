package coder

import (
	"slices"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/lexicon"
)

// A Link is what the words of an article say that one party does to another.
type Link struct {
	Event *readout.Event // the record that holds; nil when none does
	Frame *frame.Frame   // else the frame that misses least; nil when no word of the article has an entry
	Type  string         // PLOVER's type, "" for none; of what is ahead, that of its announcement
}

// Between finds what source does to target, two stretches of the article that somebody has marked as
// the parties of one event: the event or plan whose actor and recipient they are, or whose actor, or
// whose recipient, or any. Where no entry holds, the marks make up for what is missing: the frame is
// taken that stands nearest to both in the tree and lacks least.
func (r *Result) Between(d *doc.Document, source, target readout.Span) Link {
	var best Link
	rank := 0
	for _, l := range r.told() {
		if n := between(l.Event, source, target); n > rank {
			best, rank = l, n
		}
	}
	if rank > 0 {
		return best
	}
	s, t := heads(d, source), heads(d, target)
	cues := r.cues()
	top := 0.0
	for i := range r.Frames {
		f := &r.Frames[i]
		if f.Makes.Type == "" || f.Makes.Type == lexicon.Statement || f.Entry.Makes.Operator() {
			continue
		}
		lack := lacks(f)
		if lack == lacksWord && cues[f.Token] {
			lack = lacksLight
		}
		if v := 2*float64(len(f.Fillers)) - lack - float64(steps(d, f.Verb, s)+steps(d, f.Verb, t)); best.Frame == nil || v > top {
			best, top = Link{Frame: f, Type: f.Makes.Type}, v
			if f.Mood.Future && !f.Mood.Negated {
				best.Type = announcement(f.Makes.Type)
			}
		}
	}
	return best
}

// cues returns the words that make statements: by themselves they say nothing of what is done.
func (r *Result) cues() map[int]bool {
	out := map[int]bool{}
	for i := range r.Frames {
		if f := &r.Frames[i]; f.Fired() && f.Makes.Type == lexicon.Statement {
			out[f.Token] = true
		}
	}
	return out
}

// told returns the events and plans but those that are said not to be.
func (r *Result) told() []Link {
	var out []Link
	for i := range r.Events {
		out = append(out, Link{Event: &r.Events[i], Type: r.Events[i].Type})
	}
	for i := range r.Plans {
		e := Announced(r.Plans[i].Event)
		out = append(out, Link{Event: &e, Type: e.Type})
	}
	return slices.DeleteFunc(out, func(l Link) bool {
		return l.Type == "" || slices.Contains(l.Event.Auxiliary, readout.Negation)
	})
}

// Announced returns what is ahead as the event that its announcement is: cooperation in the future tense is an
// agreement to it (PLOVER manual, "AGREE"), a material conflict that somebody announces a threat. Its modes are
// those of the thing announced no more.
func Announced(e readout.Event) readout.Event {
	t := announcement(e.Type)
	switch {
	case t == e.Type:
	case e.Type == "CONSULT":
		e.Type, e.Modes, e.CAMEO = t, []string{}, "036"
	default:
		e.Type, e.Modes, e.CAMEO = t, []string{}, ""
	}
	return e
}

// announcement returns the type of the announcement of an event.
func announcement(typ string) string {
	switch typ {
	case "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT":
		return "AGREE"
	case "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT":
		return "THREATEN"
	}
	return typ
}

// between says how well an event fits the marked parties: both in their roles, the actor alone, the
// recipient alone, one in the other's role, or not at all.
func between(e *readout.Event, source, target readout.Span) int {
	touches := func(actors []readout.Actor, marked readout.Span) bool {
		return slices.ContainsFunc(actors, func(a readout.Actor) bool {
			return a.Start < a.End && a.Start < marked.End && marked.Start < a.End
		})
	}
	actor, recipient := touches(e.Actors, source), touches(e.Recipients, target)
	switch {
	case actor && recipient:
		return 5
	case actor:
		return 4
	case recipient:
		return 3
	case touches(e.Actors, target) || touches(e.Recipients, source):
		return 2
	}
	return 1
}

// What a frame that did not fire lacks, in steps of the tree: nothing that marks could not give where
// only an actor is missing; else a companion that the entry asks for, or its light verb.
const (
	lacksWord  = 6
	lacksLight = 12
)

func lacks(f *frame.Frame) float64 {
	switch {
	case f.Fired(), f.MissingWho():
		return 0
	case f.MissingLight():
		return lacksLight
	}
	return lacksWord
}

// heads returns the tokens of a stretch whose heads lie outside it.
func heads(d *doc.Document, s readout.Span) []int {
	in := func(i int) bool { return d.Tokens[i].Start < s.End && s.Start < d.Tokens[i].End }
	var out []int
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; in(i) && (h < 0 || !in(h)) {
			out = append(out, i)
		}
	}
	return out
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
