package readout

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// A Span is a half-open byte range of Article.Text together with the words it covers:
// Text is exactly Article.Text[Start:End].
type Span struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// An Article is a report as published. Text is never edited after intake: every offset in every
// record counts bytes of it. Fields that the report does not give are empty; nothing is invented.
type Article struct {
	ID            string   `json:"id"`             // stable, made from the content: see ArticleID
	Publisher     string   `json:"publisher"`      // who published it
	Agency        string   `json:"agency"`         // the news agency of the dateline or credit
	Headline      string   `json:"headline"`       // the title line, when there is one
	DatelinePlace string   `json:"dateline_place"` // the place as written in the dateline, title case
	DatelineDate  string   `json:"dateline_date"`  // TIMEX3 value; the year is XXXX when nothing tells it
	Bylines       []string `json:"bylines"`        // names of the reporters
	Credits       []string `json:"credits"`        // photo, editor and contributor credits, as written
	Published     string   `json:"published"`      // TIMEX3 date of publication, "" when unknown
	Language      string   `json:"language"`       // BCP 47 tag of the text
	Text          string   `json:"text"`           // UTF-8, NFC, lines end in \n
	Parts         []Part   `json:"parts"`          // what each stretch of Text is, in order
}

// PartKind tells what a stretch of an article is.
type PartKind string

// The kinds of parts. Only Headline, Caption, Body, Question and Answer are read for records;
// everything else is furniture.
const (
	PartHeadline  PartKind = "headline"
	PartByline    PartKind = "byline"
	PartDateline  PartKind = "dateline"
	PartCaption   PartKind = "caption"
	PartCredit    PartKind = "credit"
	PartBody      PartKind = "body"
	PartQuestion  PartKind = "question"
	PartAnswer    PartKind = "answer"
	PartRepeat    PartKind = "repeat"    // a caption or blurb whose words stand again in the body
	PartFurniture PartKind = "furniture" // release lines, end marks, boilerplate, section labels
)

// A Part is one stretch of Article.Text, half-open in bytes, without the white space around it.
// Parts do not overlap and stand in the order of the text; what lies between them is white space
// or the punctuation that joins them. Body parts are paragraphs.
type Part struct {
	Kind  PartKind `json:"kind"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	// Speaker is the name that a transcript gives for the turn (Question, Answer), the
	// words as written; its span lies before Start.
	Speaker *Span `json:"speaker,omitempty"`
}

// Read reports whether sentences of this kind of part may yield records.
func (k PartKind) Read() bool {
	switch k {
	case PartHeadline, PartCaption, PartBody, PartQuestion, PartAnswer:
		return true
	}
	return false
}

// Span returns the span [start, end) of the article's text.
func (a *Article) Span(start, end int) Span {
	return Span{Text: a.Text[start:end], Start: start, End: end}
}

// NewArticle returns an article without text. Its lists are empty, not nil: the JSON form has no null lists.
func NewArticle() *Article {
	return &Article{Bylines: []string{}, Credits: []string{}, Parts: []Part{}}
}

// Passage returns an article that is no whole report but a sentence or a paragraph of one: all of the
// text is body. published is the day, YYYY-MM-DD, or "".
func Passage(text, published string) *Article {
	a := NewArticle()
	a.ID, a.Published, a.Language, a.Text = ArticleID("", published, text), published, "en", text
	if start := len(text) - len(strings.TrimLeft(text, " \t\r\n")); start < len(text) {
		a.Parts = []Part{{Kind: PartBody, Start: start, End: len(strings.TrimRight(text, " \t\r\n"))}}
	}
	return a
}

// ArticleID is the stable identifier of an article: "a" and the first 16 hex digits of the SHA-256
// of publisher, published and text, separated by NUL bytes.
func ArticleID(publisher, published, text string) string {
	return contentID("a", publisher, published, text)
}

// contentID makes an identifier from content: the prefix and 64 bits of the SHA-256 of the parts.
func contentID(prefix string, parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return prefix + hex.EncodeToString(h.Sum(nil)[:8])
}
