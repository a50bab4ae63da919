package intake

import (
	"regexp"
	"strings"
	"unicode"

	"readout"
)

// Names of forms that other recognisers ask for.
const (
	timeLine   = "time of day"
	dateLine   = "date"
	ruleLine   = "rule"
	endMark    = "end mark"
	letterhead = "letterhead"
)

// A lineForm is a line that is furniture wherever it stands, or only in the head of the article.
type lineForm struct {
	name  string
	first string // the first words, in lower case, that such a line can have: see firstWord
	re    func() *regexp.Regexp
	head  bool
}

// zone is a time zone after a time of day: "EST", "(L)", "Moscow time".
const zone = `\(?(?:[A-Z]{1,4}T|GMT|UTC|MSK|(?i:L|hours|hrs|local time|[a-z]+ time))\)?`

// lineForms are the lines that are never news, as pressrooms, agencies and web pages write them.
var lineForms = []lineForm{
	{endMark, "end ends more nnnn #", oneOf(
		`^[-–—(\[*/ ]*(?:(?i:ends?|more|more to come|end of (?:text|transcript|story|document))|30|nnnn|NNNN)[-–—)\]*/ ]*$`), false},
	{timeLine, "# end at time", oneOf(
		`^[(\[]?(?:(?i:end|at|time:?)\s+)?\d{1,2}(?:[:.]\d{2}){0,2}\s*(?:(?i:[ap]\.?\s?m\.?)(?:,? *`+zone+`)?|,? *`+zone+`)(?:\s*[(\[](?i:local)(?: time)?[)\]])?(?:\s+(?i:end))?[)\]]?$`,
		`^\d{1,2}:\d{2}(?::\d{2})?$`), false},
	{"release", "for immediate under embargo embargoed strictly not", anyCase(
		`^(?:for )?immediate release\b.{0,60}$`,
		`^for release\s*(?::|-|on\b|at\b|upon\b|after\b|\d).{0,80}$`,
		`^(?:strictly )?(?:under )?embargo(?:ed)?(?:$|:| until\b| till\b).{0,80}$`,
		`^not for (?:publication|release|attribution)\b.{0,60}$`), false},
	{"release number", "press news media public no nr ref reference #", anyCase(
		`^(?:press|news|media|public) (?:release|statement|advisory|notice|note|communiqu[eé])s?(?:\s*(?:no|nr|number|#|№)\.?)?[\s:]*[\d/().-]*(?:[–—-]|\s)*$`,
		`^(?:no|nr|№|ref|reference)\.?:?\s*[\pL\d/().-]*\d[\pL\d/().-]*$`), false},
	{letterhead, "the white u us united department foreign ministry european council", oneOf(
		`^(?i:the white house)(?i:,? washington(?:,? d\.?c\.?)?)?$`,
		`^(?i:(?:u\.?s\.? |united states )?department of (?:state|defense))$`,
		`^(?i:foreign (?:& |and )commonwealth office|foreign, commonwealth (?:& |and )development office)$`,
		`^(?i:(?:the )?ministry of (?:foreign|external) affairs(?: of (?:the )?[\pL' ]{2,50})?)$`,
		`^(?i:european commission|council of the european union)$`), true},
	{"office", "office information press washington", anyCase(
		`^office of the (?:press secretary|spokes(?:man|person|woman)|vice president|first lady|historian|(?:assistant |deputy )?secretary)\b[^.]{0,60}$`,
		`^(?:information and )?press (?:service|department|office|division|section)\b[^.]{0,60}$`,
		`^washington,? d\.?c\.?$`), true},
	{"contact", "media press public for contact contacts enquiry enquiries inquiry inquiries information tel telephone phone fax e email mobile website web url twitter internet http https www", anyCase(
		`^(?:(?:media|press|public|for further) )?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|information)\s*:.{0,200}$`,
		`^for (?:more|further|additional) information\b.{0,200}$`,
		`^(?:tel(?:ephone)?|phone|fax|e-?mail|mobile|website|web|url|twitter|internet)\s*[.:].{0,120}$`,
		`^(?:https?://|www\.)\S+$`), false},
	{"delivery", "as check transcript unofficial translated rush excerpt excerpts text on off", anyCase(
		`^[(\[*]?(?:as (?:prepared )?(?:for )?deliver(?:ed|y)|as prepared|check against delivery)\.?[)\]*]?:?$`,
		`^[(\[*]?(?:transcript|on (?:the record|background)\b.{0,60}?|off the record|unofficial translation|translated from \pL+|rush transcript|(?:excerpts?|text|transcript) follows?)\.?[)\]*]?:?$`), false},
	{"copyright", "copyright c © all this our", anyCase(
		`^(?:copyright|©|\(c\)).{0,20}\d{4}.{0,300}$`,
		`^(?:copyright )?©.{0,200}$`,
		`^all rights reserved\b.{0,300}$`,
		`^this (?:material|article|content|story) may not be (?:published|reproduced|copied)\b.{0,300}$`,
		`^our standards:.{0,120}$`), false},
	{"sharing", "share tweet print e email comment comments bookmark facebook twitter whatsapp telegram linkedin save listen # follow join video", anyCase(
		`^share(?:$|:| this\b.{0,60}$| on \S+$| via .{0,40}$| article$| full article$)`,
		`^(?:tweet|print|e-?mail|comments?|bookmark|facebook|twitter|whatsapp|telegram|linkedin|save)(?: this(?: page| article)?)?(?: \(\d+\))?$`,
		`^(?:listen|video player(?: close)?|\d+ (?:comments?|shares?|min(?:ute)?s? read))(?: \(\d+\))?$`,
		`^follow .{1,40} on (?:twitter|facebook|x|instagram|telegram|weibo|youtube)\b.{0,60}$`,
		`^join the conversation\b.{0,80}$`), false},
	{"see also", "read see learn watch listen also more find related most recommended you trending editor editors continue story article back skip home menu search", anyCase(
		`^(?:read|see|learn|watch|listen|also read|more)(?: (?:more|also|next|now|full story|on this(?: story| topic)?))?\s*:[^.!]{0,200}$`,
		`^read the (?:rest|full (?:story|article|text))\b.{0,60}$`,
		`^(?:read|see|learn|watch|find out) more\b.{0,120}$`,
		`^(?:see|read) also\b.{0,160}$`,
		`^also read\b.{0,160}$`,
		`^related(?: (?:stories|articles|news|coverage|links|topics|content|story|article))?(?::.{0,200})?$`,
		`^(?:more on this story|most (?:read|popular|viewed)|recommended(?: for you)?|you may also like|trending(?: now)?)$`,
		`^(?:editors?['’] picks?|continue reading\b.{0,40}|story continues\b.{0,40}|article continues\b.{0,40}|back to top|skip to (?:main )?content|home|menu|search)$`), false},
	{"advertisement", "advertisement advertisements advertising sponsored ad promoted sign subscribe click tap download get", anyCase(
		`^[-–—(\[* ]*(?:advertisements?|advertising|sponsored(?: content)?|ad|promoted(?: content)?)[-–—)\]* ]*$`,
		`^(?:sign up|subscribe|get the latest|download our)\b.{0,120}\b(?:newsletters?|e-?mails?|inbox|alerts?|updates?|headlines|app|here|now|free)\b.{0,60}$`,
		`^(?:click|tap) here\b.{0,160}$`,
		`^subscribe$`), false},
	{"page record", "published publication text direct tag tags topic topics keywords category categories section filed in word length language document load byline", anyCase(
		`^(?:published in sections?|publication status|text version|direct link|load-date|byline date)\s*:.{0,240}$`,
		`^(?:tags?|topics?|keywords|categor(?:y|ies)|section|filed under|in sections?|topics covered|word count|length|language|document type)\s*:.{0,240}$`,
		`^published in sections?\b.{0,200}$`,
		`^(?:publication status|publication date)\b.{0,120}$`,
		`^text version$`), false},
	{"slug", "urgent bulletin flash breaking exclusive advisory embargoed unclassified news press media statement transcript readout update # lead world politics china international top", oneOf(
		`^[\[(]?(?:URGENT|BULLETIN|FLASH|BREAKING(?: NEWS)?|EXCLUSIVE|ADVISORY|EMBARGOED|UNCLASSIFIED|NEWS RELEASE|PRESS RELEASE|MEDIA RELEASE)[\])]?$`,
		`^[\[(]?(?:STATEMENT|TRANSCRIPT|READOUT|(?i:update \d{1,2}|\d(?:st|nd|rd|th) ld.{0,30}|lead|world|politics|china|international|news|top stories))[\])]?$`), true},
}

