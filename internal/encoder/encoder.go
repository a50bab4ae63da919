// Package encoder reads sentences with a small neural network: it gives every token its tags, its
// head and its relation, and finds names.
//
// In: a Document with sentences and tokens. Out: the tokens' UPOS, XPOS, Head, Deprel
// and Name.
//
// Phases, for some hundred tokens at a time: features of each word are looked up (features.go);
// rows of numbers that stand for the words go through maxout convolutions, which see the
// neighbours, and attention layers, which see the sentence (network.go); pairs of words get scores
// as head and dependent (Dozat and Manning, 2017; heads.go); the best tree with one root is found
// (Eisner, 1996; tree.go); relations are named given the tree; of the parts of names the likeliest
// sequence is taken (names.go).
//
// Weights are 8-bit integers, each row with its own scale. Products with weights are sums of
// integers, and everything else is computed in float32 in a fixed order without fused operations,
// so a text gives the same trees on every processor, with the assembly and without (kernel.go).
package encoder

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"readout/internal/doc"
	"readout/internal/model"
)

// An Encoder annotates sentences. It is safe for concurrent use.
type Encoder struct {
	config     Config
	vocabulary *Vocabulary
	tags       []Tag
	columns    []columns // by tag
	labels     []string
	names      nameDecoder
	layers     layers
	assembly   bool
	scratch    sync.Pool
}

// columns are the columns that the scores of a tag have.
type columns struct{ upos, xpos int }

const (
	// batchTokens is about how many tokens are read at a time.
	batchTokens = 240
	// longestSentence is how many tokens attention and trees span; a longer sentence is read in
	// pieces.
	longestSentence = 400
)

// New returns an Encoder with the weights of m.
func New(m *model.File) (*Encoder, error) {
	e, err := load(m, hasAVX2)
	if err != nil {
		return nil, fmt.Errorf("encoder: %w", err)
	}
	return e, nil
}

// load reads the weights, laid out for assembly or for plain Go.
func load(m *model.File, assembly bool) (*Encoder, error) {
	lines, err := m.Lines(ConfigSection)
	if err != nil {
		return nil, err
	}
	e := &Encoder{assembly: assembly, scratch: sync.Pool{New: func() any { return new(scratch) }}}
	if e.config, err = parseConfig(lines); err != nil {
		return nil, err
	}
	var known [Kinds][]string
	for k := range Kinds {
		if k == Touch {
			continue
		}
		if known[k], err = m.Lines(kindPrefix + k.String()); err != nil {
			return nil, err
		}
	}
	if e.vocabulary, err = NewVocabulary(known); err != nil {
		return nil, err
	}
	if e.labels, err = m.Lines(LabelsSection); err != nil {
		return nil, err
	}
	if lines, err = m.Lines(NamesSection); err != nil {
		return nil, err
	}
	if e.names, err = newNameDecoder(lines); err != nil {
		return nil, err
	}
	if lines, err = m.Lines(TagsSection); err != nil {
		return nil, err
	}
	upos, xpos, err := e.loadTags(lines)
	if err != nil {
		return nil, err
	}
	data, err := m.Section(TensorsSection)
	if err != nil {
		return nil, err
	}
	tensors, err := decodeTensors(data)
	if err != nil {
		return nil, err
	}
	return e, e.layers.load(e, tensors, upos, xpos)
}

// loadTags reads the pairs of tags and returns how many different UPOS and XPOS they have; scores
// have their columns in alphabetical order.
func (e *Encoder) loadTags(lines []string) (upos, xpos int, err error) {
	var us, xs []string
	for _, line := range lines {
		u, x, ok := strings.Cut(line, "\t")
		if !ok {
			return 0, 0, fmt.Errorf("bad tag line %q", line)
		}
		us, xs = append(us, u), append(xs, x)
		e.tags = append(e.tags, Tag{u, x})
	}
	if len(e.tags) == 0 || len(e.labels) == 0 {
		return 0, 0, fmt.Errorf("%d tags and %d relations", len(e.tags), len(e.labels))
	}
	slices.Sort(us)
	slices.Sort(xs)
	us, xs = slices.Compact(us), slices.Compact(xs)
	for _, t := range e.tags {
		u, _ := slices.BinarySearch(us, t.UPOS)
		x, _ := slices.BinarySearch(xs, t.XPOS)
		e.columns = append(e.columns, columns{u, x})
	}
	return len(us), len(xs), nil
}

// Tags returns the pairs of tags that Annotate gives.
func (e *Encoder) Tags() []Tag { return slices.Clone(e.tags) }

// Annotate sets the UPOS, XPOS, Head, Deprel and Name of all tokens.
func (e *Encoder) Annotate(d *doc.Document) {
	s := e.scratch.Get().(*scratch)
	s.pieces, s.tokens = s.pieces[:0], 0
	for _, sentence := range d.Sentences {
		for first := sentence.First; first < sentence.End; first += longestSentence {
			end := min(first+longestSentence, sentence.End)
			s.pieces = append(s.pieces, piece{first, end, s.tokens})
			s.tokens += end - first
		}
		if s.tokens >= batchTokens {
			e.batch(d, s)
		}
	}
	e.batch(d, s)
	e.scratch.Put(s)
	for _, sentence := range d.Sentences {
		joinPieces(d, sentence)
	}
}

// batch annotates the pieces gathered.
func (e *Encoder) batch(d *doc.Document, s *scratch) {
	if s.tokens > 0 {
		e.encode(d, s)
		e.decide(d, s)
	}
	s.pieces, s.tokens = s.pieces[:0], 0
}

// joinPieces makes a sentence that was read in pieces one tree: the roots of the later ones hang
// from that of the first.
func joinPieces(d *doc.Document, s doc.Sentence) {
	if s.End-s.First <= longestSentence {
		return
	}
	root := -1
	for i := s.First; i < s.End; i++ {
		if t := &d.Tokens[i]; t.Head < 0 {
			if root < 0 {
				root = i
			} else {
				t.Head, t.Deprel = root, "parataxis"
			}
		}
	}
}

// Rank returns the place of a word among those that were learned elsewhere (Given), the most frequent first; 0 for
// one without a vector.
func (e *Encoder) Rank(word string) int { return int(e.vocabulary[Given][Describe(word)[Given]]) }

// Vector returns the vector of a word among those that were learned elsewhere (Given), as whole steps of a length of
// its own; nil for a word without one.
func (e *Encoder) Vector(word string) []int8 {
	id := e.Rank(word)
	if id == 0 {
		return nil
	}
	t := e.layers.tables[Given]
	out := make([]int8, t.cols)
	for i, c := range t.codes[id*t.cols : (id+1)*t.cols] {
		out[i] = int8(c)
	}
	return out
}
