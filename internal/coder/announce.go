package coder

import "readout"

// Announced returns what is ahead as the event that its announcement is: cooperation in the future tense is an
// agreement to it (PLOVER manual, "AGREE"), a material conflict that somebody announces a threat. Its modes are
// those of the thing announced no more.
func Announced(e readout.Event) readout.Event {
	t := Announcement(e.Type)
	switch {
	case t == e.Type:
	case e.Type == "CONSULT":
		e.Type, e.Modes, e.CAMEO = t, []string{}, "036"
	default:
		e.Type, e.Modes, e.CAMEO = t, []string{}, ""
	}
	return e
}

// Announcement returns the type of the announcement of an event, given the event's.
func Announcement(typ string) string {
	switch typ {
	case "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT":
		return "AGREE"
	case "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT":
		return "THREATEN"
	}
	return typ
}
