package score

import (
	"errors"
	"slices"
	"strings"

	"readout"
	timexes "readout/internal/timex"
)

// A dateGold is a text with its time expressions and the day of publication (dct).
type dateGold struct {
	Text    string
	DCT     string
	Timexes *[]timex
	tei     bool // the whole set writes values as TEI does
}

// A datePrediction is the time expressions that were found.
type datePrediction struct {
	Timexes []timex `json:"timexes"`
}

// A timex is a time expression: its span, TIMEX3 type and value.
type timex struct {
	span
	Type  string `json:"type,omitempty"`
	Value string `json:"value"`
}

// datesScorer scores time expressions as TempEval-3 does.
func datesScorer(j *Job) scorer[dateGold, datePrediction] {
	return scorer[dateGold, datePrediction]{
		check: func(g *dateGold) error {
			if g.Timexes == nil {
				return errors.New("no field timexes")
			}
			return nil
		},
		prepare: func(all []*dateGold) {
			tei := inTEI(all)
			for _, g := range all {
				g.tei = tei
			}
		},
		predict: predictDates,
		given:   func(g *dateGold) *datePrediction { return &datePrediction{Timexes: *g.Timexes} },
		score: func(gold *records[dateGold], pred *records[datePrediction]) *report {
			return scoreDates(gold, pred, j.Types)
		},
		misses: func(g *dateGold, p *datePrediction) []miss { return dateMisses(g, p, j.Types) },
	}
}

// inTEI reports whether the gold writes values as TEI does, with stretches of days as from/to, which
// TIMEX3 has no form for.
func inTEI(all []*dateGold) bool {
	return slices.ContainsFunc(all, func(g *dateGold) bool {
		return slices.ContainsFunc(*g.Timexes, func(t timex) bool { return strings.Contains(t.Value, "/") })
	})
}

// predictDates reads the report. Annotators mark the dates of datelines and headings too, so the lines
// that give no records are read for their dates alone.
func predictDates(m *Machine, g *dateGold, traced bool) (*datePrediction, *trace) {
	r := m.report(g.Text, g.DCT)
	p := &datePrediction{Timexes: []timex{}}
	times := slices.Concat(r.Document.Times, m.Reader.Explain(unread(r.Document.Article)).Document.Times)
	for _, t := range times {
		parts := t.Ends
		if parts == nil {
			parts = []readout.Time{t.Time}
		}
		for _, x := range parts {
			value := x.Value
			if g.tei {
				value = timexes.TEI(value)
			}
			p.Timexes = append(p.Timexes, timex{span: r.at.span(x.Span), Type: t.Type, Value: value})
		}
	}
	if traced {
		return p, r.names()
	}
	return p, nil
}

// unread returns the article with those of its parts as body that give no records.
func unread(a *readout.Article) *readout.Article {
	b := *a
	b.Parts = nil
	for _, part := range a.Parts {
		if !part.Kind.Read() {
			part.Kind = readout.PartBody
			b.Parts = append(b.Parts, part)
		}
	}
	return &b
}

// inOrder returns the expressions of the types, in the order of the text. Predictions without a
// type (loose) count for every type.
func inOrder(all []timex, types []string, loose bool) []timex {
	var out []timex
	for _, t := range all {
		if len(types) == 0 || slices.Contains(types, t.Type) || loose && t.Type == "" {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b timex) int { return compareSpans(a.span, b.span) })
	return out
}

// matchDates returns for every gold expression the prediction that it shares most with, one to one
// in order; -1 for none.
func matchDates(gold, pred []timex) []int {
	used := make([]bool, len(pred))
	out := make([]int, len(gold))
	for i := range gold {
		out[i] = -1
		most := 0
		for k := range pred {
			if n := gold[i].shared(pred[k].span); !used[k] && n > most {
				out[i], most = k, n
			}
		}
		if out[i] >= 0 {
			used[out[i]] = true
		}
	}
	return out
}

// sameValue compares TIMEX3 values without case and without a final Z.
func sameValue(a, b string) bool {
	norm := func(v string) string {
		return strings.TrimSuffix(strings.ToUpper(strings.TrimFunc(v, isSpace)), "Z")
	}
	return norm(a) == norm(b)
}

// scoreDates prints: same span; any overlap; overlap and the same type; overlap and the same value,
// which TempEval-3 ranks by; same span and value.
func scoreDates(gold *records[dateGold], pred *records[datePrediction], types []string) *report {
	var strict, relaxed, typed, valued, both tally
	for _, id := range gold.ids {
		gs, ps := inOrder(*gold.byID[id].Timexes, types, false), inOrder(pred.get(id).Timexes, types, true)
		for _, t := range []*tally{&strict, &relaxed, &typed, &valued, &both} {
			t.add(0, len(ps), len(gs))
		}
		strict.right += float64(sharedSpans(datesOf(gs), datesOf(ps)))
		for i, k := range matchDates(gs, ps) {
			if k < 0 {
				continue
			}
			g, p := gs[i], ps[k]
			relaxed.right++
			if g.Type == p.Type {
				typed.right++
			}
			if sameValue(g.Value, p.Value) {
				valued.right++
				if g.span == p.span {
					both.right++
				}
			}
		}
	}
	rep := newReport()
	rep.show("strict span", strict)
	rep.show("relaxed span", relaxed)
	rep.show("relaxed type", typed)
	rep.show("relaxed value", valued)
	rep.show("strict value", both)
	return rep
}

// datesOf returns the distinct spans of expressions in order.
func datesOf(all []timex) []span {
	var out []span
	for _, t := range all {
		out = append(out, t.span)
	}
	return slices.Compact(out)
}

// dateMisses tells the gold expressions that were not found or have another span or value, and the
// predictions that no gold expression touches.
func dateMisses(g *dateGold, p *datePrediction, types []string) []miss {
	text := runes(g.Text)
	gold, pred := inOrder(*g.Timexes, types, false), inOrder(p.Timexes, types, true)
	write := func(t timex) []string {
		return []string{"“" + oneLine(text.slice(t.span)) + "” " + strings.TrimSpace(t.Type+" "+t.Value)}
	}
	right := func(g, p timex) bool { return sameValue(g.Value, p.Value) && g.span == p.span }
	return missesOf(text, gold, pred, matchDates(gold, pred), func(t *timex) *span { return &t.span }, right, write)
}
