package place

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"readout"
	"readout/internal/gazetteer"
	"readout/lexicon"
)

// Rules that tell which place of a name it is, as records and explain show them.
const (
	ruleOnly    = "the only place of the name"
	ruleRegion  = "its region stands beside it"
	ruleNear    = "nearest to the other places of the article"
	ruleLargest = "the best known of the name"
	ruleLexicon = "the lexicon"
	ruleWithin  = "its region stands beside it; the place itself is not known"
	ruleUnknown = "no place of the name is known"
)

// Weights of the vote, fitted on annotated news together with the priors of sense.placed.
const (
	mostContext  = 6.0   // what the rest of the article can add to the logarithm of a place's people
	contextScale = 1.5   // the sum of bonds that adds nearly two thirds of that
	sharpness    = 1.0   // how fast the likelihood falls with the score
	sameCountry  = 0.15  // bond of two places of one country
	sameRegion   = 1.0   // and of one region
	acrossRegion = 250.0 // kilometres over which that falls to a third, for two towns
	neighbours   = 2.0   // and of two places side by side
	nearby       = 50.0  // kilometres over which that falls to a third
	ofCountry    = 0.5   // bond of a place with its country's own name
)

// rounds is how often the names of an article look at each other.
const rounds = 3

// Bounds that keep long articles from taking long: how many places a name is looked at for, and how
// many names, those that stand most often, vote.
const (
	mostSenses = 24
	mostVoters = 60
)

// resolve chooses for every name the place that it means. A name means one place throughout an
// article. Each place that it can mean has a first likelihood (people, rank); then the names vote
// for each other's places that lie in the same region or near, by how likely those are, some rounds.
func (s *scan) resolve() {
	used := make([]bool, len(s.names))
	for i := range s.found {
		if c := &s.found[i]; !c.held {
			used[c.name] = true
		}
	}
	var live []*name
	for i := range s.names {
		if n := &s.names[i]; used[i] && len(n.senses) > 0 {
			n.begin()
			live = append(live, n)
		}
	}
	slices.SortStableFunc(live, func(m, n *name) int { return cmp.Compare(n.occurrences, m.occurrences) })
	for range rounds {
		vote(live)
	}
	for _, n := range live {
		n.choose()
	}
	s.localTowns(live)
}

// begin leaves the places that come into question and gives them their first likelihood.
func (n *name) begin() {
	if n.within != nil {
		n.keepWithin()
	}
	n.senses = n.senses[:min(len(n.senses), mostSenses)]
	n.scores = make([]float64, len(n.senses))
	for k := range n.senses {
		n.scores[k] = n.senses[k].prior
	}
}

// keepWithin leaves the places that lie in the region which the text gives.
func (n *name) keepWithin() {
	var in []sense
	for i := range n.senses {
		if n.senses[i].inside(n.within) && n.senses[i].kind != lexicon.KindCountry {
			in = append(in, n.senses[i])
		}
	}
	if in != nil {
		n.senses = in
	}
}

// vote makes one round: the score of every place of a name is its first likelihood and what the
// other names' places say for it.
func vote(names []*name) {
	voters := names[:min(len(names), mostVoters)]
	shares := make([][]float64, len(voters))
	for i, n := range voters {
		shares[i] = n.shares()
	}
	for i, n := range names {
		for k := range n.senses {
			sum, country := 0.0, 0.0
			for j, other := range voters {
				if j == i {
					continue
				}
				for m, p := range shares[j] {
					if p < 0.02 {
						continue
					}
					b := float64(p * bond(&n.senses[k], &other.senses[m]))
					if other.senses[m].kind == lexicon.KindCountry {
						country = max(country, b) // however many names it has
					} else {
						sum += b
					}
				}
			}
			sum += country
			n.scores[k] = n.senses[k].prior + float64(mostContext*(1-math.Exp(-sum/contextScale)))
		}
	}
}

// shares returns how the likelihood is parted among the places of the name.
func (n *name) shares() []float64 {
	best := math.Inf(-1)
	for _, x := range n.scores {
		best = max(best, x)
	}
	out, sum := make([]float64, len(n.scores)), 0.0
	for k, x := range n.scores {
		out[k] = math.Exp(sharpness * (x - best))
		sum += out[k]
	}
	for k := range out {
		out[k] /= sum
	}
	return out
}

// bond returns how much a place speaks for another one that the same article names.
func bond(x, y *sense) float64 {
	if x.country == y.country && x.country != "" && y.kind == lexicon.KindCountry {
		return ofCountry
	}
	b, d := 0.0, x.distance(y)
	if x.country == y.country && x.country != "" {
		b = sameCountry
		if x.region != 0 && x.region == y.region {
			b = sameRegion
			if y.kind != lexicon.KindRegion {
				b = max(sameCountry, sameRegion*math.Exp(-d/acrossRegion))
			}
		}
	}
	if x.kind != lexicon.KindCountry && y.kind != lexicon.KindCountry && d < 300 {
		b += float64(neighbours * math.Exp(-d/nearby))
	}
	return b
}

