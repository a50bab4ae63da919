package train

import (
	"slices"
	"testing"
)

// TestRareLemmas checks that raw text tells the lemma where the ending does not.
func TestRareLemmas(t *testing.T) {
	counts := wordCounts([]string{
		"Bomb! They bombed it, bombed again. A bomb, the bomb. Rate after rate was rated and rated at the rate of a rat.",
		"Stop, stop, stop: they stopped, stopped. Carry, carry, carry what was carried and carried. Xyzzed xyzzed.",
	})
	rare := rareLemmas(counts)
	for _, want := range []wordLemma{
		{"bombed", "VERB", "VBD", "bomb"},
		{"rated", "VERB", "VBN", "rate"},
		{"stopped", "VERB", "VBD", "stop"},
		{"carried", "VERB", "VBN", "carry"},
		{"withdrew", "VERB", "VBD", "withdraw"},
		{"forgiven", "VERB", "VBN", "forgive"},
	} {
		if !slices.Contains(rare, want) {
			t.Errorf("no %v", want)
		}
	}
	for _, w := range rare {
		if w.form == "xyzzed" {
			t.Errorf("a lemma of no known word: %v", w)
		}
	}
}
