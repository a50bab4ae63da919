package reader_test

import (
	"fmt"
	"strings"
	"testing"

	"readout"
	"readout/internal/intake"
	"readout/reader"
)

// TestStanceExamples runs the examples of stance.txt from raw text.
func TestStanceExamples(t *testing.T) {
	r := newReader(t)
	for _, e := range r.Lexicon.StanceEntries() {
		balance := balance{what: fmt.Sprintf("lexicon/%s:%d: %s", e.File, e.Line, e.Name)}
		for i := range e.Examples {
			x := &e.Examples[i]
			balance.run(t, r, x.Text, reader.StanceDay, x.Topic != "", func(got *readout.Reading) string { return reader.CheckStance(e, x, got) })
		}
		balance.check(t)
	}
}

// TestPhraseExamples runs the examples of phrases.txt from raw text.
func TestPhraseExamples(t *testing.T) {
	r := newReader(t)
	for _, ph := range r.Lexicon.Phrases.All {
		balance := balance{what: fmt.Sprintf("lexicon/%s:%d: %s", ph.File, ph.Line, ph.ID)}
		for i := range ph.Examples {
			x := &ph.Examples[i]
			balance.run(t, r, x.Text, "", x.Holds, func(got *readout.Reading) string { return reader.CheckPhrase(ph, x, got) })
		}
		balance.check(t)
	}
}

// A balance counts the examples of an entry for and against it.
type balance struct {
	what        string
	plus, minus int
}

// run reads an example, which check compares with what it says.
func (b *balance) run(t *testing.T, r *reader.Reader, text, day string, plus bool, check func(*readout.Reading) string) {
	t.Helper()
	if miss := check(r.Read(intake.Text(text, intake.Options{Published: day}))); miss != "" {
		t.Errorf("%s\n  %s\n%s", b.what, text, miss)
	}
	if plus {
		b.plus++
	} else {
		b.minus++
	}
}

// check fails when there is no example for the entry, or none against it.
func (b *balance) check(t *testing.T) {
	t.Helper()
	if b.plus == 0 || b.minus == 0 {
		t.Errorf("%s has no + or no - example", b.what)
	}
}

// TestTopics reads sentences and compares the topics and stances of their statements, entities aside.
func TestTopics(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]string{
		// negation, and verbs that negate
		"Gorbachev said that he does not support the arms race.":       "arms race: oppose (not support)",
		"Gorbachev said that he does not oppose arms control.":         "arms control: neutral",
		"Gorbachev said that Moscow refused to support the arms race.": "arms race: oppose (refused support)",
		"Gorbachev said that he can not support the arms race.":        "arms race: oppose (not support)",
		// neither asked nor only possible
		"Gorbachev said that he might support arms control.":                      "arms control: neutral",
		"Gorbachev said that if he supported arms control, he would fly to Rome.": "arms control: neutral",
		"Gorbachev asked: \"Do we support arms control?\"":                        "arms control: neutral",
		// coordination, forms of, an end to
		"Thatcher said she opposed terrorism and protectionism.":         "terrorism: oppose (opposed); trade disputes: oppose (opposed)",
		"Thatcher said Britain opposes all forms of terrorism.":          "terrorism: oppose (opposes)",
		"Gorbachev called for an end to the arms race.":                  "arms race: oppose (called)",
		"Gorbachev said we reject the arms race.":                        "arms race: reject (reject)",
		"Gorbachev said that the arms race was condemned by Britain.":    "arms race: neutral",
		"Gorbachev said that Britain believes we support the arms race.": "arms race: neutral; arms race: support (support)",
		// what the text names itself
		"Thatcher said she was concerned about the border dispute.": "border dispute: concern (concerned)",
		"Thatcher said that the situation in Chad was bad.":         "Chad situation: neutral",
		"Kohl spoke about grain prices.":                            "grain prices: neutral",
		"Kohl said that the Namibian conflict was old.":             "Namibia conflict: neutral",
		"Kohl said that the key question was easy.":                 "",
	} {
		reading := r.Read(intake.Text(text, intake.Options{Published: reader.StanceDay}))
		var got []string
		for _, s := range reading.Statements {
			for _, p := range s.Topics {
				if p.Kind != readout.TopicIssue && p.Kind != readout.TopicSubject {
					continue
				}
				line := p.Name + ": " + p.Stance.Value
				if p.Stance.Value != readout.Neutral {
					var by []string
					for _, w := range p.Stance.Words {
						by = append(by, w.Text)
					}
					line += " (" + strings.Join(by, " ") + ")"
				}
				got = append(got, line)
			}
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s\n  have %s\n  want %s", text, s, want)
		}
	}
}

// TestPhrasesAcrossLines checks that a phrase is found over line breaks, quotation marks and hyphens, and
// who says it in which record.
func TestPhrasesAcrossLines(t *testing.T) {
	r := newReader(t)
	text := "BEIJING, March 5, 2024 (Meridian) -- Wang Yi said on Tuesday that China and its neighbours oppose a \u201cCold\nWar\u201d mind-set. He said that trade in the region brings win\u2010win results."
	reading := r.Read(intake.Text(text, intake.Options{Published: "2024-03-05"}))
	var got []string
	for i := range reading.Phrases {
		p := &reading.Phrases[i]
		got = append(got, p.ID)
		if p.Speaker == nil || p.Speaker.Name != "Wang Yi" || p.Statement == nil {
			t.Errorf("%s: speaker %v", p.ID, p.Speaker)
		}
		if reading.Article.Text[p.Start:p.End] != p.Text {
			t.Errorf("%s: the words are not at their place", p.ID)
		}
	}
	if s := strings.Join(got, " "); s != "cold-war-mentality win-win-cooperation" {
		t.Errorf("found %s", s)
	}
}

// TestContexts checks the contexts of events, with the term that speaks of them.
func TestContexts(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]string{
		"Thatcher met Kohl.":                                        "",
		"Thatcher discussed arms sales with Kohl.":                  "military",
		"Kohl condemned the massacre in Chad.":                      "human_rights",
		"Kohl met Thatcher, and farmers protested against tariffs.": "; economic",
	} {
		var got []string
		for _, e := range r.Read(intake.Text(text, intake.Options{Published: reader.StanceDay})).Events {
			got = append(got, strings.Join(e.Contexts, ","))
			for _, c := range e.Contexts {
				if !strings.Contains(strings.Join(e.Evidence.Steps, "; "), "context "+c+" by ") {
					t.Errorf("%s: no step for %s in %q", text, c, e.Evidence.Steps)
				}
			}
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: %s, want %s", text, s, want)
		}
	}
}
