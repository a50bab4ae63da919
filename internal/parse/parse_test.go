package parse_test

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"

	"readout"
	"readout/internal/doc"
	"readout/internal/model"
	"readout/internal/parse"
	"readout/internal/segment"
)

// pipeline is a segmenter and a parser with the weights of the program, loaded once for all tests.
type pipeline struct {
	segmenter *segment.Segmenter
	parser    *parse.Parser
}

var load = sync.OnceValues(func() (*pipeline, error) {
	m, err := model.Default()
	if err != nil {
		return nil, err
	}
	s, err := segment.New(m)
	if err != nil {
		return nil, err
	}
	p, err := parse.New(m)
	return &pipeline{s, p}, err
})

func newParser(t testing.TB) (*segment.Segmenter, *parse.Parser) {
	t.Helper()
	p, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return p.segmenter, p.parser
}

// read segments and parses a text of one paragraph.
func read(t testing.TB, text string) *doc.Document {
	t.Helper()
	s, p := newParser(t)
	d := doc.New(&readout.Article{Text: text, Parts: []readout.Part{{Kind: readout.PartBody, End: len(text)}}})
	s.Segment(d)
	p.Parse(d)
	return d
}

// describe writes one token: form, lemma, UPOS, relation, head's form.
func describe(d *doc.Document, i int) string {
	t := &d.Tokens[i]
	head := "-"
	if t.Head >= 0 {
		head = d.Tokens[t.Head].Form
	}
	return fmt.Sprintf("%s %s %s %s %s", t.Form, t.Lemma, t.UPOS, t.Deprel, head)
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The two leaders met in Moscow and signed the treaty.", []string{
			"leaders leader NOUN nsubj met", "met meet VERB root -", "treaty treaty NOUN obj signed", "signed sign VERB conj met",
			"Moscow Moscow PROPN obl met", "in in ADP case Moscow", ". . PUNCT punct met",
		}},
		{"The treaty was signed by the president.", []string{
			"treaty treaty NOUN nsubj:pass signed", "was be AUX aux:pass signed", "president president NOUN obl:agent signed",
		}},
		{"France’s minister said that they didn’t agree.", []string{
			"France France PROPN nmod:poss minister", "’s 's PART case France", "minister minister NOUN nsubj said",
			"agree agree VERB ccomp said", "n’t not PART advmod agree", "did do AUX aux agree",
		}},
	} {
		d := read(t, c.text)
		got := map[string]bool{}
		for i := range d.Tokens {
			got[describe(d, i)] = true
		}
		for _, want := range c.want {
			if !got[want] {
				t.Errorf("%q: no %q in %v", c.text, want, got)
			}
		}
	}
}

func TestFeatures(t *testing.T) {
	d := read(t, "The talks were held by both sides.")
	for i, want := range map[int]string{1: "Number=Plur", 2: "Tense=Past", 3: "Voice=Pass"} {
		if got := d.Tokens[i].Feats; !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", d.Tokens[i].Form, got, want)
		}
	}
}

// TestEveryTreeHasOneRoot parses bad, odd and long input.
func TestEveryTreeHasOneRoot(t *testing.T) {
	for name, text := range map[string]string{
		"one word":   "Yes",
		"marks":      "?!... ((( \"\"\" ---",
		"not UTF-8":  "the \xff\xfe caf\xe9",
		"long words": strings.Repeat("x", 1<<16) + " " + strings.Repeat("é", 1<<16),
		"long":       strings.Repeat("and then they said that ", 1000),
		"empty":      "",
	} {
		d := read(t, text)
		for _, s := range d.Sentences {
			checkTree(t, name, d, s)
		}
	}
}

// checkTree verifies that a sentence is one tree, that it is projective, and that all fields are set.
func checkTree(t *testing.T, name string, d *doc.Document, s doc.Sentence) {
	t.Helper()
	roots := 0
	for i := s.First; i < s.End; i++ {
		tok := &d.Tokens[i]
		if tok.UPOS == "" || tok.XPOS == "" || tok.Deprel == "" || tok.Feats == "" || tok.Lemma == "" {
			t.Fatalf("%s: a field of token %d is empty: %+v", name, i, tok)
		}
		if tok.Head < 0 {
			roots++
		} else if tok.Head < s.First || tok.Head >= s.End || tok.Head == i {
			t.Fatalf("%s: head %d of token %d is outside the sentence", name, tok.Head, i)
		}
		if (tok.Head < 0) != (tok.Deprel == "root") {
			t.Errorf("%s: token %d has head %d and relation %s", name, i, tok.Head, tok.Deprel)
		}
	}
	if roots != 1 {
		t.Fatalf("%s: %d roots", name, roots)
	}
	for i := s.First; i < s.End; i++ {
		steps := 0
		for h := i; h >= 0; h = d.Tokens[h].Head {
			if steps++; steps > s.End-s.First {
				t.Fatalf("%s: token %d is in a loop", name, i)
			}
		}
	}
}

