package encoder

import (
	"fmt"
	"strconv"
	"strings"
)

// Config is the shape of the network.
type Config struct {
	Columns [Kinds]int // of each kind of feature
	Width   int        // of the rows that go from layer to layer
	Windows int        // convolutions
	Attends int        // attention layers
	Heads   int        // of an attention layer
	Hidden  int        // of its feed-forward part
	Reach   int        // farthest distance that attention tells apart
	Arc     int        // width of dependents and heads
	ArcFar  int        // farthest distance that arcs tell apart
	Label   int        // width of dependents and heads for relations
	Name    int        // width of what names are told by
}

// Pieces is the number of pieces of a maxout layer.
const Pieces = 3

// DefaultConfig is the shape that released weights have.
func DefaultConfig() Config {
	return Config{
		Columns: [Kinds]int{Word: 100, Suffix2: 16, Suffix3: 32, Suffix4: 24, First: 8, Prefix3: 24, Shape: 24, Touch: 4, Vector: 64, Given: 1},
		Width:   160, Windows: 2, Attends: 3, Heads: 5, Hidden: 256, Reach: 20,
		Arc: 160, ArcFar: 30, Label: 48, Name: 64,
	}
}

// Inputs returns the number of columns that describe a word.
func (c *Config) Inputs() int {
	n := 0
	for _, w := range c.Columns {
		n += w
	}
	return n
}

// fields names the numbers of the weights file.
func (c *Config) fields() []struct {
	name string
	to   *int
} {
	type field = struct {
		name string
		to   *int
	}
	out := []field{
		{"width", &c.Width}, {"windows", &c.Windows}, {"attends", &c.Attends}, {"heads", &c.Heads},
		{"hidden", &c.Hidden}, {"reach", &c.Reach}, {"arc", &c.Arc}, {"arc far", &c.ArcFar}, {"label", &c.Label}, {"name", &c.Name},
	}
	for k := range Kinds {
		out = append(out, field{"columns " + k.String(), &c.Columns[k]})
	}
	return out
}

// Lines returns the config as lines of the weights file: name, TAB, number.
func (c *Config) Lines() []string {
	var lines []string
	for _, f := range c.fields() {
		lines = append(lines, f.name+"\t"+strconv.Itoa(*f.to))
	}
	return lines
}

// parseConfig reads what Lines wrote. All numbers must be there and within sound bounds.
func parseConfig(lines []string) (Config, error) {
	var c Config
	fields := c.fields()
	if len(lines) != len(fields) {
		return c, fmt.Errorf("%d lines of config, want %d", len(lines), len(fields))
	}
	for i, f := range fields {
		name, value, _ := strings.Cut(lines[i], "\t")
		n, err := strconv.Atoi(value)
		if name != f.name || err != nil || n < 1 || n > maxInputs {
			return c, fmt.Errorf("bad line of config %q", lines[i])
		}
		*f.to = n
	}
	uneven := c.Width%16 != 0 || c.Width%c.Heads != 0 || c.Width/c.Heads%16 != 0 ||
		c.Hidden%16 != 0 || c.Arc%16 != 0 || c.Label%16 != 0 || c.Name%16 != 0
	if uneven || 3*c.Width > maxInputs || c.Inputs() > maxInputs {
		return c, fmt.Errorf("config does not fit the kernels: %+v", c)
	}
	return c, nil
}
