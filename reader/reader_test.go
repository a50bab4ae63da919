package reader_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"readout"
	"readout/internal/doc"
	"readout/internal/intake"
	"readout/reader"
)

// TestLongSentence checks that a sentence of 5,000 words gives a sound reading.
func TestLongSentence(t *testing.T) {
	r := newReader(t)
	for _, text := range []string{
		strings.Repeat("France and China met ", 1250),
		strings.Repeat("said that ", 2500),
		strings.Repeat("(", 5000),
		strings.Repeat("x", 100_000),
		strings.Repeat("Kohl, ", 5000) + "met Mitterrand.",
	} {
		a := intake.Text(text, intake.Options{Published: "1988-03-15"})
		checkSpans(t, r.Read(a))
	}
}

// FuzzRead reads arbitrary text: every span must be exact and nothing may fail.
func FuzzRead(f *testing.F) {
	f.Add("GENEVA, Nov. 19, 1985 (Meridian) -- Reagan met Gorbachev. “We agreed,” he said, “to meet again next year.”")
	f.Add("Q: Will you meet?\nA: We will. I told the Chinese president so.\n")
	f.Add("China‘s envoy, who \"didn't\" talk\x00\xff, left. ### [编辑：某某]")
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		a := intake.Text(strings.ToValidUTF8(text, "?"), intake.Options{Published: "2020-06-15"})
		checkSpans(t, r.Read(a))
	})
}

// TestFramesThatHoldEachOther reads a tree in which each of two verbs can stand in the event slot of the
// other: the verb of saying hangs on what is said, and what is said asks for a clause.
func TestFramesThatHoldEachOther(t *testing.T) {
	const tree = `# text = Egypt said Israel must demand.
1	Egypt	Egypt	PROPN	NNP	_	2	nsubj	_	_
2	said	say	VERB	VBD	_	5	parataxis	_	_
3	Israel	Israel	PROPN	NNP	_	5	nsubj	_	_
4	must	must	AUX	MD	_	5	aux	_	_
5	demand	demand	VERB	VB	_	0	root	_	SpaceAfter=No
6	.	.	PUNCT	.	_	5	punct	_	_

`
	d, err := doc.ReadDocument(strings.NewReader(tree))
	if err != nil {
		t.Fatal(err)
	}
	d.Article.Published = "2020-06-15"
	x := newReader(t).ExplainParsed(d)
	checkSpans(t, x.Reading)
	parts := 0
	for i := range x.Result.Frames {
		switch x.Result.Frames[i].Broken {
		case "part of REQUEST/demand.2", "part of REQUEST/say-must.1":
			parts++
		}
	}
	if parts != 1 {
		t.Errorf("%d of the two frames are part of the other, want one", parts)
	}
}

// TestListsAreNeverNil reads articles that have nothing to list: the JSON form promises empty lists, no null.
func TestListsAreNeverNil(t *testing.T) {
	r := newReader(t)
	trees, err := doc.ReadDocument(strings.NewReader(""))
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]*readout.Reading{
		"a report":           r.Read(intake.Text("France and China met. “We agreed,” a spokesman said.", intake.Options{})),
		"without a finding":  r.Read(intake.Text("Snow.", intake.Options{})),
		"without text":       r.Read(intake.Text("", intake.Options{})),
		"a passage":          r.Read(readout.Passage("France and China met.", "")),
		"an empty passage":   r.Read(readout.Passage("", "")),
		"trees without text": r.ExplainParsed(trees).Reading,
	} {
		for _, path := range nilLists(reflect.ValueOf(got), "") {
			t.Errorf("%s: %s is nil", name, path)
		}
	}
}

// nilLists returns the paths of the slices below v that are nil.
func nilLists(v reflect.Value, path string) []string {
	var out []string
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return nilLists(v.Elem(), path)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out = append(out, nilLists(v.Field(i), path+"."+v.Type().Field(i).Name)...)
		}
	case reflect.Slice:
		if v.IsNil() {
			return []string{path}
		}
		for i := range v.Len() {
			out = append(out, nilLists(v.Index(i), fmt.Sprintf("%s[%d]", path, i))...)
		}
	}
	return out
}

// TestApostrophes reads the examples of the lexicon that deny something, shortened with an apostrophe of either
// form: the records are the same.
func TestApostrophes(t *testing.T) {
	r := newReader(t)
	short := strings.NewReplacer("did not ", "didn't ", "does not ", "doesn't ", "would not ", "wouldn't ", "will not ", "won't ")
	compared := 0
	for _, e := range r.Lexicon.Entries {
		for i := range e.Examples {
			x := &e.Examples[i]
			text := short.Replace(x.Text)
			if text == x.Text || compared > 400 {
				continue
			}
			compared++
			records := func(text string) string {
				var out []string
				for _, event := range r.Read(intake.Text(text, intake.Options{Published: reader.ExampleDay(x)})).Events {
					out = append(out, event.Notation())
				}
				return strings.ReplaceAll(strings.Join(out, "\n"), "’", "'")
			}
			if plain, curly := records(text), records(strings.ReplaceAll(text, "'", "’")); plain != curly {
				t.Errorf("%s\nwith ' has\n%s\nwith ’ has\n%s", text, plain, curly)
			}
		}
	}
	if compared < 100 {
		t.Errorf("only %d examples were compared", compared)
	}
}
