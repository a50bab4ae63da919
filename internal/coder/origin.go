package coder

import (
	"strings"

	"readout"
	"readout/internal/doc"
)

// inferPhrase gives people in a deed who have no country that of the place which their own words tell: "officers at
// Nairobi's main airport", "pirates based on the Somali coast", "agents working for the Libyan secret service".
func (c *coder) inferPhrase(e *readout.Event) {
	if !deeds[e.Type] {
		return
	}
	for _, side := range [][]readout.Actor{e.Actors, e.Recipients} {
		for i := range side {
			a := &side[i]
			h := c.headIn(a.Start, a.End)
			if a.Country != "" || h < 0 || c.d.Tokens[h].XPOS != "NNS" || elsewhere[strings.ToLower(c.d.Tokens[h].Lemma)] || c.foreign(a) {
				continue
			}
			if code := c.countryBehind(h); c.isState(code) {
				infer(e, a, code, "his own words")
			}
		}
	}
}

// countryBehind returns the country of the place or body that a phrase or participle behind the noun at token t puts those
// in whom it names; "" for none.
func (c *coder) countryBehind(t int) string {
	for k := range c.d.Children(t) {
		tok := &c.d.Tokens[k]
		switch {
		case k < t:
			continue
		case tok.Rel() == "nmod" && c.hasCase(k, "in", "at", "on", "near", "under", "from"):
		case tok.Deprel == "acl" && settled[tok.Lemma]:
		default:
			continue
		}
		first, end := c.d.Subtree(k)
		if code := c.countryIn(first, end); code != "" {
			return code
		}
		for _, p := range c.placesIn(doc.Sentence{First: first, End: end}) {
			if p.Place.Country != "" {
				return p.Place.Country
			}
		}
	}
	return ""
}

// settled names participles that tell where people live and for whom they work.
var settled = doc.WordSet("base station work serve operate camp deploy assign attach post")
