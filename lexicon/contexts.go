package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// A contextSign is what gives an event a context by its record alone: a sector of its actors or recipients
// ("LEG"), a mode of its type ("RETREAT.resign"), or its type upon a recipient of a sector ("COERCE:JRN").
type contextSign struct{ text, typ, mode, recipient, party string }

// parseSign reads a sign of types.txt, below the types.
func (o *Ontology) parseSign(text string) (contextSign, error) {
	s := contextSign{text: text}
	var ok bool
	if s.typ, s.mode, ok = strings.Cut(text, "."); ok {
		t := o.types[s.typ]
		if t == nil {
			return s, fmt.Errorf("unknown event type %q", s.typ)
		}
		if _, ok := t.modes[s.mode]; !ok {
			return s, fmt.Errorf("%s has no mode %q", s.typ, s.mode)
		}
		return s, nil
	}
	if s.typ, s.recipient, ok = strings.Cut(text, ":"); ok {
		if o.types[s.typ] == nil {
			return s, fmt.Errorf("unknown event type %q", s.typ)
		}
		return s, checkSector(s.recipient)
	}
	s.typ, s.party = "", text
	return s, checkSector(text)
}

// SignContexts returns the contexts that an event of a type with modes has by the sectors of its actors and
// recipients, in PLOVER's order, and for each the sign of types.txt that gives it.
func (o *Ontology) SignContexts(typ string, modes, actors, recipients []string) (contexts, signs []string) {
	for _, name := range o.contexts {
		i := slices.IndexFunc(o.signs[name], func(s contextSign) bool {
			switch {
			case s.party != "":
				return slices.Contains(actors, s.party) || slices.Contains(recipients, s.party)
			case s.typ != typ:
				return false
			case s.mode != "":
				return slices.Contains(modes, s.mode)
			}
			return slices.Contains(recipients, s.recipient)
		})
		if i >= 0 {
			contexts, signs = append(contexts, name), append(signs, o.signs[name][i].text)
		}
	}
	return contexts, signs
}
