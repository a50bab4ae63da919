package coder_test

import (
	"testing"

	"readout"
	"readout/reader"
)

// TestAside: where and when something is said is not where and when it happens.
func TestAside(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	x := r.Explain(readout.Passage("Turkey will send humanitarian aid to Gaza, President Erdogan told reporters in Ankara on Friday.", "2024-05-10"))
	if len(x.Reading.Plans) != 1 || len(x.Reading.Statements) != 1 {
		t.Fatalf("%d plans, %d statements", len(x.Reading.Plans), len(x.Reading.Statements))
	}
	if p := x.Reading.Plans[0]; p.Due.Value != "" || len(p.Places) != 0 {
		t.Errorf("the plan is due %q in %v", p.Due.Value, p.Places)
	}
	if s := x.Reading.Statements[0]; s.Date == nil || s.Date.Value != "2024-05-10" {
		t.Errorf("the statement is of %v", s.Date)
	}
}
