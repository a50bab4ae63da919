package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"readout"
)

// showReading prints a record as a person likes to read it: the article's own words, who with
// country and sector, the day, and the entry that fired.
func showReading(w io.Writer, r *readout.Reading, st style) error {
	p := &printer{w: w, st: st, text: r.Article.Text}
	p.article(r.Article)
	speakers := map[string]string{}
	for i := range r.Statements {
		speakers[r.Statements[i].ID] = r.Statements[i].Source.Name
	}
	p.section("Events", len(r.Events))
	for i := range r.Events {
		p.event(&r.Events[i], "", speakers)
	}
	p.section("Plans", len(r.Plans))
	for i := range r.Plans {
		due := r.Plans[i].Due.Value
		if due == "" {
			due = "no date"
		}
		p.event(&r.Plans[i].Event, due, speakers)
		p.firm(&r.Plans[i].Firm)
	}
	p.section("Statements", len(r.Statements))
	last := ""
	for i := range r.Statements {
		s := &r.Statements[i]
		who := actorText(&s.Source)
		if s.Anonymous != "" {
			who += ", no name: " + s.Anonymous
		}
		if who != last {
			p.line("  " + st.bold(who))
			last = who
		}
		p.statement(s)
		p.topics(s)
	}
	if len(r.Phrases) > 0 {
		p.section("Phrases", len(r.Phrases))
	}
	for i := range r.Phrases {
		p.phrase(&r.Phrases[i])
	}
	return p.err
}

// topics prints the issues and subjects of a statement, and whatever it takes a stance toward.
func (p *printer) topics(s *readout.Statement) {
	var about []string
	for i := range s.Topics {
		t := &s.Topics[i]
		switch {
		case t.Stance.Value != readout.Neutral:
			about = append(about, t.Stance.Value+" "+t.Name+" ("+quote(t.Stance.Words)+")")
		case t.Kind == readout.TopicIssue || t.Kind == readout.TopicSubject:
			about = append(about, t.Name)
		}
	}
	if len(about) > 0 {
		p.wrapped("      ", p.st.width, "about: "+strings.Join(about, "; "), p.st.dim)
	}
}

// phrase prints a set phrase, the text's own words, and who says it.
func (p *printer) phrase(ph *readout.Phrase) {
	line := "  “" + oneLine(ph.Text) + "”  " + ph.ID
	if ph.Ladder != "" {
		line += fmt.Sprintf(" (%s %d)", ph.Ladder, ph.Rank)
	}
	if ph.Speaker != nil && ph.Speaker.Name != "" {
		line += ", says " + ph.Speaker.Name
	}
	p.line(line)
}

// A printer prints lines and keeps the first error.
type printer struct {
	w    io.Writer
	st   style
	text string
	err  error
}

func (p *printer) line(s string) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.w, strings.TrimRight(s, " "))
	}
}

func (p *printer) article(a *readout.Article) {
	title := a.Headline
	if title == "" {
		title = firstWords(a)
	}
	p.wrapped("", p.st.width, title, p.st.bold)
	var parts []string
	for _, s := range []string{a.Publisher, a.Agency, a.DatelinePlace, a.DatelineDate} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if a.DatelineDate == "" && a.Published != "" {
		parts = append(parts, a.Published)
	}
	if len(a.Bylines) > 0 {
		parts = append(parts, "by "+strings.Join(a.Bylines, ", "))
	}
	if len(parts) > 0 {
		p.line(p.st.dim(strings.Join(parts, " · ")))
	}
}

// firstWords returns the beginning of the body, for an article without a headline.
func firstWords(a *readout.Article) string {
	for _, part := range a.Parts {
		if part.Kind == readout.PartBody || part.Kind == readout.PartAnswer {
			words := strings.Fields(a.Text[part.Start:part.End])
			if len(words) > 12 {
				return strings.Join(words[:12], " ") + " …"
			}
			return strings.Join(words, " ")
		}
	}
	return "(no text)"
}

func (p *printer) section(name string, n int) {
	p.line("")
	if n == 0 {
		p.line(p.st.dim("No " + strings.ToLower(name)))
		return
	}
	p.line(p.st.accent(name))
}

