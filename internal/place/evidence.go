package place

import (
	"strings"
	"unicode"

	"readout"
	"readout/internal/doc"
	"readout/internal/gazetteer"
	"readout/lexicon"
)

// judge decides whether the candidate is a toponym, and says why in c.why. False is no: it is a
// person's name or a word that only looks like a town. A candidate that nothing speaks for is held
// until the rest of the article has been read.
func (s *scan) judge(c *found) bool {
	n := &s.names[c.name]
	if c.why != "" { // it was found by a pattern that leaves no doubt
		n.accepted = true
		return true
	}
	single := c.end == c.first+1
	word := strings.ToLower(s.forms[c.first])
	if single && !c.lexical && (never[word] || s.numbered(c.first)) {
		return false
	}
	if q := s.qualifierAt(c); q != nil {
		c.within, n.within, n.accepted, c.why = q, q, true, "its region follows"
		return true
	}
	if s.afterItsTown(c.first) {
		n.accepted, c.why = true, "region of the town before it"
		return true
	}
	if tag := s.tagOf(c); !c.lexical && tag == "PER" {
		return false
	} else if !c.lexical && tag == "LOC" {
		n.accepted, c.why = true, "a name of a place to the tagger"
		return true
	}
	if c.lexical && len(n.senses) == 0 {
		c.why = "name in the lexicon"
		n.accepted = true
		return true
	}
	if s.partOfPerson(c, single, word) || single && s.afterCompass(c) && s.weak(c, n, single, word) {
		return false
	}
	if s.partOfName(c) {
		c.held = !n.accepted && (s.weak(c, n, single, word) || !s.famous(n) && s.isName(c.end) && !inNames[s.lemma(c.end)])
		c.use, c.why = readout.UseName, "inside another name"
		return true
	}
	c.why = s.signBefore(c)
	if c.why == "" {
		c.why = s.signAfter(c)
	}
	doubtful := strings.HasPrefix(c.why, "~")
	c.why = strings.TrimPrefix(c.why, "~")
	switch {
	case c.why != "" && !(doubtful && s.commonWord(c, single, word)):
		n.accepted = true
	case s.weak(c, n, single, word):
		c.held = true
	case c.lexical:
		n.accepted, c.why = true, "name in the lexicon"
	default:
		n.accepted, c.why = true, "a place that is well known"
	}
	return true
}

// numbered reports whether a number behind the name at token i belongs to it: “Kanal 5”.
func (s *scan) numbered(i int) bool {
	if i+1 >= s.end || strings.Contains(s.forms[i], ".") { // "S.C. 5", a road
		return false
	}
	t := &s.d.Tokens[i+1]
	return t.XPOS == "CD" && t.Head == i && t.Form[0] >= '0' && t.Form[0] <= '9'
}

// tagOf returns the type of the name that the tagger saw beginning and ending where the candidate does,
// or of the person's name that it is inside of: "PER", "LOC"; "" for none, and where no tagger has read
// the text.
func (s *scan) tagOf(c *found) string {
	_, typ, _ := strings.Cut(s.d.Tokens[c.first].Name, "-")
	for i := c.first + 1; i < c.end; i++ {
		if s.d.Tokens[i].Name != "I-"+typ {
			return ""
		}
	}
	if typ == "PER" {
		return typ
	}
	if strings.HasPrefix(s.d.Tokens[c.first].Name, "B-") && (c.end == s.end || s.d.Tokens[c.end].Name != "I-"+typ) {
		return typ
	}
	return ""
}

// commonWord reports whether the candidate is a common word, or the last name of somebody in the
// article.
func (s *scan) commonWord(c *found, single bool, word string) bool {
	return single && !c.lexical && (notTowns[word] || s.people[word] || s.d.Tokens[c.first].UPOS != "PROPN" && !s.headline)
}

// weak reports whether the name alone does not make a place: a small one, a common word, a surname.
func (s *scan) weak(c *found, n *name, single bool, word string) bool {
	if c.lexical {
		return false
	}
	t := &s.d.Tokens[c.first]
	if single && (notTowns[word] || t.UPOS != "PROPN" && t.UPOS != "X" && !s.headline) {
		return true
	}
	if single && (s.people[word] || surnames[word] && !s.famous(n) || given[word] && !s.famous(n)) {
		return true
	}
	best := 0.0
	for i := range n.senses {
		best = max(best, n.senses[i].prior)
	}
	if !single {
		return best < 2.9
	}
	return best < 3.4
}

