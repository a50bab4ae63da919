// Package phrase finds what the lexicon knows by its wording alone: set phrases of diplomacy, and terms
// that speak of a topic. A wording is found across line breaks, hyphens and quotation marks, within
// one sentence. Package phrase writes Document.Phrases and Document.Terms.
package phrase

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// A Finder finds the phrases and terms of a lexicon. It may be used by many goroutines.
type Finder struct{ lex *lexicon.Lexicon }

// New returns a Finder.
func New(lex *lexicon.Lexicon) *Finder { return &Finder{lex} }

// Find fills the phrases and terms of a document that has tokens and lemmas. Of phrases that overlap
// the first stays, of those that begin together the longest; so of the terms of the same topic.
func (f *Finder) Find(d *doc.Document) {
	d.Phrases, d.Terms = nil, nil
	var words []lexicon.Word
	for s := range d.Sentences {
		words = Words(words[:0], d, s)
		f.phrases(d, words)
		f.terms(d, words)
	}
}

func (f *Finder) phrases(d *doc.Document, words []lexicon.Word) {
	taken := 0
	for i := range words {
		if i < taken {
			continue
		}
		var best *lexicon.Phrase
		f.lex.Phrases.At(words, i, func(ph *lexicon.Phrase, end int) {
			if end > taken || best == nil || end == taken && ph.ID < best.ID {
				best, taken = ph, end
			}
		})
		if best != nil {
			end := taken - 1
			for end > i && trailing(&d.Tokens[words[end].Token]) {
				end--
			}
			d.Phrases = append(d.Phrases, doc.Phrase{First: words[i].Token, End: words[end].Token + 1, ID: best.ID})
		}
	}
}

// trailing reports whether a token at the end of a match only showed what follows: an article, “that”.
func trailing(t *doc.Token) bool { return t.UPOS == "DET" || t.UPOS == "SCONJ" }

// leading reports whether a token at the start of a match only showed what it is: “to” of “to Congress”.
func leading(t *doc.Token) bool { return t.UPOS == "DET" || t.UPOS == "ADP" || t.UPOS == "CCONJ" }

func (f *Finder) terms(d *doc.Document, words []lexicon.Word) {
	begin := len(d.Terms)
	for i := range words {
		f.lex.Topics.At(words, i, func(t *lexicon.Topic, end int) {
			first := i
			for first < end-1 && leading(&d.Tokens[words[first].Token]) {
				first++
			}
			term := doc.Term{First: words[first].Token, End: words[end-1].Token + 1, Issue: t.Issue, Name: t.Name, Contexts: t.Contexts, Names: t.Names}
			for k := begin; k < len(d.Terms); k++ {
				o := &d.Terms[k]
				if o.Issue != term.Issue || o.Name != term.Name || o.End <= term.First {
					continue
				}
				if o.First == term.First {
					o.End = max(o.End, term.End)
				}
				return
			}
			d.Terms = append(d.Terms, term)
		})
	}
	slices.SortStableFunc(d.Terms[begin:], func(a, b doc.Term) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return strings.Compare(a.Name, b.Name)
	})
}

// Words appends the words of sentence s as patterns see them: no hyphens and quotation marks, a word
// with a hyphen inside as several.
func Words(words []lexicon.Word, d *doc.Document, s int) []lexicon.Word {
	for i := d.Sentences[s].First; i < d.Sentences[s].End; i++ {
		t := &d.Tokens[i]
		form := doc.Norm(t.Form)
		if quotation(form) || form == "-" && i > 0 && d.Tokens[i-1].End == t.Start {
			continue
		}
		if strings.IndexByte(form, '-') < 0 {
			words = append(words, lexicon.Word{Form: lexicon.Fold(form), Lemma: lexicon.Fold(t.Lemma), Capital: capital(form), Token: i})
			continue
		}
		lemmas := pieces(t.Lemma)
		forms := pieces(form)
		for k, piece := range forms {
			w := lexicon.Word{Form: lexicon.Fold(piece), Capital: capital(piece), Token: i}
			w.Lemma = w.Form
			if len(lemmas) == len(forms) {
				w.Lemma = lexicon.Fold(lemmas[k])
			}
			words = append(words, w)
		}
	}
	return words
}

func quotation(form string) bool { return form == `"` || form == "''" || form == "'" }

func capital(form string) bool { return form != "" && form[0] >= 'A' && form[0] <= 'Z' }

func pieces(form string) []string {
	return strings.FieldsFunc(form, func(r rune) bool { return r == '-' })
}
