package train

import (
	"fmt"
	"strings"

	"readout/internal/doc"
	"readout/internal/model"
	"readout/internal/parse"
	"readout/internal/segment"
)

// Scores are percentages of one treebank. The first group is from gold tokens and sentences, the
// second, F1, from raw text whose paragraphs are known.
type Scores struct {
	UPOS, XPOS, Feats, Lemma float64
	UAS, LAS                 float64
	LASNoPunct               float64 // without punctuation, which treebanks attach differently
	Names                    float64 // F1 of names, span and type; 0 where nobody has marked them

	Tokens, Sentences, RawUPOS, RawLAS float64
}

// String lists the scores on one line.
func (s Scores) String() string {
	return fmt.Sprintf("UPOS %.2f XPOS %.2f feats %.2f lemma %.2f UAS %.2f LAS %.2f LAS-without-punctuation %.2f names %.2f; "+
		"from raw text: tokens %.2f sentences %.2f UPOS %.2f LAS %.2f",
		s.UPOS, s.XPOS, s.Feats, s.Lemma, s.UAS, s.LAS, s.LASNoPunct, s.Names, s.Tokens, s.Sentences, s.RawUPOS, s.RawLAS)
}

// Score reads the treebank with the weights and compares.
func Score(m *model.File, t *Treebank) (Scores, error) {
	segmenter, err := segment.New(m)
	if err != nil {
		return Scores{}, err
	}
	parser, err := parse.New(m)
	if err != nil {
		return Scores{}, err
	}
	gold, given := goldAndTokens(t)
	parser.Parse(given)
	var s Scores
	s.fromGold(gold, given)
	raw := doc.New(gold.Article)
	segmenter.Segment(raw)
	parser.Parse(raw)
	s.fromRaw(gold, raw)
	return s, nil
}

// fromGold compares two documents with the same tokens.
func (s *Scores) fromGold(gold, got *doc.Document) {
	var upos, xpos, feats, lemma, uas, las, words, lasWords float64
	for i := range gold.Tokens {
		g, t := &gold.Tokens[i], &got.Tokens[i]
		upos += one(g.UPOS == t.UPOS)
		xpos += one(g.XPOS == t.XPOS)
		feats += one(g.Feats == t.Feats)
		lemma += one(g.Lemma == t.Lemma)
		uas += one(g.Head == t.Head)
		right := one(g.Head == t.Head && g.Rel() == t.Rel())
		las += right
		if g.Rel() != "punct" {
			words++
			lasWords += right
		}
	}
	n := float64(max(len(gold.Tokens), 1)) / 100
	s.UPOS, s.XPOS, s.Feats, s.Lemma, s.UAS, s.LAS = upos/n, xpos/n, feats/n, lemma/n, uas/n, las/n
	s.LASNoPunct = lasWords / max(words, 1) * 100
	want, have := names(gold), names(got)
	right := 0.0
	for name := range want {
		right += one(have[name])
	}
	s.Names = right / (float64(max(len(want)+len(have), 1)) / 200)
}

// A name is a run of tokens that the tags make a name of a type.
type name struct {
	first, end int
	typ        string
}

func names(d *doc.Document) map[name]bool {
	out := map[name]bool{}
	for i := range d.Tokens {
		typ, ok := strings.CutPrefix(d.Tokens[i].Name, "B-")
		if !ok {
			continue
		}
		end := i + 1
		for end < len(d.Tokens) && d.Tokens[end].Name == "I-"+typ {
			end++
		}
		out[name{i, end, typ}] = true
	}
	return out
}

// fromRaw compares documents that need not agree on tokens: those with the same span are the same.
func (s *Scores) fromRaw(gold, got *doc.Document) {
	at := map[[2]int]int{}
	for i, t := range gold.Tokens {
		at[[2]int{t.Start, t.End}] = i
	}
	span := func(d *doc.Document, head int) [2]int {
		if head < 0 {
			return [2]int{-1, -1}
		}
		return [2]int{d.Tokens[head].Start, d.Tokens[head].End}
	}
	var tokens, upos, las float64
	for i := range got.Tokens {
		t := &got.Tokens[i]
		j, ok := at[[2]int{t.Start, t.End}]
		if !ok {
			continue
		}
		g := &gold.Tokens[j]
		tokens++
		upos += one(g.UPOS == t.UPOS)
		las += one(g.Rel() == t.Rel() && span(gold, g.Head) == span(got, t.Head))
	}
	sentences := map[[2]int]bool{}
	for _, x := range gold.Sentences {
		sentences[[2]int{gold.Tokens[x.First].Start, gold.Tokens[x.End-1].End}] = true
	}
	right := 0.0
	for _, x := range got.Sentences {
		right += one(sentences[[2]int{got.Tokens[x.First].Start, got.Tokens[x.End-1].End}])
	}
	n := float64(max(len(gold.Tokens)+len(got.Tokens), 1)) / 200
	s.Tokens, s.RawUPOS, s.RawLAS = tokens/n, upos/n, las/n
	s.Sentences = right / (float64(max(len(gold.Sentences)+len(got.Sentences), 1)) / 200)
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
