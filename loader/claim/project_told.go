package claim

// undertaking reports whether the words around a described thing tell that it
// is an undertaking, without a verb of building: where it leads, what text it
// is the subject of, how long or strong it is, what it is to do.
func (s *sentence) undertaking(np *projectPhrase) bool {
	return s.leads(np) || s.textOn(np.from) || s.measuredBefore(np) || s.willServe(np.to)
}

// leads reports whether the phrase says between which places it runs: "between
// Kenya and Uganda", "from Kisumu to Jinja", "with the State of Qatar".
func (s *sentence) leads(np *projectPhrase) bool {
	k := np.head + 1
	if k >= len(s.slots) {
		return false
	}
	switch s.slots[k].word {
	case "between", "linking", "connecting":
		return true
	case "from":
		for j := k + 1; j < len(s.slots) && j < k+9; j++ {
			if w := s.slots[j].word; w == "to" || w == "via" || w == "through" {
				return j > k+1
			}
		}
	case "with", "to":
		return k+1 < len(s.slots) && (s.slots[k+1].kind == slotState || s.slots[k+1].word == "the" && k+2 < len(s.slots) && s.slots[k+2].kind == slotState)
	}
	return false
}

// textOn reports whether the phrase is what a text is on: "a contract for a
// water plant", "a memorandum on studies for a railway".
func (s *sentence) textOn(from int) bool {
	led := false
	for k := from - 1; k >= 0 && k >= from-9; k-- {
		switch sl := &s.slots[k]; {
		case sl.kind == slotAgreement:
			return led
		case sl.kind == slotMark && sl.word != "-" && sl.word != "(" && sl.word != ")" && sl.word != "$", s.shape().VerbAt(k) >= 0:
			return false
		case sl.word == "on" || sl.word == "for" || sl.word == "of" || sl.word == "concerning" || sl.word == "regarding" || sl.word == "about":
			led = true
		}
	}
	return false
}

// measuredBefore reports whether a length or capacity stands before the noun:
// "a 1,950-kilometre pipeline", "the 430 km line".
func (s *sentence) measuredBefore(np *projectPhrase) bool {
	for k := np.head - 1; k >= 0 && k >= np.from-1; k-- {
		if measure(s.slots[k].word) {
			return true
		}
	}
	return false
}

// measure reports whether a word is a unit of length or power.
func measure(w string) bool {
	switch w {
	case "km", "kilometre", "kilometer", "kilometres", "kilometers", "mile", "miles", "mw", "megawatt", "megawatts", "gw", "gigawatt", "kilovolt", "kv":
		return true
	}
	return false
}

// numbered reports whether the slot is the number of a numbered work: "1" of
// "Kambara-1".
func (s *sentence) numbered(k int) bool {
	w := s.slots[k].word
	return k > 1 && len(w) < 5 && w[0] >= '0' && w[0] <= '9' && (s.slots[k-1].word == "-" || s.slots[k-1].word == "–") && s.slots[k-2].capital
}

// apposedName is where a name begins that a phrase explains behind a comma:
// "ELMED, an undersea cable", "Nordlink 3, a 700 MW link"; the phrase's own
// beginning where none does.
func (s *sentence) apposedName(from int) int {
	k := from - 1
	for k > 0 && (measure(s.slots[k].word) || s.slots[k].word[0] >= '0' && s.slots[k].word[0] <= '9' || s.slots[k].word == "-") {
		k--
	}
	if k < 2 || s.slots[k].word != "a" && s.slots[k].word != "an" || s.slots[k-1].word != "," {
		return from
	}
	k -= 2
	if w := s.slots[k].word; k > 0 && len(w) < 3 && w[0] >= '0' && w[0] <= '9' {
		k--
	}
	if s.slots[k].kind == slotWord && s.slots[k].capital && !projectStop(s.slots[k].word) {
		return k
	}
	return from
}

// apposedToProject reports whether a phrase only explains a project named right
// before it: "the Alpina tunnel, a road link between …".
func (s *sentence) apposedToProject(np *projectPhrase) bool {
	for k, n := np.from-1, 0; k > 1 && n < 8; k, n = k-1, n+1 {
		if w := s.slots[k].word; (w == "a" || w == "an") && s.slots[k-1].word == "," {
			return s.slots[k-2].kind == slotProject
		}
		if s.slots[k].kind == slotMark && s.slots[k].word != "-" {
			return false
		}
	}
	return false
}

// onlyPlace reports whether a phrase names a port or airport as a place, or a
// road of another kind: "linked with the port of X", "the Belt and Road".
func (s *sentence) onlyPlace(np *projectPhrase) bool {
	switch s.slots[np.head].word {
	case "road":
		return np.head > 1 && s.slots[np.head-1].word == "and" && s.slots[np.head-2].word == "belt"
	case "port", "airport", "seaport", "deep-sea port":
	default:
		return false
	}
	k := np.from - 1
	for k >= 0 && (s.slots[k].word == "the" || s.slots[k].kind == slotDemonym || s.slots[k].word == "a") {
		k--
	}
	if k < 0 {
		return false
	}
	switch s.slots[k].word {
	case "to", "from", "at", "via", "through", "link", "links", "linking", "connect", "connects", "connecting", "near", "in", "with", "left", "reached":
		return !s.textOn(k)
	}
	return false
}

// carries reports whether a verb says what a line is for.
func carries(w string) bool {
	switch w {
	case "carry", "transport", "bring", "pump", "supply", "export", "move", "deliver":
		return true
	}
	return false
}

// placeAt reports whether a place stands at a slot, behind an article or
// people's name too: "the Kenyan port of X".
func (s *sentence) placeAt(k int) bool {
	if k < len(s.slots) && s.slots[k].word == "the" {
		k++
	}
	return k < len(s.slots) && (s.namesParty(k) || s.slots[k].kind == slotDemonym)
}

// willServe reports whether a clause behind the phrase tells what it is to do:
// "that is to join the two grids", "which will run for 50 km", "which both
// governments have studied".
func (s *sentence) willServe(k int) bool {
	for n := 0; n < 4 && k < len(s.slots) && s.slots[k].word != "that" && s.slots[k].word != "which"; n++ {
		if s.slots[k].kind == slotLeader || s.shape().VerbAt(k) >= 0 {
			return false
		}
		k++
	}
	for n := 0; n < 7 && k < len(s.slots); n, k = n+1, k+1 {
		switch s.slots[k].word {
		case "carry", "carries", "join", "joins", "link", "links", "connect", "connects", "run", "runs", "bring", "pump", "transport", "deliver", "study", "studied", "project", "planned", "financed", "funded", "built":
			return true
		}
	}
	return false
}

// jointly reports whether "joint" or two peoples stand before a noun: "a joint
// Kenyan-Ugandan enterprise".
func (s *sentence) jointly(from int) bool {
	for k := from; k >= 0 && k >= from-4; k-- {
		if s.slots[k].word == "joint" {
			return true
		}
	}
	return false
}
