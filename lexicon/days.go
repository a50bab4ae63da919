package lexicon

import (
	"fmt"
	"strings"
)

// Days in the lexicon are ISO 8601 dates of any precision: "1991", "1991-12", "1991-12-25". Asking
// is done with TIMEX3 values, which may be less precise still ("199X", "XXXX-03-20", "2023-W12").
// Either stands for the stretch from its earliest to its latest possible day, and since ISO dates
// sort as strings, a stretch is a pair of strings.

const (
	earliest = "0000-00-00"
	latest   = "9999-99-99"
)

// On reports whether the name could have this meaning on the date: the name was in use and the
// Known existed. A date that is unknown or open excludes nothing.
func (m Match) On(date string) bool {
	return overlaps(m.From, m.To, date) && m.Known.ExistsOn(date)
}

// ExistsOn reports whether k could exist on the date, a TIMEX3 value. A date that is unknown or
// less precise than the lexicon excludes only what is certain not to exist.
func (k *Known) ExistsOn(date string) bool { return overlaps(k.From, k.To, date) }

// OfficesOn returns the offices that the person could hold on the date, a TIMEX3 value, the
// principal one first; all of them when the date is unknown.
func (k *Known) OfficesOn(date string) []Office {
	var held []Office
	for _, o := range k.Offices {
		if overlaps(o.From, o.To, date) {
			held = append(held, o)
		}
	}
	return held
}

// CodeOn returns the country that a seat lay in on the date; Code for everything else, and when
// the date is unknown.
func (k *Known) CodeOn(date string) string {
	for _, b := range k.Countries {
		if overlaps(b.From, b.To, date) {
			return b.Code
		}
	}
	return k.Code
}

// overlaps reports whether the stretch from..to and the date have a day in common.
func overlaps(from, to, date string) bool {
	day := settled(date)
	return pad(from, earliest) <= pad(day, latest) && pad(day, earliest) <= padEnd(to)
}

// covers reports whether every day of the date lies in the stretch from..to.
func covers(from, to, date string) bool {
	day := settled(date)
	return day != "" && pad(from, earliest) <= pad(day, earliest) && pad(day, latest) <= padEnd(to)
}

func pad(day, with string) string {
	if len(day) >= len(with) {
		return day
	}
	return day + with[len(day):]
}

func padEnd(to string) string {
	if to == "" {
		return latest
	}
	return pad(to, latest)
}

// settled returns the part of a TIMEX3 value that is a settled ISO date: "2023-03-20" of
// "2023-03-20T14:00", "199" of "199X", "2023" of "2023-W12" and "2023-Q1", "" of "XXXX-03-20" and
// "PAST_REF".
func settled(value string) string {
	n := 0
	for n < len(value) && n < len(latest) && sameShape(value[n], latest[n]) {
		n++
	}
	switch n { // never end in a hyphen or in half a month or day
	case 5, 6:
		n = 4
	case 8, 9:
		n = 7
	}
	return value[:n]
}

// sameShape reports whether c may stand where like stands in an ISO date.
func sameShape(c, like byte) bool {
	if like == '-' {
		return c == '-'
	}
	return '0' <= c && c <= '9'
}

// parseDays reads "1945..1991-12-25", where either end may be left open.
func parseDays(s string) (from, to string, err error) {
	from, to, ok := strings.Cut(s, "..")
	if !ok {
		return "", "", fmt.Errorf("%q is not a stretch of days such as 1945..1991-12-25", s)
	}
	for _, day := range []string{from, to} {
		if day != "" && !isDay(day) {
			return "", "", fmt.Errorf("bad date %q in %q, want YYYY, YYYY-MM or YYYY-MM-DD", day, s)
		}
	}
	if pad(from, earliest) > padEnd(to) {
		return "", "", fmt.Errorf("%q ends before it begins", s)
	}
	return from, to, nil
}

// isDay reports whether s is a date of the Gregorian calendar: YYYY, YYYY-MM or YYYY-MM-DD.
func isDay(s string) bool {
	if (len(s) != 4 && len(s) != 7 && len(s) != 10) || settled(s) != s {
		return false
	}
	number := func(from, to int) int {
		n := 0
		for _, c := range s[from:to] {
			n = 10*n + int(c-'0')
		}
		return n
	}
	if len(s) == 4 {
		return true
	}
	month := number(5, 7)
	if month < 1 || month > 12 {
		return false
	}
	return len(s) == 7 || 1 <= number(8, 10) && number(8, 10) <= daysIn(number(0, 4), month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
