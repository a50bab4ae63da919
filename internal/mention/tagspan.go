package mention

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/doc"
	"readout/lexicon"
)

// mend returns the name of the tagger as text of the kind has it: as the two names of a place and of the
// region it lies in, without what is no part of it, with the "'s" that ends it, of the class that its words tell.
func (s *search) mend(t taggedName, to int) []taggedName {
	if t.class == doc.Location {
		if parts := s.townAndRegion(t); parts != nil {
			return parts
		}
		t = s.withoutCommonNouns(t)
	}
	if t.class == doc.Organization {
		for i := t.first + 1; i+2 < t.end; i++ {
			if corporate[s.lemmas[i]] && s.lemmas[i+1] == "of" { // "Kelmo Ltd. of Sheffield"
				return []taggedName{{t.first, i + 1, t.class}, {i + 2, t.end, doc.Location}}
			}
		}
	}
	t.class = s.classByWords(t)
	if end := s.withPossessive(t, to); end > t.end {
		t.end = end
		if t.class == doc.Person {
			t.class = doc.Organization
		}
	}
	return []taggedName{t}
}

// townAndRegion returns the names of a town and its region or country that stand side by side, "Austin
// Texas", which package place told from each other; nil where they are one.
func (s *search) townAndRegion(t taggedName) []taggedName {
	town := s.toponym(t.first)
	if town == nil || town.End >= t.end || town.Use == readout.UseName || town.Use == readout.UseAdjective {
		return nil
	}
	region := s.toponym(town.End)
	if region == nil || region.End != t.end || region.Place.Country != town.Place.Country || region.Use == readout.UseName || region.Use == readout.UseAdjective {
		return nil
	}
	if region.Place.Precision != lexicon.KindCountry && region.Place.Precision != lexicon.KindRegion {
		return nil
	}
	return []taggedName{{t.first, town.End, doc.Location}, {town.End, t.end, doc.Location}}
}

// toponym returns the toponym that begins at token i, nil for none. Toponyms stand in the order of the text.
func (s *search) toponym(i int) *doc.Toponym {
	start := s.d.Tokens[i].Start
	k, ok := slices.BinarySearchFunc(s.d.Toponyms, start, func(p doc.Toponym, at int) int { return cmp.Compare(p.Start, at) })
	if !ok || s.d.Toponyms[k].First != i || s.d.Toponyms[k].End <= i {
		return nil
	}
	return &s.d.Toponyms[k]
}

// withoutCommonNouns leaves out an adjective before the place's name and a noun after it that are written
// small: "continental Europe", "Kunar province".
func (s *search) withoutCommonNouns(t taggedName) taggedName {
	if t.end-t.first > 1 && s.d.Tokens[t.first].UPOS == "ADJ" && s.isSmall(t.first) && !s.isSmall(t.first+1) {
		t.first++
	}
	if t.end-t.first > 1 && areaNouns[s.forms[t.end-1]] && !s.isSmall(t.end-2) {
		t.end--
	}
	return t
}

// Nouns after the name of a place that are no part of it.
var areaNouns = doc.WordSet("area areas region district districts province provinces location Location governorate governorates city suburb suburbs")

func (s *search) isSmall(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.forms[i])
	return unicode.IsLower(r)
}

// classByWords returns the class that the first or the last word of a longer name tells, else the tagger's.
func (s *search) classByWords(t taggedName) doc.Class {
	if t.end-t.first < 2 {
		return t.class
	}
	last := s.lemmas[t.end-1]
	if s.lemmas[t.first+1] == "of" {
		first := strings.ToLower(s.forms[t.first])
		switch {
		case surelyOrganizations[first]:
			return doc.Organization
		case surelyPlaces[first] || first == "principality":
			return doc.Location
		case t.class == doc.Location && s.actors.GivenName(first):
			return doc.Person // "Isabella of France"
		}
		return t.class
	}
	switch {
	case surelyOrganizations[last] || t.class == doc.Person && organizationHeads[last] && !s.actors.GivenName(strings.ToLower(s.forms[t.first])):
		return doc.Organization
	case t.class != doc.Location && surelyPlaces[last] && !organizationHeads[last]:
		return doc.Location
	}
	return t.class
}

// Words that end, or before "of" begin, names of organizations and of nothing else.
var surelyOrganizations = doc.WordSet(`academy agency airlines airways association authority bureau coalition commission
	committee consortium corp corp. corporation council department directorate dynasty federation foundation fund inc inc.
	institute institution league llc ltd ltd. ministry orchestra parliament partners party secretariat senate society symphony
	tribunal tribune union university`)

// Words that end, or before "of" begin, names of places and of nothing else.
var surelyPlaces = doc.WordSet(`airport avenue boulevard bridge canal cape desert gulf island islands lake mountain mountains
	ocean park peninsula river road sea strait street valley`)

// withPossessive returns the end of the name with the "'s" that belongs to it: that of a shop or a house
// whose owner it is named after, "Antonio's", where nothing follows that could be owned, and where the kind
// of shop follows, "Antonio's Grill".
func (s *search) withPossessive(t taggedName, to int) int {
	i := t.end
	if i >= to || s.d.Tokens[i].XPOS != "POS" {
		return t.end
	}
	if p := s.toponym(t.first); p != nil && p.End == t.end {
		return t.end
	}
	switch {
	case i+1 < to && shops[strings.ToLower(s.forms[i+1])]:
		return i + 2
	case t.class == doc.Person || t.first > 0 && s.lemmas[t.first-1] == "of":
		return t.end
	case i+1 >= to:
		return i + 1
	}
	switch next := &s.d.Tokens[i+1]; next.UPOS {
	case "ADP", "CCONJ", "SCONJ", "AUX":
		return i + 1
	case "PUNCT":
		if f := doc.Norm(next.Form); f != `"` && f != "''" && f != "``" && f != "'" {
			return i + 1
		}
	case "PROPN":
		if next.Name == "B-LOC" {
			return i + 1
		}
	}
	return t.end
}

// Kinds of shops and houses that are named after their owners.
var shops = doc.WordSet(`bakery bar barbershop bistro bookstore boutique cafe café cleaners deli diner garage grill inn karate
	kitchen pharmacy pizza pizzeria pub restaurant saloon salon steakhouse store tavern`)
