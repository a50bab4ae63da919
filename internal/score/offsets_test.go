package score

import (
	"slices"
	"testing"

	"readout"
)

// TestOffsets finds a word of the article again in the text that it was made from.
func TestOffsets(t *testing.T) {
	for _, c := range []struct{ name, article, original, word string }{
		{"same", "Zoë met Željko.", "Zoë met Željko.", "Željko"},
		{"line ends", "One.\n\nTwo met Three.", "One.\r\n\r\nTwo met Three.", "Three"},
		{"no width", "readers met writers", "rea\u00adders met\u200b writers", "writers"},
		{"composed", "Café owners met", "Cafe\u0301 owners met", "owners"},
		{"replaced", "“Yes” said Ann", "\u0093Yes\u0094 said Ann", "Ann"},
		{"at the end", "met Ann", "met Ann\ufeff\ufeff", "Ann"},
		{"byte order mark", "Ann met", "\ufeffAnn met", "Ann"},
	} {
		at := newOffsets(c.article, c.original)
		start := len(c.article) - len(c.word)
		for c.article[start:start+len(c.word)] != c.word {
			start--
		}
		got := runes(c.original).slice(at.span(readout.Span{Start: start, End: start + len(c.word)}))
		if got != c.word {
			t.Errorf("%s: got %q, want %q", c.name, got, c.word)
		}
		if len(at) != len(c.article)+1 || !slices.IsSorted(at) {
			t.Errorf("%s: offsets %v", c.name, at)
		}
	}
}

// FuzzOffsets: whatever the two texts, offsets ascend and stay inside the original.
func FuzzOffsets(f *testing.F) {
	f.Add("Zoë\n", "Zoe\u0308\r\n")
	f.Add("", "x")
	f.Add("abc", "")
	f.Fuzz(func(t *testing.T, article, original string) {
		article, original = string([]rune(article)), string([]rune(original))
		at := newOffsets(article, original)
		if !slices.IsSorted(at) || len(at) != len(article)+1 || int(at[len(at)-1]) > len([]rune(original)) {
			t.Errorf("offsets %v of %q in %q", at, article, original)
		}
	})
}

func TestChars(t *testing.T) {
	text := runes("a é\u001fb")
	if got := text.chars([]span{{0, 2}, {1, 99}}); !slices.Equal(got, []int{0, 2, 4}) {
		t.Errorf("chars %v, want [0 2 4]", got)
	}
}
