package score

import (
	"bytes"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// file writes lines to a file of the test and returns its name.
func file(t *testing.T, name string, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// recordsOf reads records from lines.
func recordsOf[T any](t *testing.T, lines ...string) *records[T] {
	t.Helper()
	r, err := readRecords[T](file(t, "records.jsonl", lines...), "")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// same fails unless the figure is as expected to four digits.
func same(t *testing.T, r *report, name string, want float64) {
	t.Helper()
	got, ok := r.figures[name]
	if !ok {
		t.Fatalf("no figure %q in %v", name, r.figures)
	}
	if math.Abs(got-want) > 5e-5 {
		t.Errorf("%s = %.4f, want %.4f", name, got, want)
	}
}

// perfect fails unless all figures are 1.
func perfect(t *testing.T, r *report) {
	t.Helper()
	if len(r.figures) == 0 {
		t.Error("no figures")
	}
	for name := range r.figures {
		same(t, r, name, 1)
	}
}

// output runs a job and returns what it prints.
func output(t *testing.T, j Job) string {
	t.Helper()
	var out bytes.Buffer
	if j.Notes == nil {
		j.Notes = io.Discard
	}
	if err := Run(&j, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestGoldIsPerfect scores a gold file of every kind against itself: figures are 1, no miss is
// listed, and what is written reads as predictions with the same figures.
func TestGoldIsPerfect(t *testing.T) {
	gold := map[string]string{
		Events:      `{"id":"1","text":"Norvik helps Suden.","gold":[{"type":"AID","actor":"NOR","recipient":"SUD"}]}`,
		Pairs:       `{"id":"1","text":"Norvik helps Suden.","source":{"start":0,"end":6},"target":{"text_given":"x"},"root":"AID","penta":2}`,
		Roles:       `{"id":"1","text":"Norvik helps Suden.","sources":[{"start":0,"end":6}],"targets":[{"start":13,"end":18}]}`,
		Attribution: `{"id":"1","text":"Ann says yes.","attributions":[{"source":[{"start":0,"end":3}],"cue":[{"start":4,"end":8}],"content":[{"start":9,"end":12}]}]}`,
		Dates:       `{"id":"1","text":"It was in 1987.","timexes":[{"start":10,"end":14,"type":"DATE","value":"1987"}]}`,
		Places:      `{"id":"1","text":"In Lund.","places":[{"start":3,"end":7,"lat":55.7,"lon":13.2}]}`,
		Names:       `{"id":"1","text":"Ann slept.","entities":[{"start":0,"end":3,"type":"PER"}]}`,
		Coref:       `{"id":"1","text":"Ann slept. She woke.","mentions":[{"start":0,"end":3,"type":"person","cluster":"1"},{"start":11,"end":14,"type":"person","cluster":"1"}]}`,
		Parse:       "1\tAnn\tAnn\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_\n2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_\n",
	}
	for _, kind := range Kinds() {
		t.Run(kind, func(t *testing.T) {
			name := file(t, "gold", gold[kind])
			written := filepath.Join(t.TempDir(), "written")
			got := output(t, Job{Kind: kind, Gold: name, GoldAsPredictions: true, Errors: true, WritePredictions: written})
			if strings.Contains(got, "F1 0.0000") || !strings.Contains(got, "1.0000") || strings.Contains(got, "gold     ") {
				t.Errorf("gold against itself:\n%s", got)
			}
			again := output(t, Job{Kind: kind, Gold: name, Predictions: written})
			if a, b := figuresOf(got), figuresOf(again); a != b {
				t.Errorf("from the file:\n%s\nwant:\n%s", b, a)
			}
		})
	}
}

// figuresOf returns the output but for empty lines and the line that names the data.
func figuresOf(out string) string {
	var lines []string
	for l := range strings.Lines(out) {
		if strings.TrimSpace(l) != "" && !strings.HasPrefix(l, "data: ") {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "")
}

// TestBadFiles makes sure that what is wrong in a file is told with its place.
func TestBadFiles(t *testing.T) {
	for _, c := range []struct{ kind, line, want string }{
		{Events, `{"id":"1"`, "gold:1: "},
		{Events, `{"text":"x","gold":[]}`, "gold:1: record without id"},
		{Events, `{"id":"7","text":"x"}`, "record 7: no field gold"},
		{Pairs, `{"id":"7"}`, "record 7: no field root"},
		{Roles, `{"id":"7","sources":[]}`, "record 7: no field text"},
		{Roles, `{"id":"7","text":"x","sources":[{"start":-2,"end":1}]}`, "record 7: a span starts before 0"},
		{Dates, `{"id":"7","timexes":[{"start":"a"}]}`, "gold:1: record 7: "},
		{Names, `{"id":"7","text":"x"}`, "record 7: no field entities"},
		{Coref, `{"id":"7","text":"x"}`, "record 7: no field mentions"},
		{Coref, `{"id":"7","text":"x","mentions":[{"start":-1,"end":1}]}`, "record 7: a span starts before 0"},
		{Parse, "1\tAnn\tAnn", "gold:1: 3 columns, want 10"},
		{Parse, "1\tAnn\tAnn\tPROPN\t_\t_\t4\tnsubj\t_\t_", `gold:2: head "4" of word 1 is no word of its sentence`},
	} {
		err := Run(&Job{Kind: c.kind, Gold: file(t, "gold", c.line), GoldAsPredictions: true, Notes: io.Discard}, io.Discard)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "score: ") {
			t.Errorf("%s %q: error %v, want …%s…", c.kind, c.line, err, c.want)
		}
	}
}

// TestIDs makes sure that missing and unknown ids are remarked on, and that --only selects.
func TestIDs(t *testing.T) {
	gold := file(t, "gold", `{"id":"1","root":"AID","penta":2,"own":true}`, `{"id":"2","root":"AID","penta":2,"own":false}`, `{"id":"3","root":"AID","penta":2}`)
	pred := file(t, "pred", `{"id":"1","root":"AID"}`, `{"id":"9","root":"AID"}`)
	var notes bytes.Buffer
	got := output(t, Job{Kind: Pairs, Gold: gold, Predictions: pred, Notes: &notes})
	if want := "n 3  accuracy 0.3333"; !strings.Contains(got, want) {
		t.Errorf("got\n%swant %s", got, want)
	}
	want := "note: 2 gold ids without a prediction (counted as empty), e.g. 2\nnote: 1 predictions for unknown ids (ignored), e.g. 9\n"
	if notes.String() != want {
		t.Errorf("notes %q, want %q", notes.String(), want)
	}
	for only, n := range map[string]string{
		"own=True": "n 1 ", "own=false": "n 1 ", "own=None": "n 1 ", "penta=2": "n 3 ", "root=AID": "n 3 ",
		"root=REJECT": "n 0 ",
	} {
		if got := output(t, Job{Kind: Pairs, Gold: gold, Predictions: pred, Only: only}); !strings.Contains(got, n) {
			t.Errorf("only %s: got\n%swant %s", only, got, n)
		}
	}
}
