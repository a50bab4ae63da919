package formula

import (
	"fmt"
	"strings"
	"testing"

	"readout"
	"readout/internal/intake"
	"readout/reader"
)

// wording writes the words of an article: | ends a stretch, a star marks part of a name, a plus part of a known
// phrase, brackets a function word; the speaker stands before a colon where he changes.
func wording(a *Article) string {
	var b strings.Builder
	speaker := ""
	for _, w := range a.words {
		if w.text == "" {
			b.WriteString("| ")
			continue
		}
		if w.speaker != speaker {
			b.WriteString(w.speaker + ": ")
			speaker = w.speaker
		}
		text := w.text
		if w.function {
			text = "(" + text + ")"
		}
		if w.named {
			text += "*"
		}
		if w.known {
			text += "+"
		}
		b.WriteString(text + " ")
	}
	return strings.TrimSpace(b.String())
}

// TestNewArticle checks which words of a report count for repeated wordings, and who says them.
func TestNewArticle(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"The towns share a far-sighted view.", "(the) towns share (a) far-sighted view |  |"},
		{"The towns don't share it.", "(the) towns (don't) share (it) |  |"},
		{"The towns don’t share it.", "(the) towns (don't) share (it) |  |"},
		{"The towns met 12 times on Tuesday.", "(the) towns met | times (on) | |  |"},
		{"Helmut Kohl praised Norway’s fishing.", "| | praised DEU: norway's* fishing |  |"},
		{"Wang Yi said that China seeks win-win cooperation.", "| | said CHN: (that) china* seeks win-win+ cooperation+ |  |"},
	} {
		x := r.Explain(intake.Text(c.text, intake.Options{Published: "2024-03-05"}))
		got := wording(NewArticle(x, true))
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(c.want), " ") {
			t.Errorf("%s\nhas  %s\nwant %s", c.text, got, c.want)
		}
		if a := NewArticle(x, false); len(a.words) > 0 {
			t.Errorf("%s: words that nobody asked for", c.text)
		}
	}
}

// TestDay: the day of publication comes before the dateline's, and a day that is not settled is none.
func TestDay(t *testing.T) {
	for _, c := range []struct{ published, dateline, want string }{
		{"2024-03-05", "2024-03-04", "2024-03-05"},
		{"", "2024-03-04", "2024-03-04"},
		{"", "XXXX-03-04", ""},
		{"", "2024-03", ""},
		{"", "", ""},
	} {
		a := &readout.Article{Published: c.published, DatelineDate: c.dateline}
		if got := day(a); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.published, c.dateline, got, c.want)
		}
	}
}

// TestKnown counts the set phrases of articles by speaker and day; one that comes again is not counted.
func TestKnown(t *testing.T) {
	said := func(text, day string, uses ...string) *Article {
		a := article(day, "", text)
		for _, u := range uses {
			id, who, _ := strings.Cut(u, "/")
			a.known = append(a.known, use{id, strings.ToUpper(id), who})
		}
		return a
	}
	c := NewCollection()
	if got := c.Known(); len(got) > 0 {
		t.Errorf("an empty collection has %v", got)
	}
	c.Add(said("one", "2024-03-05", "zeal/CHN", "zeal/CHN", "accord/"))
	c.Add(said("two", "2023-01-02", "zeal/RUS", "accord/FRA"))
	c.Add(said("three", "", "zeal/RUS", "bond/FRA"))
	c.Add(said("three", "", "zeal/RUS", "bond/FRA"))
	var got []string
	for _, f := range c.Known() {
		got = append(got, fmt.Sprintf("%s %s %d/%d %v %s..%s", f.ID, f.Phrase, f.Count, f.Articles, f.Speakers, f.First, f.Last))
	}
	want := []string{
		"zeal ZEAL 4/3 [{CHN 2} {RUS 2}] 2023-01-02..2024-03-05",
		"accord ACCORD 2/2 [{ 1} {FRA 1}] 2023-01-02..2024-03-05",
		"bond BOND 1/1 [{FRA 1}] ..",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("have\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if c.Repeats != 1 {
		t.Errorf("%d repeats, want 1", c.Repeats)
	}
}
