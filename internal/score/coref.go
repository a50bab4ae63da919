package score

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"readout/internal/doc"
)

// A corefGold is a text with its mentions, each in the cluster of those that speak of the same.
type corefGold struct {
	Text     *string
	Mentions []goldMention
}

// A goldMention is a whole noun phrase, with what kind of thing it speaks of.
type goldMention struct {
	span
	Type    string
	Cluster string
}

// A corefPrediction is the mentions that were resolved.
type corefPrediction struct {
	Mentions []corefMention `json:"mentions"`
}

// A corefMention is a mention: its whole phrase, the words in it that name someone, and the word that
// governs those. A prediction that tells neither words nor head is taken at its whole phrase.
type corefMention struct {
	span
	Cluster string `json:"cluster"`
	Kind    string `json:"kind,omitempty"` // one of the forms of links.go, or "group"
	Words   *span  `json:"words,omitempty"`
	Head    *span  `json:"head,omitempty"`
}

// corefScorer scores which mentions speak of the same (CoNLL 2012, Pradhan and others), and the links
// that readout makes.
func corefScorer(j *Job) scorer[corefGold, corefPrediction] {
	return scorer[corefGold, corefPrediction]{
		check: func(g *corefGold) error {
			if g.Text == nil {
				return errors.New("no field text")
			}
			if g.Mentions == nil {
				return errors.New("no field mentions")
			}
			for _, m := range g.Mentions {
				if err := checkSpans(m.span); err != nil {
					return err
				}
			}
			return nil
		},
		predict: predictCoref,
		given:   givenCoref,
		score: func(gold *records[corefGold], pred *records[corefPrediction]) *report {
			return scoreCoref(gold, pred, j.Verbose)
		},
		misses: corefMisses,
	}
}

func givenCoref(g *corefGold) *corefPrediction {
	p := &corefPrediction{Mentions: []corefMention{}}
	for _, m := range g.Mentions {
		form := formOf(runes(*g.Text).slice(m.span))
		p.Mentions = append(p.Mentions, corefMention{span: m.span, Cluster: m.Cluster, Kind: form})
	}
	return p
}

// scoreCoref prints the three measures of CoNLL 2012 with their mean, then the links; with verbose the
// figures of each text as well.
func scoreCoref(gold *records[corefGold], pred *records[corefPrediction], verbose bool) *report {
	var all chainFigures
	links := newLinkFigures()
	rep := newReport()
	var texts []string
	for _, id := range gold.ids {
		g, p := gold.byID[id], pred.get(id)
		var one chainFigures
		one.add(goldChains(g), predictedChains(p))
		all.merge(&one)
		of := newLinkFigures()
		of.add(g, p)
		links.merge(of)
		if verbose {
			texts = append(texts, one.line(id)+of.line())
		}
	}
	all.show(rep)
	links.show(rep)
	rep.lines = append(rep.lines, texts...)
	return rep
}

