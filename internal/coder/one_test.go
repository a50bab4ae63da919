package coder_test

import (
	"testing"

	"readout"
	"readout/reader"
)

// TestOneVerbOneRecord: a verb that several entries read is one happening between the same parties, and two
// between others.
func TestOneVerbOneRecord(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text  string
		types []string
	}{
		{"Kenya sued Uganda at a regional court.", []string{"ACCUSE"}},
		{"Kenya reopened its border with Somalia.", []string{"RETREAT"}},
		{"The Red Cross provided shelter for Syrian refugees.", []string{"AID"}},
		{"Britain granted independence to Malta.", []string{"CONCEDE"}},
		{"Kenya let United Nations inspectors visit the site.", []string{"RETREAT"}},
		{"Kenyan police arrested a Ugandan minister and Uganda condemned Kenya.", []string{"COERCE", "ACCUSE"}},
	} {
		events := r.Explain(readout.Passage(c.text, "")).Reading.Events
		if len(events) != len(c.types) {
			t.Errorf("%q: %d records, want %d", c.text, len(events), len(c.types))
			continue
		}
		for i := range events {
			if events[i].Type != c.types[i] {
				t.Errorf("%q: %s, want %s", c.text, events[i].Type, c.types[i])
			}
		}
	}
}
