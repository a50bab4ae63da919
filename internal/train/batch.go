package train

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/internal/encoder"
	"readout/internal/train/net"
)

// share is what one worker does of a batch: sentences in a row, with what is right about them.
type share struct {
	spans      []net.Span
	ids        []int32
	heads      []int32 // row of the head, -1 for a root
	labels     []int32 // -1 for a root
	upos, xpos []int32
	names      []int32 // -1 where nobody has read the names
}

// classes numbers the values that are predicted.
type classes struct {
	tags                          []encoder.Tag
	tagIndex                      map[encoder.Tag]int
	upos, xpos, labels            []string
	uposIndex, xposIndex, relates map[string]int32
	names                         []string // see encoder.NameClasses
	nameIndex                     map[string]int32
}

// collectClasses lists the values in alphabetical order.
func collectClasses(sentences []*doc.TreebankSentence) *classes {
	labels, upos, xpos := map[string]bool{}, map[string]bool{}, map[string]bool{}
	types := map[string]bool{"LOC": true, "ORG": true, "PER": true}
	c := &classes{tagIndex: map[encoder.Tag]int{}}
	for _, s := range sentences {
		for _, w := range s.Words {
			c.tagIndex[tagOf(&w)] = 0
			upos[w.UPOS], xpos[w.XPOS] = true, true
			if w.Head >= 0 {
				labels[w.Deprel] = true
			}
			if _, typ, ok := strings.Cut(w.Name, "-"); ok {
				types[typ] = true
			}
		}
	}
	c.upos, c.xpos, c.labels = sorted(upos), sorted(xpos), sorted(labels)
	for tag := range c.tagIndex {
		c.tags = append(c.tags, tag)
	}
	slices.SortFunc(c.tags, func(a, b encoder.Tag) int {
		return cmp.Or(strings.Compare(a.UPOS, b.UPOS), strings.Compare(a.XPOS, b.XPOS))
	})
	for i, tag := range c.tags {
		c.tagIndex[tag] = i
	}
	c.names = encoder.NameClasses(sorted(types))
	c.uposIndex, c.xposIndex, c.relates, c.nameIndex = index(c.upos), index(c.xpos), index(c.labels), index(c.names)
	return c
}

// tag returns the number of a word's tags.
func (c *classes) tag(w *doc.Token) int { return c.tagIndex[tagOf(w)] }

// has tells whether the word's tags and relation have numbers.
func (c *classes) has(w *doc.Token) bool {
	_, tag := c.tagIndex[tagOf(w)]
	_, relation := c.relates[w.Deprel]
	return tag && (relation || w.Head < 0)
}

// name returns the class of word i, -1 when nobody has read the names.
func (c *classes) name(words []doc.Token, i int) int32 {
	part, typ, in := strings.Cut(words[i].Name, "-")
	switch {
	case part == "":
		return -1
	case !in:
		return 0
	}
	last := i+1 == len(words) || words[i+1].Name != "I-"+typ
	switch {
	case part == "B" && last:
		part = "S"
	case last:
		part = "E"
	}
	return c.nameIndex[part+"-"+typ]
}

func tagOf(w *doc.Token) encoder.Tag { return encoder.Tag{UPOS: w.UPOS, XPOS: w.XPOS} }

