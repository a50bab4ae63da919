package timex

import (
	"os"
	"strings"
	"testing"

	"readout"
	"readout/internal/doc"
)

// parsed builds one sentence: each line is form, upos, xpos, head (1-based, 0 the root), deprel.
func parsed(text, rows string) *doc.Document {
	d := doc.New(&readout.Article{Text: text, Published: "2023-03-22"})
	at := 0
	for _, row := range strings.Split(strings.TrimSpace(rows), "\n") {
		f := strings.Fields(row)
		start := at + strings.Index(text[at:], f[0])
		at = start + len(f[0])
		head := 0
		for _, c := range f[3] {
			head = head*10 + int(c-'0')
		}
		d.Tokens = append(d.Tokens, doc.Token{Start: start, End: at, Form: f[0], Lemma: strings.ToLower(f[0]), UPOS: f[1], XPOS: f[2], Head: head - 1, Deprel: f[4]})
	}
	d.Sentences = []doc.Sentence{{First: 0, End: len(d.Tokens)}}
	return d
}

// The governing verb decides, not the nearest one.
func TestTenseFromTree(t *testing.T) {
	f := New()
	for _, c := range []struct{ name, text, rows, want string }{
		{"past verb above, future verb nearer", "On Tuesday, asked whether he will go, Ivanov left.", `
On ADP IN 2 case
Tuesday PROPN NNP 10 obl
, PUNCT , 2 punct
asked VERB VBN 10 advcl
whether SCONJ IN 8 mark
he PRON PRP 8 nsubj
will AUX MD 8 aux
go VERB VB 4 ccomp
, PUNCT , 4 punct
left VERB VBD 0 root`, "2023-03-21"},
		{"infinitive under a past verb", "They agreed to meet on Tuesday.", `
They PRON PRP 2 nsubj
agreed VERB VBD 0 root
to PART TO 4 mark
meet VERB VB 2 xcomp
on ADP IN 6 case
Tuesday PROPN NNP 4 obl`, "2023-03-28"},
		{"modal", "They will meet on Tuesday.", `
They PRON PRP 3 nsubj
will AUX MD 3 aux
meet VERB VB 0 root
on ADP IN 5 case
Tuesday PROPN NNP 3 obl`, "2023-03-28"},
		{"passive", "The pact was signed on Tuesday.", `
The DET DT 2 det
pact NOUN NN 4 nsubj:pass
was AUX VBD 4 aux:pass
signed VERB VBN 0 root
on ADP IN 6 case
Tuesday PROPN NNP 4 obl`, "2023-03-21"},
		{"scheduled", "The talks are scheduled for Tuesday.", `
The DET DT 2 det
talks NOUN NNS 4 nsubj:pass
are AUX VBP 4 aux:pass
scheduled VERB VBN 0 root
for ADP IN 6 case
Tuesday PROPN NNP 4 obl`, "2023-03-28"},
		{"a date that tells which thing is meant", "They spoke of the April 7 vote.", `
They PRON PRP 2 nsubj
spoke VERB VBD 0 root
of ADP IN 7 case
the DET DT 7 det
April PROPN NNP 7 compound
7 NUM CD 5 nummod
vote NOUN NN 2 obl`, "2023-04-07"},
		{"a date before a subject", "On April 7 ministers voted.", `
On ADP IN 2 case
April PROPN NNP 5 obl
7 NUM CD 2 nummod
ministers NOUN NNS 5 nsubj
voted VERB VBD 0 root`, "2022-04-07"},
		{"a plan told in the present", "The talks resume on Friday.", `
The DET DT 2 det
talks NOUN NNS 3 nsubj
resume VERB VBP 0 root
on ADP IN 5 case
Friday PROPN NNP 3 obl`, "2023-03-24"},
		{"progressive", "He is leaving on Tuesday.", `
He PRON PRP 3 nsubj
is AUX VBZ 3 aux
leaving VERB VBG 0 root
on ADP IN 5 case
Tuesday PROPN NNP 3 obl`, "2023-03-28"},
		{"the auxiliary May and the verb March are no months", "May they March in 2014", `
May AUX MD 3 aux
they PRON PRP 3 nsubj
March VERB VB 0 root
in ADP IN 5 case
2014 NUM CD 3 obl`, "2014"},
	} {
		d := parsed(c.text, c.rows)
		f.Find(d)
		if len(d.Times) != 1 || d.Times[0].Time.Value != c.want {
			t.Errorf("%s: got %+v, want %s", c.name, d.Times, c.want)
		}
	}
}

