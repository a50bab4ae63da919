package train

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"readout/internal/doc"
)

// A nameList is the names of treebanks' sentences, apart from the sentences: a file of lines, each
// the id of a sentence and its names, divided by TABs. A name is its first and last word, counted
// from 1 as in CoNLL-U, and its type: "3-4 PER". Lines that begin with # say nothing.
type nameList struct {
	Treebank                 // of the file; it has no sentences
	lines    map[string]line // by sentence
}

type line struct {
	number int
	names  []string
}

// readNames reads a list of names.
func readNames(path string) (*nameList, error) {
	t, in, err := open(path)
	if err != nil {
		return nil, err
	}
	l := &nameList{*t, map[string]line{}}
	scanner := bufio.NewScanner(in)
	for n := 1; scanner.Scan(); n++ {
		if strings.HasPrefix(scanner.Text(), "#") {
			continue
		}
		fields := strings.Split(scanner.Text(), "\t")
		if _, twice := l.lines[fields[0]]; twice || len(fields) < 2 {
			return nil, fmt.Errorf("train: %s:%d: want the id of another sentence and its names", path, n)
		}
		l.lines[fields[0]] = line{n, fields[1:]}
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("train: %s: %w", path, err)
	}
	return l, nil
}

// addTo marks the words of the treebanks' sentences. A sentence that the list leaves out has no
// names; a sentence of the list that no treebank has is an error.
func (l *nameList) addTo(banks []*Treebank) error {
	found := map[string]bool{}
	for _, t := range banks {
		for _, s := range t.Sentences {
			for i := range s.Words {
				s.Words[i].Name = "O"
			}
			known, ok := l.lines[s.ID]
			if !ok {
				continue
			}
			found[s.ID] = true
			for _, name := range known.names {
				if err := mark(s.Words, name); err != nil {
					return fmt.Errorf("train: %s:%d: %w", l.Name, known.number, err)
				}
			}
		}
	}
	if len(found) != len(l.lines) {
		return fmt.Errorf("train: %s: %d of %d sentences are in no treebank", l.Name, len(l.lines)-len(found), len(l.lines))
	}
	return nil
}

// mark marks the words of one name: "3-4 PER" or "3 PER".
func mark(words []doc.Token, name string) error {
	span, typ, _ := strings.Cut(name, " ")
	from, to, ok := strings.Cut(span, "-")
	if !ok {
		to = from
	}
	first, err1 := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || typ == "" || first < 1 || last < first || last > len(words) {
		return fmt.Errorf("bad name %q in a sentence of %d words", name, len(words))
	}
	for i := first; i <= last; i++ {
		if words[i-1].Name != "O" {
			return fmt.Errorf("name %q lies over another", name)
		}
		words[i-1].Name = "I-" + typ
	}
	words[first-1].Name = "B-" + typ
	return nil
}
