package frame

import "readout/internal/doc"

// asker returns the verb whose subject also says what participle v says after a comma, where the tree hangs v on what is
// asked: “urged Israel to accept the plan, accusing Egypt of sabotage” tells of no accusation by Israel. It is -1
// for any other v, and where what is asked is itself to speak: “asked him to write to Oslo, urging restraint”.
func (g grammar) asker(v int) int {
	t := g.tok(v)
	if t.XPOS != "VBG" || v == 0 || g.tok(v-1).Form != "," || !saying[t.Lemma] || t.Head < 0 || t.Head > v {
		return -1
	}
	h := t.Head
	if !g.infinitive(h) || g.tok(h).Head < 0 || saying[g.tok(h).Lemma] || telling[g.tok(h).Lemma] || uttering[g.tok(h).Lemma] {
		return -1
	}
	u := g.tok(h).Head
	if nominal(g.tok(u)) && g.tok(u).Rel() == "obj" {
		u = g.tok(u).Head
	}
	if u < 0 || !verbal(g.tok(u)) || !bidding[g.tok(u).Lemma] && u == g.tok(h).Head {
		return -1
	}
	return u
}

var (
	saying = doc.WordSet(`accuse allege argue cite say claim vow warn charge blame insist stress declare assert contend threaten criticize
		criticise denounce condemn complain pledge promise describe call urge demand express dismiss reject note`)
	bidding = doc.WordSet(`ask urge tell order call request demand want press appeal beg implore exhort invite advise encourage instruct
		direct command push pressure pressurise remind summon expect petition plead lobby`)
	uttering = doc.WordSet("write join speak issue send publish deliver address intervene")
)
