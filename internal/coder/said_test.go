package coder_test

import (
	"strings"
	"testing"

	"readout/internal/intake"
	"readout/reader"
)

// TestStatementDates reads short texts published on Wednesday 15 March 1989 and compares cue, day and
// the words of the day of each statement.
func TestStatementDates(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, text string
		want       string // cue day words; …
	}{
		{"words of the cue's own", "On Monday, Kohl said that the treaty was dead.", "said 1989-03-13 Monday"},
		{"the day of the report", "Kohl said that the treaty was dead.", "said 1989-03-15 "},
		{"the content's day is not the cue's", "Kohl said that the two sides had met on March 3.", "said 1989-03-15 "},
		{"a participle before the cue", "Speaking in Bonn on Tuesday, Kohl said that the treaty was dead.", "said 1989-03-14 Tuesday"},
		{"the day that the paragraph named", "Kohl met Mitterrand in Bonn on Monday. He said that the treaty was dead.", "said 1989-03-13 "},
		{"an earlier time is not that of the report", "Kohl met Mitterrand in Bonn on May 3, 1984. Kohl said that the treaty was dead.", "said 1989-03-15 "},
		{"the precision of the text", "In February 1989, Kohl said that the treaty was dead.", "said 1989-02 February 1989"},
	} {
		a := intake.Text(test.text+"\n", intake.Options{Published: "1989-03-15"})
		var got []string
		for _, s := range r.Read(a).Statements {
			words := "open"
			if s.Date != nil {
				words = s.Date.Value + " " + s.Date.Text
			}
			got = append(got, s.Cue.Text+" "+words)
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
