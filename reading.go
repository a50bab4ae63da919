// Package readout holds the nouns of the record: what an article is, and what a reading of it
// finds. Who met, did and said what, to whom, when, where, and what was announced.
//
// All offsets are bytes into Article.Text, half-open. Every quoted string is an exact substring of
// that text. The JSON names of the fields are the published schema: see doc/format.md.
//
// The package holds data only; package readout/reader makes Readings.
package readout

// SchemaVersion is the version of the JSON form of a Reading, in doc/format.md. It grows with every
// change that a consumer could notice.
const SchemaVersion = 4

// A Reading is all that was found in one article.
type Reading struct {
	Schema     int         `json:"schema"` // SchemaVersion
	Article    *Article    `json:"article"`
	Events     []Event     `json:"events"`
	Statements []Statement `json:"statements"`
	Plans      []Plan      `json:"plans"`
	Phrases    []Phrase    `json:"phrases"`
	Places     []Toponym   `json:"places"`
}
