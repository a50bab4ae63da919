package main

import (
	"encoding/json"
	"fmt"
	"math"
)

// A geometry of a topology in TopoJSON: a polygon, or several.
type geometry struct {
	Type       string
	ID         string
	Arcs       json.RawMessage
	Properties struct{ Name string }
}

// A spot is the middle of an outline.
type spot struct{ lat, lon float64 }

// A topology is a file in TopoJSON: outlines made of shared arcs.
type topology struct {
	Arcs      [][][]float64
	Transform struct{ Scale, Translate [2]float64 }
	Objects   map[string]struct{ Geometries []geometry }
}

// readTopology returns the middle of the largest part of every outline of an object, by id.
func readTopology(w *world, name, object string) (map[string]spot, error) {
	var t topology
	if err := w.readJSON(name, &t); err != nil {
		return nil, err
	}
	t.unpack()
	spots := map[string]spot{}
	for _, g := range t.Objects[object].Geometries {
		var parts [][][]int
		switch g.Type {
		case "Polygon":
			parts = make([][][]int, 1)
			if err := json.Unmarshal(g.Arcs, &parts[0]); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		case "MultiPolygon":
			if err := json.Unmarshal(g.Arcs, &parts); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		largest := 0.0
		for _, rings := range parts {
			if len(rings) == 0 {
				continue
			}
			if s, size := t.middle(rings[0]); size > largest {
				spots[g.ID], largest = s, size
			}
		}
	}
	return spots, nil
}

// unpack turns the arcs' steps on a grid into degrees.
func (t *topology) unpack() {
	s, o := t.Transform.Scale, t.Transform.Translate
	for _, arc := range t.Arcs {
		x, y := 0.0, 0.0
		for _, p := range arc {
			x, y = x+p[0], y+p[1]
			p[0], p[1] = x*s[0]+o[0], y*s[1]+o[1]
		}
	}
}

// middle returns the centroid of a ring and its size, on a map that is true to area at the ring's
// own latitude.
func (t *topology) middle(ring []int) (spot, float64) {
	pts := t.points(ring)
	if len(pts) == 0 {
		return spot{}, 0
	}
	lon0, lat0 := pts[0][0], 0.0
	for _, p := range pts {
		lat0 += p[1] / float64(len(pts))
	}
	narrow := math.Cos(lat0 * math.Pi / 180)
	var size, x, y float64
	for i := range pts {
		p, q := pts[i], pts[(i+1)%len(pts)]
		px, py, qx, qy := (p[0]-lon0)*narrow, p[1]-lat0, (q[0]-lon0)*narrow, q[1]-lat0
		cross := px*qy - qx*py
		size, x, y = size+cross, x+(px+qx)*cross, y+(py+qy)*cross
	}
	if size == 0 {
		return spot{}, 0
	}
	return spot{lat: lat0 + y/(3*size), lon: lon0 + x/(3*size)/narrow}, math.Abs(size)
}

// points returns the points of a ring in degrees, longitude first.
func (t *topology) points(ring []int) [][2]float64 {
	var pts [][2]float64
	for _, n := range ring {
		arc, back := n, n < 0
		if back {
			arc = ^n
		}
		for k := range t.Arcs[arc] {
			p := t.Arcs[arc][k]
			if back {
				p = t.Arcs[arc][len(t.Arcs[arc])-1-k]
			}
			pts = append(pts, [2]float64{p[0], p[1]})
		}
	}
	return pts
}
