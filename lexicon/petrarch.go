package lexicon

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Dictionaries of actors, agents and discards in the format of PETRARCH (Phil Schrodt, "PETRARCH
// Users' Manual"; before it TABARI's), in which Phoenix and ICEWS publish theirs. This file reads the
// format; petrarch_load.go says what the dictionaries mean to readout.
//
//	HAMFAST_BRACEGIRDLE_     an actor: words joined by _ or spaces, in capitals
//	+OLD_HAMFAST             another name of the same
//	  [SHRGOV 20010101-20041231]   its codes with the days on which they hold: <DAY, >DAY, DAY-DAY
//	  [SHRELI >20041231]
//	  [SHR]                  and the one that holds otherwise; [SHR/BRE] are several actors
//	                         [---] is nobody
//	MINISTER [~GOV]          an agent: the code goes behind the actor's
//	POLICE {} [~COP]         its plurals where they are irregular, or none
//	!MEN! = MAN, MEN         a set: CLERGY!MEN! stands for CLERGYMAN and CLERGYMEN
//	+CHESS CLUB              a discard: its article (with +) or sentence is not read
//
// Comments begin with # or ;, or stand in <!-- -->. What cannot be understood is noted, not fatal:
// published dictionaries are hand-made, large, and mostly right.

// dictionaryKind tells what a file in the format of PETRARCH holds.
type dictionaryKind uint8

const (
	notDictionary dictionaryKind = iota
	actorDictionary
	agentDictionary
	discardDictionary
	verbDictionary // and whatever else PETRARCH reads and readout does not
)

// A dictionary is what a file holds.
type dictionary struct {
	actors   []dictionaryActor
	agents   []dictionaryAgent
	discards []Discard
	notes    []dictionaryNote
}

// A dictionaryActor is an actor under all its names.
type dictionaryActor struct {
	line  int
	names []string // as written, blanks for underscores; a final one is kept
	codes []datedCode
}

// A datedCode is a code with the days on which it holds, both included; open where empty.
type datedCode struct {
	codes    []string // several for [SHR/BRE]
	from, to string
}

// A dictionaryAgent is a role under all its names.
type dictionaryAgent struct {
	line  int
	names []string // lower case
	code  string
}

// A Discard is a phrase whose sentence, or whole article, is not to be read.
type Discard struct {
	Words   string // lower case
	Article bool
}

// A dictionaryNote says what of a line was not read.
type dictionaryNote struct {
	line int
	text string
}

func (d *dictionary) note(line int, format string, args ...any) {
	d.notes = append(d.notes, dictionaryNote{line, fmt.Sprintf(format, args...)})
}

var (
	actorLine = regexp.MustCompile(`(?m)^[^#;\na-z]*\[\s*([A-Za-z0-9/]{3,}|---|\+\+\+)\s*[\]<> ]`)
	agentLine = regexp.MustCompile(`(?m)^[^#;\n]*\[\s*(~\s*[A-Za-z0-9]|[A-Za-z0-9]+\s*~)`)
	verbLine  = regexp.MustCompile(`(?m)^(---\s*[A-Z]|- .*[*+$%].*#|&[A-Z])|^~[A-Z_]`)
)

// sniff tells what a text file of a user's folder holds, by its content; discards, which are bare
// phrases, by its name.
func sniff(name string, data []byte) dictionaryKind {
	actors, agents := len(actorLine.FindAllIndex(data, -1)), len(agentLine.FindAllIndex(data, -1))
	switch {
	case verbLine.Match(data):
		return verbDictionary
	case agents > actors:
		return agentDictionary
	case actors > 0:
		return actorDictionary
	case strings.Contains(strings.ToLower(path.Base(name)), "discard"):
		return discardDictionary
	}
	return notDictionary
}

// parseDictionary reads a file of the kind.
func parseDictionary(kind dictionaryKind, data []byte) *dictionary {
	d := &dictionary{}
	sets := map[string][]string{}
	commented := false
	n := 0
	for raw := range bytes.Lines(bytes.TrimPrefix(data, []byte("\ufeff"))) {
		n++
		var line string
		line, commented = uncommentDictionary(strings.ToValidUTF8(string(raw), "�"), commented)
		if strings.TrimSpace(line) == "" {
			continue
		}
		switch kind {
		case actorDictionary:
			d.actorLine(n, line)
		case agentDictionary:
			d.agentLine(n, line, sets)
		case discardDictionary:
			d.discardLine(line)
		}
	}
	for i := range d.actors {
		if a := &d.actors[i]; len(a.codes) == 0 {
			d.note(a.line, "%s has no code", a.names[0])
		}
	}
	slices.SortStableFunc(d.notes, func(a, b dictionaryNote) int { return cmp.Compare(a.line, b.line) })
	return d
}

// uncommentDictionary returns the line without comments and white space at its end, and whether a
// comment in <!-- --> goes on after it. A # inside brackets is part of a code.
func uncommentDictionary(line string, commented bool) (string, bool) {
	if commented {
		_, after, ends := strings.Cut(line, "-->")
		if !ends {
			return "", true
		}
		line = after
	}
	if i := strings.Index(line, "<!"); i >= 0 {
		rest := line[i:]
		if j := strings.Index(rest, "-->"); j >= 0 {
			line = line[:i] + rest[j+len("-->"):]
		} else {
			line, commented = line[:i], true
		}
	} else {
		commented = false
	}
	depth := 0
	for i := range len(line) {
		switch line[i] {
		case '[':
			depth++
		case ']':
			depth--
		case '#', ';':
			if depth <= 0 {
				return strings.TrimRight(line[:i], " \t\r\n"), commented
			}
		}
	}
	return strings.TrimRight(line, " \t\r\n"), commented
}

// actorLine reads a line of a dictionary of actors.
func (d *dictionary) actorLine(n int, line string) {
	name, codes, bracket := strings.Cut(line, "[")
	name = dictionaryName(name)
	synonym := strings.HasPrefix(name, "+")
	name = strings.TrimSpace(strings.TrimPrefix(name, "+"))
	switch {
	case name == "" && len(d.actors) == 0, synonym && len(d.actors) == 0:
		d.note(n, "a line before the first actor")
		return
	case synonym && !bracket && name != "":
		a := &d.actors[len(d.actors)-1]
		a.names = append(a.names, name)
	case name != "":
		d.actors = append(d.actors, dictionaryActor{line: n, names: []string{name}})
	}
	if !bracket {
		return
	}
	a := &d.actors[len(d.actors)-1]
	for _, part := range strings.Split(codes, "[") {
		inner, _, closed := strings.Cut(part, "]")
		if !closed {
			d.note(n, "a code without ]")
			continue
		}
		code, err := parseDatedCode(inner)
		if err != nil {
			d.note(n, "%v", err)
			continue
		}
		a.codes = append(a.codes, code)
	}
}

// dictionaryName returns a name with blanks for underscores; a final underscore, which says that the
// word ends there, remains.
func dictionaryName(s string) string {
	s = strings.TrimSpace(s)
	ends := strings.HasSuffix(s, "_")
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "_", " ")), " ")
	if ends && s != "" {
		s += "_"
	}
	return s
}

