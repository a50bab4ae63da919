package lexicon

import (
	"bytes"
	"unicode/utf8"
)

// Names are kept in a trie of pieces. A piece is a stretch of letters and digits with accents,
// full stops and combining marks taken off; hyphens, apostrophes and spaces part pieces. So
// "Guinea-Bissau" is the same name whether it came as one token or three, "U.S." is "US", and
// "Elysee" is "Élysée". The trie is keyed by pieces in lower case; whether the case fits is decided
// for each sense at the end, by fits.

// A sense is one meaning of a name.
type sense struct {
	form     string // the pieces in the name's own case, each followed by a space
	letters  int    // letters of form
	known    *Known
	as       As
	from, to string
	anyCase  bool // of a dictionary that is all in capitals: form is, too
}

// A nameTrie maps sequences of pieces to values of type T.
type nameTrie[T any] struct {
	root trieNode[T]
}

type trieNode[T any] struct {
	next   map[string]*trieNode[T]
	values []T
}

// add puts value under the pieces, given as form: each piece followed by a space.
func (t *nameTrie[T]) add(form string, value T) {
	node := &t.root
	for start, i := 0, 0; i < len(form); i++ {
		if form[i] != ' ' {
			continue
		}
		key := string(appendLower(nil, form[start:i]))
		start = i + 1
		if node.next == nil {
			node.next = make(map[string]*trieNode[T])
		}
		child := node.next[key]
		if child == nil {
			child = new(trieNode[T])
			node.next[key] = child
		}
		node = child
	}
	node.values = append(node.values, value)
}

// at returns the values under form.
func (t *nameTrie[T]) at(form string) []T {
	if node := t.root.follow([]byte(form)); node != nil {
		return node.values
	}
	return nil
}

// maxStops bounds how many ends of names a walk keeps: more names than this that are each other's
// beginnings are not met.
const maxStops = 16

// A stop is an end of a name on the way of a walk.
type stop[T any] struct {
	node    *trieNode[T]
	tokens  int  // tokens walked
	form    int  // bytes of the walk's form
	initial bool // an initial was passed over
}

// walk follows the words from words[0] as far as they go and keeps every end of a name that is
// also the end of a token. It appends the pieces walked to form, in the case of the text and each
// followed by a space, and returns it with the number of stops. An initial that the trie does not
// have is passed over, as in "George P. Shultz".
func (t *nameTrie[T]) walk(words []string, form []byte, stops *[maxStops]stop[T]) ([]byte, int) {
	node, n, initial := &t.root, 0, false
	for i, word := range words {
		begin := len(form)
		var kind tokenKind
		form, kind = appendPieces(form, word)
		if kind == foreign || kind == joiner && i == 0 {
			break
		}
		if kind == joiner {
			continue
		}
		next := node.follow(form[begin:])
		if next == nil && i > 0 && isInitial(form[begin:]) {
			form, initial = form[:begin], true
			continue
		}
		if node = next; node == nil {
			break
		}
		if len(node.values) > 0 && n < maxStops {
			stops[n] = stop[T]{node, i + 1, len(form), initial}
			n++
		}
	}
	return form, n
}

// follow returns the node that the pieces lead to, nil when there is none.
func (node *trieNode[T]) follow(pieces []byte) *trieNode[T] {
	var low [64]byte
	for start, i := 0, 0; i < len(pieces); i++ {
		if pieces[i] != ' ' {
			continue
		}
		if node = node.next[string(appendLower(low[:0], pieces[start:i]))]; node == nil {
			return nil
		}
		start = i + 1
	}
	return node
}

// isInitial reports whether the pieces are one capital letter.
func isInitial(pieces []byte) bool {
	return len(pieces) == 2 && 'A' <= pieces[0] && pieces[0] <= 'Z'
}

