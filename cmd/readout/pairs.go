package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/intake"
	"readout/internal/pair"
	"readout/lexicon"
	"readout/reader"
)

func pairsCommand() *cobra.Command {
	var dirs []string
	var workers int
	cmd := &cobra.Command{
		Use:   "pairs FILE | -",
		Short: "say what one marked party does to another in a passage",
		Long: `Pairs reads JSON lines, each a passage with a marked source and target, and prints for each
what the passage says that the one does to the other: type, modes, CAMEO code, quad and score, and
the entry and the words that say it. Where no entry of the lexicon holds for the two, the type is
guessed from the words, "held" is false and "entry" may be empty (doc/format.md). A line
that cannot be read is named on standard error; the others are still read, and the exit status is 1.`,
		Example: `  readout pairs dyads.jsonl
  echo '{"id":"1","text":"Norway condemned the measure.","source":{"start":0,"end":6},"target":{"start":17,"end":28}}' | readout pairs -`,
		Args: exactArgs(1, "pairs needs one file, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := newReader(dirs)
			if err != nil {
				return err
			}
			return codePairs(cmd, r, args[0], workers)
		},
	}
	lexiconFlag(cmd, &dirs)
	workersFlag(cmd, &workers, "passages")
	return cmd
}

// A pairIn is a line of input. Offsets count Unicode code points of the text, half-open.
type pairIn struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Date   string  `json:"date"`
	Source *marked `json:"source"`
	Target *marked `json:"target"`
}

// A marked is where a party stands.
type marked struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A pairOut is a line of output, see doc/format.md.
type pairOut struct {
	ID    string   `json:"id"`
	Type  string   `json:"type"`
	Modes []string `json:"modes"`
	CAMEO string   `json:"cameo"`
	Quad  int      `json:"quad"`
	Score float64  `json:"score"`
	Held  bool     `json:"held"`
	Entry string   `json:"entry"`
	Words []string `json:"words"`
}

// A pairLine is a numbered line of the input.
type pairLine struct {
	number int
	text   string
	err    error
}

func codePairs(cmd *cobra.Command, r *reader.Reader, name string, workers int) error {
	f, name, err := openFile(cmd.InOrStdin(), name)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriter(cmd.OutOrStdout())
	t, err := each(pairLines(f), workers, func(l pairLine) ([]byte, error) {
		b, err := codePair(r, l)
		if err != nil {
			err = fmt.Errorf("%s:%d: %w", name, l.number, err)
		}
		return b, err
	}, func(line []byte) error {
		_, err := out.Write(append(line, '\n'))
		return err
	})
	return finish(out, err, t, "lines")
}

// pairLines yields the lines that are not empty; a line may have 16 MiB.
func pairLines(f io.Reader) iter.Seq[pairLine] {
	return func(yield func(pairLine) bool) {
		s := bufio.NewScanner(f)
		s.Buffer(nil, 16<<20)
		n := 1
		for ; s.Scan(); n++ {
			if len(s.Bytes()) > 0 && !yield(pairLine{n, s.Text(), nil}) {
				return
			}
		}
		if err := s.Err(); err != nil {
			yield(pairLine{n, "", err})
		}
	}
}

// codePair reads one line and returns the line to print.
func codePair(r *reader.Reader, l pairLine) ([]byte, error) {
	if l.err != nil {
		return nil, l.err
	}
	var in pairIn
	if err := json.Unmarshal([]byte(l.text), &in); err != nil {
		return nil, jsonFault(err)
	}
	o := intake.Options{Published: in.Date}
	if err := o.Check(); err != nil {
		return nil, err
	}
	source, err := in.Source.span(in.Text)
	if err != nil {
		return nil, err
	}
	target, err := in.Target.span(in.Text)
	if err != nil {
		return nil, err
	}
	x := r.Explain(readout.Passage(in.Text, in.Date))
	return json.Marshal(newPairOut(r, in.ID, x, r.Between(x, source, target)))
}

// jsonFault says in the words of JSON what is wrong with a line.
func jsonFault(err error) error {
	var mismatch *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &mismatch):
		return fmt.Errorf("not JSON: %w", err)
	case mismatch.Field == "":
		return fmt.Errorf("a JSON %s, want an object", mismatch.Value)
	}
	return fmt.Errorf("field %q cannot be a %s", mismatch.Field, mismatch.Value)
}

// span returns the marked words of the text, the empty span when nothing is marked.
func (m *marked) span(text string) (readout.Span, error) {
	if m == nil {
		return readout.Span{}, nil
	}
	if m.Start < 0 || m.End < m.Start || m.End > utf8.RuneCountInString(text) {
		return readout.Span{}, fmt.Errorf("no characters %d to %d in the text", m.Start, m.End)
	}
	runes := []rune(text)
	start := len(string(runes[:m.Start]))
	words := string(runes[m.Start:m.End])
	return readout.Span{Start: start, End: start + len(words), Text: words}, nil
}

// newPairOut returns what is printed of what was found between the two.
func newPairOut(r *reader.Reader, id string, x *reader.Explanation, link pair.Link) *pairOut {
	p := &pairOut{ID: id, Type: link.Type, Modes: []string{}, Words: []string{}}
	switch {
	case link.Event != nil:
		e := link.Event
		p.Held, p.Modes, p.Entry = true, e.Modes, e.Evidence.Entry
		p.Score, p.Quad, p.CAMEO = r.Lexicon.Ontology.Code(&lexicon.Makes{Type: e.Type, Modes: e.Modes, CAMEO: e.CAMEO})
		p.addWords(e.Evidence.Words)
	case link.Frame != nil:
		m := link.Frame.Makes
		if link.Type != m.Type {
			m = lexicon.Makes{Type: link.Type}
		}
		p.Score, p.Quad, p.CAMEO = r.Lexicon.Ontology.Code(&m)
		p.Modes, p.Entry = append(p.Modes, m.Modes...), link.Frame.Entry.Name
		p.addWords(link.Frame.Span(x.Document))
	case link.Type != "":
		p.Score, p.Quad, p.CAMEO = r.Lexicon.Ontology.Code(&lexicon.Makes{Type: link.Type})
		p.addWords(link.Words)
	}
	return p
}

func (p *pairOut) addWords(spans []readout.Span) {
	for _, s := range spans {
		p.Words = append(p.Words, s.Text)
	}
}
