package pair_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/model"
	"readout/internal/pair"
	"readout/reader"
)

// TestBetween: of two events that of the marked pair is taken, in either order of the roles; where
// no entry holds the type is guessed, from words that are named, in their order; without words there is none.
func TestBetween(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, source, target, want string }{
		{"France met Spain, and Norway sued Chad.", "France", "Spain", "CONSULT held"},
		{"France met Spain, and Norway sued Chad.", "Norway", "Chad", "ACCUSE held"},
		{"Chad was sued by Norway, and Spain met France.", "Norway", "Chad", "ACCUSE held"},
		{"The storm praised the bridge, but the ship condemned the lamp.", "ship", "lamp", "ACCUSE"},
		{"The wind had the harbour by the throat, and the bullets struck the lamp.", "wind", "lamp", "ASSAULT"},
		{"Ruritania.", "Ruritania", "", ""},
	} {
		x := r.Explain(readout.Passage(c.text, ""))
		mark := func(words string) readout.Span {
			i := strings.Index(c.text, words)
			return readout.Span{Text: words, Start: i, End: i + len(words)}
		}
		l := r.Between(x, mark(c.source), mark(c.target))
		got := l.Type
		if l.Event != nil {
			got += " held"
		}
		if got != c.want {
			t.Errorf("%q, %s to %s: %s, want %s", c.text, c.source, c.target, got, c.want)
		}
		if guessed := l.Type != "" && l.Event == nil; guessed != (len(l.Words) > 0 || l.Frame != nil) {
			t.Errorf("%q: a guess from %d words, frame %v", c.text, len(l.Words), l.Frame)
		}
		end := 0
		for _, w := range l.Words {
			if w.Start < end || c.text[w.Start:w.End] != w.Text {
				t.Errorf("%q: word %+v", c.text, w)
			}
			end = w.End
		}
	}
}

// TestDescribe: a feature comes once; without a result nothing is told of frames; a vector is stretched to Unit.
func TestDescribe(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	const text = "Norway met Chad, and Norway met Chad again."
	x := r.Explain(readout.Passage(text, ""))
	source, target := readout.Span{Start: 0, End: 6}, readout.Span{Start: 11, End: 15}
	vector := func(word string) []int8 {
		if word == "again" {
			return []int8{3, -4}
		}
		return nil
	}
	all := pair.Describe(x.Document, x.Result, source, target, vector)
	words := pair.Describe(x.Document, nil, source, target, vector)
	sorted := slices.Clone(all.Keys)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(all.Keys) {
		t.Error("a key comes twice")
	}
	if len(words.Keys) == 0 || len(words.Keys) >= len(all.Keys) || !slices.Equal(words.Keys, all.Keys[:len(words.Keys)]) {
		t.Errorf("%d keys without frames, %d with", len(words.Keys), len(all.Keys))
	}
	var sum []int32
	for i := 0; i+1 < len(words.Meaning); i += 2 {
		if words.Meaning[i] != 0 {
			sum = append(sum, words.Meaning[i:i+2]...)
		}
	}
	if len(sum) == 0 || !slices.Equal(sum[:2], []int32{614, -819}) {
		t.Errorf("meaning %d", words.Meaning)
	}
}

func TestNew(t *testing.T) {
	words := model.EncodeLinear(2, []model.Weight{{Key: 1, Class: 1, Value: 1}}, 1)
	for _, c := range []struct {
		types   string
		meaning int
		want    string
	}{
		{"ACCUSE\nAID", 24, ""},
		{"ACCUSE\nAID", 23, "23 bytes of meaning"},
		{"ACCUSE", 24, "1 types, 2 classes"},
		{"", 24, "0 types"},
	} {
		m := &model.File{}
		m.Add(pair.TypesSection, []byte(c.types))
		m.Add(pair.WordsSection, words)
		m.Add(pair.MeaningSection, make([]byte, c.meaning))
		_, err := pair.New(m)
		if got := fmt.Sprint(err); (err == nil) != (c.want == "") || err != nil && !strings.Contains(got, c.want) {
			t.Errorf("%q, %d bytes: %v, want %q", c.types, c.meaning, err, c.want)
		}
	}
	if _, err := pair.New(&model.File{}); err == nil {
		t.Error("no sections: no error")
	}
}

// TestHeldOut reads sentences that neither the lexicon nor the guesses were made with: two in three must have the
// right type. doc/scores.md has the figure.
func TestHeldOut(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/held.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	type marks struct{ Start, End int }
	all, right := 0, 0
	for line := range strings.Lines(string(data)) {
		var g struct {
			Text, Root     string
			Source, Target marks
		}
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			t.Fatal(err)
		}
		text := []rune(g.Text)
		span := func(m marks) readout.Span {
			words, start := string(text[m.Start:m.End]), len(string(text[:m.Start]))
			return readout.Span{Text: words, Start: start, End: start + len(words)}
		}
		got := r.Between(r.Explain(readout.Passage(g.Text, "")), span(g.Source), span(g.Target)).Type
		if got == "CONCEDE" || got == "RETREAT" {
			got = "YIELD"
		}
		all++
		if got == g.Root {
			right++
		}
	}
	if all < 700 || 3*right < 2*all {
		t.Errorf("%d of %d are right", right, all)
	}
}
