// Package parse gives tokens their UD annotation: lemma, tags, features, head, relation.
//
// In: a Document with sentences and tokens. Out: the tokens' Lemma, UPOS, XPOS, Feats, Head and
// Deprel, and the Document linked. Nothing outside this package and its training knows how.
//
// Phases: package encoder gives tags, heads and relations; lemmas are looked up by form and tag;
// then, over the whole document, features, some of which the finished clauses decide. A text gives
// the same annotation on every processor.
package parse

import (
	_ "embed"
	"fmt"
	"strings"

	"readout/internal/doc"
	"readout/internal/encoder"
	"readout/internal/model"
)

// The sections of the weights file that the parser reads, besides the encoder's.
const (
	CasesSection    = "parse.cases"    // lines: case of lemmas, for the encoder's tags in order
	LemmasSection   = "parse.lemmas"   // lines for NewLemmatizer
	SuffixesSection = "parse.suffixes" // lines for NewLemmatizer
	FeatsSection    = "parse.feats"    // lines for NewFeaturizer
)

// A Parser annotates sentences. It is safe for concurrent use.
type Parser struct {
	encoder *encoder.Encoder
	tags    map[encoder.Tag]int // numbers for the lemmatizer
	lemmas  *Lemmatizer
	feats   *Featurizer
}

// New returns a Parser with the weights of m.
func New(m *model.File) (*Parser, error) {
	p := &Parser{tags: map[encoder.Tag]int{}}
	if err := p.load(m); err != nil {
		return nil, fmt.Errorf("parse: %w", err)
	}
	return p, nil
}

func (p *Parser) load(m *model.File) (err error) {
	if p.encoder, err = encoder.New(m); err != nil {
		return err
	}
	for i, tag := range p.encoder.Tags() {
		p.tags[tag] = i
	}
	lines := map[string][]string{}
	for _, name := range []string{CasesSection, LemmasSection, SuffixesSection, FeatsSection} {
		if lines[name], err = m.Lines(name); err != nil {
			return err
		}
	}
	if n := len(lines[CasesSection]); n != len(p.tags) {
		return fmt.Errorf("%d cases for %d tags", n, len(p.tags))
	}
	if p.lemmas, err = NewLemmatizer(lines[LemmasSection], lines[SuffixesSection], lines[CasesSection]); err != nil {
		return err
	}
	p.lemmas.Rank = p.encoder.Rank
	p.addLemmas()
	p.feats, err = NewFeaturizer(lines[FeatsSection])
	return err
}

//go:embed lemmas.txt
var lemmas string

// addLemmas adds the lemmas of lemmas.txt.
func (p *Parser) addLemmas() {
	for line := range strings.Lines(lemmas) {
		f := strings.Fields(line)
		if f[0] == "#" {
			continue
		}
		upos := "VERB"
		if f[1] == "NNS" {
			upos = "NOUN"
		}
		if tag, ok := p.tags[encoder.Tag{UPOS: upos, XPOS: f[1]}]; ok {
			p.lemmas.words[lemmaKey{f[0], uint16(tag)}] = f[2]
		}
	}
}

// men holds nouns for men that a tagger takes for names where they begin a sentence: “Gunmen kidnapped …”.
var men = map[string]bool{
	"Gunmen": true, "Policemen": true, "Militiamen": true, "Tribesmen": true, "Fishermen": true, "Servicemen": true,
	"Firemen": true, "Airmen": true, "Hitmen": true, "Seamen": true, "Lawmen": true, "Workmen": true, "Businessmen": true,
	"Clergymen": true, "Riflemen": true, "Marksmen": true, "Swordsmen": true, "Herdsmen": true,
}

// Parse annotates all sentences of the document and links it.
func (p *Parser) Parse(d *doc.Document) {
	p.encoder.Annotate(d)
	d.Link()
	for _, s := range d.Sentences {
		for i := s.First; i < s.End; i++ {
			t := &d.Tokens[i]
			if i == s.First && t.UPOS == "PROPN" && men[t.Form] {
				t.UPOS, t.XPOS = "NOUN", "NNS"
			}
			t.Lemma = p.lemmas.Lemma(t.Form, p.tags[encoder.Tag{UPOS: t.UPOS, XPOS: t.XPOS}], i == s.First)
			t.Feats = p.feats.Feats(d, i)
		}
	}
}

// Vector returns the vector of a word among those that were learned elsewhere, of one length for all; nil for a word
// without one.
func (p *Parser) Vector(word string) []int8 { return p.encoder.Vector(word) }
