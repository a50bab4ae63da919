package encoder

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"readout"
	"readout/internal/doc"
	"readout/internal/model"
)

// text is what the tests read.
const text = `The two presidents met in Geneva on Tuesday . Ms. Abe , who had just returned from Paris ,
said that her government " welcomes the offer " and would answer it soon . NO TALKS BEFORE MAY , MINISTER SAYS .
China‘s envoy stayed away . Yes . 12,500 people marched through the old town , 3 of them were hurt .`

// sentences returns a document of the text's words; a full stop ends a sentence.
func sentences(text string) *doc.Document {
	d := doc.New(&readout.Article{Text: text})
	first, at := 0, 0
	for _, form := range strings.Fields(text) {
		at += strings.Index(text[at:], form)
		d.Tokens = append(d.Tokens, doc.Token{Start: at, End: at + len(form), Form: form})
		at += len(form)
		if form == "." {
			d.Sentences = append(d.Sentences, doc.Sentence{First: first, End: len(d.Tokens)})
			first = len(d.Tokens)
		}
	}
	return d
}

// randomWeights returns weights of a small network that has learned nothing.
func randomWeights() *Weights {
	rng := rand.New(rand.NewPCG(1, 2))
	c := Config{Width: 32, Windows: 2, Attends: 2, Heads: 2, Hidden: 48, Reach: 5, Arc: 32, ArcFar: 7, Label: 16, Name: 16}
	w := &Weights{
		Config: c, Labels: []string{"det", "nsubj", "obj", "punct"}, Names: NameClasses([]string{"LOC", "PER"}),
		Tags: []Tag{{"NOUN", "NN"}, {"PUNCT", "."}, {"VERB", "VB"}, {"VERB", "VBD"}},
	}
	add := func(name string, rows, cols int) {
		t := Tensor{Name: name, Rows: rows, Cols: cols}
		for range rows * cols {
			v := rng.NormFloat64() / math.Sqrt(float64(cols))
			if strings.HasSuffix(name, ".gain") {
				v++
			}
			t.Values = append(t.Values, float32(v))
		}
		w.Tensors = append(w.Tensors, t)
	}
	linear := func(name string, in, out int) { add(name+".w", out, in); add(name+".b", 1, out) }
	norm := func(name string) { add(name+".gain", 1, c.Width); add(name+".bias", 1, c.Width) }
	for k := range Kinds {
		w.Config.Columns[k] = 3 + int(k)
		size := touches
		if k != Touch {
			for _, t := range sentences(text).Tokens[:30] {
				if s := Describe(t.Form)[k]; !slices.Contains(w.Lines[k], s) {
					w.Lines[k] = append(w.Lines[k], s)
				}
			}
			size = len(w.Lines[k]) + 1
		}
		add(k.String(), size, w.Config.Columns[k])
	}
	linear("project", w.Config.Inputs(), Pieces*c.Width)
	norm("project")
	for i := range c.Windows {
		linear(LayerName("window", i), 3*c.Width, Pieces*c.Width)
		norm(LayerName("window", i))
	}
	for i := range c.Attends {
		name := LayerName("attend", i)
		norm(name)
		norm(name + ".hidden")
		linear(name+".qkv", c.Width, 3*c.Width)
		linear(name+".out", c.Width, c.Width)
		linear(name+".hidden", c.Width, c.Hidden)
		linear(name+".back", c.Hidden, c.Width)
		add(name+".reach", c.Heads, 2*c.Reach+1)
	}
	norm("final")
	linear("upos", c.Width, 3)
	linear("xpos", c.Width, 4)
	linear("arc.dependent", c.Width, c.Arc)
	linear("arc.head", c.Width, c.Arc)
	linear("arc.product", c.Arc, c.Arc)
	add("arc.root", 1, c.Arc)
	add("arc.far", 1, 2*c.ArcFar+1)
	linear("label.dependent", c.Width, c.Label)
	linear("label.head", c.Width, c.Label)
	linear("label.product", c.Label, len(w.Labels)*c.Label)
	linear("label.alone", c.Label, len(w.Labels))
	linear("name.hidden", c.Width, c.Name)
	linear("name", c.Name, len(w.Names))
	return w
}

