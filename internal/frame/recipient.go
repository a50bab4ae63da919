package frame

import (
	"slices"
	"sort"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// This file finds to whom something is done or said where the slots of the entry do not tell: whom the words are
// about, where it is done, who was called to be told.

// eachOther makes the several actors of a frame act on each other when that is what its recipient's phrase, headed by
// token t, says: "each other", "one another's positions". It reports whether it did.
func (f *finder) eachOther(fr *Frame, t int) bool {
	if !f.reciprocal(t) && !slices.ContainsFunc(f.children(t, "nmod", "det"), f.reciprocal) {
		return false
	}
	actors := fr.Roles(lexicon.RoleActor)
	if len(actors) == 0 || len(actors) == 1 && !f.plural(actors[0]) {
		return false
	}
	for i := range fr.Fillers {
		if fr.Fillers[i].Role == lexicon.RoleActor {
			fr.Fillers[i].Role = lexicon.RoleBoth
		}
	}
	fr.Words = append(fr.Words, t)
	if f.reciprocal(t) {
		fr.Words = append(fr.Words, t+1)
	}
	return true
}

// reciprocal reports whether token t heads a reciprocal pronoun: "each other", "one another".
func (g grammar) reciprocal(t int) bool {
	switch next := t + 1; {
	case next+1 >= len(g.d.Tokens) || g.tok(next).Head != t && g.tok(next+1).Rel() != "case":
		return false
	case strings.EqualFold(g.tok(t).Form, "each"):
		return strings.EqualFold(g.tok(next).Form, "other")
	default:
		return strings.EqualFold(g.tok(t).Form, "one") && strings.EqualFold(g.tok(next).Form, "another")
	}
}

// ofWords names the types of words, which may concern somebody without being said to him.
var ofWords = doc.WordSet("AGREE REJECT REQUEST ACCUSE THREATEN SUPPORT")

// concerned gives a frame of words without a recipient the country that its theme is about: "opposed the
// reopening of an American office".
func (f *finder) concerned(fr *Frame) {
	actors := fr.Roles(lexicon.RoleActor)
	switch {
	case !fr.Fired() || !ofWords[fr.Makes.Type] && fr.Makes.Type != "PROTEST" || fr.Outer >= 0:
		return
	case len(fr.Roles(lexicon.RoleRecipient))+len(fr.Roles(lexicon.RoleBoth)) > 0:
		return
	case fr.Makes.Type == "AGREE" && (len(actors) != 1 || f.plural(actors[0])): // with each other
		return
	}
	for _, t := range f.subjects(fr) {
		if !nominal(f.tok(t)) || fr.Makes.Type == "ACCUSE" && outrages[f.tok(t).Lemma] {
			continue
		}
		for _, x := range f.deeper(fr, t) {
			if slices.ContainsFunc(actors, func(a int) bool { return f.countryOf(a) != "" && f.countryOf(a) == f.countryOf(x) }) {
				continue // one's own country
			}
			fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: x, Slot: "theme>recipient?"})
			fr.loose = true
		}
		if fr.loose {
			return
		}
	}
	for _, c := range f.children(fr.Verb, "advcl") { // "signed an accord to supply Mali with wheat"
		if found := f.deeper(fr, c); fr.Makes.Type == "SUPPORT" && c > fr.Verb && f.infinitive(c) && len(found) > 0 {
			f.addToward(fr, found[:1])
			return
		}
	}
}

// outrages names what is done to those in whose country it happens: who condemns “the attacks in Paris” does not
// condemn France.
var outrages = doc.WordSet("attack bombing killing murder blast shooting massacre assassination kidnapping abduction terrorism explosion hijacking stabbing attempt")

// subjects returns what the words of a frame are about: its theme, or else the object of its verb, what a
// request is for, or what a protest is against.
func (f *finder) subjects(fr *Frame) []int {
	if fr.Makes.Type == "PROTEST" {
		return append(f.cased(fr.Verb, []string{"against"}), f.cased(fr.Token, []string{"against"})...)
	}
	if theme := fr.Roles(lexicon.RoleTheme); len(theme) > 0 || len(fr.Inner) > 0 {
		return theme
	}
	if fr.Verb != fr.Token {
		return append(f.cased(fr.Token, aboutPreps), f.cased(fr.Verb, aboutPreps)...)
	}
	about := f.coordinated(f.logicalObject(fr.Verb, fr.Token))
	if len(about) == 0 && fr.Makes.Type == "REQUEST" {
		about = f.cased(fr.Verb, []string{"for"})
	}
	return about
}

