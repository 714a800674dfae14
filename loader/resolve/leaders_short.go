package resolve

import (
	"slices"
	"strings"
)

// joinShort joins shorter forms to the one fuller name that they can mean.
func (p *people) joinShort() {
	classes := p.u.sets()
	full := make([]bool, len(classes))
	fits := make([][]int, len(classes))
	for c := range classes {
		for d := range classes {
			if c != d && p.shorter(classes[c], classes[d]) {
				fits[c] = append(fits[c], d)
			}
		}
		full[c] = len(fits[c]) == 0
	}
	for c, candidates := range fits {
		candidates = slices.DeleteFunc(slices.Clone(candidates), func(d int) bool { return !full[d] })
		if len(candidates) > 1 {
			candidates = slices.DeleteFunc(candidates, func(d int) bool { return !p.share(classes[c], classes[d], oneTitle) })
		}
		if len(candidates) == 1 {
			p.u.join(classes[c][0], classes[candidates[0]][0])
		}
	}
}

// shorter reports whether every name of class c is a part of a name of class d
// and the two serve one state or organization; single words and initials under
// titles that can be one person's. Of the same single words, those of which less is known
// count as the shorter.
func (p *people) shorter(c, d []int) bool {
	if x, y := p.known(c), p.known(d); x != y && x != "" && y != "" {
		return false
	}
	titles, less := anyTitle, p.told(c) < p.told(d)
	for _, i := range c {
		bare := len(p.names[i]) == 1
		if bare || initialed(p.names[i]) {
			titles = titlesFit
		}
		if !slices.ContainsFunc(d, func(j int) bool {
			return part(p.names[i], p.names[j]) || bare && less && slices.Equal(p.names[i], p.names[j])
		}) {
			return false
		}
	}
	return p.share(c, d, titles)
}

// told is how much is known of a class of single words.
func (p *people) told(class []int) int {
	n := 0
	for _, i := range class {
		switch {
		case p.all[i].Known != "":
			return 2
		case slices.ContainsFunc(p.all[i].Offices, func(o office) bool { return o.Title != "" }):
			n = 1
		}
	}
	return n
}

func (p *people) share(c, d []int, titles func(a, b string) bool) bool {
	return p.anyPair(c, d, func(i, j int) bool { return p.shareOffice(i, j, titles) })
}

// part reports whether a name's words are some but not all of another's, or
// initials of them, where what is left out is no "junior" or "the second".
func part(short, long []string) bool {
	if len(short) == 0 || len(short) > len(long) || len(short) == len(long) && !initialed(short) {
		return false
	}
	rest := slices.Clone(long)
	for _, w := range short {
		i := slices.Index(rest, w)
		if i < 0 && len(w) == 1 && len(short) > 1 {
			i = slices.IndexFunc(rest, func(full string) bool { return strings.HasPrefix(full, w) && len(full) > 1 })
		}
		if i < 0 {
			return false
		}
		rest = slices.Delete(rest, i, i+1)
	}
	for _, w := range rest {
		switch w {
		case "jr", "sr", "junior", "senior", "i", "y", "yi", "iv", "v":
			// Of a bare surname it may still be the bearer.
			if len(short) > 1 {
				return false
			}
		}
	}
	return true
}

// initialed reports whether a name has more than one word, and initials among
// them: "S. Jayan".
func initialed(name []string) bool {
	return len(name) > 1 && slices.ContainsFunc(name, func(w string) bool { return len(w) == 1 })
}
