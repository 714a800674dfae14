package syntax_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/entente-graph/entente/loader/syntax"
)

// words cuts an invented sentence: names are written with a capital and
// underscores, a P before a place ("P.Oslo").
func words(s string) []syntax.Word {
	var out []syntax.Word
	for f := range strings.FieldsSeq(s) {
		w := syntax.Word{Text: f, Fold: strings.ToLower(f)}
		switch {
		case strings.HasPrefix(f, "P."):
			w.Kind, w.Class, w.Text = syntax.Name, 'P', f[2:]
		case len(f) > 1 && f[1] == '.':
			w.Kind, w.Class, w.Text = syntax.Name, 'L', f
		case strings.HasPrefix(f, "D."):
			w.Kind = syntax.Date
		case !unicode.IsLetter([]rune(f)[0]):
			w.Kind = syntax.Mark
		}
		out = append(out, w)
	}
	return out
}

func TestSubjects(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"A.Moro flew to P.Oslo .", "flew: A.Moro"},
		{"A.Moro , who met L.Dahl in P.Oslo , flew to P.Rome .", "met: A.Moro; flew: A.Moro"},
		{"A.Moro and L.Dahl met in P.Oslo and signed a treaty .", "met: A.Moro L.Dahl; signed: A.Moro L.Dahl"},
		{"In P.Oslo , A.Moro signed a treaty .", "signed: A.Moro"},
		{"A.Moro , who had been in P.Oslo on a visit , L.Dahl and B.Holm attended .", "been: A.Moro; attended: A.Moro L.Dahl B.Holm"},
		{"The presidents of P.Norway and P.Kenya – A.Moro and L.Dahl – met in P.Rome .", "met: presidents A.Moro L.Dahl"},
		{"A.Moro , accompanied by L.Dahl , visited P.Rome .", "accompanied: A.Moro; visited: A.Moro"},
		{"Arriving in P.Oslo , A.Moro praised the talks .", "arriving: A.Moro; praised: A.Moro"},
		{"A.Moro is expected to visit P.Oslo .", "expected: A.Moro; visit: A.Moro"},
		{"A.Moro invited L.Dahl to visit P.Kenya .", "invited: A.Moro; visit: L.Dahl"},
		{"Talks between A.Moro and L.Dahl took place in P.Oslo .", "took: Talks"},
		{"The documents signed in P.Oslo were published .", "signed: documents; published: documents"},
		{"A.Moro and her host , L.Dahl , signed a treaty .", "signed: host A.Moro L.Dahl"},
		{"He had last been in P.Oslo .", "been: He"},
		{"A.Moro was not in P.Oslo .", "was: A.Moro"},
		{"Round the table sat A.Moro and L.Dahl .", "sat: A.Moro L.Dahl"},
		{"A visit , pencilled in for D.May , was put off .", "pencilled: visit; put: visit"},
		{"A.Moro , welcomed with a parade , signed a treaty .", "welcomed: A.Moro; signed: A.Moro"},
		{"It is odder still : ten boats , announced in P.Oslo by A.Moro .", "is: It; announced: boats"},
		{"A.Moro spent D.May in P.Oslo .", "spent: A.Moro"},
		{"At the end of the month A.Moro led a delegation .", "led: A.Moro"},
		{"Memoranda on crops and on the coast were exchanged .", "exchanged: Memoranda"},
		{"The ministers of P.Norway and of the kingdom of P.Kenya , A.Moro and L.Dahl , met in P.Rome .", "met: ministers A.Moro L.Dahl"},
		{"A.Moro , the farmers' minister , who met L.Dahl , was in P.Rome .", "met: A.Moro; was: A.Moro"},
		{"A.Moro , who spent a week in P.Oslo , proposed a bridge .", "spent: A.Moro; proposed: A.Moro"},
		{"A.Moro , whose aide swore that rain would fall ( in May ) , was in P.Rome .", "swore: aide; fall: rain; was: A.Moro"},
		{"A.Moro will , however , go to P.Kenya .", "go: A.Moro"},
		{"From there A.Moro flew to P.Kenya .", "flew: A.Moro"},
		{"A.Moro , who had come by train , and L.Dahl , who was late , were received in P.Rome .", "come: A.Moro; was: L.Dahl; received: A.Moro L.Dahl"},
		{"A.Moro and P.Kenya 's L.Dahl launch a fund .", "launch: A.Moro L.Dahl"},
		{"A.Moro looked on as two memoranda , on crops and on ports , were signed .", "looked: A.Moro; signed: memoranda"},
		{"Invited by C.Holm , A.Moro and L.Dahl arrived in P.Rome .", "invited: A.Moro L.Dahl; arrived: A.Moro L.Dahl"},
		{"It rained ; it was A.Moro , not L.Dahl , who went to P.Rome .", "rained: It; was: it; went: A.Moro"},
		{"A.Moro had herself been in P.Rome .", "been: A.Moro"},
		{"A trip to P.Rome marks a beginning .", "marks: trip"},
		{"A.Moro ( P.Kenya ) , L.Dahl ( P.Norway ) and B.Holm ( P.Peru ) met .", "met: A.Moro L.Dahl B.Holm"},
		{"A.Moro and several members of the cabinet flew to P.Oslo .", "flew: A.Moro members"},
		{"Accompanying A.Moro are : L.Dahl , B.Holm and I.Bruun .", "accompanying: L.Dahl B.Holm I.Bruun; are: L.Dahl B.Holm I.Bruun"},
		{"A.Moro said L.Dahl would visit P.Kenya .", "said: A.Moro; visit: L.Dahl"},
	} {
		s := syntax.Parse(words(c.sentence))
		var got []string
		for _, v := range s.Verbs {
			line := s.Words[v.Head].Fold + ":"
			for _, p := range v.Subject {
				line += " " + s.Words[s.Phrases[p].Head].Text
			}
			got = append(got, line)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.sentence, g, c.want)
		}
	}
}
