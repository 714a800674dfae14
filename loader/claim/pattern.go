package claim

import (
	"embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed patterns/*.tsv
var patternFiles embed.FS

// pattern is a row of patterns/*.tsv: a name, a sequence of elements over the
// slots of a sentence, what it stands for, and an example that tests run.
//
// Elements are separated by spaces:
//
//	SUBJ        the subject of the verb that follows (first element only)
//	L S C V D A a slot of that kind; P is a place (state, capital or city)
//	L+ P+       a list of them: "X, Y and Z"
//	who:L       a slot that is kept under a name
//	visit|tour  one of these words
//	{go}        a verb of that class
//	_4          up to four slots of any kind but people and ends of clauses
//	~9          up to nine slots of any kind but ends of sentences
//	D?          a slot that may be left out
type pattern struct {
	name     string
	elements []element
	sense    string
	example  string
	expect   string
	needs    []string // words or kinds that a sentence must have
}

type element struct {
	subject  bool
	name     string
	kind     string // slot kinds, "P" for places; empty for words
	words    []string
	class    string
	gap      int
	wide     bool
	list     bool
	optional bool
}

// patternsOf returns the patterns of a file.
func patternsOf(file string) []pattern { return allPatterns()[file] }

var allPatterns = sync.OnceValue(func() map[string][]pattern {
	out := map[string][]pattern{}
	for _, file := range []string{"visits"} {
		data, _ := patternFiles.ReadFile("patterns/" + file + ".tsv")
		for _, line := range strings.Split(string(data), "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			cells := append(strings.Split(line, "\t"), "", "", "", "")
			out[file] = append(out[file], newPattern(cells))
		}
	}
	return out
})

func newPattern(cells []string) pattern {
	p := pattern{name: cells[0], sense: cells[2], example: cells[3], expect: cells[4]}
	for _, word := range strings.Fields(cells[1]) {
		e := newElement(word)
		p.elements = append(p.elements, e)
		if !e.optional && len(e.words) == 1 {
			p.needs = append(p.needs, e.words[0])
		}
		if !e.optional && len(e.kind) == 1 && e.kind != "P" {
			p.needs = append(p.needs, e.kind)
		}
	}
	return p
}

func newElement(s string) element {
	var e element
	if name, rest, ok := strings.Cut(s, ":"); ok && rest != "" {
		e.name, s = name, rest
	}
	if strings.HasSuffix(s, "?") {
		e.optional, s = true, s[:len(s)-1]
	}
	switch {
	case s == "SUBJ":
		e.subject = true
	case strings.HasPrefix(s, "_"), strings.HasPrefix(s, "~"):
		e.gap, _ = strconv.Atoi(s[1:])
		e.wide = s[0] == '~'
	case strings.HasPrefix(s, "{"):
		e.class = strings.Trim(s, "{}")
	case strings.HasSuffix(s, "+"):
		e.kind, e.list = s[:len(s)-1], true
	case len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z':
		e.kind = s
	default:
		e.words = strings.Split(s, "|")
	}
	return e
}

// match is where a pattern fits: slots by name of element, first and last slot.
type match struct {
	captures map[string][2]int
	from, to int
	verb     int // where the elements after the subject begin
}

// find returns the places where a pattern fits a sentence, from left to right.
func (p *pattern) find(s *sentence) []match {
	for _, n := range p.needs {
		if !s.has[n] {
			return nil
		}
	}
	var out []match
	elements := p.elements
	subject := elements[0].subject
	if subject {
		elements = elements[1:]
	}
	for i := 0; i < len(s.slots); i++ {
		if !elements[0].fits(s, i) {
			continue
		}
		m := match{captures: map[string][2]int{}, from: i, verb: i}
		end, ok := s.match(elements, i, &m)
		if !ok {
			continue
		}
		m.to = end
		if subject {
			from, to := s.subject(i)
			if from == to {
				continue
			}
			m.captures["who"], m.from = [2]int{from, to}, min(from, i)
		}
		out = append(out, m)
	}
	return out
}

// fits reports whether an element may begin at slot i.
func (e *element) fits(s *sentence, i int) bool {
	sl := &s.slots[i]
	switch {
	case e.gap > 0:
		return true
	case e.kind == "P":
		return true
	case e.kind != "":
		return string(rune(sl.kind)) == e.kind
	case e.class != "":
		return s.verb(i, e.class)
	}
	for _, w := range e.words {
		if sl.word == w && sl.kind != slotLeader {
			return true
		}
	}
	return false
}

// verb reports whether slot i is a verb of a class. "visits" is one where a
// subject or a modal stands before it.
func (s *sentence) verb(i int, class string) bool {
	sl := &s.slots[i]
	if sl.kind == slotVisit && class == "visit" && i > 0 {
		switch b := &s.slots[i-1]; {
		case b.kind == slotLeader && !strings.HasSuffix(b.word, "'s"), b.kind == slotBoth:
			return sl.word == "visits" || sl.word == "tours"
		case b.kind == slotWord:
			switch b.word {
			case "will", "to", "would", "may", "shall", "also", "not", "never", "could":
				return sl.word == "visit" || sl.word == "tour"
			}
		}
		return false
	}
	if sl.kind != slotWord {
		return false
	}
	for _, c := range strings.Fields(sl.value) {
		if c == class {
			return true
		}
	}
	return false
}

// match fits elements to slots from i on; it returns the slot after the last.
func (s *sentence) match(es []element, i int, m *match) (int, bool) {
	if len(es) == 0 {
		return i, true
	}
	e := &es[0]
	if e.gap > 0 {
		for n := 0; n <= e.gap && i+n <= len(s.slots); n++ {
			if n > 0 && s.stopsGap(i+n-1, e.wide) {
				return 0, false
			}
			if end, ok := s.match(es[1:], i+n, m); ok {
				return end, true
			}
		}
		return 0, false
	}
	if next, ok := s.one(e, i); ok {
		if end, ok := s.match(es[1:], next, m); ok {
			if e.name != "" {
				m.captures[e.name] = [2]int{i, next}
			}
			return end, true
		}
	}
	if e.optional {
		return s.match(es[1:], i, m)
	}
	return 0, false
}

// one fits a single element at slot i; it returns the slot after it.
func (s *sentence) one(e *element, i int) (int, bool) {
	if i >= len(s.slots) {
		return 0, false
	}
	switch {
	case e.kind == "P":
		_, next := s.places(i, e.list)
		return next, next > i
	case e.kind == "L" && e.list:
		next := s.group(i)
		return next, next > i
	case e.fits(s, i):
		return i + 1, true
	}
	return 0, false
}

func (s *sentence) stopsGap(i int, wide bool) bool {
	sl := &s.slots[i]
	if sl.kind == slotMark && (sl.word == ";" || sl.word == ":") {
		return true
	}
	if wide {
		return false
	}
	return sl.kind == slotLeader || sl.kind == slotMark && sl.word == "," || sl.kind == slotQuote
}
