package readout

// TopicKind tells what a topic is.
type TopicKind string

// The kinds of topics.
const (
	TopicIssue   TopicKind = "issue"   // a named issue: "Taiwan question", "border dispute"
	TopicContext TopicKind = "context" // a PLOVER context: "military"
	TopicSubject TopicKind = "subject" // what is talked about, in the text's own words: "grain prices"
	TopicEntity  TopicKind = "entity"  // someone or some place spoken of
)

// A Topic is something that a statement is about, with the speaker's stance toward it.
type Topic struct {
	Kind    TopicKind `json:"kind"`
	Name    string    `json:"name"`    // of the lexicon; for an entity its full name
	Country string    `json:"country"` // of an entity, as of an Actor; "" for the other kinds and when unknown
	Words   []Span    `json:"words"`   // where the content speaks of it, in order of the text
	Stance  Stance    `json:"stance"`
}

// The stances that a speaker can take toward a topic.
const (
	Neutral  = "neutral" // the words do not say
	Supports = "support"
	Opposes  = "oppose"
	CallsFor = "call for"
	Rejects  = "reject"
	Worries  = "concern"
)

// A Stance is how a speaker stands to a topic, and the words that say so.
type Stance struct {
	Value string `json:"value"`
	Words []Span `json:"words"` // negation included; empty when neutral
	Entry string `json:"entry"` // the lexicon entry, "stance/oppose.1"; "" when neutral
}
