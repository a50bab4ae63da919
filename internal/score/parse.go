package score

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/doc"
)

// runParse scores a treebank in CoNLL-U by the measure of the CoNLL 2018 shared task (Zeman and
// others 2018), read from its raw text or from its tokens.
func runParse(j *Job, out *printer) error {
	goldBytes, err := readAll(j.Gold)
	if err != nil {
		return err
	}
	predicted := goldBytes
	name := j.Gold
	switch {
	case j.Predictions != "":
		name = j.Predictions
		predicted, err = readAll(name)
	case j.GoldAsPredictions:
	case j.GoldTokens:
		predicted, err = parseTokens(j, goldBytes)
	default:
		predicted, err = parseText(j, goldBytes)
	}
	if err != nil {
		return err
	}
	if j.WritePredictions != "" {
		if err := writeFile(j.WritePredictions, func(w io.Writer) error { _, err := w.Write(predicted); return err }); err != nil {
			return err
		}
	}
	gold, err := readTreebank(bytes.NewReader(goldBytes), j.Gold)
	if err != nil {
		return err
	}
	system, err := readTreebank(bytes.NewReader(predicted), name)
	if err != nil {
		return err
	}
	if err := sameText(gold.chars, system.chars); err != nil {
		return err
	}
	aligned := align(gold.words, system.words)
	if j.Errors {
		parseMisses(out, gold, system, aligned)
	}
	rep := scoreParse(gold, system, aligned)
	if j.Verbose {
		rep.relations(gold, system, aligned)
	}
	out.report(rep)
	return nil
}

// readAll reads a file, unpacked.
func readAll(name string) ([]byte, error) {
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return b, nil
}

// sameText reports where the characters of gold and system first differ.
func sameText(gold, system []rune) error {
	if slices.Equal(gold, system) {
		return nil
	}
	k := 0
	for k < len(gold) && k < len(system) && gold[k] == system[k] {
		k++
	}
	around := func(t []rune) string { return string(t[max(0, k-20):min(len(t), k+20)]) }
	return fmt.Errorf("the texts differ at non-space character %d: gold …%q system …%q", k, around(gold), around(system))
}

// contentRelations are the relations of content words, which CLAS counts.
var contentRelations = doc.WordSet(`
	nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod discourse nmod appos nummod acl amod
	conj fixed flat compound list parataxis orphan goeswith reparandum root dep`)

// universalFeatures are the features of Universal Dependencies that UFeats compares.
var universalFeatures = doc.WordSet(`
	PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect
	Voice Evident Polarity Person Polite`)

