package train

import (
	"slices"

	"readout/internal/model"
)

// perceptron is an averaged multi-class perceptron over hashed features (Collins 2002), as it
// learns: exact keys, sparse classes, lazy averages.
type perceptron struct {
	classes int
	margin  int32 // the right class must lead by so much
	now     int32 // examples seen
	slots   []slot
	used    int
	rows    [][]weight
}

// slot maps a key to its row; row 0 means free.
type slot struct{ key, row uint32 }

// weight is the weight of one class for one feature.
type weight struct {
	class   uint8
	value   int32
	since   int32 // when value was last added to total
	updates int32
	total   int64
}

func newPerceptron(classes int) *perceptron {
	return &perceptron{classes: classes, margin: 1, slots: make([]slot, 1<<16), rows: make([][]weight, 1)}
}

// find returns the slot of the key, or the free slot where it would stand.
func (p *perceptron) find(key uint32) *slot {
	mask := uint32(len(p.slots) - 1)
	for at := (key * 0x9E3779B1) & mask; ; at = (at + 1) & mask {
		if s := &p.slots[at]; s.row == 0 || s.key == key {
			return s
		}
	}
}

// score adds the weights of the features to scores.
func (p *perceptron) score(keys []uint32, scores []int32) {
	for _, key := range keys {
		if s := p.find(key); s.row != 0 {
			for _, w := range p.rows[s.row] {
				scores[w.class] += w.value
			}
		}
	}
}

// update moves the weights of the features from the class that was guessed to the right one.
func (p *perceptron) update(keys []uint32, gold, guess int) {
	for _, key := range keys {
		s := p.find(key)
		if s.row == 0 {
			*s = slot{key, uint32(len(p.rows))}
			p.rows = append(p.rows, nil)
			if p.used++; p.used*2 > len(p.slots) {
				p.grow()
				s = p.find(key)
			}
		}
		p.add(s.row, gold, 1)
		p.add(s.row, guess, -1)
	}
}

func (p *perceptron) add(row uint32, class int, change int32) {
	r := p.rows[row]
	for i := range r {
		if w := &r[i]; int(w.class) == class {
			w.total += int64(p.now-w.since) * int64(w.value)
			w.since = p.now
			w.value += change
			w.updates++
			return
		}
	}
	p.rows[row] = append(r, weight{class: uint8(class), value: change, since: p.now, updates: 1})
}

func (p *perceptron) grow() {
	old := p.slots
	p.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.row != 0 {
			*p.find(s.key) = s
		}
	}
}

// weights returns the averaged weights: those changed at least minUpdates times, of these at most
// the limit largest.
func (p *perceptron) weights(minUpdates, limit int) []model.Weight {
	var out []model.Weight
	for _, s := range p.slots {
		if s.row == 0 {
			continue
		}
		for _, w := range p.rows[s.row] {
			total := w.total + int64(p.now-w.since)*int64(w.value)
			if total != 0 && int(w.updates) >= minUpdates {
				out = append(out, model.Weight{Key: s.key, Class: w.class, Value: float64(total) / float64(max(p.now, 1))})
			}
		}
	}
	slices.SortFunc(out, func(a, b model.Weight) int {
		if x, y := max(a.Value, -a.Value), max(b.Value, -b.Value); x != y {
			if x > y {
				return -1
			}
			return 1
		}
		if a.Key != b.Key {
			if a.Key < b.Key {
				return -1
			}
			return 1
		}
		return int(a.Class) - int(b.Class)
	})
	return out[:min(len(out), limit)]
}

// encode returns the section for the weights file. The few largest weights are cut, so that the
// rest keeps its precision.
func (p *perceptron) encode(minUpdates, limit int) []byte {
	ws := p.weights(minUpdates, limit)
	if len(ws) == 0 {
		return model.EncodeLinear(p.classes, nil, 1)
	}
	top := ws[len(ws)/10000].Value
	return model.EncodeLinear(p.classes, ws, max(top, -top))
}
