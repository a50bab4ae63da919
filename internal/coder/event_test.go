package coder_test

import (
	"strings"
	"testing"

	"readout"
	"readout/reader"
)

// TestRecipients: who is meant beside the verb. A deed without another recipient is done to whom the place belongs to; in the
// actor's own country to the people of the place.
func TestRecipients(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, recipients string }{
		{"Turkey declared a ceasefire in Idlib.", "Syria SYR GOV"},
		{"India imposed a curfew in parts of Kashmir.", "Kashmir IND CVL"},
		{"The Syrian army shelled Homs.", "Homs SYR CVL"},
		{"Rebels shelled Homs.", "Syria SYR GOV"},
		{"Kenya sent troops to Somalia.", "Somalia SOM GOV"},
		{"On Monday, Merkel called Macron to apologize for the delay.", "Emmanuel Macron FRA GOV"},
		{"Students held a demonstration in Lagos against the arrest of monks in Chad.", "monks TCD REL"},
		{"The Kenya Farmers Congress (KFC) on Tuesday called on Nigerian leaders to lower the tax on milk of some farmers.", "Nigerian leaders NGA GOV"},
		{"Spanish fighters agreed to lay down their weapons in Mali.", "Mali MLI GOV"},
		{"Norway declared a truce on Monday in Mali.", "Mali MLI GOV"},
		{"Students marched in Lagos. Nigerian police fired tear gas and made dozens of arrests.", "Students NGA EDU"},
		{"Chad shelled Mali. Kenya condemned the attack.", "Mali MLI GOV, Chad TCD GOV"},
		{"Chad shelled Mali. Kenya condemned an attack on Niger.", "Mali MLI GOV"},
		{"Leaders of the G7 agreed to help Kenya. Macron met Merkel. Pope Francis urged the leaders to act.", "Kenya KEN GOV, Angela Merkel DEU GOV, Leaders of the G7 IGO GOV"},
		{"The Kenyan opposition leader threatened to take the matter to court.", ""},
		{"Spain and Norway welcomed their resumption of diplomatic ties with Kenya.", "Kenya KEN GOV"},
		{"Church leaders condemned the attacks in Paris.", ""},
		{"Kenyan lawmakers rejected the text, which had been drafted in Peru.", ""},
		{"Spain welcomed the resumption of ties between Chad and Kenya.", "Chad TCD GOV, Kenya KEN GOV"},
	} {
		x := r.Explain(readout.Passage(c.text, "2018-06-15"))
		var got []string
		for _, e := range x.Reading.Events {
			for _, a := range e.Recipients {
				got = append(got, a.Name+" "+a.Country+" "+a.Sector)
			}
		}
		if strings.Join(got, ", ") != c.recipients {
			t.Errorf("%q: recipients %q, want %s", c.text, got, c.recipients)
		}
	}
}

// TestActorsOfAttacks: who claims an attack or stands behind its weapon did it; who denies it did not.
func TestActorsOfAttacks(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, actors string }{
		{"Hamas claimed responsibility for the bombing of a bus in Haifa.", "Hamas"},
		{"Hamas denied responsibility for the bombing of a bus in Haifa.", ""},
		{"A car bombing by the Taliban killed ten soldiers.", "Taliban"},
		{"Burhan and RSF commander Mohamed Hamdan Daglo attacked Chad.", "Abdel Fattah al-Burhan, Mohamed Hamdan Daglo"},
	} {
		x := r.Explain(readout.Passage(c.text, ""))
		var got []string
		for _, e := range x.Reading.Events {
			for _, a := range e.Actors {
				if e.Type == "ASSAULT" {
					got = append(got, a.Name)
				}
			}
		}
		if strings.Join(got, ", ") != c.actors {
			t.Errorf("%q: actors %q, want %q", c.text, got, c.actors)
		}
	}
}

// TestStaffAgrees: a man's own people agree with him to what others propose.
func TestStaffAgrees(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	const text = "Musharraf and his top commanders agreed to all demands."
	events := r.Explain(readout.Passage(text, "2001-09-14")).Reading.Events
	if len(events) != 1 || len(events[0].Actors) != 2 || len(events[0].Recipients) > 0 || events[0].Mutual {
		t.Errorf("%q: %+v, want one AGREE of two actors", text, events)
	}
}

// TestThingsAreNoParties: a treaty or a war by name is no recipient.
func TestThingsAreNoParties(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, typ string }{
		{"Kerry spoke out against the Vietnam War.", "ACCUSE"},
		{"Syrian rebels opposed the Oslo Accords.", "REJECT"},
		{"China condemned the Bush Doctrine.", "ACCUSE"},
	} {
		events := r.Explain(readout.Passage(c.text, "")).Reading.Events
		if len(events) != 1 || events[0].Type != c.typ || len(events[0].Recipients) > 0 {
			t.Errorf("%q: %+v, want one %s toward nobody", c.text, events, c.typ)
		}
	}
}
