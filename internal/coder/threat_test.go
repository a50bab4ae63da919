package coder_test

import (
	"testing"

	"readout"
	"readout/reader"
)

// TestThreats: whoever announces a harm of which no doer is named is the one who threatens with it, and what one
// vows not to yield, or has no wish to grant, is refused.
func TestThreats(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want, plans string }{
		// announced by those in whose power it is
		{"British diplomats would be expelled if London acted, Moscow said.", "", "SANCTION RUS GBR"},
		{"Hun Sen warned that his rival would be barred from politics.", "", "COERCE KHM KHM"},
		{"Amnesty said protesters would be shot.", "", ""},
		// refused on a condition, or not granted in words of warning
		{"Greece will block Albania's bid unless it changes its law.", "THREATEN GRC ALB", ""},
		{"Uganda's opposition will not be allowed to assemble in Kampala, the police chief warned.", "THREATEN UGA UGA", ""},
		// refusals
		{"The Chadian rebels vowed never to surrender.", "REJECT TCD -", ""},
		{"Poland will send no tanks to Ukraine.", "REJECT POL UKR", ""},
		{"Serbia made no concessions to Kosovo.", "REJECT SRB KOS", ""},
		{"Cuba is no longer willing to talk to Peru.", "REJECT CUB PER", ""},
		{"Chad remained deaf to French pleas.", "REJECT TCD FRA", ""},
		{"Poland sent no aid to Ukraine.", "AID POL UKR", ""}, // negated
		// the other party behind the by-phrase
		{"Threats by Iran against Israel grew louder.", "THREATEN IRN ISR", ""},
		// many thousands
		{"Bhutan evicted 90,000 Nepalese villagers.", "ASSAULT BTN NPL", ""},
		{"Bhutan evicted 90 Nepalese villagers.", "COERCE BTN NPL", ""},
	} {
		reading := r.Explain(readout.Passage(c.text, "")).Reading
		if got := codes(reading); got != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.text, got, c.want)
		}
		plans := &readout.Reading{}
		for _, p := range reading.Plans {
			plans.Events = append(plans.Events, p.Event)
		}
		if got := codes(plans); got != c.plans {
			t.Errorf("%s\n plans %s\n want  %s", c.text, got, c.plans)
		}
	}
}
