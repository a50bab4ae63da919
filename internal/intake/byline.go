package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// byline finds the lines that say who reported: "By JANE DOE", "By John Smith and Ann Lee, Reuters",
// "Reporters: A, B", "Our correspondent in Moscow", "Jane Doe, Associated Press".
func (d *draft) byline() {
	for i := 0; i < min(len(d.pieces), head); i++ {
		if !d.open(i) || len(d.words(i)) > 200 {
			continue
		}
		words := oneLine(d.words(i))
		if d.open(i-1) && !d.pieces[i].gap && titleOf().MatchString(d.words(i-1)) {
			continue // "PRESS BRIEFING", next line "BY LARRY HOLM"
		}
		if anonymous().MatchString(words) {
			d.claim(i, readout.PartByline, "byline")
			continue
		}
		names, ok := scanByline(words)
		if !ok && i+1 < len(d.pieces) && d.open(i+1) && affiliation().MatchString(oneLine(prefix(d.words(i+1), 200))) {
			names, ok = personNames(words) // the name on one line, the office on the next
			ok = ok && len(names.people) > 0
		}
		if !ok && i > 0 && d.pieces[i-1].kind == readout.PartByline && affiliation().MatchString(words) {
			ok = true
			names = bylineNames{agency: affiliationAgency(words)}
		}
		if !ok {
			continue
		}
		d.claim(i, readout.PartByline, "byline")
		d.article.Bylines = append(d.article.Bylines, names.people...)
		if d.article.Agency == "" {
			d.article.Agency = names.agency
		}
	}
	if len(d.article.Bylines) == 0 {
		d.article.Bylines = append(d.article.Bylines, d.reporters...)
	}
}

var (
	anonymous = anyCase(
		`^(?:(?:by|from) )?(?:an? |our |the )(?:own |special |staff |political |diplomatic |foreign )*`+
			`(?:correspondents?|reporters?|staff|writers?)(?: in [\pL .-]{2,30})?$`,
		`^(?:by )?(?:staff|special|web) (?:reporters?|writers?|correspondents?|desk|report)$`,
		`^(?:by )?(?:news|web|online|international|foreign) desk$`)
	// titleOf ends a title that goes on with the speaker's name on the next line.
	titleOf = anyCase(`\b(?:remarks|briefing|statement|address|speech|interview|conference|message|toast|comments|testimony|session)$`)
	// bylineLead is what a byline begins with.
	bylineLead = anyCase(
		`^(?:written |story |text |report |analysis |reported )?by:? `,
		`^(?:reporters?|correspondents?|journalists?|authors?|byline)(?:: ?| )`)
	// bylineTail is what may follow the names: a date, an address, a place.
	bylineTail = expression(`\s*(?:[|•·]|\s[–—-]{1,2}\s|@|\b[\w.+-]+@[\w.-]+).*$`)
	// affiliation is an office at an agency or paper: "Associated Press Writer".
	affiliation = anyCase(
		`^(?:(?:the )?[\pL.&'’ -]{2,40} )?(?:staff |press |diplomatic |foreign |political |senior |special )?`+
			`(?:writers?|correspondents?|reporters?|editors?|service)$`,
		`^special to (?:the )?[\pL&' -]{2,40}$`)
)

// scanByline reads a whole line as a byline.
func scanByline(s string) (bylineNames, bool) {
	lead := bylineLead().FindString(s)
	rest := bylineTail().ReplaceAllString(s[len(lead):], "")
	names, ok := personNames(rest)
	if lead == "" {
		// Without "By" only a name with an agency is sure: "Jane Doe, Associated Press".
		return names, ok && names.agency != "" && len(names.people) > 0 && !strings.Contains(rest, " and ")
	}
	return names, ok
}

// bylineNames is what the names of a byline say.
type bylineNames struct {
	people []string
	agency string
}

var (
	nameBreak = expression(`\s*(?:,|;|、|\s(?:and|AND|And|&|with|WITH)\s)\s*`)
	inPlace   = expression(`\s+(?:[Ii]n|IN|[Aa]t|[Ff]rom)\s+\p{Lu}.*$`)
)

// personNames reads a list of names of people; an agency, an office ("Staff Writer") or a place
// after a name may stand in it. It reports false when there is anything else.
func personNames(s string) (bylineNames, bool) {
	var names bylineNames
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 200 {
		return names, false
	}
	for i, item := range nameBreak().Split(s, -1) {
		item = inPlace().ReplaceAllString(strings.TrimSpace(item), "")
		switch {
		case item == "":
		case agencyName(strings.TrimPrefix(item, "the ")) != "":
			names.agency = agencyName(strings.TrimPrefix(item, "the "))
		case affiliation().MatchString(item) && i > 0:
			if a := affiliationAgency(item); a != "" {
				names.agency = a
			}
		case isPersonName(item):
			names.people = append(names.people, titleCase(item))
		case i > 0 && strings.Count(item, " ") == 0 && startsUpper(item):
			// a paper or a place after the name: "Jane Doe, Moscow"
		default:
			return bylineNames{}, false
		}
	}
	return names, len(names.people) > 0 || names.agency != ""
}

// affiliationAgency is the agency in an office such as "Associated Press Writer".
func affiliationAgency(s string) string {
	name, _ := scanAgency(strings.TrimPrefix(s, "The "))
	return name
}

// isPersonName reports whether s has the shape of a person's name: two to five words with capitals,
// small particles inside, or two and more characters of Chinese.
func isPersonName(s string) bool {
	fields := strings.Fields(s)
	if n := utf8.RuneCountInString(s); len(fields) == 1 && 2 <= n && n <= 5 {
		r, _ := utf8.DecodeRuneInString(s)
		return unicode.Is(unicode.Han, r)
	}
	if len(fields) < 2 || len(fields) > 5 {
		return false
	}
	for i, w := range fields {
		lower := strings.ToLower(strings.TrimSuffix(w, "."))
		if months[lower] > 0 && lower != "may" && lower != "april" && lower != "june" && lower != "jan" || weekdays[lower] && len(lower) > 3 {
			return false
		}
		if i > 0 && i < len(fields)-1 && particles[w] {
			continue
		}
		if !startsUpper(w) || i == 0 && notPlaces[lower] {
			return false
		}
		for _, r := range w {
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune(".'’-", r) {
				return false
			}
		}
		if strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 4 {
			return false
		}
	}
	return true
}

// startsUpper reports whether s begins with a capital.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
