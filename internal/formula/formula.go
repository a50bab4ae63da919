// Package formula counts the set phrases of a collection of articles, by who says them and when, and
// finds repeated wordings that no lexicon knows (gram.go).
package formula

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/reader"
)

// An Article is what the collection needs of one reading.
type Article struct {
	text  [32]byte // its hash: a text that came before is not counted again
	day   string
	known []use
	words []word
}

// A use is a set phrase in the mouth of someone.
type use struct{ id, name, speaker string }

// A word is a word of the text as repeated wordings are made of: small letters, with what a hyphen or
// an apostrophe joins to it. The empty word ends a stretch: a mark, a number, a day, a person's name.
type word struct {
	text     string
	speaker  string
	function bool // a function word or comma, with which no wording begins or ends
	named    bool // part of a name
	known    bool // part of a set phrase that the lexicon knows
}

// NewArticle takes from an explanation what a Collection counts; words are only kept for repeated wordings.
func NewArticle(x *reader.Explanation, wordings bool) *Article {
	r := x.Reading
	a := &Article{text: sha256.Sum256([]byte(r.Article.Text)), day: day(r.Article)}
	for i := range r.Phrases {
		p := &r.Phrases[i]
		a.known = append(a.known, use{p.ID, p.Name, speaker(p.Speaker)})
	}
	if wordings {
		a.readWords(x)
	}
	return a
}

// day returns the day of the article, "" when it is not known.
func day(a *readout.Article) string {
	for _, d := range []string{a.Published, a.DatelineDate} {
		if len(d) == len("2006-01-02") && !strings.Contains(d, "X") {
			return d
		}
	}
	return ""
}

// speaker names who speaks: the country, or the name of someone of no known country; "" for the
// article itself.
func speaker(a *readout.Actor) string {
	if a == nil {
		return ""
	}
	return strings.Join(strings.Fields(cmp.Or(a.Country, a.Name)), " ")
}

// readWords fills the words of the article's sentences.
func (a *Article) readWords(x *reader.Explanation) {
	d := x.Document
	barred, named, known := make([]bool, len(d.Tokens)), make([]bool, len(d.Tokens)), make([]bool, len(d.Tokens))
	for i := range d.Times {
		mark(barred, d.Times[i].First, d.Times[i].End)
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Kind != doc.Name {
			continue
		}
		mark(named, m.First, m.End)
		if m.Entity >= 0 && d.Entities[m.Entity].Class == doc.Person {
			mark(barred, m.First, m.End)
		}
	}
	for i := range d.Phrases {
		mark(known, d.Phrases[i].First, d.Phrases[i].End)
	}
	says := speakers(d, x.Reading)
	for s := range d.Sentences {
		for i := d.Sentences[s].First; i < d.Sentences[s].End; i++ {
			w := word{speaker: says[i], named: named[i], known: known[i]}
			t := &d.Tokens[i]
			form := strings.ToLower(doc.Norm(t.Form))
			if form == `"` || form == "''" {
				continue
			}
			if last := len(a.words) - 1; last >= 0 && a.words[last].text != "" && i > 0 && joins(&d.Tokens[i-1], t) {
				a.words[last].text += form
				a.words[last].function = a.words[last].function && function(t)
				continue
			}
			if !barred[i] && t.UPOS != "NUM" && (t.UPOS != "PUNCT" && t.UPOS != "SYM" || form == ",") {
				w.text, w.function = form, function(t)
			}
			a.words = append(a.words, w)
		}
		a.words = append(a.words, word{})
	}
}

func mark(flags []bool, first, end int) {
	for i := first; i < end; i++ {
		flags[i] = true
	}
}

// joins reports whether two tokens are one word: "win-win", "China's".
func joins(before, t *doc.Token) bool {
	if before.End != t.Start {
		return false
	}
	form := doc.Norm(t.Form)
	return before.Form == "-" || t.Form == "-" || strings.HasPrefix(form, "'") || form == "n't"
}

