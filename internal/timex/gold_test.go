package timex

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
	"testing"
	"unicode/utf8"
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
		for _, g := range rec.Timexes {
			gold++
			for _, x := range d.Times {
				start := utf8.RuneCountInString(rec.Text[:x.Time.Start])
				end := start + utf8.RuneCountInString(x.Time.Text)
				if start >= g.End || end <= g.Start {
					continue
				}
				found++
				if plain.MatchString(g.Value) {
					values++
					if value := Date(x.Time.Value); value == g.Value {
						right++
					}
				}
				break
			}
		}
	}
	recall, accuracy := float64(found)/float64(gold), float64(right)/float64(values)
	t.Logf("recall %.3f of %d, value %.3f of %d", recall, gold, accuracy, values)
	if recall < 0.86 || accuracy < 0.79 {
		t.Errorf("recall %.3f, value %.3f: want at least .86 and .79", recall, accuracy)
	}
}
