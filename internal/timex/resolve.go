package timex

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A role tells merge how an expression may join its neighbours.
type role uint8

const (
	alone      role = iota
	asDay           // a day with month and day written, or today and its like
	asWeekday       // "Tuesday"
	asTime          // a time of day without a day
	asPartWeak      // "afternoon": an expression only with a day beside it
)

// A result is an expression with its value.
type result struct {
	open, close int // atoms
	value, typ  string
	why         string
	role        role
	date        date   // of a day
	clock       string // "17:45", "AF"
	ends        []end  // of an interval
}

// An end is the first or last date of an interval, with the atoms that name it.
type end struct {
	open, close int
	value       string
}

// An action gives a match its value, or refuses it.
type action func(*resolver) bool

// actionNamed returns the action of a name of rules.txt; nil when there is none.
func actionNamed(name string) action {
	return map[string]action{
		"date": (*resolver).dateAction, "yearof": (*resolver).yearOf, "yearplain": (*resolver).yearPlain,
		"month": (*resolver).monthAlone, "range": (*resolver).rangeAction, "days": (*resolver).days,
		"slash": (*resolver).slash, "weekday": (*resolver).weekday, "relweekday": (*resolver).relWeekday,
		"weekdayof": (*resolver).weekdayOf, "dayofmonth": (*resolver).dayOfMonth, "rel": (*resolver).rel,
		"relmonth": (*resolver).relMonth, "daybeside": (*resolver).dayBeside,
		"beforelast": (*resolver).beforeLast, "agothis": (*resolver).agoThis, "yearago": (*resolver).yearAgo,
		"weekend": (*resolver).weekend, "shift": (*resolver).shift, "in": (*resolver).in,
		"night": (*resolver).night, "part": (*resolver).part, "clock": (*resolver).clock,
		"dur": (*resolver).dur, "set": (*resolver).set, "often": (*resolver).often,
		"decade": (*resolver).decade, "decadeyear": (*resolver).decadeYear,
		"decades": (*resolver).decades, "century": (*resolver).century,
		"centuries": (*resolver).centuries, "era": (*resolver).era,
		"part-of-year": (*resolver).partOfYear, "fiscal": (*resolver).fiscal,
		"season": (*resolver).season, "seasons": (*resolver).seasons, "relseason": (*resolver).relSeason, "holiday": (*resolver).holiday,
		"newyear": (*resolver).newYear, "goodfriday": (*resolver).goodFriday,
		"const": (*resolver).constant, "attacks": (*resolver).attacks, "feast": (*resolver).feast,
	}[name]
}

// A resolver works on one match.
type resolver struct {
	*state
	m    *match
	rule *rule
	res  result
	more []result // what stands beside res
}

// resolve gives match m of rule r its value.
func (s *state) resolve(r *rule, m *match) ([]result, bool) {
	x := resolver{state: s, m: m, rule: r, res: result{open: m.open, close: m.close}}
	if !r.run(&x) {
		return nil, false
	}
	if mod := x.val(cMod) + x.val(cEdge); mod > 0 {
		x.res.why += "; mod " + [...]string{"", "START", "MID", "END"}[mod]
	}
	return append([]result{x.res}, x.more...), true
}

// has reports whether the match has an atom of class c.
func (r *resolver) has(c class) bool { return r.m.slot(c, 0) >= 0 }

func (r *resolver) has2(c class) bool { return r.m.slot(c, 1) >= 0 }

// val returns the value in a slot; 0 when it is empty.
func (r *resolver) val(c class) int { return r.slotVal(c, 0) }

func (r *resolver) val2(c class) int { return r.slotVal(c, 1) }

func (r *resolver) slotVal(c class, second int) int {
	i := r.m.slot(c, second)
	if i < 0 {
		return 0
	}
	return r.atoms[i].val(c)
}

// arg returns argument i of the rule, "" when there is none.
func (r *resolver) arg(i int) string {
	if i < len(r.rule.args) {
		return r.rule.args[i]
	}
	return ""
}

