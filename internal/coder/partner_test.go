package coder_test

import (
	"testing"

	"readout"
	"readout/reader"
)

// TestPartner: who has no country gets that of those with whom he deals at home, not of a state that may deal
// with another's people, nor where the words name several states.
func TestPartner(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, actor, recipient string }{
		{"Ghanaian nurses urged the health minister to raise their pay.", "GHA", "GHA"},
		{"Ethiopian rebels rejected the government's offer, a mediator said in Nairobi.", "ETH", "ETH"},
		{"Peru's president urged striking teachers to return to work.", "PER", "PER"},
		{"Bolivia's president urged indigenous leaders to end their march.", "BOL", "BOL"},
		{"The Malawian government rejected demands by tobacco farmers.", "MWI", "MWI"},
		{"Kenya's biggest teachers' federation urged the ruling party to listen.", "KEN", "KEN"},
		{"Macedonia's parliament thanked ethnic Albanians for their patience.", "MKD", "MKD"},
		{"Nepal's Maoists agreed with the main parties to hold elections.", "NPL", "NPL"},
		{"Thai generals met Muslim separatists in Kuala Lumpur.", "THA", "THA"},
		{"Macedonia's president received leaders of the ethnic Albanian parties.", "MKD", "MKD"},
		{"Ecuador's indigenous confederation sued a state oil company.", "ECU", "ECU"},
		{"The Ghanaian ombudsman accused soldiers at a Kumasi garrison of theft.", "GHA", "GHA"},
		{"The auditor general of Ghana urged the armed forces to publish their accounts.", "GHA", "GHA"},
		{"France urged the armed forces to return to barracks.", "FRA", ""},
		{"Greek ministers promised islanders on Rhodes a new port.", "GRC", "GRC"},
		{"Zambia expelled two foreign aid agencies.", "ZMB", "NGO"},
		{"An adviser to the Tunisian president met the Malian prime minister.", "TUN", "MLI"},
		{"Malawi urged its largest lender, Norway, to forgive the debt.", "MWI", "NOR"},
		{"Zambia and Malawi ceased fire on Monday.", "ZMB", "MWI"},
		{"Madrid rejected a proposal by the Catalan regional government.", "ESP", "ESP"},
		{"Bosnian Serbs attacked Bosnian Muslims.", "BIH", "BIH"},
		{"The Indian army threatened to impose a curfew on Srinagar.", "IND", "IND"},
		{"The army shortened the curfew in Kampala.", "UGA", "UGA"},
		{"Seoul said the North had fired a shell at the South.", "PRK", "KOR"},
		{"Ecuador's president promised to meet Indian protesters.", "ECU", "ECU"},
		{"Ecuador's president met the Indian prime minister.", "ECU", "IND"},
		{"The Malawian ombudsman accused the country's own pilots of theft.", "MWI", "MWI"},
		{"Malawi's president toured the stricken villagers.", "MWI", "MWI"},
		{"France's president met the stricken villagers in Malawi.", "FRA", "MWI"},
		{"Malawi's ruling party urged its coalition partners to vote.", "MWI", "MWI"},
		{"Malawian nurses petitioned a labour commission.", "MWI", "MWI"},
		{"Malawi's president thanked the nation for its patience.", "MWI", "MWI"},
		{"Malawi's Greens thanked the Communist Party for its votes.", "MWI", "MWI"},
		{"Kenya's army ended the state of emergency under which Somalis had lived.", "KEN", "SOM"},
		{"Separatist leaders in Cameroon's English-speaking regions rejected the president's offer.", "CMR", "CMR"},
		{"Ghana's largest union endorsed the Social Democrats.", "GHA", "GHA"},
		{"Hackers working for Beijing broke into the Danish parliament's computers.", "CHN", "DNK"},
		{"Spanish paratroopers were flown to Ceuta to face Moroccan rioters.", "ESP", "MAR"},
		{"Syria freed the inmates of its Adra prison.", "SYR", "SYR"},
		{"A Syrian court sentenced an inmate of Syria's Adra prison to death.", "SYR", "SYR"},
		{"Protesters urged Malawi to change its policy.", "", "MWI"},
		{"Malawi urged the rebels to lay down their arms.", "MWI", ""},
		{"Peru's president urged foreign investors to be patient.", "PER", ""},
		{"World leaders urged the Malawian president to resign.", "", "MWI"},
		{"Peru's president urged students to shun goods from Malawi.", "PER", ""},
		{"The prime minister told visiting Peruvian lawmakers that the border would stay shut.", "", "PER"},
	} {
		events := r.Explain(readout.Passage(c.text, "")).Reading.Events
		if len(events) != 1 || len(events[0].Actors) != 1 || len(events[0].Recipients) != 1 {
			t.Errorf("%q: no single event with one actor and one recipient", c.text)
			continue
		}
		if a, b := events[0].Actors[0].Country, events[0].Recipients[0].Country; a != c.actor || b != c.recipient {
			t.Errorf("%q: %q on %q, want %q on %q", c.text, a, b, c.actor, c.recipient)
		}
	}
}
