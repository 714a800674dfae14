package mention

import (
	"regexp"
	"strings"
)

// cueBefore reports whether the words before an outlet at token i say that it
// is cited.
func cueBefore(ts []Token, i int) bool {
	k := i - 1
	for k >= 0 && k > i-7 && describes(ts, k) {
		k--
	}
	if k < 0 {
		return false
	}
	at := func(n int) string {
		if n < 0 {
			return ""
		}
		return ts[n].Fold
	}
	switch ts[k].Fold {
	case ",", "”", "\"": // "…, says the daily X"
		return k+1 < i && inverted(ts[k+1].Fold)
	case "what", "as": // "contrary to what X announced", "as X had it"
		return claims(ts, i)
	case "says", "said", "reported", "reports", "reveals", "revealed", "informs", "informed", "writes", "wrote", "notes", "noted", "announced":
		return at(k-1) == "," || at(k-1) == "”" || at(k-1) == "\""
	case "to":
		return at(k-1) == "it" && (at(k-2) == "put" || at(k-2) == "told") || at(k-1) == "according" || at(k-1) == "interview" || at(k-1) == "comments" || at(k-1) == "remarks" || at(k-1) == "told"
	case "told", "citing", "quoting", "via":
		return true
	case "by":
		switch at(k - 1) {
		case "reported", "said", "cited", "quoted", "published", "carried", "seen", "released", "obtained", "broadcast", "aired":
			return true
		}
		return quotedBy(ts, k) || writing(at(k-1))
	case "with":
		return at(k-1) == "interview"
	case "in", "for", "from", "on":
		switch at(k - 1) {
		case "published", "printed", "appeared", "wrote", "mentioned", "reported":
			return ts[k].Fold != "on"
		}
		return writing(at(k - 1))
	}
	return false
}

// cueAfter reports whether a verb of reporting follows an outlet.
func cueAfter(ts []Token, j int) bool {
	for k := j; k < len(ts) && k < j+3; k++ {
		switch ts[k].Fold {
		case "reported", "reports", "said", "says", "wrote", "writes", "noted", "notes", "quoted", "quotes", "cited", "cites", "revealed", "reporting", "published", "claimed", "called", "put", "puts", "estimated", "stated",
			"highlighted", "suggested", "commented", "carried", "informed", "informs", "announced", "learned", "learnt", "learns", "hears", "understands", "disclosed", "relayed", "quoting", "citing":
			return true
		case "(":
			if k == j && k+2 < len(ts) && ts[k+2].Text == ")" {
				return cueAfter(ts, k+3)
			}
			return false
		case "report", "editorial", "article", "story", "dispatch", "commentary":
			return k == j && j < len(ts) && (j < 1 || ts[j-1].Fold != "news")
		case "op":
			return k == j
		case "has", "had", "also", "earlier", "later", "first", ",", "correspondent":
			continue
		}
		return false
	}
	return false
}

// describes reports whether token k only says what kind of an outlet the name
// behind it is: "the official", "Norwegian broadcaster", "Belgrade daily".
func describes(ts []Token, k int) bool {
	switch ts[k].Fold {
	case "“", "\"", "«", "the", "a", "state", "news", "agency", "newspaper", "daily", "website", "portal", "outlet", "broadcaster", "'s", "’s", "-", "run", "owned", "local", "official",
		"magazine", "journal", "television", "channel", "tv", "state-run", "media", "paper", "tabloid", "weekly", "site", "station", "business", "independent", "private", "opposition", "public", "government", "national", "leading", "financial":
		return true
	}
	if !ts[k].Capital() {
		return false
	}
	n := gazetteers().match(ts, k)
	return n != nil && len(n.words) == 1 && (n.kind == nameDemonym || n.kind == nameCapital || n.kind == nameCity || n.kind == nameState)
}

// inverted reports whether a word is a verb of reporting that stands before who
// reports.
func inverted(w string) bool {
	switch w {
	case "says", "said", "reported", "reports", "reveals", "revealed", "informs", "informed", "writes", "wrote", "notes", "noted", "announced":
		return true
	}
	return false
}

// claims reports whether a verb of reporting stands right behind the name at
// token i: "(as) X had it".
func claims(ts []Token, i int) bool {
	j := i
	for j < len(ts) && j < i+4 && (ts[j].Capital() || j > i && nameJoint(ts[j].Fold)) {
		j++
	}
	if j == i || j+1 >= len(ts) {
		return false
	}
	switch ts[j].Fold {
	case "reported", "reports", "wrote", "writes", "announced", "claimed", "claims", "noted", "revealed", "alleged":
		return true
	case "had", "has", "put", "puts":
		return ts[j+1].Fold == "it" || ts[j+1].Fold == "reported" || ts[j+1].Fold == "written" || ts[j+1].Fold == "announced" || ts[j+1].Fold == "claimed"
	}
	return false
}

