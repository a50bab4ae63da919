// Command readout-train fits the weights of readout's segmenter and parser on Universal
// Dependencies treebanks and writes the weights file that the program embeds.
//
//	readout-train -train en_ewt-train.conllu.gz -tenth en_gum-open.conllu.gz \
//		-dev en_ewt-dev.conllu.gz -text open-text.txt.gz -checkpoint state -o internal/model/default.bin
//
// It tells its progress on standard error. With -checkpoint a training that was interrupted goes on
// where it was, epoch by epoch of the encoder, and comes to the same weights.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"time"

	"readout/internal/model"
	"readout/internal/train"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "readout-train:", err)
		os.Exit(1)
	}
}

func run() error {
	o := train.Defaults()
	add := func(to *[]string) func(string) error {
		return func(path string) error { *to = append(*to, path); return nil }
	}
	flag.Func("train", "CoNLL-U `file` to train on (may be repeated)", add(&o.Train))
	flag.Func("tenth", "CoNLL-U `file` to train on but for every tenth document, which is scored (may be repeated)", add(&o.Tenth))
	flag.Func("score", "CoNLL-U `file` to score only (may be repeated)", add(&o.Score))
	flag.Func("text", "raw text `file`, a paragraph a line, for word vectors (may be repeated)", add(&o.Text))
	flag.StringVar(&o.Given, "given", "", "word vectors learned elsewhere, a text `file` of lines: word, numbers; frequent words first")
	flag.IntVar(&o.GivenWords, "given-words", o.GivenWords, "words taken of -given, at most")
	flag.StringVar(&o.Names, "names", "", "`file` of the names in all sentences of -train and -tenth")
	flag.StringVar(&o.Silver, "silver", "", "CoNLL-U `file` made with -vote, for the encoder to read beside -train and -tenth")
	flag.StringVar(&o.Dev, "dev", "", "CoNLL-U `file` that chooses the epoch of the encoder to keep, and is scored")
	flag.StringVar(&o.Checkpoint, "checkpoint", "", "`folder` for word vectors and the encoder after each epoch, to go on from")
	out := flag.String("o", "", "weights `file` to write")
	repack := flag.String("repack", "", "train nothing, but write this weights `file` anew, stored as this program stores it")
	flag.Uint64Var(&o.Seed, "seed", o.Seed, "seed of the random numbers")
	flag.IntVar(&o.SegmentEpochs, "segment-epochs", o.SegmentEpochs, "passes of the segmenter")
	flag.IntVar(&o.MinUpdates, "min-updates", o.MinUpdates, "drop weights of the segmenter that changed less often")
	flag.IntVar(&o.SegmentWeights, "segment-weights", o.SegmentWeights, "weights kept of the segmenter")
	encoderFlags(&o)
	p := train.DefaultPairs()
	flag.StringVar(&p.File, "pairs", "", "train nothing but the guesser of pairs, on this `file` of sentences with marked parties and the lexicon's examples")
	v := train.VoteOptions{Agree: 0.8}
	flag.Func("vote", "weights `file` that votes on the trees of -text, which are written to -o (may be repeated)", add(&v.Models))
	flag.IntVar(&v.Words, "vote-words", 0, "words of -text that are voted on, about; 0 for all")
	flag.Float64Var(&v.Agree, "vote-agree", v.Agree, "share of the models that must agree on the heads of a sentence, in the mean")
	flag.Parse()
	if *repack != "" && *out != "" {
		return rewrite(*repack, *out)
	}
	if len(v.Models) > 0 && *out != "" && flag.NArg() == 0 {
		v.Text = o.Text
		return vote(*out, v)
	}
	if p.File != "" && *out != "" {
		p.Log = func(line string) { fmt.Fprintln(os.Stderr, line) }
		m, err := train.Pairs(p)
		if err != nil {
			return err
		}
		return write(*out, m, p.Log)
	}
	if flag.NArg() > 0 || *out == "" || o.Dev == "" || len(o.Train)+len(o.Tenth) == 0 {
		flag.Usage()
		return fmt.Errorf("need -o, -dev and at least one of -train and -tenth")
	}
	start := time.Now()
	o.Log = func(line string) {
		fmt.Fprintf(os.Stderr, "%6.1fs %s\n", time.Since(start).Seconds(), line)
	}
	m, err := train.Run(o)
	if err != nil {
		return err
	}
	return write(*out, m, o.Log)
}

// encoderFlags are the flags for word vectors and the encoder.
func encoderFlags(o *train.Options) {
	v, e := &o.Vectors, &o.Encoder
	flag.IntVar(&v.Epochs, "vector-epochs", v.Epochs, "passes over the text for word vectors")
	flag.IntVar(&v.MinCount, "vector-min-count", v.MinCount, "how often a word must come to get a vector")
	flag.IntVar(&v.MaxWords, "vector-words", v.MaxWords, "words that get a vector, at most")
	flag.IntVar(&e.Workers, "workers", e.Workers, "cores that share a batch; another number gives other weights")
	flag.IntVar(&e.Epochs, "epochs", e.Epochs, "passes of the encoder")
	flag.Float64Var(&e.Silver, "silver-share", e.Silver, "words of -silver read in an epoch, as a multiple of those of -train and -tenth")
	flag.Float64Var(&e.Rate, "rate", e.Rate, "highest rate of learning")
	flag.Float64Var(&e.Dropout, "dropout", e.Dropout, "share of the inputs that is dropped")
	flag.Float64Var(&e.Within, "within", e.Within, "share of what each layer adds that is dropped")
	flag.IntVar(&e.Config.Width, "width", e.Config.Width, "width of the encoder's layers")
	flag.IntVar(&e.Config.Windows, "windows", e.Config.Windows, "convolutions")
	flag.IntVar(&e.Config.Attends, "attends", e.Config.Attends, "attention layers")
	flag.IntVar(&e.Config.Heads, "heads", e.Config.Heads, "heads of an attention layer")
}

// rewrite reads a weights file and writes it again.
func rewrite(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	m, err := model.Read(data)
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	return write(to, m, func(line string) { fmt.Fprintln(os.Stderr, line) })
}

// vote writes what the models agree on.
func vote(path string, v train.VoteOptions) error {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if err := v.Vote(z); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// write writes the weights file and says how large its parts are.
func write(path string, m *model.File, log func(string)) error {
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return err
	}
	for _, s := range m.Sections {
		log(fmt.Sprintf("section %-16s %9d bytes", s.Name, len(s.Data)))
	}
	log(fmt.Sprintf("%s: %d bytes", path, b.Len()))
	return os.WriteFile(path, b.Bytes(), 0o644)
}
