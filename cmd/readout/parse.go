package main

import (
	"bufio"
	"slices"

	"github.com/spf13/cobra"

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
	t, err := each(slices.Values(args), workers, func(name string) (*doc.Document, error) {
		a, err := open(cmd.InOrStdin(), name, intake.Options{})
		if err != nil {
			return nil, err
		}
		return r.Annotate(a), nil
	}, func(d *doc.Document) error { return doc.WriteCoNLLU(out, d) })
	return finish(out, err, t, "files")
}
