package reader

import (
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// StanceDay is the day on which the examples of stance.txt are read.
const StanceDay = "1988-03-15"

// CheckPhrase compares a reading with what an example of a phrase says of it: whether the phrase is in
// it. It returns what was found instead, in lines, or "" where they agree.
func CheckPhrase(ph *lexicon.Phrase, ex *lexicon.PhraseExample, r *readout.Reading) string {
	if slices.ContainsFunc(r.Phrases, func(p readout.Phrase) bool { return p.ID == ph.ID }) == ex.Holds {
		return ""
	}
	var b strings.Builder
	want := "no " + ph.ID
	if ex.Holds {
		want = ph.ID
	}
	b.WriteString("  want   " + want + "\n")
	for i := range r.Phrases {
		b.WriteString("  got    " + r.Phrases[i].Notation() + "\n")
	}
	return b.String()
}

// CheckStance compares a reading with what an example of a stance says of it: that a statement takes the
// stance toward the topic by this entry, or that none does. It returns what was found instead, in
// lines, or "" where they agree.
func CheckStance(e *lexicon.StanceEntry, ex *lexicon.StanceExample, r *readout.Reading) string {
	taken := false
	var b strings.Builder
	want := "no stance by " + e.Name
	if ex.Topic != "" {
		want = e.Stance + " " + ex.Topic
	}
	b.WriteString("  want   " + want + "\n")
	for i := range r.Statements {
		s := &r.Statements[i]
		b.WriteString("  got    " + s.Notation() + "\n")
		for k := range s.Topics {
			p := &s.Topics[k]
			b.WriteString("           " + p.Notation() + "\n")
			taken = taken || p.Stance.Entry == e.Name && (ex.Topic == "" || p.Name == ex.Topic && p.Stance.Value == e.Stance)
		}
	}
	if taken == (ex.Topic != "") {
		return ""
	}
	return b.String()
}
