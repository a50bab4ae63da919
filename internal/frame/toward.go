package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// This file finds whom words of promise, refusal or concession are toward when neither the slots of the entry nor what
// they are about tell: the words themselves, within the clause that completes them or behind what is agreed or refused.

// towards names the types of which toward asks.
var towards = doc.WordSet("AGREE REJECT REQUEST THREATEN CONCEDE RETREAT SANCTION")

// toward gives a frame without a recipient those whom the clause that completes it concerns ("offered to open its books
// to Chad", "vowed to stand guard over Chad"), or those who made what it is about ("a truce proposed by Chad").
func (f *finder) toward(fr *Frame) {
	actors := fr.Roles(lexicon.RoleActor)
	switch {
	case !fr.Fired() || fr.Outer >= 0 || fr.Entry.Makes.Operator():
		return
	case len(fr.Roles(lexicon.RoleRecipient))+len(fr.Roles(lexicon.RoleBoth)) > 0 || len(actors) == 0:
		return
	case fr.Makes.Type == "AGREE" && (len(actors) > 1 || f.several(actors[0])): // with each other
		return
	case !towards[fr.Makes.Type]:
		if hostile[fr.Makes.Type] || fr.Makes.Type == "PROTEST" || fr.Makes.Type == "MOBILIZE" {
			if fr.Makes.Type == "PROTEST" {
				f.addToward(fr, f.pressed(fr))
			}
			if fr.Mood.Future && hostile[fr.Makes.Type] {
				f.addToward(fr, f.toldTo(fr))
			}
			if !fr.loose && (fr.Mood.Future || fr.Mood.Hypothetical) { // "would block the road if the ministry did not pay"
				f.addToward(fr, f.conditionOn(fr))
			}
		}
		return
	}
	for _, find := range []func(*Frame) []int{f.toldTo, f.yieldsTo, f.livedUnder, f.demanders} {
		if found := find(fr); len(found) > 0 {
			f.addToward(fr, found)
			return
		}
	}
	if found := f.askedBy(fr); len(found) > 0 {
		f.addToward(fr, found)
		return
	}
	level := []int{fr.Verb}
	if fr.Token != fr.Verb {
		level = append(level, fr.Token)
	}
	for range towardSteps {
		if found := f.partiesUnder(fr, level); len(found) > 0 {
			f.addToward(fr, f.coordinated(found[:1]))
			return
		}
		var next []int
		for _, t := range level {
			for _, c := range f.children(t, "xcomp", "ccomp", "obj", "acl", "nmod", "conj", "obl", "advcl") {
				if c > fr.Verb && c > t && f.leadsOn(fr, t, c) {
					next = append(next, c)
				}
			}
		}
		level = next
	}
	if fr.Makes.Type == "THREATEN" || fr.Makes.Type == "SANCTION" {
		f.addToward(fr, f.conditionOn(fr))
		return
	}
	f.addToward(fr, f.metWith(fr))
}

// metWith returns with whom its actor talks when he promises, refuses or asks: "in talks with Chad, Togo committed itself
// to reforms".
func (f *finder) metWith(fr *Frame) []int {
	if fr.Makes.Type != "AGREE" && fr.Makes.Type != "REQUEST" && fr.Makes.Type != "REJECT" {
		return nil
	}
	for _, o := range f.cased(fr.Verb, []string{"in", "at", "during", "after"}) {
		if !encounters[f.tok(o).Lemma] {
			continue
		}
		for _, t := range f.cased(o, []string{"with", "to"}) {
			if f.party(t) && !f.actsIn(fr, t) && !f.sameState(fr, t) && !inTime(f.d, t) {
				return []int{t}
			}
		}
	}
	return nil
}

// encounters names what people talk in, or write.
var encounters = doc.WordSet("talk talks meeting summit negotiation conversation call letter message telegram note discussion consultation cable phone petition appeal memorandum")

func (f *finder) addToward(fr *Frame, tokens []int) {
	for _, t := range tokens {
		fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: "content>recipient?"})
		fr.loose = true
	}
}

