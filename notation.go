package readout

import (
	"strconv"
	"strings"
)

// Notation writes the event in the one notation of records that examples, goldens, explain and the
// documents use:
//
//	CONSULT.visit cameo=042 actor="Xi Jinping" recipient="Vladimir Putin" date=2023-03-20 place="Kremlin"
//
// Empty fields are left out; mutual=yes stands there when actors and recipients act on each other.
func (e *Event) Notation() string {
	var n notation
	n.event(e)
	return n.String()
}

// Notation writes the plan: PLAN, then as an Event, with due for its time and firm for its firmness.
func (p *Plan) Notation() string {
	var n notation
	n.word("PLAN")
	n.event(&p.Event)
	n.field("due", p.Due.Value)
	n.field("firm", p.Firm.Value)
	return n.String()
}

// Notation writes the statement: STATEMENT source="…" anonymous=… cue="…" content="…" addressee="…"
// setting=… where="…" form=…; an indirect form is left out. Its date stands after the cue when the text
// names it.
func (s *Statement) Notation() string {
	var n notation
	n.word("STATEMENT")
	n.quoted("source", s.Source.Name)
	n.field("anonymous", s.Anonymous)
	if s.Cue != nil {
		n.quoted("cue", s.Cue.Text)
	}
	if s.Date != nil && s.Date.Text != "" {
		n.field("date", s.Date.Value)
	}
	for _, c := range s.Content {
		n.quoted("content", c.Text)
	}
	if s.Addressee != nil {
		n.quoted("addressee", s.Addressee.Name)
	}
	if s.Setting != nil {
		n.field("setting", s.Setting.Kind)
		n.quoted("where", s.Setting.Text)
	}
	if s.Form != Indirect {
		n.field("form", string(s.Form))
	}
	return n.String()
}

// Notation writes the topic: about issue "Taiwan question" words="Taiwan independence" stance=oppose by="opposes".
func (t *Topic) Notation() string {
	var n notation
	n.word("about " + string(t.Kind))
	n.word(strconv.Quote(t.Name))
	for _, w := range t.Words {
		n.quoted("words", w.Text)
	}
	if t.Stance.Value != Neutral {
		n.field("stance", strings.ReplaceAll(t.Stance.Value, " ", "-"))
		for _, w := range t.Stance.Words {
			n.quoted("by", w.Text)
		}
		n.field("entry", t.Stance.Entry)
	}
	return n.String()
}

// Notation writes the set phrase: PHRASE cold-war-mentality words="Cold War mindset" speaker="Wang Yi".
func (p *Phrase) Notation() string {
	var n notation
	n.word("PHRASE " + p.ID)
	n.quoted("words", p.Text)
	if p.Ladder != "" {
		n.field("ladder", p.Ladder+":"+strconv.Itoa(p.Rank))
	}
	if p.Speaker != nil {
		n.quoted("speaker", p.Speaker.Name)
	}
	return n.String()
}

// notation builds one line of the notation.
type notation struct{ strings.Builder }

func (n *notation) event(e *Event) {
	head := e.Type
	if head == "" {
		head = "HAPPENING"
	}
	if len(e.Modes) > 0 {
		head += "." + strings.Join(e.Modes, "+")
	}
	n.word(head)
	n.field("cameo", e.CAMEO)
	for _, a := range e.Actors {
		n.quoted("actor", a.Name)
	}
	for _, r := range e.Recipients {
		n.quoted("recipient", r.Name)
	}
	if e.Mutual {
		n.field("mutual", "yes")
	}
	n.field("aux", strings.Join(e.Auxiliary, ","))
	n.field("context", strings.Join(e.Contexts, ","))
	for _, c := range e.Counts {
		if value := strconv.Itoa(c.Value); c.Bound != "" {
			n.quoted(c.Of, c.Bound+" "+value)
		} else {
			n.field(c.Of, value)
		}
	}
	if e.Date != nil {
		n.field("date", e.Date.Value)
	}
	for _, p := range e.Places {
		n.quoted("place", p.Name)
	}
}

func (n *notation) word(w string) {
	if n.Len() > 0 {
		n.WriteByte(' ')
	}
	n.WriteString(w)
}

func (n *notation) field(key, value string) {
	if value != "" {
		n.word(key + "=" + value)
	}
}

// quoted writes key="value"; quotation marks inside become ', and line breaks spaces, so that a
// record stays one line.
func (n *notation) quoted(key, value string) {
	if value != "" {
		value = strings.Join(strings.Fields(strings.ReplaceAll(value, `"`, "'")), " ")
		n.word(key + `="` + value + `"`)
	}
}
