package claim

// ratifier is the side whose parliament, named by itself, ratifies a text: that
// of the place it sits in ("In Oslo, parliament ratified"), or of who signed for
// it ("the Storting ratified the treaty, to which Moro had put his name").
func (r *reader) ratifier(s *sentence, g *signing, np *textPhrase) []party {
	if before := s.signedBefore(np, g); before != nil {
		from, to := s.actors(before)
		if ps := r.subjects(s, from, to); len(ps) > 0 {
			return ps
		}
	}
	for k := 0; k+1 < g.verb && k < 4; k++ {
		if s.slots[k].word == "in" {
			if p, end := s.place(k + 1); end > k+1 {
				return []party{{state: p.state}}
			}
		}
	}
	return nil
}

// instruments reads that the instruments of ratification were exchanged of the
// text told just before.
func (r *reader) instruments(s *sentence, texts []textPhrase) {
	if len(texts) > 0 || len(r.agreements) == 0 || !s.has["ratification"] {
		return
	}
	o := r.agreements[len(r.agreements)-1]
	if s.passage-o.lastTold() > 2 || o.count > 1 || o.vague || o.status != "signed" {
		return
	}
	for i := range s.shape().Verbs {
		v := &s.shape().Verbs[i]
		if !formOf(s.slots[v.Head].word, "exchange") || v.Negated || v.Modal != "" || s.signingStatus(i, "ratified") != "ratified" {
			continue
		}
		o.status = "ratified"
		if k := s.dateAmong(0, len(s.slots), &textPhrase{}, false); k >= 0 {
			o.ratified, _ = s.dateAt(k)
		}
		return
	}
}
