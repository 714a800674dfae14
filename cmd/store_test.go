package cmd

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"testing"
)

// everyWay prints a value in every way that there is.
func everyWay(t testing.TB, v any) string {
	t.Helper()
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x", "%t"} {
		fmt.Fprintf(&out, verb+"\n", v)
	}
	slog.New(slog.NewTextHandler(&out, nil)).Info("store", "store", v)
	slog.New(slog.NewJSONHandler(&out, nil)).Info("store", "store", v)
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	out.Write(text)
	return out.String()
}

func TestStoreURL(t *testing.T) {
	for text, want := range map[string]storeURL{
		"sqlite:entente.db":                   {path: "entente.db"},
		"sqlite:///var/lib/entente.db":        {path: "/var/lib/entente.db"},
		"neo4j://localhost":                   {address: "neo4j://localhost"},
		"neo4j+s://db.example.org:7687/graph": {address: "neo4j+s://db.example.org:7687", database: "graph"},
		"bolt://neo4j:p%40ss@[::1]:7687/":     {address: "bolt://[::1]:7687", user: "neo4j", password: secret{"p@ss"}, escaped: secret{"p%40ss"}},
	} {
		got, err := parseStoreURL(text)
		if err != nil || got != want {
			t.Errorf("%s: got %v, %v, want %v", text, got, err, want)
		}
		if shown := everyWay(t, got); strings.Contains(shown, "p@ss") || strings.Contains(shown, "p%40ss") {
			t.Errorf("%s: got %s, want no password in it", text, shown)
		}
	}
}

func TestCredentialsComeFromTheEnvironmentLast(t *testing.T) {
	env := func(values map[string]string) func(string) (string, bool) {
		return func(name string) (string, bool) { v, ok := values[name]; return v, ok }
	}
	read := func(string) ([]byte, error) { return []byte("from file\n"), nil }
	for name, c := range map[string]struct {
		url            string
		env            map[string]string
		user, password string
	}{
		"the URL's":         {"neo4j://a:b@h", map[string]string{"ENTENTE_STORE_USER": "x", "ENTENTE_STORE_PASSWORD": "y"}, "a", "b"},
		"the environment's": {"neo4j://h", map[string]string{"ENTENTE_STORE_USER": "x", "ENTENTE_STORE_PASSWORD": "y", "ENTENTE_STORE_PASSWORD_FILE": "f"}, "x", "y"},
		"a file's":          {"neo4j://a@h", map[string]string{"ENTENTE_STORE_PASSWORD_FILE": "f"}, "a", "from file"},
		"none":              {"neo4j://h", nil, "", ""},
	} {
		s, err := parseStoreURL(c.url)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.credentials(env(c.env), read); err != nil || s.user != c.user || s.password.reveal() != c.password {
			t.Errorf("%s: got %q, %q, %v, want %q, %q", name, s.user, s.password.reveal(), err, c.user, c.password)
		}
	}
}

// FuzzStoreURL: a password shows neither in what was read nor in the error.
func FuzzStoreURL(f *testing.F) {
	for _, s := range []string{"neo4j://", "bolt+s://", "sqlite:", "http://", "neo4j://u:p@", "%"} {
		f.Add(s, "h:7687/d")
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		const planted = "Pl4nt3dPassw0rd"
		s, err := parseStoreURL(before + "user:" + planted + "@" + after)
		if err != nil {
			if !errors.Is(err, errUsage) || strings.Contains(err.Error(), planted) {
				t.Errorf("got %v, want an error of usage without the password", err)
			}
			return
		}
		if s.path != "" {
			return // a file's name, whatever it looks like
		}
		if _, ok := url.UserPassword("user", planted).Password(); ok && s.password.reveal() == planted {
			if shown := everyWay(t, s); strings.Contains(shown, planted) {
				t.Errorf("got %s, want no password in it", shown)
			}
		}
	})
}
