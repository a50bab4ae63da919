package doc

import "strings"

// negators names the words that deny what they hang on.
var negators = WordSet("not n't never neither hardly scarcely")

// Negates reports whether token i is a word that denies the one it hangs on: "not", "never", the "longer" of
// "no longer". The "no" of "no soldier" is none: it denies that there is one.
func (d *Document) Negates(i int) bool {
	form := strings.ToLower(Norm(d.Tokens[i].Form))
	return negators[form] || form == "longer" && i > 0 && strings.EqualFold(d.Tokens[i-1].Form, "no")
}
