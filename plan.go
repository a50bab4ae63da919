package readout

// A Plan is an event announced for later, or one that was announced and is put off. Date is the day it was
// announced for, as the text words it; Due is its value alone.
type Plan struct {
	Event
	Due  Due  `json:"due"`
	Firm Firm `json:"firm"`
}

// Firm is how firm a plan is, and the words that say it.
type Firm struct {
	Value string `json:"value"` // as lexicon/firmness.txt has it: scheduled, expected, postponed, …
	Words []Span `json:"words"`
}

// Due is when a plan is to come about: a TIMEX3 value, "" when the text does not say.
type Due struct {
	Value string `json:"value"`
}

// PlanID is the stable identifier of a plan, made like EventID with prefix "p".
func PlanID(articleID string, p *Plan) string {
	return contentID("p", append([]string{articleID}, p.identity()...)...)
}
