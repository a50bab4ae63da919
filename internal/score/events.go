package score

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"readout"
)

// An eventGold is a sentence with its coded events. A record of marked pairs, which has one class
// (root) for the sentence and no codes of actors, is scored by type alone.
type eventGold struct {
	Text string
	Date string
	Gold *[]codedEvent
	Root string
}

// An eventPrediction is the events that were found in the sentence.
type eventPrediction struct {
	Events []codedEvent `json:"events"`
}

// A codedEvent is an event by its codes. Type may be missing when CAMEO is there. Actor and
// recipient are CAMEO codes, of which the first three letters count: country, or IGO, NGO and such.
type codedEvent struct {
	Type      string `json:"type,omitempty"`
	CAMEO     string `json:"cameo,omitempty"`
	Actor     string `json:"actor"`
	Recipient string `json:"recipient"`
}

// eventsScorer scores events end to end: type, type with actor, type with actor and recipient, and
// the two without type. Within a sentence what is the same at a level counts once.
func eventsScorer(j *Job) scorer[eventGold, eventPrediction] {
	return scorer[eventGold, eventPrediction]{
		check: func(g *eventGold) error {
			if g.Gold == nil && g.Root == "" {
				return errors.New("no field gold and no field root")
			}
			return nil
		},
		predict: predictEvents,
		given:   func(g *eventGold) *eventPrediction { return &eventPrediction{Events: g.events()} },
		score: func(gold *records[eventGold], pred *records[eventPrediction]) *report {
			return scoreEvents(gold, pred, j.Map15, j.Verbose)
		},
		misses: func(g *eventGold, p *eventPrediction) []miss { return eventMisses(g, p, j.Map15) },
	}
}

// events returns the gold's events.
func (g *eventGold) events() []codedEvent {
	if g.Gold == nil {
		return []codedEvent{{Type: g.Root}}
	}
	return *g.Gold
}

// predictEvents reads the sentence. An event of several actors and recipients is one for each pair.
func predictEvents(m *Machine, g *eventGold, traced bool) (*eventPrediction, *trace) {
	r := m.sentence(g.Text, g.Date)
	p := &eventPrediction{Events: []codedEvent{}}
	for _, e := range r.events() {
		for _, a := range codes(e.Actors) {
			for _, b := range codes(e.Recipients) {
				p.Events = append(p.Events, codedEvent{Type: e.Type, CAMEO: e.CAMEO, Actor: a, Recipient: b})
			}
		}
	}
	if traced {
		return p, r.frames()
	}
	return p, nil
}

// codes returns CAMEO's codes of actors: country and sector, --- for an unknown country; one empty
// code when there is nobody.
func codes(actors []readout.Actor) []string {
	if len(actors) == 0 {
		return []string{"---"}
	}
	var out []string
	for _, a := range actors {
		country := a.Country
		if country == "" {
			country = "---"
		}
		out = append(out, country+a.Sector)
	}
	return out
}

// An eventKey is an event at one level; what the level leaves out is empty.
type eventKey struct{ typ, actor, recipient string }

// label is what macro averages group by: the key's first field that the level has.
func (k eventKey) label() string {
	if k.typ != "" {
		return k.typ
	}
	return k.actor
}

// The levels at which events are compared.
var eventLevels = []struct {
	name string
	key  func(eventKey) eventKey
}{
	{"type", func(e eventKey) eventKey { return eventKey{typ: e.typ} }},
	{"type+actor", func(e eventKey) eventKey { return eventKey{typ: e.typ, actor: e.actor} }},
	{"type+actor+recipient", func(e eventKey) eventKey { return e }},
	{"actor+recipient (no type)", func(e eventKey) eventKey { return eventKey{actor: e.actor, recipient: e.recipient} }},
}

// scoreEvents compares at every level: micro figures, and the mean F1 over the gold types.
func scoreEvents(gold *records[eventGold], pred *records[eventPrediction], map15, verbose bool) *report {
	rep := newReport()
	levels := eventLevels
	if typesOnly(gold) {
		levels = levels[:1]
	}
	for _, level := range levels {
		var all tally
		byLabel := map[string]*tally{}
		for _, id := range gold.ids {
			g := keys(gold.byID[id].events(), map15, level.key)
			p := keys(pred.get(id).Events, map15, level.key)
			right := 0
			for k := range g {
				if p[k] {
					right++
				}
			}
			all.add(right, len(p), len(g))
			countLabels(byLabel, g, p)
		}
		rep.show(level.name, all)
		labels := slices.Sorted(maps.Keys(byLabel))
		sum, n := 0.0, 0
		for _, l := range labels {
			if byLabel[l].gold > 0 {
				sum += byLabel[l].f1()
				n++
			}
		}
		macro := sum / float64(max(n, 1))
		rep.figures[level.name+" macro"] = macro
		if level.name != "actor+recipient (no type)" {
			rep.linef("%-34s macro-F1 over %d gold types %.4f", "", n, macro)
		}
		if verbose && level.name == "type" {
			for _, l := range labels {
				rep.detail("   "+l, *byLabel[l])
			}
		}
	}
	return rep
}

