package score

import (
	"slices"
	"strings"
	"testing"

	"readout/reader"
)

// The tests below are the self-tests of the published scorers.

func TestEvents(t *testing.T) {
	gold := recordsOf[eventGold](t,
		`{"id":"1","gold":[{"type":"AID","actor":"USA","recipient":"JPN"}]}`,
		`{"id":"2","gold":[{"type":"AGREE","actor":"FRA","recipient":"DEU"},{"type":"AGREE","actor":"DEU","recipient":"FRA"}]}`,
		`{"id":"3","gold":[]}`)
	perfect(t, scoreEvents(gold, recordsOf[eventPrediction](t,
		`{"id":"1","events":[{"type":"AID","actor":"USA","recipient":"JPN"}]}`,
		`{"id":"2","events":[{"type":"AGREE","actor":"FRA","recipient":"DEU"},{"type":"AGREE","actor":"DEU","recipient":"FRA"}]}`), false, false))
	r := scoreEvents(gold, recordsOf[eventPrediction](t,
		`{"id":"1","events":[{"cameo":"070","actor":"USAGOV","recipient":"JAP"}]}`,
		`{"id":"2","events":[{"type":"AGREE","actor":"FRA","recipient":"GBR"}]}`,
		`{"id":"3","events":[{"type":"AID","actor":"X","recipient":"Y"}]}`), false, false)
	same(t, r, "type", .8)
	same(t, r, "type+actor", .6667)
	same(t, r, "type+actor+recipient", .3333)
}

// TestEventCodes: codes of CAMEO without a type, nobody, and the 15 types.
func TestEventCodes(t *testing.T) {
	for code, want := range map[string]string{
		"": "", "0": "", "010": "", "023": "", "0331": "AGREE", "046": "CONSULT", "083": "CONCEDE", "0813": "RETREAT", "087": "RETREAT",
		"1711": "COERCE", "1712": "ASSAULT", "175": "ASSAULT", "190": "ASSAULT", "191": "COERCE", "1634": "COERCE", " 204 ": "ASSAULT",
	} {
		if got := plover(code); got != want {
			t.Errorf("plover(%q) = %q, want %q", code, got, want)
		}
	}
	for code, want := range map[string]string{"": "---", "---GOV": "---", " usagov": "USA", "ROM": "ROU", "IGOUNO": "IGO", "X": "X"} {
		if got := country(code); got != want {
			t.Errorf("country(%q) = %q, want %q", code, got, want)
		}
	}
	gold := recordsOf[eventGold](t, `{"id":"1","root":"YIELD"}`)
	pred := recordsOf[eventPrediction](t, `{"id":"1","events":[{"type":"RETREAT","actor":"FRA","recipient":null},{"cameo":"081"}]}`)
	same(t, scoreEvents(gold, pred, true, false), "type", 1)
	same(t, scoreEvents(gold, pred, false, false), "type", 0)
	if n := len(scoreEvents(gold, pred, true, false).lines); n != 2 {
		t.Errorf("%d lines for gold that has types alone, want 2", n)
	}
}

func TestPairs(t *testing.T) {
	lines := []string{`{"id":"1","root":"AID","penta":2}`, `{"id":"2","root":"AID","penta":2}`, `{"id":"3","root":"ASSAULT","penta":4}`}
	gold := recordsOf[pairGold](t, lines...)
	perfect(t, scorePairs(gold, recordsOf[pairPrediction](t, lines...), false))
	r := scorePairs(gold, recordsOf[pairPrediction](t, `{"id":"1","root":"AID"}`, `{"id":"2","root":"ASSAULT"}`, `{"id":"3","root":"ASSAULT"}`), false)
	same(t, r, "root (15)", .6667)
	same(t, r, "root (15) macro", .6667)
	same(t, r, "quad (penta)", .6667)
	r = scorePairs(gold, recordsOf[pairPrediction](t, `{"id":"1","root":"CONCEDE"}`), false)
	same(t, r, "root (15)", 0)
	same(t, r, "quad (penta)", .3333)
}

