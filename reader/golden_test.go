package reader_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout"
	"readout/internal/intake"
)

// published is the day of the samples that do not give their own.
var published = map[string]string{"1990-paris-wire": "1990-11-19"}

// TestSamples reads the samples and compares with the golden readings in the one notation of
// records. Run with -update to rewrite them, and read the difference.
func TestSamples(t *testing.T) {
	r := newReader(t)
	names, err := filepath.Glob("../samples/*.txt")
	if err != nil || len(names) < 10 {
		t.Fatalf("%d samples, %v", len(names), err)
	}
	for _, name := range names {
		base := strings.TrimSuffix(filepath.Base(name), ".txt")
		t.Run(base, func(t *testing.T) {
			f, err := os.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			a, err := intake.Read(f, name, intake.Options{Published: published[base]})
			if err != nil {
				t.Fatal(err)
			}
			reading := r.Read(a)
			checkSpans(t, reading)
			compareGolden(t, filepath.Join("testdata/golden", base+".txt"), golden(reading))
		})
	}
}

// golden writes a reading as text: the article's fields, then every record with its evidence.
func golden(r *readout.Reading) []byte {
	var b bytes.Buffer
	a := r.Article
	for _, f := range [][2]string{{"headline", a.Headline}, {"agency", a.Agency}, {"place", a.DatelinePlace}, {"date", a.DatelineDate},
		{"published", a.Published}, {"bylines", strings.Join(a.Bylines, "; ")}, {"credits", strings.Join(a.Credits, "; ")}} {
		if f[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
		}
	}
	record := func(notation string, e *readout.Evidence, reported *string) {
		fmt.Fprintf(&b, "\n%s\n", notation)
		var words []string
		for _, w := range e.Words {
			words = append(words, strings.Join(strings.Fields(w.Text), " "))
		}
		fmt.Fprintf(&b, "  %s [%s]", e.Entry, strings.Join(words, " … "))
		if reported != nil {
			fmt.Fprintf(&b, " says %s", speaker(r, *reported))
		}
		fmt.Fprintln(&b)
	}
	for i := range r.Events {
		record(r.Events[i].Notation(), &r.Events[i].Evidence, r.Events[i].Reported)
	}
	for i := range r.Plans {
		record(r.Plans[i].Notation(), &r.Plans[i].Evidence, r.Plans[i].Reported)
	}
	for i := range r.Statements {
		record(r.Statements[i].Notation(), &r.Statements[i].Evidence, nil)
		for k := range r.Statements[i].Topics {
			fmt.Fprintf(&b, "  %s\n", r.Statements[i].Topics[k].Notation())
		}
	}
	if len(r.Phrases) > 0 {
		fmt.Fprintln(&b)
	}
	for i := range r.Phrases {
		fmt.Fprintln(&b, r.Phrases[i].Notation())
	}
	return b.Bytes()
}

func speaker(r *readout.Reading, id string) string {
	for i := range r.Statements {
		if r.Statements[i].ID == id {
			return r.Statements[i].Source.Name
		}
	}
	return "nobody: " + id
}

// compareGolden compares with a golden file, or rewrites it under -update.
func compareGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v; make it with -update", err)
	}
	if bytes.Equal(got, want) {
		return
	}
	gotLines, wantLines := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := 0; i < max(len(gotLines), len(wantLines)); i++ {
		g, w := lineAt(gotLines, i), lineAt(wantLines, i)
		if g != w {
			t.Fatalf("%s:%d:\n  have %s\n  want %s", name, i+1, g, w)
		}
	}
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}
