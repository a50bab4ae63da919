package train

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/internal/model"
	"readout/internal/parse"
)

// feats counts which features go with which key of parse.FeatsKeys and adds the table to m. A key
// is listed when it says something else than the keys after it.
func (o Options) feats(m *model.File, sentences []*doc.TreebankSentence) {
	d := doc.FromTreebank(sentences)
	counts := [3]map[string]map[string]int{{}, {}, {}}
	less := map[string][]string{} // the less telling keys after a key
	for i := range d.Tokens {
		keys := parse.FeatsKeys(d, i)
		for level, key := range keys {
			if counts[level][key] == nil {
				counts[level][key] = map[string]int{}
			}
			counts[level][key][d.Tokens[i].Feats]++
			less[key] = keys[level+1:]
		}
	}
	table := map[string]string{}
	var lines []string
	for level := 2; level >= 0; level-- {
		for key, feats := range counts[level] {
			said := most(feats)
			if said != listed(table, less[key]) {
				lines = append(lines, key+"\t"+said)
			}
		}
		for _, line := range lines {
			key, said, _ := strings.Cut(line, "\t")
			table[key] = said
		}
	}
	slices.Sort(lines)
	m.Add(parse.FeatsSection, []byte(strings.Join(lines, "\n")))
	o.log("features: %d lines", len(lines))
}

// listed returns what the table says under the first of the keys that it has.
func listed(table map[string]string, keys []string) string {
	for _, key := range keys {
		if feats, ok := table[key]; ok {
			return feats
		}
	}
	return "_"
}
