package coder_test

import (
	"fmt"
	"strings"
	"testing"

	"readout"
	"readout/internal/intake"
	"readout/reader"
)

// TestSettings reads where words are said, with whom and at what place.
func TestSettings(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"Merkel told reporters at a press conference in Vienna on Monday that the talks had failed.", "press-conference “at a press conference in Vienna” in Vienna"},
		{"“We want peace,” Merkel said in an interview with the BBC.", "interview “in an interview with the BBC” with BBC"},
		{"In a phone call with Macron, Merkel said that Germany would wait.", "call “In a phone call with Macron” with Emmanuel Macron"},
		{"Speaking on the sidelines of the summit, Merkel told her French counterpart that Germany would wait.", "sidelines “on the sidelines of the summit”"},
		{"Norway said in a statement that the ship was safe.", "statement “in a statement”"},
		{"The communique says that the border is open.", "statement “The communique”"},
		{"The president wrote on Twitter that the deal was dead.", "social-media “on Twitter”"},
		{"The minister said before the Senate that the border was open.", "testimony “before the Senate”"},
		{"Critics in Congress said that the border was open.", ""},
		{"Merkel said that the letter arrived in a speech.", ""},
		{"The clerk said that Merkel had spoken at a press conference.", ""},
	} {
		got := ""
		for _, s := range r.Read(intake.Text(test.text, intake.Options{Published: "2020-06-15"})).Statements {
			if s.Setting != nil {
				got = describe(s.Setting)
				if x := s.Setting; test.text[x.Start:x.End] != x.Text {
					t.Errorf("the setting is not the text's own words: %q", x.Text)
				}
			}
		}
		if got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func describe(s *readout.Setting) string {
	text := s.Kind + " “" + s.Text + "”"
	if s.With != nil {
		text += " with " + s.With.Name
	}
	if s.Place != nil {
		text += " in " + s.Place.Name
	}
	return text
}

// TestAnonymous reads what sources without a name are said to be.
func TestAnonymous(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"A senior official said that the talks had failed.", "official"},
		{"A person familiar with the matter said that the talks had failed.", "insider"},
		{"Sources close to the talks said that Iran would sign.", "insider"},
		{"Western diplomats said that Iran would sign.", "diplomat"},
		{"Eyewitnesses said that shots were fired.", "witness"},
		{"State media reported that two planes had landed.", "media"},
		{"A spokesman for the ministry said that two planes had landed.", "spokesperson"},
		{"An engineer, who spoke on condition of anonymity, said that the plant was shut.", "source"},
		{"An official left the room. He said that the talks had failed.", "official"},
		{"Merkel said that the talks had failed.", ""},
		{"The foreign ministry said that the talks had failed.", ""},
		{"The president said that the talks had failed.", ""},
		{"Defense Minister Erik Holm said that the talks had failed.", ""},
		{"The spokesman, Erik Holm, said that the talks had failed.", ""},
		{"Some 20,000 people demanded that the wall be opened.", ""},
	} {
		got := []string{}
		for _, s := range r.Read(intake.Text(test.text, intake.Options{Published: "2020-06-15"})).Statements {
			got = append(got, s.Anonymous)
		}
		if fmt.Sprint(got) != fmt.Sprint([]string{test.want}) {
			t.Errorf("%s: got %q, want %q", test.text, got, test.want)
		}
	}
}

// TestForms reads how words are given.
func TestForms(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"“We are ready,” Kohl said. “We will sign.”", "direct"},
		{"Kohl said that he was ready.", "indirect"},
		{"Kohl said that he was “ready to sign” the treaty.", "mixed"},
		{"Kohl stressed that the talks went well. We should continue the talks. The two sides should meet again.", "indirect free free"},
		{"Q: Are you ready?\n\nA: We are ready.\n\nQ: When?\n\nA: Soon.", "direct direct direct direct"},
	} {
		var got []string
		for _, s := range r.Read(intake.Text(test.text, intake.Options{Published: "1990-03-15"})).Statements {
			got = append(got, string(s.Form))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %q, want %q", test.text, got, test.want)
		}
	}
}

// TestTurns reads who speaks in transcripts, and for whom.
func TestTurns(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	text := `State Department Press Briefing

2:05 p.m.

MR. TILLER: Good afternoon. We have imposed sanctions on Russia.

QUESTION: Will he meet Foreign Minister Lavrov?

MR. TILLER: No meeting is planned.

Reuters: Is that final?

SECRETARY BLINKEN: It is.

END 2:31 p.m. (local)
`
	var got []string
	for _, s := range r.Read(intake.Text(text, intake.Options{Published: "2022-03-03"})).Statements {
		got = append(got, strings.TrimSpace(s.Source.Name+" "+s.Source.Country+" "+s.Source.Sector+" "+s.Anonymous))
	}
	want := []string{"MR. TILLER USA GOV", "MR. TILLER USA GOV", "QUESTION  JRN journalist", "MR. TILLER USA GOV", "Reuters  JRN", "Antony Blinken USA GOV"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}
