package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/lexicon"
)

// A statement is a Statement with what the coder needs to know of it.
type statement struct {
	readout.Statement
	sentence    int
	first, end  int // tokens of the content, the outermost
	tokens      [][2]int
	cueVerb     int  // -1 when it has no cue
	root        bool // its cue is the main verb of the sentence
	sourceToken int  // -1 when nobody is named
	claims      bool // the content is said to be so: its events are reported
}

// toldInPast reports whether the cue is a verb in the past tense, after which "would" is the future
// of the one who spoke.
func (s *statement) toldInPast(c *coder) bool {
	return s.cueVerb >= 0 && (c.d.Tokens[s.cueVerb].XPOS == "VBD" || c.d.Tokens[s.cueVerb].XPOS == "VBN")
}

// doubts reports whether the cue tells what may never come: what one feared or hoped would happen is no plan.
func (s *statement) doubts(c *coder) bool {
	if s.cueVerb < 0 {
		return false
	}
	switch c.d.Tokens[s.cueVerb].Lemma {
	case "fear", "worry", "dread", "suspect", "doubt", "wonder", "imagine", "hope", "wish", "dream":
		return true
	}
	return false
}

// findStatements makes a statement of every attribution frame and of every turn of a transcript. What
// someone thinks, wants or praises is a statement only where the article itself tells it, so frames of
// speech come first.
func (c *coder) findStatements() {
	c.findQuotations()
	c.findCueWords()
	c.transcript = c.transcriptSetting()
	for s := range c.d.Sentences {
		if p := c.part(s); p.Speaker != nil {
			c.addTurn(s, p)
		} else {
			c.addLabelled(s)
		}
	}
	c.addStatements(true)
	c.joinQuotations()
	c.goOn()
	c.addStatements(false)
	for i := range c.statements {
		c.statements[i].Form = c.form(&c.statements[i])
	}
	slices.SortStableFunc(c.statements, func(a, b statement) int { return a.Content[0].Start - b.Content[0].Start })
}

// findCueWords finds the words of entries of speech, whether or not they fired.
func (c *coder) findCueWords() {
	c.cueWords = map[int]bool{}
	for i := range c.frames {
		f := &c.frames[i]
		if f.Makes.Type == lexicon.Statement && c.speechEntry(f) && (c.d.Tokens[f.Token].UPOS == "VERB") {
			c.cueWords[f.Token] = true
		}
	}
}

// addStatements makes statements of the frames of speech, or of the others.
func (c *coder) addStatements(speech bool) {
	for i := range c.frames {
		f := &c.frames[i]
		if f.Makes.Type == lexicon.Statement && f.Fired() && c.speech(f) == speech {
			f.Broken = c.addStatement(f)
		}
	}
}

// addStatement makes the statement of an attribution frame; it returns why it cannot.
func (c *coder) addStatement(f *frame.Frame) string {
	sources, contents := c.together(f.Verb, f.Roles(lexicon.RoleSource)), f.Roles(lexicon.RoleContent)
	if len(contents) == 0 {
		return "no content"
	}
	s := statement{sentence: c.d.SentenceOf(f.Token), cueVerb: f.Verb, sourceToken: -1}
	switch {
	case len(sources) > 0 && firstPerson(c.d.Tokens[sources[0]].Form):
		return "“" + c.d.Tokens[sources[0]].Form + "” speaks: part of someone's words"
	case len(sources) > 0 && frame.Nobody(c.d, sources[0]):
		return "said by nobody"
	case len(sources) > 0:
		s.sourceToken = sources[0]
		s.Source = c.source(f.Verb, sources)
	case !c.sourceless(f):
		return "no source"
	}
	if !c.speech(f) && (c.quotationAt(f.Verb) >= 0 || c.withinContent(f.Verb)) {
		return "stands in someone's words: part of what is said"
	}
	if said := c.unsaid(f, contents[0]); said != "" {
		return "part of the cue of " + said
	}
	pieces, prep := c.contentPieces(f, contents[0], s.sourceToken)
	s.tokens = pieces
	if len(s.tokens) == 0 {
		return "nothing is left for the content"
	}
	s.first, s.end = s.tokens[0][0], s.tokens[len(s.tokens)-1][1]
	s.root = c.mainClause(f.Verb)
	if other := c.sameContent(&s); other != "" {
		return "the content is already that of " + other
	}
	cue := c.cueSpan(f, prep)
	s.Cue = &cue
	for _, p := range s.tokens {
		s.Content = append(s.Content, c.d.Span(p[0], p[1]))
	}
	if a := f.Roles(lexicon.RoleAddressee); len(a) > 0 {
		if who, _ := c.who(a[0]); len(who) > 0 {
			s.Addressee = &who[0]
		}
	}
	s.Quoted = c.quoted(s.Content)
	s.claims = c.claims(f, contents[0], s.Quoted)
	s.Evidence = readout.Evidence{Entry: f.Entry.Name, Sentence: s.sentence, Words: f.Span(c.d), Steps: []string{}}
	if s.Setting = c.setting(&s); s.Setting == nil {
		s.Setting = c.speakingDocument(s.sourceToken)
	}
	if s.Setting != nil {
		s.Evidence.Steps = append(s.Evidence.Steps, "said in a setting: "+s.Setting.Kind)
	}
	if s.sourceToken >= 0 {
		c.anonymous(&s.Statement, s.sourceToken)
	}
	c.add(s)
	return ""
}

