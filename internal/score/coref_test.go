package score

import (
	"math"
	"strings"
	"testing"

	"readout/internal/doc"
)

// letters makes a chain of every word: each letter is a mention of one character at its own place.
func letters(words string) []chain {
	var out []chain
	for w := range strings.FieldsSeq(words) {
		var c chain
		for _, r := range w {
			c = append(c, span{int(r), int(r) + 1})
		}
		out = append(out, c)
	}
	return out
}

// TestChains: the worked example of Pradhan and others 2014, which has mentions that only one side has,
// then one chain cut in two, and nothing in common.
func TestChains(t *testing.T) {
	for _, c := range []struct {
		gold, pred        string
		muc, bcubed, ceaf [2]float64 // precision, recall
	}{
		{"abc defg", "ab cd fghi", [2]float64{.4, .4}, [2]float64{4. / 8, (5./3 + 5./4) / 7}, [2]float64{1.3 / 3, 1.3 / 2}},
		{"abcd", "ab cd", [2]float64{1, 2. / 3}, [2]float64{1, .5}, [2]float64{1. / 3, 2. / 3}},
		{"ab", "cd", [2]float64{0, 0}, [2]float64{0, 0}, [2]float64{0, 0}},
		{"ab cd", "abcd", [2]float64{2. / 3, 1}, [2]float64{.5, 1}, [2]float64{2. / 3, 1. / 3}},
	} {
		var f chainFigures
		f.add(letters(c.gold), letters(c.pred))
		for _, m := range []struct {
			name string
			got  ratio
			want [2]float64
		}{{"MUC", f.muc, c.muc}, {"B-cubed", f.bcubed, c.bcubed}, {"CEAF-e", f.ceaf, c.ceaf}} {
			p, r, _ := m.got.prf()
			if math.Abs(p-m.want[0]) > 1e-9 || math.Abs(r-m.want[1]) > 1e-9 {
				t.Errorf("%s against %s: %s P %.4f R %.4f, want %.4f", c.pred, c.gold, m.name, p, r, m.want)
			}
		}
	}
}

// TestAssign: the greedy choice is not the best one.
func TestAssign(t *testing.T) {
	got := assign([][]float64{{.9, .8, 0}, {.85, .1, 0}, {0, 0, .3}})
	for i, want := range []int{1, 0, 2} {
		if got[i] != want {
			t.Errorf("row %d has column %d, want %d", i, got[i], want)
		}
	}
}

func TestCoref(t *testing.T) {
	const text = `"text":"Ann Lund met Bo Vik. She said that he and Lund agreed."`
	gold := recordsOf[corefGold](t, `{"id":"1",`+text+`,"mentions":[`+
		`{"start":0,"end":8,"type":"person","cluster":"a"},{"start":13,"end":19,"type":"person","cluster":"b"},`+
		`{"start":21,"end":24,"type":"person","cluster":"a"},{"start":35,"end":37,"type":"person","cluster":"b"},`+
		`{"start":42,"end":46,"type":"person","cluster":"a"},{"start":47,"end":53,"type":"abstract","cluster":"c"}]}`)
	g := gold.byID["1"]
	perfect(t, scoreCoref(gold, &records[corefPrediction]{ids: []string{"1"}, byID: map[string]*corefPrediction{"1": givenCoref(g)}}, false))
	pred := recordsOf[corefPrediction](t, `{"id":"1","mentions":[`+
		`{"start":0,"end":8,"cluster":"1","kind":"name"},{"start":13,"end":19,"cluster":"2","kind":"name"},`+
		`{"start":21,"end":24,"cluster":"1","kind":"pronoun"},{"start":35,"end":37,"cluster":"1","kind":"pronoun"},`+
		`{"start":42,"end":46,"cluster":"1","kind":"name"}]}`)
	r := scoreCoref(gold, pred, true)
	same(t, r, "link precision", 2./3)
	same(t, r, "link recall", 2./3)
	same(t, r, "MUC", 2*(2./3)*(2./3)/(4./3)) // he is wrongly with Ann; Bo is alone
	lines := strings.Join(r.lines, "\n")
	for _, want := range []string{"other name                      1.0000   (1 of 1)", "pronoun                         0.5000   (1 of 2)", "   1    "} {
		if !strings.Contains(lines, want) {
			t.Errorf("%q is not in\n%s", want, lines)
		}
	}
	var told []string
	for _, m := range corefMisses(g, pred.byID["1"]) {
		told = append(told, strings.Join(append(m.gold, m.ours...), "; "))
	}
	if want := "“he” speaks of “Bo Vik”; “he” (pronoun) goes with “Ann Lund”"; strings.Join(told, "\n") != want {
		t.Errorf("misses %q, want %q", told, want)
	}
}

