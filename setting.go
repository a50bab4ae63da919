package readout

// A Setting is where words were said: "at a press conference in Doha", "in an interview with the BBC".
type Setting struct {
	Kind  string `json:"kind"`  // as lexicon/settings.txt has it: press-conference, interview, call, …
	With  *Actor `json:"with"`  // the other side of a call, an interview or a meeting; nil when none is named
	Place *Place `json:"place"` // nil when none is named
	Span         // the words, the preposition first
}
