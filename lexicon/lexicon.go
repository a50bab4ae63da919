// Package lexicon is what readout knows about words: entries with slots and examples, names of
// actors and places, set phrases, and the PLOVER and CAMEO tables. The knowledge stands in text files of this
// folder, written for people of the field; README.md tells how to write them. Nothing here knows
// grammar or reads articles.
package lexicon

import (
	"bufio"
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"
	"time"
)

//go:embed actors attribution places plover *.txt
var files embed.FS

// A Lexicon is all the knowledge of one folder, or of several read over each other. It does not
// change after Load and may be used by many goroutines.
type Lexicon struct {
	Entries  []*Entry // in the order of file names and lines, layer by layer
	Actors   *Actors
	Places   *Places
	Ontology *Ontology
	Phrases  *Phrases
	Topics   *Topics
	Notes    []string // what of the user's folders was not read, with file and line

	Anonymous []Anonymous // of anonymous.txt, a user's lines first

	settings  map[string][]*Setting // by the last word of their nouns, a user's lines first
	firmness  map[string][]Firmness // by lemma and regular inflections, a user's lines first
	firmLines int

	byLemma map[string][]*Entry
	byForm  map[string][]*Entry // regular inflections

	byPreposition map[string][]*Entry // first word

	discards nameTrie[*Discard] // of PETRARCH dictionaries

	stances    map[string][]*StanceEntry // by lemma
	stanceList []*StanceEntry
}

// Default returns the lexicon that is built in.
var Default = sync.OnceValues(func() (*Lexicon, error) { return Load(files) })

// Load reads a lexicon folder: types.txt, cameo.txt, compose.txt, operators.txt, happenings.txt,
// phrases.txt, topics.txt, stance.txt, settings.txt, anonymous.txt, firmness.txt, plover/*.txt,
// attribution/*.txt, actors/*.txt and places/*.txt. Errors name file and line.
//
// Layers read over it may hold any of these files but the first two, and dictionaries in the format
// of PETRARCH. Their entries and actors are added, or replace those of the same full name; their
// compositions are tried first; a name that a dictionary has means what the dictionary says.
func Load(fsys fs.FS, over ...Layer) (*Lexicon, error) {
	l := &Lexicon{
		byLemma: map[string][]*Entry{}, byForm: map[string][]*Entry{}, byPreposition: map[string][]*Entry{},
		settings: map[string][]*Setting{}, firmness: map[string][]Firmness{},
	}
	layers := append([]Layer{{FS: fsys}}, over...)
	var err error
	if l.Ontology, err = loadOntology(layers); err != nil {
		return nil, err
	}
	actors := make(chan error, 1)
	go func() { actors <- l.loadActors(layers) }() // half of the work, beside the rest
	err = l.loadEntries(layers)
	if err := cmp.Or(<-actors, err); err != nil {
		return nil, err
	}
	if err := l.loadPhrases(layers); err != nil {
		return nil, err
	}
	return l, nil
}

// loadEntries reads the entries, and the tables that no actor is needed for.
func (l *Lexicon) loadEntries(layers []Layer) error {
	for _, load := range []func([]Layer) error{l.loadTables, l.loadTopics, l.loadStances} {
		if err := load(layers); err != nil {
			return err
		}
	}
	var err error
	if l.Places, err = LoadPlaces(layers[0].FS, layers[1:]...); err != nil {
		return err
	}
	at := map[string]int{}
	for n, y := range layers {
		names, err := entryFiles(y.FS)
		if err != nil {
			return fmt.Errorf("lexicon: %w", err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(y.FS, name)
			if err != nil {
				return fmt.Errorf("lexicon: %w", err)
			}
			if err := l.addFile(y, name, data, at, n > 0); err != nil {
				return err
			}
		}
	}
	l.index()
	return nil
}

// entryFiles lists the files that hold entries, sorted.
func entryFiles(fsys fs.FS) ([]string, error) {
	var names []string
	for _, pattern := range []string{"plover/*.txt", "attribution/*.txt", "operators.txt", "happenings.txt"} {
		m, err := fs.Glob(fsys, pattern)
		if err != nil {
			return nil, err
		}
		sort.Strings(m)
		names = append(names, m...)
	}
	return names, nil
}

// addFile adds the entries of one file of a layer. An entry of a user's folder takes the place of the
// one of the same full name; at tells where that stands.
func (l *Lexicon) addFile(y Layer, name string, data []byte, at map[string]int, own bool) error {
	entries, err := parseEntries(y, name, data)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := l.Ontology.check(&e.Makes); err != nil {
			return fmt.Errorf("lexicon: %s:%d: %s: %w", e.File, e.Line, e.Name, err)
		}
		e.own = own
		if i, ok := at[e.Name]; ok && own {
			l.Entries[i] = e
			continue
		}
		at[e.Name] = len(l.Entries)
		l.Entries = append(l.Entries, e)
	}
	return nil
}

