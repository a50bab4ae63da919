package score

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// A placeGold is a text with its toponyms.
type placeGold struct {
	Text   string
	Date   string
	Places *[]toponym
}

// A placePrediction is the toponyms that were found.
type placePrediction struct {
	Places []toponym `json:"places"`
}

// A toponym is a name of a place, with its coordinates when they are known.
type toponym struct {
	span
	Type string   `json:"type,omitempty"`
	Lat  *float64 `json:"lat,omitempty"`
	Lon  *float64 `json:"lon,omitempty"`
}

// placesScorer scores toponyms and where on Earth they are put (Gritta and others 2018, 2020).
func placesScorer(j *Job) scorer[placeGold, placePrediction] {
	return scorer[placeGold, placePrediction]{
		check: func(g *placeGold) error {
			if g.Places == nil {
				return errors.New("no field places")
			}
			for _, p := range *g.Places {
				if p.Lat != nil && p.Lon == nil {
					return errors.New("a place with a latitude and no longitude")
				}
			}
			return nil
		},
		predict: predictPlaces,
		given:   func(g *placeGold) *placePrediction { return &placePrediction{Places: *g.Places} },
		score: func(gold *records[placeGold], pred *records[placePrediction]) *report {
			return scorePlaces(gold, pred, j.Types)
		},
		misses: func(g *placeGold, p *placePrediction) []miss { return placeMisses(g, p, j.Types) },
	}
}

// predictPlaces reads the report.
func predictPlaces(m *Machine, g *placeGold, traced bool) (*placePrediction, *trace) {
	r := m.report(g.Text, g.Date)
	p := &placePrediction{Places: []toponym{}}
	for _, x := range r.Reading.Places {
		t := toponym{span: r.at.span(x.Span)}
		if c := x.Coordinates; c != nil {
			t.Lat, t.Lon = &c.Lat, &c.Lon
		}
		p.Places = append(p.Places, t)
	}
	if traced {
		return p, r.names()
	}
	return p, nil
}

// kilometres is the great-circle distance on a sphere of the Earth's mean radius (haversine).
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	rad := func(deg float64) float64 { return deg * math.Pi / 180 }
	a, b, c, d := rad(lat1), rad(lon1), rad(lat2), rad(lon2)
	dy, dx := math.Sin((c-a)/2), math.Sin((d-b)/2)
	h := float64(dy*dy) + float64(math.Cos(a)*math.Cos(c)*float64(dx*dx))
	return 2 * 6371.0088 * math.Asin(min(1, math.Sqrt(h)))
}

// Half way round the Earth: the error of a toponym that was found and put nowhere, and the bound
// that the logarithm of errors is scaled by.
const (
	farthest = 20039.0
	scale    = 20040.0
)

// onceEach drops toponyms that stand twice, keeping one with coordinates where there is one.
func onceEach(all []toponym) []toponym {
	var out []toponym
	at := map[span]int{}
	for _, t := range all {
		i, ok := at[t.span]
		switch {
		case !ok:
			at[t.span] = len(out)
			out = append(out, t)
		case out[i].Lat == nil && t.Lat != nil:
			out[i] = t
		}
	}
	return out
}

// placesOf returns what counts of a record: gold toponyms of the types, and predictions but for those
// on toponyms of other types, which are neither right nor wrong.
func placesOf(g *placeGold, p *placePrediction, types []string) (gold, pred []toponym) {
	pred = onceEach(p.Places)
	if len(types) == 0 {
		return onceEach(*g.Places), pred
	}
	var counted, ignored []toponym
	for _, t := range *g.Places {
		if slices.Contains(types, t.Type) {
			counted = append(counted, t)
		} else {
			ignored = append(ignored, t)
		}
	}
	gold = onceEach(counted)
	same := func(y toponym, all []toponym) bool {
		return slices.ContainsFunc(all, func(x toponym) bool { return x.span == y.span })
	}
	touches := func(y toponym, all []toponym) bool {
		return slices.ContainsFunc(all, func(x toponym) bool { return x.shared(y.span) > 0 })
	}
	pred = slices.DeleteFunc(pred, func(y toponym) bool {
		return !same(y, gold) && (same(y, ignored) || touches(y, ignored) && !touches(y, gold))
	})
	return gold, pred
}

