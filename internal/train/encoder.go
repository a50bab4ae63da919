package train

import (
	"encoding/gob"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"readout/internal/doc"
	"readout/internal/encoder"
	"readout/internal/model"
	"readout/internal/train/net"
)

// EncoderOptions say how the encoder is trained.
type EncoderOptions struct {
	Config      encoder.Config
	Workers     int // shares of a batch, one core each; another number gives other weights
	Epochs      int
	BatchTokens int
	Rate        float64
	WarmUp      int     // steps until the full rate
	LastRate    float64 // share of Rate at the end
	Dropout     float64 // of the inputs and of what the decisions are made of
	Within      float64 // dropout of what each layer adds
	WordDropout float64
	Silver      float64 // words of voted sentences read in an epoch, as a multiple of those of the treebanks
}

// encoderData is what the encoder is trained on, and where.
type encoderData struct {
	train      []*Treebank
	silver     *Treebank // sentences that models have voted on; nil for none
	dev        *Treebank // chooses the epoch that is kept
	vectors    *model.File
	given      *givenVectors
	classes    *classes
	seed       uint64
	checkpoint string // folder for the state after each epoch; "" for none
	log        func(format string, args ...any)
}

// DefaultEncoderOptions returns the options of released weights, but for the treebanks.
func DefaultEncoderOptions() EncoderOptions {
	return EncoderOptions{
		Config: encoder.DefaultConfig(), Workers: 2, Epochs: 40, BatchTokens: 900,
		Rate: 2e-3, WarmUp: 200, LastRate: 0.03, Dropout: 0.33, Within: 0.25, WordDropout: 0.25, Silver: 1,
	}
}

// made tells what a training is made from; a checkpoint of another one is not gone on with.
func (r *encoderRun) made() string {
	o, banks := r.o, ""
	for _, t := range append(slices.Clone(r.data.train), r.data.dev) {
		banks += fmt.Sprintf(" %s sha256 %s;", t.Name, t.SHA256)
	}
	if t := r.data.silver; t != nil {
		banks += fmt.Sprintf(" silver %s sha256 %s %g;", t.Name, t.SHA256, o.Silver)
	}
	return fmt.Sprint(o.Config, r.data.seed, o.Workers, o.Epochs, o.BatchTokens, o.Rate, o.WarmUp, o.LastRate, o.Dropout, o.Within,
		o.WordDropout, banks, r.data.vectors.Facts, r.data.given.SHA256, len(r.data.given.words))
}

// encoderRun is a training under way.
type encoderRun struct {
	o       EncoderOptions
	data    encoderData
	weights encoder.Weights
	net     *network
	batcher *batcher
	tapes   []*net.Tape
	adam    net.Adam
	epoch   int
	best    float64
}

// longestSentence is the longest sentence that training reads, in tokens: attention costs the
// square of it.
const longestSentence = 250

// train trains the encoder and returns its weights as they were after the epoch that did best on the
// development treebank. It goes on from the last checkpoint, if there is one.
func (o EncoderOptions) train(data encoderData) (*encoder.Weights, error) {
	r, err := newEncoderRun(o, data)
	if err != nil {
		return nil, err
	}
	kept, err := r.resume()
	if err != nil {
		return nil, err
	}
	for r.epoch < o.Epochs {
		start := time.Now()
		loss, tokens := r.once()
		r.epoch++
		trained := time.Since(start)
		now := r.export()
		s, err := scoreEncoder(now, data.dev)
		if err != nil {
			return nil, err
		}
		r.log("epoch %d of %d: loss arcs %.3f relations %.3f UPOS %.3f XPOS %.3f names %.3f; "+
			"%s: UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f LAS-without-punctuation %.2f; %.0f tokens/s", r.epoch, o.Epochs,
			loss[0], loss[1], 2*loss[2], 2*loss[3], 2*loss[4], data.dev.Name, s.UPOS, s.XPOS, s.UAS, s.LAS, s.LASNoPunct, float64(tokens)/trained.Seconds())
		better := s.LAS+s.UPOS >= r.best
		if better {
			r.best = s.LAS + s.UPOS
			kept = now
		}
		if err := r.save(better); err != nil {
			return nil, err
		}
	}
	return kept, nil
}

