// Package coder turns the frames of a document into records: statements, events and plans.
//
// Phases, each with a file of its own:
//
//  1. statements (statement.go): frames of attribution entries, turns of a transcript; which words are
//     source (source.go), cue (cue.go) and content (content.go, complement.go); quotations over several
//     sentences (quotation.go); where it is said (setting.go), and what a source without a name is (anonymous.go);
//  2. going on (goeson.go): sentences that continue a speaker's words without a cue;
//  3. events (event.go): every other frame that fired, its roles resolved (who.go, home.go, domestic.go), its people
//     counted (counts.go), dated (when.go) and placed (where.go); what lies ahead becomes a plan, as firm as its
//     words say (plan.go);
//  4. the days of statements (said.go);
//  5. merging (merge.go): what a sentence tells twice of a deed becomes one event (deed.go), and so do mentions of
//     one happening;
//  6. subjects (about.go): what each statement is about, the contexts of each event, who says the set
//     phrases.
//
// A frame that fails in one of these phases is broken, with the reason: explain shows the frames as
// they are in the end.
package coder

import (
	"slices"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/lexicon"
)

// A Result is what was found in a document, and the frames that tell why.
type Result struct {
	Events     []readout.Event
	Statements []readout.Statement
	Plans      []readout.Plan
	Phrases    []readout.Phrase
	Frames     []frame.Frame

	coder         *coder
	eventMentions []readout.Event // before the mentions of one happening were made one, without contexts
	planMentions  []readout.Plan
}

// Mentions returns an event and a plan for each mention of a happening, as they are before the mentions of one
// happening become one.
func (r *Result) Mentions() ([]readout.Event, []readout.Plan) {
	events, plans := slices.Clone(r.eventMentions), slices.Clone(r.planMentions)
	for i := range events {
		r.coder.tellContextApart(&events[i])
	}
	for i := range plans {
		r.coder.tellContextApart(&plans[i].Event)
	}
	return events, plans
}

// Code reads an annotated document and returns its records. The document is not changed.
func Code(d *doc.Document, lex *lexicon.Lexicon) *Result {
	c := &coder{d: d, lex: lex, frames: frame.Find(d, lex)}
	c.findScene()
	c.findStatements()
	c.announceHarm()
	c.findEvents()
	c.findPlans()
	c.dateStatements()
	c.inferSources()
	r := &Result{Statements: []readout.Statement{}, Frames: c.frames, coder: c, eventMentions: slices.Clone(c.events), planMentions: slices.Clone(c.plans)}
	c.merge()
	c.mergeHeadline()
	c.tellTopics()
	c.tellContexts()
	r.Events, r.Plans, r.Phrases = c.events, c.plans, c.phrases
	for i := range c.statements {
		r.Statements = append(r.Statements, c.statements[i].Statement)
	}
	if r.Events == nil {
		r.Events = []readout.Event{}
	}
	if r.Plans == nil {
		r.Plans = []readout.Plan{}
	}
	if r.Phrases == nil {
		r.Phrases = []readout.Phrase{}
	}
	return r
}

// coder is the work on one document.
type coder struct {
	d           *doc.Document
	lex         *lexicon.Lexicon
	frames      []frame.Frame
	scene       [2]int // entities of the two main participants; -1 when there are none
	statements  []statement
	quotations  [][2]int         // tokens in quotation marks, the marks included, ascending
	cueWords    map[int]bool     // words of entries of speech
	transcript  *readout.Setting // what the headline calls a transcript
	events      []readout.Event
	verbs       []int // of each event, the verb that carries it
	plans       []readout.Plan
	phrases     []readout.Phrase
	carried     *readout.Time  // the day of the last dated happening told by the article itself
	carriedPart int            // the part of the article that named it
	leadDay     *readout.Time  // the day that the lead named first
	states      map[string]int // how often each state is named; nil until somebody asks
}

// findScene finds the two persons who are the first to meet or to talk: whom "you" and "the two
// leaders" mean.
func (c *coder) findScene() {
	c.scene = [2]int{-1, -1}
	for i := range c.frames {
		f := &c.frames[i]
		if !f.Fired() || f.Makes.Type != "CONSULT" {
			continue
		}
		var who []int
		for _, x := range f.Fillers {
			who = append(who, c.persons(x.Token)...)
		}
		if len(who) >= 2 && who[0] != who[1] {
			c.scene = [2]int{who[0], who[1]}
			return
		}
	}
}

// persons returns the entities of class Person that the phrase headed by token t speaks of.
func (c *coder) persons(t int) []int {
	m := c.d.MentionAt(t)
	if m < 0 || c.d.Mentions[m].Entity < 0 {
		return nil
	}
	e := c.d.Mentions[m].Entity
	var out []int
	for _, x := range append([]int{e}, c.d.Entities[e].Members...) {
		if c.d.Entities[x].Class == doc.Person {
			out = append(out, x)
		}
	}
	return out
}

// part returns the part of the article that sentence s stands in.
func (c *coder) part(s int) *readout.Part {
	return &c.d.Article.Parts[c.d.Sentences[s].Part]
}
