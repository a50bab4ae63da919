package model

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// A Linear is a linear classifier over hashed features: each feature it knows adds a small integer
// to the scores of a few classes. Scores are sums of integers, the same on every processor. It is
// safe for concurrent use.
//
// As stored: uv classes, uv features; then in columns, so that they pack well, per feature in
// ascending order of keys uv difference to the key before, per feature uv number of weights, per
// weight its class (one byte) and its value (one byte, the signed square root of the weight:
// small weights keep their precision, large ones their size).
type Linear struct {
	Classes int
	shift   uint
	buckets []bucket // open addressing; a bucket with n == 0 is free
	cells   []cell
}

// bucket points a key to its weights: cells[first : first+n].
type bucket struct {
	key   uint32
	place uint32 // first<<8 | n
}

// cell is a weight and its class: weight<<8 | class.
type cell int32

// maxCells is what 24 bits of a bucket's place can point to.
const maxCells = 1 << 24

// A Weight is the weight of one class for one feature, as training gives it.
type Weight struct {
	Key   uint32
	Class uint8
	Value float64
}

// Score adds the weights of the features to scores, which has Classes entries.
func (l *Linear) Score(keys []uint32, scores []int32) {
	mask := uint32(len(l.buckets) - 1)
	for _, key := range keys {
		for at := (key * 0x9E3779B1) >> l.shift; ; at = (at + 1) & mask {
			b := l.buckets[at]
			if b.place == 0 {
				break
			}
			if b.key != key {
				continue
			}
			first, n := b.place>>8, b.place&0xFF
			for _, c := range l.cells[first : first+n] {
				scores[uint8(c)] += int32(c >> 8)
			}
			break
		}
	}
}

// Len returns how many features and weights the table holds.
func (l *Linear) Len() (features, weights int) {
	for _, b := range l.buckets {
		if b.place != 0 {
			features++
		}
	}
	return features, len(l.cells)
}

// EncodeLinear writes weights in the stored form, scaled so that the largest code is reached at
// top; larger weights are cut to it, weights whose code is 0 are left out.
func EncodeLinear(classes int, weights []Weight, top float64) []byte {
	type coded struct {
		key  uint32
		cls  uint8
		code int8
	}
	var kept []coded
	for _, w := range weights {
		if code := encodeWeight(w.Value / top); code != 0 {
			kept = append(kept, coded{w.Key, w.Class, code})
		}
	}
	slices.SortFunc(kept, func(a, b coded) int {
		if a.key != b.key {
			if a.key < b.key {
				return -1
			}
			return 1
		}
		return int(a.cls) - int(b.cls)
	})
	var keys, counts, cls, codes []byte
	features, previous := 0, uint32(0)
	for i := 0; i < len(kept); {
		j := i
		for ; j < len(kept) && kept[j].key == kept[i].key; j++ {
			cls = append(cls, kept[j].cls)
			codes = append(codes, byte(kept[j].code))
		}
		keys = binary.AppendUvarint(keys, uint64(kept[i].key-previous))
		counts = binary.AppendUvarint(counts, uint64(j-i))
		previous = kept[i].key
		features++
		i = j
	}
	out := binary.AppendUvarint(nil, uint64(classes))
	out = binary.AppendUvarint(out, uint64(features))
	return slices.Concat(out, keys, counts, cls, codes)
}

// LinearTop is what Score adds for a weight that was the top of EncodeLinear.
const LinearTop = 127 * 127

// encodeWeight codes v of [-1, 1] as its signed square root in 127 steps.
func encodeWeight(v float64) int8 {
	code := math.Round(math.Sqrt(min(math.Abs(v), 1)) * 127)
	return int8(math.Copysign(code, v))
}

// decodeLinear reads what EncodeLinear wrote.
func decodeLinear(data []byte) (*Linear, error) {
	r := &reader{data: data}
	classes, err := r.count("classes", 256)
	if err != nil {
		return nil, err
	}
	features, err := r.count("features", len(r.data)/4) // key, count, class and code take a byte each
	if err != nil {
		return nil, err
	}
	keys := make([]uint32, features)
	key := uint64(0)
	for i := range keys {
		step, err := r.uvarint()
		if err != nil {
			return nil, err
		}
		if step == 0 && i > 0 || step > math.MaxUint32 || key+step > math.MaxUint32 {
			return nil, errors.New("keys do not ascend")
		}
		key += step
		keys[i] = uint32(key)
	}
	counts := make([]uint8, features)
	total := 0
	for i := range counts {
		n, err := r.count("classes of a feature", min(classes, 255))
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, errors.New("a feature without weights")
		}
		counts[i] = uint8(n)
		total += n
	}
	if len(r.data) != 2*total || total >= maxCells {
		return nil, fmt.Errorf("%d weights in %d bytes", total, len(r.data))
	}
	return buildLinear(classes, keys, counts, r.data[:total], r.data[total:])
}

// buildLinear lays out the hash table.
func buildLinear(classes int, keys []uint32, counts []uint8, cls, codes []byte) (*Linear, error) {
	bits := uint(1)
	for 1<<bits < 2*len(keys) {
		bits++
	}
	l := &Linear{Classes: classes, shift: 32 - bits, buckets: make([]bucket, 1<<bits), cells: make([]cell, 0, len(cls))}
	mask := uint32(len(l.buckets) - 1)
	for i, key := range keys {
		at := (key * 0x9E3779B1) >> l.shift
		for l.buckets[at].place != 0 {
			at = (at + 1) & mask
		}
		first := len(l.cells)
		l.buckets[at] = bucket{key, uint32(first)<<8 | uint32(counts[i])}
		for j := first; j < first+int(counts[i]); j++ {
			if int(cls[j]) >= classes {
				return nil, fmt.Errorf("class %d of %d", cls[j], classes)
			}
			code := int32(int8(codes[j]))
			l.cells = append(l.cells, cell(code*max(code, -code)<<8|int32(cls[j])))
		}
	}
	return l, nil
}
