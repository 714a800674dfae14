package claim

import "slices"

// relations are the two states whose relations the document is about, by its
// title ("Kenya–Norway relations", "Relations between Kenya and Norway"); none
// where it is about something else.
func (r *reader) relations() []party {
	if len(r.page.Document.Passages) == 0 {
		return nil
	}
	s := newSentence(r.page, 0)
	if len(s.slots) > 12 || !s.has["relations"] && !s.has["ties"] && !s.has["relationship"] || len(s.shape().Verbs) > 0 {
		return nil
	}
	ps := r.statesAmong(s, 0, len(s.slots))
	if len(ps) != 2 || ps[0].state == "" || ps[1].state == "" {
		return nil
	}
	return ps
}

// ofTheme are the two states that a document is about, for a text of which a
// sentence names no side, one of the two, or none but where it was signed; else
// the sides as found.
func (r *reader) ofTheme(s *sentence, g *signing, ps []party) []party {
	if len(r.theme) != 2 {
		return ps
	}
	from, to := s.stretch(g)
	for k := from; k < to && k < len(s.slots); k++ {
		where := s.topical(k) || k > 0 && s.slots[k].kind == slotCapital && s.slots[k-1].word == "of"
		if p := s.partyOf(k); !p.none() && !slices.Contains(r.theme, p) && !where {
			return ps
		}
		if sl := &s.slots[k]; sl.kind == slotLeader && sl.m.Entity >= 0 {
			if p := r.side(sl.m.Entity); !p.none() && !slices.Contains(r.theme, p) {
				return ps
			}
		}
	}
	return slices.Clone(r.theme)
}

// lastNamed are the sides of the people last named side by side.
func (r *reader) lastNamed(s *sentence) []party {
	var ps []party
	for _, l := range r.focus.leaders {
		if s.passage-r.focus.named <= 3 {
			ps = addParty(ps, r.side(l))
		}
	}
	return ps
}

// mentionedParties are the parties of a text that is only mentioned: its own,
// those of the text in whose list it stands, or those the document is about.
func (r *reader) mentionedParties(s *sentence, g *signing, np *textPhrase, a, first *agreement) []party {
	ps := r.ownParties(s, g, np, a)
	for k := 0; k < np.open && len(ps) < 2 && g.verb < np.open; k++ { // "the two neighbours mark 60 years since the signing of"
		if s.slots[k].kind == slotBoth {
			ps = r.lastNamed(s)
		}
	}
	switch {
	case len(ps) > 1:
		return ps
	case g.joined && first != nil:
		return slices.Clone(first.parties)
	}
	return r.ofTheme(s, g, ps)
}

// ownName reports whether a text with a date has a name written with capitals,
// and so is one that is known: "the Boundary Treaty of 3 May 1881".
func (s *sentence) ownName(n *textPhrase) bool {
	return n.open < n.from && n.from < n.head && s.slots[n.head].capital && s.slots[n.from].capital && s.dated(n)
}