func TestPairsZSP(t *testing.T) {
	gold := file(t, "gold", `{"id":"1","root":"AID","penta":2,"zsp":{"root_L1":"AID","penta_L1":2,"root_L2":"REJECT","penta_L2":3}}`)
	for level, want := range map[string]string{"L1": "accuracy 1.0000", "L2": "accuracy 0.0000"} {
		if got := output(t, Job{Kind: Pairs, Gold: gold, ZSP: level}); !strings.Contains(got, want) {
			t.Errorf("%s: got\n%swant %s", level, got, want)
		}
	}
	err := Run(&Job{Kind: Pairs, Gold: gold, ZSP: "L9"}, &strings.Builder{})
	if err == nil || !strings.Contains(err.Error(), "no published prediction L9") {
		t.Errorf("error %v", err)
	}
}

func TestRoles(t *testing.T) {
	gold := recordsOf[roleGold](t, `{"id":"1","text":"UN guards met Ruth.","sources":[{"start":0,"end":9}],"targets":[{"start":14,"end":18},{"text_given":"x"}]}`)
	perfect(t, scoreRoles(gold, recordsOf[rolePrediction](t, `{"id":"1","actors":[{"start":0,"end":9}],"recipients":[{"start":14,"end":18}]}`)))
	r := scoreRoles(gold, recordsOf[rolePrediction](t, `{"id":"1","actors":[{"start":3,"end":9}]}`))
	same(t, r, "exact actor", 0)
	same(t, r, "head actor", 1)
	same(t, r, "overlap actor", 2*.75/1.75)
	same(t, r, "overlap recipient", 0)
}

func TestAttribution(t *testing.T) {
	const text = `"text":"We told them it is so. She denied this."`
	const first = `{"source":[{"start":0,"end":2}],"cue":[{"start":3,"end":7}],"content":[{"start":8,"end":`
	gold := recordsOf[attributionGold](t, `{"id":"1",`+text+`,"attributions":[`+first+`21}]},`+
		`{"source":[{"start":23,"end":26}],"cue":[{"start":27,"end":33}],"content":[{"start":34,"end":38}]}]}`)
	given := attributionPrediction{Attributions: gold.byID["1"].Attributions}
	perfect(t, scoreAttributions(gold, &records[attributionPrediction]{ids: []string{"1"}, byID: map[string]*attributionPrediction{"1": &given}}))
	r := scoreAttributions(gold, recordsOf[attributionPrediction](t, `{"id":"1","attributions":[`+first+`15}]}]}`))
	same(t, r, "exact source", .6667)
	same(t, r, "exact content", 0)
	same(t, r, "all three exact", 0)
	same(t, r, "token cue", 2*.4/1.4)
}

// TestAttributionPrimary: annotators after the first of a text do not count.
func TestAttributionPrimary(t *testing.T) {
	gold := file(t, "gold", `{"id":"1","text":"We agree.","primary":true,"attributions":[]}`,
		`{"id":"2","text":"We agree.","primary":false,"attributions":[{"source":[{"start":0,"end":2}]}]}`)
	if got := output(t, Job{Kind: Attribution, Gold: gold, GoldAsPredictions: true}); !strings.Contains(got, "(tp 0, pred 0, gold 0)") || strings.Contains(got, "gold 1)") {
		t.Errorf("got\n%s", got)
	}
}

func TestDates(t *testing.T) {
	const line = `{"id":"1","timexes":[{"start":0,"end":6,"type":"DATE","value":"2013-03-22"},{"start":10,"end":20,"type":"DURATION","value":"P1M"}]}`
	gold := recordsOf[dateGold](t, line)
	perfect(t, scoreDates(gold, recordsOf[datePrediction](t, line), nil))
	pred := recordsOf[datePrediction](t, `{"id":"1","timexes":[{"start":0,"end":4,"type":"DATE","value":"2013-03-22"},`+
		`{"start":10,"end":20,"type":"DURATION","value":"P1D"},{"start":30,"end":33,"type":"DATE","value":"2013"}]}`)
	r := scoreDates(gold, pred, nil)
	same(t, r, "strict span", .4)
	same(t, r, "relaxed span", .8)
	same(t, r, "relaxed type", .8)
	same(t, r, "relaxed value", .4)
	same(t, r, "strict value", 0)
	same(t, scoreDates(gold, pred, []string{"DURATION"}), "strict span", 1)
	if !sameValue(" 2013-03-22t10z", "2013-03-22T10") || sameValue("2013", "2014") {
		t.Error("values are compared without case and final Z")
	}
}

