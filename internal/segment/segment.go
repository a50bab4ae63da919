// Package segment cuts an article's text into sentences and tokens, as UD English EWT and GUM do.
//
// In: a Document whose article has its parts told apart. Out: Sentences, and Tokens' Start, End
// and Form. Only parts that are read for records get sentences, and a part's end ends a sentence.
//
// Phases: a Scanner walks the text from one place where a token might end to the next; a linear
// classifier over the characters and words around it decides whether the token goes on, ends, or
// ends its sentence; a short learned list divides words such as "cannot"; over-long sentences are
// cut so that all later work stays bounded.
package segment

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/model"
)

// MaxTokens is the longest sentence the segmenter makes. What is longer is a list or a table, and
// is cut at a semicolon or comma where there is one.
const MaxTokens = 400

// The sections of the weights file that the segmenter reads.
const (
	WeightsSection = "segment"        // Linear, a class per Class
	SplitsSection  = "segment.splits" // lines: word, TAB, byte offsets at which it is cut
)

// tokenBytes is how many bytes of text there are to a token, white space included; seldom fewer.
const tokenBytes = 5

// A Segmenter finds tokens and sentences. It is safe for concurrent use.
type Segmenter struct {
	weights *model.Linear
	splits  map[string][]int // lower-case word to the offsets of its later parts
}

// New returns a Segmenter with the weights of m.
func New(m *model.File) (*Segmenter, error) {
	weights, err := m.Linear(WeightsSection)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	if weights.Classes != Classes {
		return nil, fmt.Errorf("segment: weights for %d classes, want %d", weights.Classes, Classes)
	}
	lines, err := m.Lines(SplitsSection)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	s := &Segmenter{weights: weights, splits: map[string][]int{}}
	for _, line := range lines {
		word, at, err := parseSplit(line)
		if err != nil {
			return nil, fmt.Errorf("segment: section %q: %w", SplitsSection, err)
		}
		s.splits[word] = at
	}
	return s, nil
}

// parseSplit reads a line of SplitsSection.
func parseSplit(line string) (word string, at []int, err error) {
	word, offsets, ok := strings.Cut(line, "\t")
	last := 0
	for field := range strings.FieldsSeq(offsets) {
		n, err := strconv.Atoi(field)
		if err != nil || n <= last || n >= len(word) || !isASCII(word) {
			return "", nil, fmt.Errorf("bad line %q", line)
		}
		at = append(at, n)
		last = n
	}
	if !ok || len(at) == 0 {
		return "", nil, fmt.Errorf("bad line %q", line)
	}
	return word, at, nil
}

// Segment sets the document's sentences and tokens.
func (s *Segmenter) Segment(d *doc.Document) {
	d.Sentences, d.Tokens = nil, make([]doc.Token, 0, len(d.Article.Text)/tokenBytes+1)
	for i, part := range d.Article.Parts {
		if part.Kind.Read() {
			s.part(d, i)
		}
	}
}

// part segments one part of the article.
func (s *Segmenter) part(d *doc.Document, part int) {
	p := d.Article.Parts[part]
	text := d.Article.Text[p.Start:p.End]
	var scores [Classes]int32
	keys := make([]uint32, 0, 64)
	scanner := NewScanner(text)
	first := len(d.Tokens)
	for scanner.Next() {
		class := Sentence
		if !scanner.AtEnd() {
			keys = scanner.Features(keys[:0])
			clear(scores[:])
			s.weights.Score(keys, scores[:])
			class = scanner.Best(scores[:])
		}
		if class != Inside {
			start, end := scanner.Token()
			s.token(d, p.Start, text, start, end)
		}
		if class == Token && len(d.Tokens) > first && endsWithName(&d.Tokens[len(d.Tokens)-1], text, p.Start) {
			class = Sentence
		}
		if class == Sentence && !scanner.AtEnd() && endsWithTitle(d, first) {
			class = Token
		}
		if class == Sentence {
			s.fullStop(d, first)
			first = sentences(d, part, first, true)
		} else if len(d.Tokens)-first > MaxTokens {
			first = sentences(d, part, first, false)
		}
		scanner.Take(class)
	}
}

// token appends the token text[start:end], or its pieces when it is a word that is divided.
func (s *Segmenter) token(d *doc.Document, base int, text string, start, end int) {
	form := text[start:end]
	if len(form) <= maxSplitWord {
		for _, at := range s.splits[strings.ToLower(form)] {
			if at < len(form) && isASCII(form) {
				d.Tokens = append(d.Tokens, doc.Token{Start: base + start, End: base + end - len(form) + at, Form: text[start : end-len(form)+at], Head: -1})
				start = end - len(form) + at
			}
		}
	}
	d.Tokens = append(d.Tokens, doc.Token{Start: base + start, End: base + end, Form: text[start:end], Head: -1})
}

// fullStop parts the full stop at the end of a sentence from its last word, unless the word is an
// abbreviation: "… met Harry Wu." The classifier has seen too few short names to know.
func (s *Segmenter) fullStop(d *doc.Document, first int) {
	n := len(d.Tokens) - 1
	if n < first {
		return
	}
	t := d.Tokens[n]
	word, dotted := dottedWord(t.Form)
	if !dotted {
		return
	}
	stop := t.End - 1
	d.Tokens[n].End, d.Tokens[n].Form = stop, word
	d.Tokens = append(d.Tokens, doc.Token{Start: stop, End: t.End, Form: t.Form[len(word):], Head: -1})
}

