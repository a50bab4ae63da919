package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"readout/internal/intake"
)

var errDirectory = errors.New("is a directory")

// message prints "readout: …".
func message(w interface{ WriteString(string) (int, error) }, text string) {
	w.WriteString("readout: " + text + "\n")
}

// hint prints "hint: …".
func hint(w interface{ WriteString(string) (int, error) }, text string) {
	w.WriteString("hint: " + text + "\n")
}

// complain prints what went wrong, alike for all commands: the file first, without the call or the package that
// failed, then what may help.
func complain(err error) {
	message(os.Stderr, plainly(err))
	var path *fs.PathError
	errors.As(err, &path)
	switch {
	case errors.Is(err, errDirectory):
		hint(os.Stderr, "name the files in it: "+path.Path+"/*")
	case errors.Is(err, intake.ErrTooLarge):
		hint(os.Stderr, "one file is one report; split an archive into its reports")
	case errors.Is(err, fs.ErrNotExist) && path != nil && strings.Contains(path.Path, " "):
		hint(os.Stderr, "this command takes names of files; readout explain reads a sentence")
	}
}

// plainly returns what an error tells the user.
func plainly(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Path + ": " + path.Err.Error()
	}
	text := err.Error()
	for _, pkg := range []string{"intake: ", "lexicon: ", "score: "} {
		text = strings.TrimPrefix(text, pkg)
	}
	return text
}
