package score

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
)

// A pairGold is a sentence with a marked source and target and the class of what the one does to
// the other: one of PLOVER's types, CONCEDE and RETREAT as YIELD, and its quad class.
type pairGold struct {
	Text   string
	Source looseSpan
	Target looseSpan
	Root   *string
	Penta  int
	ZSP    map[string]json.RawMessage
}

// A pairPrediction is the class that was found; Root is "" when none was.
type pairPrediction struct {
	Root  string `json:"root,omitempty"`
	Penta int    `json:"penta,omitempty"`
}

// quads are the quad classes of the types.
var quads = map[string]int{
	"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "CONCEDE": 2, "RETREAT": 2,
	"REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}

// pairsScorer scores the class of marked pairs (PLV: Hu and others, ACL 2024).
func pairsScorer(j *Job) scorer[pairGold, pairPrediction] {
	return scorer[pairGold, pairPrediction]{
		check: func(g *pairGold) error {
			if g.Root == nil {
				return errors.New("no field root")
			}
			if j.ZSP != "" && g.published(j.ZSP) == nil {
				return errors.New("no published prediction " + j.ZSP)
			}
			return nil
		},
		predict: predictPair,
		given: func(g *pairGold) *pairPrediction {
			if j.ZSP == "" {
				return &pairPrediction{Root: *g.Root, Penta: g.Penta}
			}
			return g.published(j.ZSP)
		},
		score: func(gold *records[pairGold], pred *records[pairPrediction]) *report {
			return scorePairs(gold, pred, j.Verbose)
		},
		misses: pairMisses,
	}
}

// published returns the prediction of the system that the gold was published with; nil for none.
func (g *pairGold) published(name string) *pairPrediction {
	var p pairPrediction
	if json.Unmarshal(g.ZSP["root_"+name], &p.Root) != nil || json.Unmarshal(g.ZSP["penta_"+name], &p.Penta) != nil {
		return nil
	}
	return &p
}

// predictPair reads the sentence and takes what its words say between the marked spans.
func predictPair(m *Machine, g *pairGold, traced bool) (*pairPrediction, *trace) {
	r := m.sentence(g.Text, "")
	text := runes(g.Text)
	p := &pairPrediction{Root: fold15(m.Reader.Between(r.Explanation, text.bytes(g.Source), text.bytes(g.Target)).Type)}
	if traced {
		return p, r.frames()
	}
	return p, nil
}

// A labelled is a gold label and the predicted one.
type labelled struct{ gold, pred string }

// scorePairs prints accuracy, macro-F1 over the gold labels and weighted F1 for the types, the quad
// classes, and cooperation against conflict. A missing prediction is wrong.
func scorePairs(gold *records[pairGold], pred *records[pairPrediction], verbose bool) *report {
	rep := newReport()
	var roots, pentas, sides []labelled
	for _, id := range gold.ids {
		g, p := gold.byID[id], pred.get(id)
		root := "NONE"
		if p.Root != "" {
			root = fold15(p.Root)
		}
		roots = append(roots, labelled{*g.Root, root})
		penta := p.Penta
		if penta == 0 {
			penta = quads[p.Root]
		}
		pentas = append(pentas, labelled{strconv.Itoa(g.Penta), strconv.Itoa(penta)})
		side := "none"
		if penta != 0 {
			side = strconv.FormatBool(penta > 2)
		}
		sides = append(sides, labelled{strconv.FormatBool(g.Penta > 2), side})
	}
	rep.labels("root (15)", roots, verbose)
	rep.labels("quad (penta)", pentas, false)
	rep.labels("cooperation/conflict", sides, false)
	return rep
}

// labels adds the figures of one way to label.
func (r *report) labels(name string, pairs []labelled, verbose bool) {
	byLabel := map[string]*tally{}
	at := func(l string) *tally {
		if byLabel[l] == nil {
			byLabel[l] = &tally{}
		}
		return byLabel[l]
	}
	right := 0.0
	for _, p := range pairs {
		at(p.gold).gold++
		at(p.pred).pred++
		if p.gold == p.pred {
			at(p.gold).right++
			right++
		}
	}
	var macro, weighted, count float64
	var details report
	for _, l := range slices.Sorted(maps.Keys(byLabel)) {
		t := byLabel[l]
		if t.gold == 0 {
			continue
		}
		p, q, f := t.prf()
		macro += f
		weighted += f * t.gold
		count++
		details.linef("   %-10s P %.3f R %.3f F1 %.3f n %d", l, p, q, f, int(t.gold))
	}
	n := float64(len(pairs))
	if n == 0 {
		n, count = 1, 1
	}
	r.figures[name], r.figures[name+" macro"], r.figures[name+" weighted"] = right/n, macro/count, weighted/n
	r.linef("%-22s n %d  accuracy %.4f  macro-F1 %.4f  weighted-F1 %.4f", name, len(pairs), right/n, macro/count, weighted/n)
	if verbose {
		r.lines = append(r.lines, details.lines...)
	}
}

// pairMisses tells the class that was missed and between whom.
func pairMisses(g *pairGold, p *pairPrediction) []miss {
	if *g.Root == fold15(p.Root) {
		return nil
	}
	text := runes(g.Text)
	words := func(s looseSpan) string {
		if x, ok := s.span(); ok {
			return "“" + oneLine(text.slice(x)) + "”"
		}
		return "nobody marked"
	}
	m := miss{text: text, gold: []string{*g.Root + " by " + words(g.Source) + " to " + words(g.Target)}}
	if p.Root != "" {
		m.ours = []string{p.Root}
	}
	return []miss{m}
}
