package coder

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
)

// addPhrases gives the actors that a filler of the frame makes the phrase that stands in their role: the filler's,
// or that of the noun which it belongs to, as Georgia in "attacked the websites of Georgia".
func (c *coder) addPhrases(who []readout.Actor, f *frame.Frame, x *frame.Filler) {
	t := x.Token
	if m := c.d.MentionAt(t); m >= 0 && c.d.Mentions[m].Kind == doc.Name {
		t = c.d.Mentions[m].Head // a wrong tree may lead to another word of the name
	}
	top := c.inRole(f, x, t)
	first, end := c.rolePhrase(top)
	if t < first || t >= end {
		top = t
		first, end = c.rolePhrase(t)
	}
	phrase := c.d.Span(first, c.withoutOthers(f, top, t, end))
	for i := range who {
		if a := &who[i]; a.Start < a.End && phrase.Start <= a.Start && a.End <= phrase.End && phrase.End-phrase.Start > a.End-a.Start {
			a.Phrase = &phrase
		}
	}
}

// withoutOthers returns where the phrase of top that goes to end ends before what fills another slot of the
// frame: "accused the army of looting" when the tree hangs the looting on the army.
func (c *coder) withoutOthers(f *frame.Frame, top, t, end int) int {
	for k := range c.d.Children(top) {
		first, last := c.d.Subtree(k)
		if first <= top || first >= end || first <= t && t < last {
			continue
		}
		if charging[f.Entry.Lemma] && c.hasCase(k, "of") {
			end = min(end, first)
		}
		for _, x := range f.Fillers {
			if k == x.Token && x.Role != "recipient" && x.Role != "actor" {
				end = min(end, first)
			}
		}
	}
	return end
}

// charging names verbs that take of what behind whom.
var charging = map[string]bool{
	"accuse": true, "suspect": true, "convict": true, "acquit": true, "clear": true, "strip": true, "deprive": true, "rob": true,
	"assure": true, "inform": true, "notify": true, "remind": true, "warn": true, "rid": true, "relieve": true,
}

// inRole climbs from token t, over what owns, is a part or holds, to the noun that depends on the word of
// the frame.
func (c *coder) inRole(f *frame.Frame, x *frame.Filler, t int) int {
	top := t
	for range maxRoleSteps {
		tok := &c.d.Tokens[top]
		if tok.Head < 0 || tok.Head == f.Verb || tok.Head == f.Token {
			return top
		}
		if c.d.Tokens[tok.Head].Rel() == "amod" { // "rebel-held towns"
			top = tok.Head
			continue
		}
		switch tok.Rel() {
		case "nmod":
			if tok.Deprel != "nmod:poss" && (!c.holds(top) || !c.hasCase(top, "of") && c.standsAlone(f, x, tok.Head)) {
				return top
			}
		case "obl": // "proposals made by the assembly"
			if c.d.Tokens[tok.Head].Rel() != "acl" || c.d.Tokens[tok.Head].XPOS != "VBN" || !c.hasCase(top, "by") {
				return t
			}
			tok = &c.d.Tokens[tok.Head]
		case "amod", "compound", "flat", "appos":
		default:
			return t
		}
		if u := c.d.Tokens[tok.Head].UPOS; u != "NOUN" && u != "PROPN" {
			return t
		}
		top = tok.Head
	}
	return t
}

// standsAlone reports whether what fills a slot is a place by itself and not a part of the phrase of noun n, which
// it follows by a preposition of place: "took refuge in Niger", "sent troops from Niger".
func (c *coder) standsAlone(f *frame.Frame, x *frame.Filler, n int) bool {
	switch before, _, _ := strings.Cut(x.Slot, ":"); before {
	case "place>recipient?", "event>recipient?":
		return true
	}
	return slices.Contains(f.Words, n) && (f.Makes.Type != "ASSAULT" || strings.HasPrefix(x.Slot, "obl"))
}

// maxRoleSteps is how deep in a phrase an actor may stand.
const maxRoleSteps = 5

// holds reports whether the preposition of phrase t says whose or where something is.
func (c *coder) holds(t int) bool {
	return c.hasCase(t, "of", "in", "from", "at", "near", "inside", "within", "among", "around", "outside")
}

// rolePhrase is nounPhrase with the participle that tells which ("workers employed by the agency"), and without
// the phrases that a wrong tree often hangs on a noun, an apposition that tells more ("Ríos, a former guard"),
// and the time at its end.
func (c *coder) rolePhrase(t int) (first, end int) {
	first, end = c.nounPhrase(t)
	for k := range c.d.Children(t) {
		if f, e := c.d.Subtree(k); k > t && f == end && c.restricts(k) {
			end = e
		}
	}
	for k := range c.d.Children(t) {
		if f, _ := c.d.Subtree(k); f > t && f < end && !c.belongs(k, t) {
			end = f
		}
	}
	for i := t + 1; i < end; i++ { // "parts of a province where troops fight"
		if f, _ := c.d.Subtree(i); c.d.Tokens[i].Deprel == "acl:relcl" && f > t && c.d.Tokens[c.d.Tokens[i].Head].Lemma != "that" { // but "those who fell"
			end = min(end, f)
		}
	}
	end = c.withoutTime(t, end)
	for end-1 > t && c.d.Tokens[end-1].UPOS == "PUNCT" && c.d.Tokens[end-1].Form != ")" {
		end--
	}
	if end < len(c.d.Tokens) && c.d.Tokens[end].Form == ")" && c.opened(first, end) {
		end++
	}
	for first > 0 && c.d.Tokens[first-1].Rel() == "det" && c.d.Tokens[first-1].Head >= first && c.d.Tokens[first-1].Head < end {
		first--
	}
	return first, end
}

