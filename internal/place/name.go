package place

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/doc"
	"readout/internal/gazetteer"
	"readout/lexicon"
)

// A toponym is a name in the text that can be a place.
type toponym struct {
	first, end int
	id         string // the lexicon's identifier; "" for what has none of its own
	name       string
	country    string
	state      bool // a country rather than a place in it
	used       bool // as a place
	lexical    bool // a name of the lexicon's actors: a country, a capital, a seat
	governs    bool // can speak for a government
}

// A name is what all toponyms of an article that are written alike have in common.
type name struct {
	senses      []sense
	occurrences int
	accepted    bool // is a toponym somewhere in the article
	within      *sense
	chosen      int // sense; -1 when it is not known which
	rule        string
	local       bool // a town where the article is at home, not the city abroad
	scores      []float64
}

// longestName is the number of tokens that a name can have.
const longestName = 6

// candidate returns the name that begins at token i and can be a toponym; otherwise nil and where to
// go on.
func (s *scan) candidate(i int) (*found, int) {
	form := s.forms[i]
	if !doc.Capitalized(form) && form != "the" && form != "sub" && form != "al" && form != "east" {
		if c := s.smallWithRegion(i); c != nil {
			return c, c.end
		}
		return nil, i + 1
	}
	for _, pattern := range []func(int) *found{s.shortRegionAt, s.adjectiveAt, s.countyInListAt} {
		if c := pattern(i); c != nil {
			return c, c.end
		}
	}
	lex, blocked, ok := s.toponymAt(i)
	folded, end := s.knownAt(i)
	switch {
	case ok && lex.end >= end:
		return s.lexical(lex), lex.end
	case end > max(blocked, i):
		return s.newFound(toponym{first: i, end: end}, folded), end
	case end > i:
		c := s.newFound(toponym{first: i, end: end}, folded)
		c.inName = true
		return c, blocked
	case form == "the":
		return nil, i + 1
	case blocked > i:
		return s.countryInName(i, blocked), blocked
	}
	if c := s.unknownTown(i); c != nil {
		return c, c.end
	}
	return nil, i + 1
}

// smallWithRegion returns the town at token i that is written without a capital and has its region beside
// it, "austin texas", and that region.
func (s *scan) smallWithRegion(i int) *found {
	if !strings.HasSuffix(s.d.Tokens[i].Name, "-LOC") {
		return nil
	}
	folded, end := s.knownAt(i)
	if end == i {
		return nil
	}
	c := s.newFound(toponym{first: i, end: end}, folded)
	if s.afterItsTown(i) || s.regionBeside(c) != nil {
		return c
	}
	return nil
}

// toponymAt returns the country, capital or seat of the lexicon whose name begins at token i. Of
// several places of one name the one that existed on the day is taken; a person or organization of
// the same name hides none of them, since only the use tells. Where the name is somebody's or an
// organization's alone, blocked is where it ends.
func (s *scan) toponymAt(i int) (t toponym, blocked int, ok bool) {
	matches := s.actors.Match(s.forms[i:s.end])
	if len(matches) == 0 {
		return toponym{}, 0, false
	}
	for _, m := range matches {
		if m.Known.Kind == lexicon.Person && m.As == lexicon.AsName || m.Known.Kind == lexicon.Organization || m.Known.Kind == lexicon.Other {
			blocked = i + m.Len
		}
		if m.Len != matches[0].Len || !m.On(s.date) || t.end > 0 && m.Known.Kind != lexicon.Seat {
			continue
		}
		x := toponym{first: i, end: i + m.Len, country: m.Known.CodeOn(s.date), lexical: true}
		switch {
		case m.Known.Kind == lexicon.Seat:
			x.id, x.name, x.governs = m.Known.ID, m.Known.Name, m.Known.Sector != ""
		case m.As == lexicon.AsCapital:
			x.name, x.governs = s.written(x.first, x.end), true
		case m.Known.Kind == lexicon.Country && m.As == lexicon.AsName:
			x.id, x.name, x.state, x.governs = m.Known.ID, m.Known.Name, true, true
		default:
			continue
		}
		t = x
	}
	return t, blocked, t.end > 0
}

