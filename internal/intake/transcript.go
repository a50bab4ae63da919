package intake

import (
	"strings"
	"unicode"

	"readout"
)

// A label is what opens a turn of a transcript: "Q:", "MR. SPEAKES:", "THE PRESIDENT (via
// interpreter):", "Foreign Ministry Spokesperson Wang:".
type label struct {
	who    string // as written, without remark and colon
	length int    // bytes up to the first word of the turn
	class  labelClass
	press  bool // one who asks at briefings, whatever he says
}

type labelClass uint8

const (
	noLabel     labelClass = iota
	askLabel               // "Q:", "QUESTION:", "Reporter:", an agency: a question
	answerLabel            // "A:", "Answer:"
	strongLabel            // a speaker beyond doubt: capitals, or a title and a name
	weakLabel              // words with capitals and a colon: a speaker when it comes again
	bareQ                  // "Q  Mr. President, …", "Q. …": a question when there are more turns
	bareA                  // "A. …"
)

// transcript finds the turns of transcripts, briefings and interviews. It begins only on evidence:
// a question label, or two turns of speakers. From the first turn on, a paragraph without a label
// goes on with the turn before it.
func (d *draft) transcript() {
	labels := make([]label, len(d.pieces))
	for i := range d.pieces {
		if d.open(i) {
			labels[i] = scanLabel(d.words(i))
			if labels[i].class == weakLabel && !d.speaks(i, labels[i].length) {
				labels[i] = label{} // a table: "Bern: 12"
			}
		}
	}
	d.spareTitle(labels)
	known, sure := evidence(labels)
	if known == nil {
		return
	}
	neighbours(labels, known)
	end := d.extent(labels, known, sure)
	asks := d.whoAsks(labels, known)
	var kind readout.PartKind
	var speaker *readout.Span
	d.rewrite(func(i int, out []piece) []piece {
		p, l := d.pieces[i], labels[i]
		if i > 0 && (d.pieces[i-1].form == ruleLine || d.pieces[i-1].form == endMark || strings.Contains(strings.ToUpper(d.endOf(i-1)), "END")) {
			kind, speaker = "", nil
		}
		if !known[l.who] {
			switch {
			case kind == "" || i >= end: // an exchange quoted in a report: its own words go on
				return append(out, p)
			case stageDirection().MatchString(prefix(d.words(i), 80)):
				return append(out, p.as(readout.PartFurniture, "stage direction"))
			}
			p.speaker = speaker
			return append(out, p.as(kind, "turn"))
		}
		s := d.article.Span(p.start, p.start+len(l.who))
		speaker, kind = &s, readout.PartAnswer
		if l.press || l.class == bareQ || asks[l.who] {
			kind = readout.PartQuestion
		}
		tag, turn := d.cut(p, l.length)
		out = append(out, tag.as(readout.PartFurniture, "speaker"))
		if !turn.empty() {
			turn.speaker = speaker
			out = append(out, turn.as(kind, "turn"))
		}
		return out
	})
}

// speaks reports whether there are words after the first n bytes of piece i, or in the next piece
// when there is nothing after them.
func (d *draft) speaks(i, n int) bool {
	rest := d.words(i)[n:]
	if strings.TrimSpace(rest) == "" && d.open(i+1) {
		rest = d.words(i + 1)
	}
	return strings.ContainsFunc(rest, unicode.IsLetter)
}

// endOf returns the words of piece i when it is a time line: "END 12:10 P.M. EST" ends a briefing.
func (d *draft) endOf(i int) string {
	if d.pieces[i].form != timeLine {
		return ""
	}
	return d.words(i)
}

var stageDirection = expression(`^[(\[][^()\[\]]{2,60}[)\]]\.?$`)

// spareTitle drops the label of a title in the form of a label: "Bauer: We will stay".
func (d *draft) spareTitle(labels []label) {
	for i, l := range labels[:min(len(labels), head)] {
		if !d.open(i) {
			continue
		}
		if l.class == weakLabel && d.titleShape(i) && !endsSentence(d.words(i)) && i+1 < len(labels) && labels[i+1].class == noLabel {
			labels[i] = label{}
		}
		return
	}
}

// neighbours takes in the short labels that stand beside a turn, before or after it.
func neighbours(labels []label, known map[string]bool) {
	for i, l := range labels {
		beside := i > 0 && known[labels[i-1].who] || i+1 < len(labels) && known[labels[i+1].who]
		if l.class == weakLabel && beside && strings.Count(l.who, " ") < 3 {
			known[l.who] = true
		}
	}
}

