// Package doc holds the annotated document: the one array of tokens that owns the annotation, and
// everything that points into it with half-open spans.
//
// Who writes what:
//
//	segment   Sentences; Tokens' Start, End, Form
//	parse     Tokens' Lemma, UPOS, XPOS, Feats, Head, Deprel, Name; then calls Link
//	timex     Times
//	phrase    Phrases, Terms
//	place     Places, Toponyms
//	mention   Mentions, Entities
//	actor     Entities' Country, Sector, Office, Actor
//
// Package frame and package coder only read.
package doc

import (
	"iter"
	"sort"
	"strings"

	"readout"
)

// A Token is a syntactic word of Universal Dependencies. The parts of a multi-word token ("don't",
// "cannot") are tokens that touch.
type Token struct {
	Start, End int    // bytes of Article.Text, half-open
	Form       string // Text[Start:End]
	Lemma      string // UD LEMMA
	UPOS       string // UD UPOS
	XPOS       string // Penn tag
	Feats      string // UD FEATS, "_" or "" when none
	Head       int    // index into Document.Tokens; -1 for the root of a sentence
	Deprel     string // UD DEPREL, with subtype: "nsubj:pass"
	Name       string // what the tagger takes the token for, as IOB2: "B-PER", "I-ORG", "O"; "" when none has read it
}

// Rel returns the universal part of the relation: "nsubj" of "nsubj:pass".
func (t *Token) Rel() string {
	rel, _, _ := strings.Cut(t.Deprel, ":")
	return rel
}

// A Sentence is a run of tokens, half-open, inside one part of the article.
type Sentence struct {
	First, End int // tokens
	Part       int // index into Article.Parts
}

// MentionKind tells how a mention names its entity.
type MentionKind uint8

// The kinds of mentions.
const (
	Name        MentionKind = iota + 1 // "Xi Jinping", "Russia", "Kremlin"
	Description                        // "the Chinese president", "the two sides"
	Pronoun                            // "he", "we", "you"
	Adjective                          // "Israeli" in "Israeli warplanes", "Russian" as a people
)

// A Mention is a stretch of tokens that names someone or something.
type Mention struct {
	First, End int // tokens, half-open
	Head       int // the token that governs the others
	Kind       MentionKind
	Entity     int    // index into Document.Entities; -1 when it was not resolved
	Why        string // the rule that made the link, or why there is none
}

// Class is the broad class of an entity.
type Class string

// The classes of entities.
const (
	Person       Class = "PERSON"
	Organization Class = "ORG"
	State        Class = "GPE" // a country or its government
	Location     Class = "LOC" // any other place
	People       Class = "NORP"
	Group        Class = "GROUP" // "the two sides": its Members say who
	UnknownClass Class = ""
)

// An Entity is what mentions speak of.
type Entity struct {
	Name     string // full name: the lexicon's, or else the longest in the article
	Class    Class
	Mentions []int // indices into Document.Mentions, ascending
	Members  []int // for a Group: indices into Document.Entities

	// ID is the lexicon's identifier ("person/Xi Jinping", "country/CHN"), "" for someone whom
	// the lexicon does not know.
	ID string

	// Written by package actor.
	Country string // as in readout.Actor
	Sector  string
	Office  string
	Actor   bool // may act in the record: political actors and those the article gives an office
}

// A Time is a time expression in the document.
type Time struct {
	First, End int          // tokens, half-open
	Time       readout.Time // value and span
	Type       string       // TIMEX3 type: DATE, TIME, DURATION, SET
	Why        string       // anchor and direction: "dateline 2023-03-20, previous Tuesday"
	// Ends are the two dates of a stretch that its words name ("May 29" and "June 2"), each with its
	// own words; nil for any other time. TimeML marks them, and not the stretch.
	Ends []readout.Time
}

// A Place is a toponym that the document uses as a place.
type Place struct {
	First, End int // tokens, half-open
	Place      readout.Place
	ID         string // the lexicon's identifier
}

// A Phrase is a set phrase in the document.
type Phrase struct {
	First, End int    // tokens, half-open
	ID         string // the lexicon's identifier
}

// A Term is a stretch of tokens that speaks of a topic of the lexicon.
type Term struct {
	First, End int    // tokens, half-open
	Issue      bool   // a named issue; otherwise a context
	Name       string // of the topic
	Contexts   []string
	Names      bool // the term names the context itself, as "terrorism" does, and does not only belong to it
}

// A Toponym is a name of a place in the document, whatever it is used for.
type Toponym struct {
	First, End  int // tokens, half-open; none for a dateline, which is not read
	Start, Stop int // bytes of Article.Text, half-open
	Place       readout.Place
	Use         string // one of readout's uses: readout.UsePlace …
	Why         string // what told that it is a toponym
	Beside      bool   // its region stands beside it, here or elsewhere in the article, or it is that region
}

// A Document is an article with its annotation.
type Document struct {
	Article   *readout.Article
	Sentences []Sentence
	Tokens    []Token
	Mentions  []Mention // in order of the text
	Entities  []Entity
	Times     []Time
	Places    []Place
	Phrases   []Phrase  // in order of the text
	Terms     []Term    // in order of the text
	Toponyms  []Toponym // Places among them

	firstChild, nextSibling []int32 // made by Link; -1 for none
	mentionOf               []int32 // token to its mention, as MentionAt returns it; -1
	personAround            []int32 // token to the head of the person's name around it; -1
}

