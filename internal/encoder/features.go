package encoder

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/doc"
)

// A Kind is one of the things that the encoder sees of a word.
type Kind int

// The kinds of features, in the order of their columns.
const (
	Word    Kind = iota // the folded form
	Suffix2             // its last characters
	Suffix3
	Suffix4
	First   // its first character, with its case
	Prefix3 // its first characters
	Shape   // the kinds of its characters
	Touch   // whether it touches the words beside it
	Vector  // the folded form, among the words with a vector learned from the training's text
	Given   // the folded form, among the words with a vector that was learned elsewhere
	Kinds
)

// String returns the name of the kind in the weights file.
func (k Kind) String() string {
	return [...]string{"word", "suffix2", "suffix3", "suffix4", "first", "prefix3", "shape", "touch", "vector", "given"}[k]
}

// The values of Touch: bit 0 for the word before, bit 1 for the word after; TouchUnknown where the
// text between words is not known.
const (
	TouchUnknown = 4
	touches      = 5
)

// Unknown is the id of what a Vocabulary does not have.
const Unknown = 0

// Fold returns the form that words are known by: quotation marks and dashes are made plain, digits
// become 0, letters small; of a very long word the beginning and the end stay.
func Fold(form string) string { return strings.ToLower(plain(form)) }

// plain is Fold with capitals.
func plain(form string) string {
	if len(form) > longest {
		form = form[:longest/2] + form[len(form)-longest/2:]
	}
	form = doc.Norm(form)
	if form == "''" {
		return `"`
	}
	if !strings.ContainsAny(form, "0123456789") {
		return form
	}
	b := []byte(form)
	for i, c := range b {
		if '0' <= c && c <= '9' {
			b[i] = '0'
		}
	}
	return string(b)
}

// longest is how many bytes of a word count.
const longest = 64

// Describe returns the features of a form that are looked up in vocabularies. Touch is not one.
func Describe(form string) [Kinds]string {
	cased := plain(form)
	low := strings.ToLower(cased)
	marked := "^" + low
	return [Kinds]string{
		Word:    low,
		Suffix2: last(marked, 2),
		Suffix3: last(marked, 3),
		Suffix4: last(marked, 4),
		First:   first(cased, 1),
		Prefix3: first(low+"$", 3),
		Shape:   shape(cased),
		Vector:  low,
		Given:   low,
	}
}

// last returns the last n characters of s.
func last(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// first returns the first n characters of s.
func first(s string, n int) string {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s[:i]
}

// shape names the kinds of characters of a word, runs cut after three: "Xxxx" for "Moscow", "0,000"
// for "1,000".
func shape(s string) string {
	var b [16]byte
	out, before, run := b[:0], byte(0), 0
	for _, r := range s {
		kind := byte('o')
		switch {
		case unicode.IsUpper(r):
			kind = 'X'
		case unicode.IsLetter(r):
			kind = 'x'
		case unicode.IsNumber(r):
			kind = '0'
		case r < utf8.RuneSelf && unicode.IsPrint(r):
			kind = byte(r)
		}
		if kind != before {
			before, run = kind, 0
		}
		if run++; run <= 3 {
			out = append(out, kind)
		}
		if len(out) == cap(b) {
			break
		}
	}
	return string(out)
}

// A Vocabulary gives the strings of each kind their ids, from 1 in the order of the lines.
type Vocabulary [Kinds]map[string]int32

// NewVocabulary returns the Vocabulary of the lines of each kind.
func NewVocabulary(lines [Kinds][]string) (*Vocabulary, error) {
	v := &Vocabulary{}
	for k := range v {
		v[k] = make(map[string]int32, len(lines[k]))
		for i, s := range lines[k] {
			v[k][s] = int32(i + 1)
		}
		if len(v[k]) != len(lines[k]) {
			return nil, fmt.Errorf("%s: a line comes twice", Kind(k))
		}
	}
	return v, nil
}

// Size returns the number of ids of the kind.
func (v *Vocabulary) Size(k Kind) int {
	if k == Touch {
		return touches
	}
	return len(v[k]) + 1
}

// AppendIDs appends the ids of a sentence's tokens, Kinds of them per token.
func (v *Vocabulary) AppendIDs(ids []int32, tokens []doc.Token) []int32 {
	for i := range tokens {
		parts := Describe(tokens[i].Form)
		for k := range Kinds {
			id := v[k][parts[k]]
			if k == Touch {
				id = touch(tokens, i)
			}
			ids = append(ids, id)
		}
	}
	return ids
}

// touch returns the value of Touch.
func touch(tokens []doc.Token, i int) int32 {
	id := int32(0)
	if i > 0 && tokens[i-1].End == tokens[i].Start {
		id = 1
	}
	if i+1 < len(tokens) && tokens[i].End == tokens[i+1].Start {
		id |= 2
	}
	return id
}
