package net

import "golang.org/x/sys/cpu"

var fast = cpu.X86.HasAVX2 && cpu.X86.HasFMA

//go:noescape
func kernelFMA(k int, a *float32, row, col int, b, c *float32, stride int)

// kernel adds the product of tileRows rows of A and a panel of B to a tile of c.
func kernel(k int, a view, b, c []float32, stride int) {
	if !fast {
		kernelGo(k, a, b, c, stride)
		return
	}
	_, _, _ = a.v[(k-1)*a.col+(tileRows-1)*a.row], b[k*tileCols-1], c[(tileRows-1)*stride+tileCols-1]
	kernelFMA(k, &a.v[0], a.row, a.col, &b[0], &c[0], stride)
}
