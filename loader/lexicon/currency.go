package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/currencies.tsv
var currencyData string

type currencies struct{ signs, words map[string]string }

var loadCurrencies = sync.OnceValue(func() currencies {
	c := currencies{map[string]string{}, map[string]string{}}
	for _, cells := range rowsOf(currencyData, 3) {
		for _, sign := range strings.Fields(cells[1]) {
			c.signs[sign] = cells[0]
		}
		for _, w := range formsOf(cells[2]) {
			c.words[w] = cells[0]
		}
	}
	return c
})

// CurrencySign gives the ISO 4217 code of a sign or code that stands before a
// number, as written: "$", "US$", "RMB".
func CurrencySign(sign string) (code string, ok bool) {
	code, ok = loadCurrencies().signs[sign]
	return code, ok
}

// CurrencyWord gives the ISO 4217 code of a folded word or phrase that stands
// after a number: "yuan", "canadian dollars".
func CurrencyWord(word string) (code string, ok bool) {
	code, ok = loadCurrencies().words[word]
	return code, ok
}
