package segment

// A Class is what may happen at a place where a token might end.
type Class uint8

// The classes, in the order of the weights.
const (
	Inside   Class = iota // the token goes on
	Token                 // the token ends
	Sentence              // the token ends, and its sentence
	Classes  = int(iota)
)

// A Scanner walks a text from candidate to candidate: the places where a token might end. Those
// are the ends of words, the changes between letters, digits and the rest, both sides of every
// punctuation mark, and the place before "n't"; an address of the web or of mail has none inside.
// Training and reading walk the same way: Next, then
// Features, then Take of the class that was decided.
type Scanner struct {
	text  string
	start int // of the present token
	at    int // the candidate
	gap   int // white space after the candidate: bytes
	wide  bool
	end   bool // nothing but white space follows

	history
}

// history is what earlier decisions tell features.
type history struct {
	previous   uint32 // hash of the token before the present one
	previous2  uint32 // and of the one before that
	tokens     int    // of the present sentence, the present token not counted
	quotes     int    // quotation marks in the present sentence
	brackets   int    // brackets that are open in it
	capitals   int    // tokens of the sentence that begin with a capital
	lowercases int    // tokens that begin with a small letter
}

// NewScanner returns a Scanner at the beginning of the text.
func NewScanner(text string) *Scanner {
	s := &Scanner{text: text}
	s.start = s.skipSpace(0)
	s.at = s.start
	return s
}

// skipSpace returns where the white space that begins at i ends.
func (s *Scanner) skipSpace(i int) int {
	for {
		c := charAt(s.text, i)
		if c.kind != space {
			return i
		}
		i += int(c.size)
	}
}

// Next moves to the next candidate; false when the text is over.
func (s *Scanner) Next() bool {
	if s.start >= len(s.text) {
		return false
	}
	left := charAt(s.text, s.at)
	if end := addressEnd(s.text, s.start); s.at == s.start && end > s.start {
		s.at = end
		left = charBefore(s.text, end)
	} else {
		s.at += int(left.size)
	}
	for {
		right := charAt(s.text, s.at)
		if right.kind == space || right.kind == edge {
			next := s.skipSpace(s.at)
			s.gap = next - s.at
			s.end = next >= len(s.text)
			s.wide = !s.end && s.blankLine(next)
			return true
		}
		if right.kind == other || right.kind != left.kind || s.beforeNt(left) {
			s.gap, s.end, s.wide = 0, false, false
			return true
		}
		left = right
		s.at += int(right.size)
	}
}

// blankLine reports whether the gap before next holds two line ends.
func (s *Scanner) blankLine(next int) bool {
	lines := 0
	for i := s.at; i < next && i < s.at+64; i++ {
		if s.text[i] == '\n' {
			lines++
		}
	}
	return lines > 1
}

// beforeNt reports whether the candidate stands before the "n't" of "don't".
func (s *Scanner) beforeNt(left char) bool {
	n := charAt(s.text, s.at)
	if left.kind != letter || n.lower() != 'n' {
		return false
	}
	i := s.at + int(n.size)
	quote := charAt(s.text, i)
	if quote.norm != '\'' {
		return false
	}
	i += int(quote.size)
	t := charAt(s.text, i)
	return t.lower() == 't' && charAt(s.text, i+int(t.size)).kind != letter
}

// AtEnd reports whether the sentence must end here: nothing follows, or a blank line.
func (s *Scanner) AtEnd() bool { return s.end || s.wide }

// Token returns the present token up to the candidate, as bytes of the text.
func (s *Scanner) Token() (start, end int) { return s.start, s.at }

// Best returns the class with the highest score among those that are possible: before white space
// a token cannot go on.
func (s *Scanner) Best(scores []int32) Class {
	best := Token
	if s.gap == 0 && scores[Inside] > scores[Token] {
		best = Inside
	}
	if scores[Sentence] > scores[best] {
		best = Sentence
	}
	return best
}

// Possible reports whether the class is possible at the candidate.
func (s *Scanner) Possible(c Class) bool { return c != Inside || s.gap == 0 }

// Take notes what was decided at the candidate.
func (s *Scanner) Take(class Class) {
	if class == Inside {
		return
	}
	first := charAt(s.text, s.start)
	s.previous2, s.previous = s.previous, s.tokenHash()
	s.tokens++
	switch {
	case first.norm == '"':
		s.quotes++
	case first.norm == '(' || first.norm == '[':
		s.brackets++
	case first.norm == ')' || first.norm == ']':
		s.brackets = max(0, s.brackets-1)
	case first.class == 'U':
		s.capitals++
	case first.class == 'l':
		s.lowercases++
	}
	if class == Sentence {
		s.tokens, s.quotes, s.brackets, s.capitals, s.lowercases = 0, 0, 0, 0, 0
	}
	s.at += s.gap
	s.start = s.at
}
