package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// session is a console example in a document: a fenced block whose first line is a command after $.
var session = regexp.MustCompile("(?ms)^```\n\\$ ([^\n]+)\n(.*?)^```$")

// TestDocuments runs the console examples of the README and of doc/, and compares what they print.
// An output line that is "…" stands for any lines that are left out. -update rewrites the examples
// that leave nothing out.
func TestDocuments(t *testing.T) {
	docs, err := filepath.Glob("../../doc/*.md")
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, name := range append(docs, "../../README.md") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out := session.ReplaceAllFunc(text, func(block []byte) []byte {
			m := session.FindSubmatch(block)
			ran++
			got := runSession(t, string(m[1]))
			if matches(got, string(m[2])) {
				return block
			}
			if *update && !strings.Contains(string(m[2]), "\n…\n") {
				return []byte("```\n$ " + string(m[1]) + "\n" + got + "```")
			}
			t.Errorf("%s: $ %s\nprints\n%s\nbut the document says\n%s", name, m[1], got, m[2])
			return block
		})
		if *update && !bytes.Equal(out, text) {
			if err := os.WriteFile(name, out, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	if ran < 2 {
		t.Errorf("ran %d examples, want those of the README and of one-sentence.md", ran)
	}
}

// runSession runs one command line of a document in the repository's root, with the program of this
// test in place of readout or go run ./cmd/readout.
func runSession(t *testing.T, line string) string {
	t.Helper()
	rest, ok := strings.CutPrefix(line, "go run ./cmd/readout ")
	if !ok {
		if rest, ok = strings.CutPrefix(line, "readout "); !ok {
			t.Fatalf("cannot run %q", line)
		}
	}
	cmd := exec.Command("sh", "-c", `exec "$0" `+rest, os.Args[0])
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "READOUT_TEST_RUN=1")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Errorf("%s: %v\n%s", line, err, stderr.String())
	}
	return stdout.String()
}

// matches compares output with what a document shows; a line "…" stands for any lines.
func matches(got, want string) bool {
	pieces := strings.Split(want, "…\n")
	if len(pieces) == 1 || !strings.Contains("\n"+want, "\n…\n") {
		return got == want
	}
	at := 0
	for i, p := range pieces {
		k := strings.Index(got[at:], p)
		if k < 0 || i == 0 && k != 0 {
			return false
		}
		at += k + len(p)
	}
	return strings.HasSuffix(want, "…\n") || at == len(got)
}
