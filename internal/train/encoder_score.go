package train

import (
	"fmt"

	"readout/internal/doc"
	"readout/internal/encoder"
	"readout/internal/model"
)

// scoreEncoder compares what the encoder gives for the tokens and sentences of a treebank, with the
// weights rounded as the program will have them.
func scoreEncoder(w *encoder.Weights, t *Treebank) (Scores, error) {
	m := &model.File{}
	w.AddTo(m)
	e, err := encoder.New(m)
	if err != nil {
		return Scores{}, fmt.Errorf("train: %w", err)
	}
	gold, given := goldAndTokens(t)
	e.Annotate(given)
	var s Scores
	s.fromGold(gold, given)
	return s, nil
}

// goldAndTokens returns the document of a treebank, and the same with sentences and tokens alone.
func goldAndTokens(t *Treebank) (gold, given *doc.Document) {
	gold = doc.FromTreebank(t.Sentences)
	given = doc.New(gold.Article)
	given.Sentences = gold.Sentences
	for _, tok := range gold.Tokens {
		given.Tokens = append(given.Tokens, doc.Token{Start: tok.Start, End: tok.End, Form: tok.Form})
	}
	return gold, given
}
