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

// TestCallings: a deputy of the sheriff is no lawmaker, a fire marshal no soldier, and the Marines no town.
func TestCallings(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, country, sector string }{
		{"A sheriff's deputy arrested a driver near the jail.", "", "COP"},
		{"Sheriff's deputies arrested a driver near the jail.", "", "COP"},
		{"Immigration agents arrested a driver.", "", "COP"},
		{"The fire marshal met the mayor.", "", "SOC"},
		{"The Marines arrested a driver.", "", "MIL"},
	} {
		events := r.Explain(readout.Passage(c.text, "")).Reading.Events
		if len(events) != 1 || len(events[0].Actors) != 1 || events[0].Actors[0].Country != c.country || events[0].Actors[0].Sector != c.sector {
			t.Errorf("%q: %v, want one by %q %s", c.text, events, c.country, c.sector)
		}
	}
}
