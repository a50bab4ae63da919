package coder

import (
	"math"
	"slices"
	"strings"

	"readout"
	"readout/internal/frame"
	"readout/lexicon"
)

// This file makes plans: of events that lie ahead, and of meetings that are agreed on, asked for, put off
// or called off, which are part of another event; and tells how firm they are (lexicon/firmness.txt).

// Values of firmness.txt that the coder acts on.
const (
	firmStated    = "stated"
	firmPossible  = "possible"
	firmPostponed = "postponed"
	firmCancelled = "cancelled"
)

// addPlan makes a plan of an event that lies ahead.
func (c *coder) addPlan(e readout.Event, firm readout.Firm) {
	p := readout.Plan{Event: e, Firm: firm}
	if e.Date != nil && e.Date.Text != "" {
		p.Due.Value = e.Date.Value
	} else {
		p.Date = nil
	}
	if len(firm.Words) > 0 {
		p.Evidence.Steps = append(p.Evidence.Steps, firm.Value+": “"+spanTexts(firm.Words)+"”")
	}
	p.ID = readout.PlanID(c.d.Article.ID, &p)
	c.plans = append(c.plans, p)
}

// spanTexts joins the words of spans.
func spanTexts(spans []readout.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Text)
	}
	return strings.Join(out, " … ")
}

// findPlans makes plans of the meetings that made no record of their own, since they are part of an
// agreement, an invitation, a postponement or a cancellation, or are only thought of.
func (c *coder) findPlans() {
	planned := map[int]bool{} // head words
	for i := range c.frames {
		f := &c.frames[i]
		if f.Makes.Type != "CONSULT" || f.Mood.Future && !f.Mood.Negated && f.Fired() || planned[f.Token] {
			continue
		}
		firm := c.firm(f)
		if firm.Value == firmStated || f.Mood.Negated && !undone(firm) {
			continue
		}
		switch {
		case f.Fired():
			planned[f.Token] = firm.Value == firmPossible && f.Mood.Hypothetical && !f.Mood.Would && c.dueLater(f) && c.planOf(f, firm)
		case f.Part(c.frames):
			outer := &c.frames[f.Outer]
			planned[f.Token] = (undone(firm) || outer.Makes.Type == "AGREE" && !outer.Mood.Negated) && c.planOf(f, firm)
		case f.Dependent, f.MissingWho() && !c.refused(f):
			planned[f.Token] = c.planOf(f, firm)
		}
	}
}

// undoneByNobody reports whether the frame breaks off a meeting that is a plan of its own, and nobody does it: "the
// visit was called off".
func (c *coder) undoneByNobody(f *frame.Frame, e *readout.Event) bool {
	if e.Type != "SANCTION" || len(e.Actors) > 0 {
		return false
	}
	for _, t := range f.Roles(lexicon.RoleTheme) {
		if slices.ContainsFunc(c.frames, func(g frame.Frame) bool { return g.Token == t && g.Makes.Type == "CONSULT" && g.Fired() }) {
			return true
		}
	}
	return false
}

// refused reports whether the frame is part of a refusal or of a request, which plan nothing.
func (c *coder) refused(f *frame.Frame) bool {
	if f.Outer < 0 || !c.frames[f.Outer].Fired() {
		return false
	}
	t := c.frames[f.Outer].Entry.Makes.Type
	return t == "REJECT" || t == "REQUEST"
}

// awaited reports whether words say of a meeting with a day of its own that it is still to come.
func (c *coder) awaited(f *frame.Frame, firm readout.Firm) bool {
	switch firm.Value {
	case "scheduled", "expected", "intended", "announced":
		return c.dueLater(f)
	}
	return false
}

// undone reports whether a plan is put off or called off.
func undone(f readout.Firm) bool { return f.Value == firmPostponed || f.Value == firmCancelled }

// planOf makes a plan of a frame and reports whether its parties are known. Who cancels or thinks of a
// visit is who was to make it.
func (c *coder) planOf(f *frame.Frame, firm readout.Firm) bool {
	e := readout.Event{
		Type: f.Makes.Type, Modes: list(f.Makes.Modes), Contexts: list(f.Makes.Contexts), Auxiliary: []string{},
		Counts: c.counts(f),
		Places: c.where(f), Also: []readout.Evidence{},
	}
	e.Evidence = readout.Evidence{
		Entry: f.Entry.Name, Sentence: c.d.SentenceOf(f.Token), Words: f.Span(c.d), Steps: list(f.Steps),
	}
	if why := c.fillWho(&e, f); f.MissingWho() {
		if !c.fromGovernor(&e, f) || !political(&e) {
			return false
		}
	} else if why != "" {
		return false
	}
	if st := c.statementOf(f.Token); st != nil {
		e.Reported = &st.ID
	}
	if t := c.timeOf(f); t != nil {
		e.Date = &readout.Time{Value: day(t.Time.Value), Span: t.Time.Span, Why: t.Why}
	}
	c.visit(&e)
	makes := lexicon.Makes{Type: e.Type, Modes: e.Modes, CAMEO: f.Makes.CAMEO}
	e.Score, e.Quad, e.CAMEO = c.lex.Ontology.Code(&makes)
	c.inferCountries(&e, f)
	c.addPlan(e, firm)
	return true
}

