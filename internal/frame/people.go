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
	return len(lemma) > 6 && (strings.HasSuffix(lemma, "woman") || strings.HasSuffix(lemma, "worker") || strings.HasSuffix(lemma, "ist") && !things[lemma])
}

// things ends as persons do.
var things = doc.WordSet("checklist shortlist blacklist whitelist waitlist")

// persons names nouns for people who are no role of the lexicon: what anyone may be to whom something is
// done, or who does it in a crowd.
var persons = doc.WordSet(`
	man woman child boy girl baby infant teenager teen youth youngster adult person individual human people folk
	resident citizen national foreigner inhabitant villager townspeople townsfolk local native civilian noncombatant bystander
	passer-by pedestrian passenger commuter motorist driver traveler traveller tourist pilgrim worshipper worshiper devotee
	refugee migrant immigrant emigrant asylum-seeker seeker evacuee returnee deportee settler nomad stowaway expatriate
	prisoner detainee inmate convict captive hostage internee defendant suspect fugitive escapee offender culprit
	perpetrator victim survivor casualty patient orphan widow
	follower supporter sympathizer sympathiser backer loyalist opponent critic rival foe enemy adversary dissenter
	protester protestor demonstrator marcher rioter looter striker picket activist campaigner organizer organiser reformer
	rebel insurgent guerrilla guerilla militant fighter gunman militiaman partisan mercenary jihadi extremist radical hardliner
	separatist secessionist assailant attacker bomber kidnapper abductor hijacker killer assassin sniper infiltrator mutineer
	soldier troop ranger paratrooper marine sailor airman seaman commando conscript recruit reservist serviceman servicewoman veteran officer
	general colonel commander fisherman crew crewman crewmember pilot captain
	bandit robber pirate smuggler trafficker gangster dealer criminal hacker thief poacher vigilante
	worker employee staff staffer laborer labourer miner farmer peasant herder herdsman trader merchant shopkeeper vendor
	engineer technician contractor consultant specialist expert scientist researcher academic professor scholar lecturer
	teacher student pupil schoolchild schoolgirl schoolboy graduate intellectual author writer poet singer artist actor filmmaker
	journalist reporter correspondent editor publisher blogger broadcaster cameraman photographer photojournalist
	lawyer attorney doctor medic paramedic nurse physician surgeon rescuer aid-worker volunteer missionary
	priest monk nun bishop archbishop cleric imam preacher pastor rabbi clergyman
	lawmaker legislator parliamentarian deputy politician candidate voter observer monitor inspector investigator
	adviser advisor trainer instructor mediator negotiator envoy emissary agent spy informer informant operative mole defector
	seaman controller steward porter barrister magistrate jurist conductor courier whistleblower witness dissident cartoonist columnist influencer oppositionist mastermind ringleader gang
	leader chief head boss founder aide ally associate colleague counterpart official bureaucrat
	owner businessman businesswoman executive banker investor tycoon entrepreneur shareholder customer producer exporter importer
	trucker biker docker commuter cabbie hitman gangster squatter weaver dockhand fighter logger grower planter cyclist
	firefighter medic peacekeeper policewoman tenant homeowner consumer vendor hawker welder builder guard
	bodyguard jailer warder enforcer hooligan anarchist invader intruder raider marauder plotter coup-plotter putschist
	family relative brother sister son daughter wife husband father mother parent cousin nephew uncle niece spouse couple friend
	developer insurer
	rapper musician comedian athlete footballer director bodyguard escort
	dweller haulier hauler trawlerman rancher shepherd stallholder breeder winegrower stevedore longshoreman ferryman boatman
	metalworker shipbuilder seamstress weaver midwife pharmacist clergyman churchgoer parishioner pensioner retiree housewife grandmother
	grandfather islander townsman taxpayer ratepayer motorcyclist undergraduate believer mourner vandal arsonist skinhead
	jihadist ultranationalist pacifist ecologist sympathizer radical royalist loyalist exile emigre
	mobster hostage-taker machine-gunner rifleman artilleryman cavalryman bomb-maker axeman knifeman swordsman stormtrooper frogman
	sharpshooter paramilitary irregular henchman thug interrogator torturer executioner gunner raider attacker airman infantryman
	policeman gendarme constable patrolman detective bailiff warden
	depositor saver cutter picker barman landlord black defender kinsman serviceman tribeswoman goatherd daily censor
	elder tribesman clansman chieftain warlord youths lad toddler creditor laureate holdout`)

// collective names nouns for people, powers and bodies together that are no role.
var collective = doc.WordSet(`
	country nation state republic power group faction ally donor people resident thousand dozen hundred million neighbor
	neighbour member party side crowd mob community majority population public electorate tribe clan
	organization organisation movement association federation confederation union alliance coalition bloc committee
	commission panel board council management secretariat assembly congress senate presidency premiership administration regime department
	directorate command army navy force brigade battalion regiment garrison unit squad patrol contingent militia guard legion
	detachment platoon armada fleet squadron task-force syndicate cartel 
	supermarket retailer grocer cooperative press cult sect
	company firm corporation enterprise conglomerate manufacturer operator supplier airline carrier bank lender 
	newspaper magazine broadcaster publication entity institution institute university
	college charity fund society tribunal judiciary legislature
	team delegation mission staff personnel diaspora
	household monopoly giant utility watchdog regulator body bureau branch wing subsidiary affiliate agency partner creditor junta ministry trucker seafarer`)

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
