package train

import (
	"math/rand/v2"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/segment"
)

// TestGatherKeepsEnds checks that lost spaces, line ends and typographic quotation marks leave every
// token's end where the token ends.
func TestGatherKeepsEnds(t *testing.T) {
	b, err := ReadTreebank("testdata/tiny.conllu")
	if err != nil {
		t.Fatal(err)
	}
	straight := strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "\n", " ")
	rng := rand.New(rand.NewPCG(1, 1))
	want := 0
	for _, s := range b.Sentences {
		want += len(s.Words)
	}
	curly, glued := 0, 0
	for range 200 {
		got := 0
		for _, p := range gather(b.Sentences, rng) {
			curly += strings.Count(p.text, "“") + strings.Count(p.text, "’")
			glued += strings.Count(p.text, ".N") + strings.Count(p.text, ".H")
			got += len(p.ends)
			last := 0
			for at := 1; at <= len(p.text); at++ {
				if _, ok := p.ends[at]; ok {
					token := strings.TrimSpace(straight.Replace(p.text[last:at]))
					if !knownForm(b.Sentences, token) {
						t.Fatalf("token %q in %q", token, p.text)
					}
					last = at
				}
			}
			if p.ends[len(strings.TrimRight(p.text, " \n"))] != segment.Sentence {
				t.Fatalf("no sentence ends with %q", p.text)
			}
		}
		if got != want {
			t.Fatalf("%d tokens, want %d", got, want)
		}
	}
	if curly == 0 || glued == 0 {
		t.Errorf("%d typographic marks, %d lost spaces", curly, glued)
	}
}

func knownForm(sentences []*doc.TreebankSentence, form string) bool {
	for _, s := range sentences {
		for _, w := range s.Words {
			if w.Form == form {
				return true
			}
		}
	}
	return false
}

func TestFindSplits(t *testing.T) {
	b, err := ReadTreebank("testdata/tiny.conllu")
	if err != nil {
		t.Fatal(err)
	}
	if once := findSplits(b.Sentences); len(once) != 0 {
		t.Errorf("words divided once became %q", once)
	}
	if twice := findSplits(append(b.Sentences, b.Sentences...)); strings.Join(twice, "|") != "cannot\t3" {
		t.Errorf("splits %q, want cannot", twice)
	}
}
