package frame

import (
	"slices"

	"readout/internal/doc"
	"readout/lexicon"
)

// compose puts frames into the event slots of other frames: "agreed to meet" is AGREE of CONSULT,
// not CONSULT. The table is lexicon/compose.txt; operators pass their mood on instead.
func (f *finder) compose() {
	byToken := map[int][]int{}
	for i := range f.frames {
		byToken[f.frames[i].Verb] = append(byToken[f.frames[i].Verb], i)
		if f.frames[i].Token != f.frames[i].Verb {
			byToken[f.frames[i].Token] = append(byToken[f.frames[i].Token], i)
		}
	}
	done := make([]bool, len(f.frames))
	for i := range f.frames {
		if f.frames[i].Fired() { // those that miss an actor are composed when another needs them
			f.composeFrame(i, byToken, done)
		}
	}
	f.carried()
	f.oneSense()
	f.takenUp()
	for i := range f.frames {
		f.refuse(&f.frames[i])
		f.authored(&f.frames[i])
		f.concerned(&f.frames[i])
		f.spare(&f.frames[i])
		f.wielded(&f.frames[i])
		f.addressed(&f.frames[i])
		f.against(&f.frames[i])
		f.aimed(&f.frames[i])
		f.hosted(&f.frames[i])
		f.suffered(&f.frames[i])
		f.toward(&f.frames[i])
	}
}

// carried makes a noun's frame part of the event that the verb is part of whose object the noun is: in "threatened
// to impose a tariff" there is no tariff yet.
func (f *finder) carried() {
	part := map[int]int{}
	for i := range f.frames {
		if fr := &f.frames[i]; fr.Outer >= 0 && fr.Token == fr.Verb && verbal(f.tok(fr.Token)) && !f.frames[fr.Outer].Entry.Makes.Operator() {
			part[fr.Token] = fr.Outer
		}
	}
	for i := range f.frames {
		fr := &f.frames[i]
		t := f.tok(fr.Token)
		if !fr.Fired() || fr.Outer >= 0 || !nominal(t) || t.Rel() != "obj" {
			continue
		}
		if out, ok := part[t.Head]; ok {
			fr.Outer, fr.Broken = out, partOf(&f.frames[out])
		}
	}
}

// refuse makes a refusal of cooperation that somebody will not do, or has not granted: "will not lift the
// embargo" is REJECT of CONCEDE. What will not be done to someone's harm is no refusal; not to refuse is to
// agree: "will not oppose the plan".
func (f *finder) refuse(fr *Frame) {
	m := fr.Mood
	if fr.Entry.Makes.Operator() || !m.Negated || !m.Future && !m.Would && !f.ungranted(fr) {
		return
	}
	if fr.Makes.Type == "MOBILIZE" && !lending[f.tok(fr.Verb).Lemma] {
		return
	}
	what := &fr.Makes
	if fr.Makes.Type == "AGREE" && len(fr.Inner) > 0 {
		what = &f.frames[f.essence(fr)].Makes // "is not ready to talk"
	}
	if made, ok := f.lex.Ontology.Compose("REJECT", what, false); ok {
		fr.Steps = append(fr.Steps, "will not: refused, makes "+name(&made))
		if made.Contexts == nil {
			made.Contexts = fr.Makes.Contexts
		}
		fr.Makes = made
		fr.Mood = Mood{Past: m.Past, Infinite: m.Infinite}
		return
	}
	if opposing[f.tok(fr.Verb).Lemma] && fr.Makes.Type == "REJECT" && (m.Future || m.Would) {
		made := lexicon.Makes{Type: "AGREE", CAMEO: "030", Contexts: fr.Makes.Contexts}
		fr.Steps = append(fr.Steps, "will not refuse: makes "+name(&made))
		fr.Makes = made
		fr.Mood = Mood{Past: m.Past, Infinite: m.Infinite}
	}
}

