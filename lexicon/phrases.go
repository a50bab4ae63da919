package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Phrase is a set phrase of diplomacy, from phrases.txt: a formula that its users repeat word for
// word, so that its coming, going and change tell something.
type Phrase struct {
	ID       string // made from the name: "cold-war-mentality"
	Name     string // the canonical wording: "Cold War mentality"
	Patterns []*Pattern
	Who      []string // country codes, and names of organizations, whose phrase it is; nil when it is anybody's
	Since    string   // ISO date, month or year of its coming into use; "" when that is not certain
	Ladder   string   // the ladder of tone it stands on: "concern"; "" for none
	Rank     int      // its step on the ladder, from 1, the mildest
	Examples []PhraseExample
	File     string
	Line     int

	own bool // of a user's folder
}

// A PhraseExample is a sentence that holds a phrase, or one with like words that does not.
type PhraseExample struct {
	Text  string
	Holds bool
	Line  int
}

// Phrases are the set phrases of a lexicon, in the order of the files.
type Phrases struct {
	All   []*Phrase
	byID  map[string]int
	index patternIndex
}

// Get returns the phrase with the identifier, nil when there is none.
func (p *Phrases) Get(id string) *Phrase {
	if i, ok := p.byID[id]; ok {
		return p.All[i]
	}
	return nil
}

// Own returns the phrases of the layers over the first.
func (p *Phrases) Own() []*Phrase {
	var own []*Phrase
	for _, ph := range p.All {
		if ph.own {
			own = append(own, ph)
		}
	}
	return own
}

// At calls found with every phrase that begins at words[i] and the end of its longest match.
func (p *Phrases) At(words []Word, i int, found func(ph *Phrase, end int)) {
	p.index.at(words, i, func(value, end int) { found(p.All[value], end) })
}

// loadPhrases reads phrases.txt of all layers; a phrase of a later layer takes the place of the one of
// the same name.
func (l *Lexicon) loadPhrases(layers []Layer) error {
	ps := &Phrases{byID: map[string]int{}}
	for n, y := range layers {
		var last *Phrase
		err := readBlocks(y, "phrases.txt", n > 0, func(line string, at int) error {
			ph, err := l.parsePhrase(line)
			if err != nil {
				return err
			}
			ph.File, ph.Line, ph.own = y.path("phrases.txt"), at, n > 0
			last = ph
			i, there := ps.byID[ph.ID]
			switch {
			case !there:
				ps.byID[ph.ID] = len(ps.All)
				ps.All = append(ps.All, ph)
			case n == 0 || ps.All[i].File == ph.File:
				return fmt.Errorf("phrase %s stands twice", ph.ID)
			default:
				ps.All[i] = ph
			}
			return nil
		}, func(line string, at int) error { return last.addLine(line, at) })
		if err != nil {
			return err
		}
	}
	for i, ph := range ps.All {
		if ph.Patterns == nil {
			p, err := ParsePattern(strings.ToLower(ph.Name))
			if err != nil {
				return fmt.Errorf("lexicon: %s:%d: %w", ph.File, ph.Line, err)
			}
			ph.Patterns = []*Pattern{p}
		}
		for _, p := range ph.Patterns {
			ps.index.add(p, i)
		}
	}
	l.Phrases = ps
	return nil
}

var phraseID = regexp.MustCompile(`[^a-z0-9]+`)

// parsePhrase reads the head line of a phrase: its name, then who=, since= and ladder=.
func (l *Lexicon) parsePhrase(line string) (*Phrase, error) {
	ph := &Phrase{}
	var name []string
	for _, f := range strings.Fields(line) {
		key, value, isKey := strings.Cut(f, "=")
		var err error
		switch {
		case !isKey && len(ph.Who)+len(ph.Since)+len(ph.Ladder) == 0:
			name = append(name, f)
		case key == "who":
			ph.Who, err = l.parseWho(value)
		case key == "since":
			if ph.Since = value; value == "" || settled(value) != value {
				err = fmt.Errorf("bad day %q", value)
			}
		case key == "ladder":
			rank := ""
			ph.Ladder, rank, _ = strings.Cut(value, ":")
			if ph.Rank, err = strconv.Atoi(rank); err != nil || ph.Rank < 1 {
				err = fmt.Errorf("a ladder needs its step, as in ladder=concern:2: %q", value)
			}
		default:
			err = fmt.Errorf("do not understand %q", f)
		}
		if err != nil {
			return nil, err
		}
	}
	if len(name) == 0 {
		return nil, errors.New("a phrase needs its words")
	}
	ph.Name = strings.Join(name, " ")
	ph.ID = strings.Trim(phraseID.ReplaceAllString(strings.ToLower(ph.Name), "-"), "-")
	return ph, nil
}

// parseWho reads the codes of countries and the names of organizations, words joined by _.
func (l *Lexicon) parseWho(value string) ([]string, error) {
	var who []string
	for w := range strings.SplitSeq(value, ",") {
		name := strings.ReplaceAll(w, "_", " ")
		known := l.Actors.Country(name) != nil || slices.ContainsFunc(l.Actors.Match(strings.Fields(name)), func(m Match) bool {
			return m.Known.Kind == Organization && m.Len == len(strings.Fields(name))
		})
		if !known {
			return nil, fmt.Errorf("who: %q is neither the code of a country nor the name of an organization", w)
		}
		who = append(who, name)
	}
	return who, nil
}

// addLine reads an indented line of a phrase: = pattern, + example, - example.
func (ph *Phrase) addLine(line string, at int) error {
	kind, text := line[:1], strings.TrimSpace(line[1:])
	switch kind {
	case "=":
		p, err := ParsePattern(text)
		if err != nil {
			return err
		}
		ph.Patterns = append(ph.Patterns, p)
	case "+", "-":
		if text == "" {
			return errors.New("example without a sentence")
		}
		ph.Examples = append(ph.Examples, PhraseExample{Text: text, Holds: kind == "+", Line: at})
	default:
		return fmt.Errorf("an indented line starts with =, + or -: %q", line)
	}
	return nil
}

// readBlocks gives the lines of a file of a layer to head, or to sub when they are indented. Errors
// name file and line. A file that is not there is no error when it is optional.
func readBlocks(y Layer, name string, optional bool, head, sub func(line string, at int) error) error {
	data, err := fs.ReadFile(y.FS, name)
	if err != nil {
		if optional && errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return fmt.Errorf("lexicon: %w", err)
	}
	n, begun := 0, false
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		n++
		line = strings.TrimRight(line, " \t\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		indented := line[0] == ' ' || line[0] == '\t'
		switch {
		case !indented:
			begun = true
			err = head(line, n)
		case !begun:
			err = errors.New("an indented line before the first head line")
		default:
			err = sub(strings.TrimSpace(line), n)
		}
		if err != nil {
			return fmt.Errorf("lexicon: %s:%d: %w", y.path(name), n, err)
		}
	}
	return nil
}
