package coder_test

import (
	"testing"

	"readout"
	"readout/reader"
)

// TestPartiesNamedElsewhere: parties whose country stands elsewhere in the sentence: with who leads them, in
// apposition, after the words "the two sides", or in whom a promise is told to.
func TestPartiesNamedElsewhere(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, typ, actor, recipient string }{
		{"A delegation led by Kenya's foreign minister arrived in Juba for consultations.", "CONSULT", "KEN", "SSD"},
		{"The two sides agreed to resume flights, Chad's premier said after meeting his Nigerien counterpart.", "AGREE", "TCD", "NER"},
		{"Vietnam's premier received visiting Swedish lawmakers on Monday.", "CONSULT", "VNM", "SWE"},
		{"Ghana signed a memorandum of understanding with Togo.", "SUPPORT", "GHA", "TGO"},
		{"Chile's Senate rejected the treaty with Peru.", "REJECT", "CHL", "PER"},
		{"Japan and Chile held a joint drill.", "COOPERATE", "JPN", "CHL"},
		{"Kenya urged Uganda to accept the plan, accusing Togo of sabotage.", "ACCUSE", "KEN", "TGO"},
		{"Chad renewed its calls for Niger to sign the treaty, condemning Mali.", "ACCUSE", "TCD", "MLI"},
	} {
		var found bool
		events := r.Explain(readout.Passage(c.text, "")).Reading.Events
		for i := range events {
			e := &events[i]
			if e.Type == "MOBILIZE" {
				t.Errorf("%q: a show of force besides", c.text)
			}
			found = found || e.Type == c.typ && len(e.Actors) > 0 && e.Actors[0].Country == c.actor &&
				len(e.Recipients) > 0 && e.Recipients[0].Country == c.recipient
		}
		if !found {
			t.Errorf("%q: no %s of %s and %s", c.text, c.typ, c.actor, c.recipient)
		}
	}
}