func TestWhyNamesRuleAndAnchor(t *testing.T) {
	c := testCase{text: "Ten years ago they met in early July 1990.", anchor: "2023-03-20"}
	d := c.find(New(), true)
	want := []string{"ago.1: anchor 2023-03-20", "month.2: as written; mod START"}
	for i, w := range want {
		if i >= len(d.Times) || d.Times[i].Why != w {
			t.Errorf("why %d of %+v: want %q", i, d.Times, w)
		}
	}
}

func TestAnchors(t *testing.T) {
	for _, c := range []struct{ published, dateline, want string }{
		{"2023-03-20", "", "2023-03-20"},
		{"2023-03-21", "2023-03-20", "2023-03-21"},
		{"", "XXXX-03-20", "XXXX-03-20"},
		{"2023", "XXXX-03-20", "2023-03-20"},
		{"2023-03-20T10:15:00Z", "", "2023-03-20"},
		{"2023-03", "", "2023-03"},
		{"2023-13-20", "", "XXXX"},
		{"yesterday", "", "XXXX"},
		{"", "", "XXXX"},
	} {
		a := &readout.Article{Published: c.published, DatelineDate: c.dateline}
		if got := publication(a).String(); got != c.want {
			t.Errorf("publication(%q, %q) = %s, want %s", c.published, c.dateline, got, c.want)
		}
	}
}

// A mention in the paragraph before is counted from, one in a headline is not.
func TestPartsAreApart(t *testing.T) {
	for first, want := range map[readout.PartKind]string{
		readout.PartBody: "1988-05-31", readout.PartHeadline: "2023-03-22", readout.PartCaption: "2023-03-22",
	} {
		d := tokenize("They will meet on May 29, 1988. Two days later they will part.", true)
		d.Article.Published = "2023-03-20"
		d.Article.Parts = []readout.Part{{Kind: first}, {Kind: readout.PartBody}}
		d.Sentences[1].Part = 1
		New().Find(d)
		if n := len(d.Times); n != 2 || d.Times[1].Time.Value != want {
			t.Errorf("after a %s: got %+v, want %s", first, d.Times, want)
		}
	}
}

func TestLoadErrors(t *testing.T) {
	for _, c := range []struct{ words, rules, want string }{
		{"month x May", "", "words.txt:1"},
		{"moon 1 full", "", "words.txt:1"},
		{"", "a.1 in $moon => date", "rules.txt:1: a.1: no class $moon"},
		{"", "a.1 in => sing", `rules.txt:1: a.1: no action "sing"`},
		{"", "a.1 in", "rules.txt:1: a.1: want pattern => action"},
		{"", "a.1 (in => date", `rules.txt:1: a.1: want ")"`},
		{"", "a.1 in? => date", "rules.txt:1: a.1: the pattern may match nothing"},
		{"", "a.1 %NO => date", "rules.txt:1: a.1: no macro %NO"},
		{"", "let A = %A\na.1 %A => date", "rules.txt:2: a.1: macros nest too deep"},
		{"", "a.1 in ? ? => date", "rules.txt:1: a.1: nothing before ?"},
		{"", "  + \"x\" - => DATE", "rules.txt:1: no rule above"},
		{"", "let A", "rules.txt:1: want let"},
	} {
		_, err := load("words.txt", c.words, "rules.txt", c.rules)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q %q: got error %v, want %q", c.words, c.rules, err, c.want)
		}
	}
}

