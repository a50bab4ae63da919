package doc

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout"
)

// TestHeads seeks the heads of stretches of a text.
func TestHeads(t *testing.T) {
	d := &Document{Tokens: []Token{ // "the envoys met in Oslo"
		{Start: 0, End: 3, Head: 1}, {Start: 4, End: 10, Head: 2}, {Start: 11, End: 14, Head: -1},
		{Start: 15, End: 17, Head: 4}, {Start: 18, End: 22, Head: 2},
	}}
	for _, test := range []struct {
		start, end int
		want       []int
	}{
		{0, 10, []int{1}}, {4, 22, []int{2}}, {15, 22, []int{4}}, {0, 3, []int{0}},
		{5, 6, []int{1}}, {0, 17, []int{2, 3}}, {10, 11, nil}, {22, 30, nil},
	} {
		if got := d.Heads(readout.Span{Start: test.start, End: test.end}); !slices.Equal(got, test.want) {
			t.Errorf("[%d,%d): %v, want %v", test.start, test.end, got, test.want)
		}
	}
}

// TestMentionsIn seeks the mentions that begin in a range of tokens.
func TestMentionsIn(t *testing.T) {
	d := &Document{Mentions: []Mention{{First: 0, End: 4}, {First: 2, End: 3}, {First: 2, End: 4}, {First: 7, End: 8}}}
	for _, test := range [][4]int{{0, 9, 0, 4}, {1, 7, 1, 3}, {2, 3, 1, 3}, {4, 7, 3, 3}, {8, 9, 4, 4}} {
		if from, to := d.MentionsIn(test[0], test[1]); from != test[2] || to != test[3] {
			t.Errorf("[%d,%d): %d, %d, want %d, %d", test[0], test[1], from, to, test[2], test[3])
		}
	}
}

// phrase makes a document of one sentence whose tokens are written "form:UPOS:head:relation", heads counted from 0 and
// -1 for the root; a space stands between the words.
func phrase(t *testing.T, tokens string) *Document {
	t.Helper()
	d := New(&readout.Article{})
	for field := range strings.FieldsSeq(tokens) {
		c := strings.SplitN(field, ":", 4)
		tok := Token{Start: len(d.Article.Text), Form: c[0], Lemma: strings.ToLower(c[0]), UPOS: c[1], Deprel: c[3]}
		if _, err := fmt.Sscan(c[2], &tok.Head); err != nil {
			t.Fatal(err)
		}
		d.Article.Text += c[0] + " "
		tok.End = len(d.Article.Text) - 1
		d.Tokens = append(d.Tokens, tok)
	}
	d.Sentences = []Sentence{{First: 0, End: len(d.Tokens)}}
	d.Link()
	return d
}

// TestTree walks down the tree of a sentence.
func TestTree(t *testing.T) {
	d := phrase(t, "The:DET:1:det envoys:NOUN:3:nsubj:pass were:AUX:3:aux:pass met:VERB:-1:root by:ADP:6:case two:NUM:6:nummod kings:NOUN:3:obl:agent")
	for i, want := range [][]int{nil, {0}, nil, {1, 2, 6}, nil, nil, {4, 5}} {
		if got := slices.Collect(d.Children(i)); !slices.Equal(got, want) {
			t.Errorf("children of %d: %v, want %v", i, got, want)
		}
	}
	for c := range d.Children(3) {
		if c != 1 {
			t.Errorf("the first child is %d", c)
		}
		break
	}
	for _, c := range []struct {
		rels []string
		want int
	}{
		{[]string{"nsubj"}, 1}, {[]string{"nsubj:pass"}, 1}, {[]string{"obj", "obl"}, 6}, {[]string{"aux", "nsubj"}, 1},
		{[]string{"nsubj:outer"}, -1}, {[]string{"obl:agent:x"}, -1}, {nil, -1},
	} {
		if got := d.Child(3, c.rels...); got != c.want {
			t.Errorf("child %v: %d, want %d", c.rels, got, c.want)
		}
	}
	for i, want := range [][2]int{{0, 1}, {0, 2}, {2, 3}, {0, 7}, {4, 5}, {5, 6}, {4, 7}} {
		if first, end := d.Subtree(i); first != want[0] || end != want[1] {
			t.Errorf("subtree of %d: %d, %d, want %v", i, first, end, want)
		}
	}
	if got := d.Span(4, 7); got.Text != "by two kings" || d.Article.Text[got.Start:got.End] != got.Text {
		t.Errorf("span %+v", got)
	}
}

