package train

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"readout"
	"readout/internal/model"
	"readout/internal/pair"
	"readout/reader"
)

// PairOptions say how the guesser of pairs (package pair) is trained.
type PairOptions struct {
	File    string  // sentences with marked parties: type, TAB, sentence with {S:the source} and {T:the target}
	Epochs  int     // passes over the sentences
	Rate    float64 // of AdaGrad (Duchi and others, 2011)
	Weights int     // weights kept of the words, the largest
	Folds   int     // of the cross-validation that is told
	Seed    uint64
	Log     func(line string)
}

// DefaultPairs returns the options that the released weights were made with.
func DefaultPairs() PairOptions {
	return PairOptions{Epochs: 6, Rate: 0.1, Weights: 60000, Folds: 5, Seed: 1}
}

// A pairExample is a passage with marked parties, as the guesser sees it.
type pairExample struct {
	features *pair.Features
	class    int
	held     bool // the type is known without a guess
	right    bool // and right
}

// Pairs trains a guesser on the sentences of the file and on the examples of the lexicon, a multinomial logistic
// regression, and returns its weights.
func Pairs(o PairOptions) (*model.File, error) {
	r, err := reader.New()
	if err != nil {
		return nil, err
	}
	types := r.Lexicon.Ontology.Types()
	marked, err := o.marked(r, types)
	if err != nil {
		return nil, err
	}
	fromLexicon := lexiconPairs(r, types)
	o.Log(fmt.Sprintf("pairs: %d marked sentences, %d examples of the lexicon", len(marked), len(fromLexicon)))
	all, guessed, held, heldRight := o.crossValidate(marked, fromLexicon, len(types))
	told := fmt.Sprintf("%d-fold: %.3f of all, %.3f of the %d that need a guess", o.Folds,
		(all+float64(heldRight))/float64(len(marked)), all/float64(guessed), guessed)
	o.Log(fmt.Sprintf("pairs: %s; %d of %d held are right", told, heldRight, held))
	f := &model.File{}
	f.AddFact("trained on", fmt.Sprintf("%d sentences with marked parties, %d examples of the lexicon", len(marked), len(fromLexicon)))
	f.AddFact("cross-validated", told)
	f.Add(pair.TypesSection, []byte(strings.Join(types, "\n")))
	o.fit(slices.Concat(marked, fromLexicon), len(types)).addTo(f, o.Weights)
	return f, nil
}

// marked reads the file.
func (o PairOptions) marked(r *reader.Reader, types []string) ([]pairExample, error) {
	file, err := os.Open(o.File)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var out []pairExample
	s := bufio.NewScanner(file)
	for n := 1; s.Scan(); n++ {
		typ, marked, _ := strings.Cut(s.Text(), "\t")
		class := slices.Index(types, typ)
		text, source, target, err := unmark(marked)
		if class < 0 {
			err = fmt.Errorf("unknown type %q", typ)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", o.File, n, err)
		}
		x := r.Explain(readout.Passage(text, ""))
		link, held := pair.Held(x.Result, source, target)
		result := x.Result
		if held {
			result = nil // frames are to be learned from where a guess is needed
		}
		out = append(out, pairExample{
			features: pair.Describe(x.Document, result, source, target, r.Vector), class: class,
			held: held, right: held && link.Type == typ,
		})
	}
	return out, s.Err()
}

// unmark takes {S:…} and {T:…} out of a sentence and returns where they stood.
func unmark(marked string) (text string, source, target readout.Span, err error) {
	var b strings.Builder
	for rest := marked; ; {
		before, after, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			break
		}
		words, tail, closed := strings.Cut(after, "}")
		role, words, named := strings.Cut(words, ":")
		if !closed || !named || role != "S" && role != "T" {
			return "", source, target, errors.New("want {S:…} and {T:…}")
		}
		span := readout.Span{Text: words, Start: b.Len(), End: b.Len() + len(words)}
		b.WriteString(words)
		if role == "S" {
			source = span
		} else {
			target = span
		}
		rest = tail
	}
	if source.End == 0 || target.End == 0 {
		return "", source, target, errors.New("a party is not marked")
	}
	return b.String(), source, target, nil
}

// lexiconPairs returns the events that the lexicon's examples make between two parties. Nothing is told of the frames
// of these: there the entry always holds.
func lexiconPairs(r *reader.Reader, types []string) []pairExample {
	var out []pairExample
	for _, e := range r.Lexicon.Entries {
		for i := range e.Examples {
			ex := &e.Examples[i]
			if ex.Want == nil {
				continue
			}
			x := r.Explain(readout.Passage(ex.Text, reader.ExampleDay(ex)))
			for j := range x.Result.Events {
				ev := &x.Result.Events[j]
				class := slices.Index(types, ev.Type)
				if class < 0 || ev.Evidence.Entry != e.Name || len(ev.Actors) == 0 || len(ev.Recipients) == 0 {
					continue
				}
				out = append(out, pairExample{
					features: pair.Describe(x.Document, nil, whole(&ev.Actors[0]), whole(&ev.Recipients[0]), r.Vector), class: class,
				})
			}
		}
	}
	return out
}

