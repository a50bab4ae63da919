package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A grain is the size of a calendar unit. The numbers are those of class unit in words.txt.
type grain int

const (
	noGrain grain = iota
	gSecond
	gMinute
	gHour
	gDay
	gWeek
	gMonth
	gQuarter
	gHalf
	gSeason
	gYear
	gDecade
	gCentury
	gWeekend
	gFortnight
)

// A date is a calendar unit of which some parts may be open. Which fields count depends on grain.
type date struct {
	grain grain
	known bool // year is known (decade and century: n is known)
	year  int
	bc    bool
	month int // 0: open
	day   int // 0: open
	n     int // number of the week, quarter, half, season, decade or century; 0: open
	wd    int // day of an open week, Monday 1
}

var seasonCode = [...]string{"XX", "SP", "SU", "FA", "WI"}

// String returns the TIMEX3 value.
func (d date) String() string {
	year := "XXXX"
	if d.known {
		year = fmt.Sprintf("%04d", d.year)
	}
	if d.bc {
		year = "BC" + year
	}
	switch d.grain {
	case gDay:
		return year + "-" + open2(d.month) + "-" + open2(d.day)
	case gWeek:
		if d.wd > 0 {
			return year + "-W" + open2(d.n) + "-" + strconv.Itoa(d.wd)
		}
		return year + "-W" + open2(d.n)
	case gWeekend:
		return year + "-W" + open2(d.n) + "-WE"
	case gMonth:
		return year + "-" + open2(d.month)
	case gQuarter:
		return year + "-Q" + open1(d.n)
	case gHalf:
		return year + "-H" + open1(d.n)
	case gSeason:
		return year + "-" + seasonCode[d.n]
	case gDecade:
		return d.era(fmt.Sprintf("%03d", d.n), "XXX")
	case gCentury:
		return d.era(fmt.Sprintf("%02d", d.n), "XX")
	}
	return year
}

func (d date) era(value, open string) string {
	if !d.known {
		return open
	}
	if d.bc {
		return "BC" + value
	}
	return value
}

func open2(n int) string {
	if n == 0 {
		return "XX"
	}
	return fmt.Sprintf("%02d", n)
}

func open1(n int) string {
	if n == 0 {
		return "X"
	}
	return strconv.Itoa(n)
}

// full reports whether the day is settled.
func (d date) full() bool {
	return d.grain == gDay && d.known && !d.bc && d.month > 0 && d.day > 0
}

func (d date) time() time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
}

func dayOf(t time.Time) date {
	y, m, d := t.Date()
	return date{grain: gDay, known: true, year: y, month: int(m), day: d}
}

// valid reports whether the calendar has the day; 29 February is a day of an unknown year.
func (d date) valid() bool {
	if d.grain != gDay || d.month == 0 || d.day == 0 {
		return d.month <= 12
	}
	year := 2000
	if d.known {
		year = d.year
	}
	return d.day <= monthDays(year, d.month)
}

