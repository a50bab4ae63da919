package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An agency is a news agency: its canonical name and the forms that datelines and credits write,
// compared without regard to case. The first form is the canonical name itself.
type agency []string

// agencies are the news agencies that datelines and credits name.
var agencies = []agency{
	{"Reuters", "Thomson Reuters", "RTR"},
	{"Associated Press", "AP", "The Associated Press", "A.P."},
	{"Agence France-Presse", "AFP", "Agence France Presse", "A.F.P."},
	{"United Press International", "UPI", "United Press", "U.P.I."},
	{"Xinhua News Agency", "Xinhua", "New China News Agency", "NCNA", "Xinhuanet", "新华社"},
	{"China News Service", "CNS", "中新社"},
	{"TASS", "ITAR-TASS", "Itar Tass", "TASS News Agency", "ТАСС"},
	{"Interfax", "Interfax-Ukraine"},
	{"RIA Novosti", "RIA", "RIA-Novosti", "Novosti", "APN"},
	{"Sputnik"},
	{"Ukrinform"},
	{"UNIAN"},
	{"BelTA"},
	{"Kyodo News", "Kyodo", "Kyodo News Service"},
	{"Jiji Press", "Jiji"},
	{"Yonhap News Agency", "Yonhap"},
	{"Korean Central News Agency", "KCNA"},
	{"Central News Agency", "CNA"},
	{"Vietnam News Agency", "VNA"},
	{"Bernama"},
	{"Antara News Agency", "Antara"},
	{"Philippine News Agency", "PNA"},
	{"Thai News Agency", "TNA"},
	{"Press Trust of India", "PTI"},
	{"Asian News International", "ANI"},
	{"United News of India", "UNI"},
	{"Indo-Asian News Service", "IANS"},
	{"Associated Press of Pakistan", "APP"},
	{"Bangladesh Sangbad Sangstha", "BSS"},
	{"Anadolu Agency", "Anadolu", "AA", "Anatolia", "Anadolu Ajansi", "Anatolia News Agency"},
	{"IRNA", "Islamic Republic News Agency"},
	{"Fars News Agency", "Fars"},
	{"Tasnim News Agency", "Tasnim"},
	{"Mehr News Agency", "MNA"},
	{"SANA", "Syrian Arab News Agency"},
	{"Saudi Press Agency", "SPA"},
	{"Emirates News Agency", "WAM"},
	{"Qatar News Agency", "QNA"},
	{"Kuwait News Agency", "KUNA"},
	{"Bahrain News Agency", "BNA"},
	{"Oman News Agency", "ONA"},
	{"Iraqi News Agency", "INA"},
	{"Jordan News Agency", "Petra"},
	{"National News Agency", "NNA"},
	{"WAFA", "Palestine News Agency"},
	{"Middle East News Agency", "MENA"},
	{"Maghreb Arabe Presse", "MAP"},
	{"Algeria Press Service", "APS"},
	{"Tunis Afrique Presse", "TAP"},
	{"News Agency of Nigeria", "NAN"},
	{"Ghana News Agency", "GNA"},
	{"Ethiopian News Agency", "ENA"},
	{"South African Press Association", "SAPA"},
	{"Deutsche Presse-Agentur", "dpa", "German Press Agency"},
	{"ADN", "Allgemeiner Deutscher Nachrichtendienst"},
	{"ANSA"},
	{"EFE", "Agencia EFE"},
	{"Lusa"},
	{"Belga"},
	{"ANP"},
	{"Austria Press Agency", "APA"},
	{"Swiss News Agency", "SDA", "Keystone-SDA"},
	{"Press Association", "PA", "PA Media"},
	{"TT News Agency", "TT"},
	{"NTB"},
	{"Ritzau"},
	{"Polish Press Agency", "PAP"},
	{"CTK", "Czech News Agency", "ČTK"},
	{"TASR"},
	{"MTI", "Hungarian News Agency"},
	{"Agerpres"},
	{"BTA", "Bulgarian News Agency"},
	{"Tanjug"},
	{"HINA"},
	{"ATA", "Albanian Telegraphic Agency"},
	{"Athens News Agency", "ANA-MPA", "ANA"},
	{"Cyprus News Agency"},
	{"Azertac", "AZERTAC"},
	{"Trend News Agency", "Trend"},
	{"Armenpress"},
	{"Interpress", "InterPressNews"},
	{"Kazinform"},
	{"Montsame"},
	{"Canadian Press", "CP", "The Canadian Press"},
	{"Australian Associated Press", "AAP"},
	{"Notimex"},
	{"Prensa Latina"},
	{"Telam", "Télam"},
	{"Agencia Brasil", "Agência Brasil"},
	{"Mercopress"},
	{"Inter Press Service", "IPS"},
	{"Bloomberg", "Bloomberg News"},
	{"Dow Jones", "Dow Jones Newswires"},
}

// agencyNames maps every form in lower case to the canonical name.
var agencyNames = func() map[string]string {
	names := map[string]string{}
	for _, forms := range agencies {
		for _, form := range forms {
			names[strings.ToLower(form)] = forms[0]
		}
	}
	return names
}()

// agencyWords is the most words that a form of an agency's name has.
const agencyWords = 5

// agencyName returns the canonical name of the agency that s names, "" when s names none. Of two
// agencies ("Xinhua/AP") it is the first. A form of at most four letters must be written as
// agencies write it, not as a word of the language: "AP", not "ap"; "dpa" stays small.
func agencyName(s string) string {
	for form := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '/' || r == ';' || r == '|' }) {
		form = strings.TrimSpace(form)
		if name := agencyNames[strings.ToLower(form)]; name != "" {
			if len(form) > 4 || form == "dpa" || isUpper(form) {
				return name
			}
			if c, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(c) && strings.EqualFold(form, name) {
				return name
			}
		}
	}
	return ""
}

// scanAgency reads the longest name of an agency that s begins with and ends at a word's end.
func scanAgency(s string) (name string, n int) {
	s = prefix(s, 60)
	words := 0
	for i, r := range s {
		if unicode.IsLetter(r) || r == '-' && i > 0 {
			continue
		}
		if found := agencyName(s[:i]); found != "" {
			name, n = found, i
		}
		if words++; words > agencyWords || r != ' ' && r != '.' {
			return name, n
		}
	}
	if found := agencyName(s); found != "" && len(s) < 60 {
		name, n = found, len(s)
	}
	return name, n
}

// isUpper reports whether s has letters and all of them are capital.
func isUpper(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLetter(r) {
			if !unicode.IsUpper(r) {
				return false
			}
			letters = true
		}
	}
	return letters
}
