package coder_test

import (
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/reader"
)

// codes writes the events of a text as type, country of the actor and of the recipient.
func codes(r *readout.Reading) string {
	var out []string
	first := func(actors []readout.Actor) string {
		if len(actors) == 0 {
			return "-"
		}
		return actors[0].Country
	}
	for _, e := range r.Events {
		out = append(out, e.Type+" "+first(e.Actors)+" "+first(e.Recipients))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// TestDeeds: a deed is one record however often its sentence tells of it, those whom only a noun names are of
// the country where it happens, and what crowds and forces do is known by whom they face.
func TestDeeds(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		// told by a noun alone
		{"Protests broke out in Istanbul after the arrest of the mayor.", "COERCE - TUR, PROTEST - -"},
		{"The killing of two Turkish soldiers in Idlib led to calls for revenge.", "ASSAULT - TUR"},
		{"The release of 20 prisoners by the Taliban raised hopes.", "RETREAT AFG AFG"},
		{"The film is about the killing of a Mexican priest.", ""},
		{"The arrest of the mayor would spark protests.", ""},
		{"The detention of two Canadians in China angered Trudeau.", "COERCE CHN CAN"},
		{"The deportation of 50 Nigerians from Germany sparked outrage.", "COERCE DEU NGA"},
		{"Turkey recalled its ambassador amid a row with Germany over Armenia.", "SANCTION TUR DEU"},
		{"No group claimed responsibility for the attack on the Nigerian base.", ""},
		// nobody says it
		{"Jordan would not confirm that Iran had shot down an Israeli drone.", "ASSAULT IRN ISR"},
		// towns that have the names of countries
		{"Police in Lebanon, Pennsylvania, arrested two men.", "COERCE USA USA"},
		{"Protesters marched through Athens, Georgia.", "PROTEST USA -"},
		{"The mayor of Paris, Texas, met the Japanese envoy.", "CONSULT USA JPN"},
		// told twice
		{"Lavrov's visit to Ankara has been called off.", ""},
		{"Syrian jets bombed a Turkish convoy, killing three drivers.", "ASSAULT SYR TUR"},
		{"Kenya closed its border with Somalia.", "COERCE KEN SOM"},
		{"Chile threatened to impose a tariff on Peru.", "THREATEN CHL PER"},
		// the country of the place, of the authority, of the attacked
		{"Gunmen kidnapped two nurses in Haiti's capital.", "ASSAULT HTI HTI"},
		{"Turkish police detained 40 people.", "COERCE TUR TUR"},
		{"Assailants ambushed Kenyan policemen.", "ASSAULT KEN KEN"},
		{"Armed men robbed and wounded a Japanese tourist in Peru.", "ASSAULT PER JPN"},
		{"Gunmen shot dead the governor of Kandahar in Afghanistan.", "ASSAULT AFG AFG"},
		// crowds
		{"Protesters hurled rocks at policemen in Lima.", "PROTEST PER PER"},
		{"Thousands marched in Lima to demand the resignation of the Peruvian president.", "PROTEST PER PER"},
		{"An attack on a village in Mali left 20 civilians dead.", "ASSAULT - MLI"},
		// forces
		{"Serbia massed troops on its border with Kosovo.", "MOBILIZE SRB KOS"},
		{"Romania deployed troops to its ports after debris was found near the border with Ukraine.", "MOBILIZE ROU -"},
		// the day is nobody
		{"North Korea fired a missile into the sea on Thursday.", "MOBILIZE PRK -"},
		// none is told of
		{"A passenger jet hit a bird over Turkey, injuring two people.", ""},
		{"An explosion at a restaurant in Tehran injured nine people.", ""},
		{"Chad threatened to expel Sudanese troops unless Libya is attacked.", "THREATEN TCD SDN"},
		{"Iran warned that any attack on it would be met with force.", "THREATEN IRN -"},
	} {
		if got := codes(r.Explain(readout.Passage(c.text, "")).Reading); got != c.want {
			t.Errorf("%q\n  got  %s\n  want %s", c.text, got, c.want)
		}
	}
}
