package score

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// A nameGold is a text with its named entities, by the field that holds them.
type nameGold struct {
	Text   string
	fields map[string]json.RawMessage
	own    []entity     // of the field that is scored
	labels *labelsOfSet // how the whole set names its types; set before prediction
}

// UnmarshalJSON keeps the fields, since the command line tells which one holds the entities.
func (g *nameGold) UnmarshalJSON(b []byte) error {
	if err := json.Unmarshal(b, &g.fields); err != nil {
		return err
	}
	if t, ok := g.fields["text"]; ok {
		return json.Unmarshal(t, &g.Text)
	}
	return nil
}

// A namePrediction is the entities that were found. A file of predictions names its field as the
// gold does.
type namePrediction struct {
	field    string
	Entities []entity
	fields   map[string]json.RawMessage
}

// UnmarshalJSON keeps the fields until the one that is scored is known.
func (p *namePrediction) UnmarshalJSON(b []byte) error { return json.Unmarshal(b, &p.fields) }

// MarshalJSON writes the entities under the name of the field that is scored.
func (p *namePrediction) MarshalJSON() ([]byte, error) {
	return marshal(map[string][]entity{cmp.Or(p.field, "entities"): p.Entities})
}

// An entity is a span with its type.
type entity struct {
	span
	Type string `json:"type"`
}

// A labelsOfSet is the labels that a set gives to people, organizations and places, "" where it has
// none, and whether it marks names inside names.
type labelsOfSet struct {
	person, organization, place string
	flat                        bool // no entity of the set lies in another
}

// namesScorer scores named entities: whole span and type.
func namesScorer(j *Job) scorer[nameGold, namePrediction] {
	field := cmp.Or(j.Field, "entities")
	return scorer[nameGold, namePrediction]{
		check: func(g *nameGold) error {
			raw, ok := g.fields[field]
			if !ok {
				return fmt.Errorf("no field %s", field)
			}
			if err := json.Unmarshal(raw, &g.own); err != nil {
				return fmt.Errorf("field %s: %w", field, err)
			}
			return nil
		},
		prepare: func(all []*nameGold) {
			labels := labelsIn(all)
			for _, g := range all {
				g.labels = labels
			}
		},
		predict: func(m *Machine, g *nameGold, traced bool) (*namePrediction, *trace) {
			return predictNames(m, g, field, traced)
		},
		given: func(g *nameGold) *namePrediction { return &namePrediction{field: field, Entities: g.own} },
		score: func(gold *records[nameGold], pred *records[namePrediction]) *report {
			return scoreNames(gold, pred, j.Types, j.Outermost, field)
		},
		misses: func(g *nameGold, p *namePrediction) []miss {
			return nameMisses(g, counted(g.own, j.Types, j.Outermost), counted(p.of(field), j.Types, j.Outermost))
		},
	}
}

// of returns the entities of the field; a prediction that cannot be read there has none.
func (p *namePrediction) of(field string) []entity {
	if raw, ok := p.fields[field]; ok && p.Entities == nil {
		if json.Unmarshal(raw, &p.Entities) != nil {
			return nil
		}
	}
	return p.Entities
}

// labelsIn finds how the gold names its types: as Universal NER, as re3d, or as GUM.
func labelsIn(all []*nameGold) *labelsOfSet {
	seen := map[string]bool{}
	for _, g := range all {
		for _, e := range g.own {
			seen[e.Type] = true
		}
	}
	flat := !slices.ContainsFunc(all, func(g *nameGold) bool { return len(counted(g.own, nil, true)) < len(counted(g.own, nil, false)) })
	for _, l := range []labelsOfSet{{"PER", "ORG", "LOC", flat}, {"Person", "Organisation", "Location", flat}, {"person", "organization", "place", flat}} {
		if seen[l.person] || seen[l.organization] || seen[l.place] {
			return &l
		}
	}
	return &labelsOfSet{"PER", "ORG", "LOC", flat}
}

// of returns the label for a class. Peoples and nationalities are no entities in Universal NER; a
// country is a place, also where its government is meant.
func (l *labelsOfSet) of(c doc.Class) string {
	switch c {
	case doc.Person:
		return l.person
	case doc.Organization:
		return l.organization
	case doc.State, doc.Location:
		return l.place
	}
	return ""
}

// predictNames reads the text: a whole report when it has several paragraphs, else a sentence.
func predictNames(m *Machine, g *nameGold, field string, traced bool) (*namePrediction, *trace) {
	read := m.sentence
	if strings.Contains(strings.TrimSpace(g.Text), "\n") {
		read = m.report
	}
	r := read(g.Text, "")
	d := r.Document
	p := &namePrediction{field: field, Entities: []entity{}}
	for _, x := range d.Mentions {
		class, name := classOfName(d, m.Reader.Lexicon.Actors, &x)
		label := g.labels.of(class)
		if label == "" {
			continue
		}
		first := x.First
		if class == doc.Person {
			first = ownName(d, m.Reader.Lexicon.Actors, &x, name)
		}
		p.Entities = append(p.Entities, entity{r.at.span(d.Span(first, x.End)), label})
	}
	if g.labels.flat {
		p.Entities = append([]entity{}, counted(p.Entities, nil, true)...)
	}
	if traced {
		return p, r.names()
	}
	return p, nil
}

