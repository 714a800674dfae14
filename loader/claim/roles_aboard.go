package claim

// aboard are the noun phrases whose heads make a verb's journey: its subject,
// or, where that is a plane that is nobody's own, the subject of the clause
// that its arrival opens: "When the plane touched down in Oslo, X became …".
func (s *sentence) aboard(verb int) []int {
	sh := s.shape()
	v := &sh.Verbs[verb]
	if len(v.Subject) != 1 || verb+1 >= len(sh.Verbs) {
		return v.Subject
	}
	ph := &sh.Phrases[v.Subject[0]]
	if !vehicle(s.slots[ph.Head].word) && !(s.foldAt(ph.From) == "air" && s.foldAt(ph.From+1) == "force") || s.escort(ph) >= 0 {
		return v.Subject
	}
	switch s.foldAt(ph.From - 1) {
	case "when", "as", "after", "once":
		return sh.Verbs[verb+1].Subject
	}
	return v.Subject
}

// vehicle reports whether a word names what carries a traveller.
func vehicle(w string) bool {
	switch w {
	case "plane", "aircraft", "airplane", "motorcade", "convoy", "jet", "train", "ship", "yacht", "helicopter", "flight":
		return true
	}
	return false
}
