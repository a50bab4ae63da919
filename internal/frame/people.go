package frame

import (
	"slices"
	"sort"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// actorLike reports whether the phrase headed by token t can be an actor: it is known as one, or it
// is a name that nobody knows, or a noun for people who can act.
func (g grammar) actorLike(t int) bool { return g.known(t) || CanAct(g.d, g.lex, t) }

// known reports whether the mention at token t speaks of a political actor, a person or a place, or is
// a pronoun whose reference the coder settles.
func (g grammar) known(t int) bool {
	m := g.d.MentionAt(t)
	if m < 0 {
		return false
	}
	e := g.d.Mentions[m].Entity
	if e < 0 {
		return g.d.Mentions[m].Kind == doc.Pronoun
	}
	ent := &g.d.Entities[e]
	if ent.Class == doc.Organization && g.d.Mentions[m].Kind == doc.Pronoun {
		return true
	}
	return ent.Actor || ent.Class == doc.Person || len(ent.Members) > 0 || ent.Country != ""
}

// blocs names parts of the world that act as one: "accused the West".
var blocs = doc.WordSet("west europe")

// CanAct reports whether token t is a proper noun, or a noun that the lexicon has as a role or that
// names people or powers together: "residents", "countries", "dozens".
func CanAct(d *doc.Document, lex *lexicon.Lexicon, t int) bool {
	tok := &d.Tokens[t]
	lemma := strings.ToLower(tok.Lemma)
	switch tok.UPOS {
	case "PROPN":
		if e := d.EntityAt(t); e != nil && e.Class == doc.Location {
			return blocs[lemma] && d.Child(t, "case") < 0
		}
		return !inTime(d, t) && !calendar[lemma]
	case "ADJ": // a tagger may take "the military" for an adjective
		_, n := lex.Actors.Role([]string{lemma})
		return n == 1 && (tok.Rel() == "nsubj" || tok.Rel() == "obj" || tok.Rel() == "obl")
	case "NOUN", "NUM":
		if lemma == "power" && !mighty(d, t) {
			return false
		}
		if lemma == "state" && condition(d, t) {
			return false
		}
		if collective[lemma] || person(lemma) || lemma == "two" && d.Child(t, "det") >= 0 && d.Child(t, "nmod") < 0 {
			return true
		}
		if _, n := lex.Actors.Role([]string{lemma}); n == 1 && tok.UPOS == "NOUN" {
			return true
		}
		return tok.UPOS == "NOUN" && (acronym(tok.Form) || d.Child(t, "flat") >= 0)
	}
	return false
}

// namedBy returns the name of somebody known that stands in apposition to the noun at token t, of which nobody
// knows what it is: "poet laureate Andrew Motion".
func (g grammar) namedBy(t int) []int {
	if g.tok(t).UPOS != "NOUN" {
		return nil
	}
	for _, a := range g.children(t, "appos", "flat") {
		if m := g.d.MentionAt(a); a > t && m >= 0 && g.d.Mentions[m].Kind == doc.Name && g.d.Mentions[m].Entity >= 0 &&
			g.d.Entities[g.d.Mentions[m].Entity].Class == doc.Person {
			return []int{a}
		}
	}
	return nil
}

// mighty reports whether a power may be a state, or power itself: "the powers", but not "buying power".
func mighty(d *doc.Document, t int) bool {
	for c := range d.Children(t) {
		if r := d.Tokens[c].Rel(); (r == "amod" || r == "compound") && weak[strings.ToLower(d.Tokens[c].Form)] {
			return false
		}
	}
	return true
}

// condition reports whether a state is not a country but a condition: "a state of emergency".
func condition(d *doc.Document, t int) bool {
	for c := range d.Children(t) {
		if d.Tokens[c].Rel() == "nmod" && c > t && conditions[strings.ToLower(d.Tokens[c].Lemma)] {
			return true
		}
	}
	return false
}

var conditions = doc.WordSet("emergency siege war alert readiness exception affairs mind shock disaster calamity preparedness terror")

// weak names what powers are that are no states.
var weak = doc.WordSet("buying purchasing striking bargaining earning electric solar wind staying spending pricing fighting horse computing")

// acronym reports whether a form is written in capitals alone: a body whose name nobody knows, which a
// tagger may take for a noun.
func acronym(form string) bool {
	return len(form) > 2 && len(form) < 8 && strings.Trim(form, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// inTime reports whether token t is a word of a time expression.
func inTime(d *doc.Document, t int) bool {
	i := sort.Search(len(d.Times), func(i int) bool { return d.Times[i].End > t })
	return i < len(d.Times) && d.Times[i].First <= t
}

// person reports whether a noun is for people of some kind.
func person(lemma string) bool {
	if persons[lemma] {
		return true
	}
	if strings.HasPrefix(lemma, "ex-") || strings.HasPrefix(lemma, "non-") {
		_, lemma, _ = strings.Cut(lemma, "-")
		return persons[lemma]
	}
	return len(lemma) > 6 && !things[lemma] && (strings.HasSuffix(lemma, "man") || strings.HasSuffix(lemma, "worker") || strings.HasSuffix(lemma, "keeper") || strings.HasSuffix(lemma, "grower") || strings.HasSuffix(lemma, "ist"))
}

// things ends as persons do.
var things = doc.WordSet("checklist shortlist blacklist whitelist waitlist talisman ottoman")

// persons names nouns for people who are no role of the lexicon: what anyone may be to whom something is
// done, or who does it in a crowd.
var persons = doc.WordSet(`
	abbot abductor academic accountant acolyte activist actor adult adversary adviser advisor agent aid-worker aide airman ally
	anarchist archaeologist archbishop architect arsonist artilleryman artist assailant assassin associate astronaut
	asylum-seeker athlete attacker attorney audience auditor author aviator axeman ayatollah baby backer backpacker bailiff
	ballerina bandit banker barman baron barrister bather beggar believer beneficiary besieger biker bishop black blogger boatman bodyguard
	bomb-maker bombardier bomber bookkeeper bookseller boss bouncer boxer boy breeder brigand broadcaster broker brother
	builder bully bureaucrat burglar businessman businesswoman bystander cabbie cameraman campaigner candidate captain captive
	captor cartoonist casualty cavalryman censor chaplain chief chieftain child churchgoer citizen civilian clansman clergyman
	cleric climber colleague colonel columnist comedian comic commander commando communist commuter comptroller concertgoer conductor
	conscript constable consultant consumer contractor controller convict correspondent cosmonaut counterfeiter counterpart
	coup-plotter couple courier cousin creditor crew crewman crewmember cricketer criminal critic culprit cultivator customer
	cutter cyclist daily daughter deacon dealer defector defendant defender delegate demonstrator deportee depositor deputy descendant deserter
	detainee detective developer devotee digger director dissenter dissident diver docker dockhand doctor driller driver
	dweller ecologist editor elder emigrant emigre emissary employee enemy enforcer engineer entrepreneur envoy escapee escort
	evacuee evangelist executioner executive exile expatriate expert explorer exporter extremist family farmer farmhand fascist father ferryman
	fiance fiancee fieldworker fighter filmmaker firefighter fireman fisherman foe folk follower footballer foreigner foreman forger founder friend
	frogman fugitive gang gangster gatherer gendarme general girl goatherd godfather godson grader graduate granddaughter
	grandfather grandmother grandson grower guard guerilla guerrilla gunman gunner gunrunner gurkha hacker hardliner harvester
	hauler haulier hawker head headman henchman herder herdsman highwayman hijacker hiker hitman holdout holidaymaker homeowner
	hooligan horseman hostage hostage-taker housewife human hunter husband imam immigrant importer individual infant infantryman
	infiltrator influencer informant informer inhabitant inmate inspector instructor insurer insurgent intellectual internee
	interpreter interrogator intruder invader investigator investor irregular islamist islander jailer jihadi jihadist
	journalist jurist kidnapper killer kingpin kinsman knifeman laborer labourer lad lancer landlord laureate lawmaker lawyer
	leader lecturer legislator local logger longshoreman looter loyalist machine-gunner magistrate man marauder marcher marine
	mastermind mediator medic mercenary merchant metalworker midwife migrant militant militiaman miner missionary mobster mole
	monarch monarchist moneylender monitor monk mother motorcyclist motorist mountaineer mourner mugger mullah murderer
	musician mutineer national nationalist native negotiator nephew newlywed niece nobleman nomad noncombatant notary nun nurse observer
	occupier offender officer official ombudsman onlooker operative opponent oppositionist organiser organizer orphan overseer
	owner pacifist paramedic paramilitary paratrooper parent parishioner parliamentarian partisan partygoer passenger passer-by pastor
	patient patrolman peacekeeper peasant peddler pedestrian pedlar pensioner people perpetrator person petitioner pharmacist
	photographer photojournalist physician picker picket pickpocket pilgrim pilot pirate planner planter playwright plotter
	poacher poet policeman policewoman politician porter preacher priest princess printer prisoner producer professor promoter prospector protester
	protestor publisher pupil putschist rabbi radical raider rancher ranger rapist rapper ratepayer rebel recruit reformer
	refugee registrar relative renegade reporter rescuer researcher reservist resident retiree returnee reveler reveller rifleman ringleader
	rioter rival robber royalist runaway rustler saboteur sailor sapper saver scholar schoolboy schoolchild schoolgirl
	scientist screenwriter seaman seamstress secessionist secretary seeker seminarian separatist serviceman servicewoman
	settler sharecropper shareholder sharpshooter sheik sheikh shepherd shipbuilder shopkeeper shopper sibling singer sister skinhead
	skipper smallholder smuggler sniper socialist soldier son specialist spectator spouse spy squatter staff staffer
	stallholder stevedore steward stewardess stockbroker stormtrooper stowaway striker strongman student supporter surgeon
	surveyor survivor suspect swimmer swindler swordsman sympathiser sympathizer tapper taxpayer teacher technician teen
	teenager tenant thief thug toddler tormentor torturer tough tourist townsfolk townsman townspeople trader trafficker trainee
	trainer translator traveler traveller trawlerman trekker tribesman tribeswoman triggerman troop trooper trucker trustee turncoat tycoon
	ultranationalist uncle undergraduate unionist urchin vacationer vagrant vandal vendor veteran victim vigilante villager
	volunteer voter warden warder warlord weaver welder whistleblower wholesaler widow wife winegrower witness woman worker
	worshiper worshipper writer youngster youth youths zealot`)

// collective names nouns for people, powers and bodies together that are no role.
var collective = doc.WordSet(`
	administration affiliate agency airline alliance ally armada army assembly association bank battalion bloc board body
	branch brigade broadcaster bureau carrier cartel charity clan coalition college command commission committee community
	company confederation conglomerate congress contingent cooperative corporation corps council country creditor crowd cult
	delegation department detachment diaspora directorate donor dozen electorate enterprise entity faction federation firm
	fleet force fund garrison giant grocer group guard guild household hundred institute institution judiciary junta leadership
	league legion legislature lender magazine majority management manufacturer member militia million ministry minority mission mob
	monopoly movement nation navy neighbor neighbour newspaper operator organisation organization panel partner party patrol
	people personnel platoon population power premiership presidency press public publication regime regiment regulator
	republic resident retailer seafarer secretariat sect senate side society squad squadron staff state subsidiary supermarket
	supplier syndicate task-force team thousand tribe tribunal trucker union unit university utility watchdog wing`)

// calendar names proper nouns that are never anyone.
var calendar = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true,
	"september": true, "october": true, "november": true, "december": true, "ramadan": true, "christmas": true, "easter": true,
}

// eachNation returns the nations whose people a plural joins ("Pakistani and Indian troops"), or else the
// token itself.
func (g grammar) eachNation(t int) []int {
	if g.tok(t).XPOS != "NNS" {
		return []int{t}
	}
	nations := slices.DeleteFunc(g.coordinated(g.children(t, "amod")), func(m int) bool { return !g.country(m) })
	if len(nations) < 2 {
		return []int{t}
	}
	return nations
}
