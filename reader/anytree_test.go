package reader_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"readout/internal/doc"
	"readout/internal/intake"
)

// TestAnyTree reads the samples with trees that are wrong at random, as a parser's may be: every reading
// must end, and every span must be exact.
func TestAnyTree(t *testing.T) {
	r := newReader(t)
	names, err := filepath.Glob("../samples/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no samples", err)
	}
	random := rand.New(rand.NewPCG(1, 1))
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, share := range []float64{0.1, 0.3, 1} {
			for range 4 {
				d := r.Annotate(intake.Text(string(text), intake.Options{}))
				for _, s := range d.Sentences {
					spoil(d, s, share, random)
				}
				d.Link()
				checkSpans(t, r.ExplainParsed(d).Reading)
			}
		}
	}
}

// spoil gives a share of a sentence's tokens another governor and relation. The result is a tree.
func spoil(d *doc.Document, s doc.Sentence, share float64, random *rand.Rand) {
	rels := []string{
		"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss", "amod", "conj", "appos", "acl",
		"acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "mark", "case", "aux", "compound",
	}
	for i := s.First; i < s.End; i++ {
		if d.Tokens[i].Head < 0 || random.Float64() >= share {
			continue
		}
		head := s.First + random.IntN(s.End-s.First)
		for h := head; h >= 0; h = d.Tokens[h].Head {
			if h == i {
				head = -1
				break
			}
		}
		if head >= 0 {
			d.Tokens[i].Head, d.Tokens[i].Deprel = head, rels[random.IntN(len(rels))]
		}
	}
}
