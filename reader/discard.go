package reader

import (
	"slices"

	"readout"
	"readout/internal/coder"
	"readout/internal/doc"
	"readout/lexicon"
)

// discard takes the records of sentences, and of articles, that hold a phrase which a dictionary of
// the user's discards; their frames say so.
func discard(d *doc.Document, lex *lexicon.Lexicon, res *coder.Result) {
	if !lex.Discards() {
		return
	}
	forms := make([]string, len(d.Tokens))
	for i := range d.Tokens {
		forms[i] = d.Tokens[i].Form
	}
	why := make([]string, len(d.Sentences))
	all := ""
	for i, s := range d.Sentences {
		for k := s.First; k < s.End; k++ {
			if x := lex.Discard(forms[k:s.End]); x != nil {
				why[i] = "discarded for “" + x.Words + "”"
				if x.Article {
					all = why[i]
				}
			}
		}
	}
	if all != "" {
		for i := range why {
			why[i] = all
		}
	}
	gone := func(e *readout.Evidence) bool { return why[e.Sentence] != "" }
	res.Events = slices.DeleteFunc(res.Events, func(e readout.Event) bool { return gone(&e.Evidence) })
	res.Plans = slices.DeleteFunc(res.Plans, func(p readout.Plan) bool { return gone(&p.Evidence) })
	res.Statements = slices.DeleteFunc(res.Statements, func(s readout.Statement) bool { return gone(&s.Evidence) })
	res.Phrases = slices.DeleteFunc(res.Phrases, func(p readout.Phrase) bool { return why[p.Sentence] != "" })
	for i := range res.Frames {
		if f := &res.Frames[i]; f.Fired() {
			f.Broken = why[d.SentenceOf(f.Token)]
		}
	}
}
