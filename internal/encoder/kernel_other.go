//go:build !amd64

package encoder

// hasAVX2 tells whether the processor runs the assembly; there is none for it.
const hasAVX2 = false

func (m *matrix) dotFast(x *quantised, out []float32, stride int) { m.dotPlain(x, out, stride) }

func productFast(m, n, k int, a []float32, aStride int, b []float32, bStride int, out []float32, outStride int) {
	productPlain(m, n, k, a, aStride, b, bStride, out, outStride)
}

func topFast(x []float32) uint32 { panic("no assembly") }

func codeFast(x []float32, factor float32, codes []int16) { panic("no assembly") }
