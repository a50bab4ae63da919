package encoder

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// A Tensor is a named matrix of weights in row order.
type Tensor struct {
	Name       string
	Rows, Cols int
	Values     []float32
}

// How the numbers of a tensor are stored.
const (
	kindFloat = iota // float32
	kindInt8         // a float32 scale per row, then int8
)

// EncodeTensors writes tensors in the stored form: uv count; per tensor its name (uv length and
// bytes), uv rows, uv columns, a byte for the kind, and the numbers, little-endian. A tensor of one
// row keeps its float32; others keep 8 bits of each number and the scale of each row.
func EncodeTensors(tensors []Tensor) []byte {
	out := binary.AppendUvarint(nil, uint64(len(tensors)))
	for _, t := range tensors {
		out = binary.AppendUvarint(out, uint64(len(t.Name)))
		out = append(out, t.Name...)
		out = binary.AppendUvarint(out, uint64(t.Rows))
		out = binary.AppendUvarint(out, uint64(t.Cols))
		if t.Rows == 1 {
			out = append(out, kindFloat)
			for _, v := range t.Values {
				out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
			}
			continue
		}
		out = append(out, kindInt8)
		var codes []byte
		for i := range t.Rows {
			row := t.Values[i*t.Cols : (i+1)*t.Cols]
			scale := rowScale(row)
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(scale))
			for _, v := range row {
				codes = append(codes, byte(int8(math.RoundToEven(float64(v)/float64(scale)))))
			}
		}
		out = append(out, codes...)
	}
	return out
}

// rowScale is the value of one step of the 127 that the largest number of the row takes.
func rowScale(row []float32) float32 {
	top := float32(0)
	for _, v := range row {
		top = max(top, v, -v)
	}
	if top == 0 {
		return 1
	}
	return top / 127
}

// stored is a tensor as it lies in the file.
type stored struct {
	rows, cols int
	floats     []float32 // the numbers of a tensor of one row, else the scales of the rows
	codes      []byte    // int8
}

// decodeTensors reads what EncodeTensors wrote.
func decodeTensors(data []byte) (map[string]*stored, error) {
	r := &tensorReader{data: data}
	out := map[string]*stored{}
	for range r.number(1000) {
		name := string(r.bytes(r.number(100)))
		t := &stored{rows: r.number(1 << 20), cols: r.number(1 << 20)}
		kind := r.bytes(1)
		switch {
		case r.err != nil:
		case kind[0] == kindFloat && t.rows == 1:
			t.floats = r.floats(t.cols)
		case kind[0] == kindInt8:
			t.floats = r.floats(t.rows)
			t.codes = r.bytes(t.rows * t.cols)
		default:
			r.err = fmt.Errorf("tensor %q: unknown kind %d", name, kind[0])
		}
		if r.err != nil {
			return nil, r.err
		}
		out[name] = t
	}
	if r.err == nil && len(r.data) > 0 {
		r.err = fmt.Errorf("%d bytes after the last tensor", len(r.data))
	}
	return out, r.err
}

// tensorReader takes values off the front of data; after an error it gives nothing more.
type tensorReader struct {
	data []byte
	err  error
}

func (r *tensorReader) number(limit int) int {
	v, n := binary.Uvarint(r.data)
	if r.err == nil && (n <= 0 || v > uint64(limit)) {
		r.err = errors.New("tensors: bad number")
	}
	if r.err != nil {
		return 0
	}
	r.data = r.data[n:]
	return int(v)
}

func (r *tensorReader) bytes(n int) []byte {
	if r.err == nil && n > len(r.data) {
		r.err = errors.New("tensors end too early")
	}
	if r.err != nil {
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

// floats reads n numbers, all of them finite.
func (r *tensorReader) floats(n int) []float32 {
	b := r.bytes(4 * n)
	if r.err != nil {
		return nil
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		if out[i]-out[i] != 0 {
			r.err = errors.New("tensors: a number is not finite")
		}
	}
	return out
}
