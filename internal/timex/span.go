package timex

import (
	"fmt"
	"strconv"

	"readout/internal/doc"
)

// Actions for times of day, durations, sets, and stretches of years.

var todCode = [...]string{"", "MO", "MI", "AF", "EV", "NI"}

// time gives a time of day without a day; merge finds the day beside it.
func (r *resolver) time(clock, why string) bool {
	r.res.role, r.res.clock = asTime, clock
	return r.value("TIME", "T"+clock, why)
}

// at gives a time on a day.
func (r *resolver) at(d date, clock, why string) bool {
	r.give(d, why, false)
	r.res.role, r.res.clock = alone, clock
	r.res.typ, r.res.value = "TIME", d.String()+"T"+clock
	return true
}

// night: "tonight", "last night".
func (r *resolver) night() bool {
	return r.at(r.pub.add(r.offset(0), gDay), "NI", r.anchorName())
}

// part: "this morning", "that evening"; "weak" without a day beside it is nothing.
func (r *resolver) part() bool {
	code := todCode[r.val(cTod)]
	if r.arg(0) == "weak" {
		r.time(code, "with its day")
		r.res.role = asPartWeak
		return true
	}
	ref, why := r.from(1, gDay)
	r.at(ref.add(r.offset(0), gDay), code, why)
	if r.rule.args[1] == "ref" && r.offset(0) == 0 {
		r.res.role = asTime // "in the evening" may have its day behind it
	}
	return true
}

// clock: hours and minutes, with a.m., p.m. or a part of the day, and GMT as Z.
func (r *resolver) clock() bool {
	h, m := r.val(cHour), r.val(cMin)
	switch {
	case r.has(cClock):
		h, m = r.val(cClock)/60, r.val(cClock)%60
	case r.has(cHM):
		h, m = r.val(cHM)/100, r.val(cHM)%100
	case !r.has(cHour):
		h = r.val(cNum)
	}
	afternoon := r.val(cAmpm) == 2 || r.val(cTod) >= 3
	if (r.has(cAmpm) || r.has(cTod)) && h > 12 && !r.has(cMin) || h > 24 {
		return false
	}
	switch {
	case afternoon && h < 12:
		h += 12
	case r.val(cAmpm) == 1 && h == 12:
		h = 0
	}
	value := fmt.Sprintf("%02d:%02d", h, m)
	if r.has2(cMin) {
		value += fmt.Sprintf(":%02d", r.val2(cMin))
	}
	if r.universal() {
		value += "Z"
	}
	if y, ok := r.year(0); ok {
		d := date{grain: gDay, known: true, year: y, month: r.monthNumber(0), day: r.dayNumber(0)}
		return d.valid() && r.at(d, value, written)
	}
	return r.time(value, written)
}

// universal reports whether the match names Greenwich or universal time.
func (r *resolver) universal() bool {
	for i := r.m.open; i < r.m.close; i++ {
		if a := &r.atoms[i]; a.is(cZone) && a.val(cZone) == 1 {
			return true
		}
	}
	return false
}

// unitCode are the designators of ISO 8601 durations, with TIMEX3's DE, CE and WE, by grain.
var unitCode = [...]string{"", "S", "M", "H", "D", "W", "M", "Q", "", "", "Y", "DE", "CE", "WE", "W"}

// duration writes a duration value.
func duration(count string, g grain) string {
	if g <= gHour {
		return "PT" + count + unitCode[g]
	}
	return "P" + count + unitCode[g]
}

// dur: a duration. Argument X leaves the count open; half adds half a unit, halfonly is half a
// unit; a number is the count; two has a second count and unit.
func (r *resolver) dur() bool {
	g := grain(r.val(cUnit))
	if r.has(cUnits) {
		g = grain(r.val(cUnits))
	} else if r.has(cPer) {
		g = grain(r.val(cPer))
	}
	tenths := r.count()
	if g == gFortnight {
		tenths *= 2
	}
	if tenths >= 10000 && r.m.slot(cNum, 0) >= 0 && !r.pluralUnit() {
		return false // "the 2018 day of action"
	}
	if g == gQuarter && (tenths == 10 || tenths == 30 && (r.isForm(r.m.close, "of") || r.isForm(r.m.close-2, "-"))) {
		return false // a quarter or three-quarters of something
	}
	if r.named() || g == gSecond && !r.has(cUnits) && tenths == 10 {
		return false
	}
	switch arg := r.arg(0); arg {
	case "X":
		return r.value("DURATION", duration("X", g), written)
	case "1/2":
		if r.val(cDay) != 1 || r.val2(cDay) != 2 {
			return false
		}
		return r.value("DURATION", halves(tenths+5, g), written)
	case "half":
		return r.value("DURATION", halves(tenths+5, g), written)
	case "halfonly":
		return r.value("DURATION", halves(5, g), written)
	case "two":
		return r.twoUnits(g)
	case "1":
		return r.value("DURATION", duration("1", g), written)
	}
	if tenths%10 != 0 {
		return r.value("DURATION", duration(fmt.Sprintf("%d.%d", tenths/10, tenths%10), g), written)
	}
	return r.value("DURATION", duration(strconv.Itoa(tenths/10), g), written)
}

