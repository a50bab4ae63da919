package readout

// An Actor is someone who acts, speaks or is acted upon, as one mention names him: PLOVER's actor
// and recipient, and the source and addressee of a statement.
type Actor struct {
	Name    string `json:"name"`    // the entity's full name in the lexicon or the article
	Country string `json:"country"` // ISO 3166-1 alpha-3, or a PLOVER code such as IGO, UNO, EUR; "" when unknown
	Sector  string `json:"sector"`  // PLOVER sector (GOV, MIL, …); "" when unknown
	Office  string `json:"office"`  // the office held on the day, as the lexicon or the article words it
	Span           // the words of this mention

	// Phrase is the whole phrase that stands in the role, where it is more than the words that name the
	// actor: “the websites of Georgia” for Georgia; nil elsewhere.
	Phrase *Span `json:"phrase"`
}
