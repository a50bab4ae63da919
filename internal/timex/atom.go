package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/doc"
)

// An atom is the unit that rules match: a token, a piece of one ("mid-1980s" is three), or several
// ("twenty-five" is one).
type atom struct {
	first, end    int32 // tokens, half-open
	opens, closes bool  // begins at the start of token first; ends at the end of token end-1
	word          int32 // vocabulary number; 0 when no rule or class names the word
	bits          uint64
	entry         *entry // values of classes, nil for numbers
	num           int    // value of a number
}

func (a *atom) is(c class) bool { return a.bits&(1<<c) != 0 }

// val returns the value of the atom as a member of class c.
func (a *atom) val(c class) int {
	if a.entry != nil {
		for _, v := range a.entry.vals {
			if v.class == c {
				return v.val
			}
		}
	}
	return a.num
}

// atoms appends the atoms of tokens [first, end) to list.
func (v *vocabulary) atoms(list []atom, tokens []doc.Token, first, end int) []atom {
	for i := first; i < end; i++ {
		t := &tokens[i]
		at := len(list)
		if simple(t.Form) {
			list = append(list, v.wordAtom(t.Form, t))
		} else {
			list = v.split(list, doc.Norm(t.Form), t)
		}
		for k := at; k < len(list); k++ {
			list[k].first, list[k].end = int32(i), int32(i+1)
		}
		if len(list) > at {
			list[at].opens, list[len(list)-1].closes = true, true
		}
	}
	return mergeNumbers(list)
}

// simple reports whether the form is letters only, in ASCII: most tokens are.
func simple(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return s != ""
}

// wordAtom makes the atom of a word or a symbol.
func (v *vocabulary) wordAtom(s string, t *doc.Token) atom {
	var a atom
	e := v.lookup(s)
	r, _ := utf8.DecodeRuneInString(s)
	letter := unicode.IsLetter(r)
	if letter {
		a.bits |= 1<<cWord | 1<<cAlnum
	}
	if unicode.IsUpper(r) {
		a.bits |= 1 << cCap
	}
	if e != nil {
		a.word, a.entry = e.id, e
		a.bits |= e.bits
		if a.is(cCap) {
			a.bits |= e.cap
		}
		if t.UPOS == "VERB" || t.UPOS == "AUX" {
			a.bits &^= 1<<cMonth | 1<<cSeason
		}
		if a.is(cSmall) {
			a.num = a.val(cSmall)
			a.bits |= 1 << cNum
		}
		if a.is(cOrdWord) {
			a.num = a.val(cOrdWord)
			a.bits |= 1 << cOrd
		}
	} else if letter && pluralNoun(s, t) {
		a.bits |= 1 << cPlural
	}
	return a
}

// pluralNoun reports whether a word is a plural noun, by its tag or, untagged, by its ending.
func pluralNoun(s string, t *doc.Token) bool {
	if t.XPOS != "" {
		return t.XPOS == "NNS"
	}
	n := len(s)
	return n > 3 && s[n-1] == 's' && s[n-2] != 's' && s[n-2] != 'u' && s[n-2] != 'i' && s[n-2] != '\''
}

// split cuts a token that is not letters only: at dashes, slashes, colons and where digits and
// letters meet. Ordinals, decades, numbers with commas and decimals stay whole.
func (v *vocabulary) split(list []atom, s string, t *doc.Token) []atom {
	dotted := strings.Count(s, ".") > 1
	for s != "" {
		n := 0
		switch {
		case s[0] >= '0' && s[0] <= '9':
			var a atom
			a, n = numberAtom(s, dotted)
			list = append(list, a)
		case strings.ContainsRune("-/:()[],;\"", rune(s[0])):
			n = 1
			list = append(list, v.wordAtom(s[:1], t))
		default:
			n = strings.IndexAny(s[1:], "0123456789-/:()[]") + 1
			if n == 0 {
				n = len(s)
			}
			list = append(list, v.wordAtom(s[:n], t))
		}
		s = s[n:]
	}
	return list
}

// digits returns how many bytes of s are digits.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// numberAtom makes the atom of the number at the start of s and tells its length. In a dotted token
// (19.11.1985) a full stop is no decimal point.
func numberAtom(s string, dotted bool) (atom, int) {
	n := digits(s)
	a := atom{bits: 1 << cAlnum, num: number(s[:n])}
	rest := s[n:]
	if len(rest) >= 4 && rest[0] == ',' && n <= 3 && digits(rest[1:]) == 3 {
		for len(rest) >= 4 && rest[0] == ',' && digits(rest[1:]) == 3 {
			a.num = min(a.num*1000+number(rest[1:4]), maxNumber)
			rest, n = rest[4:], n+4
		}
		a.bits |= 1 << cNum
		return a, n
	}
	if k := 0; len(rest) > 1 && rest[0] == '.' && !dotted {
		if k = digits(rest[1:]); k > 0 {
			decimal(&a, rest[1:1+k])
			return a, n + 1 + k
		}
	}
	low := strings.ToLower(rest)
	for _, suffix := range [...]string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(low, suffix) && (len(low) == 2 || low[2] == '-') {
			a.bits |= 1 << cOrd
			if a.num >= 1 && a.num <= 31 {
				a.bits |= 1<<cDayOrd | 1<<cDay
			}
			return a, n + 2
		}
	}
	for _, suffix := range [...]string{"'s", "s"} {
		if strings.HasPrefix(low, suffix) && (len(low) == len(suffix) || low[len(suffix)] == '-') && decadeOf(&a, n) {
			return a, n + len(suffix)
		}
	}
	classify(&a, n)
	return a, n
}

