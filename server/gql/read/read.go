// Package read gives gqlgen's executor the values of a response: it finds the
// plan's field by the alias that is being resolved, and what the answer holds
// for it.
//
// It knows plans and answers, like package execute, which it is the oracle of;
// it shares no code with it. It asks no store.
//
//	title, err := read.Optional[string](ctx, agreement) // the field of ctx
package read

import (
	"context"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/plan"
)

// Value is an object of the response: where its values come from, and the
// fields that were asked of it.
type Value struct {
	source any
	fields []*plan.Field
}

// Root is the response's data.
func Root(op *plan.Operation, a *graph.Answer) Value { return Value{a, op.Fields} }

// Label is the label of a node, "" of anything else.
func (v Value) Label() string {
	if o, ok := v.source.(*graph.Object); ok {
		return o.Label
	}
	return ""
}

// field is the field that is being resolved.
func field(ctx context.Context, v Value) (*plan.Field, error) {
	f := graphql.GetFieldContext(ctx).Field
	for _, planned := range v.fields {
		if planned.Alias == f.Alias {
			return planned, nil
		}
	}
	return nil, fmt.Errorf("%s of %s was not planned", f.Alias, f.ObjectDefinition.Name)
}

// One reads an object, nil where there is none.
func One[T any](ctx context.Context, v Value, wrap func(Value) T) (T, error) {
	var none T
	f, err := field(ctx, v)
	if err != nil {
		return none, err
	}
	below, ok := object(v.source, f)
	if !ok {
		return none, nil
	}
	return wrap(below), nil
}

// Many reads a list of objects; one that is missing is nil.
func Many[T any](ctx context.Context, v Value, wrap func(Value) T) ([]T, error) {
	f, err := field(ctx, v)
	if err != nil {
		return nil, err
	}
	values := objects(v.source, f)
	out := make([]T, len(values))
	for i, below := range values {
		if below.source != nil {
			out[i] = wrap(below)
		}
	}
	return out, nil
}

// Texts reads a list of texts.
func Texts(ctx context.Context, v Value) ([]string, error) {
	f, err := field(ctx, v)
	if err != nil {
		return nil, err
	}
	texts, _ := scalar(v.source, f).([]string)
	if texts == nil {
		texts = []string{}
	}
	return texts, nil
}

// Scalar reads a value that is never missing. Enums are texts of a type of
// their own.
func Scalar[T any](ctx context.Context, v Value) (T, error) {
	p, err := Optional[T](ctx, v)
	if err != nil || p == nil {
		var none T
		return none, err
	}
	return *p, nil
}

// Optional reads a value, nil where it is missing.
func Optional[T any](ctx context.Context, v Value) (*T, error) {
	f, err := field(ctx, v)
	if err != nil {
		return nil, err
	}
	value := scalar(v.source, f)
	if value == nil {
		return nil, nil
	}
	var out T
	to := reflect.ValueOf(&out).Elem()
	from := reflect.ValueOf(value)
	if to.Kind() == reflect.String && from.Kind() == reflect.String && to.Type() != from.Type() {
		from = reflect.ValueOf(strings.ToUpper(from.String())) // an enum, stored in lower case
	}
	if !from.CanConvert(to.Type()) {
		return nil, fmt.Errorf("%s is %v, which is no %s", f.Name, value, to.Type())
	}
	to.Set(from.Convert(to.Type()))
	return &out, nil
}

// MarshalNumber writes a Float as the contract has it, below 1e21.
func MarshalNumber(f float64) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, strconv.FormatFloat(f, 'f', -1, 64)) })
}

// UnmarshalNumber reads a Float.
func UnmarshalNumber(v any) (float64, error) { return graphql.UnmarshalFloat(v) }
