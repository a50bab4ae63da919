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
	"strconv"
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
	problem, meant, suggested := strings.Cut(err.Error(), "\n\nDid you mean this?\n")
	if suggested {
		err = errors.New(problem)
	}
	complain(err)
	var usage usageError
	if errors.As(err, &usage) || strings.HasPrefix(problem, "unknown ") {
		if suggested {
			hint(os.Stderr, "did you mean "+strings.Join(strings.Fields(meant), " or ")+"?")
		}
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
	cmd.SetFlagErrorFunc(flagFault)
	cmd.AddCommand(readCommand(), pairsCommand(), explainCommand(), parseCommand(), phrasesCommand(), scoreCommand(),
		lexiconCommand(), versionCommand())
	makeStrict(cmd)
	return cmd
}

// flagFault says what is wrong with a flag, without the call that failed.
func flagFault(_ *cobra.Command, err error) error {
	var number *strconv.NumError
	if errors.As(err, &number) {
		err = errors.New(strings.TrimSuffix(err.Error(), number.Error()) + "not a whole number")
	}
	return usageError{err}
}

// makeStrict lets the commands that cobra adds, help and completion, refuse what they do not know; by themselves
// they print the usage and say that all is well.
func makeStrict(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "help":
			cmd.Args = func(_ *cobra.Command, args []string) error {
				_, _, err := root.Find(args)
				return err
			}
		case "completion":
			cmd.Args = func(_ *cobra.Command, args []string) error {
				if len(args) > 0 {
					return usageError{fmt.Errorf("unknown shell %q, want bash, zsh, fish or powershell", args[0])}
				}
				return usageError{errors.New("completion needs a shell: bash, zsh, fish or powershell")}
			}
			cmd.RunE = func(*cobra.Command, []string) error { return nil }
		}
	}
}