func newEncoderRun(o EncoderOptions, data encoderData) (*encoderRun, error) {
	r := &encoderRun{o: o, data: data, adam: net.Adam{Beta1: 0.9, Beta2: 0.95, Memory: 0.998, Clip: 5}}
	sentences := readable(data.train...)
	words, vectors, err := loadVectors(data.vectors)
	if err != nil {
		return nil, err
	}
	o.Config.Columns[encoder.Vector] = len(vectors) / len(words)
	o.Config.Columns[encoder.Given] = data.given.columns
	c := data.classes
	r.weights = encoder.Weights{Config: o.Config, Lines: collectVocabulary(sentences, words, data.given.words), Tags: c.tags, Labels: c.labels, Names: c.names}
	vocabulary, err := encoder.NewVocabulary(r.weights.Lines)
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	z := sizes{upos: len(c.upos), xpos: len(c.xpos), labels: len(c.labels), names: len(c.names)}
	for k := range encoder.Kinds {
		z.ids[k] = vocabulary.Size(k)
	}
	r.batcher = newBatcher(sentences, vocabulary, c, o.WordDropout)
	if data.silver != nil {
		r.batcher.addSilver(readable(data.silver), o.Silver)
	}
	r.net = newNetwork(o.Config, z, o.Workers, o.Dropout, o.Within, rand.New(rand.NewPCG(r.data.seed, 1)))
	r.net.freeze(encoder.Vector, vectors)
	r.net.freeze(encoder.Given, data.given.values)
	for w := range o.Workers {
		r.tapes = append(r.tapes, &net.Tape{Worker: w})
	}
	total := 0
	for _, p := range r.net.params {
		total += len(p.V)
	}
	r.log("%d sentences, ids %v, %d relations, %d tags, %d numbers to learn or keep", len(sentences), z.ids, z.labels, len(c.tags), total)
	return r, nil
}

// readable returns the sentences that are not too long.
func readable(banks ...*Treebank) []*doc.TreebankSentence {
	var out []*doc.TreebankSentence
	for _, t := range banks {
		for _, s := range t.Sentences {
			if len(s.Words) <= longestSentence {
				out = append(out, s)
			}
		}
	}
	return out
}

// once goes through the training data and returns the mean loss of a token by part.
func (r *encoderRun) once() (loss [5]float64, tokens int) {
	o := r.o
	r.batcher.rng = rand.New(rand.NewPCG(r.data.seed, 1000+uint64(r.epoch)))
	batches := r.batcher.epoch(o.BatchTokens)
	start := time.Now()
	for n, batch := range batches {
		size := 0
		for _, i := range batch {
			size += len(r.batcher.sentences[i].Words)
		}
		shares := r.batcher.shares(batch, o.Workers)
		losses := make([][5]float64, o.Workers)
		var wg sync.WaitGroup
		for w, t := range r.tapes {
			wg.Go(func() {
				t.Reset()
				t.Training = true
				t.Rand = rand.New(rand.NewPCG(r.data.seed, uint64(r.epoch)<<32|uint64(n)<<8|uint64(w)))
				losses[w] = r.net.loss(t, shares[w], size)
			})
		}
		wg.Wait()
		r.adam.Update(r.net.params, r.rateAt(len(batches)))
		for _, l := range losses {
			for i := range l {
				loss[i] += l[i] * float64(size)
			}
		}
		tokens += size
		if n%100 == 99 {
			r.log("epoch %d: batch %d of %d, %.0f tokens/s", r.epoch+1, n+1, len(batches), float64(tokens)/time.Since(start).Seconds())
		}
	}
	for i := range loss {
		loss[i] /= float64(max(tokens, 1))
	}
	return loss, tokens
}

// rateAt returns the rate of the next step: it rises, then falls to the end of the training.
func (r *encoderRun) rateAt(batches int) float64 {
	o, step := r.o, float64(r.adam.Step+1)
	if step < float64(o.WarmUp) {
		return o.Rate * step / float64(o.WarmUp)
	}
	done := (step - float64(o.WarmUp)) / max(1, float64(batches*o.Epochs-o.WarmUp))
	return o.Rate * (1 - (1-o.LastRate)*min(1, done))
}

