package score

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// A chain is the spans that speak of the same, in the order of the text; never one alone.
type chain []span

// goldChains returns the chains of the gold, without what is mentioned once.
func goldChains(g *corefGold) []chain {
	by := map[string]chain{}
	for _, m := range g.Mentions {
		by[m.Cluster] = append(by[m.Cluster], m.span)
	}
	return chainsOf(by)
}

// predictedChains returns the chains of a prediction, without what is mentioned once.
func predictedChains(p *corefPrediction) []chain {
	by := map[string]chain{}
	for _, m := range p.Mentions {
		by[m.Cluster] = append(by[m.Cluster], m.span)
	}
	return chainsOf(by)
}

func chainsOf(by map[string]chain) []chain {
	var out []chain
	for _, cluster := range slices.Sorted(maps.Keys(by)) {
		if c := distinctSpans(by[cluster]); len(c) > 1 {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b chain) int {
		return cmp.Or(cmp.Compare(a[0].Start, b[0].Start), cmp.Compare(a[0].End, b[0].End))
	})
	return out
}

// A ratio is precision and recall with numerators of their own.
type ratio struct{ ofPred, pred, ofGold, gold float64 }

func (r *ratio) add(x ratio) {
	r.ofPred += x.ofPred
	r.pred += x.pred
	r.ofGold += x.ofGold
	r.gold += x.gold
}

func (r ratio) prf() (p, q, f float64) {
	if r.pred > 0 {
		p = r.ofPred / r.pred
	}
	if r.gold > 0 {
		q = r.ofGold / r.gold
	}
	return p, q, harmonic(p, q)
}

func (r ratio) f1() float64 {
	_, _, f := r.prf()
	return f
}

// chainFigures are the measures of CoNLL 2012. As its scorer does, numerators and denominators are summed
// over the texts before they are divided.
type chainFigures struct {
	mentions          tally
	muc, bcubed, ceaf ratio
}

// add counts one text.
func (f *chainFigures) add(gold, pred []chain) {
	inGold, inPred := indexChains(gold), indexChains(pred)
	shared := 0
	for s := range inGold {
		if _, ok := inPred[s]; ok {
			shared++
		}
	}
	f.mentions.add(shared, len(inPred), len(inGold))
	var m, b ratio
	m.ofGold, m.gold = mucLinks(gold, inPred)
	m.ofPred, m.pred = mucLinks(pred, inGold)
	b.ofGold, b.gold = bcubedShares(gold, inPred)
	b.ofPred, b.pred = bcubedShares(pred, inGold)
	f.muc.add(m)
	f.bcubed.add(b)
	same := bestAlignment(gold, pred, inPred)
	f.ceaf.add(ratio{same, float64(len(pred)), same, float64(len(gold))})
}

func (f *chainFigures) merge(g *chainFigures) {
	f.mentions.right += g.mentions.right
	f.mentions.pred += g.mentions.pred
	f.mentions.gold += g.mentions.gold
	f.muc.add(g.muc)
	f.bcubed.add(g.bcubed)
	f.ceaf.add(g.ceaf)
}

// mean returns the mean of the three measures, by which systems are ranked.
func (f *chainFigures) mean() float64 { return (f.muc.f1() + f.bcubed.f1() + f.ceaf.f1()) / 3 }

func (f *chainFigures) show(rep *report) {
	rep.show("mentions, whole span", f.mentions)
	for _, m := range []struct {
		name string
		ratio
	}{{"MUC", f.muc}, {"B-cubed", f.bcubed}, {"CEAF-e", f.ceaf}} {
		p, r, f1 := m.prf()
		rep.figures[m.name] = f1
		rep.linef("%-34s P %.4f  R %.4f  F1 %.4f", m.name, p, r, f1)
	}
	rep.figures["CoNLL"] = f.mean()
	rep.linef("%-34s %26s %.4f", "CoNLL 2012, mean of the three", "F1", f.mean())
}

