package train

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"readout/internal/doc"
	"readout/internal/model"
	"readout/internal/segment"
)

// paragraph is a text and the class of every token's end.
type paragraph struct {
	text string
	ends map[int]segment.Class
}

// segmentMargin makes the tokenizer learn from narrow decisions too, not only from wrong ones.
const segmentMargin = 25

// segment fits the tokenizer and sentence splitter and adds its sections to m.
func (o Options) segment(m *model.File, sentences []*doc.TreebankSentence) {
	rng := o.rand("segment")
	splits := findSplits(sentences)
	p := newPerceptron(segment.Classes)
	p.margin = segmentMargin
	for epoch := range o.SegmentEpochs {
		paragraphs := gather(sentences, rng)
		rng.Shuffle(len(paragraphs), func(i, j int) { paragraphs[i], paragraphs[j] = paragraphs[j], paragraphs[i] })
		errors := 0
		for _, par := range paragraphs {
			errors += segmentParagraph(p, par)
		}
		o.log("segment: epoch %d: %d errors", epoch+1, errors)
	}
	m.Add(segment.WeightsSection, p.encode(o.MinUpdates, o.SegmentWeights))
	m.Add(segment.SplitsSection, []byte(strings.Join(splits, "\n")))
}

// segmentParagraph trains on one paragraph and returns the errors made.
func segmentParagraph(p *perceptron, par paragraph) (errors int) {
	var keys []uint32
	var scores [segment.Classes]int32
	scanner := segment.NewScanner(par.text)
	for scanner.Next() {
		if scanner.AtEnd() {
			scanner.Take(segment.Sentence)
			continue
		}
		_, at := scanner.Token()
		gold := par.ends[at]
		if !scanner.Possible(gold) { // white space inside a token of the treebank
			gold = segment.Token
		}
		keys = scanner.Features(keys[:0])
		clear(scores[:])
		p.score(keys, scores[:])
		p.now++
		if guess := scanner.Best(scores[:]); guess != gold {
			errors++
		}
		if rival := segmentRival(scanner, gold, scores[:]); scores[gold]-scores[rival] < p.margin {
			p.update(keys, int(gold), int(rival))
		}
		scanner.Take(gold)
	}
	return errors
}

// segmentRival returns the best of the possible classes that are wrong.
func segmentRival(s *segment.Scanner, gold segment.Class, scores []int32) segment.Class {
	rival := segment.Class(segment.Classes)
	for c := range segment.Class(segment.Classes) {
		if c != gold && s.Possible(c) && (int(rival) == segment.Classes || scores[c] > scores[rival]) {
			rival = c
		}
	}
	return rival
}

// gather makes paragraphs of the sentences. So that real text finds the classifier ready, some
// sentences lose the space that divides them from the next, some paragraphs have line ends instead
// of spaces, and some have typographic quotation marks, right or wrong.
func gather(sentences []*doc.TreebankSentence, rng *rand.Rand) []paragraph {
	var out []paragraph
	var text strings.Builder
	ends := map[int]segment.Class{}
	flush := func() {
		if text.Len() > 0 {
			out = append(out, curl(paragraph{breakLines(text.String(), rng), ends}, rng))
		}
		text.Reset()
		ends = map[int]segment.Class{}
	}
	for i, s := range sentences {
		if s.NewDoc || s.NewPar {
			flush()
		}
		base := text.Len()
		text.WriteString(s.Text)
		for _, w := range s.Words {
			ends[base+w.End] = segment.Token
		}
		ends[text.Len()] = segment.Sentence
		if s.SpaceAfter && !(i+1 < len(sentences) && canGlue(s, sentences[i+1]) && rng.Float64() < 0.03) {
			text.WriteByte(' ')
		}
	}
	flush()
	return out
}

// canGlue reports whether the space between two sentences may get lost, as in "he said.Then".
func canGlue(s, next *doc.TreebankSentence) bool {
	last := s.Words[len(s.Words)-1].Form
	r := rune(next.Text[0])
	return (last == "." || last == "?" || last == "\"" || last == ")") && unicode.IsUpper(r)
}

// breakLines replaces some spaces by line ends in one paragraph of twenty.
func breakLines(text string, rng *rand.Rand) string {
	if rng.IntN(20) > 0 {
		return text
	}
	b := []byte(text)
	line := 0
	for i, c := range b {
		if line++; c == ' ' && line > 60 {
			b[i] = '\n'
			line = 0
		}
	}
	return string(b)
}

// curl gives two paragraphs of five typographic quotation marks for straight ones; in one of four
// of these some turn the wrong way.
func curl(p paragraph, rng *rand.Rand) paragraph {
	if rng.IntN(5) > 1 || !strings.ContainsAny(p.text, `"'`) {
		return p
	}
	wrong := rng.IntN(4) == 0
	var text strings.Builder
	ends := make(map[int]segment.Class, len(p.ends))
	for i := range len(p.text) {
		opening := i == 0 || strings.IndexByte(" \n([-", p.text[i-1]) >= 0
		if wrong && rng.IntN(3) == 0 {
			opening = !opening
		}
		switch c := p.text[i]; {
		case c == '"' && opening:
			text.WriteString("“")
		case c == '"':
			text.WriteString("”")
		case c == '\'' && opening:
			text.WriteString("‘")
		case c == '\'':
			text.WriteString("’")
		default:
			text.WriteByte(c)
		}
		if class, ok := p.ends[i+1]; ok {
			ends[text.Len()] = class
		}
	}
	return paragraph{text.String(), ends}
}

// findSplits lists the words without apostrophe that the treebanks divide more often than not
// ("cannot": can|not), as lines of the weights file.
func findSplits(sentences []*doc.TreebankSentence) []string {
	divided, whole := map[string]map[string]int{}, map[string]int{}
	for _, s := range sentences {
		for i := 0; i < len(s.Words); {
			j := i + 1
			for j < len(s.Words) && s.Words[j].Start == s.Words[j-1].End && allLetters(s.Words[j-1].Form) && allLetters(s.Words[j].Form) {
				j++
			}
			word := strings.ToLower(s.Text[s.Words[i].Start:s.Words[j-1].End])
			if j == i+1 {
				whole[word]++
			} else if divided[word] == nil {
				divided[word] = map[string]int{}
			}
			if j > i+1 {
				divided[word][offsets(s.Words[i:j])]++
			}
			i = j
		}
	}
	var out []string
	for word, ways := range divided {
		best, count, total := "", 0, 0
		for way, n := range ways {
			total += n
			if n > count || n == count && way < best {
				best, count = way, n
			}
		}
		if total > whole[word] && total >= 2 && len(word) < 24 {
			out = append(out, word+"\t"+best)
		}
	}
	slices.Sort(out)
	return out
}

// offsets writes where the later words begin, from the first on.
func offsets(words []doc.Token) string {
	var out []string
	for _, w := range words[1:] {
		out = append(out, fmt.Sprint(w.Start-words[0].Start))
	}
	return strings.Join(out, " ")
}

func allLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return s != ""
}
