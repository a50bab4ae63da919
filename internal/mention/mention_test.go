package mention_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/mention"
	"readout/internal/place"
	"readout/lexicon"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the want sections of testdata")

// TestFind runs the cases of testdata: reviewed trees in CoNLL-U, and below them the mentions that
// are wanted. A line of "want" is
//
//	[words] kind head → entity  # rule
//
// and a line that begins with "=" an entity: class, name, identifier, members. The comment of a file
// may say "date: 2023-03-20".
func TestFind(t *testing.T) {
	actors, err := lexicon.LoadActors(os.DirFS("../../lexicon"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for i := 0; i+1 < len(archive.Files); i += 2 {
				in, want := archive.Files[i], &archive.Files[i+1]
				got := findAll(t, actors, archive, in)
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
		})
	}
}

func findAll(t *testing.T, actors *lexicon.Actors, archive *txtar.Archive, in txtar.File) string {
	t.Helper()
	d, err := doc.ReadDocument(strings.NewReader(string(in.Data)))
	if err != nil {
		t.Fatalf("%s: %v", in.Name, err)
	}
	d.Article.Published = dateOf(string(archive.Comment), string(in.Data))
	placeFinder(t, actors).Find(d)
	mention.New(actors).Find(d)
	checkInvariants(t, in.Name, d)
	return format(d)
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
	kinds := map[doc.MentionKind]string{
		doc.Name: "name", doc.Description: "description", doc.Pronoun: "pronoun", doc.Adjective: "adjective",
	}
	var b strings.Builder
	for _, m := range d.Mentions {
		entity := "-"
		if m.Entity >= 0 {
			entity = d.Entities[m.Entity].Name
		}
		fmt.Fprintf(&b, "[%s] %s %s → %s  # %s\n", d.Span(m.First, m.End).Text, kinds[m.Kind], d.Tokens[m.Head].Form, entity, m.Why)
	}
	for _, e := range d.Entities {
		fmt.Fprintf(&b, "= %s %s", e.Class, e.Name)
		if e.ID != "" {
			fmt.Fprintf(&b, " %s", e.ID)
		}
		for i, m := range e.Members {
			fmt.Fprintf(&b, "%s%s", []string{": ", ", "}[min(i, 1)], d.Entities[m].Name)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// checkInvariants checks what every later stage relies on.
func checkInvariants(t *testing.T, name string, d *doc.Document) {
	t.Helper()
	last := -1
	for i, m := range d.Mentions {
		if m.First >= m.End || m.Head < m.First || m.Head >= m.End {
			t.Errorf("%s: mention %d: tokens %d..%d, head %d", name, i, m.First, m.End, m.Head)
		}
		if m.First < last {
			t.Errorf("%s: mention %d begins before the one before it", name, i)
		}
		if m.Why == "" {
			t.Errorf("%s: mention %d has no reason", name, i)
		}
		if m.Entity >= len(d.Entities) {
			t.Errorf("%s: mention %d: entity %d of %d", name, i, m.Entity, len(d.Entities))
		}
		last = m.First
	}
	for i, e := range d.Entities {
		for k, m := range e.Mentions {
			if d.Mentions[m].Entity != i || k > 0 && e.Mentions[k-1] >= m {
				t.Errorf("%s: entity %d lists mention %d wrongly", name, i, m)
			}
		}
		for _, m := range e.Members {
			if m < 0 || m >= len(d.Entities) || e.Class != doc.Group {
				t.Errorf("%s: entity %d of class %s has member %d", name, i, e.Class, m)
			}
		}
	}
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