// give sets a result whose value is a date, and remembers the date for what follows.
func (r *resolver) give(d date, why string, explicit bool) bool {
	r.res.value, r.res.typ, r.res.date = d.String(), "DATE", d
	r.res.why = r.rule.name + ": " + why
	r.mention(d, explicit)
	return true
}

// set to a value that is no date.
func (r *resolver) value(typ, value, why string) bool {
	r.res.typ, r.res.value = typ, value
	r.res.why = r.rule.name + ": " + why
	return true
}

const written = "as written"

// tense is that of the clause the extent stands in.
func (r *resolver) tense() tense {
	a, b := r.atoms[r.m.open], r.atoms[r.m.close-1]
	return tenseAt(r.doc, r.sent, int(a.first), int(b.end))
}

// year returns the year written in the match.
func (r *resolver) year(second int) (int, bool) {
	for _, c := range [...]class{cYear, cModern, cOld} {
		if r.m.slot(c, second) >= 0 {
			return r.slotVal(c, second), true
		}
	}
	return 0, false
}

// monthNumber returns the month in the match, in words or in digits.
func (r *resolver) monthNumber(second int) int {
	if n := r.slotVal(cMonth, second); n > 0 {
		return n
	}
	return r.slotVal(cMM, second)
}

func (r *resolver) dayNumber(second int) int {
	for _, c := range [...]class{cDay, cDayOrd, cOrd} {
		if n := r.slotVal(c, second); n > 0 {
			return n
		}
	}
	return 0
}

// dateAction: a day, month or year from the slots.
func (r *resolver) dateAction() bool {
	d := date{grain: gYear, month: r.monthNumber(0), day: r.dayNumber(0)}
	switch {
	case d.day > 0:
		d.grain, r.res.role = gDay, asDay
	case d.month > 0:
		d.grain = gMonth
	}
	if d.day > 31 || !d.valid() {
		return false
	}
	if y, ok := r.year(0); ok {
		d.year, d.known = y, true
		return d.valid() && r.give(d, written, true)
	}
	if r.has(cYY) {
		d.year, d.known = 1900+r.val(cYY), true
		if d.year < 1930 {
			d.year += 100
		}
		return r.give(d, written, true)
	}
	if r.has(cRel) {
		d.year, d.known = r.pub.year+r.val(cRel), r.pub.known
		return d.valid() && r.give(d, r.anchorName(), true)
	}
	if r.arg(0) == "ref" {
		ref, from := r.reference(gYear)
		d.year, d.known = ref.year, ref.known
		return d.valid() && r.give(d, from+" "+ref.String(), true)
	}
	t := r.tense()
	if d.grain == gDay && r.names() {
		t = noTense // "they spoke of the June 7 vote": the tense is not that of the day
	}
	d, why := r.complete(d, t)
	return r.give(d, why, false)
}

// names reports whether the match tells which thing is meant: it hangs on a noun right behind it ("the
// June 7 vote").
func (r *resolver) names() bool {
	first, end := int(r.atoms[r.m.open].first), int(r.atoms[r.m.close-1].end)
	for i := first; i < end; i++ {
		if h := r.doc.Tokens[i].Head; r.doc.Tokens[i].Deprel != "" && h >= end && h < end+nounReach {
			return r.doc.Tokens[h].UPOS == "NOUN"
		}
	}
	return false
}

// nounReach is how many tokens behind a date the noun may stand that it tells of.
const nounReach = 3

// yearOf: "the 1987 treaty", "the 1985 elections"; a plural after "a" or "this" is counted.
func (r *resolver) yearOf() bool {
	w := &r.atoms[r.m.slot(cWord, 0)]
	if w.is(cUnit) || w.is(cSmall) || w.is(cPlural) && r.val(cYear) < 1900 {
		return false
	}
	low := strings.ToLower(r.doc.Tokens[w.first].Form)
	if low == "agenda" || low == "delegates" || low == "or" {
		return false
	}
	return r.dateAction()
}

