package frame

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/lexicon"
)

// crowds settles what crowds do. Stones, fire and blows of protesters are a riot, not an assault (PLOVER manual,
// "PROTEST"), what armed men burn on the way is no protest, and what a crowd demands is part of its protest.
func (f *finder) crowds() {
	for i := range f.frames {
		fr := &f.frames[i]
		if !fr.Fired() {
			continue
		}
		switch fr.Makes.Type {
		case "ASSAULT":
			if f.riot(fr); fr.Makes.Type == "PROTEST" {
				f.demands(i)
			}
		case "PROTEST":
			f.noProtest(fr)
			f.forbidden(fr)
			f.demands(i)
		}
	}
	f.riotTwice()
}

// riot makes an assault by hand a protest when those who act protest.
func (f *finder) riot(fr *Frame) {
	if !f.crude(fr) && (lethal[f.tok(fr.Verb).Lemma] || lethal[fr.Entry.Lemma]) || f.toDeath(fr) {
		return
	}
	if slices.ContainsFunc(fr.Makes.Modes, func(m string) bool { return m != "primitive" && m != "destroy" && m != "beat" }) {
		return
	}
	for j := range f.beside(fr.Token) {
		o := &f.frames[j]
		if o.Fired() && o.Makes.Type == "PROTEST" && o.Verb == fr.Verb && f.sameActors(fr, o) {
			if slices.ContainsFunc(fr.Roles(lexicon.RoleActor), func(t int) bool { return bearingArms[f.headNoun(t)] }) {
				o.giveWay(fr)
				continue
			}
			if len(o.Roles(lexicon.RoleRecipient)) == 0 {
				for _, t := range fr.Roles(lexicon.RoleRecipient) {
					o.Fillers = append(o.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: fr.Entry.Name + " recipient"})
				}
			}
			fr.giveWay(o)
			return
		}
	}
	crude := f.crude(fr)
	if !slices.ContainsFunc(fr.Roles(lexicon.RoleActor), func(t int) bool {
		return protesting[f.headNoun(t)] || f.unruly(t, fr.Verb) || crude && (angry[f.headNoun(t)] || f.nationals(f.counted(t)))
	}) {
		return
	}
	fr.Steps = append(fr.Steps, "by protesters: a riot")
	fr.Makes = lexicon.Makes{Type: "PROTEST", Modes: []string{"riot"}, CAMEO: "145", Contexts: fr.Makes.Contexts}
}

// unruly reports whether the words before noun t say that these people, who act in verb v, protest: "rampaging farmers",
// "striking miners".
func (f *finder) unruly(t, v int) bool {
	return slices.ContainsFunc(append(f.children(t, "amod"), f.children(v, "advcl")...), func(a int) bool {
		return a < t && rioting[strings.ToLower(f.tok(a).Form)]
	})
}

// crude reports whether an assault is one with what lies on the street: by stoning, or with stones and bottles. Who
// stones a woman to death is no rioter.
func (f *finder) crude(fr *Frame) bool {
	if missiles[f.tok(fr.Token).Lemma] {
		return true
	}
	switch fr.Entry.Lemma {
	case "stone", "pelt":
		return !slices.ContainsFunc(fr.Roles(lexicon.RoleRecipient), func(t int) bool { return wronged[f.headNoun(t)] })
	}
	return slices.ContainsFunc(f.obliques(fr.Verb, fr.Verb, []string{"with"}), func(t int) bool { return missiles[f.tok(t).Lemma] || f.petrolBomb(t) })
}

// toDeath reports whether an assault was to death: "beat two policemen to death".
func (f *finder) toDeath(fr *Frame) bool {
	return slices.ContainsFunc(f.obliques(fr.Verb, fr.Verb, []string{"to"}), func(t int) bool { return f.tok(t).Lemma == "death" })
}

