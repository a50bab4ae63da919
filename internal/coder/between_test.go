package coder_test

import (
	"strings"
	"testing"

	"readout"
	"readout/reader"
)

// TestBetween: of two events that of the marked pair is taken, in either order of the roles; where
// no entry holds the one nearest to the pair; without any entry none.
func TestBetween(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, source, target, want string }{
		{"France met Spain, and Norway sued Chad.", "France", "Spain", "CONSULT held"},
		{"France met Spain, and Norway sued Chad.", "Norway", "Chad", "ACCUSE held"},
		{"Chad was sued by Norway, and Spain met France.", "Norway", "Chad", "ACCUSE held"},
		{"The storm praised the bridge, but the ship condemned the lamp.", "ship", "lamp", "ACCUSE"},
		{"It snowed on the bridge.", "It", "bridge", ""},
	} {
		x := r.Explain(readout.Passage(c.text, ""))
		mark := func(words string) readout.Span {
			i := strings.Index(c.text, words)
			return readout.Span{Text: words, Start: i, End: i + len(words)}
		}
		l := x.Result.Between(x.Document, mark(c.source), mark(c.target))
		got := l.Type
		if l.Event != nil {
			got += " held"
		}
		if got != c.want || (l.Frame == nil) == (l.Event == nil) && c.want != "" {
			t.Errorf("%q, %s to %s: %s, want %s", c.text, c.source, c.target, got, c.want)
		}
	}
}