// yearPlain: a year without a preposition needs neighbours that it can live with: punctuation, a
// name or lower-case noun behind it, or the end of the sentence.
func (r *resolver) yearPlain() bool {
	if r.m.close < len(r.atoms) {
		next := &r.atoms[r.m.close]
		if next.is(cWord) && !next.is(cCap) && r.m.open == 0 {
			return false
		}
	}
	if i := r.m.open; i > 1 && r.atoms[i-1].is(cDash) && r.atoms[i-2].is(cNum) {
		return false // the end of a telephone number
	}
	return r.dateAction()
}

// monthAlone: a month without a preposition; "March" and "May" are then too uncertain, unless a noun
// follows that months have (argument noun).
func (r *resolver) monthAlone() bool {
	a := &r.atoms[r.m.slot(cMonth, 0)]
	form := r.doc.Tokens[a.first].Form
	if r.arg(0) == "noun" {
		return r.dateAction()
	}
	if len(form) < 4 || a.entry.cap != 0 {
		return false
	}
	if i := r.m.open; i > 1 && r.atoms[i-1].is(cCap) {
		return false
	}
	return r.dateAction()
}

// slash: 11/19/1985 and 19/11/1985 are settled, 03/04/1985 is not.
func (r *resolver) slash() bool {
	a, b := r.val(cDay), r.val2(cDay)
	y, _ := r.year(0)
	d := date{grain: gDay, known: true, year: y}
	switch {
	case a > 12 && b > 12:
		return false
	case a == b || b > 12:
		d.month, d.day = a, b
	case a > 12:
		d.month, d.day = b, a
	}
	r.res.role = asDay
	return d.valid() && r.give(d, written, true)
}

// rangeAction: from the first date to the second.
func (r *resolver) rangeAction() bool {
	a := date{grain: gYear, month: r.monthNumber(0), day: r.dayNumber(0)}
	b := date{grain: gYear, month: r.monthNumber(1), day: r.dayNumber(1)}
	if b.month == 0 {
		b.month = a.month
	}
	if a.month == 0 {
		a.month = b.month
	}
	for _, d := range [...]*date{&a, &b} {
		if d.day > 0 {
			d.grain = gDay
		} else if d.month > 0 {
			d.grain = gMonth
		}
	}
	return a.valid() && b.valid() && a.grain == b.grain && r.giveRange(a, b)
}

// giveRange settles the years of a range and gives it.
func (r *resolver) giveRange(a, b date) bool {
	y1, ok1 := r.year(0)
	y2, ok2 := r.year(1)
	if n := r.m.slot(cYY, 1); !ok2 && n < 0 {
		n = r.m.slot(cYY, 0)
		if a.grain == gYear && n >= 0 {
			y2, ok2 = y1-y1%100+r.atoms[n].num, true
		}
	} else if !ok2 && ok1 && a.grain == gYear {
		y2, ok2 = y1-y1%100+r.atoms[n].num, true
	}
	why := written
	switch wraps := a.month > b.month; {
	case ok1 && !ok2:
		y2 = y1
		if wraps {
			y1, y2 = y1-1, y1
		}
	case !ok1 && ok2:
		y1 = y2
		if wraps {
			y1--
		}
	case !ok1:
		t := r.tense()
		if b.grain == gMonth && t == noTense {
			b.known = false
		} else {
			b, why = r.complete(b, t)
		}
		y1, y2 = b.year, b.year
		if wraps {
			y1--
		}
		a.year, a.known, b.year = y1, b.known, y2
		return r.interval(a, b, why, false)
	}
	a.year, a.known, b.year, b.known = y1, true, y2, true
	return r.interval(a, b, why, true)
}