// index makes the entries findable by their words.
func (l *Lexicon) index() {
	for _, e := range l.Entries {
		if e.UPOS == "ADP" {
			word, _, _ := strings.Cut(e.Lemma, "_")
			l.byPreposition[word] = append(l.byPreposition[word], e)
			continue
		}
		l.byLemma[e.Lemma] = append(l.byLemma[e.Lemma], e)
		for _, form := range inflections(e.Lemma, e.UPOS) {
			l.byForm[form] = append(l.byForm[form], e)
		}
	}
}

// ParseEntries reads the entries of one file. An entry's type is the file's name for plover/*.txt
// and Statement for attribution/*.txt, unless the entry says otherwise.
func ParseEntries(name string, data []byte) ([]*Entry, error) {
	return parseEntries(Layer{}, name, data)
}

// parseEntries reads the entries of one file of a layer.
func parseEntries(y Layer, name string, data []byte) ([]*Entry, error) {
	file := y.path(name)
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	base := strings.TrimSuffix(path.Base(name), ".txt")
	defaultType := ""
	switch path.Dir(name) {
	case "plover":
		defaultType = base
	case "attribution":
		defaultType = Statement
		base = "say"
	}
	var entries []*Entry
	lists := wordLists{}
	seen := map[string]bool{}
	sc := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), " \t\r")
		fail := func(err error) ([]*Entry, error) {
			return nil, fmt.Errorf("lexicon: %s:%d: %w", file, n, err)
		}
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == ' ' || line[0] == '\t' {
			if len(entries) == 0 {
				return fail(fmt.Errorf("example before the first entry"))
			}
			if err := entries[len(entries)-1].addExample(strings.TrimSpace(line), n); err != nil {
				return fail(err)
			}
			continue
		}
		if line[0] == '@' {
			if err := lists.add(line); err != nil {
				return fail(err)
			}
			continue
		}
		e, err := parseEntry(lists.fill(line), defaultType)
		if err != nil {
			return fail(err)
		}
		if seen[e.Name] {
			return fail(fmt.Errorf("entry %s stands twice", e.Name))
		}
		seen[e.Name] = true
		e.Name, e.File, e.Line = base+"/"+e.Name, file, n
		entries = append(entries, e)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("lexicon: %s: %w", file, err)
	}
	return entries, nil
}

// addExample reads a line "+ sentence => records" or "- sentence"; the sentence may start with a day
// in brackets.
func (e *Entry) addExample(line string, n int) error {
	ex := Example{Line: n}
	switch {
	case strings.HasPrefix(line, "+ "):
		text, want, ok := strings.Cut(line[2:], "=>")
		if !ok {
			return fmt.Errorf("a + example needs => and what it codes")
		}
		records, err := ParseRecords(want)
		if err != nil {
			return err
		}
		if len(records) == 0 {
			return fmt.Errorf("a + example needs a record after =>")
		}
		ex.Text, ex.Want = strings.TrimSpace(text), records
	case strings.HasPrefix(line, "- "):
		ex.Text = strings.TrimSpace(line[2:])
	default:
		return fmt.Errorf("an indented line starts with + or -: %q", line)
	}
	if day, text, ok := strings.Cut(ex.Text, "] "); ok && strings.HasPrefix(day, "[") {
		if _, err := time.Parse(time.DateOnly, day[1:]); err != nil {
			return fmt.Errorf("bad day %s] of an example", day)
		}
		ex.Day, ex.Text = day[1:], text
	}
	if ex.Text == "" {
		return fmt.Errorf("example without a sentence")
	}
	e.Examples = append(e.Examples, ex)
	return nil
}

// Lookup returns the entries of a word by its lemma, in the order of the files; when there are none,
// those of which the form is a regular inflection, since a lemmatizer errs on rare words. Both are
// lower case.
func (l *Lexicon) Lookup(lemma, form string) []*Entry {
	if entries := l.byLemma[lemma]; entries != nil {
		return entries
	}
	return l.byForm[form]
}

// Inflected returns the entries of which the form, lower case, is a regular inflection.
func (l *Lexicon) Inflected(form string) []*Entry { return l.byForm[form] }

// Preposition returns the entries of prepositions whose first word is the form, lower case.
func (l *Lexicon) Preposition(form string) []*Entry { return l.byPreposition[form] }
