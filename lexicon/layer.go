package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// A Layer is a lexicon folder that is read over others: what it says counts before what they say.
type Layer struct {
	Name string // stands before the names of its files in errors and in Entry.File; "" for none
	FS   fs.FS
}

// path returns the name of a file of the layer as errors write it.
func (y Layer) path(name string) string { return path.Join(y.Name, name) }

// Open returns the built-in lexicon with the user's own folders read over it, in order.
func Open(dirs ...string) (*Lexicon, error) {
	if len(dirs) == 0 {
		return Default()
	}
	var over []Layer
	for _, dir := range dirs {
		info, err := os.Stat(dir)
		switch {
		case err != nil:
			return nil, fmt.Errorf("lexicon: %w", err)
		case !info.IsDir():
			return nil, fmt.Errorf("lexicon: %s: is not a directory", dir)
		}
		over = append(over, Layer{Name: dir, FS: os.DirFS(dir)})
	}
	return Load(files, over...)
}

// Own returns the entries that stand in the layers over the first, in order.
func (l *Lexicon) Own() []*Entry {
	var own []*Entry
	for _, e := range l.Entries {
		if e.own {
			own = append(own, e)
		}
	}
	return own
}

// Files of a lexicon folder besides those that hold entries. Only the built-in ones of PLOVER's and
// CAMEO's tables are read.
var (
	actorFiles = []string{"countries.txt", "organizations.txt", "roles.txt", "people.txt", "seats.txt", "others.txt", "given.txt"}
	topFiles   = []string{
		"operators.txt", "happenings.txt", "compose.txt", "phrases.txt", "topics.txt", "stance.txt",
		"settings.txt", "anonymous.txt", "firmness.txt",
	}
	tableFiles = []string{"types.txt", "cameo.txt"}
)

// A survey is what lies in a user's folder.
type survey struct {
	dictionaries []dictionaryFile
	notes        []string
	known        int // files of the layout
}

// A dictionaryFile is a file in the format of PETRARCH.
type dictionaryFile struct {
	name string // within the layer
	kind dictionaryKind
	data []byte
}

// surveyLayer looks at every text file of a user's folder and tells PETRARCH dictionaries, by their
// content, from files of the layout and from what is neither, which it notes.
func surveyLayer(y Layer) (*survey, error) {
	s := &survey{}
	err := fs.WalkDir(y.FS, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && name != "." && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case e.IsDir() || path.Ext(name) != ".txt":
			return nil
		case isLayout(name):
			s.known++
			return nil
		case slices.Contains(tableFiles, name):
			s.note(y.path(name), "not read: the tables of PLOVER and CAMEO are built in")
			return nil
		}
		data, err := fs.ReadFile(y.FS, name)
		if err != nil {
			return err
		}
		switch kind := sniff(name, data); kind {
		case notDictionary:
			s.note(y.path(name), "not read: no file of a lexicon has this name, and it is no dictionary of PETRARCH")
		case verbDictionary:
			s.note(y.path(name), "not read: of PETRARCH's dictionaries, those of actors, agents and discards are")
		default:
			s.known++
			s.dictionaries = append(s.dictionaries, dictionaryFile{name, kind, data})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	if s.known == 0 {
		return nil, errors.New("lexicon: " + y.path(".") + ": no file of a lexicon lies in this folder")
	}
	return s, nil
}

func (s *survey) note(file, text string) { s.notes = append(s.notes, file+": "+text) }

// isLayout reports whether a file of a user's folder has a name that Load reads.
func isLayout(name string) bool {
	switch dir, base := path.Split(name); dir {
	case "plover/", "attribution/", "actors/people/":
		return true
	case "actors/":
		return slices.Contains(actorFiles, base)
	case "places/":
		return slices.Contains(placeFiles, base)
	}
	return slices.Contains(topFiles, name)
}