// named reports whether the words are part of a name ("Six Day War") or an age.
func (r *resolver) named() bool {
	i := r.m.slot(cUnit, 0)
	if i < 0 || i+1 >= len(r.atoms) || !r.atoms[i].is(cCap) {
		return false
	}
	if w := r.doc.Tokens[r.atoms[i+1].first].Form; i+2 < len(r.atoms) && doc.Norm(w) == "'" {
		i++
	}
	next := &r.atoms[i+1]
	return next.is(cCap) && next.is(cWord)
}

// pluralUnit reports whether the unit is a plural, or the whole is one word ("1000-day").
func (r *resolver) pluralUnit() bool {
	i := r.m.slot(cUnit, 0)
	return i < 0 || r.atoms[i].is(cUnits) && !r.atoms[i].is(cCap) || i > 0 && r.atoms[i-1].is(cDash) && !r.atoms[i].is(cCap)
}

// halves writes a duration with a half: P2Y6M, PT1H30M.
func halves(tenths int, g grain) string {
	n := tenths / 10
	whole := ""
	if n > 0 {
		whole = strconv.Itoa(n) + unitCode[g]
	}
	switch g {
	case gHour:
		return "PT" + whole + "30M"
	case gMinute:
		return "PT" + whole + "30S"
	case gDay:
		if n == 0 {
			return "PT12H"
		}
		return "P" + whole + "T12H"
	case gYear:
		return "P" + whole + "6M"
	case gDecade:
		return duration(strconv.Itoa(tenths), gYear)
	case gCentury:
		return duration(strconv.Itoa(tenths*10), gYear)
	}
	return duration(strconv.Itoa(n)+".5", g)
}

// twoUnits: "nine years and ten months".
func (r *resolver) twoUnits(g grain) bool {
	g2 := grain(r.val2(cUnit))
	if g2 >= g || g == gWeekend || g > gYear {
		return false
	}
	first := strconv.Itoa(r.val(cNum)) + unitCode[g]
	second := strconv.Itoa(r.val2(cNum)) + unitCode[g2]
	switch {
	case g <= gHour:
		return r.value("DURATION", "PT"+first+second, written)
	case g2 <= gHour:
		return r.value("DURATION", "P"+first+"T"+second, written)
	}
	return r.value("DURATION", "P"+first+second, written)
}

// set: "every year", "twice a week", "Tuesdays".
func (r *resolver) set() bool {
	switch {
	case r.has(cUnit):
		n := 1
		if r.has(cNum) && r.rule.name == "set.1" {
			n = r.val(cNum)
		}
		if i := r.m.open + 1; n == 1 && i < r.m.close && r.doc.Tokens[r.atoms[i].first].Form == "other" {
			n = 2
		}
		return r.value("SET", duration(strconv.Itoa(n), grain(r.val(cUnit))), written)
	case r.has(cWeekday) && r.has(cTods):
		return r.value("SET", "XXXX-WXX-"+strconv.Itoa(r.val(cWeekday))+"T"+todCode[r.val(cTods)], written)
	case r.has(cWeekday):
		return r.value("SET", "XXXX-WXX-"+strconv.Itoa(r.val(cWeekday)), written)
	case r.has(cWeekdays):
		return r.value("SET", "XXXX-WXX-"+strconv.Itoa(r.val(cWeekdays)), written)
	case r.has(cMonth):
		return r.value("SET", "XXXX-"+open2(r.val(cMonth)), written)
	case r.has(cSeason):
		return r.value("SET", "XXXX-"+seasonCode[r.val(cSeason)], written)
	}
	return r.value("SET", "XXXX-XX-XXT"+todCode[r.val(cTod)], written)
}

