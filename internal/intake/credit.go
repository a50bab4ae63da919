package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

const (
	maxCredit  = 320 // bytes that a credit at the end of a piece may have
	maxCaption = 700 // bytes that a caption may have
)

// A creditForm is a credit at the end of a piece or alone in one. The first group of its expression
// is the credit; what stands before it in the piece is of the kind rest.
type creditForm struct {
	name  string
	needs []string // one of these stands in every such credit; they are faster to look for
	re    func() *regexp.Regexp
	rest  readout.PartKind // "": the rest stays open
	tail  bool             // only in the last pieces of the article
}

const (
	photoNoun = `(?:(?:[Ff]ile|Pool|Handout|AP|AFP|Reuters|EPA) )?` +
		`(?:P(?:hoto|HOTO)(?:s|graphs?|graphed)?|Pictures?|Pic|PICTURE|Images?|IMAGE)(?:s? [Cc]redits?)?`
	photoHouse = `(?:REUTERS|Reuters|AP|AFP|EPA|dpa|Xinhua|TASS|Getty Images|GETTY IMAGES|Kyodo|Yonhap|ANSA|PTI|Anadolu|AA|UPI|` +
		`Pool|AP Photo|Agencies|RIA Novosti|Sputnik|Bloomberg|Shutterstock|Alamy|IC|VCG|CFP|China Daily)`
	filePhoto  = `(?:[Ff]ile|FILE) (?:photo|PHOTO|picture|image)`
	deskWork   = `(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslat(?:ed|ion)|[Cc]ontributed)(?: and (?:writing|editing|reporting))?`
	editorWord = `(?:(?:Web|Copy|Responsible|Managing|Duty) )?(?:Editors?|EDITORS?|editors?|Edited by|Producers?)(?:[ -]in[ -][Cc]harge)?`
	// afterText is where a credit without brackets may begin: at the start, after a sentence or on a
	// line of its own.
	afterText = `(?:^|[.!?…)\]"”’]\s*|\n)`
	opening   = `[(\[（【]\s*`
	closing   = `\s*[)\]）】]\.?$`
	inside    = `[^()\[\]（）【】]`
)

// Words of which every credit of a form has one.
var (
	photoWords  = []string{"hoto", "HOTO", "ictur", "ICTUR", "ic ", "mage", "MAGE", "/"}
	byWords     = []string{" by ", "\tby ", "\nby "}
	editorWords = []string{"dit", "DIT", "roducer"}
	hanWords    = []string{"：", "编", "核", "校", "制", "来源", "摄影", "记者"}
)

// creditForms are the credits, in the order in which they are tried.
var creditForms = []creditForm{
	// "(Photo by Ann Lee)", "[Photo/Agencies]", "(AP Photo/Ann Lee)", "(File photo)"
	{"photo credit", photoWords, expression(opening + `(` + photoNoun +
		`(?:(?:\s*[:/©]| by| courtesy| from| via| provided| supplied| taken| released)` + inside + `{1,160})?|` + filePhoto + `)` + closing), readout.PartCaption, false},
	// "(Xinhua/Ann Lee)", "(Ann Lee/AFP)"
	{"photo credit", photoWords, expression(opening + `(` + photoHouse + `\s*/` + inside + `{1,160}|` +
		`[^()\[\]\n]{2,60}/\s*` + photoHouse + `(?: via ` + inside + `{2,40})?)` + closing), readout.PartCaption, false},
	// "(photo: Ann Lee)"
	{"photo credit", photoWords, expression(opening + `((?:photo|image|picture|pic)\s*(?::|by|credit|courtesy)` + inside + `{2,120})` + closing), readout.PartCaption, false},
	// "Photo by Ann Lee", "Photo courtesy of the ministry", "Photo: Ann Lee"
	{"photo credit", photoWords, expression(`(?:^|[.!?…)\]"”’]\s*|\s[—–-]{1,2}\s|\n)(` + photoNoun +
		`(?: by| courtesy of| courtesy| from|\s*:|\s*/| ©)[^\n]{2,120})$`), readout.PartCaption, false},
	// "REUTERS/Ann Lee", "Ann Lee/AFP", "File photo"
	{"photo credit", photoWords, expression(afterText + `((?:REUTERS|Reuters|AP Photo|AP|AFP|EPA|Xinhua|TASS|Getty Images)\s?/\s?\p{Lu}[^\n]{2,80}|` +
		`\p{Lu}[\pL .'’-]{1,50}/\s?` + photoHouse + `(?: via [\pL ]{2,40})?|` + filePhoto + `\.?)$`), readout.PartCaption, false},
	// "(Reporting by Ann Lee in Bern; Editing by Bo Berg)"
	{"reporting credit", byWords, expression(opening + `((?:(?:With )?[Aa]dditional |With )?` + deskWork + `\s+by\s` + inside + `{2,260}` +
		`(?:\([^()]{1,60}\)` + inside + `{0,160})?)` + closing), "", false},
	// "Additional reporting by Ann Lee."
	{"reporting credit", byWords, expression(`(?:^|[.!?…)\]"”’]\s+|\n)((?:(?:With )?[Aa]dditional |With )?` + deskWork + `\s+by\s[^\n]{2,260})$`), "", false},
	// "Associated Press writer Ann Lee contributed to this report."
	{"contributors", []string{"contributed to this"}, expression(`^\(?([^\n]{4,240}\scontributed to this (?:report|story|article)\.?)\)?\.?$`), "", false},
	// "[Editor: Ann Lee]", "(Web editor: Ann Lee, Bo Berg)"
	{"editor credit", editorWords, expression(opening + `(` + editorWord + `\s*[:：]` + inside + `{1,100})` + closing), "", false},
	// "Editor: Ann Lee"
	{"editor credit", editorWords, expression(`^(` + editorWord + `\s*[:：]\s*\pL[\pL .,'’&/-]{1,80})$`), "", false},
	// "[责编：徐皓]", "编辑：徐皓"
	{"editor credit", hanWords, expression(`(?:^|[\[（(【]|[。.!?！？”"）)]\s*|\n)\s*(` +
		`(?:责编|责任编辑|编辑|编审|校对|编译|审核|监制|来源|摄影|记者|图片来源)\s*[：:]\s*[^\[\]（）()【】\n]{1,80}?)\s*[\]）)】]?$`), "", false},
	// "Source: Xinhua | 2023-03-20 21:15:33 | Editor: huaxia"
	{"source line", []string{"ource", "OURCE", "From"}, expression(`^[(\[]?((?:Sources?|SOURCE|From)\s*[:：]\s*[^\n]{2,150}?)[)\]]?$`), "", false},
	// "… he said. — Reuters", "(AFP)", "/TASS/"
	{"signature", []string{"—", "–", "-", "(", "/"}, expression(`(?:^|[.!?…"”’)]\s*)((?:[—–-]{1,2} ?|\()\p{L}[\pL.\- ]{1,40}\)?|/\p{L}[\pL.\- ]{1,40}/)\.?$`), "", true},
}

