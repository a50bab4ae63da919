package batch

import (
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// TestOrder checks that results come in the order of the inputs whoever is done first.
func TestOrder(t *testing.T) {
	inputs := make([]int, 200)
	for i := range inputs {
		inputs[i] = i
	}
	for _, workers := range []int{0, 1, 2, 7, 64} {
		t.Run(fmt.Sprint(workers), func(t *testing.T) {
			var got []int
			for r := range Run(slices.Values(inputs), workers, func(i int) (int, error) {
				time.Sleep(time.Duration((i*7919)%13) * 10 * time.Microsecond)
				return i * i, nil
			}) {
				if r.Out != r.In*r.In {
					t.Fatalf("input %d gave %d", r.In, r.Out)
				}
				got = append(got, r.In)
			}
			if !slices.Equal(got, inputs) {
				t.Errorf("order %v", got)
			}
		})
	}
}

// TestErrorsGoOn checks that a failed input does not stop the others.
func TestErrorsGoOn(t *testing.T) {
	bad := errors.New("bad")
	var ok, failed int
	for r := range Run(slices.Values([]int{1, 2, 3, 4}), 2, func(i int) (int, error) {
		if i%2 == 0 {
			return 0, bad
		}
		return i, nil
	}) {
		if r.Err != nil {
			failed++
		} else {
			ok++
		}
	}
	if ok != 2 || failed != 2 {
		t.Errorf("%d went well and %d failed, want 2 and 2", ok, failed)
	}
}

// TestStop checks that a caller who has enough stops the workers, and that inputs are taken no
// further ahead than promised.
func TestStop(t *testing.T) {
	var taken atomic.Int64
	endless := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
			taken.Add(1)
		}
	}
	seen := 0
	for range Run(endless, 4, func(i int) (int, error) { return i, nil }) {
		if seen++; seen == 10 {
			break
		}
	}
	if n := taken.Load(); n > 10+2*4+2 {
		t.Errorf("took %d inputs to give 10", n)
	}
}
