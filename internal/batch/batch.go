// Package batch reads many articles on many cores and hands the results over in the order in which
// the articles came, so that the output is the same with any number of workers.
package batch

import (
	"iter"
	"sync"
)

// A Result is what became of one input.
type Result[In, Out any] struct {
	In  In
	Out Out
	Err error
}

// Run applies read to every input with the given number of workers (at least one) and yields the
// results in the order of the inputs. At most twice as many inputs as workers are under way, so
// memory stays bounded whatever the number of inputs. When the caller stops, so do the workers,
// after the inputs under way.
func Run[In, Out any](inputs iter.Seq[In], workers int, read func(In) (Out, error)) iter.Seq[Result[In, Out]] {
	return func(yield func(Result[In, Out]) bool) {
		workers = max(workers, 1)
		type job struct {
			in   In
			done chan Result[In, Out]
		}
		jobs := make(chan job)
		order := make(chan job, workers)
		stop := make(chan struct{})
		var wg sync.WaitGroup
		for range workers {
			wg.Go(func() {
				for j := range jobs {
					out, err := read(j.in)
					j.done <- Result[In, Out]{In: j.in, Out: out, Err: err}
				}
			})
		}
		wg.Go(func() {
			defer close(order)
			defer close(jobs)
			for in := range inputs {
				j := job{in, make(chan Result[In, Out], 1)}
				select {
				case order <- j:
				case <-stop:
					return
				}
				jobs <- j
			}
		})
		defer wg.Wait()
		for j := range order {
			if !yield(<-j.done) {
				close(stop)
				for range order {
				}
				return
			}
		}
	}
}
