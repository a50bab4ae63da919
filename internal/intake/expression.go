package intake

import (
	"regexp"
	"sync"
)

// expression returns what gives the regular expression, which is compiled when it is first asked
// for: most articles need few of them, and compiling them all takes as long as reading a page.
func expression(source string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) })
}
