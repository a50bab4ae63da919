package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/doc"
)

// acronyms finds the short forms that the text itself gives in brackets after the name of an organization,
// "Tarvu Relief Agency (TRA)": throughout the article the short form is tagged as the name is.
func (s *search) acronyms() {
	for k, n := 0, len(s.tagged); k < n; k++ {
		t := s.tagged[k]
		if i := t.end + 1; t.class == doc.Organization && i+1 < len(s.forms) && s.forms[i-1] == "(" && s.forms[i+1] == ")" && s.isAcronym(s.forms[i], t) {
			if s.longForms == nil {
				s.longForms = make(map[string]taggedName)
			}
			s.longForms[s.forms[i]] = t
		}
	}
	if s.longForms == nil {
		return
	}
	for i, form := range s.forms {
		if _, ok := s.longForms[form]; !ok {
			continue
		}
		if t := s.tag(i); t == nil {
			s.taggedAt[i] = int32(len(s.tagged))
			s.tagged = append(s.tagged, taggedName{i, i + 1, doc.Organization})
		} else if t.end-t.first == 1 {
			t.class = doc.Organization
		}
	}
}

// isAcronym reports whether the form is capitals, at least three, the first of which begins the name and
// the others of which begin words of it, in their order.
func (s *search) isAcronym(form string, t taggedName) bool {
	if len(form) < 3 || strings.ToUpper(form) != form {
		return false
	}
	rest := form
	for i := t.first; i < t.end && rest != ""; i++ {
		initial, _ := utf8.DecodeRuneInString(s.forms[i])
		next, size := utf8.DecodeRuneInString(rest)
		switch {
		case !unicode.IsLetter(next):
			return false
		case unicode.ToUpper(initial) == next:
			rest = rest[size:]
		case i == t.first:
			return false
		}
	}
	return rest == ""
}

// inFull returns the organization whose short form in brackets the name at token i is, -1 for none.
func (s *search) inFull(i int) int {
	t, ok := s.longForms[s.forms[i]]
	if !ok || t.first >= i {
		return -1
	}
	m := s.outer[t.end-1]
	if m < 0 || s.mentions[m].End != t.end || s.mentions[m].Entity < 0 {
		return -1
	}
	if e := s.mentions[m].Entity; s.entities[e].Class == doc.Organization {
		return e
	}
	return -1
}
