package timex

import (
	"fmt"
	"slices"
	"strings"
)

// A pattern is compiled to a small program, run by backtracking. Patterns have no repetition, so a
// run is bounded by the size of the pattern.
type op uint8

const (
	opWord    op = iota // one of the words in set
	opClass             // an atom of class; kept in slot
	opSplit             // go on at x, and at y
	opJump              // go on at x
	opOpen              // the extent begins
	opClose             // the extent ends
	opNot               // the program at pc+1 must not match here; go on at x
	opNotPrev           // the atom before is none of set, none of bits
	opAccept
)

type inst struct {
	op    op
	x, y  int
	class class
	slot  uint8
	set   []int32
	bits  uint64
}

// Slots keep what classes matched: $day is slot 0 of class day, $day2 slot 1.
const slotCount = int(classCount) * 2

// A match is a rule's proposal.
type match struct {
	rule        int
	open, close int // atoms of the extent, half-open
	slots       [slotCount]int32
}

// slot returns the atom in a slot, or -1. Slots hold the index plus one.
func (m *match) slot(c class, second int) int { return int(m.slots[int(c)*2+second]) - 1 }

type matcher struct {
	prog  []inst
	atoms []atom
	cur   match
	best  match
	ok    bool
}

// match runs prog at atom i and returns the match with the longest extent.
func (m *matcher) match(prog []inst, atoms []atom, i int) (match, bool) {
	m.prog, m.atoms, m.ok = prog, atoms, false
	m.cur = match{open: i, close: -1}
	m.run(0, i)
	return m.best, m.ok
}

// run goes on at instruction pc and atom i.
func (m *matcher) run(pc, i int) {
	for {
		in := &m.prog[pc]
		switch in.op {
		case opWord:
			if i >= len(m.atoms) || m.atoms[i].word == 0 || !slices.Contains(in.set, m.atoms[i].word) {
				return
			}
			i++
			pc++
		case opClass:
			if i >= len(m.atoms) || !m.atoms[i].is(in.class) {
				return
			}
			old := m.cur.slots[in.slot]
			m.cur.slots[in.slot] = int32(i + 1)
			m.run(pc+1, i+1)
			m.cur.slots[in.slot] = old
			return
		case opSplit:
			cur := m.cur
			m.run(in.x, i)
			m.cur = cur
			pc = in.y
		case opJump:
			pc = in.x
		case opOpen:
			m.cur.open = i
			pc++
		case opClose:
			m.cur.close = i
			pc++
		case opNot:
			sub := matcher{prog: m.prog, atoms: m.atoms}
			sub.cur.close = -1
			sub.run(pc+1, i)
			if sub.ok {
				return
			}
			pc = in.x
		case opNotPrev:
			if i > 0 && (m.atoms[i-1].bits&in.bits != 0 || slices.Contains(in.set, m.atoms[i-1].word)) {
				return
			}
			pc++
		case opAccept:
			m.accept(i)
			return
		}
	}
}

func (m *matcher) accept(i int) {
	c := m.cur
	if c.close < 0 {
		c.close = i
	}
	if !m.ok || c.close-c.open > m.best.close-m.best.open {
		m.best, m.ok = c, true
	}
}

// A compiler turns the text of a pattern into a program. The head of rules.txt tells the notation.
type compiler struct {
	words  *vocabulary
	macros map[string]string
	toks   []string
	prog   []inst
}

func compile(words *vocabulary, macros map[string]string, pattern string) ([]inst, error) {
	c := &compiler{words: words, macros: macros}
	var err error
	if c.toks, err = c.lex(pattern, 0); err != nil {
		return nil, err
	}
	if err := c.alternatives(); err != nil {
		return nil, err
	}
	if len(c.toks) > 0 {
		return nil, fmt.Errorf("unexpected %q", c.toks[0])
	}
	c.emit(inst{op: opAccept})
	return c.prog, nil
}

// lex cuts a pattern into its signs, with macros put in.
func (c *compiler) lex(pattern string, depth int) ([]string, error) {
	if depth > 8 {
		return nil, fmt.Errorf("macros nest too deep")
	}
	var toks []string
	for _, field := range strings.Fields(pattern) {
		for field != "" {
			n := strings.IndexAny(field, "()|?{}!")
			switch {
			case strings.HasPrefix(field, `"`):
				end := strings.IndexByte(field[1:], '"')
				if end < 1 {
					return nil, fmt.Errorf("quotation mark without its second")
				}
				n = end + 2
			case strings.HasPrefix(field, "<!"):
				n = 2
			case n == 0:
				n = 1
			case n < 0:
				n = len(field)
			}
			tok := field[:n]
			field = field[n:]
			if tok[0] != '%' || len(tok) == 1 {
				toks = append(toks, tok)
				continue
			}
			body, ok := c.macros[tok[1:]]
			if !ok {
				return nil, fmt.Errorf("no macro %s", tok)
			}
			inner, err := c.lex(body, depth+1)
			if err != nil {
				return nil, err
			}
			toks = append(append(append(toks, "("), inner...), ")")
		}
	}
	return toks, nil
}

