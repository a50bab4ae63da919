package doc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// A TreebankSentence is one sentence of a CoNLL-U file. Text is rebuilt from the words and their
// SpaceAfter; the words' spans are bytes of it and their heads are indices into Words, -1 for the
// root.
type TreebankSentence struct {
	ID         string // "# sent_id"
	DocumentID string // "# newdoc id", when the sentence begins a document
	NewDoc     bool
	NewPar     bool
	Text       string
	Words      []Token
	SpaceAfter bool // whether white space follows the sentence
	Line       int  // line of the file on which the sentence begins, from 1
}

// ReadCoNLLU yields the sentences of a CoNLL-U file (https://universaldependencies.org/format.html).
// Empty nodes and enhanced dependencies are skipped. The parts of a multi-word token share its
// span; where the parts are not its plain concatenation, each gets a non-empty piece of it. An
// error names its line and ends the sequence.
func ReadCoNLLU(r io.Reader) iter.Seq2[*TreebankSentence, error] {
	return func(yield func(*TreebankSentence, error) bool) {
		c := conlluReader{in: bufio.NewReaderSize(r, 1<<16)}
		for {
			s, err := c.sentence()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, fmt.Errorf("conllu: line %d: %w", c.line, err))
				return
			}
			if !yield(s, nil) {
				return
			}
		}
	}
}

// ReadDocument reads a whole CoNLL-U file as one Document, with its links made.
func ReadDocument(r io.Reader) (*Document, error) {
	var sentences []*TreebankSentence
	for s, err := range ReadCoNLLU(r) {
		if err != nil {
			return nil, err
		}
		sentences = append(sentences, s)
	}
	return FromTreebank(sentences), nil
}

// FromTreebank makes one Document of sentences: the article's text is their text, a body part for
// every paragraph ("# newpar", "# newdoc").
func FromTreebank(sentences []*TreebankSentence) *Document {
	article := readout.NewArticle()
	article.Language = "en"
	d := New(article)
	var text strings.Builder
	for i, s := range sentences {
		if i == 0 || s.NewDoc || s.NewPar {
			if i > 0 {
				text.WriteByte('\n')
			}
			article.Parts = append(article.Parts, readout.Part{Kind: readout.PartBody, Start: text.Len()})
		} else if sentences[i-1].SpaceAfter {
			text.WriteByte(' ')
		}
		first, offset := len(d.Tokens), text.Len()
		for _, w := range s.Words {
			w.Start += offset
			w.End += offset
			if w.Head >= 0 {
				w.Head += first
			}
			d.Tokens = append(d.Tokens, w)
		}
		text.WriteString(s.Text)
		part := len(article.Parts) - 1
		article.Parts[part].End = text.Len()
		d.Sentences = append(d.Sentences, Sentence{First: first, End: len(d.Tokens), Part: part})
	}
	article.Text = text.String()
	article.ID = readout.ArticleID("", "", article.Text)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.Form = article.Text[t.Start:t.End]
	}
	d.Link()
	return d
}

// conlluReader reads sentences line by line.
type conlluReader struct {
	in   *bufio.Reader
	line int
}

// conlluWord is a word line before its span is known.
type conlluWord struct {
	form     string
	space    bool
	token    Token
	headID   int
	headLine int
}

// conlluRange is a multi-word token: the words first to last, from 1, both included.
type conlluRange struct {
	first, last int
	form        string
	space       bool
}

// next returns the next line without its end.
func (c *conlluReader) next() (string, error) {
	line, err := c.in.ReadString('\n')
	if err != nil && (!errors.Is(err, io.EOF) || line == "") {
		return "", err
	}
	c.line++
	if c.line == 1 {
		line = strings.TrimPrefix(line, "\ufeff")
	}
	return strings.TrimRight(line, "\r\n"), nil
}

