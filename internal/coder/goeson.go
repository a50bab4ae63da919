package coder

import (
	"readout"
	"readout/internal/frame"
)

// Voices of a sentence without a cue of its own.
const (
	voiceNone  = iota // the article's: tells what happened
	voiceMaybe        // could be either: nothing tells
	voiceLike         // speaks like a participant: present tense, should, must
	voiceSure         // I, we or you outside quotation marks
)

// goOn makes statements of sentences that go on with a speaker's words without a cue. In the
// paragraph after a sentence whose main verb attributes words to someone, the following sentences
// up to the last one that sounds like a speaker are his, until one with a cue of its own. That
// holds in readouts (readoutStyle); a wire story's sentences after a quotation are the reporter's.
func (c *coder) goOn() {
	cued := c.cuedSentences()
	if !c.readoutStyle(cued) {
		return
	}
	for s := 0; s < len(c.d.Sentences); s++ {
		st := cued[s]
		if st < 0 {
			continue
		}
		source := c.statements[st].Source
		last := s
		for n := s + 1; c.follows(s, n, cued); n++ {
			if c.voice(n) >= voiceLike {
				last = n
			}
		}
		for n := s + 1; n <= last; n++ {
			if c.statementOf(c.d.Sentences[n].First) != nil {
				continue
			}
			whole := c.addWhole(n, source, goesOnRule, "goes on after “"+c.statements[st].Cue.Text+"” of "+source.Name)
			whole.Setting, whole.Anonymous = c.statements[st].Setting, c.statements[st].Anonymous
		}
		s = last
	}
}

// cuedSentences returns, for every sentence, the index of the statement that its main verb makes,
// or -1. Turns of a transcript have no cue.
func (c *coder) cuedSentences() []int {
	cued := make([]int, len(c.d.Sentences))
	for i := range cued {
		cued[i] = -1
	}
	for i := range c.statements {
		s := &c.statements[i]
		if s.root && s.cueVerb >= 0 && c.part(s.sentence).Kind == readout.PartBody && c.speaker(&s.Source) {
			cued[s.sentence] = i
		}
	}
	return cued
}

// follows reports whether sentence n may go on with what sentence s says: same paragraph, no cue.
func (c *coder) follows(s, n int, cued []int) bool {
	return n < len(c.d.Sentences) && c.d.Sentences[n].Part == c.d.Sentences[s].Part && cued[n] < 0
}

// readoutStyle reports whether the article lets speakers go on without cues. It does when somewhere
// after a cue, in the same paragraph, sentences say I, we or you outside quotation marks, and more often
// than where the one who writes speaks, or two tell what should be done; and, in a text of no agency
// and no reporter, when two are in a speaker's tense. One that quotes its speakers must do both.
func (c *coder) readoutStyle(cued []int) bool {
	should, like, sure := 0, 0, 0
	for s := range cued {
		if cued[s] < 0 {
			continue
		}
		for n := s + 1; c.follows(s, n, cued); n++ {
			switch c.voice(n) {
			case voiceSure:
				sure++
			case voiceLike:
				like++
			}
			if c.obliges(n) {
				should++
			}
		}
	}
	official := c.d.Article.Agency == "" && len(c.d.Article.Bylines) == 0
	if c.quotes() {
		return sure > 1 && should > 1
	}
	return sure > c.ownVoice(cued) && (should > 0 || sure > 1 || official) || should > 1 || official && like > 1
}

// quotes reports whether the article gives its speakers' words in quotation marks, at least those of one in
// four statements: then what stands without marks is the reporter's.
func (c *coder) quotes() bool {
	quoted, all := 0, 0
	for i := range c.statements {
		if s := &c.statements[i]; s.cueVerb >= 0 {
			all++
			if s.Quoted {
				quoted++
			}
		}
	}
	return quoted*4 >= all
}

// ownVoice counts the paragraphs that begin in the first or second person without a cue: there the one who
// writes speaks, as in a column.
func (c *coder) ownVoice(cued []int) int {
	n := 0
	for s := range c.d.Sentences {
		first := s == 0 || c.d.Sentences[s-1].Part != c.d.Sentences[s].Part
		if first && cued[s] < 0 && c.part(s).Kind == readout.PartBody && c.voice(s) == voiceSure {
			n++
		}
	}
	return n
}

// voice tells how much a sentence without a cue sounds like a participant.
func (c *coder) voice(s int) int {
	sent := c.d.Sentences[s]
	inQuote := false
	root := sent.First
	for i := sent.First; i < sent.End; i++ {
		t := &c.d.Tokens[i]
		switch {
		case frame.QuotationMark(t.Form):
			inQuote = !inQuote
		case !inQuote && firstPerson(t.Form) && t.UPOS == "PRON":
			return voiceSure
		}
		if t.Head < 0 {
			root = i
		}
	}
	if c.obliges(s) {
		return voiceLike
	}
	return c.tenseVoice(root)
}

// tenseVoice tells the voice by the tense of the main verb: reports are told in the past.
func (c *coder) tenseVoice(root int) int {
	t := &c.d.Tokens[root]
	finite := t.XPOS
	for k := range c.d.Children(root) {
		switch c.d.Tokens[k].Rel() {
		case "aux", "cop":
			finite = c.d.Tokens[k].XPOS
		}
	}
	switch finite {
	case "VBZ", "VBP", "MD":
		return voiceLike
	case "VBD", "VBN":
		return voiceNone
	}
	return voiceMaybe
}

// obliges reports whether the main verb of sentence s stands under should, must or ought.
func (c *coder) obliges(s int) bool {
	for i := c.d.Sentences[s].First; i < c.d.Sentences[s].End; i++ {
		if c.d.Tokens[i].Head >= 0 {
			continue
		}
		for k := range c.d.Children(i) {
			switch c.d.Tokens[k].Lemma {
			case "should", "must", "ought":
				return c.d.Tokens[k].Rel() == "aux"
			}
		}
	}
	return false
}
