package model

import (
	_ "embed"
	"sync"
)

//go:embed default.bin
var defaultBytes []byte

// Default returns the weights built into the program, parsed once. Their checksum is not computed
// at every start; a test does.
var Default = sync.OnceValues(func() (*File, error) {
	if err := checkHeader(defaultBytes); err != nil {
		return nil, err
	}
	return readSound(defaultBytes)
})
