package claim

// noJourney is why a trigger tells of no journey at all, whoever and wherever;
// empty where it may.
func (s *sentence) noJourney(h *hit, status string) miss {
	switch {
	case status == "":
		return missOpen
	case s.remote(h):
		return missRemote
	case s.figurative(h):
		return missFigure
	case (h.frame.name == "paidby" || h.frame.name == "paidto") && s.visitWithin(max(0, h.slot-9), h.slot) < 0: // money is paid too
		return missFigure
	case h.frame.name == "that" && !s.thatOf(h.slot):
		return missThat
	}
	return ""
}

// remote reports whether people met without travelling: by telephone or video.
func (s *sentence) remote(h *hit) bool {
	switch h.frame.sense {
	case "meeting", "attended", "presence":
	default:
		return false
	}
	from := max(0, h.slot-12)
	for k := h.slot; k > from; k-- {
		if w := s.slots[k].word; w == ";" || w == "." {
			from = k
		}
	}
	for k := from; k < len(s.slots) && k < h.slot+14; k++ {
		switch s.slots[k].word {
		case ";", ".":
			if k > h.slot {
				return false
			}
		case "phone", "telephone", "telephoned", "video", "videoconference", "virtual", "virtually", "online", "teleconference", "phoned":
			return true
		case "call", "calls":
			switch s.foldAt(k + 1) {
			case "on", "at", "for", "off", "paid":
			default:
				if s.verbless(k) && !s.holds([]string{"pay", "pays", "paid", "paying", "courtesy", "return", "returning", "returned", "repaid"}, max(0, k-6), min(len(s.slots), k+6)) {
					return true
				}
			}
		}
	}
	return false
}

// verbless reports whether a word that may be a verb stands here as a noun.
func (s *sentence) verbless(k int) bool { return s.shape().VerbAt(k) < 0 }

// figurative reports whether the motion is none of a person's body: "came to
// power in", "went to war", "return to talks".
func (s *sentence) figurative(h *hit) bool {
	if h.frame.kind == "noun" || !s.verb(h.slot, "go") && h.frame.name != "taken" {
		return false
	}
	for k := h.slot; k < len(s.slots) && k < h.slot+4; k++ {
		switch s.slots[k].word {
		case "power", "war", "office", "agreement", "terms", "force", "end", "conclusion", "effect", "ballot", "polls", "troops", "aid", "weapons", "attention", "message", "congratulations", "condolences", "letter", "progress", "support", "ambassador", "investment", "investments", "changes", "trade", "exports", "imports", "supplies":
			return true
		}
	}
	return false
}

// thatOf reports whether "that" stands for a visit: "a week after that of X to Y".
func (s *sentence) thatOf(k int) bool {
	if k+1 >= len(s.slots) || s.slots[k+1].word != "of" {
		return false
	}
	for j := 0; j < k; j++ {
		if s.slots[j].kind == slotVisit {
			return true
		}
	}
	return false
}
