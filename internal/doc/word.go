package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// WordSet returns the words of a list, which white space divides, as a set.
func WordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// Capitalized reports whether a word begins with a capital letter.
func Capitalized(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
