package reader_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"os"

	"readout/internal/intake"
	"readout/lexicon"
	"readout/reader"
)

// narnia is a small folder of dictionaries in the format of PETRARCH, of countries nobody else knows.
var narnia = fstest.MapFS{
	"petrarch/actors.txt": {Data: []byte(`NARNIA [NAR]
+CAIR_PARAVEL
CALORMEN_ [CLM]
+CALORMENE
ARCHENLAND [ARC]
PRINCE_CASPIAN
	[TLMGOV <19500101]
	[NARGOV >19491231]
TASHBAAN [CLMGOV]
ISLAND_KINGS [NAR/ARC]
`)},
	"petrarch/agents.txt":   {Data: []byte("GOVERNMENT {} [~GOV]\nSATYR [~MYT]\nARCHERS {} [~MIL]\n")},
	"petrarch/discards.txt": {Data: []byte("+TENNIS\nFAIRY TALE\n")},
}

// TestDictionaryCountries checks that countries of a user's dictionary go through the whole pipeline.
func TestDictionaryCountries(t *testing.T) {
	lex, err := lexicon.Load(os.DirFS("../lexicon"), lexicon.Layer{Name: "narnia", FS: narnia})
	if err != nil {
		t.Fatal(err)
	}
	r, err := reader.NewWith(lex)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ day, text, want string }{
		{"1960-01-02", "The Narnian government condemned Calormen.", "ACCUSE NARGOV>CLMGOV"},
		{"1960-01-02", "The Calormene government condemned Archenland.", "ACCUSE CLMGOV>ARCGOV"},
		{"1960-01-02", "Archenland archers attacked Calormen.", "ASSAULT ARCMIL>CLMGOV"},
		{"1960-01-02", "Satyrs from Narnia attacked Archenland.", "ASSAULT NARMYT>ARCGOV"},
		{"1960-01-02", "Prince Caspian met Dwight Eisenhower.", "CONSULT NARGOV>USAGOV"},
		{"1940-01-02", "Prince Caspian condemned Archenland.", "ACCUSE TLMGOV>ARCGOV"},
		{"1960-01-02", "Tashbaan condemned Cair Paravel.", "ACCUSE CLMGOV>NARGOV"},
		{"1960-01-02", "The Island Kings condemned Calormen.", "ACCUSE NARGOV+ARCGOV>CLMGOV"},
		{"1960-01-02", "A fairy tale: Narnia condemned Calormen.", ""},
		{"1960-01-02", "Narnia condemned Calormen. The tennis was good.", ""},
	} {
		reading := r.Read(intake.Text(test.text, intake.Options{Published: test.day}))
		var got []string
		for _, e := range reading.Events {
			var who [2][]string
			for _, a := range e.Actors {
				who[0] = append(who[0], a.Country+a.Sector)
			}
			for _, a := range e.Recipients {
				who[1] = append(who[1], a.Country+a.Sector)
			}
			got = append(got, e.Type+" "+strings.Join(who[0], "+")+">"+strings.Join(who[1], "+"))
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s: %s, want %s", test.text, s, test.want)
		}
	}
}