// export returns the mean weights as they are now. Matrices of layers are turned: a row per output.
func (r *encoderRun) export() *encoder.Weights {
	w := r.weights
	w.Tensors = nil
	for _, p := range r.net.params {
		values := p.Mean
		if p.G == nil {
			values = p.V
		}
		t := encoder.Tensor{Name: p.Name, Rows: p.Rows, Cols: p.Cols, Values: slices.Clone(values)}
		if len(p.Name) > 2 && p.Name[len(p.Name)-2:] == ".w" {
			t.Rows, t.Cols = p.Cols, p.Rows
			for i := range p.Rows {
				for j := range p.Cols {
					t.Values[j*t.Cols+i] = values[i*p.Cols+j]
				}
			}
		}
		w.Tensors = append(w.Tensors, t)
	}
	return &w
}

// checkpoint is the state after an epoch.
type checkpoint struct {
	Made        string // see encoderRun.made
	Epoch, Step int
	Best        float64
	Params      []checkpointParam
}

type checkpointParam struct {
	Name          string
	V, M, S, Mean []float32
}

const checkpointFile, bestFile = "last.gob", "best.gob"

// save writes the checkpoint, and the weights when they are the best so far. A file is replaced
// only when the new one is complete.
func (r *encoderRun) save(best bool) error {
	if r.data.checkpoint == "" {
		return nil
	}
	c := checkpoint{Made: r.made(), Epoch: r.epoch, Step: r.adam.Step, Best: r.best}
	for _, p := range r.net.params {
		if p.G != nil {
			c.Params = append(c.Params, checkpointParam{p.Name, p.V, p.M, p.S, p.Mean})
		}
	}
	if err := os.MkdirAll(r.data.checkpoint, 0o755); err != nil {
		return fmt.Errorf("train: %w", err)
	}
	if err := r.write(checkpointFile, &c); err != nil || !best {
		return err
	}
	return r.write(bestFile, r.export())
}

func (r *encoderRun) write(name string, v any) error {
	path := filepath.Join(r.data.checkpoint, name)
	f, err := os.Create(path + ".new")
	if err != nil {
		return fmt.Errorf("train: %w", err)
	}
	if err := gob.NewEncoder(f).Encode(v); err != nil {
		f.Close()
		return fmt.Errorf("train: %s: %w", path, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("train: %w", err)
	}
	return os.Rename(path+".new", path)
}

// resume reads the checkpoint, if there is one, and returns the best weights so far.
func (r *encoderRun) resume() (*encoder.Weights, error) {
	var c checkpoint
	if found, err := r.read(checkpointFile, &c); err != nil || !found {
		return nil, err
	}
	if c.Made != r.made() {
		return nil, fmt.Errorf("train: the checkpoint in %s was made with other data or options", r.data.checkpoint)
	}
	for _, saved := range c.Params {
		p := r.net.byName[saved.Name]
		copy(p.V, saved.V)
		copy(p.M, saved.M)
		copy(p.S, saved.S)
		copy(p.Mean, saved.Mean)
	}
	r.epoch, r.adam.Step, r.best = c.Epoch, c.Step, c.Best
	var best encoder.Weights
	if _, err := r.read(bestFile, &best); err != nil {
		return nil, err
	}
	r.log("going on after epoch %d", r.epoch)
	return &best, nil
}

func (r *encoderRun) read(name string, v any) (found bool, err error) {
	if r.data.checkpoint == "" {
		return false, nil
	}
	path := filepath.Join(r.data.checkpoint, name)
	f, err := os.Open(path)
	if os.IsNotExist(err) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("train: %w", err)
	}
	defer f.Close()
	if err := gob.NewDecoder(f).Decode(v); err != nil {
		return false, fmt.Errorf("train: %s: %w", path, err)
	}
	return true, nil
}

func (r *encoderRun) log(format string, args ...any) { r.data.log("encoder: "+format, args...) }
