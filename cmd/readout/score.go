package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/batch"
	"readout/internal/intake"
	"readout/internal/score"
)

// scoreFlags names the flags that only some kinds of gold have, with those kinds.
var scoreFlags = map[string][]string{
	"map15":       {score.Events},
	"only":        {score.Events, score.Pairs},
	"verbose":     {score.Events, score.Pairs, score.Parse, score.Coref},
	"zsp":         {score.Pairs},
	"types":       {score.Names, score.Dates, score.Places},
	"field":       {score.Names},
	"outermost":   {score.Names},
	"gold-tokens": {score.Parse},
}

func scoreCommand() *cobra.Command {
	var j score.Job
	var dirs []string
	var workers int
	cmd := &cobra.Command{
		Use:   "score KIND GOLD",
		Short: "measure readings against text that people annotated",
		Long: `Score compares predictions with the annotated file GOLD (JSON lines, or CoNLL-U for parse;
.gz is unpacked) and prints precision, recall and F1. Without --predictions, readout reads
the gold's own text. KIND is one of

  parse        tokens, sentences, tags, lemmas and trees (CoNLL-U)
  names        named entities
  events       events of a sentence: type, actor, recipient
  pairs        the class of what a marked source does to a marked target
  roles        the words of actors and recipients
  attribution  source, cue and content of statements
  dates        time expressions and their values
  places       toponyms
  coref        which mentions speak of the same

doc/scores.md tells the forms of the files and what each figure means.`,
		Example: `  readout score events --map15 gold/sentences.jsonl
  readout score parse --gold-tokens en_pud.conllu
  readout score pairs --errors pairs.jsonl | less
  readout score dates --write-predictions ours.jsonl gold.jsonl
  readout score dates --predictions theirs.jsonl gold.jsonl`,
		Args: exactArgs(2, "score needs a kind of gold and a file: score KIND GOLD"),
		RunE: func(cmd *cobra.Command, args []string) error {
			j.Kind, j.Gold = args[0], args[1]
			return runScore(cmd, j, dirs, workers)
		},
	}
	lexiconFlag(cmd, &dirs)
	f := cmd.Flags()
	f.StringVar(&j.Predictions, "predictions", "", "score the predictions of `FILE`")
	f.BoolVar(&j.GoldAsPredictions, "gold-as-predictions", false, "score the gold itself, which must give 1")
	f.StringVar(&j.WritePredictions, "write-predictions", "", "write the predictions to `FILE`")
	f.BoolVar(&j.Errors, "errors", false, "list each miss: sentence, gold, ours, and what was tried")
	f.StringVar(&j.Only, "only", "", "events, pairs: `FIELD=VALUE` that the gold records must have")
	f.BoolVar(&j.Map15, "map15", false, "events: take CONCEDE and RETREAT for YIELD")
	f.BoolVar(&j.Verbose, "verbose", false, "events, pairs, parse: figures for each type or relation; coref: for each text")
	f.StringVar(&j.ZSP, "zsp", "", "pairs: score the published predictions of `LEVEL` L1 or L2 in the gold file")
	f.StringSliceVar(&j.Types, "types", nil, "names, dates, places: the `TYPES` of gold that count, with commas")
	f.StringVar(&j.Field, "field", "", "names: `FIELD` that holds the entities (default entities)")
	f.BoolVar(&j.Outermost, "outermost", false, "names: drop entities that lie inside others")
	f.BoolVar(&j.GoldTokens, "gold-tokens", false, "parse: parse the gold's tokens, not its text")
	workersFlag(cmd, &workers, "texts")
	return cmd
}

func runScore(cmd *cobra.Command, j score.Job, dirs []string, workers int) error {
	if err := checkScore(cmd, &j); err != nil {
		return usageError{err}
	}
	for _, name := range []string{j.Gold, j.Predictions} {
		if info, err := os.Stat(name); name != "" && err == nil && info.IsDir() {
			return &fs.PathError{Op: "read", Path: name, Err: errDirectory}
		}
	}
	j.Notes = cmd.ErrOrStderr()
	if j.Predictions == "" && !j.GoldAsPredictions && j.ZSP == "" {
		r, err := newReader(dirs)
		if err != nil {
			return err
		}
		j.Machine = &score.Machine{
			Reader: r,
			Article: func(text, published string) *readout.Article {
				return intake.Text(text, intake.Options{Published: published})
			},
			Each: func(n int, do func(int)) {
				for range batch.Run(numbers(n), workers, func(i int) (struct{}, error) { do(i); return struct{}{}, nil }) {
				}
			},
		}
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	if err := score.Run(&j, out); err != nil {
		return errors.Join(err, out.Flush())
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

// checkScore reports what does not fit together on the command line.
func checkScore(cmd *cobra.Command, j *score.Job) error {
	if !slices.Contains(score.Kinds(), j.Kind) {
		return fmt.Errorf("unknown kind of gold %q, want one of %s", j.Kind, strings.Join(score.Kinds(), ", "))
	}
	for _, name := range slices.Sorted(maps.Keys(scoreFlags)) {
		if cmd.Flags().Changed(name) && !slices.Contains(scoreFlags[name], j.Kind) {
			return fmt.Errorf("--%s is for %s, not for %s", name, strings.Join(scoreFlags[name], " and "), j.Kind)
		}
	}
	sources := 0
	for _, name := range []string{"predictions", "gold-as-predictions", "zsp"} {
		if cmd.Flags().Changed(name) {
			sources++
		}
	}
	if sources > 1 {
		return errors.New("--predictions, --gold-as-predictions and --zsp exclude each other")
	}
	if j.Only != "" && !strings.Contains(j.Only, "=") {
		return fmt.Errorf("--only %q is not FIELD=VALUE", j.Only)
	}
	return nil
}

// numbers yields 0 to n-1.
func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
