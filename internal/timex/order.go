package timex

import (
	"strings"
)

// Date returns the part of a TIMEX3 value that is a date: "2023-03-20" of "2023-03-20TAF", the
// first end of an interval; "" of a duration, a time without a day, or PAST_REF and its like.
func Date(value string) string {
	value, _, _ = strings.Cut(value, "/")
	date, _, timed := strings.Cut(value, "T")
	if strings.HasSuffix(value, "_REF") || strings.HasPrefix(value, "P") || timed && date == "" {
		return ""
	}
	return date
}

// Before reports whether TIMEX3 value a lies before b, and whether the values settle that. Each is
// taken as the stretch of days it may mean: 2023-03 and 2023-03-20 are not settled, 2023-02 and
// 2023-03-20 are. Two values of an unknown year never are. PAST_REF, PRESENT_REF and FUTURE_REF
// follow each other, and are not compared with dates.
func Before(a, b string) (before, known bool) {
	if ra, rb := refOrder(a), refOrder(b); ra > 0 && rb > 0 {
		return ra < rb, ra != rb
	}
	alo, ahi, aok := bounds(a)
	blo, bhi, bok := bounds(b)
	switch {
	case !aok || !bok:
		return false, false
	case ahi < blo:
		return true, true
	case alo > bhi, alo == ahi && alo == blo && blo == bhi && !timed(a, b):
		return false, true
	case timed(a, b):
		return clockBefore(a, b)
	}
	return false, false
}

func refOrder(v string) int {
	switch v {
	case "PAST_REF":
		return 1
	case "PRESENT_REF":
		return 2
	case "FUTURE_REF":
		return 3
	}
	return 0
}

func timed(a, b string) bool {
	return Date(a) == Date(b) && strings.Contains(a, "T") && strings.Contains(b, "T")
}

// clockBefore compares two times of one day.
func clockBefore(a, b string) (before, known bool) {
	_, ta, _ := strings.Cut(a, "T")
	_, tb, _ := strings.Cut(b, "T")
	alo, ahi := clockBounds(ta)
	blo, bhi := clockBounds(tb)
	if alo < 0 || blo < 0 || strings.HasSuffix(ta, "Z") != strings.HasSuffix(tb, "Z") {
		return false, false
	}
	switch {
	case ahi < blo:
		return true, true
	case alo > bhi, alo == ahi && alo == blo && blo == bhi:
		return false, true
	}
	return false, false
}

// clockBounds returns the minutes that a time of day may mean, both included; -1 when it is none.
func clockBounds(t string) (lo, hi int) {
	switch t {
	case "MO":
		return 5 * 60, 12*60 - 1
	case "MI":
		return 12 * 60, 12 * 60
	case "AF":
		return 12*60 + 1, 18*60 - 1
	case "EV":
		return 18 * 60, 22*60 - 1
	case "NI":
		return 18 * 60, 24 * 60
	}
	if len(t) < 5 || t[2] != ':' {
		return -1, -1
	}
	h, ok := digitsOf(t[:2])
	m, ok2 := digitsOf(t[3:5])
	if !ok || !ok2 {
		return -1, -1
	}
	return h*60 + m, h*60 + m
}

// bounds returns the first and the last day that a value may mean, as year*10000+month*100+day.
func bounds(v string) (lo, hi int, ok bool) {
	if a, b, two := strings.Cut(v, "/"); two {
		lo, _, ok = bounds(a)
		_, hi, ok2 := bounds(b)
		return lo, hi, ok && ok2
	}
	v = Date(v)
	switch {
	case len(v) == 2 && digits(v) == 2:
		n := number(v)
		return n*1000000 + 101, (n*100+99)*10000 + 1231, true
	case len(v) == 3 && digits(v) == 3:
		n := number(v)
		return n*100000 + 101, (n*10+9)*10000 + 1231, true
	case strings.HasPrefix(v, "BC"):
		return bcBounds(v[2:])
	case len(v) > 5 && digits(v[:4]) == 4 && v[4] == '-' && digits(v[5:]) == 0 && v[5] != 'X':
		return partBounds(number(v[:4]), v[5:])
	}
	d, ok := parseDate(v)
	if !ok || !d.known {
		return 0, 0, false
	}
	first, last := 1, 12
	if d.month > 0 {
		first, last = d.month, d.month
	}
	if d.month > 0 && d.day > 0 {
		return key(d.year, first, d.day), key(d.year, last, d.day), true
	}
	return key(d.year, first, 1), key(d.year, last, monthDays(d.year, last)), true
}

func key(year, month, day int) int { return year*10000 + month*100 + day }

// bcBounds gives years before our era negative keys.
func bcBounds(v string) (lo, hi int, ok bool) {
	n, ok := digitsOf(v)
	switch len(v) {
	case 4:
		return -n*10000 + 101, -n*10000 + 1231, ok
	case 2:
		return -(n*100+100)*10000 + 101, -(n*100+1)*10000 + 1231, ok
	}
	return 0, 0, false
}

// partBounds returns the bounds of a week, quarter, half or season of a year.
func partBounds(year int, part string) (lo, hi int, ok bool) {
	months := func(first, last int) (int, int, bool) {
		return key(year, first, 1), key(year, last, monthDays(year, last)), true
	}
	switch part {
	case "Q1", "Q2", "Q3", "Q4":
		q := int(part[1] - '0')
		return months(3*q-2, 3*q)
	case "H1":
		return months(1, 6)
	case "H2":
		return months(7, 12)
	case "SP":
		return months(3, 5)
	case "SU":
		return months(6, 8)
	case "FA":
		return months(9, 11)
	case "WI":
		return key(year, 12, 1), key(year+1, 2, monthDays(year+1, 2)), true
	}
	if len(part) < 3 || part[0] != 'W' || digits(part[1:3]) != 2 {
		return 0, 0, false
	}
	first := isoMonday(year, number(part[1:3]))
	from, to := 0, 6
	switch rest := part[3:]; {
	case rest == "-WE":
		from = 5
	case len(rest) == 2 && rest[1] >= '1' && rest[1] <= '7':
		from = int(rest[1] - '1')
		to = from
	case rest != "":
		return 0, 0, false
	}
	a, b := dayOf(first.AddDate(0, 0, from)), dayOf(first.AddDate(0, 0, to))
	return key(a.year, a.month, a.day), key(b.year, b.month, b.day), true
}
