package intake

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/unicode/norm"

	"readout"
)

var update = flag.Bool("update", false, "rewrite the expected sections of testdata/*.txtar")

// TestForms reads every testdata/*.txtar: a section "options" (optional: published, publisher), a
// section "input", and a section "want" with the fields and parts that Text finds.
func TestForms(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatalf("testdata: %d files, %v; at least 20 forms are tested", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var o Options
			var input, want string
			for _, f := range ar.Files {
				switch f.Name {
				case "options":
					o = parseOptions(t, string(f.Data))
				case "input":
					input = string(f.Data)
				case "want":
					want = string(f.Data)
				default:
					t.Fatalf("unknown section %q", f.Name)
				}
			}
			a := Text(input, o)
			check(t, input, a)
			got := describe(a)
			if *update {
				rewrite(t, file, ar, got)
			} else if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func parseOptions(t *testing.T, s string) (o Options) {
	for line := range strings.Lines(s) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch key {
		case "published":
			o.Published = value
		case "publisher":
			o.Publisher = value
		default:
			t.Fatalf("unknown option %q", line)
		}
	}
	if err := o.Check(); err != nil {
		t.Fatal(err)
	}
	return o
}

func rewrite(t *testing.T, file string, ar *txtar.Archive, got string) {
	for i := range ar.Files {
		if ar.Files[i].Name == "want" {
			ar.Files = append(ar.Files[:i], ar.Files[i+1:]...)
			break
		}
	}
	ar.Files = append(ar.Files, txtar.File{Name: "want", Data: []byte(got)})
	if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
		t.Fatal(err)
	}
}

// describe prints the fields that are set, and one line for each part: kind, speaker, first and
// last words.
func describe(a *readout.Article) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	field("publisher", a.Publisher)
	field("agency", a.Agency)
	field("headline", a.Headline)
	field("dateline_place", a.DatelinePlace)
	field("dateline_date", a.DatelineDate)
	field("bylines", strings.Join(a.Bylines, " | "))
	field("credits", strings.Join(a.Credits, " | "))
	field("published", a.Published)
	field("language", a.Language)
	for _, p := range a.Parts {
		fmt.Fprintf(&b, "%-9s", p.Kind)
		if p.Speaker != nil {
			fmt.Fprintf(&b, " {%s}", oneLine(p.Speaker.Text))
		}
		words := strings.Fields(a.Text[p.Start:p.End])
		if len(words) > 13 {
			words = append(append(words[:8:8], "…"), words[len(words)-4:]...)
		}
		fmt.Fprintf(&b, " %s\n", strings.Join(words, " "))
	}
	return b.String()
}

// check asserts what holds of every article, whatever the input.
func check(t *testing.T, input string, a *readout.Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) || !norm.NFC.IsNormalString(a.Text) || strings.ContainsAny(a.Text, "\r\x00\ufeff") {
		t.Fatalf("text of %q is not clean: %q", input, a.Text)
	}
	if again := clean(a.Text); again != a.Text {
		t.Fatalf("clean is not idempotent: %q, then %q", a.Text, again)
	}
	at := 0
	for i, p := range a.Parts {
		if p.Start < at || p.End <= p.Start || p.End > len(a.Text) {
			t.Fatalf("part %d [%d,%d) after %d in %q", i, p.Start, p.End, at, a.Text)
		}
		if between := a.Text[at:p.Start]; strings.TrimSpace(between) != "" {
			t.Fatalf("%q before part %d is in no part of %q", between, i, a.Text)
		}
		words := a.Text[p.Start:p.End]
		if !utf8.ValidString(words) || strings.TrimFunc(words, unicode.IsSpace) != words {
			t.Fatalf("part %d %q is cut amid a character or not trimmed", i, words)
		}
		if p.Kind == "" {
			t.Fatalf("part %d %q has no kind", i, words)
		}
		if s := p.Speaker; s != nil && (s.End > p.Start || s.Text == "" || a.Text[s.Start:s.End] != s.Text) {
			t.Fatalf("part %d: speaker %+v of a part at %d", i, *s, p.Start)
		}
		if (p.Kind == readout.PartQuestion || p.Kind == readout.PartAnswer) && p.Speaker == nil {
			t.Fatalf("part %d %q: a turn without a speaker", i, words)
		}
		at = p.End
	}
	if strings.TrimSpace(a.Text[at:]) != "" {
		t.Fatalf("%q at the end is in no part", a.Text[at:])
	}
	if a.ID != readout.ArticleID(a.Publisher, a.Published, a.Text) {
		t.Fatalf("id %s is not of the content", a.ID)
	}
}

