package coder_test

import (
	"strings"
	"testing"

	"readout"
	"readout/reader"
)

// TestPlacesAsRecipients: a deed without another recipient is done to whom the place belongs to; in the
// actor's own country to the people of the place.
func TestPlacesAsRecipients(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, recipients string }{
		{"Turkey declared a ceasefire in Idlib.", "Syria SYR GOV"},
		{"India imposed a curfew in parts of Kashmir.", "Kashmir IND CVL"},
		{"The Syrian army shelled Homs.", "Homs SYR CVL"},
		{"Rebels shelled Homs.", "Syria SYR GOV"},
		{"Kenya sent troops to Somalia.", "Somalia SOM GOV"},
	} {
		x := r.Explain(readout.Passage(c.text, ""))
		var got []string
		for _, e := range x.Reading.Events {
			for _, a := range e.Recipients {
				got = append(got, a.Name+" "+a.Country+" "+a.Sector)
			}
		}
		if strings.Join(got, ", ") != c.recipients {
			t.Errorf("%q: recipients %q, want %s", c.text, got, c.recipients)
		}
	}
}