// famous reports whether everybody knows a place of the name: a region, a capital, a large city.
func (s *scan) famous(n *name) bool {
	for i := range n.senses {
		if x := &n.senses[i]; x.prior >= 5.6 && !x.other {
			return true
		}
	}
	return false
}

// partOfPerson reports whether the candidate is a piece of a person's name.
func (s *scan) partOfPerson(c *found, single bool, word string) bool {
	if i := c.first - 1; i >= s.first && s.isName(i) {
		before := strings.ToLower(strings.TrimSuffix(s.forms[i], "."))
		switch {
		case personTitles[before] && !s.isName(c.end) && !s.nounFollows(c.end):
			return !c.lexical || !c.state
		case len(before) == 1 && single:
			return !c.lexical
		case (given[before] || s.actors.GivenName(before)) && single && !s.headline && before != "london" && before != "paris":
			return true
		}
	}
	if single && s.people[word] && !c.state && s.signBefore(c) == "" && !s.famous(&s.names[c.name]) {
		return true
	}
	if j := c.end; s.isName(j) && single && !s.headline {
		next := strings.ToLower(strings.TrimSuffix(s.forms[j], "."))
		if (given[word] || s.actors.GivenName(word)) && !inNames[next] && !notTowns[next] {
			return true
		}
		if len(next) == 1 && j+1 < s.end && s.isName(j+1) && !c.state { // "Austin P. Miller"
			return true
		}
	}
	return false
}

// afterCompass reports whether a word that begins names of towns stands before the candidate, with a
// capital: "East Bank" is no bank.
func (s *scan) afterCompass(c *found) bool {
	if c.first == s.first || s.headline {
		return false
	}
	switch s.forms[c.first-1] {
	case "East", "West", "North", "South", "New", "Old", "Fort", "Mount", "Port", "Lake", "Saint", "St.", "San", "Santa":
		return true
	}
	return false
}

// partOfName reports whether the candidate stands inside a longer name: "Boston Police Department",
// "University of Exeter", "Radio Moscow".
func (s *scan) partOfName(c *found) bool {
	if c.inName {
		return true
	}
	if j := c.end; s.isName(j) && !s.headline || j < s.end && particles[s.forms[j]] && s.isName(j+1) { // "Llano de Veracruz"
		return true
	}
	i := c.first - 1
	if i >= s.first && s.forms[i] == "the" {
		i--
	}
	if i > s.first && s.forms[i] == "of" && s.isName(i-1) && (inNames[strings.ToLower(s.forms[i-1])] || notTowns[strings.ToLower(s.forms[i-1])]) {
		return !strings.EqualFold(s.forms[i-1], "city") && !strings.EqualFold(s.forms[i-1], "town") && !strings.EqualFold(s.forms[i-1], "state")
	}
	if i > s.first && particles[s.forms[i]] && s.isName(i-1) {
		return true
	}
	return c.first > s.first && s.isName(c.first-1) && !beforeTowns[strings.ToLower(s.forms[c.first-1])] && !s.headline
}

// particles join the words of names in Romance and Germanic languages.
var particles = doc.WordSet("de del do da dos das di della du des van von")

// isName reports whether token i is a word of a name.
func (s *scan) isName(i int) bool {
	if i < s.first || i >= s.end {
		return false
	}
	t := &s.d.Tokens[i]
	if !doc.Capitalized(t.Form) {
		return false
	}
	return t.UPOS == "PROPN" || i > s.first && (t.UPOS == "NOUN" || t.UPOS == "ADJ" || t.UPOS == "X")
}

func (s *scan) nounFollows(i int) bool {
	return i < s.end && s.d.Tokens[i].UPOS == "NOUN"
}

// between reports whether token i may stand between a preposition and the name of a place: "in the small town of Bern".
func (s *scan) between(i int) bool {
	switch s.d.Tokens[i].UPOS {
	case "DET", "ADJ":
		return true
	case "ADP", "CCONJ", "SCONJ":
		return false
	}
	return beforeTowns[strings.ToLower(s.forms[i])]
}

