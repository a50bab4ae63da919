package place

import (
	"slices"

	"readout/internal/doc"
	"readout/lexicon"
)

// Local news calls its own town by the name alone, though a city abroad has the same name: "an Alexandria grand
// jury". The names around decide there, not how well a place is known.

// localNouns names those who are of a town, and its bodies.
var localNouns = doc.WordSet(`man woman teen teenager boy girl couple resident native homeowner police policeman officer patrolman detective sheriff
	firefighter councilman councilwoman council councillor councilor mayor commissioner school university jury courthouse
	department driver motorist driver businessman teacher student attorney city`)

// localTowns gives a name that stands before those who are of a town the place in the country of the other
// names, where none of them speaks for the country of the best known place of the name.
func (s *scan) localTowns(live []*name) {
	for _, n := range live {
		if n.chosen < 0 || n.within != nil || n.senses[n.chosen].kind == lexicon.KindCountry || !s.isLocal(n) {
			continue
		}
		n.local = n.rule == ruleNear
		if k := n.elsewhere(live); k >= 0 {
			n.chosen, n.rule, n.local = k, ruleNear, true
		}
	}
}

// isLocal reports whether the name stands before those who are of a town.
func (s *scan) isLocal(n *name) bool {
	return slices.ContainsFunc(s.found, func(c found) bool {
		if &s.names[c.name] != n || c.end == c.first || c.end+1 >= len(s.d.Tokens) || s.d.Tokens[c.end].UPOS == "VERB" {
			return false
		}
		return localNouns[s.lemma(c.end)] || s.d.Tokens[c.end].UPOS == "ADJ" && localNouns[s.lemma(c.end+1)]
	})
}

// elsewhere returns the likeliest place of the name in the country that at least two other names speak for, twice as many
// as for the one chosen; -1 for none.
func (n *name) elsewhere(live []*name) int {
	votes := map[string]int{}
	for _, o := range live {
		if o != n && o.chosen >= 0 {
			votes[o.senses[o.chosen].country]++
		}
	}
	here := votes[n.senses[n.chosen].country]
	best := -1
	for k := range n.senses {
		x := &n.senses[k]
		if x.kind == lexicon.KindCountry || x.kind == lexicon.KindRegion || x.country == "" || votes[x.country] < 2 || votes[x.country] < 2*here || x.country == n.senses[n.chosen].country {
			continue
		}
		if best < 0 || n.scores[k] > n.scores[best] {
			best = k
		}
	}
	return best
}
