package score

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"readout/internal/model"
	"readout/internal/pair"
)

// source prints the line that says what the figures were made from: the gold and its digest, and
// the model and lexicon that read it, or where else the predictions come from.
func (p *printer) source(j *Job) error {
	sum, err := digest(j.Gold)
	if err != nil {
		return err
	}
	line := fmt.Sprintf("data: %s (%s)", shortPath(j.Gold), sum)
	switch {
	case j.Predictions != "":
		if sum, err = digest(j.Predictions); err != nil {
			return err
		}
		line += fmt.Sprintf(" predictions: %s (%s)", shortPath(j.Predictions), sum)
	case j.GoldAsPredictions:
		line += " predictions: the gold itself"
	case j.ZSP != "":
		line += " predictions: zsp " + j.ZSP + " of the gold file"
	default:
		m, err := model.Default()
		if err != nil {
			return err
		}
		line += fmt.Sprintf(" model: %s lexicon: %d entries", hex.EncodeToString(m.Checksum[:6]), len(j.Machine.Reader.Lexicon.Entries))
		if j.Kind == "pairs" {
			line += fmt.Sprintf(" guesses: %s", hex.EncodeToString(pair.DefaultFile().Checksum[:6]))
		}
	}
	p.line(line)
	return nil
}

// digest returns the first 12 hex digits of the SHA-256 of a file.
func digest(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return hex.EncodeToString(h.Sum(nil))[:12], nil
}

// shortPath returns the last two elements of a path: gold files of different sets share their names.
func shortPath(name string) string {
	name = filepath.ToSlash(filepath.Clean(name))
	dir, base := filepath.Split(name)
	if parent := filepath.Base(dir); dir != "" && parent != "." && parent != ".." && parent != "/" {
		return parent + "/" + base
	}
	return base
}
