package formula

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// The lengths of repeated wordings, in words.
const (
	minWords = 3
	maxWords = 8
)

// gramStore keeps the words of all articles as numbers, eight bytes a word (as much again while counting), and
// finds what repeats level by level: a wording of n words can only be frequent where both its parts of n-1
// words are, so that of the longer ones hardly any has to be counted.
type gramStore struct {
	words    []int32 // numbers into texts; 0 ends a stretch
	uses     []int32 // number of the speaker, with the flags above
	articles []int   // where each begins in words
	days     []string

	texts    []string // texts[0] is ""
	function []bool   // by word, as it was met first
	numbers  map[string]int32
	speakers []string
	speaker  map[string]int32
}

// Flags of a word's use, above the number of its speaker.
const (
	flagNamed = 1 << 30
	flagKnown = 1 << 29
	speakerOf = flagKnown - 1
)

func newGramStore() gramStore {
	return gramStore{texts: []string{""}, function: []bool{true}, numbers: map[string]int32{}, speaker: map[string]int32{}}
}

func (g *gramStore) add(a *Article) {
	g.articles, g.days = append(g.articles, len(g.words)), append(g.days, a.day)
	for i := range a.words {
		w := &a.words[i]
		n, ok := g.numbers[w.text]
		if !ok && w.text != "" {
			n = int32(len(g.texts))
			g.numbers[w.text] = n
			g.texts, g.function = append(g.texts, w.text), append(g.function, w.function)
		}
		u, ok := g.speaker[w.speaker]
		if !ok {
			u = int32(len(g.speakers))
			g.speaker[w.speaker] = u
			g.speakers = append(g.speakers, w.speaker)
		}
		if w.named {
			u |= flagNamed
		}
		if w.known {
			u |= flagKnown
		}
		g.words, g.uses = append(g.words, n), append(g.uses, u)
	}
	g.words, g.uses = append(g.words, 0), append(g.uses, 0)
}

// A gram is a repeated wording.
type gram struct {
	at       int // its first place in words
	n        int // its words
	articles int
	count    int
	last     int // the article that was counted last
	nested   int // how many reported wordings hold it
	outside  int // in how many articles these stand, summed
	gone     bool
}

// frequent finds the wordings of one to maxWords+1 words that stand in at least min articles, by length.
func (g *gramStore) frequent(min int) [][]gram {
	levels := make([][]gram, maxWords+2)
	at := make([]int32, len(g.words)) // at each place the frequent wording of the last level, -1 for none
	for n := 1; n <= maxWords+1; n++ {
		index := map[uint64]int32{}
		var grams []gram
		next := make([]int32, len(g.words))
		article := 0
		for i := range g.words {
			for article+1 < len(g.articles) && g.articles[article+1] <= i {
				article++
			}
			next[i] = -1
			end := i + n - 1
			if end >= len(g.words) || g.words[end] == 0 || g.words[i] == 0 || n > 1 && (at[i] < 0 || at[i+1] < 0) {
				continue
			}
			key := uint64(g.words[end])
			if n > 1 {
				key |= uint64(at[i]) << 32
			}
			k, ok := index[key]
			if !ok {
				k = int32(len(grams))
				index[key] = k
				grams = append(grams, gram{at: i, n: n, last: -1})
			}
			next[i] = k
			x := &grams[k]
			x.count++
			if x.last != article {
				x.last = article
				x.articles++
			}
		}
		levels[n] = keep(grams, next, min)
		at = next
	}
	return levels
}

// keep returns the grams in at least min articles, and renumbers the places.
func keep(grams []gram, places []int32, min int) []gram {
	var kept []gram
	number := make([]int32, len(grams))
	for i := range grams {
		number[i] = -1
		if grams[i].articles >= min {
			number[i] = int32(len(kept))
			kept = append(kept, grams[i])
		}
	}
	for i, k := range places {
		if k >= 0 {
			places[i] = number[k]
		}
	}
	return kept
}

// Unknown returns the wordings of three to eight words that no set phrase of the lexicon covers and that
// stand in at least min articles, the best first. They do not begin or end with a function word, are
// no mere names, and do not lie inside a longer one that is as frequent, also where that is longer than
// eight words: text that is copied is no formula.
//
// The score is the C-value (Frantzi, Ananiadou, Mima 2000), from the number of articles, times how much
// more often the words stand together than chance would have it: their pointwise mutual
// information, normalized to at most 1.
func (c *Collection) Unknown(min int) []Formula {
	g := &c.grams
	levels := g.frequent(max(min, 2))
	byWords := map[string]*gram{}
	var reported []*gram
	for n := maxWords + 1; n >= minWords; n-- {
		for i := range levels[n] {
			x := &levels[n][i]
			byWords[g.key(x.at, n)] = x
		}
	}
	for n := maxWords + 1; n >= minWords; n-- {
		for i := range levels[n] {
			x := &levels[n][i]
			report := n <= maxWords && !x.gone && g.stands(x)
			if report {
				reported = append(reported, x)
			}
			if report || n > maxWords || x.gone {
				g.nest(x, byWords, report)
			}
		}
	}
	return g.formulae(reported)
}

