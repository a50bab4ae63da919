package readout

// A Time is a time expression and its TIMEX3 value (ISO-TimeML, ISO 24617-1). Digits that the text
// does not settle are X: "XXXX-03-20" is a 20 March of an unknown year. A time that was inferred
// rather than written (the dateline's day for a report's main event) has an empty span.
type Time struct {
	Value string `json:"value"`
	Span
	// Why tells how the value was found: the rule, the anchor it was counted from and the direction, and
	// the TIMEX3 mod ("weekday.1: anchor 2023-03-20, past"), or what an inferred day was taken from.
	Why string `json:"why"`
}
