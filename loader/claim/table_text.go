package claim

// textColumns are what the columns of a table that tells of texts hold, by
// number; -1 where there is none. Listed is set where every row is a text, not
// only what came of a journey.
type textColumns struct {
	title, parties, day, remarks int
	listed                       bool
	sides                        []party // that the heads name: "Signed for Kenya by"
}

// readTexts reads the texts that a row of a table tells of, by what the heads of
// its columns say, and reports whether it found any.
func (r *reader) readTexts(s *sentence) bool {
	c, ok := r.textColumns(s.passage)
	if !ok || !s.has["A"] {
		return false
	}
	cells := s.cells()
	at := func(i int) [2]int {
		if i < 0 || i >= len(cells) {
			return [2]int{}
		}
		return cells[i]
	}
	found := false
	cell := at(c.title)
	for k := cell[0]; k < cell[1]; {
		np, ok := s.cellText(k, cell[1])
		if !ok {
			break
		}
		k = np.to
		if found && c.listed && (np.from == 0 || s.slots[np.from-1].word != ";") {
			break // "…, and its protocol" is part of the title
		}
		status := s.rowStatus(&np, cell, at(c.remarks), c.listed)
		if status == "" {
			continue
		}
		g := &signing{rule: "agreement.row", verb: np.head, at: -1, status: status}
		if a := r.agreement(s, g, &np); a != nil {
			r.rowParties(s, g, &np, a, at(c.parties), c.sides)
			r.rowDate(s, a, at(c.day))
			if a.unsound() == "" {
				r.keepAgreement(s, g, &np, a)
				found = true
			}
		}
	}
	return found
}

// textColumns reads the heads of the table that a row belongs to.
func (r *reader) textColumns(row int) (textColumns, bool) {
	c := textColumns{-1, -1, -1, -1, false, nil}
	heads := r.tableHeads(row)
	if heads == nil {
		return c, false
	}
	for i, ws := range heads {
		has := ws.has
		switch {
		case c.title < 0 && has("title", "document", "documents", "agreement", "agreements", "mou", "mous", "instrument", "instruments", "text", "texts", "treaty", "treaties", "deliverable", "deliverables", "accord"):
			c.title, c.listed = i, true
		case c.title < 0 && has("outcome", "outcomes", "result", "results", "purpose", "notes", "remarks"):
			c.title = i
		case c.parties < 0 && has("party", "parties", "signatories", "signatory", "country", "countries", "state", "states", "partner", "partners", "between", "counterpart"):
			c.parties = i
		case c.day < 0 && has("date", "dates", "when", "day") || len(ws) == 1 && has("signed"):
			c.day = i
		case c.remarks < 0 && has("remarks", "status", "notes", "remark", "comment", "comments"):
			c.remarks = i
		}
	}
	hs := newSentence(r.page, r.page.Document.Passages[row].Head)
	c.sides = r.statesAmong(hs, 0, len(hs.slots))
	return c, c.title >= 0
}

// cellText is the first text that a cell names from slot k on: its title goes
// up to the next semicolon, or the end of the cell.
func (s *sentence) cellText(from, to int) (textPhrase, bool) {
	for k := from; k < to; k++ {
		if s.slots[k].kind != slotAgreement || s.notText(k) || s.modifier(k) {
			continue
		}
		np := s.textPhrase(from, k)
		np.to = min(np.to, to)
		if start := s.partStart(from, k); np.from > start && !s.hasWord("on", start, np.from) {
			for start < k && s.opensItem(start) {
				start++
			}
			np.from = start
		}
		return np, true
	}
	return textPhrase{}, false
}

// partStart is where the part of a cell that holds slot k begins: behind the
// semicolon or stop before it.
func (s *sentence) partStart(from, k int) int {
	for j := k - 1; j >= from; j-- {
		if w := s.slots[j].word; w == ";" || w == "." || w == ":" || w == "," {
			return j + 1
		}
	}
	return from
}

// rowStatus tells what became of a text in a cell, by its own words and those of
// the remarks beside it; "" where it was not made.
func (s *sentence) rowStatus(np *textPhrase, cell, remarks [2]int, listed bool) string {
	if s.unmade(np) {
		return ""
	}
	status := ""
	if listed || s.partStart(cell[0], np.from) == np.from {
		status = "signed"
	}
	for _, stretch := range [][2]int{{np.to, cell[1]}, remarks, {s.partStart(cell[0], np.from), np.from}} {
		for k := stretch[0]; k < stretch[1]; k++ {
			switch w := s.slots[k].word; {
			case w == ";" && stretch[0] == np.to:
				k = stretch[1]
			case w == "negotiations", w == "launched", w == "discussed", w == "postponed", w == "unsigned", w == "rejected":
				return ""
			case w == "planned", w == "expected", w == "pending", w == "awaits", w == "awaiting":
				return "planned"
			case w == "ratified" && !s.hasWord("when", stretch[0], k) && !s.hasWord("once", stretch[0], k):
				return "ratified"
			case frameFor("participle", w, "") != nil:
				status = "signed"
			}
		}
	}
	return status
}

// rowParties are whom a row's text binds: the parties that its column names,
// those of the title, or the two sides of the journey in the same row.
func (r *reader) rowParties(s *sentence, g *signing, np *textPhrase, a *agreement, cell [2]int, sides []party) {
	ps := r.statesAmong(s, cell[0], cell[1])
	if len(sides) == 2 && len(ps) < 2 {
		ps = sides
	}
	if len(ps) == 1 && ps[0].body != "" {
		a.parties, a.gathered = ps, true
		return
	}
	for _, p := range r.between(s, np.from, np.to) {
		ps = addParty(ps, p)
	}
	if len(ps) < 2 {
		for _, p := range r.named(s, g, np, a) {
			ps = addParty(ps, p)
		}
	}
	if v := r.focus.visit; len(ps) < 2 && v != nil && r.focus.at == s.passage {
		ps = r.visitParties(v, ps)
		a.hint = v
	}
	if whole, ok := r.opening(r.page.Document.Passages[s.passage].Lead); ok {
		a.hint, a.context, a.signed = whole.hint, whole.context, whole.signed
		if len(ps) < 2 {
			ps = whole.parties
		}
	}
	if all := r.statesAmong(s, 0, np.from); len(ps) < 2 && len(all) == 2 {
		ps = all
	}
	if home := (party{state: r.page.Home}); len(ps) == 1 {
		ps = addParty(ps, home)
	}
	a.parties = ps
}

// rowDate gives a row's text the day of its column; of one that is ratified it
// is the day of that.
func (r *reader) rowDate(s *sentence, a *agreement, cell [2]int) {
	d := s.cellDate(cell)
	if d == nil || d.To != "" && d.To != d.From {
		return
	}
	day := r.sectionYear(s.passage, d, d.From)
	if a.status == "ratified" {
		a.ratified = day
		return
	}
	a.signed = day
}