// signBefore tells what before the candidate says that it is a place; "~" marks signs that common
// words and surnames have too.
func (s *scan) signBefore(c *found) string {
	i := c.first - 1
	for i >= s.first && s.between(i) {
		i--
	}
	if i < s.first {
		return ""
	}
	word := s.lemma(i)
	switch {
	case word == "in" || word == "near" || word == "outside" || word == "throughout":
		return "“" + word + "” before it"
	case word == "of" && i > s.first && placeNoun[s.lemma(i-1)]:
		return "“" + s.lemma(i-1) + " of” before it"
	case locative[word] || directional[word] || word == "between" || word == "beyond" || word == "off" || word == "along":
		return "~“" + word + "” before it"
	case placeNoun[word] && s.d.Tokens[i].UPOS == "NOUN":
		return "~“" + word + "” before it"
	case word == "-" && i > s.first && s.forms[i] == "—":
		return "~dash before it"
	}
	return ""
}

// Nouns after a town: "Severn man", "Berea residents", "Nenagh district".
var afterTowns = doc.WordSet(`area city town village county district region province state resident native man woman teen teenager
	couple boy girl suburb neighborhood neighbourhood police mayor metropolis port airport base border
	coast downtown government official authority office campus hospital school street court market community
	church park station hotel home house family company business firm factory plant prison jail municipality parish borough
	township governorate prefecture oblast island peninsula valley`)

// signAfter tells what after the candidate says that it is a place.
func (s *scan) signAfter(c *found) string {
	if c.end >= s.end {
		return ""
	}
	word := s.lemma(c.end)
	switch {
	case afterTowns[word] && s.d.Tokens[c.end].UPOS != "VERB":
		return "~“" + word + "” after it"
	case word == "-" && c.end+1 < s.end:
		if next := s.lemma(c.end + 1); next == "based" || next == "base" || next == "area" || next == "born" || next == "bear" {
			return "“-" + s.forms[c.end+1] + "” after it"
		}
	case strings.HasSuffix(word, "-based"):
		return "“-based” after it"
	}
	return ""
}

// qualifierAt returns the region or country that the text gives after the candidate: "Columbus,
// Ohio", "Columbus (Ohio)", "Columbus OH".
func (s *scan) qualifierAt(c *found) *sense {
	k := c.end
	if k >= s.end || c.state && s.forms[k] != "," {
		return nil
	}
	comma := s.forms[k] == "," || s.forms[k] == "("
	if comma {
		k++
	}
	q, _ := s.regionAt(k, comma)
	if q == nil && !comma {
		return s.regionBeside(c)
	}
	if q == nil {
		return nil
	}
	n := &s.names[c.name]
	for i := range n.senses {
		if x := &n.senses[i]; x.inside(q) && x.kind != q.kind && (comma || x.prior > 3.5) {
			return q
		}
	}
	return nil
}

// regionBeside returns the region or country that follows the candidate without a comma and ends the name
// that both make together, as in "Austin Texas": the tagger has to take all of it for a place, or a
// preposition has to stand before it. Nil unless a place of the candidate's name lies in it; "Lake
// Michigan" and "New Mexico" are names of one place.
func (s *scan) regionBeside(c *found) *sense {
	end := c.end
	for end < s.end && s.goesOn(end) {
		end++
	}
	if end == c.end || end > c.end+3 || c.first > s.first && s.goesOn(c.first) && s.goesOn(c.first-1) {
		return nil
	}
	if word := strings.ToLower(s.forms[c.first]); c.end == c.first+1 && (notTowns[word] || never[word] || beforeTowns[word]) || !s.placesAlone(c.first, end) {
		return nil
	}
	n := &s.names[c.name]
	q := s.regionNamed(n, s.d.Span(c.end, end).Text)
	if q == nil || q.kind == lexicon.KindIsland || len(n.senses) > 0 && q.kind == n.senses[0].kind {
		return nil
	}
	return q
}

// goesOn reports whether token i can be a piece of the name that the tokens before it begin.
func (s *scan) goesOn(i int) bool {
	return s.isName(i) || strings.HasSuffix(s.d.Tokens[i].Name, "-LOC")
}