var aboutPreps = []string{"over", "about", "on", "for", "regarding", "concerning", "into", "against"}

// countryOf returns the country of the entity that the phrase at token t speaks of, "" for none.
func (g grammar) countryOf(t int) string {
	m := g.d.MentionAt(t)
	if m < 0 || g.d.Mentions[m].Entity < 0 {
		return ""
	}
	return g.d.Entities[g.d.Mentions[m].Entity].Country
}

// hosted gives a deed without a recipient the place that it is done in or to, when that is known to belong to
// a country: "declared a ceasefire in Idlib", "sent troops to Liberia".
func (f *finder) hosted(fr *Frame) {
	if !fr.Fired() || fr.Outer >= 0 || len(fr.Roles(lexicon.RoleRecipient))+len(fr.Roles(lexicon.RoleBoth)) > 0 || len(fr.Roles(lexicon.RoleActor)) == 0 {
		return
	}
	if (hostile[fr.Makes.Type] || fr.Makes.Type == "MOBILIZE") && f.robbed(fr) {
		return
	}
	x := fr
	for range maxClimb {
		if placed[x.Entry.Makes.Type] {
			if found := f.placesOf(fr, x); len(found) > 0 {
				for _, t := range found {
					fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: "place>recipient?"})
				}
				fr.loose = true
				return
			}
		}
		if len(x.Inner) == 0 {
			if x = f.besides(x); x == nil {
				return
			}
		}
		x = &f.frames[x.Inner[0]]
	}
}

// robbed gives a deed without a recipient the owners of what it is done to: "blocked the website of a Kyrgyz agency". It
// reports whether there were any.
func (f *finder) robbed(fr *Frame) bool {
	for _, theme := range fr.Roles(lexicon.RoleTheme) {
		if fr.Makes.Type == "MOBILIZE" && !besieged[f.tok(theme).Lemma] {
			continue
		}
		for _, t := range f.inside(theme) {
			if !f.actsIn(fr, t) && !inTime(f.d, t) && (f.country(t) || f.preposition(t) == "of" && f.actorLike(t)) {
				fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: "theme>owner?"})
				fr.loose = true
			}
		}
	}
	return fr.loose
}

// opponent returns the country with which there is a quarrel amid which the sanction of a frame is taken: "recalled
// its ambassador amid a row with Mali"; nil for none.
func (f *finder) opponent(fr *Frame) []int {
	if fr.Makes.Type != "SANCTION" {
		return nil
	}
	for _, q := range f.cased(fr.Verb, []string{"amid", "in", "over", "during", "after"}) {
		if !quarrels[f.tok(q).Lemma] {
			continue
		}
		for _, t := range f.cased(q, []string{"with"}) {
			if f.country(t) && !f.actsIn(fr, t) {
				return []int{t}
			}
		}
	}
	return nil
}

var quarrels = doc.WordSet("row dispute spat feud standoff stand-off quarrel tension conflict rift crisis argument altercation wrangle confrontation")

// besides returns another frame of the same word that has a happening inside, nil for none: frame x stands in its place.
func (f *finder) besides(x *Frame) *Frame {
	for i := range f.beside(x.Token) {
		if o := &f.frames[i]; o.Token == x.Token && o.SameAs == x.Entry.Name && len(o.Inner) > 0 {
			return o
		}
	}
	return nil
}

// placed names the types of deeds that are done to the people of a place.
var placed = doc.WordSet("COERCE RETREAT MOBILIZE AID SANCTION CONCEDE ASSAULT")

