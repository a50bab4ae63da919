package readout_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// layers is the policy of who may import whom: a package imports packages of lines above its own,
// never of its own line, never below. It is a statement of the architecture of doc/design.md: do
// not change it to make a build pass.
var layers = [][]string{
	{"readout"},
	{"readout/internal/doc", "readout/lexicon", "readout/internal/model", "readout/internal/gazetteer"},
	{"readout/internal/encoder"},
	{
		"readout/internal/segment", "readout/internal/parse", "readout/internal/mention",
		"readout/internal/actor", "readout/internal/timex", "readout/internal/place",
		"readout/internal/phrase",
	},
	{"readout/internal/frame", "readout/internal/topic"},
	{"readout/internal/coder"},
	{"readout/internal/pair"},
	{"readout/reader"},
	{"readout/internal/intake", "readout/internal/score"},
	{"readout/internal/batch", "readout/internal/formula", "readout/internal/train/net"},
	{"readout/internal/train"},
	{"readout/cmd/readout", "readout/cmd/readout-train", "readout/cmd/readout-gazetteer"},
}

// outside names the packages outside the standard library that each package may import; anything
// else is a new dependency and belongs in doc/dependencies.md first.
var outside = map[string][]string{
	"readout/internal/encoder":   {"golang.org/x/sys"},
	"readout/internal/train/net": {"golang.org/x/sys"},
	"readout/internal/intake":    {"golang.org/x/text"},
	"readout/cmd/readout":        {"github.com/spf13/cobra", "golang.org/x/term"},
}

// TestLayers reads the imports of every file that is not a test.
func TestLayers(t *testing.T) {
	line := map[string]int{}
	for n, pkgs := range layers {
		for _, p := range pkgs {
			line[p] = n
		}
	}
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && (strings.HasPrefix(e.Name(), ".") && name != "." || e.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		pkg := path.Join("readout", filepath.ToSlash(filepath.Dir(name)))
		own, known := line[pkg]
		if !known {
			t.Errorf("%s: package %s has no line in layers", name, pkg)
			return nil
		}
		seen[pkg] = true
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imp := strings.Trim(spec.Path.Value, `"`)
			if imp == "readout" || strings.HasPrefix(imp, "readout/") {
				if other, ok := line[imp]; !ok || other >= own {
					t.Errorf("%s: %s may not import %s", name, pkg, imp)
				}
				continue
			}
			if strings.Contains(strings.Split(imp, "/")[0], ".") && !allowed(pkg, imp) {
				t.Errorf("%s: %s may not import %s", name, pkg, imp)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range line {
		if !seen[pkg] {
			t.Errorf("layers names %s, which does not exist", pkg)
		}
	}
}

func allowed(pkg, imp string) bool {
	for _, module := range outside[pkg] {
		if imp == module || strings.HasPrefix(imp, module+"/") {
			return true
		}
	}
	return false
}
