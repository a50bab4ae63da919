package reader_test

import (
	"os"
	"strings"
	"testing"

	"readout"
	"readout/internal/intake"
)

// TestQuiet reads sentences of sport, business, weather, accidents, fiction and daily life, in which nothing
// happens that belongs into the record, each as an article of its own.
func TestQuiet(t *testing.T) {
	const name = "testdata/quiet.txt"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t)
	n := 0
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		for _, e := range recorded(r.Read(intake.Text(line, intake.Options{Published: "2020-06-01"}))) {
			t.Errorf("%s:%d: %s\n  %s by %s", name, i+1, line, e.Notation(), e.Evidence.Entry)
		}
	}
	if n < 100 {
		t.Errorf("%s has only %d sentences", name, n)
	}
}

// recorded returns the events of a reading and those of its plans.
func recorded(r *readout.Reading) []*readout.Event {
	var out []*readout.Event
	for i := range r.Events {
		out = append(out, &r.Events[i])
	}
	for i := range r.Plans {
		out = append(out, &r.Plans[i].Event)
	}
	return out
}

// TestTold tells happenings that are told from those that are only spoken of, and from those that look alike.
func TestTold(t *testing.T) {
	r := newReader(t)
	for _, test := range []struct{ text, want string }{
		{"A French soldier was killed in Mali on Friday.", "ASSAULT"},
		{"No soldiers were killed in Mali on Friday.", "ASSAULT negation"},
		{"No French minister has met the Syrian president.", "CONSULT negation"},
		{"Neither Merkel nor Macron condemned Turkey.", "ACCUSE negation"},
		{"His brother feared he would be arrested by the Turkish police.", "COERCE hypothetical"},
		{"His brother said he would be arrested by the Turkish police.", "PLAN COERCE"},
		{"Carter sought a peace agreement between Israel and Egypt.", ""},
		{"Carter praised the peace agreement between Israel and Egypt.", "SUPPORT SUPPORT"},
		{"The report speaks of the need for cooperation between Turkey and Greece.", ""},
		{"The report speaks of the cooperation between Turkey and Greece.", "COOPERATE"},
		{"The fear of a Russian attack on Poland rose.", ""},
		{"The Russian attack on Poland went on.", "ASSAULT"},
		{"The possible Chinese attack on Taiwan worried them.", "ASSAULT hypothetical"},
		{"The national interest demands that we act. I urge NATO to pass the plan. I ask France to stay.", ""},
		{"Merkel said the plan was bad. I urge Macron to stop it. We should meet.", "REQUEST"},
		{"Germany attacked Poland in the second half of the year and won a victory.", "ASSAULT"},
		{"Trump met Putin at the World Cup final.", "CONSULT"},
		{"Gunmen attacked the Sri Lankan cricket team in Lahore.", "ASSAULT"},
		{"Three soldiers were killed when their truck hit a mine.", "ASSAULT"},
		{"A pastor was arrested by Chinese police.", "COERCE"},
		{"Lawmakers could reject the agreement with Iran.", "REJECT hypothetical"},
		{"Every Afghan soldier who was captured was killed by the Taliban.", "COERCE ASSAULT"},
		{"Iran denied that it had attacked Iraq.", "ASSAULT negation"},
		{"Suppose that Mexico invaded Cuba.", "ASSAULT hypothetical"},
		{"Had Japan attacked Russia, the war would have ended sooner.", "ASSAULT hypothetical"},
		{"It is not true that France recognized the rebels.", "SUPPORT negation"},
		{"Rumours that Iran had attacked Iraq were false.", "ASSAULT negation"},
		{"The president agreed to withdraw the troops.", "AGREE"},
		{"The president of the bank met the finance minister of France.", "CONSULT"},
		{"The two presidents of the banks met in Zurich.", ""},
		{"Castro met the family of the prisoner.", "CONSULT"},
		{"The general met his wife at a ball in Vienna.", ""},
		{"A foreign power attacked the rebels.", "ASSAULT"},
		{"The government protects the buying power of the crown.", ""},
		{"Eighteen French soldiers have been killed in Mali, and another twelve died in a helicopter crash.", "ASSAULT"},
		{"The talks ended with both sides withdrawing their armies.", "RETREAT"},
		{"Hamas seized power in the Gaza Strip.", "COERCE COERCE"},
		{"A British journalist visited the museum and met a singer.", ""},
	} {
		var got []string
		reading := r.Read(intake.Text(test.text, intake.Options{Published: "2020-06-01"}))
		for _, e := range reading.Events {
			got = append(got, strings.Join(append([]string{e.Type}, e.Auxiliary...), " "))
		}
		for _, p := range reading.Plans {
			got = append(got, strings.Join(append([]string{"PLAN", p.Type}, p.Auxiliary...), " "))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s\n  got  %s\n  want %s", test.text, s, test.want)
		}
	}
}
