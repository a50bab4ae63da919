package encoder

import (
	"strconv"
	"strings"

	"readout/internal/model"
)

// The sections of the weights file that the encoder reads. The strings of each kind of features
// stand in sections of their own: "encoder.word", "encoder.suffix2", …, "encoder.given".
const (
	ConfigSection  = "encoder.config"  // lines: name, TAB, number
	TagsSection    = "encoder.tags"    // lines: UPOS, TAB, XPOS, the pairs that occur
	LabelsSection  = "encoder.labels"  // lines: relation
	NamesSection   = "encoder.names"   // lines: part of a name, see NameClasses
	TensorsSection = "encoder.tensors" // see EncodeTensors
	kindPrefix     = "encoder."
)

// Weights are what training leaves.
type Weights struct {
	Config  Config
	Lines   [Kinds][]string // strings that have ids; nil for Touch
	Tags    []Tag           // in alphabetical order
	Labels  []string        // relations but root, in alphabetical order
	Names   []string        // see NameClasses
	Tensors []Tensor
}

// A Tag is a pair of tags that occur together.
type Tag struct{ UPOS, XPOS string }

// AddTo adds the weights to a file.
func (w *Weights) AddTo(m *model.File) {
	text := func(name string, lines []string) { m.Add(name, []byte(strings.Join(lines, "\n"))) }
	text(ConfigSection, w.Config.Lines())
	var tags []string
	for _, t := range w.Tags {
		tags = append(tags, t.UPOS+"\t"+t.XPOS)
	}
	text(TagsSection, tags)
	text(LabelsSection, w.Labels)
	text(NamesSection, w.Names)
	for k := range Kinds {
		if k != Touch {
			text(kindPrefix+k.String(), w.Lines[k])
		}
	}
	m.Add(TensorsSection, EncodeTensors(w.Tensors))
}

// LayerName names the i-th layer of a sort in the weights file.
func LayerName(sort string, i int) string { return sort + strconv.Itoa(i) }
