package timex

import (
	"bufio"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

//go:embed words.txt
var wordsFile string

// A class is a set of words or numbers that rules name with $. Those of words are listed in
// words.txt; those of numbers and forms are told by classify below.
type class uint8

const (
	cMonth    class = iota
	cWeekday        // Tuesday
	cWdAbbr         // Tue
	cWeekdays       // Tuesdays
	cUnit           // a unit of time, singular or plural
	cUnits          // plural only
	cPer            // a calendar period, singular: day and longer
	cSeason
	cTod  // part of the day
	cTods // plural
	cHoliday
	cMod      // early, mid, late
	cEdge     // beginning, middle, end
	cRel      // last, this, next
	cAmpm     // a.m., p.m.
	cZone     // GMT, EST
	cEra      // BC, AD
	cCore     // other words that a time expression can hang on: ago, today, century
	cArticle  // a, of "a hundred"
	cSmall    // number words that merge: one, twenty, hundred
	cOrdWord  // ordinal words
	cNum      // whole number, in digits or words
	cDec      // decimal, in tenths
	cOrd      // ordinal, in digits or words
	cDayOrd   // ordinal in digits, 1st to 31st
	cDay      // 1 to 31, 1st to 31st
	cMM       // 1 to 12
	cYY       // two digits
	cYear     // 1000 to 2999
	cOld      // 100 to 999
	cModern   // 1900 to 2059
	cDecade   // 1980s
	cEighties // 80s, eighties
	cHour     // 0 to 24
	cMin      // 00 to 59, two digits
	cHM       // 1745
	cClock    // 5.45
	cCap      // begins with a capital
	cWord     // begins with a letter
	cPlural   // a plural noun
	cAlnum    // a word or number
	cDash     // any dash
	classCount
)

var classNames = [classCount]string{"month", "weekday", "wdabbr", "weekdays", "unit", "units", "per",
	"season", "tod", "tods", "holiday", "mod", "edge", "rel", "ampm", "zone", "era", "core", "article", "small", "ordword", "num", "dec",
	"ord", "dayord", "day", "mm", "yy", "year", "old", "modern", "decade", "eighties", "hour", "min", "hm",
	"clock", "cap", "word", "plural", "alnum", "dash"}

// temporal are the classes one of which every time expression has. Numbers are not among them
// unless they can be a year or a clock time.
const temporal = 1<<cMonth | 1<<cWeekday | 1<<cWdAbbr | 1<<cWeekdays | 1<<cUnit | 1<<cPer | 1<<cSeason |
	1<<cTod | 1<<cTods | 1<<cHoliday | 1<<cAmpm | 1<<cEra | 1<<cCore | 1<<cYear | 1<<cDecade | 1<<cEighties |
	1<<cOld | 1<<cHM | 1<<cMin | 1<<cYY | 1<<cDayOrd

func classOf(name string) (class, bool) {
	for c, n := range classNames {
		if n == name {
			return class(c), true
		}
	}
	return 0, false
}

// An entry is a word that a class or a rule names.
type entry struct {
	id        int32
	bits, cap uint64 // classes; those that need a capital
	vals      []classValue
}

type classValue struct {
	class class
	val   int
}

type vocabulary struct {
	words map[string]*entry
}

// intern returns the entry of a word, made when it is new.
func (v *vocabulary) intern(w string) *entry {
	e := v.words[w]
	if e == nil {
		e = &entry{id: int32(len(v.words) + 1)}
		v.words[w] = e
	}
	return e
}

// parseWords reads words.txt; its head tells the format.
func parseWords(name, text string) (*vocabulary, error) {
	v := &vocabulary{words: map[string]*entry{}}
	sc := bufio.NewScanner(strings.NewReader(text))
	for line := 1; sc.Scan(); line++ {
		fields := strings.Fields(sc.Text())
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		c, ok := classOf(fields[0])
		if !ok || len(fields) < 3 {
			return nil, fmt.Errorf("timex: %s:%d: want class, value, words", name, line)
		}
		val, err := strconv.Atoi(fields[1])
		if err != nil {
			return nil, fmt.Errorf("timex: %s:%d: value of %s: %w", name, line, c, err)
		}
		for _, w := range fields[2:] {
			low := strings.ToLower(w)
			e := v.intern(low)
			if low != w {
				e.cap |= 1 << c
			} else {
				e.bits |= 1 << c
			}
			e.vals = append(e.vals, classValue{c, val})
		}
	}
	return v, nil
}

func (c class) String() string { return classNames[c] }

// lookup finds a word, whatever its case; full stops of abbreviations do not count.
func (v *vocabulary) lookup(s string) *entry {
	var buf [24]byte
	if len(s) > len(buf) {
		return nil
	}
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return v.words[strings.ToLower(s)]
		}
		if c == '.' && len(s) > 1 {
			continue
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf[n] = c
		n++
	}
	return v.words[string(buf[:n])]
}
