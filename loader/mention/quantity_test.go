package mention_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/entente-graph/entente/loader/mention"
)

func amounts(ms []mention.Mention) string {
	var out []string
	for _, m := range ms {
		s := fmt.Sprintf("%.15g", m.Amount.Value)
		if m.Amount.Approx {
			s = "~" + s
		}
		if u := m.Amount.Currency + m.Amount.Unit; u != "" {
			s += " " + u
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestQuantities(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"$85 million", "85000000 USD"},
		{"$7.7bn", "7700000000 USD"},
		{"$7.7b and $3m", "7700000000 USD; 3000000 USD"},
		{"US$5 million", "5000000 USD"},
		{"US $5 million", "5000000 USD"},
		{"5 million U.S. dollars", "5000000 USD"},
		{"5 million US dollars", "5000000 USD"},
		{"26 billion yuan", "26000000000 CNY"},
		{"RMB 300 million", "300000000 CNY"},
		{"half a billion dollars", "500000000 USD"},
		{"a billion dollars", "1000000000 USD"},
		{"10 billion euros ($10.75 billion)", "10000000000 EUR; 10750000000 USD"},
		{"€105m", "105000000 EUR"},
		{"£1.2 trillion", "1200000000000 GBP"},
		{"more than $1 billion", "~1000000000 USD"},
		{"around 20 agreements", "~20 agreements"},
		{"at least 3,000 tons", "~3000 tons"},
		{"30,000 automobiles annually", "30000 automobiles"},
		{"1.5 million tons of oil", "1500000 tons"},
		{"238 joint ventures with Peru", "238 joint ventures"},
		{"increased sixfold, reaching", "6"},
		{"grew by 5 percent", "5 percent"},
		{"grew by 5.5%", "5.5 percent"},
		{"18 documents", "18 documents"},
		{"eighteen documents", "18 documents"},
		{"Fifteen more documents were also signed", "15 documents"},
		{"ten other documents aimed", "10 documents"},
		{"twenty-six memorandums of understanding", "26 memorandums"},
		{"two hundred and fifty thousand tons", "250000 tons"},
		{"a dozen agreements", "12 agreements"},
		{"a 300-kilometer line", "300 kilometers"},
		{"a 1,300-megawatt plant", "1300 megawatts"},
		{"9 billion cubic meters of gas", "9000000000 cubic meters"},
		{"120,000 barrels per day", "120000 barrels per day"},
		{"a 10-billion-dollar plan", "10000000000 USD"},
		{"$5–7 billion", "5000000000 USD; 7000000000 USD"},
		{"5 to 7 million tons", "5000000 tons; 7000000 tons"},
		{"30 000 tonnes", "30000 tons"},
		{"C$20 million", "20000000 CAD"},
		{"2 million Canadian dollars", "2000000 CAD"},
		{"500 Azerbaijani companies", "500 Azerbaijani companies"},
		{"a two-day visit", "2 days"},
		{"1,300 tractors", "1300 tractors"},
		{"one million tons", "1000000 tons"},
		{"100 million tenge", "100000000 KZT"},
		{"from 20 to 30 trucks", "20 trucks; 30 trucks"},
		{"7.6 bln. euros", "7600000000 EUR"},
		{"It was 7 bn. They left.", "7000000000"},
		{"16 bcm of gas", "16000000000 cubic meters"},
		{"a 250 MWp solar park", "250 megawatts"},
		{"40 kbpd of oil", "40000 barrels per day"},
		{"300 million cubic metres per day", "300000000 cubic meters per day"},
		{"200 nautical miles", "200 nautical miles"},
		{"20,000 ounces of gold", "20000 ounces"},
		{"40 million Botswana pula", "40000000 BWP"},
		{"300 million Gambian dalasi", "300000000 GMD"},
		{"RD$40 million", "40000000 DOP"},
		{"Rs 90,000 crore", "900000000000 INR"},
		{"R2.3bn and R500 million", "2300000000 ZAR; 500000000 ZAR"},
		{"OMR 11.6 million, OMR11.6m", "11600000 OMR; 11600000 OMR"},
		{"USD1.5 billion", "1500000000 USD"},
		{"US dollars 2.5 billion", "2500000000 USD"},
		{"5 million Omani rials", "5000000 OMR"},
		{"KD 5 million", "5000000 KWD"},
		{"KSh100 billion", "100000000000 KES"},
		{"20 billion CFA francs", "20000000000 XOF"},
		{"two and a half million tonnes", "2500000 tons"},
		{"a quarter of a billion dollars", "250000000 USD"},
		{"three quarters of a million tons", "750000 tons"},
		{"2GW and 450km", "2 gigawatts; 450 kilometers"},
		{"12,000 sq. km", "12000 square kilometers"},
		{"20 km²", "20 square kilometers"},
		{"10 mtpa", "10000000 tons per year"},
		// none
		{"on April 24 and 25, 2024", ""},
		{"the 22nd summit", ""},
		{"decree No. 5", ""},
		{"G20 and C5+1", ""},
		{"at 3 p.m. and 10:30", ""},
		{"one of them", ""},
		{"in 2023", ""},
		{"2022–2026", ""},
		{"a letter", ""},
		{"Resolution 2231", ""},
		{"Su-35 jets", ""},
		{"the R77 and the N20", ""},
		{"as shown[3]", ""},
		{"ordered new Boeing 737 aircraft", ""},
		{"1. Agreement on trade", ""},
	} {
		ms := mention.Quantities(c.text)
		if got := amounts(ms); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzQuantities(f *testing.F) {
	for _, s := range []string{"US$5–7 billion (€5m) 30 000 t", "half a million, a dozen, twenty-six and sixfold 5%", "1.234,5 km² 7.7bn 10-billion-dollar 3,6"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, m := range mention.Quantities(s) {
			if m.Start < end || m.End > len(s) || m.Start >= m.End || s[m.Start:m.End] != m.Surface {
				t.Fatalf("got span %d-%d %q after %d", m.Start, m.End, m.Surface, end)
			}
			end = m.End
		}
	})
}
