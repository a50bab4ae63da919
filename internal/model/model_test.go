package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// sample returns the bytes of a small weights file.
func sample(t testing.TB) []byte {
	t.Helper()
	m := &File{}
	m.AddFact("trained on", "two sentences")
	m.Add("words", []byte("one\ntwo\n"))
	m.Add("linear", EncodeLinear(3, []Weight{{7, 0, 1}, {7, 2, -0.25}, {math.MaxUint32, 1, 0.5}, {0, 1, 0.0001}, {9, 1, 0.000001}}, 1))
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriteReadsBack(t *testing.T) {
	data := sample(t)
	m, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Facts) != 1 || m.Facts[0].Value != "two sentences" {
		t.Errorf("facts %v", m.Facts)
	}
	if lines, err := m.Lines("words"); err != nil || strings.Join(lines, " ") != "one two" {
		t.Errorf("lines %q, %v", lines, err)
	}
	if _, err := m.Lines("nothing"); err == nil {
		t.Error("no error for a section that is not there")
	}
	if again := sample(t); !bytes.Equal(data, again) {
		t.Error("the same content gave other bytes")
	}
}

func TestLinearScores(t *testing.T) {
	m, err := Read(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	l, err := m.Linear("linear")
	if err != nil {
		t.Fatal(err)
	}
	scores := make([]int32, l.Classes)
	l.Score([]uint32{7, 8, 0, math.MaxUint32, 7, 9}, scores)
	want := []int32{2 * 127 * 127, 1 + 90*90, -2 * 64 * 64} // squares of the rounded roots; 9 is too small to keep
	for c := range want {
		if scores[c] != want[c] {
			t.Errorf("class %d: %d, want %d", c, scores[c], want[c])
		}
	}
	if features, weights := l.Len(); features != 3 || weights != 4 {
		t.Errorf("%d features, %d weights, want 3 and 4", features, weights)
	}
}

func TestReadRefuses(t *testing.T) {
	good := sample(t)
	change := func(at int, b byte) []byte {
		bad := bytes.Clone(good)
		bad[at] ^= b
		return bad
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"nothing":          {nil, "not a weights file"},
		"another file":     {[]byte(strings.Repeat("x", 100)), "not a weights file"},
		"format version":   {change(8, 0x40), "format version 65, this program reads 1"},
		"feature version":  {change(12, 0x40), "train the weights anew"},
		"flipped bit":      {change(len(good)-3, 1), "checksum"},
		"cut off":          {good[:len(good)-1], "checksum"},
		"cut and resealed": {reseal(good[:len(good)-1]), "ends too early"},
		"too much":         {reseal(append(bytes.Clone(good), 0)), "1 bytes after the last section"},
	} {
		if _, err := Read(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
}

// reseal makes the checksum fit.
func reseal(data []byte) []byte {
	data = bytes.Clone(data)
	sum := sha256.Sum256(data[headerSize:])
	copy(data[16:], sum[:])
	return data
}

// TestWhatDoesNotPack writes bytes that DEFLATE makes no smaller, and claims other sizes for them.
func TestWhatDoesNotPack(t *testing.T) {
	noise := make([]byte, 200_000)
	rand.NewChaCha8([32]byte{1}).Read(noise)
	var b bytes.Buffer
	if err := pack(&b, noise); err != nil {
		t.Fatal(err)
	}
	if b.Len() < len(noise) || b.Len() > len(noise)+100 {
		t.Errorf("%d bytes became %d, want stored blocks", len(noise), b.Len())
	}
	got, err := unpack(b.Bytes(), len(noise))
	if err != nil || !bytes.Equal(got, noise) {
		t.Errorf("other bytes come back: %v", err)
	}
	for _, size := range []int{0, len(noise) - 1, len(noise) + 1, maxSection} {
		if _, err := unpack(b.Bytes(), size); err == nil {
			t.Errorf("unpacked as %d bytes", size)
		}
	}
	if _, err := unpack(b.Bytes()[:1000], len(noise)); err == nil {
		t.Error("unpacked what was cut off")
	}
}

func TestSectionsAreBounded(t *testing.T) {
	var body []byte
	body = binary.AppendUvarint(body, 0)
	body = binary.AppendUvarint(body, 1)
	body = append(binary.AppendUvarint(body, 1), 'x')
	body = binary.AppendUvarint(body, maxSection+1)
	body = binary.AppendUvarint(body, 0)
	data := append(bytes.Clone(sample(t)[:headerSize]), body...)
	if _, err := Read(reseal(data)); err == nil || !strings.Contains(err.Error(), "at most") {
		t.Errorf("a section that claims too much: %v", err)
	}
}

// FuzzRead checks that any bytes give a file or an error. The checksum is made to fit, so that
// what lies behind it is reached.
func FuzzRead(f *testing.F) {
	good := sample(f)
	f.Add(good)
	f.Add(good[:headerSize+3])
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) >= headerSize {
			data = reseal(data)
		}
		m, err := Read(data)
		if err != nil {
			return
		}
		for _, s := range m.Sections {
			l, err := m.Linear(s.Name)
			if err != nil {
				continue
			}
			l.Score([]uint32{0, 1, 7, math.MaxUint32}, make([]int32, max(l.Classes, 1)))
		}
	})
}

func TestDefaultParses(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	if len(defaultBytes) > 10<<20 {
		t.Errorf("the weights take %d bytes, more than 10 MiB", len(defaultBytes))
	}
	if _, err := Read(defaultBytes); err != nil { // Default does not look at the checksum
		t.Error(err)
	}
	if len(m.Facts) == 0 {
		t.Error("the weights do not tell what they were trained on")
	}
}
