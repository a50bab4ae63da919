package segment

import (
	"unicode"
	"unicode/utf8"
)

// kind is the broad class of a character. Tokens can end where the kind changes, and at every
// character that is neither letter nor digit.
type kind uint8

const (
	edge   kind = iota // before the text or after it
	space              // white space
	letter             // letters, marks and format characters: they never divide a token
	digit
	other // punctuation, symbols, controls, bytes that are not UTF-8
)

// char is one character as features see it.
type char struct {
	norm  uint8 // folded: see norms; 0 at an edge
	kind  kind
	class uint8 // finer than kind: U upper, l lower, x other letter, 0, space, or norm itself
	size  uint8 // bytes
}

// charAt returns the character that begins at byte i of the text.
func charAt(text string, i int) char {
	if i >= len(text) {
		return char{}
	}
	if b := text[i]; b < utf8.RuneSelf {
		return asciiChar(b)
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return wideChar(r, size)
}

// charBefore returns the character that ends at byte i of the text.
func charBefore(text string, i int) char {
	if i <= 0 {
		return char{}
	}
	if b := text[i-1]; b < utf8.RuneSelf {
		return asciiChar(b)
	}
	r, size := utf8.DecodeLastRuneInString(text[:i])
	return wideChar(r, size)
}

func asciiChar(b byte) char {
	switch {
	case 'a' <= b && b <= 'z':
		return char{b, letter, 'l', 1}
	case 'A' <= b && b <= 'Z':
		return char{b, letter, 'U', 1}
	case '0' <= b && b <= '9':
		return char{'0', digit, '0', 1}
	case b == '\n' || b == '\r' || b == '\v' || b == '\f':
		return char{'\n', space, ' ', 1}
	case b == ' ' || b == '\t':
		return char{' ', space, ' ', 1}
	case b == '`':
		return char{'\'', other, '\'', 1}
	case b < ' ' || b == 0x7f:
		return char{1, other, 1, 1}
	}
	return char{b, other, b, 1}
}

// Codes that stand for characters outside ASCII; below 0x80 norm is the ASCII character itself.
const (
	normLetter   = 0x80 + iota // any letter outside ASCII
	normUpper                  // any capital outside ASCII
	normDash                   // en dash, em dash
	normEllipsis               // …
	normCurrency               // €, £ …
	normSymbol                 // any other symbol
	normPunct                  // any other punctuation
	normOpen                   // brackets outside ASCII
	normClose
)

// wideChar classifies a character outside ASCII. Typographic quotation marks and hyphens are
// folded to their ASCII sisters, so that curly, straight and mismatched quotes are the same to all
// features.
func wideChar(r rune, size int) char {
	n := uint8(size)
	switch r {
	case '‘', '’', '‚', '‛', '´', '′':
		return char{'\'', other, '\'', n}
	case '“', '”', '„', '‟', '«', '»', '″':
		return char{'"', other, '"', n}
	case '‐', '‑', '−':
		return char{'-', other, '-', n}
	case '–', '—', '―':
		return char{normDash, other, normDash, n}
	case '…':
		return char{normEllipsis, other, normEllipsis, n}
	}
	switch {
	case unicode.IsSpace(r):
		if r == 0x85 || r == 0x2028 || r == 0x2029 {
			return char{'\n', space, ' ', n}
		}
		return char{' ', space, ' ', n}
	case r == utf8.RuneError && size == 1:
		return char{1, other, 1, n}
	case unicode.IsUpper(r):
		return char{normUpper, letter, 'U', n}
	case unicode.IsLower(r):
		return char{normLetter, letter, 'l', n}
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.Is(unicode.Cf, r):
		return char{normLetter, letter, 'x', n}
	case unicode.IsNumber(r):
		return char{'0', digit, '0', n}
	case unicode.Is(unicode.Sc, r):
		return char{normCurrency, other, normCurrency, n}
	case unicode.Is(unicode.Ps, r), unicode.Is(unicode.Pi, r):
		return char{normOpen, other, normOpen, n}
	case unicode.Is(unicode.Pe, r), unicode.Is(unicode.Pf, r):
		return char{normClose, other, normClose, n}
	case unicode.IsPunct(r):
		return char{normPunct, other, normPunct, n}
	}
	return char{normSymbol, other, normSymbol, n}
}

// lower folds a character's norm to lower case.
func (c char) lower() uint8 {
	if 'A' <= c.norm && c.norm <= 'Z' {
		return c.norm + 'a' - 'A'
	}
	if c.norm == normUpper {
		return normLetter
	}
	return c.norm
}