// ungranted reports whether a frame tells of what somebody did not, or could not, let another have.
func (f *finder) ungranted(fr *Frame) bool {
	if !granting[f.tok(fr.Verb).Lemma] && !granting[f.tok(fr.Token).Lemma] {
		return false
	}
	return !fr.Mood.Hypothetical || slices.ContainsFunc(f.children(fr.Verb, "aux"), func(a int) bool {
		lemma := f.tok(a).Lemma
		return lemma == "can" || lemma == "could"
	})
}

// lending names verbs of troops and weapons that are sent to help, so that not to send them is to refuse help.
var lending = doc.WordSet("send provide contribute commit dispatch supply loan lend spare offer")

// opposing names verbs of which what will not be done is agreed to: "will not veto the plan".
var opposing = doc.WordSet("block contest hinder impede object obstruct oppose reject resist veto")

// granting names verbs of which what is not done is refused: "did not accept the offer".
var granting = map[string]bool{
	"accept": true, "admit": true, "agree": true, "allow": true, "approve": true, "authorize": true, "authorise": true,
	"ready": true, "willing": true, "prepared": true, "prepare": true, "inclined": true, "disposed": true, "eager": true,
	"concede": true, "concession": true, "comply": true, "consent": true, "grant": true, "let": true, "permit": true, "recognize": true, "recognise": true,
}

// composeFrame settles the event slot of frame i, the innermost first.
func (f *finder) composeFrame(i int, byToken map[int][]int, done []bool) {
	if done[i] {
		return
	}
	done[i] = true
	fr := &f.frames[i]
	slot := eventSlot(fr.Entry)
	if slot == nil || !fr.Fired() && !fr.missingWho {
		return
	}
	for _, t := range fr.Roles(lexicon.RoleEvent) {
		for _, in := range f.innerAt(t, i, byToken) {
			f.composeFrame(in, byToken, done)
			if f.hearsay(fr, &f.frames[in]) {
				return
			}
			f.embed(i, in)
		}
	}
	if fr.Fired() && len(fr.Inner) == 0 && !slot.Optional {
		fr.Broken = "nothing known happens in " + slot.Brief()
	}
	switch {
	case len(fr.Inner) > 0:
		f.apply(i)
	case fr.Fired() && len(fr.Roles(lexicon.RoleRecipient)) == 0:
		f.recipientIn(fr)
	}
}

// hearsay breaks an accusation that is only what somebody tells of whom nobody knows whose he is: "soldiers raped
// women, witnesses said" tells of the rape.
func (f *finder) hearsay(fr, in *Frame) bool {
	if fr.Makes.Type != "ACCUSE" || fr.Token != fr.Verb || !recounting[f.tok(fr.Verb).Lemma] || !in.Fired() || !hostile[in.Makes.Type] {
		return false
	}
	for _, t := range fr.Roles(lexicon.RoleActor) {
		m := f.d.MentionAt(t)
		if m >= 0 && f.d.Mentions[m].Kind == doc.Pronoun || f.country(t) || f.tok(t).UPOS == "PROPN" {
			return false
		}
	}
	fr.Broken = "told by nobody known: " + in.Entry.Name + " counts"
	return true
}

var recounting = doc.WordSet("say tell claim allege report state recount testify")

// recipientIn gives frame fr a recipient from the clause in its event slot when no entry explains that
// clause: to whom, with whom or whom something is to be done, or else where.
func (f *finder) recipientIn(fr *Frame) {
	for _, t := range fr.Roles(lexicon.RoleEvent) {
		objects := f.logicalObject(t, t)
		found := [][]int{f.indirectObject(t), f.obliques(t, t, []string{"to", "with", "for", "against"}), objects}
		if fr.Makes.Type == "AGREE" && len(fr.Roles(lexicon.RoleActor)) > 1 {
			objects = nil // with each other
		}
		for _, o := range objects {
			found = append(found, f.inside(o))
		}
		found = append(found, slices.DeleteFunc(f.cased(t, []string{"in", "at", "near", "into", "from"}), func(x int) bool { return !f.known(x) }))
		for _, o := range slices.Concat(f.cased(t, []string{"to", "in"}), objects) { // "contribute to the force in Somalia"
			if len(f.possessors(o)) == 0 {
				found = append(found, f.deeper(fr, o))
			}
		}
		for _, tokens := range found {
			for _, x := range f.coordinated(tokens) {
				if f.actorLike(x) && !f.actsIn(fr, x) {
					fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: x, Slot: "event>recipient?"})
					fr.loose = true
				}
			}
			if fr.loose {
				return
			}
		}
	}
}