// credits finds credits of photographers, editors and contributors, and the captions before them.
func (d *draft) credits() {
	d.bracketed()
	last := len(d.pieces) - 4
	d.rewrite(func(i int, out []piece) []piece {
		p := d.pieces[i]
		p, out = d.captionLabel(p, out)
		return d.splitCredits(p, i > last, out)
	})
}

// bracketed joins a credit that stands in brackets over several pieces: "[", blank line, "责编：徐皓 ]".
func (d *draft) bracketed() {
	out := d.pieces[:0]
	for i := 0; i < len(d.pieces); i++ {
		p := d.pieces[i]
		if w := d.words(i); len(w) <= 3 && strings.Trim(w, "[(（【") == "" && d.open(i+1) && len(d.words(i+1)) < maxCredit {
			next := d.words(i + 1)
			if r, _ := utf8.DecodeLastRuneInString(next); strings.ContainsRune("])）】", r) {
				p.end = d.pieces[i+1].end
				i++
			}
		}
		out = append(out, p)
	}
	d.pieces = out
}

// splitCredits appends p to out, with the credits at its end as pieces of their own.
func (d *draft) splitCredits(p piece, last bool, out []piece) []piece {
	var tails []piece
	kind := p.kind
	if m := lastWord().FindStringIndex(suffix(d.text[p.start:p.end], 20)); m != nil {
		rest, mark := d.cut(p, p.end-p.start-(m[1]-m[0]))
		p = rest
		tails = append(tails, mark.as(readout.PartFurniture, endMark))
	}
	for range 3 {
		rest, credit, form := d.creditTail(p, last)
		if form == nil {
			break
		}
		tails = append(tails, credit)
		p = rest
		if kind == "" && form.rest == readout.PartCaption && p.end-p.start <= maxCaption {
			kind = readout.PartCaption
		}
		if p.empty() {
			break
		}
	}
	if !p.empty() {
		if kind == readout.PartCaption {
			p = p.as(kind, "caption")
		}
		out = append(out, p)
	}
	for i := len(tails) - 1; i >= 0; i-- {
		out = append(out, tails[i])
	}
	return out
}

// lastWord is an end mark on the last line of a report.
var lastWord = expression(`\s(?:(?:Enditem|ENDITEM|Endall|Endtext)|[(\[-](?:END|ENDS|end|more|MORE|30)[)\]-]|#{2,})$`)

