package mention

import (
	"slices"

	"readout/internal/doc"
	"readout/lexicon"
)

// Participants are who a sentence speaks of: people with a country or title, and states, a person's among
// them; each once, in the order of the text.
type participants struct {
	people, states []int
}

// notice notes who takes part in the sentence, once all its mentions are resolved.
func (s *search) notice(sentence int) {
	s.noteSalience(sentence)
	_, end := s.bounds(sentence)
	s.participants[sentence] = s.participantsBefore(sentence, end)
}

// A sentence lists at most this many participants: beyond, it is an enumeration and tells nothing
// of who the two sides are.
const maxParticipants = 12

// participantsBefore returns the participants named in the sentence before token end.
func (s *search) participantsBefore(sentence, end int) participants {
	var p participants
	ids := slices.Clone(s.in[sentence])
	slices.SortFunc(ids, func(a, b int) int { return s.mentions[a].First - s.mentions[b].First })
	for _, id := range ids {
		m := &s.mentions[id]
		if m.First >= end || m.Entity < 0 {
			continue
		}
		if x := &s.entities[m.Entity]; x.Class != doc.Group {
			s.participant(&p, m.Entity)
		} else {
			for _, member := range x.Members {
				s.participant(&p, member)
			}
		}
	}
	return p
}

func (s *search) participant(p *participants, e int) {
	x := &s.entities[e]
	switch {
	case x.plural:
	case x.Class == doc.Person:
		if x.code != "" || x.known != nil || len(x.titles) > 0 {
			p.people = appendOnce(p.people, e)
		}
		if e := s.state(x.code); e >= 0 {
			p.states = appendOnce(p.states, e)
		}
	case x.Class == doc.State:
		p.states = appendOnce(p.states, e)
	}
}

func appendOnce(list []int, e int) []int {
	if slices.Contains(list, e) || len(list) == maxParticipants {
		return list
	}
	return append(list, e)
}

// How far back a group looks, and how many sentences at the top of the article count as its lead.
const (
	groupWindow = 30
	leadWindow  = 4
)

// groupOf resolves a group of n people, who have the role where one is given, or of n states.
func (s *search) groupOf(p *phrase, n int, states bool, role *lexicon.Role) (int, string) {
	sentences := groupSentences(p)
	if e := s.groupBefore(p, n, states, role); e >= 0 {
		return e, "group of the same size just before"
	}
	lists := make([][]int, len(sentences))
	for i, k := range sentences {
		l := s.participants[k]
		if k == p.sentence {
			l = s.participantsBefore(k, p.start)
		}
		if lists[i] = l.people; states {
			lists[i] = l.states
		}
		if role != nil {
			lists[i] = s.withRole(lists[i], *role)
		}
	}
	if n == 2 {
		if here := lists[len(lists)-1]; len(here) == 2 && s.entities[here[0]].code != s.entities[here[1]].code {
			return s.group(here), "the two named in the sentence"
		}
		if before := s.pairBefore(p, lists); before != nil {
			return s.group(before), "the two named in the sentence before"
		}
		if pair := s.mainPair(lists); pair != nil {
			return s.group(pair), "the two who take part together most"
		}
		return s.headsOfPair(p, states, role)
	}
	if members := s.lastOfSize(lists, n); members != nil {
		return s.group(members), "the ones last named together"
	}
	return -1, "not that many were named together"
}

// pairBefore returns the two of different countries whom the sentence before named, and nobody else, in the same
// paragraph; nil where it named others or where this sentence names one.
func (s *search) pairBefore(p *phrase, lists [][]int) []int {
	n := len(lists)
	if n < 2 || len(lists[n-1]) > 0 || s.d.Sentences[p.sentence-1].Part != s.d.Sentences[p.sentence].Part {
		return nil
	}
	if l := lists[n-2]; len(l) == 2 && s.entities[l[0]].code != s.entities[l[1]].code {
		return l
	}
	return nil
}

// groupSentences returns the sentences that can name the members of a group: parties, who are mostly political
// ones, are states only when those were named just before.
func groupSentences(p *phrase) []int {
	var sentences []int
	window := groupWindow
	if p.word == "party" {
		window = 2
	}
	for k := 0; k < leadWindow && k < p.sentence-window && window == groupWindow; k++ {
		sentences = append(sentences, k)
	}
	for k := max(0, p.sentence-window); k <= p.sentence; k++ {
		sentences = append(sentences, k)
	}
	return sentences
}

