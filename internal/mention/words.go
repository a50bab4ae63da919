package mention

import "readout/internal/doc"

// Word tables: lemmas, lower case. They hold closed classes and heads of names only; whoever has a
// sector is a role in the lexicon.

// Honorifics, and the gender they tell: 'm', 'f', or '-' for none.
var honorifics = map[string]byte{
	"mr.": 'm', "mr": 'm', "sir": 'm', "lord": 'm', "monsieur": 'm', "herr": 'm', "senor": 'm', "señor": 'm',
	"mrs.": 'f', "mrs": 'f', "ms.": 'f', "ms": 'f', "miss": 'f', "lady": 'f', "dame": 'f', "madame": 'f', "madam": 'f', "frau": 'f',
	"dr.": '-', "dr": '-', "prof.": '-', "comrade": '-', "hon.": '-', "rev.": '-', "messrs.": 'm',
}

// Ranks and titles that come abbreviated before names.
var abbreviatedTitles = doc.WordSet("gen. lt. col. maj. capt. sgt. adm. cmdr. sen. rep. gov. pres. brig. amb. sec. cpl. fr. st.")

var calendar = doc.WordSet(`monday tuesday wednesday thursday friday saturday sunday mon. tue. wed. thu. fri. sat. sun.
	january february march april may june july august september october november december
	jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. gmt utc est edt a.m. p.m. am pm`)

// Lower-case words within personal names.
var particles = doc.WordSet("al el bin ibn abu de da di do dos das del della der den van von zu la le ben bint ul ud ur e y af av ter ten")

// Nouns that end, or before "of" begin, the names of organizations.
var organizationHeads = doc.WordSet(`academy administration agency airlines airways alliance army assembly
	association authority bank board brigade brigades broadcaster bureau cabinet center centre chamber church
	club coalition college commission committee company conference confederation congress consortium
	consulate corp corp. corporation corps council court daily department directorate embassy federation
	fleet force forces foundation front fund gazette group guard guards guardian headquarters herald house inc inc. institute
	institution journal junta league legion ltd ltd. militia ministry mission mosque movement navy network news
	newspaper office organisation organization parliament party patrol police politburo post presidium press
	radio regiment secretariat senate service society soviet station syndicate television times
	tribunal tribune tv union united university weekly`)

// Nouns that end or begin the names of places.
var placeHeads = doc.WordSet(`airport avenue base bay beach boulevard bridge building camp canal cape castle cemetery city
	county desert district field forest garden gate gulf harbor harbour heights hill hills hospital hotel island islands lake lane mount
	mountain mountains ocean palace park peninsula plateau port prison province region reservoir resort river road
	sea square stadium station strait street theater theatre tower town valley village zone`)

// Nouns that end names of things that do not act.
var thingHeads = doc.WordSet(`accord accords act agreement amendment award bill channel charter communique communiqué convention cup
	crisis day declaration dialogue doctrine edition exercise festival forum games initiative law lawn pact peace plan
	prize process program programme project protocol referendum report resolution revolution riviera room statement strategy summit
	talks treaty war wall week year`)

// Verbs whose subject is a person, an organization or a government.
var speechVerbs = doc.WordSet(`say tell add announce argue ask claim comment declare explain insist note
	point reply report respond state stress suggest tweet underline underscore urge warn write
	emphasize emphasise express believe think hope recall remark meet visit`)

// Verbs whose object with a name of two words is a person.
var personalVerbs = doc.WordSet(`
	meet greet congratulate telephone kill murder assassinate abduct kidnap arrest detain jail imprison free release
	convict pardon extradite deport exile torture beat`)

// Numbers that tell how many a group has.
var numbers = map[string]int{
	"two": 2, "2": 2, "both": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5,
	"six": 6, "6": 6, "seven": 7, "7": 7,
}

// Nouns for a party to a meeting or conflict.
var sideNouns = doc.WordSet("side party")

// Nouns for a country, also as a party to something.
var countryNouns = doc.WordSet("country nation state neighbor neighbour superpower power capital")

// Roles that are the government of their country itself.
var governmentNouns = doc.WordSet("government administration authority authorities regime leadership")

// Nouns for the people of a country.
var peopleNouns = doc.WordSet("people nation citizen national public population")

// Nouns for one person that are roles without an office, and the gender they tell: 'm', 'f', or '-' for none.
var personNouns = map[string]byte{
	"man": 'm', "boy": 'm', "father": 'm', "schoolboy": 'm', "tribesman": 'm', "countryman": 'm', "gunman": 'm',
	"woman": 'f', "girl": 'f', "mother": 'f', "schoolgirl": 'f', "widow": 'f',
	"student": '-', "pupil": '-', "citizen": '-', "resident": '-', "villager": '-', "child": '-', "teenager": '-',
	"victim": '-', "hostage": '-', "detainee": '-', "prisoner": '-', "inmate": '-', "voter": '-', "witness": '-',
	"eyewitness": '-', "survivor": '-', "suspect": '-', "convict": '-', "fugitive": '-', "killer": '-', "hacker": '-',
	"protester": '-', "demonstrator": '-', "refugee": '-', "migrant": '-', "farmer": '-', "driver": '-', "tourist": '-',
}