// function reports whether the token is a function word or a mark.
func function(t *doc.Token) bool {
	switch t.UPOS {
	case "DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT":
		return true
	}
	return false
}

// speakers returns for every token who says it: the source of the shortest content that holds it.
func speakers(d *doc.Document, r *readout.Reading) []string {
	out, length := make([]string, len(d.Tokens)), make([]int, len(d.Tokens))
	for i := range r.Statements {
		s := &r.Statements[i]
		for _, c := range s.Content {
			first, _ := slices.BinarySearchFunc(d.Tokens, c.Start, func(t doc.Token, at int) int { return t.Start - at })
			for k := first; k < len(d.Tokens) && d.Tokens[k].End <= c.End; k++ {
				if n := c.End - c.Start; length[k] == 0 || n < length[k] {
					out[k], length[k] = speaker(&s.Source), n
				}
			}
		}
	}
	return out
}

// A Formula is a phrase with what the collection says of it.
type Formula struct {
	Known    bool          `json:"known"`
	ID       string        `json:"id"`       // of the lexicon; "" for an unknown one
	Phrase   string        `json:"phrase"`   // the canonical wording, or the repeated one in small letters
	Count    int           `json:"count"`    // how often
	Articles int           `json:"articles"` // in how many articles
	Speakers []SpeakerUses `json:"speakers"` // the most frequent first
	First    string        `json:"first"`    // first day, "" when no article tells
	Last     string        `json:"last"`
	Score    float64       `json:"score"` // of an unknown one: see Collection.Unknown
}

// SpeakerUses says how often someone used a phrase.
type SpeakerUses struct {
	Speaker string `json:"speaker"` // a country code, or a name; "" for the article itself
	Count   int    `json:"count"`
}

// A Collection counts the formulae of articles. It is used by one goroutine.
type Collection struct {
	Repeats int // articles left out because their text had come before

	seen  map[[32]byte]bool
	known map[string]*tally
	names map[string]string
	grams gramStore
}

// NewCollection returns an empty collection.
func NewCollection() *Collection {
	return &Collection{seen: map[[32]byte]bool{}, known: map[string]*tally{}, names: map[string]string{}, grams: newGramStore()}
}

// Add counts an article, unless its text has been counted.
func (c *Collection) Add(a *Article) {
	if c.seen[a.text] {
		c.Repeats++
		return
	}
	c.seen[a.text] = true
	in := map[string]bool{}
	for _, u := range a.known {
		t := c.known[u.id]
		if t == nil {
			t = &tally{speakers: map[string]int{}}
			c.known[u.id] = t
			c.names[u.id] = u.name
		}
		t.add(u.speaker, a.day, !in[u.id])
		in[u.id] = true
	}
	c.grams.add(a)
}

// A tally counts the uses of a phrase.
type tally struct {
	count, articles int
	speakers        map[string]int
	first, last     string
}

func (t *tally) add(speaker, day string, newArticle bool) {
	t.count++
	t.speakers[speaker]++
	if newArticle {
		t.articles++
	}
	if day == "" {
		return
	}
	if t.first == "" || day < t.first {
		t.first = day
	}
	t.last = max(t.last, day)
}

// formula writes the tally into a Formula.
func (t *tally) formula(f Formula) Formula {
	f.Count, f.Articles, f.First, f.Last = t.count, t.articles, t.first, t.last
	f.Speakers = []SpeakerUses{}
	for s, n := range t.speakers {
		f.Speakers = append(f.Speakers, SpeakerUses{s, n})
	}
	slices.SortFunc(f.Speakers, func(a, b SpeakerUses) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Speaker, b.Speaker))
	})
	return f
}

// Known returns the set phrases of the lexicon that were found, the most frequent first.
func (c *Collection) Known() []Formula {
	var out []Formula
	for id, t := range c.known {
		out = append(out, t.formula(Formula{Known: true, ID: id, Phrase: c.names[id]}))
	}
	slices.SortFunc(out, func(a, b Formula) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.ID, b.ID)) })
	return out
}
