package claim

import "slices"

// surroundings are what a Reading says beside a visit or an agreement itself
// that tells how far it can be relied on.
type surroundings struct {
	named   map[int]map[Ref]bool // by passage: who and what it names
	parties map[Ref][]Ref        // of an agreement
	stays   map[[2]Ref][]Ref     // visits of a leader to a state
	pairs   map[Ref][][2]Ref     // leaders and states of a visit
}

func newSurroundings(r *Reading) *surroundings {
	s := &surroundings{named: map[int]map[Ref]bool{}, parties: map[Ref][]Ref{}, stays: map[[2]Ref][]Ref{}, pairs: map[Ref][][2]Ref{}}
	for _, m := range r.Mentions {
		if s.named[m.Passage] == nil {
			s.named[m.Passage] = map[Ref]bool{}
		}
		s.named[m.Passage][m.Of] = true
	}
	travellers := map[Ref][]Ref{}
	for _, f := range r.Facts {
		switch f.Type {
		case "MADE":
			travellers[f.To] = append(travellers[f.To], f.From)
		case "PARTY_TO":
			s.parties[f.To] = append(s.parties[f.To], f.From)
		}
	}
	for _, f := range r.Facts {
		if f.Type != "TO" {
			continue
		}
		for _, who := range travellers[f.From] {
			pair := [2]Ref{who, f.To}
			s.stays[pair] = append(s.stays[pair], f.From)
			s.pairs[f.From] = append(s.pairs[f.From], pair)
		}
	}
	return s
}

// visit tells whether the document has its traveller in the same state at
// another time too: one of the two may be the other, told again.
func (s *surroundings) visit(v Ref) []string {
	for _, pair := range s.pairs[v] {
		if len(s.stays[pair]) > 1 {
			return []string{"visit-again"}
		}
	}
	return nil
}

// agreement tells whether the passage that tells it first names two of its parties.
func (s *surroundings) agreement(e *Entity) []string {
	named := 0
	for _, p := range s.parties[e.Ref] {
		if s.named[e.Evidence[0].Passage][p] {
			named++
		}
	}
	if named > 1 {
		return []string{"parties-named"}
	}
	return nil
}

// strides tells how many weak steps lead to a fact, but for that to a year
// which the text leaves out, which hardly ever goes wrong.
func (s *Support) strides() []string {
	n := len(s.Weak)
	if slices.Contains(s.Weak, "year") {
		n--
	}
	switch n {
	case 0:
		return []string{"no-weak-step"}
	case 1:
		return nil
	}
	return []string{"weak-steps"}
}
