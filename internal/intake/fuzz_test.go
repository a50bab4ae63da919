package intake

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// inputs are the input sections of testdata, and texts with little but marks.
func inputs(t testing.TB) []string {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("testdata: %d files, %v", len(files), err)
	}
	texts := []string{
		"", " ", "\n\n", "[", "[\n\n]", "(", "Q:", "Q:\nA:", "Q  Why?\nA. So.", "By ", "A (Photo by B)", "Photo: ",
		"MOSCOW", "MOSCOW --", "MOSCOW, March 20.", "— AP", "x\u00ad\n\u2029\u200cé\u0301\xff\u0092", "(Reuters) - ",
		"[Editor: A]", "THE PRESIDENT:\n\nTHE PRESIDENT:\n\nYes.", "\xff\xfea\x00", "\u037e\u200c\u212b\u200d", "\u0080\u2029\u200c",
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range ar.Files {
			if f.Name == "input" {
				texts = append(texts, string(f.Data))
			}
		}
	}
	return texts
}

func FuzzText(f *testing.F) {
	for _, text := range inputs(f) {
		f.Add(text, "2023-03-20")
		f.Add(text, "")
	}
	f.Fuzz(func(t *testing.T, text, published string) {
		check(t, text, Text(text, Options{Published: published}))
	})
}

func FuzzRead(f *testing.F) {
	for _, text := range inputs(f) {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := Read(bytes.NewReader(b), "fuzz", Options{})
		if (a == nil) == (err == nil) {
			t.Fatalf("article %v, error %v", a, err)
		}
		if err != nil {
			if !strings.HasPrefix(err.Error(), "intake: fuzz: ") {
				t.Fatalf("error %q does not say where", err)
			}
			return
		}
		check(t, string(b), a)
	})
}

// BenchmarkHard reads texts that are hard for some recogniser, in two sizes: the time for a byte must not
// grow with the size.
func BenchmarkHard(b *testing.B) {
	for _, unit := range []string{
		"a", "a\n", "a\n\n", "[\n\n", "Q: ", "Q: Why?\nA: So.\n", "A photo (Photo by B)\n", "A, B, ", "(((", "Photo by ",
		"MOSCOW, March 20 (", "By A and B, ", "The envoys met again today in Bern. ", "\u00ad\u200c\u0301", "File photo: a b c d is\n", "A TITLE!\n", "A TITLE\nIt is so.\n",
	} {
		for _, size := range []int{16 << 10, 256 << 10} {
			b.Run(fmt.Sprintf("%q/%dKiB", unit, size>>10), func(b *testing.B) {
				text := strings.Repeat(unit, size/len(unit))
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Text(text, Options{})
				}
			})
		}
	}
}

func BenchmarkText(b *testing.B) {
	var text string
	for _, t := range inputs(b) {
		text += t + "\n\n"
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Text(text, Options{Published: "2023-03-20"})
	}
}

func BenchmarkReadSeed(b *testing.B) {
	seed, err := os.ReadFile("../../../shared/seed/xinhua-moscow.txt")
	if err != nil {
		b.Skip("skipped: ../shared is absent")
	}
	b.SetBytes(int64(len(seed)))
	for b.Loop() {
		if _, err := Read(bytes.NewReader(seed), "seed", Options{Published: "2023-03-20"}); err != nil {
			b.Fatal(err)
		}
	}
}
