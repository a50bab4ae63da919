package timex

import (
	"strings"

	"readout/internal/doc"
)

// A tense is the direction in which a clause looks.
type tense uint8

const (
	noTense tense = iota
	past
	future
)

func (t tense) note() string {
	switch t {
	case past:
		return ", past"
	case future:
		return ", future"
	}
	return ""
}

// How far tense looks.
const (
	climb      = 8  // heads above the expression
	auxWindow  = 8  // tokens around a verb for its auxiliaries
	lookBehind = 14 // tokens before the expression, without a parse
	lookAhead  = 10
)

// tenseAt returns the tense of the clause that tokens [first, end) stand in: by the governing verb
// where there is a parse, else by the nearest verb.
func tenseAt(d *doc.Document, sent doc.Sentence, first, end int) tense {
	if first < len(d.Tokens) && d.Tokens[first].Deprel != "" {
		if t, ok := governing(d, sent, first, end); ok {
			return t
		}
	}
	return nearest(d, sent, first, end)
}

// governing climbs to the verb above the expression.
func governing(d *doc.Document, sent doc.Sentence, first, end int) (tense, bool) {
	h := first
	for h >= first && h < end {
		if h = d.Tokens[h].Head; h < 0 {
			return noTense, false
		}
	}
	for range climb {
		if h < sent.First || h >= sent.End {
			return noTense, false
		}
		t := &d.Tokens[h]
		if t.UPOS == "VERB" || t.UPOS == "AUX" || hasCopula(d, sent, h) {
			if x := verbTense(d, sent, h); x != noTense {
				return x, true
			}
			// An infinitive or participle takes its time from the verb above it.
			if t.Rel() == "root" || t.XPOS == "VBZ" || t.XPOS == "VBP" {
				return noTense, true
			}
		}
		h = t.Head
	}
	return noTense, false
}

func hasCopula(d *doc.Document, sent doc.Sentence, h int) bool {
	for i := max(sent.First, h-auxWindow); i < h; i++ {
		if d.Tokens[i].Head == h && d.Tokens[i].Deprel == "cop" {
			return true
		}
	}
	return false
}

// verbTense tells the tense of verb h with its auxiliaries.
func verbTense(d *doc.Document, sent doc.Sentence, h int) tense {
	perfect, to, progressive := false, false, false
	for i := max(sent.First, h-auxWindow); i < h; i++ {
		t := &d.Tokens[i]
		if t.Head != h {
			continue
		}
		switch w := strings.ToLower(t.Form); {
		case t.XPOS == "MD" || futureAux(w):
			return future
		case t.XPOS == "VBD" || w == "was" || w == "were" || w == "had" || w == "did":
			return past
		case w == "has" || w == "have":
			perfect = true
		case w == "to" && t.Rel() == "mark":
			to = true
		case w == "is" || w == "are":
			progressive = true
		}
	}
	switch d.Tokens[h].XPOS {
	case "VBD":
		return past
	case "VB":
		if to {
			return future
		}
	case "VBN":
		if !perfect && progressive {
			return planned(strings.ToLower(d.Tokens[h].Form))
		}
		return past
	case "VBG":
		if progressive {
			return future
		}
	case "VBZ", "VBP":
		if scheduled(d.Tokens[h].Lemma) {
			return future
		}
	}
	if perfect {
		return past
	}
	return noTense
}

func futureAux(w string) bool {
	switch w {
	case "will", "'ll", "’ll", "shall", "wo", "would", "gonna":
		return true
	}
	return false
}

// scheduled tells whether a verb in the present speaks of what a plan says: "the talks resume on Monday".
func scheduled(lemma string) bool {
	switch lemma {
	case "start", "begin", "open", "reopen", "resume", "end", "close", "expire", "leave", "depart", "fly",
		"travel", "arrive", "return", "visit", "meet", "vote":
		return true
	}
	return false
}

// planned tells whether a participle after "is" speaks of what is to come.
func planned(w string) tense {
	switch w {
	case "scheduled", "expected", "planned", "due", "slated", "set", "supposed", "going", "poised", "tipped":
		return future
	}
	return noTense
}

// nearest looks for the nearest word before and after the expression that shows a tense.
func nearest(d *doc.Document, sent doc.Sentence, first, end int) tense {
	for gap := 1; gap <= lookBehind; gap++ {
		if i := first - gap; i >= sent.First {
			if t := wordTense(d, sent, i); t != noTense {
				return t
			}
		}
		if i := end + gap - 1; gap <= lookAhead && i < sent.End {
			if t := wordTense(d, sent, i); t != noTense {
				return t
			}
		}
	}
	return noTense
}

// wordTense tells the tense that token i shows by itself.
func wordTense(d *doc.Document, sent doc.Sentence, i int) tense {
	t := &d.Tokens[i]
	w := strings.ToLower(t.Form)
	if futureAux(w) {
		return future
	}
	if w == "be" && i > sent.First {
		if prev := strings.ToLower(d.Tokens[i-1].Form); prev == "to" || futureAux(prev) {
			return future
		}
	}
	if i > sent.First && strings.EqualFold(d.Tokens[i-1].Form, "be") && pastWord(w) {
		return wordTense(d, sent, i-1)
	}
	if planned(w) == future || intends(w) {
		if i+1 < sent.End && (d.Tokens[i+1].Form == "to" || d.Tokens[i+1].Form == "for") {
			return future
		}
	}
	switch t.XPOS {
	case "VBD":
		return past
	case "VBN":
		if i > sent.First {
			if x := wordTense(d, sent, i-1); x != noTense {
				return x
			}
		}
		return past
	case "":
		if pastWord(w) {
			return past
		}
	}
	return noTense
}

// intends tells whether a verb before "to" announces.
func intends(w string) bool {
	switch w {
	case "plan", "plans", "intend", "intends", "hope", "hopes", "want", "wants", "aims", "aim", "agreed",
		"promised", "vowed", "pledged", "continue", "continues", "is", "are", "begin", "begins", "ready":
		return true
	}
	return false
}

// pastWord tells past forms by list and ending, for tokens without a tag.
func pastWord(w string) bool {
	switch w {
	case "was", "were", "had", "did", "met", "said", "told", "held", "took", "went", "came", "gave", "began",
		"made", "left", "spoke", "saw", "led", "sent", "won", "lost", "brought", "became", "found", "got",
		"put", "ran", "rose", "fell", "grew", "knew", "wrote", "broke", "chose", "drew", "drove", "flew",
		"fought", "kept", "laid", "paid", "sat", "shot", "stood", "struck", "taught", "thought", "threw",
		"understood", "withdrew", "swore", "sought", "built", "bought", "sold", "hit", "born", "died":
		return true
	}
	return len(w) > 4 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed")
}
