package net

import "math"

// Attention is multi-head self-attention inside each sentence (Vaswani et al., 2017) with a
// learned bias for the distance of two rows (Raffel et al., 2020). x holds queries, keys and values
// side by side; bias has a row per head and a column per distance from -reach to reach, further
// ones count as reach.
func (t *Tape) Attention(x *Mat, bias *Param, sentences []Span) *Mat {
	width := x.Cols / 3
	y := t.New(x.Rows, width)
	clear(y.V)
	size := width / bias.Rows
	for _, s := range sentences {
		for h := range bias.Rows {
			t.attend(x, y, bias, s, h, size)
		}
	}
	return y
}

// attend does one head of one sentence.
func (t *Tape) attend(x, y *Mat, bias *Param, s Span, h, size int) {
	n, width := s.Len(), y.Cols
	scale := float32(1 / math.Sqrt(float64(size)))
	part := func(v []float32, p int) []float32 { return v[s.First*x.Cols+p*width+h*size:] }
	q, k, v := view{part(x.V, 0), x.Cols, 1}, part(x.V, 1), part(x.V, 2)
	p := t.zeros(n * n)
	t.pack.multiply(n, n, size, q, view{k, 1, x.Cols}, p, n)
	line := bias.V[h*bias.Cols : (h+1)*bias.Cols]
	reach := bias.Cols / 2
	for i := range n {
		row := p[i*n : (i+1)*n]
		for j := range row {
			row[j] = row[j]*scale + line[distance(j-i, reach)]
		}
		softmax(row)
	}
	t.pack.multiply(n, size, n, rows(p, n), view{v, x.Cols, 1}, y.V[s.First*width+h*size:], width)
	t.record(func() {
		gy := view{y.G[s.First*width+h*size:], width, 1}
		t.pack.multiply(n, size, n, transposed(p, n), gy, part(x.G, 2), x.Cols)
		g := t.zeros(n * n)
		t.pack.multiply(n, n, size, gy, view{v, 1, x.Cols}, g, n)
		gline := t.grad(bias)[h*bias.Cols : (h+1)*bias.Cols]
		for i := range n {
			row, pr := g[i*n:(i+1)*n], p[i*n:(i+1)*n]
			var dot float32
			for j, v := range row {
				dot += v * pr[j]
			}
			for j := range row {
				d := pr[j] * (row[j] - dot)
				gline[distance(j-i, reach)] += d
				row[j] = d * scale
			}
		}
		t.pack.multiply(n, size, n, rows(g, n), view{k, x.Cols, 1}, part(x.G, 0), x.Cols)
		t.pack.multiply(n, size, n, transposed(g, n), q, part(x.G, 1), x.Cols)
	})
}

// distance returns the column of a distance in a table from -reach to reach.
func distance(d, reach int) int { return max(-reach, min(reach, d)) + reach }

// softmax makes the row positive with sum 1.
func softmax(row []float32) {
	top := row[0]
	for _, v := range row {
		top = max(top, v)
	}
	var sum float32
	for i, v := range row {
		row[i] = expApprox(v - top)
		sum += row[i]
	}
	for i := range row {
		row[i] /= sum
	}
}

// expApprox is e to the power of x for x <= 0, in the precision of float32.
func expApprox(x float32) float32 {
	if x < -87 {
		return 0
	}
	const log2e, ln2hi, ln2lo = 1.44269504, 0.693359375, -2.12194440e-4
	n := float32(int32(x*log2e - 0.5))
	r := x - n*ln2hi - n*ln2lo
	p := float32(1.9875691500e-4)
	p = p*r + 1.3981999507e-3
	p = p*r + 8.3334519073e-3
	p = p*r + 4.1665795894e-2
	p = p*r + 1.6666665459e-1
	p = p*r + 5.0000001201e-1
	p = p*r*r + r + 1
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}
