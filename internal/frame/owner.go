package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// lookInside fills a recipient's slot from within the phrase that stands there, since what is done to a
// plan, a place or a thing is done to its owner. One does not meet or visit the owner so.
func (f *finder) lookInside(fr *Frame, s *lexicon.Slot, phrase []int) bool {
	if s.Role != lexicon.RoleRecipient || phrase == nil || fr.Entry.Makes.Type == "CONSULT" {
		return false
	}
	for _, t := range f.inside(phrase[0]) {
		if !f.actsIn(fr, t) {
			fr.Fillers = append(fr.Fillers, Filler{Role: s.Role, Token: t, Slot: s.Text})
			fr.loose = true
		}
	}
	return fr.loose
}

// bridge fills gaps that the words around the frame explain: who owns or hosts what something is done to,
// whose weapon or vehicle does it, who announces or orders it. A passive may leave out who does it. It
// returns the gaps that stay.
func (f *finder) bridge(fr *Frame, gaps []gap, carrier int) []gap {
	if len(gaps) == 0 || !material[fr.Entry.Makes.Type] || slices.ContainsFunc(gaps, func(g gap) bool { return !isWho(g.slot.Role) }) {
		return gaps
	}
	var left []gap
	unnamed := false
	for _, g := range gaps {
		switch {
		case g.slot.Role == lexicon.RoleRecipient && g.slot.NamesLemmas() && peaceful[fr.Entry.Makes.Type]:
			left = append(left, g) // homes for refugees are aid, others are none
		case g.slot.Role == lexicon.RoleRecipient && f.fillFrom(fr, g.slot, f.opponent(fr)):
		case g.slot.Role == lexicon.RoleRecipient && f.fillFrom(fr, g.slot, f.hosts(fr, g.phrase, carrier)):
		case g.slot.Role == lexicon.RoleRecipient && (f.hitsUnknown(fr, g.phrase) || f.hitsUnknown(fr, g.place)):
		case g.slot.Role == lexicon.RoleRecipient && f.stopsUnknown(fr, g.phrase):
		case g.slot.Role == lexicon.RoleActor && f.fillFrom(fr, g.slot, f.agents(fr, g.phrase, carrier)):
			fr.inferred = true
		case g.slot.Role == lexicon.RoleActor && !g.slot.NamesLemmas() && f.leavesOut(fr, g.phrase, carrier):
			unnamed, fr.inferred = true, true
		default:
			left = append(left, g)
		}
	}
	if unnamed && len(left) == 0 && len(fr.Roles(lexicon.RoleRecipient)) == 0 {
		return gaps
	}
	return left
}

// material names the types of deeds, not words.
var material = doc.WordSet("ASSAULT COERCE SANCTION MOBILIZE AID RETREAT CONCEDE")

// hostile names the types of deeds done to somebody against his will.
var hostile = doc.WordSet("ASSAULT COERCE SANCTION")

// peaceful names the types of deeds that are only such when done to those whom the entry names.
var peaceful = doc.WordSet("AID RETREAT CONCEDE")

// fillFrom puts those who are no actor or recipient of the frame already into the slot.
func (f *finder) fillFrom(fr *Frame, s *lexicon.Slot, tokens []int) bool {
	found := false
	for _, t := range tokens {
		if f.actsIn(fr, t) || slices.ContainsFunc(fr.Roles(lexicon.RoleRecipient), func(r int) bool { return f.same(r, t) }) {
			continue
		}
		fr.Fillers = append(fr.Fillers, Filler{Role: s.Role, Token: t, Slot: s.Text})
		fr.loose = fr.loose || s.Role == lexicon.RoleRecipient
		found = true
	}
	return found
}