// TestHeadOf: by which word a phrase is known, and of what form it is.
func TestHeadOf(t *testing.T) {
	for _, c := range []struct{ phrase, head, form string }{
		{"the foreign minister of Norvik", "minister", formDescription},
		{"Norvik's foreign minister", "minister", formDescription},
		{"President Ann Lund's", "Lund", formName},
		{"the United Nations", "Nations", formName},
		{"the envoy, who had left", "envoy", formDescription},
		{"Ann Lund and Bo Vik", "Ann Lund and Bo Vik", formName},
		{"some officials", "officials", ""},
		{"Themselves", "Themselves", formPronoun},
		{"our", "our", formSpeaker},
	} {
		text := runes(c.phrase)
		if head := text.slice(text.headOf(span{0, len(text)})); head != c.head || formOf(c.phrase) != c.form {
			t.Errorf("%q: head %q, form %q, want %q, %q", c.phrase, head, formOf(c.phrase), c.head, c.form)
		}
	}
}

// TestAlignMentions: a name inside a longer phrase is that phrase only where it heads it.
func TestAlignMentions(t *testing.T) {
	text := runes("Norvik's envoy of peace met the Suden team.")
	gold := []goldMention{{span: span{0, 23}}, {span: span{28, 42}}}
	at := func(start, end int) corefMention {
		s := span{start, end}
		return corefMention{span: s, Words: &s, Head: &s}
	}
	got := alignMentions(text, gold, []corefMention{at(0, 6), at(9, 14), at(32, 37)})
	for i, want := range []int{-1, 0, -1} {
		if got[i] != want {
			t.Errorf("prediction %d is gold %d, want %d", i, got[i], want)
		}
	}
}

// TestPredictCoref: the whole phrase and the words that name, he and I inside someone's words, and the
// two who are named side by side.
func TestPredictCoref(t *testing.T) {
	text := "Russian President Vladimir Putin and Chinese President Xi Jinping met in Moscow. They signed a statement. “I am glad,” Putin said."
	m := newMachine(t)
	p, tr := predictCoref(m, &corefGold{Text: &text}, true)
	clusters := map[string]string{}
	for _, x := range p.Mentions {
		words := runes(text).slice(x.span)
		clusters[words] = x.Cluster
		if x.Words == nil || x.Head == nil || !strings.Contains(words, runes(text).slice(*x.Words)) {
			t.Errorf("%s: words %v, head %v", words, x.Words, x.Head)
		}
	}
	putin := "Russian President Vladimir Putin"
	for a, b := range map[string]string{"I": putin, "Putin": putin, "They": putin + " and Chinese President Xi Jinping"} {
		if clusters[a] == "" || clusters[a] != clusters[b] {
			t.Errorf("%s has cluster %q, %s %q; all: %v", a, clusters[a], b, clusters[b], clusters)
		}
	}
	if tr == nil || len(tr.sentences) != 3 {
		t.Errorf("trace %v", tr)
	}
}

// TestPhrase: determiners, possessives and relative clauses belong to a phrase, appositions and what is
// coordinated do not.
func TestPhrase(t *testing.T) {
	d, err := doc.ReadDocument(strings.NewReader(phraseTree))
	if err != nil {
		t.Fatal(err)
	}
	c := coref{d: d}
	for word, want := range map[string]string{"envoy": "The envoy who left", "Lund": "Ann Lund", "Vik": "Vik"} {
		for i := range d.Tokens {
			if d.Tokens[i].Form == word {
				first, end := c.phrase(i, i+1)
				if got := d.Span(first, end).Text; got != want {
					t.Errorf("%s: %q, want %q", word, got, want)
				}
			}
		}
	}
}

const phraseTree = `1	The	the	DET	DT	_	2	det	_	_
2	envoy	envoy	NOUN	NN	_	10	nsubj	_	_
3	who	who	PRON	WP	_	4	nsubj	_	_
4	left	leave	VERB	VBD	_	2	acl:relcl	_	SpaceAfter=No
5	,	,	PUNCT	,	_	7	punct	_	_
6	Ann	Ann	PROPN	NNP	_	7	compound	_	_
7	Lund	Lund	PROPN	NNP	_	2	appos	_	SpaceAfter=No
8	,	,	PUNCT	,	_	2	punct	_	_
9	has	have	AUX	VBZ	_	10	aux	_	_
10	met	meet	VERB	VBN	_	0	root	_	_
11	Vik	Vik	PROPN	NNP	_	10	obj	_	_
12	and	and	CCONJ	CC	_	13	cc	_	_
13	others	other	NOUN	NNS	_	11	conj	_	SpaceAfter=No
14	.	.	PUNCT	.	_	10	punct	_	_

`
