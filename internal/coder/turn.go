package coder

import (
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/lexicon"
)

// This file makes statements of the turns of a transcript: who speaks, and for whom.

// addTurn makes a statement of a sentence in a turn of a transcript.
func (c *coder) addTurn(s int, p *readout.Part) {
	st := c.addWhole(s, c.turnSpeaker(p), turnRule, "turn of "+p.Speaker.Text)
	st.Setting = c.transcript
	if s == 0 || c.d.Sentences[s-1].Part != c.d.Sentences[s].Part {
		st.Cue = c.colonOf(p)
		st.ID = readout.StatementID(c.d.Article.ID, &st.Statement)
	}
	switch label := strings.ToLower(p.Speaker.Text); {
	case p.Kind == readout.PartQuestion && (askLabels[label] || strings.HasPrefix(label, "unidentified")):
		st.Anonymous = "journalist"
	case p.Kind == readout.PartAnswer && st.Source.Country == "" && (st.Source.Sector == "GOV" || st.Source.Sector == ""):
		c.speaksFor(&st.Source, &st.Evidence)
	}
}

// colonOf returns the colon between the label of a turn and its words, the cue of the first sentence; nil
// when there is none, as after “Q”, or when the turn goes on in another part.
func (c *coder) colonOf(p *readout.Part) *readout.Span {
	between := c.d.Article.Text[p.Speaker.End:p.Start]
	i := strings.LastIndexByte(between, ':')
	if i < 0 || len(between) > maxRemark {
		return nil
	}
	colon := c.d.Article.Span(p.Speaker.End+i, p.Speaker.End+i+1)
	return &colon
}

// maxRemark is how many bytes a remark between label and words has at most: "Q (through an interpreter): ".
const maxRemark = 80

// addLabelled makes a statement of a sentence that opens with a name and a colon outside transcripts:
// “Hale: We will stay”, as headlines have it. The name and the colon may have been taken for a sentence.
func (c *coder) addLabelled(s int) {
	first := c.d.Sentences[s].First
	colon := c.labelColon(s)
	if colon < 0 {
		return
	}
	if colon+1 == c.d.Sentences[s].End {
		if s++; s == len(c.d.Sentences) || c.d.Sentences[s].Part != c.d.Sentences[s-1].Part {
			return
		}
	}
	words := c.trimAll([][2]int{{colon + 1, c.d.Sentences[s].End}})
	e := &c.d.Entities[c.d.Mentions[c.d.MentionAt(colon-1)].Entity]
	if len(words) == 0 || !c.finite(words[0][0], words[0][1]) || e.Class == doc.Organization && c.quotationAt(words[0][0]) < 0 {
		return
	}
	st := c.addWhole(s, c.actor(e, c.d.Span(first, colon)), labelRule, "a name and a colon")
	st.first, st.tokens = words[0][0], words
	cue := c.d.Span(colon, colon+1)
	st.Cue, st.Content = &cue, []readout.Span{c.d.Span(words[0][0], words[0][1])}
	st.ID = readout.StatementID(c.d.Article.ID, &st.Statement)
}

// labelColon returns the colon behind the name of a person or a body with which sentence s opens; -1 for none.
func (c *coder) labelColon(s int) int {
	sent := c.d.Sentences[s]
	for i := sent.First + 1; i < sent.End && i <= sent.First+maxLabel; i++ {
		if c.d.Tokens[i].Form != ":" {
			continue
		}
		m := c.d.MentionAt(i - 1)
		if m < 0 || c.d.Mentions[m].Kind != doc.Name || c.d.Mentions[m].First != sent.First || c.d.Mentions[m].Entity < 0 {
			return -1
		}
		switch c.d.Entities[c.d.Mentions[m].Entity].Class {
		case doc.Person, doc.Organization:
			return i
		}
		return -1
	}
	return -1
}

// maxLabel is how many words the name before a colon has at most.
const maxLabel = 5

// finite reports whether a finite verb or a quotation stands in tokens [first, end).
func (c *coder) finite(first, end int) bool {
	for i := first; i < end; i++ {
		switch c.d.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return c.quotationAt(first) >= 0
}

// Rules of the coder that stand in place of an entry.
const (
	turnRule   = "say/turn"
	goesOnRule = "say/goes-on"
	labelRule  = "say/label"
)

// askLabels are the labels of questions that do not say who asks.
var askLabels = map[string]bool{
	"q": true, "qu": true, "question": true, "questions": true, "reporter": true, "reporters": true, "journalist": true,
	"journalists": true, "correspondent": true, "press": true, "the press": true, "media": true, "interviewer": true, "host": true,
}

// speaksFor gives one who answers and has no country that of the government body of the headline: "State
// Department press briefing".
func (c *coder) speaksFor(a *readout.Actor, e *readout.Evidence) {
	for i := range c.d.Sentences {
		if c.part(i).Kind != readout.PartHeadline {
			continue
		}
		from, to := c.d.MentionsIn(c.d.Sentences[i].First, c.d.Sentences[i].End)
		for _, m := range c.d.Mentions[from:to] {
			if m.Entity < 0 {
				continue
			}
			if body := &c.d.Entities[m.Entity]; body.Class == doc.Organization && body.Sector == "GOV" && body.Country != "" {
				a.Country, a.Sector = body.Country, body.Sector
				e.Steps = append(e.Steps, "speaks for “"+c.d.Span(m.First, m.End).Text+"” of the headline")
				return
			}
		}
	}
}

// turnSpeaker returns who speaks a turn: an entity of the article by that name, or the name as
// written. Questions without a name are a journalist's.
func (c *coder) turnSpeaker(p *readout.Part) readout.Actor {
	label := strings.ToLower(p.Speaker.Text)
	for i := range c.d.Entities {
		e := &c.d.Entities[i]
		if e.Class == doc.Person && strings.HasSuffix(label, " "+strings.ToLower(lastWord(e.Name))) {
			return c.actor(e, *p.Speaker)
		}
	}
	if known := c.knownSpeaker(p.Speaker); known != nil {
		return *known
	}
	a := readout.Actor{Name: p.Speaker.Text, Span: *p.Speaker}
	if p.Kind == readout.PartQuestion {
		a.Sector = "JRN"
	} else if r, n := c.lex.Actors.Role(strings.Fields(label)); n > 0 {
		a.Sector = r.Sector
	}
	return a
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// knownSpeaker returns the person of the lexicon whom the end of a label names, "FOREIGN MINISTER WANG YI"
// or "MR. SHULTZ": the only one of the name who holds an office on the day. It returns nil for none.
func (c *coder) knownSpeaker(label *readout.Span) *readout.Actor {
	words := strings.Fields(label.Text)
	day := c.reportDay()
	for i := range words {
		var found *readout.Actor
		for _, m := range c.lex.Actors.Match(words[i:]) {
			if m.Len != len(words)-i || m.Known.Kind != lexicon.Person || !m.On(day) {
				continue
			}
			offices := m.Known.OfficesOn(day)
			if len(offices) == 0 {
				continue
			}
			if found != nil {
				return nil
			}
			o := offices[0]
			found = &readout.Actor{Name: m.Known.Name, Country: o.Code, Sector: o.Sector, Office: o.Title, Span: *label}
		}
		if found != nil {
			return found
		}
	}
	return nil
}
