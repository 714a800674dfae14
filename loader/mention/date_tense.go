package mention

import (
	"regexp"
	"strings"
)

// tense is the time that the words around a date put it into.
type tense int

const (
	timeless tense = iota
	told           // when it was said, whatever is said: "reported on Sunday"
	gone           // what happened: "signed on", "was held in"
	wished         // what may come, or was to come: "would", "invited"
	nears          // the present of what is near: "arrives on Friday"
	comes          // what is still to come: "will visit in"
)

// tenses matches the words that tell it, the longer forms first, in one group
// a tense: comes, wished, nears, gone, told.
var tenses = regexp.MustCompile(`(?i)\b(?:` +
	`(will|shall|due (?:to|in|for|on|at|back|home|here)|scheduled|slated|expected|expects?|anticipated|upcoming|forthcoming|plan(?:s|ning)|planned|intends?|intending|` +
	`(?:is|are) (?:set |also |now )?to|set to|agreed to|preparing (?:to|for)|prepares? (?:to|for)|ahead of|in the run-up to|` +
	`accept(?:ed|s|ing)\b[^.;:]{0,60}?\binvitations?|to be \p{L}+(?:ed|ld|nt|de|en)|next (?:round|meeting|session|summit|visit|talks|stage|step)|look(?:s|ing)? forward to)|` +
	`(would|may (?:be|visit|travel|meet|host|sign|come|go)|might|could|invit(?:ed|es|ing)|hopes?|(?:promised|pledged|decided|undertook) to|postponed (?:to|until))|` +
	`(arrives|travels|flies|departs|goes|leaves|comes|heads|winds up|begins|starts|kicks off|(?:is|are) (?:visiting|paying|arriving|travelling|traveling|leaving|hosting|meeting))|` +
	`(visited|met|signed|held|took place|taken place|arrived|came|went|travell?ed|flew|hosted|received|attended|adopted|ratified|approved|inaugurated|opened|launched|was|were|been|had|won|` +
	`elected|inked|initialled|initialed|paid|departed|left|concluded|began|begun|ended|gathered|convened|spoke|spoken|became|entered|reached|fell|rose|grew|joined|welcomed|toured|returned|established|founded|completed|killed|exchanged)|` +
	`(said|says|told|reported|reports|announced|wrote|noted|added|stated|declared|confirmed)` +
	`)\b`)

// tenseWord is a word that tells the tense of what stands around it.
type tenseWord struct {
	start, end int
	tense      tense
}

// tenseWords are the words of tense in the text, in order, looked for once.
func (p *dateParser) tenseWords() []tenseWord {
	if p.looked {
		return p.tenses
	}
	p.looked = true
	for _, m := range tenses.FindAllStringSubmatchIndex(p.text, -1) {
		for k, t := range []tense{comes, wished, nears, gone, told} {
			if m[2+2*k] >= 0 && !(t == gone && passive(p.text[:m[0]])) {
				p.tenses = append(p.tenses, tenseWord{m[0], m[1], t})
			}
		}
	}
	return p.tenses
}

// passive reports whether a participle at the end of a text belongs to what
// stands before it: "will be signed", "to be held".
func passive(before string) bool {
	before = strings.TrimRight(before, " ")
	return strings.HasSuffix(before, " be") || strings.HasSuffix(before, " being") || strings.HasSuffix(before, " to") || strings.HasSuffix(before, " the")
}

// tense is the time that the clause of the span from start to end is in: by
// the last word of tense before it, else by the first after it.
func (p *dateParser) tense(start, end int) tense {
	found := timeless
	for _, m := range p.tenseWords() {
		switch {
		case m.end <= start:
			found = timeless
			if unbroken(p.text[m.end:start]) {
				found = m.tense
			}
		case m.start >= end && found == timeless:
			if between := p.text[end:m.start]; len(between) < 90 && unbroken(between) {
				return m.tense
			}
			return timeless
		}
	}
	return found
}

// unbroken reports whether no stop parts a stretch of text but those of
// abbreviations and initials: "will meet J. Doe".
func unbroken(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ';', ':':
			return false
		case '.':
			if i == 0 || i > 1 && s[i-2] != ' ' && s[i-2] != '.' && s[i-2] != '-' {
				return false
			}
		}
	}
	return true
}

// looksAhead reports whether a word in the clause of a span says that its time
// is still to come.
func (p *dateParser) looksAhead(start, end int) bool { return p.tense(start, end) >= wished }