// sentence reads one sentence; io.EOF when none is left.
func (c *conlluReader) sentence() (*TreebankSentence, error) {
	s := &TreebankSentence{}
	var words []conlluWord
	var ranges []conlluRange
	for {
		line, err := c.next()
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if err != nil || strings.TrimSpace(line) == "" {
			if len(words) > 0 {
				return s, s.build(words, ranges)
			}
			if err != nil {
				return nil, err
			}
			continue
		}
		if s.Line == 0 {
			s.Line = c.line
		}
		if comment, ok := strings.CutPrefix(line, "#"); ok {
			s.comment(strings.TrimSpace(comment))
			continue
		}
		if err := c.wordLine(line, &words, &ranges); err != nil {
			return nil, err
		}
	}
}

func (s *TreebankSentence) comment(comment string) {
	key, value, _ := strings.Cut(comment, "=")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(key) {
	case "sent_id":
		s.ID = value
	case "newdoc":
		s.NewDoc = true
	case "newdoc id":
		s.NewDoc, s.DocumentID = true, value
	case "newpar", "newpar id":
		s.NewPar = true
	}
}

// wordLine reads one line of ten columns.
func (c *conlluReader) wordLine(line string, words *[]conlluWord, ranges *[]conlluRange) error {
	col := strings.Split(line, "\t")
	if len(col) != 10 {
		return fmt.Errorf("%d columns, want 10", len(col))
	}
	id, form := col[0], col[1]
	if strings.Contains(id, ".") {
		return nil
	}
	if form == "" {
		return errors.New("empty form")
	}
	space := !hasFeature(col[9], "SpaceAfter=No")
	if from, to, ok := strings.Cut(id, "-"); ok {
		first, err1 := strconv.Atoi(from)
		last, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || first != len(*words)+1 || last < first || last-first > 20 {
			return fmt.Errorf("bad token range %q", id)
		}
		*ranges = append(*ranges, conlluRange{first, last, form, space})
		return nil
	}
	if id != strconv.Itoa(len(*words)+1) {
		return fmt.Errorf("word id %q, want %d", id, len(*words)+1)
	}
	head, err := strconv.Atoi(col[6])
	if col[6] == "_" {
		head, err = 0, nil
	}
	if err != nil || head < 0 {
		return fmt.Errorf("bad head %q", col[6])
	}
	*words = append(*words, conlluWord{form: form, space: space, headID: head, headLine: c.line, token: Token{
		Lemma: unset(col[2], form), UPOS: unset(col[3], form), XPOS: unset(col[4], form), Feats: col[5], Deprel: unset(col[7], form), Name: feature(col[9], nameKey),
	}})
	return nil
}

// unset returns "" for the column's "_", unless the word itself is an underscore.
func unset(column, form string) string {
	if column == "_" && form != "_" {
		return ""
	}
	return column
}

// nameKey is the key of names in MISC: NER=B-PER.
const nameKey = "NER"

// feature returns the value of a key of the column, "" when it has none.
func feature(column, key string) string {
	for f := range strings.SplitSeq(column, "|") {
		if k, v, ok := strings.Cut(f, "="); ok && k == key {
			return v
		}
	}
	return ""
}

func hasFeature(column, want string) bool {
	for f := range strings.SplitSeq(column, "|") {
		if f == want {
			return true
		}
	}
	return false
}

// build lays the words out: text, spans, heads.
func (s *TreebankSentence) build(words []conlluWord, ranges []conlluRange) error {
	var text strings.Builder
	for i := 0; i < len(words); {
		if i > 0 && s.SpaceAfter {
			text.WriteByte(' ')
		}
		if len(ranges) > 0 && ranges[0].first == i+1 {
			r := ranges[0]
			ranges = ranges[1:]
			if r.last > len(words) || len(ranges) > 0 && ranges[0].first <= r.last {
				return fmt.Errorf("token range %d-%d does not fit the words", r.first, r.last)
			}
			place(r.form, text.Len(), words[i:r.last])
			text.WriteString(r.form)
			s.SpaceAfter = r.space
			i = r.last
			continue
		}
		words[i].token.Start, words[i].token.End = text.Len(), text.Len()+len(words[i].form)
		text.WriteString(words[i].form)
		s.SpaceAfter = words[i].space
		i++
	}
	s.Text = text.String()
	for i := range words {
		w := &words[i]
		if w.headID > len(words) || w.headID == i+1 {
			return fmt.Errorf("word %d has head %d", i+1, w.headID)
		}
		w.token.Head = w.headID - 1
		w.token.Form = s.Text[w.token.Start:w.token.End]
		s.Words = append(s.Words, w.token)
	}
	return s.checkTree()
}

