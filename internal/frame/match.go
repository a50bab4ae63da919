package frame

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// match makes a frame of every entry of every word.
func (f *finder) match() {
	for i := range f.d.Tokens {
		t := f.tok(i)
		form := strings.ToLower(t.Form)
		for _, e := range f.lex.Preposition(form) {
			if f.isPreposition(e, i) {
				f.frames = append(f.frames, f.fill(e, i, -1))
			}
		}
		if deed := f.deedNoun(i) && !slices.ContainsFunc(f.entries(i), isNoun); deed || f.gerundNoun(i) {
			for _, e := range f.lex.Inflected(form) {
				if e.UPOS == "VERB" && (!deed || hostile[e.Makes.Type]) {
					f.frames = append(f.frames, f.fill(e, i, i))
				}
			}
		}
		for _, e := range f.entries(i) {
			if !fits(e.UPOS, t) && !(isVerb(e) && (f.passiveAdjective(i) || f.planning(i))) {
				continue
			}
			for _, carrier := range f.carriers(e, i) {
				f.frames = append(f.frames, f.fill(e, i, carrier))
			}
		}
	}
}

// entries returns the entries of the word at token i: of the whole word when a hyphen divides it.
func (f *finder) entries(i int) []*lexicon.Entry {
	t := f.tok(i)
	lemma, form := strings.ToLower(t.Lemma), strings.ToLower(t.Form)
	if before, ok := f.hyphenated(i); ok {
		for _, join := range []string{"-", ""} {
			if whole := f.lex.Lookup(before+join+lemma, before+join+form); whole != nil {
				return whole
			}
		}
	}
	entries := f.lex.Lookup(lemma, form)
	if a, ok := american(lemma); ok { // the lexicon may have a word in both spellings, each with other senses
		entries = slices.Concat(entries, f.lex.Lookup(a, a))
	}
	if t.UPOS == "VERB" && !slices.ContainsFunc(entries, isVerb) || f.passiveAdjective(i) { // a lemmatizer errs on "shot"
		entries = slices.Concat(entries, slices.DeleteFunc(slices.Clone(f.lex.Inflected(form)), func(e *lexicon.Entry) bool { return !isVerb(e) }))
	}
	return entries
}

// american returns the spelling with z of a word that is written with s: "demobilise", "demobilisation".
func american(lemma string) (string, bool) {
	if stem, ok := strings.CutSuffix(lemma, "isation"); ok {
		return stem + "ization", len(stem) > 3
	}
	stem, ok := strings.CutSuffix(lemma, "ise")
	return stem + "ize", ok && len(stem) > 3
}

// planning reports whether the tagger takes the verb at token i, which has a subject and an infinitive, for a noun: "the
// king plans to visit Chad".
func (g grammar) planning(i int) bool {
	t := g.tok(i)
	return t.XPOS == "NNS" && aiming[strings.ToLower(t.Lemma)] && g.d.Child(i, "nsubj") >= 0 && g.d.Child(i, "cop", "case", "det") < 0 &&
		slices.ContainsFunc(g.children(i, "acl", "xcomp", "advcl"), g.infinitive)
}

// aiming names verbs of what somebody is about to do whose third person looks like a noun.
var aiming = doc.WordSet("plan aim hope vow pledge promise offer move bid struggle attempt")

func isVerb(e *lexicon.Entry) bool { return e.UPOS == "VERB" }

func isNoun(e *lexicon.Entry) bool { return e.UPOS == "NOUN" }

// fits reports whether a token may be the head word of an entry of a part of speech. Participles
// used as adjectives and gerunds used as nouns count as what their entry says.
func fits(upos string, t *doc.Token) bool {
	switch upos {
	case "VERB":
		return t.UPOS == "VERB" || t.UPOS == "AUX"
	case "NOUN":
		return t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "ADJ" && (t.Rel() == "obj" || t.Rel() == "nsubj") // "began a fast"
	case "ADJ":
		return t.UPOS == "ADJ" || t.UPOS == "VERB" || t.UPOS == "ADV"
	}
	return false
}

