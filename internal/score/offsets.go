package score

import (
	"unicode"
	"unicode/utf8"

	"readout"
)

// offsets turns byte offsets of an article's text into code points of the text it was made from.
// The two differ where intake normalised: other line ends, composed letters, characters without width
// left out.
type offsets []int32 // by byte of the article's text, its end included

// newOffsets aligns the article's text with the original.
func newOffsets(article, original string) offsets {
	at := make(offsets, len(article)+1)
	if article == original {
		n := int32(-1)
		for i := 0; i < len(article); i++ {
			if utf8.RuneStart(article[i]) {
				n++
			}
			at[i] = max(n, 0)
		}
		at[len(article)] = n + 1
		return at
	}
	to, from := []rune(original), []rune(article)
	place := alignRunes(from, to)
	i := 0
	for k, r := range from {
		for range utf8.RuneLen(r) {
			at[i] = int32(place[k])
			i++
		}
	}
	at[len(article)] = int32(len(to))
	return at
}

// How far apart two texts may run before they meet again, and how many characters must then agree.
const (
	maxGap  = 24
	mustFit = 4
)

// alignRunes returns for every character of from its place in to, ascending. Where they differ, the
// shortest gap is taken after which both agree again for a few characters.
func alignRunes(from, to []rune) []int {
	place := make([]int, len(from))
	i, j := 0, 0
	for i < len(from) {
		if j < len(to) && from[i] == to[j] {
			place[i] = j
			i++
			j++
			continue
		}
		a, b := gap(from[i:], to[min(j, len(to)):])
		for k := range a {
			place[i+k] = min(j+min(k, b), len(to))
		}
		i, j = i+a, min(j+b, len(to))
	}
	return place
}

// gap returns how many characters to skip on either side so that the texts agree again; one on each
// when nothing near agrees.
func gap(from, to []rune) (a, b int) {
	for n := 1; n <= maxGap; n++ {
		for a := range n + 1 {
			if b := n - a; a <= len(from) && b <= len(to) && fits(from[a:], to[b:]) {
				return a, b
			}
		}
	}
	return 1, 1
}

// fits reports whether two texts begin alike.
func fits(a, b []rune) bool {
	n := min(mustFit, max(len(a), len(b)))
	if len(a) < n || len(b) < n {
		return false
	}
	for i := range n {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// span converts a span of the article.
func (o offsets) span(s readout.Span) span { return span{int(o[s.Start]), o.end(s.End)} }

// end converts an end: one past the last character covered.
func (o offsets) end(e int) int {
	if e == 0 {
		return 0
	}
	return int(o[e-1]) + 1
}

// isSpace is Python's str.isspace, which the published measures leave characters out by: Unicode
// white space and the separators U+001C to U+001F.
func isSpace(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }

// runes is a record's text by code point.
type runes []rune

// slice returns the words of a span, whatever of it lies in the text.
func (t runes) slice(s span) string {
	start := min(max(s.Start, 0), len(t))
	return string(t[start:min(max(s.End, start), len(t))])
}

// bytes returns the bytes of a span; an empty span for one without a place.
func (t runes) bytes(m looseSpan) readout.Span {
	s, ok := m.span()
	if !ok {
		return readout.Span{}
	}
	start := len(string(t[:min(max(s.Start, 0), len(t))]))
	return readout.Span{Start: start, End: start + len(t.slice(s)), Text: t.slice(s)}
}

// chars returns the places that spans cover, ascending, without white space.
func (t runes) chars(spans []span) []int {
	covered := map[int]bool{}
	n := 0
	for _, s := range spans {
		for i := max(s.Start, 0); i < min(s.End, len(t)); i++ {
			if !isSpace(t[i]) {
				covered[i] = true
				n = max(n, i+1)
			}
		}
	}
	out := make([]int, 0, len(covered))
	for i := range n {
		if covered[i] {
			out = append(out, i)
		}
	}
	return out
}

// common returns how many places two ascending lists share.
func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}