// conditionOn returns those who are to do something lest a threat come true: "threatened to strike unless the ministry
// paid", "would close the port, Chad said, should Togo attack".
func (f *finder) conditionOn(fr *Frame) []int {
	around := fr.Verb
	if t := f.tok(fr.Verb); t.Rel() == "ccomp" && t.Head >= 0 {
		around = t.Head // the condition may stand behind who says so
	}
	_, end := f.d.Subtree(around)
	for c := fr.Verb + 1; c < end; c++ {
		if !f.condition(c) {
			continue
		}
		for _, s := range f.subject(c, 0) {
			if f.tok(s).UPOS != "PRON" && f.actorLike(s) && !f.actsIn(fr, s) && !f.sameState(fr, s) {
				return []int{s}
			}
		}
	}
	return nil
}

// toldTo returns those to whom the actor of a refusal or a threat says it: "Chad will keep its dam, it told Togo". What is
// told to the press is told to all.
func (f *finder) toldTo(fr *Frame) []int {
	t := f.tok(fr.Verb)
	if fr.Makes.Type != "REJECT" && fr.Makes.Type != "THREATEN" && !hostile[fr.Makes.Type] || t.Rel() != "ccomp" || t.Head < 0 || !toldVerbs[f.tok(t.Head).Lemma] {
		return nil
	}
	if !slices.ContainsFunc(f.subject(t.Head, 0), func(s int) bool { return f.actsIn(fr, s) || f.tok(s).UPOS == "PRON" }) {
		return nil
	}
	for _, s := range f.indirectObject(t.Head) {
		if f.actorLike(s) && !f.actsIn(fr, s) && !press[strings.ToLower(f.tok(s).Lemma)] {
			return []int{s}
		}
	}
	return nil
}

// press names those to whom all is told that all shall hear.
var press = doc.WordSet(`reporter journalist correspondent newspaper paper agency radio television parliament lawmaker daily magazine
	conference newsman broadcaster station seminar audience crowd supporter rally interviewer press media congress assembly`)

// condition reports whether verb c heads a clause of condition: "unless Togo paid", "should Togo attack".
func (f *finder) condition(c int) bool {
	switch f.tok(c).Rel() {
	case "advcl", "ccomp":
	default:
		return false
	}
	if p := f.preposition(c); p == "unless" || p == "if" || p == "until" {
		return f.tok(c).Rel() == "advcl"
	}
	a, s := f.d.Child(c, "aux"), f.d.Child(c, "nsubj")
	return a >= 0 && a < s && s < c && strings.EqualFold(f.tok(a).Form, "should")
}

// yieldsTo returns those to whom somebody gives in, where the words around what he gives tell them: "bowing to the
// unions", "as the opposition had demanded".
func (f *finder) yieldsTo(fr *Frame) []int {
	if fr.Makes.Type != "CONCEDE" && fr.Makes.Type != "RETREAT" {
		return nil
	}
	for _, c := range f.children(fr.Verb, "advcl", "conj", "xcomp") {
		t := f.tok(c)
		var found []int
		switch {
		case f.preposition(c) == "as" && insisting[t.Lemma]:
			found = f.ownSubject(c)
		case t.XPOS == "VBG" && bowing[t.Lemma]:
			found = f.cased(c, []string{"to", "in", "before"})
			for _, o := range slices.Concat(found, f.children(c, "obj")) { // "to the demands of the unions"
				found = append(found, slices.Concat(f.inside(o), f.cased(o, []string{"from", "by"}))...)
			}
		case t.XPOS == "VBG" && (t.Lemma == "give" || t.Lemma == "hand" || t.Lemma == "grant"):
			found = f.indirectObject(c)
		}
		for _, s := range found {
			if f.actorLike(s) && !f.actsIn(fr, s) && !f.sameState(fr, s) && !inTime(f.d, s) {
				return []int{s}
			}
		}
	}
	return nil
}

