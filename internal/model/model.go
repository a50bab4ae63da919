// Package model is the weights file: what training leaves and the segmenter and parser start from.
//
// In: the bytes of a weights file. Out: a File, named sections with a header that tells what they
// were trained on and how they score. Linear is the form most sections take: hashed features with
// a few small integer weights each. Default returns the weights built into the program.
//
// Layout, all integers little-endian, "uv" an unsigned varint, a string its uv length and bytes:
//
//	offset  size
//	0       8     magic "RDOUTWTS"
//	8       4     format version: the layout of this file
//	12      4     feature version: what the feature functions of the program compute
//	16      32    SHA-256 of everything from offset 48 to the end
//	48      uv    number of facts, then per fact: string key, string value
//	        uv    number of sections, then per section:
//	                string name, uv size when unpacked, uv size as stored
//	              the sections' bytes, each DEFLATE (RFC 1951), in the same order, to the end
package model

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// FormatVersion is the version of the file's layout. FeatureVersion grows whenever a feature
// function in segment or parse changes, for weights then no longer mean what they meant.
const (
	FormatVersion  = 1
	FeatureVersion = 1
)

const (
	magic      = "RDOUTWTS"
	headerSize = 48

	maxFacts    = 1000
	maxSections = 100
	maxString   = 1 << 16
	maxSection  = 64 << 20 // unpacked bytes of one section
)

// A Fact is one line of the header: a file trained on and its hash, a score, a seed.
type Fact struct{ Key, Value string }

// A Section is a named part of the file, unpacked.
type Section struct {
	Name string
	Data []byte
}

// A File is a parsed weights file.
type File struct {
	Facts    []Fact
	Sections []Section
	Checksum [sha256.Size]byte // of the facts and sections as stored; set by Read
}

// Add appends a section.
func (f *File) Add(name string, data []byte) {
	f.Sections = append(f.Sections, Section{name, data})
}

// AddFact appends a fact.
func (f *File) AddFact(key, value string) {
	f.Facts = append(f.Facts, Fact{key, value})
}

// Section returns the bytes of the named section.
func (f *File) Section(name string) ([]byte, error) {
	for _, s := range f.Sections {
		if s.Name == name {
			return s.Data, nil
		}
	}
	return nil, fmt.Errorf("model: no section %q", name)
}

// Lines returns the lines of a section that is text.
func (f *File) Lines(name string) ([]string, error) {
	data, err := f.Section(name)
	if err != nil {
		return nil, err
	}
	text := strings.TrimSuffix(string(data), "\n")
	if text == "" {
		return nil, nil
	}
	return strings.Split(text, "\n"), nil
}

// Linear decodes the named section as a table of linear weights.
func (f *File) Linear(name string) (*Linear, error) {
	data, err := f.Section(name)
	if err != nil {
		return nil, err
	}
	l, err := decodeLinear(data)
	if err != nil {
		return nil, fmt.Errorf("model: section %q: %w", name, err)
	}
	return l, nil
}

// Write writes the file. The same content gives the same bytes.
func (f *File) Write(w io.Writer) error {
	var body bytes.Buffer
	putUvarint(&body, uint64(len(f.Facts)))
	for _, fact := range f.Facts {
		putString(&body, fact.Key)
		putString(&body, fact.Value)
	}
	putUvarint(&body, uint64(len(f.Sections)))
	var packed bytes.Buffer
	for _, s := range f.Sections {
		before := packed.Len()
		if err := pack(&packed, s.Data); err != nil {
			return fmt.Errorf("model: section %q: %w", s.Name, err)
		}
		putString(&body, s.Name)
		putUvarint(&body, uint64(len(s.Data)))
		putUvarint(&body, uint64(packed.Len()-before))
	}
	body.Write(packed.Bytes())
	sum := sha256.Sum256(body.Bytes())
	head := slices.Concat([]byte(magic),
		binary.LittleEndian.AppendUint32(nil, FormatVersion),
		binary.LittleEndian.AppendUint32(nil, FeatureVersion), sum[:])
	if _, err := w.Write(head); err != nil {
		return fmt.Errorf("model: %w", err)
	}
	if _, err := w.Write(body.Bytes()); err != nil {
		return fmt.Errorf("model: %w", err)
	}
	return nil
}

// pack compresses data onto out. What hardly gets smaller, as weights do, becomes stored blocks of
// DEFLATE, since unpacking is most of a program's start.
func pack(out *bytes.Buffer, data []byte) error {
	before := out.Len()
	if err := deflate(out, data, flate.BestCompression); err != nil {
		return err
	}
	if out.Len()-before < len(data)-len(data)/10 {
		return nil
	}
	out.Truncate(before)
	return deflate(out, data, flate.NoCompression)
}

