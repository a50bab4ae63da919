package model

import (
	_ "embed"
	"sync"
)

//go:embed default.bin
var defaultBytes []byte

// Default returns the weights built into the program, parsed once.
var Default = sync.OnceValues(func() (*File, error) { return Read(defaultBytes) })
