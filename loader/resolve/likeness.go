package resolve

import (
	"cmp"
	"slices"

	"github.com/entente-graph/entente/graph"
)

// How far two tellings of a text are apart, by title and count alone. What is
// not the same needs one occasion to be one text.
const (
	same  = 0
	near  = 10 // one title says more than the other, or the count is told otherwise
	vague = 20 // one has no title, or no count
	apart = 99
)

// distance compares how two texts are named.
func distance(a, b label) int {
	x, y := a.head, b.head
	comparable := within(x, y) || within(y, x)
	titled := a.Head == b.Head && a.Head != ""
	less, more := min(a.Count, b.Count), max(a.Count, b.Count)
	switch {
	case !comparable && (less != more || less == 0):
		return apart
	case titled && (less == more || less == 0), less == more && less != 0 && comparable:
		return same
	case titled, less == more && less != 0:
		return near
	case less == 0 && more == 0 && len(x) > 0 && len(y) > 0:
		return near
	case less == 0:
		return vague
	case 3*less >= 2*more: // "20 documents", "eighteen agreements"
		return near + 9 - int(9*less/more)
	}
	return apart
}

// within reports whether all of some words are among others.
func within(some, all []string) bool {
	return !slices.ContainsFunc(some, func(w string) bool { return !slices.Contains(all, w) })
}

func (a *agreement) label() label { return label{a.Head, a.Count, a.head} }

func compareLabels(a, b label) int {
	return cmp.Or(cmp.Compare(a.Head, b.Head), cmp.Compare(a.Count, b.Count))
}

// mistakable reports whether another fewest could mean either of two texts of
// one document.
func mistakable(a, b *agreement) bool {
	switch {
	case a.Kind != b.Kind, len(a.Parties) > 0 && !partiesMeet(a, b), !datesFit(a, b) && !shareAny(a.Visits, b.Visits):
		return false
	case a.bare() || b.bare() || a.Count != 0 && b.Count != 0:
		return true
	}
	return distance(a.label(), b.label()) < apart
}

// alike reports whether two members that tell equally much are one text.
func alike(a, b *agreement) bool {
	if a.Kind != b.Kind || !compatible(a, b) || !bound(a, b) {
		return false
	}
	if a.bare() {
		return slices.EqualFunc(a.Beside, b.Beside, func(x, y label) bool { return compareLabels(x, y) == 0 })
	}
	if shareAny(a.Visits, b.Visits) {
		return true
	}
	// Undated and named by one word: of one time, or it may be any.
	return a.Signed == b.Signed && (a.Signed != "" || len(a.head) > 1 || a.Told == b.Told || nextMonth(a.Told) == b.Told || nextMonth(b.Told) == a.Told)
}

// fewest is the least number of documents that two packages of one month do not
// share by chance.
const fewest = 5

// bound reports whether title, count or occasion hold two members together.
func bound(a, b *agreement) bool {
	if a.Alone != b.Alone || a.Alone == "" && !partiesMeet(a, b) {
		return false
	}
	once := oneOccasion(a, b)
	if distance(a.label(), b.label()) == same {
		if a.Head == b.Head && a.Head != "" {
			return once || a.Kind == b.Kind || a.Kind == "" || b.Kind == ""
		}
		return once || a.Count >= fewest && precision(a.Signed) > 1 && precision(b.Signed) > 1
	}
	return once && pricesFit(a, b) && a.Kind == b.Kind && a.Kind != "" && slices.Equal(a.Parties, b.Parties)
}

// partiesMeet reports whether two texts have two parties in common, or are of
// one body alone.
func partiesMeet(a, b *agreement) bool {
	n := shared(a.Parties, b.Parties)
	return n > 1 || n == 1 && len(a.Parties) == 1 && len(b.Parties) == 1
}

// pricesFit reports whether two amounts can be one, told more or less exactly.
func pricesFit(a, b *agreement) bool {
	less, more := min(a.Amount, b.Amount), max(a.Amount, b.Amount)
	return less == 0 || a.Coin != b.Coin || 5*less >= 4*more
}

// oneOccasion reports whether two texts come from one visit, or from one day.
func oneOccasion(a, b *agreement) bool {
	if shareAny(a.Visits, b.Visits) {
		return datesFit(a, b) || a.Signed[:min(len(a.Signed), 7)] == b.Signed[:min(len(b.Signed), 7)]
	}
	first, last := a.span()
	from, to := b.span()
	return first != "" && from != "" && first <= to && from <= last && (first == last || from == to)
}

// compatible reports whether kind, date and names allow two members to be one,
// and neither has a neighbour in its document that could be meant as well.
func compatible(a, b *agreement) bool {
	d := distance(a.label(), b.label())
	if d >= apart || !kindsFit(a, b) {
		return false
	}
	if !shareAny(a.Visits, b.Visits) && (!datesFit(a, b) || !a.timely(b) || !b.timely(a) || len(a.Visits) > 0 && len(b.Visits) > 0 && (a.Signed == "" || b.Signed == "")) {
		return false
	}
	return d == same || !rivals(a, b, d)
}

// rivals reports whether a neighbour of one member is as near to the other.
func rivals(a, b *agreement, d int) bool {
	return slices.ContainsFunc(a.Beside, func(l label) bool { return distance(l, b.label()) <= d }) ||
		slices.ContainsFunc(b.Beside, func(l label) bool { return distance(l, a.label()) <= d })
}

// kindsFit reports whether one text may be called by both kinds.
func kindsFit(a, b *agreement) bool {
	if a.Kind == b.Kind || a.Kind == "" || b.Kind == "" {
		return true
	}
	other := a.Kind
	if a.Kind == "treaty" {
		other = b.Kind
	} else if b.Kind != "treaty" {
		return false
	}
	return other != "declaration" && other != "package"
}

// timely reports whether an undated text can be one that was signed, or due,
// when another was: signed before the document was published, or planned then
// and signed later.
func (a *agreement) timely(b *agreement) bool {
	first, last, err := graph.Days(b.Signed)
	switch {
	case a.Told == "" || err != nil:
		return true
	case a.Due:
		return last[:7] >= a.Told
	}
	return first[:7] <= a.Told
}

func datesFit(a, b *agreement) bool {
	return a.Signed == "" || b.Signed == "" || graph.DateFits(graph.OpOverlaps, a.Signed, b.Signed)
}

func shared(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}
