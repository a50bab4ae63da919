package lexicon

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
)

// Actors are the countries, organizations, people, seats of power and roles that the lexicon knows
// by name. It is made from the text files of folder actors by LoadActors, does not change after
// that, and may be used from many goroutines.
type Actors struct {
	known     map[string]*Known // by ID
	countries map[string]*Known // by code
	leaders   map[string][]string
	held      map[string][]holding // by country or organization code
	names     nameTrie[*sense]
	roles     nameTrie[*Role]
	given     map[string]bool // first words of the names of persons, in small letters
	gender    map[string]byte // given names, in small letters, to 'm' or 'f'
}

// A holding is an office together with the one who held it.
type holding struct {
	person *Known
	office *Office
	title  string // folded by roleKey
	head   bool
}

// GivenName reports whether a person of the lexicon has the word, in small letters, for the first of his
// names: "mikhail", "angela".
func (a *Actors) GivenName(word string) bool { return a.given[word] }

// Gender returns 'm' or 'f' when the given name, in small letters, tells that its bearer is spoken of as he or
// as she; 0 when it does not.
func (a *Actors) Gender(name string) byte { return a.gender[name] }

// Country returns the country with the code, ISO 3166-1 alpha-3 or one of PLOVER's, among them
// those that have ended; nil when there is none.
func (a *Actors) Country(code string) *Known { return a.countries[code] }

// Known returns what has the identifier, nil when nothing has.
func (a *Actors) Known(id string) *Known { return a.known[id] }

// Match returns every meaning of the longest name that begins at words[0] and ends at the end of a
// word; words are tokens as written. A name is found whatever its accents, its apostrophes and its
// hyphens, and in its own case or, from four letters on, in capitals; a person's also with a middle
// initial. Meanings that hold today come
// first: whoever reads older text takes the first that is On the day.
func (a *Actors) Match(words []string) []Match {
	var buffer [96]byte
	var stops [maxStops]stop[*sense]
	form, n := a.names.walk(words, buffer[:0], &stops)
	for n--; n >= 0; n-- {
		end := &stops[n]
		var matches []Match
		for _, s := range end.node.values {
			if s.fits(form[:end.form]) && (!end.initial || s.known.Kind == Person) {
				matches = append(matches, Match{Len: end.tokens, Known: s.known, As: s.as, From: s.from, To: s.to})
			}
		}
		if matches != nil {
			return matches
		}
	}
	return nil
}

// Role returns the longest role that begins at lemmas[0] and how many lemmas it has, 0 when there
// is none. Lemmas are those of UD; their case does not matter.
func (a *Actors) Role(lemmas []string) (Role, int) {
	var buffer [96]byte
	var stops [maxStops]stop[*Role]
	_, n := a.roles.walk(lemmas, buffer[:0], &stops)
	for n--; n >= 0; n-- {
		if !stops[n].initial {
			return *stops[n].node.values[0], stops[n].tokens
		}
	}
	return Role{}, 0
}

// Holder returns the one person who held the title of the country or organization on the date:
// the "president" of SUN on 1991-01-15. The title may be any role that speaks of an office ("premier",
// "top diplomat"). A leader, where several heads are known, is the one whose title the country's
// record names. It returns nil when nobody is known, or more than one, or the date is unknown.
func (a *Actors) Holder(code, title, date string) *Known {
	if settled(date) == "" {
		return nil
	}
	titles, every := a.titles(title)
	person, unique := a.holder(code, titles, every, date)
	if unique || !every {
		return person
	}
	for _, leader := range a.leaders[code] {
		titles, _ := a.titles(leader)
		if person, _ := a.holder(code, titles, false, date); person != nil {
			return person
		}
	}
	return nil
}

// titles returns the folded titles that the words may speak of, and whether they may speak of any
// head of state or government.
func (a *Actors) titles(words string) (titles []string, every bool) {
	key := roleKey(words)
	titles = append(titles, key)
	if role, n := a.Role(strings.Fields(key)); n > 0 && roleKey(role.Words) == key {
		for _, title := range role.Means {
			if title == "*" {
				every = true
			} else {
				titles = append(titles, roleKey(title))
			}
		}
	}
	return titles, every
}

