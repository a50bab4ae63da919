package lexicon

import (
	"strings"
	"testing"
)

// words makes the words of a text in which word/lemma gives a lemma.
func words(text string) []Word {
	var out []Word
	for _, f := range strings.Fields(text) {
		form, lemma, ok := strings.Cut(f, "/")
		if !ok {
			lemma = form
		}
		out = append(out, Word{Form: Fold(form), Lemma: Fold(lemma), Capital: form[0] >= 'A' && form[0] <= 'Z', Token: len(out)})
	}
	return out
}

func TestPatterns(t *testing.T) {
	for _, test := range []struct {
		pattern, text, want string
	}{
		{"cold war (mentality|mindset)~", "a Cold War mindset again", "cold war mindset"},
		{"cold war (mentality|mindset)~", "Cold War mentalities", "cold war mentalities"},
		{"cold war (mentality|mindset)", "Cold War mentalities", ""},
		{"win-win [cooperation]", "mutual win win cooperation works", "win win cooperation"},
		{"win-win [cooperation]", "a win win", "win win"},
		{"[deep|grave] concern~", "with grave concern", "grave concern"},
		{"reserve~ [the|its] right", "he reserved its right", "reserved its right"},
		{"free , frank and open", "free , frank and open", "free , frank and open"},
		{"free , frank and open", "free frank and open", "free frank and open"},
		{"^Article 5", "article 5", ""},
		{"^Article 5", "Article 5", "article 5"},
		{"note~ * with concern", "noted the report with concern", "noted the report with concern"},
		{"note~ * with concern", "noted the one very long report with concern", ""},
		{"note~ * with concern", "noted it , with concern", ""},
		{"stand~ with _ people", "stood/stand with its people", "stood with its people"},
		{"u.n. charter ; charter of the (u.n.|united nations)", "the Charter of the United Nations", "charter of the united nations"},
		{"china's core interest~", "China 's core interests", "china 's core interests"},
	} {
		p, err := ParsePattern(test.pattern)
		if err != nil {
			t.Fatal(err)
		}
		var x patternIndex
		x.add(p, 1)
		ws, got := words(test.text), ""
		for i := range ws {
			x.at(ws, i, func(_, end int) {
				var forms []string
				for _, w := range ws[i:end] {
					forms = append(forms, w.Form)
				}
				if s := strings.Join(forms, " "); len(s) > len(got) {
					got = s
				}
			})
		}
		if got != test.want {
			t.Errorf("%s in %q: %q, want %q", test.pattern, test.text, got, test.want)
		}
	}
}

func TestPatternErrors(t *testing.T) {
	for pattern, want := range map[string]string{
		"":            "nothing is in it",
		"a ;":         "nothing is in it",
		"* a":         "begins with any word",
		"_ a":         "begins with any word",
		"[a]":         "may be empty",
		"(a|b":        ") is missing",
		"(a|b]":       ") is missing",
		"a)":          "without what it closes",
		"(a||b)":      "an empty choice",
		"terror[ism]": "no space before",
		"(a|b)? c":    "no space before",
		"[_ of] it":   "begins with any word",
	} {
		if _, err := ParsePattern(pattern); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", pattern, err, want)
		}
	}
}