// placesOf returns the known places and countries that the words of frame x lead to by a preposition of place, but
// for the actors of frame fr.
func (f *finder) placesOf(fr, x *Frame) []int {
	heads := slices.Concat([]int{x.Verb, x.Token}, x.Roles(lexicon.RoleTheme))
	heads = append(heads, slices.DeleteFunc(slices.Clone(x.Words), func(w int) bool { return !nominal(f.tok(w)) })...)
	for _, t := range x.Roles(lexicon.RoleTheme) { // "a division stationed opposite Mali"
		for _, c := range f.children(t, "acl") {
			if facing[f.tok(c).Lemma] {
				heads = append(heads, c)
			}
		}
	}
	for _, t := range f.children(x.Verb, "obl") { // "declared a truce on Monday in Mali"
		if inTime(f.d, t) {
			heads = append(heads, t)
		}
	}
	for _, h := range heads {
		for _, t := range f.cased(h, sitePreps) {
			if t < x.Verb && t < x.Token || inTime(f.d, t) {
				continue
			}
			if fr.Makes.Type == "ASSAULT" && f.sameState(fr, t) {
				continue // where it is, not who is hit
			}
			if (f.country(t) || f.site(t)) && !f.actsIn(fr, t) {
				return f.coordinated([]int{t})
			}
			if found := f.deeper(fr, t); len(found) > 0 {
				return found
			}
			if found := f.beyond(fr, t, h); found >= 0 {
				return []int{found}
			}
		}
	}
	return nil
}

// beyond returns the country beyond the border at token t, which the tree may hang on the verb h: "moved tanks toward the
// border with Mali"; -1 for none.
func (f *finder) beyond(fr *Frame, t, h int) int {
	switch f.tok(t).Lemma {
	case "border", "frontier", "boundary":
	default:
		return -1
	}
	for _, b := range f.cased(h, []string{"with"}) {
		if first, _ := f.d.Subtree(b); first == t+1 && f.country(b) && !f.actsIn(fr, b) {
			return b
		}
	}
	return -1
}

// besieged names what forces surround because of those whose it is.
var besieged = doc.WordSet("headquarters headquarter hq office campus home house residence newsroom villa compound")

var facing = doc.WordSet("station base deploy mass aim point direct target train post position")

// site reports whether the phrase at token t is the name of a place, at the end of a sentence of one that the gazetteer has.
func (g grammar) site(t int) bool {
	m := g.d.MentionAt(t)
	last := g.d.Sentences[g.d.SentenceOf(t)].End - 1
	if next := t + 1; next <= last && (g.tok(next).UPOS == "NUM" || g.tok(next).Form == "." && next < last) {
		return false // a date: "in Aug. 1990"
	}
	if m < 0 || g.d.Mentions[m].Kind != doc.Name || g.d.Mentions[m].Entity < 0 || g.d.Entities[g.d.Mentions[m].Entity].Class != doc.Location {
		return false
	}
	if t+1 < last {
		return true
	}
	first := g.d.Mentions[m].First // a tagger often takes the last word for a place
	k := sort.Search(len(g.d.Toponyms), func(k int) bool { return g.d.Toponyms[k].First >= first })
	return k < len(g.d.Toponyms) && g.d.Toponyms[k].First == first
}

var sitePreps = []string{
	"in", "at", "near", "on", "to", "into", "from", "inside", "across", "throughout", "around", "against",
	"for", "toward", "towards", "over", "within", "off", "opposite", "facing", "along",
}

// addressed gives words that someone called, wrote or came to say the one who was called: "called Kohl to apologize".
func (f *finder) addressed(fr *Frame) {
	u := f.tok(fr.Verb).Head
	if !fr.Fired() || !ofWords[fr.Makes.Type] || len(fr.Roles(lexicon.RoleRecipient)) > 0 || u < 0 {
		return
	}
	if fr.Makes.Type == "REQUEST" && f.infinitive(fr.Verb) && motion[f.tok(u).Lemma] { // "flew to Caracas to plead for oil"
		for _, t := range f.cased(u, []string{"to"}) {
			if f.country(t) && f.countryOf(t) != "" && !f.actsIn(fr, t) && !f.sameState(fr, t) && !inTime(f.d, t) {
				fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: "place>recipient?"})
				return
			}
		}
	}
	if !f.toldBy(u, fr.Verb) {
		return
	}
	for _, t := range f.coordinated(f.children(u, "obj")) {
		if f.actorLike(t) && !f.actsIn(fr, t) {
			fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: "obj>recipient?"})
		}
	}
}
