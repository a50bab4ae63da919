package lexicon_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/lexicon"
)

// TestTables reads tables of a user's folder over the built-in ones.
func TestTables(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("settings.txt", "# mine\ncouncil  at, in  moot, war council\n")
	write("anonymous.txt", "sage  druid, oracle  with old, wise\n")
	write("firmness.txt", "sworn  swear, carve out\n")
	lex, err := lexicon.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if s := lex.SettingsOf("council", "councils"); len(s) == 0 || s[0].Kind != "council" {
		t.Errorf("settings of “council”: %v", s)
	}
	if s := lex.SettingsOf("conference", "conference"); len(s) == 0 || s[0].Kind != "press-conference" {
		t.Errorf("settings of “conference”: %v", s)
	}
	if a := lex.Anonymous[0]; a.Kind != "sage" || strings.Join(a.With, " ") != "old wise" {
		t.Errorf("first line of anonymous.txt: %v", a)
	}
	if f := lex.Firmness("", "swore"); len(f) != 0 {
		t.Errorf("an irregular form is found without its lemma: %v", f)
	}
	if f := lex.Firmness("carve", "carved"); len(f) != 1 || f[0].Value != "sworn" || f[0].Particle != "out" {
		t.Errorf("firmness of “carve”: %v", f)
	}
	if f := lex.Firmness("postpon", "postponed"); len(f) != 1 || f[0].Value != "postponed" {
		t.Errorf("firmness of a form with a wrong lemma: %v", f)
	}
}

// TestTableErrors checks that errors name file and line.
func TestTableErrors(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"settings.txt", "interview in interview\n", `settings.txt:1: 1 columns in "interview in interview", want 3 to 3 with two spaces between`},
		{"settings.txt", "\n# x\ncall  in,  call\n", `settings.txt:3: nothing stands beside a comma of "in,"`},
		{"anonymous.txt", "official  official  old\n", `anonymous.txt:1: third column "old" does not begin with “with”`},
		{"firmness.txt", "agreed\n", `firmness.txt:1: 1 columns in "agreed", want 2 to 2 with two spaces between`},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, test.name), []byte(test.text), 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := lexicon.Open(dir)
		if err == nil || !strings.HasSuffix(err.Error(), test.want) {
			t.Errorf("%q:\n got %v\nwant %s", test.text, err, test.want)
		}
	}
}
