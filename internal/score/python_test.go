package score

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/batch"
	"readout/internal/intake"
	"readout/reader"
)

// The published scorers and the gold lie beside the repository, where they are not part of it.
const (
	scorers = "../../../shared/score"
	golds   = "../../../shared/gold"
)

// scorerTests are runs over the real gold: the first lines of each file, enough for every branch.
var scorerTests = []struct {
	kind, script, gold string
	lines              int // of gold read; whole sentences of a treebank
	job                Job
	flags              []string
}{
	{kind: Parse, script: "parse.py", gold: "parse_pud/en_pud-sample.conllu", lines: 1600},
	{kind: Parse, script: "parse.py", gold: "parse_ewt/en_ewt-dev.conllu.gz", lines: 9000},
	{kind: Parse, script: "parse.py", gold: "parse_ewt/en_ewt-dev.conllu.gz", lines: 9000, job: Job{GoldTokens: true}},
	{kind: Names, script: "ner.py", gold: "ner_uner_pud/uner_pud_sample.jsonl", lines: 68},
	{kind: Names, script: "ner.py", gold: "ner_re3d/re3d.jsonl", lines: 30, job: Job{Outermost: true}, flags: []string{"--outermost"}},
	{kind: Names, script: "ner.py", gold: "coref_gum/gum.jsonl", lines: 4, job: Job{Field: "mentions", Types: []string{"person", "place"}}, flags: []string{"--field", "mentions", "--types", "person,place"}},
	{kind: Events, script: "events.py", gold: "events_petrarch_unittest/petr_unittest.jsonl", lines: 277, job: Job{Verbose: true}, flags: []string{"--verbose"}},
	{kind: Events, script: "events.py", gold: "events_petrarch_unittest/petr_unittest.jsonl", lines: 277, job: Job{Map15: true, Only: "config=None"}, flags: []string{"--map15", "--only", "config=None"}},
	{kind: Pairs, script: "pairs.py", gold: "event_pairs_plv/plv_train.jsonl", lines: 1048, job: Job{Verbose: true}, flags: []string{"--verbose"}},
	{kind: Pairs, script: "pairs.py", gold: "event_pairs_plv/plv_train.jsonl", lines: 1048, job: Job{Only: "penta=3"}, flags: []string{"--only", "penta=3"}},
	{kind: Roles, script: "roles.py", gold: "events_cameo_roles/cameo_ner_train.jsonl", lines: 778},
	{kind: Attribution, script: "attribution.py", gold: "attribution_polnear/dev.jsonl.gz", lines: 20},
	{kind: Dates, script: "dates.py", gold: "dates_gum/gum_dates.jsonl", lines: 20},
	{kind: Dates, script: "dates.py", gold: "dates_gum/gum_dates.jsonl", lines: 20, job: Job{Types: []string{"DATE", "TIME"}}, flags: []string{"--types", "DATE,TIME"}},
	{kind: Places, script: "places.py", gold: "places_geovirus/geovirus.jsonl", lines: 40},
	{kind: Places, script: "places.py", gold: "places_lgl/lgl.jsonl.gz", lines: 60},
	{kind: Places, script: "places.py", gold: "places_geowebnews/geowebnews.jsonl", lines: 20, job: Job{Types: []string{"Literal", "Mixed"}}, flags: []string{"--types", "Literal,Mixed"}},
}

// TestAgainstPython runs the published scorers on the real gold with readout's predictions, and with
// the gold itself made wrong in many places, and compares what they print, digit by digit.
func TestAgainstPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is absent: the published scorers cannot run")
	}
	if _, err := os.Stat(scorers); err != nil {
		t.Skip("../shared is absent: no published scorers, no gold")
	}
	m := newMachine(t)
	for _, c := range scorerTests {
		t.Run(c.kind+"/"+filepath.Base(filepath.Dir(c.gold))+strings.Join(c.flags, ""), func(t *testing.T) {
			j := c.job
			j.Kind, j.Gold, j.Machine = c.kind, firstLines(t, filepath.Join(golds, c.gold), c.lines), m
			j.WritePredictions = filepath.Join(t.TempDir(), "predictions")
			ours := output(t, j)
			compare(t, ours, pythonOutput(t, python, c.script, j.Gold, j.WritePredictions, c.flags))
			if c.kind == Parse {
				return
			}
			j.WritePredictions, j.Predictions = "", damaged(t, j.Gold, c.kind)
			compare(t, output(t, j), pythonOutput(t, python, c.script, j.Gold, j.Predictions, c.flags))
		})
	}
}

