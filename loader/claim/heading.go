package claim

// readTitle reads the title of a document that is itself a joint statement
// ("Joint Statement of Kenya and Norway"): the title serves as evidence.
func (r *reader) readTitle(s *sentence) {
	if s.passage > 3 || len(r.agreements) > 0 || !s.has["A"] {
		return
	}
	head := -1
	for k := range s.slots {
		sl := &s.slots[k]
		if sl.kind == slotAgreement {
			head = k
			break
		}
		if s.partyOf(k).none() && sl.kind != slotMark && sl.kind != slotNumber && sl.word != "and" && sl.word != "joint" && sl.word != "the" {
			return
		}
	}
	if head < 0 || s.slots[head].value != "declaration" {
		return
	}
	for k := head + 1; k < len(s.slots); k++ {
		if frameFor("object", s.slots[k].word, "") != nil || s.verb(k, "state") || s.verb(k, "meet") {
			return // "Joint statement signed by …" tells of one
		}
	}
	var ps []party
	for k := range s.slots {
		if sl := &s.slots[k]; sl.kind == slotLeader && sl.m.Entity >= 0 {
			ps = addParty(ps, r.side(sl.m.Entity))
		} else {
			ps = addParty(ps, s.partyOf(k))
		}
	}
	if len(ps) < 2 || len(ps) > 8 {
		return
	}
	np := s.textPhrase(0, head)
	np.from, np.to = 0, len(s.slots)
	a := &agreement{title: np.title(s), kind: "declaration", status: "signed", parties: ps, told: told{rule: "agreement.title"}}
	a.head = HeadWords(a.title)
	g := signing{rule: "agreement.title", verb: head, at: -1}
	r.keepAgreement(s, &g, &np, a)
}