// choose takes the likeliest place and says by which rule.
func (n *name) choose() {
	best, prior := 0, 0
	for k := range n.scores {
		if n.scores[k] > n.scores[best] {
			best = k
		}
		if n.senses[k].prior > n.senses[prior].prior {
			prior = k
		}
	}
	n.chosen = best
	switch {
	case n.within != nil && n.senses[best].inside(n.within):
		n.rule = ruleRegion
	case len(n.senses) == 1:
		n.rule = ruleOnly
	case best == prior:
		n.rule = ruleLargest
	default:
		n.rule = ruleNear
	}
}

// placeOf makes the place of a record.
func (s *scan) placeOf(c *found) readout.Place {
	n := &s.names[c.name]
	p := readout.Place{Name: s.nameOf(c), Country: c.country, Rule: ruleUnknown}
	if n.chosen < 0 {
		return p
	}
	x := &n.senses[n.chosen]
	p.Rule = n.rule
	if c.unknown {
		p.Name, p.Country, p.Region, p.Rule = s.nameOf(c), x.country, s.atlas.nameOf(x), ruleWithin
		p.Precision, p.Coordinates = precision(x.kind), &readout.Coordinates{Lat: x.lat, Lon: x.lon}
		return p
	}
	switch {
	case c.state && x.kind != lexicon.KindCountry:
		p.Name, p.Country = s.atlas.nameOf(x), x.country
	case c.lexical && !c.state && !x.home && x.country != "":
		p.Country = x.country // a town that has the name of a capital
	}
	if !c.lexical && c.use != readout.UseAdjective {
		p.Name, p.Country = s.atlas.nameOf(x), x.country
	}
	p.Region = s.atlas.gazetteer.RegionName(x.region)
	if p.Region == p.Name || x.kind == lexicon.KindCountry {
		p.Region = ""
	}
	p.Precision, p.GeoNames = precision(x.kind), x.geonames
	p.Coordinates = &readout.Coordinates{Lat: x.lat, Lon: x.lon}
	return p
}

// nameOf returns the toponym's name as the lexicon or the text has it.
func (s *scan) nameOf(c *found) string {
	switch {
	case c.toponym.name != "":
		return c.toponym.name
	case c.end > c.first:
		return s.written(c.first, c.end)
	}
	return s.d.Article.Text[c.start:c.stop]
}

func precision(kind string) string {
	if kind == lexicon.KindCapital {
		return lexicon.KindCity
	}
	return kind
}

// dateline finds the place of the dateline, which is no sentence: it speaks for what is near it.
func (s *scan) dateline() {
	a := s.d.Article
	place, region, _ := strings.Cut(a.DatelinePlace, ",")
	s.folded = gazetteer.Fold(s.folded[:0], place)
	if place == "" || !s.atlas.has(s.folded) {
		return
	}
	key := string(s.folded)
	for _, part := range a.Parts {
		at := -1
		if part.Kind == readout.PartDateline {
			at = indexFold(a.Text[part.Start:part.End], place)
		}
		if at < 0 {
			continue
		}
		n := name{senses: s.atlas.senses([]byte(key)), chosen: -1, accepted: true, occurrences: 1}
		n.within = s.regionNamed(&n, region)
		for _, m := range s.actors.Match(strings.Fields(place)) {
			if m.As == lexicon.AsCapital && m.On(s.date) {
				n.senses = inCountry(n.senses, m.Known.CodeOn(s.date))
				break
			}
		}
		s.byName[key] = len(s.names)
		start := part.Start + at
		s.found = append(s.found, found{start: start, stop: start + len(place), name: len(s.names), why: "dateline", within: n.within})
		s.names = append(s.names, n)
		return
	}
}

// regionNamed returns the region or country with the name that holds a place of n, nil for none.
func (s *scan) regionNamed(n *name, region string) *sense {
	s.folded = gazetteer.Fold(s.folded[:0], region)
	all := append(append([]sense(nil), s.atlas.short[string(s.folded)]...), s.atlas.senses(s.folded)...)
	for _, m := range s.actors.Match(strings.Fields(region)) {
		if c, ok := s.atlas.countries[m.Known.Code]; ok && m.Known.Kind == lexicon.Country && m.As == lexicon.AsName {
			all = append(all, c)
		}
	}
	for i := range all {
		for k := range n.senses {
			if n.senses[k].inside(&all[i]) {
				return &all[i]
			}
		}
	}
	return nil
}

// indexFold returns where the words stand in the text, whatever their case; -1 when they do not.
func indexFold(text, words string) int {
	for i := 0; i+len(words) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(words)], words) {
			return i
		}
	}
	return -1
}
