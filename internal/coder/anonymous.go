package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/lexicon"
)

// This file tells of a source without a name what it is said to be: an official, a diplomat, someone
// familiar with the matter (lexicon/anonymous.txt).

// anonymous sets what the source of a statement, headed by token t, is said to be when nobody is named.
// A pronoun has the kind of what it stands for.
func (c *coder) anonymous(s *readout.Statement, t int) {
	if c.d.Tokens[t].UPOS == "PRON" {
		if t = c.antecedent(t); t < 0 {
			return
		}
	}
	if c.named(t) {
		return
	}
	first, end := c.phrase(t, true)
	for i := range c.lex.Anonymous {
		a := &c.lex.Anonymous[i]
		noun := slices.IndexFunc(a.Nouns, func(noun string) bool { return c.nounIs(t, noun) })
		if noun < 0 || a.With != nil && !c.hasWord(t, end, a.With) || a.With == nil && !c.bare(t, a) {
			continue
		}
		s.Anonymous = a.Kind
		s.Evidence.Steps = append(s.Evidence.Steps, "source without a name: "+a.Kind+" by “"+a.Nouns[noun]+"”")
		break
	}
	if c.hasWord(first, end, []string{"anonymity"}) {
		if s.Anonymous == "" {
			s.Anonymous = "source"
		}
		s.Evidence.Steps = append(s.Evidence.Steps, "speaks on condition of anonymity")
	}
}

// bare reports whether a noun of the line is the source's: a body with a name of its own or an office that
// one person holds is not anonymous.
func (c *coder) bare(t int, a *lexicon.Anonymous) bool {
	tok := &c.d.Tokens[t]
	if tok.UPOS == "PROPN" {
		return false
	}
	if e := c.d.EntityAt(t); e != nil {
		return e.ID == "" || e.Class != doc.Person && e.Class != doc.Organization
	}
	return true
}

// antecedent returns the head of the first words that are no pronoun for whom pronoun t speaks of; -1
// when it is not resolved.
func (c *coder) antecedent(t int) int {
	m := c.d.MentionAt(t)
	if m < 0 || c.d.Mentions[m].Entity < 0 {
		return -1
	}
	for _, o := range c.d.Entities[c.d.Mentions[m].Entity].Mentions {
		if c.d.Mentions[o].Kind != doc.Pronoun {
			return c.d.Mentions[o].Head
		}
	}
	return -1
}

// named reports whether the source headed by token t has a name: in its own phrase or elsewhere in the
// article.
func (c *coder) named(t int) bool {
	if e := c.d.EntityAt(t); e != nil {
		if len(e.Members) > 0 || e.Class == doc.Person && c.hasName(e) {
			return true
		}
	}
	for k := range c.d.Children(t) {
		switch c.d.Tokens[k].Rel() {
		case "appos", "flat":
			if c.d.Tokens[k].UPOS == "PROPN" {
				return true
			}
		}
	}
	return false
}

func (c *coder) hasName(e *doc.Entity) bool {
	return e.ID != "" || slices.ContainsFunc(e.Mentions, func(m int) bool { return c.d.Mentions[m].Kind == doc.Name })
}

// hasWord reports whether one of the words stands in tokens [first, end).
func (c *coder) hasWord(first, end int, words []string) bool {
	for i := first; i < end; i++ {
		if slices.Contains(words, strings.ToLower(c.d.Tokens[i].Lemma)) || slices.Contains(words, strings.ToLower(c.d.Tokens[i].Form)) {
			return true
		}
	}
	return false
}
