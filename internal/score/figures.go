package score

import (
	"fmt"
	"io"
	"strconv"
)

// A tally counts what was right, what was predicted and what the gold has.
type tally struct{ right, pred, gold float64 }

func (t *tally) add(right, pred, gold int) {
	t.right += float64(right)
	t.pred += float64(pred)
	t.gold += float64(gold)
}

// prf returns precision, recall and their harmonic mean, 0 where there is nothing to divide by.
func (t tally) prf() (p, r, f float64) {
	if t.pred != 0 {
		p = t.right / t.pred
	}
	if t.gold != 0 {
		r = t.right / t.gold
	}
	return p, r, harmonic(p, r)
}

func (t tally) f1() float64 {
	_, _, f := t.prf()
	return f
}

// harmonic returns the harmonic mean of precision and recall.
func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// A report is what a scorer found: the lines it prints, and the figures by name.
type report struct {
	lines   []string
	figures map[string]float64
}

func newReport() *report { return &report{figures: map[string]float64{}} }

func (r *report) linef(format string, args ...any) {
	r.lines = append(r.lines, fmt.Sprintf(format, args...))
}

// show adds the line of a tally and keeps its F1 under the name.
func (r *report) show(name string, t tally) {
	r.figures[name] = t.f1()
	r.detail(name, t)
}

// detail adds the line of a tally.
func (r *report) detail(name string, t tally) {
	p, q, f := t.prf()
	r.linef("%-34s P %.4f  R %.4f  F1 %.4f   (tp %s, pred %s, gold %s)", name, p, q, f, short(t.right), short(t.pred), short(t.gold))
}

// short writes a count with at most six digits.
func short(x float64) string { return strconv.FormatFloat(x, 'g', 6, 64) }

// A printer writes lines and keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s+"\n")
	}
}

func (p *printer) report(r *report) {
	for _, l := range r.lines {
		p.line(l)
	}
}
