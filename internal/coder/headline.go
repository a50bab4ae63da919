package coder

import (
	"slices"

	"readout"
	"readout/internal/doc"
)

// mergeHeadline makes one event of what the headline tells and the first of the text that tells it in full: same
// type, parties that can be the same. The text's words lead. What only the headline tells has the day of
// the report, unless it is yet to come.
func (c *coder) mergeHeadline() {
	var told []readout.Event // by the text
	for _, e := range c.events {
		if !c.inHeadline(&e) {
			told = append(told, e)
		}
	}
	var events []readout.Event
	for _, e := range c.events {
		if !c.inHeadline(&e) {
			continue
		}
		i := slices.IndexFunc(told, func(o readout.Event) bool { return c.headlineOf(&e, &o) })
		if i >= 0 {
			e.Reported = told[i].Reported // headlines leave their sources out
			join(&told[i], &e)
			continue
		}
		if day := c.reportDay(); day != "" && e.Date == nil && e.Reported == nil && len(e.Auxiliary) == 0 {
			e.Date = &readout.Time{Value: day, Why: ofTheReport}
			e.Evidence.Steps = append(e.Evidence.Steps, ofTheReport)
		}
		events = append(events, e)
	}
	c.events = append(events, told...)
}

// inHeadline reports whether the article tells an event in its headline.
func (c *coder) inHeadline(e *readout.Event) bool {
	return c.part(e.Evidence.Sentence).Kind == readout.PartHeadline
}

// headlineOf reports whether a headline's event h can be the event e of the text beneath it.
func (c *coder) headlineOf(h, e *readout.Event) bool {
	return h.Type == e.Type && slices.Equal(h.Auxiliary, e.Auxiliary) && sameDay(h.Date, e.Date) &&
		sameGround(h.Places, e.Places) && c.amongst(h.Actors, e.Actors) && c.amongst(h.Recipients, e.Recipients)
}

// amongst reports whether every party of a headline can be one of the text's. A headline may leave a party out.
func (c *coder) amongst(headline, text []readout.Actor) bool {
	for i := range headline {
		if !slices.ContainsFunc(text, func(t readout.Actor) bool { return c.canBe(&headline[i], &t) }) {
			return false
		}
	}
	return true
}

// canBe reports whether party h of a headline can be party t of the text: of the same name; a state and one of its
// people; or of one sector of a country, if one of them has no name: “Armed men” and “Gunmen”. Headlines may leave out
// of which country somebody is: “president rejects calls to quit”.
func (c *coder) canBe(h, t *readout.Actor) bool {
	switch {
	case h.Country != t.Country:
		return h.Country == "" && (h.Name == t.Name || h.Sector == t.Sector && (c.nameless(h) || h.Office != "" && h.Office == t.Office))
	case h.Name == t.Name || isState(h) || isState(t):
		return true
	}
	return h.Sector == t.Sector && (c.nameless(h) || c.nameless(t))
}

// nameless reports whether the article only describes a party.
func (c *coder) nameless(a *readout.Actor) bool {
	heads := c.d.Heads(a.Span)
	if len(heads) == 0 {
		return false
	}
	e := c.d.EntityAt(heads[0])
	return e == nil || e.ID == "" && !slices.ContainsFunc(e.Mentions, func(m int) bool { return c.d.Mentions[m].Kind == doc.Name })
}
