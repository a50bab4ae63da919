package encoder

import "math"

// The tile that dotAVX2 computes at once. Rows of batches are padded to tileRows (and to a
// multiple of 4 for productAVX2), columns of matrices to tileCols.
const (
	tileRows = 6
	tileCols = 16
)

// codeLimit is the largest code of a quantised number: with weights of at most 127 the sum of
// maxInputs products stays within int32.
const (
	codeLimit = 1<<14 - 1
	maxInputs = 1024
)

// A matrix is a layer's weights: int8 codes with a scale per output, and a float32 bias.
type matrix struct {
	in, out    int       // as trained
	deep, wide int       // in and out, padded to 2 and tileCols
	panels     []int16   // for assembly: per tileCols outputs, per pair of inputs, the outputs' pairs
	lanes      []lanes   // for plain Go: per laneOutputs outputs, per input
	scales     []float32 // by output
	bias       []float32
}

// lanes are the weights, or sums, of laneOutputs outputs: two in each number, the second 32 bits up.
type lanes [laneOutputs / 2]int64

const laneOutputs = 8

// newMatrix returns the matrix of a stored tensor, a row per output, and its bias. It is laid out
// for assembly or for plain Go.
func newMatrix(w *stored, bias []float32, assembly bool) *matrix {
	m := &matrix{in: w.cols, out: w.rows, deep: pad(w.cols, 2), wide: pad(w.rows, tileCols)}
	m.scales, m.bias = make([]float32, m.wide), make([]float32, m.wide)
	copy(m.scales, w.floats)
	copy(m.bias, bias)
	if assembly {
		m.panels = make([]int16, m.wide*m.deep)
	} else {
		m.lanes = make([]lanes, m.wide/laneOutputs*m.deep)
	}
	for o := range w.rows {
		panel, column := o/tileCols*tileCols*m.deep, o%tileCols
		for i, code := range w.codes[o*w.cols : (o+1)*w.cols] {
			v := int8(code)
			if assembly {
				m.panels[panel+i/2*2*tileCols+2*column+i%2] = int16(v)
			} else {
				m.lanes[o/laneOutputs*m.deep+i][o%laneOutputs/2] += int64(v) << (32 * (o % 2))
			}
		}
	}
	return m
}

// pad returns n rounded up to a multiple.
func pad(n, multiple int) int { return (n + multiple - 1) / multiple * multiple }

// quantised is a batch of rows as integers, each row with its own scale. The rows are padded to a
// multiple of tileRows; what stands in the padding does not matter.
type quantised struct {
	rows   int
	codes  []int16
	scales []float32
}

// set quantises n rows of width columns, stride apart; each takes deep codes.
func (q *quantised) set(x []float32, n, width, stride, deep int, assembly bool) {
	q.rows = pad(n, tileRows)
	q.codes, q.scales = resize(q.codes, q.rows*deep), resize(q.scales, q.rows)
	for i := range n {
		q.scales[i] = quantise(x[i*stride:i*stride+width], q.codes[i*deep:(i+1)*deep], assembly)
	}
}

// roundMagic rounds to the nearest integer when it is added, which then stands in the low bits.
const roundMagic = 1.5 * (1 << 23)

// quantise writes the row as integers up to codeLimit and returns the value of one. A row that is
// next to nothing, or not finite, becomes zeros.
func quantise(row []float32, codes []int16, assembly bool) float32 {
	done := 0
	var bits uint32
	if assembly {
		done = len(row) &^ 7
		bits = topFast(row[:done])
	}
	for _, v := range row[done:] {
		bits = max(bits, math.Float32bits(v)&^(1<<31))
	}
	top := math.Float32frombits(bits)
	if !(top > 1e-30 && top < 1e30) {
		clear(codes)
		return 0
	}
	factor := codeLimit / top
	if done > 0 {
		codeFast(row[:done], factor, codes[:done])
	}
	for i := done; i < len(row); i++ {
		codes[i] = int16(math.Float32bits(float32(row[i]*factor) + roundMagic))
	}
	clear(codes[len(row):])
	return top / codeLimit
}

// apply sets out, of rows stride apart, to the product of x and the matrix plus the bias.
func (m *matrix) apply(x *quantised, out []float32, stride int) {
	if m.panels != nil {
		m.dotFast(x, out, stride)
	} else {
		m.dotPlain(x, out, stride)
	}
}

// dotPlain is apply in plain Go. A multiplication does two outputs at once: the sums of the low and
// the high half of a lane do not meet, for the low one fits 32 bits.
func (m *matrix) dotPlain(x *quantised, out []float32, stride int) {
	for j := 0; j < m.wide; j += laneOutputs {
		panel := m.lanes[j/laneOutputs*m.deep:][:m.deep]
		for i := range x.rows {
			m.finish(sums(x.codes[i*m.deep:][:m.deep], panel), x.scales[i], j, out[i*stride+j:])
		}
	}
}

// sums multiplies a row with a panel of lanes.
func sums(row []int16, panel []lanes) lanes {
	var s0, s1, s2, s3 int64
	panel = panel[:len(row)]
	for k, code := range row {
		v, w := int64(code), &panel[k]
		s0 += v * w[0]
		s1 += v * w[1]
		s2 += v * w[2]
		s3 += v * w[3]
	}
	return lanes{s0, s1, s2, s3}
}

// finish scales the sums of the outputs from j on and adds the bias.
func (m *matrix) finish(sums lanes, scale float32, j int, to []float32) {
	for l, s := range sums {
		low := int32(s)
		high := int32((s - int64(low)) >> 32)
		to[2*l] = float32(float32(float32(low)*scale)*m.scales[j+2*l]) + m.bias[j+2*l]
		to[2*l+1] = float32(float32(float32(high)*scale)*m.scales[j+2*l+1]) + m.bias[j+2*l+1]
	}
}

// product sets out (m×n) to a (m×k) times b (k×n) in float32, every sum in the order of k and
// without fused operations, so that it is the same everywhere. m must be a multiple of 4, n of
// tileCols, and k positive.
func product(assembly bool, m, n, k int, a []float32, aStride int, b []float32, bStride int, out []float32, outStride int) {
	if assembly {
		productFast(m, n, k, a, aStride, b, bStride, out, outStride)
	} else {
		productPlain(m, n, k, a, aStride, b, bStride, out, outStride)
	}
}

// productPlain is product in plain Go.
func productPlain(m, n, k int, a []float32, aStride int, b []float32, bStride int, out []float32, outStride int) {
	for i := range m {
		to := out[i*outStride : i*outStride+n]
		clear(to)
		for x, v := range a[i*aStride : i*aStride+k] {
			row := b[x*bStride : x*bStride+n]
			row = row[:len(to)]
			for j := range to {
				to[j] = float32(v*row[j]) + to[j]
			}
		}
	}
}

// resize returns a slice of length n that reuses the memory of s where it can.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}
