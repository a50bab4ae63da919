package timex

import (
	"fmt"
	"strings"
)

// TEI writes a TIMEX3 value as TEI's attributes when, or from and to joined by a slash, do: days without the
// time of day, and decades, centuries, weeks and seasons by their first and last day (TEI P5, "att.datable.w3c").
// A value that TEI has no form for is returned as it is.
func TEI(v string) string {
	if strings.Contains(v, "/") {
		return v
	}
	day := Date(v)
	if year, ok := strings.CutPrefix(day, "BC"); ok && len(year) == 4 {
		return "-" + year
	}
	if d, ok := parseDate(day); ok && d.known && len(day) >= 4 && digits(day[:4]) == 4 {
		return day
	}
	lo, hi, ok := bounds(day)
	if !ok || lo <= 0 {
		return v
	}
	if lo == hi {
		return tei(lo)
	}
	return tei(lo) + "/" + tei(hi)
}

// tei writes a day given as year*10000+month*100+day.
func tei(key int) string { return fmt.Sprintf("%04d-%02d-%02d", key/10000, key/100%100, key%100) }
