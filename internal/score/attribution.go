package score

import (
	"errors"
	"slices"
	"sort"

	"readout"
)

// An attributionGold is a text with its attributed statements. Of several annotators of one text
// only the primary one counts.
type attributionGold struct {
	Text         *string
	Date         string
	Primary      *bool
	Attributions []attribution
}

// An attributionPrediction is the statements that were found.
type attributionPrediction struct {
	Attributions []attribution `json:"attributions"`
}

// An attribution is a statement by its parts, each of which may be in several pieces.
type attribution struct {
	Source  []span `json:"source"`
	Cue     []span `json:"cue"`
	Content []span `json:"content"`
}

// attributionRoles are the parts of an attribution, in the order of the figures.
var attributionRoles = [...]string{"source", "cue", "content"}

// part returns one part of the attribution.
func (a *attribution) part(role int) []span { return [...][]span{a.Source, a.Cue, a.Content}[role] }

// attributionScorer scores source, cue and content of statements (PolNeAR; PARC).
func attributionScorer() scorer[attributionGold, attributionPrediction] {
	return scorer[attributionGold, attributionPrediction]{
		keep: func(g *attributionGold) bool { return g.Primary == nil || *g.Primary },
		check: func(g *attributionGold) error {
			if g.Text == nil {
				return errors.New("no field text")
			}
			for i := range g.Attributions {
				a := &g.Attributions[i]
				if err := checkSpans(slices.Concat(a.Source, a.Cue, a.Content)...); err != nil {
					return err
				}
			}
			return nil
		},
		predict: predictAttributions,
		given: func(g *attributionGold) *attributionPrediction {
			return &attributionPrediction{Attributions: g.Attributions}
		},
		score:  scoreAttributions,
		misses: attributionMisses,
	}
}

// predictAttributions reads the report. A statement that goes on without a cue of its own belongs,
// in PolNeAR as in PARC, to the attribution whose speaker it has.
func predictAttributions(m *Machine, g *attributionGold, traced bool) (*attributionPrediction, *trace) {
	r := m.report(*g.Text, g.Date)
	p := &attributionPrediction{Attributions: []attribution{}}
	last := ""
	for _, s := range r.Reading.Statements {
		content := r.spans(s.Content)
		if n := len(p.Attributions); s.Cue == nil && n > 0 && s.Source.Name == last {
			p.Attributions[n-1].Content = append(p.Attributions[n-1].Content, content...)
			continue
		}
		a := attribution{Source: r.spans([]readout.Span{s.Source.Span}), Cue: []span{}, Content: content}
		if s.Cue != nil {
			a.Cue = r.spans([]readout.Span{*s.Cue})
		}
		p.Attributions = append(p.Attributions, a)
		last = s.Source.Name
	}
	if traced {
		return p, r.frames()
	}
	return p, nil
}

// spans converts spans of the article; empty ones are left out.
func (r *reading) spans(spans []readout.Span) []span {
	out := []span{}
	for _, s := range spans {
		if s.Start < s.End {
			out = append(out, r.at.span(s))
		}
	}
	return out
}

// parts are the characters of an attribution: source, cue, content.
type parts [3][]int

func partsOf(text runes, attributions []attribution) []parts {
	out := make([]parts, len(attributions))
	for i := range attributions {
		for role := range attributionRoles {
			out[i][role] = text.chars(attributions[i].part(role))
		}
	}
	return out
}

// merge returns the places that are in any of the lists, ascending.
func merge(lists ...[]int) []int {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}

// column returns one part of all attributions.
func column(all []parts, role int) [][]int {
	var out [][]int
	for i := range all {
		out = append(out, all[i][role])
	}
	return out
}

// A link pairs gold attribution i with predicted attribution k.
type link struct {
	score float64
	i, k  int
}

// links pairs attributions one to one, greedily by the overlap of cue and content, with something
// added where cues and sources touch.
func links(gold, pred []parts) []link {
	var all, chosen []link
	for i, a := range gold {
		ga := merge(a[2], a[1])
		for k, b := range pred {
			pb := merge(b[2], b[1])
			n := common(ga, pb)
			if n == 0 {
				continue
			}
			s := 2 * float64(n) / float64(len(ga)+len(pb))
			if common(a[1], b[1]) > 0 {
				s += 0.1
			}
			if common(a[0], b[0]) > 0 {
				s += 0.05
			}
			all = append(all, link{s, i, k})
		}
	}
	sort.Slice(all, func(x, y int) bool {
		a, b := all[x], all[y]
		if a.score != b.score {
			return a.score > b.score
		}
		if a.i != b.i {
			return a.i > b.i
		}
		return a.k > b.k
	})
	usedGold, usedPred := make([]bool, len(gold)), make([]bool, len(pred))
	for _, l := range all {
		if !usedGold[l.i] && !usedPred[l.k] {
			usedGold[l.i], usedPred[l.k] = true, true
			chosen = append(chosen, l)
		}
	}
	return chosen
}

