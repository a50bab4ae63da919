package intake

import (
	"strings"
	"unicode"
)

// english are frequent function words of English that are rare, taken together, in other languages
// of Latin script.
var english = map[string]bool{
	"the": true, "of": true, "and": true, "to": true, "in": true, "a": true, "that": true, "is": true,
	"was": true, "for": true, "on": true, "with": true, "said": true, "by": true, "at": true,
	"has": true, "he": true, "she": true, "it": true, "be": true, "as": true, "will": true, "have": true,
	"from": true, "his": true, "her": true, "not": true, "are": true, "were": true, "they": true,
	"their": true, "who": true, "had": true, "this": true, "an": true, "we": true, "would": true,
}

// language guesses the BCP 47 tag of the text from its first 64 KiB: "en" when most letters are
// Latin and English function words are frequent, otherwise "und".
func language(text string) string {
	letters, latin := 0, 0
	words, hits := 0, 0
	seen := map[string]bool{}
	for word := range strings.FieldsFuncSeq(text[:min(len(text), 64<<10)], func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, r := range word {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
		words++
		if w := strings.ToLower(word); english[w] {
			hits++
			seen[w] = true
		}
	}
	switch {
	case letters == 0 || latin*10 < letters*7:
		return "und"
	case words < 20 && hits >= 1:
		return "en"
	case hits*100 >= words*14 && len(seen) >= 3:
		return "en"
	}
	return "und"
}