// whole returns the whole phrase of an actor.
func whole(a *readout.Actor) readout.Span {
	if a.Phrase != nil {
		return *a.Phrase
	}
	return a.Span
}

// crossValidate returns how many of the marked sentences are guessed right by a guesser that has not seen them, of
// those that need a guess, how many these are, and how many others hold and are right.
func (o PairOptions) crossValidate(marked, more []pairExample, classes int) (right float64, guessed, held, heldRight int) {
	for fold := range o.Folds {
		rest := slices.Clone(more)
		for i, x := range marked {
			if i%o.Folds != fold {
				rest = append(rest, x)
			}
		}
		w := o.fit(rest, classes)
		for i := fold; i < len(marked); i += o.Folds {
			x := &marked[i]
			if x.held {
				held++
				if x.right {
					heldRight++
				}
				continue
			}
			guessed++
			if w.best(x.features) == x.class {
				right++
			}
		}
	}
	return right, guessed, held, heldRight
}

// pairWeights are the weights of a multinomial logistic regression, of each class, and the sums of squares that
// AdaGrad divides by.
type pairWeights struct {
	classes int
	words   map[uint32]*pairRow
	meaning []pairRow
}

type pairRow struct {
	w       []float64
	squares float64
}

// fit trains on the examples.
func (o PairOptions) fit(examples []pairExample, classes int) *pairWeights {
	w := &pairWeights{classes: classes, words: map[uint32]*pairRow{}}
	rng := rand.New(rand.NewPCG(o.Seed, 0))
	order := rng.Perm(len(examples))
	for range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			w.learn(examples[i].features, examples[i].class, o.Rate)
		}
	}
	return w
}

// scores returns the classes' scores.
func (w *pairWeights) scores(f *pair.Features) []float64 {
	s := make([]float64, w.classes)
	for _, key := range f.Keys {
		if row := w.words[key]; row != nil {
			for k, v := range row.w {
				s[k] += v
			}
		}
	}
	for j, v := range f.Meaning {
		if v != 0 && j < len(w.meaning) {
			for k, x := range w.meaning[j].w {
				s[k] += x * float64(v) / pair.Unit
			}
		}
	}
	return s
}

func (w *pairWeights) best(f *pair.Features) int {
	s := w.scores(f)
	best := 0
	for k := range s {
		if s[k] > s[best] {
			best = k
		}
	}
	return best
}

// learn takes a step of stochastic gradient descent.
func (w *pairWeights) learn(f *pair.Features, class int, rate float64) {
	g := w.scores(f)
	top := slices.Max(g)
	sum := 0.0
	for k := range g {
		g[k] = math.Exp(g[k] - top)
		sum += g[k]
	}
	square := 0.0
	for k := range g {
		g[k] = -g[k] / sum
		if k == class {
			g[k]++
		}
		square += g[k] * g[k]
	}
	for _, key := range f.Keys {
		row := w.words[key]
		if row == nil {
			row = &pairRow{w: make([]float64, w.classes)}
			w.words[key] = row
		}
		row.step(g, square, 1, rate)
	}
	for len(w.meaning) < len(f.Meaning) {
		w.meaning = append(w.meaning, pairRow{w: make([]float64, w.classes)})
	}
	for j, v := range f.Meaning {
		if v != 0 {
			w.meaning[j].step(g, square, float64(v)/pair.Unit, rate)
		}
	}
}

func (r *pairRow) step(g []float64, square, value, rate float64) {
	r.squares += square * value * value
	step := rate * value / math.Sqrt(r.squares)
	for k := range r.w {
		r.w[k] += step * g[k]
	}
}

// addTo adds the weights to a file, those of the words cut to the largest.
func (w *pairWeights) addTo(f *model.File, most int) {
	var words []model.Weight
	for key, row := range w.words {
		for k, v := range row.w {
			words = append(words, model.Weight{Key: key, Class: uint8(k), Value: v})
		}
	}
	slices.SortFunc(words, func(a, b model.Weight) int {
		switch x, y := math.Abs(a.Value), math.Abs(b.Value); {
		case x > y:
			return -1
		case x < y:
			return 1
		case a.Key != b.Key:
			return int(int64(a.Key) - int64(b.Key))
		}
		return int(a.Class) - int(b.Class)
	})
	words = words[:min(most, len(words))]
	top := 1.0
	if len(words) > 0 {
		top = math.Abs(words[0].Value)
	}
	f.Add(pair.WordsSection, model.EncodeLinear(w.classes, words, top))
	var meaning []byte
	for _, row := range w.meaning {
		for _, v := range row.w {
			steps := math.Round(v / top * model.LinearTop)
			meaning = binary.LittleEndian.AppendUint16(meaning, uint16(int16(max(math.MinInt16, min(math.MaxInt16, steps)))))
		}
	}
	f.Add(pair.MeaningSection, meaning)
}