func eventSlot(e *lexicon.Entry) *lexicon.Slot {
	for i := range e.Slots {
		if e.Slots[i].Role == lexicon.RoleEvent {
			return &e.Slots[i]
		}
	}
	return nil
}

// innerAt returns the best frames at token t: the fired ones, or else, of those that only miss an
// actor, which the outer frame may know, the one with most of its slots filled.
func (f *finder) innerAt(t, outer int, byToken map[int][]int) []int {
	var fired, near []int
	for _, in := range byToken[t] {
		switch fr := &f.frames[in]; {
		case in == outer || fr.Makes.Type == lexicon.Statement:
		case fr.Fired(), f.partOfSense(fr, outer):
			fired = append(fired, in)
		case fr.missingWhom && hostile[fr.Makes.Type] && f.frames[outer].Makes.Type == "AGREE": // "agreed to leave the square"
		case fr.missingWho:
			near = append(near, in)
		}
	}
	if fired == nil && len(near) > 0 {
		return []int{slices.MaxFunc(near, func(a, b int) int { return len(f.frames[a].Fillers) - len(f.frames[b].Fillers) })}
	}
	return fired
}

// partOfSense reports whether a frame is part of another sense of the word of frame out.
func (f *finder) partOfSense(fr *Frame, out int) bool {
	return fr.Part(f.frames) && f.frames[fr.Outer].Token == f.frames[out].Token
}

// embed makes frame in part of frame out, unless it is part of another already or out is part of it:
// in a wrong tree two verbs may stand in each other's slots.
func (f *finder) embed(out, in int) {
	if f.partOfSense(&f.frames[in], out) {
		f.frames[out].Inner = append(f.frames[out].Inner, in)
		return
	}
	if f.frames[in].Outer >= 0 {
		return
	}
	for i := out; i >= 0; i = f.frames[i].Outer {
		if i == in {
			return
		}
	}
	f.frames[in].Outer = out
	f.frames[out].Inner = append(f.frames[out].Inner, in)
}

// apply lets the outer frame work on its inner ones: an operator passes its mood on, a type is
// composed.
func (f *finder) apply(out int) {
	fr := &f.frames[out]
	if fr.Entry.Makes.Operator() {
		for _, in := range fr.Inner {
			f.passMood(fr, &f.frames[in])
		}
		return
	}
	inner := &f.frames[f.essence(fr)]
	if m, ok := f.lex.Ontology.Compose(fr.Makes.Type, &inner.Makes, inner.Mood.Negated); ok {
		fr.Steps = append(fr.Steps, fr.Entry.Name+" of "+inner.Entry.Name+" makes "+name(&m))
		if m.Contexts == nil {
			m.Contexts = slices.Concat(fr.Makes.Contexts, inner.Makes.Contexts)
		}
		fr.Makes = m
	}
	f.takeRecipient(fr, inner)
	f.absorb(fr)
}

// name names what a frame makes: "AGREE", "REQUEST.meet".
func name(m *lexicon.Makes) string {
	if len(m.Modes) > 0 {
		return m.Type + "." + m.Modes[0]
	}
	return m.Type
}