// maxParticiple is how many words a clause may have that is a part of a phrase.
const maxParticiple = 14

// restricts reports whether clause k is a short passive participle that tells which one a noun is.
func (c *coder) restricts(k int) bool {
	f, e := c.d.Subtree(k)
	if c.d.Tokens[k].Deprel != "acl" || c.d.Tokens[k].XPOS != "VBN" || c.d.Child(k, "nsubj", "obj") >= 0 || e-f > maxParticiple {
		return false
	}
	for i := f; i < e; i++ {
		if c.d.Tokens[i].Form == "," {
			return false
		}
	}
	return true
}

// belongs reports whether dependent k behind noun t is a part of its phrase in a role.
func (c *coder) belongs(k, t int) bool {
	switch c.d.Tokens[k].Rel() {
	case "nmod":
		switch {
		case c.hasCase(k, "in", "at", "near") && c.personName(t):
			return false
		case c.hasCase(k, "for", "to"):
			return c.known(k) && (representing[c.d.Tokens[t].Lemma] || c.personName(t))
		case c.hasCase(k, "in"):
			return c.somewhere(k)
		}
		return c.holds(k)
	case "appos":
		if d := c.d.Child(k, "det"); d >= 0 && c.d.Tokens[d].Lemma == "a" || c.place(t) && c.d.Tokens[k].UPOS != "PROPN" {
			return false
		}
		return c.d.Tokens[k-1].Form == "(" || c.proper(k) || c.proper(t)
	case "acl":
		return c.restricts(k)
	}
	return true
}

// place reports whether token t stands in the name of a country or another place.
func (c *coder) place(t int) bool {
	m := c.d.MentionAt(t)
	if m < 0 || c.d.Mentions[m].Kind != doc.Name || c.d.Mentions[m].Entity < 0 {
		return false
	}
	class := c.d.Entities[c.d.Mentions[m].Entity].Class
	return class == doc.State || class == doc.Location
}

// somewhere reports whether the phrase of token k names somebody or some place, as "in connection with a case" does not.
func (c *coder) somewhere(k int) bool {
	first, end := c.d.Subtree(k)
	for i := first; i < end; i++ {
		if c.d.Tokens[i].UPOS == "PROPN" || c.known(i) || regions[c.d.Tokens[i].Lemma] {
			return true
		}
	}
	return false
}

// regions names nouns for places that somebody is in.
var regions = map[string]bool{
	"country": true, "region": true, "area": true, "city": true, "capital": true, "town": true, "village": true, "province": true,
	"district": true, "state": true, "zone": true, "camp": true, "north": true, "south": true, "east": true, "west": true, "prison": true,
	"jail": true, "exile": true, "custody": true, "detention": true, "parliament": true, "office": true, "world": true, "center": true, "centre": true,
}

// representing names those who are what they are for or to somebody: "an envoy to Bahrain".
var representing = map[string]bool{
	"ambassador": true, "envoy": true, "emissary": true, "delegate": true, "representative": true, "spokesman": true, "spokeswoman": true,
	"spokesperson": true, "adviser": true, "advisor": true, "inspector": true, "observer": true, "candidate": true, "minister": true,
	"secretary": true, "negotiator": true, "coordinator": true, "commissioner": true, "rapporteur": true, "aide": true, "delegation": true,
	"mission": true, "consul": true, "attaché": true, "counsel": true, "director": true, "chief": true, "head": true, "commander": true,
}

// proper reports whether the phrase at token t is a name or has one beside it.
func (c *coder) proper(t int) bool {
	if c.d.Tokens[t].UPOS == "PROPN" || c.known(t) {
		return true
	}
	for k := range c.d.Children(t) {
		if r := c.d.Tokens[k].Rel(); c.d.Tokens[k].UPOS == "PROPN" && (r == "appos" || r == "flat" || r == "compound") {
			return true
		}
	}
	return false
}

// personName reports whether token t stands in a person's name.
func (c *coder) personName(t int) bool {
	m := c.d.MentionAt(t)
	return m >= 0 && c.d.Mentions[m].Kind == doc.Name && c.d.Mentions[m].Entity >= 0 && c.d.Entities[c.d.Mentions[m].Entity].Class == doc.Person
}

// known reports whether token t is in a mention of somebody.
func (c *coder) known(t int) bool { return c.d.EntityAt(t) != nil }

// withoutTime returns where the phrase of t that goes to end ends before a time, with its preposition.
func (c *coder) withoutTime(t, end int) int {
	for i := range c.d.Times {
		x := &c.d.Times[i]
		if x.First > t && x.First < end && x.End >= end {
			end = x.First
			if end-1 > t && c.d.Tokens[end-1].UPOS == "ADP" {
				end--
			}
		}
	}
	return end
}

// opened reports whether a parenthesis opens in [first, end) that does not close there.
func (c *coder) opened(first, end int) bool {
	open := false
	for i := first; i < end; i++ {
		switch c.d.Tokens[i].Form {
		case "(":
			open = true
		case ")":
			open = false
		}
	}
	return open
}
