package score

import (
	"strings"
	"testing"
)

// sentences writes CoNLL-U. A sentence is its words, each "id form lemma UPOS head deprel", or
// "1-2 form" for a multi-word token.
func conllu(sentences ...[]string) string {
	var b strings.Builder
	for _, s := range sentences {
		for _, w := range s {
			f := strings.Fields(w)
			if len(f) == 2 {
				f = append(f, "_", "_", "_", "_")
			}
			b.WriteString(strings.Join([]string{f[0], f[1], f[2], f[3], "_", "_", f[4], f[5], "_", "_"}, "\t") + "\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// scoreTrees compares two CoNLL-U texts.
func scoreTrees(t *testing.T, gold, system string) *report {
	t.Helper()
	var trees [2]*treebank
	for i, s := range []string{gold, system} {
		var err error
		if trees[i], err = readTreebank(strings.NewReader(s), "trees"); err != nil {
			t.Fatal(err)
		}
	}
	if err := sameText(trees[0].chars, trees[1].chars); err != nil {
		t.Fatal(err)
	}
	aligned := align(trees[0].words, trees[1].words)
	r := scoreParse(trees[0], trees[1], aligned)
	r.relations(trees[0], trees[1], aligned)
	return r
}

// The self-test of the published scorer: words joined, a multi-word token not divided, sentences
// run together.
func TestParse(t *testing.T) {
	gold := conllu(
		[]string{"1 She she PRON 2 nsubj", "2 cut cut VERB 0 root", "3 bread bread NOUN 2 obj", "4 . . PUNCT 2 punct"},
		[]string{"1-2 won't", "1 wo will AUX 3 aux", "2 n't not PART 3 advmod", "3 do do VERB 0 root"})
	perfect(t, scoreTrees(t, gold, gold))
	r := scoreTrees(t, gold, conllu(
		[]string{"1 She she PRON 2 nsubj", "2 cut cutt VERB 0 root", "3 bread. bread. NOUN 2 obl"},
		[]string{"1 won't will AUX 2 aux", "2 do do VERB 0 root"}))
	for name, want := range map[string]float64{"Tokens": 8. / 11, "Sentences": 1, "Words": .5, "UPOS": .5, "Lemmas": 4. / 12, "UAS": .5, "LAS": .5} {
		same(t, r, name, want)
	}
	r = scoreTrees(t, gold, conllu([]string{
		"1 She She PRON 2 nsubj", "2 cut cut VERB 0 root", "3 bread bread NOUN 1 obj", "4 . . PUNCT 2 punct",
		"5 wo will AUX 7 aux", "6 n't not PART 7 advmod", "7 do do VERB 2 conj"}))
	for name, want := range map[string]float64{"Sentences": 0, "Words": 1, "UAS": 5. / 7, "LAS": 5. / 7, "Lemmas": 6. / 7, "Lemmas, any case": 1} {
		same(t, r, name, want)
	}
}

// TestRelations: a relation is right where its head is too.
func TestRelations(t *testing.T) {
	r := scoreTrees(t,
		conllu([]string{"1 She she PRON 2 nsubj", "2 cut cut VERB 0 root", "3 bread bread NOUN 2 obj", "4 cheese cheese NOUN 2 obj"}),
		conllu([]string{"1 She she PRON 2 nsubj", "2 cut cut VERB 0 root", "3 bread bread NOUN 2 obj", "4 cheese cheese NOUN 3 obj"}))
	all := strings.Join(r.lines, "\n")
	for _, want := range []string{
		"obj                             P 0.5000  R 0.5000  F1 0.5000   (tp 1, pred 2, gold 2)",
		"nsubj                           P 1.0000",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
	if strings.Index(all, "   obj ") > strings.Index(all, "   nsubj ") {
		t.Error("the relation with the most words is not the first")
	}
}

func TestParseTextsDiffer(t *testing.T) {
	err := sameText([]rune("abcdef"), []rune("abxdef"))
	if err == nil || !strings.Contains(err.Error(), "character 2") {
		t.Errorf("error %v, want character 2", err)
	}
}

// TestRawTexts: documents and paragraphs are kept apart, sentences of a paragraph run on.
func TestRawTexts(t *testing.T) {
	texts, err := rawTexts([]byte("# newdoc id = a\n# newpar\n# text = One.\n\n# text = Two.\n\n# newpar\n# text = Three.\n\n# newdoc id = b\n# text = Four.\n"))
	if err != nil || len(texts) != 2 || strings.Join(texts[0], "|") != "One. Two.|Three." || strings.Join(texts[1], "|") != "Four." {
		t.Errorf("texts %q, error %v", texts, err)
	}
	if _, err := rawTexts([]byte("1\tx\n")); err == nil {
		t.Error("no error for a treebank without texts")
	}
	a := articleOf(texts[0])
	if a.Text != "One. Two.\n\nThree." || len(a.Parts) != 2 || a.Text[a.Parts[1].Start:a.Parts[1].End] != "Three." {
		t.Errorf("article %q, parts %v", a.Text, a.Parts)
	}
}
