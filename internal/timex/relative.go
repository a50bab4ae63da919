package timex

// Actions for expressions that count from publication or from a date mentioned before.

// from returns the date to count from, as argument i of the rule says.
func (r *resolver) from(i int, g grain) (date, string) {
	if r.arg(i) == "ref" {
		ref, from := r.reference(g)
		if ref.grain == noGrain {
			return ref, "anchor unknown"
		}
		return ref, from + " " + ref.String()
	}
	return r.pub, r.anchorName()
}

// rel: "last year", "the next day", "this week". The unit is argument 2 or the word's.
func (r *resolver) rel() bool {
	g := grain(r.val(cPer))
	switch r.arg(2) {
	case "day":
		g = gDay
		if i := r.m.open; i > 0 && r.atoms[i].is(cCap) && r.atoms[i-1].is(cCap) {
			return false // USA Today
		}
	case "quarter":
		g = gQuarter
	case "year":
		g = gYear
	}
	ref, why := r.from(1, g)
	n := r.offset(0)
	d := ref.add(n, g)
	if g == gDay {
		r.res.role = asDay
	}
	// "That year" is explicit when the year it speaks of is.
	return r.give(d, why, r.arg(1) == "ref")
}

// shift: "ten years ago", "two days later".
func (r *resolver) shift() bool {
	sign := r.offset(0)
	if y, ok := r.year(0); ok && grain(r.val(cUnit)) == gYear {
		return r.give(date{grain: gYear, known: true, year: y}, "the year behind it", true)
	}
	return r.shifted(sign, r.arg(1) == "ref")
}

func (r *resolver) shifted(sign int, anaphoric bool) bool {
	n, g := r.steps()
	if g == gHour && n >= 24 && n%24 == 0 {
		n, g = n/24, gDay
	}
	if g <= gHour {
		value := "FUTURE_REF"
		if sign < 0 {
			value = "PAST_REF"
		}
		return r.value("TIME", value, "within the day")
	}
	ref, why := r.pub, r.anchorName()
	if anaphoric {
		ref, why = r.from(1, g)
		if sign > 0 && !r.mentioned(g) && r.tense() != future {
			// It tells of the past, from a day that nothing told: not of what follows publication.
			ref, why = date{}, "counted from what is not told"
		}
	}
	if g == gWeek && r.isForm(r.m.close-1, "today", "tomorrow", "yesterday") {
		n, g = 7*n, gDay
	}
	d := ref.add(sign*n, g)
	if ref.known && !d.known && sign < 0 {
		return r.value("DATE", "PAST_REF", why+", before year 1")
	}
	if g == gDay {
		r.res.role = asDay
	}
	return r.give(d, why, false)
}

// agoThis: "a year ago today", "two years ago this week".
func (r *resolver) agoThis() bool {
	n, g := r.steps()
	if g != gYear || !r.pub.known {
		return false
	}
	unit := gDay
	if r.has(cPer) {
		unit = grain(r.val(cPer))
	}
	d := r.pub.to(unit)
	d.year -= n
	if unit == gDay {
		r.res.role = asDay
	}
	return d.valid() && r.give(d, r.anchorName(), false)
}

// yearAgo: "the year-ago quarter", of the quarter told just before.
func (r *resolver) yearAgo() bool {
	d := r.pub.to(gYear)
	why := r.anchorName()
	for i := len(r.mentions) - 1; i >= 0 && r.m.close-r.m.open > 3; i-- {
		if m := r.mentions[i]; m.date.grain == gQuarter && r.sentence-m.sentence <= mentionReach {
			d, why = m.date, "mentioned "+m.date.String()
			break
		}
	}
	d.year--
	return r.give(d.checked(), why, false)
}

// weekend: the one before, or the one ahead when the clause looks ahead.
func (r *resolver) weekend() bool {
	if !r.pub.full() {
		return r.give(date{grain: gWeekend}, r.anchorName(), false)
	}
	t, n := r.tense(), 0
	if (t != future || r.arg(0) == "past") && isoWeekday(r.pub) < 6 {
		n = -1
	}
	return r.give(r.pub.add(n, gWeekend), r.anchorName()+t.note(), false)
}

