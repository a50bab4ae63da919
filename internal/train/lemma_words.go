package train

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"unicode"

	"readout/internal/encoder"
	"readout/internal/parse"
)

//go:embed irregular.txt
var irregularVerbs string

// A wordLemma is the lemma of a form with a tag.
type wordLemma struct {
	form, upos, xpos, lemma string
}

// rareLemmas returns the lemmas that treebanks are too small to show: those of irregular verbs, and
// those of regular inflections in raw text whose ending does not tell the lemma ("bombed" of "bomb",
// "froze" of "freeze"), the candidate being the one that the text uses most.
func rareLemmas(counts map[string]int) []wordLemma {
	var out []wordLemma
	for line := range strings.Lines(irregularVerbs) {
		f := strings.Fields(line)
		if len(f) != 3 || f[0] == "#" {
			continue
		}
		out = append(out, wordLemma{f[1], "VERB", "VBD", f[0]}, wordLemma{f[2], "VERB", "VBN", f[0]})
	}
	for _, form := range slices.Sorted(maps.Keys(counts)) {
		if counts[form] < 2 || len(form) < 4 {
			continue
		}
		switch {
		case strings.HasSuffix(form, "ed"):
			lemma := mostUsed(counts, parse.VerbStems(strings.TrimSuffix(form, "ed")))
			out = append(out, wordLemma{form, "VERB", "VBD", lemma}, wordLemma{form, "VERB", "VBN", lemma})
		case strings.HasSuffix(form, "ing"):
			out = append(out, wordLemma{form, "VERB", "VBG", mostUsed(counts, parse.VerbStems(strings.TrimSuffix(form, "ing")))})
		case strings.HasSuffix(form, "es"):
			lemma := mostUsed(counts, pluralStems(form))
			out = append(out, wordLemma{form, "VERB", "VBZ", lemma}, wordLemma{form, "NOUN", "NNS", lemma})
		}
	}
	kept := out[:0]
	for _, w := range out {
		if w.lemma != "" {
			kept = append(kept, w)
		}
	}
	return kept
}

// pluralStems returns the words that a form in -es may come from.
func pluralStems(form string) []string {
	stems := []string{form[:len(form)-1], form[:len(form)-2]}
	if strings.HasSuffix(form, "ies") {
		stems = append(stems, form[:len(form)-3]+"y")
	}
	return stems
}

// mostUsed returns the word that the text uses most and at least three times, "" for none.
func mostUsed(counts map[string]int, words []string) string {
	best := ""
	for _, w := range words {
		if len(w) > 1 && counts[w] >= 3 && counts[w] > counts[best] {
			best = w
		}
	}
	return best
}

// addRare appends the lines of rare lemmas that the lemmatizer of lines and rules gets wrong and the
// treebanks do not know.
func addRare(lines, rules, cases []string, c *classes, seen lemmaCounts, rare []wordLemma) []string {
	known, err := parse.NewLemmatizer(lines, rules, cases)
	if err != nil {
		panic(err) // the lines are our own
	}
	for _, w := range rare {
		tag, ok := c.tagIndex[encoder.Tag{UPOS: w.upos, XPOS: w.xpos}]
		if !ok || seen[lemmaKey{w.form, tag}] != nil || known.Lemma(w.form, tag, false) == w.lemma {
			continue
		}
		lines = append(lines, lemmaLine(w.form, tag, w.lemma))
	}
	return lines
}

// wordCounts counts the words of raw text, in small letters.
func wordCounts(texts []string) map[string]int {
	counts := map[string]int{}
	for _, text := range texts {
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			counts[strings.ToLower(word)]++
		}
	}
	return counts
}