// isPreposition reports whether token i begins the preposition of the entry: "according_to".
func (f *finder) isPreposition(e *lexicon.Entry, i int) bool {
	h := f.tok(i).Head
	return h >= 0 && f.preposition(h) == strings.ReplaceAll(e.Lemma, "_", " ") && f.d.Child(h, "case", "mark") == i
}

// carriers returns the verbs that may carry the head word: itself for a verb or adjective, the
// light verbs around a noun, -1 for a noun that stands alone. Without its light verb an entry makes
// one frame with carrier -2, which is broken.
func (f *finder) carriers(e *lexicon.Entry, i int) []int {
	switch {
	case e.UPOS != "NOUN":
		return []int{i}
	case e.Light == nil:
		return []int{-1}
	}
	if f.d.Child(i, "cop") >= 0 && e.Carries("be", "be") { // "have been on strike"
		return []int{i}
	}
	for n, c := 0, i; n < maxClimb; n++ {
		t := f.tok(c)
		if t.Deprel == "acl" || t.Head < 0 {
			break
		}
		h := t.Head
		if e.Carries("be", "is") && f.present(c) {
			return []int{h}
		}
		switch t.Rel() {
		case "obj", "nsubj", "obl", "xcomp":
			if e.Carries(f.tok(h).Lemma, f.tok(h).Form) && (t.Rel() != "nsubj" || f.passive(h)) {
				return []int{h}
			}
			return f.reducedCarrier(e, i)
		case "conj":
			c = h
			continue
		case "nmod":
			if transparent[f.tok(h).Lemma] {
				c = h
				continue
			}
		}
		break
	}
	return f.reducedCarrier(e, i)
}

// present reports whether noun c is what somebody is in a place for: "is in Rome for talks".
func (f *finder) present(c int) bool {
	h := f.tok(c).Head
	return f.preposition(c) == "for" && f.d.Child(h, "cop") >= 0 && f.d.Child(h, "case") >= 0
}

// transparent names nouns that let a light verb through to what they count: "held a round of talks".
var transparent = doc.WordSet(`
	round series number set day night hour week month couple string lot year decade minute spell kind wave spate
	handful dozen ten hundred thousand score million package ton tonne shipment consignment batch team contingent
	convoy litre liter gallon barrel kilo kilogram line stage phase tranche piece percent % majority load planeload
	truckload total volley barrage hail salvo brigade last remainder remnant first sack bag box carton crate
	container stock fleet column group unit type variety amount quantity pair trio raft slew flurry bunch draft
	version most some all many several part bulk rest half band`)

// reducedCarrier finds the light verb in a relative clause: "talks held in Vienna", "the talks that
// Cuba held".
func (f *finder) reducedCarrier(e *lexicon.Entry, i int) []int {
	for c := range f.d.Children(i) {
		if f.tok(c).Rel() == "acl" && e.Carries(f.tok(c).Lemma, f.tok(c).Form) {
			return []int{c}
		}
	}
	return []int{-2}
}

// fill fills the slots of an entry at token i.
func (f *finder) fill(e *lexicon.Entry, i, carrier int) Frame {
	fr := Frame{Entry: e, Token: i, Verb: i, Words: f.word(i), Makes: e.Makes, Outer: -1}
	f.texts = e.Makes.Type == lexicon.Statement
	if carrier == -2 && f.uttered(e, i) {
		carrier = -1
	}
	if carrier == -2 {
		fr.Broken, fr.missingLight = noLight, true
		return fr
	}
	if carrier >= 0 && carrier != i {
		fr.Verb = carrier
		fr.Words = append(fr.Words, carrier)
	}
	fr.Mood = f.moodOf(i, fr.Verb, (carrier >= 0 || e.UPOS == "ADP") && !f.deedNoun(i))
	if fr.lacks, fr.Broken = f.lacksCompanion(e, i, carrier); fr.Broken != "" {
		return fr
	}
	var gaps []gap
	for s := range e.Slots {
		if g := f.fillSlot(&fr, &e.Slots[s], carrier); g.why != "" {
			gaps = append(gaps, g)
		}
	}
	if gaps = f.bridge(&fr, gaps, carrier); len(gaps) > 0 {
		fr.Broken = gaps[0].why
		fr.missingWhom = slices.ContainsFunc(gaps, func(g gap) bool {
			return g.slot.Role == lexicon.RoleRecipient && (g.phrase != nil || g.slot.NamesLemmas())
		})
		fr.missingWho = !slices.ContainsFunc(gaps, func(g gap) bool { return !isWho(g.slot.Role) })
	}
	if e.UPOS == "ADP" {
		fr.Words = append(fr.Words, f.children(i, "fixed")...)
	}
	slices.Sort(fr.Words)
	fr.Words = slices.Compact(fr.Words)
	if fr.Broken == "" && e.Makes.Type == "ASSAULT" && carrier >= 0 && f.peaceful(carrier) {
		fr.Broken = "what does it is no weapon"
	}
	return fr
}