// attributionFigures gathers the counts of scoreAttributions, each by role.
type attributionFigures struct {
	token, exact [3]tally
	shared       [3]struct{ ofPred, ofGold, pred, gold float64 }
	whole, half  tally
}

// scoreAttributions prints, by role: the characters that carry it, whether the whole span of linked
// attributions is right, and how much of the spans of linked attributions is shared; then how many
// attributions are right in all three, and in content and source by half.
func scoreAttributions(gold *records[attributionGold], pred *records[attributionPrediction]) *report {
	var f attributionFigures
	for _, id := range gold.ids {
		g := gold.byID[id]
		text := runes(*g.Text)
		f.add(partsOf(text, g.Attributions), partsOf(text, pred.get(id).Attributions))
	}
	rep := newReport()
	for role, name := range attributionRoles {
		rep.show("token "+name, f.token[role])
		rep.show("exact "+name, f.exact[role])
		var p, r float64
		if s := f.shared[role]; s.pred > 0 {
			p = s.ofPred / s.pred
		}
		if s := f.shared[role]; s.gold > 0 {
			r = s.ofGold / s.gold
		}
		rep.figures["overlap "+name] = harmonic(p, r)
		rep.linef("%-34s P %.4f  R %.4f  F1 %.4f", "overlap "+name, p, r, harmonic(p, r))
	}
	rep.show("all three exact", f.whole)
	rep.show("content>=.5 and source>=.5", f.half)
	return rep
}

// add counts one text.
func (f *attributionFigures) add(gold, pred []parts) {
	linked := links(gold, pred)
	for role := range attributionRoles {
		a, b := merge(column(gold, role)...), merge(column(pred, role)...)
		f.token[role].add(common(a, b), len(b), len(a))
		ng, np := nonEmpty(gold, role), nonEmpty(pred, role)
		f.exact[role].add(0, np, ng)
		f.shared[role].pred += float64(np)
		f.shared[role].gold += float64(ng)
		for _, l := range linked {
			g, p := gold[l.i][role], pred[l.k][role]
			if len(g) == 0 || len(p) == 0 {
				continue
			}
			if slices.Equal(g, p) {
				f.exact[role].right++
			}
			n := float64(common(g, p))
			f.shared[role].ofPred += n / float64(len(p))
			f.shared[role].ofGold += n / float64(len(g))
		}
	}
	f.whole.add(0, len(pred), len(gold))
	f.half.add(0, len(pred), len(gold))
	for _, l := range linked {
		g, p := gold[l.i], pred[l.k]
		if right(g, p) {
			f.whole.right++
		}
		if halfShared(g[2], p[2]) && halfShared(g[0], p[0]) {
			f.half.right++
		}
	}
}

// nonEmpty returns how many attributions have the part.
func nonEmpty(all []parts, role int) int {
	n := 0
	for i := range all {
		if len(all[i][role]) > 0 {
			n++
		}
	}
	return n
}

// right reports whether all three parts are the same.
func right(a, b parts) bool {
	return slices.Equal(a[0], b[0]) && slices.Equal(a[1], b[1]) && slices.Equal(a[2], b[2])
}

// halfShared reports whether two parts share half of what either covers; two that are empty do.
func halfShared(a, b []int) bool {
	n := common(a, b)
	all := len(a) + len(b) - n
	return all == 0 || float64(n)/float64(all) >= .5
}

// attributionMisses tells the gold attributions that are not wholly right, with what they are linked
// to, and the predicted ones that are linked to none.
func attributionMisses(g *attributionGold, p *attributionPrediction) []miss {
	text := runes(*g.Text)
	gold, pred := partsOf(text, g.Attributions), partsOf(text, p.Attributions)
	partner, used := map[int]int{}, map[int]bool{}
	for _, l := range links(gold, pred) {
		partner[l.i], used[l.k] = l.k, true
	}
	var out []miss
	for i := range gold {
		k, ok := partner[i]
		if ok && right(gold[i], pred[k]) {
			continue
		}
		m := miss{text: text, where: around(&g.Attributions[i]), gold: text.attribution(&g.Attributions[i])}
		if ok {
			m.ours = text.attribution(&p.Attributions[k])
		}
		out = append(out, m)
	}
	for k := range pred {
		if !used[k] {
			out = append(out, miss{text: text, where: around(&p.Attributions[k]), ours: text.attribution(&p.Attributions[k])})
		}
	}
	return out
}

// around returns the stretch that cue and source stand in, or else the content.
func around(a *attribution) *span {
	spans := slices.Concat(a.Cue, a.Source)
	if len(a.Cue) == 0 {
		spans = a.Content
	}
	if len(spans) == 0 {
		return &span{}
	}
	s := spans[0]
	for _, x := range spans {
		s.Start, s.End = min(s.Start, x.Start), max(s.End, x.End)
	}
	return &s
}

// attribution writes the parts of an attribution with their words.
func (t runes) attribution(a *attribution) []string {
	return []string{"source " + t.quotes(a.Source), "cue " + t.quotes(a.Cue), "content " + t.quotes(a.Content)}
}
