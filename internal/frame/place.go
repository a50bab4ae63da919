package frame

import (
	"slices"

	"readout/internal/doc"
	"readout/lexicon"
)

// hosted gives a deed without a recipient the place that it is done in or to, when that is known to belong to
// a country: "declared a ceasefire in Idlib", "sent troops to Liberia".
func (f *finder) hosted(fr *Frame) {
	if !fr.Fired() || fr.Outer >= 0 || len(fr.Roles(lexicon.RoleRecipient))+len(fr.Roles(lexicon.RoleBoth)) > 0 || len(fr.Roles(lexicon.RoleActor)) == 0 {
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

// besides returns another frame of the same word that has a happening inside, nil for none: frame x stands in its place.
func (f *finder) besides(x *Frame) *Frame {
	for i := range f.frames {
		if o := &f.frames[i]; o.Token == x.Token && o.SameAs == x.Entry.Name && len(o.Inner) > 0 {
			return o
		}
	}
	return nil
}

// placed names the types of deeds that are done to the people of a place.
var placed = words("COERCE RETREAT MOBILIZE AID SANCTION CONCEDE ASSAULT")

// placesOf returns the known places and countries that the words of frame x lead to by a preposition of place, but
// for the actors of frame fr.
func (f *finder) placesOf(fr, x *Frame) []int {
	heads := slices.Concat([]int{x.Verb, x.Token}, x.Roles(lexicon.RoleTheme))
	heads = append(heads, slices.DeleteFunc(slices.Clone(x.Words), func(w int) bool { return !nominal(f.tok(w)) })...)
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
			if (f.country(t) || f.site(t)) && !f.actsIn(fr, t) {
				return f.coordinated([]int{t})
			}
			if found := f.deeper(fr, t); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// site reports whether the phrase at token t is a place by name, of which nobody knows where it is.
func (g grammar) site(t int) bool {
	m := g.d.MentionAt(t)
	if next := t + 1; next < len(g.d.Tokens) && (g.tok(next).UPOS == "NUM" || g.tok(next).Form == ".") {
		return false // a date: "in Aug. 1990"
	}
	return m >= 0 && g.d.Mentions[m].Kind == doc.Name && g.d.Mentions[m].Entity >= 0 && g.d.Entities[g.d.Mentions[m].Entity].Class == doc.Location
}

var sitePreps = []string{"in", "at", "near", "on", "to", "into", "from", "inside", "across", "throughout", "around", "against", "for", "toward", "towards", "over"}

// addressed gives words that someone called, wrote or came to say the one who was called: "called Kohl to apologize".
func (f *finder) addressed(fr *Frame) {
	u := f.tok(fr.Verb).Head
	if !fr.Fired() || !ofWords[fr.Makes.Type] || len(fr.Roles(lexicon.RoleRecipient)) > 0 || u < 0 || !f.toldBy(u, fr.Verb) {
		return
	}
	for _, t := range f.coordinated(f.children(u, "obj")) {
		if f.actorLike(t) && !f.actsIn(fr, t) {
			fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: "obj>recipient?"})
		}
	}
}
