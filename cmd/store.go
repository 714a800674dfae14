package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/sqlite"
)

// redacted stands where a password would.
const redacted = "xxxxx"

// secret is a text that never prints, whatever prints it.
type secret struct{ text string }

func (secret) Format(f fmt.State, _ rune)   { _, _ = io.WriteString(f, redacted) }
func (secret) LogValue() slog.Value         { return slog.StringValue(redacted) }
func (secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }
func (s secret) reveal() string             { return s.text }

// storeURL is the address of a store. It prints without its password.
type storeURL struct {
	path string // of a SQLite file; empty for Neo4j

	address  string // of Neo4j: scheme, host and port
	database string
	user     string
	password secret
	escaped  secret // the password as the URL had it
}

// parseStoreURL reads an address. Its errors never repeat what was typed where
// a password could stand in it.
func parseStoreURL(text string) (storeURL, error) {
	scheme, rest, ok := strings.Cut(text, ":")
	if !ok {
		return storeURL{}, usage("--store must begin with sqlite:, neo4j:// or bolt://, such as sqlite:entente.db")
	}
	if scheme == "sqlite" {
		path := strings.TrimPrefix(rest, "//")
		if path == "" {
			return storeURL{}, usage("--store sqlite: names no file: write sqlite:entente.db")
		}
		return storeURL{path: path}, nil
	}
	switch scheme {
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
	default:
		return storeURL{}, usage("--store: there is no store %q: write sqlite:PATH, neo4j://HOST or bolt://HOST", scheme)
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" {
		return storeURL{}, usage("--store: that %s:// address cannot be read: write %s://HOST:7687/DATABASE, "+
			"and give user and password in ENTENTE_STORE_USER and ENTENTE_STORE_PASSWORD", scheme, scheme)
	}
	s := storeURL{address: scheme + "://" + u.Host, database: strings.Trim(u.Path, "/"), user: u.User.Username()}
	if strings.Contains(s.database, "/") {
		return storeURL{}, usage("--store: after the host stands the name of one database at most: write %s://HOST:7687/DATABASE", scheme)
	}
	if u.RawQuery != "" {
		s.address += "?" + u.RawQuery
	}
	if password, ok := u.User.Password(); ok {
		s.password = secret{password}
		_, escaped, _ := strings.Cut(u.User.String(), ":")
		s.escaped = secret{escaped}
	}
	return s, nil
}

// credentials fills in what the URL does not say.
func (s *storeURL) credentials(env func(string) (string, bool), read func(string) ([]byte, error)) error {
	if s.path != "" {
		return nil
	}
	if user, ok := env("ENTENTE_STORE_USER"); ok && s.user == "" {
		s.user = user
	}
	if s.password.reveal() != "" {
		return nil
	}
	if password, ok := env("ENTENTE_STORE_PASSWORD"); ok && password != "" {
		s.password = secret{password}
		return nil
	}
	file, ok := env("ENTENTE_STORE_PASSWORD_FILE")
	if !ok || file == "" {
		return nil
	}
	text, err := read(file)
	if err != nil {
		return fmt.Errorf("reading ENTENTE_STORE_PASSWORD_FILE: %w", err)
	}
	s.password = secret{strings.TrimRight(string(text), "\r\n")}
	return nil
}

// String is the address without user and password.
func (s storeURL) String() string {
	if s.path != "" {
		return "sqlite:" + s.path
	}
	if s.database == "" {
		return s.address
	}
	return s.address + "/" + s.database
}

// Format keeps every verb from printing fields.
func (s storeURL) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, s.String()) }

// LogValue keeps logs from printing fields.
func (s storeURL) LogValue() slog.Value { return slog.StringValue(s.String()) }

// access is what a command wants to do with a store.
type access bool

const (
	toRead  access = false
	toWrite access = true
)

// with opens the store of --store, does what is to be done, and closes it.
func (a *app) with(ctx context.Context, as access, do func(graph.Store) error) error {
	store, err := a.open(ctx, as)
	if err != nil {
		return err
	}
	return errors.Join(do(store), store.Close())
}

func (a *app) open(ctx context.Context, as access) (graph.Store, error) {
	s := a.settings.store
	if s.path != "" {
		store, err := sqlite.Open(ctx, s.path, sqlite.Options{ReadOnly: as == toRead})
		if err != nil {
			return nil, err
		}
		return store, nil
	}
	store, err := neo4j.Open(ctx, neo4j.Options{URL: s.address, User: s.user, Password: s.password.reveal(), Database: s.database})
	if err != nil {
		return nil, err
	}
	return store, nil
}
