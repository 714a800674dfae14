package claim

import (
	"net/url"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
)

// dollarOf is the currency that a state calls dollar, or "".
func dollarOf(state string) string {
	switch state {
	case "au":
		return "AUD"
	case "nz":
		return "NZD"
	case "ca":
		return "CAD"
	case "sg":
		return "SGD"
	case "hk":
		return "HKD"
	case "tw":
		return "TWD"
	}
	return ""
}

// ownDollar is the currency that a bare "$" stands for in a page: of a text
// that writes "US$" beside it and whose first leader is of such a state, or of
// a government of one, its own dollar; "" where it is that of the United
// States.
func ownDollar(page *mention.Page) string {
	if u, err := url.Parse(page.Document.Meta.URL); err == nil {
		host := u.Hostname()
		if k := strings.LastIndexByte(host, '.'); k >= 0 && (strings.Contains(host, ".gov.") || strings.Contains(host, ".govt.")) {
			if c := dollarOf(host[k+1:]); c != "" {
				return c
			}
		}
	}
	bare, told, home := false, false, ""
	for i := range page.Mentions {
		for k := range page.Mentions[i] {
			m := &page.Mentions[i][k]
			switch {
			case m.Kind == mention.Quantity && m.Amount != nil && m.Amount.Currency == "USD":
				if bareDollar(m) {
					bare = true
				} else {
					told = true
				}
			case home == "" && m.Kind == mention.Person && m.Entity >= 0:
				if home = page.People[m.Entity].State; home == "" {
					home = m.State
				}
			}
		}
	}
	if bare && told {
		return dollarOf(home)
	}
	return ""
}

// bareDollar reports whether a sum is printed with nothing but "$".
func bareDollar(m *mention.Mention) bool {
	return strings.HasPrefix(m.Surface, "$") && !strings.Contains(m.Surface, "US") && !strings.Contains(m.Surface, "U.S")
}
