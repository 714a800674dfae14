package claim

import (
	"strings"
	"sync"
)

// signingFrame is a row of patterns/agreements.tsv: how a noun for a text stands to
// the word that tells what became of it, and which words these are.
type signingFrame struct {
	name    string
	role    string // object, passive, participle, of, through, force, member, outcome, welcomed
	words   map[string]bool
	preps   map[string]bool // prepositions between the word and the text
	status  string
	comment string
	example string
	expect  string
}

// signingFrames are the rows of patterns/agreements.tsv, in order: the first that
// fits counts.
var signingFrames = sync.OnceValue(func() []signingFrame {
	classes := map[string][]string{}
	var out []signingFrame
	for _, c := range patternRows("agreements.tsv") {
		c = append(c, make([]string, 6)...)
		if c[1] == "class" {
			classes[c[0]] = strings.Fields(c[2])
			continue
		}
		role, preps, _ := strings.Cut(c[1], ">")
		f := signingFrame{name: c[0], role: role, status: c[3], comment: c[4], example: c[5], expect: c[6], words: map[string]bool{}, preps: map[string]bool{}}
		for _, p := range strings.FieldsFunc(preps, func(r rune) bool { return r == '|' }) {
			f.preps[p] = true
		}
		for _, w := range strings.Fields(c[2]) {
			forms := []string{w}
			if strings.HasPrefix(w, "{") {
				forms = classes[strings.Trim(w, "{}")]
			}
			for _, w := range forms {
				for _, x := range inflect(w) {
					f.words[x] = true
				}
			}
		}
		out = append(out, f)
	}
	return out
})

// inflect gives the forms of a verb; "strike/struck" has a past of its own. A
// word with "=" stands as it is.
func inflect(w string) []string {
	if strings.HasPrefix(w, "=") {
		return []string{w[1:]}
	}
	w, past, irregular := strings.Cut(w, "/")
	stem, s := w, w+"s"
	switch {
	case strings.HasSuffix(w, "e"):
		stem = w[:len(w)-1]
	case strings.HasSuffix(w, "y") && !strings.ContainsAny(w[len(w)-2:len(w)-1], "aeiou"):
		s = w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ss"):
		s = w + "es"
	}
	out := []string{w, s, stem + "ing"}
	switch {
	case irregular:
		out = append(out, past)
	case strings.HasSuffix(s, "ies"):
		out = append(out, w[:len(w)-1]+"ied")
	default:
		out = append(out, stem+"ed")
	}
	if last := w[len(w)-1]; last == 'l' || last == 'n' || last == 't' {
		out = append(out, w+string(last)+"ed", w+string(last)+"ing")
	}
	return out
}

// frameFor is the first frame of a role that has a word, with a preposition
// between where the role asks for one.
func frameFor(role, word, prep string) *signingFrame {
	all := signingFrames()
	for i := range all {
		f := &all[i]
		if f.role == role && f.words[word] && (prep == "" && len(f.preps) == 0 || f.preps[prep]) {
			return f
		}
	}
	return nil
}