// hosts returns who owns or hosts the thing that something is done to: those named deeper in its phrase
// ("positions near a town in Syria"), or where it is done ("shelled a village in Syria").
func (f *finder) hosts(fr *Frame, phrase []int, carrier int) []int {
	var around []int
	if phrase != nil && (f.target(phrase[0]) || fr.Entry.Makes.Type == "AID") {
		around = slices.Clone(phrase)
	}
	around = append(around, fr.Roles(lexicon.RoleTheme)...)
	if carrier >= 0 && carrier != fr.Token && fr.Entry.Makes.Type != "COERCE" {
		around = append(around, fr.Token)
	}
	for _, t := range around {
		if found := f.deeper(fr, t); len(found) > 0 {
			return found
		}
	}
	switch {
	case carrier < 0:
		return nil
	case phrase != nil && !f.target(phrase[0]) && fr.Entry.Makes.Type != "AID":
		return nil
	case phrase == nil && carrier == fr.Token && len(fr.Roles(lexicon.RoleTheme)) == 0:
		return nil
	}
	places := f.cased(carrier, hostPreps)
	for _, far := range f.children(carrier, "xcomp", "advmod") { // "deep inside Russia"
		if l := f.tok(far).Lemma; l == "deep" || l == "far" {
			places = append(places, f.cased(far, hostPreps)...)
		}
	}
	if fr.Entry.Makes.Type == "AID" { // "gave money to fight hunger in Kenya"
		places = append(places, f.children(carrier, "advcl", "xcomp")...)
	}
	for _, t := range places {
		if t == fr.Token || t < carrier {
			continue
		}
		if f.country(t) && !f.actsIn(fr, t) {
			return []int{t}
		}
		if found := f.deeper(fr, t); len(found) > 0 {
			return found
		}
	}
	return nil
}

var hostPreps = []string{
	"in", "at", "near", "on", "outside", "inside", "around", "across", "over", "against", "into", "through",
	"along", "toward", "towards", "to", "for",
}

// hitsUnknown reports whether what an attack hits, or where forces are sent, is a thing or a place whose owner
// nobody knows: PLOVER needs no recipient for it.
func (f *finder) hitsUnknown(fr *Frame, phrase []int) bool {
	if phrase == nil || len(fr.Roles(lexicon.RoleActor)) == 0 {
		return false
	}
	switch fr.Entry.Makes.Type {
	case "COERCE":
		return settlements[strings.ToLower(f.tok(f.counted(phrase[0])).Lemma)]
	case "ASSAULT", "MOBILIZE":
	default:
		return false
	}
	return f.target(phrase[0]) || f.tok(phrase[0]).UPOS == "PROPN" && !inTime(f.d, phrase[0])
}

// stopsUnknown reports whether what is withheld or broken off, which the entry names, is withheld from people or things
// that nobody knows: "stopped subsidies to coal pits". That it is withheld is the event.
func (f *finder) stopsUnknown(fr *Frame, phrase []int) bool {
	if fr.Entry.Makes.Type != "SANCTION" || phrase == nil || len(fr.Roles(lexicon.RoleActor)) == 0 {
		return false
	}
	if len(fr.Roles(lexicon.RoleTheme)) == 0 && fr.Entry.Light == nil { // "closed its wallet to the smelter"
		return false
	}
	t := phrase[0]
	if f.tok(t).UPOS != "NOUN" || inTime(f.d, t) {
		return false
	}
	switch f.preposition(t) {
	case "to", "with":
		return true
	case "for", "from": // "for refugees", but "the budget for parks"
		lemma := strings.ToLower(f.tok(t).Lemma)
		return person(lemma) || settlements[lemma]
	}
	return false
}

// deeper returns the nearest countries, places and known actors among what depends on the noun at token n, but
// for the frame's actors.
func (f *finder) deeper(fr *Frame, n int) []int {
	level := []int{n}
	for range 5 {
		var next, found []int
		for _, t := range level {
			for _, c := range f.children(t, "nmod", "amod", "compound", "obl", "appos", "flat", "obj", "acl") {
				if example(f.preposition(c)) || f.addition(c) || c < t && fr.Entry.Makes.Type != "MOBILIZE" && f.actsIn(fr, t) { // "bombs dropped by Saudi jets"
					continue
				}
				if f.country(c) && !f.actsIn(fr, c) && !f.sponsored(t) {
					found = append(found, c)
				}
				next = append(next, c)
			}
		}
		if len(found) > 0 {
			return f.coordinated(found)
		}
		level = next
	}
	return nil
}