// adjectiveAt returns the adjective of a country or a region at token i: "Russian", "African". Peoples
// are no places.
func (s *scan) adjectiveAt(i int) *found {
	if u := s.d.Tokens[i].UPOS; u == "NOUN" || u == "VERB" {
		return nil
	}
	for n := min(2, s.end-i); n > 0; n-- {
		if x, ok := s.atlas.adjective[s.d.Span(i, i+n).Text]; ok && s.nounAfter(i+n) {
			c := s.newFound(toponym{first: i, end: i + n, name: x.name, country: x.country}, "\x00"+x.name)
			s.names[c.name].senses = []sense{x}
			c.use, c.why = readout.UseAdjective, "adjective of a region"
			return c
		}
	}
	var country *lexicon.Match
	for _, m := range s.actors.Match(s.forms[i:s.end]) {
		switch {
		case m.Known.Kind != lexicon.Country || m.As == lexicon.AsName || m.As == lexicon.AsCapital:
			return nil
		case m.As == lexicon.AsAdjective && m.On(s.date) && country == nil:
			country = &m
		}
	}
	if country == nil || !s.nounAfter(i+country.Len) {
		return nil
	}
	t := toponym{first: i, end: i + country.Len, state: true, country: country.Known.CodeOn(s.date), name: country.Known.Name}
	c := s.newFound(t, "\x01"+t.country+" ")
	c.use, c.why = readout.UseAdjective, "adjective of a country"
	return c
}

// nounAfter reports whether token i goes on with what an adjective before it can belong to.
func (s *scan) nounAfter(i int) bool {
	if i >= s.end {
		return false
	}
	switch t := &s.d.Tokens[i]; t.UPOS {
	case "NOUN", "ADJ", "PROPN", "NUM":
		return true
	default:
		return t.Form == "-"
	}
}

// lexical returns what the lexicon's actors have as something that can be a toponym.
func (s *scan) lexical(t toponym) *found {
	written := s.d.Span(t.first, t.end).Text
	key := string(gazetteer.Fold(s.folded[:0], written))
	if t.state {
		key = "\x01" + t.country + " " + key
	}
	return s.newFound(t, key)
}

// knownAt returns the longest name of the atlas that begins at token i, folded, and where it ends; i
// when there is none.
func (s *scan) knownAt(i int) (folded string, end int) {
	from := s.d.Tokens[i].Start
	for end := s.nameEnd(i); end > i; end-- {
		last := &s.d.Tokens[end-1]
		if r, _ := utf8.DecodeRuneInString(last.Form); end-1 > i && last.UPOS != "NOUN" && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		written := s.d.Article.Text[from:last.End]
		s.folded = gazetteer.Fold(s.folded[:0], written)
		if len(s.folded) < 2 || len(s.folded) <= 3 && written == strings.ToUpper(written) && end == i+1 && s.atlas.own[string(s.folded)] == nil {
			continue
		}
		if _, ok := s.byName[string(s.folded)]; ok || s.atlas.has(s.folded) {
			return string(s.folded), end
		}
	}
	return "", i
}

// nameEnd returns where a name that begins at token i can end at the latest.
func (s *scan) nameEnd(i int) int {
	end := i + 1
	for k := i + 1; k < s.end && k < i+longestName; k++ {
		t := &s.d.Tokens[k]
		r, _ := utf8.DecodeRuneInString(t.Form)
		touches := t.Start == s.d.Tokens[k-1].End
		switch {
		case s.isPossessive(k):
			return end
		case unicode.IsUpper(r) || unicode.IsDigit(r) || t.Name == "I-LOC":
			end = k + 1
		case touches && (t.Form == "-" || t.Form == "." || t.Form == "'" || t.Form == "’" || t.Form == "–"):
		case inside[t.Form]:
		case s.d.Tokens[k-1].End == t.Start && unicode.IsLower(r): // "Xi'an"
			end = k + 1
		case last[t.Form]:
			return k + 1
		default:
			return end
		}
	}
	return end
}

