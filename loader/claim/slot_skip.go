package claim

import "github.com/entente-graph/entente/loader/mention"

// styleAt is how many tokens a style before a name takes that says nothing of
// whom it is: "Mr.", "Shri". Its stop would end the sentence.
func styleAt(ts []mention.Token, i int) int {
	switch ts[i].Fold {
	case "mr", "mrs", "ms", "dr", "prof", "hon", "shri", "smt", "mme":
	default:
		return 0
	}
	n := 1
	if i+1 < len(ts) && ts[i+1].Text == "." {
		n = 2
	}
	if i+n >= len(ts) || !ts[i+n].Capital() {
		return 0
	}
	return n
}

// pictured is how many tokens a bracket takes that only says where in a picture
// somebody stands: "X (left)", "Y (second from right)". It would part those whom
// a caption lists.
func pictured(ts []mention.Token, i int) int {
	if ts[i].Text != "(" {
		return 0
	}
	for k := i + 1; k < len(ts) && k < i+6; k++ {
		switch ts[k].Fold {
		case "left", "right", "centre", "center", "middle", "l", "r", "c", "first", "second", "third", "fourth", "2nd", "3rd", "4th", "from", "front", "back", "row", "far", "top", "bottom", "pictured", "foreground", "background", "in", "the":
		case ")":
			if k == i+1 {
				return 0
			}
			return k + 1 - i
		default:
			return 0
		}
	}
	return 0
}

// objectAt reports whether the "her" at token i owns nothing: what follows is
// no noun ("will take her to Oslo").
func objectAt(ts []mention.Token, i int) bool {
	if i+1 >= len(ts) || !ts[i+1].Word() {
		return true
	}
	switch ts[i+1].Fold {
	case "first", "then", "next": // "took her first to Oslo"
		return i+2 < len(ts) && ts[i+2].Fold == "to"
	case "to", "in", "on", "at", "and", "for", "with", "from", "there", "by", "as", "into", "through", "across", "back", "when", "where", "that", "who", "during", "after", "before", "this", "last", "today":
		return true
	}
	return false
}

func covering(qs []*mention.Mention, at int) *mention.Mention {
	for _, q := range qs {
		if q.Start <= at && at < q.End {
			return q
		}
	}
	return nil
}
