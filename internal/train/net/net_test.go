package net

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func random(rng *rand.Rand, n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = float32(rng.NormFloat64())
	}
	return v
}

// TestMultiply compares products of all kinds of shapes and transpositions with sums in float64.
func TestMultiply(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var p packer
	for range 300 {
		m, n, k := 1+rng.IntN(40), 1+rng.IntN(40), 1+rng.IntN(40)
		a, b, c := random(rng, m*k), random(rng, k*n), random(rng, m*n)
		va, vb := rows(a, k), rows(b, n)
		if rng.IntN(2) == 0 {
			va = transposed(a, m)
		}
		if rng.IntN(2) == 0 {
			vb = transposed(b, k)
		}
		want := make([]float64, m*n)
		for i := range m {
			for j := range n {
				sum := float64(c[i*n+j])
				for x := range k {
					sum += float64(a[i*va.row+x*va.col]) * float64(b[x*vb.row+j*vb.col])
				}
				want[i*n+j] = sum
			}
		}
		p.multiply(m, n, k, va, vb, c, n)
		for i := range c {
			if math.Abs(float64(c[i])-want[i]) > 1e-4 {
				t.Fatalf("%dx%dx%d: element %d is %g, want %g", m, n, k, i, c[i], want[i])
			}
		}
	}
}

// TestKernelAgrees compares the assembly with the Go of the same kernel.
func TestKernelAgrees(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for k := 1; k < 200; k += 7 {
		a, b := random(rng, k*tileRows), random(rng, k*tileCols)
		c := random(rng, tileRows*20)
		d := append([]float32(nil), c...)
		va := rows(a, k)
		if k%2 == 0 {
			va = transposed(a, tileRows)
		}
		kernel(k, va, b, c, 20)
		kernelGo(k, va, b, d, 20)
		for i := range c {
			if math.Abs(float64(c[i]-d[i])) > 1e-4 {
				t.Fatalf("k %d: element %d is %g, the Go kernel gives %g", k, i, c[i], d[i])
			}
		}
	}
}

// check compares the gradients of params with differences of the loss. loss runs the layers and
// starts the gradient.
func check(t *testing.T, params []*Param, loss func(*Tape) float64) {
	t.Helper()
	run := func(training bool) float64 {
		tape := &Tape{Training: training, Rand: rand.New(rand.NewPCG(5, 6))}
		value := loss(tape)
		tape.Backward()
		return value
	}
	run(true)
	var gradients [][]float32
	for _, p := range params {
		gradients = append(gradients, slices.Clone(p.G[0]))
	}
	rng := rand.New(rand.NewPCG(7, 8))
	for n, p := range params {
		for range 12 {
			i := rng.IntN(len(p.V))
			const h = 4e-3
			old := p.V[i]
			p.V[i] = old + h
			up := run(false)
			p.V[i] = old - h
			down := run(false)
			p.V[i] = old
			numeric, got := (up-down)/(2*h), float64(gradients[n][i])
			if math.Abs(numeric-got) > 2e-2*max(0.1, math.Abs(numeric), math.Abs(got)) {
				t.Errorf("%s[%d]: gradient %g, differences give %g", p.Name, i, got, numeric)
			}
		}
	}
}

// input makes a parameter of one row per token a matrix, so that gradients by inputs are seen.
func input(tape *Tape, p *Param) *Mat {
	ids := make([]int32, p.Rows)
	for i := range ids {
		ids[i] = int32(i)
	}
	return tape.Embed(ids, []*Param{p})
}

// probe ends a stack of layers in a loss.
func probe(tape *Tape, y *Mat) float64 {
	gold := make([]int32, y.Rows)
	for i := range gold {
		gold[i] = int32((i * 7) % y.Cols)
	}
	gold[1] = -1
	return tape.CrossEntropy(y, gold, 0.7)
}

var spans = []Span{{0, 5}, {5, 6}, {6, 13}}

const tokens = 13

func param(name string, rows, cols int) *Param {
	return NewParam(name, rows, cols, 1, 0.7, rand.New(rand.NewPCG(uint64(rows), uint64(len(name)+cols))))
}

