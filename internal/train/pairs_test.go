package train

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/model"
	"readout/internal/pair"
	"readout/reader"
)

func TestUnmark(t *testing.T) {
	text, s, target, err := unmark("On Monday {T:the élite} was shunned by {S:Norway}.")
	if err != nil || text != "On Monday the élite was shunned by Norway." || s.Text != "Norway" || text[s.Start:s.End] != s.Text || text[target.Start:target.End] != "the élite" {
		t.Errorf("%q, %+v, %+v, %v", text, s, target, err)
	}
	for marked, want := range map[string]string{
		"{S:Norway} sang.":            "a party is not marked",
		"{S:Norway} met {X:Chad}.":    "want {S:…} and {T:…}",
		"{S:Norway} met {T:Chad":      "want {S:…} and {T:…}",
		"{S:Norway} met {T}":          "want {S:…} and {T:…}",
		"Nobody met anybody.":         "a party is not marked",
		"{S:} met {T:Chad} on Monday": "a party is not marked",
	} {
		if _, _, _, err := unmark(marked); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", marked, err, want)
		}
	}
}

func TestMarkedErrors(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "pairs.tsv")
	for file, want := range map[string]string{
		"AID\t{S:Norway} fed {T:Chad}.\nSING\t{S:Norway} fed {T:Chad}.\n": `:2: unknown type "SING"`,
		"AID {S:Norway} fed {T:Chad}.\n":                                  ":1: unknown type",
		"AID\t{S:Norway} fed Chad.\n":                                     ":1: a party is not marked",
	} {
		if err := os.WriteFile(path, []byte(file), 0o644); err != nil {
			t.Fatal(err)
		}
		o := DefaultPairs()
		o.File = path
		if _, err := o.marked(r, r.Lexicon.Ontology.Types()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", file, err, want)
		}
	}
}

// TestPairWeights: what can be told apart by a key or by the meaning is told apart, and the weights can be stored.
func TestPairWeights(t *testing.T) {
	examples := []pairExample{
		{features: &pair.Features{Keys: []uint32{1, 9}}, class: 0},
		{features: &pair.Features{Keys: []uint32{2, 9}}, class: 1},
		{features: &pair.Features{Keys: []uint32{9}, Meaning: []int32{pair.Unit, 0, 0, 0, 0, 0}}, class: 2},
	}
	o := DefaultPairs()
	o.Epochs = 50
	w := o.fit(examples, 3)
	m := &model.File{}
	m.Add(pair.TypesSection, []byte("A\nB\nC"))
	w.addTo(m, 100)
	if _, err := pair.New(m); err != nil {
		t.Error(err)
	}
	for i, x := range examples {
		if got := w.best(x.features); got != x.class {
			t.Errorf("example %d: class %d, want %d", i, got, x.class)
		}
	}
}
