package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Stances are what a speaker's words can say of a topic, besides nothing.
var stances = []string{"support", "oppose", "call for", "reject", "concern"}

// A StanceEntry says that a word takes a stance toward what stands in a place of its clause, from
// stance.txt.
type StanceEntry struct {
	Name     string   // "stance/oppose.1"
	Lemmas   []string // the word, and how else a lemmatizer may take it: opposed, oppose
	UPOS     string   // VERB, NOUN or ADJ
	Paths    []string // where the topic stands: "obj", "nsubj", "amod", "obl:to", "nmod:for"
	Must     bool     // only where it is demanded: “must end the embargo”, “urged them to end it”
	Stance   string   // support, oppose, call for, reject, concern
	Examples []StanceExample
	File     string
	Line     int

	own bool // of a user's folder
}

// A StanceExample is a sentence, and the topic toward which its statement takes the stance; the
// topic is "" where nobody takes it.
type StanceExample struct {
	Text, Topic string
	Line        int
}

// Stance returns the entries of a word by its lemma, in the order of the files.
func (l *Lexicon) Stance(lemma string) []*StanceEntry { return l.stances[lemma] }

// StanceEntries returns all entries of stances in the order of the files.
func (l *Lexicon) StanceEntries() []*StanceEntry { return l.stanceList }

// OwnStances returns the entries of stances of the layers over the first.
func (l *Lexicon) OwnStances() []*StanceEntry {
	var own []*StanceEntry
	for _, e := range l.stanceList {
		if e.own {
			own = append(own, e)
		}
	}
	return own
}

// loadStances reads stance.txt of all layers; an entry of a later layer takes the place of the one of
// the same name.
func (l *Lexicon) loadStances(layers []Layer) error {
	at := map[string]int{}
	for n, y := range layers {
		var last *StanceEntry
		err := readBlocks(y, "stance.txt", n > 0, func(line string, lineNo int) error {
			e, err := parseStance(line)
			if err != nil {
				return err
			}
			e.File, e.Line, e.own = y.path("stance.txt"), lineNo, n > 0
			last = e
			i, there := at[e.Name]
			switch {
			case !there:
				at[e.Name] = len(l.stanceList)
				l.stanceList = append(l.stanceList, e)
			case l.stanceList[i].File == e.File:
				return fmt.Errorf("entry %s stands twice", e.Name)
			default:
				l.stanceList[i] = e
			}
			return nil
		}, func(line string, lineNo int) error { return last.addExample(line, lineNo) })
		if err != nil {
			return err
		}
	}
	l.stances = map[string][]*StanceEntry{}
	for _, e := range l.stanceList {
		for _, lemma := range e.Lemmas {
			l.stances[lemma] = append(l.stances[lemma], e)
		}
	}
	return nil
}

// parseStance reads “name  lemma|lemma UPOS path|path [must] => stance”.
func parseStance(line string) (*StanceEntry, error) {
	pattern, stance, ok := strings.Cut(line, "=>")
	f := strings.Fields(pattern)
	e := &StanceEntry{Stance: strings.TrimSpace(stance)}
	if !ok || len(f) < 4 || len(f) > 5 || len(f) == 5 && f[4] != "must" {
		return nil, fmt.Errorf("want name, lemma, part of speech, path, perhaps must, and => stance: %q", line)
	}
	e.Name, e.Lemmas, e.UPOS, e.Paths, e.Must = "stance/"+f[0], strings.Split(f[1], "|"), f[2], strings.Split(f[3], "|"), len(f) == 5
	if !slices.Contains([]string{"VERB", "NOUN", "ADJ"}, e.UPOS) {
		return nil, fmt.Errorf("part of speech %q is not VERB, NOUN or ADJ", e.UPOS)
	}
	for _, p := range e.Paths {
		rel, prep, _ := strings.Cut(p, ":")
		switch {
		case (rel == "obj" || rel == "nsubj" || rel == "amod") && prep == "":
		case (rel == "obl" || rel == "nmod") && prep != "":
		default:
			return nil, fmt.Errorf("do not understand the path %q", p)
		}
	}
	if !slices.Contains(stances, e.Stance) {
		return nil, fmt.Errorf("stance %q is none of %s", e.Stance, strings.Join(stances, ", "))
	}
	return e, nil
}

// addExample reads “+ sentence => topic” or “- sentence”.
func (e *StanceEntry) addExample(line string, at int) error {
	text, topic, ok := strings.Cut(line[1:], "=>")
	x := StanceExample{Text: strings.TrimSpace(text), Topic: strings.TrimSpace(topic), Line: at}
	switch {
	case line[0] != '+' && line[0] != '-':
		return fmt.Errorf("an indented line starts with + or -: %q", line)
	case x.Text == "":
		return errors.New("example without a sentence")
	case line[0] == '+' && x.Topic == "":
		return errors.New("a + example needs => and the topic")
	case line[0] == '-' && ok:
		return errors.New("a - example has no =>")
	}
	e.Examples = append(e.Examples, x)
	return nil
}
