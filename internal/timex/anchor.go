package timex

import (
	"readout"
	"readout/internal/doc"
)

// publication returns the day that deictic expressions count from: the day of publication, else
// the dateline's. A publication of which only the year is known lends it to the dateline's day.
func publication(a *readout.Article) date {
	if a == nil {
		return date{}
	}
	pub, ok := parseDate(a.Published)
	line, lineOK := parseDate(a.DatelineDate)
	switch {
	case !ok && lineOK:
		return line
	case ok && lineOK && pub.known && pub.grain == gYear && !line.known:
		line.year, line.known = pub.year, true
		return line
	case !ok:
		return date{}
	}
	return pub
}

// A state is what resolving knows while it goes through a document.
type state struct {
	doc      *doc.Document
	pub      date
	sentence int
	sent     doc.Sentence
	atoms    []atom
	out      []result
	mentions []mention // dates mentioned in this part of the article, the last one last
}

// A mention is a date that later words may count from ("two days earlier", "that year").
type mention struct {
	date     date
	sentence int
	part     int  // of the article
	explicit bool // the year is written, not inferred
}

// mentionReach is how many sentences back a mention may stand.
const mentionReach = 3

// apart reports whether a part of the article begins that does not go on with the one before: only
// paragraphs of the body do.
func (s *state) apart(part int) bool {
	if part == s.sent.Part {
		return false
	}
	parts := s.doc.Article.Parts
	body := func(i int) bool { return i >= 0 && i < len(parts) && parts[i].Kind == readout.PartBody }
	return !body(part) || !body(s.sent.Part)
}

// mentionLimit bounds how many mentions are kept.
const mentionLimit = 16

func (s *state) mention(d date, explicit bool) {
	if len(s.mentions) == mentionLimit {
		s.mentions = append(s.mentions[:0], s.mentions[1:]...)
	}
	s.mentions = append(s.mentions, mention{d, s.sentence, s.sent.Part, explicit})
}

// reference returns the date that anaphoric words count from: the last mentioned one that tells
// units of grain g, else the day of publication. The word tells which.
func (s *state) reference(g grain) (date, string) {
	for i := len(s.mentions) - 1; i >= 0; i-- {
		m := s.mentions[i]
		if s.sentence-m.sentence > mentionReach {
			break
		}
		if m.date.tells(g) {
			return m.date, "mentioned"
		}
	}
	return s.pub, "anchor"
}

// mentioned reports whether reference would find a date that was mentioned.
func (s *state) mentioned(g grain) bool {
	_, from := s.reference(g)
	return from == "mentioned"
}

// tells reports whether arithmetic in units of grain g can start from d.
func (d date) tells(g grain) bool {
	switch g {
	case gDay, gWeek, gWeekend, gFortnight:
		return d.grain == gDay && d.day > 0
	case gMonth, gQuarter, gHalf, gSeason:
		return (d.grain == gDay || d.grain == gMonth) && d.month > 0
	}
	return d.known && d.grain != gDecade && d.grain != gCentury
}

// anchorName says in Why what an expression was counted from.
func (s *state) anchorName() string {
	if s.pub.grain == noGrain {
		return "anchor unknown"
	}
	return "anchor " + s.pub.String()
}

// storyYear returns the year that the sentence itself gives to dates without one: "in March 2011
// and again in August". Where the day of publication is unknown, the two sentences before count too.
func (s *state) storyYear() (int, bool) {
	reach := 0
	if !s.pub.known {
		reach = 2
	}
	for i := len(s.mentions) - 1; i >= 0; i-- {
		m := s.mentions[i]
		if s.sentence-m.sentence > reach {
			break
		}
		if m.explicit && m.date.known && !m.date.bc && (m.date.grain <= gMonth || m.date.grain == gYear) {
			return m.date.year, true
		}
	}
	return 0, false
}

// complete gives a day, month or season without a year its year: that of the sentence, or the one
// nearest to publication that agrees with the tense, or, when that is far from publication, the
// past year that the sentences before tell of. The words tell how.
func (s *state) complete(d date, t tense) (date, string) {
	if y, ok := s.storyYear(); ok {
		d.year, d.known = y, true
		if d.valid() {
			return d, "year of the sentence"
		}
	}
	d.known, d.year = false, 0
	if !s.pub.known {
		return d, s.anchorName()
	}
	story, told := s.toldYear()
	best, bestGap := 0, 1<<30
	for y := s.pub.year - 4; y <= s.pub.year+4; y++ {
		d.year, d.known = y, true
		if !d.valid() {
			continue
		}
		gap := s.gap(d)
		if s.pub.month == 0 && y != s.pub.year {
			continue
		}
		// A report may be dated a day before the event's own day, in another time zone.
		if t == past && gap > 1 || t == future && gap < 0 {
			continue
		}
		if gap < 0 {
			gap = -gap
		}
		if gap < bestGap {
			best, bestGap = y, gap
		}
	}
	d.year, d.known = story, told
	if told && t != future && bestGap > newsDays && d.valid() {
		return d, "year mentioned before"
	}
	d.year, d.known = best, best > 0
	return d, s.anchorName() + t.note()
}

// newsDays is how near to publication a day without a year must be to be news, and not part of a
// story of a year mentioned just before.
const newsDays = 60

// toldYear returns the year, before that of publication, that one of the last sentences of the paragraph
// names.
func (s *state) toldYear() (int, bool) {
	for i := len(s.mentions) - 1; i >= 0; i-- {
		m := s.mentions[i]
		if s.sentence-m.sentence > mentionReach || m.part != s.sent.Part {
			break
		}
		if m.explicit && m.date.known && !m.date.bc && (m.date.grain <= gMonth || m.date.grain == gYear) {
			return m.date.year, m.date.year < s.pub.year
		}
	}
	return 0, false
}

// gap returns roughly how many days d lies after publication; 0 when publication lies in d.
func (s *state) gap(d date) int {
	month := func(x date) int {
		switch {
		case x.grain == gSeason:
			return 12*x.year + 3*x.n
		case x.month == 0:
			return 12 * x.year
		}
		return 12*x.year + x.month - 1
	}
	switch {
	case s.pub.month == 0:
		return 365 * (d.year - s.pub.year)
	case d.grain == gSeason:
		return 30 * (month(d) - month(s.pub.to(gSeason)))
	case s.pub.full() && d.full():
		return int(d.time().Sub(s.pub.time()).Hours() / 24)
	}
	return 30 * (month(d) - month(s.pub))
}