// file returns the weights as they are read from a file.
func file(t testing.TB, w *Weights) *model.File {
	t.Helper()
	m := &model.File{}
	w.AddTo(m)
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	m, err := model.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// checkTrees reports sentences that are no trees with one root.
func checkTrees(t *testing.T, d *doc.Document) {
	t.Helper()
	for _, s := range d.Sentences {
		roots := 0
		for i := s.First; i < s.End; i++ {
			tok := &d.Tokens[i]
			if tok.UPOS == "" || tok.XPOS == "" || tok.Deprel == "" || (tok.Head < 0) != (tok.Deprel == "root") {
				t.Fatalf("token %d: %+v", i, tok)
			}
			if tok.Head < 0 {
				roots++
			}
			steps := 0
			for at := i; at >= 0; at = d.Tokens[at].Head {
				if at < s.First || at >= s.End || steps > s.End-s.First {
					t.Fatalf("token %d does not hang from a root of its sentence", i)
				}
				steps++
			}
		}
		if roots != 1 {
			t.Fatalf("sentence at %d has %d roots", s.First, roots)
		}
	}
}

// TestAnnotateAlike reads text, short and very long sentences, with assembly and in plain Go.
func TestAnnotateAlike(t *testing.T) {
	m := file(t, randomWeights())
	plain, err := load(m, false)
	if err != nil {
		t.Fatal(err)
	}
	fast, err := New(m)
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("many words and no end , ", 200) + "then one . "
	in := long + strings.Repeat(text+" ", 20) + long
	a, b := sentences(in), sentences(in)
	plain.Annotate(a)
	fast.Annotate(b)
	checkTrees(t, a)
	seen := map[string]bool{}
	for i := range a.Tokens {
		if a.Tokens[i] != b.Tokens[i] {
			t.Fatalf("token %d: %+v, with assembly %+v", i, a.Tokens[i], b.Tokens[i])
		}
		seen[a.Tokens[i].UPOS], seen[a.Tokens[i].Deprel] = true, true
	}
	if len(seen) < 6 {
		t.Errorf("only %v occur: the network does not look at the words", seen)
	}
}

// TestAnnotateTogether reads a sentence alone, among others and in many goroutines.
func TestAnnotateTogether(t *testing.T) {
	e, err := New(file(t, randomWeights()))
	if err != nil {
		t.Fatal(err)
	}
	want := sentences(text)
	e.Annotate(want)
	alone := sentences(text)
	all := alone.Sentences
	for _, s := range all {
		alone.Sentences = []doc.Sentence{s}
		e.Annotate(alone)
	}
	if !slices.Equal(alone.Tokens, want.Tokens) {
		t.Error("sentences read one by one come out otherwise")
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			d := sentences(text)
			e.Annotate(d)
			if !slices.Equal(d.Tokens, want.Tokens) {
				t.Error("a goroutine read otherwise")
			}
		})
	}
	wg.Wait()
	e.Annotate(doc.New(&readout.Article{}))
}

