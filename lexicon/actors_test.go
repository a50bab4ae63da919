package lexicon

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

var shipped = sync.OnceValues(func() (*Actors, error) { return LoadActors(os.DirFS(".")) })

func load(t testing.TB) *Actors {
	t.Helper()
	a, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// senses writes the matches that hold on the date as "2 country/CIV name", joined by "; ".
func senses(matches []Match, date string) string {
	ways := map[As]string{AsName: "name", AsShort: "short", AsAdjective: "adj", AsPeople: "people", AsMinority: "minority", AsCapital: "capital", AsMetonym: "metonym"}
	var lines []string
	for _, m := range matches {
		if m.On(date) {
			lines = append(lines, fmt.Sprintf("%d %s %s", m.Len, m.Known.ID, ways[m.As]))
		}
	}
	return strings.Join(lines, "; ")
}

func TestActorsMatch(t *testing.T) {
	a := load(t)
	for _, test := range []struct{ words, date, want string }{
		{"France and Italy", "", "1 country/FRA name"},
		{"French Republic", "", "2 country/FRA name"},
		{"french", "", ""},
		{"US troops", "", "1 country/USA name; 1 country/USA adj"},
		{"U.S. troops", "", "1 country/USA name; 1 country/USA adj"},
		{"U.S.A.", "", "1 country/USA name"},
		{"us", "", ""},
		{"it", "", ""},
		{"turkey", "", ""},
		{"Turkey", "", "1 country/TUR name"},
		{"Türkiye", "", "1 country/TUR name"},
		{"Türkiye", "", "1 country/TUR name"},
		{"BEIJING", "", "1 country/CHN capital"},
		{"XI JINPING", "", "2 person/Xi Jinping name"},
		{"XI Jinping", "", "2 person/Xi Jinping name"},
		{"XI", "", ""},
		{"Xi", "", "1 person/Xi Jinping short"},
		{"Emmanuel MACRON", "", "2 person/Emmanuel Macron name"},
		{"Côte d’Ivoire", "", "2 country/CIV name"},
		{"Cote d ' Ivoire", "", "4 country/CIV name"},
		{"CÔTE D'IVOIRE", "", "2 country/CIV name"},
		{"Guinea-Bissau", "", "1 country/GNB name"},
		{"Guinea - Bissau", "", "3 country/GNB name"},
		{"Guinea – Conakry", "", "3 country/GIN name"},
		{"Guinea -", "", "1 country/GIN name"},
		{"- Guinea", "", ""},
		{"Burma", "", "1 country/MMR name"},
		{"the Netherlands", "", ""},
		{"Holland", "", "1 country/NLD name"},
		{"The Hague", "", "2 seat/The Hague name"},
		{"the Hague", "", "2 seat/The Hague name"},
		{"Quai d’Orsay", "", "2 country/FRA metonym"},
		{"Elysee Palace", "", "2 seat/Élysée name; 2 country/FRA metonym"},
		{"White House", "", "2 seat/White House name; 2 country/USA metonym"},
		{"Camp David", "", "2 seat/Camp David name"},
		{"Democratic People 's Republic of Korea", "", "6 country/PRK name"},
		{"Republic of the Congo", "", "4 country/COG name"},
		{"United Nations Security Council", "", "4 organization/United Nations Security Council name"},
		{"United Nations", "", "2 organization/United Nations name"},
		{"WHO", "", "1 organization/World Health Organization name"},
		{"Who", "", ""},
		{"G7", "", "1 organization/Group of Seven name"},
		{"G-7", "", "1 organization/Group of Seven name"},
		{"George P. Shultz", "", "3 person/George Shultz name"},
		{"George Q. R. Shultz", "", "4 person/George Shultz name"},
		{"George H.W. Bush", "", "3 person/George Bush name"},
		{"George W. Bush", "", "3 person/George W. Bush name"},
		{"South A Korea", "", ""},
		{"Great P. Britain", "", ""},
		{"Brussels", "", "1 country/BEL capital; 1 organization/European Union metonym"},
		{"Berlin Wall", "", "2 other/Berlin Wall name"},
		{"Latin America", "", "2 seat/Latin America name"},
		{"Abkhazia", "", "1 country/GEO/Abkhazia name"},
		{"Steingrimur Hermannsson", "", "2 person/Steingrímur Hermannsson name"},
		{"Steingrímur Hermannsson", "", "2 person/Steingrímur Hermannsson name"},
		{"Hofdi House", "", "2 seat/Höfði House name"},
		{"", "", ""},
		{"Soviet . Union", "", "1 country/SUN adj; 1 country/SUN people"},
		{"Soviet, Union", "", ""},
		{"\xff\xfe", "", ""},
		{"习近平", "", ""},
		{strings.Repeat("Republic-", 5000), "", ""},
	} {
		if got := senses(a.Match(strings.Fields(test.words)), test.date); got != test.want {
			t.Errorf("Match(%.60q) = %q, want %q", test.words, got, test.want)
		}
	}
	if a.Match(nil) != nil {
		t.Error("Match(nil) is not nil")
	}
}

func TestActorsMatchByDate(t *testing.T) {
	a := load(t)
	for _, test := range []struct{ words, date, want string }{
		{"Moscow", "1987-12-08", "1 country/SUN capital"},
		{"Moscow", "2023-03-20", "1 country/RUS capital"},
		{"Moscow", "XXXX-03-20", "1 country/RUS capital; 1 country/SUN capital"},
		{"Kremlin", "1987", "1 seat/Kremlin name; 1 country/SUN metonym"},
		{"Kremlin", "2023-03-20T15:00", "1 seat/Kremlin name; 1 country/RUS metonym"},
		{"Russian", "1987-06", "1 country/SUN adj; 1 country/SUN people"},
		{"Russian", "2023", "1 country/RUS adj; 1 country/RUS people"},
		{"Russia", "1985-11-19", "1 country/SUN name"},
		{"Soviet", "1987", "1 country/SUN adj; 1 country/SUN people"},
		{"Soviet", "2023", ""},
		{"Prague", "1990", "1 country/CSK capital"},
		{"Prague", "2009-04-05", "1 country/CZE capital"},
		{"Bonn", "1987", "1 country/DEU capital"},
		{"Bonn", "2010", ""},
		{"Berlin", "1987-06-12", "1 seat/Berlin name"},
		{"Berlin", "2023", "1 country/DEU capital"},
		{"West Germany", "1985", "2 country/DEU name"},
		{"East Germany", "1985", "2 country/DDR name"},
		{"East Germany", "1991", ""},
		{"Zaire", "1990", "1 country/COD name"},
		{"Zaire", "2005", ""},
		{"Belgrade", "1985", "1 country/YUG capital"},
		{"Belgrade", "2004", "1 country/SCG capital"},
		{"Belgrade", "2023", "1 country/SRB capital"},
		{"Hanoi", "1968", "1 country/VDR capital"},
		{"Hanoi", "2019-02", "1 country/VNM capital"},
		{"Yemen Arab Republic", "1985", "3 country/YEM name"},
		{"Warsaw Pact", "1987", "2 organization/Warsaw Pact name; 2 organization/Warsaw Pact adj"},
		{"Warsaw Pact", "2010", ""},
		{"Bush", "", "1 person/George Bush short; 1 person/George W. Bush short"},
	} {
		if got := senses(a.Match(strings.Fields(test.words)), test.date); got != test.want {
			t.Errorf("%q on %q: %q, want %q", test.words, test.date, got, test.want)
		}
	}
	if k := a.Known("seat/Kremlin"); k.CodeOn("1987") != "SUN" || k.CodeOn("2023") != "RUS" || k.CodeOn("") != "RUS" {
		t.Errorf("Kremlin lies in %s, %s, %s", k.CodeOn("1987"), k.CodeOn("2023"), k.CodeOn(""))
	}
}

func TestActorsHolder(t *testing.T) {
	a := load(t)
	for _, test := range []struct{ code, title, date, want string }{
		{"SUN", "general secretary", "1987-12-08", "Mikhail Gorbachev"},
		{"SUN", "leader", "1987-12-08", "Mikhail Gorbachev"},
		{"SUN", "leader", "1991-07-31", "Mikhail Gorbachev"},
		{"SUN", "Leader", "1985-03-12", "Mikhail Gorbachev"},
		{"SUN", "head of state", "1987-12-08", "Andrei Gromyko"},
		{"SUN", "president", "1987-12-08", ""},
		{"SUN", "president", "1991-01-15", "Mikhail Gorbachev"},
		{"SUN", "foreign minister", "1985-11-19", "Eduard Shevardnadze"},
		{"SUN", "minister of foreign affairs", "1991-07-30", "Alexander Bessmertnykh"},
		{"USA", "president", "1989-12-02", "George Bush"},
		{"USA", "president", "2021", ""}, // two of them
		{"USA", "president", "2022", "Joe Biden"},
		{"USA", "president", "2022-W12", "Joe Biden"},
		{"USA", "top diplomat", "1986-10-11", "George Shultz"},
		{"USA", "defense secretary", "1986", "Caspar Weinberger"},
		{"FRA", "leader", "1987", "François Mitterrand"},
		{"FRA", "premier", "1987", "Jacques Chirac"},
		{"GBR", "foreign minister", "1987-03", "Geoffrey Howe"},
		{"GBR", "leader", "1987", "Margaret Thatcher"},
		{"DEU", "chancellor", "1987", "Helmut Kohl"},
		{"CHN", "president", "2023-03-20", "Xi Jinping"},
		{"CHN", "party chief", "2012-12", "Xi Jinping"},
		{"CHN", "premier", "2023-06", "Li Qiang"},
		{"RUS", "president", "2010", "Dmitry Medvedev"},
		{"RUS", "president", "2020-02-01", "Vladimir Putin"},
		{"RUS", "president", "", ""},
		{"RUS", "president", "XXXX-03-20", ""},
		{"RUS", "dog-catcher", "2023", ""},
		{"XXX", "president", "2023", ""},
		{"ISL", "prime minister", "1986-10-11", "Steingrímur Hermannsson"},
		{"ISL", "president", "1986-10-11", "Vigdís Finnbogadóttir"},
		{"CHE", "president", "1985-11-19", "Kurt Furgler"},
		{"UNO", "secretary-general", "1987-12", "Javier Pérez de Cuéllar"},
		{"JPN", "prime minister", "2007", ""},
	} {
		got := ""
		if k := a.Holder(test.code, test.title, test.date); k != nil {
			got = k.Name
		}
		if got != test.want {
			t.Errorf("Holder(%s, %q, %q) = %q, want %q", test.code, test.title, test.date, got, test.want)
		}
	}
}

func TestActorsOfficesOn(t *testing.T) {
	a := load(t)
	titles := func(id, date string) string {
		k := a.Known(id)
		if k == nil {
			t.Fatalf("no %s", id)
		}
		var all []string
		for _, o := range k.OfficesOn(date) {
			all = append(all, o.Title+" "+o.Code)
		}
		return strings.Join(all, "; ")
	}
	for _, test := range []struct{ id, date, want string }{
		{"person/Dmitry Medvedev", "2010-04-08", "president RUS"},
		{"person/Dmitry Medvedev", "2015", "prime minister RUS"},
		{"person/Dmitry Medvedev", "2012-05-07", "president RUS"},
		{"person/Dmitry Medvedev", "2012-05", "prime minister RUS; president RUS"},
		{"person/Dmitry Medvedev", "1990", ""},
		{"person/Xi Jinping", "2023-03-20", "president CHN; general secretary CHN; chairman of the Central Military Commission CHN"},
		{"person/Mikhail Gorbachev", "1987-12-08", "general secretary SUN"},
		{"person/Mikhail Gorbachev", "1990-06-01", "president SUN; general secretary SUN"},
		{"person/Nancy Reagan", "1985-11-19", "first lady USA"},
		{"country/FRA", "1985", ""},
	} {
		if got := titles(test.id, test.date); got != test.want {
			t.Errorf("%s on %q: %q, want %q", test.id, test.date, got, test.want)
		}
	}
	if n := len(a.Known("person/Dmitry Medvedev").OfficesOn("")); n != 3 {
		t.Errorf("on an unknown date Medvedev has %d offices, want all 3", n)
	}
	if a.Known("person/Margaret Thatcher").Male || !a.Known("person/Margaret Thatcher").Female {
		t.Error("Margaret Thatcher is not spoken of as she")
	}
}

func TestGender(t *testing.T) {
	a, err := LoadActors(folder("", ""))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]byte{"jeanne": 'f', "jacques": 'm', "jean": 0, "": 0} {
		if got := a.Gender(name); got != want {
			t.Errorf("Gender(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestActorsRole(t *testing.T) {
	a := load(t)
	for _, test := range []struct {
		lemmas, sector string
		n              int
		office, head   bool
	}{
		{"president", "GOV", 1, true, true},
		{"President Xi", "GOV", 1, true, true},
		{"vice president", "GOV", 2, true, false},
		{"vice - president", "GOV", 3, true, false},
		{"deputy foreign minister", "GOV", 3, true, false},
		{"foreign minister of Iran", "GOV", 2, true, false},
		{"secretary of state", "GOV", 3, true, false},
		{"secretary-general", "UNK", 1, true, false},
		{"troop", "MIL", 1, false, false},
		{"court", "JUD", 1, false, false},
		{"lawmaker", "LEG", 1, true, false},
		{"reporter", "JRN", 1, true, false},
		{"head of state", "GOV", 3, true, true},
		{"commander in chief", "MIL", 3, true, false},
		{"human right group", "SOC", 3, false, false},
		{"minister of foreign affair", "GOV", 4, true, false},
		{"potato", "", 0, false, false},
		{"", "", 0, false, false},
	} {
		r, n := a.Role(strings.Fields(test.lemmas))
		if n != test.n || r.Sector != test.sector || r.Office != test.office || r.Head != test.head {
			t.Errorf("Role(%q) = %+v, %d; want %+v", test.lemmas, r, n, test)
		}
	}
	if r, _ := a.Role([]string{"spokeswoman"}); !r.Follows || r.Words != "spokeswoman" {
		t.Errorf("spokeswoman is %+v", r)
	}
	sectors := map[string]bool{}
	roles := 0
	each(&a.roles.root, func(r *Role) { sectors[r.Sector], roles = true, roles+1 })
	for _, s := range strings.Fields("COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP REL SOC UNK") {
		if !sectors[s] {
			t.Errorf("no role has sector %s", s)
		}
	}
	if roles < 250 {
		t.Errorf("%d roles, want 250 at least", roles)
	}
}

func each[T any](node *trieNode[T], f func(T)) {
	for _, v := range node.values {
		f(v)
	}
	for _, child := range node.next {
		each(child, f)
	}
}

// members are the 193 member states of the United Nations and its two observers.
const members = `AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA
BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA
ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN
IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA
LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC
NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE
SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA
UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE VAT PSE`

func TestActorsEveryState(t *testing.T) {
	a := load(t)
	codes := strings.Fields(members)
	if len(codes) != 195 {
		t.Fatalf("the list has %d states", len(codes))
	}
	ways := map[*Known]map[As]bool{}
	each(&a.names.root, func(s *sense) {
		if ways[s.known] == nil {
			ways[s.known] = map[As]bool{}
		}
		ways[s.known][s.as] = true
	})
	for _, code := range codes {
		k := a.Country(code)
		if k == nil {
			t.Errorf("no country %s", code)
			continue
		}
		if k.Kind != Country || k.Code != code || k.ID != "country/"+code || !k.ExistsOn("2023") || !ways[k][AsAdjective] || !ways[k][AsPeople] {
			t.Errorf("%s: %+v, named %v", code, k, ways[k])
		}
		// City states and the like have the name of their capital.
		if !ways[k][AsCapital] && !slices.Contains(strings.Fields("DJI LUX VAT SMR SGP SYC"), code) {
			t.Errorf("%s has no capital", code)
		}
	}
	for name, code := range map[string]string{ // PLOVER codes these with sector PRE
		"Abkhazia": "GEO", "South Ossetia": "GEO", "Luhansk People's Republic": "UKR", "Donetsk People's Republic": "UKR",
		"Nagorno-Karabakh": "AZE", "Northern Cyprus": "CYP", "Transnistria": "MDA", "Somaliland": "SOM", "Western Sahara": "MAR",
	} {
		if k := a.Known("country/" + code + "/" + name); k == nil || k.Code != code || k.Sector != "PRE" {
			t.Errorf("%s: %+v", name, k)
		}
	}
	for _, code := range strings.Fields("SUN DDR CSK YUG SCG VDR RVN YMD KOS TWN HKG") {
		if a.Country(code) == nil {
			t.Errorf("no country %s", code)
		}
	}
}

// TestActorsFacts looks for slips in people.txt and people/*.txt: offices whose title is no role, and two people in
// one office at one time.
func TestActorsFacts(t *testing.T) {
	a := load(t)
	people := 0
	for id, k := range a.known {
		if k.Kind != Person {
			continue
		}
		people++
		if k.Male == k.Female {
			t.Errorf("%s has no gender", id)
		}
		for _, o := range k.Offices {
			words := strings.Fields(strings.ToLower(o.Title))
			if !slices.ContainsFunc(words, func(w string) bool {
				_, n := a.Role(words[slices.Index(words, w):])
				return n > 0
			}) {
				t.Errorf("%s: %q is no role", id, o.Title)
			}
		}
	}
	if people < 4000 {
		t.Errorf("%d people, want 4000 at least", people)
	}
	single := []string{
		"president", "prime minister", "foreign minister", "chancellor", "general secretary",
		"secretary of state", "secretary of defense", "king", "pope", "foreign secretary", "defense minister",
		"vice president", "national security adviser",
	}
	for code, held := range a.held {
		for i := range held {
			for j := range held[:i] {
				h, g := &held[i], &held[j]
				if h.title != g.title || !slices.Contains(single, h.title) || h.office.From == "" || g.office.From == "" {
					continue
				}
				from := max(pad(h.office.From, latest), pad(g.office.From, latest))
				to := min(padEnd(h.office.To), padEnd(g.office.To))
				if len(h.office.To) == 4 || len(g.office.To) == 4 { // a year alone proves nothing
					continue
				}
				if from < to && from[:7] != to[:7] {
					t.Errorf("%s %s: both %s and %s from %s to %s", code, h.title, h.person.Name, g.person.Name, from, to)
				}
			}
		}
	}
}

func BenchmarkLoadActors(b *testing.B) {
	for b.Loop() {
		if _, err := LoadActors(os.DirFS(".")); err != nil {
			b.Fatal(err)
		}
	}
}

// folder returns the files of folder actors with a few records, file replaced by text.
func folder(file, text string) fs.FS {
	m := fstest.MapFS{
		"actors/countries.txt":     {Data: []byte("FRA  France\n  adj French\nUSA  United States\n")},
		"actors/organizations.txt": {Data: []byte("IGO  NATO\n")},
		"actors/roles.txt":         {Data: []byte("president  GOV head\n")},
		"actors/people.txt":        {Data: []byte("Jean Dupont\n  office  president, FRA, GOV, 2001..2002-03\n")},
		"actors/seats.txt":         {Data: []byte("Louvre\n  country  FRA\n")},
		"actors/others.txt":        {Data: []byte("French fries\n")},
		"actors/given.txt":         {Data: []byte("f\n  names  Jeanne\nm\n  names  Jacques\n")},
	}
	if file != "" {
		m["actors/"+file] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func TestActorsErrors(t *testing.T) {
	if _, err := LoadActors(folder("", "")); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ file, text, want string }{
		{"countries.txt", "FRA  France\n\n  colour  blue\n", `actors/countries.txt:3: unknown key "colour", want one of also, adj, people, minority, capital, metonym, sector, years, leader`},
		{"countries.txt", "FR  France\n", `actors/countries.txt:1: bad code "FR", want three capital letters`},
		{"countries.txt", "FRA France\n", "actors/countries.txt:1: want a code and a name, two spaces between"},
		{"countries.txt", "# x\nFRA  France\nFRA\tGaul\n", "actors/countries.txt:3: code FRA is given twice"},
		{"countries.txt", "  adj French\n", "actors/countries.txt:1: an indented line before the first record"},
		{"countries.txt", "FRA  France\n  also  Gaul,, Gallia\n", "actors/countries.txt:2: also: an empty value"},
		{"countries.txt", "FRA  France\n  also\n", "actors/countries.txt:2: also: an empty value"},
		{"countries.txt", "FRA  France\n  also  Gaul (old)\n", `actors/countries.txt:2: also: name "Gaul (old)" has a word without letters, or with a sign that names do not have`},
		{"countries.txt", "FRA  France\n  years  1945\n", `actors/countries.txt:2: years: "1945" is not a stretch of days such as 1945..1991-12-25`},
		{"countries.txt", "FRA  France\n  years  1945-13..\n", `actors/countries.txt:2: years: bad date "1945-13" in "1945-13..", want YYYY, YYYY-MM or YYYY-MM-DD`},
		{"countries.txt", "FRA  France\n  years  2001-02-29..\n", `actors/countries.txt:2: years: bad date "2001-02-29" in "2001-02-29..", want YYYY, YYYY-MM or YYYY-MM-DD`},
		{"countries.txt", "FRA  France\n  years  1991..1945\n", `actors/countries.txt:2: years: "1991..1945" ends before it begins`},
		{"countries.txt", "FRA  France\n  years  1945..1946, 1947..1948\n", "actors/countries.txt:2: years: want one value, not 2"},
		{"countries.txt", "FRA  France\n  capital  Vichy 1940..44\n", `actors/countries.txt:2: capital: bad date "44" in "1940..44", want YYYY, YYYY-MM or YYYY-MM-DD`},
		{"countries.txt", "FRA  Fr\xe9nce\n", "actors/countries.txt:1: not UTF-8"},
		{"organizations.txt", "XYZ  Club\n", `actors/organizations.txt:1: no country has the code "XYZ"`},
		{"organizations.txt", "IGO  Club\n  sector  XXX\n", `actors/organizations.txt:2: sector: bad sector "XXX"`},
		{"organizations.txt", "IGO  Club\nIGO  Club\n", "actors/organizations.txt:2: organization/Club is given twice"},
		{"people.txt", "Jo\n  office  president, XYZ, GOV, 2001..\n", `actors/people.txt:2: office: no country has the code "XYZ"`},
		{"people.txt", "Jo\n  office  president, FRA, GOV\n", "actors/people.txt:2: office: want title, code, sector, days; not 3 values"},
		{"people.txt", "Jo\n  office  president, FRA, GOV, 2001-1..\n", `actors/people.txt:2: office: bad date "2001-1" in "2001-1..", want YYYY, YYYY-MM or YYYY-MM-DD`},
		{"people.txt", "Jo\n  gender  x\n", `actors/people.txt:2: gender: bad value "x", want f or m`},
		{"people.txt", "Jo\n", "actors/people.txt:1: Jo has neither office nor country"},
		{"people.txt", "FRA  Jo\n", "actors/people.txt:1: want a name alone"},
		{"seats.txt", "Louvre\n  country  XYZ ..1991\n", `actors/seats.txt:2: country: no country has the code "XYZ"`},
		{"roles.txt", "president  GOV boss\n", `actors/roles.txt:1: unknown mark "boss", want office, head or follows`},
		{"roles.txt", "president  GOV\n  also  premier\npremier  GOV\n", `actors/roles.txt:3: role "premier" is given twice`},
		{"roles.txt", "president GOV\n", "actors/roles.txt:1: want words and a sector, two spaces between"},
		{"given.txt", "x\n  names  Jo\n", "actors/given.txt:1: want f or m alone"},
		{"given.txt", "f\n  name  Jo\n", `actors/given.txt:2: unknown key "name", want names`},
		{"others.txt", "French fries\n  country  FRA\n", `actors/others.txt:2: unknown key "country", want one of also`},
	} {
		_, err := LoadActors(folder(test.file, test.text))
		if got := fmt.Sprint(err); got != "lexicon: "+test.want {
			t.Errorf("%q:\n got %s\nwant lexicon: %s", test.text, got, test.want)
		}
	}
	if _, err := LoadActors(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "actors/countries.txt") {
		t.Errorf("an empty folder: %v", err)
	}
}

func TestActorsFileForm(t *testing.T) {
	text := "\ufeff# comment\r\nFRA\tFrance\r\n\talso\tFrench Republic,  République   française  # formal\r\n\r\n  # more\r\n  capital  Paris, Vichy 1940-07..1944\r\nUSA  United States\r\n"
	a, err := LoadActors(folder("countries.txt", text))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ words, date, want string }{
		{"République française", "", "2 country/FRA name"},
		{"Vichy", "1942", "1 country/FRA capital"},
		{"Vichy", "1945", ""},
	} {
		if got := senses(a.Match(strings.Fields(test.words)), test.date); got != test.want {
			t.Errorf("%q on %q: %q, want %q", test.words, test.date, got, test.want)
		}
	}
}

func TestActorsStableOrder(t *testing.T) {
	first := load(t)
	second, err := LoadActors(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"Congolese", "Dominican", "Bush", "Assad", "Kremlin", "Clinton", "Czech"} {
		a, b := senses(first.Match([]string{words}), ""), senses(second.Match([]string{words}), "")
		if a != b || !strings.Contains(a, ";") {
			t.Errorf("%s: %q, then %q", words, a, b)
		}
	}
}

func FuzzActors(f *testing.F) {
	files := []string{"countries.txt", "organizations.txt", "roles.txt", "people.txt", "seats.txt", "others.txt", "given.txt"}
	f.Add(byte(0), "FRA  France\n  also  République française, Gaul ..486\n  years  843..\n", "France Gaul")
	f.Add(byte(1), "IGO  NATO\n  adj  NATO\n  sector  MIL\n", "NATO")
	f.Add(byte(2), "leader  GOV head\n  means  *\n", "leader")
	f.Add(byte(3), "Jo Doe\n  short  Doe\n  office  president, FRA, GOV, ..2002-02-28\n", "Jo Doe")
	f.Add(byte(4), "Hôtel d'X\n  country  FRA 1900.., USA ..1899\n  sector  GOV\n", "Hôtel d ’ X")
	f.Add(byte(5), "A - B\n  also  ‐,  the\n", "A B")
	f.Fuzz(func(t *testing.T, file byte, text, words string) {
		a, err := LoadActors(folder(files[int(file)%len(files)], text))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "lexicon: actors/") {
				t.Errorf("error %q does not name the file", err)
			}
			return
		}
		tokens := strings.Fields(words)
		for _, m := range a.Match(tokens) {
			if m.Len < 1 || m.Len > len(tokens) || a.Known(m.Known.ID) != m.Known {
				t.Errorf("Match(%q) = %+v", tokens, m)
			}
			m.On(text)
			m.Known.OfficesOn(words)
		}
		if _, n := a.Role(tokens); n > len(tokens) {
			t.Errorf("Role(%q) has %d words", tokens, n)
		}
		a.Holder("FRA", words, "2001-05")
	})
}

func BenchmarkActorsMatch(b *testing.B) {
	a := load(b)
	text := strings.Fields(`On Tuesday the foreign ministers of Russia and the United States met for two hours in Geneva ,
		where Sergei Lavrov and Marco Rubio talked about the war in Ukraine , a spokesman said .`)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		a.Match(text[i%len(text):])
	}
}

func BenchmarkActorsLoad(b *testing.B) {
	for b.Loop() {
		if _, err := LoadActors(os.DirFS(".")); err != nil {
			b.Fatal(err)
		}
	}
}
