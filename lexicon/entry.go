package lexicon

import (
	"fmt"
	"strings"
)

// An Entry is one line of the lexicon: a word in one of its senses, the slots that its companions
// fill, and the record that it makes. README.md in this folder tells how to write one.
type Entry struct {
	Name     string   // "CONSULT/meet.1": the file's name without .txt, and the entry's own
	Lemma    string   // lemma of the head word, lower case; words of a preposition joined by _
	UPOS     string   // VERB, NOUN, ADJ or ADP
	Light    []string // for nouns: lemmas of the verbs that carry the noun ("hold talks"); nil when it stands alone
	Slots    []Slot
	Makes    Makes
	Examples []Example
	File     string // "plover/CONSULT.txt"
	Line     int

	own        bool     // of a user's folder
	lightForms []string // regular inflections of Light
}

// Makes says what a frame of the entry is: an event of a PLOVER type, a statement, or an operator
// that changes the event in its event slot.
type Makes struct {
	Type      string   // PLOVER event type; Statement; "" for an operator or a happening outside PLOVER
	Modes     []string // PLOVER modes
	Contexts  []string // PLOVER contexts
	CAMEO     string   // CAMEO code; "" for the default of the type
	Auxiliary []string // operators: auxiliary modes given to the event in the event slot
	Same      bool     // operators: the event in the event slot as it is ("continue to", "help")
}

// Statement is the Type of attribution entries.
const Statement = "STATEMENT"

// Operator reports whether entries of this kind only change the event that they embed.
func (m *Makes) Operator() bool { return m.Same || len(m.Auxiliary) > 0 }

// String writes what an entry makes as the lexicon does after =>.
func (m *Makes) String() string {
	var parts []string
	switch {
	case m.Same:
		parts = append(parts, "same")
	case m.Type != "":
		parts = append(parts, strings.TrimSuffix(m.Type+"."+strings.Join(m.Modes, "+"), "."))
	}
	for _, f := range []struct{ key, value string }{
		{"cameo", m.CAMEO}, {"context", strings.Join(m.Contexts, ",")}, {"aux", strings.Join(m.Auxiliary, ",")},
	} {
		if f.value != "" {
			parts = append(parts, f.key+"="+f.value)
		}
	}
	return strings.Join(parts, " ")
}

// parseEntry reads the head line of an entry:
//
//	name  lemma UPOS  [light(verb|verb)] slot…  [=> TYPE.mode key=value…]
func parseEntry(line, defaultType string) (*Entry, error) {
	pattern, makes, _ := strings.Cut(line, "=>")
	fields := strings.Fields(pattern)
	if len(fields) < 4 {
		return nil, fmt.Errorf("an entry needs a name, a lemma, a part of speech and a slot: %q", line)
	}
	e := &Entry{Name: fields[0], Lemma: fields[1], UPOS: fields[2]}
	if strings.ToLower(e.Lemma) != e.Lemma {
		return nil, fmt.Errorf("lemma %q is not lower case", e.Lemma)
	}
	switch e.UPOS {
	case "VERB", "NOUN", "ADJ", "ADP":
	default:
		return nil, fmt.Errorf("part of speech %q is not VERB, NOUN, ADJ or ADP", e.UPOS)
	}
	for _, f := range fields[3:] {
		if list, ok := strings.CutPrefix(f, "light("); ok {
			if e.UPOS != "NOUN" || !strings.HasSuffix(list, ")") {
				return nil, fmt.Errorf("bad light verbs %q", f)
			}
			e.Light = strings.Split(strings.TrimSuffix(list, ")"), "|")
			for _, verb := range e.Light {
				e.lightForms = append(e.lightForms, inflections(verb, "VERB")...)
			}
			continue
		}
		s, err := parseSlot(f)
		if err != nil {
			return nil, err
		}
		e.Slots = append(e.Slots, s)
	}
	m, err := parseMakes(strings.Fields(makes), defaultType)
	if err != nil {
		return nil, err
	}
	e.Makes = m
	return e, nil
}

func parseMakes(fields []string, defaultType string) (Makes, error) {
	m := Makes{Type: defaultType}
	for i, f := range fields {
		key, value, isKey := strings.Cut(f, "=")
		switch {
		case i == 0 && !isKey && f == "same":
			m.Same = true
		case i == 0 && !isKey:
			typ, mode, _ := strings.Cut(f, ".")
			m.Type = typ
			if mode != "" {
				m.Modes = strings.Split(mode, "+")
			}
		case key == "cameo":
			m.CAMEO = value
		case key == "context":
			m.Contexts = strings.Split(value, ",")
		case key == "aux":
			m.Auxiliary = strings.Split(value, ",")
		default:
			return m, fmt.Errorf("do not understand %q after =>", f)
		}
	}
	return m, nil
}
