package place

import (
	"math"

	"readout/internal/gazetteer"
	"readout/lexicon"
)

// An atlas is all that is known about places by name: the lexicon's places over the gazetteer.
type atlas struct {
	gazetteer *gazetteer.Gazetteer
	own       map[string][]sense // the lexicon's, by folded name
	short     map[string][]sense // names that count only after a town: "OH", "Calif"
	adjective map[string]sense   // of what is no country: "African"
	countries map[string]sense   // by code
}

// A sense is one place that a name can mean.
type sense struct {
	kind     string // as lexicon.KindCity
	name     string // "" for a place of the gazetteer, which is asked when it is wanted
	country  string
	region   int // of the gazetteer, 0 for none
	lat, lon float64
	people   int
	geonames int
	other    bool // the name is another one that the place also has
	home     bool // the lexicon means this one by the name
	entry    gazetteer.Place
	prior    float64
	x, y, z  float64 // on the unit sphere
}

// newAtlas lays the lexicon's places over the gazetteer.
func newAtlas(g *gazetteer.Gazetteer, places *lexicon.Places) *atlas {
	a := &atlas{
		gazetteer: g, own: map[string][]sense{}, short: map[string][]sense{}, adjective: map[string]sense{},
		countries: map[string]sense{},
	}
	for code, c := range places.Countries {
		s := sense{kind: lexicon.KindCountry, name: code, country: code, lat: c.Lat, lon: c.Lon, geonames: c.GeoNames}
		if p, ok := g.CountryOf(code); ok {
			s.people = p.Population
			if !c.Located {
				s.lat, s.lon = p.Lat, p.Lon
			}
		} else if !c.Located {
			continue
		}
		a.countries[code] = s.placed()
	}
	for i := range places.All {
		a.add(&places.All[i])
	}
	return a
}

// add adds a record of the lexicon under all its names.
func (a *atlas) add(p *lexicon.Place) {
	s := sense{kind: p.Kind, name: p.Name, lat: p.Lat, lon: p.Lon, geonames: p.GeoNames}
	if len(p.Countries) > 0 {
		s.country = p.Countries[0]
	}
	if !a.complete(&s, p) && !p.Located {
		return
	}
	s = s.placed()
	for n, name := range append([]string{p.Name}, p.Also...) {
		s.other = n > 0
		folded := string(gazetteer.Fold(nil, name))
		a.own[folded] = append(a.own[folded], s)
	}
	s.other = false
	for _, name := range p.Short {
		folded := string(gazetteer.Fold(nil, name))
		a.short[folded] = append(a.short[folded], s)
	}
	for _, name := range p.Adj {
		a.adjective[name] = s
	}
}

// complete takes from the gazetteer's place of the same name, kind and country what the record does
// not say, and reports whether there is one.
func (a *atlas) complete(s *sense, p *lexicon.Place) bool {
	var buffer [16]gazetteer.Place
	for _, name := range append([]string{p.Name}, p.Also...) {
		for _, g := range a.gazetteer.Find(buffer[:0], name) {
			if g.Country != s.country || sizeOf(kindOf(g.Kind)) != sizeOf(p.Kind) || p.Located && kilometres(s.lat, s.lon, g.Lat, g.Lon) > nearTown(p.Kind) {
				continue
			}
			if !p.Located {
				s.lat, s.lon = g.Lat, g.Lon
			}
			if s.geonames == 0 {
				s.geonames = g.GeoNames
			}
			s.people, s.region = g.Population, g.Region
			return true
		}
	}
	return false
}

// nearTown returns how far apart, in kilometres, two records of one place may put it.
func nearTown(kind string) float64 {
	if sizeOf(kind) == townSize {
		return 40
	}
	return 1500
}

// Sizes of places, for telling whether two records can be one place.
const (
	otherSize = iota
	townSize
	countySize
	regionSize
)

func sizeOf(kind string) int {
	switch kind {
	case lexicon.KindCapital, lexicon.KindCity, lexicon.KindDistrict:
		return townSize
	case lexicon.KindCounty:
		return countySize
	case lexicon.KindRegion:
		return regionSize
	}
	return otherSize
}

