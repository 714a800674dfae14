package mention

import (
	"regexp"
	"strings"

	"github.com/entente-graph/entente/loader/text"
)

// Voice is the person whose words a passage is, in a speech, an interview or
// the record of a press conference; -1 where it is nobody's in particular.
func (p *Page) Voice(passage int) int {
	if passage < len(p.voices) {
		return p.voices[passage]
	}
	return -1
}

// speaks is the person whose speech the document is, as its title says
// ("Remarks by President X"), or -1.
func (c *composer) speaks() int {
	for i := range c.page.Document.Passages {
		if i > 7 {
			break
		}
		if !c.titlesSpeech(i) {
			continue
		}
		for k := range c.page.Mentions[i] {
			if m := &c.page.Mentions[i][k]; m.Kind == Person && m.Entity >= 0 {
				return m.Entity
			}
		}
		if who := c.underTitle(i + 1); who >= 0 {
			return who
		}
	}
	return c.interviewed()
}

// underTitle is whom a line names that goes on behind a title of one word:
// "REMARKS" and below it "by President X at the summit"; -1 where none does.
func (c *composer) underTitle(i int) int {
	if i >= len(c.page.Document.Passages) || len(c.page.Tokens[i-1]) > 2 {
		return -1
	}
	ts := c.page.Tokens[i]
	if len(ts) == 0 || ts[0].Fold != "by" && ts[0].Fold != "of" && ts[0].Fold != "from" && ts[0].Fold != "delivered" {
		return -1
	}
	for k := range c.page.Mentions[i] {
		if m := &c.page.Mentions[i][k]; m.Kind == Person && m.Entity >= 0 {
			return m.Entity
		}
	}
	return -1
}

// titlesSpeech reports whether a passage is a line without a stop that calls
// the document somebody's speech.
func (c *composer) titlesSpeech(i int) bool {
	p := &c.page.Document.Passages[i]
	if p.Kind != text.Heading && (len(p.Text) > 240 || strings.ContainsAny(p.Text[len(p.Text)-1:], ".!?:,;”\"")) {
		return false
	}
	ts := c.page.Tokens[i]
	for k := range ts {
		switch ts[k].Fold {
		case "remarks", "address", "speech", "keynote", "toast", "lecture", "interview":
			return true
		case "statement", "message", "greetings", "intervention":
			if k+1 < len(ts) && (ts[k+1].Fold == "by" || ts[k+1].Fold == "of") && (k == 0 || ts[k-1].Fold != "joint") {
				return true
			}
		}
	}
	return false
}

// interviewed is the first person named in the body of a text that calls
// itself an interview, or -1.
func (c *composer) interviewed() int {
	interview := false
	for i := range c.page.Document.Passages {
		p := &c.page.Document.Passages[i]
		if i < 5 && len(p.Text) < 90 {
			interview = interview || strings.Contains(strings.ToLower(p.Text), "interview")
			continue
		}
		if !interview || i > 12 {
			return -1
		}
		for k := range c.page.Mentions[i] {
			if m := &c.page.Mentions[i][k]; m.Kind == Person && m.Entity >= 0 {
				return m.Entity
			}
		}
	}
	return -1
}

// labelled matches the label of who speaks at the beginning of a passage:
// "MINISTER MORO:", "Ada Moro (through an interpreter):", "Q:".
var labelled = regexp.MustCompile(`^(\p{Lu}[\p{L}.’'\- ]{0,60}?)(?: ?\([^)]{1,40}\))?: `)

// voices gives each passage the person whose words it is: whoever the labels
// name, until the next label; without labels the speaker of the whole.
func (c *composer) voices() []int {
	ps := c.page.Document.Passages
	out := make([]int, len(ps))
	voice, labels := c.page.Speaker, 0
	for i := range ps {
		if m := labelled.FindStringSubmatchIndex(ps[i].Text); m != nil && ps[i].Kind != text.Heading && ps[i].Kind != text.Item {
			if who, ok := c.labelOf(i, ps[i].Text[m[2]:m[3]]); ok {
				voice = who
				labels++
			}
		}
		out[i] = voice
	}
	if labels == 1 { // a colon by chance
		for i := range out {
			out[i] = c.page.Speaker
		}
	}
	return out
}

// labelOf is whom a label names, -1 for somebody of no office; false where it
// is no label.
func (c *composer) labelOf(passage int, label string) (int, bool) {
	for _, m := range c.page.In(passage, 0, len(label)) {
		if m.Kind == Person && m.Entity >= 0 && m.Whole[1] == len(label) {
			return m.Entity, true
		}
	}
	fold := Fold(label)
	one := -1
	for who := range c.page.People {
		name := strings.Fields(Fold(c.page.People[who].Name))
		if len(name) > 0 && (fold == name[len(name)-1] || strings.HasSuffix(fold, " "+name[len(name)-1])) {
			if one >= 0 {
				return -1, true
			}
			one = who
		}
	}
	if one >= 0 {
		return one, true
	}
	switch strings.Fields(fold)[0] {
	case "q", "question", "journalist", "reporter", "moderator", "interviewer", "correspondent":
		return -1, true
	}
	return -1, false
}
