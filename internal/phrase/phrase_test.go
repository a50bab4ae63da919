package phrase_test

import (
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"readout"
	"readout/internal/doc"
	"readout/internal/phrase"
	"readout/lexicon"
)

// ownPhrases and ownTopics are read over the built-in lexicon, so that the rules are tested apart from what
// phrases there are.
const (
	ownPhrases = `
zebra accord
  = zebra accord~ ; zebra pact~
zebra accord of the lake
  = zebra accord of the lake
accord of the lake people
blue-sky clause  who=FRA
lay the ghost
  = lay~ to rest (the|that)
^Marsh Doctrine
goose pact
  = goose~ pact
`
	ownTopics = `
issue zebra question  context=environment
  zebra~ ; zebra herd~ ; the ^Herd
issue herd question  context=environment
  herd~
`
)

// TestFind finds phrases and terms in sentences that are written as tokens: form, or form/lemma, or form/lemma/UPOS.
func TestFind(t *testing.T) {
	f := phrase.New(testLexicon(t))
	for _, c := range []struct{ name, text, want string }{
		{"any case", "Both signed the ZEBRA Accord", "zebra-accord “ZEBRA Accord” · zebra question “ZEBRA”"},
		{"any form, another pattern", "two zebra pacts/pact", "zebra-accord “zebra pacts” · zebra question “zebra”"},
		{"the longest of those that begin together", "the zebra accord of the lake", "zebra-accord-of-the-lake “zebra accord of the lake” · zebra question “zebra”"},
		{"the first of those that overlap", "the zebra accord of the lake people", "zebra-accord-of-the-lake “zebra accord of the lake” · zebra question “zebra”"},
		{"one after the other", "zebra accord zebra accord", "zebra-accord “zebra accord” · zebra question “zebra” · zebra-accord “zebra accord” · zebra question “zebra”"},
		{"hyphens of the pattern", "a blue sky clause", "blue-sky-clause “blue sky clause”"},
		{"hyphens of the text", "a blue-sky clause", "blue-sky-clause “blue-sky clause”"},
		{"quotation marks", "a “ blue sky ” clause", "blue-sky-clause “blue sky ” clause”"},
		{"an article that only shows the object", "They laid/lay to rest the/the/DET quarrel", "lay-the-ghost “laid to rest”"},
		{"what is not an article stays", "They laid/lay to rest that/that/PRON", "lay-the-ghost “laid to rest that”"},
		{"capitals", "the Marsh Doctrine", "marsh-doctrine “Marsh Doctrine”"},
		{"no capitals", "the marsh doctrine", ""},
		{"not over the end of a sentence", "They saw a zebra . Accord was near", "zebra question “zebra”"},
		{"terms that overlap are one, of each topic", "a zebra herd", "zebra question “zebra herd” · herd question “herd”"},
		{"an article is no part of a term", "of the/the/DET Herd", "herd question “Herd” · zebra question “Herd”"},
		{"marks between words are words", "zebra , accord", "zebra question “zebra”"},
		{"nothing", "They met .", ""},
		{"hyphens alone", "- -- — - zebra", "zebra question “zebra”"},
		{"a lemma of other pieces", "geese-pact/geese", ""},
		{"a lemma of as many pieces", "geese-pact/goose-pact", "goose-pact “geese-pact”"},
	} {
		d := document(c.text)
		for range 2 { // a second time finds the same
			f.Find(d)
			if got := found(d); got != c.want {
				t.Errorf("%s: %q\n have %s\n want %s", c.name, c.text, got, c.want)
			}
		}
	}
}

// TestTermsCarryTheirTopic checks what a term says of its topic.
func TestTermsCarryTheirTopic(t *testing.T) {
	d := document("The zebra/zebra/NOUN herd met terrorism/terrorism/NOUN and troops/troop/NOUN")
	phrase.New(testLexicon(t)).Find(d)
	var got []string
	for _, term := range d.Terms {
		got = append(got, fmt.Sprintf("%s issue=%v names=%v %s", term.Name, term.Issue, term.Names, strings.Join(term.Contexts, ",")))
	}
	for _, want := range []string{
		"zebra question issue=true names=false environment",
		"terrorism issue=false names=true terrorism",
		"military issue=false names=false military",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no %q among %q", want, got)
		}
	}
}

