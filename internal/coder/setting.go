package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// This file finds where words were said: a phrase of lexicon/settings.txt that belongs to the cue, or, in
// a transcript, what the headline calls it.

// maxSettingClimb is how many words may stand in the tree between a setting and its cue: "speaking at a
// briefing, he said", "told reporters on the sidelines of the summit".
const maxSettingClimb = 4

// setting returns the setting of a statement with a cue; nil when the sentence names none. Of several the
// one nearest to the cue in the tree counts, then the first.
func (c *coder) setting(s *statement) *readout.Setting {
	if s.cueVerb < 0 {
		return nil
	}
	sent := c.d.Sentences[c.d.SentenceOf(s.cueVerb)]
	var best *readout.Setting
	nearest := maxSettingClimb + 1
	for n := sent.First; n < sent.End; n++ {
		prep := c.d.Child(n, "case")
		if prep < 0 || prep > n || c.inContent(s, n) {
			continue
		}
		steps := c.stepsTo(n, s)
		if steps >= nearest {
			continue
		}
		if kind := c.settingKind(n, strings.ToLower(c.d.Tokens[prep].Form)); kind != "" {
			best, nearest = c.makeSetting(kind, prep, n), steps
		}
	}
	return best
}

// settingKind returns the kind of setting that a noun behind a preposition is; "" for none.
func (c *coder) settingKind(n int, prep string) string {
	for _, s := range c.settingsOf(n) {
		if slices.Contains(s.Prepositions, prep) && slices.ContainsFunc(s.Nouns, func(noun string) bool { return c.nounIs(n, noun) }) {
			return s.Kind
		}
	}
	return ""
}

// settingsOf returns the lines of settings.txt that have a noun that may end in token n.
func (c *coder) settingsOf(n int) []*lexicon.Setting {
	return c.lex.SettingsOf(strings.ToLower(c.d.Tokens[n].Lemma), strings.ToLower(c.d.Tokens[n].Form))
}

// nounIs reports whether the words that end in token n are the noun: lemmas or forms.
func (c *coder) nounIs(n int, noun string) bool {
	i := n
	for {
		last := strings.LastIndexByte(noun, ' ')
		if i < 0 || !c.wordIs(i, noun[last+1:]) {
			return false
		}
		if last < 0 {
			return true
		}
		noun = noun[:last]
		i--
	}
}

func (c *coder) wordIs(i int, word string) bool {
	return strings.EqualFold(c.d.Tokens[i].Lemma, word) || strings.EqualFold(c.d.Tokens[i].Form, word)
}

// stepsTo returns how many words one climbs from noun n to the cue's verb, without passing the content
// or a clause of its own; more than maxSettingClimb when one does not get there.
func (c *coder) stepsTo(n int, s *statement) int {
	for steps := 1; steps <= maxSettingClimb; steps++ {
		switch c.d.Tokens[n].Rel() {
		case "acl", "ccomp", "parataxis", "conj":
			return maxSettingClimb + 1
		}
		n = c.d.Tokens[n].Head
		switch {
		case n < 0:
			return maxSettingClimb + 1
		case n == s.cueVerb:
			return steps
		case c.inContent(s, n), n == s.sourceToken:
			return maxSettingClimb + 1
		}
	}
	return maxSettingClimb + 1
}

// inContent reports whether token t stands in the content of the statement.
func (c *coder) inContent(s *statement, t int) bool {
	return slices.ContainsFunc(s.tokens, func(p [2]int) bool { return p[0] <= t && t < p[1] })
}

// makeSetting makes the setting of noun n with its preposition.
func (c *coder) makeSetting(kind string, prep, n int) *readout.Setting {
	first, end := c.nounPhrase(n)
	first = min(first, prep)
	for k := range c.d.Children(n) {
		if f, e := c.d.Subtree(k); f > n && e == end && c.timed(k) {
			end = max(n+1, f)
		}
	}
	s := &readout.Setting{Kind: kind, Span: c.d.Span(first, end)}
	for i := range c.d.Places {
		if p := &c.d.Places[i]; p.First >= first && p.End <= end {
			s.Place = &p.Place
			break
		}
	}
	for k := range c.d.Children(n) {
		if k > n && k < end && c.d.Tokens[k].Rel() == "nmod" && c.hasCase(k, "with", "to") {
			if who, _ := c.who(k); len(who) > 0 {
				s.With = &who[0]
				break
			}
		}
	}
	return s
}

// hasCase reports whether token t has one of the prepositions.
func (c *coder) hasCase(t int, preps ...string) bool {
	k := c.d.Child(t, "case")
	return k >= 0 && slices.Contains(preps, strings.ToLower(c.d.Tokens[k].Form))
}

// speakingDocument returns the setting of a source that is itself what is said: "the communique says".
func (c *coder) speakingDocument(source int) *readout.Setting {
	if source < 0 {
		return nil
	}
	for _, s := range c.settingsOf(source) {
		if documents[s.Kind] && slices.ContainsFunc(s.Nouns, func(noun string) bool { return c.nounIs(source, noun) }) {
			first, end := c.nounPhrase(source)
			return &readout.Setting{Kind: s.Kind, Span: c.d.Span(first, end)}
		}
	}
	return nil
}

// documents are the kinds of settings that speak themselves.
var documents = map[string]bool{"statement": true, "letter": true, "publication": true}

// transcriptSetting returns what the headline calls a transcript: "Press briefing …", "Interview with …".
func (c *coder) transcriptSetting() *readout.Setting {
	for s := range c.d.Sentences {
		if c.part(s).Kind != readout.PartHeadline {
			continue
		}
		for n := c.d.Sentences[s].First; n < c.d.Sentences[s].End; n++ {
			for _, k := range c.settingsOf(n) {
				if first := c.transcriptNoun(k, n); first >= 0 {
					return &readout.Setting{Kind: k.Kind, Span: c.d.Span(first, n+1)}
				}
			}
		}
	}
	return nil
}

// transcriptNoun returns the first word of the noun of setting s that ends in token n, when that is the
// kind of talk that transcripts are made of; -1 when it is not.
func (c *coder) transcriptNoun(s *lexicon.Setting, n int) int {
	if s.Kind != "press-conference" && s.Kind != "interview" {
		return -1
	}
	best := -1
	for _, noun := range s.Nouns {
		if first := n - strings.Count(noun, " "); c.nounIs(n, noun) && (best < 0 || first < best) {
			best = first
		}
	}
	return best
}
