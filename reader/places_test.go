package reader_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"readout/internal/intake"
)

// TestPlaces reads short reports and looks at their toponyms: words, name, region, country, use.
func TestPlaces(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a region beside it", "The firm will move its mill from Paris, Texas, to Athens, Georgia, next spring.", []string{
			"Paris: Paris, Texas, USA, place", "Texas: Texas, USA, place", "Athens: Athens, Georgia, USA, place", "Georgia: Georgia, USA, mention"}},
		{"short forms of regions", "Two men from Salem, Ore., and a woman from Dover, DE, were hurt.", []string{
			"Salem: Salem, Oregon, USA, mention", "Ore.: Oregon, USA, mention", "Dover: Dover, Delaware, USA, mention", "DE: Delaware, USA, mention"}},
		{"well known without a sign", "The talks in Paris ended without a result.", []string{"Paris: Paris, Île-de-France, FRA, place"}},
		{"near the others", "The school board in Berea met on Monday. Families from Richmond, Irvine and other towns of Madison County, Kentucky, came.", []string{
			"Berea: Berea, Kentucky, USA, place", "Richmond: Richmond, Kentucky, USA, mention", "Irvine: Irvine, Kentucky, USA, mention",
			"Madison County: Madison County, Kentucky, USA, place", "Kentucky: Kentucky, USA, place"}},
		{"a list of counties", "Flood warnings were out in Pike, Floyd and Letcher counties in Kentucky.", []string{
			"Pike: Pike County, Kentucky, USA, place", "Floyd: Floyd County, Kentucky, USA, place", "Letcher: Letcher County, Kentucky, USA, place", "Kentucky: Kentucky, USA, place"}},
		{"people are no towns", "Jack London spoke with Mr. Lincoln and with Paris Jenkins. Jenkins left.", nil},
		{"months and days are no towns", "In August the bridge will close, and on March 3 it will open.", nil},
		{"inside another name", "He studied at the University of Lagos and joined the Boston Police Department.", []string{
			"Lagos: Lagos, NGA, name", "Boston: Boston, Massachusetts, USA, name"}},
		{"governments and places", "Moscow said that the delegation had arrived in Moscow.", []string{
			"Moscow: Moscow, RUS, government", "Moscow: Moscow, RUS, place"}},
		{"adjectives", "A Kenyan minister met African farmers in Nakuru.", []string{
			"Kenyan: Kenya, KEN, adjective", "African: Africa, , adjective", "Nakuru: Nakuru, Nakuru County, KEN, place"}},
		{"areas and waters", "Ships left the Black Sea while shells fell on villages in the West Bank and in Donbas.", []string{
			"Black Sea: Black Sea, , place", "West Bank: West Bank, PSE, place", "Donbas: Donbas, UKR, place"}},
		{"older names", "Trains from Bombay to Calcutta were late, as were flights to Kiev.", []string{
			"Bombay: Mumbai, Maharashtra, IND, mention", "Calcutta: Kolkata, West Bengal, IND, mention", "Kiev: Kiev, Kyiv City, UKR, place"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			reading := r.Read(intake.Text(c.text, intake.Options{Published: "2021-05-04"}))
			checkSpans(t, reading)
			var got []string
			for _, p := range reading.Places {
				where := p.Name
				if p.Region != "" {
					where += ", " + p.Region
				}
				got = append(got, fmt.Sprintf("%s: %s, %s, %s", p.Text, where, p.Country, p.Use))
				if p.Coordinates == nil || p.Rule == "" || p.Precision == "" {
					t.Errorf("%s is not located: %+v", p.Text, p.Place)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
			}
		})
	}
}

// TestDateline checks that the place of the dateline is found and speaks for what is near it.
func TestDateline(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		dateline string
		lat, lon float64
	}{{"LONDON, Ky.", 37.13, -84.08}, {"LONDON", 51.5, -0.1}} {
		text := c.dateline + " (AP) — Firefighters in London saved a barn on Tuesday, the police said."
		places := r.Read(intake.Text(text, intake.Options{Published: "2021-05-04"})).Places
		if len(places) != 2 || places[0].Start != 0 {
			t.Fatalf("%s: %d places", c.dateline, len(places))
		}
		for _, p := range places {
			if p.Coordinates == nil || math.Abs(p.Coordinates.Lat-c.lat) > 0.1 || math.Abs(p.Coordinates.Lon-c.lon) > 0.1 {
				t.Errorf("%s: “%s” lies at %+v", c.dateline, p.Text, p.Coordinates)
			}
		}
	}
}