// features returns the universal features of a column, in order.
func features(column string) string {
	var out []string
	for f := range strings.SplitSeq(column, "|") {
		if name, _, _ := strings.Cut(f, "="); universalFeatures[name] {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return strings.Join(out, "|")
}

// scoreParse prints the figures of the shared task. Relations are compared without subtypes.
func scoreParse(gold, system *treebank, aligned []match) *report {
	rep := newReport()
	ng, ns := len(gold.words), len(system.words)
	put := func(name string, right, pred, gold int) {
		rep.show(name, tally{float64(right), float64(pred), float64(gold)})
	}
	column := func(name string, same func(g, s *word) bool) {
		put(name, countPairs(gold, system, aligned, same), ns, ng)
	}
	put("Tokens", shareSpans(gold.tokens, system.tokens), len(system.tokens), len(gold.tokens))
	put("Sentences", shareSpans(gold.sentences, system.sentences), len(system.sentences), len(gold.sentences))
	put("Words", len(aligned), ns, ng)
	column("UPOS", func(g, s *word) bool { return g.col[colUPOS] == s.col[colUPOS] })
	column("XPOS", func(g, s *word) bool { return g.col[colXPOS] == s.col[colXPOS] })
	column("UFeats", func(g, s *word) bool { return features(g.col[colFeats]) == features(s.col[colFeats]) })
	column("Lemmas", func(g, s *word) bool { return g.col[colLemma] == "_" || g.col[colLemma] == s.col[colLemma] })
	column("Lemmas, any case", func(g, s *word) bool {
		return g.col[colLemma] == "_" || strings.EqualFold(g.col[colLemma], s.col[colLemma])
	})
	head := sameHead(len(system.words), aligned)
	column("UAS", head)
	column("LAS", func(g, s *word) bool { return head(g, s) && g.rel == s.rel })
	count := func(t *treebank, in func(rel string) bool) int {
		n := 0
		for i := range t.words {
			if in(t.words[i].rel) {
				n++
			}
		}
		return n
	}
	for _, only := range []struct {
		name string
		in   func(rel string) bool
	}{
		{"LAS-punct", func(rel string) bool { return rel != "punct" }},
		{"CLAS", func(rel string) bool { return contentRelations[rel] }},
	} {
		right := countPairs(gold, system, aligned, func(g, s *word) bool { return head(g, s) && g.rel == s.rel && only.in(g.rel) })
		put(only.name, right, count(system, only.in), count(gold, only.in))
	}
	return rep
}

// relations adds the figures of each relation of the gold: head and relation right, those with the
// most words first.
func (r *report) relations(gold, system *treebank, aligned []match) {
	byRel := map[string]*tally{}
	for i := range gold.words {
		rel := gold.words[i].rel
		if byRel[rel] == nil {
			byRel[rel] = &tally{}
		}
		byRel[rel].gold++
	}
	for i := range system.words {
		if t := byRel[system.words[i].rel]; t != nil {
			t.pred++
		}
	}
	head := sameHead(len(system.words), aligned)
	for _, p := range aligned {
		if g, s := &gold.words[p.gold], &system.words[p.system]; head(g, s) && g.rel == s.rel {
			byRel[g.rel].right++
		}
	}
	for _, rel := range slices.SortedFunc(maps.Keys(byRel), func(a, b string) int {
		return cmp.Or(cmp.Compare(byRel[b].gold, byRel[a].gold), cmp.Compare(a, b))
	}) {
		r.detail("   "+rel, *byRel[rel])
	}
}

// countPairs counts the aligned words that are the same in some way.
func countPairs(gold, system *treebank, aligned []match, same func(g, s *word) bool) int {
	n := 0
	for _, p := range aligned {
		if same(&gold.words[p.gold], &system.words[p.system]) {
			n++
		}
	}
	return n
}

// sameHead returns the function that compares the heads of aligned words.
func sameHead(systemWords int, aligned []match) func(g, s *word) bool {
	goldOf := make([]int, systemWords)
	for i := range goldOf {
		goldOf[i] = -1
	}
	for _, p := range aligned {
		goldOf[p.system] = p.gold
	}
	return func(g, s *word) bool {
		if s.parent < 0 || g.parent < 0 {
			return s.parent < 0 && g.parent < 0
		}
		return goldOf[s.parent] == g.parent
	}
}

// shareSpans returns how many distinct spans two lists share.
func shareSpans(a, b []span) int { return sharedSpans(distinctSpans(a), distinctSpans(b)) }

// parseMisses lists the sentences of the gold with the words that were read otherwise.
func parseMisses(out *printer, gold, system *treebank, aligned []match) {
	head := sameHead(len(system.words), aligned)
	of := map[int]int{}
	for _, p := range aligned {
		of[p.gold] = p.system
	}
	form := func(t *treebank, i int) string {
		if i < 0 {
			return "root"
		}
		return t.words[i].col[colForm]
	}
	write := func(t *treebank, w *word) string {
		return fmt.Sprintf("%s %s %s %s ← %s", w.col[colForm], w.col[colLemma], w.col[colUPOS], w.rel, form(t, w.parent))
	}
	last := -1
	for i := range gold.words {
		g := &gold.words[i]
		k, ok := of[i]
		if ok {
			s := &system.words[k]
			if head(g, s) && g.rel == s.rel && g.col[colUPOS] == s.col[colUPOS] && (g.col[colLemma] == "_" || g.col[colLemma] == s.col[colLemma]) {
				continue
			}
		}
		if g.sentence != last {
			last = g.sentence
			out.line("")
			out.line(sentenceForms(gold, last))
		}
		out.field("gold", write(gold, g))
		if ok {
			out.field("ours", write(system, &system.words[k]))
		} else {
			out.field("ours", "no such word")
		}
	}
	out.line("")
}

// sentenceForms returns the words of a gold sentence.
func sentenceForms(t *treebank, sentence int) string {
	var forms []string
	for i := range t.words {
		if t.words[i].sentence == sentence {
			forms = append(forms, t.words[i].col[colForm])
		}
	}
	return strings.Join(forms, " ")
}

// parseText has the machine read the raw text of the treebank, document by document, and returns
// CoNLL-U.
func parseText(j *Job, gold []byte) ([]byte, error) {
	texts, err := rawTexts(gold)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", j.Gold, err)
	}
	out := make([]bytes.Buffer, len(texts))
	errs := make([]error, len(texts))
	j.Machine.Each(len(texts), func(i int) {
		errs[i] = doc.WriteCoNLLU(&out[i], j.Machine.Reader.Annotate(articleOf(texts[i])))
	})
	var all bytes.Buffer
	for i := range out {
		all.Write(out[i].Bytes())
	}
	return all.Bytes(), errors.Join(errs...)
}

// rawTexts returns the paragraphs of each document, from the "# text" comments.
func rawTexts(gold []byte) ([][]string, error) {
	var texts [][]string
	var paragraph strings.Builder
	flush := func() {
		if s := strings.TrimSpace(paragraph.String()); s != "" {
			texts[len(texts)-1] = append(texts[len(texts)-1], s)
		}
		paragraph.Reset()
	}
	for line := range strings.Lines(string(gold)) {
		line = strings.TrimRight(line, "\r\n")
		text, isText := strings.CutPrefix(line, "# text = ")
		switch {
		case strings.HasPrefix(line, "# newdoc"), len(texts) == 0 && isText:
			if len(texts) > 0 {
				flush()
			}
			texts = append(texts, nil)
		case strings.HasPrefix(line, "# newpar") && len(texts) > 0:
			flush()
		}
		if isText {
			paragraph.WriteString(text + " ")
		}
	}
	if len(texts) == 0 {
		return nil, errors.New("no sentence has a # text comment; with --gold-tokens the tokens are parsed")
	}
	flush()
	return texts, nil
}

// articleOf makes an article of paragraphs, each a body part.
func articleOf(paragraphs []string) *readout.Article {
	a := &readout.Article{Language: "en"}
	for _, p := range paragraphs {
		if a.Text != "" {
			a.Text += "\n\n"
		}
		a.Parts = append(a.Parts, readout.Part{Kind: readout.PartBody, Start: len(a.Text), End: len(a.Text) + len(p)})
		a.Text += p
	}
	return a
}

// parseTokens has the machine parse the treebank's own tokens and returns the treebank with what it
// found in the columns.
func parseTokens(j *Job, gold []byte) ([]byte, error) {
	var documents [][]*doc.TreebankSentence
	for s, err := range doc.ReadCoNLLU(bytes.NewReader(gold)) {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", j.Gold, err)
		}
		if s.NewDoc || len(documents) == 0 {
			documents = append(documents, nil)
		}
		documents[len(documents)-1] = append(documents[len(documents)-1], s)
	}
	parsed := make([][]doc.Token, len(documents))
	j.Machine.Each(len(documents), func(i int) { parsed[i] = j.parseDocument(documents[i]) })
	return fillColumns(gold, slices.Concat(parsed...))
}

