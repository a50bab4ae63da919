package frame

import (
	"strings"

	"readout/lexicon"
)

// wordsAround returns the words by which called may know a token of the sentence of token t.
func (f *finder) wordsAround(t int) *lexicon.WordSet {
	if s := f.d.Sentences[f.sentence]; f.words == nil || t < s.First || t >= s.End {
		f.sentence = f.d.SentenceOf(t)
		f.words = f.wordsIn(f.sentence)
	}
	return f.words
}

func (f *finder) wordsIn(sentence int) *lexicon.WordSet {
	words := new(lexicon.WordSet)
	s := f.d.Sentences[sentence]
	for t := s.First; t < s.End; t++ {
		lemma := strings.ToLower(f.tok(t).Lemma)
		words.Add(lemma)
		words.Add(strings.ToLower(f.tok(t).Form))
		if before, ok := f.hyphenated(t); ok {
			words.Add(before + "-" + lemma)
			words.Add(before + lemma)
		}
		if n := f.nounBefore(t); n >= 0 {
			words.Add(strings.ToLower(f.tok(f.counted(n)).Lemma))
		}
		if f.many(t) {
			words.Add(manyThousands)
		}
		if f.nationals(t) {
			words.Add(lexicon.Nationals)
		}
	}
	return words
}

// word returns token i alone, as Words of a frame; appending to it copies.
func (f *finder) word(i int) []int { return f.singles[i : i+1 : i+1] }

// A moodMemory keeps the last mood read: the entries of a word ask for the same one after the other.
type moodMemory struct {
	token, verb int
	clause      bool
	texts       bool
	mood        Mood
	known       bool
}

// moodOf returns the mood of the word at token i with its verb: that of a clause, or of a noun alone.
func (f *finder) moodOf(i, verb int, clause bool) Mood {
	m := &f.moods
	if !m.known || m.token != i || m.verb != verb || m.clause != clause || m.texts != f.texts {
		*m = moodMemory{token: i, verb: verb, clause: clause, texts: f.texts, known: true}
		if clause {
			m.mood = f.mood(verb, i)
		} else {
			m.mood = f.nounMood(i)
		}
	}
	return m.mood
}
