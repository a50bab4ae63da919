package place_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"readout"
	"readout/internal/doc"
	"readout/internal/place"
	"readout/lexicon"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the want sections of testdata")

// TestFind runs the cases of testdata: reviewed trees in CoNLL-U, and below each the places that are
// wanted: words, name, country, identifier of those used as places, and as what others are used.
func TestFind(t *testing.T) {
	finder := newFinder(t)
	const file = "testdata/places.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) < 2 {
		t.Fatal("no cases")
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		in, want := archive.Files[i], &archive.Files[i+1]
		d, err := doc.ReadDocument(strings.NewReader(string(in.Data)))
		if err != nil {
			t.Fatalf("%s: %v", in.Name, err)
		}
		d.Article.Published = dateOf(string(archive.Comment), string(in.Data))
		finder.Find(d)
		got := format(d)
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

func newFinder(t testing.TB) *place.Finder {
	t.Helper()
	fsys := os.DirFS("../../lexicon")
	actors, err := lexicon.LoadActors(fsys)
	if err != nil {
		t.Fatal(err)
	}
	places, err := lexicon.LoadPlaces(fsys)
	if err != nil {
		t.Fatal(err)
	}
	f, err := place.New(actors, places)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// dateOf returns the date that a case's own comment gives, or else the file's.
func dateOf(comments ...string) string {
	date := ""
	for _, c := range comments {
		for line := range strings.Lines(c) {
			if _, value, ok := strings.Cut(line, "date: "); ok {
				date = strings.TrimSpace(value)
			}
		}
	}
	return date
}

func format(d *doc.Document) string {
	var b strings.Builder
	for _, p := range d.Places {
		fmt.Fprintf(&b, "[%s] %s %s", d.Span(p.First, p.End).Text, p.Place.Name, p.Place.Country)
		if p.ID != "" {
			fmt.Fprintf(&b, " %s", p.ID)
		}
		b.WriteByte('\n')
	}
	for _, p := range d.Toponyms {
		if p.Use != readout.UsePlace {
			fmt.Fprintf(&b, "[%s] %s %s as %s\n", d.Article.Text[p.Start:p.Stop], p.Place.Name, p.Place.Country, p.Use)
		}
	}
	return b.String()
}
