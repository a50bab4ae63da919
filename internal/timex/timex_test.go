package timex

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/doc"
)

// tokenize cuts a text into tokens the way Universal Dependencies does, roughly: white space,
// punctuation, clitics, and where hyphens is set also dashes. A sentence ends at . ! ? before white
// space and a capital, except after an abbreviation.
func tokenize(text string, hyphens bool) *doc.Document {
	d := doc.New(&readout.Article{Text: text, Language: "en"})
	start := 0
	end := func(to int) {
		if first := start; first < to {
			d.Tokens = appendWord(d.Tokens, text, first, to, hyphens)
		}
	}
	for i, r := range text {
		if unicode.IsSpace(r) {
			end(i)
			start = i + utf8.RuneLen(r)
		}
	}
	end(len(text))
	first := 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		last := i+1 == len(d.Tokens)
		if last || strings.Contains(".!?", t.Form) && t.End < d.Tokens[i+1].Start {
			d.Sentences = append(d.Sentences, doc.Sentence{First: first, End: i + 1})
			first = i + 1
		}
	}
	return d
}

const abbreviations = " Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Mon. Tue. Wed. Thu. Fri. Sat. Sun. a.m. p.m. c. B.C. A.D. Mr. U.S. "

// appendWord appends the tokens of text[a:b], which has no white space.
func appendWord(tokens []doc.Token, text string, a, b int, hyphens bool) []doc.Token {
	add := func(a, b int) {
		if a < b {
			tokens = append(tokens, doc.Token{Start: a, End: b, Form: text[a:b]})
		}
	}
	for a < b && text[a:b] != "'s" {
		r, n := utf8.DecodeRuneInString(text[a:b])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || (r == '\'' || r == '’') && a+n < b && text[a+n] >= '0' && text[a+n] <= '9' {
			break
		}
		add(a, a+n)
		a += n
	}
	tail := b
	for tail > a {
		r, n := utf8.DecodeLastRuneInString(text[a:tail])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.Contains(abbreviations, " "+text[a:tail]+" ") {
			break
		}
		tail -= n
	}
	word := text[a:tail]
	clitic := tail
	for _, s := range [...]string{"'s", "’s"} {
		if strings.HasSuffix(word, s) && len(word) > len(s) && !unicode.IsDigit(rune(word[0])) {
			clitic = tail - len(s)
		}
	}
	from := a
	for i, r := range text[a:clitic] {
		if hyphens && (r == '-' || r == '–' || r == '—' || r == '/') {
			add(from, a+i)
			add(a+i, a+i+utf8.RuneLen(r))
			from = a + i + utf8.RuneLen(r)
		}
	}
	add(from, clitic)
	add(clitic, tail)
	for i, r := range text[tail:b] {
		add(tail+i, tail+i+utf8.RuneLen(r))
	}
	return tokens
}

// A testCase is one line "text with [expressions]" anchor => TYPE value; TYPE value.
type testCase struct {
	text   string
	spans  [][2]int
	anchor string
	want   []string
}

func parseCase(t *testing.T, line string) testCase {
	t.Helper()
	var c testCase
	quoted, want, _ := strings.Cut(line, "=>")
	end := strings.LastIndexByte(quoted, '"')
	if len(quoted) < 2 || quoted[0] != '"' || end < 1 {
		t.Fatalf("no quoted text in %s", line)
	}
	if c.anchor = strings.TrimSpace(quoted[end+1:]); c.anchor == "-" {
		c.anchor = ""
	}
	open := 0
	var b strings.Builder
	for _, r := range quoted[1:end] {
		switch r {
		case '[':
			open = b.Len()
		case ']':
			c.spans = append(c.spans, [2]int{open, b.Len()})
		default:
			b.WriteRune(r)
		}
	}
	c.text = b.String()
	for _, w := range strings.Split(want, ";") {
		if w = strings.TrimSpace(w); w != "" && w != "none" {
			c.want = append(c.want, w)
		}
	}
	return c
}

func (c *testCase) find(f *Finder, hyphens bool) *doc.Document {
	d := tokenize(c.text, hyphens)
	d.Article.Published = c.anchor
	if strings.HasPrefix(c.anchor, "XXXX") {
		d.Article.Published, d.Article.DatelineDate = "", c.anchor
	}
	f.Find(d)
	return d
}

// check compares what was found with what a case wants: the values of all expressions in order, and
// the spans of those that are marked.
func (c *testCase) check(t *testing.T, d *doc.Document, where string) {
	t.Helper()
	var got []string
	for _, x := range d.Times {
		got = append(got, x.Type+" "+x.Time.Value)
	}
	if strings.Join(got, "; ") != strings.Join(c.want, "; ") {
		t.Errorf("%s: %q\n got %s\nwant %s", where, c.text, strings.Join(got, "; "), strings.Join(c.want, "; "))
		for _, x := range d.Times {
			t.Logf("   %q %s", x.Time.Text, x.Why)
		}
		return
	}
	for _, s := range c.spans {
		ok := false
		for _, x := range d.Times {
			ok = ok || x.Time.Start == s[0] && x.Time.End == s[1]
		}
		if !ok {
			t.Errorf("%s: %q: %q is not one expression", where, c.text, c.text[s[0]:s[1]])
			for _, x := range d.Times {
				t.Logf("   %q %s", x.Time.Text, x.Why)
			}
		}
	}
}

func TestRuleExamples(t *testing.T) {
	f := New()
	for _, r := range f.rules {
		positive := false
		for _, e := range r.examples {
			c := parseCase(t, e.text)
			for _, hyphens := range [...]bool{true, false} {
				d := c.find(f, hyphens)
				fired := false
				for _, x := range d.Times {
					fired = fired || strings.Contains(" "+x.Why, " "+r.name+":")
				}
				where := r.name
				if fired != e.fires {
					t.Errorf("rules.txt:%d: %s fired is %v, want %v: %q", e.line, where, fired, e.fires, c.text)
					for _, x := range d.Times {
						t.Logf("   %q %s %s", x.Time.Text, x.Time.Value, x.Why)
					}
				}
				if e.fires {
					positive = true
					c.check(t, d, where)
				}
			}
		}
		if !positive {
			t.Errorf("rules.txt:%d: rule %s has no + example", r.line, r.name)
		}
	}
}

func TestCases(t *testing.T) {
	f := New()
	text, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i, line := range strings.Split(string(text), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		n++
		c := parseCase(t, line)
		for _, hyphens := range [...]bool{true, false} {
			c.check(t, c.find(f, hyphens), "cases.txt:"+strconv.Itoa(i+1))
		}
	}
	if n < 200 {
		t.Errorf("only %d cases", n)
	}
}
