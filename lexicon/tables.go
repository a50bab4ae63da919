package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// A Setting is a line of settings.txt: what words are said in or at.
type Setting struct {
	Kind         string
	Prepositions []string // lower case
	Nouns        []string // lower case, singular; the last word governs
}

// An Anonymous is a line of anonymous.txt: what a source without a name is said to be.
type Anonymous struct {
	Kind  string
	Nouns []string // lower case, singular; the last word governs
	With  []string // one of these words must stand in the phrase; nil for none
}

// A Firmness is a word of firmness.txt: what it says of a plan.
type Firmness struct {
	Value    string
	Rank     int    // the number of its line: a lower one counts before a higher one
	Particle string // "off" of "call off"; "" for none
}

// Firmness returns what a word says of how firm a plan is, by its lemma or else as a regular inflection;
// both are lower case.
func (l *Lexicon) Firmness(lemma, form string) []Firmness {
	if f := l.firmness[lemma]; f != nil {
		return f
	}
	return l.firmness[form]
}

// SettingsOf returns the lines of settings.txt of which a noun ends in the lemma or the form, lower case.
func (l *Lexicon) SettingsOf(lemma, form string) []*Setting {
	if s := l.settings[lemma]; s != nil || lemma == form {
		return s
	}
	return l.settings[form]
}

// loadTables reads the tables of statements and plans: settings.txt, anonymous.txt and firmness.txt. The
// lines of the last layer come first, so that what a user writes is tried before what is built in.
func (l *Lexicon) loadTables(layers []Layer) error {
	for _, t := range []struct {
		name string
		add  func(line string) error
	}{{"settings.txt", l.addSetting}, {"anonymous.txt", l.addAnonymous}, {"firmness.txt", l.addFirmness}} {
		for n, y := range slices.Backward(layers) {
			err := readTable(y, t.name, t.add)
			if err != nil && (n == 0 || !errors.Is(err, fs.ErrNotExist)) {
				return err
			}
		}
	}
	return nil
}

func (l *Lexicon) addSetting(line string) (err error) {
	cells, err := columns(line, 3, 3)
	if err != nil {
		return err
	}
	s := Setting{Kind: cells[0]}
	if s.Prepositions, err = items(cells[1]); err != nil {
		return err
	}
	if s.Nouns, err = items(cells[2]); err != nil {
		return err
	}
	for _, noun := range s.Nouns {
		last := noun[strings.LastIndexByte(noun, ' ')+1:]
		if lines := l.settings[last]; len(lines) == 0 || lines[len(lines)-1] != &s {
			l.settings[last] = append(lines, &s)
		}
	}
	return nil
}

func (l *Lexicon) addAnonymous(line string) (err error) {
	cells, err := columns(line, 2, 3)
	if err != nil {
		return err
	}
	a := Anonymous{Kind: cells[0]}
	if a.Nouns, err = items(cells[1]); err != nil {
		return err
	}
	if len(cells) > 2 {
		words, ok := strings.CutPrefix(cells[2], "with ")
		if !ok {
			return fmt.Errorf("third column %q does not begin with “with”", cells[2])
		}
		if a.With, err = items(words); err != nil {
			return err
		}
	}
	l.Anonymous = append(l.Anonymous, a)
	return nil
}

func (l *Lexicon) addFirmness(line string) (err error) {
	cells, err := columns(line, 2, 2)
	if err != nil {
		return err
	}
	words, err := items(cells[1])
	if err != nil {
		return err
	}
	l.firmLines++
	for _, word := range words {
		verb, particle, _ := strings.Cut(word, " ")
		f := Firmness{Value: cells[0], Rank: l.firmLines, Particle: particle}
		for _, form := range append([]string{verb}, inflections(verb, "VERB")...) {
			if known := l.firmness[form]; !slices.Contains(known, f) {
				l.firmness[form] = append(known, f)
			}
		}
	}
	return nil
}

// columns splits a line where two spaces or a tab stand, into at least least and at most most columns.
func columns(line string, least, most int) ([]string, error) {
	var cells []string
	for cell := range strings.SplitSeq(strings.ReplaceAll(line, "\t", "  "), "  ") {
		if cell = strings.TrimSpace(cell); cell != "" {
			cells = append(cells, cell)
		}
	}
	if len(cells) < least || len(cells) > most {
		return nil, fmt.Errorf("%d columns in %q, want %d to %d with two spaces between", len(cells), line, least, most)
	}
	return cells, nil
}

// items returns the items of a column, lower case.
func items(column string) ([]string, error) {
	var out []string
	for item := range strings.SplitSeq(column, ",") {
		item = strings.Join(strings.Fields(strings.ToLower(item)), " ")
		if item == "" {
			return nil, fmt.Errorf("nothing stands beside a comma of %q", column)
		}
		out = append(out, item)
	}
	return out, nil
}