// lacksCompanion returns the first slot for a companion, who can act apart, that token i does not satisfy, and why not; ""
// for none. Most entries of a word fail here, so it is asked first.
func (f *finder) lacksCompanion(e *lexicon.Entry, i, carrier int) (*lexicon.Slot, string) {
	for n := range e.Slots {
		s := &e.Slots[n]
		if isWho(s.Role) || s.Optional && !s.Absent {
			continue
		}
		found := -1
		for _, path := range s.Paths {
			if tokens := f.reach(s, path, i, carrier); len(tokens) > 0 {
				found = tokens[0]
				break
			}
		}
		switch {
		case s.Absent && found >= 0:
			return s, f.isThere(s, found)
		case !s.Absent && found < 0:
			return s, lacking
		}
	}
	return nil, ""
}

// peaceful reports whether the subject of verb v is a craft that carries passengers, cargo or fish.
func (f *finder) peaceful(v int) bool {
	return slices.ContainsFunc(f.logicalSubject(v, v), func(t int) bool {
		return instruments[f.tok(t).Lemma] && slices.ContainsFunc(f.children(t, "compound", "amod"), func(c int) bool {
			return carrying[strings.ToLower(f.tok(c).Lemma)]
		})
	})
}

var carrying = doc.WordSet("passenger cargo commuter fishing tourist charter civilian commercial merchant school freight ferry")

// townName reports whether token t, before a noun, is the name of a town or a region, where an attack was and not whose: “the
// Nairobi attack”.
func (f *finder) townName(t int) bool {
	m := f.d.MentionAt(t)
	if m < 0 || f.tok(t).Rel() != "compound" {
		return false
	}
	first := f.d.Mentions[m].First
	k := sort.Search(len(f.d.Toponyms), func(k int) bool { return f.d.Toponyms[k].First >= first })
	return k < len(f.d.Toponyms) && f.d.Toponyms[k].First == first && f.d.Toponyms[k].Place.Precision != "country"
}

// actsIn reports whether the phrase at token t speaks of an actor of the frame.
func (f *finder) actsIn(fr *Frame, t int) bool {
	return slices.ContainsFunc(fr.Roles(lexicon.RoleActor), func(a int) bool { return f.same(a, t) })
}

// own reports whether token t is a possessive of the frame's actors: "welcomed their return to the talks". Of persons
// one cannot tell: "rejected his plan".
func (f *finder) own(fr *Frame, t int) bool {
	m := f.d.MentionAt(t)
	if f.tok(t).XPOS != "PRP$" || m < 0 || f.d.Mentions[m].Entity < 0 {
		return false
	}
	switch strings.ToLower(f.tok(t).Form) {
	case "its", "their":
	default:
		return false
	}
	group := &f.d.Entities[f.d.Mentions[m].Entity]
	return slices.ContainsFunc(fr.Roles(lexicon.RoleActor), func(a int) bool {
		n := f.d.MentionAt(a)
		return f.same(a, t) || n >= 0 && slices.Contains(group.Members, f.d.Mentions[n].Entity)
	})
}

// modifies reports whether a step leads to token t as to a modifier or a place, which are actors only when they
// are known as such: "Israeli jets", "positions in Syria". Who is called on is no place.
func (f *finder) modifies(st lexicon.Step, t int) bool {
	switch st.Rel {
	case "amod", "inside", "compound":
		return true
	case "obl":
		if f.preposition(t) == "on" && slices.Contains(st.Preps, "upon") && f.tok(t).XPOS != "NNP" {
			return false
		}
		return slices.ContainsFunc(st.Preps, func(p string) bool { return locative[p] })
	}
	return false
}