// steps returns the count as whole units; halves are turned into the next smaller unit.
func (r *resolver) steps() (int, grain) {
	g := grain(r.val(cUnit))
	tenths := r.count()
	switch r.arg(2) {
	case "half":
		tenths += 5
	case "halfonly":
		tenths = 5
	}
	if tenths%10 == 0 {
		return tenths / 10, g
	}
	switch g {
	case gYear:
		return (tenths*12 + 5) / 10, gMonth
	case gDecade:
		return tenths, gYear
	case gCentury:
		return tenths * 10, gYear
	case gMonth:
		return (tenths*4 + 5) / 10, gWeek
	case gWeek:
		return (tenths*7 + 5) / 10, gDay
	case gQuarter:
		return (tenths*3 + 5) / 10, gMonth
	case gDay:
		return tenths, gHour
	}
	return tenths / 10, g
}

// in: "in two weeks" is a date when the clause looks ahead, else a duration.
func (r *resolver) in() bool {
	if r.tense() == future && r.val(cUnit) >= int(gDay) {
		return r.shifted(1, false)
	}
	return r.dur()
}

// weekday: by the tense, the last one on or before publication or the first on or after.
func (r *resolver) weekday() bool {
	wd := r.val(cWeekday) + r.val(cWdAbbr)
	r.res.role = asWeekday
	if !r.pub.full() {
		return r.give(date{grain: gWeek, wd: wd}, r.anchorName(), false)
	}
	t := r.tense()
	today := isoWeekday(r.pub)
	gap := (wd - today + 7) % 7
	if t != future && gap > 0 {
		gap -= 7
	}
	return r.give(r.pub.addDays(gap), r.anchorName()+t.note(), false)
}

// isoWeekday is Monday 1 to Sunday 7.
func isoWeekday(d date) int { return (int(d.time().Weekday())+6)%7 + 1 }

// relWeekday: "last Tuesday" lies before publication, "next Tuesday" after it, "this Tuesday" in
// its week.
func (r *resolver) relWeekday() bool {
	wd := r.val(cWeekday) + r.val(cWdAbbr)
	r.res.role = asWeekday
	if !r.pub.full() {
		return r.give(date{grain: gWeek, wd: wd}, r.anchorName(), false)
	}
	today := isoWeekday(r.pub)
	gap := (wd - today + 7) % 7
	n := 0
	if r.has(cRel) {
		n = r.val(cRel)
	} else if len(r.rule.args) > 0 {
		n = r.offset(0)
	}
	switch {
	case n < 0:
		gap -= 7
	case n == 0:
		gap = wd - today
	case gap == 0:
		gap = 7
	}
	if n == 2 {
		gap += 7
	}
	return r.give(r.pub.addDays(gap), r.anchorName(), false)
}

// weekdayOf: "Tuesday last week".
func (r *resolver) weekdayOf() bool {
	wd := r.val(cWeekday) + r.val(cWdAbbr)
	r.res.role = asWeekday
	if !r.pub.full() {
		return r.give(date{grain: gWeek, wd: wd}, r.anchorName(), false)
	}
	gap := wd - isoWeekday(r.pub) + 7*r.val(cRel)
	return r.give(r.pub.addDays(gap), r.anchorName(), false)
}

// dayOfMonth: "the 20th", of this month or its neighbour, by the tense.
func (r *resolver) dayOfMonth() bool {
	r.res.role = asDay
	d := date{grain: gDay, day: r.val(cDayOrd)}
	ref, why := r.from(0, gMonth)
	if !r.pub.full() || r.arg(0) == "ref" {
		d.known, d.year, d.month = ref.known, ref.year, ref.month
		return d.valid() && r.give(d, why, false)
	}
	t := r.tense()
	month := r.pub.to(gMonth)
	if t == future && d.day < r.pub.day {
		month = month.addMonths(1)
	}
	if t != future && d.day > r.pub.day+1 {
		month = month.addMonths(-1)
	}
	d.known, d.year, d.month = true, month.year, month.month
	return d.valid() && r.give(d, r.anchorName()+t.note(), false)
}

