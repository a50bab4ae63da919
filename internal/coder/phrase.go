package coder

// This file tells which words the phrase of a noun has.

// nounPhrase returns the tokens of the phrase headed by t: determiner, modifiers, apposition, the
// whole name, but no clauses.
func (c *coder) nounPhrase(t int) (first, end int) { return c.phrase(t, false) }

// phrase returns the tokens of the phrase headed by t, with its relative clauses when asked for.
func (c *coder) phrase(t int, clauses bool) (first, end int) {
	first, end = t, t+1
	if m := c.d.MentionAt(t); m >= 0 {
		first, end = min(first, c.d.Mentions[m].First), max(end, c.d.Mentions[m].End)
	}
	for k := range c.d.Children(t) {
		switch c.d.Tokens[k].Rel() {
		case "acl":
			if !clauses {
				continue
			}
			fallthrough
		case "det", "amod", "compound", "flat", "nummod", "nmod", "appos":
			f, e := c.d.Subtree(k)
			first, end = min(first, f), max(end, e)
		}
	}
	for end-1 > t && c.edge(end-1) {
		end--
	}
	return first, end
}

// timed reports whether the phrase of token t is a time expression.
func (c *coder) timed(t int) bool {
	for i := range c.d.Times {
		if x := &c.d.Times[i]; x.First <= t && t < x.End {
			return true
		}
	}
	return false
}

// inside reports whether token t stands below token v.
func (c *coder) inside(t, v int) bool {
	for h := c.d.Tokens[t].Head; h >= 0; h = c.d.Tokens[h].Head {
		if h == v {
			return true
		}
	}
	return false
}

// edge reports whether token i is punctuation that does not belong to a quotation's edge.
func (c *coder) edge(i int) bool {
	switch c.d.Tokens[i].Form {
	case ",", ":", ";", ".", "--", "–", "—", "-":
		return true
	}
	return false
}
