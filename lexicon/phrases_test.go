package lexicon_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"readout/lexicon"
)

// TestPhrases checks the built-in phrases: there are hundreds, and every ladder has all its steps.
func TestPhrases(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(lex.Phrases.All); n < 350 {
		t.Errorf("%d phrases", n)
	}
	ladders := map[string][]int{}
	for _, ph := range lex.Phrases.All {
		if ph.Ladder != "" {
			ladders[ph.Ladder] = append(ladders[ph.Ladder], ph.Rank)
		}
		if lex.Phrases.Get(ph.ID) != ph {
			t.Errorf("%s is not found by its identifier", ph.ID)
		}
	}
	for ladder, ranks := range ladders {
		for step := 1; step <= slices.Max(ranks); step++ {
			if !slices.Contains(ranks, step) {
				t.Errorf("ladder %s has no step %d", ladder, step)
			}
		}
	}
}

// TestEveryContextHasTerms checks that no context of PLOVER is without terms.
func TestEveryContextHasTerms(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(lex.Ontology.Contexts()); n != 37 {
		t.Errorf("%d contexts", n)
	}
	for _, name := range lex.Ontology.Contexts() {
		if !slices.ContainsFunc(lex.Topics.All, func(topic *lexicon.Topic) bool { return !topic.Issue && topic.Name == name }) {
			t.Errorf("context %s has no terms", name)
		}
	}
}

func TestCodeContexts(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]string{
		"0874": "military", "1124": "military legal", "0333": "human_security", "0811": "pro_democracy", "040": "", "2042": "cbrn", "": "",
	} {
		if got := strings.Join(lex.Ontology.CodeContexts(code), " "); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

func TestSignContexts(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ typ, mode, actor, recipient, contexts, signs string }{
		{"REJECT", "", "LEG", "GOV", "legislative", "LEG"},
		{"CONSULT", "", "GOV", "JUD", "legal", "JUD"},
		{"COERCE", "arrest", "COP", "JRN", "rights_freedoms repression", "COERCE:JRN COERCE:JRN"},
		{"CONSULT", "", "GOV", "JRN", "", ""},
		{"RETREAT", "resign", "GOV", "", "executive", "RETREAT.resign"},
		{"COERCE", "seize", "GOV", "GOV", "", ""},
	} {
		contexts, signs := lex.Ontology.SignContexts(test.typ, []string{test.mode}, []string{test.actor}, []string{test.recipient})
		if got := strings.Join(contexts, " "); got != test.contexts {
			t.Errorf("%+v: contexts %q", test, got)
		}
		if got := strings.Join(signs, " "); got != test.signs {
			t.Errorf("%+v: signs %q", test, got)
		}
	}
}

// TestLayersOfPhrases checks that a user's folder adds and replaces phrases, topics and stances.
func TestLayersOfPhrases(t *testing.T) {
	lex, err := lexicon.Load(os.DirFS("."), lexicon.Layer{Name: "mine", FS: fstest.MapFS{
		"phrases.txt": file("Cold War mentality  who=FRA\n  = cold hearts\nblue sky clause\n"),
		"topics.txt":  file("issue Ruritanian question  context=territory\n  ruritanian (question|throne)\ncontext health\n  dragon pox\n"),
		"stance.txt":  file("support.1  abet VERB obj => support\n"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	if ph := lex.Phrases.Get("cold-war-mentality"); ph.File != "mine/phrases.txt" || strings.Join(ph.Who, " ") != "FRA" {
		t.Errorf("not replaced: %+v", ph)
	}
	if ph := lex.Phrases.Get("blue-sky-clause"); ph == nil || ph.Patterns[0].String() != "blue sky clause" {
		t.Errorf("not added: %+v", ph)
	}
	if e := lex.Stance("abet"); len(e) != 1 || e[0].Name != "stance/support.1" {
		t.Errorf("stance of abet: %v", e)
	}
	if e := lex.Stance("support"); len(e) != 1 || e[0].Name != "stance/support.2" {
		t.Errorf("stance of support: %v", e)
	}
	found := ""
	words := []lexicon.Word{{Form: "dragon", Lemma: "dragon"}, {Form: "pox", Lemma: "pox"}}
	lex.Topics.At(words, 0, func(topic *lexicon.Topic, end int) { found += topic.Name })
	if found != "health" {
		t.Errorf("dragon pox speaks of %q", found)
	}
}

func TestBadPhrases(t *testing.T) {
	for name, test := range map[string]struct{ file, text, want string }{
		"pattern":  {"phrases.txt", "a b\n  = (a|b\n", "mine/phrases.txt:2: pattern"},
		"who":      {"phrases.txt", "a b  who=Narnia\n", `mine/phrases.txt:1: who: "Narnia" is neither`},
		"since":    {"phrases.txt", "a b  since=May\n", `mine/phrases.txt:1: bad day "May"`},
		"ladder":   {"phrases.txt", "a b  ladder=concern\n", "mine/phrases.txt:1: a ladder needs its step"},
		"key":      {"phrases.txt", "a b  when=1999\n", `mine/phrases.txt:1: do not understand "when=1999"`},
		"line":     {"phrases.txt", "a b\n  * c\n", "mine/phrases.txt:2: an indented line starts with"},
		"twice":    {"phrases.txt", "a b\na b\n", "mine/phrases.txt:2: phrase a-b stands twice"},
		"indented": {"phrases.txt", "  = a\n", "mine/phrases.txt:1: an indented line before"},
		"context":  {"topics.txt", "issue a context=b\n", `mine/topics.txt:1: unknown context "b"`},
		"topic":    {"topics.txt", "matter a\n", "mine/topics.txt:1: a topic starts with"},
		"stance":   {"stance.txt", "a.1 a VERB obj => like\n", `mine/stance.txt:1: stance "like" is none of`},
		"path":     {"stance.txt", "a.1 a VERB dative => support\n", `mine/stance.txt:1: do not understand the path "dative"`},
		"example":  {"stance.txt", "a.1 a VERB obj => support\n  + b\n", "mine/stance.txt:2: a + example needs"},
	} {
		_, err := lexicon.Load(os.DirFS("."), lexicon.Layer{Name: "mine", FS: fstest.MapFS{test.file: file(test.text)}})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
}
