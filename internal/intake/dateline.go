package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// A dateline is what stands before the first sentence of a report:
//
//	BEIRUT, Oct 9 (Reuters) -
//	ANKARA, Türkiye —
//	Moscow (dpa) -
//	MOSCOW, March 20. /TASS/.
//	Xinhua News Agency, Moscow, March 20 (Reporter Hao Weiwei and Shi Hao)
//	(Xinhua) Beijing, 14 Feb.
//
// It is read left to right by a dateliner: items (agency, place, region, date) parted by commas,
// then brackets (agency, reporters), then the joiner. accepted says which of the many readings are
// certain enough; "WASHINGTON said …" and "March 20 was a Monday." are none.
type dateline struct {
	place     string // as written, with the region: "HEMPSTEAD, N.Y."
	upper     bool   // the place is in capitals
	region    bool   // a region follows the place
	agency    string
	bracketed bool // the agency stands in brackets or slashes
	unknown   bool // the agency is in no table
	date      date
	reporters []string
	join      string // "-", ":", "." or ""; every dash is "-"
	end       int    // bytes, joiner included
}

// dateline finds the dateline of the article: in one of the first pieces, before the text proper.
func (d *draft) dateline() {
	long := 0
	for i := 0; i < min(len(d.pieces), head) && long < 3; i++ {
		if !d.open(i) {
			continue
		}
		p := d.pieces[i]
		words := d.words(i)
		if l, ok := scanDateline(words); ok {
			d.setDateline(l)
			left, right := d.cut(p, l.end)
			left = left.as(readout.PartDateline, "dateline")
			d.pieces[i] = left
			if !right.empty() {
				d.pieces = append(d.pieces[:i+1], append([]piece{right}, d.pieces[i+1:]...)...)
			}
			return
		}
		if len(words) > 160 {
			long++
		}
	}
}

// bulletMarks are the characters that begin an item of a bulletin.
const bulletMarks = "*•·▪–—-"

// bulletin takes the place before each item of a bulletin ("* MOSCOW -- The …") out of the body. A
// list of only one such item is none.
func (d *draft) bulletin() {
	at := map[int]int{} // piece to the length of its dateline
	for i := range d.pieces {
		if !d.open(i) {
			continue
		}
		words := d.words(i)
		item := strings.TrimLeft(words, bulletMarks+" \t")
		mark := len(words) - len(item)
		if mark == 0 {
			continue
		}
		if l, ok := scanDateline(prefix(item, 200)); ok {
			at[i] = mark + l.end
		}
	}
	if len(at) < 2 {
		return
	}
	d.rewrite(func(i int, out []piece) []piece {
		n, ok := at[i]
		if !ok {
			return append(out, d.pieces[i])
		}
		left, right := d.cut(d.pieces[i], n)
		out = append(out, left.as(readout.PartDateline, "item"))
		if !right.empty() {
			out = append(out, right)
		}
		return out
	})
}

// setDateline fills the article's fields from a dateline.
func (d *draft) setDateline(l dateline) {
	a := d.article
	a.DatelinePlace = titleCase(l.place)
	if l.agency != "" {
		a.Agency = l.agency
	}
	if l.date.month != 0 {
		a.DatelineDate = l.date.anchored(a.Published).value()
	}
	a.Bylines = append(a.Bylines, l.reporters...)
}

// scanDateline reads the dateline that s begins with.
func scanDateline(s string) (dateline, bool) {
	s = prefix(s, 300)
	start := 0
	if m := excerptMark().FindString(s); m != "" {
		start = len(m) // "[Text]" of a translation service
	}
	c := dateliner{s: s, i: start}
	if !c.opening() {
		return dateline{}, false
	}
	c.brackets()
	c.items()
	c.brackets()
	c.joiner()
	c.end = c.i
	return c.dateline, c.accepted()
}

var excerptMark = expression(`^\[(?:Text|Excerpts?|Summary|Passage omitted)\]\s*`)

// A dateliner reads a dateline from s, from byte i on.
type dateliner struct {
	dateline
	s           string
	i           int
	agencyFirst bool
}