// Small words inside names, and at their end.
var (
	inside = doc.WordSet("of the de del di da do dos la le las los el al an am upon on in and & du des van der den im en y es os ez")
	last   = doc.WordSet("region state province territory peninsula crossing coast delta basin desert sea islands subcontinent")
)

// newFound returns a candidate of the name, which the scan learns if it is new.
func (s *scan) newFound(t toponym, key string) *found {
	n, ok := s.byName[key]
	if !ok {
		n = len(s.names)
		s.byName[key] = n
		x := name{chosen: -1}
		switch {
		case t.state:
			x.senses = s.countrySenses(&t, key)
		case key[0] > 1:
			x.senses = s.atlas.senses([]byte(key))
		}
		if t.lexical && !t.state {
			x.senses = inCountry(x.senses, t.country)
		}
		s.names = append(s.names, x)
	}
	return &found{toponym: t, name: n}
}

// countryInName returns the country, or the adjective of one, that an organization's name begins with:
// "U.S." of "U.S. Supreme Court".
func (s *scan) countryInName(i, end int) *found {
	for k := end - 1; k > i; k-- {
		for _, m := range s.actors.Match(s.forms[i:k]) {
			if m.Known.Kind != lexicon.Country || m.As != lexicon.AsName && m.As != lexicon.AsAdjective && m.As != lexicon.AsCapital || i+m.Len != k {
				continue
			}
			t := toponym{first: i, end: k, country: m.Known.CodeOn(s.date), lexical: true}
			key := string(gazetteer.Fold(nil, s.d.Span(i, k).Text))
			if m.As != lexicon.AsCapital {
				t.id, t.name, t.state = m.Known.ID, m.Known.Name, true
				key = "\x01" + t.country + " "
			}
			c := s.newFound(t, key)
			c.use, c.why = readout.UseName, "inside another name"
			return c
		}
	}
	return nil
}

// shortRegionAt returns the short form of a region at token i, where one can stand: after a town and a
// comma, or after a party: "Calif.", "OH", "D-Pa.".
func (s *scan) shortRegionAt(i int) *found {
	if i-1 < s.first {
		return nil
	}
	beside := s.afterItsTown(i)
	switch form := s.forms[i-1]; {
	case beside:
	case i-2 < s.first:
		return nil
	case form == "," || form == "(":
		if !s.isName(i - 2) {
			return nil
		}
	case form == "-" || form == "–":
		if p := s.forms[i-2]; p != "D" && p != "R" && p != "I" && p != "DFL" {
			return nil
		}
	default:
		return nil
	}
	for end := min(i+3, s.end); end > i; end-- {
		written := s.d.Article.Text[s.d.Tokens[i].Start:s.d.Tokens[end-1].End]
		s.folded = gazetteer.Fold(s.folded[:0], written)
		short := s.atlas.short[string(s.folded)]
		if short == nil || s.isComma(end-1) || len(s.folded) == 2 && !beside && strings.ToUpper(written) != written && !strings.HasSuffix(written, ".") {
			continue
		}
		c := s.newFound(toponym{first: i, end: end}, "\x02"+short[0].name)
		s.names[c.name].senses = short[:1]
		c.why = "short form of a region"
		return c
	}
	return nil
}

