package encoder

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestBestNames compares the best sequence with that of trying all.
func TestBestNames(t *testing.T) {
	n, err := newNameDecoder(NameClasses([]string{"LOC", "PER"}))
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(3, 4))
	const wide = 16
	for length := 1; length <= 4; length++ {
		for range 20 {
			scores := make([]float32, length*wide)
			for i := range scores {
				scores[i] = float32(rng.NormFloat64())
			}
			path := make([]int32, length)
			n.best(scores, wide, path, make([]int32, length*len(n.classes)))
			sum := float32(0)
			for i, c := range path {
				sum += scores[i*wide+int(c)]
			}
			if !whole(&n, path) || sum < tryAll(&n, scores, wide, nil, length)-1e-5 {
				t.Fatalf("length %d: path %v with %v", length, path, sum)
			}
		}
	}
}

// tryAll returns the highest sum of a sequence that makes whole names.
func tryAll(n *nameDecoder, scores []float32, wide int, path []int32, length int) float32 {
	if len(path) == length {
		if !whole(n, path) {
			return -1e9
		}
		sum := float32(0)
		for i, c := range path {
			sum += scores[i*wide+int(c)]
		}
		return sum
	}
	best := float32(-1e9)
	for c := range n.classes {
		best = max(best, tryAll(n, scores, wide, append(path[:len(path):len(path)], int32(c)), length))
	}
	return best
}

// whole tells whether every name of the sequence begins and ends.
func whole(n *nameDecoder, path []int32) bool {
	open := ""
	for _, c := range path {
		part, typ, _ := strings.Cut(n.classes[c], "-")
		if goesOn := part == "I" || part == "E"; goesOn != (open != "") || goesOn && typ != open {
			return false
		}
		switch part {
		case "B":
			open = typ
		case "E":
			open = ""
		}
	}
	return open == ""
}

func TestNameClassesChecked(t *testing.T) {
	for _, classes := range [][]string{{}, {"B-PER", "O"}, {"O", "X-PER"}, {"O", "B"}} {
		if _, err := newNameDecoder(classes); err == nil {
			t.Errorf("%v was taken", classes)
		}
	}
}
