package reader

import (
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// ExampleDay returns the day on which an example of the lexicon is read: its own, or else one in 2020.
func ExampleDay(ex *lexicon.Example) string {
	if ex.Day != "" {
		return ex.Day
	}
	return "2020-06-15"
}

// A Miss is how the reading of an example differs from what the example says.
type Miss struct {
	Want  []lexicon.Record // what the example expects of its entry; none for a - example
	Got   []string         // what the entry made, in the notation
	Tried []string         // the frames of the sentence: which fired, and why others did not
}

// Check compares what entry e made of an example with what the example expects: a + example must be
// coded exactly so by its own entry, or by one that says the same of the same word; a - example must
// not be coded by it. It returns nil where
// they agree.
func Check(e *lexicon.Entry, ex *lexicon.Example, x *Explanation) *Miss {
	makers := []string{e.Name}
	if ex.Want != nil {
		makers = append(makers, standIns(e, x)...)
	}
	got := madeBy(e, makers, x)
	ok := len(got) == len(ex.Want)
	for i := 0; ok && i < len(got); i++ {
		made, err := lexicon.ParseRecords(got[i])
		ok = err == nil && len(made) == 1 && agrees(ex.Want[i], made[0])
	}
	if ok {
		return nil
	}
	m := &Miss{Want: ex.Want, Got: got}
	for i := range x.Result.Frames {
		f := &x.Result.Frames[i]
		state := f.Why()
		if f.Fired() {
			state = "fired"
		}
		m.Tried = append(m.Tried, fmt.Sprintf("%s on “%s”: %s", f.Entry.Name, x.Document.Tokens[f.Token].Form, state))
	}
	return m
}

// String tells the miss in lines: what was expected, what came, what was tried.
func (m *Miss) String() string {
	var b strings.Builder
	for _, w := range m.Want {
		fmt.Fprintf(&b, "  want   %s\n", w)
	}
	if len(m.Want) == 0 {
		b.WriteString("  want   no record by this entry\n")
	}
	for _, g := range m.Got {
		fmt.Fprintf(&b, "  got    %s\n", g)
	}
	if len(m.Got) == 0 {
		b.WriteString("  got    no record by this entry\n")
	}
	for _, t := range m.Tried {
		fmt.Fprintf(&b, "  tried  %s\n", t)
	}
	return b.String()
}

// standIns returns the entries that fired where entry e holds too and says the same.
func standIns(e *lexicon.Entry, x *Explanation) []string {
	var out []string
	for i := range x.Result.Frames {
		if f := &x.Result.Frames[i]; f.Entry == e && f.SameAs != "" {
			out = append(out, f.SameAs)
		}
	}
	return out
}

// madeBy returns the notation of the records that the makers made; an operator e made what it passed
// its mood to.
func madeBy(e *lexicon.Entry, makers []string, x *Explanation) []string {
	var out []string
	mine := func(entry string, steps []string) bool {
		return slices.Contains(makers, entry) || e.Makes.Operator() && slices.Contains(steps, "under "+e.Name)
	}
	event := func(ev *readout.Event) bool {
		return slices.ContainsFunc(append([]readout.Evidence{ev.Evidence}, ev.Also...), func(v readout.Evidence) bool { return mine(v.Entry, v.Steps) })
	}
	for i := range x.Reading.Events {
		if ev := &x.Reading.Events[i]; event(ev) {
			out = append(out, ev.Notation())
		}
	}
	for i := range x.Reading.Plans {
		if p := &x.Reading.Plans[i]; event(&p.Event) {
			out = append(out, p.Notation())
		}
	}
	for i := range x.Reading.Statements {
		if s := &x.Reading.Statements[i]; mine(s.Evidence.Entry, s.Evidence.Steps) {
			out = append(out, s.Notation())
		}
	}
	return out
}

// whoKeys are compared whether or not the example names them.
var whoKeys = []string{"actor", "recipient"}

// agrees reports whether a record is what an example expects: same head, same actors and
// recipients, and the same value of every key that the example names. A statement's source counts
// when the example names it.
func agrees(want, got lexicon.Record) bool {
	if want.Head != got.Head {
		return false
	}
	keys := slices.Clone(whoKeys)
	for _, f := range want.Fields {
		keys = append(keys, f.Key)
	}
	for _, k := range keys {
		if want.Get(k) != got.Get(k) {
			return false
		}
	}
	return true
}
