package claim

import (
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/syntax"
)

// name is what a kind of slot is called; empty where it is not worth naming.
func (k slotKind) name() string {
	switch k {
	case slotLeader:
		return "leader"
	case slotOwner:
		return "owner"
	case slotBoth:
		return "both"
	case slotState:
		return "state"
	case slotCapital:
		return "city"
	case slotDemonym:
		return "demonym"
	case slotBody:
		return "organization"
	case slotDate:
		return "date"
	case slotMoney:
		return "money"
	case slotAgreement:
		return "agreement"
	case slotVisit:
		return "visit"
	case slotProject:
		return "project"
	case slotQuote:
		return "quotation"
	}
	return ""
}

// slot is a typed slot with what it stands for; false for a plain word.
func (x *explainer) slot(s *sentence, k int) (ExplainedRun, bool) {
	sl := &s.slots[k]
	kind := sl.kind.name()
	if kind == "" {
		return ExplainedRun{}, false
	}
	run := x.run(s, kind, sl.start, sl.end)
	run.Of = sl.value
	if sl.kind == slotQuote || sl.m == nil {
		return run, true
	}
	switch m := sl.m; sl.kind {
	case slotLeader, slotOwner:
		run.State = m.State
		if m.Entity >= 0 && m.Entity < len(x.page.People) {
			run.Of, run.State = x.page.People[m.Entity].Name, x.leaderState(m.Entity)
		}
	case slotState, slotCapital, slotDemonym:
		run.Of = m.State
	case slotBody:
		run.Of = m.Name
	case slotDate:
		if m.Period != nil {
			run.Of = strings.TrimSuffix(m.Period.From+" to "+m.Period.To, " to ")
		}
	case slotMoney:
		if m.Amount != nil {
			run.Of = strconv.FormatFloat(m.Amount.Value, 'f', -1, 64) + " " + m.Amount.Currency
		}
	}
	return run, true
}

// run is a stretch of bytes of a sentence.
func (x *explainer) run(s *sentence, kind string, start, end int) ExplainedRun {
	from, to := x.page.Document.Passages[s.passage].Points(start, end)
	return ExplainedRun{Kind: kind, Start: from, End: to, Surface: s.text[start:end]}
}

func formName(f syntax.Form) string {
	switch f {
	case syntax.Infinitive:
		return "infinitive"
	case syntax.Gerund:
		return "gerund"
	case syntax.Participle:
		return "participle"
	}
	return "finite"
}

// verbs are a sentence's verbs with what each is said of.
func (x *explainer) verbs(s *sentence) []ExplainedRun {
	var out []ExplainedRun
	sh := s.shape()
	for i := range sh.Verbs {
		v := &sh.Verbs[i]
		run := x.run(s, formName(v.Form), s.slots[v.From].start, s.slots[v.To-1].end)
		for _, q := range v.Subject {
			ph := &sh.Phrases[q]
			run.Subjects = append(run.Subjects, s.text[s.slots[ph.From].start:s.slots[ph.Core-1].end])
		}
		if v.Passive {
			run.Marks = append(run.Marks, "passive")
		}
		if v.Negated {
			run.Marks = append(run.Marks, "negated")
		}
		if v.Modal != "" {
			run.Marks = append(run.Marks, v.Modal)
		}
		if v.Governor >= 0 {
			run.Marks = append(run.Marks, "under “"+s.wordAt(sh.Verbs[v.Governor].Head)+"”")
		}
		out = append(out, run)
	}
	return out
}
