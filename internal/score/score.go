// Package score measures readings against gold: what people annotated.
//
// In: a gold file (JSON lines or CoNLL-U, plain or gzip) and predictions, from a file in the same
// form or made by readout from the gold's own text. Out: precision, recall and F1 as text, each
// scorer printing what its published measure prints, and on request every miss with the frames
// that were tried there.
//
// Phases: records (records.go) → predictions (machine.go and the predict function of each kind) →
// score (one file per kind: events, pairs, roles, attribution, dates, places, names, coref, parse) →
// misses (misses.go) → the line that names data and model (source.go).
//
// Offsets in files count Unicode code points of the record's text; those of a Reading count bytes
// of the article's text. They are converted once, in offsets.go, when predictions are made.
package score

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// The kinds of gold.
const (
	Parse       = "parse"
	Names       = "names"
	Events      = "events"
	Pairs       = "pairs"
	Roles       = "roles"
	Attribution = "attribution"
	Dates       = "dates"
	Places      = "places"
	Coref       = "coref"
)

// Kinds lists the kinds of gold that Run knows.
func Kinds() []string {
	return []string{Parse, Names, Events, Pairs, Roles, Attribution, Dates, Places, Coref}
}

// A Job is one run of a scorer.
type Job struct {
	Kind string // one of Kinds
	Gold string // file

	// Where the predictions come from: a file, the gold itself, or else Machine.
	Predictions       string
	GoldAsPredictions bool
	ZSP               string // pairs: the published predictions in the gold file, "L1" or "L2"
	Machine           *Machine

	WritePredictions string // file that the predictions are written to; "" for none
	Errors           bool   // list every miss

	Only       string   // events, pairs: FIELD=VALUE that gold records must have
	Map15      bool     // events: CONCEDE and RETREAT count as YIELD
	Verbose    bool     // events, pairs, parse: figures for each type or relation; coref: for each text
	Types      []string // dates, names, places: the types of gold that count; none for all
	Field      string   // names: the field of the records that holds the entities
	Outermost  bool     // names: drop entities inside others
	GoldTokens bool     // parse: parse the gold's tokens instead of its text

	Notes io.Writer // takes remarks that are no figures
}

// Run makes or reads the predictions, scores them and writes the figures to w.
func Run(j *Job, w io.Writer) error {
	out := &printer{w: w}
	var err error
	switch j.Kind {
	case Parse:
		err = runParse(j, out)
	case Names:
		err = run(j, out, namesScorer(j))
	case Events:
		err = run(j, out, eventsScorer(j))
	case Pairs:
		err = run(j, out, pairsScorer(j))
	case Roles:
		err = run(j, out, rolesScorer())
	case Attribution:
		err = run(j, out, attributionScorer())
	case Dates:
		err = run(j, out, datesScorer(j))
	case Places:
		err = run(j, out, placesScorer(j))
	case Coref:
		err = run(j, out, corefScorer(j))
	default:
		err = fmt.Errorf("unknown kind %q", j.Kind)
	}
	if err == nil {
		err = out.source(j)
	}
	if err == nil {
		err = out.err
	}
	if err != nil {
		return fmt.Errorf("score: %w", err)
	}
	return nil
}

// A scorer is what one kind of gold needs beside the work that all share.
type scorer[G, P any] struct {
	check   func(*G) error                                   // what a gold record must have
	keep    func(*G) bool                                    // nil, or which gold records count
	prepare func([]*G)                                       // nil, or what prediction must know of all records
	predict func(*Machine, *G, bool) (*P, *trace)            // the trace only when asked for
	given   func(*G) *P                                      // predictions that the gold file holds; nil for none
	score   func(gold *records[G], pred *records[P]) *report // the measure
	misses  func(*G, *P) []miss
}

var errNoRecord = errors.New("empty: there is no record")

// run scores a file of JSON lines.
func run[G, P any](j *Job, out *printer, s scorer[G, P]) error {
	gold, err := readRecords[G](j.Gold, j.Only)
	if err != nil {
		return err
	}
	if len(gold.ids) == 0 && j.Only == "" {
		return fmt.Errorf("%s: %w", j.Gold, errNoRecord)
	}
	if s.keep != nil {
		gold.drop(func(g *G) bool { return !s.keep(g) })
	}
	for _, id := range gold.ids {
		if err := s.check(gold.byID[id]); err != nil {
			return fmt.Errorf("%s: record %s: %w", j.Gold, id, err)
		}
	}
	pred, traces, err := predictions(j, s, gold)
	if err != nil {
		return err
	}
	if j.WritePredictions != "" {
		if err := writeFile(j.WritePredictions, func(w io.Writer) error { return writeRecords(w, pred) }); err != nil {
			return err
		}
	}
	if j.Errors {
		for i, id := range gold.ids {
			p := pred.byID[id]
			if p == nil {
				p = new(P)
			}
			for _, m := range s.misses(gold.byID[id], p) {
				out.miss(id, m, traces[i])
			}
		}
	}
	out.report(s.score(gold, pred))
	return nil
}

// predictions reads the predictions, or takes them from the gold, or has the machine make them.
func predictions[G, P any](j *Job, s scorer[G, P], gold *records[G]) (*records[P], []*trace, error) {
	traces := make([]*trace, len(gold.ids))
	if j.Predictions != "" {
		pred, err := readRecords[P](j.Predictions, "")
		if err == nil {
			compareIDs(j.Notes, gold.ids, pred.ids)
		}
		return pred, traces, err
	}
	made := make([]*P, len(gold.ids))
	if j.GoldAsPredictions || j.ZSP != "" {
		for i, id := range gold.ids {
			made[i] = s.given(gold.byID[id])
		}
	} else {
		all := make([]*G, len(gold.ids))
		for i, id := range gold.ids {
			all[i] = gold.byID[id]
		}
		if s.prepare != nil {
			s.prepare(all)
		}
		j.Machine.Each(len(all), func(i int) { made[i], traces[i] = s.predict(j.Machine, all[i], j.Errors) })
	}
	pred := newRecords[P]()
	for i, id := range gold.ids {
		pred.add(id, made[i])
	}
	return pred, traces, nil
}

// writeFile creates a file and writes it.
func writeFile(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	return f.Close()
}