// parseDatedCode reads what stands between brackets: "SHR", "SHRGOV 20010101-20041231", "SHR <19950101".
func parseDatedCode(s string) (datedCode, error) {
	s = strings.TrimSpace(s)
	end := strings.IndexAny(s, " \t<>")
	if end < 0 {
		end = len(s)
	}
	var c datedCode
	for code := range strings.SplitSeq(strings.ToUpper(s[:end]), "/") {
		if strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" && code != "---" && code != "+++" && code != "###" || len(code) < 3 {
			return c, fmt.Errorf("bad code %q", s[:end])
		}
		c.codes = append(c.codes, code)
	}
	days := strings.Join(strings.Fields(s[end:]), "")
	var err error
	switch {
	case days == "":
	case days[0] == '<':
		c.to, err = dictionaryDay(days[1:], -1)
	case days[0] == '>':
		c.from, err = dictionaryDay(days[1:], 1)
	default:
		from, to, _ := strings.Cut(days, "-")
		if c.from, err = dictionaryDay(from, 0); err == nil {
			c.to, err = dictionaryDay(to, 0)
		}
	}
	return c, err
}

// dictionaryDay returns the day, written YYYYMMDD or YYMMDD (1930 to 2029), moved by some days.
func dictionaryDay(s string, move int) (string, error) {
	full := s
	if len(s) == 6 {
		full = "19" + s
		if s < "30" {
			full = "20" + s
		}
	}
	t, err := time.Parse("20060102", full)
	if err != nil {
		return "", fmt.Errorf("bad day %q", s)
	}
	return t.AddDate(0, 0, move).Format(time.DateOnly), nil
}

