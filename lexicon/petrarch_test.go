package lexicon

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// oz is a small folder of dictionaries in the format of PETRARCH.
var oz = fstest.MapFS{
	"petrarch/oz.actors.txt": {Data: []byte(`<!-- ACTORS OF OZ -->
<!--
NOBODY_AT_ALL [XXX]
-->
# comment [AAA]
WINKIE_COUNTRY [WNK]   ; of the west
+WINKIE
+WINKIES
EMERALD_CITY_ [EMC] # seat
QUADLING [QDL]
GILLIKIN_
+NORTHERN_OZ
	[OLD <19700101]
	[GIL 700101 - 19991231]
	[GLK >19991231]
SCARECROW
	[EMCGOV 20000101-20041231] # on the throne
	[EMC]
MUNCHKIN_TRADE_UNION [EMCLAB]
THE_SHAGGY_MAN [WNK/QDL]
CAPTAIN_FYTER [---]
NEW_ZEALAND [NZL]
PARIS [FRAGOV]
JORDAN [JRD]
NOCODE_LAND
BADCODE [X]
BADDAY [ABC <1999]
`)},
	"petrarch/oz.agents.txt": {Data: []byte(`!PERSON! = MAN, WOMEN
PRESIDENT [~HOS]
TIN_WOODS!PERSON! {} [~CRF]
FLYING_MONKEY {FLYING_MONKEYS} [~UAF] # hired
MINISTER_OF_ROADS [~GOV]
GUILD! [~GOV]
NO CODE HERE
`)},
	"oz.discards.txt": {Data: []byte("+POPPY FIELD CUP # sport\nBALLOON_RACE\n")},
	"petrarch/oz.verbs.txt": {Data: []byte(
		"--- MELT [190] ---\n- * WATER [190] # x\n")},
	"operator.txt": {Data: []byte("typo.1 typo VERB xcomp=event => same\n")},
	"types.txt":    {Data: []byte("AGREE 1 1 030\n")},
}

