package readout

// A Phrase is a set phrase of diplomacy found in an article, a formula of lexicon/phrases.txt.
type Phrase struct {
	ID        string  `json:"id"`        // of the lexicon: "cold-war-mentality"
	Name      string  `json:"name"`      // its canonical wording
	Ladder    string  `json:"ladder"`    // the ladder of tone it stands on; "" for none
	Rank      int     `json:"rank"`      // its step there, 1 the mildest; 0 for none
	Sentence  int     `json:"sentence"`  // index of the sentence in the article, from 0
	Speaker   *Actor  `json:"speaker"`   // source of the statement it stands in; nil when the article itself says it
	Statement *string `json:"statement"` // ID of that statement
	Event     *string `json:"event"`     // ID of the event or plan in whose words it stands
	Span              // the words
}
