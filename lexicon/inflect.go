package lexicon

import (
	"slices"
	"strings"
)

// inflections returns the inflected forms of a verb (-s, -ed, -ing, and some irregular ones) or a noun (-s), and of an
// adjective itself, which a lemmatizer may take for a participle: "unmoved".
func inflections(lemma, upos string) []string {
	switch upos {
	case "VERB":
		stem := verbStem(lemma)
		forms := []string{plural(lemma), past(lemma, stem), stem + "ing"}
		if n := len(lemma); stem == lemma && syllables(lemma) > 1 && doubles(lemma) { // "annulled", "annuled" is nobody's
			forms = append(forms, lemma+lemma[n-1:]+"ed", lemma+lemma[n-1:]+"ing")
		}
		return append(forms, strings.Fields(irregular[lemma])...)
	case "NOUN":
		return []string{plural(lemma)}
	case "ADJ":
		return []string{lemma}
	}
	return nil
}

// irregular gives the past tense and participle of irregular verbs that lemmatizers are seen to miss.
var irregular = map[string]string{
	"break": "broke broken", "drive": "drove driven", "fight": "fought", "flee": "fled", "freeze": "froze frozen", "hold": "held",
	"overrun": "overran", "overthrow": "overthrew overthrown", "seek": "sought", "shoot": "shot", "sink": "sank sunk", "slay": "slew slain",
	"steal": "stole stolen", "strike": "struck stricken", "sweep": "swept", "unfreeze": "unfroze unfrozen",
	"withdraw": "withdrew withdrawn", "withhold": "withheld",
}

// plural adds -s as nouns and verbs of the third person do.
func plural(w string) string {
	switch {
	case consonantY(w):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}

func past(lemma, stem string) string {
	if consonantY(lemma) {
		return lemma[:len(lemma)-1] + "ied"
	}
	return stem + "ed"
}

// verbStem returns what -ed and -ing are added to: without a silent e, with a doubled final consonant
// after a single vowel in words of one syllable.
func verbStem(w string) string {
	n := len(w)
	switch {
	case strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "ee") && !strings.HasSuffix(w, "ye"):
		return w[:n-1]
	case doubles(w) && syllables(w) == 1:
		return w + w[n-1:]
	}
	return w
}

// doubles reports whether a word ends in a single consonant after a single vowel, which -ed and -ing may double.
func doubles(w string) bool {
	n := len(w)
	return n >= 3 && !vowel(w[n-1]) && vowel(w[n-2]) && !vowel(w[n-3]) && strings.IndexByte("wxy", w[n-1]) < 0
}

func consonantY(w string) bool {
	return len(w) > 2 && w[len(w)-1] == 'y' && !vowel(w[len(w)-2])
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func syllables(w string) int {
	n := 0
	for i := range len(w) {
		if vowel(w[i]) && (i == 0 || !vowel(w[i-1])) {
			n++
		}
	}
	return n
}

// Carries reports whether a verb is a light verb of the entry, by its lemma, or by its form when that
// is a regular inflection of one, since a lemmatizer errs on rare words.
func (e *Entry) Carries(lemma, form string) bool {
	return slices.Contains(e.Light, lemma) || slices.Contains(e.lightForms, strings.ToLower(form))
}
