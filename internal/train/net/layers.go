package net

import "math"

// Linear returns x·w + b, where w is inputs by outputs. b may be nil.
func (t *Tape) Linear(x *Mat, w, b *Param) *Mat {
	y := t.New(x.Rows, w.Cols)
	for i := range y.Rows {
		if b != nil {
			copy(y.Row(i), b.V)
		} else {
			clear(y.Row(i))
		}
	}
	t.pack.multiply(x.Rows, w.Cols, w.Rows, rows(x.V, x.Cols), rows(w.V, w.Cols), y.V, y.Cols)
	t.record(func() {
		t.pack.multiply(x.Rows, w.Rows, w.Cols, rows(y.G, y.Cols), transposed(w.V, w.Cols), x.G, x.Cols)
		t.pack.multiply(w.Rows, w.Cols, x.Rows, transposed(x.V, x.Cols), rows(y.G, y.Cols), t.grad(w), w.Cols)
		if b != nil {
			g := t.grad(b)
			for i := range y.Rows {
				add(g, y.grad(i))
			}
		}
	})
	return y
}

// Embed returns for each row the rows of the tables that its ids name, one after the other:
// ids[row*len(tables)+table].
func (t *Tape) Embed(ids []int32, tables []*Param) *Mat {
	n, width := len(ids)/len(tables), 0
	for _, p := range tables {
		width += p.Cols
	}
	y := t.New(n, width)
	each := func(do func(p *Param, id int32, at int)) {
		for i := range n {
			at := i * width
			for f, p := range tables {
				do(p, ids[i*len(tables)+f], at)
				at += p.Cols
			}
		}
	}
	each(func(p *Param, id int32, at int) {
		copy(y.V[at:at+p.Cols], p.V[int(id)*p.Cols:])
	})
	t.record(func() {
		each(func(p *Param, id int32, at int) {
			if g := t.grad(p); g != nil {
				add(g[int(id)*p.Cols:int(id+1)*p.Cols], y.G[at:at+p.Cols])
			}
		})
	})
	return y
}

// Maxout returns the largest of the pieces of x, which lie one after the other in each row
// (Goodfellow et al., 2013).
func (t *Tape) Maxout(x *Mat, pieces int) *Mat {
	width := x.Cols / pieces
	y := t.New(x.Rows, width)
	which := make([]uint8, len(y.V))
	for i := range y.Rows {
		in, out, w := x.Row(i), y.Row(i), which[i*width:(i+1)*width]
		copy(out, in)
		for p := 1; p < pieces; p++ {
			piece := in[p*width : (p+1)*width]
			for j, v := range piece {
				if v > out[j] {
					out[j], w[j] = v, uint8(p)
				}
			}
		}
	}
	t.record(func() {
		for i := range y.Rows {
			to, g := x.grad(i), y.grad(i)
			for j, v := range g {
				to[int(which[i*width+j])*width+j] += v
			}
		}
	})
	return y
}

// normEpsilon keeps the division of Norm finite.
const normEpsilon = 1e-5

// Norm returns the rows of x with mean 0 and variance 1, scaled by gain and moved by bias (Ba,
// Kiros and Hinton, 2016).
func (t *Tape) Norm(x *Mat, gain, bias *Param) *Mat {
	y := t.New(x.Rows, x.Cols)
	unit := t.alloc(len(x.V))
	inverse := t.alloc(x.Rows)
	n := float32(x.Cols)
	for i := range x.Rows {
		in, u, out := x.Row(i), unit[i*x.Cols:(i+1)*x.Cols], y.Row(i)
		var mean, variance float32
		for _, v := range in {
			mean += v
		}
		mean /= n
		for _, v := range in {
			variance += (v - mean) * (v - mean)
		}
		inverse[i] = float32(1 / math.Sqrt(float64(variance/n+normEpsilon)))
		for j, v := range in {
			u[j] = (v - mean) * inverse[i]
			out[j] = u[j]*gain.V[j] + bias.V[j]
		}
	}
	t.record(func() {
		gg, gb := t.grad(gain), t.grad(bias)
		for i := range x.Rows {
			u, g, to := unit[i*x.Cols:(i+1)*x.Cols], y.grad(i), x.grad(i)
			var sum, dot float32
			for j, v := range g {
				gg[j] += v * u[j]
				gb[j] += v
				d := v * gain.V[j]
				sum += d
				dot += d * u[j]
			}
			sum /= n
			dot /= n
			for j, v := range g {
				to[j] += (v*gain.V[j] - sum - u[j]*dot) * inverse[i]
			}
		}
	})
	return y
}

// Window returns each row with its neighbours before and after it in the sentence, zeros at the ends.
func (t *Tape) Window(x *Mat, sentences []Span) *Mat {
	y := t.New(x.Rows, 3*x.Cols)
	clear(y.V)
	inside := func(do func(from, at int)) {
		for _, s := range sentences {
			for i := s.First; i < s.End; i++ {
				for k := range 3 {
					if from := i + k - 1; from >= s.First && from < s.End {
						do(from, (3*i+k)*x.Cols)
					}
				}
			}
		}
	}
	inside(func(from, at int) { copy(y.V[at:at+x.Cols], x.Row(from)) })
	t.record(func() {
		inside(func(from, at int) { add(x.grad(from), y.G[at:at+x.Cols]) })
	})
	return y
}

// Dropout sets a share of the columns to zero, the same for all rows of a sentence, and scales the
// others up (Gal and Ghahramani, 2016).
func (t *Tape) Dropout(x *Mat, sentences []Span, share float64) *Mat {
	if !t.Training || share <= 0 {
		return x
	}
	y := t.New(x.Rows, x.Cols)
	masks := t.alloc(len(sentences) * x.Cols)
	limit, scale := uint32(share*(1<<32)), float32(1/(1-share))
	for i := range masks {
		masks[i] = scale
		if t.Rand.Uint32() < limit {
			masks[i] = 0
		}
	}
	for n, s := range sentences {
		mask := masks[n*x.Cols : (n+1)*x.Cols]
		for i := s.First; i < s.End; i++ {
			in, out := x.Row(i), y.Row(i)
			for j, v := range in {
				out[j] = v * mask[j]
			}
		}
	}
	t.record(func() {
		for n, s := range sentences {
			mask := masks[n*x.Cols : (n+1)*x.Cols]
			for i := s.First; i < s.End; i++ {
				to, g := x.grad(i), y.grad(i)
				for j, v := range g {
					to[j] += v * mask[j]
				}
			}
		}
	})
	return y
}

// ReLU returns x where it is positive, else 0.
func (t *Tape) ReLU(x *Mat) *Mat {
	y := t.New(x.Rows, x.Cols)
	for i, v := range x.V {
		y.V[i] = max(v, 0)
	}
	t.record(func() {
		for i, v := range y.V {
			if v > 0 {
				x.G[i] += y.G[i]
			}
		}
	})
	return y
}

// Add returns a + b.
func (t *Tape) Add(a, b *Mat) *Mat {
	y := t.New(a.Rows, a.Cols)
	for i, v := range a.V {
		y.V[i] = v + b.V[i]
	}
	t.record(func() {
		add(a.G, y.G)
		add(b.G, y.G)
	})
	return y
}

func add(to, v []float32) {
	to = to[:len(v)]
	for i, x := range v {
		to[i] += x
	}
}