// checkTree makes sure that following heads ends at a root, so that no walk of the tree can loop.
func (s *TreebankSentence) checkTree() error {
	state := make([]uint8, len(s.Words)) // 1 on the present path, 2 known to reach a root
	for i := range s.Words {
		j := i
		for j >= 0 && state[j] == 0 {
			state[j] = 1
			j = s.Words[j].Head
		}
		if j >= 0 && state[j] == 1 {
			return fmt.Errorf("word %d is its own ancestor", j+1)
		}
		for j = i; j >= 0 && state[j] == 1; j = s.Words[j].Head {
			state[j] = 2
		}
	}
	return nil
}

// place gives each word of a multi-word token its piece of the token's form, which begins at byte
// start of the text. A plain concatenation (do|n't) is cut where the words end; otherwise (French
// "du" for de + le) every word gets at least one character, the words with the most letters in
// common with the form first; words share the last character where there are too few.
func place(form string, start int, words []conlluWord) {
	at := 0
	for i := range words {
		rest := form[at:]
		n := len(words[i].form)
		last := i == len(words)-1
		if left := utf8.RuneCountInString(rest); !strings.HasPrefix(rest, words[i].form) || n == len(rest) && !last {
			n = commonPrefix(rest, words[i].form)
			if spare := left - (len(words) - 1 - i); utf8.RuneCountInString(rest[:n]) > spare {
				n = runePrefix(rest, spare)
			}
			n = max(n, runePrefix(rest, 1))
		}
		if last {
			n = len(rest)
		}
		words[i].token.Start, words[i].token.End = start+at, start+at+n
		if at+n < len(form) {
			at += n
		}
	}
}

// commonPrefix returns the bytes of rest that agree with word, letter case aside.
func commonPrefix(rest, word string) int {
	n := 0
	for n < len(rest) && n < len(word) {
		a, size := utf8.DecodeRuneInString(rest[n:])
		b, sizeB := utf8.DecodeRuneInString(word[n:])
		if size != sizeB || unicode.ToLower(a) != unicode.ToLower(b) {
			break
		}
		n += size
	}
	return n
}

// runePrefix returns the bytes of the first n characters of s.
func runePrefix(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// WriteCoNLLU writes the document's sentences as CoNLL-U. Tokens that touch inside a word are
// written as words with SpaceAfter=No. White space inside a token, which the format has no place
// for, is written as a space.
func WriteCoNLLU(w io.Writer, d *Document) error {
	out := bufio.NewWriter(w)
	part := -1
	for i, s := range d.Sentences {
		if s.First >= s.End {
			continue
		}
		if i == 0 {
			out.WriteString("# newdoc\n")
		}
		if s.Part != part {
			part = s.Part
			out.WriteString("# newpar\n")
		}
		fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", i+1, oneLine(d.Span(s.First, s.End).Text))
		for j := s.First; j < s.End; j++ {
			writeWord(out, d, s, j)
		}
		out.WriteByte('\n')
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("conllu: %w", err)
	}
	return nil
}

func writeWord(out *bufio.Writer, d *Document, s Sentence, j int) {
	t := &d.Tokens[j]
	head := 0
	if t.Head >= 0 {
		head = t.Head - s.First + 1
	}
	var misc []string
	if t.Name != "" && t.Name != "O" {
		misc = append(misc, nameKey+"="+t.Name)
	}
	if j+1 < len(d.Tokens) && d.Tokens[j+1].Start == t.End {
		misc = append(misc, "SpaceAfter=No")
	}
	fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", j-s.First+1, oneLine(t.Form), column(t.Lemma),
		column(t.UPOS), column(t.XPOS), column(t.Feats), head, column(t.Deprel), column(strings.Join(misc, "|")))
}

// column returns a field as CoNLL-U writes it: "_" when it is empty.
func column(s string) string {
	if s == "" {
		return "_"
	}
	return oneLine(s)
}

// oneLine folds white space to single spaces.
func oneLine(s string) string {
	if !strings.ContainsFunc(s, unicode.IsSpace) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
