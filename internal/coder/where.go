package coder

import (
	"slices"
	"sort"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
)

// where returns the places of an event: those that its words govern, then others of the same
// sentence in the same country ("… arrived in Moscow, met … at the Kremlin"), the nearest first.
func (c *coder) where(f *frame.Frame) []readout.Place {
	places := []readout.Place{}
	here := c.placesIn(c.d.Sentences[c.d.SentenceOf(f.Token)])
	for i := range here {
		if c.governs(f, here[i].First, here[i].End) && !c.misplaced(here[i].First, here[i].End, here[i].Place.Country) {
			places = appendPlace(places, here[i].Place)
		}
	}
	if len(places) == 0 {
		return places
	}
	for i := range here {
		if here[i].Place.Country == places[0].Country {
			places = appendPlace(places, here[i].Place)
		}
	}
	return places
}

// misplaced reports whether the words around the place at tokens [first, end) say that it is not in the country with the
// code, in which the gazetteer has a place of the name: "Syria's Adra prison", "the Syrian town of Adra".
func (c *coder) misplaced(first, end int, code string) bool {
	h := first
	for h < end && c.d.Tokens[h].Head >= first && c.d.Tokens[h].Head < end {
		h++
	}
	if h == end || code == "" {
		return false
	}
	around := []int{h}
	if up := c.d.Tokens[h].Head; up >= 0 && (c.d.Tokens[h].Rel() == "compound" || c.d.Tokens[h].Rel() == "nmod" && c.hasCase(h, "of")) {
		around = append(around, up)
	}
	for _, t := range around {
		for k := range c.d.Children(t) {
			if r := c.d.Tokens[k].Deprel; k >= first && k < end || r != "nmod:poss" && r != "amod" && r != "compound" {
				continue
			}
			if e := c.d.EntityAt(k); e != nil && e.Class == doc.State && e.Country != "" && e.Country != code {
				return true
			}
		}
	}
	return false
}

// placesIn returns the places of a sentence.
func (c *coder) placesIn(s doc.Sentence) []doc.Place {
	at := func(token int) int {
		return sort.Search(len(c.d.Places), func(i int) bool { return c.d.Places[i].First >= token })
	}
	return c.d.Places[at(s.First):at(s.End)]
}

func appendPlace(places []readout.Place, p readout.Place) []readout.Place {
	for _, old := range places {
		if old.Same(&p) {
			return places
		}
	}
	return append(places, p)
}

// governs reports whether the place at tokens [first, end) depends on the frame's words without a
// clause between them. What is talked about, and where that is, is not where people talk: "discussed
// the crisis in the Gulf".
func (c *coder) governs(f *frame.Frame, first, end int) bool {
	h := c.topHead(first, end)
	for n := 0; h >= 0 && n < 4; n++ {
		if h == f.Verb || h == f.Token {
			return true
		}
		rel := c.d.Tokens[h].Rel()
		if rel == "obj" && f.Makes.Type == "CONSULT" && !slices.Contains(f.Makes.Modes, "visit") {
			return false
		}
		switch rel {
		case "obl", "nmod", "obj", "conj", "appos":
			h = c.d.Tokens[h].Head
		default:
			return false
		}
	}
	return false
}