// holder returns the only person who held one of the titles on every day of the date. The person
// is nil when there is none; unique is false when there is more than one.
func (a *Actors) holder(code string, titles []string, every bool, date string) (person *Known, unique bool) {
	for i := range a.held[code] {
		h := &a.held[code][i]
		if !(every && h.head || slices.Contains(titles, h.title)) || !overlaps(h.office.From, h.office.To, date) {
			continue
		}
		if person != nil && person != h.person {
			return nil, false
		}
		person = h.person
	}
	if person != nil && !a.coversOffice(code, person, titles, every, date) {
		return nil, true
	}
	return person, true
}

// coversOffice reports whether one of the person's offices under the titles lasted for all of date.
func (a *Actors) coversOffice(code string, person *Known, titles []string, every bool, date string) bool {
	return slices.ContainsFunc(a.held[code], func(h holding) bool {
		return h.person == person && (every && h.head || slices.Contains(titles, h.title)) &&
			covers(h.office.From, h.office.To, date)
	})
}

// roleKey folds the words of a role as its trie does: lower case, pieces parted by one space.
func roleKey(words string) string {
	var form []byte
	for word := range strings.FieldsSeq(words) {
		form, _ = appendPieces(form, word)
	}
	return strings.TrimSuffix(string(appendLower(nil, form)), " ")
}

// LoadActors reads countries.txt, organizations.txt, roles.txt, people.txt, people/*.txt, seats.txt, others.txt
// and given.txt of folder actors in fsys. The head of each file tells its form. Phases: read records; make a Known of each;
// check codes against each other; put names in order.
//
// Layers over it may hold any of these files. A record of theirs is added, or takes the place of the
// one with the same code (countries), name or words (roles); then come their dictionaries.
func LoadActors(fsys fs.FS, over ...Layer) (*Actors, error) {
	var l Lexicon
	if err := l.loadActors(append([]Layer{{FS: fsys}}, over...)); err != nil {
		return nil, err
	}
	return l.Actors, nil
}

// loadActors reads the actors of the layers, with what dictionaries discard.
func (l *Lexicon) loadActors(layers []Layer) error {
	load := loader{
		Actors: &Actors{
			known:     make(map[string]*Known),
			countries: make(map[string]*Known),
			leaders:   make(map[string][]string),
			held:      make(map[string][]holding),
			given:     make(map[string]bool),
			gender:    make(map[string]byte),
		},
		roleLayer: make(map[string]int),
	}
	for n, add := range []func(*actorRecord) error{
		load.addCountry, load.addOrganization, load.addRole, load.addPerson, load.addSeat, load.addOther, load.addGiven,
	} {
		records, err := readActorLayers(layers, "actors/"+actorFiles[n])
		if err != nil {
			return err
		}
		for i := range records {
			if err := add(&records[i]); err != nil {
				return err
			}
		}
	}
	for _, y := range layers[1:] {
		s, err := surveyLayer(y)
		if err != nil {
			return err
		}
		l.Notes = append(l.Notes, s.notes...)
		for _, f := range s.dictionaries {
			l.addDictionary(&load, y, f)
		}
	}
	load.finishDictionaries()
	order(&load.names.root)
	l.Actors = load.Actors
	return nil
}

// order puts the senses of every name in the order in which Match returns them.
func order(node *trieNode[*sense]) {
	slices.SortStableFunc(node.values, func(s, t *sense) int {
		return cmp.Or(
			cmp.Compare(s.ended(), t.ended()),
			cmp.Compare(s.as, t.as),
			cmp.Compare(s.known.Kind, t.known.Kind),
			cmp.Compare(s.known.ID, t.known.ID))
	})
	for _, child := range node.next {
		order(child)
	}
}

// ended is 1 when the name or what it names belongs to the past, otherwise 0.
func (s *sense) ended() int {
	if s.to != "" || s.known.To != "" {
		return 1
	}
	return 0
}
