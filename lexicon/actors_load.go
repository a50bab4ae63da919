package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// A loader makes Actors from records, one record at a time, in the order of LoadActors.
type loader struct {
	*Actors
	roleLayer map[string]int // the layer that a role's words come from, by the form in the trie
	stems     []stem         // names of dictionaries from which adjectives are derived
	mentioned []string       // country codes that dictionaries use
}

// namingKey tells how the values of the key name what the record is about, if they are names.
func namingKey(key string) (As, bool) {
	switch key {
	case "also":
		return AsName, true
	case "short":
		return AsShort, true
	case "adj":
		return AsAdjective, true
	case "people":
		return AsPeople, true
	case "minority":
		return AsMinority, true
	case "capital":
		return AsCapital, true
	case "metonym":
		return AsMetonym, true
	}
	return 0, false
}

// addCountry adds a record of countries.txt: CODE  Name.
func (l *loader) addCountry(r *actorRecord) error {
	if len(r.columns) != 2 {
		return r.errorf(r.line, "want a code and a name, two spaces between")
	}
	k := &Known{Kind: Country, Code: r.columns[0], Name: r.columns[1]}
	if !isCode(k.Code) {
		return r.errorf(r.line, "bad code %q, want three capital letters", k.Code)
	}
	keys := []string{"also", "adj", "people", "minority", "capital", "metonym", "sector", "years", "leader"}
	if err := l.fill(k, r, keys...); err != nil {
		return err
	}
	k.ID = "country/" + k.Code
	if k.Sector != "" { // a breakaway territory under the code of the country it belongs to
		k.ID += "/" + k.Name
	} else {
		if l.countries[k.Code] != nil {
			return r.errorf(r.line, "code %s is given twice", k.Code)
		}
		l.countries[k.Code] = k
	}
	return l.add(k, r)
}

// addOrganization adds a record of organizations.txt: CODE  Name.
func (l *loader) addOrganization(r *actorRecord) error {
	if len(r.columns) != 2 {
		return r.errorf(r.line, "want a code and a name, two spaces between")
	}
	k := &Known{Kind: Organization, Code: r.columns[0], Name: r.columns[1], ID: "organization/" + r.columns[1]}
	if err := l.checkCode(k.Code); err != nil {
		return r.errorf(r.line, "%w", err)
	}
	if err := l.fill(k, r, "also", "adj", "people", "metonym", "sector", "years"); err != nil {
		return err
	}
	return l.add(k, r)
}

// addSeat adds a record of seats.txt: Name.
func (l *loader) addSeat(r *actorRecord) error {
	if len(r.columns) != 1 {
		return r.errorf(r.line, "want a name alone")
	}
	k := &Known{Kind: Seat, Name: r.columns[0], ID: "seat/" + r.columns[0]}
	if err := l.fill(k, r, "also", "country", "sector", "years"); err != nil {
		return err
	}
	if len(k.Countries) > 0 {
		k.Code = k.Countries[0].Code
	}
	return l.add(k, r)
}

// addOther adds a record of others.txt: Name.
func (l *loader) addOther(r *actorRecord) error {
	if len(r.columns) != 1 {
		return r.errorf(r.line, "want a name alone")
	}
	k := &Known{Kind: Other, Name: r.columns[0], ID: "other/" + r.columns[0]}
	if err := l.fill(k, r, "also"); err != nil {
		return err
	}
	return l.add(k, r)
}

// addPerson adds a record of people.txt: Name.
func (l *loader) addPerson(r *actorRecord) error {
	if len(r.columns) != 1 {
		return r.errorf(r.line, "want a name alone")
	}
	k := &Known{Kind: Person, Name: r.columns[0], ID: "person/" + r.columns[0]}
	if first, _, several := strings.Cut(k.Name, " "); several && len(first) > 2 && !strings.Contains(first, ".") {
		l.given[strings.ToLower(first)] = true
	}
	if err := l.fill(k, r, "also", "short", "gender", "office", "country", "sector"); err != nil {
		return err
	}
	switch {
	case len(k.Countries) > 0:
		k.Code = k.Countries[0].Code
	case len(k.Offices) > 0:
		k.Code = k.Offices[0].Code
	default:
		return r.errorf(r.line, "%s has neither office nor country", k.Name)
	}
	k.Countries = nil
	for i := range k.Offices {
		o := &k.Offices[i]
		role, n := l.Role(strings.Fields(roleKey(o.Title)))
		head := n > 0 && role.Head && roleKey(role.Words) == roleKey(o.Title)
		l.held[o.Code] = append(l.held[o.Code], holding{k, o, roleKey(o.Title), head})
	}
	return l.add(k, r)
}

// addGiven adds a record of given.txt: f or m.
func (l *loader) addGiven(r *actorRecord) error {
	if len(r.columns) != 1 || r.columns[0] != "f" && r.columns[0] != "m" {
		return r.errorf(r.line, "want f or m alone")
	}
	for _, f := range r.fields {
		if f.key != "names" {
			return r.errorf(f.line, "unknown key %q, want names", f.key)
		}
		for _, name := range f.values {
			l.gender[strings.ToLower(name)] = r.columns[0][0]
		}
	}
	return nil
}

