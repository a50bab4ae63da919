package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// clean makes the text that is stored: valid UTF-8 in Unicode Normalization Form C (UAX #15), lines
// end in LF, and without the characters that no reader sees and that would split a word: byte order
// marks, zero-width spaces, soft hyphens, marks of writing direction. Quotation marks, dashes and
// special spaces stay. clean(clean(s)) == clean(s).
func clean(s string) string {
	if !utf8.ValidString(s) {
		s = decodeMixed([]byte(s))
	}
	s = norm.NFC.String(s)
	if plain(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	base := ' ' // the last character written that is not a combining mark
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '\r':
			if strings.HasPrefix(s[i:], "\n") {
				continue
			}
			r = '\n'
		case r == '\u00ad': // at the end of a line it parts a word
			i += len(lineEnd(s[i:]))
			continue
		case r == '\u2029':
			out.WriteByte('\n')
			r = '\n'
		case r == '\v', r == '\f', r == '\u2028':
			r = '\n'
		case isBinary(r):
			r = ' '
		case 0x80 <= r && r < 0xa0: // Windows-1252 that was taken for Latin-1
			r = charmap.Windows1252.DecodeByte(byte(r))
		case invisible(r), joins(r) && (base < utf8.RuneSelf || unicode.Is(unicode.Latin, base)):
			continue
		}
		if !unicode.Is(unicode.Mn, r) {
			base = r
		}
		out.WriteRune(r)
	}
	return norm.NFC.String(out.String())
}

// plain reports whether clean has nothing to change in s.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\r', c == '\v', c == '\f', isBinary(rune(c)):
			return false
		case c == 0xc2, c == 0xe2, c == 0xef: // lead bytes of U+0080…00BF, U+2000…2FFF, U+F000…FFFF
			return false
		}
	}
	return true
}

// lineEnd is the line end that s begins with, or "".
func lineEnd(s string) string {
	for _, end := range []string{"\r\n", "\n", "\r"} {
		if strings.HasPrefix(s, end) {
			return end
		}
	}
	return ""
}

// invisible reports whether r is a character without width that no script needs for its spelling:
// U+FEFF, U+200B, word joiner, marks and embeddings of direction.
func invisible(r rune) bool {
	switch {
	case r == '\ufeff', r == '\u200b', r == '\u2060', r == '\u200e', r == '\u200f':
		return true
	case '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069':
		return true
	}
	return false
}

// joins reports whether r is the zero-width joiner or non-joiner. Persian, Hindi and others spell
// with them; after a Latin letter they are dirt.
func joins(r rune) bool { return r == '\u200c' || r == '\u200d' }
