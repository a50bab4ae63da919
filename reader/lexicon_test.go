package reader_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/intake"
	"readout/lexicon"
	"readout/reader"
)

var update = flag.Bool("update", false, "rewrite golden files and add missing parses")

// parses is where the reviewed parses of the lexicon's examples stand, one file per lexicon file.
const parses = "testdata/parses"

// TestExamplesReviewed runs every example of the lexicon on its reviewed parse: a + example must be
// coded exactly so by its own entry, a - example must not be coded by it. With -update, parses
// that are missing are added as the shipped model makes them; they are then to be reviewed.
func TestExamplesReviewed(t *testing.T) {
	r := newReader(t)
	for file, entries := range byFile(r.Lexicon) {
		name := filepath.Join(parses, strings.ReplaceAll(strings.TrimSuffix(file, ".txt"), "/", "-")+".conllu")
		trees := readTrees(t, name)
		if *update {
			addTrees(t, r, name, trees, entries)
			trees = readTrees(t, name)
		}
		forExamples(entries, func(e *lexicon.Entry, ex *lexicon.Example) {
			tree := trees[ex.Text]
			if tree == nil {
				t.Errorf("lexicon/%s:%d: no reviewed parse in reader/%s; add it with -update and review it", file, ex.Line, name)
				return
			}
			d := doc.FromTreebank([]*doc.TreebankSentence{tree})
			d.Article.Published = reader.ExampleDay(ex)
			if miss := check(e, ex, r.ExplainParsed(d)); miss != "" {
				t.Errorf("lexicon/%s:%d: %s\n  %s\n%s", file, ex.Line, e.Name, ex.Text, miss)
			}
		})
	}
}

// TestExamplesRaw runs every example from raw text with the shipped model. Known misses stand in
// testdata/misses.txt; that list may only shrink.
func TestExamplesRaw(t *testing.T) {
	r := newReader(t)
	known := readMisses(t)
	var misses []string
	for file, entries := range byFile(r.Lexicon) {
		forExamples(entries, func(e *lexicon.Entry, ex *lexicon.Example) {
			a := intake.Text(ex.Text, intake.Options{Published: reader.ExampleDay(ex)})
			miss := check(e, ex, r.Explain(a))
			if miss == "" {
				return
			}
			key := e.Name + "\t" + ex.Text
			misses = append(misses, key)
			if !known[key] && !*update {
				t.Errorf("lexicon/%s:%d: %s from raw text\n  %s\n%s", file, ex.Line, e.Name, ex.Text, miss)
			}
		})
	}
	slices.Sort(misses)
	if *update {
		writeMisses(t, misses)
		return
	}
	for key := range known {
		if !slices.Contains(misses, key) {
			t.Errorf("no longer missed, take it off the list: %s", key)
		}
	}
}

func newReader(t testing.TB) *reader.Reader {
	t.Helper()
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func byFile(lex *lexicon.Lexicon) map[string][]*lexicon.Entry {
	files := map[string][]*lexicon.Entry{}
	for _, e := range lex.Entries {
		files[e.File] = append(files[e.File], e)
	}
	return files
}

func forExamples(entries []*lexicon.Entry, do func(*lexicon.Entry, *lexicon.Example)) {
	for _, e := range entries {
		for i := range e.Examples {
			do(e, &e.Examples[i])
		}
	}
}

// check returns how an example missed, in lines, or "".
func check(e *lexicon.Entry, ex *lexicon.Example, x *reader.Explanation) string {
	if miss := reader.Check(e, ex, x); miss != nil {
		return miss.String()
	}
	return ""
}

// readTrees reads reviewed parses by their text; a missing file is empty.
func readTrees(t *testing.T, name string) map[string]*doc.TreebankSentence {
	t.Helper()
	trees := map[string]*doc.TreebankSentence{}
	f, err := os.Open(name)
	if os.IsNotExist(err) {
		return trees
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s, err := range doc.ReadCoNLLU(f) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		trees[s.Text] = s
	}
	return trees
}

// addTrees appends the model's parses of the examples that have none.
func addTrees(t *testing.T, r *reader.Reader, name string, trees map[string]*doc.TreebankSentence, entries []*lexicon.Entry) {
	t.Helper()
	var b strings.Builder
	forExamples(entries, func(e *lexicon.Entry, ex *lexicon.Example) {
		if trees[ex.Text] != nil {
			return
		}
		a := intake.Text(ex.Text, intake.Options{})
		var tree strings.Builder
		if err := doc.WriteCoNLLU(&tree, r.Annotate(a)); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "# sent_id = %s\n", e.Name)
		for line := range strings.Lines(tree.String()) {
			if !strings.HasPrefix(line, "#") || strings.HasPrefix(line, "# text = ") {
				b.WriteString(line)
			}
		}
	})
	if b.Len() == 0 {
		return
	}
	if err := os.MkdirAll(parses, 0o777); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(b.String()); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

const missesFile = "testdata/misses.txt"

func readMisses(t *testing.T) map[string]bool {
	t.Helper()
	known := map[string]bool{}
	data, err := os.ReadFile(missesFile)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			known[line] = true
		}
	}
	return known
}

func writeMisses(t *testing.T, misses []string) {
	t.Helper()
	head := "# Examples of the lexicon that the shipped model still misses from raw text: entry, tab, sentence.\n# The list may only shrink. go test ./reader -update rewrites it.\n"
	if err := os.WriteFile(missesFile, []byte(head+strings.Join(misses, "\n")+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
}