// fill sets the fields of k that do not name it.
func (l *loader) fill(k *Known, r *actorRecord, keys ...string) error {
	for _, f := range r.fields {
		if !slices.Contains(keys, f.key) {
			return r.errorf(f.line, "unknown key %q, want one of %s", f.key, strings.Join(keys, ", "))
		}
		if err := l.fillField(k, f); err != nil {
			return r.errorf(f.line, "%s: %w", f.key, err)
		}
	}
	return nil
}

func (l *loader) fillField(k *Known, f actorField) (err error) {
	switch f.key {
	case "office":
		office, err := l.parseOffice(f.values)
		k.Offices = append(k.Offices, office)
		return err
	case "country":
		return l.fillCountry(k, f)
	case "leader":
		l.leaders[k.Code] = append(l.leaders[k.Code], f.values...)
		return nil
	case "sector", "gender", "years":
		if len(f.values) != 1 {
			return fmt.Errorf("want one value, not %d", len(f.values))
		}
	}
	switch f.key {
	case "sector":
		k.Sector = f.values[0]
		return checkSector(k.Sector)
	case "years":
		k.From, k.To, err = parseDays(f.values[0])
		return err
	case "gender":
		k.Female, k.Male = f.values[0] == "f", f.values[0] == "m"
		if !k.Female && !k.Male {
			return fmt.Errorf("bad value %q, want f or m", f.values[0])
		}
	}
	return nil
}

func (l *loader) fillCountry(k *Known, f actorField) error {
	for _, value := range f.values {
		code, from, to, err := cutDays(value)
		if err != nil {
			return err
		}
		if l.countries[code] == nil {
			return fmt.Errorf("no country has the code %q", code)
		}
		k.Countries = append(k.Countries, Belonging{Code: code, From: from, To: to})
	}
	return nil
}

// parseOffice parses "president, SUN, GOV, 1990-03-15..1991-12-25".
func (l *loader) parseOffice(values []string) (Office, error) {
	if len(values) != 4 {
		return Office{}, fmt.Errorf("want title, code, sector, days; not %d values", len(values))
	}
	o := Office{Title: values[0], Code: values[1], Sector: values[2]}
	if err := l.checkCode(o.Code); err != nil {
		return o, err
	}
	if err := checkSector(o.Sector); err != nil {
		return o, err
	}
	var err error
	o.From, o.To, err = parseDays(values[3])
	return o, err
}

// add keeps k and enters its names.
func (l *loader) add(k *Known, r *actorRecord) error {
	if l.known[k.ID] != nil {
		return r.errorf(r.line, "%s is given twice", k.ID)
	}
	l.known[k.ID] = k
	if err := l.name(k, AsName, k.Name); err != nil {
		return r.errorf(r.line, "%w", err)
	}
	for _, f := range r.fields {
		as, ok := namingKey(f.key)
		if !ok {
			continue
		}
		for _, value := range f.values {
			if err := l.name(k, as, value); err != nil {
				return r.errorf(f.line, "%s: %w", f.key, err)
			}
		}
	}
	return nil
}

// name enters a name of k, which may end in the days on which it was in use. The name of a seat
// with a sector also stands for the country's government.
func (l *loader) name(k *Known, as As, value string) error {
	name, from, to, err := cutDays(value)
	if err != nil {
		return err
	}
	if err := l.enter(&sense{known: k, as: as, from: from, to: to}, name); err != nil {
		return err
	}
	if k.Kind != Seat || k.Sector == "" {
		return nil
	}
	for _, b := range k.Countries {
		s := &sense{known: l.countries[b.Code], as: AsMetonym, from: b.From, to: b.To}
		if err := l.enter(s, name); err != nil {
			return err
		}
	}
	return nil
}

// enter puts s into the trie under the name. The article of "the Élysée" is no part of the name.
func (l *loader) enter(s *sense, name string) error {
	var form []byte
	for word := range strings.FieldsSeq(strings.TrimPrefix(name, "the ")) {
		var kind tokenKind
		if form, kind = appendPieces(form, word); kind != lettered {
			return fmt.Errorf("name %q has a word without letters, or with a sign that names do not have", name)
		}
	}
	s.form = string(form)
	if s.form == "" {
		return fmt.Errorf("name %q is empty", name)
	}
	s.letters = len(s.form) - strings.Count(s.form, " ")
	for _, other := range l.names.at(s.form) {
		if s.form == other.form && s.known == other.known && s.as == other.as &&
			s.from == other.from && s.to == other.to {
			return nil // another spelling of the same
		}
	}
	l.names.add(s.form, s)
	return nil
}

// checkCode checks the code of an organization or office: a country's, or one of those that PLOVER
// has for what belongs to no country.
func (l *loader) checkCode(code string) error {
	switch code {
	case "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC":
		return nil
	}
	if l.countries[code] == nil {
		return fmt.Errorf("no country has the code %q", code)
	}
	return nil
}

// checkSector checks a sector code against PLOVER's list (manual, "Actors").
func checkSector(sector string) error {
	switch sector {
	case "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK",
		"AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC":
		return nil
	}
	return fmt.Errorf("bad sector %q", sector)
}

func isCode(code string) bool {
	return len(code) == 3 && strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