// endsWithName reports whether token t is a word with a full stop before a capital: "… met Harry Wu.
// The next day …".
func endsWithName(t *doc.Token, text string, base int) bool {
	if _, dotted := dottedWord(t.Form); !dotted {
		return false
	}
	rest := text[t.End-base:]
	next := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if len(next) == len(rest) {
		return false
	}
	next = strings.TrimLeft(next, "\"'“‘«(")
	r, _ := utf8.DecodeRuneInString(next)
	return unicode.IsUpper(r)
}

// endsWithTitle reports whether the tokens from first on end with the title of a name that follows: "… met
// Sen. Holsman". No sentence ends there, and the full stop is the title's own.
func endsWithTitle(d *doc.Document, first int) bool {
	n := len(d.Tokens) - 1
	if n < first {
		return false
	}
	next := strings.TrimLeft(d.Article.Text[d.Tokens[n].End:], " \n")
	if r, _ := utf8.DecodeRuneInString(next); !unicode.IsUpper(r) {
		return false
	}
	if t := d.Tokens[n]; t.Form == "." && n > first && d.Tokens[n-1].End == t.Start && titles[strings.ToLower(d.Tokens[n-1].Form)] {
		d.Tokens = d.Tokens[:n]
		d.Tokens[n-1].End, d.Tokens[n-1].Form = t.End, d.Article.Text[d.Tokens[n-1].Start:t.End]
		return true
	}
	word, dotted := strings.CutSuffix(d.Tokens[n].Form, ".")
	return dotted && titles[strings.ToLower(word)]
}

// titles stand before names and keep their full stop.
var titles = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "messrs": true, "dr": true, "prof": true, "rev": true, "hon": true, "sen": true, "sens": true,
	"rep": true, "reps": true, "gov": true, "govs": true, "gen": true, "lt": true, "col": true, "maj": true, "capt": true, "sgt": true,
	"cpl": true, "adm": true, "cmdr": true, "brig": true, "amb": true, "supt": true, "insp": true, "atty": true,
}

// dottedWord returns the word before a final full stop, if it is a word of letters and no
// abbreviation.
func dottedWord(form string) (word string, ok bool) {
	word, ok = strings.CutSuffix(form, ".")
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	return word, ok && utf8.RuneCountInString(word) > 1 && !abbreviations[strings.ToLower(word)] && !strings.ContainsFunc(word, notLetter)
}

// abbreviations are words that keep their full stop at the end of a sentence.
var abbreviations = map[string]bool{
	"inc": true, "corp": true, "co": true, "ltd": true, "bros": true, "jr": true, "sr": true, "etc": true, "al": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "aug": true, "sept": true, "sep": true, "oct": true, "nov": true, "dec": true,
	"mon": true, "tue": true, "tues": true, "wed": true, "thu": true, "thurs": true, "fri": true,
	"st": true, "ave": true, "blvd": true, "rd": true, "no": true, "nos": true, "vol": true, "pp": true, "dept": true, "est": true,
	"mr": true, "mrs": true, "ms": true, "dr": true, "gen": true, "col": true, "lt": true, "sgt": true, "capt": true, "sen": true, "rep": true, "gov": true, "prof": true, "rev": true, "hon": true, "adm": true, "maj": true,
	"brig": true, "cmdr": true, "cpl": true, "pvt": true, "supt": true, "insp": true, "amb": true, "atty": true, "asst": true, "assn": true, "sec": true, "vs": true, "op": true, "ph": true,
	"ala": true, "ariz": true, "ark": true, "calif": true, "colo": true, "conn": true, "del": true, "fla": true, "ga": true, "ill": true, "ind": true, "kan": true, "ky": true, "la": true, "md": true, "mass": true, "mich": true, "minn": true, "miss": true, "mo": true, "mont": true, "neb": true, "nev": true, "okla": true, "ont": true, "ore": true, "pa": true, "que": true, "tenn": true, "tex": true, "va": true, "vt": true, "wash": true, "wis": true, "wyo": true,
}

// maxSplitWord is longer than any word on the list of divided words.
const maxSplitWord = 24

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// sentences makes sentences of the tokens from first on: all of them when the sentence has ended,
// otherwise only as many as leave at most MaxTokens. It returns the first token without one.
func sentences(d *doc.Document, part, first int, ended bool) int {
	for len(d.Tokens)-first > MaxTokens {
		end := cut(d.Tokens[first : first+MaxTokens])
		d.Sentences = append(d.Sentences, doc.Sentence{First: first, End: first + end, Part: part})
		first += end
	}
	if ended && first < len(d.Tokens) {
		d.Sentences = append(d.Sentences, doc.Sentence{First: first, End: len(d.Tokens), Part: part})
		first = len(d.Tokens)
	}
	return first
}

// cut returns where to cut an over-long sentence: after the last semicolon of its second half, or
// else its last comma, or else at the end. Tokens that touch, as in "can|not", stay together.
func cut(tokens []doc.Token) int {
	for _, mark := range []string{";", ","} {
		for i := len(tokens) - 1; i >= len(tokens)/2; i-- {
			if tokens[i].Form == mark {
				return i + 1
			}
		}
	}
	for i := len(tokens) - 1; i >= len(tokens)/2; i-- {
		if tokens[i].Start > tokens[i-1].End {
			return i
		}
	}
	return len(tokens)
}
