package actor_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"readout/internal/actor"
	"readout/internal/doc"
	"readout/internal/mention"
	"readout/internal/place"
	"readout/lexicon"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the want sections of testdata")

// TestResolve runs the cases of testdata: reviewed trees in CoNLL-U, and below each the entities that are
// wanted: name, country, sector, office; "no actor" for those that do not act.
func TestResolve(t *testing.T) {
	actors, err := lexicon.LoadActors(os.DirFS("../../lexicon"))
	if err != nil {
		t.Fatal(err)
	}
	places := placeFinder(t, actors)
	const file = "testdata/actors.txtar"
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
		places.Find(d)
		mention.New(actors).Find(d)
		actor.New(actors).Resolve(d)
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
	for _, e := range d.Entities {
		fmt.Fprintf(&b, "%s: %q %q %q", e.Name, e.Country, e.Sector, e.Office)
		if !e.Actor {
			b.WriteString(" no actor")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// placeFinder returns a finder of places that knows the lexicon in the repository.
func placeFinder(t testing.TB, actors *lexicon.Actors) *place.Finder {
	t.Helper()
	places, err := lexicon.LoadPlaces(os.DirFS("../../lexicon"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := place.New(actors, places)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
