package train

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestReadVectors(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"the 1 2\nThe 3 4\n7 5 6\n8 7 8\nlast 1 1\n", "the 0 last"},
		{"3 2\nthe 1 2\n", "the"},
		{"the 1 2\nof 3\n", ":2: 1 numbers, want 2"},
		{"the 1 x\n", ":1: bad number"},
		{"the 1 NaN\n", ":1: bad number"},
		{"the\n", ":1: 0 numbers"},
		{"", "no vectors"},
	} {
		path := filepath.Join(t.TempDir(), "vectors.txt")
		if err := os.WriteFile(path, []byte(c.file), 0o644); err != nil {
			t.Fatal(err)
		}
		g, err := readVectors(path, 3)
		switch {
		case err != nil && strings.Contains(err.Error(), c.want):
		case err != nil || strings.Join(g.words, " ") != c.want || len(g.values) != g.columns*len(g.words):
			t.Errorf("%q: %+v, %v; want %q", c.file, g, err, c.want)
		}
	}
	if g, err := readVectors("", 3); err != nil || len(g.words) != 0 || !slices.Equal(g.values, nil) {
		t.Errorf("no file: %+v, %v", g, err)
	}
}
