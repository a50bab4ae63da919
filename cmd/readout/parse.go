package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"readout/internal/batch"
	"readout/internal/doc"
	"readout/internal/intake"
	"readout/reader"
)

func parseCommand() *cobra.Command {
	var workers int
	cmd := &cobra.Command{
		Use:   "parse FILE… | -",
		Short: "print tokens and trees as CoNLL-U",
		Long: `Parse prints what readout's own parser makes of each FILE, as CoNLL-U
(https://universaldependencies.org/format.html). readout read --conllu takes such files back, so
that trees made elsewhere, or corrected by hand, can be read for records.`,
		Example: `  readout parse report.txt > report.conllu
  readout read --conllu report.conllu`,
		Args: someArgs("parse needs a file, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error { return parse(cmd, args, workers) },
	}
	workersFlag(cmd, &workers, "files")
	return cmd
}

func parse(cmd *cobra.Command, args []string, workers int) error {
	r, err := reader.New()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	failed := 0
	for res := range batch.Run(slices.Values(args), workers, func(name string) (*doc.Document, error) {
		a, err := open(cmd.InOrStdin(), name, intake.Options{})
		if err != nil {
			return nil, err
		}
		return r.Annotate(a), nil
	}) {
		if res.Err != nil {
			failed++
			complain(res.Err)
			continue
		}
		if err := doc.WriteCoNLLU(out, res.Out); err != nil {
			return fmt.Errorf("write: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return summary(os.Stderr, failed, len(args), "files")
}

// summary says how many of several files failed, and makes the error for the exit status.
func summary(w *os.File, failed, all int, what string) error {
	if failed == 0 {
		return nil
	}
	if all > 1 {
		message(w, fmt.Sprintf("%d of %d %s could not be read", failed, all, what))
	}
	return failedError{failed}
}
