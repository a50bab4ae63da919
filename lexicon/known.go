package lexicon

// Kind tells what sort of thing a Known is.
type Kind uint8

// The kinds of known things.
const (
	Country Kind = iota + 1
	Organization
	Person
	Seat  // a place of power that is not a country: "the Kremlin", "Camp David", a city; or a region, without a code
	Other // nobody: a name that contains an actor's, such as "Berlin Wall" or "Geneva Conventions"
)

// A Known is someone or something that the lexicon knows by name.
type Known struct {
	ID        string // "country/CHN", "country/GEO/Abkhazia", "organization/NATO", "person/Xi Jinping", "seat/Kremlin", "other/Berlin Wall"
	Kind      Kind
	Name      string      // the name records use
	Code      string      // country or organization code; for a person and a seat the country's
	Sector    string      // organizations, groups, breakaway territories: PLOVER sector
	Offices   []Office    // persons: offices with their days, the principal one first
	Countries []Belonging // seats: the countries they lie in, with their days, the present one first
	Members   []string    // of dictionaries: the IDs of those for whom the name stands, several at once
	From      string      // first day, month or year of existence, ISO; "" when it does not matter
	To        string      // last day, month or year; "" when it exists
	Female    bool        // persons: spoken of as she
	Male      bool        // persons: spoken of as he
}

// An Office is an office that a person held from one day to another, both included.
type Office struct {
	Title  string // "president"
	Code   string // country or organization
	Sector string
	From   string // ISO date, month or year; "" when unknown
	To     string // "" when still held or unknown
}

// A Belonging is the country that a seat lies in from one day to another, both included: the
// Kremlin was Soviet before it was Russian.
type Belonging struct {
	Code     string
	From, To string // ISO date, month or year; "" when open
}

// As tells in which way a name stands for a Known.
type As uint8

// The ways a name can stand for a Known.
const (
	AsName      As = iota + 1 // "France", "Xi Jinping", "NATO"
	AsShort                   // a surname or other short form: "Xi", "Gorbachev"
	AsAdjective               // "French"
	AsPeople                  // "the French", "Frenchman", "Russians"
	AsMinority                // "Catalan", "Chechens": a people within a state
	AsCapital                 // "Paris": the place, or by metonymy the government
	AsMetonym                 // "the Élysée", "the White House", "Foggy Bottom"
)

// A Match is one reading of a name found in a text.
type Match struct {
	Len   int // how many tokens
	Known *Known
	As    As

	// The days on which the name had this meaning, both included: "Bonn" is the capital of
	// Germany from 1949 to 1999. "" when open. Match.On looks at these and at the Known's own.
	From, To string
}

// A Role is a noun that says what someone does and so which sector he belongs to: "president",
// "foreign minister", "troops", "court".
type Role struct {
	Words   string   // lemmas, space-separated: "foreign minister"
	Sector  string   // PLOVER sector
	Office  bool     // a single person holds it ("minister"); otherwise a body or group ("troops")
	Head    bool     // head of state or government: "the Chinese president" is one person on a day
	Follows bool     // the sector is that of the one spoken for: "spokesman", "delegation"; Sector when unknown
	Means   []string // titles of offices that the word speaks of: "premier", "prime minister"; "*" for every head
}
