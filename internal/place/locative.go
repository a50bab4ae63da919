package place

import (
	"strings"

	"readout/internal/doc"
)

// Prepositions that make a place of the name after them, whatever governs them.
var locative = doc.WordSet("in inside into near outside around throughout via within across toward towards over above through")

// Prepositions that make a place only where something moves or happens.
var directional = doc.WordSet("to from at for of")

// Words of movement: with "to", "from" and "for", or with the place as their object.
var movement = doc.WordSet(`arrive arrival back bind bound bring come deport depart departure drive escape
	evacuate expel extradite flee flight fly go head invitation invite journey leave march move
	passage return road route stop stopover tour transfer transit travel trip visit voyage walk
	way withdraw withdrawal`)

// Verbs whose object is a place when it is a capital, a seat or a country.
var placeObject = doc.WordSet("visit leave reach enter tour depart flee quit exit")

// Nouns that may stand before "of" and a place.
var placeNoun = doc.WordSet(`airport area border capital center centre city coast district east edge island
	north outskirts part port province quarter region south square street suburb town village
	west`)

// Nouns after a toponym that speak of its government, not of the place: "Moscow officials".
var governing = doc.WordSet(`administration ally attitude authority claim decision decree delegation
	demand diplomacy diplomat envoy foe government initiative leadership line official plan policy
	position proposal reaction regime rejection response side source spokesman spokesperson
	spokeswoman stance statement strategy view warning aide relation relations tie ties`)

// Nouns before "at" and a toponym that speak of its government: "anger at Moscow".
var aimed = doc.WordSet("anger angry aim aimed direct directed fury furious frustration irritation outrage outraged level jab swipe criticism")

// isPlace reports whether the toponym is used as a place. The words around it decide wherever
// they can, since the parse may be wrong; last is the toponym before it in the sentence.
func (s *scan) isPlace(t, last toponym) bool {
	if t.end < s.end && s.isPossessive(t.end) {
		return false
	}
	if s.modifies(t) {
		return !t.state && !s.speaksOfGovernment(t.end)
	}
	if last.end == t.first && t.first > s.first { // "Austin Texas"
		return last.used
	}
	if s.nextIsItsCountry(t) {
		return true
	}
	before := s.beforeName(t.first)
	if before < s.first {
		return s.isObjectOfMovement(t)
	}
	word := s.lemma(before)
	if s.d.Tokens[before].UPOS == "ADP" || locative[word] || directional[word] {
		return s.prepositionMakesPlace(before, word, t)
	}
	if last.end > 0 && s.joins(last.end, before) {
		return last.used && last.state == t.state
	}
	return s.isObjectOfMovement(t)
}

// beforeName returns the last token before the name that is no article, adjective or noun of
// its phrase ("in downtown Moscow", "at the Moscow Kremlin"); first-1 when there is none.
func (s *scan) beforeName(first int) int {
	i := first - 1
	for ; i >= s.first; i-- {
		switch s.d.Tokens[i].UPOS {
		case "DET", "ADJ":
			continue
		case "ADV":
			if s.lemma(i) == "nearby" {
				continue
			}
		}
		break
	}
	return i
}

func (s *scan) prepositionMakesPlace(at int, word string, t toponym) bool {
	switch {
	case locative[word]:
		return true
	case word == "at":
		return !s.near(at, 2, aimed) && !aimed[s.governor(t)]
	case word == "of":
		return at > s.first && placeNoun[s.lemma(at-1)]
	case directional[word]:
		return s.near(at, 5, movement) || movement[s.governor(t)]
	}
	return false
}

// near reports whether one of the n tokens before i is one of the words, with no other clause
// between: a comma or a verb that is no such word ends the search.
func (s *scan) near(i, n int, words map[string]bool) bool {
	for k := i - 1; k >= s.first && k >= i-n; k-- {
		if words[s.lemma(k)] {
			return true
		}
		if t := &s.d.Tokens[k]; t.UPOS == "VERB" || t.UPOS == "PUNCT" {
			return false
		}
	}
	return false
}

// governor returns the lemma of the token that governs the name, past coordination and apposition.
func (s *scan) governor(t toponym) string {
	for i, steps := t.end-1, 0; steps < 8; steps++ {
		tok := &s.d.Tokens[i]
		if tok.Head < s.first || tok.Head >= s.end {
			return ""
		}
		inside := tok.Head >= t.first && tok.Head < t.end
		i = tok.Head
		if rel := tok.Rel(); !inside && rel != "conj" && rel != "appos" && rel != "flat" {
			return s.lemma(i)
		}
	}
	return ""
}