// creditTail cuts one credit from the end of p and records it in the article.
func (d *draft) creditTail(p piece, last bool) (rest, credit piece, form *creditForm) {
	words := d.text[p.start:p.end]
	tail := suffix(words, maxCredit)
	offset := len(words) - len(tail)
	for f := range creditForms {
		form := &creditForms[f]
		if form.tail && !last || !containsAny(tail, form.needs) {
			continue
		}
		m := form.re().FindStringSubmatchIndex(tail)
		if m == nil || m[2] == 0 && offset > 0 {
			continue
		}
		said := strings.TrimSpace(tail[m[2]:m[3]])
		start := creditStart(tail, m[2])
		if !believable(form, said, offset+m[2] == 0, start < m[2]) {
			continue
		}
		at := offset + start
		rest, credit = d.cut(p, at)
		d.recordCredit(form, said)
		return rest, credit.as(readout.PartCredit, form.name), form
	}
	return p, piece{}, nil
}

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// creditStart moves the start of a credit before its opening bracket.
func creditStart(tail string, at int) int {
	before := strings.TrimRight(tail[:at], " \t\n")
	r, n := utf8.DecodeLastRuneInString(before)
	if n > 0 && strings.ContainsRune("[(（【", r) {
		return len(before) - n
	}
	return at
}

// believable guards the looser forms: a credit is names, not a sentence. alone tells that it is
// the whole piece, bracketed that it stands in brackets.
func believable(form *creditForm, said string, alone, bracketed bool) bool {
	switch form.name {
	case "signature":
		return agencyName(strings.Trim(said, "()/—–- ")) != ""
	case "source line":
		return alone
	case "reporting credit":
		// "Reporting by the paper showed that …" is a sentence.
		first, _, more := strings.Cut(said, ";")
		_, who, _ := strings.Cut(first, " by ")
		_, ok := personNames(strings.TrimSuffix(inPlace().ReplaceAllString(oneLine(who), ""), "."))
		return bracketed || startsUpper(said) && (ok || more)
	case "photo credit":
		return !sentenceBreak().MatchString(said) && len(strings.Fields(said)) <= 18 && !hasVerb().MatchString(said)
	}
	return true
}

var (
	sentenceBreak = expression(`\p{Ll}[.!?] +\p{Lu}`)
	hasVerb       = expression(`\b(?:is|are|was|were|has|have|had|says?|said|shows?|speaks?|meets?|met|shakes?|poses?|attends?|arrives?)\b`)
)

// recordCredit fills the article's fields from a credit.
func (d *draft) recordCredit(form *creditForm, said string) {
	a := d.article
	switch form.name {
	case "signature":
		if a.Agency == "" {
			a.Agency = agencyName(strings.Trim(said, "()/—–- "))
		}
		said = strings.Trim(said, "()/—–- ")
	case "source line":
		d.sourceLine(said)
	case "reporting credit":
		if m := reportingBy().FindStringSubmatch(said); m != nil {
			if names, ok := personNames(m[1]); ok {
				d.reporters = append(d.reporters, names.people...)
			}
		}
	}
	a.Credits = append(a.Credits, said)
}

// reportingBy finds the reporters in "Reporting by Jane Doe in Moscow; Editing by …".
var reportingBy = expression(`^Reporting by ([^;.]+)`)

// sourceLine reads "Source: Xinhua | 2023-03-20 21:15:33 | Editor: huaxia".
func (d *draft) sourceLine(said string) {
	_, rest, _ := strings.Cut(strings.Replace(said, "：", ":", 1), ":")
	for i, field := range strings.Split(rest, "|") {
		field = strings.TrimSpace(field)
		if i == 0 && d.article.Agency == "" {
			d.article.Agency = agencyName(field)
		}
		if when, stamp, ok := scanDateLine(field); ok && stamp {
			d.setPublished(when)
		}
	}
}

var captionLead = expression(`^((?i:file photo|file picture|file|photo|picture|pictured|caption|photo caption|above|image|archive photo)\s*(?::|\s[—–-]{1,2}\s|(?: shows)?:))\s*`)

// captionLabel cuts the label from a caption: "FILE PHOTO: …", "Photo: …". What follows is a
// caption when it is a sentence; a short one without is left to the credits.
func (d *draft) captionLabel(p piece, out []piece) (piece, []piece) {
	words := d.text[p.start:p.end]
	if scene().MatchString(prefix(words, 60)) && len(words) <= maxCaption {
		return p.as(readout.PartCaption, "caption"), out
	}
	m := captionLead().FindString(prefix(words, 60))
	if m == "" || len(words) > maxCaption {
		return p, out
	}
	rest := words[len(m):]
	fields := len(strings.Fields(rest))
	if fields < 4 || !hasVerb().MatchString(rest) && (fields < 9 || !strings.ContainsFunc(rest, unicode.IsLower)) {
		return p, out
	}
	label, caption := d.cut(p, len(m))
	return caption.as(readout.PartCaption, "caption"), append(out, label.as(readout.PartFurniture, "caption label"))
}

// scene is how agencies begin a caption.
var scene = expression(`^(?:In this (?:(?:file|handout|undated|pool|combination|[A-Z][a-z.]+ \d{1,2},? ?(?:\d{4},?)?) )*(?:photo|image|picture)|(?:This|An?) (?:file|handout|undated|combination|aerial|pool) (?:photo|image|picture))\b`)
