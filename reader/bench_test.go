package reader_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"readout"
	"readout/internal/intake"
)

// archive returns about 1 MB of articles: the samples, over and over.
func archive(b *testing.B) (articles []*readout.Article, words int) {
	b.Helper()
	names, err := filepath.Glob("../samples/*.txt")
	if err != nil || len(names) == 0 {
		b.Fatal("no samples", err)
	}
	size := 0
	for i := 0; size < 1_000_000; i++ {
		text, err := os.ReadFile(names[i%len(names)])
		if err != nil {
			b.Fatal(err)
		}
		size += len(text)
		words += len(strings.Fields(string(text)))
		articles = append(articles, intake.Text(string(text), intake.Options{}))
	}
	return articles, words
}

// BenchmarkRead reads 1 MB of articles from text to records on one core; it reports words a second
// and the memory that the process holds afterwards.
func BenchmarkRead(b *testing.B) {
	articles, words := archive(b)
	r := newReader(b)
	r.Read(articles[0])
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	b.ResetTimer()
	for range b.N {
		for _, a := range articles {
			r.Read(a)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/(1<<20), "MiB")
}

// BenchmarkStart measures the start of a reader to its first sentence read.
func BenchmarkStart(b *testing.B) {
	a := intake.Text("Reagan met Gorbachev in Geneva.", intake.Options{Published: "1985-11-20"})
	for range b.N {
		newReader(b).Read(a)
	}
}
