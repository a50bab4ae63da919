package lexicon

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// Places are the places of folder places: what news names and lists of towns do not have, other names
// of what they have, and where countries are.
type Places struct {
	All       []Place
	Countries map[string]Place // by code, those that have ended among them
}

// The kinds of places, as the files write them.
const (
	KindCountry   = "country"
	KindRegion    = "region"
	KindCounty    = "county"
	KindCapital   = "capital"
	KindCity      = "city"
	KindDistrict  = "district"
	KindSite      = "site"
	KindArea      = "area"
	KindIsland    = "island"
	KindWater     = "water"
	KindMountain  = "mountain"
	KindContinent = "continent"
)

var placeKinds = []string{
	KindRegion, KindCounty, KindCapital, KindCity, KindDistrict, KindSite, KindArea, KindIsland, KindWater,
	KindMountain, KindContinent,
}

// A Place is a record of folder places.
type Place struct {
	Name      string
	Kind      string
	Countries []string // codes, the one that records show first; nil for none
	Located   bool     // whether Lat and Lon are given
	Lat, Lon  float64
	Also      []string // other names
	Short     []string // names that count only after a town and a comma: "OH"
	Adj       []string // adjectives, where it is no country: "African"
	GeoNames  int      // identifier, 0 when not given
}

var placeFiles = []string{"countries.txt", "regions.txt", "areas.txt", "cities.txt", "seats.txt"}

// LoadPlaces reads the files of folder places in fsys; the head of areas.txt tells their form. Layers
// over it may hold any of them: a record of theirs is added, or takes the place of the one with the
// same name, kind and countries.
func LoadPlaces(fsys fs.FS, over ...Layer) (*Places, error) {
	layers := append([]Layer{{FS: fsys}}, over...)
	p := &Places{Countries: map[string]Place{}}
	for _, name := range placeFiles {
		records, err := readActorLayers(layers, "places/"+name)
		if err != nil {
			return nil, err
		}
		for i := range records {
			if name == "countries.txt" {
				err = p.addCountry(&records[i])
			} else {
				err = p.add(&records[i])
			}
			if err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

// addCountry adds a record of countries.txt: CODE  latitude longitude  identifier.
func (p *Places) addCountry(r *actorRecord) error {
	if len(r.columns) < 2 || len(r.columns) > 3 || len(r.fields) > 0 || !isCode(r.columns[0]) {
		return r.errorf(r.line, "want a code, coordinates or -, and an identifier, two spaces between")
	}
	c := Place{Kind: KindCountry, Name: r.columns[0], Countries: r.columns[:1]}
	if r.columns[1] != "-" {
		if err := c.locate(r.columns[1]); err != nil {
			return r.errorf(r.line, "%w", err)
		}
	}
	if len(r.columns) == 3 {
		var err error
		if c.GeoNames, err = strconv.Atoi(r.columns[2]); err != nil {
			return r.errorf(r.line, "bad identifier %q", r.columns[2])
		}
	}
	p.Countries[c.Name] = c
	return nil
}

// add adds a record of the other files: Name  kind  CODES  latitude longitude.
func (p *Places) add(r *actorRecord) error {
	if len(r.columns) < 3 || len(r.columns) > 4 {
		return r.errorf(r.line, "want a name, a kind, codes or -, and coordinates, two spaces between")
	}
	x := Place{Name: r.columns[0], Kind: r.columns[1]}
	if !slices.Contains(placeKinds, x.Kind) {
		return r.errorf(r.line, "unknown kind %q, want one of %s", x.Kind, strings.Join(placeKinds, " "))
	}
	if r.columns[2] != "-" {
		for code := range strings.SplitSeq(r.columns[2], ",") {
			code = strings.TrimSpace(code)
			if !isCode(code) {
				return r.errorf(r.line, "bad code %q, want three capital letters", code)
			}
			x.Countries = append(x.Countries, code)
		}
	}
	if len(r.columns) == 4 {
		if err := x.locate(r.columns[3]); err != nil {
			return r.errorf(r.line, "%w", err)
		}
	}
	for _, f := range r.fields {
		switch f.key {
		case "also":
			x.Also = append(x.Also, f.values...)
		case "adj":
			x.Adj = append(x.Adj, f.values...)
		case "short":
			x.Short = append(x.Short, f.values...)
		case "geonames":
			n, err := strconv.Atoi(f.values[0])
			if err != nil || len(f.values) > 1 {
				return r.errorf(f.line, "bad identifier %q", f.values[0])
			}
			x.GeoNames = n
		default:
			return r.errorf(f.line, "unknown key %q, want also, short, adj or geonames", f.key)
		}
	}
	p.All = append(p.All, x)
	return nil
}

// locate reads "latitude longitude" in degrees, north and east positive.
func (p *Place) locate(text string) error {
	lat, lon, ok := strings.Cut(text, " ")
	if !ok {
		return fmt.Errorf("bad coordinates %q, want latitude and longitude", text)
	}
	var err1, err2 error
	p.Lat, err1 = strconv.ParseFloat(lat, 64)
	p.Lon, err2 = strconv.ParseFloat(strings.TrimSpace(lon), 64)
	if err1 != nil || err2 != nil || !(p.Lat >= -90 && p.Lat <= 90) || !(p.Lon >= -180 && p.Lon <= 180) {
		return fmt.Errorf("bad coordinates %q, want latitude and longitude in degrees", text)
	}
	p.Located = true
	return nil
}
