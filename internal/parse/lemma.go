package parse

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"readout/internal/doc"
)

// A Lemmatizer knows the lemmas of words by (form, tag), and for other words by the longest suffix
// rule of the tag. Tags are indices into the list of the weights file.
type Lemmatizer struct {
	words map[lemmaKey]string
	rules map[lemmaKey]suffixRule
	cases []string // per tag: one of the Case constants

	// Rank returns the place of a word, in small letters, among the words of the language, the most frequent first; 0
	// for one that is not among them. With nil, suffix rules are taken at their word.
	Rank func(word string) int
}

type lemmaKey struct {
	form string
	tag  uint16
}

// suffixRule makes a lemma: cut so many bytes off the end, then add.
type suffixRule struct {
	cut int
	add string
}

// How lemmas of a tag treat capitals.
const (
	CaseLower = "lower" // the lemma is in small letters
	CaseInner = "inner" // capitals stay, but at the beginning of a sentence: "American"
	CaseKeep  = "keep"  // capitals stay: names
)

// MaxSuffix is the longest suffix of a rule, in bytes.
const MaxSuffix = 6

// NewLemmatizer returns a Lemmatizer of the lines of the weights file: words as form, tag, lemma;
// rules as suffix, tag, bytes to cut, what to add; cases one per tag.
func NewLemmatizer(words, rules, cases []string) (*Lemmatizer, error) {
	l := &Lemmatizer{words: map[lemmaKey]string{}, rules: map[lemmaKey]suffixRule{}, cases: cases}
	for _, line := range words {
		col := strings.Split(line, "\t")
		if len(col) != 3 {
			return nil, fmt.Errorf("bad lemma line %q", line)
		}
		tag, err := strconv.Atoi(col[1])
		if err != nil || tag < 0 || tag >= len(cases) {
			return nil, fmt.Errorf("bad tag in lemma line %q", line)
		}
		l.words[lemmaKey{col[0], uint16(tag)}] = col[2]
	}
	for _, line := range rules {
		col := strings.Split(line, "\t")
		if len(col) != 4 {
			return nil, fmt.Errorf("bad suffix line %q", line)
		}
		tag, err1 := strconv.Atoi(col[1])
		cut, err2 := strconv.Atoi(col[2])
		if err1 != nil || err2 != nil || tag < 0 || tag >= len(cases) || cut < 0 {
			return nil, fmt.Errorf("bad number in suffix line %q", line)
		}
		l.rules[lemmaKey{col[0], uint16(tag)}] = suffixRule{cut, col[3]}
	}
	return l, nil
}

// Lemma returns the lemma of a form with the tag; initial tells that the word begins its sentence.
func (l *Lemmatizer) Lemma(form string, tag int, initial bool) string {
	norm := doc.Norm(form)
	if lemma, ok := l.words[lemmaKey{norm, uint16(tag)}]; ok {
		if l.cases[tag] == CaseLower {
			return strings.ToLower(lemma)
		}
		return lemma
	}
	low := strings.ToLower(norm)
	if low != norm {
		if lemma, ok := l.words[lemmaKey{low, uint16(tag)}]; ok {
			return lemma
		}
	}
	base := low
	if c := l.cases[tag]; c == CaseKeep || c == CaseInner && !initial && low != norm && !allCapitals(norm) {
		base = norm
	}
	return l.known(low, l.rule(base, low, tag))
}

// known returns the lemma that suffix rules give a regular inflection where that is a word of the language, or else
// the most frequent of the words that the form can come from: “rebuke” of “rebuked”, not “rebuk”.
func (l *Lemmatizer) known(form, lemma string) string {
	if l.Rank == nil || form == lemma || strings.ToLower(lemma) != lemma {
		return lemma
	}
	var from []string
	word := l.Rank(lemma) > 0
	switch {
	case strings.HasSuffix(form, "ed"):
		from = VerbStems(strings.TrimSuffix(form, "ed"))
		word = word && slices.Contains(from, lemma)
	case strings.HasSuffix(form, "ing"):
		from = VerbStems(strings.TrimSuffix(form, "ing"))
		word = word && slices.Contains(from, lemma)
	case strings.HasSuffix(form, "es"): // “shelf” of “shelves” is a word
		from = []string{form[:len(form)-1], form[:len(form)-2]}
	case strings.HasSuffix(form, "s"):
		from = []string{form[:len(form)-1]}
	}
	if word {
		return lemma
	}
	best := 0
	for _, w := range from {
		if r := l.Rank(w); r > 0 && (best == 0 || r < best) {
			best, lemma = r, w
		}
	}
	return lemma
}

// VerbStems returns the infinitives that a stem before -ed or -ing may come from.
func VerbStems(stem string) []string {
	stems := []string{stem, stem + "e"}
	n := len(stem)
	switch {
	case n > 2 && stem[n-1] == stem[n-2]:
		stems = append(stems, stem[:n-1])
	case strings.HasSuffix(stem, "i"):
		stems = append(stems, stem[:n-1]+"y")
	case strings.HasSuffix(stem, "ck"):
		stems = append(stems, stem[:n-1])
	}
	return stems
}

// rule applies the rule of the longest suffix.
func (l *Lemmatizer) rule(base, low string, tag int) string {
	for n := min(MaxSuffix, len(low)); n >= 0; n-- {
		if r, ok := l.rules[lemmaKey{low[len(low)-n:], uint16(tag)}]; ok {
			if r.cut < len(base) {
				return base[:len(base)-r.cut] + r.add
			}
			break
		}
	}
	return base
}

// allCapitals reports whether the word is written in capitals throughout, as in headlines.
func allCapitals(s string) bool {
	return len(s) > 1 && !strings.ContainsFunc(s, unicode.IsLower)
}
