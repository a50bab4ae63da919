package coder_test

import (
	"fmt"
	"strings"
	"testing"

	"readout/internal/intake"
	"readout/reader"
)

// TestStatements reads short texts and compares source, cue and pieces of content of each statement.
func TestStatements(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, text string
		want       []string // source | cue | pieces
	}{
		{
			"a quotation that goes on after the cue",
			"“We are ready,” Kohl said. “We have waited for years. We will sign.”",
			[]string{"Kohl | said | “We are ready,” | “We have waited for years. We will sign.”"},
		},
		{
			"a quotation of two sentences before the cue",
			"“We are ready. We will sign the treaty,” Kohl said.",
			[]string{"Kohl | said | “We are ready. We will sign the treaty,”"},
		},
		{
			"a refusal to say something",
			"The minister declined on Monday to say whether France would join.",
			[]string{"The minister | declined on Monday to say | whether France would join"},
		},
		{
			"marks typed as apostrophes",
			"''We are ready,'' Kohl said. ''We will sign.''",
			[]string{"Kohl | said | ''We are ready,'' | ''We will sign.''"},
		},
		{
			"the next quotation is another's",
			"“We are ready,” Kohl said. “We are not,” Mitterrand replied.",
			[]string{"Kohl | said | “We are ready,”", "Mitterrand | replied | “We are not,”"},
		},
		{
			"a quotation that goes on behind the cue and its setting",
			"“We are ready,” Kohl said in a statement, “and we will sign.”",
			[]string{"Kohl | said in a statement | “We are ready,” | “and we will sign.”"},
		},
		{
			"a name in quotation marks is no content",
			"“We are ready,” Kohl said on “The Morning Hour.”",
			[]string{"Kohl | said | “We are ready,”"},
		},
		{
			"a clause before the cue and the one that it belongs to",
			"If the treaty fails, the minister said, the talks would end.",
			[]string{"the minister | said | If the treaty fails | the talks would end"},
		},
		{
			"a phrase before the cue",
			"In two years, Kohl said, the harbor would close.",
			[]string{"Kohl | said | the harbor would close"},
		},
		{
			"an afterthought of the reporter",
			"Kohl said that Norway had left the pact, which was signed in 1949.",
			[]string{"Kohl | said | that Norway had left the pact"},
		},
		{
			"content behind where it is said",
			"Norway said in a statement that the ship was safe.",
			[]string{"Norway | said in a statement | that the ship was safe"},
		},
		{
			"content behind who is told",
			"Kohl told reporters at a briefing that the ship was safe.",
			[]string{"Kohl | told | that the ship was safe"},
		},
		{
			"a name and a colon",
			"Helmut Kohl: The treaty is dead.",
			[]string{"Helmut Kohl | : | The treaty is dead"},
		},
		{
			"a colon belongs to the cue",
			"Kohl said: “We are ready to sign the treaty.”",
			[]string{"Kohl | said: | “We are ready to sign the treaty.”"},
		},
		{
			"auxiliaries, negation and adverbs belong to the cue",
			"Kohl has not publicly said that the treaty is dead.",
			[]string{"Kohl | has not publicly said | that the treaty is dead"},
		},
		{
			"the preposition before the content belongs to the cue",
			"Norway has called for a cease-fire.",
			[]string{"Norway | has called for | a cease-fire"},
		},
		{
			"a relative pronoun is the source",
			"The minister, who denied the charge, left the hall.",
			[]string{"who | denied | the charge"},
		},
		{
			"what is wanted within someone's words is part of them",
			"Kohl said that Norway wants to join the alliance.",
			[]string{"Kohl | said | that Norway wants to join the alliance"},
		},
		{
			"what nobody says is no statement",
			"Neither side would say whether the talks had failed. No minister said that they had.",
			[]string{},
		},
		{
			"a passive has no source",
			"The vote is expected to be close.",
			[]string{" | is expected | The vote | to be close"},
		},
		{
			"content around the source's phrase",
			"Two bridges, according to the ministry, were closed.",
			[]string{"the ministry | according to | Two bridges | were closed"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range r.Read(intake.Text(test.text, intake.Options{Published: "1990-03-15"})).Statements {
				if s.Cue == nil {
					t.Errorf("a statement without cue: %v", s.Content)
					continue
				}
				parts := []string{s.Source.Text, s.Cue.Text}
				for _, c := range s.Content {
					parts = append(parts, c.Text)
					if test.text[c.Start:c.End] != c.Text {
						t.Errorf("content is not the text's own words: %q", c.Text)
					}
				}
				got = append(got, strings.Join(parts, " | "))
			}
			if fmt.Sprint(got) != fmt.Sprint(test.want) {
				t.Errorf("%s\n got %s\nwant %s", test.text, strings.Join(got, "\n     "), strings.Join(test.want, "\n     "))
			}
		})
	}
}
