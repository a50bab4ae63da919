package lexicon

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// placesWith returns the places of a folder whose file has the text, over the built-in ones.
func placesWith(file, text string) (*Places, error) {
	return LoadPlaces(os.DirFS("."), Layer{Name: "mine", FS: fstest.MapFS{"places/" + file: &fstest.MapFile{Data: []byte(text)}}})
}

func TestLoadPlaces(t *testing.T) {
	p, err := placesWith("areas.txt", "Low Fen  area  GBR, IRL  52.5 -0.25\n  also  the Fen\n  adj   Fennish\n  geonames  77\nKremlin  site  RUS  1 2\n")
	if err != nil {
		t.Fatal(err)
	}
	find := func(name string) (found []Place) {
		for _, x := range p.All {
			if x.Name == name {
				found = append(found, x)
			}
		}
		return found
	}
	fen := find("Low Fen")
	if len(fen) != 1 || fen[0].Lat != 52.5 || fen[0].Lon != -0.25 || fen[0].GeoNames != 77 || fen[0].Adj[0] != "Fennish" || len(fen[0].Countries) != 2 {
		t.Errorf("Low Fen is %+v", fen)
	}
	if k := find("West Bank"); len(k) != 1 || !k[0].Located || k[0].Countries[0] != "PSE" {
		t.Errorf("West Bank is %+v", k)
	}
	if c := p.Countries["SUN"]; !c.Located {
		t.Error("the Soviet Union lies nowhere")
	}
}

// TestOwnPlaceReplaces checks that a record of the user's takes the place of the built-in one.
func TestOwnPlaceReplaces(t *testing.T) {
	p, err := placesWith("seats.txt", "Kremlin  site  RUS  1 2\n")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, x := range p.All {
		if x.Name == "Kremlin" {
			if n++; x.Lat != 1 {
				t.Errorf("the Kremlin lies at %v %v", x.Lat, x.Lon)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d records of the Kremlin", n)
	}
}

func TestPlacesErrors(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"areas.txt", "Low Fen  area  GBR\nHigh Fen  fen  GBR\n", `mine/places/areas.txt:2: unknown kind "fen"`},
		{"areas.txt", "Low Fen  area\n", "mine/places/areas.txt:1: want a name"},
		{"areas.txt", "Low Fen  area  GBR  95 0\n", `mine/places/areas.txt:1: bad coordinates "95 0"`},
		{"areas.txt", "Low Fen  area  GBR  NaN 0\n", "mine/places/areas.txt:1: bad coordinates"},
		{"areas.txt", "Low Fen  area  gb\n", `mine/places/areas.txt:1: bad code "gb"`},
		{"areas.txt", "Low Fen  area  GBR\n  near  London\n", `mine/places/areas.txt:2: unknown key "near"`},
		{"areas.txt", "Low Fen  area  GBR\n  geonames  x\n", `mine/places/areas.txt:2: bad identifier "x"`},
		{"countries.txt", "GBR  54\n", "mine/places/countries.txt:1: bad coordinates"},
	} {
		if _, err := placesWith(c.file, c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %s", c.text, err, c.want)
		}
	}
}