func deflate(out io.Writer, data []byte, level int) error {
	z, err := flate.NewWriter(out, level)
	if err != nil {
		return err
	}
	if _, err := z.Write(data); err != nil {
		return err
	}
	return z.Close()
}

// Read parses a weights file. Any bytes give a File or an error that says what is wrong; memory
// stays in proportion to what the bytes really hold.
func Read(data []byte) (*File, error) {
	if err := checkHeader(data); err != nil {
		return nil, err
	}
	if sha256.Sum256(data[headerSize:]) != [sha256.Size]byte(data[16:headerSize]) {
		return nil, errors.New("model: checksum does not match: the file is damaged")
	}
	return readSound(data)
}

// checkHeader reports what is not a weights file of this program.
func checkHeader(data []byte) error {
	if len(data) < headerSize || string(data[:8]) != magic {
		return errors.New("model: not a weights file")
	}
	if v := binary.LittleEndian.Uint32(data[8:]); v != FormatVersion {
		return fmt.Errorf("model: format version %d, this program reads %d", v, FormatVersion)
	}
	if v := binary.LittleEndian.Uint32(data[12:]); v != FeatureVersion {
		return fmt.Errorf("model: feature version %d, this program computes %d: train the weights anew", v, FeatureVersion)
	}
	return nil
}

// readSound parses a file whose header and checksum are right.
func readSound(data []byte) (*File, error) {
	f := &File{Checksum: [sha256.Size]byte(data[16:headerSize])}
	if err := f.readBody(&reader{data: data[headerSize:]}); err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	return f, nil
}

// readBody reads what the checksum covers.
func (f *File) readBody(r *reader) error {
	facts, err := r.count("facts", maxFacts)
	if err != nil {
		return err
	}
	for range facts {
		key, err1 := r.string()
		value, err2 := r.string()
		if err := errors.Join(err1, err2); err != nil {
			return fmt.Errorf("facts: %w", err)
		}
		f.AddFact(key, value)
	}
	sections, err := r.count("sections", maxSections)
	if err != nil {
		return err
	}
	type size struct{ unpacked, stored int }
	var sizes []size
	for range sections {
		name, err1 := r.string()
		unpacked, err2 := r.count("bytes", maxSection)
		stored, err3 := r.count("bytes", len(r.data))
		if err := errors.Join(err1, err2, err3); err != nil {
			return fmt.Errorf("section table: %w", err)
		}
		f.Add(name, nil)
		sizes = append(sizes, size{unpacked, stored})
	}
	for i, z := range sizes {
		stored, err := r.bytes(z.stored)
		if err == nil {
			f.Sections[i].Data, err = unpack(stored, z.unpacked)
		}
		if err != nil {
			return fmt.Errorf("section %q: %w", f.Sections[i].Name, err)
		}
	}
	if len(r.data) > 0 {
		return fmt.Errorf("%d bytes after the last section", len(r.data))
	}
	return nil
}

// maxRatio is more than DEFLATE can make of a byte.
const maxRatio = 1100

// unpack inflates stored, which must give exactly size bytes.
func unpack(stored []byte, size int) ([]byte, error) {
	wrong := fmt.Errorf("unpacks to another size than %d bytes", size)
	if size > maxRatio*len(stored) {
		return nil, wrong
	}
	out := make([]byte, size)
	z := flate.NewReader(bytes.NewReader(stored))
	if _, err := io.ReadFull(z, out); errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, wrong
	} else if err != nil {
		return nil, err
	}
	var more [1]byte
	switch n, err := z.Read(more[:]); {
	case n > 0:
		return nil, wrong
	case err != io.EOF:
		return nil, err
	}
	return out, nil
}

func putUvarint(b *bytes.Buffer, v uint64) {
	b.Write(binary.AppendUvarint(nil, v))
}

func putString(b *bytes.Buffer, s string) {
	putUvarint(b, uint64(len(s)))
	b.WriteString(s)
}

// reader takes values off the front of data.
type reader struct{ data []byte }

var errShort = errors.New("ends too early")

func (r *reader) uvarint() (uint64, error) {
	v, n := binary.Uvarint(r.data)
	if n <= 0 {
		return 0, errShort
	}
	r.data = r.data[n:]
	return v, nil
}

// count reads a number of things that may be at most limit.
func (r *reader) count(what string, limit int) (int, error) {
	v, err := r.uvarint()
	if err != nil {
		return 0, err
	}
	if v > uint64(limit) {
		return 0, fmt.Errorf("%d %s, at most %d are possible", v, what, limit)
	}
	return int(v), nil
}

func (r *reader) bytes(n int) ([]byte, error) {
	if n > len(r.data) {
		return nil, errShort
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b, nil
}

func (r *reader) string() (string, error) {
	n, err := r.count("bytes of a string", maxString)
	if err != nil {
		return "", err
	}
	b, err := r.bytes(n)
	return string(b), err
}
