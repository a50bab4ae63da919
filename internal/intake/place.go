package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// notPlaces are words in capitals or with a capital that open a line with a dash, a colon or a date
// and are no place.
var notPlaces = set(strings.Fields(`
		advisory alert analysis attention background breaking brief briefs bulletin caution clarification
		column comment commentary correction corrected editor's editors eds editorial exclusive explainer
		factbox fact feature file flash focus highlights important insight interview key news newsmaker original congressional
		note notice opinion photo photos picture pictures poll preview profile question answer q a report
		reporter review roundup scoreboard sidebar snapshot special summary timeline update updated urgent
		video warning watch wrapup xinhua's nato eu un us usa uk uae ussr cis opec asean g7 g8 g20 oecd
		imf wto who osce iaea brics apec mr mrs ms dr sir the this that these those a an and but or so
		if in on at by for from to of with without after before since until till as while when where who
		what why how i we you he she it they his her their its our my your there here then now today
		yesterday tomorrow tonight later earlier meanwhile however also yet still not no yes all some any
		president minister secretary chairman ambassador senator spokesman spokesperson speaker moderator
		participant journalist press voice interpreter contact date time venue place subject topic
		monday tuesday wednesday thursday friday saturday sunday january february march april may june
		july august september october november december`))

// particles are the small words inside names of places and people.
var particles = set(strings.Fields("de da do dos du la le el al of the on upon am an der den van von bin ben ibn di e y sur au and"))

// scanPlace reads the name of a place, up to five words: all in capitals ("RIO DE JANEIRO",
// "JERUSALEM/CAIRO"), or with capitals ("New York").
func (c *dateliner) scanPlace() bool {
	n, upper := scanCapitals(c.rest(), 5)
	if n == 0 {
		return false
	}
	c.place, c.upper = c.rest()[:n], upper
	c.i += n
	return true
}

// scanRegion reads a state or country after a place: "Iceland", "N.Y.", "West Germany".
func scanRegion(s string) int {
	n, _ := scanCapitals(s, 3)
	if strings.Contains(strings.ToLower(s[:n]), " and ") {
		return 0
	}
	return n
}

// scanCapitals reads up to most words that begin with a capital; when the first is all in capitals,
// only such words. Small particles may stand inside. It stops before the name of a month.
func scanCapitals(s string, most int) (n int, upper bool) {
	end := 0
	for words := 0; words < most; words++ {
		i := end
		if words > 0 {
			if !strings.HasPrefix(s[i:], " ") {
				break
			}
			i++
		}
		w := placeWord(s[i:])
		lower := strings.ToLower(strings.TrimSuffix(w, "."))
		first, _ := utf8.DecodeRuneInString(w)
		switch {
		case w == "" || words == 0 && notPlaces[lower]:
			return n, upper
		case words > 0 && (months[lower] > 0 || weekdays[lower]):
			return n, upper
		case words == 0 && !unicode.IsUpper(first):
			return n, upper
		case words == 0:
			upper = isUpper(w) && utf8.RuneCountInString(w) > 1
			n = len(w)
		case upper && isUpper(w), !upper && unicode.IsUpper(first):
			n = i + len(w)
		case !particles[w]:
			return n, upper
		}
		end = i + len(w)
	}
	return n, upper
}

// placeWord reads one word of a place's name. A full stop belongs to it after a short form: "St.",
// "N.Y.", "Calif.".
func placeWord(s string) string {
	end := 0
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			end = i + utf8.RuneLen(r)
		case i > 0 && strings.ContainsRune("'’‘-/.`", r):
			if r == '.' {
				if w := s[:i]; i <= 6 && !strings.HasSuffix(w, ".") {
					end = i + 1
				}
			}
		default:
			return s[:end]
		}
	}
	return s[:end]
}

// titleCase turns words in capitals into words with a capital; other words stay as they are, and so
// do short forms with full stops ("D.C.").
func titleCase(s string) string {
	var out strings.Builder
	for i, w := range strings.Split(oneLine(s), " ") {
		if i > 0 {
			out.WriteByte(' ')
		}
		if !isUpper(w) || strings.Contains(strings.TrimSuffix(w, "."), ".") || utf8.RuneCountInString(w) == 1 {
			out.WriteString(w)
			continue
		}
		if lower := strings.ToLower(w); i > 0 && particles[lower] {
			out.WriteString(lower)
			continue
		}
		out.WriteString(titleWord(w))
	}
	return out.String()
}

// titleWord turns one word in capitals into a word with capitals: "N'DJAMENA" into "N'Djamena",
// "PORT-AU-PRINCE" into "Port-au-Prince", "JERUSALEM/CAIRO" into "Jerusalem/Cairo".
func titleWord(w string) string {
	var out strings.Builder
	start := true
	for i, r := range w {
		if start {
			rest, _, _ := strings.Cut(w[i:], "-")
			if i > 0 && particles[strings.ToLower(rest)] {
				start = false
			}
		}
		if start {
			out.WriteRune(unicode.ToUpper(r))
		} else {
			out.WriteRune(unicode.ToLower(r))
		}
		tail := len(w) - i - utf8.RuneLen(r)
		start = r == '-' || r == '/' || (r == '\'' || r == '’') && tail > 1
	}
	return out.String()
}

// colonCities are the cities that papers put before a bare colon ("ISLAMABAD: …"). Too much else in
// capitals stands before one, speakers above all, for any word to do.
var colonCities = set(strings.Split(`ABU DHABI,ABUJA,ACCRA,ADDIS ABABA,AMMAN,ANKARA,ASTANA,ATHENS,AUCKLAND,BAGHDAD,BAKU,BALI,BANGKOK,
BEIJING,BEIRUT,BENGALURU,BERLIN,BRASILIA,BRUSSELS,BUENOS AIRES,CAIRO,CANBERRA,CHANDIGARH,CHENNAI,COLOMBO,COX'S BAZAR,DAMASCUS,
DAVOS,DHAKA,DOHA,DUBAI,GAZA,GENEVA,GUWAHATI,HANOI,HARARE,HONG KONG,HYDERABAD,ISLAMABAD,ISTANBUL,JAKARTA,JAMMU,JEDDAH,JERUSALEM,
JOHANNESBURG,KABUL,KARACHI,KATHMANDU,KHARTOUM,KIEV,KOLKATA,KUALA LUMPUR,KUWAIT CITY,KUWAIT,KYIV,LAGOS,LAHORE,LONDON,LUCKNOW,MADRID,MALE,
MANAMA,MANILA,MOSCOW,MUMBAI,MUSCAT,MUZAFFARABAD,NAIROBI,NAYPYIDAW,NEW DELHI,NEW YORK,PARIS,PESHAWAR,PHNOM PENH,PRETORIA,PYONGYANG,
QUETTA,RABAT,RANGOON,RAWALPINDI,RIYADH,ROME,SANAA,SEOUL,SHANGHAI,SINGAPORE,SRINAGAR,SYDNEY,TAIPEI,TASHKENT,TBILISI,TEHRAN,TEL AVIV,
THIMPHU,TOKYO,TRIPOLI,TUNIS,UNITED NATIONS,VATICAN CITY,VIENNA,VIENTIANE,WARSAW,WASHINGTON,YANGON,YEREVAN`, ","))

// set makes a set of words, without the white space around them.
func set(words []string) map[string]bool {
	s := make(map[string]bool, len(words))
	for _, w := range words {
		s[strings.TrimSpace(w)] = true
	}
	return s
}
