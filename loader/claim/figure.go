package claim

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// fewest is the least count of things that is a figure of its own; measures
// and money have none.
const fewest = 10

// summed matches what is counted in money though no currency is told: "trade
// rose to 5 billion".
var summed = regexp.MustCompile(`(?i)\b(?:trade|turnover|exports?|imports?|investments?|commerce|gdp|revenues?)\b(?:[^.;:]|\.\d)*$`)

// market opens the size of a market, whatever it is counted in.
var market = regexp.MustCompile(`(?i)\bmarkets? of (?:over |about |around |some |nearly |almost |more than )?$`)

// sum is how great a number is that can be a sum without its currency.
const sum = 1e6

// nearDate is how far, in bytes, a date may stand from a figure of its time.
const nearDate = 90

// figures claims the numbers that say something about trade, money, quantity
// or capacity, each once. Numbers of documents, visits or states, durations,
// ages, percentages, sums converted in brackets and the worth of an agreement
// are none.
func figures(page *mention.Page, b *Builder, t *trace) {
	told, dollar := map[string]bool{}, ownDollar(page)
	for i := range page.Mentions {
		var row *tableRow
		switch page.Document.Passages[i].Kind {
		case text.Row:
			row = rowOf(page, i)
		case text.Sentence, text.Item, text.Heading:
			if row = entryOf(page.Document.Passages[i].Text); row == nil && page.Document.Passages[i].Kind == text.Heading {
				continue
			}
		default:
			continue
		}
		upper := -1 // of a range, which is one figure
		for k := range page.Mentions[i] {
			m := page.Mentions[i][k]
			if m.Kind != mention.Quantity || m.Amount == nil {
				continue
			}
			if row != nil {
				m.Amount = row.measured(&m)
			}
			if dollar != "" && m.Amount.Currency == "USD" && bareDollar(&m) {
				own := *m.Amount
				own.Currency = dollar
				m.Amount = &own
			}
			if m.Amount.Currency == "" && m.Amount.Unit == "" && m.Amount.Value >= sum && k > 0 {
				m.Amount = sameCurrency(page, i, k)
			}
			if m.Start == upper || !isFigure(page, i, &m) {
				t.missedFigure(&m, missNoFigure)
				continue
			}
			upper = upperBound(page, i, k)
			key := strconv.FormatFloat(m.Amount.Value, 'g', -1, 64) + "\x00" + m.Amount.Currency + m.Amount.Unit
			if told[key] {
				t.missedFigure(&m, missAgain)
				continue
			}
			told[key] = true
			figure(page, b, i, &m, key, row)
		}
	}
}

// elliptic is how far, in bytes, a sum may stand behind the one whose currency
// it leaves out.
const elliptic = 60

// sameCurrency is the amount of mention k of a passage with the currency of
// the sum before it, which it leaves out: "$2.4 billion, up from 1.9 billion".
func sameCurrency(page *mention.Page, passage, k int) *mention.Amount {
	ms := page.Mentions[passage]
	a := *ms[k].Amount
	for j := k - 1; j >= 0 && ms[k].Start-ms[j].End < elliptic; j-- {
		if ms[j].Kind == mention.Quantity && ms[j].Amount != nil {
			a.Currency = ms[j].Amount.Currency
			break
		}
	}
	return &a
}

// upperBound is the byte where the second number of the range begins that
// mention k of a passage opens ("450–500 km"), or -1.
func upperBound(page *mention.Page, passage, k int) int {
	ms := page.Mentions[passage]
	if k+1 >= len(ms) || ms[k+1].Kind != mention.Quantity || ms[k+1].Amount == nil {
		return -1
	}
	switch strings.TrimSpace(page.Document.Passages[passage].Text[ms[k].End:ms[k+1].Start]) {
	case "to":
		if strings.Contains(ms[k].Surface, " ") { // "$1 billion to $2 billion" tells two
			return -1
		}
		fallthrough
	case "-", "–", "—":
		if a, o := ms[k].Amount, ms[k+1].Amount; a.Currency == o.Currency && a.Unit == o.Unit && a.Value < o.Value {
			return ms[k+1].Start
		}
	}
	return -1
}

// figure claims one figure; row is the table row that it stands in, or nil.
func figure(page *mention.Page, b *Builder, passage int, m *mention.Mention, key string, row *tableRow) {
	t := page.Document.Passages[passage].Text
	a := m.Amount
	start, end := figureName(t, m)
	properties := graph.Properties{"value": a.Value, "name": strings.Join(strings.Fields(t[start:end]), " ")}
	if row != nil && row.name(m) != "" {
		properties["name"] = row.name(m)
	}
	switch {
	case a.Currency != "":
		properties["unit"], properties["currency"] = a.Currency, a.Currency
	case a.Unit != "":
		properties["unit"] = a.Unit
	}
	if p := figurePeriod(page, passage, m); p != "" {
		properties["period"] = p
	}
	if row != nil {
		if p := row.period(m); p != "" {
			properties["period"] = p
		}
	}
	at := evidenceOf(page, passage, m.Start, m.End)
	ref := b.Add(key, Entity{Label: "Figure", Properties: properties, Evidence: []Evidence{at}, Support: supportOf("figure")})
	b.Mention(Mention{Passage: passage, Start: at.Start, End: at.End, Surface: m.Surface, Of: ref})
	about(page, b, ref, passage, 0, len(t))
}

