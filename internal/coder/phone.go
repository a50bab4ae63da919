package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/frame"
)

// byPhone gives talk on the day of the report the mode phone where the headline calls it a call: “Readout of the
// President's Call with Chancellor Merkel”. Talk in a place is none.
func (c *coder) byPhone(e *readout.Event, f *frame.Frame) {
	if e.Type != "CONSULT" || len(e.Modes) > 0 || len(e.Places) > 0 || f.Mood.Future || f.Mood.Hypothetical {
		return
	}
	if e.Date != nil && e.Date.Text != "" && e.Date.Value != c.reportDay() {
		return
	}
	word, _, _ := strings.Cut(strings.TrimPrefix(e.Evidence.Entry, "CONSULT/"), ".")
	headline := strings.ToLower(c.d.Article.Headline)
	if slices.Contains(spoken, word) && slices.ContainsFunc(calls, func(s string) bool { return strings.Contains(headline, s) }) {
		e.Modes = []string{"phone"}
		e.Evidence.Steps = append(e.Evidence.Steps, "a call to the headline")
	}
}

var (
	// spoken names the entries of talk that does not tell by which means.
	spoken = []string{"speak", "talk", "converse", "confer", "conversation", "discuss", "discussion"}
	// calls holds what headlines call talk by telephone.
	calls = []string{"phone call", "telephone call", "phone conversation", "telephone conversation", "call with", "calls with", "call between", "by phone", "by telephone"}
)
