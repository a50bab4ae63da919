package reader_test

import (
	"strings"
	"testing"

	"readout/internal/intake"
)

// TestLongSentence checks that a sentence of 5,000 words gives a sound reading.
func TestLongSentence(t *testing.T) {
	r := newReader(t)
	for _, text := range []string{
		strings.Repeat("France and China met ", 1250),
		strings.Repeat("said that ", 2500),
		strings.Repeat("(", 5000),
		strings.Repeat("x", 100_000),
		strings.Repeat("Kohl, ", 5000) + "met Mitterrand.",
	} {
		a := intake.Text(text, intake.Options{Published: "1988-03-15"})
		checkSpans(t, r.Read(a))
	}
}

// FuzzRead reads arbitrary text: every span must be exact and nothing may fail.
func FuzzRead(f *testing.F) {
	f.Add("GENEVA, Nov. 19, 1985 (Meridian) -- Reagan met Gorbachev. “We agreed,” he said, “to meet again next year.”")
	f.Add("Q: Will you meet?\nA: We will. I told the Chinese president so.\n")
	f.Add("China‘s envoy, who \"didn't\" talk\x00\xff, left. ### [编辑：某某]")
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		a := intake.Text(strings.ToValidUTF8(text, "?"), intake.Options{Published: "2020-06-15"})
		checkSpans(t, r.Read(a))
	})
}
