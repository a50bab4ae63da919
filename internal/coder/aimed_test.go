package coder_test

import (
	"testing"

	"readout"
	"readout/reader"
)

// TestNobodyThere: who is neither supported nor acts: the target of what is approved, and what tells only how.
func TestNobodyThere(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, typ          string
		actors, recipients int
	}{
		{"France welcomed new sanctions against Syria.", "SUPPORT", 1, 0},
		{"Kenya backed an attack on Somalia.", "SUPPORT", 1, 0},
		{"Kenya backed Somalia.", "SUPPORT", 1, 1},
		{"Kenya's parliament was dissolved by force.", "COERCE", 0, 1},
		{"Kenya's parliament was dissolved by the president.", "COERCE", 1, 1},
	} {
		events := r.Explain(readout.Passage(c.text, "")).Reading.Events
		if len(events) != 1 || events[0].Type != c.typ || len(events[0].Actors) != c.actors || len(events[0].Recipients) != c.recipients {
			t.Errorf("%q: %v, want one %s of %d and %d", c.text, events, c.typ, c.actors, c.recipients)
		}
	}
}