// addition reports whether token c heads a relative clause behind a comma, which tells something else: “adopted the
// text, which condemns the attack in Paris”.
func (g grammar) addition(c int) bool {
	if g.tok(c).Deprel != "acl:relcl" {
		return false
	}
	first, _ := g.d.Subtree(c)
	return g.tok(first).Form == "," || first > 0 && g.tok(first-1).Form == ","
}

// sponsored reports whether token c is a participle that tells who is behind somebody without being hit
// himself: "Iran-backed", "linked to Iran".
func (g grammar) sponsored(c int) bool { return sponsors[strings.ToLower(g.tok(c).Form)] }

var sponsors = doc.WordSet("backed linked aligned allied funded trained inspired sponsored supported affiliated armed")

// country reports whether the phrase at token t belongs to a known country or political actor.
func (g grammar) country(t int) bool {
	m := g.d.MentionAt(t)
	if m < 0 || g.d.Mentions[m].Entity < 0 {
		return false
	}
	e := &g.d.Entities[g.d.Mentions[m].Entity]
	return e.Country != "" || e.Actor && g.d.Mentions[m].Kind == doc.Name
}

// target reports whether the noun at token t is for something that stands somewhere and can be hit or
// taken: a building, a place, a vehicle.
func (g grammar) target(t int) bool {
	lemma := strings.ToLower(g.tok(g.counted(t)).Lemma)
	return targets[lemma] || instruments[lemma]
}

// settlements names places where people live, which may be cut off, closed or put under a rule.
var settlements = doc.WordSet(`village town city hamlet district quarter township municipality island enclave port region province
	area suburb neighborhood neighbourhood prefecture commune`)

var targets = doc.WordSet(`
	area district neighborhood neighbourhood quarter suburb suburbs street square market marketplace bazaar city town village hamlet settlement
	camp region province county enclave territory land island zone border frontier crossing checkpoint checkpost roadblock post
	outpost position base garrison barracks fort stronghold bastion headquarters hq compound bunker tunnel trench depot arsenal
	warehouse stockpile silo airport airfield airbase airstrip runway port harbor harbour dock shipyard station terminal bridge road
	highway railway rail pipeline refinery field oilfield plant factory mill dam reactor facility installation infrastructure
	site building house home apartment residence villa palace hotel restaurant cafe café bar shop store mall school university
	college hospital clinic church mosque temple synagogue shrine cathedral monastery museum library theatre theater stadium park farm
	farmland crop field orchard embassy consulate mission office ministry parliament court courthouse prison jail bank studio
	tower transmitter network grid line convoy train bus truck car vehicle taxi ambulance tanker cargo shipment consignment
	target hideout hide-out haven cache property asset account fund goods oil gas weapon weaponry arms ammunition statue monument
	supermarket hypermarket kindergarten mall cinema dormitory block skyscraper substation granary nursery playground
	rally march demonstration procession funeral wedding ceremony congregation queue parade concert nightclub disco pub metro subway tram
	ferry boat barricade floor ward township municipality commune prefecture parish hilltop hill ridge valley islet reef atoll strip
	corridor waterfront motorway canal quay wharf pier well reservoir estate plantation ranch dairy smelter mine quarry barn stall kiosk
	hut shack premise premises newsroom archive cemetery graveyard tomb minibus van lorry jeep pickup motorcade limousine barge raft
	yacht trawler freighter tugboat mast
	half part side place point control capital center centre outskirt outskirts`)

// agents returns who does it when the subject is a weapon, a vehicle or an attack ("Israeli missiles
// hit"), or when a noun for a happening is what somebody announces, orders or goes on with ("announced
// the arrest of").
func (f *finder) agents(fr *Frame, phrase []int, carrier int) []int {
	var found []int
	switch {
	case len(phrase) > 0:
		found = f.behind(fr, phrase[0])
	case carrier == -1 && fr.Entry.UPOS == "NOUN":
		t := f.tok(fr.Token)
		if v := t.Head; v >= 0 && bearing[f.tok(v).Lemma] && (t.Rel() == "obj" || t.Deprel == "nsubj:pass") {
			found = f.logicalSubject(v, fr.Token)
		}
		if len(found) == 0 {
			found = f.claimants(fr.Token)
		}
		if len(found) == 0 && f.deedDone(fr) {
			found = f.authorityOver(fr)
		}
	case carrier >= 0 && f.passive(carrier) && len(f.byPhrase(carrier)) == 0:
		found = f.authority(fr, carrier)
	}
	return slices.DeleteFunc(found, func(t int) bool { return !f.actorLike(t) })
}

