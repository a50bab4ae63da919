package frame

import (
	"slices"

	"readout/internal/doc"
	"readout/lexicon"
)

// This file finds those who asked for what is refused or given, and those whom a protest is to move, where the words
// around the deed tell.

// demanders returns those at whose demand something is refused, given up or promised: "as Peru had asked", "the vote that
// the unions demanded", "whose release Peru had sought", "despite calls by Peru", "after farmers demanded it".
func (f *finder) demanders(fr *Frame) []int {
	switch fr.Makes.Type {
	case "REJECT", "CONCEDE", "RETREAT", "AGREE":
	default:
		return nil
	}
	for _, c := range f.children(fr.Verb, "obl") { // "under pressure from Peru, …"
		if found := f.demandedBy(fr, c); c < fr.Verb && len(found) > 0 && f.actorLike(found[0]) && !f.actsIn(fr, found[0]) {
			return found[:1]
		}
	}
	_, end := f.d.Subtree(fr.Verb)
	for _, c := range f.children(fr.Verb, "conj") { // another deed
		if first, _ := f.d.Subtree(c); c > fr.Verb {
			end = min(end, first)
		}
	}
	for c := fr.Verb + 1; c < end; c++ {
		for _, s := range f.demandedBy(fr, c) {
			if s != c && f.tok(s).UPOS != "PRON" && f.actorLike(s) && !f.actsIn(fr, s) && !f.sameState(fr, s) && !inTime(f.d, s) {
				return []int{s}
			}
		}
	}
	return nil
}

// livedUnder returns those who lived under what is lifted: "ended the state of emergency under which Kurds had lived".
func (f *finder) livedUnder(fr *Frame) []int {
	if fr.Makes.Type != "CONCEDE" && fr.Makes.Type != "RETREAT" {
		return nil
	}
	_, end := f.d.Subtree(fr.Verb)
	for c := fr.Verb + 1; c < end; c++ {
		if t := f.tok(c); t.Rel() == "acl" && (t.Lemma == "live" || t.Lemma == "suffer" || t.Lemma == "labour" || t.Lemma == "chafe") {
			for _, s := range f.children(c, "nsubj") {
				if f.tok(s).UPOS != "PRON" && f.actorLike(s) && !f.actsIn(fr, s) {
					return []int{s}
				}
			}
		}
	}
	return nil
}

// demandedBy returns who, by the word at token c, demanded what frame fr tells of.
func (f *finder) demandedBy(fr *Frame, c int) []int {
	t, refused := f.tok(c), fr.Makes.Type == "REJECT"
	switch p := f.preposition(c); {
	case verbal(t) && insisting[t.Lemma] && t.Rel() == "advcl" && (p == "as" || p == "after" && !refused):
		return f.ownSubject(c)
	case verbal(t) && insisting[t.Lemma] && t.Deprel == "acl:relcl":
		return before(f.ownSubject(c), c)
	case refused && t.Head == fr.Verb && t.Rel() == "obj" && (utterances[t.Lemma] || pleas[t.Lemma]): // "demands for reform from the unions"
		found := f.cased(c, []string{"by", "from"})
		for _, o := range f.cased(c, []string{"for", "of", "to"}) {
			found = append(found, f.cased(o, []string{"by", "from"})...)
		}
		return found
	case pleas[t.Lemma] && (p == "despite" || !refused && (p == "under" || p == "after" || p == "following" || p == "amid")):
		return append(f.cased(c, []string{"by", "from", "of"}), f.inside(c)...)
	}
	return nil
}

// authored makes those the recipients of a refusal, or of praise, who made what is refused or praised, where a participle
// tells it: "vetoed a Security Council resolution drafted by Peru" is toward Peru.
func (f *finder) authored(fr *Frame) {
	if !fr.Fired() || fr.Outer >= 0 || fr.Makes.Type != "REJECT" && fr.Makes.Type != "SUPPORT" || !verbal(f.tok(fr.Verb)) {
		return
	}
	for _, o := range f.children(fr.Verb, "obj") {
		for _, c := range f.children(o, "acl") {
			if !authoring[f.tok(c).Lemma] || !f.passive(c) {
				continue
			}
			var by []int
			for _, t := range f.coordinated(f.byPhrase(c)) {
				if f.actorLike(t) && !f.actsIn(fr, t) {
					by = append(by, t)
				}
			}
			if len(by) == 0 {
				continue
			}
			first, _ := f.d.Subtree(o)
			fr.Fillers = slices.DeleteFunc(fr.Fillers, func(x Filler) bool {
				return x.Role == lexicon.RoleRecipient && x.Token >= first && x.Token <= o
			})
			if len(fr.Roles(lexicon.RoleRecipient)) == 0 {
				f.addToward(fr, by)
			}
			return
		}
	}
}

var authoring = doc.WordSet("draft propose sponsor table submit put bring broker present offer write introduce circulate co-sponsor prepare suggest float mediate")

// pleas names what is said or done to make somebody do something.
var pleas = doc.WordSet("call appeal request plea demand pressure urging objection protest ultimatum warning lobbying petition strike")

// pressed returns those whom a protest is to make do something: "blocked the road to force Peru to pay", "in an attempt to
// make Peru pay", "a strike meant to wring a rise from the railways".
func (f *finder) pressed(fr *Frame) []int {
	first, end := f.d.Subtree(f.headOfChain(fr.Verb))
	for c := first; c < end; c++ {
		if !verbal(f.tok(c)) || !f.infinitive(c) || c == fr.Verb {
			continue
		}
		var found []int
		switch lemma := f.tok(c).Lemma; {
		case making[lemma]:
			found = f.children(c, "obj", "iobj")
			for _, x := range f.children(c, "xcomp", "ccomp") {
				found = append(found, f.ownSubject(x)...)
				found = append(found, f.children(x, "compound")...) // a verb taken for a noun
			}
		case wresting[lemma]:
			found = f.cased(c, []string{"from", "of"})
			for _, o := range f.children(c, "obj") {
				found = append(found, f.cased(o, []string{"from", "of"})...)
			}
		}
		for _, s := range found {
			if f.tok(s).UPOS != "PRON" && f.actorLike(s) && !f.actsIn(fr, s) && !inTime(f.d, s) {
				return []int{s}
			}
		}
	}
	return nil
}

var (
	making   = doc.WordSet("make have force press get push compel pressure pressurize persuade oblige prod convince coerce move shame induce oust topple unseat bring")
	wresting = doc.WordSet("wring extract win claim demand seek secure obtain exact wrest")
)