var locative = map[string]bool{"in": true, "at": true, "near": true, "on": true, "along": true, "around": true, "inside": true, "outside": true, "off": true}

func isWho(r lexicon.SlotRole) bool {
	return r == lexicon.RoleActor || r == lexicon.RoleRecipient || r == lexicon.RoleBoth
}

// A gap is a slot that nothing fills.
type gap struct {
	slot   *lexicon.Slot
	phrase []int  // what stands there but is no actor itself
	place  []int  // the place that stands there, of which nobody knows whose it is
	why    string // "" when the slot is filled
}

// fillSlot fills a slot of the frame by the first of its paths that leads to something that fits.
func (f *finder) fillSlot(fr *Frame, s *lexicon.Slot, carrier int) gap {
	g := gap{slot: s}
	for _, path := range s.Paths {
		tokens := f.reach(s, path, fr.Token, carrier)
		if len(tokens) == 0 {
			continue
		}
		if s.Absent {
			g.why = f.isThere(s, tokens[0])
			return g
		}
		if g.why = f.put(fr, s, tokens, path); g.why == "" {
			return g
		}
		if g.phrase == nil && (manner[f.tok(tokens[0]).Lemma] || f.preposition(tokens[0]) == "to" || !f.modifies(path[len(path)-1], tokens[0])) {
			g.phrase = tokens
		}
		if g.place == nil && path[len(path)-1].Rel == "obl" {
			g.place = tokens
		}
	}
	switch {
	case f.lookInside(fr, s, g.phrase), s.Absent, s.Optional:
		g.why = ""
	case g.why == "":
		g.why = nothingFills(s)
	}
	return g
}

// reach returns where a path of slot s leads from the head word. Of coordinated verbs that must not be there the first one
// tells: "ready to talk and go home".
func (f *finder) reach(s *lexicon.Slot, path lexicon.Path, head, carrier int) []int {
	tokens := f.follow(path, head, carrier)
	if s.Absent {
		tokens = slices.DeleteFunc(tokens, func(t int) bool { return verbal(f.tok(t)) && f.tok(t).Rel() == "conj" })
	}
	return tokens
}

// follow goes a path from the head word and returns where it leads.
func (f *finder) follow(path lexicon.Path, head, carrier int) []int {
	if !path.Fillable(f.wordsAround(head)) {
		return nil
	}
	tokens := []int{head}
	at := carrier
	for n, step := range path {
		var next []int
		for _, t := range tokens {
			if n > 0 {
				at = t
			}
			next = append(next, f.fillers(step, t, at)...)
		}
		tokens = next
	}
	return slices.DeleteFunc(tokens, func(t int) bool { return t == head })
}

// put puts the tokens into the slot, or returns why they cannot fill it.
func (f *finder) put(fr *Frame, s *lexicon.Slot, tokens []int, path lexicon.Path) string {
	if s.Role == lexicon.RoleNone {
		fr.Words = append(fr.Words, tokens[0])
		if f.d.Negates(tokens[0]) || none[strings.ToLower(f.tok(tokens[0]).Form)] {
			// Part of what the entry says, which holds now: "will never bow to pressure".
			fr.Mood = Mood{Past: fr.Mood.Past, Infinite: fr.Mood.Infinite}
		}
		return ""
	}
	if s.Role == lexicon.RoleRecipient && f.eachOther(fr, tokens[0]) {
		return ""
	}
	kept := tokens
	if isWho(s.Role) {
		if kept = f.actorsAmong(tokens, fr, s, last(path)); len(kept) == 0 {
			return fmt.Sprintf("%s “%s” is no actor", s.Brief(), f.tok(tokens[0]).Form)
		}
	}
	if s.Role == lexicon.RoleBoth && len(kept) == 1 {
		kept = f.eachNation(kept[0])
	}
	if s.Role == lexicon.RoleBoth && len(kept) < 2 && !f.plural(kept[0]) {
		if end := last(path); end.Rel == "nsubj" && f.joined(fr, s, kept[0]) {
			return ""
		}
		return fmt.Sprintf("%s “%s” is one alone", s.Brief(), f.tok(kept[0]).Form)
	}
	for _, t := range kept {
		fr.Fillers = append(fr.Fillers, Filler{Role: s.Role, Token: t, Slot: s.Text})
	}
	if last(path).Rel == "inside" && s.Role == lexicon.RoleRecipient && s.Optional {
		fr.loose = true
	}
	if last(path).Lemmas != nil {
		fr.Words = append(fr.Words, kept[0])
	}
	return ""
}