// oneOf matches what one of the expressions matches.
func oneOf(alternatives ...string) func() *regexp.Regexp {
	return expression(strings.Join(alternatives, "|"))
}

// anyCase is oneOf without regard to case.
func anyCase(alternatives ...string) func() *regexp.Regexp {
	return expression("(?i)" + strings.Join(alternatives, "|"))
}

// formsByFirst are the line forms by the first words they can have.
var formsByFirst = func() map[string][]*lineForm {
	forms := map[string][]*lineForm{}
	for i := range lineForms {
		for first := range strings.FieldsSeq(lineForms[i].first) {
			forms[first] = append(forms[first], &lineForms[i])
		}
	}
	return forms
}()

// firstWord is the first run of letters of s in lower case; "#" when a digit comes before it and
// "©" when that sign does. Other marks are passed over.
func firstWord(s string) string {
	for i, r := range s {
		switch {
		case unicode.IsDigit(r):
			return "#"
		case r == '©':
			return "©"
		case unicode.IsLetter(r):
			word, _ := scanWord(prefix(s[i:], 32))
			return strings.ToLower(word)
		}
	}
	return ""
}

// furniture claims the lines that are never news, and reads the day of publication from a date line
// or release line in the head.
func (d *draft) furniture() {
	for i := range d.pieces {
		words := d.words(i)
		if len(words) > 420 {
			continue
		}
		words = oneLine(words)
		if form := furnitureForm(words, i < head); form != "" {
			d.claim(i, readout.PartFurniture, form)
			d.releaseDate(i, words)
			d.publisher(i, words)
			continue
		}
		if (i < head || i >= len(d.pieces)-3) && len(d.pieces) > 1 {
			if when, stamp, ok := scanDateLine(words); ok {
				d.claim(i, readout.PartFurniture, dateLine)
				if stamp && i < head {
					d.setPublished(when)
				}
			}
		}
	}
}

