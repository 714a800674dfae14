package claim

import (
	"regexp"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// saying matches a verb that speech is attributed by.
var saying = regexp.MustCompile(`(?i)\b(?:said|says|say|saying|declared|declares|declaring|stated|states|stating|told|tells|telling|added|adds|adding|noted|notes|noting|stressed|stresses|stressing|emphasi[sz]ed|emphasi[sz]es|emphasi[sz]ing|underlined|underlining|underscored|underscoring|remarked|remarking|wrote|writes|writing|announced|announces|announcing|explained|explaining|argued|arguing|warned|warns|warning|asked|replied|concluded|continued|recalled|reiterated|reiterating|affirmed|affirming|insisted|insisting|claimed|claiming|commented|commenting|observed|observing|vowed|vowing|pledged|pledging|promised|promising|assured|acknowledged|acknowledging|called|calls|calling|described|describes|describing|hailed|hails|hailing|dubbed|termed|praised|praising|responded|responding|answered|quipped|joked|countered|confirmed|confirming|characteri[sz]ed|labell?ed|branded|proclaimed|lauded|lamented|predicted|cautioned|suggested|suggesting|considers|considered|summed up|vows|pledges|promises|warns of|quoted|thanked|thanking|expressed|expressing|highlighted|highlighting|pointed out|pointing out|urged|urging|welcomed|welcoming|tweeted|posted|according to|in the words of|spoke of|speaking of|referred to|referring to)\b`)

// short matches initials and titles whose stop ends no clause.
var short = regexp.MustCompile(`\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Prof|Sen|Gov|St|Jr|U\.S|U\.K)\.`)

func sayingVerb(s string) bool { return saying.MatchString(s) }

// speaker finds who says a quotation, and where that is told: behind it ("…,"
// X said; "…," said X), before it (X said: "…"), or in the passage before,
// where that ends in a colon. The number is -1 where nobody named does.
func speaker(page *mention.Page, q mention.Mention) (person int, at mention.Mention, weak string) {
	if m, ok := speakerBehind(page, q); ok {
		return m.Entity, m, weakOf(m)
	}
	if m, ok := speakerBefore(page, q.Passage, q.Start); ok {
		return m.Entity, m, weakOf(m)
	}
	if m, ok := speakerColon(page, q); ok {
		return m.Entity, m, weakOf(m)
	}
	if q.Passage > 0 && q.Start == 0 {
		before := &page.Document.Passages[q.Passage-1]
		if strings.HasSuffix(strings.TrimSpace(before.Text), ":") {
			if m, ok := speakerBefore(page, q.Passage-1, len(before.Text)); ok {
				return m.Entity, m, weakOf(m)
			}
		}
		if m, ok := speakerAdjacent(page, q); ok {
			return m.Entity, m, "adjacent"
		}
	}
	return -1, mention.Mention{}, ""
}

// speakerColon reads a name, a colon and the quotation: X: "…".
func speakerColon(page *mention.Page, q mention.Mention) (mention.Mention, bool) {
	before := strings.TrimRight(page.Document.Passages[q.Passage].Text[:q.Start], " ")
	if !strings.HasSuffix(before, ":") {
		return mention.Mention{}, false
	}
	ms := page.In(q.Passage, 0, len(before))
	if len(ms) == 0 {
		return mention.Mention{}, false
	}
	m := ms[len(ms)-1]
	return m, isSpeaker(m) && m.Entity >= 0 && len(before)-1-m.End <= 1
}

// speakerAdjacent finds the speaker of a quotation that is a sentence by itself
// in the sentence before it: X told Y that …, Agency reported. "…"
func speakerAdjacent(page *mention.Page, q mention.Mention) (mention.Mention, bool) {
	ps := page.Document.Passages
	if len(ps[q.Passage].Text)-q.End > 2 || ps[q.Passage-1].Kind != text.Sentence || ps[q.Passage].Kind != text.Sentence {
		return mention.Mention{}, false
	}
	t := ps[q.Passage-1].Text
	for _, verb := range saying.FindAllStringIndex(t, -1) {
		if page.Quoted(q.Passage-1, verb[0]) {
			continue
		}
		return subject(page, q.Passage-1, verb[0], false)
	}
	return mention.Mention{}, false
}

func weakOf(m mention.Mention) string {
	switch m.Kind {
	case mention.Pronoun:
		return "pronoun"
	case mention.Role:
		return "role"
	}
	return ""
}

func isSpeaker(m mention.Mention) bool {
	switch m.Kind {
	case mention.Person, mention.Role:
		return true
	case mention.Pronoun:
		s := strings.ToLower(m.Surface)
		return s == "he" || s == "she"
	}
	return false
}

// speakerBehind reads an attribution after the quotation's end.
func speakerBehind(page *mention.Page, q mention.Mention) (mention.Mention, bool) {
	t := page.Document.Passages[q.Passage].Text
	end := min(len(t), q.End+160)
	if stop := nextQuotation(page, q); stop >= 0 {
		end = min(end, stop)
	}
	rest := t[q.End:end]
	verb := saying.FindStringIndex(rest)
	if verb == nil || strings.ContainsAny(short.ReplaceAllString(rest[:verb[0]], ""), ".;(") {
		return mention.Mention{}, false
	}
	after, first := mention.Mention{}, true
	for _, m := range page.In(q.Passage, q.End, end) {
		if !isSpeaker(m) {
			continue
		}
		switch {
		case m.End <= q.End+verb[0] && len(strings.Fields(rest[m.End-q.End:verb[0]])) <= 5:
			return m, m.Entity >= 0
		case first && m.Start >= q.End+verb[1] && len(strings.Fields(rest[verb[1]:m.Start-q.End])) <= 6 && verb[0] < 4:
			after, first = m, false
		}
	}
	return after, !first && after.Entity >= 0
}

// nextQuotation is the byte in the passage where the next quotation begins, or -1.
func nextQuotation(page *mention.Page, q mention.Mention) int {
	for _, o := range page.Quotations {
		if o.Passage == q.Passage && o.Start >= q.End {
			return o.Start
		}
	}
	return -1
}

// speakerBefore reads an attribution that ends before a byte of a passage: the
// last verb of saying before it, and its subject.
func speakerBefore(page *mention.Page, passage, before int) (mention.Mention, bool) {
	t := page.Document.Passages[passage].Text[:before]
	if colon := strings.TrimRight(t, " \t\n"); strings.HasSuffix(colon, ":") {
		// X: "…"
		for _, m := range page.In(passage, 0, before) {
			if isSpeaker(m) && m.End == len(colon)-1 && m.Entity >= 0 && !sayingVerb(t[:m.Start]) {
				return m, true
			}
		}
	}
	from := max(0, before-220)
	verbs := saying.FindAllStringIndex(t[from:], -1)
	if verbs == nil {
		return mention.Mention{}, false
	}
	verb := verbs[len(verbs)-1]
	start, end := from+verb[0], from+verb[1]
	word := strings.ToLower(t[start:end])
	if word == "according to" || word == "in the words of" {
		for _, m := range page.In(passage, end, before) {
			if isSpeaker(m) {
				return m, m.Entity >= 0
			}
		}
		return mention.Mention{}, false
	}
	if strings.ContainsAny(short.ReplaceAllString(t[end:], ""), ".;") && !strings.HasSuffix(strings.TrimSpace(t), ":") {
		return mention.Mention{}, false // the verb is of another clause
	}
	return subject(page, passage, start, strings.HasSuffix(word, "ing"))
}

// subject is the last speaker before the verb at a byte, outside quotation
// marks; of a participle ("saying"), the first of the passage.
func subject(page *mention.Page, passage, verb int, participle bool) (mention.Mention, bool) {
	t := page.Document.Passages[passage].Text
	var found mention.Mention
	ok := false
	for _, m := range page.In(passage, 0, verb) {
		if !isSpeaker(m) || page.Quoted(passage, m.Start) || possessive(t, m.End) {
			continue
		}
		if before := strings.TrimSpace(t[max(0, m.Start-5):m.Start]); ok && (strings.HasSuffix(before, "with") || strings.HasSuffix(before, "of") || strings.HasSuffix(before, "by") || strings.HasSuffix(before, "to")) {
			continue // "Xi, in a meeting with Putin, said"
		}
		if participle && ok {
			break
		}
		found, ok = m, true
	}
	return found, ok && found.Entity >= 0
}

func possessive(t string, at int) bool {
	return strings.HasPrefix(t[at:], "’s") || strings.HasPrefix(t[at:], "'s")
}

// reported matches a verb of saying right behind a name, with what it opens.
var reported = regexp.MustCompile(`^(?:,[^,]{2,60},)?\s+(?:also\s+|further\s+|later\s+|then\s+)?(?:said|stated|noted|stressed|emphasi[sz]ed|declared|announced|added|underlined|underscored|argued|warned|claimed|reiterated|affirmed|pledged|promised|vowed|pointed out|highlighted)\s+(?:on\s+\p{Lu}\p{L}+(?:\s\d{1,2})?\s+)?(?:that\s+)?(\p{L})`)

// indirect claims what somebody is reported to have said: the clause behind the
// verb, up to the sentence's end.
func indirect(page *mention.Page, b *Builder, passage int) {
	t := page.Document.Passages[passage].Text
	for _, m := range page.Mentions[passage] {
		if !isSpeaker(m) || m.Entity < 0 || page.Quoted(passage, m.Start) {
			continue
		}
		found := reported.FindStringSubmatchIndex(t[m.End:])
		if found == nil {
			continue
		}
		start := m.End + found[2]
		end := len(t)
		if k := strings.Index(t[start:], " ("); k > 0 {
			end = start + k
		}
		words := strings.Join(strings.Fields(strings.TrimRight(t[start:end], " .")), " ")
		if len(strings.Fields(words)) < fewestWords {
			continue
		}
		at := evidenceOf(page, passage, m.Start, end)
		properties := graph.Properties{"text": words, "kind": "indirect"}
		if d := saidOn(page, passage); d != "" {
			properties["saidOn"] = d
		}
		support := supportOf("statement.indirect", weakOf(m))
		ref := b.Add("indirect\x00"+graph.Fold(words), Entity{Label: "Statement", Properties: properties, Evidence: []Evidence{at}, Support: support})
		b.Fact(Fact{Type: "SAID", From: leaderRef(page, b, m.Entity, at), To: ref, Evidence: []Evidence{at}, Support: support})
		about(page, b, ref, passage, start, end)
		return
	}
}
