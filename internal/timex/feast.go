package timex

// feast: a day with a name, as the arguments of its rule tell.
func (r *resolver) feast() bool {
	if !r.atoms[r.m.open].is(cCap) {
		return false
	}
	a, b := r.offset(1), r.offset(2)
	switch r.arg(0) {
	case "on":
		return r.fixed(date{grain: gDay, month: a, day: b})
	case "easter":
		return r.yearly(4, func(y int) date { return dayOf(easter(y)).addDays(a) })
	case "first":
		return r.yearly(a, func(y int) date {
			d := date{grain: gDay, known: true, year: y, month: a, day: 1}
			return d.addDays((b - isoWeekday(d) + 7) % 7)
		})
	}
	return r.yearly(a, func(y int) date {
		d := date{grain: gDay, known: true, year: y, month: a, day: monthDays(y, a)}
		return d.addDays(-((isoWeekday(d) - b + 7) % 7))
	})
}

// yearly gives a day that is another one every year, in or near a month.
func (r *resolver) yearly(month int, day func(year int) date) bool {
	r.res.role = asDay
	if y, ok := r.year(0); ok {
		return r.give(day(y), written, true)
	}
	d, why := r.complete(date{grain: gMonth, month: month}, r.tense())
	if !d.known {
		return r.give(date{grain: gDay}, why, false)
	}
	return r.give(day(d.year), why, false)
}
