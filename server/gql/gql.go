// Package gql is the API as gqlgen executes it, generated from the SDL: types
// (types.go, from the schema by generate/), inputs (models.go) and the executor
// (generated.go), both by gqlgen.
//
// Requests are not answered by it: package execute writes them faster. It is
// the oracle that execute is held against in tests, and what subscriptions
// would run on. It knows the schema's names and nothing of what they mean: how
// a plan's answer is read stands in read/.
package gql

//go:generate go run ./generate
//go:generate go run github.com/99designs/gqlgen generate --config gqlgen.yml
