package plan

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// MaxComparisons is how many pairs of fields of one name validation compares.
// The rule that fields of one name can be merged costs their number, which
// grows with the square of a request's size.
const MaxComparisons = 20000

// Rules are the rules of validation: GraphQL's own, of which the one that
// fields can be merged runs only on requests that it is done with soon.
func Rules() *rules.Rules {
	r := rules.NewDefaultRules()
	r.ReplaceRule(rules.OverlappingFieldsCanBeMergedRule.Name, mergeWithinBudget)
	return r
}

func mergeWithinBudget(observers *core.Events, addError core.AddErrFunc) {
	seen := false
	once := func(w *core.Walker) {
		if seen {
			return
		}
		seen = true
		b := &budget{doc: w.Document, left: MaxComparisons}
		if !b.document() {
			addError(func(err *gqlerror.Error) {
				err.Message = "the request names the same fields too often"
				err.Extensions = map[string]any{"code": CostLimit}
			})
			return
		}
		var events core.Events
		rules.OverlappingFieldsCanBeMergedRule.RuleFunc(&events, addError)
		core.Walk(w.Schema, w.Document, &events)
	}
	observers.OnOperation(func(w *core.Walker, _ *ast.OperationDefinition) { once(w) })
	observers.OnFragment(func(w *core.Walker, _ *ast.FragmentDefinition) { once(w) })
}

// budget counts the comparisons of a document, and what counting them costs.
type budget struct {
	doc  *ast.QueryDocument
	left int
}

func (b *budget) document() bool {
	for _, o := range b.doc.Operations {
		if !b.below(o.SelectionSet) {
			return false
		}
	}
	for _, f := range b.doc.Fragments {
		if !b.below(f.SelectionSet) {
			return false
		}
	}
	return true
}

// below counts a selection set and all within it.
func (b *budget) below(set ast.SelectionSet) bool {
	if len(set) == 0 {
		return true
	}
	if !b.spend(set, map[string]int{}, map[string]bool{}) {
		return false
	}
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if !b.below(s.SelectionSet) {
				return false
			}
		case *ast.InlineFragment:
			if !b.below(s.SelectionSet) {
				return false
			}
		}
	}
	return true
}

// spend compares each field of a set, fragments put in their places, with
// those of its name before it.
func (b *budget) spend(set ast.SelectionSet, names map[string]int, visited map[string]bool) bool {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			b.left -= names[s.Alias]
			names[s.Alias]++
		case *ast.InlineFragment:
			if !b.spend(s.SelectionSet, names, visited) {
				return false
			}
		case *ast.FragmentSpread:
			f := b.doc.Fragments.ForName(s.Name)
			if f == nil || visited[s.Name] {
				continue
			}
			visited[s.Name] = true
			if !b.spend(f.SelectionSet, names, visited) {
				return false
			}
		}
		if b.left < 0 {
			return false
		}
	}
	return true
}