func kindOf(k gazetteer.Kind) string {
	switch k {
	case gazetteer.Country:
		return lexicon.KindCountry
	case gazetteer.Region:
		return lexicon.KindRegion
	case gazetteer.County:
		return lexicon.KindCounty
	case gazetteer.Capital:
		return lexicon.KindCapital
	case gazetteer.District:
		return lexicon.KindDistrict
	}
	return lexicon.KindCity
}

// senses returns the places that the folded name can mean, the lexicon's first, without a place of
// the gazetteer that is one of those.
func (a *atlas) senses(folded []byte) []sense {
	own := a.own[string(folded)]
	var buffer [64]gazetteer.Place
	found := a.gazetteer.FindFolded(buffer[:0], folded)
	if len(found) == 0 {
		return own
	}
	all := append(make([]sense, 0, len(own)+len(found)), own...)
	for _, g := range found {
		s := sense{
			kind: kindOf(g.Kind), country: g.Country, region: g.Region, lat: g.Lat, lon: g.Lon, people: g.Population,
			geonames: g.GeoNames, other: !g.Primary, entry: g,
		}
		if !a.isOne(own, &s) {
			all = append(all, s.placed())
		}
	}
	return all
}

// isOne reports whether the place is one of the lexicon's.
func (a *atlas) isOne(own []sense, s *sense) bool {
	for i := range own {
		if o := &own[i]; o.country == s.country && sizeOf(o.kind) == sizeOf(s.kind) && kilometres(o.lat, o.lon, s.lat, s.lon) < nearTown(s.kind) {
			return true
		}
	}
	return false
}

// nameOf returns the name that records show.
func (a *atlas) nameOf(s *sense) string {
	if s.name != "" {
		return s.name
	}
	return a.gazetteer.Name(s.entry)
}

// placed puts the place on the unit sphere and says how likely it is meant when nothing else is known.
func (s sense) placed() sense {
	lat, lon := s.lat*math.Pi/180, s.lon*math.Pi/180
	s.x, s.y, s.z = math.Cos(lat)*math.Cos(lon), math.Cos(lat)*math.Sin(lon), math.Sin(lat)
	people := 2.3 // a few hundred people, where nobody has counted
	if s.people > 0 {
		people = math.Log10(float64(s.people))
	}
	switch s.kind {
	case lexicon.KindCountry:
		s.prior = 8.5
	case lexicon.KindRegion:
		s.prior = people + 0.3
	case lexicon.KindCapital:
		s.prior = people + 1
	case lexicon.KindCity:
		s.prior = people
	case lexicon.KindCounty:
		s.prior = people - 0.5
	case lexicon.KindDistrict:
		s.prior = people - 1.5
	default:
		s.prior = 6.5
	}
	if s.name != "" && s.people == 0 && sizeOf(s.kind) != otherSize {
		s.prior = max(s.prior, 5.5) // whoever wrote it down had a reason
	}
	if s.other && s.name == "" {
		s.prior -= 1.5
	}
	return s
}

// kilometres returns the distance of two places.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	dy, dx := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := float64(dy*dy) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*float64(dx*dx)
	return 2 * 6371 * math.Asin(min(1, math.Sqrt(h)))
}

// distance returns the distance of two places in kilometres, along the chord.
func (s *sense) distance(t *sense) float64 {
	dx, dy, dz := s.x-t.x, s.y-t.y, s.z-t.z
	return 6371 * math.Sqrt(float64(dx*dx)+float64(dy*dy)+float64(dz*dz))
}

// inside reports whether the place lies in the other, a region or country.
func (s *sense) inside(t *sense) bool {
	switch t.kind {
	case lexicon.KindCountry:
		return s.country == t.country
	case lexicon.KindRegion:
		return t.country == s.country && (t.region != 0 && s.region == t.region)
	case lexicon.KindCounty, lexicon.KindIsland:
		return t.country == s.country && s.distance(t) < 80
	}
	return false
}
