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
	stops      []int     // for plain Go: up to which inputs sums are taken before lanes are parted
	scales     []float32 // by output
	bias       []float32
}

// lanes are the weights, or sums, of laneOutputs outputs: two integers in each number, the second
// laneStep times as large. float64 holds them exactly as long as the first stays below laneStep/2
// and the second below 2^26; processors multiply them faster than integers of 64 bits.
type lanes [laneOutputs / 2]float64

const (
	laneOutputs = 8
	laneStep    = 1 << 27
	// laneMagic rounds to a multiple of laneStep when it is added and taken away again.
	laneMagic = laneStep * 1.5 * (1 << 52)
	// laneWeights is how large the weights of an output may be, added up, within one sum of lanes.
	laneWeights = (laneStep/2 - 1) / codeLimit
)

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
		m.stops = stops(w)
	}
	for o := range w.rows {
		panel, column := o/tileCols*tileCols*m.deep, o%tileCols
		for i, code := range w.codes[o*w.cols : (o+1)*w.cols] {
			v := int8(code)
			if assembly {
				m.panels[panel+i/2*2*tileCols+2*column+i%2] = int16(v)
			} else {
				m.lanes[o/laneOutputs*m.deep+i][o%laneOutputs/2] += float64(v) * [...]float64{1, laneStep}[o%2]
			}
		}
	}
	return m
}

// stops returns the ends of runs of inputs whose weights are small enough for lanes.
func stops(w *stored) []int {
	var out []int
	sums := make([]int, w.rows)
	full := func(i int) bool {
		for o := range sums {
			if sums[o] += abs(int8(w.codes[o*w.cols+i])); sums[o] > laneWeights {
				return true
			}
		}
		return false
	}
	for i := range w.cols {
		if full(i) {
			out = append(out, i)
			clear(sums)
			full(i)
		}
	}
	return append(out, w.cols)
}

func abs(v int8) int { return max(int(v), -int(v)) }

// pad returns n rounded up to a multiple.
func pad(n, multiple int) int { return (n + multiple - 1) / multiple * multiple }

// quantised is a batch of rows as integers, each row with its own scale. The rows are padded to a
// multiple of tileRows; what stands in the padding does not matter.
type quantised struct {
	rows   int
	codes  []int16
	scales []float32
	values []float64 // the codes, for plain Go
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

// dotPlain is apply in plain Go. A multiplication does two outputs at once. All numbers are integers
// that float64 holds exactly, so that it does not matter whether operations are fused.
func (m *matrix) dotPlain(x *quantised, out []float32, stride int) {
	x.values = resize(x.values, len(x.codes))
	for i, code := range x.codes {
		x.values[i] = float64(code)
	}
	var low, high lanes
	for j := 0; j < m.wide; j += laneOutputs {
		panel := m.lanes[j/laneOutputs*m.deep:][:m.deep]
		for i := range x.rows {
			m.sums(x.values[i*m.deep:][:m.deep], panel, &low, &high)
			m.finish(&low, &high, x.scales[i], j, out[i*stride+j:])
		}
	}
}

// sums multiplies a row with a panel of lanes and parts the sums; high is laneStep times too large.
func (m *matrix) sums(row []float64, panel []lanes, low, high *lanes) {
	*low, *high = lanes{}, lanes{}
	from := 0
	for _, stop := range m.stops {
		s0, s1, s2, s3 := sum(row[from:stop], panel[from:stop])
		t0, t1, t2, t3 := upper(s0), upper(s1), upper(s2), upper(s3)
		low[0], low[1], low[2], low[3] = low[0]+(s0-t0), low[1]+(s1-t1), low[2]+(s2-t2), low[3]+(s3-t3)
		high[0], high[1], high[2], high[3] = high[0]+t0, high[1]+t1, high[2]+t2, high[3]+t3
		from = stop
	}
}

// upper returns the second integer of a lane, laneStep times too large.
func upper(lane float64) float64 { return (lane + laneMagic) - laneMagic }

// sum multiplies a run of inputs with their lanes.
func sum(row []float64, panel []lanes) (s0, s1, s2, s3 float64) {
	panel = panel[:len(row)]
	for k, v := range row {
		w := &panel[k]
		s0 += v * w[0]
		s1 += v * w[1]
		s2 += v * w[2]
		s3 += v * w[3]
	}
	return s0, s1, s2, s3
}

// finish scales the sums of the outputs from j on and adds the bias.
func (m *matrix) finish(low, high *lanes, scale float32, j int, to []float32) {
	scales, bias := m.scales[j:j+laneOutputs], m.bias[j:j+laneOutputs]
	to = to[:laneOutputs]
	for l := range low {
		first, second := float32(low[l]), float32(high[l]*(1.0/laneStep))
		to[2*l] = float32(float32(first*scale)*scales[2*l]) + bias[2*l]
		to[2*l+1] = float32(float32(second*scale)*scales[2*l+1]) + bias[2*l+1]
	}
}

// product sets out (m×n) to a (m×k) times b (k×n) in float32, every sum in the order of k and
// without fused operations, so that it is the same everywhere. m must be a multiple of 4, n of
// tileCols, and k positive; in plain Go m may be any number.
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
		row := a[i*aStride : i*aStride+k]
		for j := 0; j < n; j += 8 {
			products(row, b[j:], bStride, (*[8]float32)(out[i*outStride+j:]))
		}
	}
}

// products multiplies a row with 8 columns.
func products(row, b []float32, stride int, out *[8]float32) {
	var s0, s1, s2, s3, s4, s5, s6, s7 float32
	at := 0
	for _, v := range row {
		w := (*[8]float32)(b[at:])
		s0 = float32(v*w[0]) + s0
		s1 = float32(v*w[1]) + s1
		s2 = float32(v*w[2]) + s2
		s3 = float32(v*w[3]) + s3
		s4 = float32(v*w[4]) + s4
		s5 = float32(v*w[5]) + s5
		s6 = float32(v*w[6]) + s6
		s7 = float32(v*w[7]) + s7
		at += stride
	}
	*out = [8]float32{s0, s1, s2, s3, s4, s5, s6, s7}
}

// resize returns a slice of length n that reuses the memory of s where it can.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}