func sorted(set map[string]bool) []string {
	var out []string
	for s := range set {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

func index(list []string) map[string]int32 {
	m := map[string]int32{}
	for i, s := range list {
		m[s] = int32(i)
	}
	return m
}

// minCounts says how often a string of each kind must be seen to have an id.
var minCounts = [encoder.Kinds]int{
	encoder.Word: 2, encoder.Suffix2: 2, encoder.Suffix3: 2, encoder.Suffix4: 3, encoder.First: 3,
	encoder.Prefix3: 3, encoder.Shape: 3,
}

// collectVocabulary lists the strings of each kind, by falling frequency; vectors and given are the
// words that have a vector, learned here or elsewhere.
func collectVocabulary(sentences []*doc.TreebankSentence, vectors, given []string) [encoder.Kinds][]string {
	var counts [encoder.Kinds]map[string]int
	for k := range counts {
		counts[k] = map[string]int{}
	}
	for _, s := range sentences {
		for _, w := range s.Words {
			for k, part := range encoder.Describe(w.Form) {
				counts[k][part]++
			}
		}
	}
	var lines [encoder.Kinds][]string
	for k := range lines {
		switch kind := encoder.Kind(k); kind {
		case encoder.Touch:
		case encoder.Vector:
			lines[k] = vectors
		case encoder.Given:
			lines[k] = given
		default:
			lines[k], _ = frequentOf(counts[k], minCounts[k])
		}
	}
	return lines
}

// frequentOf returns the strings that are counted at least so often, by falling frequency.
func frequentOf(counts map[string]int, least int) (words []string, count []int) {
	for w, n := range counts {
		if n >= least && !strings.Contains(w, "\n") && w != "" {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	for _, w := range words {
		count = append(count, counts[w])
	}
	return words, count
}

// batcher makes batches of the training sentences.
type batcher struct {
	sentences  []*doc.TreebankSentence
	vocabulary *encoder.Vocabulary
	classes    *classes
	gold       int                 // so many sentences are of treebanks; models have voted on the rest
	silver     int                 // words of the rest that an epoch has
	ids        [][]int32           // by sentence, as they stand
	names      map[string][]string // words of names by what they are in them, as often as they come
	wordDrop   float64
	rng        *rand.Rand
}

func newBatcher(sentences []*doc.TreebankSentence, v *encoder.Vocabulary, c *classes, wordDrop float64) *batcher {
	b := &batcher{vocabulary: v, classes: c, wordDrop: wordDrop, names: map[string][]string{}}
	b.append(sentences)
	b.gold = len(sentences)
	for _, s := range sentences {
		for i := range s.Words {
			if isName(&s.Words[i]) {
				b.names[s.Words[i].Name] = append(b.names[s.Words[i].Name], s.Words[i].Form)
			}
		}
	}
	return b
}

// append adds sentences.
func (b *batcher) append(sentences []*doc.TreebankSentence) {
	for _, s := range sentences {
		b.sentences = append(b.sentences, s)
		b.ids = append(b.ids, b.vocabulary.AppendIDs(nil, s.Words))
	}
}

// addSilver adds sentences that models have voted on, of which an epoch has as many words, times
// share, as of the others. Sentences with tags or relations that those do not have are left out.
func (b *batcher) addSilver(sentences []*doc.TreebankSentence, share float64) {
	words := 0
	for _, s := range b.sentences {
		words += len(s.Words)
	}
	b.silver = int(share * float64(words))
	b.append(slices.DeleteFunc(sentences, func(s *doc.TreebankSentence) bool {
		return slices.ContainsFunc(s.Words, func(w doc.Token) bool { return !b.classes.has(&w) })
	}))
}

// order returns the sentences of an epoch in random order.
func (b *batcher) order() []int {
	order := b.rng.Perm(b.gold)
	words := b.silver
	for _, i := range b.rng.Perm(len(b.sentences) - b.gold) {
		if words <= 0 {
			break
		}
		order = append(order, b.gold+i)
		words -= len(b.sentences[b.gold+i].Words)
	}
	if len(order) > b.gold {
		b.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	return order
}

// epoch returns the sentences in random order, in batches of about so many tokens.
func (b *batcher) epoch(tokens int) [][]int {
	var out [][]int
	var batch []int
	size := 0
	for _, i := range b.order() {
		batch = append(batch, i)
		if size += len(b.sentences[i].Words); size >= tokens {
			out = append(out, batch)
			batch, size = nil, 0
		}
	}
	if size > tokens/2 {
		out = append(out, batch)
	}
	return out
}

// shares divides a batch among workers.
func (b *batcher) shares(batch []int, workers int) []*share {
	shares := make([]*share, workers)
	for w := range shares {
		shares[w] = &share{}
	}
	for _, i := range batch {
		least := shares[0]
		for _, s := range shares {
			if len(s.heads) < len(least.heads) {
				least = s
			}
		}
		least.add(b, i)
	}
	return shares
}

// add appends sentence i with its features varied.
func (s *share) add(b *batcher, i int) {
	sentence := b.sentences[i]
	first := len(s.ids)
	s.ids = append(s.ids, b.ids[i]...)
	b.vary(s.ids[first:], sentence)
	s.gold(b.classes, sentence)
}

// gold appends the sentence's place and what is right about it.
func (s *share) gold(c *classes, sentence *doc.TreebankSentence) {
	row := int32(len(s.heads))
	s.spans = append(s.spans, net.Span{First: int(row), End: int(row) + len(sentence.Words)})
	for i, w := range sentence.Words {
		head, label := int32(-1), int32(-1)
		if w.Head >= 0 {
			head, label = row+int32(w.Head), c.relates[w.Deprel]
		}
		s.heads, s.labels = append(s.heads, head), append(s.labels, label)
		s.upos, s.xpos = append(s.upos, c.uposIndex[w.UPOS]), append(s.xpos, c.xposIndex[w.XPOS])
		s.names = append(s.names, c.name(sentence.Words, i))
	}
}

// vary makes the features of a sentence as new text may have them: other names, words unknown, now
// and then all in capitals or all in small letters, or without knowledge of the spaces between them.
func (b *batcher) vary(ids []int32, sentence *doc.TreebankSentence) {
	words := slices.Clone(sentence.Words)
	changed := false
	for i := range words {
		if isName(&words[i]) && b.rng.Float64() < 0.1 {
			words[i].Form, changed = b.name(words[i].Name), true
		}
	}
	switch r := b.rng.Float64(); {
	case r < 0.03:
		changed = true
		for i := range words {
			words[i].Form = strings.ToUpper(words[i].Form)
		}
	case r < 0.05:
		changed = true
		for i := range words {
			words[i].Form = strings.ToLower(words[i].Form)
		}
	}
	if changed {
		copy(ids, b.vocabulary.AppendIDs(nil, words))
	}
	blind := b.rng.Float64() < 0.1
	for i := 0; i < len(ids); i += int(encoder.Kinds) {
		if b.rng.Float64() < b.wordDrop {
			ids[i+int(encoder.Word)] = encoder.Unknown
		}
		if blind {
			ids[i+int(encoder.Touch)] = encoder.TouchUnknown
		}
	}
}

// name returns a word in place of another of the same part of a name: one of the treebanks', or one
// that nobody has heard of, as most names in the news are to a treebank.
func (b *batcher) name(part string) string {
	if same := b.names[part]; b.rng.IntN(2) == 0 && len(same) > 0 {
		return same[b.rng.IntN(len(same))]
	}
	starts := []string{"b", "ch", "d", "f", "g", "h", "j", "k", "kh", "l", "m", "n", "p", "q", "r", "s", "sh", "t", "v", "w", "x", "y", "z", "zh", "", ""}
	vowels := []string{"a", "e", "i", "o", "u", "a", "i", "ao", "ei", "iu"}
	ends := []string{"", "", "", "n", "ng", "r", "s", "k", "v", "l"}
	var name strings.Builder
	for range 1 + b.rng.IntN(3) {
		for _, part := range [][]string{starts, vowels, ends} {
			name.WriteString(part[b.rng.IntN(len(part))])
		}
	}
	s := name.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// isName tells whether a word is a proper name in small letters with a capital, but no day or month.
func isName(w *doc.Token) bool {
	return w.XPOS == "NNP" && len(w.Form) > 1 && 'A' <= w.Form[0] && w.Form[0] <= 'Z' && strings.ToLower(w.Form[1:]) == w.Form[1:] && !calendar[w.Form]
}

var calendar = doc.WordSet(`
	Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
	September October November December`)
