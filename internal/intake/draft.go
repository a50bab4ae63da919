package intake

import (
	"strings"
	"unicode/utf8"

	"readout"
)

// head is how many pieces from the start a headline, byline, dateline or date line may stand in.
const head = 14

// A piece is a stretch of the text that a recogniser may claim: a paragraph at first, smaller when
// recognisers cut it. It has no white space around it.
type piece struct {
	start, end int
	kind       readout.PartKind // "" while open: no recogniser has claimed it
	form       string           // which form claimed it, for recognisers that look at neighbours
	speaker    *readout.Span    // as in readout.Part
	gap        bool             // a blank line stands before it
}

// A draft is an article while its parts are being told apart.
type draft struct {
	text    string
	article *readout.Article
	pieces  []piece
	// reporters are those of "Reporting by …", for an article without a byline.
	reporters []string
}

func newDraft(a *readout.Article) *draft {
	return &draft{text: a.Text, article: a, pieces: layout(a.Text)}
}

// recognise runs the recognisers. The order matters where a later one looks at what an earlier one
// left open, and every recogniser looks at open pieces only.
func (d *draft) recognise() {
	d.furniture()   // release.go: lines that are never news, release dates
	d.credits()     // credit.go: photo, editor and contributor credits; captions
	d.transcript()  // transcript.go: questions and answers with their speakers
	d.dateline()    // dateline.go: place, date, agency
	d.bulletin()    // dateline.go: the places before the items of a bulletin
	d.letterVenue() // dateline.go: the place line of a letter's head
	d.byline()      // byline.go: reporters
	d.headline()    // headline.go: the title
	d.venue()       // dateline.go: the place line of an official page
	d.crossheads()  // headline.go: headings between paragraphs
	d.repeats()     // repeat.go: captions and blurbs that stand again in the body
}

// finish writes the parts. What is still open is body.
func (d *draft) finish() {
	d.article.Parts = make([]readout.Part, 0, len(d.pieces))
	for _, p := range d.pieces {
		if p.kind == "" {
			p.kind = readout.PartBody
		}
		d.article.Parts = append(d.article.Parts, readout.Part{Kind: p.kind, Start: p.start, End: p.end, Speaker: p.speaker})
	}
}

// words returns the text of piece i.
func (d *draft) words(i int) string { return d.text[d.pieces[i].start:d.pieces[i].end] }

// open reports whether there is a piece i and nothing has claimed it.
func (d *draft) open(i int) bool {
	return 0 <= i && i < len(d.pieces) && d.pieces[i].kind == ""
}

// claim says what piece i is.
func (d *draft) claim(i int, kind readout.PartKind, form string) {
	d.pieces[i].kind, d.pieces[i].form = kind, form
}

// rewrite replaces the open pieces by what f makes of them; f appends to out.
func (d *draft) rewrite(f func(i int, out []piece) []piece) {
	out := make([]piece, 0, len(d.pieces)+8)
	for i := range d.pieces {
		if d.open(i) {
			out = f(i, out)
		} else {
			out = append(out, d.pieces[i])
		}
	}
	d.pieces = out
}

// cut parts p in two before byte at of its own words, without the white space there. Either half
// is empty (start == end) when only white space lies on that side.
func (d *draft) cut(p piece, at int) (left, right piece) {
	left, right = p, p
	left.end = p.start + len(strings.TrimSpace(d.text[p.start:p.start+at]))
	right.start = p.end - len(strings.TrimSpace(d.text[p.start+at:p.end]))
	right.gap = p.gap && left.start == left.end
	return left, right
}

// empty reports whether nothing is in the piece.
func (p piece) empty() bool { return p.start >= p.end }

// as returns the piece claimed.
func (p piece) as(kind readout.PartKind, form string) piece {
	p.kind, p.form = kind, form
	return p
}

// prefix returns at most n bytes of s, whole characters.
func prefix(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// suffix returns at most n bytes of the end of s, whole characters.
func suffix(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

// oneLine folds runs of white space to a space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
