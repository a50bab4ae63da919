package train

import (
	"bytes"
	"math"
	"reflect"
	"testing"

	"readout/internal/doc"
	"readout/internal/encoder"
	"readout/internal/model"
	"readout/internal/train/net"
)

// tinyEncoder are options and data for the dozen sentences of testdata.
func tinyEncoder(t *testing.T) (EncoderOptions, encoderData) {
	t.Helper()
	b, err := ReadTreebank("testdata/tiny.conllu")
	if err != nil {
		t.Fatal(err)
	}
	names, err := readNames("testdata/tiny-names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if err := names.addTo([]*Treebank{b}); err != nil {
		t.Fatal(err)
	}
	v := DefaultVectorOptions()
	v.MinCount, v.Columns = 2, 8
	given, err := readVectors("testdata/tiny-vectors.txt", 100)
	if err != nil {
		t.Fatal(err)
	}
	silent := func(string, ...any) {}
	vectors, err := v.train(vectorCorpus(nil, []*Treebank{b}, nil), 1, silent)
	if err != nil {
		t.Fatal(err)
	}
	data := encoderData{train: []*Treebank{b}, dev: b, vectors: vectors, given: given, classes: collectClasses(b.Sentences), seed: 1, log: silent}
	return tiny().Encoder, data
}

// TestEncoderLearnsItsTreebank trains on a dozen sentences and reads them back.
func TestEncoderLearnsItsTreebank(t *testing.T) {
	o, data := tinyEncoder(t)
	w, err := o.train(data)
	if err != nil {
		t.Fatal(err)
	}
	s, err := scoreEncoder(w, data.dev)
	if err != nil {
		t.Fatal(err)
	}
	if s.UPOS < 97 || s.XPOS < 97 || s.LAS < 90 || s.Names < 90 {
		t.Errorf("scores on the training data: %s", s)
	}
}

// TestEncoderGoesOn interrupts a training after two epochs; what comes out must be the same.
func TestEncoderGoesOn(t *testing.T) {
	o, data := tinyEncoder(t)
	o.Epochs = 4
	want, err := o.train(data)
	if err != nil {
		t.Fatal(err)
	}
	data.checkpoint = t.TempDir()
	r, err := newEncoderRun(o, data)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		r.once()
		r.epoch++
	}
	if err := r.save(true); err != nil {
		t.Fatal(err)
	}
	got, err := o.train(data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("a training that was interrupted gave other weights")
	}
	o.Config.Width = 64
	if _, err := o.train(data); err == nil {
		t.Error("a checkpoint of another network was taken up")
	}
}

// TestNetworkIsTheEncoder compares the scores of the network that is trained with those of the
// encoder that reads: they decide alike but where rounding the weights tips a balance.
func TestNetworkIsTheEncoder(t *testing.T) {
	o, data := tinyEncoder(t)
	o.Epochs = 60
	r, err := newEncoderRun(o, data)
	if err != nil {
		t.Fatal(err)
	}
	for range o.Epochs {
		r.once()
		r.epoch++
	}
	for _, p := range r.net.params {
		if p.G != nil {
			copy(p.V, p.Mean) // as export has them
		}
	}
	m := &model.File{}
	r.export().AddTo(m)
	e, err := encoder.New(m)
	if err != nil {
		t.Fatal(err)
	}
	d := doc.FromTreebank(data.dev.Sentences)
	e.Annotate(d)
	s := &share{}
	for _, sentence := range data.dev.Sentences {
		s.ids = r.batcher.vocabulary.AppendIDs(s.ids, sentence.Words)
		s.gold(data.classes, sentence)
	}
	for i := range d.Tokens { // the relations of the encoder's own heads
		s.heads[i] = int32(d.Tokens[i].Head)
	}
	out := r.net.forward(&net.Tape{}, s)
	same := 0
	for i := range d.Tokens {
		tok := &d.Tokens[i]
		if data.classes.upos[top(out.upos.Row(i))] == tok.UPOS && (tok.Head < 0 || data.classes.labels[top(out.labels.Row(i))] == tok.Deprel) {
			same++
		}
	}
	var decoder encoder.Decoder
	for k, y := range out.arcs {
		tree := make([]int32, y.Rows)
		decoder.Tree(y.V, y.Cols, tree)
		for i, h := range tree {
			if h >= 0 {
				h += int32(s.spans[k].First)
			}
			if h == int32(d.Tokens[s.spans[k].First+i].Head) {
				same++
			}
		}
	}
	if n := 2 * len(d.Tokens); same < n*97/100 {
		t.Errorf("network and encoder agree on %d of %d decisions", same, n)
	}
}

// top returns the index of the highest score.
func top(scores []float32) int {
	best := 0
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
	}
	return best
}

// TestVectorsFindCompany learns from sentences in which two words keep the same company.
func TestVectorsFindCompany(t *testing.T) {
	b := &Treebank{}
	for range 60 {
		for _, frame := range [][]string{
			{"the", "envoy", "spoke", "softly"}, {"the", "minister", "spoke", "softly"},
			{"rain", "fell", "on", "tents"}, {"rain", "fell", "on", "roofs"},
		} {
			var words []doc.Token
			for _, form := range frame {
				words = append(words, doc.Token{Form: form})
			}
			b.Sentences = append(b.Sentences, &doc.TreebankSentence{Words: words})
		}
	}
	o := DefaultVectorOptions()
	o.Columns, o.Sample, o.Epochs = 8, 1, 12
	var files [2]bytes.Buffer
	for i := range files {
		m, err := o.train(vectorCorpus(nil, []*Treebank{b}, nil), 1, func(string, ...any) {})
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Write(&files[i]); err != nil {
			t.Fatal(err)
		}
		words, values, err := loadVectors(m)
		if err != nil {
			t.Fatal(err)
		}
		of := func(word string) []float32 {
			for i, w := range words {
				if w == word {
					return values[i*8 : i*8+8]
				}
			}
			t.Fatalf("no vector for %q", word)
			return nil
		}
		cosine := func(a, b []float32) float64 {
			return float64(dot(a, b)) / math.Sqrt(float64(dot(a, a))*float64(dot(b, b)))
		}
		near, far := cosine(of("envoy"), of("minister")), cosine(of("envoy"), of("tents"))
		if near < far+0.3 {
			t.Errorf("envoy is as near to minister (%.2f) as to tents (%.2f)", near, far)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two runs gave different vectors")
	}
}