// fits reports whether the text, folded to pieces, writes the sense's name: piece by piece in its
// own case, or in capitals where the whole name has four letters or more ("BEIJING", "XI Jinping";
// but "us" and "IT" name nobody). "The" may be written in either case.
func (s *sense) fits(text []byte) bool {
	if string(text) == s.form {
		return true
	}
	if s.anyCase {
		return fitsAnyCase(text)
	}
	for start, i := 0, 0; i < len(text); i++ {
		if text[i] != ' ' {
			continue
		}
		written, name := text[start:i], s.form[start:i]
		start = i + 1
		if string(written) != name && !(s.letters >= 4 && isCapitals(written)) && name != "The" {
			return false
		}
	}
	return true
}

// fitsAnyCase reports whether the text can be a name that a dictionary gives in capitals: it begins with
// a capital. Two letters must both be, and so must a word of three that can begin a sentence ("Who").
func fitsAnyCase(text []byte) bool {
	first, _, _ := bytes.Cut(text, []byte(" "))
	switch alone := len(first)+1 == len(text); {
	case 'a' <= first[0] && first[0] <= 'z':
		return false
	case alone && len(first) <= 2, alone && beginsSentences[string(appendLower(nil, first))]:
		return isCapitals(first)
	}
	return true
}

// Words of three and four letters that begin sentences and are names in capitals: the WHO.
var beginsSentences = map[string]bool{
	"who": true, "all": true, "and": true, "any": true, "are": true, "but": true, "can": true, "few": true,
	"for": true, "had": true, "has": true, "her": true, "his": true, "how": true, "its": true, "may": true,
	"new": true, "not": true, "now": true, "old": true, "one": true, "our": true, "out": true, "she": true,
	"the": true, "two": true, "was": true, "why": true, "yes": true, "you": true, "aid": true, "arm": true,
	"help": true, "most": true, "will": true,
}

func isCapitals(piece []byte) bool {
	for _, c := range piece {
		if 'a' <= c && c <= 'z' {
			return false
		}
	}
	return true
}

