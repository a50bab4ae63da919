package score

import "strings"

// A miss is a place where gold and prediction differ.
type miss struct {
	text  runes
	where *span // nil for the whole record
	gold  []string
	ours  []string
}

// missesOf lists the gold that has no right partner among the predictions, and the predictions that are nobody's
// partner. partners are indices of predictions, one for each gold item, -1 for none.
func missesOf[T any](text runes, gold, pred []T, partners []int, at func(*T) *span, right func(gold, pred T) bool,
	write func(T) []string) []miss {
	var out []miss
	used := map[int]bool{}
	for i, k := range partners {
		m := miss{text: text, where: at(&gold[i]), gold: write(gold[i])}
		if k >= 0 {
			used[k] = true
			if right(gold[i], pred[k]) {
				continue
			}
			m.ours = write(pred[k])
		}
		out = append(out, m)
	}
	for k := range pred {
		if !used[k] {
			out = append(out, miss{text: text, where: at(&pred[k]), ours: write(pred[k])})
		}
	}
	return out
}

// miss prints a miss: the sentence, gold, ours, and what was tried there.
func (p *printer) miss(id string, m miss, t *trace) {
	p.line(id)
	sentences := t.around(m.where)
	if len(sentences) == 0 {
		p.field("sentence", m.context())
	}
	for _, s := range sentences {
		p.field("sentence", s.text)
	}
	p.fields("gold", m.gold)
	p.fields("ours", m.ours)
	if t != nil {
		var tried []string
		for _, s := range sentences {
			tried = append(tried, s.tried...)
		}
		p.fields("tried", tried)
	}
	p.line("")
}

// context returns the line of the text around the miss, for predictions without a trace.
func (m *miss) context() string {
	if m.where == nil {
		return oneLine(string(m.text))
	}
	start := min(max(m.where.Start, 0), len(m.text))
	end := min(max(m.where.End, start), len(m.text))
	for start > 0 && m.text[start-1] != '\n' {
		start--
	}
	for end < len(m.text) && m.text[end] != '\n' {
		end++
	}
	return oneLine(string(m.text[start:end]))
}

func (p *printer) field(name, value string) {
	p.line("  " + name + strings.Repeat(" ", max(1, 10-len(name))) + value)
}

func (p *printer) fields(name string, values []string) {
	if len(values) == 0 {
		p.field(name, "none")
	}
	for _, v := range values {
		p.field(name, v)
	}
}

// quotes writes spans with their words.
func (t runes) quotes(spans []span) string {
	var out []string
	for _, s := range spans {
		out = append(out, "“"+oneLine(t.slice(s))+"”")
	}
	if len(out) == 0 {
		return "none"
	}
	return strings.Join(out, " … ")
}
