package execute

import (
	"github.com/99designs/gqlgen/graphql/introspection"

	"github.com/entente-graph/entente/server/plan"
)

// unasked writes a root field that the store has no part in.
func (w *writer) unasked(f *plan.Field) {
	s := introspection.WrapSchema(plan.Schema())
	switch {
	case f.Name == "__typename":
		w.string(f.Type)
	case w.hideSchema:
		w.null()
		e := failure(plan.ValidationFailed, "introspection is off")
		w.errs = append(w.errs, e)
	case f.Name == "__schema":
		w.schema(s, f.Fields)
	default:
		name, _ := f.Meta["name"].(string)
		w.metaType(introspection.WrapTypeFromDef(plan.Schema(), plan.Schema().Types[name]), f.Fields)
	}
}

func (w *writer) schema(s *introspection.Schema, fields []*plan.Field) {
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case "description":
			w.optional(s.Description())
		case "types":
			w.metaTypes(s.Types(), f)
		case "queryType":
			w.metaType(s.QueryType(), f.Fields)
		case "mutationType":
			w.metaType(s.MutationType(), f.Fields)
		case "subscriptionType":
			w.metaType(s.SubscriptionType(), f.Fields)
		case "directives":
			list(w, s.Directives(), func(d introspection.Directive) { w.directive(&d, f.Fields) })
		default:
			w.string(f.Type)
		}
	})
}

func (w *writer) metaTypes(types []introspection.Type, f *plan.Field) {
	list(w, types, func(t introspection.Type) { w.metaType(&t, f.Fields) })
}

func (w *writer) metaType(t *introspection.Type, fields []*plan.Field) {
	if t == nil {
		w.null()
		return
	}
	object(w, fields, func(f *plan.Field) { w.typeField(t, f) })
}

func (w *writer) typeField(t *introspection.Type, f *plan.Field) {
	kind := t.Kind()
	deprecated := f.Meta["includeDeprecated"] == true
	switch f.Name {
	case "kind":
		w.string(kind)
	case "name":
		w.optional(t.Name())
	case "description":
		w.optional(t.Description())
	case "specifiedByURL":
		w.optional(t.SpecifiedByURL())
	case "ofType":
		w.metaType(t.OfType(), f.Fields)
	case "fields":
		listOf(w, kind == "OBJECT" || kind == "INTERFACE", t.Fields(deprecated), func(v introspection.Field) { w.metaField(&v, f.Fields) })
	case "interfaces":
		listOf(w, kind == "OBJECT" || kind == "INTERFACE", t.Interfaces(), func(v introspection.Type) { w.metaType(&v, f.Fields) })
	case "possibleTypes":
		listOf(w, kind == "INTERFACE" || kind == "UNION", t.PossibleTypes(), func(v introspection.Type) { w.metaType(&v, f.Fields) })
	case "enumValues":
		listOf(w, kind == "ENUM", t.EnumValues(deprecated), func(v introspection.EnumValue) { w.enumValue(&v, f.Fields) })
	case "inputFields":
		listOf(w, kind == "INPUT_OBJECT", t.VisibleInputFields(deprecated), func(v introspection.InputValue) { w.inputValue(&v, f.Fields) })
	case "isOneOf":
		if kind != "INPUT_OBJECT" {
			w.null()
			return
		}
		w.bool(t.IsOneOf())
	default:
		w.string(f.Type)
	}
}

// listOf writes a list that only some kinds of type have, null for others.
func listOf[T any](w *writer, has bool, values []T, element func(T)) {
	if !has {
		w.null()
		return
	}
	list(w, values, element)
}

func (w *writer) metaField(v *introspection.Field, fields []*plan.Field) {
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case "name":
			w.string(v.Name)
		case "description":
			w.optional(v.Description())
		case "args":
			args := v.VisibleArgs(f.Meta["includeDeprecated"] == true)
			list(w, args, func(a introspection.InputValue) { w.inputValue(&a, f.Fields) })
		case "type":
			w.metaType(v.Type, f.Fields)
		default:
			w.deprecation(f, v.IsDeprecated(), v.DeprecationReason())
		}
	})
}

func (w *writer) inputValue(v *introspection.InputValue, fields []*plan.Field) {
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case "name":
			w.string(v.Name)
		case "description":
			w.optional(v.Description())
		case "type":
			w.metaType(v.Type, f.Fields)
		case "defaultValue":
			w.optional(v.DefaultValue)
		default:
			w.deprecation(f, v.IsDeprecated(), v.DeprecationReason())
		}
	})
}

func (w *writer) enumValue(v *introspection.EnumValue, fields []*plan.Field) {
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case "name":
			w.string(v.Name)
		case "description":
			w.optional(v.Description())
		default:
			w.deprecation(f, v.IsDeprecated(), v.DeprecationReason())
		}
	})
}

func (w *writer) directive(v *introspection.Directive, fields []*plan.Field) {
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case "name":
			w.string(v.Name)
		case "description":
			w.optional(v.Description())
		case "isRepeatable":
			w.bool(v.IsRepeatable)
		case "locations":
			w.strings(v.Locations)
		case "args":
			args := v.VisibleArgs(f.Meta["includeDeprecated"] == true)
			list(w, args, func(a introspection.InputValue) { w.inputValue(&a, f.Fields) })
		default:
			w.string(f.Type)
		}
	})
}

// deprecation writes what fields, values and arguments say of it, or their type's name.
func (w *writer) deprecation(f *plan.Field, is bool, reason *string) {
	switch f.Name {
	case "isDeprecated":
		w.bool(is)
	case "deprecationReason":
		w.optional(reason)
	default:
		w.string(f.Type)
	}
}

func (w *writer) optional(s *string) {
	if s == nil {
		w.null()
		return
	}
	w.string(*s)
}