// toCourt reports whether token t only says where a quarrel goes: "take the matter to court".
func (g grammar) toCourt(t int) bool {
	return g.tok(t).Lemma == "court" && g.preposition(t) == "to" && g.d.Child(t, "det", "amod", "compound", "nmod:poss", "nmod") < 0
}

// actorsAmong returns those of the tokens, to which the last step of a path has led, who can act in the slot, or who
// stand for them.
func (f *finder) actorsAmong(tokens []int, fr *Frame, s *lexicon.Slot, end lexicon.Step) []int {
	if len(tokens) > 1 { // what the entry names is nobody: "declared the union an illegal body"
		tokens = slices.DeleteFunc(slices.Clone(tokens), func(t int) bool { return t != fr.Token && slices.Contains(fr.Words, t) })
	}
	var kept []int
	for _, t := range tokens {
		fits := f.actorLike
		if f.modifies(end, t) && end.Rel != "inside" { // inside has looked already
			fits = f.known
		}
		switch {
		case t != fr.Token && f.counted(t) == fr.Token: // "made dozens of arrests"
		case s.Role == lexicon.RoleRecipient && f.toCourt(t):
		case end.Rel == "inside" && s.Role == lexicon.RoleRecipient && expels(fr) && f.sameState(fr, t): // "expelled aid agencies from Darfur"
		case s.Role == lexicon.RoleActor && end.Rel == "amod" && fr.Entry.Makes.Type == "ASSAULT" && f.townName(t):
		case s.Role == lexicon.RoleRecipient && (f.own(fr, t) || slices.Contains(fr.Roles(lexicon.RoleActor), t)):
		case fits(t), end.Rel == "obl" && f.tok(t).XPOS == "NNS" && person(strings.ToLower(f.tok(f.counted(t)).Lemma)):
			kept = append(kept, t)
		case f.counted(t) != t && fits(f.counted(t)):
			kept = append(kept, f.counted(t)) // "shot at one of its patrols"
		case s.Role == lexicon.RoleActor && written[strings.ToLower(f.tok(t).Lemma)]:
			kept = append(kept, f.writer(t, fr.Verb)...) // "a United Nations report accused Syria"
		default:
			kept = append(kept, f.namedBy(t)...)
		}
	}
	return kept
}

// expels reports whether the frame is of those who are sent out of a country.
func expels(fr *Frame) bool {
	return fr.Entry.Makes.Type == "SANCTION" && slices.Contains(fr.Entry.Makes.Modes, "expel")
}

// joined fills a slot for several, of whom the sentence names one as the subject and the others with "with": "Russia
// traded prisoners with Ukraine".
func (f *finder) joined(fr *Frame, s *lexicon.Slot, first int) bool {
	var with []int
	for _, t := range f.whole(f.coordinated(f.obliques(fr.Token, fr.Verb, []string{"with"}))) {
		if f.actorLike(t) && !inTime(f.d, t) && !f.same(first, t) {
			with = append(with, t)
		}
	}
	if len(with) == 0 || first == with[0] {
		return false
	}
	fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleActor, Token: first, Slot: s.Text})
	fr.joined = true // an entry that asks for "with" itself says more
	for _, t := range with {
		fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: s.Text})
	}
	return true
}

func last(p lexicon.Path) lexicon.Step { return p[len(p)-1] }

// plural reports whether the phrase headed by t names several: by its group, or by its number.
func (f *finder) plural(t int) bool {
	if m := f.d.MentionAt(t); m >= 0 {
		if e := f.d.Mentions[m].Entity; e >= 0 && len(f.d.Entities[e].Members) > 1 {
			return true
		}
	}
	switch strings.ToLower(f.tok(t).Form) {
	case "they", "we", "both", "two":
		return true
	}
	return f.tok(t).XPOS == "NNS" || f.tok(t).XPOS == "NNPS"
}