// maxNumber bounds numbers in digits: none larger counts units of time.
const maxNumber = 1_000_000

func number(s string) int {
	v := 0
	for i := 0; i < len(s) && v < maxNumber; i++ {
		v = v*10 + int(s[i]-'0')
	}
	return min(v, maxNumber)
}

// decimal classifies a number with a decimal point: "2.5" in tenths, "5.45" also as a clock time.
func decimal(a *atom, frac string) {
	whole := a.num
	if whole < 10000 {
		a.bits |= 1 << cDec
	}
	a.num = whole*10 + int(frac[0]-'0')
	if len(frac) == 2 && whole <= 24 && number(frac) < 60 {
		a.bits = 1<<cAlnum | 1<<cClock
		a.num = whole*60 + number(frac)
	}
}

// decadeOf classifies "1980s" and "80s"; n is the number of digits.
func decadeOf(a *atom, n int) bool {
	if a.num%10 != 0 {
		return false
	}
	switch n {
	case 4:
		a.bits |= 1 << cDecade
		a.num /= 10
		return a.num >= 100 && a.num < 300
	case 2:
		a.bits |= 1 << cEighties
		a.num = a.num/10 + 190
		if a.num < 192 {
			a.num += 10
		}
		return true
	}
	return false
}

// classify gives a number in plain digits its classes; n is the number of digits.
func classify(a *atom, n int) {
	a.bits |= 1 << cNum
	set := func(c class, ok bool) {
		if ok {
			a.bits |= 1 << c
		}
	}
	v := a.num
	set(cDay, n <= 2 && v >= 1 && v <= 31)
	set(cMM, n <= 2 && v >= 1 && v <= 12)
	set(cHour, n <= 2 && v <= 24)
	set(cMin, n == 2 && v < 60)
	set(cYY, n == 2)
	set(cYear, n == 4 && v >= 1000 && v <= 2999)
	set(cOld, n == 3 && v >= 100)
	set(cModern, n == 4 && v >= 1900 && v < 2060)
	set(cHM, n == 4 && v/100 < 24 && v%100 < 60)
}

// mergeNumbers joins number words: "twenty-five", "one hundred and twenty", "twenty-first",
// "2 million".
func mergeNumbers(list []atom) []atom {
	out := 0
	for i := 0; i < len(list); {
		a := list[i]
		n := 1
		if a.is(cArticle) && i+1 < len(list) && list[i+1].is(cSmall) && list[i+1].num >= 100 {
			a, n = numberWords(list[i+1:])
			a.first, a.opens, a.word, a.entry, n = list[i].first, list[i].opens, 0, nil, n+1
		} else if a.is(cNum) && (a.is(cSmall) || i+1 < len(list) && list[i+1].is(cSmall)) {
			a, n = numberWords(list[i:])
		}
		list[out] = a
		out++
		i += n
	}
	return list[:out]
}

// numberWords reads the number words at the start of list and tells how many atoms they are.
func numberWords(list []atom) (atom, int) {
	a, used := list[0], 1
	total, part := 0, a.num
	for used < len(list) {
		k := used
		if sym := list[k].entry; sym != nil && list[k].is(cDash) && k+1 < len(list) {
			k++
		}
		next := &list[k]
		v := next.num
		tens := part%100 >= 20 && part%10 == 0 && v > 0 && v < 10
		switch {
		case next.is(cSmall) && v >= 100 && k == used && part > 0 && (v > 100 || part < 100):
			if part *= v; v > 100 {
				total, part = min(total+part, maxNumber), 0
			}
		case tens && list[0].is(cSmall) && next.is(cSmall):
			part += v
		case tens && list[0].is(cSmall) && next.is(cOrdWord):
			return atom{first: a.first, end: next.end, opens: a.opens, closes: next.closes,
				bits: 1<<cOrd | 1<<cAlnum, num: total + part + v}, k + 1
		default:
			return numberResult(a, list[used-1], total+part, used), used
		}
		used = k + 1
	}
	return numberResult(a, list[used-1], total+part, used), used
}

func numberResult(first, last atom, value, used int) atom {
	if used == 1 {
		return first
	}
	return atom{first: first.first, end: last.end, opens: first.opens, closes: last.closes,
		bits: 1<<cNum | 1<<cAlnum, num: min(value, maxNumber)}
}
