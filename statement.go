package readout

import "strconv"

// A Statement is an attribution in the sense of PARC and PolNeAR: a source, the cue that ties the
// content to it, and the content. A sentence that goes on with a speaker's words without a cue of
// its own is a Statement of that speaker too; its Cue is nil.
type Statement struct {
	ID        string   `json:"id"`
	Form      Form     `json:"form"`
	Source    Actor    `json:"source"`
	Anonymous string   `json:"anonymous"` // what a source without a name is said to be, as lexicon/anonymous.txt has it; "" for others
	Cue       *Span    `json:"cue"`       // nil when the sentence goes on without a cue
	Content   []Span   `json:"content"`   // one or more pieces, in order of the text
	Addressee *Actor   `json:"addressee"`
	Setting   *Setting `json:"setting"` // nil when the text does not say
	Quoted    bool     `json:"quoted"`  // the content, or part of it, stands in quotation marks
	Topics    []Topic  `json:"topics"`  // what the content is about
	Evidence  Evidence `json:"evidence"`
	Date      *Time    `json:"date"` // when it was said; nil when open
}

// Form tells how a statement gives the speaker's words.
type Form string

// The forms of statements.
const (
	Direct   Form = "direct"   // all in quotation marks, or a turn of a transcript
	Indirect Form = "indirect" // told with a cue, without quotation marks
	Mixed    Form = "mixed"    // told, with some words in quotation marks
	Free     Form = "free"     // told without a cue and without quotation marks
)

// StatementID is the stable identifier of a statement: "s" and 16 hex digits made from the article,
// the source's name, the place of the cue and the places of the content.
func StatementID(articleID string, s *Statement) string {
	parts := []string{articleID, s.Source.Name}
	if s.Cue != nil {
		parts = append(parts, "cue", strconv.Itoa(s.Cue.Start))
	}
	for _, c := range s.Content {
		parts = append(parts, strconv.Itoa(c.Start), strconv.Itoa(c.End))
	}
	return contentID("s", parts...)
}
