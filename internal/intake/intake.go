// Package intake turns the bytes of a report into an Article with its parts told apart: what is
// headline, byline, dateline, caption, credit, body, question, answer, and what is furniture.
//
// In goes text as archives hold it (any of the usual encodings, wrapped or not, with the marks that
// agencies, ministries and web pages put around it). Out comes a readout.Article whose Text is
// UTF-8 in NFC with LF line ends, and whose Parts cover every byte of it that is not white space.
//
// The phases, each in a file of its own:
//
//	decode      bytes to a string                              decode.go
//	clean       NFC, line ends, invisible characters           clean.go
//	layout      lines to pieces, one piece a paragraph         layout.go
//	recognise   each recogniser claims the pieces it knows     draft.go lists them in order
//	finish      pieces to Parts; language; identifier          draft.go
//
// To teach intake a new form, find the recogniser of its subject (release.go, credit.go,
// transcript.go, dateline.go, byline.go, headline.go), add the form there, and add an example
// in testdata. Precision comes first: what no recogniser claims is body.
package intake

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"readout"
)

// MaxBytes is the most that one article may have.
const MaxBytes = 4 << 20

// ErrEmpty says that there is no text: no bytes, or nothing but white space.
var ErrEmpty = errors.New("empty: there is no text")

// ErrTooLarge says that there are more than MaxBytes bytes.
var ErrTooLarge = fmt.Errorf("too large: an article may have at most %d MiB", MaxBytes>>20)

// A BinaryError says that the bytes are not text, by the first control character that shows it.
type BinaryError struct {
	Offset int  // bytes before it
	Char   rune // the control character
}

func (e *BinaryError) Error() string {
	return fmt.Sprintf("binary: control character %#02x at byte %d; this is not plain text", e.Char, e.Offset)
}

// A PublishedError says that a day of publication is not a day written YYYY-MM-DD.
type PublishedError struct{ Value string }

func (e *PublishedError) Error() string {
	return fmt.Sprintf("published %q is not a day written YYYY-MM-DD, such as 1987-12-08", e.Value)
}

// Options are what is known about an article beside its text.
type Options struct {
	Published string // TIMEX3 date YYYY-MM-DD; "" when unknown
	Publisher string // "" when unknown
}

// Check reports whether the options can be used: Published is empty or a real day.
func (o Options) Check() error {
	if o.Published == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, o.Published); err != nil {
		return &PublishedError{Value: o.Published}
	}
	return nil
}

// Read reads one article. At most MaxBytes+1 bytes are read from r; name goes into the messages.
// Errors wrap ErrEmpty, ErrTooLarge, a *BinaryError, a *PublishedError, or what r returned.
func Read(r io.Reader, name string, o Options) (*readout.Article, error) {
	if err := o.Check(); err != nil {
		return nil, fmt.Errorf("intake: %s: %w", name, err)
	}
	b, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("intake: %s: %w", name, err)
	}
	if len(b) > MaxBytes {
		return nil, fmt.Errorf("intake: %s: %w", name, ErrTooLarge)
	}
	text, err := decode(b)
	if err != nil {
		return nil, fmt.Errorf("intake: %s: %w", name, err)
	}
	a := Text(text, o)
	if strings.TrimSpace(a.Text) == "" {
		return nil, fmt.Errorf("intake: %s: %w", name, ErrEmpty)
	}
	return a, nil
}

// Text makes an article of decoded text: it normalises the text and finds the parts. A Published
// that Check does not accept counts as unknown.
func Text(text string, o Options) *readout.Article {
	if o.Check() != nil {
		o.Published = ""
	}
	a := readout.NewArticle()
	a.Text, a.Published, a.Publisher = clean(text), o.Published, o.Publisher
	d := newDraft(a)
	d.recognise()
	d.finish()
	a.Language = language(a.Text)
	a.ID = readout.ArticleID(a.Publisher, a.Published, a.Text)
	return a
}
