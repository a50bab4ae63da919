package coder

import (
	"slices"

	"readout"
)

// dispersed gives what police use against a crowd, where the words do not say whom they hit, the protesters of whom the
// paragraph told just before: “Hundreds marched in Lagos. Police fired tear gas.”
func (c *coder) dispersed(e *readout.Event) {
	if len(e.Recipients) > 0 || !slices.Contains(e.Modes, "crowd-control") {
		return
	}
	for i := len(c.events) - 1; i >= 0; i-- {
		p := &c.events[i]
		if c.d.Sentences[p.Evidence.Sentence].Part != c.d.Sentences[e.Evidence.Sentence].Part || e.Evidence.Sentence-p.Evidence.Sentence > 2 {
			return
		}
		if p.Type == "PROTEST" && len(p.Actors) > 0 && len(p.Auxiliary) == 0 {
			e.Recipients = slices.Clone(p.Actors)
			e.Evidence.Steps = append(e.Evidence.Steps, "against the protesters told of before")
			return
		}
	}
}