// countyInListAt returns the county at token i of a list that ends in "counties": "Jackson, Barrow and
// Clarke counties".
func (s *scan) countyInListAt(i int) *found {
	end := i
	for end < s.end && s.isName(end) && s.lemma(end) != "county" {
		end++
	}
	if end == i || end > i+2 {
		return nil
	}
	k := end
	for k < s.end && k < i+16 && (s.isName(k) || s.forms[k] == "," || s.forms[k] == "and" || s.forms[k] == "or") {
		if strings.EqualFold(s.forms[k], "counties") {
			break
		}
		k++
	}
	if k >= s.end || k == i || !strings.EqualFold(s.forms[k], "counties") {
		return nil
	}
	key := string(gazetteer.Fold(nil, s.d.Span(i, end).Text)) + " county"
	if !s.atlas.has([]byte(key)) {
		return nil
	}
	c := s.newFound(toponym{first: i, end: end}, key)
	c.why = "in a list of counties"
	return c
}

// unknownTown returns the name at token i of a town that the gazetteer does not have, where its region
// stands beside it: it is put in the middle of that.
func (s *scan) unknownTown(i int) *found {
	if s.headline || i > s.first && s.isName(i-1) || !s.isName(i) {
		return nil
	}
	end := i
	for end < s.end && s.isName(end) {
		if inNames[s.lemma(end)] || personTitles[s.lemma(end)] || never[s.lemma(end)] {
			return nil
		}
		end++
	}
	if end-i > 2 || end+1 >= s.end || s.forms[end] != "," {
		return nil
	}
	q, _ := s.regionAt(end+1, true)
	if q == nil || q.kind != lexicon.KindRegion || i == s.first || !slices.Contains([]string{"in", "of", "near", "from"}, s.lemma(i-1)) {
		return nil
	}
	c := s.newFound(toponym{first: i, end: end}, "\x03"+s.d.Span(i, end).Text)
	s.names[c.name].senses = []sense{*q}
	c.within, c.why = q, "its region follows"
	c.unknown = true
	return c
}

// countrySenses returns the country, and the places of the same name that it can be confused with.
func (s *scan) countrySenses(t *toponym, key string) []sense {
	var all []sense
	if c, ok := s.atlas.countries[t.country]; ok {
		all = append(all, c)
	}
	if _, folded, ok := strings.Cut(key, " "); ok {
		alias := folded != string(gazetteer.Fold(nil, t.name))
		for _, x := range s.atlas.senses([]byte(folded)) {
			if alias && x.name != "" && !x.other && x.country == t.country {
				x.prior += 4 // "England" is more of a name for England than for the United Kingdom
				all = append(all, x)
				continue
			}
			if x.kind != lexicon.KindDistrict && x.kind != lexicon.KindCounty && (x.country != t.country || len(all) == 0) {
				all = append(all, x)
			}
		}
	}
	return all
}

// inCountry makes the place that the lexicon means by a capital or seat likelier than others of the
// name: the one in the country, or the best known one where the country has ended since. What else has
// its name is meant only where much in the text says so.
func inCountry(all []sense, country string) []sense {
	out, home := append([]sense(nil), all...), -1
	for i := range out {
		x := &out[i]
		if sizeOf(x.kind) == regionSize || x.kind == lexicon.KindDistrict {
			continue
		}
		if home < 0 || (x.country == country) != (out[home].country == country) && x.country == country ||
			(x.country == country) == (out[home].country == country) && x.prior > out[home].prior {
			home = i
		}
	}
	if home >= 0 {
		out[home].prior += 3
		out[home].home = true
	}
	return out
}

// has reports whether a place has the folded name.
func (a *atlas) has(folded []byte) bool {
	if a.own[string(folded)] != nil {
		return true
	}
	return a.gazetteer.Has(folded)
}

// written returns the words of tokens [first, end), in title case where the text shouts.
func (s *scan) written(first, end int) string {
	text := []rune(s.d.Span(first, end).Text)
	for _, r := range text {
		if unicode.IsLower(r) {
			return string(text)
		}
	}
	for i := 1; i < len(text); i++ {
		if unicode.IsLetter(text[i-1]) {
			text[i] = unicode.ToLower(text[i])
		}
	}
	return string(text)
}
