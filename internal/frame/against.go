package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// against gives forces that are brought out against nobody by their entry those who are the reason: "put police on
// alert ahead of a march by students", "sent troops to crush the rebels", "raised its alert as Iraqi tanks moved south".
func (f *finder) against(fr *Frame) {
	if !fr.Fired() || fr.Makes.Type != "MOBILIZE" || fr.Outer >= 0 || len(fr.Roles(lexicon.RoleBoth)) > 0 {
		return
	}
	f.ofTheirOwn(fr)
	if slices.ContainsFunc(fr.Roles(lexicon.RoleRecipient), func(r int) bool { return !f.sameState(fr, r) }) {
		return // elsewhere, and not just where in their own country
	}
	heads := append([]int{fr.Verb, fr.Token}, fr.Roles(lexicon.RoleTheme)...)
	slices.Sort(heads)
	heads = slices.Compact(heads)
	for _, find := range []func(int) []int{f.aimedAt, f.purposeAgainst, f.feared, f.astir} {
		for _, h := range heads {
			var found []int
			for _, t := range find(h) {
				if !f.actorLike(t) { // "as Iraqi tanks moved south"
					t = f.nationOf(t)
				}
				if t >= 0 && !f.actsIn(fr, t) && !slices.Contains(heads, t) {
					found = append(found, t)
				}
			}
			if len(found) == 0 {
				continue
			}
			fr.Fillers = slices.DeleteFunc(fr.Fillers, func(x Filler) bool { return x.Role == lexicon.RoleRecipient })
			for _, t := range f.coordinated(found) {
				fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: "against>recipient?"})
			}
			fr.loose = true
			return
		}
	}
}

// ofTheirOwn gives forces that are moved, nobody being told by whom, their own country for the actor: "Spanish paratroopers
// were flown to Ceuta".
func (f *finder) ofTheirOwn(fr *Frame) {
	if len(fr.Roles(lexicon.RoleActor)) > 0 {
		return
	}
	for _, t := range fr.Roles(lexicon.RoleTheme) {
		if e := f.d.EntityAt(t); e != nil && e.Sector == "MIL" && e.Country != "" {
			fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleActor, Token: t, Slot: "theme>actor?"})
			return
		}
	}
}

// nationOf returns the country that modifies the noun at token t: "Iraqi tanks"; -1 for none.
func (f *finder) nationOf(t int) int {
	for _, c := range f.children(t, "amod", "nmod:poss", "compound") {
		if f.country(c) {
			return c
		}
	}
	return -1
}

// aimedAt returns whom the words at token h are against: "sent tanks against the rebels".
func (f *finder) aimedAt(h int) []int { return f.cased(h, []string{"against"}) }

// purposeAgainst returns whom the purpose clause of verb h is to hit: "to crush the rebels", "to guard against rebels".
func (f *finder) purposeAgainst(h int) []int {
	var out []int
	for _, c := range f.children(h, "advcl", "xcomp", "acl") {
		if c > h && f.infinitive(c) && countering[f.tok(c).Lemma] {
			out = append(out, f.children(c, "obj")...)
			out = append(out, f.cased(c, []string{"against"})...)
		}
	}
	return out
}

var countering = doc.WordSet(`
	crush quell suppress confront face disperse contain fight counter repel repulse stop block deter defend guard protect hunt
	intercept keep prevent subdue rout dislodge evict remove flush quash smash resist oppose meet arrest restrain curb control`)

// feared returns who stirs in a phrase of time or reason at the words at token h: "ahead of a march by students",
// "over tension with Mali", "for fear of rebel attacks".
func (f *finder) feared(h int) []int {
	causes := f.cased(h, []string{"over", "amid", "after", "before", "following", "for", "during", "to", "in"})
	for _, a := range f.children(h, "advmod", "obl") {
		if strings.EqualFold(f.tok(a).Form, "ahead") {
			for _, c := range append(f.cased(a, []string{"of"}), f.cased(h, []string{"of"})...) {
				if c > a {
					causes = append(causes, c)
				}
			}
		}
		causes = append(causes, f.casedAs(a, "ahead of", "in response to", "in anticipation of", "because of", "due to")...)
	}
	var out []int
	for n := 0; n < len(causes) && n < maxClimb; n++ {
		c := causes[n]
		switch lemma := f.tok(c).Lemma; {
		case lemma == "fear" || lemma == "threat" || lemma == "wave" || lemma == "series" || lemma == "possibility":
			causes = append(causes, f.cased(c, []string{"of"})...)
			fallthrough
		case unrest[lemma]:
			out = append(out, f.cased(c, []string{"by", "with", "from", "of"})...)
			out = append(out, f.possessors(c)...)
			out = append(out, f.children(c, "amod", "compound")...)
		}
	}
	return out
}

// casedAs returns token t when one of the prepositions introduces it.
func (g grammar) casedAs(t int, preps ...string) []int {
	if slices.Contains(preps, g.preposition(t)) {
		return []int{t}
	}
	return nil
}

// unrest names what forces are brought out for.
var unrest = doc.WordSet(`
	march rally strike protest demonstration attack raid threat tension coup incursion row dispute clash riot uprising rebellion unrest
	assault advance offensive infiltration intrusion violation provocation shelling launch test manoeuvre maneuver exercise drill
	flight overflight build-up buildup walkout stoppage blockade sit-in vigil standoff stand-off procession revolt mutiny insurgency
	invasion crossing bombing ambush killing campaign standoff deployment movement mobilization mobilisation gathering parade`)

// astir returns who moves in a clause of time at verb h: "as Iraqi tanks moved south".
func (f *finder) astir(h int) []int {
	var out []int
	for _, c := range f.children(h, "advcl") {
		if c > h && restless[f.tok(c).Lemma] && slices.Contains([]string{"as", "after", "when", "while"}, f.preposition(c)) {
			out = append(out, f.children(c, "nsubj")...)
		}
	}
	return out
}

var restless = doc.WordSet(`
	march gather mass near approach move advance protest rally threaten attack fire launch cross converge storm riot clash test
	shell demonstrate push close assemble pour head surge swarm occupy seize mobilize mobilise deploy fly intrude violate strike
	announce call vow rampage besiege`)
