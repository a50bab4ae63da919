package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/batch"
	"readout/internal/intake"
	"readout/lexicon"
	"readout/reader"
)

// newReader returns a Reader with the user's lexicon folders, and says what of them was not read.
func newReader(dirs []string) (*reader.Reader, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // nearly all that loading makes stays
	r, err := reader.Open(dirs...)
	if err != nil {
		return nil, err
	}
	for _, note := range r.Lexicon.Notes {
		message(os.Stderr, note)
	}
	return r, nil
}

func lexiconCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lexicon",
		Short: "list and check entries of the lexicon, your own among them",
		Long: `Lexicon works on what readout knows about words: the built-in lexicon, and folders of your
own in the same form (lexicon/README.md), or dictionaries in the format of PETRARCH.`,
		Example: `  readout lexicon check mine
  readout lexicon list --type CONSULT
  readout read --lexicon mine report.txt`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("unknown command %q for lexicon, want check or list", args[0])}
			}
			return usageError{errors.New("lexicon needs a command: check or list")}
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	cmd.AddCommand(lexiconCheckCommand(), lexiconListCommand())
	return cmd
}

func lexiconCheckCommand() *cobra.Command {
	var workers int
	var verbose bool
	cmd := &cobra.Command{
		Use:   "check [DIR…]",
		Short: "run the examples of a lexicon folder",
		Long: `Check reads the lexicon folders DIR over the built-in lexicon and runs every example of their
entries: a + example must be coded exactly so by its own entry, a - example must not be coded by it;
and those of phrases.txt and stance.txt, which must hold the phrase or take the stance, or not.
Each that fails is told with file and line, what was expected and what came. Entries without a +
or without a - example are told too. The exit status is 1 when an example failed. Without DIR the
examples of the built-in lexicon are run.`,
		Example: `  readout lexicon check mine
  readout lexicon check --verbose mine`,
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := newReader(args)
			if err != nil {
				return err
			}
			entries, phrases, stances := r.Lexicon.Own(), r.Lexicon.Phrases.Own(), r.Lexicon.OwnStances()
			if len(args) == 0 {
				entries, phrases, stances = r.Lexicon.Entries, r.Lexicon.Phrases.All, r.Lexicon.StanceEntries()
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			examples, failed := checkEntries(out, r, entries, workers, verbose)
			n, f := checkExamples(out, r, slices.Concat(phraseExamples(phrases), stanceExamples(stances)))
			failed += f
			fmt.Fprintf(out, "%d entries, %d examples, %d failed\n", len(entries)+len(phrases)+len(stances), examples+n, failed)
			if err := out.Flush(); err != nil {
				return fmt.Errorf("write: %w", err)
			}
			if failed > 0 {
				return failedError{failed}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&verbose, "verbose", false, "tell the frames that were tried as well")
	workersFlag(cmd, &workers, "examples")
	return cmd
}

// checkEntries runs the examples of the entries, prints what failed, and returns how many there are and
// how many failed.
func checkEntries(w io.Writer, r *reader.Reader, entries []*lexicon.Entry, workers int, verbose bool) (examples, failed int) {
	for res := range batch.Run(slices.Values(entries), workers, func(e *lexicon.Entry) (string, error) {
		return checkEntry(r, e, verbose)
	}) {
		io.WriteString(w, res.Out)
		var f failedError
		if errors.As(res.Err, &f) {
			failed += f.n
		}
	}
	for _, e := range entries {
		examples += len(e.Examples)
	}
	return examples, failed
}

// An exampled is something of the lexicon with the examples that tell how it is used.
type exampled struct {
	name, file string
	line       int
	examples   []example
}

// An example is a text for or against an entry; check tells what is wrong with its reading.
type example struct {
	text, day string
	line      int
	plus      bool
	check     func(*readout.Reading) string
}

// phraseExamples and stanceExamples return the examples of set phrases and of stances.
func phraseExamples(phrases []*lexicon.Phrase) []exampled {
	var out []exampled
	for _, ph := range phrases {
		x := exampled{name: ph.ID, file: ph.File, line: ph.Line}
		for i := range ph.Examples {
			ex := &ph.Examples[i]
			x.examples = append(x.examples, example{ex.Text, "", ex.Line, ex.Holds, func(r *readout.Reading) string { return reader.CheckPhrase(ph, ex, r) }})
		}
		out = append(out, x)
	}
	return out
}

func stanceExamples(stances []*lexicon.StanceEntry) []exampled {
	var out []exampled
	for _, e := range stances {
		x := exampled{name: e.Name, file: e.File, line: e.Line}
		for i := range e.Examples {
			ex := &e.Examples[i]
			check := func(r *readout.Reading) string { return reader.CheckStance(e, ex, r) }
			x.examples = append(x.examples, example{ex.Text, reader.StanceDay, ex.Line, ex.Topic != "", check})
		}
		out = append(out, x)
	}
	return out
}

// checkExamples runs examples, as checkEntries does.
func checkExamples(w io.Writer, r *reader.Reader, all []exampled) (examples, failed int) {
	for _, x := range all {
		plus := 0
		for _, ex := range x.examples {
			if ex.plus {
				plus++
			}
			if miss := ex.check(r.Read(intake.Text(ex.text, intake.Options{Published: ex.day}))); miss != "" {
				failed++
				fmt.Fprintf(w, "%s:%d: %s: %s\n%s", x.file, ex.line, x.name, ex.text, miss)
			}
		}
		examples += len(x.examples)
		io.WriteString(w, missingExamples(fmt.Sprintf("%s:%d: %s", x.file, x.line, x.name), plus, len(x.examples)-plus))
	}
	return examples, failed
}

// missingExamples says in a line that something has no + or no - example, "" when it has both.
func missingExamples(what string, plus, minus int) string {
	switch {
	case plus == 0 && minus == 0:
		return what + " has no example\n"
	case plus == 0:
		return what + " has no + example\n"
	case minus == 0:
		return what + " has no - example\n"
	}
	return ""
}

// checkEntry runs the examples of one entry from raw text; the text tells what is wrong with it, the
// error how many failed.
func checkEntry(r *reader.Reader, e *lexicon.Entry, verbose bool) (string, error) {
	var b strings.Builder
	plus, minus, failed := 0, 0, 0
	for i := range e.Examples {
		ex := &e.Examples[i]
		if ex.Want == nil {
			minus++
		} else {
			plus++
		}
		a := intake.Text(ex.Text, intake.Options{Published: reader.ExampleDay(ex)})
		miss := reader.Check(e, ex, r.Explain(a))
		if miss == nil {
			continue
		}
		failed++
		if !verbose {
			miss.Tried = slices.DeleteFunc(miss.Tried, func(s string) bool { return !strings.HasPrefix(s, e.Name+" ") })
		}
		fmt.Fprintf(&b, "%s:%d: %s: %s\n%s", e.File, ex.Line, e.Name, ex.Text, miss)
	}
	b.WriteString(missingExamples(fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Name), plus, minus))
	if failed > 0 {
		return b.String(), failedError{failed}
	}
	return b.String(), nil
}

func lexiconListCommand() *cobra.Command {
	var dirs []string
	var typ string
	var own bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "print entries: name, what they make, where they stand",
		Example: `  readout lexicon list --type CONSULT
  readout lexicon list --lexicon mine --own`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if own && len(dirs) == 0 {
				return usageError{errors.New("--own lists the entries of a folder given with --lexicon")}
			}
			lex, err := lexicon.Open(dirs...)
			if err != nil {
				return err
			}
			if types := madeTypes(lex); typ != "" && !slices.Contains(types, strings.ToUpper(typ)) {
				return usageError{fmt.Errorf("--type %s: no entry makes this; want one of %s", typ, strings.Join(types, ", "))}
			}
			entries := lex.Entries
			if own {
				entries = lex.Own()
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			for _, e := range entries {
				if typ == "" || strings.EqualFold(e.Makes.Type, typ) {
					fmt.Fprintln(out, entryLine(e))
				}
			}
			return out.Flush()
		},
	}
	lexiconFlag(cmd, &dirs)
	cmd.Flags().StringVar(&typ, "type", "", "only entries that make `TYPE`: a PLOVER type, or STATEMENT")
	cmd.Flags().BoolVar(&own, "own", false, "only entries of the folders given with --lexicon")
	return cmd
}

// madeTypes returns the types that the entries of a lexicon make, in alphabetical order.
func madeTypes(lex *lexicon.Lexicon) []string {
	var types []string
	for _, e := range lex.Entries {
		if e.Makes.Type != "" {
			types = append(types, e.Makes.Type)
		}
	}
	slices.Sort(types)
	return slices.Compact(types)
}

// entryLine returns an entry in one line: name, word, slots, what it makes, file and line.
func entryLine(e *lexicon.Entry) string {
	parts := []string{e.Lemma, e.UPOS}
	if e.Light != nil {
		parts = append(parts, "light("+strings.Join(e.Light, "|")+")")
	}
	for _, s := range e.Slots {
		parts = append(parts, s.Text)
	}
	return fmt.Sprintf("%s\t%s\t=> %s\t%s:%d", e.Name, strings.Join(parts, " "), e.Makes.String(), e.File, e.Line)
}
