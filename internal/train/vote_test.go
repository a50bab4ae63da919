package train

import (
	"bytes"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/model"
)

// TestElect lets three voters disagree on a word, a relation and a name.
func TestElect(t *testing.T) {
	words := func(rows ...string) *doc.Document {
		d := &doc.Document{Sentences: []doc.Sentence{{End: len(rows)}}}
		for _, row := range rows {
			f := strings.Fields(row)
			d.Tokens = append(d.Tokens, doc.Token{Head: int(f[0][0]) - '1', Deprel: f[1], UPOS: f[2], Name: f[3]})
		}
		return d
	}
	votes := []*doc.Document{
		words("2 nsubj PROPN B-PER", "0 root VERB O", "2 obj NOUN O", "3 nmod PROPN I-LOC"),
		words("2 nsubj PROPN O", "0 root VERB O", "2 obl NOUN O", "3 nmod PROPN I-LOC"),
		words("2 nsubj NOUN B-PER", "0 root VERB O", "2 obl NOUN B-LOC", "2 obl PROPN B-LOC"),
	}
	d := words("0 _ _ _", "0 _ _ _", "0 _ _ _", "0 _ _ _")
	if agree, want := elect(d, votes, d.Sentences[0]), 11.0/12; math.Abs(agree-want) > 1e-9 {
		t.Errorf("agreement %g, want %g", agree, want)
	}
	want := words("2 nsubj PROPN B-PER", "0 root VERB O", "2 obl NOUN O", "3 nmod PROPN B-LOC")
	if !slices.EqualFunc(d.Tokens, want.Tokens, func(a, b doc.Token) bool {
		return a.Head == b.Head && a.Deprel == b.Deprel && a.UPOS == b.UPOS && a.Name == b.Name
	}) {
		t.Errorf("got %+v\nwant %+v", d.Tokens, want.Tokens)
	}
}

// TestVote trains a model, lets it vote on its text, and trains another on what it said.
func TestVote(t *testing.T) {
	o := tiny()
	o.Encoder.Epochs = 3
	first, err := Run(o)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var weights, silver bytes.Buffer
	if err := first.Write(&weights); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir+"/first.bin", weights.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	v := VoteOptions{Models: []string{dir + "/first.bin", dir + "/first.bin"}, Text: o.Text, Agree: 1}
	if err := v.Vote(&silver); err != nil {
		t.Fatal(err)
	}
	o.Silver = dir + "/silver.conllu"
	if err := os.WriteFile(o.Silver, silver.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := readSilver(o.Silver)
	if err != nil || len(b.Sentences) == 0 {
		t.Fatalf("%v, error %v", b, err)
	}
	second, err := Run(o)
	if err != nil {
		t.Fatal(err)
	}
	noted := slices.ContainsFunc(second.Facts, func(f model.Fact) bool { return f.Key == "silver" && strings.HasSuffix(f.Value, b.SHA256) })
	if !noted {
		t.Errorf("the facts do not name the silver: %v", second.Facts)
	}
	v.Models = []string{o.Text[0]}
	if err := v.Vote(&silver); err == nil || !strings.Contains(err.Error(), "tiny.txt") {
		t.Errorf("error of weights that are none: %v", err)
	}
}

// TestParagraphs takes paragraphs evenly.
func TestParagraphs(t *testing.T) {
	path := t.TempDir() + "/text.txt"
	if err := os.WriteFile(path, []byte(strings.Repeat("a few words\n", 50)+strings.Repeat("here more of them than above\n", 50)), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := VoteOptions{Text: []string{path}, Words: 90}.paragraphs()
	if err != nil {
		t.Fatal(err)
	}
	if a, b := strings.Count(text, "few"), strings.Count(text, "here"); a != 10 || b != 10 {
		t.Errorf("%d and %d paragraphs, want 10 and 10", a, b)
	}
}

// TestSilverShare counts the words of voted sentences in an epoch.
func TestSilverShare(t *testing.T) {
	_, data := tinyEncoder(t)
	gold := data.train[0].Sentences
	strange := *gold[0]
	strange.Words = slices.Clone(strange.Words)
	strange.Words[0].UPOS = "NONE"
	r, err := newEncoderRun(tiny().Encoder, data)
	if err != nil {
		t.Fatal(err)
	}
	b := r.batcher
	b.rng = rand.New(rand.NewPCG(1, 1))
	b.addSilver(append([]*doc.TreebankSentence{&strange}, slices.Concat(gold, gold, gold)...), 0.5)
	if got := len(b.sentences); got != 4*len(gold) {
		t.Errorf("%d sentences, want %d without the one of unknown tags", got, 4*len(gold))
	}
	words, silver := 0, 0
	order := b.order()
	for _, i := range order {
		if n := len(b.sentences[i].Words); i < len(gold) {
			words += n
		} else {
			silver += n
		}
	}
	if len(order) < len(gold) || silver < words/2 || silver > words/2+longestSentence {
		t.Errorf("%d words of treebanks, %d voted on", words, silver)
	}
	if slices.IsSorted(order) {
		t.Error("the order is not random")
	}
}
