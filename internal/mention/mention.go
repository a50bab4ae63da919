// Package mention finds the words of a document that name someone, and groups them into entities.
//
// In: a parsed document (Universal Dependencies) whose Places are found. Out: Document.Mentions in
// the order of the text, an outer mention before the inner ones, and Document.Entities in the order
// of their first mention. A mention that could not be resolved has Entity -1 and says why.
//
// Phases, precision before recall; every mention carries the name of the rule that made its link:
//
//  1. names that the lexicon knows                        lexical.go
//     names that the tagger of names found                tagged.go
//     and names that it does not know                     unknown.go
//     short forms joined to full names                    short.go
//     titles before a name                                phrase.go
//     whether he or she is said of them                   gender.go
//  2. descriptions: a role with country or possessor      describe.go, role.go
//     and groups, "the two sides"                         group.go
//  3. pronouns                                            pronoun.go, antecedent.go, salience.go
//  4. numbering                                           entity.go
//
// The trees that come in are predicted, and wrong in places: appositions and titles above all. So
// the order of the words decides what it can decide, and heads are asked only for what words cannot
// tell: subjects, antecedents of relative clauses, which token governs a name.
package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/lexicon"
)

// A Finder finds mentions. It may be used by several goroutines at once.
type Finder struct {
	actors *lexicon.Actors
}

// New returns a Finder that knows the names and roles of the lexicon.
func New(a *lexicon.Actors) *Finder { return &Finder{a} }

// Find writes d.Mentions and d.Entities and links them.
func (f *Finder) Find(d *doc.Document) {
	s := newSearch(f.actors, d)
	for i := range d.Sentences {
		s.lexicalNames(i)
	}
	s.halves()
	for i := range d.Sentences {
		s.taggedNames(i)
	}
	for _, capitals := range []bool{false, true} { // headlines last: capitals say nothing there
		for i := range d.Sentences {
			if s.titleCase[i] == capitals {
				s.unknownNames(i)
			}
		}
	}
	s.shortNames()
	s.familyNames()
	s.titles()
	s.givenNames()
	for i := range d.Sentences {
		s.descriptionsAndPronouns(i)
	}
	s.finish()
	d.LinkMentions()
}

// A search is one document on its way through a Finder.
type search struct {
	d      *doc.Document
	actors *lexicon.Actors
	date   string   // TIMEX3 day of the article, "" when unknown
	forms  []string // of tokens
	lemmas []string // of tokens, lower case
	quoted []bool   // tokens that stand in quotation marks
	place  []int32  // token to the index of a place that is no country; -1
	nobody []bool   // tokens of a name that names no actor

	tagged    []taggedName
	taggedAt  []int32               // token to the tagged name that it is in; -1
	longForms map[string]taggedName // names by the short form that the article gives in brackets
	surnames  map[string]int        // last words of people's full names, lower case, to where the first ends

	mentions  []found
	entities  []someone
	byKey     map[string]int   // entities by key
	ofCountry map[string][]int // people by country or organization
	in        [][]int          // mentions by sentence, in the order found

	inner []int32 // token to the name of the lexicon that covers it; -1
	outer []int32 // token to the longest mention that covers it; -1

	titleCase []bool // sentences that write every word with a capital

	pending []shortForm      // surnames that wait for all full names
	named   map[string][]int // people by the words that a short form of their name can be

	firstNamed map[int]int    // people to the token where their full name first stands
	goesBy     map[string]int // short forms to whom they spoke of while he alone was named

	participants []participants // by sentence
}

// A found is a mention together with what later phases need.
type found struct {
	doc.Mention
	sentence           int
	nameFirst, nameEnd int // the name without its title
}

func newSearch(actors *lexicon.Actors, d *doc.Document) *search {
	n := len(d.Tokens)
	s := &search{
		d: d, actors: actors, date: d.Article.Published,
		forms: make([]string, n), lemmas: make([]string, n),
		quoted: make([]bool, n), place: make([]int32, n), nobody: make([]bool, n),
		inner: make([]int32, n), outer: make([]int32, n),
		byKey: make(map[string]int), named: make(map[string][]int), ofCountry: make(map[string][]int), in: make([][]int, len(d.Sentences)),
		participants: make([]participants, len(d.Sentences)),
	}
	if s.date == "" {
		s.date = d.Article.DatelineDate
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		s.forms[i], s.place[i], s.inner[i], s.outer[i] = t.Form, -1, -1, -1
		if t.Lemma == "" || t.Lemma == "_" {
			s.lemmas[i] = strings.ToLower(t.Form)
		} else {
			s.lemmas[i] = strings.ToLower(t.Lemma)
		}
	}
	for k, p := range d.Places {
		if known := actors.Known(p.ID); known == nil || known.Kind != lexicon.Country {
			for i := p.First; i < p.End; i++ {
				s.place[i] = int32(k)
			}
		}
	}
	s.markQuotations()
	s.markTitleCase()
	s.markTagged()
	return s
}

