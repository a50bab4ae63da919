package score

import (
	"errors"
	"slices"

	"readout"
	"readout/internal/doc"
)

// A roleGold is a sentence with the spans of those who act (sources) and of those acted upon.
type roleGold struct {
	Text    *string
	Sources []looseSpan
	Targets []looseSpan
}

// A rolePrediction is the spans that were found for the two roles.
type rolePrediction struct {
	Actors     []span `json:"actors"`
	Recipients []span `json:"recipients"`
}

// rolesScorer scores who acts and to whom, as spans (CAMEO roles: Parolin and others 2022).
func rolesScorer() scorer[roleGold, rolePrediction] {
	return scorer[roleGold, rolePrediction]{
		check: func(g *roleGold) error {
			if g.Text == nil {
				return errors.New("no field text")
			}
			return checkSpans(append(placed(g.Sources), placed(g.Targets)...)...)
		},
		predict: predictRoles,
		given: func(g *roleGold) *rolePrediction {
			return &rolePrediction{Actors: placed(g.Sources), Recipients: placed(g.Targets)}
		},
		score:  scoreRoles,
		misses: roleMisses,
	}
}

// placed returns the spans that have a place.
func placed(spans []looseSpan) []span {
	out := []span{}
	for _, s := range spans {
		if x, ok := s.span(); ok {
			out = append(out, x)
		}
	}
	return out
}

// predictRoles reads the sentence and takes the words of everyone in the role in any event.
func predictRoles(m *Machine, g *roleGold, traced bool) (*rolePrediction, *trace) {
	r := m.sentence(*g.Text, "")
	var actors, recipients []span
	for _, e := range r.events() {
		actors = r.takeRole(actors, recipients, e.Actors)
		recipients = r.takeRole(recipients, actors, e.Recipients)
	}
	p := &rolePrediction{Actors: longest(actors), Recipients: longest(recipients)}
	if traced {
		return p, r.frames()
	}
	return p, nil
}

// takeRole adds the phrases of the actors to those of their role, but for those that have the other role
// already: in the gold a word has one.
func (r *reading) takeRole(role, other []span, actors []readout.Actor) []span {
	for _, a := range actors {
		words := r.phrase(a)
		if words.Start == words.End {
			continue
		}
		s := r.at.span(words)
		if !slices.ContainsFunc(other, func(o span) bool { return o.shared(s) > 0 }) {
			role = append(role, s)
		}
	}
	return role
}

// phrase returns the words of an actor in his role; of a pronoun those that it stands for, when they come before
// it in its sentence, since the gold marks names.
func (r *reading) phrase(a readout.Actor) readout.Span {
	if m := r.mentionAt(a.Span); m >= 0 && r.pronoun(m) {
		if x := r.named(a, m); x != nil {
			a = *x
		}
	}
	if a.Phrase != nil {
		return *a.Phrase
	}
	return a.Span
}

// named returns the actor in the words that pronoun m stands for in its sentence; nil for none.
func (r *reading) named(a readout.Actor, m int) *readout.Actor {
	d := r.Document
	first := d.Tokens[d.Sentences[d.SentenceOf(d.Mentions[m].Head)].First].Start
	for _, x := range r.everyone() {
		if x.Name != a.Name || x.Start < first || x.Start >= a.Start {
			continue
		}
		if n := r.mentionAt(x.Span); n < 0 || !r.pronoun(n) {
			return &x
		}
	}
	for n := m - 1; n >= 0 && d.Mentions[m].Entity >= 0; n-- {
		o := &d.Mentions[n]
		if o.Entity == d.Mentions[m].Entity && !r.pronoun(n) && d.Tokens[o.First].Start >= first {
			return &readout.Actor{Span: d.Span(o.First, o.End)}
		}
	}
	return nil
}

func (r *reading) pronoun(m int) bool { return r.Document.Mentions[m].Kind == doc.Pronoun }

// mentionAt returns the mention of these very words, -1 for none.
func (r *reading) mentionAt(words readout.Span) int {
	d := r.Document
	return slices.IndexFunc(d.Mentions, func(m doc.Mention) bool {
		return d.Tokens[m.First].Start == words.Start && d.Tokens[m.End-1].End == words.End
	})
}

