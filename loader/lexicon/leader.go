package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// Leaders returns the office-holders whom reading is steered by.
var Leaders = sync.OnceValue(func() []Leader {
	var out []Leader
	for _, r := range rows("leaders.tsv") {
		t := Term{Office: cell(r, 3), From: cell(r, 4), To: cell(r, 5)}
		if whom := cell(r, 2); len(whom) == 2 {
			t.State = whom
		} else {
			t.Organization = whom
		}
		if n := len(out); n > 0 && out[n-1].Name == cell(r, 0) {
			out[n-1].Terms = append(out[n-1].Terms, t)
			continue
		}
		l := Leader{Name: cell(r, 0), Term: t, Terms: []Term{t}, Family: cell(r, 6), Woman: cell(r, 7) == "w"}
		for _, name := range append([]string{l.Name}, list(r, 1)...) {
			for _, v := range variants(name, t.State) {
				if v != l.Name && !slices.Contains(l.Spellings, v) {
					l.Spellings = append(l.Spellings, v)
				}
			}
		}
		if l.Family != "" {
			l.Families = endings(l.Family)
		}
		out = append(out, l)
	}
	return out
})

// At returns the term that holds at a date, which begins with its year; where
// none does or the date is empty, the one that the name calls to mind first.
func (l Leader) At(date string) Term {
	if len(date) >= 4 {
		year := date[:4]
		for _, t := range l.Terms {
			if t.From <= year && (t.To == "" || year <= t.To) {
				return t
			}
		}
	}
	return l.Term
}

// Of returns the term that a person served a state or body, in or out of office.
func (l Leader) Of(state, organization string) (Term, bool) {
	for _, t := range l.Terms {
		if t.State == state && t.Organization == organization {
			return t, true
		}
	}
	return Term{}, false
}

var givenNames = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, r := range rows("transliterations.tsv") {
		group := list(r, 0)
		for _, name := range group {
			out[name] = group
		}
	}
	return out
})

// variants returns a name as outlets spell it: other transliterations of the
// given name, of the family name's ending and of a state's letters, "al-" as "el-", "al" or left
// out, and the order of words that a state's own press has.
func variants(name, state string) []string {
	out := []string{}
	given, rest, _ := strings.Cut(name, " ")
	group := givenNames()[given]
	if group == nil {
		group = []string{given}
	}
	for _, g := range group {
		full := strings.TrimSpace(g + " " + rest)
		for _, v := range endings(full) {
			out = append(out, particles(v)...)
		}
	}
	out = append(out, respelled(out, state)...)
	switch {
	case (state == "jp" || state == "hu") && strings.Count(name, " ") == 1:
		out = append(out, rest+" "+given)
	case state == "kr" || state == "kp":
		if strings.Contains(name, "-") {
			out = append(out, strings.ReplaceAll(name, "-", " "))
		} else if w := strings.Fields(name); len(w) == 3 {
			out = append(out, w[0]+" "+w[1]+"-"+w[2])
		}
	}
	return out
}

// letters are the rows of letters.tsv.
var letters = sync.OnceValue(func() [][]string { return rows("letters.tsv") })

// respelled spells names of a state with the other letters that letters.tsv
// has for it: "Zhaparov" for "Japarov".
func respelled(names []string, state string) []string {
	var out []string
	for _, r := range letters() {
		if !slices.Contains(list(r, 0), state) {
			continue
		}
		from, to := cell(r, 1), cell(r, 2)
		both := strings.NewReplacer(from, to, strings.ToUpper(from[:1])+from[1:], strings.ToUpper(to[:1])+to[1:])
		for _, n := range names {
			if other := both.Replace(n); other != n {
				out = append(out, other)
			}
		}
	}
	return out
}

// particles spells the Arabic article of a name otherwise.
func particles(name string) []string {
	for _, article := range []string{" al-", " Al-", " el-", " El-"} {
		if strings.Contains(name, article) {
			var out []string
			for _, other := range []string{" al-", " el-", " al ", " el ", " "} {
				out = append(out, strings.ReplaceAll(name, article, other))
			}
			return out
		}
	}
	return []string{name}
}

// endings spells the ending of a Slavic or Turkic family name otherwise:
// "-ayev" and "-aev", "-skyy" and "-sky".
func endings(name string) []string {
	for _, e := range [][]string{
		{"ayev", "aev"}, {"oyev", "oev"}, {"iyev", "iev"}, {"eyev", "eev"}, {"ayeva", "aeva"}, {"iyeva", "ieva"}, {"oyeva", "oeva"},
		{"skyy", "sky", "skiy", "skyi"}, {"medow", "medov"}, {"yan", "ian"},
		{"zoda", "zada", "zadeh"},
	} {
		for _, ending := range e {
			stem, ok := strings.CutSuffix(name, ending)
			if !ok {
				continue
			}
			var out []string
			for _, other := range e {
				out = append(out, stem+other)
			}
			return out
		}
	}
	return []string{name}
}
