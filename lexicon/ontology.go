package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// An Ontology is the tables of PLOVER and CAMEO: types with modes and scores, contexts, codes, and
// what becomes of an event inside another's event slot.
type Ontology struct {
	types    map[string]*eventType
	contexts []string
	signs    map[string][]contextSign // by context
	cameo    map[string]CAMEO
	compose  []composition
}

type eventType struct {
	score float64
	quad  int
	cameo string
	modes map[string]mode
}

type mode struct {
	score    float64
	hasScore bool
	cameo    string
}

// A CAMEO is a code of the CAMEO table.
type CAMEO struct {
	Code      string
	Goldstein float64 // ICEWS's variant of the scale
	Quad      int
	PLOVER    string // "CONSULT.visit", "" when the code has no PLOVER type
	Context   string
	Label     string
}

// A composition says what an operator's type makes of the event in its event slot.
type composition struct {
	outer, inner string // "AGREE"; inner with a mode "REQUEST.meet", or "*"
	negated      bool   // the inner event is negated: "agreed not to attack"
	makes        Makes
}

// Types returns the names of PLOVER's event types, in alphabetical order.
func (o *Ontology) Types() []string { return slices.Sorted(maps.Keys(o.types)) }

// loadOntology reads the tables of the first layer, and the compositions of all, the last layer's
// first: the first line that matches decides.
func loadOntology(layers []Layer) (*Ontology, error) {
	o := &Ontology{types: map[string]*eventType{}, cameo: map[string]CAMEO{}, signs: map[string][]contextSign{}}
	if err := readTable(layers[0], "cameo.txt", o.addCAMEO); err != nil {
		return nil, err
	}
	if err := readTable(layers[0], "types.txt", o.typeReader()); err != nil {
		return nil, err
	}
	for n := len(layers) - 1; n >= 0; n-- {
		err := readTable(layers[n], "compose.txt", o.addComposition)
		if err != nil && (n == 0 || !errors.Is(err, fs.ErrNotExist)) {
			return nil, err
		}
	}
	return o, nil
}

// readTable gives every line of a table to the function.
func readTable(y Layer, name string, add func(string) error) error {
	data, err := fs.ReadFile(y.FS, name)
	if err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimRight(line, " \r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := add(line); err != nil {
			return fmt.Errorf("lexicon: %s:%d: %w", y.path(name), n, err)
		}
	}
	return nil
}

func (o *Ontology) addCAMEO(line string) error {
	f := strings.Split(line, "\t")
	if len(f) != 6 {
		return fmt.Errorf("want 6 fields between tabs, have %d", len(f))
	}
	c := CAMEO{Code: f[0], Label: f[5]}
	var err error
	if c.Goldstein, err = strconv.ParseFloat(f[1], 64); err != nil {
		return fmt.Errorf("bad Goldstein score %q", f[1])
	}
	if c.Quad, err = strconv.Atoi(f[2]); err != nil {
		return fmt.Errorf("bad quad class %q", f[2])
	}
	if f[3] != "-" {
		c.PLOVER = f[3]
	}
	if f[4] != "-" {
		c.Context = f[4]
	}
	if _, twice := o.cameo[c.Code]; twice {
		return fmt.Errorf("code %s stands twice", c.Code)
	}
	o.cameo[c.Code] = c
	return nil
}

// typeReader returns the reader of the lines of types.txt; it remembers the type that modes
// belong to.
func (o *Ontology) typeReader() func(string) error {
	var last *eventType
	return func(line string) error {
		f := strings.Fields(line)
		switch {
		case line[0] != ' ' && len(f) == 1 && f[0] == "contexts":
			last = nil
		case line[0] != ' ' && len(f) == 4:
			score, err1 := strconv.ParseFloat(f[1], 64)
			quad, err2 := strconv.Atoi(f[2])
			if err1 != nil || err2 != nil || quad < 1 || quad > 4 {
				return fmt.Errorf("bad score or quad of type %s", f[0])
			}
			last = &eventType{score: score, quad: quad, cameo: f[3], modes: map[string]mode{}}
			o.types[f[0]] = last
		case line[0] == ' ' && last == nil && len(o.types) > 0:
			return o.addContext(f)
		case line[0] == ' ' && last != nil && len(f) == 3:
			m := mode{cameo: f[2]}
			if f[1] != "-" {
				var err error
				if m.score, err = strconv.ParseFloat(f[1], 64); err != nil {
					return fmt.Errorf("bad score of mode %s", f[0])
				}
				m.hasScore = true
			}
			last.modes[f[0]] = m
		default:
			return fmt.Errorf("neither a type, a mode nor a context: %q", line)
		}
		if len(f) > 1 {
			if _, ok := o.cameo[f[len(f)-1]]; !ok {
				return fmt.Errorf("unknown CAMEO code %s", f[len(f)-1])
			}
		}
		return nil
	}
}

