package lexicon

// A WordSet holds the words of a sentence, so that slots that ask for other words can be passed over. It may hold a
// word that was never added, never lack one that was.
type WordSet [1 << wordBits / 64]uint64

// wordBits is the number of bits of a word's hash.
const wordBits = 13

// Add adds a word, lower case.
func (w *WordSet) Add(word string) {
	h := wordHash(word)
	w[h/64] |= 1 << (h % 64)
}

func (w *WordSet) has(h uint16) bool { return w[h/64]&(1<<(h%64)) != 0 }

// wordHash folds FNV-1a to wordBits bits.
func wordHash(word string) uint16 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return uint16((h ^ h>>wordBits ^ h>>(2*wordBits)) & (1<<wordBits - 1))
}

// Fillable reports whether a sentence of these words may have what the path leads to: whether each step that names
// words names one of them.
func (p Path) Fillable(words *WordSet) bool {
	for i := range p {
		if !p[i].fillable(words) {
			return false
		}
	}
	return true
}

func (st *Step) fillable(words *WordSet) bool {
	for _, h := range st.hashes {
		if words.has(h) {
			return true
		}
	}
	return st.Lemmas == nil
}
