package syntax_test

import (
	"slices"
	"testing"
	"time"

	"github.com/entente-graph/entente/loader/syntax"
	"github.com/google/go-cmp/cmp"
)

// FuzzParse holds that any words have a shape that holds together: phrases part
// them without a gap, what a verb is said of and hangs on is there, and parsing
// the same twice gives the same. Kinds and classes are drawn for each word.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"A.Moro , who met L.Dahl in P.Oslo , flew to P.Rome on D.Monday .",
		"The presidents of P.Norway and P.Kenya – A.Moro and L.Dahl – met ( in P.Rome ) and were to have been seen off by them .",
		"Invited to visit , accompanied by L.Dahl and , later , B.Holm , he hopes not to have to sign , A.Moro said : “ no ” ; it was she that went",
		"two - day visit - - to to to and and , , 's 's which where that of of of of",
		"not never n't will has been being having signed signing",
	} {
		f.Add(s, []byte(nil))
		f.Add(s, []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 0x11, 0x21, 0x31, 0x43})
	}
	f.Fuzz(func(t *testing.T, sentence string, kinds []byte) {
		end := time.AfterFunc(10*time.Second+time.Duration(len(sentence))*time.Millisecond, func() { panic("syntax: parsing does not end") })
		defer end.Stop()
		ws := words(sentence)
		for i := range ws {
			if i < len(kinds) {
				ws[i].Kind = syntax.Kind(kinds[i] % 9)
				ws[i].Class = []byte{0, 'L', 'P', 'A'}[kinds[i]>>4&3]
				ws[i].Like = []string{"", "agreement"}[kinds[i]>>6&1]
			}
		}
		s := syntax.Parse(slices.Clone(ws))
		holdsTogether(t, s)
		again := syntax.Parse(ws)
		if diff := cmp.Diff(s.Phrases, again.Phrases); diff != "" {
			t.Fatalf("parsing %q again gives other phrases (-first +again):\n%s", sentence, diff)
		}
		for i := range s.Verbs {
			if a, b := &s.Verbs[i], &again.Verbs[i]; a.Head != b.Head || a.Form != b.Form || a.Governor != b.Governor || !slices.Equal(a.Subject, b.Subject) || a.End != b.End {
				t.Fatalf("parsing %q again gives verb %d as %+v, want %+v", sentence, i, *b, *a)
			}
		}
	})
}

// holdsTogether checks what those who ask for a sentence's shape rely on.
func holdsTogether(t *testing.T, s *syntax.Sentence) {
	t.Helper()
	n := len(s.Words)
	for p := range s.Phrases {
		ph := &s.Phrases[p]
		end := n
		if p+1 < len(s.Phrases) {
			end = s.Phrases[p+1].From
		}
		if p == 0 && ph.From != 0 || ph.From >= end || ph.Core != end || ph.To < ph.Core || ph.To > n || ph.Head < ph.From || ph.Head >= ph.Core {
			t.Fatalf("phrase %d is %+v, the next begins at %d of %d", p, *ph, end, n)
		}
		for k := ph.From; k < ph.Core; k++ {
			if s.PhraseOf(k) != p {
				t.Fatalf("word %d: got phrase %d, want %d", k, s.PhraseOf(k), p)
			}
		}
		if ms := s.Members(p); !slices.Contains(ms, p) || !slices.IsSorted(ms) || ms[0] < 0 || ms[len(ms)-1] >= len(s.Phrases) {
			t.Fatalf("phrase %d of %d is listed in %v", p, len(s.Phrases), ms)
		}
		if q := s.Prep(p); q < -1 || q >= p || q >= 0 && s.Phrases[q].Kind != syntax.Preposition {
			t.Fatalf("phrase %d hangs on %d, want a preposition before it", p, q)
		}
	}
	for i := range s.Verbs {
		v := &s.Verbs[i]
		if v.From > v.Head || v.Head >= v.To || v.To > n || v.Start < 0 || v.Start > v.From || v.End < v.To || v.End > n {
			t.Fatalf("verb %d is %+v of %d words", i, *v, n)
		}
		if v.Governor < -1 || v.Governor >= len(s.Verbs) || v.Governor == i || s.VerbAt(v.Head) != i {
			t.Fatalf("verb %d hangs on %d, and %d stands at its head", i, v.Governor, s.VerbAt(v.Head))
		}
		for _, p := range v.Subject {
			if p < 0 || p >= len(s.Phrases) || s.Phrases[p].Kind != syntax.NounPhrase {
				t.Fatalf("verb %d is said of phrase %d, want a noun phrase of %d", i, p, len(s.Phrases))
			}
		}
	}
	if s.PhraseOf(-1) != -1 || s.PhraseOf(n) != -1 || s.VerbAt(n) != -1 {
		t.Fatal("got a phrase of a word that is not there, want none")
	}
}
