package intake

import (
	"iter"
	"strings"
	"unicode"

	"readout"
)

const (
	shingle   = 4 // words in a run that is looked up
	blurbs    = 3 // pieces in the head that may be a blurb of the report
	minRepeat = 6 // words that a repeat must have
)

// repeats marks captions and blurbs whose words stand again in the body, so that nothing is read
// twice: nine of ten runs of four words must be there.
func (d *draft) repeats() {
	var captions []int
	heads := 0
	for i, p := range d.pieces {
		switch {
		case p.kind == readout.PartCaption:
			captions = append(captions, i)
		case p.kind == readout.PartDateline:
			heads = blurbs
		case p.kind == "" && heads < blurbs:
			heads++
			d.markRepeats([]int{i}, i+1)
		}
	}
	d.markRepeats(captions, 0)
}

// markRepeats marks those of the candidates whose words stand in open pieces from piece from on.
func (d *draft) markRepeats(candidates []int, from int) {
	wanted := map[uint64]bool{}
	for _, i := range candidates {
		for s := range shingles(d.words(i)) {
			wanted[s] = false
		}
	}
	if len(wanted) == 0 {
		return
	}
	for i := from; i < len(d.pieces); i++ {
		if !d.open(i) && d.pieces[i].kind != readout.PartAnswer && d.pieces[i].kind != readout.PartQuestion {
			continue
		}
		for s := range shingles(d.words(i)) {
			if _, ok := wanted[s]; ok {
				wanted[s] = true
			}
		}
	}
	for _, i := range candidates {
		all, found := 0, 0
		for s := range shingles(d.words(i)) {
			all++
			if wanted[s] {
				found++
			}
		}
		if all > minRepeat-shingle && found*10 >= all*9 {
			d.claim(i, readout.PartRepeat, "repeat")
		}
	}
}

// shingles yields the 64-bit FNV-1a hash of every run of four words of s, in lower case without
// punctuation.
func shingles(s string) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		var run [shingle]uint64
		n := 0
		for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			copy(run[:], run[1:])
			run[shingle-1] = wordHash(w)
			if n++; n < shingle {
				continue
			}
			h := uint64(fnvOffset)
			for _, x := range run {
				h = (h ^ x) * fnvPrime
			}
			if !yield(h) {
				return
			}
		}
	}
}

// The parameters of FNV-1a with 64 bits.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func wordHash(w string) uint64 {
	h := uint64(fnvOffset)
	for _, r := range w {
		h = (h ^ uint64(unicode.ToLower(r))) * fnvPrime
	}
	return h
}