// everyone returns who acts, to whom, and who speaks, each as often as the reading names him.
func (r *reading) everyone() []readout.Actor {
	var all []readout.Actor
	for _, e := range r.Reading.Events {
		all = slices.Concat(all, e.Actors, e.Recipients)
	}
	for _, p := range r.Reading.Plans {
		all = slices.Concat(all, p.Actors, p.Recipients)
	}
	for _, s := range r.Reading.Statements {
		all = append(all, s.Source)
	}
	return all
}

// longest returns the spans in order, without those that lie inside another.
func longest(all []span) []span {
	spans := append([]span{}, all...)
	slices.SortFunc(spans, func(a, b span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	kept := spans[:0]
	for _, s := range spans {
		if len(kept) == 0 || s.End > kept[len(kept)-1].End {
			kept = append(kept, s)
		}
	}
	return kept
}

// scoreRoles compares the two roles: by characters, by whole spans, and by spans that share at
// least half of the shorter one.
func scoreRoles(gold *records[roleGold], pred *records[rolePrediction]) *report {
	rep := newReport()
	for _, role := range []struct {
		name string
		gold func(*roleGold) []looseSpan
		pred func(*rolePrediction) []span
	}{
		{"actor", func(g *roleGold) []looseSpan { return g.Sources }, func(p *rolePrediction) []span { return p.Actors }},
		{"recipient", func(g *roleGold) []looseSpan { return g.Targets }, func(p *rolePrediction) []span { return p.Recipients }},
	} {
		var overlap, exact, head tally
		for _, id := range gold.ids {
			g := gold.byID[id]
			gs, ps := placed(role.gold(g)), role.pred(pred.get(id))
			text := runes(*g.Text)
			a, b := text.chars(gs), text.chars(ps)
			overlap.add(common(a, b), len(b), len(a))
			gs, ps = distinctSpans(gs), distinctSpans(ps)
			exact.add(sharedSpans(gs, ps), len(ps), len(gs))
			head.add(halfMatches(gs, ps), len(ps), len(gs))
		}
		rep.show("overlap "+role.name, overlap)
		rep.show("exact "+role.name, exact)
		rep.show("head "+role.name, head)
	}
	return rep
}

// distinctSpans returns the spans in order, each once.
func distinctSpans(spans []span) []span {
	out := slices.Clone(spans)
	slices.SortFunc(out, compareSpans)
	return slices.Compact(out)
}

func compareSpans(a, b span) int {
	switch {
	case a.before(b):
		return -1
	case b.before(a):
		return 1
	}
	return 0
}

// sharedSpans returns how many spans two ordered lists share.
func sharedSpans(a, b []span) int {
	n := 0
	for _, s := range a {
		if _, ok := slices.BinarySearchFunc(b, s, compareSpans); ok {
			n++
		}
	}
	return n
}

// halfMatches pairs spans one to one, each gold span with the one it shares most with (the later
// where several share as much), and counts the pairs that share half of the shorter span.
func halfMatches(gold, pred []span) int {
	used := make([]bool, len(pred))
	n := 0
	for _, g := range gold {
		best, most := -1, 0
		for k, p := range pred {
			if shared := g.shared(p); !used[k] && (best < 0 || shared >= most) {
				best, most = k, shared
			}
		}
		if best >= 0 && 2*most >= min(g.End-g.Start, pred[best].End-pred[best].Start) {
			used[best] = true
			n++
		}
	}
	return n
}

// roleMisses tells the roles whose spans differ.
func roleMisses(g *roleGold, p *rolePrediction) []miss {
	text := runes(*g.Text)
	sources, targets := distinctSpans(placed(g.Sources)), distinctSpans(placed(g.Targets))
	actors, recipients := distinctSpans(p.Actors), distinctSpans(p.Recipients)
	if slices.Equal(sources, actors) && slices.Equal(targets, recipients) {
		return nil
	}
	return []miss{{
		text: text,
		gold: []string{"actor " + text.quotes(sources), "recipient " + text.quotes(targets)},
		ours: []string{"actor " + text.quotes(actors), "recipient " + text.quotes(recipients)},
	}}
}
