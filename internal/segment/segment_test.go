package segment_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/doc"
	"readout/internal/model"
	"readout/internal/segment"
)

// newSegmenter returns a segmenter with the weights of the program.
func newSegmenter(t testing.TB) *segment.Segmenter {
	t.Helper()
	s, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// load makes it once for all tests.
var load = sync.OnceValues(func() (*segment.Segmenter, error) {
	m, err := model.Default()
	if err != nil {
		return nil, err
	}
	return segment.New(m)
})

// body returns a document of one body part.
func body(text string) *doc.Document {
	return doc.New(&readout.Article{Text: text, Parts: []readout.Part{{Kind: readout.PartBody, End: len(text)}}})
}

// show writes the sentences with a space between tokens and " / " between sentences.
func show(d *doc.Document) string {
	var sentences []string
	for _, s := range d.Sentences {
		var forms []string
		for _, t := range d.Tokens[s.First:s.End] {
			forms = append(forms, t.Form)
		}
		sentences = append(sentences, strings.Join(forms, " "))
	}
	return strings.Join(sentences, " / ")
}

func TestSegment(t *testing.T) {
	s := newSegmenter(t)
	for _, c := range []struct{ text, want string }{
		{"The ministers met. They agreed.", "The ministers met . / They agreed ."},
		{"China‘s foreign minister left.", "China ‘s foreign minister left ."},
		{"Canada’s envoy and Peru's envoy", "Canada ’s envoy and Peru 's envoy"},
		{"He came at her request.Photo by Jane Doe", "He came at her request . / Photo by Jane Doe"},
		{"He left for the U.S. on Feb. 14 with Mr. Brown.", "He left for the U.S. on Feb. 14 with Mr. Brown ."},
		{"Lt. Gen. J.R. Smith met President George H.W. Bush.", "Lt. Gen. J.R. Smith met President George H.W. Bush ."},
		{"In Oslo he met Rep. Hale, Sgt. Miller and Gov. Brown.", "In Oslo he met Rep. Hale , Sgt. Miller and Gov. Brown ."},
		{"One day later, the F.B.I. had arrested the clerk.", "One day later , the F.B.I. had arrested the clerk ."},
		{"They must go by Oct. 1. Prague called it illegal.", "They must go by Oct. 1 . / Prague called it illegal ."},
		{"The ship left on Sept. 30 and came back on Nov. 2.", "The ship left on Sept. 30 and came back on Nov. 2 ."},
		{"The law took effect in Sept. The court struck it down.", "The law took effect in Sept. / The court struck it down ."},
		{"He spoke at the U.N. on Monday. He left the U.N. The talks go on.", "He spoke at the U.N. on Monday . / He left the U.N. / The talks go on ."},
		{"They met in St. Petersburg and St. John's.", "They met in St. Petersburg and St. John 's ."},
		{"He lives on Main St. Nobody answered.", "He lives on Main St. / Nobody answered ."},
		{"Under Art. 5 and Sec. 12 of the pact, the C.I.A. may listen.", "Under Art. 5 and Sec. 12 of the pact , the C.I.A. may listen ."},
		{"He praised Ernest, Sgt. Miller said.", "He praised Ernest , Sgt. Miller said ."},
		{"We can't go on. It cannot be.", "We ca n't go on . / It can not be ."},
		{"They don’t know; she didn‘t ask.", "They do n’t know ; she did n‘t ask ."},
		{"“We agreed,” he said. “They know it.”", "“ We agreed , ” he said . / “ They know it . ”"},
		{"\"Is it over?\" she asked.", "\" Is it over ? \" she asked ."},
		{"It cost $1,000.50 (about 900 euros).", "It cost $ 1,000.50 ( about 900 euros ) ."},
		{"A well-known U.S.-Soviet treaty", "A well - known U.S. - Soviet treaty"},
		{"She left—not then, at least.", "She left — not then , at least ."},
		{"It grew by 50% in 1987.", "It grew by 50 % in 1987 ."},
		{"The talks began at 10:30 a.m. in Geneva.", "The talks began at 10:30 a.m. in Geneva ."},
		{"Read https://example.org/a/b.html today.", "Read https://example.org/a/b.html today ."},
	} {
		d := body(c.text)
		s.Segment(d)
		if got := show(d); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestPartsAreKeptApart(t *testing.T) {
	text := "TALKS END\nBy A Writer\nThe talks ended\nNobody spoke."
	d := doc.New(&readout.Article{Text: text, Parts: []readout.Part{
		{Kind: readout.PartHeadline, Start: 0, End: 9},
		{Kind: readout.PartByline, Start: 10, End: 21},
		{Kind: readout.PartBody, Start: 22, End: 37},
		{Kind: readout.PartBody, Start: 38, End: len(text)},
	}})
	newSegmenter(t).Segment(d)
	if got, want := show(d), "TALKS END / The talks ended / Nobody spoke ."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(d.Sentences) != 3 || d.Sentences[1].Part != 2 {
		t.Errorf("sentences %v", d.Sentences)
	}
	check(t, d)
}

// check verifies what holds for any text: tokens stand in order, do not overlap, are not empty, do
// not split a character, and cover all but white space; sentences cover all tokens and are bounded.
func check(t *testing.T, d *doc.Document) {
	t.Helper()
	for _, part := range d.Article.Parts {
		if !part.Kind.Read() {
			continue
		}
		at := part.Start
		for _, tok := range d.Tokens {
			if tok.Start < part.Start || tok.End > part.End {
				continue
			}
			if tok.Start >= tok.End || tok.Start < at {
				t.Fatalf("token %d-%d after %d", tok.Start, tok.End, at)
			}
			if tok.Form != d.Article.Text[tok.Start:tok.End] {
				t.Fatalf("form %q is not at %d-%d", tok.Form, tok.Start, tok.End)
			}
			if gap := d.Article.Text[at:tok.Start]; strings.TrimSpace(gap) != "" {
				t.Fatalf("%q is in no token", gap)
			}
			if text := d.Article.Text; utf8.ValidString(text) && tok.End < len(text) && !utf8.RuneStart(text[tok.End]) {
				t.Fatalf("token %q splits a character", tok.Form)
			}
			at = tok.End
		}
		if rest := d.Article.Text[at:part.End]; strings.TrimFunc(rest, unicode.IsSpace) != "" {
			t.Fatalf("%q at the end is in no token", rest)
		}
	}
	next := 0
	for _, s := range d.Sentences {
		if s.First != next || s.End <= s.First || s.End-s.First > segment.MaxTokens {
			t.Fatalf("sentence %d-%d after %d", s.First, s.End, next)
		}
		next = s.End
	}
	if next != len(d.Tokens) {
		t.Fatalf("%d of %d tokens are in sentences", next, len(d.Tokens))
	}
}

func TestHardTexts(t *testing.T) {
	s := newSegmenter(t)
	for name, text := range map[string]string{
		"empty":            "",
		"white space":      " \n\t\u00a0 ",
		"not UTF-8":        "\xff\xfe caf\xe9 \xed\xa0\x80 x",
		"nul bytes":        "a\x00b\x00\x00 c",
		"other scripts":    "Привет, мир. 中国外交部发言人表示。 สวัสดี ١٢٣ 👩‍👩‍👧‍👦!",
		"one long word":    strings.Repeat("word", 1<<18),
		"dots":             strings.Repeat(".", 1<<16),
		"quotes":           strings.Repeat("\"'", 1<<15),
		"spaces":           strings.Repeat(" ", 1<<20) + "x",
		"long sentence":    strings.Repeat("and so on ", 1700),
		"long list":        strings.Repeat("one, two; ", 1000),
		"many joined":      strings.Repeat("cannot", 4) + " " + strings.Repeat("cannot ", 3000),
		"combining marks":  "e\u0301" + strings.Repeat("\u0301", 1000) + ".",
		"zero-width space": "a\u200bb \ufeffc",
	} {
		t.Run(name, func(t *testing.T) {
			d := body(text)
			s.Segment(d)
			check(t, d)
		})
	}
}

func TestLongSentencesAreCutAtSemicolons(t *testing.T) {
	d := body(strings.Repeat("the red and the blue, and the green; ", 100))
	newSegmenter(t).Segment(d)
	check(t, d)
	for _, s := range d.Sentences[:len(d.Sentences)-1] {
		if last := d.Tokens[s.End-1].Form; last != ";" {
			t.Errorf("a sentence of %d tokens ends in %q", s.End-s.First, last)
		}
	}
}

func TestSegmentIsSafeForConcurrentUse(t *testing.T) {
	s := newSegmenter(t)
	text := "He won't go. “They will,” she said.They did. "
	want := body(text)
	s.Segment(want)
	done := make(chan string)
	for range 8 {
		go func() {
			d := body(text)
			for range 20 {
				s.Segment(d)
			}
			done <- show(d)
		}()
	}
	for range 8 {
		if got := <-done; got != show(want) {
			t.Errorf("got %s", got)
		}
	}
}

func TestNewRefusesOtherWeights(t *testing.T) {
	if _, err := segment.New(&model.File{}); err == nil {
		t.Error("no error for a file without sections")
	}
	for _, splits := range []string{"cannot", "cannot\tx", "cannot\t9", "cannot\t3 2", "x\t"} {
		m := &model.File{}
		m.Add(segment.WeightsSection, model.EncodeLinear(segment.Classes, nil, 1))
		m.Add(segment.SplitsSection, []byte(splits))
		if _, err := segment.New(m); err == nil {
			t.Errorf("no error for the split %q", splits)
		}
	}
}

func FuzzSegment(f *testing.F) {
	s := newSegmenter(f)
	for _, text := range []string{
		"He said: \"We can't.\" They left.", "China‘s\r\n\r\nU.S.-led talks…", "\xff\xc3 a\u0301 中国。", "x@y.org http://a.b/c?d",
		"1,000.50 3-day 10:30", strings.Repeat("a;", 500), "don’tdon't n't 'n't",
	} {
		f.Add(text, 3)
	}
	f.Fuzz(func(t *testing.T, text string, at int) {
		d := body(text)
		if at > 0 && at < len(text) && utf8.RuneStart(text[at]) {
			d.Article.Parts = []readout.Part{{Kind: readout.PartCaption, End: at}, {Kind: readout.PartBody, Start: at, End: len(text)}}
		}
		s.Segment(d)
		check(t, d)
	})
}

// news returns n words of made-up report.
func news(n int) string {
	rng := rand.New(rand.NewPCG(1, 2))
	sentences := []string{
		"The foreign ministers of both countries met in Geneva on Monday to discuss the draft treaty.",
		"\"We have made progress,\" Mr. Novak told reporters after the talks, which lasted 4.5 hours.",
		"The U.S. side did not comment; a spokesman said that it was studying the document.",
		"Some 2,500 people protested outside the embassy, demanding that the prisoners be released.",
	}
	var b strings.Builder
	for words := 0; words < n; {
		s := sentences[rng.IntN(len(sentences))]
		words += len(strings.Fields(s))
		fmt.Fprintf(&b, "%s ", s)
	}
	return b.String()
}

func BenchmarkSegment(b *testing.B) {
	s := newSegmenter(b)
	text := news(10_000)
	b.ReportAllocs()
	for b.Loop() {
		s.Segment(body(text))
	}
	b.ReportMetric(10_000*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// TestFullStop checks the full stop after short names and abbreviations, with the shipped weights.
func TestFullStop(t *testing.T) {
	s := newSegmenter(t)
	for text, want := range map[string]string{
		"China freed Harry Wu. She left.":            "China freed Harry Wu .|She left .",
		"He shared the bread with Tom.":              "He shared the bread with Tom .",
		"They work for Ajax Inc. The firm is small.": "They work for Ajax Inc.|The firm is small .",
		"He left for Rome. “Good,” said Gen. Dee.":   "He left for Rome .|“ Good , ” said Gen. Dee .",
	} {
		a := &readout.Article{Text: text, Parts: []readout.Part{{Kind: readout.PartBody, End: len(text)}}}
		d := doc.New(a)
		s.Segment(d)
		var got []string
		for _, sent := range d.Sentences {
			var forms []string
			for _, tok := range d.Tokens[sent.First:sent.End] {
				forms = append(forms, tok.Form)
			}
			got = append(got, strings.Join(forms, " "))
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%s\n  have %s\n  want %s", text, g, want)
		}
	}
}
