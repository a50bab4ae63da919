package intake

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns bytes into a string: UTF-8 with or without byte order mark, UTF-16 with one or where
// it is obvious, and Windows-1252 (of which Latin-1's printable characters are a part) for whatever
// is not valid UTF-8. No byte is dropped. Control characters that no text has are a *BinaryError.
func decode(b []byte) (string, error) {
	if order, mark, ok := utf16Order(b); ok {
		s, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(b[mark:])
		if err != nil {
			return "", err
		}
		if i := bytes.IndexFunc(s, isBinary); i >= 0 {
			return "", &BinaryError{Offset: mark + utf16Len(s[:i]), Char: rune(s[i])}
		}
		return string(s), nil
	}
	// A DOS text file may end in Ctrl-Z.
	b = bytes.TrimRight(b, "\x1a")
	if i := bytes.IndexFunc(b, isBinary); i >= 0 {
		return "", &BinaryError{Offset: i, Char: rune(b[i])}
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if utf8.Valid(b) {
		return string(b), nil
	}
	return decodeMixed(b), nil
}

// isBinary reports whether r is a control character that plain text does not hold. Tab, the line
// ends, form feed and vertical tab are text.
func isBinary(r rune) bool {
	return r < ' ' && (r < '\t' || r > '\r') || r == 0x7f
}

// utf16Order tells whether b is UTF-16, in which byte order, and how long its byte order mark is.
// Without a mark it must be plain to see: in text of Latin letters every other byte is zero.
func utf16Order(b []byte) (order unicode.Endianness, mark int, ok bool) {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return unicode.LittleEndian, 2, true
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return unicode.BigEndian, 2, true
	}
	head := b[:min(len(b), 4096)]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	units := len(head) / 2
	switch {
	case units < 4 || len(b)%2 != 0:
		return unicode.LittleEndian, 0, false
	case zeros[1]*10 >= units*7 && zeros[0]*50 <= units:
		return unicode.LittleEndian, 0, true
	case zeros[0]*10 >= units*7 && zeros[1]*50 <= units:
		return unicode.BigEndian, 0, true
	}
	return unicode.LittleEndian, 0, false
}

// utf16Len is the number of bytes that the UTF-8 text s takes in UTF-16.
func utf16Len(s []byte) int {
	n := 0
	for _, r := range string(s) {
		n += 2
		if r > 0xffff {
			n += 2
		}
	}
	return n
}

// decodeMixed decodes what is not valid UTF-8 throughout. Where sequences of UTF-8 prevail, only the
// bad bytes are read as Windows-1252; otherwise the whole text is. Sequences of three bytes and more
// hardly come about by chance in Windows-1252, so one of them settles it.
func decodeMixed(b []byte) string {
	var bad, good, long int
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n == 2:
			good++
		case n > 2:
			long++
		}
		i += n
	}
	mixed := long > 0 || good >= bad
	out := make([]byte, 0, len(b)+2*bad+2*good)
	for i := 0; i < len(b); {
		n := 1
		if mixed {
			if r, size := utf8.DecodeRune(b[i:]); r != utf8.RuneError || size > 1 {
				n = size
			}
		}
		if n == 1 && b[i] >= utf8.RuneSelf {
			out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(b[i]))
		} else {
			out = append(out, b[i:i+n]...)
		}
		i += n
	}
	return string(out)
}