// fromGovernor gives an event whose noun is the object of a verb the parties that it misses: the verb's
// subject and the one behind the verb's “to” or “with”. It reports whether none is missing any longer.
func (c *coder) fromGovernor(e *readout.Event, f *frame.Frame) bool {
	verb := c.d.Tokens[f.Token].Head
	if verb < 0 || c.d.Tokens[f.Token].Rel() != "obj" {
		return false
	}
	if s := c.d.Child(verb, "nsubj"); s >= 0 && len(e.Actors) == 0 && !c.passive(verb) {
		e.Actors, _ = c.who(s)
	}
	for k := range c.d.Children(verb) {
		if len(e.Recipients) == 0 && k > f.Token && c.d.Tokens[k].Rel() == "obl" && c.hasCase(k, "to", "with") {
			e.Recipients, _ = c.who(k)
		}
	}
	if len(e.Actors) == 0 || len(e.Recipients) == 0 || names(e.Actors) == names(e.Recipients) {
		return false
	}
	e.Evidence.Steps = append(e.Evidence.Steps, "parties of “"+c.d.Tokens[verb].Form+"”")
	return true
}

// dueLater reports whether the frame has a day of its own after the day of the report.
func (c *coder) dueLater(f *frame.Frame) bool {
	t := c.timeOf(f)
	if t == nil {
		return false
	}
	value, report := t.Time.Value, c.reportDay()
	return len(report) >= 10 && report[0] != 'X' && value != "" && value[0] >= '0' && value[0] <= '9' && value > report
}

// maxFirmClimb is how far from the happening, in the tree, the words stand that say how firm it is.
const maxFirmClimb = 4

// firm tells how firm a happening that lies ahead is, by the words beside it and over it: of several the
// one whose line stands first. What only lies ahead is stated.
func (c *coder) firm(f *frame.Frame) readout.Firm {
	firm := readout.Firm{Value: firmStated, Words: []readout.Span{}}
	best := math.MaxInt
	consider := func(t int) {
		if rank, found := c.firmAt(t); rank < best {
			best, firm = rank, found
		}
	}
	for n, t := 0, f.Token; n <= maxFirmClimb && t >= 0; n++ {
		for k := range c.d.Children(t) {
			switch c.d.Tokens[k].Rel() {
			case "aux", "advmod", "cop", "mark":
				consider(k)
			case "amod", "acl", "compound":
				if t == f.Token {
					consider(k)
				}
			}
		}
		if !c.governedFirmly(t) {
			break
		}
		if t = c.d.Tokens[t].Head; t != f.Verb {
			consider(t)
		}
	}
	return firm
}

// governedFirmly reports whether the word over token t may say how firm it is: a verb over its object, its
// passive subject, its infinitive or its clause; a noun or adjective over what it is for.
func (c *coder) governedFirmly(t int) bool {
	tok := &c.d.Tokens[t]
	if tok.Head < 0 {
		return false
	}
	switch tok.Rel() {
	case "obj", "xcomp", "ccomp", "csubj", "conj":
		return true
	case "nsubj":
		return tok.Deprel == "nsubj:pass" || c.passive(tok.Head)
	case "acl", "advcl":
		m := c.d.Child(t, "mark")
		return m >= 0 && c.d.Tokens[m].XPOS == "TO"
	case "obl", "nmod":
		// Trees take objects behind a particle for adverbials: "called off his visit".
		return c.hasCase(t, "to", "for", "on", "off", "back", "out") || c.d.Child(t, "case") < 0 && !c.timed(t)
	}
	return false
}

// firmAt returns what token t, with its particle, says of a plan, and how much it counts: a low rank before
// a high one, math.MaxInt when it says nothing.
func (c *coder) firmAt(t int) (rank int, firm readout.Firm) {
	rank = math.MaxInt
	tok := &c.d.Tokens[t]
	for _, f := range c.lex.Firmness(strings.ToLower(tok.Lemma), strings.ToLower(tok.Form)) {
		if f.Rank >= rank {
			continue
		}
		words := []readout.Span{c.d.Span(t, t+1)}
		if f.Particle != "" {
			p := c.particle(t, f.Particle)
			if p < 0 {
				continue
			}
			words = append(words, c.d.Span(p, p+1))
		}
		rank, firm = f.Rank, readout.Firm{Value: f.Value, Words: words}
	}
	return rank, firm
}

// particle returns the particle of verb t that has the form, -1 for none.
func (c *coder) particle(t int, form string) int {
	if t+1 < len(c.d.Tokens) && strings.EqualFold(c.d.Tokens[t+1].Form, form) {
		return t + 1 // also where the tree takes it for a preposition: "called off his visit"
	}
	for k := range c.d.Children(t) {
		if r := c.d.Tokens[k].Rel(); k > t && (r == "compound" || r == "advmod") && strings.EqualFold(c.d.Tokens[k].Form, form) {
			return k
		}
	}
	return -1
}

// firmest keeps the firmness that counts of two mentions of one plan: what undoes it, or else the first.
func (c *coder) firmest(a, b readout.Firm) readout.Firm {
	rank := func(f readout.Firm) int {
		return slices.Index([]string{firmCancelled, firmPostponed}, f.Value)
	}
	if rank(b) >= 0 && rank(a) < 0 {
		return b
	}
	return a
}
