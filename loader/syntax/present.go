package syntax

import (
	"slices"
	"strings"
)

// present is the tag of a verb of the present that the tagger takes for a noun:
// "X and Y come to", "X tours Kenya", "X, who had met Y, flies in". It is empty
// for other words.
func present(words []Word, i int) string {
	w := &words[i]
	if i == 0 || i+1 >= len(words) || !strings.HasPrefix(w.Tag, "NN") && w.Tag != "JJ" {
		return ""
	}
	b, next := &words[i-1], &words[i+1]
	plural := strings.HasSuffix(w.Fold, "s")
	switch {
	case w.Kind == Noun && w.Class == 'V' && plural && (next.Class == 'P' || next.Tag == "DT") && (b.Class == 'L' || b.Fold == "," && i > 1 && words[i-2].Apposed):
		return "VBZ"
	case w.Kind == Plain && b.Class == 'L' && (next.Tag == "DT" || w.Tag == "NN" && next.Tag == "IN" && leads(next)) && !plural && joined(words, i-1):
		return "VBP" // "X and Y launch a fund", "X and Y confer for hours"
	case w.Kind != Plain || !w.Acts:
	case b.Class == 'L' && (leads(next) || counts(next)):
		if plural {
			return "VBZ"
		}
		return "VBP"
	case i > 2 && b.Class == 'P' && words[i-2].Tag == "CC" && words[i-3].Class == 'P' && !plural && leads(next):
		return "VBP" // "Kenya and Norway sign a treaty"
	case b.Tag == "CC" && plural && next.Tag == "DT" && slices.ContainsFunc(words[:i], func(x Word) bool { return x.Tag == "VBZ" && x.Kind == Plain }):
		return "VBZ" // "comes to Oslo and signs a treaty"
	case b.Tag == "CC" && !plural && leads(next) && slices.ContainsFunc(words[:i], func(x Word) bool { return x.Tag == "MD" }) && words[i-2].Tag != w.Tag:
		return "VB" // "will meet Moro in Oslo and sign with her a treaty"
	case b.Tag == "CC" && !plural && (leads(next) || counts(next)) && i > 2 && words[i-2].Tag != w.Tag && infinitive(words, i):
		return "VB" // "is to meet Moro and sign several treaties"
	case b.Kind == Mark && b.Fold == "," && plural && leads(next) && aside(words, i-1):
		return "VBZ"
	}
	return ""
}

// leads reports whether a word may stand behind a verb, and not behind a noun
// that a name owns.
func leads(w *Word) bool {
	switch w.Tag {
	case "DT", "IN", "TO", "RB", "PRP$", "RP":
		return w.Fold != "of"
	}
	return w.Kind == Date || w.Class == 'P' || w.Class == 'L'
}

// counts reports whether a word tells how many of a noun there are.
func counts(w *Word) bool {
	switch w.Fold {
	case "several", "many", "some", "various", "numerous", "more", "two", "three", "four", "five":
		return true
	}
	return w.Kind == Number || w.Tag == "CD"
}

// infinitive reports whether "to" and a verb stand before word i in its clause.
func infinitive(words []Word, i int) bool {
	for k := i - 2; k > 0 && words[k].Kind != Mark; k-- {
		if words[k].Tag == "VB" && words[k-1].Tag == "TO" {
			return true
		}
	}
	return false
}

// joined reports whether a conjunction stands before the person's name at word
// i, with another name before it.
func joined(words []Word, i int) bool {
	for k := i - 1; k > 0 && k > i-4; k-- {
		if words[k].Tag == "CC" {
			return words[k-1].Class == 'L' || words[k-1].Class == 'P' || k == i-1
		}
		if words[k].Class != 'P' && words[k].Fold != "'s" && words[k].Fold != "s" && words[k].Kind != Adjective {
			return false
		}
	}
	return false
}

// aside reports whether the comma at word i closes a clause that "who" opened
// behind a person's name.
func aside(words []Word, i int) bool {
	for k := i - 1; k > 1; k-- {
		switch words[k].Fold {
		case "who":
			return words[k-1].Fold == "," && words[k-2].Class == 'L'
		case ".", ";":
			return false
		}
	}
	return false
}