func newMachine(t *testing.T) *Machine {
	t.Helper()
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	return &Machine{
		Reader: r,
		Article: func(text, published string) *readout.Article {
			return intake.Text(text, intake.Options{Published: published})
		},
		Each: func(n int, do func(int)) {
			for range batch.Run(count(n), runtime.GOMAXPROCS(0), func(i int) (any, error) { do(i); return nil, nil }) {
			}
		},
	}
}

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// firstLines copies the first lines of a file, of a treebank whole sentences.
func firstLines(t *testing.T, name string, lines int) string {
	t.Helper()
	f, err := open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	base := strings.TrimSuffix(filepath.Base(name), ".gz")
	var out bytes.Buffer
	n := 0
	for line := range bytes.Lines(b) {
		if n >= lines && (!strings.HasSuffix(base, ".conllu") || len(bytes.TrimSpace(line)) == 0) {
			break
		}
		n++
		out.Write(line)
	}
	return file(t, base, strings.TrimRight(out.String(), "\n"))
}

func pythonOutput(t *testing.T, python, script, gold, pred string, flags []string) string {
	t.Helper()
	cmd := exec.Command(python, append([]string{filepath.Join(scorers, script), gold, pred}, flags...)...)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", script, err, stderr.String())
	}
	return string(out)
}

// compare compares line by line. Ours says more (letter case of lemmas aside, the data) and, without
// coordinates, says so instead of scoring them; names of as many gold entities stand in any order.
func compare(t *testing.T, ours, theirs string) {
	t.Helper()
	without := strings.Contains(ours, "coordinates: none predicted")
	keep := func(out string) []string {
		var lines []string
		for l := range strings.Lines(out) {
			switch {
			case strings.TrimSpace(l) == "", strings.HasPrefix(l, "data: "), strings.HasPrefix(l, "Lemmas, any case"):
			case without && (strings.HasPrefix(l, "coordinates: ") || strings.HasPrefix(l, "resolution, ") || strings.HasPrefix(l, "end to end: ")):
			default:
				lines = append(lines, strings.TrimRight(l, "\n"))
			}
		}
		slices.Sort(lines)
		return lines
	}
	a, b := keep(ours), keep(theirs)
	if len(a) == 0 || !slices.Equal(a, b) {
		t.Errorf("ours:\n%s\ntheirs:\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
}

// damaged writes the gold as predictions with every second finding made wrong, in turn: left out, said
// twice, moved, cut short, called by another type or value, put elsewhere.
func damaged(t *testing.T, gold, kind string) string {
	t.Helper()
	b, err := os.ReadFile(gold)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	n := 0
	for line := range bytes.Lines(b) {
		var r map[string]any
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		for from, to := range map[string]string{"gold": "events", "sources": "actors", "targets": "recipients"} {
			if v, ok := r[from]; ok && (kind == Events || kind == Roles) {
				r[to] = v
			}
		}
		for _, key := range []string{"events", "actors", "recipients", "attributions", "timexes", "places", "entities", "mentions"} {
			if list, ok := r[key].([]any); ok {
				r[key] = damageList(list, &n)
			}
		}
		if n++; kind == Pairs && n%3 == 0 {
			r["root"], r["penta"] = []any{"AID", "RETREAT", nil}[n%7%3], nil
		}
		out, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(out))
	}
	return file(t, "damaged.jsonl", lines...)
}

// damageList makes findings wrong; n counts all of them, so that every kind of damage is done.
func damageList(list []any, n *int) []any {
	out := []any{}
	for _, x := range list {
		f := x.(map[string]any)
		if start, ok := f["start"]; ok && start == nil || !ok && f["cue"] == nil && f["type"] == nil && f["cameo"] == nil {
			continue
		}
		*n++
		switch *n % 12 {
		case 0:
			continue
		case 2:
			out = append(out, x)
		case 4:
			move(f, 2, 3)
		case 6:
			move(f, 0, -2)
		case 8:
			f["type"], f["value"], f["actor"] = "LOC", "1999-01-01", "FRA"
			delete(f, "lat")
		case 10:
			move(f, 1, 0)
			if lat, ok := f["lat"].(float64); ok {
				f["lat"] = lat + 1.5
			}
		}
		out = append(out, x)
	}
	return out
}

// move moves the start and end of a span, or of the parts of an attribution.
func move(f map[string]any, start, end float64) {
	if s, ok := f["start"].(float64); ok {
		f["start"], f["end"] = s+start, max(s+start+1, f["end"].(float64)+end)
	}
	for _, role := range []string{"source", "cue", "content"} {
		if list, ok := f[role].([]any); ok {
			for _, x := range list {
				move(x.(map[string]any), start, end)
			}
		}
	}
}
