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
		if class == Token && (endsWithName(d, first) || endsBefore(d, first)) {
			class = Sentence
		}
		if class == Sentence && !scanner.AtEnd() && goesOn(d, first) {
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

// endsWithName reports whether the last token is a word with a full stop before a capital: "… met
// Harry Wu. The next day …".
func endsWithName(d *doc.Document, first int) bool {
	n := len(d.Tokens) - 1
	if n < first {
		return false
	}
	_, dotted := dottedWord(d.Tokens[n].Form)
	return dotted && doc.Capitalized(wordAfter(d, n))
}

// endsBefore reports whether the tokens from first on end with an abbreviation before a word that
// begins sentences ("left the U.N. The talks …"), or with a number and its full stop before a
// capital ("by Oct. 1. Prague …"); a number that begins the sentence is that of a list.
func endsBefore(d *doc.Document, first int) bool {
	n := len(d.Tokens) - 1
	if n <= first || !strings.HasSuffix(d.Tokens[n].Form, ".") {
		return false
	}
	t, next := &d.Tokens[n], wordAfter(d, n)
	if t.Form == "." {
		before := &d.Tokens[n-1]
		return n-1 > first && before.End == t.Start && doc.Capitalized(next) && strings.Trim(before.Form, "0123456789") == ""
	}
	word, dotted := strings.CutSuffix(t.Form, ".")
	return dotted && (abbreviations[strings.ToLower(word)] || isInitials(word)) && begins[next]
}

// wordAfter returns the word that follows token n after white space, "" for none.
func wordAfter(d *doc.Document, n int) string {
	rest := d.Article.Text[d.Tokens[n].End:]
	next := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if len(next) == len(rest) {
		return ""
	}
	next = strings.TrimLeft(next, "\"'“‘«(")
	if end := strings.IndexFunc(next, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		return next[:end]
	}
	return next
}

// begins are words that have a capital at the beginning of a sentence alone.
var begins = doc.WordSet(`
	The He She It They We This These Those That But And In On At After His Her Its Their However Meanwhile Both
	There When While Nobody No A An`)

// goesOn reports whether the tokens from first on end with an abbreviation after which its sentence goes
// on, and leaves the full stop with it: a title before a name ("met Sen. Holsman"), a month before
// its day ("by Oct. 1"), letters before a small letter ("the F.B.I. had").
func goesOn(d *doc.Document, first int) bool {
	n := len(d.Tokens) - 1
	if n < first {
		return false
	}
	apart := d.Tokens[n].Form == "." && n > first && d.Tokens[n-1].End == d.Tokens[n].Start
	word := strings.TrimSuffix(d.Tokens[n].Form, ".")
	if apart {
		word = d.Tokens[n-1].Form
	} else if word == d.Tokens[n].Form {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(d.Article.Text[d.Tokens[n].End:], " \n"))
	low := strings.ToLower(word)
	switch {
	case titles[low] && unicode.IsUpper(next):
	case numbered[low] && unicode.IsDigit(next) && low != word:
	case isInitials(word) && unicode.IsLower(next):
	default:
		return false
	}
	if apart {
		t := &d.Tokens[n-1]
		t.End = d.Tokens[n].End
		t.Form = d.Article.Text[t.Start:t.End]
		d.Tokens = d.Tokens[:n]
	}
	return true
}

// isInitials reports whether the word is capitals with full stops between: "F.B.I".
func isInitials(word string) bool {
	for i, r := range word {
		if i%2 == 0 != unicode.IsUpper(r) || i%2 == 1 && r != '.' || r >= utf8.RuneSelf {
			return false
		}
	}
	return len(word) > 2
}

// numbered stand with a capital before numbers: "Oct. 1", "Art. 5".
var numbered = doc.WordSet("jan feb mar apr jun jul aug sept sep oct nov dec art sec ch vol fig")

// titles stand before names and keep their full stop.
var titles = doc.WordSet(`
	mr mrs ms messrs dr prof rev hon sen sens rep reps gov govs gen lt col maj capt sgt cpl adm cmdr brig amb
	supt insp atty`)

// dottedWord returns the word before a final full stop, if it is a word of letters and no
// abbreviation.
func dottedWord(form string) (word string, ok bool) {
	word, ok = strings.CutSuffix(form, ".")
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	return word, ok && utf8.RuneCountInString(word) > 1 && !abbreviations[strings.ToLower(word)] && !strings.ContainsFunc(word, notLetter)
}

// abbreviations are words that keep their full stop at the end of a sentence.
var abbreviations = doc.WordSet(`
	inc corp co ltd bros jr sr etc al jan feb mar apr aug sept sep oct nov dec mon tue tues wed thu thurs fri st
	ave blvd rd no nos vol pp dept est mr mrs ms dr gen col lt sgt capt sen rep gov prof rev hon adm maj brig
	cmdr cpl pvt supt insp amb atty asst assn sec vs op ph ala ariz ark calif colo conn del fla ga ill ind kan ky
	la md mass mich minn miss mo mont neb nev okla ont ore pa que tenn tex va vt wash wis wyo`)

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
