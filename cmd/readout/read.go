package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/doc"
	"readout/internal/intake"
	"readout/reader"
)

// readOptions are the flags of readout read.
type readOptions struct {
	intake.Options
	json     bool
	conllu   bool
	mentions bool
	workers  int
	lexicon  []string
}

func readCommand() *cobra.Command {
	var o readOptions
	cmd := &cobra.Command{
		Use:   "read FILE… | -",
		Short: "read reports and show their records",
		Long: `Read reads each FILE as one report in plain text (UTF-8, UTF-16 or Windows-1252) and shows
its record: events, statements and plans, each with the words that say it and the lexicon
entry that fired. - reads standard input. A file that cannot be read is named on standard
error; the others are still read, and the exit status is 1.`,
		Example: `  readout read samples/1985-geneva.txt
  readout read --published 2023-03-20 report.txt
  cat report.txt | readout read --json -
  readout read --conllu trees.conllu`,
		Args: someArgs("read needs a file, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error { return read(cmd, args, o) },
	}
	lexiconFlag(cmd, &o.lexicon)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "print one reading per line as JSON (doc/format.md)")
	f.BoolVar(&o.conllu, "conllu", false, "the files are CoNLL-U: read trees that were made elsewhere")
	f.BoolVar(&o.mentions, "mentions", false, "show every mention of a happening as an event of its own")
	articleFlags(cmd, &o.Options)
	workersFlag(cmd, &o.workers, "reports")
	return cmd
}

func read(cmd *cobra.Command, args []string, o readOptions) error {
	if err := o.Check(); err != nil {
		return usageError{err}
	}
	r, err := newReader(o.lexicon)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	show := shower(out, o.json, styleFor(cmd.OutOrStdout()))
	t, err := each(slices.Values(args), o.workers, func(name string) (*readout.Reading, error) {
		return readOne(cmd, r, name, o)
	}, show)
	return finish(out, err, t, "files")
}

// readOne reads one file: text through the whole pipeline, or trees made elsewhere.
func readOne(cmd *cobra.Command, r *reader.Reader, name string, o readOptions) (*readout.Reading, error) {
	x, err := explainFile(cmd, r, name, o)
	switch {
	case err != nil:
		return nil, err
	case o.mentions:
		return x.Mentions(), nil
	}
	return x.Reading, nil
}

func explainFile(cmd *cobra.Command, r *reader.Reader, name string, o readOptions) (*reader.Explanation, error) {
	if o.conllu {
		d, err := openCoNLLU(cmd.InOrStdin(), name, o.Options)
		if err != nil {
			return nil, err
		}
		return r.ExplainParsed(d), nil
	}
	a, err := open(cmd.InOrStdin(), name, o.Options)
	if err != nil {
		return nil, err
	}
	return r.Explain(a), nil
}

// open reads the article of a file, or of standard input for "-".
func open(stdin io.Reader, name string, o intake.Options) (*readout.Article, error) {
	f, name, err := openFile(stdin, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return intake.Read(f, name, o)
}

var errNoTree = errors.New("empty: there is no tree")

// openCoNLLU reads a document of trees from a file, or from standard input for "-".
func openCoNLLU(stdin io.Reader, name string, o intake.Options) (*doc.Document, error) {
	f, name, err := openFile(stdin, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d, err := doc.ReadDocument(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(d.Tokens) == 0 {
		return nil, fmt.Errorf("%s: %w", name, errNoTree)
	}
	d.Article.Published, d.Article.Publisher = o.Published, o.Publisher
	d.Article.ID = readout.ArticleID(o.Publisher, o.Published, d.Article.Text)
	return d, nil
}

// openFile opens a file that is no directory, or standard input for "-", and says how to name it.
func openFile(stdin io.Reader, name string) (io.ReadCloser, string, error) {
	if name == "-" {
		return io.NopCloser(stdin), "standard input", nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, name, err
	}
	if info.IsDir() {
		return nil, name, &fs.PathError{Op: "read", Path: name, Err: errDirectory}
	}
	f, err := os.Open(name)
	return f, name, err
}

// shower returns the function that prints readings, as JSON lines or as text for people.
func shower(w io.Writer, asJSON bool, st style) func(*readout.Reading) error {
	if asJSON {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return func(r *readout.Reading) error { return enc.Encode(r) }
	}
	first := true
	return func(r *readout.Reading) error {
		if !first {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		first = false
		return showReading(w, r, st)
	}
}
