package gazetteer_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"readout/internal/gazetteer"
)

func built(t testing.TB) []byte {
	t.Helper()
	data, err := gazetteer.Build(
		[]gazetteer.CountrySource{{Code: "AAA", Lat: 10, Lon: -20, Population: 5_000_000}, {Code: "BBB", Lat: -1.5, Lon: 179.9}},
		[]gazetteer.RegionSource{{Country: "AAA"}, {Country: "AAA", Name: "Upland"}, {Country: "BBB", Name: "Côte"}},
		[]gazetteer.Source{
			{Kind: gazetteer.City, Name: "Saint-Élan", Region: 2, Lat: -1.25, Lon: 179.5, Population: 1200, GeoNames: 7},
			{Kind: gazetteer.Capital, Name: "Velm", Also: []string{"Velmburg"}, Region: 1, Lat: 10.5, Lon: -20.25, Population: 900_000, GeoNames: 12_345_678},
			{Kind: gazetteer.City, Name: "Velm", Region: 0, Lat: 11, Lon: -21},
		})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestFind(t *testing.T) {
	g, err := gazetteer.Open(built(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"VELM":       "Velm/Upland/AAA 910000 12345678 true; Velm//AAA 0 0 true",
		"Velmburg":   "Velm/Upland/AAA 910000 12345678 false",
		"St. Elan":   "Saint-Élan/Côte/BBB 1200 7 true",
		"Vel":        "",
		"Velm North": "",
		"":           "",
	} {
		var got []string
		for _, p := range g.Find(nil, name) {
			got = append(got, fmt.Sprintf("%s/%s/%s %d %d %v", g.Name(p), g.RegionName(p.Region), p.Country, p.Population, p.GeoNames, p.Primary))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("Find(%q) = %s, want %s", name, s, want)
		}
	}
	p := g.Find(nil, "velm")[0]
	if math.Abs(p.Lat-10.5) > 1e-4 || math.Abs(p.Lon+20.25) > 1e-4 {
		t.Errorf("Velm lies at %v %v", p.Lat, p.Lon)
	}
	c, ok := g.CountryOf("BBB")
	if !ok || c.Lat != -1.5 || c.Lon != 179.9 || c.Kind != gazetteer.Country {
		t.Errorf("CountryOf(BBB) = %+v, %v", c, ok)
	}
	if _, ok := g.CountryOf("CCC"); ok {
		t.Error("a country that is not there was found")
	}
}

func TestBuildIsDeterministic(t *testing.T) {
	if !bytes.Equal(built(t), built(t)) {
		t.Error("the same input made different bytes")
	}
}

func TestOpenRefusesDamage(t *testing.T) {
	data := built(t)
	for _, at := range []int{0, 4, 13, len(data) / 2, len(data) - 1} {
		bad := bytes.Clone(data)
		bad[at] ^= 0x41
		if _, err := gazetteer.Open(bad); err == nil {
			t.Errorf("a file with byte %d changed was opened", at)
		}
	}
	if _, err := gazetteer.Open(data[:len(data)-1]); err == nil {
		t.Error("a file that was cut short was opened")
	}
}

// TestDefault looks up places of every kind in the gazetteer that is built in.
func TestDefault(t *testing.T) {
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, country, region string
		kind                  gazetteer.Kind
		lat, lon              float64
	}{
		{"Reykjavik", "ISL", "Capital Region", gazetteer.Capital, 64.1, -21.9},
		{"sao paulo", "BRA", "São Paulo", gazetteer.Seat, -23.5, -46.6},
		{"Ohio", "USA", "Ohio", gazetteer.Region, 40.4, -82.8},
		{"Laramie County", "USA", "Wyoming", gazetteer.County, 41.3, -104.7},
		{"Fort Smith", "USA", "Arkansas", gazetteer.City, 35.4, -94.4},
	} {
		found := false
		for _, p := range g.Find(nil, c.name) {
			found = found || p.Country == c.country && g.RegionName(p.Region) == c.region && p.Kind == c.kind &&
				math.Abs(p.Lat-c.lat) < 0.5 && math.Abs(p.Lon-c.lon) < 0.5
		}
		if !found {
			t.Errorf("%s in %s, %s was not found", c.name, c.region, c.country)
		}
	}
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"N'Djamena": "ndjamena", "Saint-Denis": "st denis", "St. Paul": "st paul", "Mount  Vernon ": "mt vernon",
		"Łódź": "lodz", "Xi’an": "xian", "D.C.": "dc", "São Tomé": "sao tome", " - ": "",
	} {
		if got := string(gazetteer.Fold(nil, name)); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}

// FuzzOpen checks that no file, however damaged, makes a search fail: the checksum is put right, so that
// what lies behind it is reached.
func FuzzOpen(f *testing.F) {
	f.Add(built(f), "Velm")
	f.Add(built(f)[:40], "St. Elan")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		g, err := gazetteer.Open(gazetteer.WithChecksum(data))
		if err != nil {
			return
		}
		for _, p := range g.Find(nil, name) {
			g.Name(p)
			g.RegionName(p.Region)
			if p.Country == "" {
				t.Error("a place in no country")
			}
		}
		g.CountryOf("AAA")
	})
}
