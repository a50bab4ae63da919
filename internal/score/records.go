package score

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// records are the records of a file by their ids, in the order of the file. A later record with the
// same id replaces an earlier one in its place.
type records[T any] struct {
	ids  []string
	byID map[string]*T
}

func newRecords[T any]() *records[T] { return &records[T]{byID: map[string]*T{}} }

func (r *records[T]) add(id string, t *T) {
	if _, ok := r.byID[id]; !ok {
		r.ids = append(r.ids, id)
	}
	r.byID[id] = t
}

// get returns the record with the id, an empty one when there is none.
func (r *records[T]) get(id string) *T {
	if t := r.byID[id]; t != nil {
		return t
	}
	return new(T)
}

// drop removes the records for which f holds.
func (r *records[T]) drop(f func(*T) bool) {
	kept := r.ids[:0]
	for _, id := range r.ids {
		if f(r.byID[id]) {
			delete(r.byID, id)
		} else {
			kept = append(kept, id)
		}
	}
	r.ids = kept
}

// open opens a file for reading; one whose name ends in .gz is unpacked.
func open(name string) (io.ReadCloser, error) {
	f, err := os.Open(name)
	if err != nil || !strings.HasSuffix(name, ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return unpacked{z, f}, nil
}

// unpacked closes the file under a gzip reader.
type unpacked struct {
	*gzip.Reader
	file *os.File
}

func (u unpacked) Close() error { return errors.Join(u.Reader.Close(), u.file.Close()) }

// readRecords reads a file of JSON lines. only is "" or FIELD=VALUE, which the records must have.
func readRecords[T any](name, only string) (*records[T], error) {
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := newRecords[T]()
	in := bufio.NewReaderSize(f, 1<<16)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(line)) > 0 {
			if err := addRecord(r, line, only); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
		if errors.Is(err, io.EOF) {
			return r, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
}

// addRecord adds the record of one line.
func addRecord[T any](r *records[T], line []byte, only string) error {
	if only != "" {
		ok, err := has(line, only)
		if err != nil || !ok {
			return err
		}
	}
	var key struct{ ID *string }
	if err := json.Unmarshal(line, &key); err != nil {
		return err
	}
	if key.ID == nil {
		return errors.New("record without id")
	}
	t := new(T)
	if err := json.Unmarshal(line, t); err != nil {
		return fmt.Errorf("record %s: %w", *key.ID, err)
	}
	r.add(*key.ID, t)
	return nil
}

// has reports whether a record has the FIELD=VALUE. Values are written as Python writes them (True,
// False, None for a missing field), which is how the published commands name them; JSON's true,
// false and null do as well.
func has(line []byte, only string) (bool, error) {
	field, want, _ := strings.Cut(only, "=")
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		return false, err
	}
	raw := strings.TrimSpace(string(fields[field]))
	var s string
	if json.Unmarshal(fields[field], &s) == nil && raw != "null" {
		return s == want, nil
	}
	switch raw {
	case "", "null":
		return want == "None" || want == "null", nil
	case "true":
		return want == "True" || want == "true", nil
	case "false":
		return want == "False" || want == "false", nil
	}
	return raw == want, nil
}

// compareIDs remarks on ids that only one side has.
func compareIDs(w io.Writer, gold, pred []string) {
	if missing := without(gold, pred); len(missing) > 0 {
		fmt.Fprintf(w, "note: %d gold ids without a prediction (counted as empty), e.g. %s\n", len(missing), missing[0])
	}
	if extra := without(pred, gold); len(extra) > 0 {
		fmt.Fprintf(w, "note: %d predictions for unknown ids (ignored), e.g. %s\n", len(extra), extra[0])
	}
}

// without returns the strings of a that b has not.
func without(a, b []string) []string {
	in := map[string]bool{}
	for _, s := range b {
		in[s] = true
	}
	var out []string
	for _, s := range a {
		if !in[s] {
			out = append(out, s)
		}
	}
	return out
}

// writeRecords writes records as JSON lines, each with its id first.
func writeRecords[T any](w io.Writer, r *records[T]) error {
	out := bufio.NewWriter(w)
	for _, id := range r.ids {
		key, err := marshal(id)
		if err != nil {
			return err
		}
		body, err := marshal(r.byID[id])
		if err != nil {
			return err
		}
		out.WriteString(`{"id":`)
		out.Write(key)
		if rest := body[1:]; len(rest) > 1 {
			out.WriteByte(',')
			out.Write(rest)
		} else {
			out.WriteByte('}')
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

// marshal is json.Marshal with <, > and & as they are.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

// A span is a half-open range of code points of a record's text.
type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A looseSpan may lack its place: some gold names a recipient that the sentence does not.
type looseSpan struct {
	Start *int `json:"start"`
	End   *int `json:"end"`
}

// span returns the place; ok is false when there is none.
func (s looseSpan) span() (_ span, ok bool) {
	if s.Start == nil || s.End == nil {
		return span{}, false
	}
	return span{*s.Start, *s.End}, true
}

// shared returns how many code points two spans have in common.
func (s span) shared(t span) int { return max(0, min(s.End, t.End)-max(s.Start, t.Start)) }

// before orders spans by start, then end.
func (s span) before(t span) bool { return s.Start < t.Start || s.Start == t.Start && s.End < t.End }

// errNegative says that an offset lies before the text.
var errNegative = errors.New("a span starts before 0")

// checkSpans reports a span that starts before the text.
func checkSpans(spans ...span) error {
	for _, s := range spans {
		if s.Start < 0 {
			return errNegative
		}
	}
	return nil
}
