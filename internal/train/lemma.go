package train

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"readout/internal/doc"
	"readout/internal/model"
	"readout/internal/parse"
)

// lemmaKey is a form, normalised, and its tag.
type lemmaKey struct {
	form string
	tag  int
}

// lemmaCounts counts the lemmas of each form and tag.
type lemmaCounts map[lemmaKey]map[string]int

func (c lemmaCounts) add(form string, tag int, lemma string) {
	k := lemmaKey{form, tag}
	if c[k] == nil {
		c[k] = map[string]int{}
	}
	c[k][lemma]++
}

// keys returns the keys in alphabetical order.
func (c lemmaCounts) keys() []lemmaKey {
	var keys []lemmaKey
	for k := range c {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b lemmaKey) int {
		if a.form != b.form {
			return strings.Compare(a.form, b.form)
		}
		return a.tag - b.tag
	})
	return keys
}

// most returns the most frequent value; of several, the first in the alphabet.
func most[V int | float64](counts map[string]V) string {
	best, found := "", false
	for value, n := range counts {
		if !found || n > counts[best] || n == counts[best] && value < best {
			best, found = value, true
		}
	}
	return best
}

// lemmas fits the lemmatizer and adds its sections to m.
func (o Options) lemmas(m *model.File, c *classes, sentences []*doc.TreebankSentence, rare []wordLemma) {
	cases := lemmaCases(c, sentences)
	cased, low := lemmaCounts{}, lemmaCounts{}
	for _, s := range sentences {
		for i := range s.Words {
			w := &s.Words[i]
			if form, tag := doc.Norm(w.Form), c.tag(w); w.Lemma != "" && w.UPOS != "X" {
				cased.add(form, tag, w.Lemma)
				if cases[tag] != parse.CaseKeep {
					low.add(strings.ToLower(form), tag, w.Lemma)
				}
			}
		}
	}
	rules := suffixRules(cased, cases)
	var words []string
	for _, counts := range []lemmaCounts{low, cased} {
		known, err := parse.NewLemmatizer(words, rules, cases)
		if err != nil {
			panic(err) // the lines are our own
		}
		for _, k := range counts.keys() {
			lemma := most(counts[k])
			if known.Lemma(k.form, k.tag, false) != lemma && len(k.form) < 40 {
				words = append(words, lemmaLine(k.form, k.tag, lemma))
			}
		}
	}
	words = addRare(words, rules, cases, c, low, rare)
	m.Add(parse.LemmasSection, []byte(strings.Join(words, "\n")))
	m.Add(parse.SuffixesSection, []byte(strings.Join(rules, "\n")))
	m.Add(parse.CasesSection, []byte(strings.Join(cases, "\n")))
	o.log("lemmas: %d words, %d suffix rules", len(words), len(rules))
}

// lemmaLine writes a word for parse.NewLemmatizer.
func lemmaLine(form string, tag int, lemma string) string {
	return fmt.Sprintf("%s\t%d\t%s", form, tag, lemma)
}

// lemmaCases tells for every tag whether lemmas keep the capitals of their forms.
func lemmaCases(c *classes, sentences []*doc.TreebankSentence) []string {
	kept, lost := make([]int, len(c.tags)), make([]int, len(c.tags))
	initial := make([]int, len(c.tags))
	for _, s := range sentences {
		for i := range s.Words {
			w := &s.Words[i]
			if !doc.Capitalized(w.Form) || len(w.Form) < 2 || !strings.ContainsFunc(w.Form, unicode.IsLower) {
				continue
			}
			tag := c.tag(w)
			switch {
			case i == 0 && doc.Capitalized(w.Lemma):
				initial[tag]++
			case i == 0:
				initial[tag]--
			case doc.Capitalized(w.Lemma):
				kept[tag]++
			default:
				lost[tag]++
			}
		}
	}
	cases := make([]string, len(c.tags))
	for i := range cases {
		switch {
		case kept[i] <= lost[i]:
			cases[i] = parse.CaseLower
		case initial[i] > 0:
			cases[i] = parse.CaseKeep
		default:
			cases[i] = parse.CaseInner
		}
	}
	return cases
}

// edit is what makes a lemma of a form: bytes to cut off the end, and what to add.
type edit struct {
	cut int
	add string
}

// suffixRules finds for every tag the suffixes that tell the edit, shortest first; a longer suffix
// becomes a rule when it knows better than the shorter one. Lines are for parse.NewLemmatizer.
func suffixRules(forms lemmaCounts, cases []string) []string {
	counts := map[lemmaKey]map[edit]int{}
	for _, k := range forms.keys() {
		low := strings.ToLower(k.form)
		base := low
		if cases[k.tag] == parse.CaseKeep {
			base = k.form
		}
		e, ok := editOf(base, most(forms[k]))
		if !ok {
			continue
		}
		for n := 0; n <= min(parse.MaxSuffix, len(low)); n++ {
			s := lemmaKey{low[len(low)-n:], k.tag}
			if counts[s] == nil {
				counts[s] = map[edit]int{}
			}
			counts[s][e]++
		}
	}
	var suffixes []lemmaKey
	for s := range counts {
		suffixes = append(suffixes, s)
	}
	slices.SortFunc(suffixes, func(a, b lemmaKey) int {
		if len(a.form) != len(b.form) {
			return len(a.form) - len(b.form)
		}
		if a.form != b.form {
			return strings.Compare(a.form, b.form)
		}
		return a.tag - b.tag
	})
	rules := map[lemmaKey]edit{}
	var lines []string
	for _, s := range suffixes {
		e := bestEdit(counts[s])
		inherited := inheritedEdit(rules, s)
		if e != inherited && counts[s][e] >= 2 && counts[s][e] > counts[s][inherited]+1 {
			rules[s] = e
			lines = append(lines, fmt.Sprintf("%s\t%d\t%d\t%s", s.form, s.tag, e.cut, e.add))
		}
	}
	return lines
}

// editOf returns the edit from form to lemma, if they begin alike.
func editOf(form, lemma string) (edit, bool) {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	return edit{len(form) - n, lemma[n:]}, n > 0 && len(form)-n <= parse.MaxSuffix
}

func bestEdit(counts map[edit]int) edit {
	best, found := edit{}, false
	for e, n := range counts {
		c := counts[best]
		if !found || n > c || n == c && (e.cut < best.cut || e.cut == best.cut && e.add < best.add) {
			best, found = e, true
		}
	}
	return best
}

// inheritedEdit returns the edit of the longest shorter suffix that is a rule.
func inheritedEdit(rules map[lemmaKey]edit, s lemmaKey) edit {
	for n := 1; n <= len(s.form); n++ {
		if e, ok := rules[lemmaKey{s.form[n:], s.tag}]; ok {
			return e
		}
	}
	return edit{}
}
