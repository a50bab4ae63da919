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
			f.riot(fr)
		case "PROTEST":
			f.noProtest(fr)
			f.demands(i)
		}
	}
	f.riotTwice()
}

// riot makes an assault by hand a protest when those who act protest.
func (f *finder) riot(fr *Frame) {
	if lethal[f.tok(fr.Verb).Lemma] || lethal[fr.Entry.Lemma] || slices.ContainsFunc(fr.Makes.Modes, func(m string) bool { return m != "primitive" && m != "destroy" && m != "beat" }) {
		return
	}
	for j := range f.frames {
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
	if !slices.ContainsFunc(fr.Roles(lexicon.RoleActor), func(t int) bool { return protesting[f.headNoun(t)] }) {
		return
	}
	fr.Steps = append(fr.Steps, "by protesters: a riot")
	fr.Makes = lexicon.Makes{Type: "PROTEST", Modes: []string{"riot"}, CAMEO: "145", Contexts: fr.Makes.Contexts}
}

// riotTwice keeps one of two protests of one verb: what was an assault says more.
func (f *finder) riotTwice() {
	for i := range f.frames {
		fr := &f.frames[i]
		if !fr.Fired() || fr.Makes.Type != "PROTEST" {
			continue
		}
		for j := range f.frames {
			o := &f.frames[j]
			if i != j && o.Fired() && o.Makes.Type == "PROTEST" && o.Verb == fr.Verb && o.Token != fr.Token && len(o.Roles(lexicon.RoleRecipient)) < len(fr.Roles(lexicon.RoleRecipient)) {
				o.giveWay(fr)
			}
		}
	}
}

// noProtest breaks a protest whose people kill or shoot in the same breath.
func (f *finder) noProtest(fr *Frame) {
	for j := range f.frames {
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

func (f *finder) sameActors(a, b *Frame) bool {
	return slices.Equal(a.Roles(lexicon.RoleActor), b.Roles(lexicon.RoleActor)) && len(a.Roles(lexicon.RoleActor)) > 0
}

// headNoun returns the lemma of the noun at token t, of what it counts when it is a number of people.
func (f *finder) headNoun(t int) string { return strings.ToLower(f.tok(f.counted(t)).Lemma) }

var (
	protesting  = doc.WordSet("protester protestor demonstrator marcher rioter looter picket crowd mob")
	bearingArms = doc.WordSet("soldier troop troops army officer force police policeman militant rebel gunman fighter insurgent militia militiaman guerrilla bandit")
	lethal      = doc.WordSet("kill shoot stab lynch behead murder massacre slaughter execute hack slay stone pogrom genocide")
)

// demands gives protest i whom it is directed against: whom its people demand something from, or against whose
// deeds they are ("marched to demand the resignation of the premier", "rallied against Israel's raids"). What they
// demand makes no record of its own.
func (f *finder) demands(i int) {
	fr := &f.frames[i]
	var clauses []int
	for _, v := range []int{fr.Verb, fr.Token} {
		for _, c := range f.children(v, "advcl", "xcomp", "acl", "conj") {
			if slogans[f.tok(c).Lemma] && (f.tok(c).XPOS == "VBG" || f.tok(c).XPOS == "VB") {
				clauses = append(clauses, c)
			}
		}
	}
	for _, c := range clauses {
		f.partOfProtest(i, c)
	}
	if len(fr.Roles(lexicon.RoleRecipient)) > 0 {
		return
	}
	for _, c := range clauses {
		objects := append(f.logicalObject(c, c), f.obliques(c, c, []string{"against", "for", "on", "to"})...)
		for _, o := range objects {
			if f.targetsOf(fr, o) {
				return
			}
		}
	}
	for _, o := range f.obliques(fr.Token, fr.Verb, []string{"against", "at", "over", "to"}) {
		if (f.preposition(o) == "against" || f.tok(f.tok(o).Head).Lemma == "protest") && f.targetsOf(fr, o) {
			return
		}
	}
}

// targetsOf puts who stands in the phrase at token o, or whose doing it is, as recipients of the protest.
func (f *finder) targetsOf(fr *Frame, o int) bool {
	found := []int{o}
	if !f.actorLike(o) {
		found = f.inside(o)
		if len(found) == 0 {
			found = f.deeper(fr, o)
		}
	}
	done := false
	for _, t := range found {
		if f.actorLike(t) && !f.actsIn(fr, t) && !inTime(f.d, t) {
			fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: "demand>recipient?"})
			done = true
		}
	}
	return done
}

// partOfProtest breaks the requests and refusals of clause c, and what is asked for in them.
func (f *finder) partOfProtest(i, c int) {
	first, end := f.d.Subtree(c)
	for j := range f.frames {
		o := &f.frames[j]
		if j == i || !o.Fired() || o.Verb != c && (o.Token == o.Verb && f.finiteVerb(o.Verb) || o.Token < first || o.Token >= end) {
			continue
		}
		switch o.Makes.Type {
		case "REQUEST", "REJECT", "RETREAT", "CONCEDE", "AGREE":
			o.Broken = partOf(&f.frames[i])
			o.Outer = i
		}
	}
}

// finiteVerb reports whether token v is a verb with a tense of its own.
func (f *finder) finiteVerb(v int) bool {
	switch f.tok(v).XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	return false
}

// slogans names what the people of a protest do with words.
var slogans = doc.WordSet("demand press pressure urge call protest denounce condemn oppose reject seek force ask")
