package coder_test

import (
	"testing"

	"readout"
	"readout/reader"
)

// TestCampaign: politicians attack each other in words, rally voters and travel at home; armies and crowds do not.
func TestCampaign(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Senator Marco Rubio attacked Jeb Bush at the debate in Ohio.", "ACCUSE"},
		{"Donald Trump's attacks on Hillary Clinton grew sharper.", "ACCUSE"},
		{"Senator Marco Rubio attacked Jeb Bush with a hammer.", "ASSAULT"},
		{"Gunmen attacked Senator Marco Rubio near Miami.", "ASSAULT"},
		{"Saddam Hussein attacked Iran.", "ASSAULT"},
		{"The Hungarian prime minister attacked the European Union in a speech.", "ACCUSE"},
		{"Bashar al-Assad fought the rebels.", "ASSAULT"},
		{"Hillary Clinton battled Bernie Sanders for the votes of Iowa.", ""},
		{"Donald Trump held a rally in Toledo.", ""},
		{"Thousands attended a rally for Hillary Clinton in Reno.", ""},
		{"Raila Odinga held a rally against the Kenyan government.", "PROTEST"},
		{"Kenyan teachers held a rally in Nairobi.", "PROTEST"},
		{"Senator Marco Rubio flew to Maine to see donors.", ""},
		{"Senator Marco Rubio flew to Cuba to see dissidents.", "CONSULT"},
		{"Senator Marco Rubio pinned his hopes on South Carolina.", ""},
		{"Senator Marco Rubio suspended his campaign on Tuesday.", ""},
		{"Russia suspended its bombing campaign on Tuesday.", "RETREAT"},
		{"A super PAC attacked Hillary Clinton.", "ACCUSE"},
		{"Bertrand Russell visited China.", ""},
		{"John Kerry visited China.", "CONSULT"},
		{"Emma Stone replaced the prime minister of France.", ""},
		{"Hollande replaced the prime minister of France.", "SANCTION"},
		{"The man forced two villagers to open the safe.", ""},
		{"The rebels forced two villagers to open the safe.", "COERCE"},
		{"Tourists are permitted to camp in the French park.", ""},
		{"A minister told the press, \"to show\" the talent of Greeks.", ""},
		{"Kenya struck a deal with a company that makes glass.", "SUPPORT"},
		{"A company that makes lamps struck a deal with a company that makes glass.", ""},
		{"His wife had warned him not to get angry, Donald Trump said.", ""},
	} {
		got := ""
		if events := r.Explain(readout.Passage(c.text, "2016-06-01")).Reading.Events; len(events) > 0 {
			got = events[0].Type
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestNamesakes: a person whose surname is a country, one of the people of a country, and a town that was attacked are no
// government, and officers whom the police speak of no soldiers.
func TestNamesakes(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, typ, actor, recipient string }{
		{"Kerry Washington plays the lead. Washington thanked Barack Obama for the law.", "SUPPORT", "", "USAGOV"},
		{"Washington thanked Barack Obama for the law.", "SUPPORT", "USAGOV", "USAGOV"},
		{"Ash Carter came on Saturday. Carter criticized China.", "ACCUSE", "USAGOV", "CHNGOV"},
		{"The first American to climb the peak criticized China.", "ACCUSE", "USA", "CHNGOV"},
		{"Two Kenyan soldiers died in the Nairobi attack.", "ASSAULT", "", "KENMIL"},
		{"Two Kenyan soldiers died in an Israeli attack.", "ASSAULT", "ISRGOV", "KENMIL"},
		{"Two Swedish nuns held hostage by rebels in Syria wrote home.", "ASSAULT", "SYRREB", "SWEREL"},
		{"An Alexandria grand jury indicted a Kenyan man. He had lived in Norfolk and in Richmond, Virginia.", "COERCE", "USAJUD", "KENCVL"},
		{"An Alexandria court indicted a Kenyan man. He had lived in Cairo and in Luxor.", "COERCE", "EGYJUD", "KENCVL"},
		{"“We reject the offer of France,” a Chadian rebel leader said.", "REJECT", "TCDREB", "FRAGOV"},
		{"“We reject the offer of France,” the Chadian foreign minister said.", "REJECT", "TCDGOV", "FRAGOV"},
		{"Mike Jordan was late. Mike Dale and Jordan criticized China.", "ACCUSE", "", "CHNGOV"},
		{"Tom Hale, president of the Brotherhood of Bakers, criticized China.", "ACCUSE", "", "CHNGOV"},
		{"The president of the Czech Republic criticized China.", "ACCUSE", "CZEGOV", "CHNGOV"},
		{"Christian leaders from Kenya criticized China.", "ACCUSE", "KENREL", "CHNGOV"},
		{"The Saudi-led coalition bombed Yemen.", "ASSAULT", "SAUMIL", "YEMGOV"},
		{"Two Kenyan soldiers killed in Mali", "ASSAULT", "", "KENMIL"},
		{"French reporter jailed in Chad", "COERCE", "TCDGOV", "FRAJRN"},
		{"Officer Joe Dale arrested two Kenyan men, police said.", "COERCE", "COP", "KENCVL"},
		{"Officers of the army arrested two Kenyan men.", "COERCE", "MIL", "KENCVL"},
	} {
		events := r.Explain(readout.Passage(c.text, "2016-06-01")).Reading.Events
		if len(events) != 1 || events[0].Type != c.typ || parties(events[0].Actors) != c.actor || parties(events[0].Recipients) != c.recipient {
			t.Errorf("%q: %v, want one %s of %q and %q", c.text, events, c.typ, c.actor, c.recipient)
		}
	}
}

// parties joins the codes of actors.
func parties(actors []readout.Actor) string {
	s := ""
	for _, a := range actors {
		s += a.Country + a.Sector
	}
	return s
}
