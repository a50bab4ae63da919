package reader_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/intake"
)

// readSeed reads the first real report: Xinhua on the meeting of 20 March 2023 in Moscow.
func readSeed(t *testing.T, published string) *readout.Reading {
	t.Helper()
	const name = "../../shared/seed/xinhua-moscow.txt"
	f, err := os.Open(name)
	if os.IsNotExist(err) {
		t.Skip("skipped: the report is not here: " + name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	a, err := intake.Read(f, name, intake.Options{Published: published})
	if err != nil {
		t.Fatal(err)
	}
	return newReader(t).Read(a)
}

func TestSeedArticle(t *testing.T) {
	a := readSeed(t, "2023-03-20").Article
	if a.Agency != "Xinhua News Agency" || a.DatelinePlace != "Moscow" || a.DatelineDate != "2023-03-20" {
		t.Errorf("agency %q, dateline %q %q", a.Agency, a.DatelinePlace, a.DatelineDate)
	}
	if !slices.Equal(a.Bylines, []string{"Hao Weiwei", "Shi Hao"}) {
		t.Errorf("bylines %q", a.Bylines)
	}
	credits := strings.Join(a.Credits, "\n")
	if !strings.Contains(credits, "Shen Hong") || !strings.Contains(credits, "徐皓") {
		t.Errorf("credits %q", a.Credits)
	}
}

// events returns the notations of the events that match.
func events(r *readout.Reading, match func(*readout.Event) bool) []string {
	var out []string
	for i := range r.Events {
		if match(&r.Events[i]) {
			out = append(out, r.Events[i].Notation())
		}
	}
	return out
}

func party(actors []readout.Actor, name, country string) bool {
	return slices.ContainsFunc(actors, func(a readout.Actor) bool { return a.Name == name && a.Country == country && a.Sector == "GOV" })
}

func country(actors []readout.Actor, code string) bool {
	return slices.ContainsFunc(actors, func(a readout.Actor) bool { return a.Country == code })
}

func TestSeedEvents(t *testing.T) {
	r := readSeed(t, "2023-03-20")
	one := func(what string, match func(*readout.Event) bool) {
		t.Helper()
		if got := events(r, match); len(got) != 1 {
			t.Errorf("%s: want one, have %d: %s", what, len(got), strings.Join(got, "\n  "))
		}
	}
	// The commander who greets the guest is somebody else.
	one("the meeting", func(e *readout.Event) bool {
		return e.Type == "CONSULT" && e.Date != nil && strings.HasPrefix(e.Date.Value, "2023-03-20") &&
			!slices.ContainsFunc(e.Actors, func(a readout.Actor) bool { return a.Sector == "MIL" })
	})
	one("the visit of Xi to Putin in the Kremlin, Moscow", func(e *readout.Event) bool {
		at := func(name string) bool {
			return slices.ContainsFunc(e.Places, func(p readout.Place) bool { return p.Name == name && p.Country == "RUS" })
		}
		return e.Type == "CONSULT" && slices.Contains(e.Modes, "visit") && party(e.Actors, "Xi Jinping", "CHN") &&
			party(e.Recipients, "Vladimir Putin", "RUS") && at("Kremlin") && at("Moscow") && e.Reported == nil
	})
	support := func(e *readout.Event) bool {
		return e.Type == "SUPPORT" && country(e.Actors, "RUS") && country(e.Recipients, "CHN") && strings.Contains(words(e), "congratulat")
	}
	one("congratulations on the re-election", func(e *readout.Event) bool {
		return support(e) && len(e.Auxiliary) == 0 && e.Reported == nil
	})
	one("the congratulatory message", func(e *readout.Event) bool {
		return support(e) && slices.Contains(e.Auxiliary, readout.Historical) && e.Reported != nil &&
			e.Actors[0].Name == "Vladimir Putin" && e.Actors[0].Text == "you" &&
			e.Recipients[0].Name == "Xi Jinping" && e.Recipients[0].Text == "me"
	})
	one("Russia willing to deepen cooperation", func(e *readout.Event) bool {
		return e.Type == "AGREE" && country(e.Actors, "RUS") && country(e.Recipients, "CHN") && strings.Contains(words(e), "willing")
	})
	one("China willing to play a constructive role", func(e *readout.Event) bool {
		return e.Type == "AGREE" && country(e.Actors, "CHN") && strings.Contains(words(e), "willing")
	})
}

// words returns the words that an event's entry fired on.
func words(e *readout.Event) string {
	var out []string
	for _, w := range e.Evidence.Words {
		out = append(out, w.Text)
	}
	return strings.Join(out, " ")
}

// TestSeedStatements checks that every sentence of the paragraphs with speech has its speaker.
func TestSeedStatements(t *testing.T) {
	r := readSeed(t, "2023-03-20")
	for _, want := range []struct{ speaker, from, cue string }{
		{"Xi Jinping", "it is a great pleasure", "pointed out"},
		{"Xi Jinping", "Ten years ago, I chose Russia", ""},
		{"Xi Jinping", "For ten years, I have maintained", ""},
		{"Xi Jinping", "Whether I was re-elected", ""},
		{"Xi Jinping", "I am deeply grateful", ""},
		{"Xi Jinping", "Russia will hold presidential elections", ""},
		{"Xi Jinping", "Under your strong leadership", ""},
		{"Xi Jinping", "I firmly believe that the Russian people", ""},
		{"Xi Jinping", "profound historical logic", "emphasized"},
		{"Xi Jinping", "As the largest neighbors", ""},
		{"Xi Jinping", "China has always pursued", ""},
		{"Xi Jinping", "Consolidating and developing", ""},
		{"Xi Jinping", "The general direction", ""},
		{"Xi Jinping", "Both China and Russia are committed", ""},
		{"Xi Jinping", "The two sides should further deepen", ""},
		{"Vladimir Putin", "in the past ten years, China has made", "said"},
		{"Vladimir Putin", "I firmly believe that under the strong", ""},
		{"Vladimir Putin", "With the joint efforts", ""},
		{"Vladimir Putin", "Russia is willing to continue", ""},
		{"Xi Jinping", "peaceful and rational voices", "emphasized"},
		{"Xi Jinping", "Most countries support", ""},
		{"Xi Jinping", "Historically, conflicts", ""},
		{"Xi Jinping", "Not long ago, China issued", ""},
		{"Xi Jinping", "We believe that the more difficult", ""},
		{"Xi Jinping", "China is willing to continue", ""},
		{"Vladimir Putin", "Russia appreciates China", "said"},
		{"Vladimir Putin", "The Russian side has carefully studied", ""},
	} {
		found := false
		for i := range r.Statements {
			s := &r.Statements[i]
			if s.Source.Name == want.speaker && strings.Contains(s.Content[0].Text, want.from) && (s.Cue == nil) == (want.cue == "") {
				found = found || want.cue == "" || s.Cue.Text == want.cue
			}
		}
		if !found {
			t.Errorf("no statement of %s with cue %q: %s …", want.speaker, want.cue, want.from)
		}
	}
	checkSpans(t, r)
}

// checkSpans checks that every span of a reading is an exact substring of its article, and that no
// id stands twice.
func checkSpans(t *testing.T, r *readout.Reading) {
	t.Helper()
	exact := func(what string, s readout.Span) {
		t.Helper()
		if s.Text == "" && s.Start == 0 && s.End == 0 {
			return
		}
		if s.Start < 0 || s.End > len(r.Article.Text) || s.Start >= s.End || r.Article.Text[s.Start:s.End] != s.Text {
			t.Errorf("%s: span %d–%d %q is not the text", what, s.Start, s.End, s.Text)
		}
	}
	event := func(e *readout.Event) {
		for _, a := range slices.Concat(e.Actors, e.Recipients) {
			exact(e.ID+" actor", a.Span)
		}
		if e.Date != nil {
			exact(e.ID+" date", e.Date.Span)
		}
		for _, w := range e.Evidence.Words {
			exact(e.ID+" evidence", w)
		}
	}
	ids := map[string]bool{}
	unique := func(id string) {
		if ids[id] {
			t.Errorf("id %s stands twice", id)
		}
		ids[id] = true
	}
	for i := range r.Events {
		event(&r.Events[i])
		unique(r.Events[i].ID)
	}
	for i := range r.Plans {
		event(&r.Plans[i].Event)
		unique(r.Plans[i].ID)
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		unique(s.ID)
		exact(s.ID+" source", s.Source.Span)
		if s.Cue != nil {
			exact(s.ID+" cue", *s.Cue)
		}
		for _, c := range s.Content {
			exact(s.ID+" content", c)
		}
		if s.Date != nil && s.Date.Text != "" {
			exact(s.ID+" date", s.Date.Span)
		}
	}
}

func TestSeedPlans(t *testing.T) {
	r := readSeed(t, "2023-03-20")
	var meet, elect int
	for i := range r.Plans {
		p := &r.Plans[i]
		switch {
		case p.Type == "CONSULT" && p.Due.Value == "2023-03-21":
			meet++
		case slices.Contains(p.Contexts, "election") && p.Due.Value == "2024" && country(p.Actors, "RUS"):
			elect++
		}
	}
	if meet != 1 || elect != 1 {
		t.Errorf("%d plans to meet on 2023-03-21 and %d of elections in 2024, want one of each", meet, elect)
		for i := range r.Plans {
			t.Log(r.Plans[i].Notation())
		}
	}
}

// TestSeedNothingFalse checks what must not be found.
func TestSeedNothingFalse(t *testing.T) {
	r := readSeed(t, "2023-03-20")
	for i := range r.Events {
		e := &r.Events[i]
		if e.Type == "PROTEST" || strings.Contains(words(e), "gathering") {
			t.Errorf("voices gather: %s", e.Notation())
		}
		if e.Type == "CONSULT" && e.Date != nil && e.Date.Value == "2023-03-21" {
			t.Errorf("a meeting that is yet to come: %s", e.Notation())
		}
		for _, a := range slices.Concat(e.Actors, e.Recipients) {
			if slices.Contains([]string{"Hao Weiwei", "Shi Hao", "Shen Hong"}, a.Name) || strings.Contains(a.Name, "徐皓") {
				t.Errorf("a record of %s: %s", a.Name, e.Notation())
			}
		}
	}
}

// TestSeedWithoutPublication checks that no year is invented.
func TestSeedWithoutPublication(t *testing.T) {
	r := readSeed(t, "")
	if r.Article.DatelineDate != "XXXX-03-20" {
		t.Errorf("dateline %q", r.Article.DatelineDate)
	}
	met := false
	for i := range r.Events {
		e := &r.Events[i]
		if e.Date != nil && !strings.HasPrefix(e.Date.Value, "XXXX") && !strings.HasSuffix(e.Date.Value, "_REF") {
			t.Errorf("invented: %s", e.Notation())
		}
		met = met || e.Type == "CONSULT" && e.Date != nil && strings.HasPrefix(e.Date.Value, "XXXX-03-20")
	}
	for i := range r.Plans {
		if v := r.Plans[i].Due.Value; v != "" && !strings.HasPrefix(v, "XXXX") {
			t.Errorf("invented: %s", r.Plans[i].Notation())
		}
	}
	if !met {
		t.Error("no meeting on XXXX-03-20")
	}
}
