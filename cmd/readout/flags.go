package main

import (
	"errors"
	"runtime"

	"github.com/spf13/cobra"

	"readout/internal/intake"
)

// lexiconFlag adds --lexicon, which may be given several times, to a command.
func lexiconFlag(cmd *cobra.Command, dirs *[]string) {
	cmd.Flags().StringArrayVar(dirs, "lexicon", nil, "read the lexicon folder `DIR` over the built-in one; may be repeated")
}

// workersFlag adds --workers, how many of what are worked on at once, to a command.
func workersFlag(cmd *cobra.Command, workers *int, what string) {
	cmd.Flags().IntVar(workers, "workers", runtime.GOMAXPROCS(0), "work on `N` "+what+" at once; the output is the same")
}

// articleFlags adds --published and --publisher to a command.
func articleFlags(cmd *cobra.Command, o *intake.Options) {
	cmd.Flags().StringVar(&o.Published, "published", "", "`DAY` of publication, YYYY-MM-DD, where a report does not tell")
	cmd.Flags().StringVar(&o.Publisher, "publisher", "", "`NAME` of who published the reports")
}

// someArgs accepts one argument and more; the message says what is missing where there is none.
func someArgs(missing string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError{errors.New(missing)}
		}
		return nil
	}
}

// exactArgs accepts n arguments; the message says what they are.
func exactArgs(n int, want string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{errors.New(want)}
		}
		return nil
	}
}
