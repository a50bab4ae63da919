package timex

import "testing"

func TestBefore(t *testing.T) {
	for _, c := range []struct {
		a, b          string
		before, known bool
	}{
		{"2023-03-20", "2023-03-21", true, true},
		{"2023-03-21", "2023-03-20", false, true},
		{"2023-03-20", "2023-03-20", false, true},
		{"2023-02", "2023-03-20", true, true},
		{"2023-03", "2023-03-20", false, false},
		{"2022", "2023-01-01", true, true},
		{"2023", "2023-03-20", false, false},
		{"2023", "2023", false, false},
		{"198", "1990", true, true},
		{"19", "2000-01-01", true, true},
		{"BC0044", "0014", true, true},
		{"BC0044", "BC0400", false, true},
		{"2023-W11", "2023-03-20", true, true},
		{"2023-W12", "2023-03-20", false, false},
		{"2023-W12-WE", "2023-03-24", false, true},
		{"2023-Q1", "2023-04-01", true, true},
		{"2023-H2", "2023-06-30", false, true},
		{"2023-SU", "2023-09-01", true, true},
		{"2022-WI", "2023-03-01", true, true},
		{"1985-11-19/1985-11-21", "1985-11-22", true, true},
		{"1985-11-19/1985-11-21", "1985-11-20", false, false},
		{"2023-03-20TMO", "2023-03-20TAF", true, true},
		{"2023-03-20TEV", "2023-03-20T09:00", false, true},
		{"2023-03-20TNI", "2023-03-21", true, true},
		{"2023-03-20T10:00", "2023-03-20T10:00", false, true},
		{"2023-03-20T10:00Z", "2023-03-20T11:00", false, false},
		{"XXXX-03-20", "XXXX-03-21", false, false},
		{"XXXX-03-20", "2023-03-21", false, false},
		{"PAST_REF", "PRESENT_REF", true, true},
		{"FUTURE_REF", "PRESENT_REF", false, true},
		{"PAST_REF", "2023", false, false},
		{"P2D", "2023", false, false},
		{"", "2023", false, false},
	} {
		if before, known := Before(c.a, c.b); before != c.before || known != c.known {
			t.Errorf("Before(%q, %q) = %v, %v; want %v, %v", c.a, c.b, before, known, c.before, c.known)
		}
	}
}

func TestDate(t *testing.T) {
	for _, c := range []struct{ value, date string }{
		{"2023-03-20", "2023-03-20"},
		{"2023-03-20TAF", "2023-03-20"},
		{"2023-W12", "2023-W12"},
		{"XXXX-03-20", "XXXX-03-20"},
		{"1985-11-19/1985-11-21", "1985-11-19"},
		{"T17:45", ""},
		{"P10Y", ""},
		{"PAST_REF", ""},
		{"198", "198"},
		{"BC0508", "BC0508"},
		{"", ""},
	} {
		if got := Date(c.value); got != c.date {
			t.Errorf("Date(%q) = %q, want %q", c.value, got, c.date)
		}
	}
}

func TestEaster(t *testing.T) {
	for year, want := range map[int]string{
		1986: "1986-03-30", 1991: "1991-03-31", 2000: "2000-04-23", 2023: "2023-04-09", 2024: "2024-03-31",
		2038: "2038-04-25",
	} {
		if got := dayOf(easter(year)).String(); got != want {
			t.Errorf("easter(%d) = %s, want %s", year, got, want)
		}
	}
}
