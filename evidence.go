package readout

// Evidence says why a record exists: the lexicon entry that fired and the words it fired on.
type Evidence struct {
	Entry    string   `json:"entry"`    // name of the lexicon entry or rule, e.g. "CONSULT/meet.1"
	Sentence int      `json:"sentence"` // index of the sentence in the article, from 0
	Words    []Span   `json:"words"`    // the predicate's words, in order of the text
	Steps    []string `json:"steps"`    // what composition and inference did, in order
}