// furnitureForm names the form of furniture that the line has, "" when it has none.
func furnitureForm(words string, inHead bool) string {
	if !strings.ContainsFunc(words, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.So, r) }) {
		if strings.Trim(words, "[](){}") == "" {
			return "" // a bracket of something that follows
		}
		return ruleLine // "###", "* * *"
	}
	if !strings.Contains(words, " ") && strings.Contains(words, "@") {
		return "contact" // an address
	}
	for _, f := range formsByFirst[firstWord(words)] {
		if (inHead || !f.head) && f.re().MatchString(words) {
			return f.name
		}
	}
	return ""
}

// releaseDate takes the day of publication from a release line: "For Immediate Release   March 3, 1990".
func (d *draft) releaseDate(i int, words string) {
	if i >= head || d.pieces[i].form != "release" && d.pieces[i].form != "page record" {
		return
	}
	for at := 0; at < len(words); {
		if when, n := scanDate(words[at:]); n > 0 {
			d.setPublished(when)
			return
		}
		next := strings.IndexByte(words[at:], ' ')
		if next < 0 {
			return
		}
		at += next + 1
	}
}

// setPublished sets the day of publication when it is not known and when the date is full.
func (d *draft) setPublished(when date) {
	if d.article.Published == "" && when.year != 0 {
		d.article.Published = when.value()
	}
}

// publisher takes the publisher from a letterhead, where it is plainly said.
func (d *draft) publisher(i int, words string) {
	if d.pieces[i].form == letterhead && d.article.Publisher == "" {
		name, _, _ := strings.Cut(words, ",")
		d.article.Publisher = titleCase(name)
	}
}

var (
	dateLead = expression(`(?i)^(?:(?:first |last )?(?:published|posted|updated|released?|issued|modified|date|release date|publication date|created)(?: date)?(?: (?:on|at))?\s*[:|]?\s*)`)
	// dateTail is what may follow the date on its line: a time of day, another stamp.
	dateTail = expression(`(?i)^[\s,|/·•–—-]*` +
		`(?:t?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?z?|(?:at )?\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\.?)?` +
		`(?: ?\(?(?:[a-z]{1,4}t|gmt(?:[+-]\d{1,2})?|utc|msk|local time|[a-z]+ time)\)?)?(?:[\s,|/·•–—-]*(?:last )?(?:updated|modified).{0,60})?[.\s]*$`)
)

// scanDateLine reads a line that holds only a date, with a time of day perhaps: "March 20, 2023",
// "Published: 20 March 2023, 17:45 GMT". stamp is false for a line that says when the page was
// changed.
func scanDateLine(s string) (when date, stamp, ok bool) {
	s = strings.Trim(s, "()[] ")
	lead := dateLead().FindString(s)
	lower := strings.ToLower(lead)
	stamp = !strings.Contains(lower, "updated") && !strings.Contains(lower, "modified")
	when, n := scanDate(s[len(lead):])
	if n == 0 || !dateTail().MatchString(s[len(lead)+n:]) {
		return date{}, false, false
	}
	return when, stamp, true
}