// matchPlaces returns for every gold toponym the prediction with its span, or else the one it shares
// most with, one to one; -1 for none.
func matchPlaces(gold, pred []toponym) []int {
	used := make([]bool, len(pred))
	out := make([]int, len(gold))
	for i := range gold {
		out[i] = -1
		most, same := 0, false
		for k := range pred {
			n, equal := gold[i].shared(pred[k].span), gold[i].span == pred[k].span
			if used[k] || n == 0 {
				continue
			}
			if out[i] < 0 || equal && !same || equal == same && n > most {
				out[i], most, same = k, n, equal
			}
		}
		if out[i] >= 0 {
			used[out[i]] = true
		}
	}
	return out
}

// scorePlaces prints spans, exact and by overlap; for gold with coordinates how far off the ones found
// are, and the share of all that is found and within 161 km.
func scorePlaces(gold *records[placeGold], pred *records[placePrediction], types []string) *report {
	var exact, overlap tally
	var errs []float64
	withPlace, located := 0, false
	for _, id := range gold.ids {
		gs, ps := placesOf(gold.byID[id], pred.get(id), types)
		a, b := toponymSpans(gs), toponymSpans(ps)
		exact.add(sharedSpans(a, b), len(b), len(a))
		overlap.add(0, len(ps), len(gs))
		for _, y := range ps {
			located = located || y.Lat != nil
		}
		for i, k := range matchPlaces(gs, ps) {
			if gs[i].Lat != nil {
				withPlace++
			}
			if k < 0 {
				continue
			}
			overlap.right++
			if gs[i].Lat != nil {
				errs = append(errs, distance(gs[i], ps[k]))
			}
		}
	}
	rep := newReport()
	rep.show("span exact", exact)
	rep.show("span overlap", overlap)
	rep.resolution(errs, withPlace, located)
	return rep
}

// distance returns how far apart a toponym was put, in kilometres.
func distance(gold, pred toponym) float64 {
	if pred.Lat == nil || pred.Lon == nil {
		return farthest
	}
	return kilometres(*gold.Lat, *gold.Lon, *pred.Lat, *pred.Lon)
}

// resolution adds the figures on coordinates. Predictions without any are said to have none.
func (r *report) resolution(errs []float64, n int, located bool) {
	slices.Sort(errs)
	within := func(km float64) float64 {
		k := 0
		for _, e := range errs {
			if e <= km {
				k++
			}
		}
		return float64(k)
	}
	var sum, logs float64
	for _, e := range errs {
		sum += e
		logs += math.Log(1 + e)
	}
	found := float64(max(len(errs), 1))
	r.figures["acc@161"], r.figures["acc@20"] = within(161)/found, within(20)/found
	r.figures["end-to-end@161"] = within(161) / float64(max(n, 1))
	if !located {
		r.linef("coordinates: none predicted, so where the places are is not scored (%d of %d with coordinates found)", len(errs), n)
		return
	}
	if len(errs) > 0 {
		r.linef("resolution, %d of %d gold places with coordinates found: acc@161km %.4f  acc@20km %.4f  mean %.0f km  median %.1f km  AUC %.4f",
			len(errs), n, r.figures["acc@161"], r.figures["acc@20"], sum/found, errs[len(errs)/2], logs/(found*math.Log(scale)))
	}
	r.linef("end to end: %.4f of the gold places with coordinates found and within 161 km", r.figures["end-to-end@161"])
}

// toponymSpans returns the distinct spans of toponyms in order.
func toponymSpans(all []toponym) []span {
	var out []span
	for _, t := range all {
		out = append(out, t.span)
	}
	return distinctSpans(out)
}

// placeMisses tells the gold toponyms whose span was not found, and predictions that match none.
func placeMisses(g *placeGold, p *placePrediction, types []string) []miss {
	text := runes(g.Text)
	gold, pred := placesOf(g, p, types)
	write := func(t toponym) []string {
		s := "“" + oneLine(text.slice(t.span)) + "”"
		if t.Type != "" {
			s += " " + t.Type
		}
		if t.Lat != nil && t.Lon != nil {
			s += fmt.Sprintf(" %.4f %.4f", *t.Lat, *t.Lon)
		}
		return []string{s}
	}
	right := func(g, p toponym) bool {
		return g.span == p.span && (p.Lat == nil || g.Lat == nil || distance(g, p) <= 161)
	}
	return missesOf(text, gold, pred, matchPlaces(gold, pred), func(t *toponym) *span { return &t.span }, right, write)
}