func loadOz(t *testing.T) *Lexicon {
	t.Helper()
	lex, err := Load(os.DirFS("."), Layer{Name: "mine", FS: oz})
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

func TestDictionaryActors(t *testing.T) {
	a := loadOz(t).Actors
	for _, test := range []struct {
		text, date, id, code, sector string
		as                           As
	}{
		{"Winkie Country", "", "country/WNK", "WNK", "", AsName},
		{"WINKIE COUNTRY", "", "country/WNK", "WNK", "", AsName},
		{"Winkies", "", "country/WNK", "WNK", "", AsName},
		{"Emerald City", "", "country/EMC", "EMC", "", AsName},
		{"Quadling", "", "country/QDL", "QDL", "", AsName},
		{"Quadlingian", "", "country/QDL", "QDL", "", AsAdjective},
		{"Quadlings", "", "country/QDL", "QDL", "", AsPeople},
		{"Gillikin", "1969-12-31", "country/Gillikin", "OLD", "", AsName},
		{"Gillikin", "1985", "country/Gillikin", "GIL", "", AsName},
		{"Northern Oz", "2000-01-01", "country/Gillikin", "GLK", "", AsName},
		{"Munchkin Trade Union", "", "organization/Munchkin Trade Union", "EMC", "LAB", AsName},
		{"Captain Fyter", "", "other/Captain Fyter", "", "", AsName},
		{"New Zealand", "", "country/NZL", "NZL", "", AsName},
		{"Paris", "", "country/FRA", "FRA", "", AsCapital},
		{"Jordan", "", "country/JRD", "JRD", "", AsName},
	} {
		matches := a.Match(strings.Fields(test.text))
		if len(matches) == 0 {
			t.Errorf("%s: not found", test.text)
			continue
		}
		m := matches[0]
		if k := m.Known; k.ID != test.id || k.CodeOn(test.date) != test.code || k.Sector != test.sector || m.As != test.as {
			t.Errorf("%s: %s %s %s as %d", test.text, k.ID, k.CodeOn(test.date), k.Sector, m.As)
		}
	}
	for _, text := range []string{"winkie country", "Nobody At All", "Gillikins", "Emerald Cityan", "Nocode Land"} {
		if m := a.Match(strings.Fields(text)); len(m) > 0 {
			t.Errorf("%s: found as %s", text, m[0].Known.ID)
		}
	}
	if n := len(a.Match([]string{"Jordan"})); n != 1 {
		t.Errorf("Jordan has %d meanings, want the dictionary's alone", n)
	}
}

func TestDictionaryPeopleAndGroups(t *testing.T) {
	a := loadOz(t).Actors
	k := a.Match([]string{"Scarecrow"})[0].Known
	if k.Kind != Person || k.Code != "EMC" || len(k.OfficesOn("2003")) != 1 || k.OfficesOn("2003")[0].Sector != "GOV" || len(k.OfficesOn("2006")) != 0 {
		t.Errorf("Scarecrow: %+v", k)
	}
	if k := a.Match([]string{"Shaggy", "Man"})[0].Known; !slices.Equal(k.Members, []string{"country/WNK", "country/QDL"}) {
		t.Errorf("Shaggy Man: members %v", k.Members)
	}
	for _, code := range []string{"WNK", "EMC", "JRD", "OLD", "GLK", "JOR"} {
		if a.Country(code) == nil {
			t.Errorf("no country %s", code)
		}
	}
}

func TestDictionaryAgents(t *testing.T) {
	a := loadOz(t).Actors
	for _, test := range []struct {
		lemmas, sector string
		office, head   bool
	}{
		{"president", "HOS", true, true},
		{"tin woodsman", "CRF", true, false},
		{"flying monkey", "UAF", false, false},
		{"flying monkeys", "UAF", false, false},
		{"minister of road", "GOV", true, false},
		{"foreign minister", "GOV", true, false},
	} {
		role, n := a.Role(strings.Fields(test.lemmas))
		if n != len(strings.Fields(test.lemmas)) || role.Sector != test.sector || role.Office != test.office || role.Head != test.head {
			t.Errorf("%s: %+v, %d words", test.lemmas, role, n)
		}
	}
}

func TestDictionaryDiscards(t *testing.T) {
	lex := loadOz(t)
	if x := lex.Discard(strings.Fields("Poppy Field Cup begins")); x == nil || !x.Article {
		t.Errorf("got %+v", x)
	}
	if x := lex.Discard(strings.Fields("balloon race")); x == nil || x.Article {
		t.Errorf("got %+v", x)
	}
	if x := lex.Discard(strings.Fields("balloon")); x != nil {
		t.Errorf("got %+v", x)
	}
}

func TestDictionaryNotes(t *testing.T) {
	want := []string{
		"mine/operator.txt: not read: no file of a lexicon has this name, and it is no dictionary of PETRARCH",
		"mine/petrarch/oz.verbs.txt: not read: of PETRARCH's dictionaries, those of actors, agents and discards are",
		"mine/types.txt: not read: the tables of PLOVER and CAMEO are built in",
		"mine/petrarch/oz.actors.txt:25: not read: NOCODE LAND has no code",
		`mine/petrarch/oz.actors.txt:26: not read: bad code "X"`,
		"mine/petrarch/oz.actors.txt:26: not read: BADCODE has no code",
		`mine/petrarch/oz.actors.txt:27: not read: bad day "1999"`,
		"mine/petrarch/oz.actors.txt:27: not read: BADDAY has no code",
		"mine/petrarch/oz.agents.txt:6: not read: no substitution set \"\"",
		"mine/petrarch/oz.agents.txt:7: not read: an agent needs a code such as [~GOV]",
	}
	got := loadOz(t).Notes
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestDictionaryIsWhole checks dictionaries as others wrote them.
func TestDictionaryIsWhole(t *testing.T) {
	const dir = "../../shared/reference/petrarch-test"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no ../shared/reference/petrarch-test here")
	}
	lex, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(lex.Notes) > 0 {
		t.Errorf("not read: %s", strings.Join(lex.Notes, "\n"))
	}
	for name, code := range map[string]string{"Eriadorian": "ERI", "Minas Tirith": "GON", "Gondorian": "GON", "U.S.": "USA"} {
		m := lex.Actors.Match(strings.Fields(name))
		if len(m) == 0 || slices.ContainsFunc(m, func(m Match) bool { return m.Known.Code != code }) {
			t.Errorf("%s: %v", name, m)
		}
	}
}

func FuzzParseDictionary(f *testing.F) {
	for _, file := range oz {
		f.Add(uint8(actorDictionary), string(file.Data))
		f.Add(uint8(agentDictionary), string(file.Data))
	}
	f.Add(uint8(discardDictionary), "+A B\n_\n")
	f.Add(uint8(agentDictionary), "!A! = B, C\n!A!!A!!A!!A!!A!!A!!A!!A!!A!!A!!A! [~GOV]\n")
	f.Fuzz(func(t *testing.T, kind uint8, text string) {
		if kind >= uint8(verbDictionary) {
			return
		}
		sniff("petrarch/x.txt", []byte(text))
		d := parseDictionary(dictionaryKind(kind), []byte(text))
		load := loader{Actors: &Actors{known: map[string]*Known{}, countries: map[string]*Known{}}, roleLayer: map[string]int{}}
		var lex Lexicon
		lex.addDictionary(&load, Layer{}, dictionaryFile{"x.txt", dictionaryKind(kind), []byte(text)})
		load.finishDictionaries()
		order(&load.names.root)
		for _, a := range d.actors {
			for _, c := range a.codes {
				if len(c.codes) == 0 || c.from != "" && !isDay(c.from) || c.to != "" && !isDay(c.to) {
					t.Fatalf("line %d: code %+v", a.line, c)
				}
			}
			if len(a.codes) == 0 || a.names[0] != strings.ToUpper(a.names[0]) {
				continue
			}
			load.Match(strings.Fields(strings.TrimSuffix(a.names[0], "_")))
		}
	})
}
