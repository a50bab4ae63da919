package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A line is a line of the text that is not blank, without the white space around it.
type line struct {
	start, end int
	indent     int  // characters of white space before it
	width      int  // characters from the left edge to its end
	gap        bool // a blank line, or the start of the text, stands before it
}

// maxWrap is the widest column at which text is taken to be wrapped by hand or by a mail program.
const maxWrap = 200

// layout parts the text into pieces: paragraphs, or lines that stand alone. A blank line always
// ends a piece. Within a run of lines, text that was wrapped at some column is put together again,
// and text with one paragraph a line is left so.
func layout(text string) []piece {
	ls := lines(text)
	column := wrapColumn(text, ls)
	pieces := make([]piece, 0, len(ls)/2+1)
	for i, l := range ls {
		if !l.gap && continues(text, ls, i, column) {
			pieces[len(pieces)-1].end = l.end
			continue
		}
		pieces = append(pieces, piece{start: l.start, end: l.end, gap: l.gap})
	}
	return pieces
}

// lines returns the lines that are not blank.
func lines(text string) []line {
	ls := make([]line, 0, strings.Count(text, "\n")+1)
	gap := true
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		raw := strings.TrimRightFunc(text[start:end], unicode.IsSpace)
		body := strings.TrimLeftFunc(raw, unicode.IsSpace)
		if body == "" {
			gap = true
		} else {
			indent := utf8.RuneCountInString(raw[:len(raw)-len(body)])
			ls = append(ls, line{
				start: start + len(raw) - len(body), end: start + len(raw),
				indent: indent, width: indent + utf8.RuneCountInString(body), gap: gap,
			})
			gap = false
		}
		start = end + 1
	}
	return ls
}

// wrapColumn returns the column at which the text is wrapped, 0 when it is not. In wrapped text
// the lines inside a paragraph are about equally long and mostly break off amid a sentence. Two
// such lines tell the column; with fewer, all lines have to fit.
func wrapColumn(text string, ls []line) int {
	var inner, all widths
	for i, l := range ls {
		all.add(l.width)
		if i+1 < len(ls) && !ls[i+1].gap {
			inner.add(l.width)
		}
	}
	if column, lines := wrapped(text, ls, inner.upper()); lines >= 2 {
		return column
	}
	column, _ := wrapped(text, ls, all.upper())
	return column
}

// widths counts lines by width; the last count is of all that are wider than text is wrapped.
type widths [maxWrap + 2]int

func (w *widths) add(width int) { w[min(width, maxWrap+1)]++ }

// upper returns the width that 95 of 100 lines do not exceed; 0 when there are no lines.
func (w *widths) upper() int {
	total, seen := 0, 0
	for _, n := range w {
		total += n
	}
	for width, n := range w {
		if seen += n; seen*20 >= total*19 {
			return width
		}
	}
	return 0
}

// wrapped returns the column when the lines look wrapped at it, and how many lines break off there.
func wrapped(text string, ls []line, column int) (int, int) {
	if column < 30 || column > maxWrap {
		return 0, 0
	}
	full, amid := 0, 0
	for i := 1; i < len(ls); i++ {
		if l := ls[i-1]; !ls[i].gap && l.width*10 >= column*6 {
			full++
			if !endsSentence(text[l.start:l.end]) {
				amid++
			}
		}
	}
	if full == 0 || amid*2 < full {
		return 0, 0
	}
	return column, amid
}

var (
	// listItem is the start of a line that begins a point of a list.
	listItem = expression(`^(?:[•·▪*–—-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)`)
	// turnLine is the start of a line that begins a turn of a transcript.
	turnLine = expression(`^(?:Q|A|[Qq]uestion|[Aa]nswer|[A-Z][A-Z.'’ -]{2,40})(?: \([^()\n]{1,40}\))?:(?:\s|$)|^[QA](?:\.\s|\t| {2})`)
)

// continues reports whether line i goes on with the paragraph of line i-1.
func continues(text string, ls []line, i, column int) bool {
	prev, this := ls[i-1], ls[i]
	words := text[this.start:this.end]
	if opens(words) {
		return false
	}
	before := text[prev.start:prev.end]
	first, _ := utf8.DecodeRuneInString(words)
	amid := unicode.IsLower(first) && !endsSentence(before)
	if column == 0 {
		return amid && prev.width < 130 && this.width < 130
	}
	if indented := this.indent > prev.indent+1; indented {
		last := i+1 == len(ls) || ls[i+1].gap || opens(text[ls[i+1].start:ls[i+1].end])
		if !last && ls[i+1].indent < this.indent {
			return false // the first line of a paragraph, set in
		}
	}
	if prev.width > column+20 {
		return amid
	}
	word, _, _ := strings.Cut(words, " ")
	if prev.width+1+utf8.RuneCountInString(word) > column {
		return true // the word had no room on the line before
	}
	return amid && prev.width*2 >= column
}

// opens reports whether a line begins a point of a list or a turn of a transcript.
func opens(words string) bool {
	return listItem().MatchString(prefix(words, 16)) || turnLine().MatchString(prefix(words, 100))
}

// endsSentence reports whether s ends as a sentence does, closing marks included.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, ")]}\"'”’»›")
	if s == "" {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;…。！？：", r)
}
