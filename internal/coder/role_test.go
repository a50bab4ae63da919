package coder_test

import (
	"testing"

	"readout"
	"readout/reader"
)

// TestRolePhrases: the phrase in the role is that of the thing which the actor owns or which lies there,
// but not what a preposition such as "for" leads to, nor an apposition that tells more.
func TestRolePhrases(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, recipient, phrase string }{
		{"Russia attacked the websites of Estonia.", "Estonia", "the websites of Estonia"},
		{"Kenya summoned the Russian ambassador.", "Russia", "the Russian ambassador"},
		{"Chad met Spain.", "Spain", ""},
		{"Norway praised President Emmanuel Macron's decision.", "Emmanuel Macron", "President Emmanuel Macron's decision"},
		{"Chad rejected a plan proposed by Kenya.", "Kenya", "a plan proposed by Kenya"},
		{"Norway met President Emmanuel Macron in Lagos.", "Emmanuel Macron", ""},
		{"Norway praised the nurses of a hospital in Kenya that had run out of beds.", "nurses of a hospital", "the nurses of a hospital in Kenya"},
		{"Kenya thanked the Spanish soldiers (UN) on Monday.", "Spanish soldiers", "the Spanish soldiers (UN)"},
	} {
		x := r.Explain(readout.Passage(c.text, ""))
		if len(x.Reading.Events) == 0 || len(x.Reading.Events[0].Recipients) == 0 {
			t.Errorf("%q: no recipient", c.text)
			continue
		}
		a := x.Reading.Events[0].Recipients[0]
		phrase := ""
		if a.Phrase != nil {
			phrase = a.Phrase.Text
		}
		if a.Name != c.recipient || phrase != c.phrase {
			t.Errorf("%q: %s in %q, want %s in %q", c.text, a.Name, phrase, c.recipient, c.phrase)
		}
	}
}
