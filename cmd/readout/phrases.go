package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/formula"
	"readout/internal/intake"
	"readout/reader"
)

// phrasesOptions are the flags of readout phrases.
type phrasesOptions struct {
	intake.Options
	json    bool
	known   bool
	min     int
	top     int
	workers int
	lexicon []string
}

func phrasesCommand() *cobra.Command {
	var o phrasesOptions
	cmd := &cobra.Command{
		Use:   "phrases FILE… | -",
		Short: "count set phrases of a collection by speaker and day, and find new ones",
		Long: `Phrases reads each FILE as readout read does and counts the formulae of all of them: how often,
in how many reports, who says them (countries by their codes, - for the report itself), first and
last day. First come the set phrases of the lexicon (lexicon/phrases.txt), then repeated wordings
that it does not know: three to eight words that stand in at least --min reports, that begin and
end with no function word, are no mere names, and lie in no longer wording that is as frequent. They
are ranked by how often and how firmly their words stand together. Passages of more than eight
words that are copied from report to report are no formulae and are left out, and a report whose whole
text came before is not counted again.

The words of all reports are kept in memory, about 16 bytes a word; --known keeps none.`,
		Example: `  readout phrases --known reports/*.txt
  readout phrases --min 5 --top 20 reports/*.txt
  readout phrases --json reports/*.txt > phrases.jsonl`,
		Args: someArgs("phrases needs files, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error { return phrases(cmd, args, o) },
	}
	lexiconFlag(cmd, &o.lexicon)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "print one formula per line as JSON (doc/format.md)")
	f.BoolVar(&o.known, "known", false, "only the set phrases of the lexicon")
	f.IntVar(&o.min, "min", 3, "unknown wordings must stand in `N` reports, at least 2")
	f.IntVar(&o.top, "top", 50, "print `N` unknown wordings, 0 for all")
	articleFlags(cmd, &o.Options)
	workersFlag(cmd, &o.workers, "reports")
	return cmd
}

func phrases(cmd *cobra.Command, args []string, o phrasesOptions) error {
	if err := o.Check(); err != nil {
		return usageError{err}
	}
	if o.min < 2 {
		return usageError{fmt.Errorf("--min %d: a wording that repeats stands in at least 2 reports", o.min)}
	}
	r, err := newReader(o.lexicon)
	if err != nil {
		return err
	}
	c := formula.NewCollection()
	t, err := each(slices.Values(args), o.workers, func(name string) (*formula.Article, error) {
		return phrasesOf(cmd, r, name, o)
	}, func(a *formula.Article) error { c.Add(a); return nil })
	if err != nil {
		return err
	}
	found := c.Known()
	if !o.known {
		unknown := c.Unknown(o.min)
		if o.top > 0 && len(unknown) > o.top {
			unknown = unknown[:o.top]
		}
		found = append(found, unknown...)
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	err = showFormulae(out, found, o, styleFor(cmd.OutOrStdout()))
	return finish(out, err, t, "files")
}

// phrasesOf reads one file and keeps what is counted.
func phrasesOf(cmd *cobra.Command, r *reader.Reader, name string, o phrasesOptions) (*formula.Article, error) {
	a, err := open(cmd.InOrStdin(), name, o.Options)
	if err != nil {
		return nil, err
	}
	return formula.NewArticle(r.Explain(a), !o.known), nil
}

// showFormulae prints formulae as JSON lines, or as text for people: known ones, then unknown ones.
func showFormulae(w io.Writer, found []formula.Formula, o phrasesOptions, st style) error {
	if o.json {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		for i := range found {
			if err := enc.Encode(&found[i]); err != nil {
				return err
			}
		}
		return nil
	}
	p := &printer{w: w, st: st}
	unknown := slices.IndexFunc(found, func(f formula.Formula) bool { return !f.Known })
	if unknown < 0 {
		unknown = len(found)
	}
	p.formulae("Set phrases of the lexicon", found[:unknown])
	if !o.known {
		p.line("")
		p.formulae("Repeated wordings that it does not know", found[unknown:])
	}
	return p.err
}

func (p *printer) formulae(title string, list []formula.Formula) {
	if len(list) == 0 {
		p.line(p.st.dim(title + ": none"))
		return
	}
	p.line(p.st.accent(title))
	for i := range list {
		f := &list[i]
		p.line(fmt.Sprintf("  %4d× in %d  ", f.Count, f.Articles) + p.st.bold(f.Phrase))
		about := speakersText(f.Speakers)
		if f.First != "" {
			about += " · " + f.First
		}
		if f.Last != f.First {
			about += " to " + f.Last
		}
		p.wrapped(strings.Repeat(" ", 8), p.st.width, about, p.st.dim)
	}
}

// speakersText writes "CHN 4, Wang Yi 1, - 2".
func speakersText(speakers []formula.SpeakerUses) string {
	var out []string
	for _, s := range speakers {
		name := s.Speaker
		if name == "" {
			name = "-"
		}
		out = append(out, fmt.Sprintf("%s %d", name, s.Count))
	}
	return strings.Join(out, ", ")
}
