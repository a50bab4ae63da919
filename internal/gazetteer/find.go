package gazetteer

import (
	"bytes"
	"encoding/binary"
)

// longest is the longest folded name that is looked for, in bytes.
const longest = 96

// Find appends to dst the places that have the name, in the order of the file: the larger first.
// The name's case, marks and punctuation make no difference: see Fold.
func (g *Gazetteer) Find(dst []Place, name string) []Place {
	var buffer [longest]byte
	return g.FindFolded(dst, Fold(buffer[:0], name))
}

// FindFolded is Find for a name that Fold has made.
func (g *Gazetteer) FindFolded(dst []Place, folded []byte) []Place {
	refs, n := g.refs(folded)
	for i := 0; i+3 <= len(refs); i += 3 {
		if p, ok := g.place(uint24(refs[i:]), n); ok {
			dst = append(dst, p)
		}
	}
	return dst
}

// Has reports whether a place has the folded name.
func (g *Gazetteer) Has(folded []byte) bool {
	refs, _ := g.refs(folded)
	return len(refs) > 0
}

// refs returns the numbers of the places with the folded name, three bytes each, and the number of the
// name.
func (g *Gazetteer) refs(folded []byte) ([]byte, int) {
	if len(folded) == 0 || len(folded) > longest || g.names == 0 {
		return nil, 0
	}
	n, block := g.block(folded)
	var buffer [256]byte
	s := newScan(g.blocks, block, buffer[:0])
	for range blockNames {
		if !s.next() {
			break
		}
		switch bytes.Compare(s.name, folded) {
		case 0:
			return s.refs, n
		case 1:
			return nil, 0
		}
		n++
	}
	return nil, 0
}

// Name returns the name of a place that Find returned, "" for countries, whose names the lexicon has.
func (g *Gazetteer) Name(p Place) string {
	if p.name < 0 || p.name >= g.names {
		return ""
	}
	var buffer [256]byte
	first := p.name / blockNames * blockNames
	s := newScan(g.blocks, g.offset(first/blockNames), buffer[:0])
	for n := first; s.next(); n++ {
		if n == p.name {
			if len(s.written) > 0 {
				return string(s.written)
			}
			return string(title(nil, s.name))
		}
	}
	return ""
}

// block returns the number of the first name of the block that the name lies in, and its offset.
func (g *Gazetteer) block(folded []byte) (first, offset int) {
	lo, hi := 0, len(g.offsets)/4 // the last block whose first name is not after the name
	for hi-lo > 1 {
		mid := (lo + hi) / 2
		if bytes.Compare(g.firstName(mid), folded) <= 0 {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo * blockNames, g.offset(lo)
}

func (g *Gazetteer) offset(block int) int {
	return int(binary.LittleEndian.Uint32(g.offsets[4*block:]))
}

// firstName returns the first name of a block, which shares nothing with one before it.
func (g *Gazetteer) firstName(block int) []byte {
	b := g.blocks[g.offset(block):]
	if len(b) < 2 || len(b) < 2+int(b[1]) {
		return nil
	}
	return b[2 : 2+int(b[1])]
}

// A scan reads the names of a block, one after the other.
type scan struct {
	rest    []byte
	name    []byte // folded
	written []byte // as written, nil when it is the folded name with capitals
	refs    []byte // places, three bytes each
}

func newScan(blocks []byte, offset int, buffer []byte) scan {
	return scan{rest: blocks[offset:], name: buffer}
}

// next reads the next name; false at the end and where the bytes are no name.
func (s *scan) next() bool {
	take := func(n int) ([]byte, bool) {
		if n > len(s.rest) {
			return nil, false
		}
		part := s.rest[:n]
		s.rest = s.rest[n:]
		return part, true
	}
	head, ok := take(2)
	if !ok || int(head[0]) > len(s.name) {
		return false
	}
	rest, ok := take(int(head[1]))
	if !ok {
		return false
	}
	s.name = append(s.name[:head[0]], rest...)
	for _, field := range []struct {
		to   *[]byte
		size int
	}{{&s.written, 1}, {&s.refs, 3}} {
		n, ok := take(1)
		if !ok {
			return false
		}
		if *field.to, ok = take(int(n[0]) * field.size); !ok {
			return false
		}
	}
	return true
}
