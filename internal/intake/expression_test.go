package intake

import "testing"

// TestExpressionsCompile asks for every expression of the tables, which are compiled late.
func TestExpressionsCompile(t *testing.T) {
	for _, f := range creditForms {
		if f.re().NumSubexp() < 1 {
			t.Errorf("credit %q: no group for the credit", f.name)
		}
	}
	for _, f := range lineForms {
		if f.re().MatchString("Nothing of that kind stands here at all.") {
			t.Errorf("line %q matches any sentence", f.name)
		}
	}
}