// appendLower appends the piece in lower case. Letters outside ASCII stay: what is left of them
// after folding has no case that matters here.
func appendLower[S string | []byte](dst []byte, piece S) []byte {
	for i := 0; i < len(piece); i++ {
		c := piece[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

// tokenKind tells what a token can be within a name.
type tokenKind uint8

const (
	lettered tokenKind = iota // has pieces
	joiner                    // a lone hyphen or apostrophe, which may stand between pieces
	foreign                   // anything else: no name goes on here
)

// appendPieces appends the pieces of the token, each followed by a space, with the letters' case
// kept and accents taken off.
func appendPieces(dst []byte, token string) ([]byte, tokenKind) {
	begin, runes, inPiece := len(dst), 0, false
	for i := 0; i < len(token); runes++ {
		c, size := token[i], 1
		switch {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '&':
			dst, inPiece = append(dst, c), true
		case c == '.':
			if len(dst) == begin {
				return dst, foreign
			}
		case c == '-' || c == '\'' || c == '`':
			dst, inPiece = endPiece(dst, inPiece), false
		case c < utf8.RuneSelf:
			return dst, foreign
		default:
			r, n := utf8.DecodeRuneInString(token[i:])
			size = n
			if isJoiner(r) {
				dst, inPiece = endPiece(dst, inPiece), false
			} else if r < 0x300 || r > 0x36f { // not a combining mark
				dst, inPiece = append(dst, plainLetter(r, token[i:i+n])...), true
			}
		}
		i += size
	}
	dst = endPiece(dst, inPiece)
	switch {
	case len(dst) > begin:
		return dst, lettered
	case runes == 1:
		return dst, joiner
	}
	return dst, foreign
}

func endPiece(dst []byte, inPiece bool) []byte {
	if inPiece {
		return append(dst, ' ')
	}
	return dst
}

// isJoiner reports whether r is a typographic hyphen or apostrophe.
func isJoiner(r rune) bool {
	switch r {
	case '‘', '’', '‛', '´', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', '‐', '‑', '–':
		return true
	}
	return false
}

// plainLetter returns the Latin letter r without its marks, or itself for every other rune.
func plainLetter(r rune, itself string) string {
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä', 'å', 'ā', 'ă', 'ą', 'ǎ', 'ə', 'ạ', 'ả', 'ấ', 'ầ', 'ậ', 'ắ', 'ằ', 'ặ':
		return "a"
	case 'À', 'Á', 'Â', 'Ã', 'Ä', 'Å', 'Ā', 'Ă', 'Ą', 'Ǎ', 'Ə', 'Ấ', 'Ắ':
		return "A"
	case 'ç', 'ć', 'č', 'ĉ', 'ċ':
		return "c"
	case 'Ç', 'Ć', 'Č', 'Ĉ', 'Ċ':
		return "C"
	case 'ď', 'đ', 'ð':
		return "d"
	case 'Ď', 'Đ', 'Ð':
		return "D"
	case 'è', 'é', 'ê', 'ë', 'ē', 'ė', 'ę', 'ě', 'ế', 'ề', 'ễ', 'ệ', 'ẹ':
		return "e"
	case 'È', 'É', 'Ê', 'Ë', 'Ē', 'Ė', 'Ę', 'Ě', 'Ế':
		return "E"
	case 'ğ', 'ģ', 'ġ':
		return "g"
	case 'Ğ', 'Ģ', 'Ġ':
		return "G"
	case 'ì', 'í', 'î', 'ï', 'ī', 'į', 'ı', 'ị', 'ĩ':
		return "i"
	case 'Ì', 'Í', 'Î', 'Ï', 'Ī', 'Į', 'İ':
		return "I"
	case 'ķ':
		return "k"
	case 'Ķ':
		return "K"
	case 'ł', 'ľ', 'ĺ', 'ļ':
		return "l"
	case 'Ł', 'Ľ', 'Ĺ', 'Ļ':
		return "L"
	}
	return plainLetterFromN(r, itself)
}

// plainLetterFromN goes on where plainLetter stops, with the letters from n to z.
func plainLetterFromN(r rune, itself string) string {
	switch r {
	case 'ñ', 'ń', 'ň', 'ņ':
		return "n"
	case 'Ñ', 'Ń', 'Ň', 'Ņ':
		return "N"
	case 'ò', 'ó', 'ô', 'õ', 'ö', 'ø', 'ō', 'ő', 'ơ', 'ố', 'ồ', 'ộ', 'ớ', 'ọ':
		return "o"
	case 'Ò', 'Ó', 'Ô', 'Õ', 'Ö', 'Ø', 'Ō', 'Ő', 'Ơ':
		return "O"
	case 'ř', 'ŕ':
		return "r"
	case 'Ř', 'Ŕ':
		return "R"
	case 'ś', 'š', 'ş', 'ș':
		return "s"
	case 'Ś', 'Š', 'Ş', 'Ș':
		return "S"
	case 'ß':
		return "ss"
	case 'ť', 'ţ', 'ț':
		return "t"
	case 'Ť', 'Ţ', 'Ț':
		return "T"
	case 'ù', 'ú', 'û', 'ü', 'ū', 'ů', 'ű', 'ų', 'ư', 'ụ', 'ũ':
		return "u"
	case 'Ù', 'Ú', 'Û', 'Ü', 'Ū', 'Ů', 'Ű', 'Ų', 'Ư':
		return "U"
	case 'ý', 'ÿ':
		return "y"
	case 'Ý', 'Ÿ':
		return "Y"
	case 'ź', 'ż', 'ž':
		return "z"
	case 'Ź', 'Ż', 'Ž':
		return "Z"
	case 'æ':
		return "ae"
	case 'Æ':
		return "Ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'Þ':
		return "Th"
	}
	return itself
}