func TestSeed(t *testing.T) {
	b, err := os.ReadFile("../../../shared/seed/xinhua-moscow.txt")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("skipped: ../shared is absent")
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, published := range []string{"2023-03-20", ""} {
		a, err := Read(strings.NewReader(string(b)), "seed", Options{Published: published})
		if err != nil {
			t.Fatal(err)
		}
		check(t, string(b), a)
		day := published
		if day == "" {
			day = "XXXX-03-20"
		}
		want := "agency: Xinhua News Agency\ndateline_place: Moscow\ndateline_date: " + day +
			"\nbylines: Hao Weiwei | Shi Hao\ncredits: Photo by Xinhua News Agency reporter Shen Hong | 责编：徐皓\n"
		if published != "" {
			want += "published: " + published + "\n"
		}
		want += "language: en\n"
		if got, _, _ := strings.Cut(describe(a), "repeat "); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		kinds := make([]string, len(a.Parts))
		for i, p := range a.Parts {
			kinds[i] = string(p.Kind)
		}
		if k := strings.Join(kinds, " "); k != "repeat credit dateline body body body body body body body body credit" {
			t.Errorf("parts: %s", k)
		}
	}
}

func TestReadErrors(t *testing.T) {
	boom := errors.New("boom")
	for _, c := range []struct {
		name string
		r    io.Reader
		o    Options
		want string
	}{
		{"no bytes", strings.NewReader(""), Options{}, "intake: no bytes: empty: there is no text"},
		{"blank", strings.NewReader(" \n\t\ufeff\r\n"), Options{}, "intake: blank: empty: there is no text"},
		{"nul", strings.NewReader("The talks\x00 began."), Options{}, "intake: nul: binary: control character 0x00 at byte 9; this is not plain text"},
		{"gzip", strings.NewReader("\x1f\x8b\x08\x00abc"), Options{}, "intake: gzip: binary: control character 0x1f at byte 0; this is not plain text"},
		{"bad day", strings.NewReader("x"), Options{Published: "2023-02-30"}, `intake: bad day: published "2023-02-30" is not a day written YYYY-MM-DD, such as 1987-12-08`},
		{"year only", strings.NewReader("x"), Options{Published: "2023"}, `intake: year only: published "2023" is not a day written YYYY-MM-DD, such as 1987-12-08`},
		{"reader", iotest.ErrReader(boom), Options{}, "intake: reader: boom"},
	} {
		a, err := Read(c.r, c.name, c.o)
		if a != nil || err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	if _, err := Read(strings.NewReader(""), "x", Options{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("%v is not ErrEmpty", err)
	}
	var binary *BinaryError
	if _, err := Read(strings.NewReader("\xff\xfea\x00b\x00\x00\x00"), "x", Options{}); !errors.As(err, &binary) || binary.Offset != 6 {
		t.Errorf("UTF-16 with NUL: %v", err)
	}
	read := 0
	if _, err := Read(endless{&read}, "big", Options{}); !errors.Is(err, ErrTooLarge) || read > MaxBytes+1 {
		t.Errorf("%v after %d bytes", err, read)
	}
}

// endless is a reader of one letter without end; it counts what was read.
type endless struct{ n *int }

func (e endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	*e.n += len(b)
	return len(b), nil
}

func TestDecode(t *testing.T) {
	const want = "“Déjà vu” — €5, said Łódź’s mayor."
	utf16 := func(s string, big bool) string {
		var b strings.Builder
		for _, r := range s {
			if big {
				b.WriteByte(byte(r >> 8))
				b.WriteByte(byte(r))
			} else {
				b.WriteByte(byte(r))
				b.WriteByte(byte(r >> 8))
			}
		}
		return b.String()
	}
	const latin = "A plain line of text, long enough to tell."
	for _, c := range []struct{ name, in, want string }{
		{"utf-8", want, want},
		{"bom", "\ufeff" + want, want},
		{"utf-16le bom", "\xff\xfe" + utf16(want, false), want},
		{"utf-16be bom", "\xfe\xff" + utf16(want, true), want},
		{"utf-16le", utf16(latin, false), latin},
		{"utf-16be", utf16(latin, true), latin},
		{"windows-1252", "\x93D\xe9j\xe0 vu\x94 \x97 \x805", "“Déjà vu” — €5"},
		{"latin-1", "Caf\xe9 M\xfcnchen", "Café München"},
		{"bad bytes in utf-8", "“Déjà vu” caf\xe9 \x96 “fin”", "“Déjà vu” café – “fin”"},
		{"cut utf-8", "“Déjà vu\xe2\x80", "“Déjà vuâ€"},
		{"c1 in utf-8", "China\u0092s envoy", "China’s envoy"},
		{"crlf", "a\r\nb\rc\n", "a\nb\nc\n"},
		{"line separators", "a\u2028b\u2029c\fd", "a\nb\n\nc\nd"},
		{"nfc", "cafe\u0301 \u212b", "café Å"},
		{"invisible", "Min\u00adis\u200bter\u200e \ufeffof\u2060 sta\u200dte", "Minister of state"},
		{"soft hyphen at a line end", "diplo\u00ad\nmats", "diplomats"},
		{"persian", "می\u200cشود", "می\u200cشود"},
		{"dos end of file", "text\r\n\x1a", "text\n"},
		{"quotes stay", "China‘s `view' \"so\" „ja“ «oui»", "China‘s `view' \"so\" „ja“ «oui»"},
		{"no-break space stays", "10\u00a0000", "10\u00a0000"},
	} {
		a, err := Read(strings.NewReader(c.in), c.name, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if a.Text != c.want {
			t.Errorf("%s: %q, want %q", c.name, a.Text, c.want)
		}
	}
}