// The report that readout was conceived from.
func TestSeed(t *testing.T) {
	text, err := os.ReadFile("../../../shared/seed/xinhua-moscow.txt")
	if err != nil {
		t.Skip("../shared is absent: the seed report is not here")
	}
	find := func(published, dateline string) map[string]string {
		d := tokenize(string(text), true)
		d.Article.Published, d.Article.DatelineDate = published, dateline
		New().Find(d)
		got := map[string]string{}
		for _, x := range d.Times {
			got[x.Time.Text] = x.Time.Value
		}
		return got
	}
	dated := find("2023-03-20", "")
	open := find("", "XXXX-03-20")
	for words, want := range map[string][2]string{
		"the afternoon of March 20 local time": {"2023-03-20TAF", "XXXX-03-20TAF"},
		"Ten years ago":                        {"2013", "XXXX"},
		"ten years":                            {"P10Y", "P10Y"},
		"the past ten years":                   {"P10Y", "P10Y"},
		"next year":                            {"2024", "XXXX"},
		"tomorrow":                             {"2023-03-21", "XXXX-03-21"},
		"not long ago":                         {"PAST_REF", "PAST_REF"},
		"recent years":                         {"PAST_REF", "PAST_REF"},
		"the coming period":                    {"FUTURE_REF", "FUTURE_REF"},
	} {
		if dated[words] != want[0] || open[words] != want[1] {
			t.Errorf("%q: %q and %q, want %q", words, dated[words], open[words], want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"They met on Tuesday, March 20, 2023, at 10 a.m. local time.", "From May 29-June 2, 1988", "the late '80s",
		"99999999999999999999 years ago", "1985–91–93", "0 century", "31/31/1999", "Ten  thousand million years ago…",
		"’85 ‘85 2023-02-30T25:61", "one hundred and twenty-first century BC", "in 1. 2. 3.", "every -- day", "\xff May \xfe 5",
	} {
		f.Add(s, "2023-03-20", true)
		f.Add(s, "XXXX-02-28", false)
	}
	finder := New()
	f.Fuzz(func(t *testing.T, text, published string, hyphens bool) {
		text = strings.ToValidUTF8(text, "\ufffd") // intake has seen to that
		d := tokenize(text, hyphens)
		d.Article.Published, d.Article.DatelineDate = published, published
		finder.Find(d)
		end := 0
		for _, x := range d.Times {
			if x.First < end || x.End <= x.First || x.End > len(d.Tokens) {
				t.Fatalf("span [%d,%d) after %d of %d tokens", x.First, x.End, end, len(d.Tokens))
			}
			end = x.End
			if s := x.Time; s.Start != d.Tokens[x.First].Start || s.End != d.Tokens[x.End-1].End || text[s.Start:s.End] != s.Text {
				t.Fatalf("span %+v", s)
			}
			if x.Time.Value == "" || x.Type == "" || !strings.Contains(x.Why, ": ") {
				t.Fatalf("incomplete %+v", x)
			}
			Before(x.Time.Value, published)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	const text = "On the afternoon of March 20 the two presidents met in the Kremlin, and they talked for two hours about trade. " +
		"Ten years ago the first of them had chosen that capital for his first journey, and ties between the two countries have grown since. " +
		"The minister said that both sides would go on with their work in many fields, and that a paper of the ministry had been read with care. " +
		"No date was named for the next round of talks, although an aide spoke of early July or of the autumn. "
	d := tokenize(strings.Repeat(text, 100), true)
	d.Article.Published = "2023-03-20"
	f := New()
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		f.Find(d)
	}
	b.ReportMetric(float64(b.N)*float64(len(d.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}

// A sentence of many thousand tokens takes time in proportion.
func TestLongSentence(t *testing.T) {
	d := doc.New(&readout.Article{Text: strings.Repeat("May 5 ", 50000), Published: "2023-03-20"})
	for i := range 50000 {
		d.Tokens = append(d.Tokens, doc.Token{Start: 6 * i, End: 6*i + 3, Form: "May"}, doc.Token{Start: 6*i + 4, End: 6*i + 5, Form: "5"})
	}
	New().Find(d)
	if len(d.Times) != 50000 {
		t.Errorf("%d times", len(d.Times))
	}
}
