package frame_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"readout/internal/actor"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/internal/mention"
	"readout/internal/place"
	"readout/lexicon"
)

var update = flag.Bool("update", false, "rewrite testdata/roles.txt")

// TestRoles finds the frames of the reviewed trees in testdata/roles.conllu and compares with
// testdata/roles.txt: under each sentence the frames that fire, and after - those that almost do and
// why they do not. Operators are left out.
func TestRoles(t *testing.T) {
	lex := testLexicon(t)
	f, err := os.Open("testdata/roles.conllu")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	places, err := place.New(lex.Actors, lex.Places)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for s, err := range doc.ReadCoNLLU(f) {
		if err != nil {
			t.Fatal(err)
		}
		d := doc.FromTreebank([]*doc.TreebankSentence{s})
		d.Article.Published = "1988-03-15"
		places.Find(d)
		mention.New(lex.Actors).Find(d)
		actor.New(lex.Actors).Resolve(d)
		got.WriteString(s.Text + "\n")
		frames := frame.Find(d, lex)
		for i := range frames {
			fr := &frames[i]
			switch {
			case fr.Entry.Makes.Operator():
			case fr.Fired():
				got.WriteString("  " + notation(d, fr) + "\n")
			case strings.HasPrefix(fr.Broken, "part of"), strings.HasPrefix(fr.Broken, "depends on"):
				got.WriteString("  - " + fr.Entry.Name + ": " + fr.Broken + "\n")
			}
		}
	}
	const name = "testdata/roles.txt"
	if *update {
		if err := os.WriteFile(name, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("have\n%s\nwant\n%s", got.String(), want)
	}
}

// testLexicon returns the tables and actors of the lexicon with the few entries of testdata/lexicon,
// so that the grammar is tested apart from what entries there are.
func testLexicon(t *testing.T) *lexicon.Lexicon {
	t.Helper()
	fsys := fstest.MapFS{}
	add := func(dir string, skip ...string) {
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.HasSuffix(name, ".txt") {
				return err
			}
			if slices.Contains(skip, strings.Split(name, "/")[0]) {
				return nil
			}
			data, err := os.ReadFile(dir + "/" + name)
			fsys[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	add("../../lexicon", "plover", "attribution", "happenings.txt", "operators.txt")
	add("testdata/lexicon")
	lex, err := lexicon.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// notation writes a frame as "ASSAULT/attack.1 actor=Iraq recipient=Kuwait negation".
func notation(d *doc.Document, f *frame.Frame) string {
	var b strings.Builder
	b.WriteString(f.Entry.Name)
	if f.Makes.Type != f.Entry.Makes.Type {
		b.WriteString(" makes " + f.Makes.Type)
	}
	for _, x := range f.Fillers {
		if x.Role == lexicon.RoleTheme || x.Role == lexicon.RoleEvent || x.Role == lexicon.RoleContent {
			continue
		}
		fmt.Fprintf(&b, " %s=%s", x.Role, d.Tokens[x.Token].Form)
	}
	for _, a := range f.Mood.Auxiliary() {
		b.WriteString(" " + a)
	}
	return b.String()
}