func TestPlaces(t *testing.T) {
	if km := kilometres(51.5074, -.1278, 48.8566, 2.3522); km < 342.6 || km > 344.6 {
		t.Errorf("London to Paris %.1f km, want 343.6", km)
	}
	const line = `{"id":"1","places":[{"start":0,"end":6,"lat":51.5,"lon":-0.12,"type":"A"},{"start":10,"end":15,"lat":48.85,"lon":2.35,"type":"B"}]}`
	gold := recordsOf[placeGold](t, line)
	perfect(t, scorePlaces(gold, recordsOf[placePrediction](t, line), nil))
	pred := recordsOf[placePrediction](t, `{"id":"1","places":[{"start":0,"end":6,"lat":42.98,"lon":-81.24},{"start":10,"end":14,"lat":48.9,"lon":2.3}]}`)
	r := scorePlaces(gold, pred, nil)
	same(t, r, "span exact", .5)
	same(t, r, "span overlap", 1)
	same(t, r, "acc@161", .5)
	same(t, r, "acc@20", .5)
	same(t, r, "end-to-end@161", .5)
	same(t, scorePlaces(gold, pred, []string{"A"}), "span exact", 1)
	r = scorePlaces(gold, recordsOf[placePrediction](t, `{"id":"1","places":[{"start":0,"end":6}]}`), nil)
	if !strings.Contains(strings.Join(r.lines, "\n"), "coordinates: none predicted") {
		t.Errorf("predictions without coordinates: %q", r.lines)
	}
}

func TestNames(t *testing.T) {
	score := func(pred, types string, outermost bool) *report {
		gold := recordsOf[nameGold](t, `{"id":"1","text":"Ann and Lund U","entities":[{"start":0,"end":3,"type":"PER"},{"start":8,"end":12,"type":"LOC"},{"start":8,"end":14,"type":"ORG"}]}`)
		s := namesScorer(&Job{Types: strings.Fields(types), Outermost: outermost})
		if err := s.check(gold.byID["1"]); err != nil {
			t.Fatal(err)
		}
		return s.score(gold, recordsOf[namePrediction](t, `{"id":"1","entities":[`+pred+`]}`))
	}
	const ann, lund, university = `{"start":0,"end":3,"type":"PER"}`, `{"start":8,"end":12,"type":"LOC"}`, `{"start":8,"end":14,"type":"ORG"}`
	perfect(t, score(ann+","+lund+","+university, "", false))
	perfect(t, score(ann+","+lund+","+university, "", true))
	perfect(t, score(ann+","+lund, "PER LOC", false))
	r := score(strings.Replace(ann, "PER", "ORG", 1)+","+lund, "", false)
	same(t, r, "span+type", .4)
	same(t, r, "span only", .8)
	same(t, score(ann+","+university, "", true), "span only", 1)
}

// TestPredictedRoles: a pronoun is who it stands for in its sentence, once.
func TestPredictedRoles(t *testing.T) {
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	text := "Norway said it had expelled two Danish diplomats."
	p, _ := predictRoles(&Machine{Reader: r}, &roleGold{Text: &text}, false)
	if got := runes(text).quotes(p.Actors); got != "“Norway”" {
		t.Errorf("actors %s, want Norway", got)
	}
	if got := runes(text).quotes(p.Recipients); got != "“two Danish diplomats”" {
		t.Errorf("recipients %s, want two Danish diplomats", got)
	}
}

// TestPredictNames reads a sentence with a surname of two presidents, a country's name before a noun and
// the adjective of another.
func TestPredictNames(t *testing.T) {
	g := &nameGold{Text: "Bush praised US troops and French officers.", labels: &labelsOfSet{"PER", "ORG", "LOC", true}}
	p, _ := predictNames(newMachine(t), g, "entities", false)
	want := []entity{{span{0, 4}, "PER"}, {span{13, 15}, "LOC"}}
	if !slices.Equal(p.Entities, want) {
		t.Errorf("names %v, want %v", p.Entities, want)
	}
}
