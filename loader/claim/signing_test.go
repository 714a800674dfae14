package claim

import (
	"sort"
	"strings"
	"testing"
)

// TestSignings reads what becomes of texts, by constructions that no frame's own
// example shows.
func TestSignings(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a relative clause with its subject", "The two sides hailed the treaty on fisheries that Kenya and Norway, then rivals, signed in 2020.", "treaty on fisheries|ke+no|signed"},
		{"a relative clause of what is yet to be", "The roadmap for fisheries which Kenya and Norway were to sign will have to wait.", "roadmap for fisheries|ke+no|planned"},
		{"a relative clause about putting names", "The treaty on fisheries, to which Kenya and Norway put their names in May, was praised.", "treaty on fisheries|ke+no|signed"},
		{"a clause without a pronoun", "Kenya and Norway held talks. The joint communiqué they issued promises more trade.", "joint communiqué|ke+no|signed"},
		{"as was", "A treaty on fisheries was signed by Kenya and Norway, as was a protocol on ports.", "protocol on ports|ke+no|signed;treaty on fisheries|ke+no|signed"},
		{"members behind a colon", "Kenya initialled two papers with Norway: a protocol on ports and a memorandum on cod.", "memorandum on cod|ke+no|signed;protocol on ports|ke+no|signed;two papers|ke+no|signed"},
		{"ready to be signed", "Kenya and Norway held talks. A declaration on ports is ready for signature.", "declaration on ports|ke+no|planned"},
		{"a text that is there", "It replaces a 1965 treaty between Kenya and Norway that had lapsed.", "1965 treaty between Kenya and Norway|ke+no|signed"},
		{"a text that is only wanted", "Talks on a treaty between Kenya and Norway go on.", ""},
	} {
		want := strings.Split(c.want, ";")
		if c.want == "" {
			want = nil
		}
		sort.Strings(want)
		if got := agreementsOf(reading(c.text, "2024-06-10")); strings.Join(got, ";") != strings.Join(want, ";") {
			t.Errorf("%s: %s\ngot  %v\nwant %v", c.name, c.text, got, want)
		}
	}
}