func monthDays(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// parseDate reads a TIMEX3 value that is a day, a month or a year, with or without X.
func parseDate(s string) (date, bool) {
	s, _, _ = strings.Cut(s, "T")
	var d date
	parts := strings.Split(s, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return d, false
	}
	var ok bool
	if parts[0] != "XXXX" {
		d.year, ok = digitsOf(parts[0])
		if !ok {
			return d, false
		}
		d.known = true
	}
	d.grain = gYear
	if len(parts) > 1 {
		d.grain = gMonth
		if d.month, ok = openPart(parts[1], 12); !ok {
			return d, false
		}
	}
	if len(parts) > 2 {
		d.grain = gDay
		if d.day, ok = openPart(parts[2], 31); !ok {
			return d, false
		}
	}
	return d, d.valid()
}

func digitsOf(s string) (int, bool) {
	if s == "" || digits(s) != len(s) {
		return 0, false
	}
	return number(s), true
}

func openPart(s string, limit int) (int, bool) {
	if s == "XX" {
		return 0, true
	}
	n, ok := digitsOf(s)
	return n, ok && len(s) == 2 && n >= 1 && n <= limit
}

// to returns the unit of grain g that d lies in.
func (d date) to(g grain) date {
	r := date{grain: g, known: d.known, year: d.year, bc: d.bc}
	switch g {
	case gDay:
		r.month, r.day = d.month, d.day
	case gWeek, gWeekend:
		if d.full() {
			r.year, r.n = d.time().ISOWeek()
		}
	case gMonth:
		r.month = d.month
	case gQuarter:
		if d.month > 0 {
			r.n = (d.month + 2) / 3
		}
	case gHalf:
		if d.month > 0 {
			r.n = (d.month + 5) / 6
		}
	case gSeason:
		// A winter is named by the year in which it begins.
		if d.month > 0 {
			r.n = [...]int{4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4}[d.month-1]
			if d.month < 3 {
				r.year--
			}
		}
	case gDecade:
		r.n = d.year / 10
	case gCentury:
		r.n = d.year / 100
	}
	if g == d.grain {
		r.n, r.wd = d.n, d.wd
		if g == gWeek || g == gWeekend {
			r.year = d.year
		}
	}
	return r
}

// add returns the unit of grain g that lies n units after d.
func (d date) add(n int, g grain) date {
	switch g {
	case gDay:
		return d.addDays(n)
	case gWeek, gWeekend:
		if d.grain == gWeek && d.n > 0 && d.known {
			return dayOf(isoMonday(d.year, d.n).AddDate(0, 0, 7*n)).to(g)
		}
		return d.to(gDay).addDays(7 * n).to(g)
	case gFortnight:
		return d.to(gDay).addDays(14 * n).to(gWeek)
	case gMonth:
		return d.addMonths(n)
	case gQuarter, gHalf:
		size := 3
		if g == gHalf {
			size = 6
		}
		if d.grain == g && d.n > 0 {
			d.month = d.n * size
		}
		return d.addMonths(size * n).to(g)
	case gSeason:
		r := d.to(gSeason)
		if r.n > 0 {
			k := r.n - 1 + n
			r.year += floorDiv(k, 4)
			r.n = k - 4*floorDiv(k, 4) + 1
		}
		return r.checked()
	case gDecade:
		d.year += 10 * n
	case gCentury:
		d.year += 100 * n
	case gYear:
		d.year += n
	}
	return d.checked().to(g)
}

// checked opens a year that has left the calendar of values.
func (d date) checked() date {
	if d.known && (d.year < 1 || d.year > 9999) {
		d.known, d.year = false, 0
	}
	return d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func isoMonday(year, week int) time.Time {
	t := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
	wd := (int(t.Weekday()) + 6) % 7
	return t.AddDate(0, 0, 7*(week-1)-wd)
}

// addDays moves a day. In an unknown year the result is what all kinds of years agree on: a move
// over the end of February leaves month and day open.
func (d date) addDays(n int) date {
	if d.full() {
		r := dayOf(d.time().AddDate(0, 0, n))
		return r.checked()
	}
	r := date{grain: gDay, known: d.known && d.month > 0 && n == 0, year: d.year}
	if d.known || d.month == 0 || d.day == 0 {
		if n == 0 {
			r.known, r.month, r.day = d.known, d.month, d.day
		}
		return r
	}
	for year := 2001; year <= 2004; year++ {
		d.year, d.known = year, true
		if !d.valid() {
			continue
		}
		x := dayOf(d.time().AddDate(0, 0, n))
		if r.month > 0 && (x.month != r.month || x.day != r.day) {
			return date{grain: gDay}
		}
		r.month, r.day = x.month, x.day
	}
	return r
}

func (d date) addMonths(n int) date {
	r := date{grain: gMonth, known: d.known, year: d.year}
	if d.month == 0 {
		if n != 0 {
			r.known = false
		}
		return r
	}
	k := d.month - 1 + n
	r.year += floorDiv(k, 12)
	r.month = k - 12*floorDiv(k, 12) + 1
	return r.checked()
}

// easter returns Easter Sunday of a year in the Gregorian calendar (the "anonymous" computus,
// Meeus, Astronomical Algorithms, chapter 8).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	day := (h + l - 7*m + 33*month + 19) % 32
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
