package coder

import (
	"strings"
	"unicode"

	"readout"
	"readout/lexicon"
)

// inferCountries gives those who act in an event and have a sector but no country, such as "police" or
// "the foreign ministry", the country of the place of the event, or else that of the dateline. The
// evidence says so.
func (c *coder) inferCountries(e *readout.Event, part int) {
	code, from := "", ""
	if len(e.Places) > 0 && !hubs[strings.ToLower(e.Places[0].Name)] {
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
				a.Country = code
				e.Evidence.Steps = append(e.Evidence.Steps, "country of “"+a.Text+"” inferred from "+from)
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
