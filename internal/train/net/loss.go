package net

import "math"

// CrossEntropy returns the sum over rows of weight × −log softmax(x)[gold] and starts its
// gradient. Rows whose gold is negative count nothing.
func (t *Tape) CrossEntropy(x *Mat, gold []int32, weight float32) float64 {
	loss := 0.0
	for i, g := range gold {
		if g >= 0 {
			var to []float32
			if t.Training {
				to = x.grad(i)
			}
			loss += t.rowLoss(x.Row(i), to, int(g), weight)
		}
	}
	return loss
}

// rowLoss is the cross entropy of one row of scores; to is its gradient, nil when none is wanted.
func (t *Tape) rowLoss(row, to []float32, gold int, weight float32) float64 {
	p := t.alloc(len(row))
	copy(p, row)
	softmax(p)
	if to != nil {
		for j, v := range p {
			to[j] += weight * v
		}
		to[gold] -= weight
	}
	return -float64(weight) * math.Log(max(float64(p[gold]), 1e-30))
}

// Arcs returns a matrix of scores for each sentence, dependents by heads; column 0 is the root of
// the tree, column j+1 the sentence's row j. The score of a head is the product of the dependent's
// row in d and the head's row in h, plus a bias for the distance (Dozat and Manning, 2017). root
// stands for the root's row in h. The gradients start in the result's G.
func (t *Tape) Arcs(d, h *Mat, root, bias *Param, sentences []Span) []*Mat {
	out := make([]*Mat, len(sentences))
	for k, s := range sentences {
		out[k] = t.arcs(d, h, root, bias, s)
	}
	return out
}

// arcs does one sentence.
func (t *Tape) arcs(d, h *Mat, root, bias *Param, s Span) *Mat {
	n, size := s.Len(), d.Cols
	y := t.New(n, n+1)
	clear(y.V)
	reach := bias.Cols / 2
	dep, head := d.V[s.First*size:], h.V[s.First*size:]
	t.pack.multiply(n, n, size, rows(dep, size), transposed(head, size), y.V[1:], n+1)
	for i := range n {
		row, x := y.Row(i), dep[i*size:(i+1)*size]
		for k, v := range x {
			row[0] += v * root.V[k]
		}
		for j := range n {
			row[j+1] += bias.V[distance(j-i, reach)]
		}
	}
	t.record(func() {
		gd, gh := d.G[s.First*size:], h.G[s.First*size:]
		g := view{y.G[1:], n + 1, 1}
		t.pack.multiply(n, size, n, g, rows(head, size), gd, size)
		t.pack.multiply(n, size, n, view{y.G[1:], 1, n + 1}, rows(dep, size), gh, size)
		groot, gbias := t.grad(root), t.grad(bias)
		for i := range n {
			row, x, gx := y.grad(i), dep[i*size:(i+1)*size], gd[i*size:(i+1)*size]
			for k := range x {
				gx[k] += row[0] * root.V[k]
				groot[k] += row[0] * x[k]
			}
			for j := range n {
				gbias[distance(j-i, reach)] += row[j+1]
			}
		}
	})
	return y
}

// Labels returns the scores of the relations between rows and their heads: row i's class c is the
// product of part c of x's row i and h's row heads[i]. Rows with a negative head get zeros.
func (t *Tape) Labels(x, h *Mat, heads []int32) *Mat {
	size := h.Cols
	classes := x.Cols / size
	y := t.New(x.Rows, classes)
	for i, head := range heads {
		row := y.Row(i)
		if head < 0 {
			clear(row)
			continue
		}
		hv, xv := h.Row(int(head)), x.Row(i)
		for c := range row {
			part := xv[c*size : (c+1)*size]
			var sum float32
			for k, v := range hv {
				sum += v * part[k]
			}
			row[c] = sum
		}
	}
	t.record(func() {
		for i, head := range heads {
			if head < 0 {
				continue
			}
			hv, hg, xv, xg := h.Row(int(head)), h.grad(int(head)), x.Row(i), x.grad(i)
			for c, g := range y.grad(i) {
				part, to := xv[c*size:(c+1)*size], xg[c*size:(c+1)*size]
				for k, v := range hv {
					to[k] += g * v
					hg[k] += g * part[k]
				}
			}
		}
	})
	return y
}
