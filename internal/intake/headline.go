package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// headline finds the title: the first open piece, when it is short, is no sentence and the report
// follows it. Lines in capitals go on with a title in capitals; a second short line before the
// byline or dateline is a headline too.
func (d *draft) headline() {
	i := 0
	for i < min(len(d.pieces), head) && (!d.open(i) || strings.HasPrefix(d.words(i), "(") && i+1 < len(d.pieces)) {
		if k := d.pieces[i].kind; k == readout.PartDateline && d.pieces[i].form != "venue" || k == readout.PartQuestion || k == readout.PartAnswer {
			return
		}
		i++
	}
	if i >= min(len(d.pieces), head) || !d.isHeadline(i) {
		return
	}
	for range 3 {
		if !d.goesOn(i) {
			break
		}
		d.pieces[i].end = d.pieces[i+1].end
		d.pieces = append(d.pieces[:i+1], d.pieces[i+2:]...)
	}
	d.claim(i, readout.PartHeadline, "headline")
	d.article.Headline = oneLine(d.words(i))
	d.occasion(d.article.Headline)
	if d.open(i+1) && !d.announced(i+1) && d.titleShape(i+1) && !endsSentence(d.words(i+1)) &&
		d.announced(i+2) && d.pieces[i+2].form != timeLine && d.hasBody(i+3) {
		d.claim(i+1, readout.PartHeadline, "deck")
	}
}

var occasions = expression(`(?i)\b(?:conference|briefing|remarks|interview|statement|speech|address|readout|communiqu[eé])\b`)

// occasion takes the day of publication from a title that names an occasion of speech and ends in its day: "Regular Press
// Conference on May 10, 2022", "Remarks by the Minister (10 May 2022)".
func (d *draft) occasion(title string) {
	for _, before := range []string{" on ", " (", ", "} {
		for at := 0; ; {
			k := strings.Index(title[at:], before)
			if k < 0 {
				break
			}
			at += k + len(before)
			if when, n := scanDate(title[at:]); n > 0 && dateTail().MatchString(strings.TrimSuffix(title[at+n:], ")")) && occasions().MatchString(title[:at]) {
				d.setPublished(when)
				return
			}
		}
	}
}

// isHeadline reports whether the open piece i is a title.
func (d *draft) isHeadline(i int) bool {
	if !d.titleShape(i) || !d.hasBody(i+1) {
		return false
	}
	words := d.words(i)
	stop := strings.HasSuffix(strings.TrimRight(words, "\"”’'"), ".") && !strings.HasSuffix(words, "..")
	if dot := strings.LastIndexAny(words, " \n"); stop && strings.Count(words[dot+1:], ".") > 1 {
		stop = false // "… with the U.S."
	}
	switch {
	case d.announced(i + 1):
		return true
	case stop:
		return titleCased(words) && d.pieces[i+1].gap
	}
	next := d.words(i + 1)
	return d.pieces[i+1].gap || d.goesOn(i) || !d.open(i+1) || len(next) > len(words) && endsSentence(next)
}

// goesOn reports whether a title in capitals goes on in piece i+1, on the next line.
func (d *draft) goesOn(i int) bool {
	return d.open(i+1) && !d.pieces[i+1].gap && isUpper(d.words(i)) && d.titleShape(i+1) &&
		isUpper(d.words(i+1)) && !endsSentence(d.words(i+1)) && d.hasBody(i+2)
}

// titleShape reports whether piece i is as short as a title and ends like one.
func (d *draft) titleShape(i int) bool {
	words := d.words(i)
	if len(words) > 240 || utf8.RuneCountInString(words) > 180 || strings.Count(words, "\n") > 3 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(words)
	first, _ := utf8.DecodeRuneInString(words)
	if first == '(' && r == ')' {
		return false
	}
	if strings.ContainsRune(",;:：；，。", r) || unicode.IsLower(first) && !strings.ContainsFunc(words, unicode.IsUpper) {
		return false
	}
	han := strings.ContainsFunc(words, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	return (han || strings.ContainsAny(words, " -\u00a0")) && !sentenceBreak().MatchString(words) && !listItem().MatchString(prefix(words, 16))
}

// announced reports whether piece i is what follows a title on a page: byline, dateline, date.
func (d *draft) announced(i int) bool {
	if i >= len(d.pieces) {
		return false
	}
	p := d.pieces[i]
	return p.kind == readout.PartByline || p.kind == readout.PartDateline || p.form == dateLine || p.form == timeLine
}

// hasBody reports whether text proper stands at piece i or in the pieces soon after it.
func (d *draft) hasBody(i int) bool {
	for ; i < min(len(d.pieces), 2*head); i++ {
		switch k := d.pieces[i].kind; {
		case k == readout.PartQuestion, k == readout.PartAnswer:
			return true
		case k == "" && (endsSentence(d.words(i)) || len(d.words(i)) >= 100):
			return true
		}
	}
	return false
}

// titleCased reports whether the longer words of s begin with capitals, as in titles.
func titleCased(s string) bool {
	long, upper := 0, 0
	for _, w := range strings.Fields(s) {
		w = strings.TrimLeft(w, "\"'“‘(")
		if r, _ := utf8.DecodeRuneInString(w); utf8.RuneCountInString(w) >= 4 && unicode.IsLetter(r) {
			long++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return long >= 4 && upper*5 >= long*4
}

// crossheads claims the headings between paragraphs: a few words without an end mark, between
// paragraphs that have one. They name what follows and report nothing themselves.
func (d *draft) crossheads() {
	for i := 1; i+1 < len(d.pieces); i++ {
		if !d.open(i) || !d.open(i-1) && d.pieces[i-1].kind != readout.PartDateline || !d.open(i+1) {
			continue
		}
		words := d.words(i)
		if len(words) > 80 || strings.Contains(words, "\n") || endsSentence(words) || len(strings.Fields(words)) > 6 {
			continue
		}
		first, _ := utf8.DecodeRuneInString(words)
		if !unicode.IsUpper(first) || strings.HasSuffix(words, ",") || listItem().MatchString(prefix(words, 16)) {
			continue
		}
		if d.isParagraph(i-1) && d.isParagraph(i+1) {
			d.claim(i, readout.PartFurniture, "crosshead")
		}
	}
}

// isParagraph reports whether piece i is a full paragraph: long, and ended.
func (d *draft) isParagraph(i int) bool {
	words := d.words(i)
	return len(words) >= 80 && endsSentence(words)
}