// agentLine reads a line of a dictionary of agents.
func (d *dictionary) agentLine(n int, line string, sets map[string][]string) {
	if name, members, ok := strings.Cut(line, "="); ok && strings.HasPrefix(line, "!") {
		key := strings.Trim(strings.TrimSpace(name), "!")
		for m := range strings.SplitSeq(members, ",") {
			if m = strings.TrimSpace(m); m != "" {
				sets[key] = append(sets[key], m)
			}
		}
		return
	}
	head, rest, ok := strings.Cut(line, "[")
	code, _, closed := strings.Cut(rest, "]")
	code = strings.ToUpper(strings.TrimSpace(code))
	if !ok || !closed || strings.Count(code, "~") != 1 {
		d.note(n, "an agent needs a code such as [~GOV]")
		return
	}
	name, plurals, irregular := strings.Cut(strings.ReplaceAll(head, "}", ""), "{")
	if name = strings.TrimSpace(strings.ReplaceAll(name, "_", " ")); !irregular && name != "" {
		plurals = plural(strings.ToLower(name))
		if strings.Contains(name, "!") { // sets name their plurals
			plurals = ""
		}
	}
	a := dictionaryAgent{line: n, code: strings.TrimSpace(strings.ReplaceAll(code, "~", ""))}
	for _, name := range append([]string{name}, strings.Split(plurals, ",")...) {
		names, err := substitute(strings.ReplaceAll(name, "_", " "), sets)
		if err != nil {
			d.note(n, "%v", err)
			return
		}
		for _, x := range names {
			if x = strings.ToLower(strings.Join(strings.Fields(x), " ")); x != "" {
				a.names = append(a.names, x)
			}
		}
	}
	if len(a.names) > 0 && a.code != "" {
		d.agents = append(d.agents, a)
	}
}

// maxSubstitutes bounds how many names one agent with sets stands for.
const maxSubstitutes = 1000

// substitute returns the names that a name with sets stands for.
func substitute(name string, sets map[string][]string) ([]string, error) {
	before, rest, ok := strings.Cut(name, "!")
	if !ok {
		return []string{name}, nil
	}
	key, after, ok := strings.Cut(rest, "!")
	members := sets[key]
	if members == nil { // a key may have an underscore
		members = sets[strings.ReplaceAll(key, " ", "_")]
	}
	if !ok || members == nil {
		return nil, fmt.Errorf("no substitution set %q", strings.TrimSpace(key))
	}
	tails, err := substitute(after, sets)
	if err != nil {
		return nil, err
	}
	if len(tails)*len(members) > maxSubstitutes {
		return nil, fmt.Errorf("sets that make more than %d names", maxSubstitutes)
	}
	var names []string
	for _, m := range members {
		for _, tail := range tails {
			names = append(names, before+m+tail)
		}
	}
	return names, nil
}

// discardLine reads a line of a dictionary of discards.
func (d *dictionary) discardLine(line string) {
	line = strings.TrimSpace(line)
	x := Discard{Article: strings.HasPrefix(line, "+")}
	line = strings.ReplaceAll(strings.TrimPrefix(line, "+"), "_", " ")
	if x.Words = roleKey(line); x.Words != "" {
		d.discards = append(d.discards, x)
	}
}