// predictCoref reads the report. Of each entity come its mentions; of a group of people or states also
// the phrases that coordinate its members. Relative pronouns and adjectives are no mentions, as in the
// gold. Inside someone's words I is who says them and we the government that he speaks for.
func predictCoref(m *Machine, g *corefGold, traced bool) (*corefPrediction, *trace) {
	r := m.report(*g.Text, "")
	d := r.Document
	c := coref{r: r, d: d, seen: map[span]bool{}}
	for i := range d.Mentions {
		c.mention(&d.Mentions[i])
	}
	c.coordinations()
	slices.SortStableFunc(c.out, func(a, b corefMention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	p := &corefPrediction{Mentions: append([]corefMention{}, c.out...)}
	if traced {
		return p, r.names()
	}
	return p, nil
}

// A coref gathers the mentions of one text; no phrase twice.
type coref struct {
	r    *reading
	d    *doc.Document
	out  []corefMention
	seen map[span]bool
}

// mention takes a mention of the document.
func (c *coref) mention(m *doc.Mention) {
	e, kind := m.Entity, kindWord(m.Kind)
	t := &c.d.Tokens[m.Head]
	switch {
	case m.Kind == doc.Pronoun && formOf(t.Form) == formSpeaker:
		e, kind = c.speaker(m), formSpeaker
	case m.Kind == doc.Pronoun && formOf(t.Form) == "", m.Kind == doc.Adjective && t.UPOS == "ADJ":
		return
	case m.Kind == doc.Adjective:
		kind = formName
	}
	if e < 0 {
		return
	}
	if c.d.Entities[e].Class == doc.Group {
		kind = kindGroup
	}
	first, end := m.First, m.End
	if m.Kind != doc.Pronoun {
		first, end = c.phrase(first, end)
	}
	c.add(e, kind, first, end, m.First, m.End, m.Head)
}

// add adds the phrase of tokens [first, end) that names the entity with the tokens [from, to).
func (c *coref) add(e int, kind string, first, end, from, to, head int) {
	at := func(first, end int) span { return c.r.at.span(c.d.Span(first, end)) }
	phrase, words, word := at(first, end), at(from, to), at(head, head+1)
	if c.seen[phrase] {
		phrase = words
	}
	if !c.seen[phrase] {
		c.seen[phrase] = true
		c.out = append(c.out, corefMention{phrase, strconv.Itoa(e), kind, &words, &word})
	}
}

// inPhrase are the relations of what belongs to a noun phrase.
var inPhrase = doc.WordSet("det nmod amod nummod compound flat fixed acl goeswith")

// phrase returns the tokens of the noun phrase around [first, end): with its determiners, modifiers and
// relative clauses, without what stands in apposition or is coordinated.
func (c *coref) phrase(first, end int) (int, int) {
	from, to := first, end
	for i := first; i < end; i++ {
		for k := range c.d.Children(i) {
			t := &c.d.Tokens[k]
			if inPhrase[t.Rel()] || t.Rel() == "case" && t.XPOS == "POS" {
				a, b := c.d.Subtree(k)
				from, to = min(from, a), max(to, b)
			}
		}
	}
	for from < first && c.d.Tokens[from].UPOS == "PUNCT" {
		from++
	}
	for to > end && c.d.Tokens[to-1].UPOS == "PUNCT" {
		to--
	}
	return from, to
}

// speaker returns the entity that I or we speaks of inside someone's words; -1 when it is not known.
func (c *coref) speaker(m *doc.Mention) int {
	t := &c.d.Tokens[m.Head]
	source := -1
	for i := range c.r.Reading.Statements {
		s := &c.r.Reading.Statements[i]
		for _, x := range s.Content {
			if x.Start <= t.Start && t.End <= x.End { // the innermost comes last
				source = c.entityNamed(s.Source.Name)
			}
		}
	}
	if source < 0 || c.d.Entities[source].Class == doc.Group {
		return -1
	}
	switch strings.ToLower(t.Form) {
	case "i", "me", "my", "mine", "myself":
		return source
	case "we", "us", "our", "ours", "ourselves":
		if c.d.Entities[source].Class != doc.Person {
			return source
		}
		for e := range c.d.Entities {
			if x := &c.d.Entities[e]; x.Class == doc.State && x.Country == c.d.Entities[source].Country {
				return e
			}
		}
	}
	return -1
}

// entityNamed returns the first entity with the name, -1 for none.
func (c *coref) entityNamed(name string) int {
	return slices.IndexFunc(c.d.Entities, func(e doc.Entity) bool { return e.Name == name && name != "" })
}

// coordinations adds the phrases that name all members of a group, and nobody else, one after the
// other: "Ann Lund and Bo Vik", of whom the text says "they".
func (c *coref) coordinations() {
	groups := map[string]int{}
	for e := range c.d.Entities {
		if members := c.d.Entities[e].Members; len(members) > 0 {
			groups[keyOf(members)] = e
		}
	}
	if len(groups) == 0 {
		return
	}
	for i := range c.d.Mentions {
		m := &c.d.Mentions[i]
		if m.Entity < 0 || c.d.MentionAt(m.Head) != i {
			continue
		}
		members, from, to := []int{m.Entity}, m.First, m.End
		for k := range c.d.Children(m.Head) {
			if x := c.d.MentionAt(k); c.d.Tokens[k].Rel() == "conj" && x >= 0 && c.d.Mentions[x].Entity >= 0 {
				members = append(members, c.d.Mentions[x].Entity)
				to = max(to, c.d.Mentions[x].End)
			}
		}
		if e, ok := groups[keyOf(members)]; ok && len(members) > 1 {
			first, end := c.phrase(from, to)
			c.add(e, kindGroup, first, end, from, to, m.Head)
		}
	}
}

// keyOf writes the numbers of entities in ascending order.
func keyOf(members []int) string {
	var key strings.Builder
	for _, m := range slices.Sorted(slices.Values(members)) {
		key.WriteString(strconv.Itoa(m) + " ")
	}
	return key.String()
}
