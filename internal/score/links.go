package score

import (
	"fmt"
	"strings"
	"unicode"
)

// The forms of mentions, and what the figures of links are told by.
const (
	formName        = "name"
	formDescription = "description"
	formPronoun     = "pronoun"
	formSpeaker     = "speaker"    // I, we, you
	kindGroup       = "group"      // several taken together
	kindSame        = "same name"  // a name with the same words again
	kindOther       = "other name" // a short form, another name
)

var (
	thirdPerson = wordSet("he him his himself she her hers herself it its itself they them their theirs themselves")
	speakers    = wordSet("i me my mine myself we us our ours ourselves you your yours yourself yourselves")
)

// Words that make a phrase definite.
var definite = wordSet("the this that these those both his her its their my our your")

// Words that stand between a noun and what follows it in its phrase.
var afterNoun = wordSet(`of in on at by for from to with about against between among over under near as into during after before since
	who whom whose which that where when and or including like than via de`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// formOf tells the form of a mention by its words: a pronoun, a name when its head has a capital, a
// definite description; "" for the rest.
func formOf(words string) string {
	lower := strings.ToLower(strings.TrimSpace(words))
	switch {
	case thirdPerson[lower]:
		return formPronoun
	case speakers[lower]:
		return formSpeaker
	}
	text := runes(words)
	head := text.headOf(span{0, len(text)})
	fields := strings.Fields(lower)
	switch {
	case head.Start < head.End && unicode.IsUpper(text[head.Start]):
		return formName
	case len(fields) > 1 && definite[fields[0]], strings.Contains(string(text[:head.Start]), "'s "), strings.Contains(string(text[:head.Start]), "’s "):
		return formDescription
	}
	return ""
}

// headOf returns the word that heads a noun phrase: the last one before a preposition, a relative
// pronoun or a comma. In a coordination it is all that is coordinated.
func (t runes) headOf(s span) span {
	first, head := -1, span{s.Start, s.Start}
	for i := max(s.Start, 0); i < min(s.End, len(t)); {
		if isSpace(t[i]) {
			i++
			continue
		}
		end := i
		for end < min(s.End, len(t)) && !isSpace(t[end]) {
			end++
		}
		word := strings.ToLower(string(t[i:end]))
		if first >= 0 && afterNoun[word] {
			if word == "and" || word == "or" {
				return span{first, s.End}
			}
			break
		}
		bare := strings.TrimRightFunc(string(t[i:end]), unicode.IsPunct)
		bare = strings.TrimSuffix(strings.TrimSuffix(bare, "'s"), "’s")
		if n := len([]rune(bare)); n > 0 {
			head = span{i, i + n}
			if first < 0 {
				first = i
			}
		}
		if strings.ContainsRune(",;:(", t[end-1]) {
			break
		}
		i = end
	}
	return head
}

// alignMentions returns for each predicted mention the gold mention that it is, -1 for none, each once: the one
// of the same phrase, else of the same words, else the shortest whose head is among the words of the
// prediction and in which the prediction's head lies.
func alignMentions(text runes, gold []goldMention, pred []corefMention) []int {
	at := make([]int, len(pred))
	used := make([]bool, len(gold))
	for i := range at {
		at[i] = -1
	}
	for pass := range 3 {
		for i := range pred {
			if at[i] >= 0 {
				continue
			}
			p := &pred[i]
			best := -1
			for k := range gold {
				if !used[k] && matches(text, &gold[k], p, pass) && (best < 0 || gold[k].End-gold[k].Start < gold[best].End-gold[best].Start) {
					best = k
				}
			}
			if best >= 0 {
				at[i], used[best] = best, true
			}
		}
	}
	return at
}

// matches reports whether the prediction is the gold mention: by phrase, by words, by head.
func matches(text runes, g *goldMention, p *corefMention, pass int) bool {
	switch {
	case pass == 0:
		return g.span == p.span
	case p.Words == nil || p.Head == nil:
		return false
	case pass == 1:
		return g.span == *p.Words
	case g.shared(*p.Head) == 0:
		return false
	}
	head := text.headOf(g.span)
	return p.Words.Start <= head.Start && head.End <= p.Words.End
}

// A judged is a predicted mention that is linked to an earlier one, as the gold has it or not.
type judged struct {
	mention, before   int // of the prediction
	gold, beforesGold int // mentions of the gold
	kind              string
	right             bool
}

// judge returns the links of the prediction that the gold can judge. A mention is linked to the name
// last before it that is a mention of the gold, or, where none is, to the last mention.
func judge(text runes, gold []goldMention, pred []corefMention) []judged {
	at := alignMentions(text, gold, pred)
	byCluster := map[string][]int{}
	var out []judged
	for i := range pred {
		if at[i] < 0 {
			continue
		}
		p := &pred[i]
		before := -1
		for _, k := range byCluster[p.Cluster] {
			if pred[k].Start < p.Start && (before < 0 || pred[k].Kind == formName || pred[before].Kind != formName) {
				before = k
			}
		}
		byCluster[p.Cluster] = append(byCluster[p.Cluster], i)
		if before < 0 {
			continue
		}
		j := judged{i, before, at[i], at[before], p.Kind, gold[at[i]].Cluster == gold[at[before]].Cluster}
		if j.kind == formName {
			if j.kind = kindOther; text.slice(p.words()) == text.slice(pred[before].words()) {
				j.kind = kindSame
			}
		}
		out = append(out, j)
	}
	return out
}

// words returns the words that name someone, the whole phrase where they are not told.
func (m *corefMention) words() span {
	if m.Words != nil {
		return *m.Words
	}
	return m.span
}

// A share is how many of all.
type share struct{ right, all int }

func (s share) line(name string) string {
	f := 0.
	if s.all > 0 {
		f = float64(s.right) / float64(s.all)
	}
	return fmt.Sprintf("   %-31s %.4f   (%d of %d)", name, f, s.right, s.all)
}

// linkFigures count the links by kind, and how many of the gold's links were found by form.
type linkFigures struct{ made, found map[string]share }

func newLinkFigures() *linkFigures {
	return &linkFigures{made: map[string]share{}, found: map[string]share{}}
}

// Who can act: only links of these types count for recall.
var canAct = map[string]bool{"person": true, "organization": true, "place": true}

// add counts one text.
func (f *linkFigures) add(g *corefGold, p *corefPrediction) {
	text := runes(*g.Text)
	got := map[int]bool{}
	for _, j := range judge(text, g.Mentions, p.Mentions) {
		s := f.made[j.kind]
		s.all++
		if j.right {
			s.right++
			got[j.gold] = true
		}
		f.made[j.kind] = s
	}
	for i, form := range goldLinks(g) {
		if form == "" {
			continue
		}
		s := f.found[form]
		s.all++
		if got[i] {
			s.right++
		}
		f.found[form] = s
	}
}

// goldLinks returns for each gold mention its form when it speaks again of someone who can act; else "".
func goldLinks(g *corefGold) []string {
	text := runes(*g.Text)
	first := map[string]span{}
	for _, m := range g.Mentions {
		if old, ok := first[m.Cluster]; !ok || m.before(old) {
			first[m.Cluster] = m.span
		}
	}
	out := make([]string, len(g.Mentions))
	for i, m := range g.Mentions {
		if canAct[m.Type] && m.Start > first[m.Cluster].Start {
			out[i] = formOf(text.slice(m.span))
		}
	}
	return out
}

func (f *linkFigures) merge(g *linkFigures) {
	for _, x := range []struct{ to, from map[string]share }{{f.made, g.made}, {f.found, g.found}} {
		for kind, s := range x.from {
			old := x.to[kind]
			x.to[kind] = share{old.right + s.right, old.all + s.all}
		}
	}
}

// total returns the sum over all kinds.
func total(by map[string]share) share {
	var t share
	for _, s := range by {
		t.right += s.right
		t.all += s.all
	}
	return t
}

func (f *linkFigures) show(rep *report) {
	for _, x := range []struct {
		name  string
		by    map[string]share
		kinds []string
	}{
		{"link precision", f.made, []string{kindSame, kindOther, formDescription, kindGroup, formPronoun, formSpeaker, ""}},
		{"link recall", f.found, []string{formName, formDescription, formPronoun, formSpeaker}},
	} {
		t := total(x.by)
		rep.linef("%s", strings.Replace(t.line(x.name), "   "+x.name, x.name+"   ", 1))
		if t.all > 0 {
			rep.figures[x.name] = float64(t.right) / float64(t.all)
		}
		for _, kind := range x.kinds {
			if s, ok := x.by[kind]; ok {
				if kind == "" {
					kind = "other"
				}
				rep.lines = append(rep.lines, s.line(kind))
			}
		}
	}
}

// line writes the sums for one text.
func (f *linkFigures) line() string {
	made, found := total(f.made), total(f.found)
	return fmt.Sprintf("  links right %d of %d, found %d of %d", made.right, made.all, found.right, found.all)
}

// corefMisses tells the links that are wrong, and those of the gold that were not found.
func corefMisses(g *corefGold, p *corefPrediction) []miss {
	text := runes(*g.Text)
	chains := map[string][]int{}
	for i, m := range g.Mentions {
		chains[m.Cluster] = append(chains[m.Cluster], i)
	}
	tell := func(i int) string {
		m := &g.Mentions[i]
		return fmt.Sprintf("“%s” speaks of “%s”", oneLine(text.slice(m.span)), oneLine(text.slice(g.Mentions[chains[m.Cluster][0]].span)))
	}
	links := map[int]judged{}
	for _, j := range judge(text, g.Mentions, p.Mentions) {
		links[j.gold] = j
	}
	again := goldLinks(g)
	var out []miss
	for i := range g.Mentions {
		j, ok := links[i]
		if ok && j.right || !ok && again[i] == "" {
			continue
		}
		m := miss{text: text, where: &g.Mentions[i].span, gold: []string{tell(i)}}
		if ok {
			later, before := text.slice(p.Mentions[j.mention].words()), text.slice(p.Mentions[j.before].words())
			m.ours = []string{fmt.Sprintf("“%s” (%s) goes with “%s”", oneLine(later), j.kind, oneLine(before))}
		}
		out = append(out, m)
	}
	return out
}
