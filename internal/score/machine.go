package score

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/coder"
	"readout/internal/doc"
	"readout/reader"
)

// A Machine is readout itself, which makes the predictions.
type Machine struct {
	Reader *reader.Reader
	// Article makes an article of a report's whole text, as intake does.
	Article func(text, published string) *readout.Article
	// Each calls do for every number from 0 to n-1, on as many cores as it likes.
	Each func(n int, do func(i int))
}

// A reading is what the machine found in the text of a gold record.
type reading struct {
	*reader.Explanation
	at offsets // bytes of the article to code points of the record
}

// report reads the text of a whole report: through intake, as a user's file is.
func (m *Machine) report(text, published string) *reading {
	a := m.Article(text, day(published))
	return &reading{m.Reader.Explain(a), newOffsets(a.Text, text)}
}

// sentence reads a text that is no report but a sentence or a paragraph of one: all of it is body.
func (m *Machine) sentence(text, published string) *reading {
	return &reading{m.Reader.Explain(readout.Passage(text, day(published))), newOffsets(text, text)}
}

// day returns a day as YYYY-MM-DD, from that or from YYYYMMDD; "" for anything else.
func day(s string) string {
	s = s[:min(len(s), len(time.DateOnly))]
	for _, layout := range []string{time.DateOnly, "20060102"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// events returns the events that the reading codes, as gold codes them: those that happened or are said
// to, the plans, and, as intent, what is wished or only possible. What did not happen, what is told as long
// past, and happenings without a type are left out, and so are plans of meetings that another event tells of:
// agreed on, invited to, thought of, put off.
func (r *reading) events() []readout.Event {
	var out []readout.Event
	for _, e := range r.Reading.Events {
		switch {
		case e.Type == "" || negated(&e) || slices.Contains(e.Evidence.Steps, coder.LongBefore):
		case slices.Contains(e.Auxiliary, readout.Hypothetical):
			out = append(out, coder.Announced(e))
		default:
			out = append(out, e)
		}
	}
	for _, p := range r.Reading.Plans {
		if p.Type == "" || negated(&p.Event) || toldByEvent[p.Firm.Value] {
			continue
		}
		out = append(out, coder.Announced(p.Event))
	}
	return out
}

// toldByEvent are the values of firmness of plans that events tell of already.
var toldByEvent = map[string]bool{"agreed": true, "invited": true, "possible": true, "postponed": true, "cancelled": true}

func negated(e *readout.Event) bool {
	for _, a := range e.Auxiliary {
		if a == readout.Negation {
			return true
		}
	}
	return false
}

// A trace is what was tried in each sentence of a record.
type trace struct{ sentences []tracedSentence }

// A tracedSentence is a sentence in code points of the record, and what was tried in it.
type tracedSentence struct {
	span  span
	text  string
	tried []string
}

// around returns the sentences that a span touches; all of them for a nil span.
func (t *trace) around(s *span) []tracedSentence {
	if t == nil {
		return nil
	}
	var out []tracedSentence
	for _, x := range t.sentences {
		if s == nil || x.span.shared(*s) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// frames traces the frames of every sentence: entry, word, and whether it fired or why it broke.
func (r *reading) frames() *trace {
	t := r.blank()
	for i := range r.Result.Frames {
		f := &r.Result.Frames[i]
		s := &t.sentences[r.Document.SentenceOf(f.Token)]
		state := "fired"
		if !f.Fired() {
			state = f.Why()
		}
		s.tried = append(s.tried, fmt.Sprintf("%s on “%s”: %s", f.Entry.Name, r.Document.Tokens[f.Token].Form, state))
	}
	return t
}

// names traces who, when and where was found in every sentence, and why.
func (r *reading) names() *trace {
	t, d := r.blank(), r.Document
	add := func(first, end int, as, why string) {
		s := &t.sentences[d.SentenceOf(first)]
		s.tried = append(s.tried, fmt.Sprintf("“%s” %s: %s", oneLine(d.Span(first, end).Text), as, why))
	}
	for _, x := range d.Times {
		add(x.First, x.End, x.Type+" "+x.Time.Value, x.Why)
	}
	for _, x := range d.Toponyms {
		if x.First < x.End {
			add(x.First, x.End, x.Use, x.Place.Name+" "+x.Place.Region+" "+x.Place.Country+": "+x.Why+"; "+x.Place.Rule)
		}
	}
	for _, x := range d.Mentions {
		as := "nobody"
		if x.Entity >= 0 {
			e := &d.Entities[x.Entity]
			as = fmt.Sprintf("%s %s", e.Class, e.Name)
		}
		add(x.First, x.End, kindWord(x.Kind)+" of "+as, x.Why)
	}
	return t
}

func kindWord(k doc.MentionKind) string {
	switch k {
	case doc.Name:
		return "name"
	case doc.Description:
		return "description"
	case doc.Pronoun:
		return "pronoun"
	case doc.Adjective:
		return "adjective"
	}
	return "mention"
}

// blank returns a trace with the sentences of the reading, nothing tried yet.
func (r *reading) blank() *trace {
	d := r.Document
	t := &trace{sentences: make([]tracedSentence, len(d.Sentences))}
	for i, s := range d.Sentences {
		if s.First < s.End {
			words := d.Span(s.First, s.End)
			t.sentences[i] = tracedSentence{span: r.at.span(words), text: oneLine(words.Text)}
		}
	}
	return t
}

// oneLine folds white space to single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
