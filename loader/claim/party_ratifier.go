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
