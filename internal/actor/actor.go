// Package actor says of every entity of a document what it is in a record: its country, its sector
// and its office on the day of the article, in PLOVER's codes.
//
// In: a document with mentions and entities. Out: Country, Sector, Office and Actor of each entity.
// For whom the lexicon knows, it tells, by the day: who was president in 2010 need not be in 2020.
// Of anyone else the article's own words tell (evidence.go): a role, and the country or body named
// in the same phrase. Nothing is guessed beyond that.
//
// Phases: entities that the lexicon knows; the others, by their mentions; groups, by their members.
package actor

import (
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// A Resolver codes entities. It may be used by several goroutines at once.
type Resolver struct {
	actors *lexicon.Actors
}

// New returns a Resolver that knows the people, bodies and roles of the lexicon.
func New(a *lexicon.Actors) *Resolver { return &Resolver{a} }

// Resolve writes Country, Sector, Office and Actor of d.Entities.
func (r *Resolver) Resolve(d *doc.Document) {
	w := work{d: d, actors: r.actors, date: d.Article.Published}
	if w.date == "" {
		w.date = d.Article.DatelineDate
	}
	w.index()
	for i := range d.Entities {
		if e := &d.Entities[i]; e.Class != doc.Group {
			e.Country, e.Sector, e.Office = "", "", ""
			w.known(e)
		}
	}
	// Bodies before people: a spokesman has the sector of the body that he speaks for.
	for i := range d.Entities {
		if e := &d.Entities[i]; e.ID == "" && e.Class != doc.Person && e.Class != doc.Group {
			w.described(i)
		}
	}
	for i := range d.Entities {
		if e := &d.Entities[i]; e.Class == doc.Person && (e.ID == "" || e.Sector == "") {
			w.described(i)
		}
	}
	for i := range d.Entities {
		e := &d.Entities[i]
		if e.Class == doc.Group {
			w.group(e)
		}
		e.Actor = e.Class != doc.Location && (e.Country != "" || e.Sector != "")
	}
}

// A work is one document on its way through a Resolver.
type work struct {
	d      *doc.Document
	actors *lexicon.Actors
	date   string
	lemmas []string // lower case
	starts []int32  // token to the longest mention that begins there; -1

	police, army, sheriffs, deputies int // how many words speak of each
}

func (w *work) index() {
	w.lemmas = make([]string, len(w.d.Tokens))
	w.starts = make([]int32, len(w.d.Tokens))
	for i := range w.d.Tokens {
		t := &w.d.Tokens[i]
		w.starts[i] = -1
		if w.lemmas[i] = strings.ToLower(t.Lemma); t.Lemma == "" || t.Lemma == "_" {
			w.lemmas[i] = strings.ToLower(t.Form)
		}
		w.count(w.lemmas[i])
	}
	for i := len(w.d.Mentions) - 1; i >= 0; i-- { // outer mentions come first, so they win
		w.starts[w.d.Mentions[i].First] = int32(i)
	}
}

// count notes whether a lemma speaks of the police, of an army or of a parliament.
func (w *work) count(lemma string) {
	switch lemma {
	case "sheriff":
		w.sheriffs++
		w.police++
	case "police", "policeman", "cop", "patrol":
		w.police++
	case "army", "soldier", "troop", "troops", "military", "navy":
		w.army++
	case "parliament", "parliamentary", "lawmaker", "legislature", "mp":
		w.deputies++
	}
}

// known codes an entity from the lexicon.
func (w *work) known(e *doc.Entity) {
	k := w.actors.Known(e.ID)
	if k == nil {
		return
	}
	e.Country = k.CodeOn(w.date)
	switch k.Kind {
	case lexicon.Country:
		e.Sector = "GOV"
		if k.Sector != "" { // a territory that would be a state: PLOVER's PRE
			e.Sector = k.Sector
		}
	case lexicon.Organization:
		e.Sector = k.Sector
	case lexicon.Person:
		e.Sector = k.Sector
		if o, ok := w.office(e, k); ok {
			e.Sector, e.Office = o.Sector, o.Title
			if o.Code != "" {
				e.Country = o.Code
			}
		}
	}
}

// office returns the office of someone the lexicon knows on the article's day: the principal one.
// When the day is unknown and there are several, the one that the article's words name, or else
// the one held today.
func (w *work) office(e *doc.Entity, k *lexicon.Known) (lexicon.Office, bool) {
	offices := k.OfficesOn(w.date)
	if len(offices) == 0 {
		return lexicon.Office{}, false
	}
	if len(offices) == 1 || w.date != "" && !strings.HasPrefix(w.date, "X") {
		return offices[0], true
	}
	for _, m := range e.Mentions {
		role, ok := w.roleIn(w.d.Mentions[m].First, w.d.Mentions[m].End)
		if !ok {
			continue
		}
		for _, o := range offices {
			if role.role.Words == o.Title {
				return o, true
			}
		}
	}
	for _, o := range offices {
		if o.To == "" {
			return o, true
		}
	}
	return offices[0], true
}

// group gives a group the country and sector that all its members share.
func (w *work) group(e *doc.Entity) {
	e.Country, e.Sector, e.Office = "", "", ""
	for i, m := range e.Members {
		x := &w.d.Entities[m]
		if i == 0 {
			e.Country, e.Sector = x.Country, x.Sector
			continue
		}
		if x.Country != e.Country {
			e.Country = ""
		}
		if x.Sector != e.Sector {
			e.Sector = ""
		}
	}
}