// TestNothingToFind reads documents without tokens, and with words of odd forms.
func TestNothingToFind(t *testing.T) {
	f := phrase.New(testLexicon(t))
	for _, d := range []*doc.Document{
		doc.New(readout.Passage("", "")), document("”"), document("-"), document("---"), document("'"), document("\xff \xc3 \u200b"),
		document(strings.Repeat("- ” ", 1000)), document(strings.Repeat("x-", 50_000)),
	} {
		f.Find(d)
		if len(d.Phrases)+len(d.Terms) > 0 {
			t.Errorf("%.20q: %v %v", d.Article.Text, d.Phrases, d.Terms)
		}
	}
}

// TestWordSoup finds phrases in sentences of random words that phrases are made of: they lie in one sentence, in
// order, and none overlaps another; terms are in order.
func TestWordSoup(t *testing.T) {
	lex := testLexicon(t)
	var vocabulary []string
	for _, ph := range lex.Phrases.All {
		vocabulary = append(vocabulary, strings.Fields(ph.Name)...)
	}
	vocabulary = append(vocabulary, "-", "”", ",", ".", "")
	f := phrase.New(lex)
	random := rand.New(rand.NewSource(1))
	phrases, terms := 0, 0
	for range 500 {
		var text strings.Builder
		for n := 5 + random.Intn(60); n > 0; n-- {
			name := vocabulary[random.Intn(len(vocabulary))]
			if random.Intn(4) == 0 {
				name = lex.Phrases.All[random.Intn(len(lex.Phrases.All))].Name
			}
			text.WriteString(name + " ")
		}
		d := document(text.String())
		f.Find(d)
		end := 0
		for _, ph := range d.Phrases {
			if ph.First < end || ph.End <= ph.First || d.SentenceOf(ph.First) != d.SentenceOf(ph.End-1) {
				t.Fatalf("%q: phrase %+v behind token %d", text.String(), ph, end)
			}
			end = ph.End
		}
		first := 0
		for _, term := range d.Terms {
			if term.First < first || term.End <= term.First || d.SentenceOf(term.First) != d.SentenceOf(term.End-1) {
				t.Fatalf("%q: term %+v behind token %d", text.String(), term, first)
			}
			first = term.First
		}
		phrases, terms = phrases+len(d.Phrases), terms+len(d.Terms)
	}
	if phrases < 1000 || terms < 1000 {
		t.Errorf("only %d phrases and %d terms were found", phrases, terms)
	}
}

func testLexicon(t *testing.T) *lexicon.Lexicon {
	t.Helper()
	lex, err := lexicon.Load(os.DirFS("../../lexicon"), lexicon.Layer{Name: "own", FS: fstest.MapFS{
		"phrases.txt": &fstest.MapFile{Data: []byte(ownPhrases)},
		"topics.txt":  &fstest.MapFile{Data: []byte(ownTopics)},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// document makes a document of tokens between spaces; a full stop ends a sentence. A dash ties, as in
// "win - win", when it touches: a token that begins with - follows the one before without a space.
func document(text string) *doc.Document {
	d := doc.New(readout.Passage("", ""))
	var b strings.Builder
	sentence := doc.Sentence{}
	for field := range strings.FieldsSeq(text) {
		form, rest, _ := strings.Cut(field, "/")
		lemma, upos, _ := strings.Cut(rest, "/")
		if lemma == "" {
			lemma = strings.ToLower(form)
		}
		if b.Len() > 0 && form != "-" {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(form)
		d.Tokens = append(d.Tokens, doc.Token{Start: start, End: b.Len(), Form: form, Lemma: lemma, UPOS: upos, Head: -1})
		if form == "." {
			sentence.End = len(d.Tokens)
			d.Sentences = append(d.Sentences, sentence)
			sentence.First = sentence.End
		}
	}
	if sentence.End = len(d.Tokens); sentence.First < sentence.End {
		d.Sentences = append(d.Sentences, sentence)
	}
	d.Article = readout.Passage(b.String(), "")
	d.Link()
	return d
}

// found writes the phrases and terms of the lexicon of this test, in the order of the text.
func found(d *doc.Document) string {
	type place struct {
		first int
		text  string
	}
	var all []place
	for _, ph := range d.Phrases {
		all = append(all, place{2 * ph.First, ph.ID + " “" + d.Span(ph.First, ph.End).Text + "”"})
	}
	for _, term := range d.Terms {
		if term.Name == "zebra question" || term.Name == "herd question" {
			all = append(all, place{2*term.First + 1, term.Name + " “" + d.Span(term.First, term.End).Text + "”"})
		}
	}
	slices.SortStableFunc(all, func(a, b place) int { return a.first - b.first })
	var out []string
	for _, p := range all {
		out = append(out, p.text)
	}
	return strings.Join(out, " · ")
}
