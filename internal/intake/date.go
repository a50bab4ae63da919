package intake

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A date is a day as a dateline or a release line writes it; year is 0 when it is not written.
type date struct{ year, month, day int }

// months are the names and short forms of the months, in lower case without full stop.
var months = map[string]int{
	"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
	"may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
	"sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}

// weekdays are the names and short forms of the days, in lower case without full stop.
var weekdays = map[string]bool{
	"monday": true, "mon": true, "tuesday": true, "tue": true, "tues": true, "wednesday": true,
	"wed": true, "thursday": true, "thu": true, "thurs": true, "friday": true, "fri": true,
	"saturday": true, "sat": true, "sunday": true, "sun": true,
}

// scanDate reads the date that s begins with and returns how many bytes it takes; 0 when s does not
// begin with one. Forms: "March 20", "Feb. 14, 2023", "12 May", "3rd March 1987", "2023-03-20",
// "2023/03/20", "20.03.2023", each also after a weekday ("Monday, March 20").
func scanDate(s string) (date, int) {
	if w, n := scanWord(s); weekdays[strings.ToLower(w)] {
		rest := strings.TrimLeft(s[n:], ", ")
		if d, m := scanDate(rest); m > 0 && len(rest) < len(s)-n {
			return d, len(s) - len(rest) + m
		}
		return date{}, 0
	}
	if d, n := scanNumericDate(s); n > 0 {
		return d, n
	}
	var d date
	n := 0
	if w, k := scanWord(s); months[strings.ToLower(w)] > 0 {
		d.month = months[strings.ToLower(w)]
		gap := spaces(s[k:])
		day, m := scanDay(s[k+gap:])
		if gap == 0 || m == 0 {
			return date{}, 0
		}
		d.day, n = day, k+gap+m
	} else {
		day, m := scanDay(s)
		gap := spaces(s[m:])
		w, k := scanWord(s[m+gap:])
		if m == 0 || gap == 0 || months[strings.ToLower(w)] == 0 {
			return date{}, 0
		}
		d.day, d.month, n = day, months[strings.ToLower(w)], m+gap+k
	}
	year, m := scanYear(s[n:])
	d.year = year
	return d.checked(n + m)
}

// checked returns the date and n when the date exists, else nothing.
func (d date) checked(n int) (date, int) {
	year := d.year
	if year == 0 {
		year = 2000 // a leap year: 29 February of an unknown year exists
	}
	if d.month < 1 || d.month > 12 || d.day < 1 || d.day != time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Day() {
		return date{}, 0
	}
	return d, n
}

// scanNumericDate reads YYYY-MM-DD, YYYY/MM/DD, YYYY.MM.DD and DD.MM.YYYY. Dates such as 03/04/2023
// are left alone: they mean two days on two sides of the Atlantic.
func scanNumericDate(s string) (date, int) {
	var part [3]int
	var width [3]int
	sep := byte(0)
	n := 0
	for i := range part {
		start := n
		for n < len(s) && n-start < 4 && isDigit(s[n]) {
			part[i] = part[i]*10 + int(s[n]-'0')
			n++
		}
		width[i] = n - start
		if i == 2 {
			break
		}
		if width[i] == 0 || n >= len(s) || !strings.ContainsRune("-/.", rune(s[n])) || sep != 0 && s[n] != sep {
			return date{}, 0
		}
		sep = s[n]
		n++
	}
	if n < len(s) && isDigit(s[n]) {
		return date{}, 0
	}
	switch {
	case width[0] == 4 && width[1] <= 2 && 1 <= width[2] && width[2] <= 2:
		return date{part[0], part[1], part[2]}.checked(n)
	case sep == '.' && width[0] <= 2 && width[1] <= 2 && width[2] == 4:
		return date{part[2], part[1], part[0]}.checked(n)
	}
	return date{}, 0
}

// scanWord reads a word of letters with the full stop of a short form ("Feb."); the word is
// returned without it.
func scanWord(s string) (string, int) {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsLetter(r) {
			break
		}
		n += size
	}
	word := s[:n]
	if n > 0 && n <= 5 && n < len(s) && s[n] == '.' {
		n++
	}
	return word, n
}

// scanDay reads the day of a month: one or two digits, "3rd" too.
func scanDay(s string) (day, n int) {
	for n < len(s) && n < 2 && isDigit(s[n]) {
		n++
	}
	if n == 0 || n < len(s) && isDigit(s[n]) {
		return 0, 0
	}
	day, _ = strconv.Atoi(s[:n])
	if w, k := scanWord(s[n:]); w != "" {
		switch strings.ToLower(w) {
		case "st", "nd", "rd", "th":
			return day, n + k
		}
		return 0, 0
	}
	if n+1 < len(s) && s[n] == ':' && isDigit(s[n+1]) {
		return 0, 0 // a time of day
	}
	return day, n
}

// scanYear reads a year after a comma or spaces: ", 1987", " 1987".
func scanYear(s string) (year, n int) {
	rest := strings.TrimPrefix(s, ",")
	gap := spaces(rest)
	rest = rest[gap:]
	if gap == 0 || len(rest) < 4 || rest[0] != '1' && rest[0] != '2' {
		return 0, 0
	}
	for i := range 4 {
		if !isDigit(rest[i]) {
			return 0, 0
		}
	}
	if len(rest) > 4 && isDigit(rest[4]) {
		return 0, 0
	}
	year, _ = strconv.Atoi(rest[:4])
	return year, len(s) - len(rest) + 4
}

// spaces counts the spaces and tabs, and a line end of wrapped text, that s begins with.
func spaces(s string) int { return len(s) - len(strings.TrimLeft(s, " \t\n\u00a0")) }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// value is the TIMEX3 value of the date, XXXX for an unknown year.
func (d date) value() string {
	if d.year == 0 {
		return fmt.Sprintf("XXXX-%02d-%02d", d.month, d.day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// ahead is how many days a dateline may lie after the day of publication: time zones, and papers
// dated for the day of sale.
const ahead = 3

// anchored returns the date with its year told by the day of publication: the latest such day that
// is at most a few days after it. "Dec. 31" in a report published on 1 January is the year before.
func (d date) anchored(published string) date {
	day, err := time.Parse(time.DateOnly, published)
	if d.year != 0 || err != nil {
		return d
	}
	limit := day.AddDate(0, 0, ahead)
	for year := limit.Year(); year > limit.Year()-9; year-- {
		t := time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
		if t.Day() == d.day && !t.After(limit) {
			d.year = year
			return d
		}
	}
	return d
}
