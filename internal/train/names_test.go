package train

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/doc"
)

func TestNames(t *testing.T) {
	bank := func() *Treebank {
		s := &doc.TreebankSentence{ID: "a"}
		for _, form := range strings.Fields("Ms Ana Lopes left Porto") {
			s.Words = append(s.Words, doc.Token{Form: form})
		}
		return &Treebank{Name: "bank", Sentences: []*doc.TreebankSentence{s, {ID: "b", Words: []doc.Token{{Form: "Yes"}}}}}
	}
	for _, c := range []struct{ list, want string }{
		{"# names\na\t2-3 PER\t5 LOC\n", "O B-PER I-PER O B-LOC O"},
		{"a\t2-3 PER\t3 LOC\n", "lies over another"},
		{"a\t5-6 PER\n", "bad name"},
		{"a\t3\n", "bad name"},
		{"a\n", "list.tsv:1: want the id"},
		{"a\t1 PER\na\t2 PER\n", "list.tsv:2: want the id of another"},
		{"c\t1 PER\n", "1 of 1 sentences are in no treebank"},
	} {
		path := filepath.Join(t.TempDir(), "list.tsv")
		if err := os.WriteFile(path, []byte(c.list), 0o644); err != nil {
			t.Fatal(err)
		}
		b := bank()
		l, err := readNames(path)
		if err == nil {
			err = l.addTo([]*Treebank{b})
		}
		var got []string
		for _, s := range b.Sentences {
			for _, w := range s.Words {
				got = append(got, w.Name)
			}
		}
		if err != nil && !strings.Contains(err.Error(), c.want) || err == nil && strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, error %v; want %q", c.list, got, err, c.want)
		}
	}
}
