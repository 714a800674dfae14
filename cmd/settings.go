package cmd

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/pflag"
)

// settings are the flags that all commands have. Each may also come from the
// environment as ENTENTE_ and its name; a flag wins.
type settings struct {
	storeFlag string
	listen    string
	logFormat string
	quiet     bool

	store storeURL // from storeFlag, credentials of the environment filled in
}

func (s *settings) register(flags *pflag.FlagSet) {
	flags.StringVar(&s.storeFlag, "store", "sqlite:entente.db", "`URL` of the store: sqlite:PATH, neo4j://HOST/DATABASE, neo4j+s://…, bolt://…")
	flags.StringVar(&s.listen, "listen", "127.0.0.1:8080", "`ADDR`ess to serve at")
	flags.StringVar(&s.logFormat, "log-format", "text", "form of log lines: text or json")
	flags.BoolVar(&s.quiet, "quiet", false, "print results and errors only")
}

// common are the flags that the environment may set.
var common = [...]string{"store", "listen", "log-format", "quiet"}

// complete takes what flags leave open from the environment, and checks.
func (s *settings) complete(flags *pflag.FlagSet, env func(string) (string, bool)) error {
	for _, name := range common {
		variable := "ENTENTE_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
		value, ok := env(variable)
		if !ok || value == "" || flags.Changed(name) {
			continue
		}
		if err := flags.Set(name, value); err != nil {
			return usage("%s: %q is no value for --%s", variable, value, name)
		}
	}
	if s.logFormat != "text" && s.logFormat != "json" {
		return usage("--log-format is %q, must be text or json", s.logFormat)
	}
	store, err := parseStoreURL(s.storeFlag)
	if err != nil {
		return err
	}
	s.store = store
	return s.store.credentials(env, os.ReadFile)
}

// redact takes the password out of a text, whoever wrote it there.
func (s *settings) redact(text string) string {
	for _, secret := range []string{s.store.password.reveal(), s.store.escaped.reveal()} {
		if len(secret) > 3 {
			text = strings.ReplaceAll(text, secret, redacted)
		}
	}
	return text
}

// say prints a line of what goes on, unless it is to be quiet.
func (a *app) say(format string, args ...any) {
	if !a.settings.quiet {
		_, _ = fmt.Fprintf(a.Err, format+"\n", args...) // nobody is left to tell
	}
}

// print writes to standard output.
func (a *app) print(format string, args ...any) error {
	if _, err := fmt.Fprintf(a.Out, format, args...); err != nil {
		return fmt.Errorf("printing: %w", err)
	}
	return nil
}

// warn prints a line of what is wrong, whether or not it is to be quiet.
func (a *app) warn(line string) {
	_, _ = fmt.Fprintln(a.Err, a.settings.redact(oneLine(line)))
}
