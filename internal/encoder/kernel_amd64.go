package encoder

import "golang.org/x/sys/cpu"

// hasAVX2 tells whether the processor runs the assembly.
var hasAVX2 = cpu.X86.HasAVX2

//go:noescape
func dotAVX2(pairs int, a *int16, stride int, b *int16, out *float32, outStride int, scales, columns, bias *float32)

//go:noescape
func productAVX2(k int, a *float32, aStride int, b *float32, bStride int, out *float32, outStride int)

// dotFast multiplies quantised rows with the matrix by assembly.
func (m *matrix) dotFast(x *quantised, out []float32, stride int) {
	for j := 0; j < m.wide; j += tileCols {
		panel := m.panels[j*m.deep : (j+tileCols)*m.deep]
		columns, bias := m.scales[j:j+tileCols], m.bias[j:j+tileCols]
		for i := 0; i < x.rows; i += tileRows {
			a := x.codes[i*m.deep : (i+tileRows)*m.deep]
			to := out[i*stride+j : (i+tileRows-1)*stride+j+tileCols]
			dotAVX2(m.deep/2, &a[0], m.deep, &panel[0], &to[0], stride, &x.scales[i : i+tileRows][0], &columns[0], &bias[0])
		}
	}
}

// productFast is product by assembly.
func productFast(m, n, k int, a []float32, aStride int, b []float32, bStride int, out []float32, outStride int) {
	for i := 0; i < m; i += 4 {
		pa := a[i*aStride : (i+3)*aStride+k]
		for j := 0; j < n; j += tileCols {
			pb, to := b[j:(k-1)*bStride+j+tileCols], out[i*outStride+j:(i+3)*outStride+j+tileCols]
			productAVX2(k, &pa[0], aStride, &pb[0], bStride, &to[0], outStride)
		}
	}
}

//go:noescape
func topAVX2(x *float32, n int) uint32

//go:noescape
func codeAVX2(x *float32, n int, factor, magic float32, codes *int16)

// topFast returns the largest of the bits of the numbers without their signs; there must be a
// multiple of 8.
func topFast(x []float32) uint32 {
	if len(x) == 0 {
		return 0
	}
	return topAVX2(&x[0], len(x))
}

// codeFast rounds the numbers times factor to integers; there must be a multiple of 8.
func codeFast(x []float32, factor float32, codes []int16) {
	codeAVX2(&x[0], len(x), factor, roundMagic, &codes[:len(x)][0])
}
