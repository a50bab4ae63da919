package lexicon_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"readout/lexicon"
)

// TestEveryEntryHasExamples checks the form of the built-in lexicon: every entry has a + and a -
// example; package reader runs them.
func TestEveryEntryHasExamples(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	types := map[string]int{}
	for _, e := range lex.Entries {
		plus, minus := 0, 0
		for _, ex := range e.Examples {
			if ex.Want != nil {
				plus++
			} else {
				minus++
			}
		}
		if plus == 0 || minus == 0 {
			t.Errorf("%s:%d: %s needs a + and a - example", e.File, e.Line, e.Name)
		}
		types[e.Makes.Type]++
	}
	for _, typ := range strings.Fields("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT") {
		if types[typ] == 0 {
			t.Errorf("no entry makes %s", typ)
		}
	}
}

// TestErrors checks that what is wrong in a file is named with file and line.
func TestErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"meet.1  meet", "x.txt:1: an entry needs a name"},
		{"meet.1  meet VERB nsubj=actor\nmeet.1  meet VERB nsubj=actor", "x.txt:2: entry meet.1 stands twice"},
		{"meet.1  meet ADV nsubj=actor", `part of speech "ADV"`},
		{"meet.1  Meet VERB nsubj=actor", "not lower case"},
		{"meet.1  meet VERB nsubj=boss", `unknown role "boss"`},
		{"meet.1  meet VERB obj(a|=actor", "bad lemma list"},
		{"meet.1  meet VERB !obj=actor", "has no role"},
		{"meet.1  meet VERB light(hold) nsubj=actor", "bad light verbs"},
		{"meet.1  meet VERB nsubj=actor => CONSULT.visit color=red", `do not understand "color=red"`},
		{"  + Too early.  => CONSULT", "example before the first entry"},
		{"meet.1  meet VERB nsubj=actor\n  Some text", "starts with + or -"},
		{"meet.1  meet VERB nsubj=actor\n  + No records here.", "needs => and what it codes"},
		{"meet.1  meet VERB nsubj=actor\n  + A. => CONSULT actor=\"B", "no closing quotation mark"},
	} {
		_, err := lexicon.ParseEntries("plover/x.txt", []byte(test.text))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error %v, want %q", test.text, err, test.want)
		}
	}
}

// TestLoadErrors checks what only the tables can tell.
func TestLoadErrors(t *testing.T) {
	for _, test := range []struct{ file, text, want string }{
		{"plover/CONSULT.txt", "meet.1  meet VERB nsubj=actor => CONSULT.dance\n", `plover/CONSULT.txt:1: CONSULT/meet.1: CONSULT has no mode "dance"`},
		{"plover/PARTY.txt", "meet.1  meet VERB nsubj=actor\n", `unknown event type "PARTY"`},
		{"plover/CONSULT.txt", "meet.1  meet VERB nsubj=actor => CONSULT cameo=999\n", `unknown CAMEO code "999"`},
		{"operators.txt", "plan.1  plan VERB xcomp=event => aux=maybe\n", `unknown auxiliary mode "maybe"`},
		{"types.txt", "MEET 1 1 040 7 8\n", "types.txt:1: neither a type"},
		{"types.txt", "AGREE 2.5 1 030\ncontexts\n  legal AGREE.swift\n", `types.txt:3: AGREE has no mode "swift"`},
		{"types.txt", "AGREE 2.5 1 030\ncontexts\n  legal PARTY:JUD\n", `types.txt:3: unknown event type "PARTY"`},
		{"types.txt", "AGREE 2.5 1 030\ncontexts\n  legal LAW\n", `types.txt:3: bad sector "LAW"`},
		{"cameo.txt", "040\tx\n", "cameo.txt:1: want 6 fields"},
		{"compose.txt", "AGREE CONSULT\n", "compose.txt:1: want OUTER of INNER"},
	} {
		fsys := copyFS(t)
		fsys[test.file] = &fstest.MapFile{Data: []byte(test.text)}
		_, err := lexicon.Load(fsys)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q", test.file, err, test.want)
		}
	}
}

// TestLookup checks that an inflected form finds its entry when the lemma is wrong.
func TestLookup(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ lemma, form, want string }{
		{"meet", "met", "CONSULT/meet.1"},
		{"bombe", "bombed", "ASSAULT/bomb.1"},
		{"deni", "denied", "REJECT/deny.1"},
		{"accus", "accusing", "ACCUSE/accuse.1"},
		{"vetoe", "vetos", "REJECT/veto.1"},
	} {
		got := lex.Lookup(test.lemma, test.form)
		if !slices.ContainsFunc(got, func(e *lexicon.Entry) bool { return e.Name == test.want }) {
			t.Errorf("%s (%s): %v, want %s", test.form, test.lemma, got, test.want)
		}
	}
}

// copyFS returns the lexicon of this folder in memory.
func copyFS(t *testing.T) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".txt") {
			return err
		}
		data, err := os.ReadFile(name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

func FuzzParseEntries(f *testing.F) {
	for _, name := range []string{"plover/CONSULT.txt", "plover/AGREE.txt", "operators.txt"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add("a a VERB a(b|c)>d:e=actor|x=theme? => X.y+z cameo=1\n  + x => A b=\"c\" ; D e=f\n  - y")
	f.Fuzz(func(t *testing.T, text string) {
		entries, err := lexicon.ParseEntries("plover/FUZZ.txt", []byte(text))
		if err != nil {
			if !strings.Contains(err.Error(), "plover/FUZZ.txt") {
				t.Errorf("error does not name the file: %v", err)
			}
			return
		}
		for _, e := range entries {
			if e.Name == "" || e.Line < 1 || len(e.Slots) == 0 && e.Light == nil {
				t.Errorf("bad entry %+v", e)
			}
		}
	})
}

// TestWordLists reads entries whose lists of lemmas have names.
func TestWordLists(t *testing.T) {
	text := "@crowd student\n@crowd worker\nmarch.1  march VERB  nsubj(@crowd|@nationals|pilot)=actor\n"
	entries, err := lexicon.ParseEntries("plover/PROTEST.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	got := entries[0].Slots[0].Paths[0][0].Lemmas
	if want := []string{"student", "worker", lexicon.Nationals, "pilot"}; !slices.Equal(got, want) {
		t.Errorf("lemmas %q, want %q", got, want)
	}
	for _, bad := range []string{"@crowd", "@crowd student|worker", "@ student"} {
		if _, err := lexicon.ParseEntries("plover/PROTEST.txt", []byte(bad+"\n")); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}
