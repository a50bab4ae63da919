//go:build !amd64

package net

// kernel adds the product of tileRows rows of A and a panel of B to a tile of c.
func kernel(k int, a view, b, c []float32, stride int) { kernelGo(k, a, b, c, stride) }
