package coder

import (
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/frame"
	"readout/lexicon"
)

// counted tells what a number of people means behind a verb.
var counted = map[string]string{
	"kill": readout.Dead, "die": readout.Dead, "slay": readout.Dead, "massacre": readout.Dead, "slaughter": readout.Dead,
	"murder": readout.Dead, "execute": readout.Dead, "behead": readout.Dead, "assassinate": readout.Dead, "perish": readout.Dead,
	"gun": readout.Dead, "mow": readout.Dead, "lynch": readout.Dead,
	"wound": readout.Injured, "injure": readout.Injured, "hurt": readout.Injured, "maim": readout.Injured,
	"arrest": readout.Arrested, "detain": readout.Arrested, "jail": readout.Arrested, "imprison": readout.Arrested,
	"capture": readout.Arrested, "apprehend": readout.Arrested, "round": readout.Arrested, "nab": readout.Arrested,
}

// counts returns the numbers of people that the words of a deed give: of those whom its verb kills, wounds
// or arrests, of what comes of it (“attacked the town, killing twelve”), and of a crowd.
func (c *coder) counts(f *frame.Frame) []readout.Count {
	counts := []readout.Count{}
	switch f.Makes.Type {
	case "ASSAULT", "COERCE", "PROTEST":
	default:
		return counts
	}
	add := func(of string, t int) {
		n, ok := c.number(t)
		if ok && !slices.ContainsFunc(counts, func(o readout.Count) bool { return o.Of == of }) {
			n.Of = of
			counts = append(counts, n)
		}
	}
	if f.Makes.Type == "PROTEST" {
		for _, t := range f.Roles(lexicon.RoleActor) {
			add(readout.Crowd, t)
		}
	}
	if of := counted[c.d.Tokens[f.Verb].Lemma]; of != "" {
		for _, t := range f.Roles(lexicon.RoleRecipient) {
			add(of, t)
		}
	}
	verbs := []int{f.Verb}
	if f.Token != f.Verb {
		verbs = append(verbs, f.Token)
	}
	for i := 0; i < len(verbs); i++ {
		v := verbs[i]
		for k := range c.d.Children(v) {
			t := &c.d.Tokens[k]
			switch rel := t.Rel(); {
			case rel == "advcl" || rel == "conj" && t.UPOS == "VERB" || rel == "acl":
				if counted[t.Lemma] != "" || t.Lemma == "leave" {
					verbs = append(verbs, k)
				}
			case rel == "obj" || t.Deprel == "nsubj:pass" || rel == "nsubj" && c.d.Tokens[v].Lemma == "die":
				if of := c.happensTo(v, k); of != "" {
					add(of, k)
				}
			case rel == "nmod" && arrests[c.d.Tokens[v].Lemma]: // "the arrest of twelve men"
				add(readout.Arrested, k)
			}
		}
	}
	return counts
}

var arrests = map[string]bool{"arrest": true, "detention": true, "capture": true, "imprisonment": true}

// happensTo tells what becomes of the object k of verb v: what the verb says, or, when they are left so,
// “dead” or “wounded”.
func (c *coder) happensTo(v, k int) string {
	if c.d.Tokens[v].Lemma != "leave" {
		return counted[c.d.Tokens[v].Lemma]
	}
	_, end := c.d.Subtree(v)
	for i := k; i < end && i < k+3; i++ {
		switch strings.ToLower(c.d.Tokens[i].Form) {
		case "dead":
			return readout.Dead
		case "injured", "wounded":
			return readout.Injured
		}
	}
	return ""
}

// number reads the number of the phrase headed by token t: “at least 12 soldiers”, “dozens of people”,
// “41 wounded”.
func (c *coder) number(t int) (readout.Count, bool) {
	at := t
	value, ok := c.value(t)
	if !ok {
		for k := range c.d.Children(t) {
			if r := c.d.Tokens[k].Rel(); r == "nummod" || r == "det" || r == "amod" {
				if value, ok = c.value(k); ok {
					at = k
					break
				}
			}
		}
	}
	if !ok {
		return readout.Count{}, false
	}
	n := readout.Count{Value: value}
	if plurals[strings.ToLower(c.d.Tokens[at].Form)] > 0 {
		n.Bound = readout.AtLeast
	}
	from := at
	for k := range c.d.Children(at) {
		if r := c.d.Tokens[k].Rel(); k < at && (r == "compound" || r == "nummod") {
			from = min(from, k)
		}
	}
	n.Span = c.d.Span(from, at+1)
	before := ""
	for i := max(c.d.Sentences[c.d.SentenceOf(at)].First, from-4); i < from; i++ {
		before += " " + strings.ToLower(c.d.Tokens[i].Form)
	}
	for _, b := range bounds {
		if strings.HasSuffix(before, " "+b.words) {
			n.Bound = b.bound
			break
		}
	}
	return n, true
}

// value returns what a numeral stands for; “25,000”, “twelve”, “2.5 million”, “dozens”.
func (c *coder) value(t int) (int, bool) {
	form := strings.ToLower(c.d.Tokens[t].Form)
	if n := plurals[form]; n > 0 {
		return n, true
	}
	factor := 1.0
	if n := powers[form]; n > 0 {
		factor, form = n, "1"
		for k := range c.d.Children(t) {
			if r := c.d.Tokens[k].Rel(); k < t && (r == "compound" || r == "nummod" || r == "det") {
				form = strings.ToLower(c.d.Tokens[k].Form)
			}
		}
		if form == "a" || form == "an" {
			form = "1"
		}
	}
	if n := slices.Index(numerals, form); n >= 0 {
		return int(factor) * n, true
	}
	if n := slices.Index(tens, form); n >= 0 {
		return int(factor) * (n + 2) * 10, true
	}
	x, err := strconv.ParseFloat(strings.ReplaceAll(form, ",", ""), 64)
	if err != nil || x <= 0 || x > 1e9 || factor == 1 && x != float64(int(x)) {
		return 0, false
	}
	return int(x * factor), true
}

var (
	numerals = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens     = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
	powers   = map[string]float64{"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6}
	plurals  = map[string]int{"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6}
)

// bounds are the words before a number that bound it.
var bounds = []struct{ words, bound string }{
	{"at least", readout.AtLeast}, {"more than", readout.AtLeast}, {"over", readout.AtLeast}, {"no fewer than", readout.AtLeast},
	{"as many as", readout.AtMost}, {"up to", readout.AtMost}, {"fewer than", readout.AtMost}, {"less than", readout.AtMost}, {"at most", readout.AtMost},
	{"about", readout.About}, {"around", readout.About}, {"some", readout.About}, {"nearly", readout.About}, {"almost", readout.About},
	{"roughly", readout.About}, {"approximately", readout.About}, {"an estimated", readout.About},
}
