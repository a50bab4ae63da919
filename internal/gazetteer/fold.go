package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold appends to dst the form under which a name is found: lower case, marks taken off Latin
// letters, full stops and apostrophes left out, one space for all else that parts words, and the
// words that names shorten in one form ("Saint Paul" and "St. Paul", "Mount" and "Mt.", "Fort" and
// "Ft.").
func Fold(dst []byte, name string) []byte {
	start, word := len(dst), len(dst)
	end := func() {
		if word < len(dst) {
			dst = append(shorten(dst, word), ' ')
		}
		word = len(dst)
	}
	for i := 0; i < len(name); {
		c := name[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '&':
				dst = append(dst, c)
			case 'A' <= c && c <= 'Z':
				dst = append(dst, c+'a'-'A')
			case c == '.' || c == '\'' || c == '`':
			default:
				end()
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(name[i:])
		i += size
		switch {
		case isApostrophe(r) || unicode.Is(unicode.Mn, r):
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			end()
		default:
			dst = appendPlain(dst, unicode.ToLower(r))
		}
	}
	end()
	if len(dst) > start {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// shorten writes the word that begins at dst[at:] in its short form, if it has one.
func shorten(dst []byte, at int) []byte {
	switch string(dst[at:]) {
	case "saint":
		return append(dst[:at], "st"...)
	case "sainte":
		return append(dst[:at], "ste"...)
	case "mount":
		return append(dst[:at], "mt"...)
	case "fort":
		return append(dst[:at], "ft"...)
	}
	return dst
}

func isApostrophe(r rune) bool { return strings.ContainsRune("‘’‛´ʻʼʽʾʿ", r) }

// plain has the letters of a Latin alphabet and, at the same place, what is left without marks.
const (
	marked = "àáâãäåāăąǎạảấầẩẫậắằẳẵặçćčĉċďđðèéêëēėęěĕếềểễệẹẻẽğģġĝħḩḥìíîïīįıịỉĩĭķḵłľĺļñńňņòóôõöøōőơốồổỗộớờởỡợọỏřŕśšşșṣťţțṭùúûüūůűųưụủũứừửữựýÿỳỹźżžẓəḍṛŏŭǵ"
	plain  = "aaaaaaaaaaaaaaaaaaaaaacccccdddeeeeeeeeeeeeeeeeegggghhhiiiiiiiiiiikkllllnnnnooooooooooooooooooooorrsssssttttuuuuuuuuuuuuuuuuuyyyyzzzzadroug"
)

var plainOf = func() map[rune]byte {
	m := make(map[rune]byte)
	i := 0
	for _, r := range marked {
		m[r] = plain[i]
		i++
	}
	return m
}()

// appendPlain appends the lower-case letter r without its marks, or itself.
func appendPlain(dst []byte, r rune) []byte {
	if c, ok := plainOf[r]; ok {
		return append(dst, c)
	}
	switch r {
	case 'ß':
		return append(dst, "ss"...)
	case 'æ':
		return append(dst, "ae"...)
	case 'œ':
		return append(dst, "oe"...)
	case 'þ':
		return append(dst, "th"...)
	}
	return utf8.AppendRune(dst, r)
}

// title returns the folded name with a capital on every word.
func title(dst []byte, folded []byte) []byte {
	up := true
	for _, c := range folded {
		if up && 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		dst = append(dst, c)
		up = c == ' '
	}
	return dst
}