// often: "daily", "annual"; with a capital it is a name unless it opens the sentence.
func (r *resolver) often() bool {
	if r.m.open > 0 && r.atoms[r.m.open].is(cCap) {
		return false
	}
	return r.value("SET", r.arg(0), written)
}

// decade: "the 1980s", "the eighties"; "the 1600s" is a century.
func (r *resolver) decade() bool {
	n := r.val(cDecade)
	if r.has(cEighties) {
		n = r.val(cEighties)
	}
	return r.give(decadeDate(n), written, false)
}

func decadeDate(n int) date {
	if n%10 == 0 && n < 200 {
		return date{grain: gCentury, known: true, n: n / 10, year: n * 10}
	}
	return date{grain: gDecade, known: true, n: n, year: n * 10}
}

// decadeYear: "the 1950 's", cut by the tokenizer.
func (r *resolver) decadeYear() bool {
	y, _ := r.year(0)
	return y%10 == 0 && r.give(decadeDate(y/10), written, false)
}

// decades: "the 1960s and 1980s".
func (r *resolver) decades() bool {
	a, b := r.val(cDecade), r.val2(cDecade)
	if a == 0 {
		a = r.val(cEighties)
	}
	if b == 0 {
		b = r.val2(cEighties)
	}
	return r.interval(decadeDate(a), decadeDate(b), written, false)
}

// century: the twentieth has the value 19, its first two digits.
func (r *resolver) century() bool {
	return r.give(r.centuryDate(cOrd, 0), written, false)
}

func (r *resolver) centuryDate(c class, second int) date {
	n := r.slotVal(c, second) - 1
	return date{grain: gCentury, known: true, n: n, year: n * 100, bc: r.val(cEra) == 1}
}

// centuries: "the 17th and 18th centuries".
func (r *resolver) centuries() bool {
	return r.interval(r.centuryDate(cOrd, 0), r.centuryDate(cOrd, 1), written, false)
}

// holiday: Christmas, Easter and their days.
func (r *resolver) holiday() bool {
	code := r.val(cHoliday)
	if code > 100 {
		d := date{grain: gDay, month: code / 100, day: code % 100}
		if r.m.close-r.m.open > 1 && r.formAt(r.m.slot(cHoliday, 0)+1) == "Eve" {
			d.day--
		}
		return r.fixed(d)
	}
	return r.movable(code, r.formAt(r.m.slot(cHoliday, 0)+1) == "Monday")
}

func (r *resolver) formAt(i int) string {
	if i >= r.m.close {
		return ""
	}
	return r.doc.Tokens[r.atoms[i].first].Form
}

// fixed gives a day of the same date every year its year.
func (r *resolver) fixed(d date) bool {
	r.res.role = asDay
	if y, ok := r.year(0); ok {
		d.year, d.known = y, true
		return r.give(d, written, true)
	}
	t := r.tense()
	if r.has(cRel) {
		t = [...]tense{past, noTense, future}[r.val(cRel)+1]
	}
	d, why := r.complete(d, t)
	return r.give(d, why, false)
}

// movable gives a feast whose day depends on the year.
func (r *resolver) movable(code int, monday bool) bool {
	if code == 4 {
		return r.yearly(11, func(y int) date {
			first := date{grain: gDay, known: true, year: y, month: 11, day: 1}
			return first.addDays((4-isoWeekday(first)+7)%7 + 21)
		})
	}
	return r.yearly(4, func(y int) date {
		d := dayOf(easter(y))
		switch {
		case code == 2:
			d = d.addDays(-2)
		case monday:
			d = d.addDays(1)
		}
		return d
	})
}

// goodFriday: two days before Easter.
func (r *resolver) goodFriday() bool { return r.movable(2, false) }

// attacks: "9/11", "the September 11 attacks", a name for the day in 2001.
func (r *resolver) attacks() bool {
	d := date{grain: gDay, known: true, year: 2001, month: r.val(cMonth), day: r.val(cDay)}
	if r.has2(cDay) {
		d.month, d.day = r.val(cDay), r.val2(cDay)
	}
	if d.month != 9 || d.day != 11 || r.pub.known && r.pub.year < d.year {
		return false
	}
	r.res.role = asDay
	return r.give(d, "the attacks of that day", true)
}

// newYear: New Year's Day and Eve.
func (r *resolver) newYear() bool {
	for i := r.m.open; i < r.m.close; i++ {
		if r.formAt(i) == "Eve" {
			return r.fixed(date{grain: gDay, month: 12, day: 31})
		}
	}
	return r.fixed(date{grain: gDay, month: 1, day: 1})
}
