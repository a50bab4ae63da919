package intake

import "testing"

func TestDateline(t *testing.T) {
	for _, c := range []struct{ in, place, agency, day, rest string }{
		{"BEIJING, Feb. 14 (Xinhua) -- The envoys met.", "Beijing", "Xinhua News Agency", "2023-02-14", "The envoys met."},
		{"BEIRUT, Oct 9 (Reuters) - The envoys met.", "Beirut", "Reuters", "2022-10-09", "The envoys met."},
		{"WASHINGTON (AP) — The envoys met.", "Washington", "Associated Press", "", "The envoys met."},
		{"WASHINGTON (AP)—The envoys met.", "Washington", "Associated Press", "", "The envoys met."},
		{"MOSCOW, March 3, 1987 (TASS) - Talks ended.", "Moscow", "TASS", "1987-03-03", "Talks ended."},
		{"PARIS, 12 May (AFP) – Talks ended.", "Paris", "Agence France-Presse", "2022-05-12", "Talks ended."},
		{"GENEVA — Talks ended.", "Geneva", "", "", "Talks ended."},
		{"REYKJAVIK, Iceland (AP) _ Talks ended.", "Reykjavik, Iceland", "Associated Press", "", "Talks ended."},
		{"JERUSALEM/CAIRO, June 3 (Reuters) - Talks ended.", "Jerusalem/Cairo", "Reuters", "2022-06-03", "Talks ended."},
		{"UNITED NATIONS, March 21 (UPI) -- “No,” he said.", "United Nations", "United Press International", "2023-03-21", "“No,” he said."},
		{"UNITED NATIONS (AP) -- Talks ended.", "United Nations", "Associated Press", "", "Talks ended."},
		{"(Xinhua) Beijing, 14 Feb -- Talks ended.", "Beijing", "Xinhua News Agency", "2023-02-14", "Talks ended."},
		{"(Reuters) - Talks ended.", "", "Reuters", "", "Talks ended."},
		{"TASS, March 20. Talks ended.", "", "TASS", "2023-03-20", "Talks ended."},
		{"MOSCOW, March 20. /TASS/. Talks ended.", "Moscow", "TASS", "2023-03-20", "Talks ended."},
		{"MOSCOW, March 20 (RIA Novosti) - Talks ended.", "Moscow", "RIA Novosti", "2023-03-20", "Talks ended."},
		{"TOKYO, March 3, Kyodo - Talks ended.", "Tokyo", "Kyodo News", "2023-03-03", "Talks ended."},
		{"Berlin (dpa) - Talks ended.", "Berlin", "Deutsche Presse-Agentur", "", "Talks ended."},
		{"ANKARA, Türkiye — Talks ended.", "Ankara, Türkiye", "", "", "Talks ended."},
		{"HARRISBURG, Pa., March 4 (UPI) — Talks ended.", "Harrisburg, Pa.", "United Press International", "2023-03-04", "Talks ended."},
		{"ALBANY, N.Y. (AP) -- Talks ended.", "Albany, N.Y.", "Associated Press", "", "Talks ended."},
		{"ST. PETERSBURG, Russia, Dec. 31 (Interfax) - Talks ended.", "St. Petersburg, Russia", "Interfax", "2022-12-31", "Talks ended."},
		{"RIO DE JANEIRO, March 2 (EFE).- Talks ended.", "Rio de Janeiro", "EFE", "2023-03-02", "Talks ended."},
		{"PORT-AU-PRINCE, Haiti — Talks ended.", "Port-au-Prince, Haiti", "", "", "Talks ended."},
		{"N'DJAMENA (AFP) - Talks ended.", "N'Djamena", "Agence France-Presse", "", "Talks ended."},
		{"SANA'A, March 2 (Saba) - Talks ended.", "Sana'a", "Saba", "2023-03-02", "Talks ended."},
		{"NEW DELHI: The envoys met.", "New Delhi", "", "", "The envoys met."},
		{"KUALA LUMPUR, March 19 (Bernama) -- Talks ended.", "Kuala Lumpur", "Bernama", "2023-03-19", "Talks ended."},
		{"Geneva, March 3 — Talks ended.", "Geneva", "", "2023-03-03", "Talks ended."},
		{"Geneva, November 21, 1985", "Geneva", "", "1985-11-21", ""},
		{"MOSCOW, MARCH 20, 1987", "Moscow", "", "1987-03-20", ""},
		{"[Text] Beijing, 14 Feb (XINHUA)--Talks ended.", "Beijing", "Xinhua News Agency", "2023-02-14", "Talks ended."},
		{"Moscow, March 20, Interfax - Talks ended.", "Moscow", "Interfax", "2023-03-20", "Talks ended."},
		{"BAGHDAD, Monday, March 20 (Reuters) - Talks ended.", "Baghdad", "Reuters", "2023-03-20", "Talks ended."},
		{"LONDON, Monday (Reuters) - Talks ended.", "London", "Reuters", "", "Talks ended."},
		{"BAGHDAD (CNN) -- Talks ended.", "Baghdad", "CNN", "", "Talks ended."},
		{"NEW YORK March 3 (Reuters) - de Gaulle’s heirs met.", "New York", "Reuters", "2023-03-03", "de Gaulle’s heirs met."},
		{"Xinhua News Agency, Moscow, March 20 (Reporter Hao Weiwei and Shi Hao) The envoys met.", "Moscow", "Xinhua News Agency", "2023-03-20", "The envoys met."},
		{"PYONGYANG, March 20 (KCNA) -- Talks ended.", "Pyongyang", "Korean Central News Agency", "2023-03-20", "Talks ended."},
		{"BEIJING,\nFeb. 14\n(Xinhua) -- Talks ended.", "Beijing", "Xinhua News Agency", "2023-02-14", "Talks ended."},
	} {
		l, ok := scanDateline(c.in)
		if !ok {
			t.Errorf("%q: no dateline", c.in)
			continue
		}
		day := ""
		if l.date.month != 0 {
			day = l.date.anchored("2023-03-20").value()
		}
		got := [4]string{titleCase(l.place), l.agency, day, oneLine(c.in[l.end:])}
		if want := [4]string{c.place, c.agency, c.day, c.rest}; got != want {
			t.Errorf("%q: %q, want %q", c.in, got, want)
		}
	}
}