// markTitleCase marks sentences in which nearly every longer word has a capital, as in headlines.
func (s *search) markTitleCase() {
	s.titleCase = make([]bool, len(s.d.Sentences))
	for i := range s.d.Sentences {
		first, end := s.bounds(i)
		words, capitals := 0, 0
		for _, form := range s.forms[first:end] {
			if r, _ := utf8.DecodeRuneInString(form); unicode.IsLetter(r) && utf8.RuneCountInString(form) > 3 {
				words++
				if unicode.IsUpper(r) {
					capitals++
				}
			}
		}
		switch s.forms[end-1] {
		case ".", "!", "?", ";", ":", ",":
			continue // a sentence, however many names it has
		}
		s.titleCase[i] = words >= 4 && capitals*5 >= words*4
	}
}

// markQuotations marks what stands in double quotation marks. A part of the article begins outside
// of them, so that a mark that is never closed does no harm beyond its paragraph.
func (s *search) markQuotations() {
	part, in := -1, false
	for i := range s.d.Sentences {
		sent := &s.d.Sentences[i]
		if sent.Part != part {
			part, in = sent.Part, false
		}
		for t := sent.First; t < sent.End; t++ {
			switch doc.Norm(s.forms[t]) {
			case `"`, "''", "``":
				in = !in
			default:
				s.quoted[t] = in
			}
		}
	}
}

// add appends a mention of tokens [first, end) in the sentence, whose name proper is the same
// stretch, and returns its index.
func (s *search) add(sentence, first, end int, kind doc.MentionKind, entity int, why string) int {
	id := len(s.mentions)
	s.mentions = append(s.mentions, found{
		Mention: doc.Mention{
			First: first, End: end, Head: s.headOf(first, end), Kind: kind, Entity: entity, Why: why,
		},
		sentence: sentence, nameFirst: first, nameEnd: end,
	})
	s.cover(id)
	s.in[sentence] = append(s.in[sentence], id)
	return id
}

// cover makes the mention the outer one of its tokens where it is longer than what was there.
func (s *search) cover(id int) {
	m := &s.mentions[id]
	for t := m.First; t < m.End; t++ {
		if old := s.outer[t]; old < 0 || int(old) == id ||
			s.mentions[old].End-s.mentions[old].First <= m.End-m.First {
			s.outer[t] = int32(id)
		}
	}
}

// The relations by which a token can govern a mention, the likeliest first: where a wrong tree
// leaves a mention with two heads, the one that plays a part in the clause is taken.
var headRank = map[string]int{"nsubj": 1, "obj": 2, "iobj": 3, "obl": 4, "root": 5, "nmod": 6, "conj": 7, "appos": 8}

// headOf returns the token of [first, end) that governs the others.
func (s *search) headOf(first, end int) int {
	head, best := end-1, 100
	for i := first; i < end; i++ {
		t := &s.d.Tokens[i]
		if t.Head >= first && t.Head < end || t.UPOS == "PUNCT" || t.UPOS == "DET" {
			continue
		}
		rank, ok := headRank[t.Rel()]
		if !ok || t.Deprel == "nmod:poss" || t.Deprel == "nmod:desc" {
			rank = 9
		}
		if rank <= best {
			head, best = i, rank
		}
	}
	return head
}

// mentionEnding returns the longest mention that ends just before token end, -1 for none.
func (s *search) mentionEnding(first, end int) int {
	if end-1 < first {
		return -1
	}
	for _, m := range []int32{s.outer[end-1], s.inner[end-1]} {
		if m >= 0 && s.mentions[m].End == end {
			return int(m)
		}
	}
	return -1
}

// mentionStarting returns the longest mention that begins at token i, -1 for none.
func (s *search) mentionStarting(i int) int {
	if i >= len(s.outer) {
		return -1
	}
	for _, m := range []int32{s.outer[i], s.inner[i]} {
		if m >= 0 && s.mentions[m].First == i {
			return int(m)
		}
	}
	return -1
}

func (s *search) bounds(sentence int) (first, end int) {
	sent := &s.d.Sentences[sentence]
	return sent.First, sent.End
}
