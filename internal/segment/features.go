package segment

import (
	"unicode/utf8"

	"readout/internal/model"
)

// span is how many characters of a word features look at; it bounds the work per candidate
// whatever the text.
const span = 24

// Features appends the keys of the candidate's features to keys.
func (s *Scanner) Features(keys []uint32) []uint32 {
	f := features{keys: keys}
	var left, right [8]char
	s.window(&left, &right)
	f.gap = uint32(min(s.gap, 2))
	if s.gap > 0 && charAt(s.text, s.at).norm == '\n' {
		f.gap = 3
	}
	f.add(0)
	f.characters(&left, &right)
	s.words(&f)
	return f.keys
}

// features collects keys; every feature is told apart by the gap.
type features struct {
	keys []uint32
	gap  uint32
	n    uint32 // number of the next template
}

// add makes a feature of the next template and the values.
func (f *features) add(values ...uint32) {
	h := f.gap
	for _, v := range values {
		h = model.Mix(h, v)
	}
	f.keys = append(f.keys, model.Key(f.n, h))
	f.n++
}

// window fills in the characters before and after the candidate, white space left out on the
// right, so that right[0] is the character the next token would begin with.
func (s *Scanner) window(left, right *[8]char) {
	i := s.at
	for k := range left {
		left[k] = charBefore(s.text, i)
		i -= int(left[k].size)
	}
	i = s.at + s.gap
	for k := range right {
		right[k] = charAt(s.text, i)
		i += int(right[k].size)
	}
}

// characters adds features of the characters around the candidate.
func (f *features) characters(left, right *[8]char) {
	var l, r, lc, rc [8]uint32
	for k := range left {
		l[k], r[k] = uint32(left[k].norm), uint32(right[k].norm)
		lc[k], rc[k] = uint32(left[k].class), uint32(right[k].class)
	}
	for k := range 5 {
		f.add(l[k])
		f.add(r[k])
	}
	f.add(l[0], r[0])
	f.add(l[1], l[0])
	f.add(r[0], r[1])
	f.add(l[2], l[1], l[0])
	f.add(r[0], r[1], r[2])
	f.add(l[1], l[0], r[0])
	f.add(l[0], r[0], r[1])
	f.add(l[1], l[0], r[0], r[1])
	f.add(l[3], l[2], l[1], l[0])
	f.add(r[0], r[1], r[2], r[3])
	f.add(lc[2], lc[1], lc[0], rc[0])
	f.add(lc[0], rc[0], rc[1], rc[2])
	f.add(lc[1], lc[0], rc[0], rc[1])
	f.add(lc[2], lc[1], lc[0], rc[0], rc[1], rc[2])
	f.add(lc[4], lc[3], lc[2], lc[1], lc[0])
	f.add(rc[0], rc[1], rc[2], rc[3], rc[4])
	f.add(lc[4], lc[3], lc[2], lc[1], lc[0], rc[0], rc[1], rc[2], rc[3], rc[4])
}

// words adds features of the token so far, the rest of the chunk between white space, the chunk
// after it, and of what was decided before.
func (s *Scanner) words(f *features) {
	token := s.tokenHash()
	next := s.at + s.gap
	rest := s.chunkHash(next, false)
	restWord := s.wordHash(next)
	chunk, chunkShape := s.aroundHash()
	after := s.nextChunk(next)
	afterHash := s.chunkHash(after, false)
	first := charAt(s.text, next)
	length := uint32(min(s.at-s.start, 6))
	f.add(token)
	f.add(token, rest)
	f.add(token, restWord)
	f.add(token, uint32(first.class))
	f.add(rest)
	f.add(restWord)
	f.add(chunk, uint32(s.at-s.start))
	f.add(chunkShape, uint32(s.at-s.start))
	f.add(s.chunkHash(next, true), length)
	f.add(rest, afterHash)
	f.add(s.chunkHash(after, true), uint32(first.class), token)
	f.add(s.previous, token)
	f.add(s.previous, token, uint32(first.class))
	f.add(s.previous2, s.previous, token)
	f.add(s.previous, uint32(first.class), length)
	size := uint32(bucketOf(s.tokens))
	last := uint32(charBefore(s.text, s.at).norm)
	f.add(size, last, uint32(first.class))
	f.add(uint32(s.quotes&1), last, uint32(first.norm))
	f.add(uint32(min(s.brackets, 2)), last, uint32(first.class))
	f.add(size, uint32(bucketOf(s.capitals)), uint32(bucketOf(s.lowercases)), uint32(first.class), last)
	f.add(size, restWord)
	f.add(length, uint32(first.class), last)
	f.add(s.quoteSide(next), last, uint32(first.class))
	f.add(s.quoteSide(next), uint32(s.quotes&1), last)
	f.add(s.quoteSide(next), token)
}

