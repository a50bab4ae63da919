package coder

import (
	"slices"
	"sort"
	"strings"
	"time"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/internal/timex"
)

// when dates an event: by the time expression that its words govern, or else, for what the article
// itself tells, by the last day that it named, or else by the day of the report. What a speaker
// mentions without a day, and what came before something else ("had met"), stays open. Events of the past are
// marked historical.
func (c *coder) when(e *readout.Event, f *frame.Frame, st *statement) {
	t, mentioned := c.timeOf(f), st != nil && !c.isNews(st)
	switch {
	case t != nil:
		e.Date = &readout.Time{Value: day(t.Time.Value), Span: t.Time.Span, Why: t.Why}
		if !mentioned && !f.Mood.Future && !f.Mood.Hypothetical && c.inMainClause(f.Verb) {
			c.carry(e.Date, c.partOf(f.Token))
		}
	case c.longBefore(f):
		e.Auxiliary = append([]string{readout.Historical}, e.Auxiliary...)
		e.Evidence.Steps = append(e.Evidence.Steps, LongBefore)
		return
	case mentioned || f.Mood.Future || f.Mood.Hypothetical || f.Mood.Negated || c.perfect(f.Verb, "had"):
	case c.carriedTo(f) != nil:
		from := c.carriedTo(f)
		e.Date = &readout.Time{Value: from.Value, Why: carriedFrom(from)}
		e.Evidence.Steps = append(e.Evidence.Steps, e.Date.Why)
	case f.Mood.Past:
		if day := c.reportDay(); day != "" {
			e.Date = &readout.Time{Value: day, Why: ofTheReport}
			e.Evidence.Steps = append(e.Evidence.Steps, ofTheReport)
		}
	}
	if c.historical(e, f, st) {
		e.Auxiliary = append([]string{readout.Historical}, e.Auxiliary...)
	}
}

// isNews reports whether what a statement holds is news of the article that it only gives a source for: "Gunmen
// attacked a prison overnight, the ministry said", not what someone says in quotation marks or says that it was so.
func (c *coder) isNews(st *statement) bool {
	if st.cueVerb < st.end || st.Form != readout.Indirect && st.Form != readout.Mixed {
		return false
	}
	within := c.statementOf(st.cueVerb)
	return within == nil || within == st
}

// perfect reports whether verb v, or one that it is coordinated with, has one of the forms of “have” as its auxiliary:
// “had” of what came before something else.
func (c *coder) perfect(v int, forms ...string) bool {
	for ; v >= 0; v = c.d.Tokens[v].Head {
		if a := c.d.Child(v, "aux"); a >= 0 && slices.Contains(forms, strings.ToLower(c.d.Tokens[a].Form)) {
			return true
		}
		if c.d.Tokens[v].Rel() != "conj" || c.d.Child(v, "nsubj") >= 0 {
			return false
		}
	}
	return false
}

// LongBefore is the step of evidence for what dates another happening only: "five years after rebels burned the
// embassy".
const LongBefore = "months or years before what it is told with"

// longBefore reports whether the frame stands in a clause that tells after what a happening comes by months or years.
func (c *coder) longBefore(f *frame.Frame) bool {
	v := f.Verb
	for c.d.Tokens[v].Rel() == "conj" && c.d.Tokens[v].Head >= 0 {
		v = c.d.Tokens[v].Head
	}
	m := c.d.Child(v, "mark")
	if c.d.Tokens[v].Rel() != "advcl" || m < 1 || !strings.EqualFold(c.d.Tokens[m].Form, "after") {
		return false
	}
	for i := range c.d.Times {
		if x := &c.d.Times[i]; x.End == m && x.Type == "DURATION" {
			return !strings.Contains(x.Time.Value, "T") && strings.ContainsAny(x.Time.Value, "YME") // P5Y, P3M, P2DE, P1CE
		}
	}
	return false
}

// ofTheReport is why something has the day of the report.
const ofTheReport = "day of the report"

// carriedFrom is why something has a day that the article named before.
func carriedFrom(t *readout.Time) string { return "day carried over from “" + t.Text + "”" }

