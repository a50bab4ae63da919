package doc

import "strings"

var norms = strings.NewReplacer(
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "`", "'", "´", "'",
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`,
	"–", "-", "—", "-", "‐", "-", "‑", "-", "−", "-",
	"…", "...", "\u00a0", " ", "\u202f", " ", "\u2009", " ",
)

// Norm returns the form with typographic variants folded, for look-up and features: quotation
// marks become ' and ", dashes become -, special spaces become a space. The text itself is never
// changed.
func Norm(form string) string {
	for i := 0; i < len(form); i++ {
		if form[i] >= 0x80 || form[i] == '`' {
			return norms.Replace(form)
		}
	}
	return form
}
