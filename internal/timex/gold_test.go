package timex

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
	"testing"
	"unicode/utf8"

	"readout"
)

// TestGoldDates keeps the recall and the values on the dates of GUM from falling. Values are
// compared where the gold has a plain year, month or day; its TEI intervals have no TIMEX3 form.
func TestGoldDates(t *testing.T) {
	file, err := os.Open("../../../shared/gold/dates_gum/gum_dates.jsonl")
	if err != nil {
		t.Skip("../shared is absent: no gold dates")
	}
	defer file.Close()
	plain := regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}){0,2}$`)
	f := New()
	gold, found, values, right := 0, 0, 0, 0
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var rec struct {
			Text, Dct string
			Timexes   []struct {
				Start, End int
				Value      string
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &rec); err != nil {
			t.Fatal(err)
		}
		d := tokenize(rec.Text, true)
		d.Article.Published = rec.Dct
		f.Find(d)
		var times []readout.Time
		for _, x := range d.Times {
			if x.Ends == nil {
				times = append(times, x.Time)
			}
			times = append(times, x.Ends...)
		}
		for _, g := range rec.Timexes {
			gold++
			for _, x := range times {
				start := utf8.RuneCountInString(rec.Text[:x.Start])
				end := start + utf8.RuneCountInString(x.Text)
				if start >= g.End || end <= g.Start {
					continue
				}
				found++
				if plain.MatchString(g.Value) {
					values++
					if value := Date(x.Value); value == g.Value {
						right++
					}
				}
				break
			}
		}
	}
	recall, accuracy := float64(found)/float64(gold), float64(right)/float64(values)
	t.Logf("recall %.3f of %d, value %.3f of %d", recall, gold, accuracy, values)
	if recall < 0.88 || accuracy < 0.88 {
		t.Errorf("recall %.3f, value %.3f: want at least .88 and .88", recall, accuracy)
	}
}
