package encoder

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestKernelsAgree compares assembly and plain Go bit for bit, on thousands of shapes.
func TestKernelsAgree(t *testing.T) {
	if !hasAVX2 {
		t.Skip("this processor runs plain Go only")
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		n, in, out := 1+rng.IntN(20), 1+rng.IntN(200), 1+rng.IntN(80)
		if rng.IntN(100) == 0 {
			in = maxInputs
		}
		w, bias := randomTensor(rng, out, in)
		x := randomRows(rng, n*in)
		fast, plain := newMatrix(w, bias, true), newMatrix(w, bias, false)
		var q quantised
		q.set(x, n, in, in, fast.deep, true)
		var r quantised
		r.set(x, n, in, in, fast.deep, false)
		if !slices.Equal(q.codes[:n*fast.deep], r.codes[:n*fast.deep]) || !slices.Equal(q.scales[:n], r.scales[:n]) {
			t.Fatalf("%d rows of %d: codes differ", n, in)
		}
		got, want := make([]float32, q.rows*fast.wide), make([]float32, q.rows*fast.wide)
		fast.apply(&q, got, fast.wide)
		plain.apply(&q, want, fast.wide)
		for i := range n * fast.wide {
			if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
				t.Fatalf("%d rows, %d to %d: element %d is %g, plain Go gives %g", n, in, out, i, got[i], want[i])
			}
		}
	}
}

// TestLargestSums multiplies the largest codes with the largest weights, whose sums fill what holds
// them, in plain Go and by assembly.
func TestLargestSums(t *testing.T) {
	const n, out = tileRows, tileCols
	for _, in := range []int{1, 32, 33, 127, maxInputs} {
		w := &stored{rows: out, cols: in, floats: slices.Repeat([]float32{1}, out), codes: make([]byte, out*in)}
		x := make([]float32, n*in)
		for i := range x {
			x[i] = float32(1 - 2*(i/in%2))
		}
		for i := range w.codes {
			w.codes[i] = byte(int8(127 - 254*(i/in/2%2)))
		}
		for _, assembly := range []bool{false, hasAVX2} {
			m := newMatrix(w, make([]float32, out), assembly)
			var q quantised
			q.set(x, n, in, in, m.deep, assembly)
			got := make([]float32, q.rows*m.wide)
			m.apply(&q, got, m.wide)
			for i := range n {
				for o := range out {
					sum := in * codeLimit * 127 * (1 - 2*(i%2)) * (1 - 2*(o/2%2))
					if want := float32(int32(sum)) * q.scales[i]; got[i*m.wide+o] != want {
						t.Fatalf("%d inputs, assembly %v: row %d output %d is %g, want %g", in, assembly, i, o, got[i*m.wide+o], want)
					}
				}
			}
		}
	}
}

// TestProductsAgree compares assembly and plain Go bit for bit.
func TestProductsAgree(t *testing.T) {
	if !hasAVX2 {
		t.Skip("this processor runs plain Go only")
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		m, n, k := 4*(1+rng.IntN(6)), tileCols*(1+rng.IntN(4)), 1+rng.IntN(100)
		as, bs, os := k+rng.IntN(5), n+rng.IntN(5), n+rng.IntN(5)
		a, b := randomRows(rng, m*as), randomRows(rng, k*bs)
		got, want := make([]float32, m*os), make([]float32, m*os)
		product(true, m, n, k, a, as, b, bs, got, os)
		product(false, m, n, k, a, as, b, bs, want, os)
		for i := range got {
			if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
				t.Fatalf("%dx%dx%d: element %d is %g, plain Go gives %g", m, n, k, i, got[i], want[i])
			}
		}
	}
}

// TestMatrixIsClose compares a quantised layer with one in float64.
func TestMatrixIsClose(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	const n, in, out = 7, 301, 33
	w, bias := randomTensor(rng, out, in)
	x := randomRows(rng, n*in)
	m := newMatrix(w, bias, hasAVX2)
	var q quantised
	q.set(x, n, in, in, m.deep, hasAVX2)
	got := make([]float32, q.rows*m.wide)
	m.apply(&q, got, m.wide)
	for i := range n {
		top := 0.0
		for _, v := range x[i*in : (i+1)*in] {
			top = max(top, math.Abs(float64(v)))
		}
		for o := range out {
			want := float64(bias[o])
			for k := range in {
				want += float64(x[i*in+k]) * float64(w.floats[o]) * float64(int8(w.codes[o*in+k]))
			}
			if math.Abs(float64(got[i*m.wide+o])-want) > 1e-2*top*float64(w.floats[o])*127 {
				t.Fatalf("row %d output %d is %g, want %g", i, o, got[i*m.wide+o], want)
			}
		}
	}
}

// TestQuantiseExtremes gives rows that no text leads to; both ways must take them alike.
func TestQuantiseExtremes(t *testing.T) {
	inf := float32(math.Inf(1))
	for _, row := range [][]float32{{0, 0, 0}, {1e-38, 0, 0}, {3e38, -3e38, 1}, {inf, 1, 2}, {inf - inf, 1, 2}, {-1, 1, 0.5}} {
		long := slices.Repeat(row, 4)
		plain, fast := make([]int16, 14), make([]int16, 14)
		scale := quantise(long, plain, false)
		if hasAVX2 {
			if s := quantise(long, fast, true); s != scale || !slices.Equal(plain, fast) {
				t.Errorf("%v: %v × %g, assembly gives %v × %g", row, plain, scale, fast, s)
			}
		}
		if row[0] == -1 && (plain[0] != -codeLimit || plain[1] != codeLimit) {
			t.Errorf("%v: codes %v", row, plain)
		} else if row[0] != -1 && (scale != 0 || plain[1] != 0) {
			t.Errorf("%v: codes %v × %g, want zeros", row, plain, scale)
		}
	}
}

func randomTensor(rng *rand.Rand, rows, cols int) (*stored, []float32) {
	w := &stored{rows: rows, cols: cols, floats: make([]float32, rows), codes: make([]byte, rows*cols)}
	bias := make([]float32, rows)
	for i := range rows {
		w.floats[i], bias[i] = rng.Float32()*0.01, rng.Float32()-0.5
	}
	extreme := rng.IntN(10) == 0
	for i := range w.codes {
		w.codes[i] = byte(int8(rng.IntN(255) - 127))
		if extreme {
			w.codes[i] = byte(int8(127 - 254*rng.IntN(2)))
		}
	}
	return w, bias
}

func randomRows(rng *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	size := math.Exp(rng.NormFloat64() * 3)
	for i := range x {
		x[i] = float32(rng.NormFloat64() * size)
		if rng.IntN(20) == 0 {
			x[i] = 0
		}
	}
	return x
}

func BenchmarkMatrix(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	for _, assembly := range []bool{true, false} {
		b.Run(fmt.Sprintf("assembly=%v", assembly), func(b *testing.B) {
			const n, in, out = 258, 384, 384
			w, bias := randomTensor(rng, out, in)
			m := newMatrix(w, bias, assembly && hasAVX2)
			var q quantised
			q.set(randomRows(rng, n*in), n, in, in, m.deep, hasAVX2)
			y := make([]float32, q.rows*m.wide)
			for b.Loop() {
				m.apply(&q, y, m.wide)
			}
			b.ReportMetric(float64(b.N)*n*in*out/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}
