package encoder

import "slices"

// A Decoder finds the best trees. Its memory is used again from sentence to sentence.
type Decoder struct {
	rightOpen, rightDone []float32 // spans whose head is the first word: [first*n + last]
	leftOpen, leftDone   []float32 // spans whose head is the last word: [last*n + first]
	splitOpen            []int16   // where the best open span is divided: [first*n + last]
	splitRight           []int16   // [first*n + last]
	splitLeft            []int16   // [last*n + first]
	stack                []span
}

// span is a part of the tree yet to be read off.
type span struct {
	first, last int16
	left, done  bool // head is the last word; the head has all its words of the span
}

// Tree sets heads to the projective tree with one root that has the highest sum of scores (Eisner,
// 1996). scores holds for each of the len(heads) words the scores of its possible heads, stride
// apart: first the root of the tree, then the words. The root's word gets -1.
func (d *Decoder) Tree(scores []float32, stride int, heads []int32) {
	n := len(heads)
	d.reset(n)
	for length := 1; length < n; length++ {
		for i := 0; i+length < n; i++ {
			d.combine(scores, stride, n, i, i+length)
		}
	}
	best, root := float32(0), -1
	for r := range n {
		s := scores[r*stride] + d.leftDone[r*n] + d.rightDone[r*n+n-1]
		if root < 0 || s > best {
			best, root = s, r
		}
	}
	heads[root] = -1
	d.stack = append(d.stack[:0], span{0, int16(root), true, true}, span{int16(root), int16(n - 1), false, true})
	d.readOff(n, heads)
}

// reset makes the tables fit n words; spans of one word score 0.
func (d *Decoder) reset(n int) {
	for _, t := range []*[]float32{&d.rightOpen, &d.rightDone, &d.leftOpen, &d.leftDone} {
		*t = slices.Grow((*t)[:0], n*n)[:n*n]
	}
	for _, t := range []*[]int16{&d.splitOpen, &d.splitRight, &d.splitLeft} {
		*t = slices.Grow((*t)[:0], n*n)[:n*n]
	}
	for i := range n {
		d.rightDone[i*n+i], d.leftDone[i*n+i] = 0, 0
	}
}

// combine fills the four spans from word i to word j out of shorter ones.
func (d *Decoder) combine(scores []float32, stride, n, i, j int) {
	right, left := d.rightDone[i*n+i:i*n+j], d.leftDone[j*n+i+1:j*n+j+1]
	at, top := bestSum(right, left)
	d.splitOpen[i*n+j] = int16(i + at)
	d.rightOpen[i*n+j] = top + scores[j*stride+i+1]
	d.leftOpen[j*n+i] = top + scores[i*stride+j+1]

	// head i: an open span i to k, and all words of k up to j
	at, top = 0, 0
	for k := i + 1; k <= j; k++ {
		if s := d.rightOpen[i*n+k] + d.rightDone[k*n+j]; at == 0 || s > top {
			at, top = k, s
		}
	}
	d.rightDone[i*n+j], d.splitRight[i*n+j] = top, int16(at)

	// head j: all words of k down to i, and an open span k to j
	at, top = -1, 0
	for k := i; k < j; k++ {
		if s := d.leftDone[k*n+i] + d.leftOpen[j*n+k]; at < 0 || s > top {
			at, top = k, s
		}
	}
	d.leftDone[j*n+i], d.splitLeft[j*n+i] = top, int16(at)
}

// bestSum returns where the sum of a and b is highest, and the sum.
func bestSum(a, b []float32) (at int, top float32) {
	b = b[:len(a)]
	top = a[0] + b[0]
	for k := 1; k < len(a); k++ {
		if s := a[k] + b[k]; s > top {
			at, top = k, s
		}
	}
	return at, top
}

// readOff follows the divisions down and sets the heads.
func (d *Decoder) readOff(n int, heads []int32) {
	for len(d.stack) > 0 {
		s := d.stack[len(d.stack)-1]
		d.stack = d.stack[:len(d.stack)-1]
		i, j := int(s.first), int(s.last)
		switch {
		case i == j:
		case s.done && s.left:
			k := d.splitLeft[j*n+i]
			d.stack = append(d.stack, span{s.first, k, true, true}, span{k, s.last, true, false})
		case s.done:
			k := d.splitRight[i*n+j]
			d.stack = append(d.stack, span{s.first, k, false, false}, span{k, s.last, false, true})
		default:
			if s.left {
				heads[i] = int32(j)
			} else {
				heads[j] = int32(i)
			}
			k := d.splitOpen[i*n+j]
			d.stack = append(d.stack, span{s.first, k, false, true}, span{k + 1, s.last, true, true})
		}
	}
}
