package readout

// A Place is where something happened.
type Place struct {
	Name    string `json:"name"`    // the place's name: "Kremlin", "Moscow"
	Country string `json:"country"` // ISO 3166-1 alpha-3, "" when unknown
}
