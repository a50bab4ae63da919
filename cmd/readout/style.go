package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// A style says how text is set off: in colour on a terminal, plain elsewhere.
type style struct {
	colour bool
	width  int // columns to wrap at
}

// styleFor returns the style for a writer: colour only on a terminal, and not when NO_COLOR is set
// (https://no-color.org).
func styleFor(w io.Writer) style {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return style{width: 100}
	}
	st := style{colour: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb", width: 100}
	if cols, _, err := term.GetSize(int(f.Fd())); err == nil && cols >= 40 {
		st.width = min(cols, 120)
	}
	return st
}

func (s style) paint(code, text string) string {
	if !s.colour || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (s style) bold(text string) string   { return s.paint("1", text) }
func (s style) dim(text string) string    { return s.paint("2", text) }
func (s style) accent(text string) string { return s.paint("36", text) }