// named matches a list item that is an agreement.
var named = regexp.MustCompile(`(?i)^\W*(?:\d+\W+)?(?:the\s+)?(?:\p{L}+\s+){0,3}(?:agreement|memorandum|contract|protocol|treaty|convention|mou)\b`)

// isFigure reports whether an amount counts as a figure of its own.
func isFigure(page *mention.Page, passage int, m *mention.Mention) bool {
	t := page.Document.Passages[passage].Text
	a := m.Amount
	if a.Currency != "" {
		return !converted(t, m) && !worth(t, m) && !(page.Document.Passages[passage].Kind == text.Item && named.MatchString(t))
	}
	if u, ok := lexicon.UnitOf(strings.ToLower(a.Unit)); ok {
		return u.Kind != "share" && u.Kind != "time" && u.Kind != "name"
	}
	if a.Unit == "" && a.Value >= sum {
		return summed.MatchString(t[max(0, m.Start-nearDate):m.Start]) && !converted(t, m)
	}
	if a.Unit == "" || a.Value < fewest {
		return false
	}
	words := strings.Fields(strings.ToLower(a.Unit))
	if market.MatchString(t[:m.Start]) {
		return true
	}
	for _, w := range words {
		if uncounted(w) {
			return false
		}
	}
	return !part(page, passage, m)
}

// part reports whether a count is part of a name ("the 1267 Sanctions
// Committee"), or counts a people ("28 Israelis").
func part(page *mention.Page, passage int, m *mention.Mention) bool {
	t, unit := page.Document.Passages[passage].Text, m.Amount.Unit
	start := m.End + len(t[m.End:]) - len(strings.TrimLeft(t[m.End:], " "))
	if !strings.HasPrefix(t[start:], unit) {
		return false
	}
	end := start + len(unit)
	r, _ := utf8.DecodeRuneInString(unit)
	after, _ := utf8.DecodeRuneInString(strings.TrimPrefix(t[end:], " "))
	if unicode.IsUpper(r) && strings.HasPrefix(t[end:], " ") && unicode.IsUpper(after) {
		return true
	}
	for _, o := range page.In(passage, start, end) {
		if o.Kind == mention.Demonym && o.Start == start && o.End == end {
			return true
		}
	}
	return false
}

// uncounted reports whether a plural noun's number is no figure: texts, events,
// parties, people in office, spans of time.
func uncounted(w string) bool {
	switch strings.TrimSuffix(w, ",") {
	case "documents", "agreements", "memorandums", "memoranda", "mous", "treaties", "deals", "accords", "protocols", "pacts", "contracts", "papers", "texts", "instruments",
		"programs", "programmes", "declarations", "statements", "resolutions", "decisions", "initiatives", "articles", "points", "chapters", "pages", "words", "views", "reads", "likes", "comments", "followers", "subscribers", "photos", "items", "measures", "proposals", "commitments",
		"visits", "trips", "meetings", "talks", "rounds", "occasions", "times", "summits", "sessions", "events", "ceremonies", "conversations", "calls",
		"countries", "states", "nations", "members", "parties", "sides", "governments", "partners", "leaders", "presidents", "ministers", "heads", "delegations", "delegates", "participants",
		"representatives", "officials", "guests", "diplomats", "ambassadors", "lawmakers", "deputies", "senators", "people", "citizens", "residents", "inhabitants", "persons",
		"years", "months", "weeks", "days", "hours", "minutes", "decades", "centuries", "anniversaries", "areas", "fields", "sectors", "spheres", "topics", "issues", "questions", "priorities",
		"others", "women", "men", "children", "activists", "dissidents", "protesters", "victims", "casualties", "deaths", "hostages", "prisoners", "civilians", "experts",
		"votes", "seats", "places", "ways", "steps", "stages", "phases", "languages", "journalists", "reporters", "awards", "degrees", "respondents":
		return true
	}
	return false
}

// converted reports whether a sum stands in brackets, or behind "or", right
// after another one.
func converted(t string, m *mention.Mention) bool {
	before := strings.TrimRight(t[:m.Start], " ~≈")
	for _, w := range []string{"about", "around", "some", "approximately", "approx.", "roughly", "nearly", "almost", "over", "more than", "equivalent to", "equal to", "the equivalent of", "worth"} {
		before = strings.TrimRight(strings.TrimSuffix(before, w), " ")
	}
	or := strings.HasSuffix(before, " or")
	before = strings.TrimRight(strings.TrimSuffix(before, " or"), " ,")
	if !or && !strings.HasSuffix(before, "(") && !strings.HasSuffix(before, "[") {
		return false
	}
	before = strings.TrimRight(before, "([ ")
	for _, q := range mention.Quantities(before[max(0, len(before)-60):][startOfRune(before[max(0, len(before)-60):]):]) {
		if q.Amount.Currency != "" && q.Amount.Currency != m.Amount.Currency && strings.HasSuffix(before, q.Surface) {
			return true
		}
	}
	return false
}

