package intake

import (
	"strings"
	"testing"

	"readout"
)

// TestBodyStays reads sentences that look like furniture, credits, labels or bylines. Each stands as
// a paragraph between two others and must stay body.
func TestBodyStays(t *testing.T) {
	for _, s := range []string{
		"For release of the hostages the group asked for money.",
		"Embargoed goods were seized at the port.",
		"Share prices fell.",
		"Register offices closed on Monday.",
		"Subscribe to the treaty, he urged them.",
		"Sign up to the treaty, he urged them.",
		"Follow the money, he said.",
		"Join us in this work.",
		"Copyright law was on the agenda.",
		"Related talks were held in Bern.",
		"More than ten ministers came.",
		"Ends and means were discussed.",
		"Published figures differ.",
		"Updated rules will follow in May.",
		"Contact was lost on Monday.",
		"Office of the president staff left early.",
		"March 20 was a Monday.",
		"March 20, 2023, was the day on which the two met.",
		"On 3 May 1987 the two met again.",
		"By Tuesday the talks had ended.",
		"By John Smith's account the talks went well.",
		"Reporters asked the minister about the treaty.",
		"Reporting by the paper showed that the talks had failed.",
		"Editors of three papers were arrested on Monday.",
		"He had one message: stop the war.",
		"They agreed on three points: trade, trains and water.",
		"A photo by the gate shows the two ministers.",
		"The talks were closed to the press (photographs were not allowed).",
		"The envoy works for the ministry (and for the bank).",
		"Moscow, Beijing and Delhi agreed.",
		"Q was the name of the man.",
		"A: this is how the first point began.",
		"The two ministers spoke to Reuters.",
		"He left for Geneva - the first such trip in years.",
		"It was no success — Reuters said so.",
		"Source of the trouble was the river.",
		"No 10 would not comment.",
		"The Kremlin, Moscow and all of Russia waited.",
		"Transcript pages were missing.",
		"10 a.m. was too early for him.",
	} {
		const before = "The two foreign ministers met in Bern on Monday and spoke for two hours about the water of the river."
		const after = "They will meet again in the autumn, when the work on the dam is done and the lake has been filled."
		text := before + "\n\n" + s + "\n\n" + after
		a := Text(text, Options{})
		if len(a.Parts) != 3 || a.Parts[1].Kind != readout.PartBody || a.Text[a.Parts[1].Start:a.Parts[1].End] != s {
			t.Errorf("%q:\n%s", s, describe(a))
		}
		if a.Agency != "" || a.Published != "" || len(a.Bylines)+len(a.Credits) > 0 {
			t.Errorf("%q: %s", s, describe(a))
		}
		// The same at the head of the article, where more forms are looked for.
		a = Text(s+"\n\n"+before+"\n\n"+after, Options{})
		if k := a.Parts[0].Kind; k != readout.PartBody || a.Text[a.Parts[0].Start:a.Parts[0].End] != s {
			t.Errorf("at the head: %q:\n%s", s, describe(a))
		}
	}
}

func TestFurniture(t *testing.T) {
	for _, s := range []string{
		"###", "# # #", "-30-", "- 30 -", "ENDS", "-ENDS-", "(END)", "(more)", "-more-", "* * *", "____",
		"FOR IMMEDIATE RELEASE", "For Immediate Release:  March 3, 1990", "Press release no. 12", "PRESS RELEASE 2023/45",
		"EMBARGOED UNTIL 10:00 GMT", "Contact: Ann Lee, +41 31 000 00 00", "press@example.org", "https://example.org/a",
		"(As delivered)", "Check against delivery", "Share this", "Share on Facebook", "Read more: Who pays?",
		"Advertisement", "Copyright 2001 The Daily Example. All rights reserved.", "© 2020 Daily Example", "All rights reserved.",
		"11:45 A.M. EST", "17:45", "END 12:10 P.M. EDT", "2:45 p.m.", "1100 GMT"[:2] + ".00 GMT", "Published in sections: News",
		"Publication status: published", "Sign up for our morning newsletter", "No. 123-20-03-2023", "Related stories",
	} {
		if furnitureForm(oneLine(s), false) == "" {
			t.Errorf("%q is not seen as furniture", s)
		}
	}
}

func TestBylines(t *testing.T) {
	for _, c := range []struct{ in, people, agency string }{
		{"By JANE DOE", "Jane Doe", ""},
		{"By John Smith and Ann Lee, Reuters", "John Smith|Ann Lee", "Reuters"},
		{"By Jane Doe, Associated Press Writer", "Jane Doe", "Associated Press"},
		{"By Jane Doe | March 20, 2023", "Jane Doe", ""},
		{"By Jane Doe jane.doe@example.org", "Jane Doe", ""},
		{"By Jane Doe in Moscow and Lu Wei in Beijing", "Jane Doe|Lu Wei", ""},
		{"BY J.R. O'NEIL AND MARÍA DE LA CRUZ", "J.R. O'Neil|María de la Cruz", ""},
		{"By the Associated Press", "", "Associated Press"},
		{"By AFP", "", "Agence France-Presse"},
		{"Written by Jane Doe", "Jane Doe", ""},
		{"Reporter: Hao Weiwei", "Hao Weiwei", ""},
		{"Reporters Hao Weiwei, Shi Hao", "Hao Weiwei|Shi Hao", ""},
		{"Jane Doe, Associated Press", "Jane Doe", "Associated Press"},
	} {
		names, ok := scanByline(c.in)
		if got := strings.Join(names.people, "|"); !ok || got != c.people || names.agency != c.agency {
			t.Errorf("%q: %v %q %q", c.in, ok, got, names.agency)
		}
	}
}

func TestLayout(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"one paragraph a line", "The ministers met in Bern on Monday and spoke about the river and its water for two hours.\nThey will meet again in the autumn, when the work on the dam is done and the lake is full.", "a|b"},
		{"wrapped", "The ministers met in Bern on Monday and spoke about the\nriver and its water for two hours.\n\nThey will meet again in the autumn, when the work on the\ndam is done.", "a b|c d"},
		{"wrapped without blank lines", "The ministers met in Bern on Monday and spoke about the\nriver and its water.\nThey will meet again in the autumn, when the work on the\ndam is done.", "a b|c d"},
		{"points", "The ministers agreed on the following points, all of them\nabout the river:\n1. The dam will be finished in the spring of next year, as\nit was planned.\n2. The lake will be filled.", "a b|c d|e"},
		{"hanging turns", "Q   Will the ministers meet again before the dam is done,\n    or after it?\nA   They will meet again in the autumn, when the work on\n    the dam is done.", "a b|c d"},
		{"title and text", "Ministers meet in Bern\nThe ministers met in Bern on Monday and spoke about the river.", "a|b"},
	} {
		text := clean(c.in)
		var got []string
		name := 'a'
		for _, p := range layout(text) {
			n := strings.Count(text[p.start:p.end], "\n") + 1
			var names []string
			for range n {
				names = append(names, string(name))
				name++
			}
			got = append(got, strings.Join(names, " "))
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%s: %s, want %s", c.name, g, c.want)
		}
	}
}