// relMonth: "last March", "this November", "next May".
func (r *resolver) relMonth() bool {
	d := date{grain: gMonth, month: r.val(cMonth), known: r.pub.known, year: r.pub.year}
	if r.pub.month > 0 {
		switch n := r.val(cRel); {
		case n < 0 && d.month >= r.pub.month:
			d.year--
		case n > 0 && d.month <= r.pub.month:
			d.year++
		}
	}
	return r.give(d, r.anchorName(), false)
}

// dayBeside: "the day before", "the year after", at the end of a clause.
func (r *resolver) dayBeside() bool {
	g := grain(r.val(cPer))
	ref, from := r.reference(g)
	n := 1
	if r.lastWord("before") {
		n = -1
	}
	if g == gDay {
		r.res.role = asDay
	}
	return r.give(ref.add(n, g), from+" "+ref.String(), false)
}

// lastWord reports whether the match ends with the word.
func (r *resolver) lastWord(w string) bool {
	a := &r.atoms[r.m.close-1]
	return r.doc.Tokens[a.first].Form == w
}

// beforeLast: "the week before last", "the month after next".
func (r *resolver) beforeLast() bool {
	g := gWeek
	for i := r.m.open; i < r.m.close; i++ {
		if a := &r.atoms[i]; a.is(cPer) {
			g = grain(a.val(cPer))
		}
	}
	return r.give(r.pub.add(-2, g), r.anchorName(), false)
}

// partOfYear: "the first quarter of 2023", "the second half of next year".
func (r *resolver) partOfYear() bool {
	n := r.val(cOrd)
	d := date{grain: gQuarter, n: n}
	limit := 4
	for i := r.m.open; i < r.m.close; i++ {
		if r.doc.Tokens[r.atoms[i].first].Form == "half" {
			d.grain, limit = gHalf, 2
		}
	}
	if n < 1 || n > limit {
		return false
	}
	if y, ok := r.year(0); ok {
		d.year, d.known = y, true
		return r.give(d, written, false)
	}
	d.year, d.known = r.pub.year+r.val(cRel), r.pub.known
	named := r.has(cRel) || r.m.close-r.m.open > 3
	if !named && d.grain == gHalf {
		return false
	}
	if now := r.pub.to(d.grain); d.known && now.n > 0 && !named {
		switch t := r.tense(); {
		case t == future && n < now.n:
			d.year++
		case t != future && n > now.n:
			d.year--
		}
	}
	return r.give(d, r.anchorName(), false)
}

// season: "the summer of 1990", "in the spring".
func (r *resolver) season() bool {
	d := date{grain: gSeason, n: r.val(cSeason)}
	if y, ok := r.year(0); ok {
		d.year, d.known = y, true
		return r.give(d, written, true)
	}
	t := r.tense()
	if t == noTense {
		return r.give(d, "in general", false)
	}
	d, why := r.complete(d, t)
	return r.give(d, why, false)
}

// seasons: "the spring and summer of 1990" are two.
func (r *resolver) seasons() bool {
	y, _ := r.year(0)
	a, b := r.m.slot(cSeason, 0), r.m.slot(cSeason, 1)
	r.give(date{grain: gSeason, known: true, year: y, n: r.val2(cSeason)}, written, true)
	second := r.res
	second.open = b
	r.give(date{grain: gSeason, known: true, year: y, n: r.val(cSeason)}, written, true)
	r.res.close = a + 1
	r.more = []result{second}
	return r.atoms[b].opens && r.atoms[a].closes
}

// relSeason: "last summer" is the latest that began before this season, "next summer" the first
// after it.
func (r *resolver) relSeason() bool {
	if !r.has(cRel) && r.arg(0) == "" {
		return false
	}
	d := date{grain: gSeason, n: r.val(cSeason), known: r.pub.known}
	now := r.pub.to(gSeason)
	if now.n == 0 {
		d.year = r.pub.year + r.offset(0)
		return r.give(d, r.anchorName(), false)
	}
	d.year = now.year
	switch n := r.offset(0); {
	case n < 0 && d.n >= now.n:
		d.year--
	case n > 0 && d.n <= now.n:
		d.year++
	}
	return r.give(d, r.anchorName(), false)
}
