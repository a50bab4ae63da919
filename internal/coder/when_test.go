package coder_test

import (
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/intake"
	"readout/reader"
)

// TestWhen: what day the events of a report have, and which of them are historical.
func TestWhen(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	const head = "Talks in the capital\n\nNAIROBI, June 18 (Wire) - "
	for _, c := range []struct{ name, text, want string }{
		{"the day that its words govern", "Kenya met Chad on Monday.", "CONSULT 2020-06-15"},
		{"the day behind what describes its object", "Sudan signed an accord brokered by Kenya on Monday.", "CONSULT 2020-06-15; SUPPORT 2020-06-15"},
		{"the report's day", "Kenya met Chad.", "CONSULT 2020-06-18"},
		{"years ago", "Kenya met Chad in 2011.", "CONSULT 2011 historical"},
		{"what only dates something else", "Kenya met Chad almost five years after Sudan attacked Mali.", "ASSAULT open historical; CONSULT 2020-06-18"},
		{"a month before another clause", "The president of Kenya flew to Chad last month after Sudan attacked Mali.", "ASSAULT 2020-05; CONSULT 2020-05"},
		{"before something else", "Kenya, which had met Chad, attacked Sudan.", "ASSAULT 2020-06-18; CONSULT open"},
		{"news with a source behind it", "Sudan attacked Mali overnight, the foreign ministry of Kenya said.", "ASSAULT 2020-06-18"},
		{"what someone says was so", "Kenya said that Sudan had attacked Mali.", "ASSAULT open"},
		{"what someone remembers", "\"Sudan attacked Mali,\" the president of Kenya said.", "ASSAULT open historical"},
		{"another paragraph has the last day", "Kenya met Chad on Wednesday.\n\nSudan attacked Mali.", "ASSAULT 2020-06-17; CONSULT 2020-06-17"},
		{"nor that of another's background", "Kenya met Chad.\n\nMali met Niger on Tuesday.\n\nSudan attacked Mali.", "ASSAULT 2020-06-18; CONSULT 2020-06-16; CONSULT 2020-06-18"},
		{"by now", "Kenya met Chad on Tuesday. Sudan has attacked Mali.", "ASSAULT 2020-06-18; CONSULT 2020-06-16"},
		{"nor that of a clause beside", "Kenya, which had met Chad in June 2019, attacked Mali. Sudan attacked Niger.", "ASSAULT 2020-06-18; ASSAULT 2020-06-18; CONSULT 2019-06 historical"},
		{"but not the last week", "Kenya met Chad last week.\n\nSudan attacked Mali.", "ASSAULT 2020-06-18; CONSULT 2020-W24"},
		{"nor a day long gone", "Kenya met Chad on May 3.\n\nSudan attacked Mali.", "ASSAULT 2020-06-18; CONSULT 2020-05-03"},
	} {
		var got []string
		for _, e := range r.Read(intake.Text(head+c.text, intake.Options{Published: "2020-06-18"})).Events {
			got = append(got, strings.Join(append([]string{e.Type, value(e.Date)}, e.Auxiliary...), " "))
		}
		slices.Sort(got)
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q\n%s", c.name, strings.Join(got, "; "), c.want, c.text)
		}
	}
}

func value(t *readout.Time) string {
	if t == nil {
		return "open"
	}
	return t.Value
}

// TestHeadline: what the headline tells is one event with what the text tells in full, and has the day of the report
// where only the headline tells it.
func TestHeadline(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	const dateline = "\n\nNAIROBI, June 18 (Wire) - "
	for _, c := range []struct{ headline, text, want string }{
		{"Armed men attack police in Chad", "Gunmen attacked the police of Chad on Wednesday, the army said.", "ASSAULT Gunmen 2020-06-17 2"},
		{"Kenya expels envoy of Sudan", "President Uhuru Kenyatta expelled the ambassador of Sudan.", "SANCTION Uhuru Kenyatta 2020-06-18 2"},
		{"Kenya executes man convicted of spying", "Kenya has executed a man convicted of spying for Chad.", "ASSAULT Kenya 2020-06-18 2"},
		{"President rejects calls to quit", "President Uhuru Kenyatta rejected calls to quit.", "REJECT Uhuru Kenyatta 2020-06-18 2"},
		{"Kenya expels envoy of Sudan", "Chad expelled the ambassador of Sudan.", "SANCTION Chad 2020-06-18 1; SANCTION Kenya 2020-06-18 1"},
		{"Kenya expels envoy of Sudan", "The rains were late.", "SANCTION Kenya 2020-06-18 1"},
	} {
		var got []string
		for _, e := range r.Read(intake.Text(c.headline+dateline+c.text, intake.Options{Published: "2020-06-18"})).Events {
			got = append(got, strings.Join([]string{e.Type, e.Actors[0].Name, value(e.Date), string(rune('1' + len(e.Also)))}, " "))
		}
		slices.Sort(got)
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.headline, strings.Join(got, "; "), c.want)
		}
	}
}

// TestByPhone: what the headline calls a call is talk by phone.
func TestByPhone(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for headline, want := range map[string]string{
		"Readout of President Kenyatta's Call with President Deby":    "phone",
		"Readout of President Kenyatta's Meeting with President Deby": "",
	} {
		text := headline + "\n\nJune 18, 2020\n\nPresident Uhuru Kenyatta of Kenya spoke today with President Idriss Deby of Chad.\n"
		events := r.Read(intake.Text(text, intake.Options{})).Events
		if len(events) != 1 || strings.Join(events[0].Modes, " ") != want {
			t.Errorf("%s: got %+v, want the mode %q", headline, events, want)
		}
	}
}
