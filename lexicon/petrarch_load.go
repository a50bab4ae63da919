package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// A dictionary in the format of PETRARCH does not say what its actors are, only their codes. They
// are taken so:
//
//	[SHR], also with days       a country and its names; the first actor with the code is it
//	[SHRGOV]                    an organization of it: country SHR, sector GOV
//	[SHRGOV <20041231] [SHR]    a person, since only people change sectors; so is a name that begins
//	                            with an office: PRESIDENT_…
//	[SHR/BRE]                   both at once
//	[---] [+++]                 nobody
//
// Codes remain as they stand: the first three letters are the country, the rest is the sector, so
// that the two together are the dictionary's code again. A name that a dictionary has means what the
// dictionary says and nothing else; where that is what the lexicon already knew, it stays known the
// way it was (Paris as a capital).

// addDictionary reads a dictionary of layer y into the lexicon.
func (l *Lexicon) addDictionary(load *loader, y Layer, f dictionaryFile) {
	d := parseDictionary(f.kind, f.data)
	for i := range d.actors {
		if a := &d.actors[i]; len(a.codes) > 0 {
			load.addDictionaryActor(d, a)
		}
	}
	for i := range d.agents {
		load.addDictionaryAgent(&d.agents[i])
	}
	for i := range d.discards {
		l.discards.add(d.discards[i].Words+" ", &d.discards[i])
	}
	for _, n := range d.notes {
		l.Notes = append(l.Notes, fmt.Sprintf("%s:%d: not read: %s", y.path(f.name), n.line, n.text))
	}
}

// Discards reports whether there is anything to discard.
func (l *Lexicon) Discards() bool { return l.discards.root.next != nil }

// Discard returns the longest phrase to discard that begins at words[0], nil for none.
func (l *Lexicon) Discard(words []string) *Discard {
	var buffer [96]byte
	var stops [maxStops]stop[*Discard]
	_, n := l.discards.walk(words, buffer[:0], &stops)
	for n--; n >= 0; n-- {
		if !stops[n].initial {
			return stops[n].node.values[0]
		}
	}
	return nil
}

// A stem is the name of a country in a dictionary, which did not say that the name ends there.
type stem struct {
	form  string
	known *Known
}

// addDictionaryActor enters an actor with its names.
func (l *loader) addDictionaryActor(d *dictionary, a *dictionaryActor) {
	k := l.knownAlready(a)
	if k == nil {
		k = l.dictionaryKnown(a)
		for id, n := k.ID, 2; l.known[k.ID] != nil; n++ {
			k.ID = fmt.Sprintf("%s/%d", id, n)
		}
		l.known[k.ID] = k
	}
	for n, written := range a.names {
		ends := strings.HasSuffix(written, "_")
		name := strings.TrimSuffix(written, "_")
		if err := l.enterDictionary(k, a, n, name); err != nil {
			d.note(a.line, "%v", err)
			continue
		}
		if form := dictionaryForm(name); !ends && k.Kind == Country && len(form) >= minStem && strings.Count(form, " ") == 1 {
			l.stems = append(l.stems, stem{form, k})
		}
	}
}

// minStem is the length, with the blank that ends a piece, from which names have derived adjectives.
const minStem = 6

// dictionaryForm returns the form of a dictionary's name in the trie, without an article; "" for
// what cannot be one.
func dictionaryForm(name string) string {
	if rest := strings.TrimPrefix(name, "THE "); len(rest) > 0 {
		name = rest
	}
	var form []byte
	for word := range strings.FieldsSeq(name) {
		var kind tokenKind
		if form, kind = appendPieces(form, word); kind == foreign {
			return ""
		}
	}
	return string(form)
}

// split parts a code into country and sector.
func split(code string) (country, sector string) { return code[:3], code[3:] }

// agreesWith reports whether the known one has the code, the only and undated one of an actor.
func (k *Known) agreesWith(c *datedCode) bool {
	country, sector := split(c.codes[0])
	switch k.Kind {
	case Country:
		return k.Code == country && (sector == k.Sector || k.Sector == "" && sector == "GOV")
	case Organization:
		return k.Code == country && k.Sector == sector
	case Seat:
		return k.Code == country && (sector == "" || sector == "GOV")
	}
	return false
}

// plain reports whether the actor has one code, always, and it is somebody's.
func (a *dictionaryActor) plain() bool {
	return len(a.codes) == 1 && len(a.codes[0].codes) == 1 && a.codes[0].from == "" && a.codes[0].to == "" && !nobody(a.codes[0].codes[0])
}

func nobody(code string) bool { return strings.Trim(code, "-+#") == "" }