// essence returns which of the frames inside fr tells what it comes to: where one word has several senses, one
// of which makes fr what it is called ("agreed to repatriate": to send home or to let go home), that one.
func (f *finder) essence(fr *Frame) int {
	for _, i := range fr.Inner {
		in := &f.frames[f.innermost(i)]
		if m, ok := f.lex.Ontology.Compose(fr.Makes.Type, &in.Makes, in.Mood.Negated); ok && m.Type == fr.Makes.Type {
			return f.innermost(i)
		}
	}
	return f.innermost(fr.Inner[0])
}

// innermost goes through operators to the happening itself.
func (f *finder) innermost(i int) int {
	for f.frames[i].Entry.Makes.Operator() && len(f.frames[i].Inner) > 0 {
		i = f.frames[i].Inner[0]
	}
	return i
}

// passMood gives an operator's mood and auxiliaries to the happening that it governs, and that
// happening's operator chain.
func (f *finder) passMood(op, in *Frame) {
	in.Mood.Infinite = op.Mood.Infinite
	in.Mood.Past = op.Mood.Past
	in.Mood.Negated = in.Mood.Negated != op.Mood.Negated
	in.Mood.Future = in.Mood.Future || op.Mood.Future
	in.Mood.Hypothetical = in.Mood.Hypothetical || op.Mood.Hypothetical
	for _, a := range op.Entry.Makes.Auxiliary {
		switch a {
		case "future":
			in.Mood.Future = true
		case "hypothetical":
			in.Mood.Hypothetical = true
		case "negation":
			in.Mood.Negated = !in.Mood.Negated
		}
	}
	in.Steps = append(in.Steps, "under "+op.Entry.Name)
	if in.Entry.Makes.Operator() {
		for _, x := range in.Inner {
			f.passMood(op, &f.frames[x])
		}
	}
}

// takeRecipient gives the outer frame a recipient from the inner one when it has none: of a request or
// a refusal who is to act in it, when that is somebody else ("demanded Israel's withdrawal"), or
// else its recipient.
func (f *finder) takeRecipient(fr, inner *Frame) {
	if len(fr.Roles(lexicon.RoleRecipient)) > 0 || len(fr.Roles(lexicon.RoleBoth)) > 0 {
		return
	}
	if fr.Makes.Type == "AGREE" && inner.loose && len(fr.Roles(lexicon.RoleActor)) > 1 {
		return // with each other, rather than with those in whose country it is to be
	}
	asks := fr.Makes.Type == "REQUEST" || fr.Makes.Type == "REJECT"
	if asks && f.take(fr, inner, lexicon.RoleActor) {
		return
	}
	if !f.take(fr, inner, lexicon.RoleRecipient) {
		f.take(fr, inner, lexicon.RoleBoth)
	}
}

// take makes the fillers of a role of the inner frame, but for the outer frame's own actors, recipients
// of the outer one; it reports whether there were any.
func (f *finder) take(fr, inner *Frame, role lexicon.SlotRole) bool {
	found := false
	for _, t := range inner.Roles(role) {
		if f.actsIn(fr, t) {
			continue
		}
		fr.Fillers = append(fr.Fillers, Filler{Role: lexicon.RoleRecipient, Token: t, Slot: inner.Entry.Name + " " + string(role)})
		found = true
	}
	return found
}

// same reports whether two phrases speak of one entity.
func (f *finder) same(a, b int) bool {
	ma, mb := f.d.MentionAt(a), f.d.MentionAt(b)
	if a == b || ma < 0 || mb < 0 {
		return a == b
	}
	ea, eb := f.d.Mentions[ma].Entity, f.d.Mentions[mb].Entity
	return ea >= 0 && ea == eb
}

// absorb marks all that stands inside frame fr as part of it.
func (f *finder) absorb(fr *Frame) {
	for _, in := range fr.Inner {
		x := &f.frames[in]
		if x.Fired() {
			x.Broken = partOf(fr)
		}
		fr.Words = append(fr.Words, x.Words...)
		f.absorb(x)
	}
	slices.Sort(fr.Words)
	fr.Words = slices.Compact(fr.Words)
}
