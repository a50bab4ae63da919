package timex

// merge joins neighbours that are one expression: a day of the week with its date, a time of day
// with its day. Times of day that are none without a day ("an afternoon") and found none go.
func (s *state) merge() []result {
	out := s.join(s.out, joinWeekday)
	out = s.join(out, joinTime)
	kept := out[:0]
	for _, x := range out {
		if x.role == asTime && x.value == "T"+x.clock {
			x = s.dated(x)
		}
		if x.role != asPartWeak {
			kept = append(kept, x)
		}
	}
	return kept
}

// dated gives a time of day that has no day beside it the day that was mentioned last, or else that of
// publication. What is so on any day ("the shop opens at 9 a.m.") has none.
func (s *state) dated(x result) result {
	d, from := s.reference(gDay)
	first, end := s.atoms[x.open].first, s.atoms[x.close-1].end
	if d.grain != gDay || tenseAt(s.doc, s.sent, int(first), int(end)) == noTense {
		return x
	}
	x.value = d.String() + "T" + x.clock
	x.why += "; " + from + " " + d.String()
	return x
}

// join folds each two neighbours that f can make one.
func (s *state) join(list []result, f func(s *state, a, b result) (result, bool)) []result {
	out := list[:0]
	for _, x := range list {
		if n := len(out); n > 0 {
			if y, ok := f(s, out[n-1], x); ok {
				out[n-1] = y
				continue
			}
		}
		out = append(out, x)
	}
	return out
}

// between returns the words between two results, at most three; they must not go on in a bracket.
func (s *state) between(a, b result) string {
	if b.open-a.close > 3 {
		return "?"
	}
	text := ""
	for i := a.close; i < b.open; i++ {
		if i > a.close {
			text += " "
		}
		t := &s.doc.Tokens[s.atoms[i].first]
		if !s.atoms[i].opens || !s.atoms[i].closes {
			return "?"
		}
		text += t.Form
	}
	return text
}

// joinWeekday makes one of "Tuesday" and "March 20", also of "Tuesday (March 20)".
func joinWeekday(s *state, a, b result) (result, bool) {
	if a.role != asWeekday && !(a.role == asDay && b.role == asWeekday) || b.role != asDay && b.role != asWeekday || a.role == b.role {
		return a, false
	}
	explicit := b
	if b.role == asWeekday {
		explicit = a
	}
	switch s.between(a, b) {
	case "(":
		if s.form(b.close) != ")" {
			return a, false
		}
		b.close++
		fallthrough
	case "", ",", "the", ", the":
		explicit.open, explicit.close = a.open, b.close
		explicit.role = asDay
		return explicit, true
	}
	return a, false
}

// joinTime makes one of a time of day and its day.
func joinTime(s *state, a, b result) (result, bool) {
	time, day := a, b
	switch {
	case isTime(a) && isDay(b):
		switch s.between(a, b) {
		case "", ",", "on", "of", ", on", "of the", "on the":
		default:
			return a, false
		}
	case isDay(a) && isTime(b):
		time, day = b, a
		switch s.between(a, b) {
		case "", ",", "at", ", at", "in", "at about", "at around", "at exactly", "'s":
		default:
			return a, false
		}
	default:
		return a, false
	}
	x := day
	x.open, x.close = a.open, s.localTime(b.close)
	x.role, x.clock = alone, time.clock
	x.typ, x.value = "TIME", day.value+"T"+time.clock
	x.why = day.why + "; " + time.why
	return x, true
}

func isTime(r result) bool { return r.role == asTime || r.role == asPartWeak }

func isDay(r result) bool { return r.role == asDay || r.role == asWeekday }

// localTime takes "local time" into an extent that ends at atom i.
func (s *state) localTime(i int) int {
	if s.form(i) == "local" && s.form(i+1) == "time" {
		return i + 2
	}
	return i
}

// form returns the token at atom i when the atom is all of it.
func (s *state) form(i int) string {
	if i >= len(s.atoms) || !s.atoms[i].opens || !s.atoms[i].closes {
		return ""
	}
	return s.doc.Tokens[s.atoms[i].first].Form
}