func (c *compiler) emit(in inst) int {
	c.prog = append(c.prog, in)
	return len(c.prog) - 1
}

func (c *compiler) peek() string {
	if len(c.toks) == 0 {
		return ""
	}
	return c.toks[0]
}

func (c *compiler) next() string {
	t := c.peek()
	if t != "" {
		c.toks = c.toks[1:]
	}
	return t
}

// alternatives compiles a|b|c up to a closing bracket or the end. Plain words become one set.
func (c *compiler) alternatives() error {
	start := len(c.prog)
	var jumps []int
	for {
		at := len(c.prog)
		if err := c.sequence(); err != nil {
			return err
		}
		if c.peek() != "|" {
			break
		}
		c.next()
		if at == len(c.prog) {
			return fmt.Errorf("empty alternative")
		}
		c.insert(at, inst{op: opSplit})
		jumps = append(jumps, c.emit(inst{op: opJump}))
		c.prog[at].x, c.prog[at].y = at+1, len(c.prog)
	}
	for _, j := range jumps {
		c.prog[j].x = len(c.prog)
	}
	c.fold(start, len(jumps)+1)
	return nil
}

// fold makes one set of n alternatives that are single words.
func (c *compiler) fold(start, n int) {
	if n == 1 || len(c.prog) != start+3*(n-1)+1 {
		return
	}
	var set []int32
	for k := range n {
		in := c.prog[start+3*k+min(1, n-1-k)]
		if in.op != opWord {
			return
		}
		set = append(set, in.set...)
	}
	c.prog = append(c.prog[:start], inst{op: opWord, set: set})
}

// insert puts an instruction at position at and moves the targets of those behind it.
func (c *compiler) insert(at int, in inst) {
	c.prog = slices.Insert(c.prog, at, in)
	for i := at + 1; i < len(c.prog); i++ {
		p := &c.prog[i]
		switch p.op {
		case opSplit:
			p.x++
			p.y++
		case opJump, opNot:
			p.x++
		}
	}
}

func (c *compiler) sequence() error {
	for {
		switch c.peek() {
		case "", ")", "|":
			return nil
		case "?":
			return fmt.Errorf("nothing before ?")
		}
		at := len(c.prog)
		if err := c.item(); err != nil {
			return err
		}
		if c.peek() == "?" {
			c.next()
			c.insert(at, inst{op: opSplit, x: at + 1})
			c.prog[at].y = len(c.prog)
		}
	}
}

// item compiles one word, class, group, look-ahead, look-behind or mark.
func (c *compiler) item() error {
	tok := c.next()
	switch tok {
	case "(":
		if err := c.alternatives(); err != nil {
			return err
		}
		return c.expect(")")
	case "{":
		c.emit(inst{op: opOpen})
	case "}":
		c.emit(inst{op: opClose})
	case "!":
		at := c.emit(inst{op: opNot})
		if err := c.expect("("); err != nil {
			return err
		}
		if err := c.alternatives(); err != nil {
			return err
		}
		c.emit(inst{op: opAccept})
		c.prog[at].x = len(c.prog)
		return c.expect(")")
	case "<!":
		return c.behind()
	default:
		return c.plain(tok)
	}
	return nil
}

func (c *compiler) expect(tok string) error {
	if got := c.next(); got != tok {
		return fmt.Errorf("want %q, got %q", tok, got)
	}
	return nil
}

// behind compiles <!(a|$b|…).
func (c *compiler) behind() error {
	in := inst{op: opNotPrev}
	if err := c.expect("("); err != nil {
		return err
	}
	for {
		tok := c.next()
		switch {
		case tok == "":
			return fmt.Errorf("look-behind without its end")
		case tok == ")":
			c.emit(in)
			return nil
		case tok == "|" || tok == "(":
		case tok[0] == '$' && len(tok) > 1:
			cl, ok := classOf(tok[1:])
			if !ok {
				return fmt.Errorf("no class %s", tok)
			}
			in.bits |= 1 << cl
		default:
			in.set = append(in.set, c.words.intern(strings.Trim(tok, `"`)).id)
		}
	}
}

// plain compiles a word or a class.
func (c *compiler) plain(tok string) error {
	if tok[0] != '$' || len(tok) == 1 {
		c.emit(inst{op: opWord, set: []int32{c.words.intern(strings.Trim(tok, `"`)).id}})
		return nil
	}
	name, second := tok[1:], 0
	cl, ok := classOf(name)
	if !ok && strings.HasSuffix(name, "2") {
		second = 1
		cl, ok = classOf(strings.TrimSuffix(name, "2"))
	}
	if !ok {
		return fmt.Errorf("no class %s", tok)
	}
	c.emit(inst{op: opClass, class: cl, slot: uint8(int(cl)*2 + second)})
	return nil
}
