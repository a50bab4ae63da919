package encoder

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"readout/internal/doc"
)

// NameClasses returns what a token can be in names of the types: outside, or the beginning, the
// inside, the end or the whole of a name (Ratinov and Roth, 2009).
func NameClasses(types []string) []string {
	classes := []string{"O"}
	for _, t := range types {
		for _, part := range []string{"B-", "I-", "E-", "S-"} {
			classes = append(classes, part+t)
		}
	}
	return classes
}

// A nameDecoder finds the best sequence of classes that makes whole names.
type nameDecoder struct {
	classes []string
	after   [][]int // by class: the classes that may stand before it
	starts  []bool  // may begin a sentence
	ends    []bool  // may end one
	iob     []string
}

// newNameDecoder reads the classes of the weights file.
func newNameDecoder(classes []string) (nameDecoder, error) {
	n := nameDecoder{classes: classes}
	for _, c := range classes {
		part, typ, _ := strings.Cut(c, "-")
		if c != "O" && (typ == "" || !strings.Contains("BIES", part)) {
			return n, fmt.Errorf("bad part of a name %q", c)
		}
		goesOn := part == "I" || part == "E"
		n.starts = append(n.starts, !goesOn)
		n.ends = append(n.ends, part != "B" && part != "I")
		var before []int
		for i, other := range classes {
			p, t, _ := strings.Cut(other, "-")
			if open := p == "B" || p == "I"; open == goesOn && (!open || t == typ) {
				before = append(before, i)
			}
		}
		n.after = append(n.after, before)
		switch {
		case goesOn:
			c = "I-" + typ
		case part == "S":
			c = "B-" + typ
		}
		n.iob = append(n.iob, c)
	}
	if len(classes) == 0 || classes[0] != "O" {
		return n, errors.New("no parts of names")
	}
	return n, nil
}

// best sets path to the classes with the highest sum of scores, of those sequences in which every
// name that begins ends (Viterbi). Row i of scores begins at i*wide; back is memory to use.
func (n *nameDecoder) best(scores []float32, wide int, path []int32, back []int32) {
	k := len(n.classes)
	low := float32(math.Inf(-1))
	now, next := make([]float32, k), make([]float32, k)
	for i := range path {
		row := scores[i*wide:][:k]
		for c, v := range row {
			switch {
			case i > 0:
				from := n.after[c][0]
				for _, b := range n.after[c] {
					if now[b] > now[from] {
						from = b
					}
				}
				next[c], back[i*k+c] = now[from]+v, int32(from)
			case n.starts[c]:
				next[c] = v
			default:
				next[c] = low
			}
		}
		now, next = next, now
	}
	top := 0
	for c := range now {
		if n.ends[c] && now[c] > now[top] {
			top = c
		}
	}
	for i := len(path) - 1; i >= 0; i-- {
		path[i] = int32(top)
		top = int(back[i*k+top])
	}
}

// name sets the names of the batch's tokens. s.out holds what decide computed.
func (e *Encoder) name(d *doc.Document, s *scratch) {
	c, h := &e.config, &e.layers.heads
	s.codes.set(s.out[h.nameHid:], s.tokens, c.Name, h.all.wide, h.names.deep, e.assembly)
	s.part = resize(s.part, s.rows()*h.names.wide)
	h.names.apply(&s.codes, s.part, h.names.wide)
	for _, p := range s.pieces {
		n := p.end - p.first
		s.tree = resize(s.tree, n*(1+len(e.names.classes)))
		path := s.tree[:n]
		e.names.best(s.part[p.row*h.names.wide:], h.names.wide, path, s.tree[n:])
		for i, class := range path {
			d.Tokens[p.first+i].Name = e.names.iob[class]
		}
	}
}
