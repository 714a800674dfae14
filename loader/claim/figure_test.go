package claim

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// figuresOf lists a Reading's figures as "value unit: name".
func figuresOf(r *Reading) []string {
	var out []string
	for _, e := range r.Entities {
		if e.Label == "Figure" {
			out = append(out, fmt.Sprintf("%.15g %v: %v", e.Properties["value"], e.Properties["unit"], e.Properties["name"]))
		}
	}
	return out
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Trade rose to $7.7bn in 2023.", []string{"7700000000 USD: Trade"}},
		{"Norway will lend R2.3bn for the port.", []string{"2300000000 ZAR: port"}},
		{"Trade stood at 26 billion yuan ($3.6 billion).", []string{"26000000000 CNY: Trade"}},
		{"Trade stood at 26 billion yuan, or about $3.6 billion.", []string{"26000000000 CNY: Trade"}},
		{"Norway promised half a billion dollars in aid.", []string{"500000000 USD: aid"}},
		{"Kenya has bought 1,300 tractors.", []string{"1300 tractors: 1,300 tractors"}},
		{"Trade of Kenya and Norway (US$ million)\n\nGoods | 2022 | 2023\nTea | 51 | 62\nFish | 7 | 8\n", []string{"51000000 USD: Tea", "62000000 USD: Tea", "7000000 USD: Fish", "8000000 USD: Fish"}},
		{"Item | Value (EUR million)\nExports | 133\n", []string{"133000000 EUR: Exports"}},
		{"Key figures:\n\n- Visitors from Norway: 44,000\n- Trade: $1.2bn\n- Treaties in force: 12\n", []string{"44000 visitors: Visitors from Norway", "1200000000 USD: Trade"}},
		{"The pact opens a market of 130 million people to both.", []string{"130000000 people: 130 million people"}},
		{"Exports will grow by $2 billion to $3 billion a year.", []string{"2000000000 USD: Exports", "3000000000 USD: Exports"}},
		{"Trade reached $2.4 bn, up from 1.9bn in 2022.", []string{"2400000000 USD: Trade", "1900000000 USD: Trade"}},
		{"The line is 450–500 km long.", []string{"450 kilometers: 450–500 km long"}},
		{"They spoke of the 1267 Sanctions Committee and of 28 Kenyans.", nil},
		{"The plant gives 2GW of power.", []string{"2 gigawatts: 2GW of power"}},
		{"They signed 18 documents in two days after 5 rounds of talks.", nil},
		{"Item | Value\nTrade | OMR 133 million ($346 million)\nVisitors from Norway | 44,000\nCompanies with Norwegian capital | 277\nDocuments signed | 31\n",
			[]string{"133000000 OMR: Trade", "44000 visitors: Visitors from Norway", "277 companies: Companies with Norwegian capital"}},
		{"Year | Exports, $ million | Imports, $ million\n2022 | 133 | 88\n2023 | 151 | 94\n",
			[]string{"133000000 USD: Exports, $ million", "88000000 USD: Imports, $ million", "151000000 USD: Exports, $ million", "94000000 USD: Imports, $ million"}},
		{"Goods | 2022 | 2023\nTea, tons | 5,100 | 6,200\n", []string{"5100 tons: Tea, tons", "6200 tons: Tea, tons"}},
	} {
		if diff := cmp.Diff(c.want, figuresOf(reading(cast+c.text, "2024-06-10"))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestFiguresInOwnDollars(t *testing.T) {
	const sums = " will buy goods for $2 billion and pay US$30 million for the port."
	for text, want := range map[string]string{
		"New Zealand Prime Minister Ina Tane said that New Zealand" + sums: "NZD",
		"Norwegian Prime Minister Bo Holm said that New Zealand" + sums:    "USD",
	} {
		if got := figuresOf(reading(text, "2024-06-10")); len(got) != 2 || !strings.HasPrefix(got[0], "2000000000 "+want) {
			t.Errorf("%s: got %v, want %s", text, got, want)
		}
	}
}
