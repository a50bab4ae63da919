package lexicon

import (
	"fmt"
	"strings"
)

// An Example is a sentence that shows what an entry codes, or what it must not code.
type Example struct {
	Text string   // the sentence
	Day  string   // the day on which it is read, "" for the usual one
	Want []Record // what the entry makes of it; nil for a sentence that it must not code
	Line int
}

// A Record is a record in the notation of the project, read back: what examples expect, and what
// Notation methods print.
//
//	CONSULT.visit actor="Xi Jinping" recipient="Vladimir Putin" date=2023-03-20
type Record struct {
	Head   string  // "CONSULT.visit", "STATEMENT", "PLAN CONSULT"
	Fields []Field // in the order written
}

// A Field is a key of a Record with its values.
type Field struct {
	Key   string
	Value string
}

// String writes the record in the notation.
func (r Record) String() string {
	var b strings.Builder
	b.WriteString(r.Head)
	for _, f := range r.Fields {
		if f.Value != "" && strings.Trim(f.Value, "abcdefghijklmnopqrstuvwxyz0123456789-.,") == "" {
			b.WriteString(" " + f.Key + "=" + f.Value)
		} else { // a name
			b.WriteString(" " + f.Key + `="` + f.Value + `"`)
		}
	}
	return b.String()
}

// Get returns the values of a key, joined by "; " in the order written, "" when there are none.
func (r Record) Get(key string) string {
	var vals []string
	for _, f := range r.Fields {
		if f.Key == key {
			vals = append(vals, f.Value)
		}
	}
	return strings.Join(vals, "; ")
}

// Has reports whether the record has the key.
func (r Record) Has(key string) bool {
	for _, f := range r.Fields {
		if f.Key == key {
			return true
		}
	}
	return false
}

// ParseRecords reads records in the notation, separated by " ; ".
func ParseRecords(s string) ([]Record, error) {
	var records []Record
	rest := strings.TrimSpace(s)
	for rest != "" {
		var r Record
		var err error
		if r, rest, err = parseRecord(rest); err != nil {
			return nil, err
		}
		records = append(records, r)
	}
	return records, nil
}

func parseRecord(s string) (r Record, rest string, err error) {
	var head []string
	for s != "" {
		s = strings.TrimLeft(s, " ")
		if after, ok := strings.CutPrefix(s, ";"); ok {
			s = strings.TrimLeft(after, " ")
			break
		}
		end := strings.IndexAny(s, "= ")
		if end < 0 || s[end] == ' ' {
			if end < 0 {
				end = len(s)
			}
			head = append(head, s[:end])
			s = s[end:]
			continue
		}
		f := Field{Key: s[:end]}
		if f.Value, s, err = parseValue(s[end+1:]); err != nil {
			return r, "", fmt.Errorf("%s: %w", f.Key, err)
		}
		r.Fields = append(r.Fields, f)
	}
	r.Head = strings.Join(head, " ")
	if r.Head == "" {
		return r, "", fmt.Errorf("record without a type")
	}
	return r, s, nil
}

func parseValue(s string) (value, rest string, err error) {
	if quoted, ok := strings.CutPrefix(s, `"`); ok {
		value, rest, ok = strings.Cut(quoted, `"`)
		if !ok {
			return "", "", fmt.Errorf("no closing quotation mark")
		}
		return value, rest, nil
	}
	value, rest, _ = strings.Cut(s, " ")
	return value, rest, nil
}
