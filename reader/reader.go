// Package reader is the whole pipeline on one page: an article goes in, its reading comes out.
//
//	segment   text to sentences and tokens
//	parse     lemma, part of speech, tree
//	timex     time expressions and their values
//	phrase    set phrases, and terms that speak of a topic
//	place     toponyms
//	mention   who is named, and which mentions speak of the same
//	actor     country, sector and office of each on that day
//	coder     frames to statements, events and plans
//
// Every stage fills its own fields of a doc.Document; see there.
package reader

import (
	"errors"

	"readout"
	"readout/internal/actor"
	"readout/internal/coder"
	"readout/internal/doc"
	"readout/internal/mention"
	"readout/internal/model"
	"readout/internal/pair"
	"readout/internal/parse"
	"readout/internal/phrase"
	"readout/internal/place"
	"readout/internal/segment"
	"readout/internal/timex"
	"readout/lexicon"
)

// A Reader reads articles. It may be used by many goroutines at once.
type Reader struct {
	Lexicon  *lexicon.Lexicon
	segment  *segment.Segmenter
	parse    *parse.Parser
	times    *timex.Finder
	places   *place.Finder
	mentions *mention.Finder
	actors   *actor.Resolver
	phrases  *phrase.Finder
}

// New returns a Reader with the built-in model and lexicon.
func New() (*Reader, error) {
	return start(lexicon.Default)
}

// Open returns a Reader with the built-in model, and the user's folders read over the built-in
// lexicon: see lexicon.Open.
func Open(dirs ...string) (*Reader, error) {
	return start(func() (*lexicon.Lexicon, error) { return lexicon.Open(dirs...) })
}

// NewWith returns a Reader with the built-in model and a lexicon of the user's.
func NewWith(lex *lexicon.Lexicon) (*Reader, error) {
	return start(func() (*lexicon.Lexicon, error) { return lex, nil })
}

// start loads the model and the lexicon, each on a core of its own where there are two.
func start(load func() (*lexicon.Lexicon, error)) (*Reader, error) {
	r := &Reader{times: timex.New()}
	parsing := make(chan error)
	go func() { parsing <- r.loadModel() }()
	err := r.loadLexicon(load)
	if err := errors.Join(err, <-parsing); err != nil {
		return nil, err
	}
	return r, nil
}

// loadModel sets what reads with the model.
func (r *Reader) loadModel() error {
	m, err := model.Default()
	if err != nil {
		return err
	}
	if r.segment, err = segment.New(m); err != nil {
		return err
	}
	r.parse, err = parse.New(m)
	return err
}

// loadLexicon sets what reads with the lexicon.
func (r *Reader) loadLexicon(load func() (*lexicon.Lexicon, error)) error {
	lex, err := load()
	if err != nil {
		return err
	}
	r.Lexicon, r.mentions, r.actors, r.phrases = lex, mention.New(lex.Actors), actor.New(lex.Actors), phrase.New(lex)
	r.places, err = place.New(lex.Actors, lex.Places)
	return err
}

// Read reads an article. Language that is not understood yields no record and no error.
func (r *Reader) Read(a *readout.Article) *readout.Reading {
	return r.Explain(a).Reading
}

// An Explanation is a reading with all that led to it.
type Explanation struct {
	Reading  *readout.Reading
	Document *doc.Document
	Result   *coder.Result // its Frames say which entry fired, and why others did not
}

// Explain reads an article and keeps the document and the frames. Read is this without the rest.
func (r *Reader) Explain(a *readout.Article) *Explanation {
	d := r.Annotate(a)
	return r.code(d)
}

// Mentions returns the reading with an event and a plan for each mention of a happening, as they are
// before mentions of one happening become one.
func (x *Explanation) Mentions() *readout.Reading {
	r := *x.Reading
	events, plans := x.Result.Mentions()
	r.Events, r.Plans = append([]readout.Event{}, events...), append([]readout.Plan{}, plans...)
	return &r
}

// Between finds what one party, source, does to another, target, two stretches of the article that somebody has
// marked.
func (r *Reader) Between(x *Explanation, source, target readout.Span) pair.Link {
	return pair.Default().Between(x.Document, x.Result, source, target, r.Vector)
}

// Vector returns the vector of a word, of one length for all, nil for a word without one.
func (r *Reader) Vector(word string) []int8 { return r.parse.Vector(word) }

// Annotate runs segmentation and parsing alone.
func (r *Reader) Annotate(a *readout.Article) *doc.Document {
	d := doc.New(a)
	r.segment.Segment(d)
	r.parse.Parse(d)
	return d
}

// ParseTokens parses a document whose sentences and tokens were made elsewhere.
func (r *Reader) ParseTokens(d *doc.Document) { r.parse.Parse(d) }

// ExplainParsed reads a document whose tokens and trees were made elsewhere.
func (r *Reader) ExplainParsed(d *doc.Document) *Explanation { return r.code(d) }

// code finds times, set phrases, places and people in a parsed document and codes it.
func (r *Reader) code(d *doc.Document) *Explanation {
	r.times.Find(d)
	r.phrases.Find(d)
	r.places.Find(d)
	r.mentions.Find(d)
	r.actors.Resolve(d)
	res := coder.Code(d, r.Lexicon)
	discard(d, r.Lexicon, res)
	return &Explanation{
		Document: d,
		Result:   res,
		Reading: &readout.Reading{
			Schema: readout.SchemaVersion, Article: d.Article,
			Events: res.Events, Statements: res.Statements, Plans: res.Plans, Phrases: res.Phrases, Places: toponyms(d),
		},
	}
}

// toponyms returns the places that the article names, as its reading lists them.
func toponyms(d *doc.Document) []readout.Toponym {
	out := make([]readout.Toponym, len(d.Toponyms))
	for i := range d.Toponyms {
		t := &d.Toponyms[i]
		out[i] = readout.Toponym{Place: t.Place, Use: t.Use, Span: d.Article.Span(t.Start, t.Stop)}
	}
	return out
}
