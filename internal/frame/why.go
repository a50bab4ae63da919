package frame

import (
	"fmt"
	"strings"

	"readout/lexicon"
)

// Reasons that most frames of a text have. They are told in full only where somebody asks.
const (
	lacking = "lacks a companion"
	noLight = "no light verb"
)

// Why returns why the frame does not hold, with the words of its entry; "" when it fired.
func (f *Frame) Why() string {
	switch f.Broken {
	case lacking:
		return nothingFills(f.lacks)
	case noLight:
		return noLight + " (" + briefly(f.Entry.Light) + ")"
	}
	return f.Broken
}

func nothingFills(s *lexicon.Slot) string { return "nothing fills " + s.Brief() }

// isThere says that token t stands where slot s wants nobody.
func (f *finder) isThere(s *lexicon.Slot, t int) string {
	return fmt.Sprintf("%s is there: “%s”", s.Brief()[1:], f.tok(t).Form)
}

// briefly lists the first words of a list.
func briefly(words []string) string {
	const most = 4
	if len(words) > most {
		return strings.Join(words[:most], ", ") + ", …"
	}
	return strings.Join(words, ", ")
}
