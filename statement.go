package readout

import "strconv"

// A Statement is an attribution in the sense of PARC and PolNeAR: a source, the cue that ties the
// content to it, and the content. A sentence that goes on with a speaker's words without a cue of
// its own is a Statement of that speaker too; its Cue is nil.
type Statement struct {
	ID        string   `json:"id"`
	Source    Actor    `json:"source"`
	Cue       *Span    `json:"cue"`     // nil when the sentence goes on without a cue
	Content   []Span   `json:"content"` // one or more pieces, in order of the text
	Addressee *Actor   `json:"addressee"`
	Quoted    bool     `json:"quoted"` // the content, or part of it, stands in quotation marks
	Topics    []Topic  `json:"topics"` // what the content is about
	Evidence  Evidence `json:"evidence"`
	Date      *Time    `json:"date"` // when it was said; nil when open
}

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