// event prints an event, or a plan when due is set.
func (p *printer) event(e *readout.Event, due string, speakers map[string]string) {
	day := due
	if day == "" && e.Date != nil {
		day = e.Date.Value
	}
	head := e.Type
	if head == "" {
		head = strings.Join(e.Contexts, " ")
	}
	if len(e.Modes) > 0 {
		head += " " + strings.Join(e.Modes, " ")
	}
	if e.CAMEO != "" {
		head += " " + e.CAMEO
	}
	if len(e.Auxiliary) > 0 {
		head += ", " + strings.Join(e.Auxiliary, ", ")
	}
	who := actorsText(e.Actors)
	switch {
	case e.Mutual:
		who += " ↔ " + actorsText(e.Recipients)
	case len(e.Recipients) > 0:
		who += " → " + actorsText(e.Recipients)
	}
	p.line("  " + pad(day, 12) + p.st.bold(head))
	p.wrapped(strings.Repeat(" ", 14), p.st.width, who, nil)
	var places []string
	for _, pl := range e.Places {
		places = append(places, pl.Name)
	}
	if len(places) > 0 {
		p.line(strings.Repeat(" ", 14) + "place: " + strings.Join(places, ", "))
	}
	cite := quote(e.Evidence.Words) + "  " + e.Evidence.Entry
	if e.Reported != nil {
		cite += ", says " + speakers[*e.Reported]
	}
	if n := len(e.Also); n == 1 {
		cite += ", told twice"
	} else if n > 1 {
		cite += fmt.Sprintf(", told %d times", n+1)
	}
	p.line(strings.Repeat(" ", 14) + p.st.dim(cite))
}

// firm prints how firm a plan is, and the words that say it.
func (p *printer) firm(f *readout.Firm) {
	text := f.Value
	if len(f.Words) > 0 {
		text += " " + quote(f.Words)
	}
	p.line(strings.Repeat(" ", 14) + p.st.dim(text))
}

func (p *printer) statement(s *readout.Statement) {
	cue := "goes on"
	if s.Evidence.Entry == "say/turn" || s.Cue != nil && s.Cue.Text == ":" {
		cue = "says"
	} else if s.Cue != nil {
		cue = oneLine(s.Cue.Text)
	}
	var content []string
	for _, c := range s.Content {
		content = append(content, oneLine(c.Text))
	}
	if s.Addressee != nil {
		cue += " (to " + s.Addressee.Name + ")"
	}
	if s.Setting != nil && s.Cue != nil {
		cue += " [" + oneLine(s.Setting.Text) + "]"
	}
	p.hanging("    "+cue+": ", strings.Join(content, " … "))
}

// actorText writes "Xi Jinping (CHN GOV, president)".
func actorText(a *readout.Actor) string {
	codes := strings.TrimSpace(a.Country + " " + a.Sector)
	if a.Office != "" {
		if codes != "" {
			codes += ", "
		}
		codes += a.Office
	}
	name := oneLine(a.Name)
	if codes == "" {
		return name
	}
	return name + " (" + codes + ")"
}

func actorsText(actors []readout.Actor) string {
	var out []string
	for i := range actors {
		out = append(out, actorText(&actors[i]))
	}
	return strings.Join(out, "; ")
}

// quote writes the words of a predicate: “held … talks”.
func quote(words []readout.Span) string {
	var out []string
	for _, w := range words {
		out = append(out, oneLine(w.Text))
	}
	return "“" + strings.Join(out, " … ") + "”"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func pad(s string, n int) string {
	if k := utf8.RuneCountInString(s); k < n {
		return s + strings.Repeat(" ", n-k)
	}
	return s + "  "
}

// hanging prints text behind a lead, wrapped, the later lines indented by six.
func (p *printer) hanging(lead, text string) {
	line := lead
	for i, word := range strings.Fields(text) {
		if i > 0 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > p.st.width {
			p.line(line)
			line = "      " + word
			continue
		}
		if i > 0 {
			line += " "
		}
		line += word
	}
	p.line(line)
}

// wrapped prints text with every line indented, painted by paint when it is not nil.
func (p *printer) wrapped(indent string, width int, text string, paint func(string) string) {
	line := ""
	flush := func() {
		if paint != nil {
			line = paint(line)
		}
		p.line(indent + line)
	}
	for _, word := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(indent+line)+1+utf8.RuneCountInString(word) > width {
			flush()
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	flush()
}
