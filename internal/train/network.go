package train

import (
	"math"
	"math/rand/v2"

	"readout/internal/encoder"
	"readout/internal/train/net"
)

// network is the encoder while it learns: the same layers as package encoder runs, in float32 with
// gradients. Parameters have the names that the weights file gives them.
type network struct {
	config  encoder.Config
	params  []*net.Param
	byName  map[string]*net.Param
	tables  []*net.Param
	dropout float64 // of the inputs and of what the decisions are made of
	within  float64 // dropout of what each layer adds
}

// outputs are the scores of a share of a batch.
type outputs struct {
	upos, xpos, labels, names *net.Mat
	arcs                      []*net.Mat // by sentence
}

// sizes are the numbers of ids and classes.
type sizes struct {
	ids                       [encoder.Kinds]int
	upos, xpos, labels, names int
}

// newNetwork returns a network with random parameters.
func newNetwork(c encoder.Config, z sizes, workers int, dropout, within float64, rng *rand.Rand) *network {
	n := &network{config: c, byName: map[string]*net.Param{}, dropout: dropout, within: within}
	add := func(name string, rows, cols int, deviation float64) *net.Param {
		p := net.NewParam(name, rows, cols, workers, deviation, rng)
		n.params = append(n.params, p)
		n.byName[name] = p
		return p
	}
	linear := func(name string, in, out int, gain float64) {
		add(name+".w", in, out, gain/math.Sqrt(float64(in)))
		add(name+".b", 1, out, 0)
	}
	norm := func(name string) {
		add(name+".gain", 1, c.Width, 0).Fill(1)
		add(name+".bias", 1, c.Width, 0)
	}
	for k := range encoder.Kinds {
		n.tables = append(n.tables, add(k.String(), z.ids[k], c.Columns[k], 0.2))
	}
	linear("project", c.Inputs(), encoder.Pieces*c.Width, 1)
	norm("project")
	for i := range c.Windows {
		name := encoder.LayerName("window", i)
		linear(name, 3*c.Width, encoder.Pieces*c.Width, 1)
		norm(name)
	}
	for i := range c.Attends {
		name := encoder.LayerName("attend", i)
		norm(name)
		linear(name+".qkv", c.Width, 3*c.Width, 1)
		add(name+".reach", c.Heads, 2*c.Reach+1, 0)
		linear(name+".out", c.Width, c.Width, 0.5)
		norm(name + ".hidden")
		linear(name+".hidden", c.Width, c.Hidden, 1.4)
		linear(name+".back", c.Hidden, c.Width, 0.5)
	}
	norm("final")
	linear("upos", c.Width, z.upos, 0.2)
	linear("xpos", c.Width, z.xpos, 0.2)
	linear("arc.dependent", c.Width, c.Arc, 1.4)
	linear("arc.head", c.Width, c.Arc, 1.4)
	linear("arc.product", c.Arc, c.Arc, 0.1)
	add("arc.root", 1, c.Arc, 0.1)
	add("arc.far", 1, 2*c.ArcFar+1, 0)
	linear("label.dependent", c.Width, c.Label, 1.4)
	linear("label.head", c.Width, c.Label, 1.4)
	linear("label.product", c.Label, z.labels*c.Label, 0.1)
	linear("label.alone", c.Label, z.labels, 0.2)
	linear("name.hidden", c.Width, c.Name, 1.4)
	linear("name", c.Name, z.names, 0.2)
	return n
}

// freeze sets the word vectors of a kind, which do not learn.
func (n *network) freeze(kind encoder.Kind, vectors []float32) {
	p := n.byName[kind.String()]
	clear(p.V)
	copy(p.V[p.Cols:], vectors)
	p.G = nil
}

// forward runs the layers over a share of a batch; relations are scored for the right heads.
func (n *network) forward(t *net.Tape, s *share) *outputs {
	p := func(name string) *net.Param { return n.byName[name] }
	linear := func(x *net.Mat, name string) *net.Mat { return t.Linear(x, p(name+".w"), p(name+".b")) }
	norm := func(x *net.Mat, name string) *net.Mat { return t.Norm(x, p(name+".gain"), p(name+".bias")) }
	drop := func(x *net.Mat) *net.Mat { return t.Dropout(x, s.spans, n.dropout) }
	within := func(x *net.Mat) *net.Mat { return t.Dropout(x, s.spans, n.within) }

	x := drop(t.Embed(s.ids, n.tables))
	x = norm(t.Maxout(linear(x, "project"), encoder.Pieces), "project")
	for i := range n.config.Windows {
		name := encoder.LayerName("window", i)
		y := norm(t.Maxout(linear(t.Window(x, s.spans), name), encoder.Pieces), name)
		x = t.Add(x, within(y))
	}
	for i := range n.config.Attends {
		name := encoder.LayerName("attend", i)
		y := t.Attention(linear(norm(x, name), name+".qkv"), p(name+".reach"), s.spans)
		x = t.Add(x, within(linear(y, name+".out")))
		y = t.ReLU(linear(norm(x, name+".hidden"), name+".hidden"))
		x = t.Add(x, within(linear(y, name+".back")))
	}
	x = within(norm(x, "final"))
	part := func(name string) *net.Mat { return drop(t.ReLU(linear(x, name))) }
	dependents, heads := part("arc.dependent"), part("arc.head")
	out := &outputs{upos: linear(x, "upos"), xpos: linear(x, "xpos")}
	out.arcs = t.Arcs(linear(dependents, "arc.product"), heads, p("arc.root"), p("arc.far"), s.spans)
	own, other := part("label.dependent"), part("label.head")
	products := t.Labels(linear(own, "label.product"), other, s.heads)
	out.labels = t.Add(products, linear(own, "label.alone"))
	out.names = linear(part("name.hidden"), "name")
	return out
}

// loss starts the gradients of a share of a batch of so many tokens and returns the loss by part:
// arcs, relations, UPOS, XPOS, names.
func (n *network) loss(t *net.Tape, s *share, tokens int) [5]float64 {
	out := n.forward(t, s)
	weight := 1 / float32(tokens)
	var loss [5]float64
	for k, y := range out.arcs {
		gold := make([]int32, y.Rows)
		for i := range gold {
			gold[i] = 0
			if h := s.heads[s.spans[k].First+i]; h >= 0 {
				gold[i] = h - int32(s.spans[k].First) + 1
			}
		}
		loss[0] += t.CrossEntropy(y, gold, weight)
	}
	loss[1] = t.CrossEntropy(out.labels, s.labels, weight)
	loss[2] = t.CrossEntropy(out.upos, s.upos, weight/2)
	loss[3] = t.CrossEntropy(out.xpos, s.xpos, weight/2)
	loss[4] = t.CrossEntropy(out.names, s.names, weight/2)
	t.Backward()
	return loss
}
