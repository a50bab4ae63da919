package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// A Topic is what a text can be about, from topics.txt: a context of PLOVER, or a named issue of
// diplomacy with the contexts it belongs to.
type Topic struct {
	Issue    bool   // a named issue; otherwise a context
	Name     string // "Taiwan question"; "territory"
	Contexts []string
	Names    bool // the terms of a context name it themselves, so that a speaker can take a stance toward it
	File     string
	Line     int
}

// Topics are the topics of a lexicon.
type Topics struct {
	All       []*Topic
	index     patternIndex
	heads     map[string]bool
	modifiers map[string]bool
	talk      map[string]bool
}

// At calls found with every topic that a term beginning at words[i] speaks of, and the term's end.
func (t *Topics) At(words []Word, i int, found func(topic *Topic, end int)) {
	t.index.at(words, i, func(value, end int) { found(t.All[value], end) })
}

// Head reports whether the lemma is a noun that makes an issue of what stands before it or behind its
// “in”: “the … crisis”, “the situation in …”.
func (t *Topics) Head(lemma string) bool { return t.heads[lemma] }

// Modifier reports whether the lemma is an adjective that names an issue together with a head:
// “the nuclear issue”.
func (t *Topics) Modifier(lemma string) bool { return t.modifiers[lemma] }

// Talk reports whether the lemma is a word of talk, whose “on” tells the subject: “a statement on …”.
func (t *Topics) Talk(lemma string) bool { return t.talk[lemma] }

// loadTopics reads topics.txt of all layers; what a later layer says is added.
func (l *Lexicon) loadTopics(layers []Layer) error {
	ts := &Topics{heads: map[string]bool{}, modifiers: map[string]bool{}, talk: map[string]bool{}}
	lists := map[string]map[string]bool{"heads": ts.heads, "modifiers": ts.modifiers, "talk": ts.talk}
	at := map[string]int{}
	for n, y := range layers {
		now := -1 // the topic whose terms are read
		var list map[string]bool
		err := readBlocks(y, "topics.txt", n > 0, func(line string, lineNo int) error {
			if list = lists[line]; list != nil {
				return nil
			}
			topic, err := l.parseTopic(line)
			if err != nil {
				return err
			}
			key := fmt.Sprint(topic.Issue, topic.Names, topic.Name)
			i, there := at[key]
			if !there {
				topic.File, topic.Line = y.path("topics.txt"), lineNo
				i = len(ts.All)
				at[key] = i
				ts.All = append(ts.All, topic)
			}
			now = i
			return nil
		}, func(line string, _ int) error {
			if list != nil {
				for _, w := range strings.Fields(line) {
					list[w] = true
				}
				return nil
			}
			p, err := ParsePattern(line)
			if err != nil {
				return err
			}
			ts.index.add(p, now)
			return nil
		})
		if err != nil {
			return err
		}
	}
	l.Topics = ts
	return nil
}

// parseTopic reads a head line: “context NAME”, or “issue NAME context=…”.
func (l *Lexicon) parseTopic(line string) (*Topic, error) {
	kind, name, _ := strings.Cut(line, " ")
	name = strings.TrimSpace(name)
	t := &Topic{Issue: kind == "issue"}
	switch kind {
	case "issue":
		before, contexts, ok := strings.Cut(name, "context=")
		name = strings.TrimSpace(before)
		if ok {
			t.Contexts = strings.Split(strings.TrimSpace(contexts), ",")
		}
	case "context":
		name, t.Names = strings.CutSuffix(name, " stance")
		name = strings.TrimSpace(name)
		t.Contexts = []string{name}
	default:
		return nil, fmt.Errorf("a topic starts with issue or context, lists with heads, modifiers or talk: %q", line)
	}
	if t.Name = name; name == "" {
		return nil, fmt.Errorf("a topic needs a name: %q", line)
	}
	for _, c := range t.Contexts {
		if !slices.Contains(l.Ontology.contexts, c) {
			return nil, fmt.Errorf("unknown context %q", c)
		}
	}
	return t, nil
}

// tableContexts are contexts as the table of codes names them where PLOVER's manual has another name.
var tableContexts = map[string]string{"humanitarian": "human_security", "democracy": "pro_democracy"}

// CodeContexts returns the contexts to which a CAMEO code of four digits belongs by OEDA's table; nil
// when there are none. Shorter codes say too little: that talks are diplomatic tells nothing.
func (o *Ontology) CodeContexts(code string) []string {
	if len(code) < 4 {
		return nil
	}
	var out []string
	for name := range strings.SplitSeq(o.cameo[code].Context, ";") {
		if other := tableContexts[name]; other != "" {
			name = other
		}
		if slices.Contains(o.contexts, name) {
			out = append(out, name)
		}
	}
	return out
}

// Contexts returns the contexts of PLOVER in their order.
func (o *Ontology) Contexts() []string { return slices.Clone(o.contexts) }
