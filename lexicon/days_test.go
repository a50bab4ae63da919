package lexicon

import "testing"

func TestDaysOverlap(t *testing.T) {
	for _, test := range []struct {
		from, to, date   string
		overlaps, covers bool
	}{
		{"1991-12-25", "", "1991-12-25", true, true},
		{"1991-12-25", "", "1991-12-24", false, false},
		{"1991-12-25", "", "1991-12", true, false},
		{"1991-12-25", "", "1991", true, false},
		{"1991-12-25", "", "1992", true, true},
		{"1991-12-25", "", "", true, false},
		{"1991-12-25", "", "199X", true, false},
		{"1991-12-25", "", "198X", false, false},
		{"1991-12-25", "", "XXXX-12-24", true, false},
		{"1991-12-25", "", "PAST_REF", true, false},
		{"1991-12-25", "", "1990-W50", false, false},
		{"1991-12-25", "", "1992-Q1", true, true},
		{"1991-12-25", "", "1992-03-20T10:00", true, true},
		{"1991-12-25", "", "1992-XX-XX", true, true},
		{"1991-12-25", "", "20", true, true},
		{"", "1991-12-25", "1991-12-25", true, true},
		{"", "1991-12-25", "1991-12-26", false, false},
		{"", "1991", "1991-12-31", true, true},
		{"", "1991", "1992-01-01", false, false},
		{"1949", "1999", "1999-07", true, true},
		{"1949", "1999-07", "1999-08-01", false, false},
		{"", "", "2023", true, true},
	} {
		if got := overlaps(test.from, test.to, test.date); got != test.overlaps {
			t.Errorf("overlaps(%q, %q, %q) = %v", test.from, test.to, test.date, got)
		}
		if got := covers(test.from, test.to, test.date); got != test.covers {
			t.Errorf("covers(%q, %q, %q) = %v", test.from, test.to, test.date, got)
		}
	}
}

func TestDaysSettled(t *testing.T) {
	for value, want := range map[string]string{
		"2023-03-20": "2023-03-20", "2023-03-20T14:00": "2023-03-20", "2023-03-XX": "2023-03", "2023-W12": "2023",
		"2023-Q1": "2023", "2023-SP": "2023", "199X": "199", "19": "19", "XXXX-03-20": "", "FUTURE_REF": "",
		"2023-1": "2023", "2023-03-2": "2023-03", "": "", "2023-03-201": "2023-03-20",
	} {
		if got := settled(value); got != want {
			t.Errorf("settled(%q) = %q, want %q", value, got, want)
		}
	}
}

func TestDaysParse(t *testing.T) {
	for _, bad := range []string{
		"", "1945", "1945.", "45..", "1945..x", "1945-00..", "1945-02-30..", "1999-04-31..", "1900-02-29..",
		"2000..1999-12-31", "2000..2001..2002",
	} {
		if _, _, err := parseDays(bad); err == nil {
			t.Errorf("parseDays(%q) is accepted", bad)
		}
	}
	for _, good := range []string{"..", "1945..", "..1991-12-26", "2000-02-29..2000-02-29", "1999..1999-05", "1999-12-31..2000"} {
		if _, _, err := parseDays(good); err != nil {
			t.Errorf("parseDays(%q): %v", good, err)
		}
	}
}