func TestParseIsSafeForConcurrentUse(t *testing.T) {
	s, p := newParser(t)
	texts := []string{"They met in Vienna and agreed.", "The envoy of the king left because nobody spoke to her.", "Go home!"}
	parseOne := func(text string) string {
		d := doc.New(&readout.Article{Text: text, Parts: []readout.Part{{Kind: readout.PartBody, End: len(text)}}})
		s.Segment(d)
		p.Parse(d)
		var b bytes.Buffer
		if err := doc.WriteCoNLLU(&b, d); err != nil {
			t.Error(err)
		}
		return b.String()
	}
	want := map[string]string{}
	for _, text := range texts {
		want[text] = parseOne(text)
	}
	done := make(chan bool)
	for range 4 {
		go func() {
			for i := range 60 {
				if text := texts[i%len(texts)]; parseOne(text) != want[text] {
					t.Errorf("another parse of %q", text)
				}
			}
			done <- true
		}()
	}
	for range 4 {
		<-done
	}
}

func TestLemmatizer(t *testing.T) {
	l, err := parse.NewLemmatizer([]string{"was\t0\tbe", "n't\t0\tnot"}, []string{"s\t1\t1\t", "ies\t1\t3\ty"},
		[]string{parse.CaseLower, parse.CaseLower, parse.CaseKeep, parse.CaseInner})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		form    string
		tag     int
		initial bool
		want    string
	}{
		{"was", 0, false, "be"}, {"Was", 0, true, "be"}, {"n’t", 0, false, "not"},
		{"treaties", 1, false, "treaty"}, {"Talks", 1, true, "talk"}, {"s", 1, false, "s"},
		{"Moscow", 2, true, "Moscow"}, {"Ruritanian", 3, false, "Ruritanian"},
		{"Latest", 3, true, "latest"}, {"LATEST", 3, false, "latest"},
	} {
		if got := l.Lemma(c.form, c.tag, c.initial); got != c.want {
			t.Errorf("%s as %d: %s, want %s", c.form, c.tag, got, c.want)
		}
	}
}

// TestLemmas: what the lemmas of rare words are, of which suffixes tell too little.
func TestLemmas(t *testing.T) {
	for text, want := range map[string]string{
		"Kenya rebuked Chad and flouted the ban.":              "Kenya rebuke Chad and flout the ban .",
		"Kenya boycotted the vote.":                            "Kenya boycott the vote .",
		"Mexico extradited the escapees.":                      "Mexico extradite the escapee .",
		"Kenya curbed imports and probed the firm.":            "Kenya curb import and probe the firm .",
		"The army shelled the barracks.":                       "the army shell the barracks .",
		"The court subpoenas two aides.":                       "the court subpoena two aide .",
		"Chad severed ties and closed its bases.":              "Chad sever tie and close its base .",
		"Chad relied on bombing.":                              "Chad rely on bombing .",
		"Kenya promised Chad a series of loans and denied it.": "Kenya promise Chad a series of loan and deny it .",
	} {
		d := read(t, text)
		var got []string
		for i := range d.Tokens {
			got = append(got, d.Tokens[i].Lemma)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("got %q, want %q", strings.Join(got, " "), want)
		}
	}
}

func TestNewRefusesOtherWeights(t *testing.T) {
	if _, err := parse.New(&model.File{}); err == nil || !strings.Contains(err.Error(), "model: no section") {
		t.Errorf("a file without sections: %v", err)
	}
	for _, bad := range [][3][]string{
		{{"was\t0"}, nil, {parse.CaseLower}}, {{"was\t1\tbe"}, nil, {parse.CaseLower}},
		{nil, {"s\t0\tx\t"}, {parse.CaseLower}}, {nil, {"s\t0"}, {parse.CaseLower}},
	} {
		if _, err := parse.NewLemmatizer(bad[0], bad[1], bad[2]); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
	if _, err := parse.NewFeaturizer([]string{"NOUN NN"}); err == nil {
		t.Error("no error for a bad feature line")
	}
}

// report is a text to measure speed on.
var report = strings.Repeat("The foreign ministers of both countries met in Geneva on Monday to discuss the draft treaty, "+
	"which had been under negotiation since March. \"We have made progress,\" Mr. Novak told reporters after the talks. "+
	"The American side did not comment; a spokesman said that it was studying the document. ", 120)

func BenchmarkParse(b *testing.B) {
	s, p := newParser(b)
	d := doc.New(&readout.Article{Text: report, Parts: []readout.Part{{Kind: readout.PartBody, End: len(report)}}})
	s.Segment(d)
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkTextToTrees(b *testing.B) {
	s, p := newParser(b)
	words := len(strings.Fields(report))
	b.ReportAllocs()
	for b.Loop() {
		d := doc.New(&readout.Article{Text: report, Parts: []readout.Part{{Kind: readout.PartBody, End: len(report)}}})
		s.Segment(d)
		p.Parse(d)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkNew(b *testing.B) {
	m, err := model.Default()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := parse.New(m); err != nil {
			b.Fatal(err)
		}
	}
}
