package frame_test

import (
	"testing"

	"readout"
	"readout/reader"
)

// TestToward: whom words of promise and refusal are toward stands in the clause that completes them, or is who made what
// they are about; a protest is against those of whom its people demand something.
func TestToward(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, typ, actor, recipient string }{
		{"Norway offered to open its fishing records to Iceland.", "AGREE", "NOR", "ISL"},
		{"Portugal vowed to stand guard over Angola.", "AGREE", "PRT", "AGO"},
		{"Eritrea declined to honour a truce proposed by Ethiopia.", "REJECT", "ERI", "ETH"},
		{"Malian officers ignored a ruling by the constitutional court.", "REJECT", "MLI", "MLI"},
		{"Norway promised to plant a million trees.", "AGREE", "NOR", ""},
		{"An appeal by Norway to Iceland to cut its catch went unheard.", "REQUEST", "NOR", "ISL"},
		{"Ghana's main union appealed to striking nurses to return to the wards.", "REQUEST", "GHA", "GHA"},
		{"Thousands of Malians marched in Bamako after prayers to press President Keita for reforms.", "PROTEST", "MLI", "MLI"},
		{"Kenyan nurses went on strike to make the government raise their pay.", "PROTEST", "KEN", "KEN"},
		{"Kenyan nurses blocked the road, demanding that the health minister resign.", "PROTEST", "KEN", "KEN"},
		{"Swiss farmers blocked the road in their dispute with France.", "PROTEST", "CHE", "FRA"},
		{"Kenyan students camped outside the French embassy to show their anger at Paris.", "PROTEST", "KEN", "FRA"},
		{"Greek dockers went on strike until Turkey drops its claim.", "PROTEST", "GRC", "TUR"},
		{"Kenyan women rallied in front of parliament.", "PROTEST", "KEN", "KEN"},
		{"Kenyan women rallied for the release of prisoners.", "PROTEST", "KEN", ""},
		{"Kenyan women marched for the impeachment of the Ugandan president.", "PROTEST", "KEN", "UGA"},
		{"The Turkish embassy was the object of protests by Greek nurses.", "PROTEST", "GRC", "TUR"},
		{"Kenyan nurses rallied in Kisumu and urged the health minister to resign.", "PROTEST", "KEN", "KEN"},
		{"Kenyan nurses held a march and said the health minister must go.", "PROTEST", "KEN", "KEN"},
		{"A march by Kenyan nurses forced the Ugandan embassy to close.", "PROTEST", "KEN", "UGA"},
		{"The Kenyan health ministry faced a strike by nurses.", "PROTEST", "KEN", "KEN"},
		{"The Kenyan health ministry offered talks after a strike by nurses.", "PROTEST", "KEN", "KEN"},
		{"The strike by Kenyan nurses is aimed at toppling President Ruto.", "PROTEST", "KEN", "KEN"},
		{"A strike by Kenyan nurses, who want the Ugandan president to resign, spread.", "PROTEST", "KEN", "UGA"},
		{"Kenyan nurses rallied in Kisumu and said they were tired.", "PROTEST", "KEN", ""},
		{"Turkish soldiers died when Kurdish rebels from Iraq detonated a bomb.", "ASSAULT", "IRQ", "TUR"},
		{"Two Norwegian doctors lost their lives when Chadian rebels detonated a bomb.", "ASSAULT", "TCD", "NOR"},
		{"A Greek trader lost his home when Turkish gunmen detonated a bomb.", "ASSAULT", "TUR", "GRC"},
		{"A Greek trader lost his patience when Turkish gunmen detonated a bomb.", "ASSAULT", "TUR", ""},
		{"The Kenyan embassy has been the target of a crackdown by Ugandan police.", "COERCE", "UGA", "KEN"},
		{"Chilean farmers closed the bridge for two days so that Peru would stop its dam.", "PROTEST", "CHL", "PER"},
		{"A walkout by Greek pilots disrupted the flights of a Turkish airline.", "PROTEST", "GRC", "TUR"},
		{"Kenyan women marched past the offices of the Ugandan ambassador.", "PROTEST", "KEN", "UGA"},
		{"Kenyan miners went on strike over beatings by Ugandan guards.", "PROTEST", "KEN", "UGA"},
		{"Kenyan miners marched to oppose cuts announced by the Ugandan ministry.", "PROTEST", "KEN", "UGA"},
		{"Several protesting Kenyan farmers attacked Ugandan police.", "PROTEST", "KEN", "UGA"},
		{"Ugandan police broke up a sit-in by Kenyan nurses.", "ASSAULT", "UGA", "KEN"},
		{"Greek officers impounded 14 boats belonging to Turkish fishermen.", "COERCE", "GRC", "TUR"},
		{"Kazakhstan blocked the website of a Kyrgyz news agency.", "COERCE", "KAZ", "KGZ"},
		{"The bombing by a Somali rebel of a Kenyan market shook the city.", "ASSAULT", "SOM", "KEN"},
		{"The strangling of a Peruvian trader in a Lima cell by two Chilean guards drew protests.", "ASSAULT", "CHL", "PER"},
		{"Rwandan soldiers tortured Congolese miners, villagers told a court.", "ASSAULT", "RWA", "COD"},
		{"Kenyan youths rioted in Kisumu, pelting police with stones.", "PROTEST", "KEN", "KEN"},
		{"Kenyan nurses threatened to go on strike unless the ministry raised their pay.", "THREATEN", "KEN", "KEN"},
		{"Indian farm leaders turned down a government proposal to suspend three laws.", "REJECT", "IND", "IND"},
		{"Bowing to the unions, Chad's prime minister resigned.", "RETREAT", "TCD", "TCD"},
		{"Jordan's prime minister resigned, as the opposition had demanded.", "RETREAT", "JOR", "JOR"},
		{"Peru deployed soldiers to disperse Bolivian marchers.", "MOBILIZE", "PER", "BOL"},
		{"China staged a show of force off Taiwan.", "MOBILIZE", "CHN", "TWN"},
		{"Norway refused to close the mine as Sweden had demanded.", "REJECT", "NOR", "SWE"},
		{"Norway refused to close the mine despite appeals from Sweden.", "REJECT", "NOR", "SWE"},
		{"Norway refused to hold the vote that Sweden had demanded.", "REJECT", "NOR", "SWE"},
		{"The Ghanaian king rejected demands for a vote from a union of nurses.", "REJECT", "GHA", "GHA"},
		{"Peru's government scrapped a tax on fuel after truckers demanded it.", "CONCEDE", "PER", "PER"},
		{"France vetoed a Security Council resolution drafted by Kenya.", "REJECT", "FRA", "KEN"},
		{"Greek dockers blocked the port in an attempt to make Turkey drop its claim.", "PROTEST", "GRC", "TUR"},
		{"Greek dockers went on strike to win a rise from the Italian government.", "PROTEST", "GRC", "ITA"},
		{"Egypt withdrew a division stationed opposite Libya.", "RETREAT", "EGY", "LBY"},
		{"Old foes Chad and Libya renewed diplomatic ties.", "SUPPORT", "TCD", "LBY"},
		{"Norway signed an accord on Monday to supply Iceland with gas.", "SUPPORT", "NOR", "ISL"},
		{"Peru moved two tank battalions toward the border with Chile after a skirmish.", "MOBILIZE", "PER", "CHL"},
		{"The Indian interior minister accused Punjab of wasting water.", "ACCUSE", "IND", "IND"},
	} {
		x := r.Explain(readout.Passage(c.text, ""))
		found := false
		for _, e := range x.Reading.Events {
			if e.Type != c.typ {
				continue
			}
			found = true
			actor, recipient := "", ""
			for _, a := range e.Actors {
				actor = a.Country
			}
			for _, a := range e.Recipients {
				recipient = a.Country
			}
			if actor != c.actor || recipient != c.recipient {
				t.Errorf("%q: %q on %q, want %q on %q", c.text, actor, recipient, c.actor, c.recipient)
			}
		}
		if !found {
			t.Errorf("%q: no %s", c.text, c.typ)
		}
	}
}
