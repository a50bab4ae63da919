package readout

// A Place is a place of the world, as far as it is known.
type Place struct {
	Name        string       `json:"name"`        // the place's name: "Kremlin", "Moscow"
	Country     string       `json:"country"`     // ISO 3166-1 alpha-3, "" when unknown
	Region      string       `json:"region"`      // first-level region that it lies in: "Kentucky", "" when unknown
	Coordinates *Coordinates `json:"coordinates"` // nil when it is not known which place of the name it is
	Precision   string       `json:"precision"`   // how large it is: country, region, county, city, district, site, area …; "" when unknown
	GeoNames    int          `json:"geonames"`    // identifier in GeoNames, 0 when unknown
	Rule        string       `json:"rule"`        // the rule by which it was told from others of the name
}

// Coordinates are degrees, north and east positive.
type Coordinates struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// Same reports whether the two are one place: of the same name, country and region.
func (p *Place) Same(q *Place) bool {
	return p.Name == q.Name && p.Country == q.Country && p.Region == q.Region
}

// The uses of a toponym in a text.
const (
	UsePlace      = "place"      // where something is or goes: "in Moscow"
	UseGovernment = "government" // for those who govern there: "Moscow said"
	UseAdjective  = "adjective"  // "Russian": what belongs there
	UseName       = "name"       // inside another name: "Boston Police Department"
	UseMention    = "mention"    // merely mentioned
)

// A Toponym is a name of a place in the text, whatever it is used for. Only those used as places are
// places of events.
type Toponym struct {
	Place
	Use string `json:"use"`
	Span
}
