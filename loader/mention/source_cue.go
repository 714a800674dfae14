package mention

import (
	"regexp"
	"strings"
)

// cueBefore reports whether the words before an outlet at token i say that it
// is cited.
func cueBefore(ts []Token, i int) bool {
	k := i - 1
	for k >= 0 && k > i-7 {
		switch ts[k].Fold {
		case "the", "a", "state", "news", "agency", "newspaper", "daily", "website", "portal", "outlet", "broadcaster", "'s", "-", "run", "owned",
			"local", "official", "magazine", "journal", "television", "channel", "tv", "state-run", "russian", "chinese", "german", "french", "british",
			"american", "turkish", "japanese", "indian", "media":
			k--
			continue
		}
		break
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
	case "to":
		return at(k-1) == "according" || at(k-1) == "interview" || at(k-1) == "comments" || at(k-1) == "remarks" || at(k-1) == "told"
	case "told", "citing", "quoting", "via":
		return true
	case "by":
		switch at(k - 1) {
		case "reported", "cited", "quoted", "published", "carried", "seen", "released", "obtained", "broadcast", "aired":
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
			"highlighted", "suggested", "commented", "carried", "informed", "quoting", "citing":
			return true
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
	// dayBefore and besideDay are what stands before a day that opens a
	// sentence, and between it and the outlet.
	dayBefore = regexp.MustCompile(`(?:^|[.;]\s)\s*(?:On|In its)\s$`)
	besideDay = regexp.MustCompile(`^(?:\s(?:issue|edition))?,?\s(?:[Tt]he\s)?$`)
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
			between := parenthesis.ReplaceAllString(Fold(t[o.end:d.Start]), " ")
			near = len(strings.Fields(between)) <= 5 && !strings.ContainsAny(between, ",;:(\"“") && (after || strings.TrimSpace(between) == "on") && strings.HasSuffix(strings.TrimSpace(between), map[bool]string{true: "on", false: "in"}[len(p.From) == 10]) ||
				len(strings.Fields(between)) <= 4 && after && p.Relative && !strings.ContainsAny(between, ",;:(\"“")
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
		return at, d.Start, d.End, true
	}
	return "", 0, 0, false
}
