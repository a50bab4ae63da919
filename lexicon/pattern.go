package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Pattern is the ways in which a set phrase or a term is worded, written in a compact notation:
//
//	word        the word itself, in any case
//	word~       any form of the word: issue~ is issue and issues
//	^Word       the word with a capital letter
//	(a|b c)     one of these; (a|b)~ any form of one of these
//	[a|b c]     one of these, or none
//	_           any one word
//	*           up to four words, whatever they are
//	,           a comma, or none
//	a b ; c d   either pattern
//
// Hyphens and quotation marks count for nothing, in the pattern and in the text: win-win is win win.
type Pattern struct {
	text string
	alts [][]element
}

// String returns the pattern as it was written.
func (p *Pattern) String() string { return p.text }

// An element is one piece of a pattern: a word, a group, or a gap.
type element struct {
	word      string   // in the form in which texts are compared; "" for a group, anyWord or gap
	forms     []string // regular inflections, for word~
	inflected bool
	capital   bool
	any       bool        // _
	group     [][]element // ( ) and [ ]
	optional  bool        // [ ] and the comma
}

// A Word is a word of a text as patterns see it.
type Word struct {
	Form    string // lower case, without full stops; see Fold
	Lemma   string // likewise
	Capital bool
	Token   int // where it comes from, for the caller
}

// Fold returns the form in which patterns compare a word: lower case, without full stops.
func Fold(form string) string {
	form = strings.ToLower(form)
	if len(form) > 1 && strings.IndexByte(form, '.') >= 0 {
		form = strings.ReplaceAll(form, ".", "")
	}
	return form
}

// maxGap is how many words * may stand for.
const maxGap = 4

// ParsePattern reads a pattern.
func ParsePattern(text string) (*Pattern, error) {
	p := patternParser{rest: text}
	out := &Pattern{text: strings.TrimSpace(text)}
	for {
		seq, err := p.sequence()
		if err != nil {
			return nil, fmt.Errorf("pattern %q: %w", text, err)
		}
		if err := checkStart(seq); err != nil {
			return nil, fmt.Errorf("pattern %q: %w", text, err)
		}
		out.alts = append(out.alts, seq)
		if p.rest == "" {
			return out, nil
		}
		if p.rest[0] != ';' {
			return nil, fmt.Errorf("pattern %q: %q stands without what it closes", text, p.rest[:1])
		}
		p.rest = p.rest[1:]
	}
}

// checkStart makes sure that a sequence begins and ends with words, so that it can be found by them.
func checkStart(seq []element) error {
	if len(seq) == 0 {
		return errors.New("nothing is in it")
	}
	if len(starts(seq)) == 0 {
		return errors.New("begins with any word")
	}
	for _, e := range seq {
		if !e.optional && !e.any {
			return nil
		}
	}
	return errors.New("may be empty")
}

// starts returns the words that a sequence may begin with; none when it may begin with any word.
func starts(seq []element) []*element {
	var out []*element
	for i := range seq {
		e := &seq[i]
		switch {
		case e.any:
			return nil
		case e.group != nil:
			for _, g := range e.group {
				s := starts(g)
				if s == nil {
					return nil
				}
				out = append(out, s...)
			}
		default:
			out = append(out, e)
		}
		if !e.optional {
			break
		}
	}
	return out
}

type patternParser struct{ rest string }

// sequence reads elements up to the end, or to ; | ) or ], which it leaves.
func (p *patternParser) sequence() ([]element, error) {
	var seq []element
	for {
		before := len(p.rest)
		p.rest = strings.TrimLeft(p.rest, " -")
		if len(seq) > 0 && before == len(p.rest) && p.rest != "" && strings.IndexByte(";|)],", p.rest[0]) < 0 {
			return nil, fmt.Errorf("no space before %q", p.rest)
		}
		if p.rest == "" || strings.IndexByte(";|)]", p.rest[0]) >= 0 {
			return seq, nil
		}
		switch c := p.rest[0]; c {
		case '(', '[':
			e, err := p.group(c == '[')
			if err != nil {
				return nil, err
			}
			seq = append(seq, e)
		case '*':
			p.rest = p.rest[1:]
			seq = append(seq, slices.Repeat([]element{{any: true, optional: true}}, maxGap)...)
		case ',':
			p.rest = p.rest[1:]
			seq = append(seq, element{word: ",", optional: true})
		default:
			seq = append(seq, p.words()...)
		}
	}
}

