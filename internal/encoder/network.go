package encoder

import (
	"fmt"
	"math"

	"readout/internal/doc"
)

// layers are the weights of the network.
type layers struct {
	tables  [Kinds]*stored
	project *matrix
	norm    norm // of project
	windows []window
	attends []attend
	final   norm
	heads   headLayers
}

// norm is the gain and bias of a layer norm (Ba, Kiros and Hinton, 2016).
type norm struct{ gain, bias []float32 }

// window is a convolution over three words with maxout, and its norm.
type window struct {
	matrix *matrix
	norm   norm
}

// attend is an attention layer and the feed-forward layer after it, each with a norm before it.
type attend struct {
	norm, hiddenNorm       norm
	qkv, out, hidden, back *matrix
	reach                  []float32 // by head: a bias for each distance
}

// loader takes tensors by name and checks their shapes.
type loader struct {
	tensors  map[string]*stored
	assembly bool
	err      error
}

func (l *loader) tensor(name string, rows, cols int) *stored {
	t := l.tensors[name]
	if t == nil || t.rows != rows || t.cols != cols || (rows > 1) != (t.codes != nil) {
		if l.err == nil {
			l.err = fmt.Errorf("no tensor %q of %d by %d", name, rows, cols)
		}
		return &stored{rows: rows, cols: cols, floats: make([]float32, max(rows, cols)), codes: make([]byte, rows*cols)}
	}
	return t
}

func (l *loader) matrix(name string, in, out int) *matrix {
	return newMatrix(l.tensor(name+".w", out, in), l.tensor(name+".b", 1, out).floats, l.assembly)
}

func (l *loader) norm(name string, width int) norm {
	return norm{l.tensor(name+".gain", 1, width).floats, l.tensor(name+".bias", 1, width).floats}
}

// load takes the layers from the tensors.
func (l *layers) load(e *Encoder, tensors map[string]*stored, upos, xpos int) error {
	c, from := &e.config, &loader{tensors: tensors, assembly: e.assembly}
	for k := range Kinds {
		l.tables[k] = from.tensor(k.String(), e.vocabulary.Size(k), c.Columns[k])
	}
	l.project = from.matrix("project", c.Inputs(), Pieces*c.Width)
	l.norm = from.norm("project", c.Width)
	for i := range c.Windows {
		name := LayerName("window", i)
		l.windows = append(l.windows, window{from.matrix(name, 3*c.Width, Pieces*c.Width), from.norm(name, c.Width)})
	}
	for i := range c.Attends {
		name := LayerName("attend", i)
		reach := from.tensor(name+".reach", c.Heads, 2*c.Reach+1)
		l.attends = append(l.attends, attend{
			norm: from.norm(name, c.Width), hiddenNorm: from.norm(name+".hidden", c.Width),
			qkv: from.matrix(name+".qkv", c.Width, 3*c.Width), out: from.matrix(name+".out", c.Width, c.Width),
			hidden: from.matrix(name+".hidden", c.Width, c.Hidden), back: from.matrix(name+".back", c.Hidden, c.Width),
			reach: reach.numbers(),
		})
	}
	l.final = from.norm("final", c.Width)
	l.heads.load(from, c, upos, xpos, len(e.labels), len(e.names.classes))
	return from.err
}

// numbers returns the values of a tensor in row order.
func (t *stored) numbers() []float32 {
	if t.codes == nil {
		return t.floats
	}
	out := make([]float32, t.rows*t.cols)
	for i, code := range t.codes {
		out[i] = float32(int8(code)) * t.floats[i/t.cols]
	}
	return out
}

// scratch is the memory of one batch. Rows of all matrices are padded, see rows.
type scratch struct {
	pieces []piece
	tokens int

	ids       []int32
	kinds     map[[Kinds]int32]int // rows of words by their features
	looks     []int                // by token: the row of its word
	x         []float32            // the rows that go from layer to layer
	in, out   []float32            // what goes into a layer and comes out of it
	mixed     []float32            // what attention gives
	codes     quantised
	keys      []float32 // of a sentence, turned
	weights   []float32 // of a sentence's attention, or the scores of its arcs
	part      []float32
	dependent []float32
	decoder   Decoder
	tree      []int32
}

// piece is a sentence, or a piece of a very long one: tokens [first, end) of the document, in rows
// from row on.
type piece struct{ first, end, row int }

// rows returns the number of rows that a matrix of the batch has: room for the last tile.
func (s *scratch) rows() int { return pad(s.tokens, tileRows) + tileRows }

