package coder

import (
	"slices"
	"strings"

	"readout"
)

// merge makes one event of several mentions of one happening in the article, and one plan of
// several announcements: same type, same auxiliary modes, the same parties, days that agree. The
// first mention stays, takes what the others know better, and keeps their evidence. What the article
// tells itself wins over what a speaker mentions.
func (c *coder) merge() {
	c.mergeDeeds()
	var events []readout.Event
	for _, e := range c.events {
		i := slices.IndexFunc(events, func(o readout.Event) bool { return sameHappening(&o, &e) })
		if i < 0 {
			events = append(events, e)
			continue
		}
		known := &events[i]
		if e.Type == "CONSULT" {
			known.Actors, known.Recipients = closer(known.Actors, &e), closer(known.Recipients, &e)
		}
		join(known, &e)
	}
	c.events = events
	var plans []readout.Plan
	for _, p := range c.plans {
		i := slices.IndexFunc(plans, func(o readout.Plan) bool { return sameHappening(&o.Event, &p.Event) })
		if i < 0 {
			plans = append(plans, p)
			continue
		}
		join(&plans[i].Event, &p.Event)
		plans[i].Firm = c.firmest(plans[i].Firm, p.Firm)
		if plans[i].Due.Value == "" {
			plans[i].Due = p.Due
		}
	}
	c.plans = plans
}

// sameHappening reports whether two records speak of one happening.
func sameHappening(a, b *readout.Event) bool {
	if a.Type != b.Type || !slices.Equal(a.Auxiliary, b.Auxiliary) || !slices.Equal(a.Contexts, b.Contexts) {
		return false
	}
	if a.Type != "CONSULT" && a.CAMEO != b.CAMEO || !sameDay(a.Date, b.Date) || !sameGround(a.Places, b.Places) {
		return false
	}
	if a.Type == "CONSULT" && slices.Contains(a.Modes, "phone") != slices.Contains(b.Modes, "phone") {
		return false
	}
	if words[a.Type] && headWord(a) != headWord(b) {
		return false
	}
	if a.Type != "CONSULT" {
		return names(a.Actors) == names(b.Actors) && names(a.Recipients) == names(b.Recipients)
	}
	return sameParties(a.Actors, b.Actors) && sameParties(a.Recipients, b.Recipients) ||
		sameParties(a.Actors, b.Recipients) && sameParties(a.Recipients, b.Actors)
}

// words names the types of mere words: praise and congratulations on one day are two acts, while
// shots and shells may be one attack.
var words = map[string]bool{"AGREE": true, "SUPPORT": true, "REQUEST": true, "ACCUSE": true, "REJECT": true, "THREATEN": true}

// headWord returns the lexicon's name of the word that made an event, without the number of its sense.
func headWord(e *readout.Event) string {
	name := e.Evidence.Entry
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[:i]
	}
	return name
}

// sameParties reports whether two lists can name the same who meet: equal names, or a person on one
// side and only his state on the other.
func sameParties(a, b []readout.Actor) bool {
	if names(a) == names(b) {
		return true
	}
	if len(a) != 1 || len(b) != 1 || a[0].Country == "" || a[0].Country != b[0].Country {
		return false
	}
	return isState(&a[0]) != isState(&b[0])
}

// isState reports whether the actor is a state itself rather than someone in it.
func isState(a *readout.Actor) bool { return a.Office == "" && a.Sector == "GOV" }

// sameDay reports whether two dates can be one: equal, or one open, or one inside the other, as
// 1985 and 1985-11-19, or 1985-11-19/1985-11-21 and 1985-11-20.
func sameDay(a, b *readout.Time) bool {
	if a == nil || b == nil {
		return true
	}
	av, _, _ := strings.Cut(a.Value, "T")
	bv, _, _ := strings.Cut(b.Value, "T")
	return strings.HasPrefix(av, bv) || strings.HasPrefix(bv, av) || within(av, bv) || within(bv, av)
}

// sameGround reports whether what happened in these places can be one: a country is in both, or one
// side is not known. A visit to one country is not the meeting in another.
func sameGround(a, b []readout.Place) bool {
	known := func(p readout.Place) bool { return p.Country != "" }
	return !slices.ContainsFunc(a, known) || !slices.ContainsFunc(b, known) || slices.ContainsFunc(a, func(p readout.Place) bool {
		return p.Country != "" && slices.ContainsFunc(b, func(o readout.Place) bool { return o.Country == p.Country })
	})
}

// within reports whether a day lies in an interval "first/last".
func within(day, interval string) bool {
	first, last, ok := strings.Cut(interval, "/")
	return ok && first <= day && day <= last
}

// closer returns the parties, with the person whom event b names in the place of a state alone: who arrived in
// Moscow came to meet the president.
func closer(parties []readout.Actor, b *readout.Event) []readout.Actor {
	if len(parties) != 1 || !isState(&parties[0]) {
		return parties
	}
	for _, side := range [][]readout.Actor{b.Actors, b.Recipients} {
		if len(side) == 1 && side[0].Country == parties[0].Country && side[0].Office != "" {
			return slices.Clone(side)
		}
	}
	return parties
}

// join adds what event b knows to event a. What the article itself tells leads.
func join(a, b *readout.Event) {
	if a.Reported != nil && b.Reported == nil {
		*a, *b = *b, *a
	}
	a.Also = slices.Concat(a.Also, []readout.Evidence{b.Evidence}, b.Also)
	if a.Date == nil || a.Date.Text == "" && b.Date != nil && b.Date.Text != "" {
		a.Date = b.Date
	}
	for _, n := range b.Counts {
		if !slices.ContainsFunc(a.Counts, func(o readout.Count) bool { return o.Of == n.Of }) {
			a.Counts = append(a.Counts, n)
		}
	}
	for _, p := range b.Places {
		a.Places = appendPlace(a.Places, p)
	}
	for _, m := range b.Modes {
		if !slices.Contains(a.Modes, m) {
			a.Modes = append(a.Modes, m)
		}
	}
}
