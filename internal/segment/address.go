package segment

import "strings"

// maxAddress is the longest address that is kept in one piece, in bytes.
const maxAddress = 2000

// addressEnd returns where the web address (RFC 3986) or mail address (RFC 5322) that begins at
// byte i of the text ends; 0 when none begins there. Punctuation at its end is not part of it.
func addressEnd(text string, i int) int {
	text = text[:min(len(text), i+maxAddress)]
	rest := text[i:]
	if webAddress(rest) {
		end := i
		for end < len(text) && text[end] > ' ' && text[end] < 0x7f && strings.IndexByte("<>\"{}|\\^`", text[end]) < 0 {
			end++
		}
		return i + len(strings.TrimRight(text[i:end], ".,;:!?)]'*"))
	}
	name := 0
	for name < len(rest) && name < 64 && mailByte(rest[name]) {
		name++
	}
	if name == 0 || name == len(rest) || rest[name] != '@' {
		return 0
	}
	end := name + 1
	for end < len(rest) && mailByte(rest[end]) {
		end++
	}
	host := strings.TrimRight(rest[name+1:end], ".-_%+")
	if !strings.Contains(host, ".") {
		return 0
	}
	return i + name + 1 + len(host)
}

func webAddress(s string) bool {
	for _, scheme := range []string{"http://", "https://", "ftp://", "www.", "Http://", "HTTP://", "Www.", "WWW."} {
		if strings.HasPrefix(s, scheme) && len(s) > len(scheme) && s[len(scheme)] > ' ' {
			return true
		}
	}
	return false
}

// mailByte reports whether b may stand in a mail address.
func mailByte(b byte) bool {
	return 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9' || strings.IndexByte("._%+-", b) >= 0
}
