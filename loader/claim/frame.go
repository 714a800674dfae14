package claim

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/entente-graph/entente/loader/syntax"
)

//go:embed patterns/*.tsv
var patternFiles embed.FS

// frame is a row of patterns/visits.tsv: what a word that tells of an event expects
// around it, and an example that tests run.
//
//	trigger  verb:go|travel    an active verb of these classes (lexicon) or words
//	         passive:host      a passive one
//	         noun:visit        a noun
//	who      subject, object, by, with, of, between, owner, … see roles.go
//	where    to, in, at: a preposition; object, before, there, mind, …
//
// Several sources may stand for a role, the surest first, parted by "|"; joined
// by "+" they are taken together.
type frame struct {
	name    string
	kind    string   // verb, passive, noun
	words   []string // classes of the lexicon, or words
	with    []string // words of which one must stand in the clause, none where empty
	who     [][]string
	where   []string
	sense   string
	example string
	expect  string
}

// passing reports whether a frame tells of something that people do at a place
// on a day, and only so of a stay there.
func (f *frame) passing() bool {
	switch f.sense {
	case "meeting", "attended", "speech", "presence", "stay", "left":
		return true
	}
	return false
}

// aside reports whether a frame only helps others, so that it is no miss where
// it gives nothing: an invitation is told where it is accepted, a way home is
// no journey.
func (f *frame) aside() bool { return f.sense == "invite" || f.name == "homeward" }

// patternRows are the rows of a file of patterns, as cells; lines that begin
// with "#" are comments.
func patternRows(file string) [][]string {
	data, err := patternFiles.ReadFile("patterns/" + file)
	if err != nil {
		panic("claim: patterns/" + file + " is not embedded")
	}
	var out [][]string
	for line := range strings.SplitSeq(string(data), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// visitFrames are the rows of patterns/visits.tsv, in order.
var visitFrames = sync.OnceValue(func() []frame {
	var out []frame
	for _, cells := range patternRows("visits.tsv") {
		out = append(out, newFrame(cells))
	}
	return out
})

// newFrame reads a row: name, trigger, who, where, sense, example, expected.
func newFrame(cells []string) frame {
	cells = append(cells, make([]string, 7)...)
	f := frame{name: cells[0], sense: cells[4], example: cells[5], expect: cells[6]}
	trigger, with, _ := strings.Cut(cells[1], " ")
	f.kind, trigger, _ = strings.Cut(trigger, ":")
	f.words = strings.Split(trigger, "|")
	if with != "" {
		f.with = strings.Split(with, "|")
	}
	for alternative := range strings.SplitSeq(cells[2], "|") {
		f.who = append(f.who, strings.Split(alternative, "+"))
	}
	f.where = strings.Split(cells[3], "|")
	return f
}

// hit is where a frame's trigger stands.
type hit struct {
	frame *frame
	slot  int // the verb or noun
	verb  int // the verb itself, or that on which the noun hangs; -1 where there is none
}

// hits finds the triggers of visits in a sentence, verbs before nouns, left to
// right. A trigger may fit several frames; the first that yields anything wins,
// so all are given.
func (s *sentence) hits() []hit {
	var out []hit
	frames, sh := visitFrames(), s.shape()
	for i := range sh.Verbs {
		v := &sh.Verbs[i]
		for j := range frames {
			f := &frames[j]
			if f.kind == "noun" || f.kind == "passive" != v.Passive && f.kind != "any" || !s.classed(v.Head, f.words) || !s.holds(f.with, v.Start, v.End) {
				continue
			}
			out = append(out, hit{f, v.Head, i})
		}
	}
	for k := range s.slots {
		if v := sh.VerbAt(k); v >= 0 && (s.slots[k].kind != slotVisit || sh.Verbs[v].Head == k) {
			continue
		}
		for j := range frames {
			if f := &frames[j]; f.kind == "noun" && s.classed(k, f.words) {
				out = append(out, hit{f, k, s.hangsOn(k)})
			}
		}
	}
	return out
}

// classed reports whether a slot is of one of the lexicon's classes, or one of
// the words themselves.
func (s *sentence) classed(k int, words []string) bool {
	sl := &s.slots[k]
	if words[0] == "*" {
		return true
	}
	if sl.kind == slotVisit {
		return slices.Contains(words, "visit") || slices.Contains(words, sl.word)
	}
	if sl.kind != slotWord {
		return false
	}
	if slices.Contains(words, sl.word) {
		return true
	}
	for c := range strings.FieldsSeq(sl.value) {
		if slices.Contains(words, c) {
			return true
		}
	}
	return false
}

// holds reports whether one of some words stands between two slots; no words
// ask for nothing. "with_him" asks for the two words side by side.
func (s *sentence) holds(words []string, from, to int) bool {
	for k := from; k < to; k++ {
		if slices.Contains(words, s.slots[k].word) || k+1 < to && slices.Contains(words, s.slots[k].word+"_"+s.slots[k+1].word) {
			return true
		}
	}
	return len(words) == 0
}

// hangsOn is the verb on which a noun hangs: as its object, its subject, or by
// a preposition; -1 where there is none.
func (s *sentence) hangsOn(k int) int {
	sh := s.shape()
	p := sh.PhraseOf(k)
	best := -1
	for i := range sh.Verbs {
		v := &sh.Verbs[i]
		if slices.Contains(v.Subject, p) && v.Form == syntax.Finite {
			return i
		}
		if v.Start <= k && k < v.End && (best < 0 || v.Head < k && v.Head > sh.Verbs[best].Head || sh.Verbs[best].Head > k) {
			best = i
		}
	}
	return best
}
