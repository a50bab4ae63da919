package lexicon

import (
	"fmt"
	"strings"
)

// Nationals stands in a list of lemmas for the people of any country.
const Nationals = "@nationals"

// wordLists are the named lists of lemmas of one file of entries, by name.
type wordLists map[string]string

// add reads a line "@name word word …", which makes a list or adds to it.
func (w wordLists) add(line string) error {
	name, words, _ := strings.Cut(line[1:], " ")
	lemmas := strings.Fields(words)
	if name == "" || len(lemmas) == 0 || strings.ContainsAny(words, "|()") {
		return fmt.Errorf("a list of words is written @name word word …: %q", line)
	}
	if w[name] != "" {
		lemmas = append([]string{w[name]}, lemmas...)
	}
	w[name] = strings.Join(lemmas, "|")
	return nil
}

// fill puts the words of the lists in the place of their names in the head line of an entry: "nsubj(@crowd|pilot)".
func (w wordLists) fill(line string) string {
	if !strings.Contains(line, "@") {
		return line
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(line, '@')
		if i < 0 {
			b.WriteString(line)
			return b.String()
		}
		end := i + 1
		for end < len(line) && (line[end] >= 'a' && line[end] <= 'z' || line[end] == '-') {
			end++
		}
		b.WriteString(line[:i])
		if words, ok := w[line[i+1:end]]; ok {
			b.WriteString(words)
		} else {
			b.WriteString(line[i:end])
		}
		line = line[end:]
	}
}
