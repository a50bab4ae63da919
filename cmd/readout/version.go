package main

import (
	"bufio"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/model"
	"readout/internal/pair"
	"readout/lexicon"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the versions of program, schema, lexicon and model, and the model's scores",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			lex, err := lexicon.Default()
			if err != nil {
				return err
			}
			m, err := model.Default()
			if err != nil {
				return err
			}
			w := bufio.NewWriter(cmd.OutOrStdout())
			fmt.Fprintf(w, "readout %s\n", programVersion())
			fmt.Fprintf(w, "schema %d\n", readout.SchemaVersion)
			fmt.Fprintf(w, "lexicon: %d entries\n", len(lex.Entries))
			fmt.Fprintf(w, "model: format %d, features %d, checksum %x\n", model.FormatVersion, model.FeatureVersion, m.Checksum[:6])
			for _, f := range m.Facts {
				fmt.Fprintf(w, "  %s: %s\n", f.Key, f.Value)
			}
			fmt.Fprintln(w, "guesses of pairs:")
			for _, f := range pair.DefaultFile().Facts {
				fmt.Fprintf(w, "  %s: %s\n", f.Key, f.Value)
			}
			return w.Flush()
		},
	}
}

// programVersion returns the version that the build recorded: a module version or a revision.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	v := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && (v == "" || v == "(devel)") {
			v = s.Value[:min(12, len(s.Value))]
		}
	}
	return v
}
