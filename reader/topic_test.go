package reader_test

import (
	"slices"
	"testing"

	"readout"
	"readout/internal/intake"
)

// TestStanceExamples runs the examples of stance.txt from raw text: in a + example a statement takes the
// entry's stance, by it, toward the topic; in a - example none does.
func TestStanceExamples(t *testing.T) {
	r := newReader(t)
	for _, e := range r.Lexicon.StanceEntries() {
		plus, minus := 0, 0
		for _, x := range e.Examples {
			reading := r.Read(intake.Text(x.Text, intake.Options{Published: "1988-03-15"}))
			taken := false
			for _, s := range reading.Statements {
				taken = taken || slices.ContainsFunc(s.Topics, func(p readout.Topic) bool {
					return p.Stance.Entry == e.Name && (x.Topic == "" || p.Name == x.Topic && p.Stance.Value == e.Stance)
				})
			}
			if taken != (x.Topic != "") {
				t.Errorf("lexicon/%s:%d: %s\n  %s\n  %s", e.File, x.Line, e.Name, x.Text, tellTopics(reading))
			}
			if x.Topic != "" {
				plus++
			} else {
				minus++
			}
		}
		if plus == 0 || minus == 0 {
			t.Errorf("lexicon/%s:%d: %s has no + or no - example", e.File, e.Line, e.Name)
		}
	}
}

// tellTopics writes the statements of a reading with their topics.
func tellTopics(r *readout.Reading) string {
	out := ""
	for i := range r.Statements {
		out += r.Statements[i].Notation() + "\n"
		for k := range r.Statements[i].Topics {
			out += "    " + r.Statements[i].Topics[k].Notation() + "\n"
		}
	}
	return out
}

// TestPhraseExamples runs the examples of phrases.txt from raw text.
func TestPhraseExamples(t *testing.T) {
	r := newReader(t)
	for _, ph := range r.Lexicon.Phrases.All {
		plus, minus := 0, 0
		for _, x := range ph.Examples {
			reading := r.Read(intake.Text(x.Text, intake.Options{Published: "2020-05-01"}))
			holds := slices.ContainsFunc(reading.Phrases, func(p readout.Phrase) bool { return p.ID == ph.ID })
			if holds != x.Holds {
				t.Errorf("lexicon/%s:%d: %s\n  %s\n  %v", ph.File, x.Line, ph.ID, x.Text, reading.Phrases)
			}
			if x.Holds {
				plus++
			} else {
				minus++
			}
		}
		if plus == 0 || minus == 0 {
			t.Errorf("lexicon/%s:%d: %s has no + or no - example", ph.File, ph.Line, ph.ID)
		}
	}
}