// group reads ( … | … ) or [ … | … ], with ~ behind it.
func (p *patternParser) group(optional bool) (element, error) {
	e := element{optional: optional}
	closing := byte(')')
	if optional {
		closing = ']'
	}
	p.rest = p.rest[1:]
	for {
		seq, err := p.sequence()
		if err != nil {
			return e, err
		}
		if len(seq) == 0 {
			return e, errors.New("an empty choice")
		}
		e.group = append(e.group, seq)
		if p.rest == "" || p.rest[0] != '|' && p.rest[0] != closing {
			return e, fmt.Errorf("%c is missing", closing)
		}
		done := p.rest[0] == closing
		p.rest = p.rest[1:]
		if done {
			break
		}
	}
	if strings.HasPrefix(p.rest, "~") {
		p.rest = p.rest[1:]
		for _, seq := range e.group {
			seq[len(seq)-1].inflect()
		}
	}
	return e, nil
}

// words reads a word, which hyphens may part into several.
func (p *patternParser) words() []element {
	end := strings.IndexAny(p.rest, " ;|()[],*")
	if end < 0 {
		end = len(p.rest)
	}
	text := strings.TrimRight(p.rest[:end], "-")
	p.rest = p.rest[len(text):]
	text, inflected := strings.CutSuffix(text, "~")
	var out []element
	for piece := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '-' }) {
		if piece == "_" {
			out = append(out, element{any: true})
			continue
		}
		word, capital := strings.CutPrefix(piece, "^")
		stem, genitive := strings.CutSuffix(word, "'s")
		out = append(out, element{word: Fold(stem), capital: capital})
		if genitive {
			out = append(out, element{word: "'s"})
		}
	}
	if inflected && len(out) > 0 {
		out[len(out)-1].inflect()
	}
	return out
}

// inflect makes the element stand for any form of its word.
func (e *element) inflect() {
	if e.word != "" && !e.inflected {
		e.inflected = true
		e.forms = append(inflections(e.word, "VERB"), inflections(e.word, "NOUN")...)
	}
}

// fits reports whether a word of the text is the element's.
func (e *element) fits(w *Word) bool {
	switch {
	case e.capital && !w.Capital:
		return false
	case e.word == w.Form:
		return true
	}
	return e.inflected && (e.word == w.Lemma || slices.Contains(e.forms, w.Form))
}

// A sequel is a sequence that has to follow a group, and what has to follow that.
type sequel struct {
	seq  []element
	then *sequel
}

// longest returns the end of the longest match of the sequence at words[i:], -1 when there is none.
// then is what has to follow; nil for nothing.
func longest(seq []element, words []Word, i int, then *sequel) int {
	if len(seq) == 0 {
		if then != nil {
			return longest(then.seq, words, i, then.then)
		}
		return i
	}
	e, rest := &seq[0], seq[1:]
	best := -1
	if e.optional {
		best = longest(rest, words, i, then)
	}
	switch {
	case e.group != nil:
		after := &sequel{rest, then}
		for _, g := range e.group {
			best = max(best, longest(g, words, i, after))
		}
	case i < len(words) && (e.any && plain(words[i].Form) || !e.any && e.fits(&words[i])):
		best = max(best, longest(rest, words, i+1, then))
	}
	return best
}

// plain reports whether a word is one that a gap may stand for: not a mark.
func plain(form string) bool {
	return form != "" && (form[0] >= 'a' && form[0] <= 'z' || form[0] >= '0' && form[0] <= '9' || form[0] >= 0x80 || form == "'s")
}

// A patternIndex finds the patterns that match at a word, by their first words.
type patternIndex struct {
	starts map[string][]start
}

// A start is a sequence of a pattern that may begin with a word.
type start struct {
	value int // what the pattern stands for
	seq   []element
}

// add puts a pattern into the index under a value.
func (x *patternIndex) add(p *Pattern, value int) {
	if x.starts == nil {
		x.starts = map[string][]start{}
	}
	for _, seq := range p.alts {
		var keys []string
		for _, e := range starts(seq) {
			keys = append(append(keys, e.word), e.forms...)
		}
		slices.Sort(keys)
		for _, k := range slices.Compact(keys) {
			x.starts[k] = append(x.starts[k], start{value, seq})
		}
	}
}

// at calls found with the value and the end of every pattern that matches at words[i:].
func (x *patternIndex) at(words []Word, i int, found func(value, end int)) {
	w := &words[i]
	for _, s := range x.starts[w.Form] {
		if end := longest(s.seq, words, i, nil); end > i {
			found(s.value, end)
		}
	}
	if w.Lemma == w.Form {
		return
	}
	for _, s := range x.starts[w.Lemma] {
		if end := longest(s.seq, words, i, nil); end > i {
			found(s.value, end)
		}
	}
}
