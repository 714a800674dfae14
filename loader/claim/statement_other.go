package claim

import (
	"regexp"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
)

// owning matches what stands behind a quotation before whose it was: "…," was
// X's explanation.
var (
	owning = regexp.MustCompile(`^,?\s(?:was|is|came|went|ran)\s$`)
	owned  = regexp.MustCompile(`^['’]s?\s(?:\pL+\s)?(?:explanation|verdict|reply|answer|response|comment|message|motto|retort|description|summary|assessment|word|words|argument|line|version|account|promise|warning|conclusion)\b`)
)

// speakerOwning reads a quotation that is said to be somebody's: "…," was the
// president's reply.
func speakerOwning(page *mention.Page, q mention.Mention) (mention.Mention, bool) {
	t := page.Document.Passages[q.Passage].Text
	for _, m := range page.In(q.Passage, q.End, len(t)) {
		if !isSpeaker(m) {
			continue
		}
		start := m.Start
		if m.Whole[1] > m.Whole[0] {
			start = min(start, m.Whole[0])
		}
		before := strings.TrimSuffix(t[q.End:max(start, q.End)], "the ")
		return m, m.Entity >= 0 && owning.MatchString(before) && owned.MatchString(t[m.End:])
	}
	return mention.Mention{}, false
}

// speakerFor reads whose view a sentence gives: "For X the road “is no longer a
// line on a map”".
func speakerFor(page *mention.Page, q mention.Mention) (mention.Mention, bool) {
	t := page.Document.Passages[q.Passage].Text
	if !strings.HasPrefix(t, "For ") && !strings.HasPrefix(t, "To ") || sayingVerb(t[:q.Start]) || q.Start > 200 {
		return mention.Mention{}, false
	}
	for _, m := range page.In(q.Passage, 0, q.Start) {
		if isSpeaker(m) {
			start := m.Start
			if m.Whole[1] > m.Whole[0] {
				start = min(start, m.Whole[0])
			}
			return m, m.Entity >= 0 && start <= len("For the ") && !possessive(t, m.End)
		}
	}
	return mention.Mention{}, false
}

// another matches a new subject behind a comma: "…, a spokesman in Bern".
var another = regexp.MustCompile(`, (?:an?|the|one|his|her|its|some) \p{Ll}`)

// otherSubject reports whether what stands between a name and a verb holds
// another subject of the verb: "Asked about X, a spokesman told …".
func otherSubject(between string) bool {
	at := another.FindStringIndex(between)
	return at != nil && !strings.HasSuffix(strings.TrimSpace(between), ",") && !strings.Contains(between[at[1]:], ", who ")
}

// speakerGoverning reads a quotation that stands behind a participle which
// opens the sentence: the subject behind the comma says it ("Noting the "…" of
// the two nations, X left").
func speakerGoverning(page *mention.Page, q mention.Mention) (mention.Mention, bool) {
	t := page.Document.Passages[q.Passage].Text
	verb := saying.FindStringIndex(t[:q.Start])
	if verb == nil || verb[0] > 0 || !strings.HasSuffix(t[:verb[1]], "ing") {
		return mention.Mention{}, false
	}
	for _, m := range page.In(q.Passage, q.End, len(t)) {
		start := m.Start
		if m.Whole[1] > m.Whole[0] {
			start = min(start, m.Whole[0])
		}
		if isSpeaker(m) && strings.HasSuffix(t[q.End:start], ", ") {
			return m, m.Entity >= 0 && !possessive(t, m.End)
		}
	}
	return mention.Mention{}, false
}
