package coder

import (
	"slices"
	"sort"

	"readout"
	"readout/internal/topic"
)

// tellTopics tells of every statement what it is about.
func (c *coder) tellTopics() {
	for i := range c.statements {
		s := &c.statements[i]
		speech := topic.Speech{Source: s.Source, Pieces: s.tokens}
		if s.Cue != nil {
			speech.Cue = c.tokensOf([]readout.Span{*s.Cue})
			if s.cueVerb >= 0 && !slices.Contains(speech.Cue, s.cueVerb) {
				speech.Cue = append(speech.Cue, s.cueVerb)
			}
		}
		s.Topics = topic.Of(c.d, c.lex, &speech)
	}
}

// tokensOf returns the tokens of the spans.
func (c *coder) tokensOf(spans []readout.Span) []int {
	var out []int
	for _, s := range spans {
		first := sort.Search(len(c.d.Tokens), func(i int) bool { return c.d.Tokens[i].End > s.Start })
		for i := first; i < len(c.d.Tokens) && c.d.Tokens[i].Start < s.End; i++ {
			out = append(out, i)
		}
	}
	return out
}

// tellContexts gives the events and plans the contexts of their codes and those that their own clauses
// speak of, and makes the records of set phrases, which may stand in an event's words.
func (c *coder) tellContexts() {
	clauses := map[string]topic.Clause{}
	for i := range c.events {
		clauses[c.events[i].ID] = c.tellContext(&c.events[i])
	}
	for i := range c.plans {
		clauses[c.plans[i].ID] = c.tellContext(&c.plans[i].Event)
	}
	for i := range c.d.Phrases {
		c.addPhrase(i, clauses)
	}
}

// tellContext adds the contexts of an event and returns its clause.
func (c *coder) tellContext(e *readout.Event) topic.Clause {
	clause := topic.ClauseOf(c.d, c.tokensOf(e.Evidence.Words))
	for _, name := range c.lex.Ontology.CodeContexts(e.CAMEO) {
		if !slices.Contains(e.Contexts, name) {
			e.Contexts = append(e.Contexts, name)
			e.Evidence.Steps = append(e.Evidence.Steps, "context "+name+" by CAMEO "+e.CAMEO)
		}
	}
	contexts, signs := c.lex.Ontology.SignContexts(e.Type, e.Modes, sectors(e.Actors), sectors(e.Recipients))
	for i, name := range contexts {
		if !slices.Contains(e.Contexts, name) {
			e.Contexts = append(e.Contexts, name)
			e.Evidence.Steps = append(e.Evidence.Steps, "context "+name+" by "+signs[i])
		}
	}
	var steps []string
	e.Contexts, steps = clause.Contexts(c.d, c.lex, e.Contexts)
	e.Evidence.Steps = append(e.Evidence.Steps, steps...)
	return clause
}

// sectors returns the sectors of the parties of an event.
func sectors(parties []readout.Actor) []string {
	out := make([]string, len(parties))
	for i := range parties {
		out[i] = parties[i].Sector
	}
	return out
}

// tellContextApart adds the contexts of an event whose lists others share.
func (c *coder) tellContextApart(e *readout.Event) {
	e.Contexts, e.Evidence.Steps = slices.Clip(e.Contexts), slices.Clip(e.Evidence.Steps)
	c.tellContext(e)
}

// addPhrase makes the record of a set phrase of the document: where it stands, and who says it.
func (c *coder) addPhrase(i int, clauses map[string]topic.Clause) {
	found := &c.d.Phrases[i]
	known := c.lex.Phrases.Get(found.ID)
	p := readout.Phrase{
		ID: known.ID, Name: known.Name, Ladder: known.Ladder, Rank: known.Rank,
		Sentence: c.d.SentenceOf(found.First), Span: c.d.Span(found.First, found.End),
	}
	if s := c.speakerOf(found.First, found.End); s != nil {
		p.Statement, p.Speaker = &s.ID, &s.Source
	}
	holds := func(e *readout.Event) bool {
		clause := clauses[e.ID]
		return p.Event == nil && e.Evidence.Sentence == p.Sentence && clause.Holds(c.d, found.First, found.End)
	}
	for k := range c.events {
		if holds(&c.events[k]) {
			p.Event = &c.events[k].ID
		}
	}
	for k := range c.plans {
		if holds(&c.plans[k].Event) {
			p.Event = &c.plans[k].ID
		}
	}
	c.phrases = append(c.phrases, p)
}

// speakerOf returns the statement whose content or cue tokens [first, end) are, the innermost; a phrase
// may be the cue itself: "expressed grave concern". It returns nil when the article itself says so.
func (c *coder) speakerOf(first, end int) *statement {
	if s := c.statementOf(first); s != nil {
		return s
	}
	var best *statement
	for i := range c.statements {
		s := &c.statements[i]
		in := s.Cue != nil && s.Cue.Start < c.d.Tokens[end-1].End && c.d.Tokens[first].Start < s.Cue.End
		for _, p := range s.tokens {
			in = in || p[0] <= first && first < p[1]
		}
		if in && (best == nil || s.end-s.first <= best.end-best.first) {
			best = s
		}
	}
	return best
}
