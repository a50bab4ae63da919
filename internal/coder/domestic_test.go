package coder_test

import (
	"testing"

	"readout"
	"readout/reader"
)

// TestDomestic: who has no country gets the only one of the sentence where the authorities deal with their
// own, not where states and strangers deal with each other.
func TestDomestic(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, actor, recipient string }{
		{"Kenya released 40 prisoners.", "KEN", "KEN"},
		{"Kenyan police arrested three students.", "KEN", "KEN"},
		{"Kenya released 40 foreign prisoners.", "KEN", ""},
		{"Kenya released 40 prisoners after talks with Ghana.", "KEN", ""},
		{"Gunmen kidnapped a Kenyan minister.", "KEN", "KEN"},
		{"Kenya imposed sanctions on three companies.", "KEN", ""},
		{"Jordan's king reprimanded the cabinet after talks with Egypt.", "JOR", "JOR"},
		{"Kenyan President William Ruto sacked four ministers after talks with Ghana.", "KEN", "KEN"},
	} {
		x := r.Explain(readout.Passage(c.text, ""))
		if len(x.Reading.Events) != 1 || len(x.Reading.Events[0].Actors) != 1 || len(x.Reading.Events[0].Recipients) != 1 {
			t.Errorf("%q: no single event with one actor and one recipient", c.text)
			continue
		}
		e := x.Reading.Events[0]
		if a, b := e.Actors[0].Country, e.Recipients[0].Country; a != c.actor || b != c.recipient {
			t.Errorf("%q: %q on %q, want %q on %q", c.text, a, b, c.actor, c.recipient)
		}
	}
}
