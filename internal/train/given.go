package train

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"readout/internal/encoder"
)

// givenVectors are word vectors that were learned elsewhere.
type givenVectors struct {
	Treebank // of the file; it has no sentences
	words    []string
	columns  int // at least 1
	values   []float32
}

// readVectors reads the first words of a file of word vectors: lines of a word and its numbers,
// divided by spaces, frequent words first, as GloVe's are (Pennington, Socher and Manning, 2014); a
// first line of two numbers, as word2vec's files have, is skipped. Words that fold to one form have
// the vector of the first. No path gives no words.
func readVectors(path string, most int) (*givenVectors, error) {
	g := &givenVectors{columns: 1}
	if path == "" {
		return g, nil
	}
	t, in, err := open(path)
	if err != nil {
		return nil, err
	}
	g.Treebank = *t
	lines := bufio.NewReader(in)
	seen := map[string]bool{}
	for n := 1; len(g.words) < most; n++ {
		line, err := lines.ReadString('\n')
		if err != nil && err != io.EOF {
			return nil, fmt.Errorf("train: %s: %w", path, err)
		}
		fields := strings.Fields(line)
		if len(fields) == 0 {
			break
		}
		if n == 1 && len(fields) == 2 {
			continue
		}
		if word := encoder.Fold(fields[0]); !seen[word] {
			seen[word] = true
			if err := g.add(word, fields[1:]); err != nil {
				return nil, fmt.Errorf("train: %s:%d: %w", path, n, err)
			}
		}
	}
	if len(g.words) == 0 {
		return nil, fmt.Errorf("train: %s: no vectors", path)
	}
	rescale(g.values)
	return g, nil
}

func (g *givenVectors) add(word string, numbers []string) error {
	if len(g.words) == 0 {
		g.columns = len(numbers)
	}
	if len(numbers) != g.columns || g.columns == 0 {
		return fmt.Errorf("%d numbers, want %d", len(numbers), g.columns)
	}
	for _, s := range numbers {
		v, err := strconv.ParseFloat(s, 32)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("bad number %q", s)
		}
		g.values = append(g.values, float32(v))
	}
	g.words = append(g.words, word)
	return nil
}
