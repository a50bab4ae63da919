package coder

import (
	"testing"

	"readout"
)

// TestSameGround holds visits to two countries apart.
func TestSameGround(t *testing.T) {
	places := func(countries ...string) (out []readout.Place) {
		for _, c := range countries {
			out = append(out, readout.Place{Country: c})
		}
		return out
	}
	for _, c := range []struct {
		a, b []readout.Place
		want bool
	}{
		{places("ISL"), places("USA"), false},
		{places("ISL"), places("USA", "ISL"), true},
		{places("ISL"), nil, true},
		{places(""), places("USA"), true},
	} {
		if got := sameGround(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %v", c.a, c.b, got)
		}
	}
}
