package train

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/internal/encoder"
	"readout/internal/model"
	"readout/internal/segment"
)

// The sections of a file of word vectors, which only training reads.
const (
	vectorWords  = "vectors.words"  // lines, by frequency
	vectorValues = "vectors.values" // little-endian float32, a row per word
)

// VectorOptions say how word vectors are learned.
type VectorOptions struct {
	Columns   int
	Reach     int // words to each side
	Negatives int // words drawn against each pair
	Epochs    int
	Sample    float64 // words more frequent than this are left out at random
	MinCount  int     // rarer words have no vector
	MaxWords  int     // at most so many have one
	Rate      float64
}

// DefaultVectorOptions returns the options of released weights.
func DefaultVectorOptions() VectorOptions {
	return VectorOptions{Columns: 64, Reach: 3, Negatives: 5, Epochs: 6, Sample: 2e-4, MinCount: 3, MaxWords: 20_000, Rate: 0.05}
}

// skipGram is the model while it learns. Left and right neighbours have matrices of their own, so
// that vectors tell apart what comes before a word and what comes after it (Ling et al., 2015).
type skipGram struct {
	o        VectorOptions
	rng      *rand.Rand
	sequence [][]int32 // sentences as word ids, the rare words left out
	count    []int
	in       []float32
	out      [2][]float32
	noise    []int32 // words in proportion to their count to the power of 3/4
	step     []float32
}

// train learns word vectors by skip-grams with negative sampling (Mikolov et al., 2013) and returns
// them as a file that loadVectors reads.
func (o VectorOptions) train(corpus [][]string, seed uint64, log func(format string, args ...any)) (*model.File, error) {
	words, count := frequent(corpus, o.MinCount, o.MaxWords)
	g := &skipGram{o: o, rng: rand.New(rand.NewPCG(seed, 77)), count: count}
	g.start(corpus, words)
	for epoch := range o.Epochs {
		loss := g.epoch(epoch)
		log("vectors: epoch %d of %d: loss %.4f, %d words", epoch+1, o.Epochs, loss, len(words))
	}
	rescale(g.in)
	m := &model.File{}
	m.Add(vectorWords, []byte(strings.Join(words, "\n")))
	var values bytes.Buffer
	if err := binary.Write(&values, binary.LittleEndian, g.in); err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	m.Add(vectorValues, values.Bytes())
	return m, nil
}

// vectorFile is what the checkpoint folder calls the word vectors.
const vectorFile = "vectors.bin"

// vectors returns the word vectors of the checkpoint folder when they are made of the same data with
// the same options, and learns and stores them when not.
func (o Options) vectors(segmenter *segment.Segmenter, banks []*Treebank, texts []*rawText) (*model.File, error) {
	var facts []model.Fact
	for _, t := range banks {
		facts = append(facts, model.Fact{Key: "vectors from", Value: t.Name + " sha256 " + t.SHA256})
	}
	for _, t := range texts {
		facts = append(facts, model.Fact{Key: "vectors from", Value: t.Name + " sha256 " + t.SHA256})
	}
	facts = append(facts, model.Fact{Key: "vectors with", Value: fmt.Sprintf("seed %d, %+v", o.Seed, o.Vectors)})
	path := filepath.Join(o.Checkpoint, vectorFile)
	if o.Checkpoint != "" {
		if data, err := os.ReadFile(path); err == nil {
			if m, err := model.Read(data); err == nil && slices.Equal(m.Facts, facts) {
				o.log("vectors: those in %s", path)
				return m, nil
			}
		}
	}
	m, err := o.Vectors.train(vectorCorpus(segmenter, banks, texts), o.Seed, o.log)
	if err != nil {
		return nil, err
	}
	m.Facts = facts
	if o.Checkpoint == "" {
		return m, nil
	}
	var file bytes.Buffer
	if err := m.Write(&file); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(o.Checkpoint, 0o755); err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	if err := os.WriteFile(path, file.Bytes(), 0o644); err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	return m, nil
}

// loadVectors returns the words and their vectors.
func loadVectors(m *model.File) (words []string, values []float32, err error) {
	if words, err = m.Lines(vectorWords); err != nil {
		return nil, nil, err
	}
	data, err := m.Section(vectorValues)
	if err != nil {
		return nil, nil, err
	}
	if len(words) == 0 || len(data)%(4*len(words)) != 0 {
		return nil, nil, fmt.Errorf("train: %d bytes of vectors for %d words", len(data), len(words))
	}
	values = make([]float32, len(data)/4)
	if _, err := binary.Decode(data, binary.LittleEndian, values); err != nil {
		return nil, nil, fmt.Errorf("train: vectors: %w", err)
	}
	return words, values, nil
}

