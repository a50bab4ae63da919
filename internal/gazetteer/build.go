package gazetteer

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
)

// A CountrySource is a country for Build.
type CountrySource struct {
	Code       string // three letters
	Lat, Lon   float64
	Population int
}

// A RegionSource is a first-level region for Build: what places lie in.
type RegionSource struct {
	Country string // code
	Name    string
}

// A Source is a place for Build.
type Source struct {
	Kind       Kind
	Name       string
	Also       []string // other names
	Region     int      // index into the regions
	Lat, Lon   float64
	Population int
	GeoNames   int
}

// Build makes a gazetteer file. The same input in the same order makes the same bytes. Of places
// that share a name the one with more people comes first.
func Build(countries []CountrySource, regions []RegionSource, places []Source) ([]byte, error) {
	var b builder
	if err := b.countries(countries, regions); err != nil {
		return nil, err
	}
	refs, err := b.collect(places)
	if err != nil {
		return nil, err
	}
	b.write(places, refs)
	var out []byte
	for _, n := range []int{len(countries), len(regions), len(places), len(refs), len(b.blocks)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, part := range [][]byte{b.country, b.region, b.place, b.offsets, b.blocks, b.regionNames} {
		out = append(out, part...)
	}
	head := binary.LittleEndian.AppendUint32([]byte(magic), version)
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(out, castagnoli))
	return append(head, out...), nil
}

// A builder holds the tables of a file that is made.
type builder struct {
	country, region, place, offsets, blocks, regionNames []byte
	nameOf                                               []int // of places
}

// A nameRef is a name and the places that have it.
type nameRef struct {
	folded  string
	written string // of the largest place whose own name it is
	places  []int
}

func (b *builder) countries(countries []CountrySource, regions []RegionSource) error {
	at := map[string]int{}
	for i, c := range countries {
		if len(c.Code) != 3 {
			return fmt.Errorf("gazetteer: bad code of a country: %q", c.Code)
		}
		at[c.Code] = i
		b.country = append(b.country, c.Code...)
		b.country = appendDegrees(appendDegrees(b.country, c.Lat), c.Lon)
		b.country = append(b.country, logPopulation(c.Population))
	}
	if len(countries) > 256 || len(regions) > 1<<16 {
		return fmt.Errorf("gazetteer: %d countries and %d regions are too many", len(countries), len(regions))
	}
	for _, r := range regions {
		c, ok := at[r.Country]
		if !ok || len(r.Name) > 255 {
			return fmt.Errorf("gazetteer: bad region %q of %q", r.Name, r.Country)
		}
		b.region = append(b.region, byte(c))
		b.regionNames = append(append(b.regionNames, byte(len(r.Name))), r.Name...)
	}
	return nil
}

// collect gathers the names of the places, sorted.
func (b *builder) collect(places []Source) ([]nameRef, error) {
	byName := map[string]*nameRef{}
	add := func(name string, i int) {
		folded := string(Fold(nil, name))
		if folded == "" || len(folded) > longest {
			return
		}
		r := byName[folded]
		if r == nil {
			r = &nameRef{folded: folded}
			byName[folded] = r
		}
		if !slices.Contains(r.places, i) {
			r.places = append(r.places, i)
		}
	}
	for i, p := range places {
		add(p.Name, i)
		for _, name := range p.Also {
			add(name, i)
		}
	}
	if len(byName) >= 1<<24 || len(places) >= 1<<24 {
		return nil, fmt.Errorf("gazetteer: too many names")
	}
	return b.number(places, byName), nil
}

// number puts the names in order and notes the number of every place's own name.
func (b *builder) number(places []Source, byName map[string]*nameRef) []nameRef {
	refs := make([]nameRef, 0, len(byName))
	for _, r := range byName {
		slices.SortStableFunc(r.places, func(x, y int) int {
			return cmp.Or(cmp.Compare(places[y].Population, places[x].Population), cmp.Compare(x, y))
		})
		if len(r.places) > 255 {
			r.places = r.places[:255]
		}
		refs = append(refs, *r)
	}
	slices.SortFunc(refs, func(x, y nameRef) int { return cmp.Compare(x.folded, y.folded) })
	b.nameOf = make([]int, len(places))
	for n := range refs {
		for _, i := range refs[n].places {
			if string(Fold(nil, places[i].Name)) == refs[n].folded {
				b.nameOf[i] = n
				if refs[n].written == "" {
					refs[n].written = places[i].Name
				}
			}
		}
	}
	return refs
}

// write fills the tables of places and of names.
func (b *builder) write(places []Source, refs []nameRef) {
	for i, p := range places {
		b.place = appendDegrees(appendDegrees(b.place, p.Lat), p.Lon)
		b.place = binary.LittleEndian.AppendUint16(b.place, uint16(p.Region))
		b.place = append(b.place, byte(p.Kind), logPopulation(p.Population))
		b.place = appendUint24(appendUint24(b.place, p.GeoNames), b.nameOf[i])
	}
	var last []byte
	for n, r := range refs {
		if n%blockNames == 0 {
			b.offsets = binary.LittleEndian.AppendUint32(b.offsets, uint32(len(b.blocks)))
			last = nil
		}
		name := []byte(r.folded)
		shared := 0
		for shared < len(last) && shared < len(name) && last[shared] == name[shared] {
			shared++
		}
		b.blocks = append(b.blocks, byte(shared), byte(len(name)-shared))
		b.blocks = append(b.blocks, name[shared:]...)
		if r.written == "" || len(r.written) > 255 || bytes.Equal(title(nil, name), []byte(r.written)) {
			b.blocks = append(b.blocks, 0)
		} else {
			b.blocks = append(append(b.blocks, byte(len(r.written))), r.written...)
		}
		b.blocks = append(b.blocks, byte(len(r.places)))
		for _, i := range r.places {
			b.blocks = appendUint24(b.blocks, i)
		}
		last = name
	}
}

func appendUint24(b []byte, n int) []byte { return append(b, byte(n), byte(n>>8), byte(n>>16)) }

func appendDegrees(b []byte, deg float64) []byte {
	return appendUint24(b, int(math.Round(deg*10000)))
}