// TestSentenceOf finds the sentence of each token.
func TestSentenceOf(t *testing.T) {
	d := &Document{Sentences: []Sentence{{First: 0, End: 1}, {First: 1, End: 4}, {First: 4, End: 5}}}
	for i, want := range []int{0, 1, 1, 1, 2} {
		if got := d.SentenceOf(i); got != want {
			t.Errorf("token %d: sentence %d, want %d", i, got, want)
		}
	}
}

// TestMentionAt: a mention is found at its head and, of a name, at all its words; the longest wins at its head.
func TestMentionAt(t *testing.T) {
	d := phrase(t, "Minister:PROPN:2:nmod:desc Ann:PROPN:2:compound Lee:PROPN:4:nsubj of:ADP:2:x left:VERB:-1:root Bern:PROPN:4:obj")
	if d.MentionAt(2) != -1 || d.PersonAround(2) != -1 || d.EntityAt(2) != nil {
		t.Error("mentions before they are linked")
	}
	d.Entities = []Entity{{Name: "Ann Lee", Class: Person}, {Name: "Bern", Class: Location}}
	d.Mentions = []Mention{
		{First: 0, End: 3, Head: 2, Kind: Name, Entity: 0},
		{First: 1, End: 3, Head: 2, Kind: Name, Entity: 0},
		{First: 5, End: 6, Head: 5, Kind: Name, Entity: -1},
	}
	d.LinkMentions()
	for i, want := range []int{0, 0, 0, -1, -1, 2} {
		if got := d.MentionAt(i); got != want {
			t.Errorf("token %d: mention %d, want %d", i, got, want)
		}
	}
	for i, want := range []int{2, 2, 2, -1, -1, -1} {
		if got := d.PersonAround(i); got != want {
			t.Errorf("token %d: person %d, want %d", i, got, want)
		}
	}
	if e := d.EntityAt(0); e == nil || e.Name != "Ann Lee" {
		t.Errorf("entity of the minister: %v", e)
	}
	if d.EntityAt(4) != nil || d.EntityAt(5) != nil {
		t.Error("an entity of what names nobody, or of a mention that was not resolved")
	}
}

// TestNegates checks which words deny what they hang on.
func TestNegates(t *testing.T) {
	for _, c := range []struct{ words, deny string }{
		{"They did not go", "not"},
		{"They did n’t go", "n’t"},
		{"They NEVER go", "NEVER"},
		{"They no longer go", "longer"},
		{"No longer do they go", "longer"},
		{"They waited longer", ""},
		{"longer", ""},
		{"They scarcely slept", "scarcely"},
		{"No soldier slept", ""},
		{"Neither slept", "Neither"},
	} {
		d := &Document{}
		for form := range strings.FieldsSeq(c.words) {
			d.Tokens = append(d.Tokens, Token{Form: form})
		}
		var got []string
		for i := range d.Tokens {
			if d.Negates(i) {
				got = append(got, d.Tokens[i].Form)
			}
		}
		if strings.Join(got, " ") != c.deny {
			t.Errorf("%s: %q, want %q", c.words, got, c.deny)
		}
	}
}

// TestForms folds marks and looks at capitals and lists of words.
func TestForms(t *testing.T) {
	for form, want := range map[string]string{
		"don’t": "don't", "“Yes”": `"Yes"`, "win‐win": "win-win", "a–b—c": "a-b-c", "wait…": "wait...",
		"`": "'", "10\u00a0km": "10 km", "Éva": "Éva", "plain": "plain", "": "", "\xff": "\xff",
	} {
		if got := Norm(form); got != want {
			t.Errorf("Norm(%q) = %q, want %q", form, got, want)
		}
	}
	for word, want := range map[string]bool{"Oslo": true, "Éva": true, "oslo": false, "1985": false, "": false, "\xff": false} {
		if Capitalized(word) != want {
			t.Errorf("Capitalized(%q) = %v", word, !want)
		}
	}
	set := WordSet(" one\ttwo\n\tthree one ")
	if len(set) != 3 || !set["one"] || !set["two"] || !set["three"] || set[""] {
		t.Errorf("WordSet: %v", set)
	}
}