// interval gives an interval whose ends are in order.
func (r *resolver) interval(a, b date, why string, explicit bool) bool {
	if !a.valid() || !b.valid() {
		return false
	}
	if before, known := Before(b.String(), a.String()); known && before || a == b {
		return false
	}
	r.res.value, r.res.typ = a.String()+"/"+b.String(), "DATE"
	r.res.why = r.rule.name + ": " + why
	r.res.ends = r.ends(a, b)
	r.mention(b, explicit)
	return true
}

// ends returns the two ends of an interval, the second beginning with the first of its slots; nil
// where no whole words part them.
func (r *resolver) ends(a, b date) []end {
	second := r.m.close
	for c := range classCount {
		if i := r.m.slot(c, 1); i >= 0 {
			second = min(second, i)
		}
	}
	for second > r.m.open && r.isForm(second-1, "the", "'", "’", "‘") {
		second--
	}
	first := second
	for first > r.m.open && (r.atoms[first-1].is(cDash) || r.isForm(first-1, "to", "until", "till", "through", "thru", "and", "or", "&", ",")) {
		first--
	}
	if first == r.m.open || first == second || second == r.m.close || !r.atoms[first-1].closes || !r.atoms[second].opens {
		return nil
	}
	if a.grain == gDay && (first-r.m.open == 1 || r.m.close-second == 1) {
		return nil // "5 to 6 May": a bare number names no day
	}
	return []end{{r.m.open, first, a.String()}, {second, r.m.close, b.String()}}
}

// isForm reports whether atom i is one of the words.
func (r *resolver) isForm(i int, words ...string) bool {
	return slices.Contains(words, strings.ToLower(r.form(i)))
}

// days: "November 19 and 20" is an interval, "May 3 and 10" two days.
func (r *resolver) days() bool {
	a := date{grain: gDay, month: r.monthNumber(0), day: r.dayNumber(0)}
	y, ok := r.year(0)
	why := written
	if a.year, a.known = y, ok; !ok {
		a, why = r.complete(a, r.tense())
	}
	b := a
	b.day = r.dayNumber(1)
	if !a.valid() || !b.valid() || b.day <= a.day {
		return false
	}
	if b.day == a.day+1 {
		return r.interval(a, b, why, ok)
	}
	r.give(a, why, ok)
	second := r.res
	r.give(b, why, ok)
	second, r.res = r.res, second
	split := r.m.slot(cDay, 1)
	if first := r.m.slot(cMonth, 0); first > split {
		// "3 and 10 May": the first stands alone.
		split = r.m.slot(cDay, 0) + 1
		r.res.close, second.open = split, r.m.slot(cDay, 1)
	} else {
		r.res.close, second.open = r.m.slot(cDay, 0)+1, split
	}
	r.more = []result{second}
	return true
}

// fiscal: TIDES' FY for the financial year of an institution.
func (r *resolver) fiscal() bool {
	y, ok := r.year(0)
	if !ok {
		y = r.pub.year + r.val(cRel)
	}
	if !ok && !r.pub.known {
		return r.value("DATE", "FYXXXX", r.anchorName())
	}
	return r.value("DATE", fmt.Sprintf("FY%04d", y), written)
}

// era: years before and after Christ.
func (r *resolver) era() bool {
	n := r.val(cNum)
	if n < 1 || n > 9999 {
		return false
	}
	return r.give(date{grain: gYear, known: true, year: n, bc: r.val(cEra) == 1}, written, true)
}

// constant: the value stands in the rule.
func (r *resolver) constant() bool {
	if v, ok := strings.CutPrefix(r.arg(1), "T"); ok {
		return r.time(v, written)
	}
	return r.value(r.arg(0), r.arg(1), written)
}

// count returns how many units the match names, in tenths; an empty slot is one.
func (r *resolver) count() int {
	switch {
	case r.has(cDec):
		return r.val(cDec)
	case r.has(cNum):
		return 10 * r.val(cNum)
	}
	return 10
}

// offset reads a rule's number.
func (r *resolver) offset(i int) int {
	n, err := strconv.Atoi(r.arg(i))
	if err != nil {
		return r.val(cRel)
	}
	return n
}