// New returns a Document of the article, without annotation.
func New(a *readout.Article) *Document { return &Document{Article: a} }

// Link prepares Children, Child and Subtree for use. Whoever sets heads calls it once afterwards.
func (d *Document) Link() {
	d.firstChild = make([]int32, len(d.Tokens))
	d.nextSibling = make([]int32, len(d.Tokens))
	for i := range d.Tokens {
		d.firstChild[i], d.nextSibling[i] = -1, -1
	}
	for i := len(d.Tokens) - 1; i >= 0; i-- {
		if h := d.Tokens[i].Head; h >= 0 {
			d.nextSibling[i] = d.firstChild[h]
			d.firstChild[h] = int32(i)
		}
	}
}

// Children yields the dependents of token i in the order of the text.
func (d *Document) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for c := d.firstChild[i]; c >= 0; c = d.nextSibling[c] {
			if !yield(int(c)) {
				return
			}
		}
	}
}

// Child returns the first dependent of i whose relation is one of rels, with subtype or without
// ("nsubj" matches "nsubj:pass"; "nsubj:pass" does not match "nsubj"); -1 when there is none.
func (d *Document) Child(i int, rels ...string) int {
	for c := range d.Children(i) {
		for _, rel := range rels {
			if t := &d.Tokens[c]; t.Deprel == rel || t.Rel() == rel {
				return c
			}
		}
	}
	return -1
}

// Subtree returns the first token and one past the last token that i governs, itself included.
func (d *Document) Subtree(i int) (first, end int) {
	first, end = i, i+1
	for c := range d.Children(i) {
		f, e := d.Subtree(c)
		first, end = min(first, f), max(end, e)
	}
	return first, end
}

// SentenceOf returns the index of the sentence that holds token i.
func (d *Document) SentenceOf(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sentences[mid].End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Span returns the words of tokens [first, end), as they stand in the text.
func (d *Document) Span(first, end int) readout.Span {
	return d.Article.Span(d.Tokens[first].Start, d.Tokens[end-1].End)
}

// Within reports whether token i lies in the stretch s of the text, at least in part.
func (d *Document) Within(i int, s readout.Span) bool {
	return d.Tokens[i].Start < s.End && s.Start < d.Tokens[i].End
}

// Heads returns the tokens of the stretch s of the text whose heads lie outside it.
func (d *Document) Heads(s readout.Span) []int {
	var out []int
	first := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > s.Start })
	for i := first; i < len(d.Tokens) && d.Within(i, s); i++ {
		if h := d.Tokens[i].Head; h < 0 || !d.Within(h, s) {
			out = append(out, i)
		}
	}
	return out
}

// MentionsIn returns the indices, half-open, of the mentions that begin in tokens [first, end).
func (d *Document) MentionsIn(first, end int) (from, to int) {
	at := func(token int) int {
		return sort.Search(len(d.Mentions), func(i int) bool { return d.Mentions[i].First >= token })
	}
	return at(first), at(end)
}

// LinkMentions prepares MentionAt for use. Whoever sets Mentions calls it once afterwards.
func (d *Document) LinkMentions() {
	d.mentionOf = make([]int32, len(d.Tokens))
	for i := range d.mentionOf {
		d.mentionOf[i] = -1
	}
	for m := range d.Mentions {
		d.preferLonger(d.Mentions[m].Head, m)
	}
	d.personAround = make([]int32, len(d.Tokens))
	for i := range d.personAround {
		d.personAround[i] = -1
	}
	for m := range d.Mentions {
		if d.Mentions[m].Kind != Name {
			continue
		}
		if e := d.Mentions[m].Entity; e >= 0 && d.Entities[e].Class == Person {
			for i := d.Mentions[m].First; i < d.Mentions[m].End; i++ {
				d.personAround[i] = int32(d.Mentions[m].Head)
			}
		}
		for i := d.Mentions[m].First; i < d.Mentions[m].End; i++ {
			if d.mentionOf[i] < 0 && d.Tokens[i].UPOS == "PROPN" {
				d.mentionOf[i] = int32(m)
			}
		}
	}
}

// preferLonger makes m the mention at token i unless a longer one is there.
func (d *Document) preferLonger(i, m int) {
	length := func(m int32) int { return d.Mentions[m].End - d.Mentions[m].First }
	if old := d.mentionOf[i]; old < 0 || length(int32(m)) >= length(old) {
		d.mentionOf[i] = int32(m)
	}
}

// MentionAt returns the index of the longest mention whose head is token i, or of the name that i
// is a word of, since parsers differ on the head of a name; -1 for none.
func (d *Document) MentionAt(i int) int {
	if d.mentionOf == nil {
		return -1
	}
	return int(d.mentionOf[i])
}

// EntityAt returns the entity that the mention at token i (MentionAt) speaks of; nil when there is no mention, or
// one that was not resolved.
func (d *Document) EntityAt(i int) *Entity {
	if m := d.MentionAt(i); m >= 0 && d.Mentions[m].Entity >= 0 {
		return &d.Entities[d.Mentions[m].Entity]
	}
	return nil
}

// PersonAround returns the head of the mention that names a person, title and all, and that token i
// is a word of; -1 for none.
func (d *Document) PersonAround(i int) int {
	if d.personAround == nil {
		return -1
	}
	return int(d.personAround[i])
}
