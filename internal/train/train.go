// Package train fits the weights of the segmenter and the parser on treebanks, with the feature
// functions that read with them, so that the two cannot drift apart.
//
// In: CoNLL-U files and raw text. Out: a model.File with its scores and the hashes of what it was
// trained on.
//
// Phases: treebanks are read and part is held out; the segmenter learns from the rebuilt text; word
// vectors are learned from all text, divided by that segmenter; the encoder learns from the
// treebanks, with those vectors (network.go has its layers, package net their gradients); lemmas
// and features are counted; the result is scored as the program will run it. The same files and
// options give the same bytes on one machine.
package train

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/internal/model"
	"readout/internal/segment"
)

// Options say what to train on and how long.
type Options struct {
	Train  []string // CoNLL-U files to train on
	Tenth  []string // files to train on but for every tenth document, which is scored
	Dev    string   // file that chooses the epoch of the encoder that is kept, and is scored
	Score  []string // files that are only scored
	Text   []string // raw text, a paragraph a line, for word vectors
	Given  string   // more word vectors, learned elsewhere, see readVectors; "" for none
	Silver string   // CoNLL-U file that models have voted on, see Vote, for the encoder to read beside Train and Tenth; "" for none
	Names  string   // names in all sentences of Train and Tenth; "" where the files have them in MISC or not at all

	Checkpoint string // folder for the word vectors and the encoder after each epoch; "" for none
	Seed       uint64
	Log        func(string)

	SegmentEpochs  int
	GivenWords     int // at most so many of Given are taken
	MinUpdates     int // weights of the segmenter that changed less often are dropped
	SegmentWeights int // at most so many are kept
	Vectors        VectorOptions
	Encoder        EncoderOptions
}

// Defaults returns the options that the weights of a release are made with, but for the files.
func Defaults() Options {
	return Options{
		Seed: 1, SegmentEpochs: 8, MinUpdates: 2, SegmentWeights: 200_000, GivenWords: 48_000,
		Vectors: DefaultVectorOptions(), Encoder: DefaultEncoderOptions(),
	}
}

// data are the files that Options name.
type data struct {
	train  []*Treebank // without what is held out
	held   []*Treebank // to score
	dev    *Treebank
	texts  []*rawText
	given  *givenVectors
	silver *Treebank // nil for none
}

// Run trains and returns the weights.
func Run(o Options) (*model.File, error) {
	m := &model.File{}
	files, err := o.read(m)
	if err != nil {
		return nil, err
	}
	m.AddFact("seed", fmt.Sprint(o.Seed))
	if err := o.fit(m, files); err != nil {
		return nil, err
	}
	return o.scored(m, files.held)
}

// read reads the files and notes them in m.
func (o Options) read(m *model.File) (*data, error) {
	f := &data{}
	banks, err := o.readTrain(m)
	if err != nil {
		return nil, err
	}
	for i, t := range banks {
		if i >= len(o.Train) {
			kept, out := t.SplitTenth()
			f.held = append(f.held, out)
			t = kept
		}
		f.train = append(f.train, t)
	}
	for i, path := range append([]string{o.Dev}, o.Score...) {
		t, err := ReadTreebank(path)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			f.dev = t
		}
		f.held = append(f.held, t)
	}
	if f.given, err = readVectors(o.Given, o.GivenWords); err != nil {
		return nil, err
	}
	if o.Given != "" {
		m.AddFact("word vectors given", fmt.Sprintf("%s sha256 %s, %d words", f.given.Name, f.given.SHA256, len(f.given.words)))
	}
	if f.silver, err = readSilver(o.Silver); err != nil {
		return nil, err
	}
	if f.silver != nil {
		m.AddFact("silver", f.silver.Name+" sha256 "+f.silver.SHA256)
	}
	for _, path := range o.Text {
		t, err := readText(path)
		if err != nil {
			return nil, err
		}
		m.AddFact("word vectors from", t.Name+" sha256 "+t.SHA256)
		f.texts = append(f.texts, t)
	}
	return f, nil
}

// readTrain reads the treebanks of Train and Tenth, with their names.
func (o Options) readTrain(m *model.File) ([]*Treebank, error) {
	var banks []*Treebank
	for _, path := range slices.Concat(o.Train, o.Tenth) {
		t, err := ReadTreebank(path)
		if err != nil {
			return nil, err
		}
		if len(t.Sentences) == 0 {
			return nil, fmt.Errorf("train: %s: no sentences", path)
		}
		m.AddFact("trained on", t.Name+" sha256 "+t.SHA256)
		banks = append(banks, t)
	}
	if o.Names == "" {
		return banks, nil
	}
	names, err := readNames(o.Names)
	if err != nil {
		return nil, err
	}
	m.AddFact("names from", names.Name+" sha256 "+names.SHA256)
	return banks, names.addTo(banks)
}

// fit trains all parts.
func (o Options) fit(m *model.File, files *data) error {
	var sentences []*doc.TreebankSentence
	for _, t := range files.train {
		sentences = append(sentences, t.Sentences...)
	}
	var texts []string
	for _, t := range files.texts {
		texts = append(texts, t.text)
	}
	o.segment(m, sentences)
	segmenter, err := segment.New(m)
	if err != nil {
		return fmt.Errorf("train: %w", err)
	}
	vectors, err := o.vectors(segmenter, files.train, files.texts)
	if err != nil {
		return err
	}
	classes := collectClasses(sentences)
	weights, err := o.Encoder.train(encoderData{files.train, files.silver, files.dev, vectors, files.given, classes, o.Seed, o.Checkpoint, o.log})
	if err != nil {
		return err
	}
	weights.AddTo(m)
	sentences = slices.DeleteFunc(sentences, hasNoLemmas)
	o.lemmas(m, classes, sentences, rareLemmas(wordCounts(texts)))
	o.feats(m, sentences)
	return nil
}

// hasNoLemmas reports whether a sentence has tags and a tree alone, which nobody has given lemmas and features.
func hasNoLemmas(s *doc.TreebankSentence) bool {
	return !slices.ContainsFunc(s.Words, func(w doc.Token) bool { return w.Lemma != "" })
}

// scored scores the weights as they will be read from the file, and adds the scores as facts.
func (o Options) scored(m *model.File, held []*Treebank) (*model.File, error) {
	var file bytes.Buffer
	if err := m.Write(&file); err != nil {
		return nil, err
	}
	stored, err := model.Read(file.Bytes())
	if err != nil {
		return nil, err
	}
	for _, t := range held {
		if len(t.Sentences) == 0 {
			continue
		}
		s, err := Score(stored, t)
		if err != nil {
			return nil, fmt.Errorf("train: %w", err)
		}
		o.log("%s: %s", t.Name, s)
		m.AddFact("score on "+t.Name, s.String())
	}
	return m, nil
}

// rand returns the random numbers of one part of the training.
func (o Options) rand(part string) *rand.Rand {
	return rand.New(rand.NewPCG(o.Seed, uint64(model.Hash(part))))
}

func (o Options) log(format string, args ...any) {
	if o.Log != nil {
		o.Log(strings.TrimSpace(fmt.Sprintf(format, args...)))
	}
}