// inMainClause reports whether word v stands in a main clause, or the news that a source tells, rather than what only
// describes something in it or explains it.
func (c *coder) inMainClause(v int) bool {
	for ; v >= 0; v = c.d.Tokens[v].Head {
		switch c.d.Tokens[v].Rel() {
		case "root", "ccomp", "parataxis":
			return true
		case "conj", "xcomp", "obj", "obl":
		default:
			return false
		}
	}
	return true
}

// carry keeps the day that a part of the article names for what is told after it without one. Of the lead, that is
// the time that the report tells of.
func (c *coder) carry(t *readout.Time, part int) {
	c.carried, c.carriedPart = t, part
	if c.leadDay == nil && part == c.leadPart() && c.tellsOf(t.Value) {
		c.leadDay = t
	}
}

// leadPart returns the index of the first part of the article's body; -1 when there is none.
func (c *coder) leadPart() int {
	return slices.IndexFunc(c.d.Article.Parts, func(p readout.Part) bool { return p.Kind == readout.PartBody })
}

// carriedTo returns the day that holds for a frame without one: the last that its paragraph named, or else that of the
// lead. What has happened by now is only known to be as late as the report; then it is nil.
func (c *coder) carriedTo(f *frame.Frame) *readout.Time {
	switch {
	case c.perfect(f.Verb, "has", "have", "'ve", "'s"):
		return nil
	case c.carried != nil && c.carriedPart == c.partOf(f.Token):
		return c.carried
	}
	return c.leadDay
}

// dayAhead reports whether a noun tells of a happening by a day after that of the report: “welcomed her visit to Rome next
// week”.
func (c *coder) dayAhead(f *frame.Frame) bool {
	if f.Entry.UPOS != "NOUN" || c.reportDay() == "" {
		return false
	}
	t := c.timeOf(f)
	if t == nil || t.Time.Value == "FUTURE_REF" {
		return t != nil
	}
	before, known := timex.Before(c.reportDay(), t.Time.Value)
	return known && before
}

// tellsOf reports whether a TIMEX3 value is a day, or are several days in a row, of the time that the report tells of.
func (c *coder) tellsOf(value string) bool {
	first, last, several := strings.Cut(value, "/")
	return isDay(first) && (!several || isDay(last)) && !c.longBeforeReport(value, reportSpan)
}

// isDay reports whether a TIMEX3 value is one day.
func isDay(value string) bool {
	_, err := time.Parse(time.DateOnly, value)
	return err == nil
}

// reportSpan is how many days back the time goes that a report tells of.
const reportSpan = 3

// longBeforeReport reports whether a TIMEX3 value is known to mean a time more than so many days before the report.
func (c *coder) longBeforeReport(value string, days int) bool {
	report, err := time.Parse(time.DateOnly, c.reportDay())
	if err != nil {
		return false
	}
	before, known := timex.Before(value, report.AddDate(0, 0, -days).Format(time.DateOnly))
	return known && before
}

// partOf returns the index of the article's part that token t stands in.
func (c *coder) partOf(t int) int { return c.d.Sentences[c.d.SentenceOf(t)].Part }

// day takes the time of day off a date; an interval or a reference stays as it is.
func day(value string) string {
	if d := timex.Date(value); d != "" && !strings.Contains(value, "/") {
		return d
	}
	return value
}

// reportDay returns the day of the report: the dateline's, or else that of publication.
func (c *coder) reportDay() string {
	if c.d.Article.DatelineDate != "" {
		return c.d.Article.DatelineDate
	}
	return c.d.Article.Published
}

// historicalAfter is how many days before the report an event is historical.
const historicalAfter = 90

// historical reports whether an event belongs to an earlier time than the report tells of: dated well before it, or
// remembered by a speaker in his own words, in the past tense, without a day.
func (c *coder) historical(e *readout.Event, f *frame.Frame, st *statement) bool {
	switch {
	case f.Mood.Future || f.Mood.Hypothetical:
		return false
	case e.Date == nil:
		return st != nil && f.Mood.Past && (st.Form == readout.Direct || st.Form == readout.Free)
	}
	return e.Date.Value == "PAST_REF" || c.longBeforeReport(e.Date.Value, historicalAfter)
}

