package coder

import (
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
)

// who resolves the phrase headed by token t to actors: an entity, the members of a group, the state
// that a place stands for, or, inside someone's words, the speaker and the one spoken to. why tells
// what is missing when nobody is found.
func (c *coder) who(t int) (actors []readout.Actor, why string) {
	m := c.d.MentionAt(t)
	if m < 0 {
		return c.unknown(t)
	}
	men := &c.d.Mentions[m]
	span := c.d.Span(men.First, men.End)
	if men.Entity < 0 {
		if men.Kind != doc.Pronoun {
			return c.unknown(t)
		}
		return c.whoSpeaks(t, span, men.Why)
	}
	ent := &c.d.Entities[men.Entity]
	if len(ent.Members) > 0 {
		for _, x := range ent.Members {
			actors = append(actors, c.actor(&c.d.Entities[x], span))
		}
		return actors, ""
	}
	a := c.actor(ent, span)
	if a.Country == "" && ent.Class != doc.Person {
		a.Country = c.countryIn(c.nounPhrase(t))
	}
	return []readout.Actor{a}, ""
}

// countryIn returns the first country that tokens [first, end) name.
func (c *coder) countryIn(first, end int) string {
	for i := first; i < end; i++ {
		if m := c.d.MentionAt(i); m >= 0 && c.d.Mentions[m].Entity >= 0 {
			if code := c.d.Entities[c.d.Mentions[m].Entity].Country; code != "" {
				return code
			}
		}
	}
	return ""
}

// unknown makes the actor of a phrase that no mention covers: a name that nobody knows, or a noun for
// people who can act. Its own words are its name; a country in the phrase is its country.
func (c *coder) unknown(t int) ([]readout.Actor, string) {
	if !frame.CanAct(c.d, c.lex, t) {
		return nil, "“" + c.d.Tokens[t].Form + "” names nobody known"
	}
	first, end := c.nounPhrase(t)
	a := readout.Actor{Span: c.d.Span(first, end)}
	for first < end-1 && c.d.Tokens[first].Rel() == "det" {
		first++
	}
	a.Name = strings.Join(strings.Fields(c.d.Span(first, end).Text), " ")
	if role, n := c.lex.Actors.Role([]string{strings.ToLower(c.d.Tokens[t].Lemma)}); n == 1 && c.d.Tokens[t].UPOS == "NOUN" {
		a.Sector = role.Sector
	} else if states[strings.ToLower(c.d.Tokens[t].Lemma)] {
		a.Sector = "GOV"
	}
	a.Country = c.countryIn(first, end)
	return []readout.Actor{a}, ""
}

// states names nouns for states that no mention covers: "nearly 70 countries".
var states = map[string]bool{"country": true, "nation": true, "state": true, "republic": true, "power": true}

// actor makes the actor of an entity; a place stands for its state.
func (c *coder) actor(ent *doc.Entity, span readout.Span) readout.Actor {
	if ent.Class == doc.Location && ent.Country != "" {
		return c.state(ent.Country, span)
	}
	return readout.Actor{Name: ent.Name, Country: ent.Country, Sector: ent.Sector, Office: ent.Office, Span: span}
}

// state makes the actor for the government of a country.
func (c *coder) state(code string, span readout.Span) readout.Actor {
	a := readout.Actor{Name: code, Country: code, Sector: "GOV", Span: span}
	if k := c.lex.Actors.Country(code); k != nil {
		a.Name = k.Name
	}
	return a
}

// whoSpeaks resolves I, we and you by the statement that token t stands in: I is its source, we
// the government the source speaks for, you its addressee or else the other of the two main
// participants.
func (c *coder) whoSpeaks(t int, span readout.Span, why string) ([]readout.Actor, string) {
	s := c.statementOf(t)
	if s == nil {
		return nil, "“" + span.Text + "” is not resolved: " + why
	}
	switch strings.ToLower(c.d.Tokens[t].Form) {
	case "i", "me", "my", "myself", "mine":
		return []readout.Actor{at(s.Source, span)}, ""
	case "we", "us", "our", "ours", "ourselves":
		if s.Source.Country == "" {
			return nil, "“" + span.Text + "”: no country known for " + s.Source.Name
		}
		return []readout.Actor{c.state(s.Source.Country, span)}, ""
	case "you", "your", "yours":
		if s.Addressee != nil {
			return []readout.Actor{at(*s.Addressee, span)}, ""
		}
		for i, e := range c.scene {
			if e >= 0 && c.d.Entities[e].Name == s.Source.Name {
				return []readout.Actor{c.actor(&c.d.Entities[c.scene[1-i]], span)}, ""
			}
		}
		return nil, "“" + span.Text + "”: nobody known is spoken to"
	}
	if s.Cue != nil && s.Source.Office == "" && s.Source.Start < s.Source.End {
		switch strings.ToLower(c.d.Tokens[t].Form) { // "the army says it has withdrawn"
		case "it", "its", "itself", "they", "their":
			return []readout.Actor{at(s.Source, span)}, ""
		}
	}
	return nil, "“" + span.Text + "” is not resolved: " + why
}

// at returns the actor as named by other words.
func at(a readout.Actor, span readout.Span) readout.Actor {
	a.Span = span
	return a
}

// firstPerson reports whether token t is a pronoun of the speaker or of the one spoken to.
func firstPerson(form string) bool {
	switch strings.ToLower(form) {
	case "i", "me", "my", "myself", "mine", "we", "our", "ours", "ourselves", "you", "your", "yours":
		return true
	}
	return false
}
