package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/mention"
)

// regions are the states of regions that count them: "the five Central Asian
// countries".
func regions(w string) []string {
	switch w {
	case "asian":
		return []string{"kz", "kg", "tj", "tm", "uz"}
	case "baltic":
		return []string{"ee", "lv", "lt"}
	case "caucasian", "caucasus":
		return []string{"am", "az", "ge"}
	}
	return nil
}

// region are the states that a counted region between two slots means, where the
// document names each of them.
func (r *reader) region(s *sentence, from, to int) []party {
	for k := from; k < to; k++ {
		states := regions(s.slots[k].word)
		if len(states) == 0 || s.slots[k].word == "asian" && (k == 0 || s.slots[k-1].word != "central") {
			continue
		}
		counted := false
		for j := from; j < k; j++ {
			counted = counted || s.countAt(j) == len(states)
		}
		if !counted {
			continue
		}
		var ps []party
		for _, st := range states {
			if !r.tells(st) {
				return nil
			}
			ps = append(ps, party{state: st})
		}
		return ps
	}
	return nil
}

// tells reports whether the document names a state, or somebody of it.
func (r *reader) tells(state string) bool {
	for _, p := range r.page.People {
		if p.State == state {
			return true
		}
	}
	for i := range r.page.Mentions {
		if slices.ContainsFunc(r.page.Mentions[i], func(m mention.Mention) bool { return m.State == state }) {
			return true
		}
	}
	return false
}