func (f *chainFigures) line(name string) string {
	return fmt.Sprintf("   %-31s CoNLL %.4f", name, f.mean())
}

// indexChains returns for each span the chain it is in.
func indexChains(chains []chain) map[span]int {
	in := map[span]int{}
	for i, c := range chains {
		for _, s := range c {
			in[s] = i
		}
	}
	return in
}

// mucLinks returns of the links that hold the chains together how many the other side has, and how many
// there are (Vilain and others 1995): a chain that the other side cuts into n pieces lacks n-1.
func mucLinks(chains []chain, other map[span]int) (have, all float64) {
	for _, c := range chains {
		pieces, met := 0, map[int]bool{}
		for _, s := range c {
			i, ok := other[s]
			if !ok || !met[i] {
				pieces++
			}
			if ok {
				met[i] = true
			}
		}
		have += float64(len(c) - pieces)
		all += float64(len(c) - 1)
	}
	return have, all
}

// bcubedShares returns the sum over all mentions of the share of its chain that is also in its chain on
// the other side, and the number of mentions (Bagga and Baldwin 1998).
func bcubedShares(chains []chain, other map[span]int) (shares, mentions float64) {
	for _, c := range chains {
		common := map[int]int{}
		for _, s := range c {
			if i, ok := other[s]; ok {
				common[i]++
			}
		}
		n := 0
		for _, k := range common {
			n += k * k
		}
		shares += float64(n) / float64(len(c))
		mentions += float64(len(c))
	}
	return shares, mentions
}

// bestAlignment pairs chains one to one so that they are as like each other as can be, and returns how
// like they are in all: φ4 of Luo 2005, twice what two chains share over what both have.
func bestAlignment(gold, pred []chain, inPred map[span]int) float64 {
	n := max(len(gold), len(pred))
	like := make([][]float64, n)
	for i := range like {
		like[i] = make([]float64, n)
	}
	for i, c := range gold {
		for _, s := range c {
			if k, ok := inPred[s]; ok {
				like[i][k] += 2 / float64(len(c)+len(pred[k]))
			}
		}
	}
	total := 0.
	for i, k := range assign(like) {
		total += like[i][k]
	}
	return total
}

// assign returns for each row of a square matrix its column, each taken once, so that the sum is the
// greatest (Kuhn 1955, Munkres 1957, with potentials: a row at a time along the cheapest path).
func assign(value [][]float64) []int {
	n := len(value)
	ofRow, ofColumn := make([]float64, n+1), make([]float64, n+1) // potentials
	row := make([]int, n+1)                                       // of each column, from 1; 0 for none
	for i := 1; i <= n; i++ {
		row[0] = i
		augment(value, ofRow, ofColumn, row)
	}
	out := make([]int, n)
	for j := 1; j <= n; j++ {
		out[row[j]-1] = j - 1
	}
	return out
}

// augment finds a column for the row that stands in row[0], moving other rows where that is cheaper.
func augment(value [][]float64, ofRow, ofColumn []float64, row []int) {
	n := len(value)
	least := make([]float64, n+1)
	from := make([]int, n+1)
	used := make([]bool, n+1)
	for j := range least {
		least[j] = 1e300
	}
	j := 0
	for row[j] != 0 {
		used[j] = true
		i, step, next := row[j], 1e300, 0
		for k := 1; k <= n; k++ {
			if used[k] {
				continue
			}
			if cost := -value[i-1][k-1] - ofRow[i] - ofColumn[k]; cost < least[k] {
				least[k], from[k] = cost, j
			}
			if least[k] < step {
				step, next = least[k], k
			}
		}
		for k := range used {
			if used[k] {
				ofRow[row[k]] += step
				ofColumn[k] -= step
			} else {
				least[k] -= step
			}
		}
		j = next
	}
	for j != 0 {
		row[j] = row[from[j]]
		j = from[j]
	}
}