// groupBefore returns the group of n people or states, fit for the role, of which the sentence or
// the one before it spoke; -1 for none.
func (s *search) groupBefore(p *phrase, n int, states bool, role *lexicon.Role) int {
	for k := p.sentence; k >= max(0, p.sentence-1); k-- {
		for i := len(s.in[k]) - 1; i >= 0; i-- {
			m := &s.mentions[s.in[k][i]]
			if m.Entity < 0 || m.First >= p.start || s.entities[m.Entity].Class != doc.Group {
				continue
			}
			members := s.entities[m.Entity].Members
			if len(members) != n || (s.entities[members[0]].Class == doc.State) != states {
				continue
			}
			if role == nil || len(s.withRole(members, *role)) == n {
				return m.Entity
			}
		}
	}
	return -1
}

// headsOfPair resolves "the two leaders", where no two people take part together, to those who hold
// the office in the two states that do.
func (s *search) headsOfPair(p *phrase, states bool, role *lexicon.Role) (int, string) {
	const none = "no two take part together so far"
	if states || role == nil || !role.Head {
		return -1, none
	}
	e, _ := s.groupOf(p, 2, true, nil)
	if e < 0 {
		return -1, none
	}
	var members []int
	for _, state := range s.entities[e].Members {
		holder, _ := s.officeHolder(s.entities[state].code, *role)
		if holder < 0 {
			return -1, none
		}
		members = append(members, holder)
	}
	return s.group(members), "the role in the two countries that take part together most"
}

// withRole leaves out people of whom it is known that they do not have the role.
func (s *search) withRole(people []int, role lexicon.Role) []int {
	var fit []int
	for _, e := range people {
		if len(s.entities[e].titles) == 0 || s.fits(e, role) || s.entities[e].hasTitle(role.Words) || role.Head && s.isHead(e) {
			fit = append(fit, e)
		}
	}
	return fit
}

// isHead reports whether one of the person's titles is that of a head of state or government.
func (s *search) isHead(e int) bool {
	for _, title := range s.entities[e].titles {
		if role, n := s.actors.Role([]string{title}); n > 0 && role.Head {
			return true
		}
	}
	return false
}

// A pair is two participants with the weight of the sentences that name both.
type pair struct {
	a, b, weight int
}

// mainPair returns the two of different countries who take part together most. A sentence that
// names just these two weighs more, the first such sentence of the article (headline or lead) most,
// then the last one.
func (s *search) mainPair(lists [][]int) []int {
	var pairs []pair
	lead := true
	last := -1
	for _, list := range lists {
		weight := 1
		if len(list) == 2 {
			weight = 3
		}
		for i, a := range list {
			for _, b := range list[i+1:] {
				if s.entities[a].code == s.entities[b].code {
					continue
				}
				k := slices.IndexFunc(pairs, func(p pair) bool { return p.a == a && p.b == b || p.a == b && p.b == a })
				if k < 0 {
					k = len(pairs)
					pairs = append(pairs, pair{a: a, b: b})
				}
				pairs[k].weight += weight
				if lead {
					pairs[k].weight += 4
				}
				if len(list) == 2 {
					last = k
				}
			}
		}
		lead = lead && len(pairs) == 0
	}
	if len(pairs) == 0 {
		return nil
	}
	if last >= 0 {
		pairs[last].weight += 3
	}
	best := pairs[0]
	for _, p := range pairs[1:] {
		if p.weight > best.weight {
			best = p
		}
	}
	return []int{best.a, best.b}
}

// lastOfSize returns the participants of the last sentence that named just n of them, or all of
// the article's when they are n; nil otherwise.
func (s *search) lastOfSize(lists [][]int, n int) []int {
	var all []int
	for i := len(lists) - 1; i >= 0; i-- {
		if len(lists[i]) == n {
			return lists[i]
		}
	}
	for _, list := range lists {
		for _, e := range list {
			all = appendOnce(all, e)
		}
	}
	if len(all) == n {
		return all
	}
	return nil
}