// nest tells the wordings inside x that x holds them: those as frequent are gone.
func (g *gramStore) nest(x *gram, byWords map[string]*gram, reported bool) {
	for n := x.n - 1; n >= minWords; n-- {
		for at := x.at; at+n <= x.at+x.n; at++ {
			inner := byWords[g.key(at, n)]
			if inner == nil {
				continue
			}
			if inner.articles == x.articles && inner.count == x.count {
				inner.gone = true
			}
			if reported {
				inner.nested++
				inner.outside += x.articles
			}
		}
	}
}

// key returns the words of a wording as a string to look it up by.
func (g *gramStore) key(at, n int) string {
	b := make([]byte, 0, 4*maxWords+4)
	for _, w := range g.words[at : at+n] {
		b = append(b, byte(w), byte(w>>8), byte(w>>16), byte(w>>24))
	}
	return string(b)
}

// stands reports whether a wording can stand for itself: content words at both ends and not only one,
// more than a name, and not all of it in known phrases.
func (g *gramStore) stands(x *gram) bool {
	words, uses := g.words[x.at:x.at+x.n], g.uses[x.at:x.at+x.n]
	if g.function[words[0]] || g.function[words[x.n-1]] {
		return false
	}
	content, names, known := 0, 0, 0
	for i, w := range words {
		if g.function[w] {
			continue
		}
		content++
		if uses[i]&flagNamed != 0 {
			names++
		}
		if uses[i]&flagKnown != 0 {
			known++
		}
	}
	return content-names >= 2 && known < content
}

// formulae makes the results of wordings: who said them, when, and how good they are.
func (g *gramStore) formulae(grams []*gram) []Formula {
	counts := make([]int, len(g.texts))
	total := 0
	for i := range g.words {
		counts[g.words[i]]++
	}
	total = len(g.words) - counts[0]
	tallies := g.tallies(grams)
	var out []Formula
	for i, x := range grams {
		var b strings.Builder
		for k, w := range g.words[x.at : x.at+x.n] {
			if k > 0 && g.texts[w] != "," {
				b.WriteByte(' ')
			}
			b.WriteString(g.texts[w])
		}
		f := tallies[i].formula(Formula{Phrase: b.String()})
		f.Score = math.Round(100*g.cvalue(x)*g.cohesion(x, counts, total)) / 100
		if f.Score > 0 {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b Formula) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Phrase, b.Phrase))
	})
	return out
}

// tallies counts the uses of wordings by speaker and day.
func (g *gramStore) tallies(grams []*gram) []tally {
	out := make([]tally, len(grams))
	number := map[string]int{}
	for i, x := range grams {
		number[g.key(x.at, x.n)] = i
		out[i].speakers = map[string]int{}
	}
	starts := map[int32]bool{} // first words, so that not every place is looked up
	for _, x := range grams {
		starts[g.words[x.at]] = true
	}
	for a := range g.articles {
		end := len(g.words)
		if a+1 < len(g.articles) {
			end = g.articles[a+1]
		}
		in := map[int]bool{}
		for at := g.articles[a]; at < end; at++ {
			for n := minWords; starts[g.words[at]] && n <= maxWords && at+n <= end && g.words[at+n-1] != 0; n++ {
				if i, ok := number[g.key(at, n)]; ok {
					out[i].add(g.speakers[g.uses[at]&speakerOf], g.days[a], !in[i])
					in[i] = true
				}
			}
		}
	}
	return out
}

// cvalue returns the C-value of a wording.
func (g *gramStore) cvalue(x *gram) float64 {
	f := float64(x.articles)
	if x.nested > 0 {
		f -= float64(x.outside) / float64(x.nested)
	}
	return math.Log2(float64(x.n)) * f
}

// cohesion returns the normalized pointwise mutual information of a wording's words, 0 to 1.
func (g *gramStore) cohesion(x *gram, counts []int, total int) float64 {
	together := math.Log(float64(x.count) / float64(total))
	apart := 0.0
	for _, w := range g.words[x.at : x.at+x.n] {
		apart += math.Log(float64(counts[w]) / float64(total))
	}
	return max(0, (together-apart)/(-float64(x.n-1)*together))
}