// startOfRune is the first byte of s that begins a code point.
func startOfRune(s string) int {
	for i := range s {
		if utf8.RuneStart(s[i]) {
			return i
		}
	}
	return len(s)
}

// worth reports whether a sum is what an agreement, fund or contract is worth.
func worth(t string, m *mention.Mention) bool {
	before := strings.ToLower(t[max(0, m.Start-120):m.Start])
	near := strings.Fields(before)
	tied := false
	for k := max(0, len(near)-4); k < len(near); k++ {
		switch strings.Trim(near[k], ",") {
		case "worth", "valued", "total", "totaling", "totalling", "totaled", "totalled":
			tied = true
		}
	}
	after := strings.ToLower(strings.TrimLeft(t[m.End:min(len(t), m.End+40)], " -"))
	for _, kind := range []string{"loan ", "credit ", "investment ", "grant ", "supply ", "arms "} {
		after = strings.TrimPrefix(after, kind)
	}
	for _, noun := range []string{"agreement", "deal", "contract", "memorandum", "fund", "accord", "pact"} {
		if tied && strings.Contains(before, noun) || strings.HasPrefix(after, noun) {
			return true
		}
	}
	return false
}

// figurePeriod is the year, month or interval that stands nearest to the figure in its sentence.
func figurePeriod(page *mention.Page, passage int, m *mention.Mention) string {
	t := page.Document.Passages[passage].Text
	best, at := nearDate, ""
	for _, d := range page.Mentions[passage] {
		if d.Kind != mention.When || d.Period == nil || d.Period.From == "" || len(d.Period.From) > 7 {
			continue // a day is of an event, not of a figure
		}
		distance, between := d.Start-m.End, ""
		if d.End <= m.Start {
			distance, between = m.Start-d.End, t[d.End:m.Start]
		} else if m.End <= d.Start {
			between = t[m.End:d.Start]
		}
		for _, o := range page.In(passage, min(d.End, m.End), max(d.Start, m.Start)) {
			if o.Kind == mention.Quantity {
				distance += nearDate / 2 // the date is rather that of the other number
			}
		}
		if distance < best && !strings.ContainsAny(between, ";(") {
			best, at = distance, d.Period.From
			if d.Period.To != "" {
				at += "/" + d.Period.To
			}
		}
	}
	return at
}

// figureName is the span of bytes of the words that say what a figure is
// about: of a count its noun with what depends on it; of a sum or measure the
// nearest noun of economics before it, else after it; else the figure itself.
func figureName(t string, m *mention.Mention) (start, end int) {
	if m.Amount.Currency == "" {
		if s, e, ok := nounBehind(t, m); ok {
			return s, e
		}
	}
	if s, e, ok := topic(t, 0, m.Start, true); ok {
		return s, e
	}
	if s, e, ok := topic(t, m.End, len(t), false); ok {
		return s, e
	}
	return m.Start, m.End
}

// nounBehind is the noun after a count or measure, with "of" and its object:
// "tons of Kazakh oil", "joint ventures".
func nounBehind(t string, m *mention.Mention) (start, end int, ok bool) {
	rest := t[m.End:]
	at := len(rest) - len(strings.TrimLeft(rest, " -"))
	words := 0
	for i := at; i < len(rest) && words < 5; {
		j := strings.IndexAny(rest[i:], " ,.;:()—\n")
		if j < 0 {
			j = len(rest) - i
		}
		w := strings.ToLower(rest[i : i+j])
		if w == "" || words > 0 && stopsName(w) || words == 0 && stopsName(w) && w != "of" {
			break
		}
		words++
		end = i + j
		if i+j < len(rest) && rest[i+j] != ' ' {
			break
		}
		i += j + 1
	}
	if words == 0 {
		return 0, 0, false
	}
	return m.Start, m.End + end, true
}

// topic is the nearest noun of economics in a stretch, with the words before
// it that belong to it.
func topic(t string, from, to int, last bool) (start, end int, ok bool) {
	type word struct{ start, end int }
	var words []word
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(t[i:])
		if !unicode.IsLetter(r) {
			i += n
			continue
		}
		j := i
		for j < to {
			r, n := utf8.DecodeRuneInString(t[j:])
			if !unicode.IsLetter(r) && r != '-' && r != '’' && r != '\'' {
				break
			}
			j += n
		}
		words = append(words, word{i, j})
		i = j
	}
	pick := -1
	for k, w := range words {
		if economic(strings.ToLower(t[w.start:w.end])) {
			pick = k
			if !last {
				break
			}
		}
	}
	if pick < 0 {
		return 0, 0, false
	}
	start, end = words[pick].start, words[pick].end
	for k := pick - 1; k >= 0 && k > pick-4 && t[words[k].end:words[k+1].start] == " " && !stopsName(strings.ToLower(t[words[k].start:words[k].end])); k-- {
		start = words[k].start
	}
	return start, end, true
}
