package coder_test

import (
	"testing"

	"readout"
	"readout/internal/intake"
	"readout/reader"
)

// TestCountriesInferred: who has no country of his own gets that of a government named beside him, or the only
// one that the sentence speaks of; but a state may speak to another's government.
func TestCountriesInferred(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, actor, recipient string }{
		{"A court in Ghana urged the government to pay the teachers.", "GHA", "GHA"},
		{"Norwegian mediators shuttled between the Colombian government and leftist rebels in Oslo.", "NOR", "COL"},
		{"Ghanaian trade unions urged the president to resign.", "GHA", "GHA"},
		{"France urged the government to release the editors.", "FRA", ""},
		{"Officers at Nairobi's main airport detained two Norwegian divers.", "KEN", "NOR"},
		{"Pirates based on the Somali coast attacked Yemeni fishermen.", "SOM", "YEM"},
		{"Agents working for the Libyan secret service kidnapped a Tunisian editor.", "LBY", "TUN"},
		{"Kenyan police tortured leftist prisoners.", "KEN", "KEN"},
		{"Renegade soldiers killed Liberia's interior minister.", "LBR", "LBR"},
		{"Peru's electoral court rejected a petition by Lucho Barrantes.", "PER", "PER"},
	} {
		events := r.Explain(readout.Passage(c.text, "")).Reading.Events
		if len(events) != 1 || len(events[0].Actors) == 0 {
			t.Errorf("%q: %d events", c.text, len(events))
			continue
		}
		recipient := ""
		for _, a := range events[0].Recipients {
			if recipient = a.Country; a.Country != c.recipient {
				break
			}
		}
		if actor := events[0].Actors[0].Country; actor != c.actor || recipient != c.recipient {
			t.Errorf("%q: %q to %q, want %q to %q", c.text, actor, recipient, c.actor, c.recipient)
		}
	}
}

// TestCountriesNotInferred: a force of several states is not of the country where it fights, nor is anyone of the
// country whose town a treaty is named after; and a surname is that of whom the article names in full.
func TestCountriesNotInferred(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, typ, actor, country string }{
		{"In Iraq, coalition military forces conducted four strikes against ISIL fighters.", "ASSAULT", "military forces", ""},
		{"Ash Carter met Haider al-Abadi in Baghdad. Later that day Carter thanked Iraq.", "SUPPORT", "Ash Carter", "USA"},
		{"Abu Jandal, an ISIL leader, was killed by a coalition airstrike in Syria.", "ASSAULT", "coalition", ""},
		{"Hafizullah Amin seized power in Kabul. In response, Amin visited Russia.", "CONSULT", "Hafizullah Amin", "AFG"},
		{"Hours later the authorities charged a journalist with tax fraud, claiming that the director of Kanal 5 took money from abroad.", "COERCE", "authorities", ""},
		{"The United States sent John Adams to Berlin. The United States paid him well. The new king, Frederick William III, formally recognized the American minister.", "SUPPORT", "Frederick William III", ""},
		{"In May, Rabin was assassinated by Avi Gal, a farmer who opposed the Oslo Accords on religious grounds.", "ASSAULT", "Avi Gal", ""},
	} {
		found := false
		events := r.Explain(readout.Passage(c.text, "2016-06-01")).Reading.Events
		for i := range events {
			if e := &events[i]; e.Type == c.typ && len(e.Actors) > 0 {
				found = true
				if a := e.Actors[0]; a.Name != c.actor || a.Country != c.country {
					t.Errorf("%q: %s of %q, want %s of %q", c.text, a.Name, a.Country, c.actor, c.country)
				}
			}
		}
		if !found {
			t.Errorf("%q: no %s", c.text, c.typ)
		}
	}
}

// TestSourceCountries: who says something without a country of his own gets that of the dateline, or the one that an
// event of the article gave him; one of several who are not named does not.
func TestSourceCountries(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, source, country string }{
		{"KADUNA, Nigeria, July 6 (Wire) - Gunmen burned a prison overnight, the interior ministry said.", "interior ministry", "NGA"},
		{"KADUNA, Nigeria, July 6 (Wire) - Gunmen burned a prison. The army said the town was calm.", "army", "NGA"},
		{"PRISTINA, May 3 (Wire) - Officials from three states said the talks would go on.", "Officials from three states", ""},
		{"BRUSSELS, May 3 (Wire) - The foreign ministry said the talks would go on.", "foreign ministry", ""},
		{"ACCRA, May 3 (Wire) - Health Minister Kofi Badu said clinics in Ghana were full. Ghana bought vaccines.", "Kofi Badu", "GHA"},
	} {
		all := r.Read(intake.Text(c.text, intake.Options{Published: "2022-07-06"})).Statements
		if len(all) == 0 {
			t.Errorf("%q: no statement", c.text)
			continue
		}
		if s := all[0].Source; s.Name != c.source || s.Country != c.country {
			t.Errorf("%q: said by %q of %q, want %q of %q", c.text, s.Name, s.Country, c.source, c.country)
		}
	}
}
