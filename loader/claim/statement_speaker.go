package claim

import (
	"regexp"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// saying matches a verb that speech is attributed by.
var saying = regexp.MustCompile(`(?i)\b(?:sa(?:id|ys?|ying)|(?:declar|not|congratulat|felicitat|jok|alleg|underlin|observ|announc|acknowledg|promis|describ|argu|continu|conclud|prais|pledg|reiterat|assur|reassur|recogni[sz]|characteri[sz]|emphasi[sz]|disclos|applaud|urg|welcom|quot|reveal|propos|advis|conced|clarif|mus|jok|specif|allow)(?:ed|es|ies|ied|ing)|(?:stress|express|confess|profess)(?:ed|es|ing)|(?:add|remark|explain|warn|ask|recall|affirm|reaffirm|insist|claim|comment|vow|hail|respond|answer|counter|confirm|suggest|lament|predict|caution|highlight|point out|tweet|post|thank|call|maintain|contend|assert|attest|appeal|boast|demand|laud|mention|complain|repeat|retort|snap|quip|ponder|reflect|confid|admit|concur|thunder|chid|remind|hint|signal|reason|admonish|counsel)(?:ed|ted|s|ing)|swore|sworn|swears|stated|stating|repl(?:ied|ies|ying)|testified|told|tells?|telling|wrote|writes?|writing|underscor(?:ed|es|ing)|labell?ed|branded|dubbed|termed|proclaim(?:ed|s|ing)|quipped|snapped|consider(?:s|ed)|summed up|sums up|made (?:it )?clear|makes (?:it )?clear|pointed out|points out|pointing out|extended? (?:[a-z]+ ){0,3}(?:felicitations|congratulations|condolences|greetings)|shot back|fired back|went on|put it|puts it|spoke of|speaking of|referred to|referring to|according to|in the words of)\b`)

// short matches initials and titles whose stop ends no clause.
var short = regexp.MustCompile(`\d\.\d|\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Prof|Sen|Gov|St|Jr|U\.S|U\.K)\.`)

func sayingVerb(s string) bool { return saying.MatchString(s) }

// speaker finds who says a quotation, and where that is told: behind it ("…,"
// X said; "…," said X), before it (X said: "…"), or in the passage before,
// where that ends in a colon. The number is -1 where nobody named does.
func speaker(page *mention.Page, q mention.Mention) (person int, at mention.Mention, weak string) {
	if before := strings.TrimRight(page.Document.Passages[q.Passage].Text[:q.Start], " "); strings.HasSuffix(before, ":") {
		if m, ok := speakerBefore(page, q.Passage, q.Start); ok {
			return m.Entity, m, weakOf(m)
		}
	}
	if m, ok := speakerBehind(page, q); ok {
		return m.Entity, m, weakOf(m)
	}
	if m, ok := speakerOwning(page, q); ok {
		return m.Entity, m, weakOf(m)
	}
	if m, ok := speakerDash(page, q); ok {
		return m.Entity, m, weakOf(m)
	}
	if m, ok := speakerBefore(page, q.Passage, q.Start); ok {
		return m.Entity, m, weakOf(m)
	}
	if m, ok := speakerGoverning(page, q); ok {
		return m.Entity, m, weakOf(m)
	}
	if m, ok := speakerColon(page, q); ok {
		return m.Entity, m, weakOf(m)
	}
	if q.Passage > 0 && q.Start == 0 {
		if m, ok := speakerAbove(page, q); ok {
			return m.Entity, m, weakOf(m)
		}
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
	if m, ok := speakerFor(page, q); ok {
		return m.Entity, m, weakOf(m)
	}
	return -1, mention.Mention{}, ""
}

// speakerDash reads a name behind a dash, in the line of the quotation or the
// next: "…" — X.
func speakerDash(page *mention.Page, q mention.Mention) (mention.Mention, bool) {
	ps := page.Document.Passages
	passage, at := q.Passage, q.End
	if strings.TrimSpace(ps[passage].Text[at:]) == "" && passage+1 < len(ps) {
		passage, at = passage+1, 0
	}
	rest := strings.TrimLeft(ps[passage].Text[at:], " ")
	if !strings.HasPrefix(rest, "—") && !strings.HasPrefix(rest, "–") && !strings.HasPrefix(rest, "- ") || at == 0 && len(rest) > longestCredit {
		return mention.Mention{}, false
	}
	for _, m := range page.In(passage, at, len(ps[passage].Text)) {
		if m.Kind == mention.Person {
			start := m.Start
			if m.Whole[1] > m.Whole[0] {
				start = min(start, m.Whole[0])
			}
			return m, m.Entity >= 0 && len(strings.Fields(ps[passage].Text[at:start])) <= 1
		}
	}
	return mention.Mention{}, false
}

// longestCredit is how long, in bytes, a line may be that only names whose
// words stand above it.
const longestCredit = 120

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
	if m := ms[len(ms)-1]; isSpeaker(m) && len(before)-1-m.End <= 1 {
		return m, m.Entity >= 0
	}
	return onlyPerson(page, q.Passage, len(before))
}

// onlyPerson is the one person of whom a passage speaks before a byte, outside
// quotation marks: "Asked about tariffs, X was brief: …".
func onlyPerson(page *mention.Page, passage, before int) (mention.Mention, bool) {
	t := page.Document.Passages[passage].Text
	var found mention.Mention
	ok := false
	for _, m := range page.In(passage, 0, before) {
		if !isSpeaker(m) || page.Quoted(passage, m.Start) {
			continue
		}
		if m.Entity < 0 || possessive(t, m.End) || ok && m.Entity != found.Entity {
			return mention.Mention{}, false
		}
		found, ok = m, true
	}
	_, _, other := stranger(page, passage, 0, before)
	return found, ok && !other
}

// speakerAbove finds who opens a quotation that is set off as a block, in the
// line before the block.
func speakerAbove(page *mention.Page, q mention.Mention) (mention.Mention, bool) {
	ps := page.Document.Passages
	k := q.Passage
	for k > 0 && ps[k].Quote {
		k--
	}
	if k == q.Passage || !strings.HasSuffix(strings.TrimSpace(ps[k].Text), ":") {
		return mention.Mention{}, false
	}
	return speakerBefore(page, k, len(ps[k].Text))
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
		m, ok := subject(page, q.Passage-1, verb[0], false)
		if ok && relativeClause.MatchString(t[m.End:verb[0]]) {
			return mention.Mention{}, false
		}
		return m, ok
	}
	return mention.Mention{}, false
}

