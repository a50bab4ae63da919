package lexicon

import (
	"fmt"
	"strings"
)

// SlotRole is what the filler of a slot is to the record.
type SlotRole string

// The roles of slots.
const (
	RoleNone      SlotRole = ""          // a condition: the companion must be there, but fills nothing
	RoleActor     SlotRole = "actor"     // PLOVER actor
	RoleRecipient SlotRole = "recipient" // PLOVER recipient
	RoleBoth      SlotRole = "each"      // several, each the other's actor and recipient
	RoleEvent     SlotRole = "event"     // the embedded happening of an operator
	RoleTheme     SlotRole = "theme"     // what it is about
	RoleSource    SlotRole = "source"    // attribution: who speaks
	RoleContent   SlotRole = "content"   // attribution: what is said
	RoleAddressee SlotRole = "addressee" // attribution: to whom
)

var slotRoles = map[SlotRole]bool{
	RoleActor: true, RoleRecipient: true, RoleBoth: true, RoleEvent: true,
	RoleTheme: true, RoleSource: true, RoleContent: true, RoleAddressee: true,
}

// A Slot is one companion of the head word: where it stands, and what it is to the record.
type Slot struct {
	Paths    []Path // alternatives, the first that is filled counts
	Role     SlotRole
	Optional bool   // written with a final ?
	Absent   bool   // written with a leading !: the companion must not be there
	Text     string // as written in the lexicon
}

// Brief returns the slot as written, of long lists of lemmas only the first ones.
func (s *Slot) Brief() string {
	const most = 4
	if strings.Count(s.Text, "|") < most {
		return s.Text
	}
	var b strings.Builder
	for i, piece := range strings.Split(s.Text, "(") {
		list, rest, listed := strings.Cut(piece, ")")
		if i == 0 || !listed {
			b.WriteString(piece)
			continue
		}
		if lemmas := strings.Split(list, "|"); len(lemmas) > most {
			list = strings.Join(lemmas[:most], "|") + "|…"
		}
		b.WriteString("(" + list + ")" + rest)
	}
	return b.String()
}

// NamesLemmas reports whether the slot asks for certain words.
func (s *Slot) NamesLemmas() bool {
	for _, path := range s.Paths {
		for _, step := range path {
			if step.Lemmas != nil {
				return true
			}
		}
	}
	return false
}

// A Path leads from the head word to a companion, step by step down the tree.
type Path []Step

// A Step goes to the dependents with a relation. The relations are logical ones: package frame
// finds the nsubj of a passive verb in its by-phrase.
type Step struct {
	Rel    string   // nsubj, obj, iobj, obl, poss, amod, xcomp, ccomp, advcl, or any UD relation
	Preps  []string // obl, advcl: the prepositions or marks that may introduce it; nil for any
	Lemmas []string // the lemmas that the companion may have; nil for any

	hashes []uint16 // of Lemmas, for WordSet
}

// parseSlot reads PATH[|PATH…][=ROLE][?], where PATH is STEP[>STEP…] and STEP is
// REL[:PREP[/PREP…]][(LEMMA[|LEMMA…])].
func parseSlot(s string) (Slot, error) {
	slot := Slot{Text: s}
	rest := s
	rest, slot.Absent = strings.CutPrefix(rest, "!")
	rest, slot.Optional = strings.CutSuffix(rest, "?")
	if i := strings.LastIndexByte(rest, '='); i >= 0 {
		slot.Role = SlotRole(rest[i+1:])
		rest = rest[:i]
		if !slotRoles[slot.Role] {
			return slot, fmt.Errorf("slot %q: unknown role %q", s, slot.Role)
		}
	}
	if slot.Absent && (slot.Optional || slot.Role != RoleNone) {
		return slot, fmt.Errorf("slot %q: what must be absent has no role", s)
	}
	for _, alt := range splitOutside(rest, '|') {
		var path Path
		for _, st := range splitOutside(alt, '>') {
			step, err := parseStep(st)
			if err != nil {
				return slot, fmt.Errorf("slot %q: %w", s, err)
			}
			path = append(path, step)
		}
		slot.Paths = append(slot.Paths, path)
	}
	return slot, nil
}

func parseStep(s string) (Step, error) {
	var st Step
	head := s
	if i := strings.IndexByte(s, '('); i >= 0 {
		list, ok := strings.CutSuffix(s[i+1:], ")")
		if !ok || list == "" {
			return st, fmt.Errorf("bad lemma list in %q", s)
		}
		st.Lemmas = strings.Split(list, "|")
		st.hashes = make([]uint16, len(st.Lemmas))
		for i, lemma := range st.Lemmas {
			st.hashes[i] = wordHash(lemma)
		}
		head = s[:i]
	}
	st.Rel = head
	if rel, preps, ok := strings.Cut(head, ":"); ok && takesPreps[rel] {
		st.Rel = rel
		st.Preps = strings.Split(preps, "/")
	}
	if st.Rel == "" {
		return st, fmt.Errorf("no relation in %q", s)
	}
	for _, c := range st.Rel {
		if c != ':' && (c < 'a' || c > 'z') {
			return st, fmt.Errorf("bad relation %q", st.Rel)
		}
	}
	return st, nil
}

// takesPreps names the relations whose subtype in the lexicon is a preposition or a mark.
var takesPreps = map[string]bool{"obl": true, "advcl": true}

// splitOutside splits s at sep where it stands outside parentheses.
func splitOutside(s string, sep byte) []string {
	var parts []string
	depth, from := 0, 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '(':
			depth++
		case s[i] == ')':
			depth--
		case s[i] == sep && depth == 0:
			parts = append(parts, s[from:i])
			from = i + 1
		}
	}
	return append(parts, s[from:])
}
