package topic_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout"
	"readout/internal/actor"
	"readout/internal/doc"
	"readout/internal/mention"
	"readout/internal/phrase"
	"readout/internal/place"
	"readout/internal/topic"
	"readout/lexicon"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the want sections of testdata")

// TestOf runs the cases of testdata/topics.txtar: the speech is marked in comments; below it stand the topics
// that are wanted: kind, name, country and words, and behind a colon the stance, its words and its entry.
func TestOf(t *testing.T) {
	runCases(t, "testdata/topics.txtar", func(lex *lexicon.Lexicon, d *doc.Document, notes map[string]string) string {
		who := strings.Split(strings.ReplaceAll(notes["speaker"], "| -", "| "), " | ")
		s := topic.Speech{
			Source: readout.Actor{Name: who[0], Country: who[1], Sector: who[2]},
			Cue:    numbers(t, notes["cue"]),
		}
		for piece := range strings.FieldsSeq(notes["content"]) {
			ends := numbers(t, strings.Replace(piece, "-", " ", 1))
			s.Pieces = append(s.Pieces, [2]int{ends[0], ends[1] + 1})
		}
		return formatTopics(topic.Of(d, lex, &s))
	})
}

// TestContexts runs the cases of testdata/contexts.txtar: below each stand the contexts, and the steps of evidence.
func TestContexts(t *testing.T) {
	runCases(t, "testdata/contexts.txtar", func(lex *lexicon.Lexicon, d *doc.Document, notes map[string]string) string {
		clause := topic.ClauseOf(d, numbers(t, notes["words"]))
		known := strings.Fields(notes["known"])
		contexts, steps := clause.Contexts(d, lex, slices.Clip(known))
		if !slices.Equal(known, strings.Fields(notes["known"])) {
			t.Errorf("the known contexts became %q", known)
		}
		return strings.Join(contexts, " ") + "\n" + strings.Join(append(steps, ""), "\n")
	})
}

// runCases runs the cases of a file: reviewed trees in CoNLL-U with notes in their comments, and what is wanted.
func runCases(t *testing.T, file string, run func(*lexicon.Lexicon, *doc.Document, map[string]string) string) {
	t.Helper()
	annotate, lex := newAnnotator(t)
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) < 2 {
		t.Fatal("no cases")
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		in, want := archive.Files[i], &archive.Files[i+1]
		notes := map[string]string{}
		for line := range strings.Lines(string(in.Data)) {
			if key, value, ok := strings.Cut(strings.TrimPrefix(line, "# "), " = "); ok {
				notes[key] = strings.TrimSpace(value)
			}
		}
		got := run(lex, annotate(string(in.Data)), notes)
		if got != string(want.Data) && !*update {
			t.Errorf("%s: got\n%swant\n%s", in.Name, got, want.Data)
		}
		want.Data = []byte(got)
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// newAnnotator returns a function that reads trees and does what the pipeline does before topics are told.
func newAnnotator(t *testing.T) (func(trees string) *doc.Document, *lexicon.Lexicon) {
	t.Helper()
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	places, err := place.New(lex.Actors, lex.Places)
	if err != nil {
		t.Fatal(err)
	}
	return func(trees string) *doc.Document {
		d, err := doc.ReadDocument(strings.NewReader(trees))
		if err != nil {
			t.Fatal(err)
		}
		d.Article.Published = "1988-03-15"
		phrase.New(lex).Find(d)
		places.Find(d)
		mention.New(lex.Actors).Find(d)
		actor.New(lex.Actors).Resolve(d)
		return d
	}, lex
}

// numbers returns the tokens of the words whose numbers, from 1, are given.
func numbers(t *testing.T, list string) []int {
	t.Helper()
	var out []int
	for s := range strings.FieldsSeq(list) {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, n-1)
	}
	return out
}

func formatTopics(topics []readout.Topic) string {
	words := func(spans []readout.Span) string {
		var out []string
		for _, s := range spans {
			out = append(out, "“"+s.Text+"”")
		}
		return strings.Join(out, " ")
	}
	var b strings.Builder
	for _, p := range topics {
		fmt.Fprintf(&b, "%s %s", p.Kind, p.Name)
		if p.Country != "" {
			b.WriteString(" " + p.Country)
		}
		b.WriteString(" " + words(p.Words))
		if p.Stance.Value != readout.Neutral {
			fmt.Fprintf(&b, ": %s %s %s", p.Stance.Value, words(p.Stance.Words), p.Stance.Entry)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestNothingSaid tells the topics of a speech without words: none, and a list all the same.
func TestNothingSaid(t *testing.T) {
	annotate, lex := newAnnotator(t)
	for _, trees := range []string{"", "1\tDisarmament\tdisarmament\tNOUN\tNN\t_\t0\troot\t_\t_\n\n"} {
		if got := topic.Of(annotate(trees), lex, &topic.Speech{}); got == nil || len(got) > 0 {
			t.Errorf("%q: %v", trees, got)
		}
	}
}

// TestHolds looks whether phrases lie in a clause: marks count for nothing, other clauses for all.
func TestHolds(t *testing.T) {
	annotate, _ := newAnnotator(t)
	d := annotate(`1	Oman	Oman	PROPN	NNP	_	2	nsubj	_	_
2	freed	free	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	_
4	crew	crew	NOUN	NN	_	2	obj	_	_
5	,	,	PUNCT	,	_	7	punct	_	_
6	who	who	PRON	WP	_	7	nsubj	_	_
7	sang	sing	VERB	VBD	_	4	acl:relcl	_	_
8	,	,	PUNCT	,	_	7	punct	_	_
9	today	today	NOUN	NN	_	2	obl	_	_

`)
	freed, sang, nothing := topic.ClauseOf(d, []int{1, 1}), topic.ClauseOf(d, []int{6}), topic.ClauseOf(d, nil)
	for _, c := range []struct {
		clause     *topic.Clause
		first, end int
		want       bool
	}{
		{&freed, 0, 4, true},
		{&freed, 2, 5, true},   // the crew,
		{&freed, 2, 6, false},  // the crew, who
		{&freed, 7, 9, true},   // , today
		{&sang, 5, 8, true},    // who sang,
		{&sang, 8, 9, false},   // today
		{&nothing, 4, 5, true}, // a mark alone
		{&nothing, 0, 1, false},
	} {
		if got := c.clause.Holds(d, c.first, c.end); got != c.want {
			t.Errorf("tokens %d to %d: %v, want %v", c.first, c.end, got, c.want)
		}
	}
}