// vectorCorpus returns the folded words of all sentences; the segmenter divides the raw texts, of
// which each line is a paragraph.
func vectorCorpus(segmenter *segment.Segmenter, banks []*Treebank, texts []*rawText) [][]string {
	var corpus [][]string
	fold := func(tokens []doc.Token) {
		words := make([]string, len(tokens))
		for i := range tokens {
			words[i] = encoder.Fold(tokens[i].Form)
		}
		corpus = append(corpus, words)
	}
	for _, t := range banks {
		for _, s := range t.Sentences {
			fold(s.Words)
		}
	}
	for _, t := range texts {
		d := divide(segmenter, t.text)
		for _, s := range d.Sentences {
			fold(d.Tokens[s.First:s.End])
		}
	}
	return corpus
}

// frequent returns the words of the corpus by falling frequency, and how often each comes.
func frequent(corpus [][]string, least, most int) (words []string, count []int) {
	counts := map[string]int{}
	for _, s := range corpus {
		for _, w := range s {
			counts[w]++
		}
	}
	words, count = frequentOf(counts, least)
	return words[:min(len(words), most)], count[:min(len(words), most)]
}

// start makes the matrices and the noise.
func (g *skipGram) start(corpus [][]string, words []string) {
	index := make(map[string]int32, len(words))
	for i, w := range words {
		index[w] = int32(i)
	}
	for _, s := range corpus {
		var ids []int32
		for _, w := range s {
			if id, ok := index[w]; ok {
				ids = append(ids, id)
			}
		}
		g.sequence = append(g.sequence, ids)
	}
	n := len(words) * g.o.Columns
	g.in, g.out = make([]float32, n), [2][]float32{make([]float32, n), make([]float32, n)}
	for i := range g.in {
		g.in[i] = (g.rng.Float32() - 0.5) / float32(g.o.Columns)
	}
	g.step = make([]float32, g.o.Columns)
	sum := 0.0
	for _, c := range g.count {
		sum += math.Pow(float64(c), 0.75)
	}
	const size = 1 << 20
	for w, c := range g.count {
		for range int(math.Pow(float64(c), 0.75)/sum*size) + 1 {
			g.noise = append(g.noise, int32(w))
		}
	}
}

// epoch goes through the corpus once and returns the mean loss of a pair.
func (g *skipGram) epoch(epoch int) float64 {
	total := 0
	for _, c := range g.count {
		total += c
	}
	keep := make([]float64, len(g.count))
	for w, c := range g.count {
		f := float64(c) / float64(total) / g.o.Sample
		keep[w] = (math.Sqrt(f) + 1) / f
	}
	loss, pairs := 0.0, 0
	order := g.rng.Perm(len(g.sequence))
	var s []int32
	for n, at := range order {
		done := (float64(epoch) + float64(n)/float64(len(order))) / float64(g.o.Epochs)
		rate := float32(g.o.Rate * max(1-done, 1e-3))
		s = s[:0]
		for _, w := range g.sequence[at] {
			if g.rng.Float64() < keep[w] {
				s = append(s, w)
			}
		}
		for i, w := range s {
			for j := max(0, i-g.o.Reach); j < min(len(s), i+g.o.Reach+1); j++ {
				if j != i {
					loss += g.pair(w, s[j], j > i, rate)
					pairs++
				}
			}
		}
	}
	return loss / float64(max(pairs, 1))
}

// pair learns that the neighbour stands on that side of the word and random words do not.
func (g *skipGram) pair(word, neighbour int32, right bool, rate float32) float64 {
	side := g.out[0]
	if right {
		side = g.out[1]
	}
	c := g.o.Columns
	v := g.in[int(word)*c : int(word+1)*c]
	clear(g.step)
	loss := 0.0
	for k := 0; k <= g.o.Negatives; k++ {
		other, want := neighbour, float32(1)
		if k > 0 {
			other, want = g.noise[g.rng.IntN(len(g.noise))], 0
			if other == neighbour {
				continue
			}
		}
		u := side[int(other)*c : int(other+1)*c]
		p := float32(1 / (1 + math.Exp(-float64(dot(v, u)))))
		loss -= math.Log(max(1e-9, float64(1-want+p*(2*want-1))))
		move := (want - p) * rate
		for i, x := range u {
			g.step[i] += move * x
			u[i] = x + move*v[i]
		}
	}
	for i, x := range g.step {
		v[i] += x
	}
	return loss
}

func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	for i := 0; i+3 < len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	return s0 + s1 + s2 + s3
}

// rescale makes the mean square of the vectors' numbers the one that the network's other inputs have.
func rescale(values []float32) {
	sum := 0.0
	for _, v := range values {
		sum += float64(v) * float64(v)
	}
	factor := float32(vectorSize / math.Sqrt(sum/float64(len(values))))
	for i := range values {
		values[i] *= factor
	}
}

// vectorSize is the root of the mean square of a vector's numbers.
const vectorSize = 0.4
