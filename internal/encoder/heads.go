package encoder

import "readout/internal/doc"

// headLayers are the layers that decide: one product for all that is asked of a row, and what
// each question does with its part.
type headLayers struct {
	all                                         *matrix // the parts below, side by side
	upos, xpos, arcDep, arcHead, labDep, labHed int     // their first columns
	nameHid                                     int
	arcs                                        *matrix
	root, far                                   []float32
	relations                                   *matrix // outputs: column of the head's row, then relation
	alone                                       *matrix // relations by the dependent alone
	names                                       *matrix // parts of names
}

// load takes the layers from the tensors.
func (h *headLayers) load(from *loader, c *Config, upos, xpos, labels, names int) {
	joined := &stored{cols: c.Width}
	var bias []float32
	part := func(name string, out int) int {
		first := joined.rows
		w := from.tensor(name+".w", out, c.Width)
		rest := pad(out, tileCols) - out
		joined.floats = append(append(joined.floats, w.floats[:out]...), make([]float32, rest)...)
		joined.codes = append(append(joined.codes, w.codes...), make([]byte, rest*c.Width)...)
		bias = append(append(bias, from.tensor(name+".b", 1, out).floats...), make([]float32, rest)...)
		joined.rows += out + rest
		return first
	}
	h.upos, h.xpos = part("upos", upos), part("xpos", xpos)
	h.arcDep, h.arcHead = part("arc.dependent", c.Arc), part("arc.head", c.Arc)
	h.labDep, h.labHed = part("label.dependent", c.Label), part("label.head", c.Label)
	h.nameHid = part("name.hidden", c.Name)
	h.all = newMatrix(joined, bias, from.assembly)
	h.arcs = from.matrix("arc.product", c.Arc, c.Arc)
	h.root = from.tensor("arc.root", 1, c.Arc).floats
	h.far = from.tensor("arc.far", 1, 2*c.ArcFar+1).floats
	h.relations = relationMatrix(from, c.Label, labels)
	h.alone = from.matrix("label.alone", c.Label, labels)
	h.names = from.matrix("name", c.Name, names)
}

// relationMatrix orders the outputs so that the scores of all relations for one column of the
// head's row lie side by side.
func relationMatrix(from *loader, size, labels int) *matrix {
	w, b := from.tensor("label.product.w", labels*size, size), from.tensor("label.product.b", 1, labels*size)
	turned := &stored{rows: w.rows, cols: w.cols, floats: make([]float32, w.rows), codes: make([]byte, 0, len(w.codes))}
	bias := make([]float32, w.rows)
	for k := range size {
		for l := range labels {
			at := l*size + k
			turned.floats[k*labels+l], bias[k*labels+l] = w.floats[at], b.floats[at]
			turned.codes = append(turned.codes, w.codes[at*size:(at+1)*size]...)
		}
	}
	return newMatrix(turned, bias, from.assembly)
}

// decide sets the tags, heads, relations and names of the batch's tokens.
func (e *Encoder) decide(d *doc.Document, s *scratch) {
	c, h := &e.config, &e.layers.heads
	s.normalise(e.layers.final, c.Width)
	s.apply(h.all, s.tokens, c.Width)
	wide := h.all.wide
	for i := range s.tokens {
		relu(s.out[i*wide+h.arcDep : (i+1)*wide])
	}
	for _, p := range s.pieces {
		for i := p.first; i < p.end; i++ {
			row := s.out[(p.row+i-p.first)*wide:][:wide]
			t := &e.tags[e.bestTag(row[h.upos:], row[h.xpos:])]
			d.Tokens[i].UPOS, d.Tokens[i].XPOS = t.UPOS, t.XPOS
		}
	}
	s.codes.set(s.out[h.arcDep:], s.tokens, c.Arc, wide, h.arcs.deep, e.assembly)
	s.dependent = resize(s.dependent, s.rows()*h.arcs.wide)
	h.arcs.apply(&s.codes, s.dependent, h.arcs.wide)
	for _, p := range s.pieces {
		e.tree(d, s, p)
	}
	e.relate(d, s)
	e.name(d, s)
}

