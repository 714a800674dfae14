package mention

import (
	"regexp"

	"github.com/entente-graph/entente/loader/text"
)

// metIn matches the words of a table's cell that lead to whoever was met.
var metIn = regexp.MustCompile(`(?i)(?:met|met with|received by|welcomed by|hosted by|talks with|meeting with|guest of|with|and)(?: (?:the|his|her|majesty|highness|excellency|h\.e\.))*\s*$`)

// inRow is the state of a table's row about a journey, whose people are met there.
func (c *composer) inRow(u untold, _ *naming) string {
	if c.page.Document.Passages[u.passage].Kind != text.Row || !metIn.MatchString(c.before(u)) {
		return ""
	}
	one := ""
	for k := range c.page.Mentions[u.passage] {
		m := &c.page.Mentions[u.passage][k]
		if m.Kind != State && m.Kind != Capital || m.Start > u.start {
			continue
		}
		if one != "" && one != m.State {
			return ""
		}
		one = m.State
	}
	return one
}
