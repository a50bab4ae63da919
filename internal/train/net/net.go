// Package net has the layers that the encoder is trained with: forward passes that leave a tape,
// and backward passes along it.
//
// In: rows of numbers, one row per token, sentences one after the other. Out: losses, and the
// gradients of all parameters. It knows nothing of language or treebanks.
//
// Phases of a step: each worker runs the layers over its share of the batch, which records the way
// back on its Tape; Tape.Backward walks it and sums gradients into the worker's own copy; Adam adds
// the copies in a fixed order and moves the parameters. With the same seed and number of workers a
// machine gives the same parameters again.
package net

import "math/rand/v2"

// A Mat is a matrix in row order with the gradient of the loss by its values.
type Mat struct {
	Rows, Cols int
	V, G       []float32
}

// Row returns row i.
func (m *Mat) Row(i int) []float32 { return m.V[i*m.Cols : (i+1)*m.Cols] }

// grad returns the gradient of row i.
func (m *Mat) grad(i int) []float32 { return m.G[i*m.Cols : (i+1)*m.Cols] }

// A Param is a matrix that is learned, with a gradient for each worker.
type Param struct {
	Name       string
	Rows, Cols int
	V          []float32
	G          [][]float32 // by worker; nil when the parameter is frozen
	M, S       []float32   // moments of Adam
	Mean       []float32   // running mean of V, see Adam
}

// NewParam returns a parameter of normally distributed numbers with the given deviation.
func NewParam(name string, rows, cols, workers int, deviation float64, rng *rand.Rand) *Param {
	n := rows * cols
	p := &Param{Name: name, Rows: rows, Cols: cols, V: make([]float32, n), M: make([]float32, n), S: make([]float32, n), Mean: make([]float32, n)}
	for range workers {
		p.G = append(p.G, make([]float32, n))
	}
	if deviation > 0 {
		for i := range p.V {
			p.V[i] = float32(rng.NormFloat64() * deviation)
		}
	}
	return p
}

// Fill sets all values to v and returns the parameter.
func (p *Param) Fill(v float32) *Param {
	for i := range p.V {
		p.V[i] = v
	}
	return p
}

// A Span is a sentence: rows [First, End).
type Span struct{ First, End int }

// Len returns the number of rows.
func (s Span) Len() int { return s.End - s.First }

// A Tape records the layers of one worker's forward pass. Memory that it hands out is used again
// after Reset.
type Tape struct {
	Worker   int
	Training bool // whether Dropout drops and gradients will be asked for
	Rand     *rand.Rand

	slabs [][]float32
	slab  int
	used  int
	back  []func()
	pack  packer
}

// slabSize is the size of the pieces of memory of a Tape, in numbers.
const slabSize = 1 << 22

// Reset forgets the recorded layers.
func (t *Tape) Reset() {
	t.back = t.back[:0]
	t.slab, t.used = 0, 0
}

// alloc returns n numbers of any value.
func (t *Tape) alloc(n int) []float32 {
	if n > slabSize {
		return make([]float32, n)
	}
	if t.slab < len(t.slabs) && t.used+n > slabSize {
		t.slab++
		t.used = 0
	}
	if t.slab == len(t.slabs) {
		t.slabs = append(t.slabs, make([]float32, slabSize))
		t.used = 0
	}
	out := t.slabs[t.slab][t.used : t.used+n : t.used+n]
	t.used += n
	return out
}

// zeros returns n zeros.
func (t *Tape) zeros(n int) []float32 {
	out := t.alloc(n)
	clear(out)
	return out
}

// New returns a matrix whose values are not set and whose gradient is zero.
func (t *Tape) New(rows, cols int) *Mat {
	m := &Mat{Rows: rows, Cols: cols, V: t.alloc(rows * cols)}
	if t.Training {
		m.G = t.zeros(rows * cols)
	}
	return m
}

// record notes how gradients flow back through a layer.
func (t *Tape) record(back func()) {
	if t.Training {
		t.back = append(t.back, back)
	}
}

// Backward sums the gradients of everything recorded, last layer first.
func (t *Tape) Backward() {
	for i := len(t.back) - 1; i >= 0; i-- {
		t.back[i]()
	}
}

// grad returns the worker's gradient of p, nil when p is frozen.
func (t *Tape) grad(p *Param) []float32 {
	if p.G == nil {
		return nil
	}
	return p.G[t.Worker]
}
