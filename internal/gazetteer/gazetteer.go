// Package gazetteer knows the places of the world by name: countries, their first regions, counties
// and districts of some countries, and cities. The file that it reads is made by
// cmd/readout-gazetteer from openly licensed data, is embedded, and is searched where it lies:
// nothing is unpacked. What people of the field add by hand stands in the lexicon (places.txt).
//
// The form of the file, all numbers little-endian:
//
//	magic "RDGZ", version uint32, CRC-32C of all that follows uint32
//	counts uint32: countries, regions, places, names, bytes of the names' blocks
//	countries: code [3]byte, lat, lon int24 (1/10,000 degree), population byte (see logPopulation)
//	regions: country byte, then at the end of the file their names
//	places: lat, lon int24, region uint16, kind byte, population byte, GeoNames id uint24, name uint24
//	offset of every block of 16 names uint32
//	blocks of names: shared byte, length byte, rest of the folded name; length byte and the name as
//	   written where it is not the folded one with capitals; number of places byte, each uint24
//	names of regions: length byte, name
package gazetteer

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"sync"
)

//go:embed gazetteer.bin
var embedded []byte

// Default returns the gazetteer that is built in.
var Default = sync.OnceValues(func() (*Gazetteer, error) { return Open(embedded) })

// A Kind is what sort of place it is.
type Kind uint8

// The kinds of places.
const (
	Country  Kind = iota + 1
	Region        // a first-level region: a state of the USA, a province
	County        // a second-level region
	Capital       // of a country
	Seat          // the chief town of a region
	City          // any other populated place
	District      // a part of a city
	kinds
)

// A Place is a place of the gazetteer. Its name is read when it is asked for.
type Place struct {
	Kind       Kind
	Country    string  // ISO 3166-1 alpha-3, KOS for Kosovo
	Region     int     // from 1, 0 when unknown: see RegionName
	Lat, Lon   float64 // degrees, north and east positive
	Population int     // rounded, 0 when unknown
	GeoNames   int     // identifier, 0 when unknown
	Primary    bool    // the name it was found by is its own, not another one that it also has
	name       int
}

// A Gazetteer is a file of places. It does not change and may be used by many goroutines.
type Gazetteer struct {
	data      []byte
	countries []byte // table
	regions   []byte // country of each
	places    []byte
	offsets   []byte // of blocks
	blocks    []byte
	names     int
	regionOf  []string       // names
	byCode    map[string]int // countries
}

const (
	magic       = "RDGZ"
	version     = 1
	headerSize  = 12 + 5*4
	countrySize = 3 + 3 + 3 + 1
	placeSize   = 3 + 3 + 2 + 1 + 1 + 3 + 3
	blockNames  = 16
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Open reads a gazetteer file; data must not change afterwards. It checks the checksum, and that
// everything lies within the file, so that no search can fail on a file that opens.
func Open(data []byte) (*Gazetteer, error) {
	if len(data) < headerSize || string(data[:4]) != magic {
		return nil, errors.New("gazetteer: not a gazetteer file")
	}
	if v := binary.LittleEndian.Uint32(data[4:]); v != version {
		return nil, fmt.Errorf("gazetteer: version %d, want %d", v, version)
	}
	if crc32.Checksum(data[12:], castagnoli) != binary.LittleEndian.Uint32(data[8:]) {
		return nil, errors.New("gazetteer: checksum does not match: the file is damaged")
	}
	g := &Gazetteer{data: data, byCode: map[string]int{}}
	if err := g.cut(); err != nil {
		return nil, err
	}
	for i := range len(g.countries) / countrySize {
		g.byCode[string(g.countries[i*countrySize:i*countrySize+3])] = i
	}
	return g, nil
}

// cut parts the file into its tables.
func (g *Gazetteer) cut() error {
	count := func(i int) int { return int(binary.LittleEndian.Uint32(g.data[12+4*i:])) }
	rest, ok := g.data[headerSize:], true
	take := func(n int) []byte {
		if n < 0 || n > len(rest) {
			ok = false
			return nil
		}
		part := rest[:n]
		rest = rest[n:]
		return part
	}
	g.names = count(3)
	g.countries, g.regions = take(count(0)*countrySize), take(count(1))
	g.places = take(count(2) * placeSize)
	g.offsets = take((g.names + blockNames - 1) / blockNames * 4)
	g.blocks = take(count(4))
	for range g.regions {
		n := take(1)
		if !ok {
			break
		}
		g.regionOf = append(g.regionOf, string(take(int(n[0]))))
	}
	if !ok || len(rest) > 0 {
		return errors.New("gazetteer: the file's tables do not fit its length")
	}
	return g.check()
}

// check looks at every reference of the tables.
func (g *Gazetteer) check() error {
	for _, c := range g.regions {
		if int(c)*countrySize >= len(g.countries) {
			return errors.New("gazetteer: a region is in no country")
		}
	}
	for i := 0; i < len(g.offsets); i += 4 {
		if int(binary.LittleEndian.Uint32(g.offsets[i:])) >= len(g.blocks) {
			return errors.New("gazetteer: a block of names lies outside of the file")
		}
	}
	return nil
}

// RegionName returns the name of a Place's region, "" when it has none.
func (g *Gazetteer) RegionName(region int) string {
	if region <= 0 || region > len(g.regionOf) {
		return ""
	}
	return g.regionOf[region-1]
}

// CountryOf returns the place that a country is, by its code; false when the gazetteer has none.
func (g *Gazetteer) CountryOf(code string) (Place, bool) {
	i, ok := g.byCode[code]
	if !ok {
		return Place{}, false
	}
	r := g.countries[i*countrySize:]
	return Place{
		Kind: Country, Country: code, Lat: degrees(r[3:]), Lon: degrees(r[6:]), Population: population(r[9]),
		Primary: true, name: -1,
	}, true
}

// place reads the record of place i, found by the name with number by.
func (g *Gazetteer) place(i, by int) (Place, bool) {
	if i < 0 || (i+1)*placeSize > len(g.places) {
		return Place{}, false
	}
	r := g.places[i*placeSize : (i+1)*placeSize]
	region := int(binary.LittleEndian.Uint16(r[6:]))
	if region >= len(g.regions) {
		return Place{}, false
	}
	c := int(g.regions[region]) * countrySize
	p := Place{
		Kind: Kind(r[8]), Country: string(g.countries[c : c+3]),
		Lat: degrees(r), Lon: degrees(r[3:]), Population: population(r[9]),
		GeoNames: uint24(r[10:]), name: uint24(r[13:]),
	}
	if g.regionOf[region] != "" {
		p.Region = region + 1
	}
	p.Primary = p.name == by
	return p, p.Kind > 0 && p.Kind < kinds
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

func degrees(b []byte) float64 {
	return float64(int32(uint24(b))<<8>>8) / 10000
}

// logPopulation writes a number of people in one byte: 25 steps for every factor of ten.
func logPopulation(n int) byte {
	if n <= 0 {
		return 0
	}
	return byte(min(255, math.Round(25*math.Log10(float64(n)))+1))
}

func population(b byte) int {
	if b == 0 {
		return 0
	}
	n := math.Pow(10, float64(b-1)/25)
	scale := math.Pow(10, math.Floor(math.Log10(n))-1) // two digits tell as much as there is
	return int(max(1, math.Round(n/scale)*scale))
}
