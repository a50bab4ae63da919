package encoder

import (
	"os"
	"path/filepath"
	"testing"

	"readout/internal/model"
)

// TestDefaultAlike reads the samples with the weights of the program, with assembly and in plain Go.
func TestDefaultAlike(t *testing.T) {
	m, err := model.Default()
	if err != nil {
		t.Fatal(err)
	}
	plain, err := load(m, false)
	if err != nil {
		t.Fatal(err)
	}
	fast, err := New(m)
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a, b := sentences(string(text)+" ."), sentences(string(text)+" .")
		plain.Annotate(a)
		fast.Annotate(b)
		checkTrees(t, a)
		for i := range a.Tokens {
			if a.Tokens[i] != b.Tokens[i] {
				t.Fatalf("%s: token %d: %+v, with assembly %+v", name, i, a.Tokens[i], b.Tokens[i])
			}
		}
	}
}
