package coder_test

import (
	"testing"

	"readout"
	"readout/reader"
)

// TestCountriesInferred: who has no country of his own gets that of a government named beside him, or the only
// one that the sentence speaks of; but a state may speak to another's government.
func TestCountriesInferred(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, actor, recipient string }{
		{"A court in Ghana urged the government to pay the teachers.", "GHA", "GHA"},
		{"Norwegian mediators shuttled between the Colombian government and leftist rebels in Oslo.", "NOR", "COL"},
		{"Ghanaian trade unions urged the president to resign.", "GHA", "GHA"},
		{"France urged the government to release the editors.", "FRA", ""},
		{"Officers at Nairobi's main airport detained two Norwegian divers.", "KEN", "NOR"},
		{"Pirates based on the Somali coast attacked Yemeni fishermen.", "SOM", "YEM"},
		{"Agents working for the Libyan secret service kidnapped a Tunisian editor.", "LBY", "TUN"},
		{"Kenyan police tortured leftist prisoners.", "KEN", "KEN"},
		{"Renegade soldiers killed Liberia's interior minister.", "LBR", "LBR"},
		{"Peru's electoral court rejected a petition by Lucho Barrantes.", "PER", "PER"},
	} {
		events := r.Explain(readout.Passage(c.text, "")).Reading.Events
		if len(events) != 1 || len(events[0].Actors) == 0 {
			t.Errorf("%q: %d events", c.text, len(events))
			continue
		}
		recipient := ""
		for _, a := range events[0].Recipients {
			if recipient = a.Country; a.Country != c.recipient {
				break
			}
		}
		if actor := events[0].Actors[0].Country; actor != c.actor || recipient != c.recipient {
			t.Errorf("%q: %q to %q, want %q to %q", c.text, actor, recipient, c.actor, c.recipient)
		}
	}
}