// rest is what is still to be read.
func (c *dateliner) rest() string { return c.s[c.i:] }

// opening reads the first item: an agency or a place.
func (c *dateliner) opening() bool {
	if n := c.bracket(); n > 0 { // "(Reuters) - …", "(Xinhua) Beijing, 14 Feb"
		c.agencyFirst = c.agency != "" && !c.unknown
		if !c.agencyFirst {
			return false
		}
		c.i += n
		c.i += spaces(c.rest())
		c.scanPlace()
		return true
	}
	if name, n := scanAgency(c.rest()); n > 0 && strings.HasPrefix(c.s[c.i+n:], ", ") {
		c.agency, c.agencyFirst = name, true
		c.i += n
		return true
	}
	return c.scanPlace()
}

// items reads what follows, parted by commas or spaces: place (after an agency), date, agency, region.
func (c *dateliner) items() {
	for range 4 {
		gap := len(c.rest()) - len(strings.TrimLeft(c.rest(), ",. \n\t\u00a0"))
		sep, rest := c.rest()[:gap], c.rest()[gap:]
		comma := strings.Contains(sep, ",")
		if gap == 0 || strings.Contains(sep, ".") && !comma {
			return
		}
		if d, n := scanDate(rest); n > 0 && c.date.month == 0 {
			c.date = d
			c.i += gap + n
			continue
		}
		w, n := scanWord(rest)
		switch {
		case !comma:
			return
		case weekdays[strings.ToLower(w)]:
			c.i += gap + n
		case c.comma(rest, gap):
		default:
			return
		}
	}
}

// comma reads the item that follows a comma and is no date: an agency without brackets, the place
// after an agency, or the region of a place.
func (c *dateliner) comma(rest string, gap int) bool {
	if name, n := scanAgency(rest); n > 2 && c.agency == "" {
		c.agency = name
		c.i += gap + n
		return true
	}
	if c.place == "" && c.agencyFirst {
		save := c.i
		c.i += gap
		if c.scanPlace() {
			return true
		}
		c.i = save
		return false
	}
	if n := scanRegion(rest); n > 0 && c.place != "" && !c.region && c.date.month == 0 {
		c.region = true
		c.place += ", " + rest[:n]
		c.i += gap + n
		return true
	}
	return false
}

// brackets reads "(Reuters)", "/TASS/", "(Reporter Hao Weiwei and Shi Hao)", one after the other.
func (c *dateliner) brackets() {
	for range 3 {
		gap := spaces(c.rest())
		if gap == 0 && strings.HasPrefix(c.rest(), ". /") {
			gap = len(". ") // "March 20. /TASS/."
		}
		save := c.i
		c.i += gap
		n := c.bracket()
		if n == 0 {
			c.i = save
			return
		}
		c.i += n
	}
}

var (
	bracketed = expression(`^(?:\(([^()\n]{2,120})\)|\[([^\[\]\n]{2,40})\]|/([^/\n]{2,40})/)`)
	reporters = expression(`^(?:[Rr]eporters?|[Cc]orrespondents?|[Bb]y|[Jj]ournalists?)(?:\s*:\s*|\s+)`)
	// unknownAgency is the shape of a name in a dateline's brackets that is in no table.
	unknownAgency = expression(`^\p{Lu}[\pL.&'’-]*(?: \p{Lu}[\pL.&'’-]*){0,3}$`)
)

// bracket reads one bracket and returns its length; 0 when there is none or it says something else.
func (c *dateliner) bracket() int {
	m := bracketed().FindStringSubmatch(c.rest())
	if m == nil {
		return 0
	}
	inner := oneLine(m[1] + m[2] + m[3])
	if by := reporters().FindString(inner); by != "" {
		if names, ok := personNames(inner[len(by):]); ok {
			c.reporters = append(c.reporters, names.people...)
			return len(m[0])
		}
		return 0
	}
	if c.agency != "" {
		return 0
	}
	if name := agencyName(inner); name != "" {
		c.agency, c.bracketed = name, true
		return len(m[0])
	}
	if m[1] != "" && unknownAgency().MatchString(inner) {
		c.agency, c.bracketed, c.unknown = inner, true, true
		return len(m[0])
	}
	return 0
}