// encode sets s.x to the rows of the batch's tokens, before the final norm.
func (e *Encoder) encode(d *doc.Document, s *scratch) {
	width := e.config.Width
	s.x = resize(s.x, s.rows()*width)
	words := e.look(d, s)
	e.maxout(s, e.layers.project, words, e.config.Inputs(), e.layers.norm)
	for i, row := range s.looks {
		copy(s.x[i*width:(i+1)*width], s.in[row*width:])
	}
	for i := range e.layers.windows {
		w := &e.layers.windows[i]
		s.neighbours(width)
		e.maxout(s, w.matrix, s.tokens, 3*width, w.norm)
		addTo(s.x, s.in[:s.tokens*width])
	}
	for i := range e.layers.attends {
		a := &e.layers.attends[i]
		s.normalise(a.norm, width)
		s.apply(a.qkv, s.tokens, width)
		e.mix(s, a)
		s.codes.set(s.mixed, s.tokens, width, width, a.out.deep, e.assembly)
		s.out = resize(s.out, s.rows()*a.out.wide)
		a.out.apply(&s.codes, s.out, a.out.wide)
		addTo(s.x, s.out[:s.tokens*width])
		s.normalise(a.hiddenNorm, width)
		s.apply(a.hidden, s.tokens, width)
		s.in, s.out = s.out, s.in
		relu(s.in[:s.tokens*a.hidden.wide])
		s.apply(a.back, s.tokens, a.hidden.wide)
		addTo(s.x, s.out[:s.tokens*width])
	}
}

// look sets s.in to the rows of the features of each word, one row for all tokens that have the
// same, and s.looks to which token has which. It returns the number of rows.
func (e *Encoder) look(d *doc.Document, s *scratch) int {
	s.ids = s.ids[:0]
	for _, p := range s.pieces {
		s.ids = e.vocabulary.AppendIDs(s.ids, d.Tokens[p.first:p.end])
	}
	width := e.config.Inputs()
	s.in = resize(s.in, s.rows()*width)
	s.looks = s.looks[:0]
	if s.kinds == nil {
		s.kinds = map[[Kinds]int32]int{}
	}
	clear(s.kinds)
	for i := 0; i < len(s.ids); i += int(Kinds) {
		ids := [Kinds]int32(s.ids[i:])
		row, known := s.kinds[ids]
		if !known {
			row = len(s.kinds)
			s.kinds[ids] = row
			e.describe(&ids, s.in[row*width:(row+1)*width])
		}
		s.looks = append(s.looks, row)
	}
	return len(s.kinds)
}

// describe sets row to the columns of the features.
func (e *Encoder) describe(ids *[Kinds]int32, row []float32) {
	for k, t := range e.layers.tables {
		id, to := int(ids[k]), row[:t.cols]
		if row = row[t.cols:]; t.codes == nil { // nothing is known of this kind
			copy(to, t.floats)
			continue
		}
		scale := t.floats[id]
		for j, code := range t.codes[id*t.cols : (id+1)*t.cols] {
			to[j] = float32(int8(code)) * scale
		}
	}
}

// apply sets s.out to the product of s.in, of n rows with width columns, and the matrix.
func (s *scratch) apply(m *matrix, n, width int) {
	s.codes.set(s.in, n, width, width, m.deep, m.panels != nil)
	s.out = resize(s.out, s.rows()*m.wide)
	m.apply(&s.codes, s.out, m.wide)
}

// maxout sets s.in to the norm of the largest of the pieces of s.in, of n rows, times the matrix.
func (e *Encoder) maxout(s *scratch, m *matrix, n, width int, norm norm) {
	s.apply(m, n, width)
	w := e.config.Width
	s.in = resize(s.in, s.rows()*w)
	for i := range n {
		row := s.out[i*m.wide : (i+1)*m.wide]
		to := s.in[i*w : (i+1)*w]
		a, b, c := row[:w], row[w:2*w], row[2*w:3*w]
		for j := range to {
			to[j] = max(a[j], b[j], c[j])
		}
		norm.apply(to, to)
	}
}

// neighbours sets s.in to each row of s.x between those before and after it in its sentence.
func (s *scratch) neighbours(width int) {
	s.in = resize(s.in, s.rows()*3*width)
	for _, p := range s.pieces {
		last := p.row + p.end - p.first - 1
		for i := p.row; i <= last; i++ {
			to := s.in[3*i*width : 3*(i+1)*width]
			if i == p.row {
				clear(to[:width])
			} else {
				copy(to, s.x[(i-1)*width:i*width])
			}
			copy(to[width:], s.x[i*width:(i+1)*width])
			if i == last {
				clear(to[2*width:])
			} else {
				copy(to[2*width:], s.x[(i+1)*width:(i+2)*width])
			}
		}
	}
}

// normalise sets s.in to the norm of s.x.
func (s *scratch) normalise(n norm, width int) {
	s.in = resize(s.in, s.rows()*width)
	for i := range s.tokens {
		n.apply(s.x[i*width:(i+1)*width], s.in[i*width:(i+1)*width])
	}
}

// normEpsilon keeps the division finite.
const normEpsilon = 1e-5

