package claim

import "slices"

// readItem reads a list item or table row that names a text, where its lead-in
// says that texts were signed ("The following were signed:"). It reports
// whether it did.
func (r *reader) readItem(s *sentence) bool {
	p := &r.page.Document.Passages[s.passage]
	if !s.has["A"] {
		return false
	}
	lead := p.Lead
	if lead < 0 {
		return false
	}
	ls := newSentence(r.page, lead)
	status, ok := listStatus(ls)
	whole := r.focus.included
	if whole == nil || r.focus.listed != lead {
		whole = nil
	} else if !ok { // "Among them are:", of a package told before
		status, ok = whole.status, true
	}
	if !ok {
		return false
	}
	np, ok := s.itemText()
	if !ok {
		return false
	}
	g := signing{rule: "agreement.item", verb: np.head, at: -1, status: status}
	a := r.agreement(s, &g, &np)
	if a == nil {
		return false
	}
	ps := r.between(s, 0, len(s.slots))
	if whole != nil && len(ps) < 2 {
		ps = slices.Clone(whole.parties)
	}
	if v := r.focus.visit; len(ps) < 2 && v != nil {
		ps = r.visitParties(v, nil)
		a.weaken("inherited-parties")
	}
	if len(ps) < 2 && len(r.focus.pair) == 2 {
		ps = []party{{state: r.focus.pair[0]}, {state: r.focus.pair[1]}}
		a.weaken("inherited-parties")
	}
	a.parties = ps
	if d, _ := s.dateOf(np.head, np.head+1); d != nil && len(d.From) > 4 && d.To == "" {
		a.signed = d.From
	}
	r.hear(s, &g, a, nil)
	if why := a.unsound(); why != "" {
		r.trace.missedText(s, &np, &g, a, why)
		return false
	}
	r.keepAgreement(s, &g, &np, a)
	return true
}

// listStatus tells whether a lead-in opens a list of texts, and what became of
// them.
func listStatus(s *sentence) (string, bool) {
	for k := len(s.slots) - 1; k >= 0; k-- { // the verb nearest to the list counts
		sl := &s.slots[k]
		if sl.kind != slotWord {
			continue
		}
		if frameFor("of", sl.word, "") != nil {
			return "signed", true
		}
		if v := s.shape().VerbAt(k); v >= 0 && frameFor("passive", sl.word, "") != nil {
			if st := s.signingStatus(v, "signed"); st != "" {
				return st, true
			}
			return "", false
		}
	}
	for k := range s.slots { // "List of documents:", "Agreements and memoranda"
		if s.slots[k].kind == slotAgreement && len(s.slots) < 12 {
			return "signed", true
		}
	}
	return "", false
}

// itemText is the text that an item names: the whole item up to its first
// sentence's end, where a noun for a text stands near its beginning.
func (s *sentence) itemText() (textPhrase, bool) {
	for k := range s.slots {
		if s.slots[k].kind != slotAgreement || s.notText(k) {
			continue
		}
		if k > 12 {
			break
		}
		start := 0
		for start < k && (s.slots[start].kind == slotMark || s.slots[start].kind == slotNumber && start+1 < k && s.slots[start+1].kind == slotMark || itemMark(s.slots[start].word)) {
			start++
		}
		np := s.textPhrase(start, k)
		np.from = start
		if np.count == 0 {
			np.kind = s.slots[k].value
			np.plural = false
		}
		return np, true
	}
	return textPhrase{}, false
}

// itemMark reports whether a word opens an item without belonging to its title.
func itemMark(w string) bool {
	switch w {
	case "the", "a", "an", "and", "also", "another", "their", "its", "-", ",", "as", "well", "that", "which", "both", "jointly", "formally", "officially":
		return true
	}
	return false
}
