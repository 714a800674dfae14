package syntax

import (
	"strings"
	"sync"

	"github.com/jdkato/prose/v3/tag"
)

var tagger = sync.OnceValue(func() *tag.Tagger {
	t, err := tag.New()
	if err != nil {
		panic("syntax: the tagger's own model does not load: " + err.Error())
	}
	return t
})

// tagWords gives each word its part of speech. What the caller knows of a word goes
// before what the tagger guesses.
func tagWords(words []Word) {
	texts := make([]string, len(words))
	for i := range words {
		texts[i] = spoken(&words[i])
	}
	for i, t := range tagger().Tag(texts) {
		words[i].Tag = t.Tag
	}
	for i := range words {
		words[i].Tag = known(words, i)
	}
	insertions(words)
	hyphens(words)
}

// insertions makes adverbs of what parts a verb from its auxiliary ("will,
// however, go") and of "from there".
func insertions(words []Word) {
	for i := 0; i+1 < len(words); i++ {
		if next := words[i+1].Fold; words[i].Fold == "from" && (next == "there" || next == "here") {
			words[i].Tag, words[i+1].Tag = "RB", "RB"
		}
		if i+4 >= len(words) || words[i].Tag != "MD" && !auxiliary(words, i+1) || words[i+1].Fold != "," || words[i+3].Fold != "," {
			continue
		}
		if words[i+2].Tag == "RB" && strings.HasPrefix(words[i+4].Tag, "VB") {
			for _, k := range []int{i + 1, i + 3} {
				words[k].Kind, words[k].Tag = Plain, "RB"
			}
		}
	}
}

// hyphens makes one modifier of words that a hyphen joins: "two-day",
// "long-awaited"; a name of names.
func hyphens(words []Word) {
	for i := 1; i+1 < len(words); i++ {
		a, b := &words[i-1], &words[i+1]
		if words[i].Kind != Mark || words[i].Fold != "-" || a.Kind == Mark || b.Kind == Mark || a.Kind == Date || b.Kind == Date {
			continue
		}
		words[i].Kind, words[i].Tag = Plain, "JJ"
		switch {
		case a.Tag == "NNP" || b.Tag == "NNP" || a.Kind == Name || b.Kind == Name:
			words[i].Tag = "NNP"
			if a.Kind == Plain && strings.HasPrefix(a.Tag, "V") {
				a.Tag = "NNP" // "al-Nahyan"
			}
			if b.Kind == Plain && (b.Tag == "JJ" || b.Tag == "VBN" || b.Tag == "VBD" || b.Tag == "VBG") { // "Oslo-based"
				words[i].Tag, b.Tag = "JJ", "JJ"
			}
		case b.Tag != "NNS" && !(b.Tag == "NN" && (i+2 >= len(words) || words[i+2].Kind == Mark || words[i+2].Tag == "IN")):
			a.Tag, b.Tag = "JJ", "JJ"
		default:
			a.Tag = "JJ"
		}
	}
}

// spoken is a word as the tagger should see it: names by a plain name, so that
// unusual ones do not mislead it.
func spoken(w *Word) string {
	if w.Like != "" {
		return w.Like
	}
	switch w.Kind {
	case Date:
		return "Monday"
	case Quote:
		return "that"
	case Name:
		if several(w.Fold) {
			return "they"
		}
		return "Smith"
	case Owner:
		return "his"
	}
	return w.Text
}

// several reports whether a name stands for more than one: "the two sides".
func several(fold string) bool {
	switch fold {
	case "they", "both", "two", "sides", "parties", "countries", "leaders", "presidents", "ministers", "premiers", "nations", "governments", "neighbours", "neighbors":
		return true
	}
	return false
}

// known corrects a tag by what the caller and the neighbours tell.
func known(words []Word, i int) string {
	w := &words[i]
	switch w.Kind {
	case Name:
		return "NNP"
	case Adjective:
		return "JJ"
	case Number:
		return "CD"
	case Date:
		return "DATE"
	case Quote:
		return "QUOTE"
	case Mark:
		return w.Fold
	case Owner:
		return "PRP$"
	}
	switch w.Fold {
	case "who", "whom", "which", "whose", "where":
		return "WP"
	case "home":
		if i > 0 && strings.HasPrefix(words[i-1].Tag, "VB") && w.Tag == "NN" {
			return "RB" // "brought home a text"
		}
		return w.Tag
	case "alongside":
		return "IN"
	case "following":
		if i+1 < len(words) && words[i+1].Fold == "which" {
			return "IN" // "met, following which a text was signed"
		}
	case "according":
		if i+1 < len(words) && words[i+1].Fold == "to" {
			return "IN"
		}
		return w.Tag
	case "there":
		if i+1 < len(words) && w.Tag == "EX" && !exists(words, i+1) {
			return "RB" // "signed there an accord"
		}
		return w.Tag
	case "that":
		if i > 0 && (strings.HasPrefix(words[i-1].Tag, "NN") || words[i-1].Tag == "JJ") {
			return "WDT"
		}
		if i > 0 && words[i-1].Tag == "CC" && w.Tag == "IN" && verbAhead(words, i+1) {
			return "WDT" // "the visit that he paid and that yielded a text"
		}
		return w.Tag
	}
	return verbal(words, i)
}

