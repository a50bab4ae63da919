package formula

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// article makes an article of text: words between spaces, / ends a stretch, of/F is a function word,
// a word with a capital is part of a name, +word part of a known phrase.
func article(day, speaker, text string) *Article {
	a := &Article{day: day}
	copy(a.text[:], day+speaker+text)
	for _, f := range strings.Fields(text) {
		if f == "/" {
			a.words = append(a.words, word{speaker: speaker})
			continue
		}
		form, function := strings.CutSuffix(f, "/F")
		form, known := strings.CutPrefix(form, "+")
		named := form[0] >= 'A' && form[0] <= 'Z'
		a.words = append(a.words, word{text: strings.ToLower(form), speaker: speaker, function: function, named: named, known: known})
	}
	return a
}

// TestUnknown checks which wordings are told, with their counts.
func TestUnknown(t *testing.T) {
	for name, test := range map[string]struct {
		articles []*Article
		want     string
	}{
		"maximal, by speaker and day": {[]*Article{
			article("2020-01-02", "CHN", "x hold/F high the/F banner of/F peace y"),
			article("2020-03-04", "CHN", "z high the/F banner of/F peace / high the/F banner of/F peace"),
			article("2019-05-06", "", "q high the/F banner of/F peace w"),
		}, "high the banner of peace 4/3 CHN=3,=1 2019-05-06..2020-03-04"},
		"no function words at the ends": {[]*Article{
			article("", "A", "u of/F broad consensus reached by/F v"), article("", "A", "s of/F broad consensus reached by/F t"),
		}, "broad consensus reached 2/2 A=2 .."},
		"names and known phrases are none": {[]*Article{
			article("", "", "a Bank of/F England b +strategic +mutual +trust c"), article("", "", "d Bank of/F England e +strategic +mutual +trust f"),
		}, ""},
		"a longer one that is less frequent": {[]*Article{
			article("", "", "a deep broad lake b"), article("", "", "c deep broad lake view d"), article("", "", "e deep broad lake view f"),
			article("", "", "g deep broad lake h"),
		}, "deep broad lake 4/4 =4 ..; deep broad lake view 2/2 =2 .."},
		"copied passages": {[]*Article{
			article("", "", "x one two three four five six seven eight nine ten y"),
			article("", "", "z one two three four five six seven eight nine ten w"),
		}, ""},
	} {
		c := NewCollection()
		for _, a := range test.articles {
			c.Add(a)
			c.Add(a)
		}
		if c.Repeats != len(test.articles) {
			t.Errorf("%s: %d repeats", name, c.Repeats)
		}
		var got []string
		for _, f := range c.Unknown(2) {
			var by []string
			for _, s := range f.Speakers {
				by = append(by, fmt.Sprintf("%s=%d", s.Speaker, s.Count))
			}
			got = append(got, fmt.Sprintf("%s %d/%d %s %s..%s", f.Phrase, f.Count, f.Articles, strings.Join(by, ","), f.First, f.Last))
		}
		slices.Sort(got)
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s:\n  have %s\n  want %s", name, s, test.want)
		}
	}
}

// TestFrequent compares with counting every wording.
func TestFrequent(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	for range 20 {
		c, in := NewCollection(), map[string]map[int]bool{}
		for a := range 12 {
			var words []string
			for range 60 {
				words = append(words, []string{"a", "b", "c", "d", "/"}[rng.Intn(5)])
			}
			c.Add(article(fmt.Sprint(a), "", strings.Join(words, " ")))
			for i := range words {
				for n := 1; n <= maxWords+1 && i+n <= len(words) && words[i+n-1] != "/"; n++ {
					key := strings.Join(words[i:i+n], " ")
					if in[key] == nil {
						in[key] = map[int]bool{}
					}
					in[key][a] = true
				}
			}
		}
		want, got := 0, 0
		for _, articles := range in {
			if len(articles) >= 3 {
				want++
			}
		}
		for _, level := range c.grams.frequent(3) {
			for _, x := range level {
				var words []string
				for _, w := range c.grams.words[x.at : x.at+x.n] {
					words = append(words, c.grams.texts[w])
				}
				if n := len(in[strings.Join(words, " ")]); n != x.articles {
					t.Fatalf("%v: in %d articles, want %d", words, x.articles, n)
				}
				got++
			}
		}
		if got != want {
			t.Fatalf("%d frequent wordings, want %d", got, want)
		}
	}
}