func TestGradients(t *testing.T) {
	x := param("x", tokens, 12)
	w, b := param("w", 12, 18), param("b", 1, 18)
	gain, bias := param("gain", 1, 12), param("bias", 1, 12)
	small := param("small", 4, 5)
	wide, reach := param("wide", tokens, 36), param("reach", 3, 7)
	for name, c := range map[string]struct {
		params []*Param
		loss   func(*Tape) float64
	}{
		"linear":  {[]*Param{x, w, b}, func(t *Tape) float64 { return probe(t, t.Linear(input(t, x), w, b)) }},
		"maxout":  {[]*Param{x, w, b}, func(t *Tape) float64 { return probe(t, t.Maxout(t.Linear(input(t, x), w, b), 3)) }},
		"relu":    {[]*Param{x}, func(t *Tape) float64 { return probe(t, t.ReLU(input(t, x))) }},
		"norm":    {[]*Param{x, gain, bias}, func(t *Tape) float64 { return probe(t, t.Norm(input(t, x), gain, bias)) }},
		"window":  {[]*Param{x}, func(t *Tape) float64 { return probe(t, t.Window(input(t, x), spans)) }},
		"add":     {[]*Param{x}, func(t *Tape) float64 { m := input(t, x); return probe(t, t.Add(m, t.ReLU(m))) }},
		"dropout": {[]*Param{x}, func(t *Tape) float64 { return probe(t, always(t).Dropout(input(t, x), spans, 0.4)) }},
		"embed": {[]*Param{small, x}, func(t *Tape) float64 {
			return probe(t, t.Embed([]int32{0, 1, 3, 2, 1, 1, 0, 12}, []*Param{small, x}))
		}},
		"attention": {[]*Param{wide, reach}, func(t *Tape) float64 { return probe(t, t.Attention(input(t, wide), reach, spans)) }},
	} {
		t.Run(name, func(t *testing.T) {
			for _, p := range c.params {
				clear(p.G[0])
			}
			check(t, c.params, c.loss)
		})
	}
}

// always makes a tape drop also where no gradient is wanted, with the same random numbers.
func always(t *Tape) *Tape {
	t.Training = true
	return t
}

func TestArcAndLabelGradients(t *testing.T) {
	d, h, root, bias := param("d", tokens, 6), param("h", tokens, 6), param("root", 1, 6), param("bias", 1, 9)
	check(t, []*Param{d, h, root, bias}, func(t *Tape) float64 {
		loss := 0.0
		for k, y := range t.Arcs(input(t, d), input(t, h), root, bias, spans) {
			gold := make([]int32, y.Rows)
			for i := range gold {
				gold[i] = int32((i*5 + k) % y.Cols)
			}
			loss += t.CrossEntropy(y, gold, 1)
		}
		return loss
	})
	x, l := param("x", tokens, 18), param("l", tokens, 6)
	check(t, []*Param{x, l}, func(t *Tape) float64 {
		heads := []int32{1, -1, 1, 2, 3, -1, 7, 8, -1, 8, 9, 9, 6}
		return probe(t, t.Labels(input(t, x), input(t, l), heads))
	})
}

// TestAdamLearns fits a line through a layer that cannot fit it at once.
func TestAdamLearns(t *testing.T) {
	x, w, b := param("x", tokens, 4), NewParam("w", 4, 3, 2, 0, nil), NewParam("b", 1, 3, 2, 0, nil)
	x.G = nil
	params := []*Param{x, w, b}
	adam := &Adam{Beta1: 0.9, Beta2: 0.95, Memory: 0.9, Clip: 5}
	gold := make([]int32, tokens)
	for i := range gold {
		gold[i] = int32(0)
		if x.V[i*4] > 0.3 {
			gold[i] = 1
		}
	}
	first, last := 0.0, 0.0
	for step := range 200 {
		last = 0
		for worker := range 2 {
			tape := &Tape{Training: true, Worker: worker}
			last += tape.CrossEntropy(tape.Linear(input(tape, x), w, b), gold, 0.5)
			tape.Backward()
		}
		if step == 0 {
			first = last
		}
		adam.Update(params, 0.05)
	}
	for i, v := range w.Mean {
		if math.Abs(float64(v-w.V[i])) > 0.2*math.Abs(float64(w.V[i])) {
			t.Errorf("the mean of a number is %g, the number %g", v, w.V[i])
		}
	}
	if last > first/4 {
		t.Errorf("loss %g after 200 steps from %g", last, first)
	}
}

func TestExpApprox(t *testing.T) {
	for x := 0.0; x > -80; x -= 0.013 {
		got, want := float64(expApprox(float32(x))), math.Exp(float64(float32(x)))
		if math.Abs(got-want) > 1e-6*want {
			t.Fatalf("exp(%g) = %g, want %g", x, got, want)
		}
	}
}

func BenchmarkMultiply(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	for _, m := range []int{24, 450} {
		b.Run(fmt.Sprint(m), func(b *testing.B) {
			var p packer
			x, w, y := random(rng, m*384), random(rng, 384*384), random(rng, m*384)
			for b.Loop() {
				p.multiply(m, 384, 384, rows(x, 384), rows(w, 384), y, 384)
			}
			b.ReportMetric(float64(b.N)*float64(m)*384*384/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}