// placesAlone reports whether [first, end) is tagged as nothing but places or, where no tagger has read
// the text, stands after a preposition of place.
func (s *scan) placesAlone(first, end int) bool {
	for i := first; i < end; i++ {
		if name := s.d.Tokens[i].Name; name != "" && !strings.HasSuffix(name, "-LOC") {
			return false
		}
	}
	if s.d.Tokens[first].Name != "" {
		return true
	}
	return first > s.first && (locative[s.lemma(first-1)] || directional[s.lemma(first-1)])
}

// afterItsTown reports whether the toponym found last ends just before token i and has its region there.
func (s *scan) afterItsTown(i int) bool {
	if len(s.found) == 0 {
		return false
	}
	last := &s.found[len(s.found)-1]
	return last.end == i && last.within != nil && i > s.first
}

// regionAt returns the region or country named at token k, and where its name ends. Short forms count
// too: "OH" in capitals, "Calif." and the like after a comma only.
func (s *scan) regionAt(k int, comma bool) (*sense, int) {
	if k >= s.end || !unicode.IsUpper(rune(s.forms[k][0])) {
		return nil, k
	}
	for end := min(k+3, s.end); end > k; end-- {
		last := &s.d.Tokens[end-1]
		if end-1 > k && (s.isComma(end-1) || last.Form != "." && !unicode.IsUpper(rune(last.Form[0]))) {
			continue
		}
		written := s.d.Article.Text[s.d.Tokens[k].Start:last.End]
		s.folded = gazetteer.Fold(s.folded[:0], written)
		if short := s.atlas.short[string(s.folded)]; short != nil && (len(s.folded) > 2 && comma || written == strings.ToUpper(written) && len(written) >= 2) {
			return &short[0], end
		}
		if !comma {
			continue
		}
		var best *sense
		all := s.atlas.senses(s.folded)
		for i := range all {
			if x := &all[i]; (x.kind == lexicon.KindRegion || x.kind == lexicon.KindCounty) && (best == nil || x.prior > best.prior) {
				best = x
			}
		}
		if m := s.actors.Match(s.forms[k:end]); len(m) > 0 && k+m[0].Len == end && m[0].Known.Kind == lexicon.Country && m[0].As == lexicon.AsName {
			if x, ok := s.atlas.countries[m[0].Known.Code]; ok && (best == nil || best.prior < 6 || best.country != "USA") {
				return &x, end
			}
		}
		if best != nil {
			return best, end
		}
	}
	return nil, k
}

// isComma reports whether token i is a comma or a bracket, which no name has inside.
func (s *scan) isComma(i int) bool {
	f := s.forms[i]
	return f == "," || f == "(" || f == ")" || f == ";"
}

// notePeople remembers the last words of the names of people in the sentence: "Henry" of "Mr. Henry",
// "Chiquita Raquel Henry".
func (s *scan) notePeople() {
	if s.headline {
		return
	}
	for i := s.first; i < s.end; i++ {
		if !s.isName(i) {
			continue
		}
		end := i + 1
		for end < s.end && s.isName(end) {
			end++
		}
		first := strings.ToLower(strings.TrimSuffix(s.forms[i], "."))
		if end-i >= 2 && end-i <= 4 && (personTitles[first] || given[first] || s.actors.GivenName(first)) && !inNames[strings.ToLower(s.forms[end-1])] {
			if last := strings.ToLower(s.forms[end-1]); len(last) > 2 && !s.placeInRun(i, end) {
				s.people[last] = true
			}
		}
		i = end
	}
}

// placeInRun reports whether the run of name tokens is a name of a place as a whole, or after its first
// word: "San Antonio", "Mayor Fort Worth".
func (s *scan) placeInRun(i, end int) bool {
	for k := i; k < end-1; k++ {
		s.folded = gazetteer.Fold(s.folded[:0], s.d.Article.Text[s.d.Tokens[k].Start:s.d.Tokens[end-1].End])
		if s.atlas.has(s.folded) {
			return true
		}
	}
	return false
}

// acceptKnown takes the candidates that were held where their name is a toponym elsewhere in the
// article.
func (s *scan) acceptKnown() {
	for i := range s.found {
		if c := &s.found[i]; c.held && s.names[c.name].accepted {
			c.held = false
			if c.why == "" {
				c.why = "a place elsewhere in the article"
			}
		}
	}
}
