package train

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/model"
)

// tiny are options for the dozen sentences of testdata.
func tiny() Options {
	o := Defaults()
	o.Train = []string{"testdata/tiny.conllu"}
	o.Dev = o.Train[0]
	o.Text = []string{"testdata/tiny.txt"}
	o.SegmentEpochs, o.MinUpdates = 5, 1
	o.Vectors.MinCount, o.Vectors.Columns = 2, 8
	e := &o.Encoder
	e.Config.Width, e.Config.Heads, e.Config.Hidden, e.Config.Arc, e.Config.Label = 32, 2, 32, 32, 16
	e.Epochs, e.BatchTokens, e.WarmUp, e.Rate = 150, 50, 10, 5e-3
	e.Dropout, e.Within, e.WordDropout = 0.1, 0.05, 0.1
	return o
}

// TestTrainLearnsItsTreebank trains on a dozen sentences and reads them back. That they come twice more
// with trees alone takes nothing from what is known of lemmas and features.
func TestTrainLearnsItsTreebank(t *testing.T) {
	o := tiny()
	trees := bare(t, o.Dev)
	o.Train = append(o.Train, trees, trees)
	o.Encoder.Epochs = 50
	m, err := Run(o)
	if err != nil {
		t.Fatal(err)
	}
	b, err := ReadTreebank("testdata/tiny.conllu")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Score(m, b)
	if err != nil {
		t.Fatal(err)
	}
	if s.UPOS < 97 || s.LAS < 90 || s.Lemma < 99 || s.Feats < 97 || s.Tokens < 98 || s.Sentences < 90 {
		t.Errorf("scores on the training data: %s", s)
	}
	facts := ""
	for _, f := range m.Facts {
		facts += f.Key + ": " + f.Value + "\n"
	}
	for _, want := range []string{"trained on: tiny.conllu sha256 " + b.SHA256, "word vectors from: tiny.txt sha256 ", "score on tiny.conllu: UPOS ", "seed: 1"} {
		if !strings.Contains(facts, want) {
			t.Errorf("no %q in the facts:\n%s", want, facts)
		}
	}
}

// bare writes a treebank without its lemmas and features and returns where.
func bare(t *testing.T, path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(data)) {
		if column := strings.Split(line, "\t"); len(column) == 10 {
			column[2], column[5] = "_", "_"
			line = strings.Join(column, "\t")
		}
		b.WriteString(line)
	}
	to := filepath.Join(t.TempDir(), "bare.conllu")
	if err := os.WriteFile(to, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

// TestTrainIsReproducible trains twice.
func TestTrainIsReproducible(t *testing.T) {
	var files [2]bytes.Buffer
	for i := range files {
		m, err := Run(tiny())
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Write(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two runs gave different weights")
	}
}

func TestRunErrors(t *testing.T) {
	bad := t.TempDir() + "/bad.conllu"
	if err := os.WriteFile(bad, []byte("1\ttoo few columns\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{bad: "bad.conllu: conllu: line 1", "testdata/none.conllu": "no such file", os.DevNull: "no sentences"} {
		if _, err := Run(Options{Train: []string{path}}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", path, err, want)
		}
	}
}

func TestSplitTenth(t *testing.T) {
	b, err := ReadTreebank("testdata/tiny.conllu")
	if err != nil {
		t.Fatal(err)
	}
	long := &Treebank{Name: "long"}
	for range 100 {
		long.Sentences = append(long.Sentences, b.Sentences[1:]...)
	}
	kept, held := long.SplitTenth()
	if n := len(kept.Sentences) + len(held.Sentences); n != len(long.Sentences) || len(held.Sentences) != 100 {
		t.Errorf("%d kept and %d held of %d", len(kept.Sentences), len(held.Sentences), len(long.Sentences))
	}
}

// TestDefaultScores scores the weights of the program where the treebanks are at hand. The bounds
// are loose: they catch weights that do not fit the feature functions.
func TestDefaultScores(t *testing.T) {
	m, err := model.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		want Scores
	}{
		{"../../../shared/gold/parse_ewt/en_ewt-dev.conllu.gz", Scores{UPOS: 94, UAS: 83, LAS: 79.5, Lemma: 96, Feats: 93, Tokens: 98.5, Sentences: 87, RawLAS: 77.5}},
		{"../../../shared/gold/parse_pud/en_pud-sample.conllu", Scores{UPOS: 95, UAS: 84, LAS: 80.5, Lemma: 97, Feats: 84, Tokens: 99, Sentences: 97, RawLAS: 80}},
	} {
		if _, err := os.Stat(c.path); err != nil {
			t.Skipf("no treebank at %s", c.path)
		}
		b, err := ReadTreebank(c.path)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Score(m, b)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %s", b.Name, s)
		if w := c.want; s.UPOS < w.UPOS || s.UAS < w.UAS || s.LAS < w.LAS || s.Lemma < w.Lemma || s.Feats < w.Feats ||
			s.Tokens < w.Tokens || s.Sentences < w.Sentences || s.RawLAS < w.RawLAS {
			t.Errorf("%s: %s; want at least %s", b.Name, s, w)
		}
	}
}