// joiner matches what parts a dateline from its sentence.
var joiner = expression(`^\s*(?:(—|–|\.?-{1,3}|_|―)|(:)|(\.))(?:\s+|$)|^\s*([—―]|--)`)

// joiner reads the joiner.
func (c *dateliner) joiner() {
	m := joiner().FindStringSubmatch(c.rest())
	switch {
	case m == nil:
		return
	case m[2] != "":
		if m[0][0] != ':' {
			return
		}
		c.join = ":"
	case m[3] != "":
		c.join = "."
	default:
		c.join = "-"
	}
	c.i += len(m[0])
	if more := joiner().FindStringSubmatch(c.rest()); c.join == "." && more != nil && more[1]+more[4] != "" {
		c.join = "-" // "Feb. 14. -- "
		c.i += len(more[0])
	}
}

// accepted reports whether what was read is a dateline, by how much speaks for it. The table is
// ordered from the certain forms to the weak ones.
func (c *dateliner) accepted() bool {
	next := strings.TrimLeft(c.rest(), " \t\n\u00a0")
	alone := next == ""
	dash := c.join == "-"
	dated := c.date.month != 0
	known := c.agency != "" && !c.unknown
	if !alone && !startsSentence(next) && !(known && c.bracketed && dash) {
		return false
	}
	switch {
	case c.agencyFirst && c.place == "" && !dated: // "(Reuters) - The …"
		return c.bracketed && dash
	case c.agencyFirst:
		return dated && (c.join != "" || len(c.reporters) > 0 || alone)
	case c.place == "":
		return false
	case known && c.bracketed:
		return c.join != "" || dated || c.upper
	case known:
		return dated && c.join != ""
	case c.unknown:
		return dash && (c.upper || dated)
	case dated && c.upper:
		return c.join != "" || alone || len(c.reporters) > 0
	case dated:
		return dash || len(c.reporters) > 0 || alone && c.date.year != 0
	case !c.upper || alone:
		return false
	case c.region:
		return dash || c.join == ":"
	}
	return dash || c.join == ":" && colonCities[c.place]
}

// startsSentence reports whether s may be the start of a report's first sentence.
func startsSentence(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r) || strings.ContainsRune("\"'“‘«„(", r)
}

// venue finds the place line of an official page, which stands beside a line with the time of day:
//
//	Meeting with the President of China
//	March 20, 2023
//	17:45
//	The Kremlin, Moscow
//
// or in brackets under a letterhead: "(Helsinki, Finland)".
func (d *draft) venue() {
	for i := 1; i < min(len(d.pieces), head); i++ {
		if !d.open(i) || i+1 >= len(d.pieces) {
			continue
		}
		words, before := d.words(i), d.pieces[i-1].form
		placed := before == timeLine || d.pieces[i+1].form == timeLine
		if strings.HasPrefix(words, "(") {
			placed = placed || before == letterhead || before == "office"
		}
		if placed && venueLine().MatchString(words) {
			if d.article.DatelinePlace == "" {
				d.article.DatelinePlace = titleCase(strings.Trim(words, "()"))
			}
			d.claim(i, readout.PartDateline, "venue")
		}
	}
}

// letterVenue takes the place line of a letter's head, between the office and the date:
// "Office of the Press Secretary", "Reykjavik, Iceland", "October 12, 1986".
func (d *draft) letterVenue() {
	for i := 1; i+1 < min(len(d.pieces), head); i++ {
		before := d.pieces[i-1].form
		if !d.open(i) || before != letterhead && before != "office" || d.pieces[i+1].form != dateLine {
			continue
		}
		if words := d.words(i); strings.Contains(words, ",") && venueLine().MatchString(words) {
			if d.article.DatelinePlace == "" {
				d.article.DatelinePlace = titleCase(words)
			}
			d.claim(i, readout.PartDateline, "venue")
		}
	}
}

var venueLine = expression(`^\(?\p{Lu}[\pL.'’-]*(?:,? [\pL\d.'’-]+){0,8}\)?$`)
