package train

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"readout/internal/doc"
)

// A Treebank is a CoNLL-U file in memory.
type Treebank struct {
	Name      string
	SHA256    string // of the file as it lies on disk
	Sentences []*doc.TreebankSentence
}

// ReadTreebank reads a CoNLL-U file, gzipped when its name ends in .gz.
func ReadTreebank(path string) (*Treebank, error) {
	t, in, err := open(path)
	if err != nil {
		return nil, err
	}
	for s, err := range doc.ReadCoNLLU(in) {
		if err != nil {
			return nil, fmt.Errorf("train: %s: %w", path, err)
		}
		t.Sentences = append(t.Sentences, s)
	}
	return t, nil
}

// readSilver reads a file that models have voted on, nil for none. Their names are all there are.
func readSilver(path string) (*Treebank, error) {
	if path == "" {
		return nil, nil
	}
	t, err := ReadTreebank(path)
	if err != nil {
		return nil, err
	}
	for _, s := range t.Sentences {
		for i := range s.Words {
			s.Words[i].Name = cmp.Or(s.Words[i].Name, "O")
		}
	}
	return t, nil
}

// SplitTenth divides the treebank: every tenth document is held out. A file without documents is
// divided by blocks of fifty sentences.
func (t *Treebank) SplitTenth() (train, heldOut *Treebank) {
	train = &Treebank{Name: t.Name + " (nine tenths)", SHA256: t.SHA256}
	heldOut = &Treebank{Name: t.Name + " (one tenth)", SHA256: t.SHA256}
	document := -1
	for i, s := range t.Sentences {
		if s.NewDoc || i == 0 || !t.hasDocuments() && i%50 == 0 {
			document++
		}
		if document%10 == 9 {
			heldOut.Sentences = append(heldOut.Sentences, s)
		} else {
			train.Sentences = append(train.Sentences, s)
		}
	}
	return train, heldOut
}

func (t *Treebank) hasDocuments() bool {
	for _, s := range t.Sentences[1:] {
		if s.NewDoc {
			return true
		}
	}
	return false
}

// rawText is a file of text in memory.
type rawText struct {
	Treebank
	text string
}

// readText reads a file of text, gzipped when its name ends in .gz.
func readText(path string) (*rawText, error) {
	t, in, err := open(path)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("train: %s: %w", path, err)
	}
	return &rawText{*t, string(data)}, nil
}

// open reads a file, notes its hash and returns its content unpacked.
func open(path string) (*Treebank, io.Reader, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, fmt.Errorf("train: %w", err)
	}
	sum := sha256.Sum256(data)
	t := &Treebank{Name: filepath.Base(path), SHA256: hex.EncodeToString(sum[:])}
	if !strings.HasSuffix(path, ".gz") {
		return t, bytes.NewReader(data), nil
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, nil, fmt.Errorf("train: %s: %w", path, err)
	}
	return t, z, nil
}
