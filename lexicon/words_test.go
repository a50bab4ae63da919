package lexicon_test

import (
	"strings"
	"testing"

	"readout/lexicon"
)

// TestFillable asks of paths whether the words of a sentence could fill them.
func TestFillable(t *testing.T) {
	entries, err := lexicon.ParseEntries("plover/COERCE.txt",
		[]byte("seize.1  seize VERB  nsubj=actor  obj(ship|tanker)>poss  obl:in(port)|advmod\n"))
	if err != nil {
		t.Fatal(err)
	}
	slots := entries[0].Slots
	for _, test := range []struct {
		sentence string
		path     lexicon.Path
		want     bool
	}{
		{"troops left", slots[0].Paths[0], true},
		{"the navy seize a tanker", slots[1].Paths[0], true},
		{"the navy seize a truck", slots[1].Paths[0], false},
		{"they lie in port", slots[2].Paths[0], true},
		{"they lie at sea", slots[2].Paths[0], false},
		{"they lie at sea", slots[2].Paths[1], true},
	} {
		var words lexicon.WordSet
		for _, w := range strings.Fields(test.sentence) {
			words.Add(w)
		}
		if got := test.path.Fillable(&words); got != test.want {
			t.Errorf("%q, %v: %v, want %v", test.sentence, test.path, got, test.want)
		}
	}
}