// bestTag returns the pair of tags with the highest sum of scores.
func (e *Encoder) bestTag(upos, xpos []float32) int {
	best, top := 0, float32(0)
	for i, c := range e.columns {
		if v := upos[c.upos] + xpos[c.xpos]; i == 0 || v > top {
			best, top = i, v
		}
	}
	return best
}

// tree sets the heads of a sentence's tokens.
func (e *Encoder) tree(d *doc.Document, s *scratch, p piece) {
	c, h := &e.config, &e.layers.heads
	n, wide := p.end-p.first, h.all.wide
	high, broad := pad(n, 4), pad(n+1, tileCols)
	s.keys = resize(s.keys, c.Arc*broad)
	turn(s.out[p.row*wide+h.arcHead:], n, c.Arc, wide, s.keys, broad, 1)
	for k, v := range h.root {
		s.keys[k*broad] = v
	}
	s.weights = resize(s.weights, high*broad)
	product(e.assembly, high, broad, c.Arc, s.dependent[p.row*h.arcs.wide:], h.arcs.wide, s.keys, broad, s.weights, broad)
	for i := range n {
		row := s.weights[i*broad+1:][:n]
		for j := range row {
			row[j] += h.far[max(-c.ArcFar, min(c.ArcFar, j-i))+c.ArcFar]
		}
	}
	s.tree = resize(s.tree, n)
	s.decoder.Tree(s.weights, broad, s.tree)
	for i, head := range s.tree {
		d.Tokens[p.first+i].Head = -1
		if head >= 0 {
			d.Tokens[p.first+i].Head = p.first + int(head)
		}
	}
}

// relationRows is for how many tokens relations are computed at a time; a multiple of tileRows.
const relationRows = 48

// relate sets the relations of the batch's tokens, whose heads are set.
func (e *Encoder) relate(d *doc.Document, s *scratch) {
	c, h := &e.config, &e.layers.heads
	wide, labels := h.all.wide, len(e.labels)
	s.part = resize(s.part, relationRows*h.alone.wide+4*tileCols*(labels/tileCols+1))
	scores := s.part[relationRows*h.alone.wide:]
	s.in = resize(s.in, relationRows*h.relations.wide+tileCols)
	piece := 0
	for first := 0; first < s.tokens; first += relationRows {
		n := min(relationRows, s.tokens-first)
		s.codes.set(s.out[first*wide+h.labDep:], n, c.Label, wide, h.relations.deep, e.assembly)
		h.relations.apply(&s.codes, s.in, h.relations.wide)
		h.alone.apply(&s.codes, s.part, h.alone.wide)
		for i := range n {
			row := first + i
			for row >= s.pieces[piece].row+s.pieces[piece].end-s.pieces[piece].first {
				piece++
			}
			p := &s.pieces[piece]
			t := &d.Tokens[p.first+row-p.row]
			if t.Head < 0 {
				t.Deprel = "root"
				continue
			}
			head := s.out[(p.row+t.Head-p.first)*wide+h.labHed:]
			t.Deprel = e.labels[e.relation(s.in[i*h.relations.wide:], head, s.part[i*h.alone.wide:], scores)]
		}
	}
}

// relation returns the relation with the highest score: the product of the dependent's row, which
// has a column per column of the head's row and relation, with the head's row, plus alone.
func (e *Encoder) relation(products, head, alone, scores []float32) int {
	labels := len(e.labels)
	broad := pad(labels, tileCols)
	rows := 1
	if e.assembly {
		rows = 4 // at once, all the same
	}
	product(e.assembly, rows, broad, e.config.Label, head, 0, products, labels, scores, broad)
	best := 0
	for l := range labels {
		scores[l] += alone[l]
		if scores[l] > scores[best] {
			best = l
		}
	}
	return best
}