// nameJoint reports whether a small word may stand within an outlet's name.
func nameJoint(w string) bool {
	switch w {
	case "de", "del", "di", "da", "do", "la", "le", "of", "the", "und", "y", "e":
		return true
	}
	return false
}

// writing reports whether a folded word is a piece of writing or a broadcast:
// "an article in", "a report by".
func writing(w string) bool {
	switch w {
	case "article", "articles", "column", "commentary", "piece", "editorial", "report", "reports", "interview", "essay", "story", "ed", "dispatch", "analysis", "investigation", "blog":
		return true
	}
	return false
}

// quotedBy reports whether the "by" at token k names who quotes: "was quoted as
// saying in Bern by".
func quotedBy(ts []Token, k int) bool {
	for n := k - 1; n >= 0 && n > k-8; n-- {
		switch ts[n].Fold {
		case "quoted", "cited", "saying":
			return true
		case ".", ";", ",":
			return false
		}
	}
	return false
}

// ofOffice reports whether the name at token i is that of an office's field:
// "the Minister of Foreign Affairs said".
func ofOffice(ts []Token, i int) bool {
	if i < 2 || ts[i-1].Fold != "of" && ts[i-1].Fold != "for" {
		return false
	}
	switch ts[i-2].Fold {
	case "ministry", "ministries", "minister", "ministers", "department", "secretary", "undersecretary", "office", "bureau", "committee", "council", "institute", "secretariat", "directorate":
		return true
	}
	return false
}

// notOutlet reports whether a name beside "agency" or "newspaper" is none of
// an outlet: that of a place, a person or a body, or no more than a word that
// says whose the agency is.
func notOutlet(s string) bool {
	switch s {
	case "State", "Official", "Local", "Government", "National", "Private", "Foreign", "Public", "Leading", "Independent":
		return true
	}
	ts := Tokens(s)
	for _, n := range gazetteers()[ts[0].Fold] {
		if n.kind == nameBody && len(n.words) == len(ts) {
			return true
		}
	}
	return placeOrPerson(s)
}

var (
	// parenthesis is what stands between an outlet and its verb.
	parenthesis = regexp.MustCompile(`^, [^,;:"“]{3,60}, `)
	// acronym is an outlet's own, behind its name.
	acronym = regexp.MustCompile(`^ \([^()]{2,8}\) `)
	// ofIssue stands between an outlet and the day of what it printed: "of", "in
	// its edition of the", "(".
	ofIssue = regexp.MustCompile(`^(?: (?:agency|newspaper|daily|site|portal))?(?:['’]s)?(?: (?:of|in its|in the|edition|issue))*(?: (?:of|dated))(?: the)? $|^ \($`)
	// dayBefore and besideDay are what stands before a day that opens a
	// sentence, and between it and the outlet.
	dayBefore = regexp.MustCompile(`(?:^|[.;]\s)\s*(?:On|In its)\s$`)
	besideDay = regexp.MustCompile(`^(?:\s(?:issue|edition))?,?\s(?:[Tt]he\s)?(?:(?:website|newspaper|daily|agency|portal|broadcaster|weekly)\s)?$`)
)

// dateNear finds the date of a report beside its outlet: after the verb
// ("Reuters reported on 23 May"), or before the name ("On 23 May Reuters
// reported").
func (s *sources) dateNear(t string, ts []Token, o outletAt, after bool) (date string, from, to int, ok bool) {
	for _, d := range dates(t, ts, s.anchor) {
		p := d.Period
		if p.From == "" || p.To != "" || len(p.From) < 7 {
			continue
		}
		near := false
		switch {
		case d.Start >= o.end:
			between := parenthesis.ReplaceAllString(acronym.ReplaceAllString(Fold(t[o.end:d.Start]), " "), " ")
			near = len(strings.Fields(between)) <= 5 && !strings.ContainsAny(between, ",;:(\"“") && (after || strings.TrimSpace(between) == "on") && strings.HasSuffix(strings.TrimSpace(between), map[bool]string{true: "on", false: "in"}[len(p.From) == 10]) ||
				len(strings.Fields(between)) <= 4 && after && p.Relative && !strings.ContainsAny(between, ",;:(\"“") ||
				ofIssue.MatchString(between)
		case after && d.End <= o.start:
			near = dayBefore.MatchString(t[:d.Start]) && besideDay.MatchString(t[d.End:o.start])
		}
		if !near {
			continue
		}
		at := p.From
		if p.Yearless && s.published != "" && at > s.published {
			at = s.dated(d.Passage, part{m: partOf(at).m, d: partOf(at).d})
		}
		if p.Relative && len(at) == 10 && len(s.published) == 10 && at > s.published { // "its edition of the 16th"
			m := partOf(at)
			at = dayOf(part{m.y, m.m - 1, m.d}.time()).String()
		}
		return at, d.Start, d.End, true
	}
	return "", 0, 0, false
}
