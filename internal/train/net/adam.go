package net

import (
	"math"
	"sync"
)

// Adam moves parameters by their gradients (Kingma and Ba, 2015) and keeps a running mean of each
// (Polyak and Juditsky, 1992), which does better than the last step.
type Adam struct {
	Beta1, Beta2 float64
	Memory       float64 // share of the mean that a step keeps, less in the first steps
	Clip         float64 // longest gradient, all parameters together
	Step         int
}

// Update adds the workers' gradients, moves the parameters at the given rate, clears the gradients
// and returns the length of the gradient before it was cut.
func (a *Adam) Update(params []*Param, rate float64) float64 {
	sums := make([]float64, len(params))
	each(params, func(i int, p *Param) {
		g := p.G[0]
		for _, other := range p.G[1:] {
			add(g, other)
			clear(other)
		}
		sum := 0.0
		for _, v := range g {
			sum += float64(v) * float64(v)
		}
		sums[i] = sum
	})
	length := 0.0
	for _, sum := range sums {
		length += sum
	}
	length = math.Sqrt(length)
	scale := float32(1)
	if a.Clip > 0 && length > a.Clip {
		scale = float32(a.Clip / length)
	}
	a.Step++
	c1, c2 := 1-math.Pow(a.Beta1, float64(a.Step)), 1-math.Pow(a.Beta2, float64(a.Step))
	move, b1, b2, root := float32(rate/c1), float32(a.Beta1), float32(a.Beta2), float32(1/math.Sqrt(c2))
	news := float32(1 - min(a.Memory, float64(a.Step)/float64(a.Step+9)))
	each(params, func(_ int, p *Param) {
		g, m, s, v, mean := p.G[0], p.M, p.S[:len(p.M)], p.V[:len(p.M)], p.Mean[:len(p.M)]
		for j := range m {
			x := g[j] * scale
			m[j] = b1*m[j] + (1-b1)*x
			s[j] = b2*s[j] + (1-b2)*x*x
			v[j] -= move * m[j] / (float32(math.Sqrt(float64(s[j])))*root + 1e-8)
			mean[j] += (v[j] - mean[j]) * news
		}
		clear(g)
	})
	return length
}

// each runs do for the parameters that learn, in two goroutines; what it does for one does not
// depend on the others.
func each(params []*Param, do func(i int, p *Param)) {
	var wg sync.WaitGroup
	next := make(chan int, len(params))
	for i, p := range params {
		if p.G != nil {
			next <- i
		}
	}
	close(next)
	for range 2 {
		wg.Go(func() {
			for i := range next {
				do(i, params[i])
			}
		})
	}
	wg.Wait()
}