// askedBy returns those who asked for what is refused: "as the opposition had demanded", "whose release Chad had sought",
// "despite a plea from Chad".
func (f *finder) askedBy(fr *Frame) []int {
	if fr.Makes.Type != "REJECT" {
		return nil
	}
	var found []int
	first, end := f.d.Subtree(fr.Verb)
	for c := max(first, fr.Verb+1); c < end; c++ {
		t := f.tok(c)
		switch {
		case insisting[t.Lemma] && verbal(t) && (t.Deprel == "acl:relcl" || t.Rel() == "advcl" && f.preposition(c) == "as"):
			found = append(found, f.logicalSubject(c, c)...)
		case t.Rel() == "obl" && f.preposition(c) == "despite" && (utterances[t.Lemma] || t.Lemma == "pressure" || t.Lemma == "warning"):
			found = append(found, slices.Concat(f.cased(c, []string{"from", "by"}), f.possessors(c))...)
		}
	}
	for _, s := range found {
		if s > fr.Verb && f.tok(s).UPOS != "PRON" && f.actorLike(s) && !f.actsIn(fr, s) && !f.sameState(fr, s) && !inTime(f.d, s) {
			return []int{s}
		}
	}
	return nil
}

var (
	insisting = doc.WordSet("demand insist request ask urge want call seek")
	bowing    = doc.WordSet("bow yield heed answer cave surrender appease placate bend respond")
)

// several reports whether the phrase at token t is for parties that deal with each other: “the two sides”.
func (f *finder) several(t int) bool {
	if e := f.d.EntityAt(t); e != nil && len(e.Members) > 1 {
		return true
	}
	switch strings.ToLower(f.tok(t).Lemma) {
	case "side", "country", "nation", "party", "two", "both", "state", "neighbour", "neighbor":
		return f.plural(t)
	}
	return false
}

// towardSteps is how deep in the clause toward looks.
const towardSteps = 5

// leadsOn reports whether the content of the words goes on from token t in its dependent c: not in what another clause
// adds, not in a time, and not in an example of it ("efforts to …, including her visit to Rome").
func (f *finder) leadsOn(fr *Frame, t, c int) bool {
	switch r := f.tok(c).Rel(); {
	case inTime(f.d, c), example(f.preposition(c)):
		return false
	case r == "conj":
		return t != fr.Verb && verbal(f.tok(t)) == verbal(f.tok(c))
	case r == "advcl":
		return f.infinitive(c) && t == fr.Verb && fr.Makes.Type != "CONCEDE"
	case r == "acl":
		return f.tok(c).Deprel != "acl:relcl" || relating[f.tok(c).Lemma]
	case r == "ccomp":
		return t != fr.Verb || f.d.Child(c, "nsubj") < 0
	case r == "obl", r == "nmod":
		return contentPreps[f.preposition(c)]
	}
	return true
}

// example reports whether a preposition introduces an example.
func example(prep string) bool { return prep == "including" || prep == "such" }

var (
	// relating names verbs of relative clauses that tell whose something is: "a rule under which Kurds had lived".
	relating = doc.WordSet("demand seek propose impose want request make offer submit draft")
	meetings = doc.WordSet("meeting talk talks dialogue negotiation audience consultation")
	// contentPreps names prepositions that go on with the content.
	contentPreps = doc.WordSet("of on for from to with against in over between")
	// wherePreps names, by type, the prepositions of those whose the thing is that the words are about.
	wherePreps = map[string][]string{"AGREE": {"of", "between", "in"}, "CONCEDE": {"of", "between", "in"}, "RETREAT": {"of", "between", "in"},
		"REJECT": {"of", "between"}, "REQUEST": {"of", "between"}, "THREATEN": {"of", "between", "in"}, "SANCTION": {"of", "between"}}
	// partyPreps names prepositions of those whom a promise or refusal is toward.
	partyPreps = []string{"to", "with", "from", "against", "for", "toward", "towards", "over", "before", "on", "alongside", "off"}
)