// timeOf returns the time expression that dates the frame: governed by its words, or by a verb that
// its verb completes, is coordinated with or explains. Reported speech and relative clauses do not
// take their time from outside.
func (c *coder) timeOf(f *frame.Frame) *doc.Time {
	for _, w := range []int{f.Verb, f.Token} {
		if t := c.timeUnder(w); t != nil {
			return t
		}
	}
	v := f.Verb
	for c.d.Tokens[v].Head >= 0 {
		switch c.d.Tokens[v].Rel() {
		case "ccomp", "acl", "parataxis":
			return nil
		}
		v = c.d.Tokens[v].Head
		if t := c.timeUnder(v); t != nil {
			return t
		}
	}
	return nil
}

// timeUnder returns the first date among the direct dependents of token v.
func (c *coder) timeUnder(v int) *doc.Time {
	sent := c.d.Sentences[c.d.SentenceOf(v)]
	from := sort.Search(len(c.d.Times), func(i int) bool { return c.d.Times[i].First >= sent.First })
	for i := from; i < len(c.d.Times) && c.d.Times[i].First < sent.End; i++ {
		t := &c.d.Times[i]
		if t.Type != "DATE" && t.Type != "TIME" || t.Time.Value == "PRESENT_REF" {
			continue
		}
		if h := c.topHead(t.First, t.End); h == v || c.dayOf(t) && c.phraseOf(h) == v {
			return t
		}
	}
	return nil
}

// dayOf reports whether the time is one day that is told of what happens ("on Tuesday", "Tuesday"),
// not of what something is ("the treaty of 1987"), so that it belongs to the verb even where the
// tree hangs it on the noun before it ("at the White House on Tuesday").
func (c *coder) dayOf(t *doc.Time) bool {
	if len(timex.Date(t.Time.Value)) != len(time.DateOnly) || strings.Contains(t.Time.Value, "/") {
		return false
	}
	before := c.d.Tokens[max(0, t.First-1)]
	return before.UPOS != "ADP" || strings.EqualFold(before.Form, "on")
}

// phraseOf climbs from a noun to the verb that its phrase completes; -1 when it completes none.
func (c *coder) phraseOf(n int) int {
	for n >= 0 {
		switch c.d.Tokens[n].Rel() {
		case "obl", "obj", "nmod", "iobj", "conj", "appos", "flat":
			n = c.d.Tokens[n].Head
		case "acl": // "signed an accord mediated by Kenya on Monday"
			if c.d.Tokens[n].XPOS != "VBN" || c.d.Tokens[n].Deprel != "acl" {
				return n
			}
			n = c.d.Tokens[n].Head
		default:
			return n
		}
	}
	return -1
}

// topHead returns the token outside [first, end) that governs its topmost token, going up from a
// noun that the time only completes ("on the afternoon of March 20"); -1 for a root.
func (c *coder) topHead(first, end int) int {
	for i := first; i < end; i++ {
		h := c.d.Tokens[i].Head
		if h >= 0 && h >= first && h < end || c.d.Tokens[i].UPOS == "PUNCT" {
			continue
		}
		for h >= 0 && slices.Contains(timeNouns, c.d.Tokens[h].Lemma) && c.d.Tokens[i].Rel() == "nmod" {
			i, h = h, c.d.Tokens[h].Head
		}
		return c.aside(c.outOfClause(h, first), first)
	}
	return -1
}

// outOfClause returns the verb that governs what token t begins: not v where v is that of an adverbial clause whose
// mark comes only after t, but the verb above it: "flew to Oslo last month after floods killed 50".
func (c *coder) outOfClause(v, t int) int {
	if v >= 0 && c.d.Tokens[v].Rel() == "advcl" && c.d.Child(v, "mark") > t && c.d.Tokens[v].Head < t {
		return c.d.Tokens[v].Head
	}
	return v
}

// aside returns the verb of saying that stands, with its speaker, between verb v and token t, since what
// follows it belongs to it whatever a wrong tree has; v where there is none: "…, he said in Oslo on Friday".
func (c *coder) aside(v, t int) int {
	if v < 0 {
		return v
	}
	for k := range c.d.Children(v) {
		if k > v && k < t && c.d.Tokens[k].Rel() == "parataxis" && c.d.Child(k, "nsubj") >= 0 {
			return k
		}
	}
	return v
}

var timeNouns = []string{"afternoon", "morning", "evening", "night", "day", "eve", "beginning", "end", "start", "middle"}