// petrolBomb reports whether noun t is a bomb that a crowd throws.
func (f *finder) petrolBomb(t int) bool {
	return f.tok(t).Lemma == "bomb" && slices.ContainsFunc(f.children(t, "compound", "amod"), func(c int) bool {
		return f.tok(c).Lemma == "petrol" || f.tok(c).Lemma == "gasoline" || f.tok(c).Lemma == "fire" || f.tok(c).Lemma == "paint"
	})
}

var (
	missiles = doc.WordSet("stone rock bottle brick firebomb cobblestone cocktail molotov slingshot pebble egg tomato catapult pole firecracker bar stick")
	wronged  = doc.WordSet("woman man girl boy wife couple adulterer adulteress blasphemer")
	angry    = doc.WordSet(`youth youths youngster teenager student pupil worker farmer peasant miner villager resident striker opponent supporter
		activist migrant refugee inmate dweller throng people worshipper inhabitant local black schoolchild boy unemployed jobless`)
)

// riotTwice keeps one of two protests of one verb: what was an assault says more.
func (f *finder) riotTwice() {
	for i := range f.frames {
		fr := &f.frames[i]
		if !fr.Fired() || fr.Makes.Type != "PROTEST" {
			continue
		}
		for j := range f.beside(fr.Token) {
			o := &f.frames[j]
			if i != j && o.Fired() && o.Makes.Type == "PROTEST" && o.Verb == fr.Verb && o.Token != fr.Token &&
				len(o.Roles(lexicon.RoleRecipient)) < len(fr.Roles(lexicon.RoleRecipient)) {
				o.giveWay(fr)
			}
		}
	}
}

// noProtest breaks a protest whose people kill or shoot in the same breath.
func (f *finder) noProtest(fr *Frame) {
	for j := range f.beside(fr.Token) {
		o := &f.frames[j]
		if !o.Fired() || o.Makes.Type != "ASSAULT" || o.Verb == fr.Verb || !lethal[f.tok(o.Verb).Lemma] {
			continue
		}
		t, u := f.tok(fr.Verb), f.tok(o.Verb)
		if (t.Head == o.Verb && (t.Rel() == "conj" || t.Rel() == "advcl") || u.Head == fr.Verb && u.Rel() == "conj") && f.sameActors(fr, o) {
			fr.Broken = "done by those of " + o.Entry.Name
			return
		}
	}
}

// forbidden breaks a protest that nobody was let hold: "banned a march by students", "a ban on marches".
func (f *finder) forbidden(fr *Frame) {
	t := f.tok(fr.Token)
	if !nominal(t) || t.Head < 0 {
		return
	}
	switch h := f.tok(t.Head); t.Rel() {
	case "obj", "nmod", "nsubj":
		if forbidding[h.Lemma] && (t.Rel() != "nsubj" || t.Deprel == "nsubj:pass") {
			fr.Broken = "forbidden"
		}
	}
}

var forbidding = doc.WordSet("ban forbid prohibit outlaw disallow prohibition permission permit postpone avert")

func (f *finder) sameActors(a, b *Frame) bool {
	return slices.Equal(a.Roles(lexicon.RoleActor), b.Roles(lexicon.RoleActor)) && len(a.Roles(lexicon.RoleActor)) > 0
}

// headNoun returns the lemma of the noun at token t, of what it counts when it is a number of people.
func (f *finder) headNoun(t int) string { return strings.ToLower(f.tok(f.counted(t)).Lemma) }

var (
	protesting  = doc.WordSet("protester protestor demonstrator marcher rioter looter picket crowd mob")
	rioting     = doc.WordSet("rampaging rioting protesting demonstrating striking stone-throwing")
	bearingArms = doc.WordSet(`
		soldier troop troops army officer force police policeman militant rebel gunman fighter insurgent militia
		militiaman guerrilla bandit`)
	lethal = doc.WordSet("kill shoot stab lynch behead murder massacre slaughter execute hack slay stone pogrom genocide")
)