// knownAlready returns the one who has one of the actor's names and its code; nil when there is none.
// An adjective that stands as an actor of its own (ISRAELI [ISR]) is its country's.
func (l *loader) knownAlready(a *dictionaryActor) *Known {
	if !a.plain() {
		return nil
	}
	for _, name := range a.names {
		for _, s := range l.names.at(dictionaryForm(strings.TrimSuffix(name, "_"))) {
			if s.known.agreesWith(&a.codes[0]) && s.known.Kind != Seat {
				return s.known
			}
		}
	}
	country, sector := split(a.codes[0].codes[0])
	if c := l.countries[country]; c != nil && sector == "" && adjectiveOf(a.names[0], c.Name) {
		return c
	}
	return nil
}

// enterDictionary enters the n-th name of an actor. Other meanings of the name end, but for those
// that say the same of it.
func (l *loader) enterDictionary(k *Known, a *dictionaryActor, n int, name string) error {
	form := dictionaryForm(name)
	if form == "" {
		return fmt.Errorf("%q is no name", name)
	}
	if node := l.names.root.follow([]byte(form)); node != nil {
		node.values = slices.DeleteFunc(node.values, func(s *sense) bool {
			return s.known != k && !(a.plain() && s.known.agreesWith(&a.codes[0]))
		})
		if len(node.values) > 0 {
			for _, s := range node.values {
				if s.from == "" && s.to == "" {
					return nil
				}
			}
		}
	}
	s := &sense{known: k, as: AsName, form: form, anyCase: true}
	s.letters = len(form) - strings.Count(form, " ")
	switch first := strings.TrimSuffix(a.names[0], "_"); {
	case k.Kind != Country:
	case n > 0 && name == first+"S":
		s.as = AsPeople
	case adjectiveOf(name, k.Name):
		s.as = AsAdjective
	}
	l.names.add(form, s)
	return nil
}

