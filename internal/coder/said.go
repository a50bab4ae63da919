package coder

import (
	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
)

// dateStatements dates every statement that the article itself tells: by the time expression that its
// cue governs, or else by the last day that the paragraph named, or else by the day of the report. A
// sentence that goes on has the day of the statement it goes on from. What a speaker says that another
// said, and what is yet to be said, stays open where no words date it.
func (c *coder) dateStatements() {
	said := map[string]*readout.Time{} // by source, the day of the last statement with a cue
	part := -1
	var last *readout.Time // the day that this paragraph named last
	for i := range c.statements {
		s := &c.statements[i]
		if p := c.d.Sentences[s.sentence].Part; p != part {
			part, last = p, nil
		}
		if x := c.namedBefore(s); x != nil {
			last = x
		}
		t := c.timeSaid(s)
		switch {
		case t != nil:
			s.Date = &readout.Time{Value: day(t.Time.Value), Span: t.Time.Span, Why: t.Why}
			last = s.Date
		case s.cueVerb < 0 && s.Evidence.Entry == "say/goes-on" && said[s.Source.Name] != nil:
			s.Date = &readout.Time{Value: said[s.Source.Name].Value, Why: "day of the statement that it goes on from"}
		case s.cueVerb >= 0 && (c.statementOf(s.cueVerb) != nil || c.ahead(s.cueVerb)):
		case last != nil:
			s.Date = &readout.Time{Value: last.Value, Why: carriedFrom(last)}
			s.Evidence.Steps = append(s.Evidence.Steps, s.Date.Why)
		case c.reportDay() != "":
			s.Date = &readout.Time{Value: c.reportDay(), Why: ofTheReport}
			s.Evidence.Steps = append(s.Evidence.Steps, ofTheReport)
		}
		if s.cueVerb >= 0 && s.Date != nil {
			said[s.Source.Name] = s.Date
		}
	}
}

// timeSaid returns the time expression that tells when a statement was made: governed by its cue, by a
// verb that the cue is coordinated with, or by a participle before it ("Speaking on Monday, she
// said"); nil when there is none outside the content.
func (c *coder) timeSaid(s *statement) *doc.Time {
	if s.cueVerb < 0 {
		return nil
	}
	t := c.timeOf(&frame.Frame{Verb: s.cueVerb, Token: s.cueVerb})
	for k := range c.d.Children(s.cueVerb) {
		if t == nil && c.d.Tokens[k].Rel() == "advcl" && c.d.Tokens[k].XPOS == "VBG" {
			t = c.timeUnder(k)
		}
	}
	if t == nil {
		return nil
	}
	for _, p := range s.tokens {
		if t.First < p[1] && t.End > p[0] {
			return nil
		}
	}
	return t
}

// ahead reports whether verb v is one of what will or may be.
func (c *coder) ahead(v int) bool {
	for k := range c.d.Children(v) {
		if c.d.Tokens[k].Rel() == "aux" && c.d.Tokens[k].XPOS == "MD" {
			return true
		}
	}
	return c.d.Tokens[v].XPOS == "VB"
}

// namedBefore returns the day of the last happening that the article itself dates in the statement's
// paragraph before the statement; nil when there is none, or when it is not of the time that the report
// tells of.
func (c *coder) namedBefore(s *statement) *readout.Time {
	at := s.Content[0].Start
	if s.Cue != nil {
		at = min(at, s.Cue.Start)
	}
	p := c.d.Article.Parts[c.d.Sentences[s.sentence].Part]
	var last *readout.Time
	for i := range c.events {
		e := &c.events[i]
		if e.Reported != nil || e.Date == nil || e.Date.Text == "" || e.Date.Start < p.Start || e.Date.Start >= at {
			continue
		}
		if c.tellsOf(e.Date.Value) && (last == nil || last.Start < e.Date.Start) {
			last = e.Date
		}
	}
	return last
}
