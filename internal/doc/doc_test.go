package doc

import (
	"slices"
	"testing"

	"readout"
)

// TestHeads seeks the heads of stretches of a text.
func TestHeads(t *testing.T) {
	d := &Document{Tokens: []Token{ // "the envoys met in Oslo"
		{Start: 0, End: 3, Head: 1}, {Start: 4, End: 10, Head: 2}, {Start: 11, End: 14, Head: -1},
		{Start: 15, End: 17, Head: 4}, {Start: 18, End: 22, Head: 2},
	}}
	for _, test := range []struct {
		start, end int
		want       []int
	}{
		{0, 10, []int{1}}, {4, 22, []int{2}}, {15, 22, []int{4}}, {0, 3, []int{0}},
		{5, 6, []int{1}}, {0, 17, []int{2, 3}}, {10, 11, nil}, {22, 30, nil},
	} {
		if got := d.Heads(readout.Span{Start: test.start, End: test.end}); !slices.Equal(got, test.want) {
			t.Errorf("[%d,%d): %v, want %v", test.start, test.end, got, test.want)
		}
	}
}

// TestMentionsIn seeks the mentions that begin in a range of tokens.
func TestMentionsIn(t *testing.T) {
	d := &Document{Mentions: []Mention{{First: 0, End: 4}, {First: 2, End: 3}, {First: 2, End: 4}, {First: 7, End: 8}}}
	for _, test := range [][4]int{{0, 9, 0, 4}, {1, 7, 1, 3}, {2, 3, 1, 3}, {4, 7, 3, 3}, {8, 9, 4, 4}} {
		if from, to := d.MentionsIn(test[0], test[1]); from != test[2] || to != test[3] {
			t.Errorf("[%d,%d): %d, %d, want %d, %d", test[0], test[1], from, to, test[2], test[3])
		}
	}
}
