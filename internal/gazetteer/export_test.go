package gazetteer

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// WithChecksum returns a copy of a file's bytes with the checksum put right.
func WithChecksum(data []byte) []byte {
	out := bytes.Clone(data)
	if len(out) >= 12 {
		binary.LittleEndian.PutUint32(out[8:], crc32.Checksum(out[12:], castagnoli))
	}
	return out
}