// relativeClause matches what makes a later verb that of another subject.
var relativeClause = regexp.MustCompile(`(?i)\b(?:that|which|who)\b`)

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
	closed := closesClause(page, q)
	after, first := mention.Mention{}, true
	for _, m := range page.In(q.Passage, q.End, end) {
		if !isSpeaker(m) {
			continue
		}
		if possessive(t, m.End) || m.Kind == mention.Pronoun && strangerSpoke(page, m) {
			if m.End <= q.End+verb[0] || m.Kind == mention.Pronoun {
				return mention.Mention{}, false // "the president's office said"
			}
			continue
		}
		switch {
		case m.End <= q.End+verb[0] && len(strings.Fields(rest[m.End-q.End:verb[0]])) <= 5:
			if _, e, ok := stranger(page, q.Passage, m.End, q.End+verb[0]); ok && len(strings.TrimSpace(t[e:q.End+verb[0]])) == 0 {
				return mention.Mention{}, false
			}
			return m, m.Entity >= 0 && (closed || strings.HasSuffix(t[:m.Start], ", ") || len(strings.Fields(t[q.End:m.Start])) <= 2)
		case first && m.Start >= q.End+verb[1] && len(strings.Fields(rest[verb[1]:m.Start-q.End])) <= 6 && (verb[0] < 4 || quotedAs(rest[verb[0]:])) && subjectOpens(page, q, verb[1], m):
			after, first = m, false
		}
	}
	return after, !first && after.Entity >= 0
}

// closesClause reports whether a quotation ends as a clause does, so that an
// attribution may follow: "…," or "…", in either order of the marks.
func closesClause(page *mention.Page, q mention.Mention) bool {
	t := page.Document.Passages[q.Passage].Text
	return strings.ContainsAny(t[max(q.Start, q.Inner[1]-1):q.Inner[1]], ",.?!-…") || strings.HasPrefix(strings.TrimLeft(t[q.End:], " "), ",")
}

// quotedAs reports whether a verb names whom somebody else quotes: "the agency
// quoted X as saying".
func quotedAs(rest string) bool {
	return strings.HasPrefix(rest, "quoted ") && strings.Contains(rest[:min(len(rest), 90)], " as saying") ||
		strings.HasPrefix(rest, "cited ") && strings.Contains(rest[:min(len(rest), 90)], " as saying")
}

// subjectOpens reports whether a mention behind the verb of an attribution is
// its subject: nothing but titles stand between, no other name.
func subjectOpens(page *mention.Page, q mention.Mention, verb int, m mention.Mention) bool {
	start := m.Start
	if m.Whole[1] > m.Whole[0] {
		start = min(start, m.Whole[0])
	}
	if start <= q.End+verb {
		return true
	}
	_, _, other := stranger(page, q.Passage, q.End+verb, start)
	return !other && !strings.Contains(page.Document.Passages[q.Passage].Text[q.End+verb:start], ",")
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
	if ok && !participle && otherSubject(t[found.End:verb]) {
		return mention.Mention{}, false
	}
	if ok && !participle {
		if _, e, other := stranger(page, passage, found.End, verb); other && leadsTo(t[e:verb]) {
			return mention.Mention{}, false
		}
	}
	if ok && found.Kind == mention.Pronoun && strangerSpoke(page, found) {
		return mention.Mention{}, false
	}
	return found, ok && found.Entity >= 0
}

// leadsTo reports whether what stands between a name and a verb lets the name
// be its subject: nothing, an adverb, or an apposition between commas.
func leadsTo(between string) bool {
	b := strings.TrimSpace(between)
	return len(strings.Fields(b)) <= 1 && !strings.HasSuffix(b, ",") || len(b) > 1 && strings.HasPrefix(b, ",") && strings.HasSuffix(b, ",")
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
