package lexicon_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"readout/lexicon"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

// TestLayers checks that a user's folder adds and replaces.
func TestLayers(t *testing.T) {
	lex, err := lexicon.Load(os.DirFS("."), lexicon.Layer{Name: "mine", FS: fstest.MapFS{
		"plover/CONSULT.txt":       file("\ufeffmeet.1  meet VERB  nsubj=actor obj=recipient => CONSULT.visit\r\nconfab.1  confab VERB nsubj=each\n"),
		"operators.txt":            file("dare.1  dare VERB  nsubj=actor xcomp=event => same\n"),
		"compose.txt":              file("AGREE of CONSULT => CONSULT cameo=046\n"),
		"actors/countries.txt":     file("FRA  Gaul\n  adj  Gaulish\nRUR  Ruritania\n  adj  Ruritanian\n"),
		"actors/organizations.txt": file("RUR  NATO\n  sector  MIL\n"),
		"actors/roles.txt":         file("minister  LEG office\nstargazer  EDU office\n"),
		"actors/people.txt":        file("Rudolf Rassendyll\n  office  king, RUR, GOV, 1894..1897\n"),
		"actors/people/gaul.txt":   file("Obelix the Carver\n  country  FRA\n"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range lex.Own() {
		names = append(names, e.Name)
	}
	if got := strings.Join(names, " "); got != "CONSULT/meet.1 CONSULT/confab.1 operators/dare.1" {
		t.Errorf("own entries: %s", got)
	}
	met := lex.Lookup("meet", "met")
	own := slices.IndexFunc(met, func(e *lexicon.Entry) bool { return e.Name == "CONSULT/meet.1" })
	if own < 0 {
		t.Fatal("no CONSULT/meet.1")
	}
	if e := met[own]; e.File != "mine/plover/CONSULT.txt" || e.Line != 1 || e.Makes.String() != "CONSULT.visit" {
		t.Errorf("meet.1: %s:%d %s", e.File, e.Line, &e.Makes)
	}
	if m, _ := lex.Ontology.Compose("AGREE", &lexicon.Makes{Type: "CONSULT"}, false); m.CAMEO != "046" {
		t.Errorf("AGREE of CONSULT makes %s", m.CAMEO)
	}
	if lex.Actors.Country("FRA").Name != "Gaul" || lex.Actors.Match([]string{"French"}) != nil || lex.Actors.Match([]string{"Ruritanian"}) == nil {
		t.Error("countries are not replaced and added")
	}
	if m := lex.Actors.Match([]string{"NATO"}); len(m) != 1 || m[0].Known.Code != "RUR" {
		t.Errorf("NATO: %v", m)
	}
	for words, sector := range map[string]string{"minister": "LEG", "stargazer": "EDU", "foreign minister": "GOV"} {
		if role, _ := lex.Actors.Role(strings.Fields(words)); role.Sector != sector {
			t.Errorf("%s: %+v", words, role)
		}
	}
	if k := lex.Actors.Holder("RUR", "king", "1895"); k == nil || k.Name != "Rudolf Rassendyll" {
		t.Errorf("king: %v", k)
	}
	if k := lex.Actors.Known("person/Obelix the Carver"); k == nil || k.Code != "FRA" {
		t.Errorf("of another file of people: %v", k)
	}
}

// TestLayerErrors checks that errors name the user's file and line.
func TestLayerErrors(t *testing.T) {
	for _, test := range []struct{ file, text, want string }{
		{"plover/CONSULT.txt", "\n\nmeet.1  meet NOISE nsubj=actor\n", `lexicon: my/lex/plover/CONSULT.txt:3: part of speech "NOISE"`},
		{"plover/PICNIC.txt", "meet.1  meet VERB nsubj=actor\n", `lexicon: my/lex/plover/PICNIC.txt:1: PICNIC/meet.1: unknown event type "PICNIC"`},
		{"plover/CONSULT.txt", "a.1  a VERB nsubj=actor\na.1  a VERB nsubj=actor\n", "lexicon: my/lex/plover/CONSULT.txt:2: entry a.1 stands twice"},
		{"compose.txt", "# mine\nAGREE CONSULT\n", "lexicon: my/lex/compose.txt:2: want OUTER of INNER"},
		{"actors/countries.txt", "RUR  Ruritania\n  moon  Ruritanian\n", `lexicon: my/lex/actors/countries.txt:2: unknown key "moon"`},
		{"actors/people.txt", "Rudolf\n  office  king, RUR, GOV, 1894..\n", `lexicon: my/lex/actors/people.txt:2: office: no country has the code "RUR"`},
		{"actors/people/gaul.txt", "Obelix\n  office  king, RUR, GOV, 1894..\n", `lexicon: my/lex/actors/people/gaul.txt:2: office: no country has the code "RUR"`},
		{"actors/roles.txt", "seer  EDU\nseer  REL\n", `lexicon: my/lex/actors/roles.txt:2: role "seer" is given twice`},
		{"notes.md", "no lexicon", "lexicon: my/lex: no file of a lexicon lies in this folder"},
	} {
		_, err := lexicon.Load(os.DirFS("."), lexicon.Layer{Name: "my/lex", FS: fstest.MapFS{test.file: file(test.text)}})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q", test.file, err, test.want)
		}
	}
}

// TestOpen checks folders on disk.
func TestOpen(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "happenings.txt")
	if err := os.WriteFile(name, []byte("picnic.1  picnic VERB  nsubj=each\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if own := lex.Own(); len(own) != 1 || own[0].File != name {
		t.Errorf("own entries: %v", own)
	}
	if _, err := lexicon.Open(filepath.Join(dir, "missing")); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("a missing folder: %v", err)
	}
	if _, err := lexicon.Open(name); err == nil || !strings.Contains(err.Error(), "is not a directory") {
		t.Errorf("a file: %v", err)
	}
	if def, err := lexicon.Open(); err != nil || len(def.Own()) != 0 || len(def.Notes) != 0 {
		t.Errorf("no folder: %v", err)
	}
}