// isObjectOfMovement reports whether the toponym is what someone visits, leaves or reaches.
func (s *scan) isObjectOfMovement(t toponym) bool {
	if before := s.beforeName(t.first); before >= s.first && placeObject[s.lemma(before)] {
		return s.d.Tokens[before].UPOS == "VERB"
	}
	for i := t.first; i < t.end; i++ {
		tok := &s.d.Tokens[i]
		if tok.Rel() == "obj" && tok.Head >= s.first && tok.Head < s.end {
			return placeObject[s.lemma(tok.Head)]
		}
	}
	return false
}

// modifies reports whether a noun that the name belongs to follows: "the Geneva summit".
func (s *scan) modifies(t toponym) bool {
	if t.end >= s.end {
		return false
	}
	next := &s.d.Tokens[t.end]
	if next.UPOS != "NOUN" && next.UPOS != "ADJ" && next.Form != "-" {
		return false
	}
	for i := t.first; i < t.end; i++ {
		switch s.d.Tokens[i].Rel() {
		case "compound", "amod", "nmod":
			if h := s.d.Tokens[i].Head; h >= t.end && h < t.end+4 {
				return true
			}
		}
	}
	return next.UPOS == "NOUN" && t.end == s.nounEnd(t.end)-1 && s.d.Tokens[t.end].Rel() != "obl"
}

// speaksOfGovernment reports whether the noun phrase from i on ends in a noun that a government
// has, or holds someone's role: "Kremlin policy", "Kremlin spokesman".
func (s *scan) speaksOfGovernment(i int) bool {
	last := s.nounEnd(i) - 1
	if s.lemma(i) == "-" {
		return true
	}
	if governing[s.lemma(last)] {
		return true
	}
	var lemmas [6]string
	n := 0
	for k := i; k <= last && n < len(lemmas); k++ {
		lemmas[n] = s.lemma(k)
		n++
	}
	for k := range n {
		if _, length := s.actors.Role(lemmas[k:n]); length > 0 {
			return true
		}
	}
	return false
}

// Prepositions before a toponym that speaks for its government, besides those of directional: "talks with
// Moscow", "a letter to Moscow".
var toGovernments = doc.WordSet("with against between by")

// speaksForGovernment reports whether a toponym that is not used as a place does something, owns
// something, or has something done with it, as governments do.
func (s *scan) speaksForGovernment(t toponym) bool {
	if t.end < s.end && s.isPossessive(t.end) || s.modifies(t) {
		return true
	}
	if before := s.beforeName(t.first); before >= s.first && (toGovernments[s.lemma(before)] || directional[s.lemma(before)]) {
		return true
	}
	for i := t.first; i < t.end; i++ {
		switch s.d.Tokens[i].Rel() {
		case "nsubj", "obj", "iobj":
			return true
		}
	}
	return false
}

// nounEnd returns one past the run of nouns and adjectives that begins at i, at least i+1.
func (s *scan) nounEnd(i int) int {
	end := i + 1
	for end < s.end {
		if u := s.d.Tokens[end].UPOS; u != "NOUN" && u != "PROPN" {
			break
		}
		end++
	}
	return end
}

// nextIsItsCountry reports whether the name goes on with the country it lies in: "Geneva,
// Switzerland".
func (s *scan) nextIsItsCountry(t toponym) bool {
	if t.state || t.end+1 >= s.end || s.forms[t.end] != "," {
		return false
	}
	next, _, ok := s.toponymAt(t.end + 1)
	return ok && next.state && next.country == t.country
}

// joins reports whether only a conjunction or a comma stands between the end of one name and
// the token at.
func (s *scan) joins(end, at int) bool {
	if at < end || at-end > 1 {
		return false
	}
	for i := end; i <= at; i++ {
		if f := s.forms[i]; f != "," && f != "and" && f != "or" && f != "/" {
			return false
		}
	}
	return true
}

func (s *scan) isPossessive(i int) bool {
	t := &s.d.Tokens[i]
	return t.XPOS == "POS" || t.UPOS == "PART" && strings.HasSuffix(t.Form, "s") && t.Form != "s"
}

func (s *scan) lemma(i int) string {
	t := &s.d.Tokens[i]
	if t.Lemma == "" || t.Lemma == "_" {
		return strings.ToLower(t.Form)
	}
	return strings.ToLower(t.Lemma)
}