// authority returns the country whose authority must have done what the passive leaves open: "was expelled
// from Norway", "was arrested in Norway".
func (f *finder) authority(fr *Frame, v int) []int {
	preps := []string{"in", "at", "across", "around", "throughout"}
	switch {
	case sending[f.tok(v).Lemma]:
		preps = []string{"from"}
	case !f.finitePassive(v):
		return nil
	case !slices.ContainsFunc(fr.Makes.Modes, func(m string) bool { return ofState[m] }):
		return nil
	}
	return f.authorityAt(fr, v, preps)
}

// authorityAt returns the country that a phrase under token v, with one of the prepositions, names; nil for none.
func (f *finder) authorityAt(fr *Frame, v int, preps []string) []int {
	for _, t := range f.cased(v, preps) {
		if m := f.d.MentionAt(t); m < 0 || f.d.Mentions[m].Kind != doc.Name {
			in := f.inside(t) // "in the Kenyan capital"
			if !f.target(t) || len(in) == 0 {
				continue
			}
			t = in[0]
		}
		if f.country(t) && !f.actsIn(fr, t) {
			fr.Steps = append(fr.Steps, "taken for a deed of the authorities “"+preps[0]+" "+f.tok(t).Form+"”")
			return []int{t}
		}
	}
	return nil
}

// ofState names the modes of deeds that the authorities of a country do in it.
var ofState = doc.WordSet("arrest convict release police censor curfew martial-law")

// behind returns who stands behind the subject of a deed that is no actor: whose weapon or attack it is,
// or who signs or issues the act ("signed a decree granting").
func (f *finder) behind(fr *Frame, n int) []int {
	lemma, t := f.tok(n).Lemma, f.tok(n)
	switch {
	case blasts[lemma]: // where it happens is not who did it
		found := slices.DeleteFunc(append(f.possessors(n), f.modifiers(n)...), func(t int) bool { return !f.known(t) })
		return append(found, f.cased(n, []string{"by"})...)
	case instruments[lemma]:
		found := append(f.inside(n), f.cased(n, []string{"by"})...)
		for _, v := range f.children(n, "acl") {
			found = append(found, f.byPhrase(v)...)
			if len(found) == 0 { // "a rocket fired from Lebanon"
				found = f.cased(v, []string{"from"})
			}
		}
		if len(found) == 0 {
			found = f.claimants(n)
		}
		if len(found) == 0 {
			found = f.deeper(fr, n)
		}
		return found
	case standing[lemma]: // "fire from Israeli positions"
		return f.inside(n)
	case acts[lemma] && t.Rel() == "obj" && t.Head >= 0:
		return f.subject(t.Head, 0)
	case acts[lemma]:
		return f.possessors(n)
	}
	return nil
}

// standing names places from which somebody fires.
var standing = doc.WordSet("position base territory soil side line outpost stronghold lines")

// claimants returns who says that he did what the noun at token n tells of: "claimed responsibility for the attack",
// "admitted the bombing".
func (f *finder) claimants(n int) []int {
	h := f.tok(n).Head
	for k := 0; h >= 0 && k < 2; k++ {
		t := f.tok(h)
		if claims[t.Lemma] && verbal(t) {
			if o := f.d.Child(h, "obj"); o >= 0 && blame[f.tok(o).Lemma] && f.d.Child(h, "advmod") < 0 && f.preposition(n) == "for" && !f.nobody(h) {
				return f.logicalSubject(h, n)
			}
			return nil
		}
		if !blame[t.Lemma] {
			return nil
		}
		h = t.Head
	}
	return nil
}

var (
	claims = doc.WordSet("claim admit accept assume take acknowledge")
	blame  = doc.WordSet("responsibility credit")
)

