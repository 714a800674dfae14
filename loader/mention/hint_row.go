package mention

import (
	"regexp"
	"strings"

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

// headed is the state that the head of a table's column names, for whoever
// stands in its cells: "Signed on the Kenyan side by".
func (c *composer) headed(u untold, _ *naming) string {
	ps := c.page.Document.Passages
	head := ps[u.passage].Head
	if head == u.passage || ps[u.passage].Kind != text.Row {
		return ""
	}
	column, from := strings.Count(barred(&ps[u.passage])[:u.start], "|"), 0
	heads := barred(&ps[head])
	for ; column > 0; column-- {
		i := strings.IndexByte(heads[from:], '|')
		if i < 0 {
			return ""
		}
		from += i + 1
	}
	to := len(heads)
	if i := strings.IndexByte(heads[from:], '|'); i >= 0 {
		to = from + i
	}
	one := ""
	for k := range c.page.Mentions[head] {
		m := &c.page.Mentions[head][k]
		if m.State == "" || m.Start < from || m.End > to || m.Kind != State && m.Kind != Demonym && m.Kind != Capital {
			continue
		}
		if one != "" && one != m.State {
			return ""
		}
		one = m.State
	}
	return one
}
