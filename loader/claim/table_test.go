package claim_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/source"
	"github.com/google/go-cmp/cmp"
)

func TestTablesOfJourneys(t *testing.T) {
	const cast = "Kenyan President Ada Moro leads Kenya. Norwegian Prime Minister Bo Holm leads Norway.\n\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"trips in a cell", "| When | Trip |\n|---|---|\n| 3 May 2023 | President Ada Moro to Oslo |\n| 5 May 2023 | Prime Minister Bo Holm in Nairobi for talks |\n",
			[]string{"Ada Moro to Norway, 2023-05-03", "Bo Holm to Kenya, 2023-05-05"}},
		{"who and where", "| When | Who | Where |\n|---|---|---|\n| 3 May 2023 | President Ada Moro | Oslo |\n",
			[]string{"Ada Moro to Norway, 2023-05-03"}},
		{"who exchanged texts", "Moro visited Oslo on 3 May 2023.\n\n| Title | Signed on the Kenyan side by | Signed on the Norwegian side by |\n|---|---|---|\n| Agreement on tea | Ms. Ida Otieno, Minister of Trade | Mr. Per Lund, Minister of Fisheries |\n",
			[]string{"Ada Moro, Ida Otieno to Norway, 2023-05-03"}},
		{"cells between tabs", "Foreign trips of Prime Minister Bo Holm\n\nCountry\tLocale\tRemarks\tDate\nKenya\tNairobi\tMet with President Ada Moro.\t3–4 May 2023\n",
			[]string{"Bo Holm to Kenya, 2023-05-03"}},
	} {
		file := "a.md"
		if strings.Contains(c.text, "\t") {
			file = "a.txt"
		}
		page, err := source.Read(context.Background(), source.File{Name: file, Bytes: []byte(cast + c.text)})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var got []string
		for _, e := range claim.Read(mention.NewPage(page.Document(), "2024-01-10"), claim.Document{SHA256: "test"}).Entities {
			if e.Label == "Visit" {
				got = append(got, e.Properties["name"].(string))
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
