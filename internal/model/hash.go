package model

// Hash returns the 32-bit FNV-1a hash of s, the way words become parts of features.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// Mix folds v into the hash h, in the manner of MurmurHash3's body.
func Mix(h, v uint32) uint32 {
	v *= 0xcc9e2d51
	v = v<<15 | v>>17
	h ^= v * 0x1b873593
	h = h<<13 | h>>19
	return h*5 + 0xe6546b64
}

// Key makes a feature's key of its template's number and the hash of its values, in the manner of
// MurmurHash3's finalizer.
func Key(template, h uint32) uint32 {
	h = Mix(h, template)
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}