func TestNoDateline(t *testing.T) {
	for _, in := range []string{
		"March 20 was a Monday.",
		"WASHINGTON said on Monday that it would not attend.",
		"WASHINGTON The president left.",
		"PARIS, May 12 was a day of rain.",
		"NATO - the alliance of the West - met.",
		"NATO — Then came the rest.",
		"On March 3 — The day of the vote — nothing happened.",
		"Moscow, Beijing and Delhi agreed.",
		"Moscow, March 20 was the day.",
		"Tuesday, March 3. The talks began.",
		"Berlin, March 3. The talks began.",
		"Peace — Everyone wants it.",
		"U.S. officials (AP photographers among them) left.",
		"Reuters, March 20 was told of it.",
		"Xi Jinping (Photo) - The leader",
		"UPDATE: The talks began.",
		"EXCLUSIVE — The talks began.",
		"THE PRESIDENT: Thank you.",
		"MR. SMITH: Thank you.",
		"Q: Was it so?",
		"He had one message: Stop.",
		"HARRISBURG, PA",
		"“GENEVA” — The film",
		"GENEVA",
		"IRAN, IRAQ and SYRIA — The three — met.",
		"",
	} {
		if l, ok := scanDateline(in); ok {
			t.Errorf("%q: dateline %+v", in, l)
		}
	}
}

func TestScanDate(t *testing.T) {
	for _, c := range []struct {
		in, value string
		n         int
	}{
		{"March 20", "XXXX-03-20", 8},
		{"March 20, 2023 at noon", "2023-03-20", 14},
		{"Feb. 14 (Xinhua)", "XXXX-02-14", 7},
		{"Sept. 3, 1990", "1990-09-03", 13},
		{"12 May", "XXXX-05-12", 6},
		{"3rd March 1987", "1987-03-03", 14},
		{"Monday, March 20, 2023", "2023-03-20", 22},
		{"2023-03-20 21:15", "2023-03-20", 10},
		{"2023/3/20", "2023-03-20", 9},
		{"20.03.2023", "2023-03-20", 10},
		{"DECEMBER 8, 1987", "1987-12-08", 16},
		{"Feb 29", "XXXX-02-29", 6},
		{"March 20, 17:45", "XXXX-03-20", 8},
		{"March 3, 1987: talks", "1987-03-03", 13},
		{"Feb 30", "", 0},
		{"Feb 29, 2023", "", 0},
		{"03/04/2023", "", 0},
		{"March", "", 0},
		{"May I ask", "", 0},
		{"March 200", "", 0},
		{"2023-13-01", "", 0},
		{"12 Maybe", "", 0},
		{"Monday", "", 0},
	} {
		d, n := scanDate(c.in)
		value := ""
		if n > 0 {
			value = d.value()
		}
		if value != c.value || n != c.n {
			t.Errorf("%q: %q %d, want %q %d", c.in, value, n, c.value, c.n)
		}
	}
}

func TestAnchored(t *testing.T) {
	for _, c := range []struct {
		published  string
		month, day int
		want       string
	}{
		{"2023-03-20", 3, 20, "2023-03-20"},
		{"2023-03-20", 3, 22, "2023-03-22"},
		{"2023-03-20", 3, 24, "2022-03-24"},
		{"2023-01-01", 12, 31, "2022-12-31"},
		{"2022-12-31", 1, 1, "2023-01-01"},
		{"2023-03-20", 2, 29, "2020-02-29"},
		{"", 3, 20, "XXXX-03-20"},
	} {
		if got := (date{month: c.month, day: c.day}).anchored(c.published).value(); got != c.want {
			t.Errorf("%d-%d published %s: %s, want %s", c.month, c.day, c.published, got, c.want)
		}
	}
}
