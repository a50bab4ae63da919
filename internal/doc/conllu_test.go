package doc

import (
	"bytes"
	"strings"
	"testing"
)

// sample has a multi-word token that concatenates, an empty node, a second paragraph and a
// document that begins.
const sample = "# newdoc id = t1\n# newpar\n# sent_id = 1\n# text = They don't agree.\n" +
	"1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_\n" +
	"2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
	"2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n" +
	"3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n" +
	"4\tagree\tagree\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n" +
	"4.1\tagree\tagree\tVERB\tVB\t_\t_\t_\t_\t_\n" +
	"5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n" +
	"\n# sent_id = 2\n" +
	"1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n" +
	"\n# newpar\n# sent_id = 3\n" +
	"1\tHome\thome\tNOUN\tNN\t_\t0\troot\t_\t_\n"

func TestReadDocument(t *testing.T) {
	d, err := ReadDocument(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	if want := "They don't agree. Go\nHome"; d.Article.Text != want {
		t.Errorf("text %q, want %q", d.Article.Text, want)
	}
	var forms []string
	for _, tok := range d.Tokens {
		forms = append(forms, tok.Form)
		if tok.Form != d.Article.Text[tok.Start:tok.End] {
			t.Errorf("form %q is not at its span", tok.Form)
		}
	}
	if got := strings.Join(forms, "|"); got != "They|do|n't|agree|.|Go|Home" {
		t.Errorf("tokens %s", got)
	}
	if len(d.Sentences) != 3 || len(d.Article.Parts) != 2 || d.Sentences[2].Part != 1 {
		t.Errorf("sentences %v, parts %v", d.Sentences, d.Article.Parts)
	}
	if d.Tokens[0].Head != 3 || d.Tokens[3].Head != -1 || d.Child(3, "nsubj") != 0 {
		t.Error("heads or links are wrong")
	}
}

func TestWriteReadsBack(t *testing.T) {
	d, err := ReadDocument(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	if err := WriteCoNLLU(&first, d); err != nil {
		t.Fatal(err)
	}
	again, err := ReadDocument(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatalf("%v in\n%s", err, first.String())
	}
	if err := WriteCoNLLU(&second, again); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() || again.Article.Text != d.Article.Text {
		t.Errorf("not the same after reading back:\n%s\n%s", first.String(), second.String())
	}
}

func TestMultiWordTokensThatAreNotConcatenations(t *testing.T) {
	for _, c := range []struct{ form, words, want string }{
		{"du", "de le", "d|u"},
		{"Dámelo", "da me lo", "D|á|melo"},
		{"à", "a la", "à|à"},
		{"wanna", "want to", "wan|na"},
	} {
		var b strings.Builder
		words := strings.Fields(c.words)
		b.WriteString("1-" + string(rune('0'+len(words))) + "\t" + c.form + strings.Repeat("\t_", 8) + "\n")
		for i, w := range words {
			b.WriteString(string(rune('1'+i)) + "\t" + w + "\t_\tX\t_\t_\t0\troot\t_\t_\n")
		}
		d, err := ReadDocument(strings.NewReader(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, tok := range d.Tokens {
			if tok.Start >= tok.End || tok.End > len(c.form) {
				t.Errorf("%s: span %d-%d", c.form, tok.Start, tok.End)
			}
			got = append(got, tok.Form)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %s, want %s", c.form, s, c.want)
		}
	}
}

func TestReadCoNLLUErrors(t *testing.T) {
	const tail = "\t_\tX\t_\t_\t"
	for name, c := range map[string]struct{ in, want string }{
		"columns":   {"# c\n1\ta\tb\n", "line 2: 3 columns, want 10"},
		"id":        {"2\ta" + tail + "0\troot\t_\t_\n", "line 1: word id"},
		"head":      {"1\ta" + tail + "x\troot\t_\t_\n", "line 1: bad head"},
		"self":      {"1\ta" + tail + "1\troot\t_\t_\n\n", "has head 1"},
		"far head":  {"1\ta" + tail + "7\troot\t_\t_\n\n", "has head 7"},
		"range":     {"1-x\ta" + strings.Repeat("\t_", 8) + "\n", "bad token range"},
		"cycle":     {"1\ta" + tail + "2\tdep\t_\t_\n2\tb" + tail + "1\tdep\t_\t_\n", "its own ancestor"},
		"long span": {"1-3\tab" + strings.Repeat("\t_", 8) + "\n1\ta" + tail + "0\troot\t_\t_\n", "does not fit"},
	} {
		if _, err := ReadDocument(strings.NewReader(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
}

func FuzzReadCoNLLU(f *testing.F) {
	f.Add(sample)
	f.Add("1-2\tdu" + strings.Repeat("\t_", 8) + "\n1\tde\t_\tX\t_\t_\t0\troot\t_\t_\n2\tle\t_\tX\t_\t_\t1\tdep\t_\t_\n")
	f.Fuzz(func(t *testing.T, in string) {
		d, err := ReadDocument(strings.NewReader(in))
		if err != nil {
			return
		}
		for _, tok := range d.Tokens {
			if tok.Start >= tok.End || d.Article.Text[tok.Start:tok.End] != tok.Form {
				t.Fatalf("token %q at %d-%d", tok.Form, tok.Start, tok.End)
			}
		}
	})
}
