package coder_test

import (
	"strings"
	"testing"

	"readout/internal/intake"
	"readout/reader"
)

// TestFirmness reads plans and the words that say how firm they are.
func TestFirmness(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"Putin will visit China in October.", "Vladimir Putin → China 2020-10 stated: will"},
		{"Lavrov is due to visit Egypt on June 20.", "Sergei Lavrov → Egypt 2020-06-20 scheduled: due"},
		{"A meeting between Modi and Xi is scheduled for November.", "Narendra Modi → Xi Jinping 2020-11 scheduled: scheduled"},
		{"Lavrov is expected to visit Egypt on June 20.", "Sergei Lavrov → Egypt 2020-06-20 expected: expected"},
		{"Norway announced that Lavrov will visit Oslo in July.", "Sergei Lavrov → Norway 2020-07 announced: announced"},
		{"Putin plans to visit China in October.", "Vladimir Putin → China 2020-10 intended: plans"},
		{"Macron invited Xi to visit France next year.", "Xi Jinping → France 2021 invited: invited"},
		{"Trump and Putin have agreed to meet in August.", "Donald Trump → Vladimir Putin 2020-08 agreed: agreed"},
		{"Erdogan may meet Putin in Sochi next month.", "Recep Tayyip Erdoğan → Vladimir Putin 2020-07 possible: may"},
		{"Macron is considering a visit to Kyiv.", "Emmanuel Macron → Ukraine  possible: considering"},
		{"Merkel postponed her visit to Turkey.", "Angela Merkel → Turkey  postponed: postponed"},
		{"Talks between Russia and Ukraine were put off.", "Russia → Ukraine  postponed: put off"},
		{"The visit of Lavrov to Ankara has been called off.", "Sergei Lavrov → Turkey  cancelled: called off"},
		{"Lavrov's visit to Egypt in July is of great importance to Norway.", "Sergei Lavrov → Egypt 2020-07 stated:"},
		{"Norway welcomed Lavrov's visit to Egypt on May 20.", ""},
		{"Trump met Putin in July.", ""},
		{"After the talks with Russia, Turkey cancelled the contract.", ""},
		{"Abe did not agree to meet Putin.", ""},
		{"Lavrov refused to meet Pompeo.", ""},
		{"Sweden urged Iran to meet Iraq.", ""},
	} {
		var got []string
		for _, p := range r.Read(intake.Text(test.text, intake.Options{Published: "2020-06-15"})).Plans {
			text := p.Actors[0].Name
			if len(p.Recipients) > 0 {
				text += " → " + p.Recipients[0].Name
			}
			text += " " + p.Due.Value + " " + p.Firm.Value + ":"
			for _, w := range p.Firm.Words {
				text += " " + w.Text
				if test.text[w.Start:w.End] != w.Text {
					t.Errorf("%q are not the text's own words", w.Text)
				}
			}
			got = append(got, text)
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, strings.Join(got, "; "), test.want)
		}
	}
}