// addContext reads "context SIGN …".
func (o *Ontology) addContext(f []string) error {
	o.contexts = append(o.contexts, f[0])
	for _, text := range f[1:] {
		sign, err := o.parseSign(text)
		if err != nil {
			return err
		}
		o.signs[f[0]] = append(o.signs[f[0]], sign)
	}
	return nil
}

// addComposition reads "OUTER of [not] INNER => TYPE.mode cameo=…".
func (o *Ontology) addComposition(line string) error {
	left, right, ok := strings.Cut(line, "=>")
	f := strings.Fields(left)
	negated := len(f) == 4 && f[2] == "not"
	if negated {
		f = append(f[:2], f[3])
	}
	if !ok || len(f) != 3 || f[1] != "of" {
		return fmt.Errorf("want OUTER of INNER => TYPE, have %q", line)
	}
	m, err := parseMakes(strings.Fields(right), "")
	if err != nil {
		return err
	}
	if err := o.check(&m); err != nil {
		return err
	}
	o.compose = append(o.compose, composition{outer: f[0], inner: f[2], negated: negated, makes: m})
	return nil
}

// Compose returns what an event of type outer makes of the event in its event slot; the first line
// of compose.txt that matches decides. ok is false when none does.
func (o *Ontology) Compose(outer string, inner *Makes, negated bool) (m Makes, ok bool) {
	for _, c := range o.compose {
		if c.outer != outer || c.negated != negated {
			continue
		}
		typ, code, _ := strings.Cut(c.inner, "/")
		typ, mode, _ := strings.Cut(typ, ".")
		if typ == "*" || typ == inner.Type && (mode == "" || slices.Contains(inner.Modes, mode)) && (code == "" || code == inner.CAMEO) {
			return c.makes, true
		}
	}
	return Makes{}, false
}

// check reports what is unknown in an entry's right side.
func (o *Ontology) check(m *Makes) error {
	if m.Type != "" && m.Type != Statement {
		t, ok := o.types[m.Type]
		if !ok {
			return fmt.Errorf("unknown event type %q", m.Type)
		}
		for _, name := range m.Modes {
			if _, ok := t.modes[name]; !ok {
				return fmt.Errorf("%s has no mode %q", m.Type, name)
			}
		}
	}
	for _, c := range m.Contexts {
		if !slices.Contains(o.contexts, c) {
			return fmt.Errorf("unknown context %q", c)
		}
	}
	for _, a := range m.Auxiliary {
		switch a {
		case "historical", "future", "hypothetical", "negation":
		default:
			return fmt.Errorf("unknown auxiliary mode %q", a)
		}
	}
	if _, ok := o.cameo[m.CAMEO]; m.CAMEO != "" && !ok {
		return fmt.Errorf("unknown CAMEO code %q", m.CAMEO)
	}
	return nil
}

// Code returns the score, quad class and CAMEO code of an event: the entry's own code, or else its
// mode's, or else its type's. All are zero for an event outside PLOVER.
func (o *Ontology) Code(m *Makes) (score float64, quad int, cameo string) {
	t, ok := o.types[m.Type]
	if !ok {
		return 0, 0, m.CAMEO
	}
	score, quad, cameo = t.score, t.quad, t.cameo
	if len(m.Modes) > 0 {
		md := t.modes[m.Modes[0]]
		cameo = md.cameo
		if md.hasScore {
			score = md.score
		}
	}
	if m.CAMEO != "" {
		cameo = m.CAMEO
	}
	return score, quad, cameo
}
