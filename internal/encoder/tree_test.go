package encoder

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTreeIsBest compares with all trees of short sentences.
func TestTreeIsBest(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var d Decoder
	for range 400 {
		n := 1 + rng.IntN(5)
		stride := n + 1 + rng.IntN(3)
		scores := make([]float32, n*stride)
		for i := range scores {
			scores[i] = float32(rng.NormFloat64())
		}
		want, found := float32(0), false
		heads := make([]int32, n)
		eachTree(heads, 0, func() {
			if s := total(scores, stride, heads); !found || s > want {
				want, found = s, true
			}
		})
		got := make([]int32, n)
		d.Tree(scores, stride, got)
		if !projectiveTree(got) {
			t.Fatalf("%v is no projective tree", got)
		}
		if s := total(scores, stride, got); s < want-1e-4 {
			t.Fatalf("%d words: tree %v scores %g, the best %g", n, got, s, want)
		}
	}
}

func total(scores []float32, stride int, heads []int32) (sum float32) {
	for i, h := range heads {
		sum += scores[i*stride+int(h)+1]
	}
	return sum
}

// eachTree calls do for every projective tree with one root.
func eachTree(heads []int32, i int, do func()) {
	if i == len(heads) {
		if projectiveTree(heads) {
			do()
		}
		return
	}
	for h := -1; h < len(heads); h++ {
		if h != i {
			heads[i] = int32(h)
			eachTree(heads, i+1, do)
		}
	}
}

func projectiveTree(heads []int32) bool {
	roots := 0
	for i := range heads {
		if heads[i] < 0 {
			roots++
		}
		for at, steps := int32(i), 0; at >= 0; at, steps = heads[at], steps+1 {
			if steps > len(heads) {
				return false
			}
		}
	}
	for i, h := range heads {
		for k := min(i, int(h)) + 1; h >= 0 && k < max(i, int(h)); k++ {
			above := []int32{}
			for at := int32(k); at >= 0; at = heads[at] {
				above = append(above, at)
			}
			if !slices.Contains(above, h) {
				return false
			}
		}
	}
	return roots == 1
}

func BenchmarkTree(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	const n = 30
	scores := make([]float32, n*(n+1))
	for i := range scores {
		scores[i] = float32(rng.NormFloat64())
	}
	var d Decoder
	heads := make([]int32, n)
	for b.Loop() {
		d.Tree(scores, n+1, heads)
	}
	b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