// wielded gives an attack by a weapon, of which the entry asks not whose it is, those who are behind it: "a car
// bombing by the rebels killed ten".
func (f *finder) wielded(fr *Frame) {
	if !fr.Fired() || fr.Makes.Type != "ASSAULT" || !verbal(f.tok(fr.Verb)) || len(fr.Roles(lexicon.RoleActor)) > 0 {
		return
	}
	for _, s := range f.logicalSubject(fr.Verb, fr.Verb) {
		if !instruments[f.tok(s).Lemma] {
			continue
		}
		for _, t := range slices.Concat(f.cased(s, []string{"by"}), f.possessors(s), f.claimants(s), f.planters(s)) {
			if f.actorLike(t) {
				fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleActor, Token: t, Slot: "nsubj>actor?"})
			}
		}
	}
}

// planters returns who laid a bomb, sent a parcel or fired a missile, as what is said of it tells: "a bomb planted by
// rebels", "a car that the rebels had rigged".
func (f *finder) planters(s int) []int {
	var out []int
	for _, c := range f.children(s, "acl") {
		if planting[f.tok(c).Lemma] {
			out = append(out, f.logicalSubject(c, c)...)
		}
	}
	return slices.DeleteFunc(out, func(t int) bool { return t == s })
}

var planting = doc.WordSet(`
	plant lay place set leave send mail post wire rig bury hide attach strap detonate fire launch lob hurl build
	make pack drive park throw conceal install drop claim`)

// acts names what an authority issues and what then does its work.
var acts = doc.WordSet("decree order law bill act resolution decision ruling verdict edict directive proclamation measure action statement agreement plan")

// sending names verbs of sending away, whose passive tells by “from” who does it.
var sending = doc.WordSet("expel deport evict banish ban bar exclude exile eject oust remove")

// leavesOut reports whether a frame may do without an actor: in the passive, or when a weapon stands in
// its place.
func (f *finder) leavesOut(fr *Frame, phrase []int, carrier int) bool {
	if len(phrase) > 0 {
		return fr.Entry.Makes.Type == "ASSAULT" && instruments[f.tok(phrase[0]).Lemma]
	}
	if carrier == -1 {
		return f.deedDone(fr)
	}
	return carrier >= 0 && f.passive(carrier) && f.finitePassive(carrier) && len(f.byPhrase(carrier)) == 0
}

// finitePassive reports whether passive verb v, or the one it is coordinated with, has its auxiliary and
// is no infinitive: a participle alone ("sanctions imposed last year") is background.
func (g grammar) finitePassive(v int) bool {
	for n := 0; n < maxClimb; n++ {
		if g.d.Child(v, "aux:pass") >= 0 {
			return !g.infinitive(v)
		}
		if s := g.d.Child(v, "nsubj"); s >= 0 && g.headline(v, s) {
			return true
		}
		if g.tok(v).Rel() != "conj" || g.tok(v).Head < 0 {
			return false
		}
		v = g.tok(v).Head
	}
	return false
}

// blasts names attacks that a place may be named with.
var blasts = doc.WordSet("explosion blast attack bombing ambush shooting raid")

// instruments names weapons, vehicles and attacks: what they do their owners do.
var instruments = doc.WordSet(`
	missile rocket shell bomb grenade mortar artillery mine landmine drone jet warplane plane aircraft helicopter
	gunship bomber fighter warship ship boat vessel frigate destroyer submarine gunboat tank vehicle truck car
	bulldozer battery cannon gun bullet fire gunfire strike airstrike attack raid bombing bombardment shelling
	assault offensive operation ambush incursion invasion explosion blast device parcel package explosive van
	vehicle campaign crackdown siege defence defense cruiser battleship howitzer round projectile warhead salvo
	torpedo munition barrage volley fusillade onslaught excavator digger armour armor`)

// bearing names verbs whose object is a happening that their subject brings about.
var bearing = doc.WordSet(`
	announce order begin start launch commence resume continue intensify escalate carry conduct perform complete execute mount stage
	authorize authorise approve confirm oversee lead command direct expand extend step undertake make enforce impose implement
	decide declare decree accelerate finish prolong`)
