package lexicon

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// The files of folder actors share one form. Lines that begin with # and what follows two spaces
// and a # are comments. A line that begins at column 0 begins a record; its columns are parted by
// a tab or by two or more spaces. Indented lines add to the record: a key, then values parted by
// commas.

// An actorRecord is a record of a file of folder actors.
type actorRecord struct {
	file    string
	layer   int
	line    int
	columns []string
	fields  []actorField
}

// An actorField is an indented line of a record.
type actorField struct {
	line   int
	key    string
	values []string
}

// errorf returns an error that names the record's file and the line.
func (r *actorRecord) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("lexicon: %s:%d: %w", r.file, line, fmt.Errorf(format, args...))
}

// readActorLayers reads the records of the file name of every layer that has it; the first must. A
// record that a later layer has as well is left out.
func readActorLayers(layers []Layer, name string) ([]actorRecord, error) {
	var all []actorRecord
	for n, y := range layers {
		records, err := readActorFiles(y, name)
		if n > 0 && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if n == 0 {
			all = records
			continue
		}
		again := map[string]bool{}
		for i := range records {
			records[i].layer = n
			again[records[i].key()] = true
		}
		all = slices.DeleteFunc(all, func(r actorRecord) bool { return again[r.key()] })
		all = append(all, records...)
	}
	return all, nil
}

// readActorFiles reads the file name of a layer; people may be divided into several files, in the folder people.
func readActorFiles(y Layer, name string) ([]actorRecord, error) {
	names := []string{name}
	if name == "actors/people.txt" {
		divided, err := fs.Glob(y.FS, "actors/people/*.txt")
		if err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
		if _, err := fs.Stat(y.FS, name); err != nil && len(divided) > 0 {
			names = nil
		}
		names = append(names, divided...)
	}
	var all []actorRecord
	for _, name := range names {
		data, err := fs.ReadFile(y.FS, name)
		if err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
		records, err := parseActorFile(y.path(name), strings.TrimPrefix(string(data), "\ufeff"))
		if err != nil {
			return nil, err
		}
		all = append(all, records...)
	}
	return all, nil
}

// key returns what a record is about: a country by its code, a breakaway territory, an
// organization, a person, a role by its name; a place by its name, its kind and its countries.
func (r *actorRecord) key() string {
	sector := slices.ContainsFunc(r.fields, func(f actorField) bool { return f.key == "sector" })
	switch file := path.Base(r.file); {
	case path.Base(path.Dir(r.file)) == "places" && file != "countries.txt":
		return strings.Join(r.columns[:min(3, len(r.columns))], "  ")
	case path.Base(path.Dir(r.file)) == "places":
		return r.columns[0]
	case file == "countries.txt" && !sector:
		return r.columns[0]
	case file == "countries.txt" || file == "organizations.txt":
		return strings.Join(r.columns[1:], " ")
	case file == "given.txt": // a list, which later ones add to
		return fmt.Sprintf("%s:%d", r.file, r.line)
	}
	return r.columns[0]
}

// parseActorFile parses text, the content of the file name.
func parseActorFile(name, text string) ([]actorRecord, error) {
	var records []actorRecord
	lines := bufio.NewScanner(strings.NewReader(text))
	lines.Buffer(nil, 1<<20)
	n := 0
	for lines.Scan() {
		n++
		at := actorRecord{file: name, line: n}
		line := uncomment(lines.Text())
		if !utf8.ValidString(line) {
			return nil, at.errorf(n, "not UTF-8")
		}
		switch {
		case line == "":
		case line[0] != ' ' && line[0] != '\t':
			at.columns = splitColumns(line)
			records = append(records, at)
		case len(records) == 0:
			return nil, at.errorf(n, "an indented line before the first record")
		default:
			field, err := parseActorField(n, line)
			if err != nil {
				return nil, at.errorf(n, "%w", err)
			}
			last := &records[len(records)-1]
			last.fields = append(last.fields, field)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("lexicon: %s:%d: %w", name, n+1, err)
	}
	return records, nil
}

// uncomment returns the line without its comment and without white space at its end.
func uncomment(line string) string {
	if strings.HasPrefix(strings.TrimLeft(line, " \t"), "#") {
		return ""
	}
	if i := strings.Index(line, "  #"); i >= 0 {
		line = line[:i]
	}
	return strings.TrimRight(line, " \t\r")
}

// splitColumns splits a record's first line at tabs and at runs of two or more spaces.
func splitColumns(line string) []string {
	var columns []string
	for _, part := range strings.Split(strings.ReplaceAll(line, "\t", "  "), "  ") {
		if part = strings.TrimSpace(part); part != "" {
			columns = append(columns, part)
		}
	}
	return columns
}

// parseActorField parses an indented line: "also  French Republic, République française".
func parseActorField(n int, line string) (actorField, error) {
	key, rest, _ := strings.Cut(strings.ReplaceAll(strings.TrimSpace(line), "\t", " "), " ")
	field := actorField{line: n, key: key}
	for value := range strings.SplitSeq(rest, ",") {
		value = strings.Join(strings.Fields(value), " ")
		if value == "" {
			return field, fmt.Errorf("%s: an empty value", key)
		}
		field.values = append(field.values, value)
	}
	return field, nil
}

// cutDays parts a value from the stretch of days at its end, if it has one: "Bonn 1949..1999".
func cutDays(value string) (name, from, to string, err error) {
	i := strings.LastIndexByte(value, ' ')
	if i < 0 || !strings.Contains(value[i+1:], "..") {
		return value, "", "", nil
	}
	from, to, err = parseDays(value[i+1:])
	return value[:i], from, to, err
}