// adjectiveOf reports whether the name reads as the adjective of the country, from its ending and
// its first letters: FRENCH of France, but not ZEALAND of Denmark, and not JAPAN of Jamaica.
func adjectiveOf(name, country string) bool {
	name, country = strings.ToUpper(name), strings.ToUpper(country)
	if name == country || len(name) < 4 || len(country) < 3 || name[:2] != country[:2] || strings.Contains(name, " ") {
		return false
	}
	for _, ending := range []string{"AN", "ESE", "ISH", "NCH", "I", "IC", "EK", "ITE", "AZ", "CH"} {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}

// dictionaryKnown makes the known one of an actor.
func (l *loader) dictionaryKnown(a *dictionaryActor) *Known {
	k := &Known{Name: spokenName(a.names[0])}
	if slices.ContainsFunc(a.codes, func(c datedCode) bool { return !nobody(c.codes[0]) }) {
		l.codeKnown(k, a)
	} else {
		k.Kind = Other
	}
	switch k.Kind {
	case Country:
		switch {
		case k.Code == "":
			k.ID = "country/" + k.Name
		case l.countries[k.Code] != nil:
			k.ID = "country/" + k.Code + "/" + k.Name
		default:
			k.ID = "country/" + k.Code
			l.countries[k.Code] = k
		}
	case Organization:
		k.ID = "organization/" + k.Name
	case Person:
		k.ID = "person/" + k.Name
	case Other:
		k.ID = "other/" + k.Name
	}
	return k
}

// codeKnown gives k its kind and codes.
func (l *loader) codeKnown(k *Known, a *dictionaryActor) {
	dated, sectors := false, false
	for _, c := range a.codes {
		dated = dated || c.from != "" || c.to != ""
		sectors = sectors || len(c.codes[0]) > 3
	}
	role, n := l.Role(strings.Fields(strings.ToLower(k.Name)))
	titled := n > 0 && role.Office && n < len(strings.Fields(k.Name))
	last := a.codes[len(a.codes)-1]
	switch {
	case len(last.codes) > 1:
		k.Kind = Organization
		for _, code := range last.codes {
			k.Members = append(k.Members, l.member(code))
		}
	case dated && sectors || titled:
		k.Kind = Person
	case sectors || isAlliance(last.codes[0]):
		k.Kind = Organization
	default:
		k.Kind = Country
	}
	for _, c := range a.codes {
		code := c.codes[0]
		if nobody(code) {
			code = ""
		}
		country, sector := code[:min(3, len(code))], code[min(3, len(code)):]
		switch {
		case c.from == "" && c.to == "":
			if k.Code == "" {
				k.Code, k.Sector = country, sector
			}
		case k.Kind == Person:
			k.Offices = append(k.Offices, Office{Code: country, Sector: sector, From: c.from, To: c.to})
		default:
			k.Countries = append(k.Countries, Belonging{Code: country, From: c.from, To: c.to})
		}
		if country != "" && !(k.Kind == Country && country == k.Code) {
			l.mentioned = append(l.mentioned, country)
		}
	}
}

// isAlliance reports whether a code stands for what belongs to no country.
func isAlliance(code string) bool {
	switch code {
	case "IGO", "UNO", "EUR", "NGO", "NGM", "ISM", "IMG", "MNC", "INT", "MUL":
		return true
	}
	return false
}

// member returns the identifier of one of several actors that a name stands for.
func (l *loader) member(code string) string {
	if country, sector := split(code); sector != "" || isAlliance(code) {
		id := "organization/" + code
		if l.known[id] == nil {
			l.known[id] = &Known{ID: id, Kind: Organization, Name: code, Code: country, Sector: sector}
		}
		return id
	}
	l.mentioned = append(l.mentioned, code)
	return "country/" + code
}

// finishDictionaries makes countries of the codes that belong to no actor of their own, and enters
// the adjectives that nobody else has: "Arnorian" for a country ARNOR. In these dictionaries, a name
// that does not end in an underscore stands for the words that begin with it (TABARI's manual).
func (l *loader) finishDictionaries() {
	for _, code := range l.mentioned {
		if l.countries[code] == nil && !isAlliance(code) {
			k := &Known{ID: "country/" + code, Kind: Country, Code: code, Name: code}
			l.countries[code], l.known[k.ID] = k, k
		}
	}
	for _, st := range l.stems {
		name := strings.TrimSuffix(st.form, " ")
		for _, ending := range []string{"N", "AN", "IAN", "EAN", "I", "ESE", "ISH", "NS", "ANS", "IANS", "EANS", "IS", "S"} {
			form := name + ending + " "
			if len(l.names.at(form)) > 0 {
				continue
			}
			s := &sense{known: st.known, as: AsAdjective, form: form, letters: len(form) - 1, anyCase: true}
			if strings.HasSuffix(ending, "S") {
				s.as = AsPeople
			}
			l.names.add(form, s)
		}
	}
}

// spokenName writes a name in capitals as names are written: "Minas Tirith", "Prince of Dol Amroth".
// Short single words and those with full stops remain: they are abbreviations.
func spokenName(s string) string {
	s = strings.TrimSuffix(s, "_")
	if strings.Contains(s, ".") && !strings.Contains(s, " ") || len(s) <= 3 {
		return s
	}
	out := []byte(strings.ToLower(s))
	begins := true
	for i := range out {
		if begins && 'a' <= out[i] && out[i] <= 'z' {
			word, _, _ := strings.Cut(string(out[i:]), " ")
			if i == 0 || !smallWords[word] {
				out[i] -= 'a' - 'A'
			}
		}
		begins = out[i] == ' ' || out[i] == '-' || out[i] == '.'
	}
	return string(out)
}

// Words that names do not write with a capital.
var smallWords = map[string]bool{"of": true, "the": true, "and": true, "for": true, "in": true, "de": true, "al": true, "el": true}

// addDictionaryAgent enters an agent as a role. What the lexicon knows of the words besides their
// sector remains; of others the last word tells whether single people are called so.
func (l *loader) addDictionaryAgent(a *dictionaryAgent) {
	for _, name := range a.names {
		for _, words := range []string{name, singularPhrase(name)} {
			form := roleKey(words)
			if form == "" {
				continue
			}
			if old := l.roles.at(form + " "); old != nil {
				old[0].Sector, old[0].Follows = a.code, false
				continue
			}
			l.roles.add(form+" ", &Role{
				Words: words, Sector: a.code, Means: []string{words}, Office: l.isOffice(form),
			})
		}
	}
}

// isOffice reports whether single people bear the role, by the role that its last words are, or else
// by the ending of the last.
func (l *loader) isOffice(form string) bool {
	words := strings.Fields(form)
	for i := 1; i < len(words); i++ { // a minister of roads is a minister
		if words[i] == "of" || words[i] == "for" {
			words = words[:i]
		}
	}
	for i := 0; i < len(words); i++ {
		if role, n := l.Role(words[i:]); n == len(words)-i {
			return role.Office
		}
	}
	last := words[len(words)-1]
	for _, ending := range []string{"er", "or", "ist", "ian", "man", "men", "ant", "eer", "ee"} {
		if strings.HasSuffix(last, ending) {
			return true
		}
	}
	return false
}

// singularPhrase returns the words with the plural -s taken off each, as a lemmatizer does.
func singularPhrase(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		switch {
		case len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		case strings.HasSuffix(w, "ies"):
			words[i] = w[:len(w)-3] + "y"
		default:
			words[i] = w[:len(w)-1]
		}
	}
	return strings.Join(words, " ")
}
