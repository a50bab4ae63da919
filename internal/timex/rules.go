package timex

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed rules.txt
var rulesFile string

// A rule proposes expressions and names the action that gives them their value.
type rule struct {
	name     string
	run      action
	args     []string
	prog     []inst
	line     int
	examples []example
}

// An example is a line + or - under a rule.
type example struct {
	line  int
	fires bool
	text  string // the line without its sign: see parseCase
}

// load reads the words and the rules.
func load(wordsName, wordsText, rulesName, rulesText string) (*Finder, error) {
	words, err := parseWords(wordsName, wordsText)
	if err != nil {
		return nil, err
	}
	f := &Finder{words: words, byWord: map[int32][]int{}}
	macros := map[string]string{}
	var sources []string // of the rules
	for i, line := range strings.Split(rulesText, "\n") {
		text := strings.TrimSpace(line)
		switch {
		case text == "" || text[0] == '#':
		case line[0] != ' ' && strings.HasPrefix(text, "let "):
			name, body, ok := strings.Cut(text[len("let "):], "=")
			if !ok {
				return nil, fmt.Errorf("timex: %s:%d: want let NAME = pattern", rulesName, i+1)
			}
			macros[strings.TrimSpace(name)] = body
		case line[0] != ' ':
			name, rest, _ := strings.Cut(text, " ")
			f.rules = append(f.rules, rule{name: name, line: i + 1})
			sources = append(sources, rest)
		case len(f.rules) == 0:
			return nil, fmt.Errorf("timex: %s:%d: no rule above", rulesName, i+1)
		case text[0] == '+' || text[0] == '-':
			r := &f.rules[len(f.rules)-1]
			r.examples = append(r.examples, example{i + 1, text[0] == '+', strings.TrimSpace(text[1:])})
		default:
			sources[len(sources)-1] += " " + text
		}
	}
	for i := range f.rules {
		if err := f.addRule(i, sources[i], macros); err != nil {
			return nil, fmt.Errorf("timex: %s:%d: %s: %w", rulesName, f.rules[i].line, f.rules[i].name, err)
		}
	}
	return f, nil
}

// addRule compiles rule i and enters it under what it may begin with.
func (f *Finder) addRule(i int, source string, macros map[string]string) error {
	pattern, action, ok := strings.Cut(source, "=>")
	fields := strings.Fields(action)
	if !ok || len(fields) == 0 {
		return fmt.Errorf("want pattern => action")
	}
	r := &f.rules[i]
	if r.run = actionNamed(fields[0]); r.run == nil {
		return fmt.Errorf("no action %q", fields[0])
	}
	r.args = fields[1:]
	var err error
	if r.prog, err = compile(f.words, macros, pattern); err != nil {
		return err
	}
	words, classes, err := firsts(r.prog)
	if err != nil {
		return err
	}
	for w := range words {
		f.byWord[w] = append(f.byWord[w], i)
	}
	for c := range classCount {
		if classes&(1<<c) != 0 {
			f.byClass[c] = append(f.byClass[c], i)
		}
	}
	return nil
}

// firsts returns the words and classes that a match of prog may begin with.
func firsts(prog []inst) (words map[int32]bool, classes uint64, err error) {
	words = map[int32]bool{}
	seen := make([]bool, len(prog))
	var walk func(pc int) error
	walk = func(pc int) error {
		for !seen[pc] {
			seen[pc] = true
			in := &prog[pc]
			switch in.op {
			case opWord:
				for _, w := range in.set {
					words[w] = true
				}
				return nil
			case opClass:
				classes |= 1 << in.class
				return nil
			case opSplit:
				if err := walk(in.x); err != nil {
					return err
				}
				pc = in.y
			case opJump, opNot:
				pc = in.x
			case opAccept:
				return fmt.Errorf("the pattern may match nothing")
			default:
				pc++
			}
		}
		return nil
	}
	err = walk(0)
	return words, classes, err
}
