package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/doc"
	"readout/internal/frame"
	"readout/internal/intake"
	"readout/reader"
)

func explainCommand() *cobra.Command {
	var o intake.Options
	var dirs []string
	cmd := &cobra.Command{
		Use:   "explain SENTENCE… | -",
		Short: "show how a sentence is read: tokens and tree, frames, records",
		Long: `Explain reads its arguments as one text and shows what readout sees in it: the tokens with
their tags and tree, times, places and who is named, every frame that was tried, which
fired and why others did not, and the records.`,
		Example: `  readout explain "Reagan met Gorbachev in Geneva on Tuesday."
  readout explain --published 1987-12-08 "The two leaders will meet again next year."`,
		Args: someArgs("explain needs a sentence, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.Check(); err != nil {
				return usageError{err}
			}
			var text io.Reader = strings.NewReader(strings.Join(args, " "))
			name := "the sentence"
			if len(args) == 1 && args[0] == "-" {
				text, name = cmd.InOrStdin(), "standard input"
			}
			a, err := intake.Read(text, name, o)
			if err != nil {
				return err
			}
			r, err := newReader(dirs)
			if err != nil {
				return err
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			explain(out, r.Explain(a), styleFor(cmd.OutOrStdout()))
			return out.Flush()
		},
	}
	lexiconFlag(cmd, &dirs)
	cmd.Flags().StringVar(&o.Published, "published", "", "`DAY` of publication, YYYY-MM-DD")
	return cmd
}

// explain prints an explanation sentence by sentence, then the records.
func explain(w io.Writer, x *reader.Explanation, st style) {
	p := &printer{w: w, st: st, text: x.Document.Article.Text}
	d := x.Document
	for s := range d.Sentences {
		p.tree(d, s)
		p.annotations(d, s)
		p.frames(d, s, x.Result.Frames)
	}
	p.line(st.accent("Records"))
	n := 0
	for i := range x.Reading.Events {
		p.record(x.Reading.Events[i].Notation(), &x.Reading.Events[i].Evidence)
		n++
	}
	for i := range x.Reading.Plans {
		p.record(x.Reading.Plans[i].Notation(), &x.Reading.Plans[i].Evidence)
		n++
	}
	for i := range x.Reading.Statements {
		p.record(x.Reading.Statements[i].Notation(), &x.Reading.Statements[i].Evidence)
		for k := range x.Reading.Statements[i].Topics {
			p.line("    " + x.Reading.Statements[i].Topics[k].Notation())
		}
		n++
	}
	for i := range x.Reading.Phrases {
		p.line("  " + x.Reading.Phrases[i].Notation())
		n++
	}
	if n == 0 {
		p.line("  none")
	}
}

func (p *printer) record(notation string, e *readout.Evidence) {
	p.line("  " + notation)
	why := "by " + e.Entry
	if len(e.Words) > 0 {
		why += " on " + quote(e.Words)
	}
	p.line("    " + p.st.dim(strings.Join(append([]string{why}, e.Steps...), "; ")))
}

// tree prints the tokens of sentence s, one a line, with tags and the word that governs each.
func (p *printer) tree(d *doc.Document, s int) {
	sent := d.Sentences[s]
	p.line(p.st.accent("Sentence ") + oneLine(d.Span(sent.First, sent.End).Text))
	form, lemma, deprel := 4, 5, 6
	for i := sent.First; i < sent.End; i++ {
		t := &d.Tokens[i]
		form, lemma, deprel = max(form, len([]rune(t.Form))), max(lemma, len([]rune(t.Lemma))), max(deprel, len(t.Deprel))
	}
	for i := sent.First; i < sent.End; i++ {
		t := &d.Tokens[i]
		governor := "(root)"
		if t.Head >= 0 {
			governor = fmt.Sprintf("%d %s", t.Head-sent.First+1, d.Tokens[t.Head].Form)
		}
		p.line(fmt.Sprintf("  %3d  %s  %s  %-5s  %-5s  %s  %s", i-sent.First+1, padTo(t.Form, form), padTo(t.Lemma, lemma),
			t.UPOS, t.XPOS, padTo(t.Deprel, deprel), governor))
	}
}

func padTo(s string, n int) string { return s + strings.Repeat(" ", max(0, n-len([]rune(s)))) }

// annotations prints times, places and mentions of sentence s.
func (p *printer) annotations(d *doc.Document, s int) {
	sent := d.Sentences[s]
	for i := range d.Times {
		if t := &d.Times[i]; t.First >= sent.First && t.First < sent.End {
			p.line(fmt.Sprintf("  time     “%s” = %s %s (%s)", oneLine(t.Time.Text), t.Type, t.Time.Value, t.Why))
		}
	}
	for i := range d.Toponyms {
		if t := &d.Toponyms[i]; t.First >= sent.First && t.First < sent.End {
			p.line("  place    " + toponym(d, t))
		}
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.First < sent.First || m.First >= sent.End {
			continue
		}
		who := "nobody"
		if m.Entity >= 0 {
			e := &d.Entities[m.Entity]
			who = strings.TrimSpace(e.Name + " " + strings.TrimSpace(e.Country+" "+e.Sector))
			for k, x := range e.Members {
				sep := ", "
				if k == 0 {
					sep = ": "
				}
				who += sep + d.Entities[x].Name
			}
		}
		p.line(fmt.Sprintf("  mention  “%s” = %s (%s)", oneLine(d.Span(m.First, m.End).Text), who, m.Why))
	}
}

// toponym writes a toponym: its words, the place, the use, and what told so.
func toponym(d *doc.Document, t *doc.Toponym) string {
	at := "not located"
	if c := t.Place.Coordinates; c != nil {
		at = fmt.Sprintf("%.2f %.2f", c.Lat, c.Lon)
	}
	where := strings.Trim(t.Place.Region+" "+t.Place.Country, " ")
	return fmt.Sprintf("“%s” = %s (%s) %s %s, as %s (%s; %s)", oneLine(d.Article.Text[t.Start:t.Stop]), t.Place.Name, where,
		t.Place.Precision, at, t.Use, t.Why, t.Place.Rule)
}

// frames prints the frames of sentence s: + fired, - did not.
func (p *printer) frames(d *doc.Document, s int, frames []frame.Frame) {
	for i := range frames {
		f := &frames[i]
		if d.SentenceOf(f.Token) != s {
			continue
		}
		mark, why := "+", ""
		if !f.Fired() {
			mark, why = "-", "  "+f.Why()
		}
		var fill []string
		for _, x := range f.Fillers {
			fill = append(fill, fmt.Sprintf("%s “%s”", x.Role, d.Tokens[x.Token].Form))
		}
		line := fmt.Sprintf("  %s frame  %s", mark, f.Entry.Name)
		if len(fill) > 0 {
			line += "  " + strings.Join(fill, ", ")
		}
		if f.Fired() {
			line = p.st.bold(line)
		}
		p.line(line + why)
	}
	p.line("")
}