// unsaid makes a refusal to say something part of the cue of what is not said: "declined to say whether France would
// join". It returns the entry of that statement, "" when there is none.
func (c *coder) unsaid(f *frame.Frame, content int) string {
	if lemma := c.d.Tokens[f.Token].Lemma; lemma != "decline" && lemma != "refuse" || c.d.Tokens[content].Head != f.Verb {
		return ""
	}
	for i := range c.statements {
		s := &c.statements[i]
		if s.cueVerb != content || s.Cue == nil || s.Cue.Start < c.d.Tokens[f.Verb].Start {
			continue
		}
		cue := c.d.Article.Span(c.cueSpan(f, -1).Start, s.Cue.End)
		s.Cue = &cue
		s.claims = false
		s.Evidence.Words = append(f.Span(c.d), s.Evidence.Words...)
		s.ID = readout.StatementID(c.d.Article.ID, &s.Statement)
		return s.Evidence.Entry
	}
	return ""
}

// unconfirmed reports whether the source will not say that something is so: "would not confirm that it had
// attacked". How many were killed it may leave open, not that they were.
func (s *statement) unconfirmed(c *coder) bool {
	if s.cueVerb < 0 || s.first >= s.end {
		return false
	}
	switch c.d.Tokens[s.cueVerb].Lemma {
	case "say", "confirm", "verify", "acknowledge":
	default:
		return false
	}
	if strings.HasPrefix(c.d.Tokens[s.first].XPOS, "W") {
		return false
	}
	for k := range c.d.Children(s.cueVerb) {
		if t := &c.d.Tokens[k]; t.Rel() == "advmod" && k < s.cueVerb && c.d.Negates(k) {
			return true
		}
	}
	return false
}

// form tells how a statement gives the speaker's words.
func (c *coder) form(s *statement) readout.Form {
	whole := !slices.ContainsFunc(s.tokens, func(p [2]int) bool {
		q := c.quotationAt(p[0])
		return q < 0 || c.quotations[q][1] < p[1]
	})
	switch {
	case whole, s.Evidence.Entry == turnRule:
		return readout.Direct
	case s.Quoted:
		return readout.Mixed
	case s.Cue == nil:
		return readout.Free
	}
	return readout.Indirect
}

func (c *coder) add(s statement) {
	s.ID = readout.StatementID(c.d.Article.ID, &s.Statement)
	c.statements = append(c.statements, s)
}

// sameContent returns the entry of an earlier statement with the same content and cue, "" if none.
func (c *coder) sameContent(s *statement) string {
	for i := range c.statements {
		o := &c.statements[i]
		if o.cueVerb == s.cueVerb && o.cueVerb >= 0 {
			return o.Evidence.Entry
		}
	}
	return ""
}

// source makes the actor who speaks. Several together ("Reagan and Gorbachev said") and groups are
// one source with both names; someone unknown keeps his own words as name.
func (c *coder) source(verb int, tokens []int) readout.Actor {
	var all []readout.Actor
	for _, t := range tokens {
		who, _ := c.who(t)
		span := c.sourceSpan(verb, t)
		if len(who) == 0 {
			first, end := c.nounPhrase(t)
			who = []readout.Actor{{Name: c.d.Span(first, end).Text}}
		}
		for i := range who {
			who[i].Span = span
		}
		all = append(all, who...)
	}
	all = distinct(all)
	a := all[0]
	for _, o := range all[1:] {
		a.Name += " and " + o.Name
		if o.Country != a.Country {
			a.Country = ""
		}
		if o.Sector != a.Sector {
			a.Sector = ""
		}
		if o.Office != a.Office {
			a.Office = ""
		}
		if o.End > a.End {
			a.Span = c.d.Article.Span(a.Start, o.End)
		}
	}
	return a
}

// mainClause reports whether verb v is the main verb of its sentence or coordinated with it.
func (c *coder) mainClause(v int) bool {
	for c.d.Tokens[v].Head >= 0 {
		switch c.d.Tokens[v].Rel() {
		case "conj", "parataxis":
			v = c.d.Tokens[v].Head
		default:
			return false
		}
	}
	return true
}

// quoted reports whether a piece of content holds a quotation mark.
func (c *coder) quoted(content []readout.Span) bool {
	for _, p := range content {
		if n := doc.Norm(p.Text); strings.Contains(n, `"`) || strings.Contains(n, "''") {
			return true
		}
	}
	return false
}

// addWhole makes a statement of a whole sentence.
func (c *coder) addWhole(s int, source readout.Actor, entry, step string) *statement {
	sent := c.d.Sentences[s]
	content := c.d.Span(sent.First, sent.End)
	st := statement{
		sentence: s, first: sent.First, end: sent.End, tokens: [][2]int{{sent.First, sent.End}},
		cueVerb: -1, root: true, sourceToken: -1, claims: true,
	}
	st.Source = source
	st.Content = []readout.Span{content}
	st.Quoted = c.quoted(st.Content)
	st.Evidence = readout.Evidence{Entry: entry, Sentence: s, Words: []readout.Span{}, Steps: []string{step}}
	c.add(st)
	return &c.statements[len(c.statements)-1]
}

// withinContent reports whether token t stands in the content of a statement.
func (c *coder) withinContent(t int) bool {
	for i := range c.statements {
		for _, p := range c.statements[i].tokens {
			if p[0] <= t && t < p[1] {
				return true
			}
		}
	}
	return false
}

// statementOf returns the innermost statement whose content holds token t; nil when the article
// itself says it.
func (c *coder) statementOf(t int) *statement {
	var best *statement
	for i := range c.statements {
		s := &c.statements[i]
		if !s.claims || t < s.first || t >= s.end {
			continue
		}
		for _, p := range s.tokens {
			if p[0] <= t && t < p[1] && (best == nil || s.end-s.first <= best.end-best.first) {
				best = s
			}
		}
	}
	return best
}
