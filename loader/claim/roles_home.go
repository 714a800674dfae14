package claim

import (
	"slices"
	"strings"
)

// notAtHome are, of the guests at a meeting, those who can be said to have come:
// of somebody whose state the text does not tell, met by somebody from abroad,
// it is more likely that they were at home ("In Oslo, the Kenyan minister met
// President X").
func (r *reader) notAtHome(s *sentence, h *hit, guests []int) []int {
	if h.frame.sense != "meeting" || !slices.ContainsFunc(guests, r.placed) {
		return guests
	}
	return slices.DeleteFunc(slices.Clone(guests), func(l int) bool { return !r.placed(l) })
}

// placed reports whether it is known for whom a person acts.
func (r *reader) placed(l int) bool {
	return r.leaderState(l) != "" || l >= 0 && r.page.People[l].Organization != ""
}

// movable are the people whom a trigger can bring from elsewhere: an ambassador
// who stood by has been there all the time, unless he is said to have travelled.
func (r *reader) movable(h *hit, who []int) []int {
	switch h.frame.sense {
	case "visit", "planned", "left", "again", "since":
		return who
	}
	return slices.DeleteFunc(slices.Clone(who), r.resides)
}

// resides reports whether somebody's only office is to live abroad.
func (r *reader) resides(l int) bool {
	if l < 0 || len(r.page.People[l].Offices) == 0 {
		return false
	}
	for _, o := range r.page.People[l].Offices {
		if !strings.HasSuffix(o.Title, "ambassador") && !strings.HasSuffix(o.Title, "high commissioner") && !strings.HasSuffix(o.Title, "consul general") && !strings.HasPrefix(o.Title, "charg") {
			return false
		}
	}
	return true
}
