package net

// The register tile of the product: tileRows rows of A by tileCols columns of B.
const (
	tileRows = 6
	tileCols = 16
)

// packer multiplies matrices by the scheme of Goto and van de Geijn (2008): B is copied into panels
// that the kernel reads in sequence; A is read as it lies, but for rows that do not fill a tile.
type packer struct{ edge, b []float32 }

// view is a matrix in memory: element (i, j) is v[i*row+j*col].
type view struct {
	v        []float32
	row, col int
}

func rows(v []float32, cols int) view       { return view{v, cols, 1} }
func transposed(v []float32, cols int) view { return view{v, 1, cols} }

// multiply adds the product of a (m×k) and b (k×n) to c, whose rows are stride apart.
func (p *packer) multiply(m, n, k int, a, b view, c []float32, stride int) {
	if m == 0 || n == 0 || k == 0 {
		return
	}
	np := (n + tileCols - 1) / tileCols
	p.b = grow(p.b, np*tileCols*k)
	for j := range np {
		packPanel(p.b[j*tileCols*k:(j+1)*tileCols*k], b.v[j*tileCols*b.col:], tileCols, min(tileCols, n-j*tileCols), k, b.col, b.row)
	}
	full := m / tileRows * tileRows
	if full < m {
		p.edge = grow(p.edge, tileRows*k)
		packPanel(p.edge, a.v[full*a.row:], tileRows, m-full, k, a.row, a.col)
	}
	for j := range np {
		pb, width := p.b[j*tileCols*k:], min(tileCols, n-j*tileCols)
		for i := 0; i < full; i += tileRows {
			tile(k, view{a.v[i*a.row:], a.row, a.col}, pb, tileRows, width, c[i*stride+j*tileCols:], stride)
		}
		if full < m {
			tile(k, view{p.edge, 1, tileRows}, pb, m-full, width, c[full*stride+j*tileCols:], stride)
		}
	}
}

// tile adds height by width numbers of the product of a row of tiles and a panel to c.
func tile(k int, a view, b []float32, height, width int, c []float32, stride int) {
	if height == tileRows && width == tileCols {
		kernel(k, a, b, c, stride)
		return
	}
	var edge [tileRows * tileCols]float32
	kernel(k, a, b, edge[:], tileCols)
	for r := range height {
		to := c[r*stride : r*stride+width]
		for x := range to {
			to[x] += edge[r*tileCols+x]
		}
	}
}

// packPanel copies k groups of count values, step apart inside a group and next apart between
// groups, into groups of width, padded with zeros.
func packPanel(to, from []float32, width, count, k, step, next int) {
	switch {
	case count < width:
		for x := range k {
			g := to[x*width : (x+1)*width]
			clear(g)
			for i := range count {
				g[i] = from[x*next+i*step]
			}
		}
	case step == 1 && width == tileCols:
		for x := range k {
			*(*[tileCols]float32)(to[x*tileCols:]) = *(*[tileCols]float32)(from[x*next:])
		}
	default:
		for i := range width {
			src := from[i*step:]
			for x := range k {
				to[x*width+i] = src[x*next]
			}
		}
	}
}

// kernelGo is kernel in plain Go.
func kernelGo(k int, a view, b, c []float32, stride int) {
	var acc [tileRows * tileCols]float32
	for x := range k {
		pb := (*[tileCols]float32)(b[x*tileCols:])
		for r := range tileRows {
			v := a.v[x*a.col+r*a.row]
			row := (*[tileCols]float32)(acc[r*tileCols:])
			for j := range row {
				row[j] += v * pb[j]
			}
		}
	}
	for r := range tileRows {
		to := c[r*stride : r*stride+tileCols]
		for j := range to {
			to[j] += acc[r*tileCols+j]
		}
	}
}

func grow(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, n+n/4)
	}
	return s[:n]
}
