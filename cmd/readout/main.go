// Command readout reads news reports of diplomacy and politics and keeps the record.
//
// Messages go to standard error as "readout: …", lower case and without a full stop, followed by
// "hint: …" where it helps. The exit status is 0 when all went well, 1 when an article could not be
// read, 2 when the command line was not understood.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

func main() { os.Exit(run()) }

// run executes the command line and returns the exit status.
func run() int {
	err := root().Execute()
	var failed failedError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &failed):
		return 1
	}
	complain(err)
	var usage usageError
	if errors.As(err, &usage) || strings.HasPrefix(err.Error(), "unknown ") {
		hint(os.Stderr, "readout help lists the commands, readout help COMMAND its flags")
		return 2
	}
	return 1
}

// A failedError says that articles failed; their messages are already printed.
type failedError struct{ n int }

func (e failedError) Error() string { return fmt.Sprintf("%d failed", e.n) }

// A usageError says that the command line was not understood.
type usageError struct{ error }

func root() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "readout",
		Short: "read reports of diplomacy and politics into a record of who did and said what",
		Long: `readout reads news reports of diplomacy and politics and keeps the record: who met, did
and said what, to whom, when, where, and what they announced. Every finding is cited to
the exact words and says which rule fired.`,
		Example: `  readout read samples/1985-geneva.txt
  readout read --json reports/*.txt > record.jsonl
  readout explain "Reagan met Gorbachev in Geneva on Tuesday."`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	cmd.AddCommand(readCommand(), pairsCommand(), explainCommand(), parseCommand(), phrasesCommand(), scoreCommand(), lexiconCommand(), versionCommand())
	return cmd
}