func TestNewRefuses(t *testing.T) {
	for name, change := range map[string]func(w *Weights){
		"no tensor":       func(w *Weights) { w.Tensors = w.Tensors[:len(w.Tensors)-1] },
		"another shape":   func(w *Weights) { w.Tensors[3].Rows, w.Tensors[3].Cols = w.Tensors[3].Cols, w.Tensors[3].Rows },
		"a word twice":    func(w *Weights) { w.Lines[Word][1] = w.Lines[Word][0] },
		"a word too many": func(w *Weights) { w.Lines[Word] = append(w.Lines[Word], "more") },
		"no relations":    func(w *Weights) { w.Labels = nil },
		"odd width":       func(w *Weights) { w.Config.Width = 33 },
		"huge width":      func(w *Weights) { w.Config.Width = 1 << 20 },
		"not finite":      func(w *Weights) { w.Tensors[len(w.Tensors)-1].Values[0] = float32(math.NaN()) },
	} {
		w := randomWeights()
		change(w)
		if _, err := New(file(t, w)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := New(&model.File{}); err == nil {
		t.Error("an empty file: no error")
	}
}

func TestDescribe(t *testing.T) {
	for _, c := range []struct {
		form string
		want [Kinds]string
	}{
		{"Moscow", [Kinds]string{"moscow", "ow", "cow", "scow", "M", "mos", "Xxxx", "", "moscow", "moscow"}},
		{"12,500", [Kinds]string{"00,000", "00", "000", ",000", "0", "00,", "00,000", "", "00,000", "00,000"}},
		{"’s", [Kinds]string{"'s", "'s", "^'s", "^'s", "'", "'s$", "'x", "", "'s", "'s"}},
		{"U.S.", [Kinds]string{"u.s.", "s.", ".s.", "u.s.", "U", "u.s", "X.X.", "", "u.s.", "u.s."}},
		{"“", [Kinds]string{`"`, `^"`, `^"`, `^"`, `"`, `"$`, `"`, "", `"`, `"`}},
		{"``", [Kinds]string{`"`, `^"`, `^"`, `^"`, `"`, `"$`, `"`, "", `"`, `"`}},
		{"\xff", [Kinds]string{"\ufffd", "^\ufffd", "^\ufffd", "^\ufffd", "\xff", "\ufffd$", "o", "", "\ufffd", "\ufffd"}},
	} {
		if got := Describe(c.form); got != c.want {
			t.Errorf("%q: %q, want %q", c.form, got, c.want)
		}
	}
	long := strings.Repeat("a", 10_000)
	if got := Fold(long); len(got) > longest {
		t.Errorf("a word of %d bytes folds to %d", len(long), len(got))
	}
}

func TestTouch(t *testing.T) {
	d := doc.New(&readout.Article{Text: "do n't-go"})
	for _, span := range [][2]int{{0, 2}, {3, 6}, {6, 7}, {7, 9}} {
		d.Tokens = append(d.Tokens, doc.Token{Start: span[0], End: span[1], Form: d.Article.Text[span[0]:span[1]]})
	}
	v, err := NewVocabulary([Kinds][]string{})
	if err != nil {
		t.Fatal(err)
	}
	ids := v.AppendIDs(nil, d.Tokens)
	var got []int32
	for i := range d.Tokens {
		got = append(got, ids[i*int(Kinds)+int(Touch)])
	}
	if want := []int32{0, 2, 3, 1}; !slices.Equal(got, want) {
		t.Errorf("touch %v, want %v", got, want)
	}
}

func TestExp(t *testing.T) {
	for x := 0.0; x > -80; x -= 0.013 {
		got, want := float64(exp(float32(x))), math.Exp(float64(float32(x)))
		if math.Abs(got-want) > 1e-6*want {
			t.Fatalf("exp(%g) = %g, want %g", x, got, want)
		}
	}
	if exp(-1000) != 0 {
		t.Error("exp(-1000) is not 0")
	}
}

// FuzzTensors checks that any bytes give tensors or an error, in memory in proportion.
func FuzzTensors(f *testing.F) {
	f.Add(EncodeTensors(randomWeights().Tensors[:4]))
	f.Add([]byte{1, 1, 'x', 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		tensors, err := decodeTensors(data)
		if err != nil {
			return
		}
		for name, s := range tensors {
			if n := len(s.numbers()); n != s.rows*s.cols {
				t.Errorf("%s: %d numbers of %d by %d", name, n, s.rows, s.cols)
			}
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	m := file(b, randomWeights())
	for _, assembly := range []bool{hasAVX2, false} {
		b.Run(fmt.Sprintf("assembly=%v", assembly), func(b *testing.B) {
			e, err := load(m, assembly)
			if err != nil {
				b.Fatal(err)
			}
			d := sentences(strings.Repeat(text+" ", 20))
			b.ReportAllocs()
			for b.Loop() {
				e.Annotate(d)
			}
			b.ReportMetric(float64(b.N*len(d.Tokens))/b.Elapsed().Seconds(), "words/s")
		})
	}
}
