package mention_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"readout"
	"readout/internal/doc"
	"readout/internal/mention"
	"readout/lexicon"
)

// nonsense returns a document of n tokens in sentences of the given length, with words that every
// rule looks at, random tags, and a random tree that is a tree but no more.
func nonsense(rng *rand.Rand, n, length int) *doc.Document {
	words := strings.Fields(`President Vladimir Putin Xi Jinping the two both sides leaders of state his its they it who
		which that Kremlin Moscow Russian Chinese and , " - 's Mr. Ali Hassan Ministry of Foreign Affairs minister
		foreign spokesman for in to at met said he she I you countries his counterpart Bush Iran 责 U.S. president`)
	upos := strings.Fields("NOUN PROPN VERB ADJ ADP DET PRON PART PUNCT CCONJ NUM AUX SCONJ ADV X")
	xpos := strings.Fields("NN NNS NNP NNPS PRP PRP$ POS WP IN DT CD")
	rels := strings.Fields("nsubj obj obl nmod nmod:poss nmod:desc appos conj flat compound amod acl:relcl xcomp cop case det root punct")
	var text strings.Builder
	d := doc.New(nil)
	for i := range n {
		word := words[rng.IntN(len(words))]
		start := text.Len()
		text.WriteString(word)
		first := i - i%length
		head := -1
		if i > first {
			head = first + rng.IntN(i-first)
		}
		d.Tokens = append(d.Tokens, doc.Token{
			Start: start, End: text.Len(), Form: word, Lemma: strings.ToLower(word), Head: head,
			UPOS: upos[rng.IntN(len(upos))], XPOS: xpos[rng.IntN(len(xpos))], Deprel: rels[rng.IntN(len(rels))],
		})
		text.WriteByte(' ')
		if i == first {
			d.Sentences = append(d.Sentences, doc.Sentence{First: first, End: min(first+length, n)})
		}
	}
	d.Article = &readout.Article{Text: text.String(), Published: "2023-03-20"}
	d.Article.Parts = []readout.Part{{Kind: readout.PartBody, End: len(d.Article.Text)}}
	d.Link()
	return d
}

// TestAnyTree checks that no tree, however wrong, makes mentions that later stages cannot use, and
// that the same document always gives the same mentions.
func TestAnyTree(t *testing.T) {
	actors, err := lexicon.LoadActors(os.DirFS("../../lexicon"))
	if err != nil {
		t.Fatal(err)
	}
	places := placeFinder(t, actors)
	for seed := range uint64(300) {
		n := int(seed) + 1
		d := nonsense(rand.New(rand.NewPCG(seed, 1)), n, 1+int(seed%23))
		places.Find(d)
		mention.New(actors).Find(d)
		checkInvariants(t, "nonsense", d)
		got := format(d)
		places.Find(d)
		mention.New(actors).Find(d)
		if again := format(d); again != got {
			t.Fatalf("seed %d: second time\n%s\nfirst time\n%s", seed, again, got)
		}
	}
	empty := doc.New(&readout.Article{})
	mention.New(actors).Find(empty)
	if len(empty.Mentions) != 0 || len(empty.Entities) != 0 {
		t.Error("mentions in an empty document")
	}
}

// BenchmarkFind measures tokens a second on ordinary and on hostile documents: one long article,
// one sentence of 5,000 tokens.
func BenchmarkFind(b *testing.B) {
	actors, err := lexicon.LoadActors(os.DirFS("../../lexicon"))
	if err != nil {
		b.Fatal(err)
	}
	for name, size := range map[string][2]int{"article": {20000, 25}, "sentence": {5000, 5000}} {
		b.Run(name, func(b *testing.B) {
			d := nonsense(rand.New(rand.NewPCG(1, 2)), size[0], size[1])
			finder := mention.New(actors)
			for b.Loop() {
				finder.Find(d)
			}
			b.ReportMetric(float64(size[0])*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}
