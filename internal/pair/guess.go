package pair

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"slices"
	"sync"

	"readout"
	"readout/internal/doc"
	"readout/internal/model"
)

// The sections of the weights file.
const (
	TypesSection   = "pair.types"   // lines: PLOVER type, the classes
	WordsSection   = "pair.words"   // model.Linear over Features.Keys
	MeaningSection = "pair.meaning" // int16, little-endian: of each number of Features.Meaning, the weight of each class
)

// A Guesser tells the type of what one party does to another from words that no entry of the lexicon explains. It is
// safe for concurrent use.
type Guesser struct {
	types   []string
	words   *model.Linear
	meaning []int16 // of each number of Meaning, the weights of the classes
}

//go:embed default.bin
var defaultBytes []byte

// DefaultFile returns the weights built into the program, parsed once.
var DefaultFile = sync.OnceValue(func() *model.File {
	m, err := model.Read(defaultBytes)
	if err != nil {
		panic(err) // the program was built with broken weights
	}
	return m
})

// Default returns the Guesser with the weights built into the program.
var Default = sync.OnceValue(func() *Guesser {
	g, err := New(DefaultFile())
	if err != nil {
		panic(err)
	}
	return g
})

// New returns a Guesser with the weights of m.
func New(m *model.File) (*Guesser, error) {
	g := &Guesser{}
	var err error
	if g.types, err = m.Lines(TypesSection); err != nil {
		return nil, fmt.Errorf("pair: %w", err)
	}
	if g.words, err = m.Linear(WordsSection); err != nil {
		return nil, fmt.Errorf("pair: %w", err)
	}
	data, err := m.Section(MeaningSection)
	if err != nil {
		return nil, fmt.Errorf("pair: %w", err)
	}
	if g.words.Classes != len(g.types) || len(data)%(2*zones*max(len(g.types), 1)) != 0 {
		return nil, fmt.Errorf("pair: %d types, %d classes, %d bytes of meaning", len(g.types), g.words.Classes, len(data))
	}
	for i := 0; i < len(data); i += 2 {
		g.meaning = append(g.meaning, int16(binary.LittleEndian.Uint16(data[i:])))
	}
	return g, nil
}

// mostWords is how many words a guess names.
const mostWords = 3

// guess returns the likeliest type and the tokens that weighed most for it; "" when no token speaks for it.
func (g *Guesser) guess(f *Features) (string, []int) {
	scores := make([]int32, len(g.types))
	g.words.Score(f.Keys, scores)
	if n := len(g.types); len(f.Meaning)*n == len(g.meaning) {
		sums := make([]int64, n)
		for j, v := range f.Meaning {
			for k, w := range g.meaning[j*n : (j+1)*n] {
				sums[k] += int64(v) * int64(w)
			}
		}
		for k := range scores {
			scores[k] += int32(sums[k] / Unit)
		}
	}
	best := 0
	for k := range scores {
		if scores[k] > scores[best] {
			best = k
		}
	}
	tokens := g.weightiest(f, best)
	if len(tokens) == 0 {
		return "", nil
	}
	return g.types[best], tokens
}

// weightiest returns the tokens whose keys speak most for a class, ascending; those that speak against it never.
func (g *Guesser) weightiest(f *Features, class int) []int {
	weight := map[int]int32{}
	var tokens []int
	scores := make([]int32, len(g.types))
	for i, t := range f.tokens {
		if t < 0 {
			continue
		}
		clear(scores)
		g.words.Score(f.Keys[i:i+1], scores)
		if _, ok := weight[t]; !ok {
			tokens = append(tokens, t)
		}
		weight[t] += scores[class]
	}
	tokens = slices.DeleteFunc(tokens, func(t int) bool { return weight[t] <= 0 })
	slices.SortFunc(tokens, func(a, b int) int {
		if weight[a] != weight[b] {
			return int(weight[b] - weight[a])
		}
		return a - b
	})
	tokens = tokens[:min(mostWords, len(tokens))]
	slices.Sort(tokens)
	return tokens
}

// spans returns the tokens as spans of the text.
func spans(d *doc.Document, tokens []int) []readout.Span {
	out := make([]readout.Span, len(tokens))
	for i, t := range tokens {
		out[i] = d.Span(t, t+1)
	}
	return out
}