// verbal mends what the tagger most often gets wrong in this prose: a past
// tense and a participle of one form, and a noun for a verb after a name.
func verbal(words []Word, i int) string {
	w := &words[i]
	before := ""
	for j := i - 1; j >= 0; j-- { // adverbs do not count
		if words[j].Tag != "RB" && words[j].Kind != Date {
			before = words[j].Tag
			break
		}
	}
	if w.Tag == "VBN" && before != "" && !auxiliary(words, i) {
		if before == "NNP" || before == "PRP" || before == "NNPS" {
			return "VBD"
		}
	}
	if w.Kind == Plain && irregularPast(w.Fold) && !strings.HasPrefix(w.Tag, "VB") && i > 0 && (before == "NNP" || before == "PRP") {
		return "VBD" // "Moro spent Monday in"
	}
	if w.Tag == "NNS" && third(words, i, before) {
		return "VBZ"
	}
	if w.Acts && strings.HasSuffix(w.Fold, "ed") && (w.Tag == "JJ" || w.Tag == "NN") && auxiliary(words, i) {
		return "VBN" // "was meanwhile deferred"
	}
	if w.Kind == Plain && before == "TO" && (w.Tag == "JJ" || w.Tag == "NN" && w.Acts) && i+1 < len(words) && article(words[i+1].Fold) {
		return "VB" // "to initial a treaty"
	}
	if t := present(words, i); t != "" {
		return t
	}
	if within(w.Fold) && (auxiliary(words, i) || before == "MD") && i+1 < len(words) && words[i+1].Kind == Plain {
		return "RB" // "had last been"
	}
	if w.Tag == "VBD" && auxiliary(words, i) {
		return "VBN"
	}
	if w.Kind == Noun {
		switch {
		case (before == "TO" || before == "MD") && w.Tag != "NNS":
			return "VB"
		case w.Tag == "VBZ" && before == "NNP", w.Tag == "VBP" && before == "NNS":
			return w.Tag
		case strings.HasSuffix(w.Fold, "s") && i > 1 && i+1 < len(words) && words[i-1].Fold == "," && words[i-2].Apposed && words[i-2].Class == 'L' && words[i+1].Class == 'P':
			return "VBZ" // "The president, X, visits Oslo"
		case strings.HasSuffix(w.Fold, "s") && !strings.HasSuffix(w.Fold, "ss"):
			return "NNS"
		}
		return "NN"
	}
	return w.Tag
}

// third reports whether what looks like a plural, behind a word of a tag, is a
// verb of the third person.
func third(words []Word, i int, before string) bool {
	w := &words[i]
	next := Word{}
	if i+1 < len(words) {
		next = words[i+1]
	}
	if w.Fold == "awaits" || w.Fold == "dates" && (next.Fold == "from" || next.Fold == "back") {
		return true
	}
	if w.Kind != Plain || i == 0 {
		return false
	}
	switch ahead := &words[i-1]; {
	case ahead.Class == 'L', ahead.Tag == "PRP", ahead.Fold == "who":
		return true // "Moro flies", "who shares"
	case ahead.Class == 'P' && (next.Kind == Owner || next.Tag == "PRP$" || article(next.Fold)):
		return true // "her visit to Oslo marks the first"
	case before == "NN" && (w.Fold == "comprises" || w.Fold == "includes"):
		return true // "the set comprises"
	}
	return before == "CC" && (next.Tag == "DT" || next.Tag == "PRP$") && presentBefore(words, i) // "comes to Oslo and signs a treaty"
}

// article reports whether a word is an article.
func article(fold string) bool { return fold == "a" || fold == "an" || fold == "the" }

// verbAhead reports whether a finite verb stands at word i, past adverbs.
func verbAhead(words []Word, i int) bool {
	for i < len(words) && words[i].Tag == "RB" {
		i++
	}
	return i < len(words) && (words[i].Tag == "VBD" || words[i].Tag == "VBZ" || words[i].Tag == "VBP" || words[i].Tag == "MD")
}

// exists reports whether a verb of being stands at word i: "there has been".
func exists(words []Word, i int) bool {
	if i >= len(words) {
		return false
	}
	switch words[i].Fold {
	case "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "may", "might", "can", "could", "should", "must", "remains", "remain", "exists", "exist", "came", "followed", "'s", "’s":
		return true
	}
	return words[i].Tag == "MD"
}

// presentBefore reports whether a verb of the present stands before word i, and
// no noun in the plural that "and" might join it to stands right before "and".
func presentBefore(words []Word, i int) bool {
	if i < 2 || words[i-2].Tag == "NNS" {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		if words[j].Tag == "VBZ" {
			return true
		}
	}
	return false
}

// auxiliary reports whether a form of be or have stands before a word, past
// adverbs.
func auxiliary(words []Word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch words[j].Fold {
		case "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "'s", "’s", "having":
			return words[j].Kind == Plain
		}
		if words[j].Tag != "RB" && words[j].Kind != Date {
			return false
		}
	}
	return false
}

// irregularPast reports whether a word is the past tense of a verb that does
// not end in "ed", and of the few that the tagger takes for other words.
func irregularPast(fold string) bool {
	switch fold {
	case "spent", "chose", "led", "flew", "took", "came", "went", "met", "held", "made", "gave", "sat", "stood", "spoke", "began", "became", "brought", "sent", "paid", "rode", "drove", "wrote", "laid", "drew", "sought", "won", "left":
		return true
	}
	return false
}

// within reports whether a word may stand between an auxiliary and its verb,
// whatever else it is.
func within(fold string) bool {
	switch fold {
	case "last", "first", "meanwhile", "already", "also", "once", "twice", "just", "now", "only", "recently", "nevertheless", "likewise", "further", "next", "later", "then", "soon", "himself", "herself", "themselves":
		return true
	}
	return false
}
