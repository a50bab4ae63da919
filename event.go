package readout

import "strconv"

// The auxiliary modes of PLOVER: how an event stands to what the article reports as done.
const (
	Historical   = "historical"   // well before the report's own time
	Future       = "future"       // yet to come
	Hypothetical = "hypothetical" // may, might, if, would
	Negation     = "negation"     // did not happen
)

// An Event is one happening in PLOVER's terms, with its CAMEO code.
type Event struct {
	ID         string     `json:"id"`
	Type       string     `json:"type"`      // one of PLOVER's 16 event types
	Modes      []string   `json:"modes"`     // PLOVER modes of the type
	Contexts   []string   `json:"contexts"`  // PLOVER contexts
	Auxiliary  []string   `json:"auxiliary"` // Historical, Future, Hypothetical, Negation
	CAMEO      string     `json:"cameo"`     // CAMEO code as a string, leading zero kept
	Score      float64    `json:"score"`     // PLOVER's score of type and mode
	Quad       int        `json:"quad"`      // 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict
	Actors     []Actor    `json:"actors"`
	Recipients []Actor    `json:"recipients"`
	Mutual     bool       `json:"mutual"` // the actors and recipients act on each other, every one with every other
	Counts     []Count    `json:"counts"` // the dead, injured, arrested and gathered that its words number
	Date       *Time      `json:"date"`   // nil when open
	Places     []Place    `json:"places"`
	Reported   *string    `json:"reported"` // ID of the Statement it stands in; nil when the article itself says so
	Evidence   Evidence   `json:"evidence"`
	Also       []Evidence `json:"also"` // further mentions of the same happening
}

// What a Count counts.
const (
	Dead     = "dead"
	Injured  = "injured"
	Arrested = "arrested"
	Crowd    = "crowd" // those who gather to protest
)

// The bounds of a Count whose words do not give the number itself.
const (
	AtLeast = "at least" // more than, dozens
	AtMost  = "at most"  // up to, as many as, fewer than
	About   = "about"    // nearly, some
)

// A Count is a number of people that the words of an event give.
type Count struct {
	Of    string `json:"of"`    // Dead, Injured, Arrested, Crowd
	Value int    `json:"value"` // the number; of “dozens” and the like the least that the plural can mean
	Bound string `json:"bound"` // AtLeast, AtMost, About; "" when the number is said to be exact
	Span         // the words of the number
}

// EventID is the stable identifier of an event: "e" and 16 hex digits made from the article, the
// entry that fired, its first word's place and the record's distinguishing fields.
func EventID(articleID string, e *Event) string {
	return contentID("e", append([]string{articleID}, e.identity()...)...)
}

func (e *Event) identity() []string {
	parts := []string{e.Type, e.Evidence.Entry}
	for _, w := range e.Evidence.Words {
		parts = append(parts, strconv.Itoa(w.Start))
	}
	for _, a := range e.Actors {
		parts = append(parts, "actor", a.Name, strconv.Itoa(a.Start))
	}
	for _, r := range e.Recipients {
		parts = append(parts, "recipient", r.Name, strconv.Itoa(r.Start))
	}
	return parts
}