// extent tells how far turns go on in paragraphs without a label, as the index of the piece after
// the last such paragraph; 0 when they do not. Where the labels leave a doubt, the report that quotes
// an exchange may go on after it: then half of the paragraphs between first and last label must have
// one, and after the last turn only a run as long as those before is the speaker's.
func (d *draft) extent(labels []label, known map[string]bool, sure bool) int {
	if sure {
		return len(d.pieces)
	}
	turns, between, longest, run, end := 0, 0, 0, 0, 0
	for i, l := range labels {
		switch {
		case known[l.who]:
			turns++
			between += run
			longest = max(longest, run)
			run, end = 0, i+1
		case turns > 0 && d.open(i):
			run++
		}
	}
	switch {
	case between > turns:
		return 0
	case run <= longest+1:
		return len(d.pieces)
	}
	return end
}

// evidence decides whether the labels make a transcript and which of them open turns; nil when
// they do not. sure is false when they could as well be an exchange that a report quotes.
func evidence(labels []label) (known map[string]bool, sure bool) {
	count := map[string]int{}
	var ask, strong, bare int
	for _, l := range labels {
		switch l.class {
		case noLabel:
			continue
		case askLabel:
			ask++
		case strongLabel:
			strong++
		case bareQ:
			bare++
		}
		count[l.who]++
	}
	again := 0 // weak labels that come again, or that may answer a question
	for _, l := range labels {
		if l.class == weakLabel && (count[l.who] > 1 || ask > 0) {
			again++
		}
	}
	turns := ask + strong + again + bare
	if turns < 2 && !(ask == 1 && isQuestionMark(labels)) {
		return nil, false
	}
	if ask == 0 && bare < 2 && strong+again < 2 || ask == 0 && strong == 0 && bare == 0 && len(count) < 2 {
		return nil, false
	}
	known = map[string]bool{}
	for _, l := range labels {
		switch l.class {
		case noLabel:
		case weakLabel:
			known[l.who] = known[l.who] || count[l.who] > 1 || isUpper(l.who) || ask > 0 && turns > 1
		case bareA:
			known[l.who] = bare > 0
		default:
			known[l.who] = true
		}
	}
	return known, ask > 0 || strong > 1 || bare > 1
}

// isQuestionMark reports whether one of the labels is a plain Q or A label: these need no second turn.
func isQuestionMark(labels []label) bool {
	for _, l := range labels {
		switch strings.ToLower(l.who) {
		case "q", "question":
			return l.class == askLabel
		}
	}
	return false
}

// whoAsks finds the speakers who only ask: most of their turns end in a question mark, and someone
// else answers.
func (d *draft) whoAsks(labels []label, known map[string]bool) map[string]bool {
	turns, questions := map[string]int{}, map[string]int{}
	for i, l := range labels {
		if !known[l.who] {
			continue
		}
		turns[l.who]++
		if strings.HasSuffix(strings.TrimRight(d.words(i), "\"”’')"), "?") {
			questions[l.who]++
		}
	}
	asks := map[string]bool{}
	for who, n := range questions {
		if n*5 >= turns[who]*3 {
			asks[who] = true
		}
	}
	if len(asks) == len(turns) {
		return nil // someone must answer
	}
	return asks
}

var (
	// labelLine is a label with its remark: who, remark, colon, space. The words begin with capitals.
	labelLine = expression(`^((?:\p{Lu}|[aA]l-)[\pL\d.'’&-]*` +
		`(?:,? (?:\p{Lu}[\pL\d.'’&-]*|of|the|for|and|to|de|von|van|der|bin|al|on|el-\pL+|al-\pL+)){0,11})` +
		`((?: ?[(\[][^()\[\]\n]{1,60}[)\]])?)(:)(?:\s+|$)`)
	// bareLine is "Q  Mr. President, …", "Q. …", "A. …", "Q Mr. President, …".
	bareLine = expression(`^(Q|A)(?:\.\s+|\t\s*| {2,}|\n\s*| [—–-]{1,2} )|^(Q) \p{Lu}`)
)

// speakerTitles are the words that make a label a speaker's.
var speakerTitles = set(strings.Fields(`
	mr mrs ms miss dr sir the a official president prime premier chancellor king queen chairman chairwoman
	chair general vice deputy first minister foreign defense defence secretary under assistant ambassador
	envoy senator sen representative rep congressman governor mayor colonel gen col admiral spokesman
	spokesperson spokeswoman press speaker director senior commissioner judge justice professor prof
	marshal pope cardinal white`))

