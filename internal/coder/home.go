package coder

import (
	"sort"
	"strings"
	"unicode"

	"readout"
	"readout/internal/doc"
	"readout/lexicon"
)

// inferCountries gives those who act in an event and have a sector but no country, such as "police" or
// "the foreign ministry", the only country that the sentence speaks of, or that of the place of the event, or
// else that of the dateline. The evidence says so.
func (c *coder) inferCountries(e *readout.Event, part int) {
	c.fromSentence(e, part)
	code, from := "", ""
	if len(e.Places) > 0 {
		code, from = e.Places[0].Country, e.Places[0].Name
	}
	atHome := code == ""
	if atHome {
		code, from = c.homeOf(part)
	}
	if code == "" {
		return
	}
	for _, actors := range [][]readout.Actor{e.Actors, e.Recipients} {
		for i := range actors {
			if a := &actors[i]; a.Country == "" && a.Sector != "" && a.Sector != "JRN" && !(atHome && official[a.Sector] && !definite(a.Text)) {
				infer(e, a, code, from)
			}
		}
	}
}

// official names the sectors whose people and bodies may be of any country where a report is written:
// only a certain one ("the foreign ministry") is the dateline's.
var official = map[string]bool{"GOV": true, "MIL": true, "LEG": true, "SPY": true, "ELI": true}

// definite reports whether the words name one certain body.
func definite(text string) bool {
	text = strings.ToLower(text)
	return strings.HasPrefix(text, "the ") && !strings.HasSuffix(text, "s")
}

// fromSentence gives parties of an event the country that the sentence alone speaks of: to whom something is
// done by someone of that country, and to those who act and are no officials. A state that speaks to "the
// government" may mean another one, and so may a report from another country.
func (c *coder) fromSentence(e *readout.Event, part int) {
	code, name := c.onlyCountry(c.d.Sentences[e.Evidence.Sentence])
	if code == "" {
		return
	}
	if home, _ := c.homeOf(part); home != "" && home != code {
		return
	}
	abroad, governs := false, false
	for i := range e.Actors {
		a := &e.Actors[i]
		if a.Country == "" && a.Sector != "" && a.Sector != "JRN" && !official[a.Sector] {
			infer(e, a, code, name)
		}
		abroad = abroad || a.Country != code || isState(a) || foreign(a.Text)
		governs = governs || a.Sector == "GOV"
	}
	for i := range e.Recipients {
		switch a := &e.Recipients[i]; {
		case a.Country != "" || a.Sector == "JRN":
		case a.Sector != "" && !official[a.Sector],
			a.Sector == "" && !abroad && !governs && len(e.Actors) > 0,
			a.Sector != "" && !abroad && len(e.Actors) > 0 && (definite(a.Text) || titled(a)):
			infer(e, a, code, name)
		}
	}
}

// foreign reports whether the words name someone whose office is to speak to other states.
func foreign(text string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		switch word {
		case "foreign", "ambassador", "envoy", "diplomat", "diplomats", "embassy":
			return true
		}
	}
	return false
}

// titled reports whether the actor is a person by name whom a title gives a sector.
func titled(a *readout.Actor) bool {
	return a.Sector != "" && a.Name != "" && unicode.IsUpper([]rune(a.Name)[0])
}

// infer gives an actor a country and tells from what.
func infer(e *readout.Event, a *readout.Actor, code, from string) {
	a.Country = code
	e.Evidence.Steps = append(e.Evidence.Steps, "country of “"+a.Text+"” inferred from "+from)
}

// onlyCountry returns the country of all that the sentence names, "" when it names several or none; and
// the name by which it does.
func (c *coder) onlyCountry(sent doc.Sentence) (code, name string) {
	see := func(country, by string) bool {
		if country == "" || international[country] {
			return true
		}
		if code == "" {
			code, name = country, by
		}
		return code == country
	}
	for i := sort.Search(len(c.d.Mentions), func(i int) bool { return c.d.Mentions[i].First >= sent.First }); i < len(c.d.Mentions); i++ {
		m := &c.d.Mentions[i]
		if m.First >= sent.End {
			break
		}
		if m.Entity < 0 {
			continue
		}
		ent := &c.d.Entities[m.Entity]
		for _, x := range append([]int{m.Entity}, ent.Members...) {
			if !see(c.d.Entities[x].Country, c.d.Span(m.First, m.End).Text) {
				return "", ""
			}
		}
	}
	for _, p := range c.placesIn(sent) {
		if !see(p.Place.Country, p.Place.Name) {
			return "", ""
		}
	}
	return code, name
}

// international names the codes of bodies of no one country.
var international = map[string]bool{"UNO": true, "EUR": true, "IGO": true, "NGO": true, "IMG": true, "ISM": true, "MNC": true}

// homeOf returns the country that a part of the article is written from, and the place: of the
// dateline before the part, or else of the article. Seats of international bodies tell nothing.
func (c *coder) homeOf(part int) (code, place string) {
	place = c.d.Article.DatelinePlace
	if part > 0 {
		if p := c.d.Article.Parts[part-1]; p.Kind == readout.PartDateline {
			if item := strings.FieldsFunc(c.d.Article.Text[p.Start:p.End], notName); len(item) > 0 {
				place = strings.Join(item, " ")
			}
		}
	}
	for name := range strings.FieldsFuncSeq(place, func(r rune) bool { return r == ',' || r == '/' }) {
		if name = strings.TrimSpace(name); hubs[strings.ToLower(name)] {
			return "", ""
		}
		if code := c.countryOf(name); code != "" {
			return code, name
		}
	}
	return "", ""
}

// hubs are places from which the affairs of others are reported.
var hubs = map[string]bool{
	"new york": true, "united nations": true, "geneva": true, "vienna": true, "brussels": true, "the hague": true,
	"strasbourg": true, "luxembourg": true, "davos": true,
}

func notName(r rune) bool { return !unicode.IsLetter(r) && r != '.' && r != '\'' }

// countryOf returns the country that a name of the lexicon lies in on the day of the report.
func (c *coder) countryOf(name string) string {
	words := strings.Fields(name)
	day := c.reportDay()
	for _, m := range c.lex.Actors.Match(words) {
		if m.Len != len(words) || !m.On(day) {
			continue
		}
		switch {
		case m.Known.Kind == lexicon.Country:
			return m.Known.Code
		case m.Known.Kind == lexicon.Seat:
			return m.Known.CodeOn(day)
		}
	}
	return ""
}
