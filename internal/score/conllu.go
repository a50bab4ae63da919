package score

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The columns of CoNLL-U (https://universaldependencies.org/format.html).
const (
	colID = iota
	colForm
	colLemma
	colUPOS
	colXPOS
	colFeats
	colHead
	colDeprel
	columns = 10
)

// A word is a syntactic word of a treebank, placed by counting the characters of all forms.
type word struct {
	start, end int // characters that are no white space; of the whole token in a multi-word one
	multi      bool
	col        []string
	parent     int // index of the head; -1 for a root
	rel        string
	sentence   int
}

// A treebank is a CoNLL-U file as the CoNLL 2018 measure sees it.
type treebank struct {
	chars     []rune
	tokens    []span
	words     []word
	sentences []span
}

// readTreebank reads CoNLL-U. Unlike doc.ReadCoNLLU it keeps multi-word tokens and takes trees as
// they are: a measure must not mend what it measures.
func readTreebank(in io.Reader, name string) (*treebank, error) {
	r := treebankReader{t: &treebank{}, start: -1}
	b := bufio.NewReader(in)
	for n := 1; ; n++ {
		line, err := b.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		if n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if e := r.line(strings.TrimRight(line, "\r\n")); e != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, e)
		}
		if err != nil {
			if e := r.endSentence(); e != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, e)
			}
			return r.t, nil
		}
	}
}

// treebankReader reads line by line.
type treebankReader struct {
	t     *treebank
	first int  // first word of the sentence
	start int  // first character of the sentence; -1 between sentences
	upTo  int  // last word of the multi-word token at hand; 0 for none
	whole span // of that token
}

// line takes one line.
func (r *treebankReader) line(line string) error {
	switch {
	case line == "":
		r.upTo = 0
		return r.endSentence()
	case line[0] == '#':
		return nil
	}
	col := strings.Split(line, "\t")
	if len(col) != columns {
		return fmt.Errorf("%d columns, want %d", len(col), columns)
	}
	if strings.Contains(col[colID], ".") {
		return nil
	}
	if r.start < 0 {
		r.start = len(r.t.chars)
	}
	if _, last, ok := strings.Cut(col[colID], "-"); ok {
		n, err := strconv.Atoi(last)
		if err != nil {
			return fmt.Errorf("bad token range %q", col[colID])
		}
		r.upTo, r.whole = n, r.token(col[colForm])
		return nil
	}
	id, err := strconv.Atoi(col[colID])
	if err != nil {
		return fmt.Errorf("bad word id %q", col[colID])
	}
	w := word{col: col, sentence: len(r.t.sentences)}
	w.rel, _, _ = strings.Cut(col[colDeprel], ":")
	if id <= r.upTo {
		w.start, w.end, w.multi = r.whole.Start, r.whole.End, true
		if id == r.upTo {
			r.upTo = 0
		}
	} else {
		s := r.token(col[colForm])
		w.start, w.end = s.Start, s.End
	}
	r.t.words = append(r.t.words, w)
	return nil
}

// token adds the characters of a token.
func (r *treebankReader) token(form string) span {
	s := span{Start: len(r.t.chars)}
	for _, c := range form {
		if !isSpace(c) {
			r.t.chars = append(r.t.chars, c)
		}
	}
	s.End = len(r.t.chars)
	r.t.tokens = append(r.t.tokens, s)
	return s
}

// endSentence resolves the heads of the sentence.
func (r *treebankReader) endSentence() error {
	if r.start < 0 {
		return nil
	}
	words := r.t.words[r.first:]
	for i := range words {
		head, err := strconv.Atoi(words[i].col[colHead])
		if err != nil || head < 0 || head > len(words) {
			return fmt.Errorf("head %q of word %s is no word of its sentence", words[i].col[colHead], words[i].col[colID])
		}
		words[i].parent = -1
		if head > 0 {
			words[i].parent = r.first + head - 1
		}
	}
	r.t.sentences = append(r.t.sentences, span{r.start, len(r.t.chars)})
	r.first, r.start = len(r.t.words), -1
	return nil
}

// A match is a gold word and the system's word for it.
type match struct{ gold, system int }

// align pairs the words of two treebanks over the same characters as the CoNLL 2018 shared task
// does: by their characters, and inside multi-word tokens by the longest common subsequence of
// their lower-cased forms.
func align(gold, system []word) []match {
	var out []match
	g, s := 0, 0
	for g < len(gold) && s < len(system) {
		a, b := &gold[g], &system[s]
		switch {
		case a.multi || b.multi:
			g0, s0, g1, s1 := multiStretch(gold, system, g, s)
			for _, p := range subsequence(gold[g0:g1], system[s0:s1]) {
				out = append(out, match{g0 + p.gold, s0 + p.system})
			}
			g, s = g1, s1
		case a.start == b.start && a.end == b.end:
			out = append(out, match{g, s})
			g++
			s++
		case a.start <= b.start:
			g++
		default:
			s++
		}
	}
	return out
}

// multiStretch returns the words, from those at g and s on, that stand in multi-word tokens which
// overlap.
func multiStretch(gold, system []word, g, s int) (g0, s0, g1, s1 int) {
	var end int
	if gold[g].multi {
		end = gold[g].end
		if !system[s].multi && system[s].start < gold[g].start {
			s++
		}
	} else {
		end = system[s].end
		if !gold[g].multi && gold[g].start < system[s].start {
			g++
		}
	}
	g0, s0 = g, s
	for !beyond(gold, g, end) || !beyond(system, s, end) {
		if g < len(gold) && (s >= len(system) || gold[g].start <= system[s].start) {
			end = extend(&gold[g], end)
			g++
		} else {
			end = extend(&system[s], end)
			s++
		}
	}
	return g0, s0, g, s
}

// beyond reports whether word i lies behind the stretch that ends at end.
func beyond(words []word, i, end int) bool {
	if i >= len(words) {
		return true
	}
	if words[i].multi {
		return words[i].start >= end
	}
	return words[i].end > end
}

func extend(w *word, end int) int {
	if w.multi {
		return max(end, w.end)
	}
	return end
}

// subsequence pairs words by the longest common subsequence of their lower-cased forms.
func subsequence(gold, system []word) []match {
	lower := func(words []word) []string {
		out := make([]string, len(words))
		for i := range words {
			out[i] = strings.ToLower(words[i].col[colForm])
		}
		return out
	}
	a, b := lower(gold), lower(system)
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if a[i] == b[k] {
				length[i][k] = 1 + length[i+1][k+1]
			} else {
				length[i][k] = max(length[i+1][k], length[i][k+1])
			}
		}
	}
	var out []match
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			out = append(out, match{i, k})
			i++
			k++
		case length[i][k] == length[i+1][k]:
			i++
		default:
			k++
		}
	}
	return out
}