// askers are those who ask at briefings, beside the agencies: what a question may be labelled.
var askers = set(strings.Split(`q,qu,question,questions,reporter,reporters,journalist,journalists,correspondent,press,the press,
	media,interviewer,host,cctv,nhk,bbc,cnn,cbs,nbc,abc,cgtn,itv,pbs,npr,fox news,sky news,al jazeera,rt,ard,zdf,arirang,
	phoenix tv,global times,china daily,beijing daily,beijing youth daily,the paper,shenzhen tv,hubei media group,macao monthly,
	people's daily,financial times,the new york times,new york times,the wall street journal,wall street journal,
	the washington post,washington post,the guardian,der spiegel,le monde,the economist,the times,asahi shimbun,nikkei,rossiya,
	rossiya segodnya,izvestia,kommersant,dragon tv,cnr,cri,the hindu,hindustan times,ndtv,the globe and mail`, ","))

// askerForm are labels of those who ask that no list can hold.
var askerForm = expression(`^(?i:questions? from .{2,40}|unidentified (?:reporter|journalist|speaker).*|.{2,40} (?:reporter|correspondent|journalist))$`)

// plainQuestion is a label that says by itself that a question follows.
var plainQuestion = expression(`^(?i:q|qu|questions?|(?:unidentified )?(?:reporter|journalist))`)

// notLabels are words with a colon that open a paragraph and are no speaker.
var notLabels = set(strings.Fields(`
		note background contact photo editor editors source date time place venue update updated read
		related summary key example warning ps location subject re from to cc topic participants conclusion
		analysis opinion address phone fax email website tel attachment annex annexes appendix article
		chapter section part figure table step day week fact facts factbox quote headline title agenda
		item first second third fourth finally also copyright tags caption distribution priority
		classification ref reference drafted approved deadline results result score scores breaking
		exclusive correction clarification context introduction overview purpose objective objectives
		yes no however well look outcome outcomes recommendation recommendations status duration language translation see more`))

// scanLabel reads the label that a paragraph begins with.
func scanLabel(paragraph string) label {
	words := prefix(paragraph, 200)
	if m := labelLine().FindStringSubmatch(words); m != nil && len(m[1]) <= 90 {
		who := m[1]
		class := labelOf(who, m[2] != "")
		press := class == askLabel
		if class == askLabel && !plainQuestion().MatchString(who) && !strings.Contains(paragraph, "?") {
			class = weakLabel // a paper is quoted: "Reuters: Oil prices rise"
		}
		if class != noLabel {
			return label{who: who, length: len(m[0]), class: class, press: press}
		}
		return label{}
	}
	if m := bareLine().FindStringSubmatchIndex(words); m != nil {
		l := label{who: words[:1], length: m[1], class: bareQ}
		if words[0] == 'A' {
			l.class = bareA
		}
		if m[4] >= 0 {
			l.length = len("Q ")
		}
		return l
	}
	return label{}
}

// labelOf tells what kind of label the words before a colon are.
func labelOf(who string, remark bool) labelClass {
	fields := strings.Fields(who)
	first := strings.TrimSuffix(fields[0], ".")
	switch lower := strings.ToLower(who); {
	case lower == "a" || lower == "answer":
		return answerLabel
	case askers[strings.ReplaceAll(lower, "’", "'")], askerForm().MatchString(who), agencyName(who) != "" && len(fields) <= 3:
		return askLabel
	case notLabels[strings.ToLower(strings.Trim(first, ",.'’"))]:
		return noLabel
	case weekdays[strings.ToLower(first)] && len(first) > 3:
		return noLabel
	case isUpper(who) && len(fields) <= 8 && len(who) > 2:
		if isTitle(fields[0]) && len(fields) > 1 || remark {
			return strongLabel
		}
		return weakLabel
	case len(fields) > 1 && remark:
		return strongLabel
	case len(fields) > 1 && (isTitle(fields[0]) || titled(fields)) && startsUpper(fields[len(fields)-1]):
		return strongLabel
	case len(fields) <= 5:
		return weakLabel
	}
	return noLabel
}

// isTitle reports whether w is a title or a word of office.
func isTitle(w string) bool { return speakerTitles[strings.ToLower(strings.TrimSuffix(w, "."))] }

// titled reports whether a word of office stands among the words.
func titled(fields []string) bool {
	for _, w := range fields {
		if len(w) > 4 && isTitle(w) {
			return true
		}
	}
	return false
}
