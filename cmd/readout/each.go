package main

import (
	"bufio"
	"fmt"
	"iter"
	"os"

	"readout/internal/batch"
)

// A tally counts inputs, and those of them that could not be read.
type tally struct{ failed, all int }

// each works on the inputs, so many at once, and hands over in order what comes of them. An input that fails is
// told on standard error and counted; an error of use ends the work and is returned.
func each[In, Out any](inputs iter.Seq[In], workers int, work func(In) (Out, error), use func(Out) error) (tally, error) {
	var t tally
	for res := range batch.Run(inputs, workers, work) {
		t.all++
		if res.Err != nil {
			t.failed++
			complain(res.Err)
			continue
		}
		if err := use(res.Out); err != nil {
			return t, err
		}
	}
	return t, nil
}

// finish writes what is left of the output, says how many of several inputs failed, and returns the error that
// makes the exit status. err is what went wrong with the output until then, nil when nothing did.
func finish(out *bufio.Writer, err error, t tally, what string) error {
	if err == nil {
		err = out.Flush()
	}
	switch {
	case err != nil:
		return fmt.Errorf("write: %w", err)
	case t.failed == 0:
		return nil
	case t.all > 1:
		message(os.Stderr, fmt.Sprintf("%d of %d %s could not be read", t.failed, t.all, what))
	}
	return failedError{t.failed}
}