// classOfName returns what the mention names and its whole name, no class for one that is no name. A
// surname of several people is a person's without one. A country's own name that stands before a noun,
// as in "US troops", is a name too, while its adjective is none.
func classOfName(d *doc.Document, actors *lexicon.Actors, m *doc.Mention) (class doc.Class, name string) {
	switch {
	case m.Kind == doc.Name && m.Entity < 0:
		return doc.Person, ""
	case m.Kind == doc.Name:
		return d.Entities[m.Entity].Class, d.Entities[m.Entity].Name
	case m.Kind != doc.Adjective:
		return "", ""
	}
	forms := make([]string, 0, m.End-m.First)
	for i := m.First; i < m.End; i++ {
		forms = append(forms, d.Tokens[i].Form)
	}
	for _, x := range actors.Match(forms) {
		if x.Len == len(forms) && x.Known.Kind == lexicon.Country && x.As == lexicon.AsName {
			return doc.State, x.Known.Name
		}
	}
	return "", ""
}

// ownName returns the first token of a person's own name in a mention that may begin with titles
// and countries: "U.S. Senator Jane Doe". The name's words are those of the entity's name at the
// end of the mention, or else what stands after the last title.
func ownName(d *doc.Document, actors *lexicon.Actors, m *doc.Mention, name string) int {
	words := map[string]bool{}
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		words[strings.ToLower(doc.Norm(w))] = true
	}
	first := m.End
	for first > m.First && (words[strings.ToLower(doc.Norm(d.Tokens[first-1].Form))] || first < m.End && d.Tokens[first-1].Form == "-") {
		first--
	}
	if first < m.End {
		return first
	}
	lemmas := make([]string, 0, m.End-m.First)
	for i := m.First; i < m.End; i++ {
		lemmas = append(lemmas, strings.ToLower(d.Tokens[i].Lemma))
	}
	first = m.First
	for i := 0; i < len(lemmas); i++ {
		if _, n := actors.Role(lemmas[i:]); n > 0 && m.First+i+n < m.End {
			first = m.First + i + n
			i += n - 1
		}
	}
	return first
}

// counted returns the entities that count: those of the types, and with outermost those that lie in
// no longer one.
func counted(all []entity, types []string, outermost bool) []entity {
	var out []entity
	for _, e := range all {
		if len(types) == 0 || slices.Contains(types, e.Type) {
			out = append(out, e)
		}
	}
	if !outermost {
		return out
	}
	var outer []entity
	for _, e := range out {
		if !slices.ContainsFunc(out, func(f entity) bool {
			return f.Start <= e.Start && e.End <= f.End && f.End-f.Start > e.End-e.Start
		}) {
			outer = append(outer, e)
		}
	}
	return outer
}

// scoreNames prints the figures for whole span and type, for the span alone, and for each type, those
// with the most gold first.
func scoreNames(gold *records[nameGold], pred *records[namePrediction], types []string, outermost bool, field string) *report {
	var both, spans tally
	byType := map[string]*tally{}
	count := func(typ string, right, pred, gold int) {
		if byType[typ] == nil {
			byType[typ] = &tally{}
		}
		byType[typ].add(right, pred, gold)
	}
	for _, id := range gold.ids {
		g := distinctEntities(counted(gold.byID[id].own, types, outermost))
		p := distinctEntities(counted(pred.get(id).of(field), types, outermost))
		n := 0
		for e := range g {
			if p[e] {
				n++
				count(e.Type, 1, 1, 1)
			} else {
				count(e.Type, 0, 0, 1)
			}
		}
		for e := range p {
			if !g[e] {
				count(e.Type, 0, 1, 0)
			}
		}
		both.add(n, len(p), len(g))
		a, b := spansOf(g), spansOf(p)
		spans.add(sharedSpans(a, b), len(b), len(a))
	}
	rep := newReport()
	rep.show("span+type", both)
	rep.show("span only", spans)
	for _, typ := range slices.SortedStableFunc(slices.Values(slices.Sorted(maps.Keys(byType))), func(a, b string) int {
		return cmp.Compare(byType[b].gold, byType[a].gold)
	}) {
		rep.detail("   "+typ, *byType[typ])
	}
	return rep
}

func distinctEntities(all []entity) map[entity]bool {
	out := map[entity]bool{}
	for _, e := range all {
		out[e] = true
	}
	return out
}

// spansOf returns the distinct spans of entities in order.
func spansOf(all map[entity]bool) []span {
	var out []span
	for e := range all {
		out = append(out, e.span)
	}
	return distinctSpans(out)
}

// nameMisses tells the gold entities that were not found and the others that were.
func nameMisses(g *nameGold, gold, pred []entity) []miss {
	text := runes(g.Text)
	write := func(e entity) string { return "“" + oneLine(text.slice(e.span)) + "” " + e.Type }
	var out []miss
	for _, e := range gold {
		if slices.Contains(pred, e) {
			continue
		}
		m := miss{text: text, where: &e.span, gold: []string{write(e)}}
		for _, p := range pred {
			if p.shared(e.span) > 0 {
				m.ours = append(m.ours, write(p))
			}
		}
		out = append(out, m)
	}
	for _, p := range pred {
		if !slices.ContainsFunc(gold, func(e entity) bool { return e.shared(p.span) > 0 }) {
			out = append(out, miss{text: text, where: &p.span, ours: []string{write(p)}})
		}
	}
	return out
}
