package train

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"readout"
	"readout/internal/doc"
	"readout/internal/encoder"
	"readout/internal/model"
	"readout/internal/segment"
)

// VoteOptions say what Vote reads, and with what.
type VoteOptions struct {
	Models []string // weights files; the first divides the text, and wins ties
	Text   []string // raw text, a paragraph a line
	Words  int      // about so many are taken, paragraphs evenly over the text; 0 for all
	Agree  float64  // sentences in which a smaller share of the models agrees on heads, in the mean, are left out
}

// voteLengths are the shortest and the longest sentence that is worth a vote, in words.
const shortestVote, longestVote = 4, 80

// Vote reads text with several models and writes, as CoNLL-U, the tags, trees and names that most of
// them give: the tree that most arcs are in (Sagae and Lavie, 2006). One model that learns from
// them comes to know some of what all know together.
func (o VoteOptions) Vote(w io.Writer) error {
	var voters []*encoder.Encoder
	var segmenter *segment.Segmenter
	for i, path := range o.Models {
		data, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("train: %w", err)
		}
		m, err := model.Read(data)
		if err != nil {
			return fmt.Errorf("train: %s: %w", path, err)
		}
		e, err := encoder.New(m)
		if err != nil {
			return fmt.Errorf("train: %s: %w", path, err)
		}
		voters = append(voters, e)
		if i > 0 {
			continue
		}
		if segmenter, err = segment.New(m); err != nil {
			return fmt.Errorf("train: %s: %w", path, err)
		}
	}
	text, err := o.paragraphs()
	if err != nil {
		return err
	}
	d := divide(segmenter, text)
	votes := make([]*doc.Document, len(voters))
	var wg sync.WaitGroup
	for i, e := range voters {
		votes[i] = &doc.Document{Article: d.Article, Sentences: d.Sentences, Tokens: slices.Clone(d.Tokens)}
		wg.Go(func() { e.Annotate(votes[i]) })
	}
	wg.Wait()
	d.Sentences = slices.DeleteFunc(slices.Clone(d.Sentences), func(s doc.Sentence) bool {
		n := s.End - s.First
		return n < shortestVote || n > longestVote || elect(d, votes, s) < o.Agree
	})
	return doc.WriteCoNLLU(w, d)
}

// paragraphs returns as many paragraphs of the text as are wanted.
func (o VoteOptions) paragraphs() (string, error) {
	var all []string
	words := 0
	for _, path := range o.Text {
		t, err := readText(path)
		if err != nil {
			return "", err
		}
		for p := range strings.Lines(t.text) {
			all = append(all, p)
			words += len(strings.Fields(p))
		}
	}
	if o.Words == 0 || words <= o.Words {
		return strings.Join(all, ""), nil
	}
	var taken strings.Builder
	seen, took := 0, 0
	for _, p := range all {
		n := len(strings.Fields(p))
		if seen += n; (took+n)*words <= seen*o.Words {
			took += n
			taken.WriteString(p)
		}
	}
	return taken.String(), nil
}

// divide makes a document of a text with a paragraph a line.
func divide(segmenter *segment.Segmenter, text string) *doc.Document {
	d := doc.New(&readout.Article{Text: text})
	for start := 0; start < len(text); {
		end := start + strings.IndexByte(text[start:]+"\n", '\n')
		d.Article.Parts = append(d.Article.Parts, readout.Part{Kind: readout.PartBody, Start: start, End: end})
		start = end + 1
	}
	segmenter.Segment(d)
	return d
}

// elect gives the words of a sentence what most votes have, and returns how many of the voters, in
// the mean, have the heads elected.
func elect(d *doc.Document, votes []*doc.Document, s doc.Sentence) float64 {
	var decoder encoder.Decoder
	n := s.End - s.First
	scores, heads := make([]float32, n*(n+1)), make([]int32, n)
	for _, v := range votes {
		for i := range n {
			column := 0
			if h := v.Tokens[s.First+i].Head; h >= 0 {
				column = h - s.First + 1
			}
			scores[i*(n+1)+column]++
		}
	}
	decoder.Tree(scores, n+1, heads)
	agree := 0.0
	for i, head := range heads {
		t := &d.Tokens[s.First+i]
		t.Head = int(head)
		if head >= 0 {
			t.Head += s.First
		}
		var tags, relations, names []string
		for _, v := range votes {
			o := &v.Tokens[s.First+i]
			tags = append(tags, o.UPOS+"\t"+o.XPOS)
			names = append(names, o.Name)
			if o.Head == t.Head {
				relations = append(relations, o.Deprel)
			}
		}
		agree += float64(len(relations)) / float64(len(votes)*n)
		if len(relations) == 0 { // an arc that nobody has, for the sake of a whole tree
			relations = append(relations, "dep")
		}
		t.UPOS, t.XPOS, _ = strings.Cut(majority(tags), "\t")
		t.Deprel, t.Name = majority(relations), majority(names)
	}
	wholeNames(d.Tokens[s.First:s.End])
	return agree
}

// majority returns the string that comes most often, the first of several.
func majority(votes []string) string {
	best, top := "", 0
	for i, v := range votes {
		n := 0
		for _, other := range votes[i:] {
			if other == v {
				n++
			}
		}
		if n > top {
			best, top = v, n
		}
	}
	return best
}

// wholeNames makes the inside of a name that lost its beginning a name.
func wholeNames(words []doc.Token) {
	before := "O"
	for i := range words {
		part, typ, _ := strings.Cut(words[i].Name, "-")
		if part == "I" && !strings.HasSuffix(before, "-"+typ) {
			words[i].Name = "B-" + typ
		}
		before = words[i].Name
	}
}