// bucketOf folds a count to few values.
func bucketOf(n int) int {
	switch {
	case n < 4:
		return n
	case n < 7:
		return 4
	case n < 12:
		return 5
	case n < 20:
		return 6
	case n < 40:
		return 7
	}
	return 8
}

// tokenHash hashes the present token up to the candidate, its last characters only when it is long.
func (s *Scanner) tokenHash() uint32 {
	h := uint32(17)
	n := 0
	for i := s.at; i > s.start && n < span; n++ {
		c := charBefore(s.text, i)
		h = model.Mix(h, uint32(c.norm))
		i -= int(c.size)
	}
	return h
}

// chunkHash hashes the characters from i to the next white space; their classes when shape is set,
// otherwise the characters in lower case.
func (s *Scanner) chunkHash(i int, shape bool) uint32 {
	h := uint32(19)
	for range span {
		c := charAt(s.text, i)
		if c.kind == space || c.kind == edge {
			break
		}
		if shape {
			h = model.Mix(h, uint32(c.class))
		} else {
			h = model.Mix(h, uint32(c.lower()))
		}
		i += int(c.size)
	}
	return h
}

// wordHash hashes the letters that begin at i, or the one character there.
func (s *Scanner) wordHash(i int) uint32 {
	h := uint32(23)
	for range span {
		c := charAt(s.text, i)
		if c.kind != letter {
			if h == 23 {
				h = model.Mix(h, uint32(c.norm))
			}
			break
		}
		h = model.Mix(h, uint32(c.lower()))
		i += int(c.size)
	}
	return h
}

// aroundHash hashes the chunk that holds the present token, from at most span characters before
// the candidate on: its characters, and its classes.
func (s *Scanner) aroundHash() (chars, classes uint32) {
	i := s.at
	for range span {
		c := charBefore(s.text, i)
		if c.kind == space || c.kind == edge {
			break
		}
		i -= int(c.size)
	}
	return s.chunkHash(i, false), s.chunkHash(i, true)
}

// nextChunk returns where the chunk after the one at i begins; i is returned when it is too far.
func (s *Scanner) nextChunk(i int) int {
	for range span {
		c := charAt(s.text, i)
		if c.kind == edge {
			return i
		}
		if c.kind == space {
			next := i
			for k := 0; k < span && charAt(s.text, next).kind == space; k++ {
				next += int(charAt(s.text, next).size)
			}
			return next
		}
		i += int(c.size)
	}
	return len(s.text)
}

// quoteSide tells which way the typographic quotation marks on both sides of the candidate turn.
func (s *Scanner) quoteSide(next int) uint32 {
	l, _ := utf8.DecodeLastRuneInString(s.text[:s.at])
	r, _ := utf8.DecodeRuneInString(s.text[next:])
	return turn(l)*4 + turn(r)
}

// turn returns 1 for an opening quotation mark, 2 for a closing one, 3 for a straight one.
func turn(r rune) uint32 {
	switch r {
	case '“', '‘', '„', '‚', '«':
		return 1
	case '”', '’', '»':
		return 2
	case '"', '\'', '`':
		return 3
	}
	return 0
}