// partiesUnder returns those whom dependents of the tokens name as parties, the likeliest first: who made it, to whom,
// and whose it is.
func (f *finder) partiesUnder(fr *Frame, level []int) []int {
	var found []int
	add := func(t int, fits bool) {
		if fits && t > fr.Verb && !f.actsIn(fr, t) && !inTime(f.d, t) && !f.sameState(fr, t) && !slices.Contains(found, t) {
			found = append(found, t)
		}
	}
	for _, t := range level {
		if t != fr.Verb && t != fr.Token && f.passive(t) {
			for _, by := range f.byPhrase(t) {
				add(by, f.actorLike(by))
			}
		}
		for _, by := range f.cased(t, []string{"by"}) {
			add(by, t != fr.Verb && nominal(f.tok(t)) && f.actorLike(by))
		}
		for _, o := range f.children(t, "iobj") {
			add(o, f.actorLike(o))
		}
		for _, o := range f.cased(t, partyPreps) {
			add(o, f.party(o) && (fr.Makes.Type != "REQUEST" || f.country(o) || f.preposition(o) == "from" || f.preposition(o) == "with" && meetings[f.tok(t).Lemma]))
		}
		if nominal(f.tok(t)) {
			for _, o := range slices.Concat(f.cased(t, wherePreps[fr.Makes.Type]), f.children(t, "amod", "compound", "nmod:poss")) {
				owns := f.tok(o).Deprel == "nmod:poss" && f.known(o) || utterances[f.tok(t).Lemma] && f.actorLike(o)
				add(o, f.country(o) && f.countryOf(o) != "" && f.tok(o).UPOS != "PRON" || f.tok(o).UPOS == "NOUN" && owns)
			}
		} else if t != fr.Verb && fr.Makes.Type != "REQUEST" {
			for _, o := range f.children(t, "obj") {
				add(o, f.party(o))
			}
		}
	}
	return found
}

// party reports whether the phrase at token t names a country, a body or person of one, or several people or a certain
// body of a kind that the lexicon has: "the opposition", "striking students".
func (f *finder) party(t int) bool {
	if f.preposition(t) == "before" && f.tok(t).XPOS != "NNS" {
		return false // a time: "before the congress"
	}
	if f.country(t) && f.countryOf(t) != "" {
		return true
	}
	if f.tok(t).UPOS != "NOUN" || !f.actorLike(t) || f.target(t) || f.preposition(t) == "for" {
		return false
	}
	if f.tok(t).XPOS == "NNS" {
		return person(f.tok(t).Lemma) || f.known(t)
	}
	d := f.d.Child(t, "det")
	return d >= 0 && f.tok(d).Lemma == "the" && f.known(t)
}

// sameState reports whether the phrase at token t names the state of an actor, or a place in it.
func (f *finder) sameState(fr *Frame, t int) bool {
	e := f.d.EntityAt(t)
	if e == nil || e.Country == "" || e.Class != doc.State && e.Class != doc.Location && e.Class != doc.People {
		return false
	}
	return slices.ContainsFunc(fr.Roles(lexicon.RoleActor), func(a int) bool { return f.countryOf(a) == e.Country })
}

// aimed gives the use of arms without a recipient those against whom it is meant: "fired tear gas to break up a crowd".
func (f *finder) aimed(fr *Frame) {
	if !fr.Fired() || fr.Outer >= 0 || fr.Makes.Type != "ASSAULT" || len(fr.Roles(lexicon.RoleRecipient))+len(fr.Roles(lexicon.RoleBoth)) > 0 {
		return
	}
	for _, c := range append(f.children(fr.Verb, "advcl", "xcomp", "acl", "obl"), f.children(fr.Token, "acl")...) {
		if t := f.tok(c); t.XPOS != "VB" || !dispelling[t.Lemma] || !f.infinitive(c) {
			continue
		}
		objects := f.coordinated(f.children(c, "obj"))
		for _, o := range objects { // "to break up a sit-in by farmers"
			if unrest[f.tok(o).Lemma] || f.tok(o).Lemma == "in" {
				objects = append(objects, f.doersOf(o)...)
			}
		}
		for _, o := range objects {
			if f.actorLike(o) && !f.actsIn(fr, o) && !f.sameState(fr, o) {
				f.addToward(fr, []int{o})
				return
			}
		}
	}
}

// dispelling names what police and troops use arms for.
var dispelling = doc.WordSet("disperse break scatter clear quell subdue repel evict drive push contain stop control chase")
