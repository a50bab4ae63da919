package coder

import (
	"slices"
	"strings"

	"readout"
)

// A deed is often told twice in a sentence: what was done, and what came of it ("shelled the town, killing
// two") or by what means ("used tear gas to disperse them"). oneDeed reports whether events a and b of verbs va and vb
// are so: of one type, in one sentence, one clause hanging on the other, their parties the same as far as
// they are known.
func (c *coder) oneDeed(a, b *readout.Event, va, vb int) bool {
	if a.Type != b.Type || !slices.Equal(a.Auxiliary, b.Auxiliary) || a.Evidence.Sentence != b.Evidence.Sentence {
		return false
	}
	if va == vb && names(a.Actors) == names(b.Actors) && names(a.Recipients) == names(b.Recipients) {
		return true
	}
	switch a.Type {
	case "ASSAULT", "COERCE", "PROTEST", "MOBILIZE":
	default:
		return false
	}
	if !agree(a.Actors, b.Actors) || !agree(a.Recipients, b.Recipients) {
		return false
	}
	if c.outcome(va, vb) || c.outcome(vb, va) {
		return true
	}
	if va == vb {
		return known(a.Actors) != known(b.Actors) || known(a.Recipients) != known(b.Recipients)
	}
	vague := !known(a.Actors) && known(b.Actors) || known(a.Actors) && !known(b.Actors) ||
		known(a.Recipients) && len(b.Recipients) > 0 && !known(b.Recipients) || known(b.Recipients) && len(a.Recipients) > 0 && !known(a.Recipients)
	return vague && (c.conjoined(va, vb) || c.conjoined(vb, va))
}

// outcome reports whether the clause of verb v tells what came of verb u, or what u was for.
func (c *coder) outcome(u, v int) bool {
	for n := 0; v >= 0 && n < 3; n++ {
		t := &c.d.Tokens[v]
		switch t.Rel() {
		case "conj":
			v = t.Head
		case "advcl", "xcomp":
			return t.Head == u && (t.XPOS == "VBG" || t.XPOS == "VB")
		default:
			return false
		}
	}
	return false
}

// conjoined reports whether verb v is coordinated with verb u.
func (c *coder) conjoined(u, v int) bool {
	t := &c.d.Tokens[v]
	return t.Rel() == "conj" && t.Head == u
}

// known reports whether the country of someone is told.
func known(actors []readout.Actor) bool {
	return slices.ContainsFunc(actors, func(a readout.Actor) bool { return a.Country != "" })
}

// agree reports whether two lists can name the same parties: the countries that one knows are those of the
// other, or one knows none.
func agree(a, b []readout.Actor) bool {
	if !known(a) || !known(b) {
		return true
	}
	return covers(a, b) && covers(b, a)
}

func covers(a, b []readout.Actor) bool {
	return !slices.ContainsFunc(a, func(x readout.Actor) bool {
		return x.Country != "" && !slices.ContainsFunc(b, func(y readout.Actor) bool { return y.Country == x.Country })
	})
}

// better keeps in a the one of two records of one verb that knows its parties, or else says more of what is done.
func better(a, b *readout.Event) {
	if known(b.Recipients) && !known(a.Recipients) || known(b.Actors) && !known(a.Actors) || sameKnown(a, b) && finer(b, a) {
		*a, *b = *b, *a
	}
	a.Also = slices.Concat(a.Also, []readout.Evidence{b.Evidence}, b.Also)
}

// sameKnown reports whether two records know the countries of the same sides.
func sameKnown(a, b *readout.Event) bool {
	return known(a.Actors) == known(b.Actors) && known(a.Recipients) == known(b.Recipients)
}

// finer reports whether event a has a mode where b has none, or a longer code of CAMEO, or one below that of the type.
func finer(a, b *readout.Event) bool {
	if (len(a.Modes) > 0) != (len(b.Modes) > 0) {
		return len(b.Modes) == 0
	}
	if len(a.CAMEO) != len(b.CAMEO) {
		return len(a.CAMEO) > len(b.CAMEO)
	}
	return strings.HasSuffix(b.CAMEO, "0") && !strings.HasSuffix(a.CAMEO, "0")
}

// joinDeed adds what event b of the same deed knows to event a: the parties that b knows better too.
func joinDeed(a, b *readout.Event) {
	if !known(a.Actors) && (known(b.Actors) || len(a.Actors) == 0) {
		a.Actors = b.Actors
	}
	if !known(a.Recipients) && (known(b.Recipients) || len(a.Recipients) == 0) {
		a.Recipients = b.Recipients
	}
	join(a, b)
}

// mergeDeeds makes one event of those that tell one deed of a sentence.
func (c *coder) mergeDeeds() {
	var events []readout.Event
	var verbs []int
	for n, e := range c.events {
		done := false
		for i := range events {
			if !c.oneDeed(&events[i], &e, verbs[i], c.verbs[n]) {
				continue
			}
			done = true
			if verbs[i] == c.verbs[n] {
				better(&events[i], &e)
			} else {
				joinDeed(&events[i], &e)
			}
			break
		}
		if !done {
			events, verbs = append(events, e), append(verbs, c.verbs[n])
		}
	}
	c.events, c.verbs = events, verbs
}
