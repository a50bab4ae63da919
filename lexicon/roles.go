package lexicon

import "strings"

// addRole adds a record of roles.txt: words  SECTOR marks. The marks are office, head (an office
// of state or government that one person holds) and follows (the sector is that of the one spoken
// for; SECTOR where nothing tells).
func (l *loader) addRole(r *actorRecord) error {
	if len(r.columns) != 2 {
		return r.errorf(r.line, "want words and a sector, two spaces between")
	}
	marks := strings.Fields(r.columns[1])
	role := &Role{Words: r.columns[0], Sector: marks[0]}
	if err := checkSector(role.Sector); err != nil {
		return r.errorf(r.line, "%w", err)
	}
	for _, mark := range marks[1:] {
		switch mark {
		case "office":
			role.Office = true
		case "head":
			role.Office, role.Head = true, true
		case "follows":
			role.Follows = true
		default:
			return r.errorf(r.line, "unknown mark %q, want office, head or follows", mark)
		}
	}
	words := []string{role.Words}
	for _, f := range r.fields {
		switch f.key {
		case "also":
			words = append(words, f.values...)
		case "means":
			role.Means = append(role.Means, f.values...)
		default:
			return r.errorf(f.line, "unknown key %q, want also or means", f.key)
		}
	}
	// Every spelling speaks of the offices that any of them names.
	role.Means = append(role.Means, words...)
	for _, w := range words {
		spelling := *role
		spelling.Words = w
		form := roleKey(w)
		if form == "" {
			return r.errorf(r.line, "role %q has no letters", w)
		}
		if old := l.roles.at(form + " "); old != nil {
			if layer, given := l.roleLayer[form]; given && layer == r.layer {
				return r.errorf(r.line, "role %q is given twice", w)
			}
			*old[0] = spelling
		} else {
			l.roles.add(form+" ", &spelling)
		}
		l.roleLayer[form] = r.layer
		if lemmas := roleLemmas(form); l.roles.at(lemmas+" ") == nil {
			l.roles.add(lemmas+" ", &spelling)
		}
	}
	return nil
}

// roleLemmas returns the words of a role as lemmas, by which texts are searched: “right group” of “rights group”.
func roleLemmas(form string) string {
	if !strings.Contains(form, " ") {
		return form
	}
	return strings.Replace(singularPhrase(form), "women ", "woman ", 1)
}