// parseDocument parses the tokens of one document; heads become positions in their sentence, from 1.
func (j *Job) parseDocument(sentences []*doc.TreebankSentence) []doc.Token {
	d := doc.FromTreebank(sentences)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		*t = doc.Token{Start: t.Start, End: t.End, Form: t.Form, Head: -1}
	}
	j.Machine.Reader.ParseTokens(d)
	for _, s := range d.Sentences {
		for i := s.First; i < s.End; i++ {
			if t := &d.Tokens[i]; t.Head >= 0 {
				t.Head += 1 - s.First
			} else {
				t.Head = 0
			}
		}
	}
	return d.Tokens
}

// fillColumns returns a treebank with the annotation of its words replaced by that of the tokens.
func fillColumns(gold []byte, tokens []doc.Token) ([]byte, error) {
	var w bytes.Buffer
	n := 0
	for line := range strings.Lines(string(gold)) {
		line = strings.TrimRight(line, "\r\n")
		col := strings.Split(line, "\t")
		if line == "" || line[0] == '#' || strings.ContainsAny(col[colID], "-.") || len(col) != columns {
			w.WriteString(line + "\n")
			continue
		}
		if n == len(tokens) {
			return nil, errors.New("more words than were parsed")
		}
		t := &tokens[n]
		n++
		for i, value := range map[int]string{
			colLemma: t.Lemma, colUPOS: t.UPOS, colXPOS: t.XPOS, colFeats: t.Feats, colHead: strconv.Itoa(t.Head), colDeprel: t.Deprel,
		} {
			col[i] = value
			if value == "" {
				col[i] = "_"
			}
		}
		w.WriteString(strings.Join(col, "\t") + "\n")
	}
	w.WriteString("\n")
	return w.Bytes(), nil
}