// typesOnly reports whether no record has codes of actors.
func typesOnly(gold *records[eventGold]) bool {
	for _, id := range gold.ids {
		if gold.byID[id].Gold != nil {
			return false
		}
	}
	return len(gold.ids) > 0
}

// countLabels adds what gold and prediction have of each label.
func countLabels(byLabel map[string]*tally, g, p map[eventKey]bool) {
	count := func(k eventKey, right, pred, gold int) {
		if byLabel[k.label()] == nil {
			byLabel[k.label()] = &tally{}
		}
		byLabel[k.label()].add(right, pred, gold)
	}
	for k := range g {
		if p[k] {
			count(k, 1, 1, 1)
		} else {
			count(k, 0, 0, 1)
		}
	}
	for k := range p {
		if !g[k] {
			count(k, 0, 1, 0)
		}
	}
}

// keys returns the distinct events at a level. Codes outside PLOVER are left out.
func keys(events []codedEvent, map15 bool, level func(eventKey) eventKey) map[eventKey]bool {
	out := map[eventKey]bool{}
	for _, e := range events {
		typ := e.Type
		if typ == "" {
			typ = plover(e.CAMEO)
		}
		if typ == "" {
			continue
		}
		if map15 {
			typ = fold15(typ)
		}
		out[level(eventKey{typ, country(e.Actor), country(e.Recipient)})] = true
	}
	return out
}

// fold15 gives CONCEDE and RETREAT the name that they share in gold of 15 types.
func fold15(typ string) string {
	if typ == "CONCEDE" || typ == "RETREAT" {
		return "YIELD"
	}
	return typ
}

// cameo2plover is OEDA's table CAMEO2PLOVER of 2021: the longest code here that a CAMEO code begins
// with decides. It is kept apart from the lexicon, so that the measure does not move with it.
var cameo2plover = map[string]string{
	"03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "CONCEDE",
	"0813": "RETREAT", "0814": "RETREAT", "084": "RETREAT", "085": "RETREAT", "086": "RETREAT", "087": "RETREAT",
	"09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
	"15": "MOBILIZE", "16": "SANCTION", "163": "COERCE", "17": "COERCE", "1712": "ASSAULT", "175": "ASSAULT",
	"18": "ASSAULT", "19": "ASSAULT", "191": "COERCE", "192": "COERCE", "20": "ASSAULT",
}

// plover returns the event type of a CAMEO code; "" when it has none (public statements, appeals).
func plover(code string) string {
	code = strings.TrimFunc(code, isSpace)
	for ; len(code) >= 2; code = code[:len(code)-1] {
		if t, ok := cameo2plover[code]; ok {
			return t
		}
	}
	return ""
}

// oldCodes are country codes that CAMEO writes in its own or an old way, and ISO 3166-1's.
var oldCodes = map[string]string{
	"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "SER": "SRB", "MTN": "MNE",
}

// country returns the part of an actor's code that is compared; --- for nobody.
func country(code string) string {
	code = strings.Map(unicode.ToUpper, strings.TrimFunc(code, isSpace))
	if code == "" || strings.HasPrefix(code, "---") {
		return "---"
	}
	r := []rune(code)
	code = string(r[:min(3, len(r))])
	if iso, ok := oldCodes[code]; ok {
		return iso
	}
	return code
}

// eventMisses compares whole events of one record.
func eventMisses(g *eventGold, p *eventPrediction, map15 bool) []miss {
	level := eventLevels[2].key
	if g.Gold == nil {
		level = eventLevels[0].key
	}
	gold, ours := keys(g.events(), map15, level), keys(p.Events, map15, level)
	if maps.Equal(gold, ours) {
		return nil
	}
	return []miss{{text: runes(g.Text), gold: keyLines(gold), ours: keyLines(ours)}}
}

func keyLines(keys map[eventKey]bool) []string {
	var out []string
	for k := range keys {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", k.typ, k.actor, k.recipient)))
	}
	slices.Sort(out)
	return out
}