// apply sets to to the norm of row; the two may be the same. The length is a multiple of 4.
func (n norm) apply(row, to []float32) {
	var s0, s1, s2, s3 float32
	for j := 0; j+3 < len(row); j += 4 {
		s0, s1, s2, s3 = s0+row[j], s1+row[j+1], s2+row[j+2], s3+row[j+3]
	}
	count := float32(len(row))
	mean := ((s0 + s1) + (s2 + s3)) / count
	s0, s1, s2, s3 = 0, 0, 0, 0
	for j := 0; j+3 < len(row); j += 4 {
		a, b, c, d := row[j]-mean, row[j+1]-mean, row[j+2]-mean, row[j+3]-mean
		s0, s1, s2, s3 = float32(a*a)+s0, float32(b*b)+s1, float32(c*c)+s2, float32(d*d)+s3
	}
	variance := float32(((s0+s1)+(s2+s3))/count) + normEpsilon
	inverse := float32(1 / math.Sqrt(float64(variance)))
	gain, bias := n.gain[:len(row)], n.bias[:len(row)]
	to = to[:len(row)]
	for j, v := range row {
		unit := float32((v - mean) * inverse)
		to[j] = float32(unit*gain[j]) + bias[j]
	}
}

// mix sets s.mixed to what the heads of an attention layer give (Vaswani et al., 2017, with a
// learned bias for distance as of Raffel et al., 2020). s.out holds queries, keys and values.
func (e *Encoder) mix(s *scratch, a *attend) {
	width := e.config.Width
	size := width / e.config.Heads
	s.mixed = resize(s.mixed, s.rows()*width)
	for _, p := range s.pieces {
		for h := range e.config.Heads {
			e.mixHead(s, a, p, h, size)
		}
	}
}

// mixHead does one head of one sentence.
func (e *Encoder) mixHead(s *scratch, a *attend, p piece, h, size int) {
	n, width, wide := p.end-p.first, e.config.Width, a.qkv.wide
	high, broad := pad(n, 4), pad(n, tileCols)
	queries, keys, values := s.out[p.row*wide+h*size:], s.out[p.row*wide+width+h*size:], s.out[p.row*wide+2*width+h*size:]
	s.keys = resize(s.keys, size*broad)
	turn(keys, n, size, wide, s.keys, broad, 0)
	s.weights = resize(s.weights, high*broad)
	product(e.assembly, high, broad, size, queries, wide, s.keys, broad, s.weights, broad)
	line := a.reach[h*(2*e.config.Reach+1):][:2*e.config.Reach+1]
	scale := float32(1 / math.Sqrt(float64(size)))
	for i := range n {
		softmax(s.weights[i*broad:i*broad+n], i, scale, line)
	}
	s.part = resize(s.part, high*size)
	product(e.assembly, high, size, n, s.weights, broad, values, wide, s.part, size)
	for i := range n {
		copy(s.mixed[(p.row+i)*width+h*size:][:size], s.part[i*size:])
	}
}

// turn copies n rows of from, stride apart, to columns of to from first on, and sets the columns
// around them to zero; to has a row for each of the size columns of from.
func turn(from []float32, n, size, stride int, to []float32, broad, first int) {
	for k := range size {
		row := to[k*broad : (k+1)*broad]
		clear(row[:first])
		clear(row[first+n:])
	}
	for j := range n {
		for k, v := range from[j*stride : j*stride+size] {
			to[k*broad+first+j] = v
		}
	}
}

// softmax makes the scores of word i for all words weights with sum 1; line is the bias for each
// distance.
func softmax(row []float32, i int, scale float32, line []float32) {
	reach := len(line) / 2
	top := float32(math.Inf(-1))
	for j, v := range row {
		v = float32(v*scale) + line[max(-reach, min(reach, j-i))+reach]
		row[j] = v
		top = max(top, v)
	}
	var sum float32
	for j, v := range row {
		x := exp(v - top)
		row[j] = x
		sum += x
	}
	inverse := 1 / sum
	for j, v := range row {
		row[j] = v * inverse
	}
}

// exp returns e to the power of x for x <= 0, by the polynomial of Cephes' expf with every
// operation rounded, so that it is the same on every processor.
func exp(x float32) float32 {
	if !(x > -87) {
		return 0
	}
	const log2e, ln2hi, ln2lo = 1.44269504, 0.693359375, -2.12194440e-4
	k := int32(float32(x*log2e) - 0.5)
	n := float32(k)
	r := x - float32(n*ln2hi)
	r -= float32(n * ln2lo)
	p := float32(1.9875691500e-4)
	p = float32(p*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	p = float32(float32(p*r)*r) + r
	return float32((p + 1) * math.Float32frombits(uint32(k+127)<<23))
}

func relu(x []float32) {
	for i, v := range x {
		x[i] = max(v, 0)
	}
}

func addTo(to, v []float32) {
	to = to[:len(v)]
	for i, x := range v {
		to[i] += x
	}
}
