package claim

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestProjects(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Norway and Kenya signed a contract for a water plant.", []string{`project "water plant" ke+no`}},
		{"Norway and Kenya spoke of the 430 km railway.", []string{`project "railway" ke+no`}},
		{"Norway and Kenya spoke of a cable that is to join their grids.", []string{`project "cable" ke+no`}},
		{"The third power line between Norway and Kenya is years late.", []string{`project "third power line between Norway and Kenya" ke+no`}},
		{"Norway and Kenya adopted a roadmap for Nordlink 3, a 700 MW power link.", []string{`project "Nordlink 3, a 700 MW power link" ke+no`}},
		{"Norway and Kenya will build the Kambara-1 hydropower plant.", []string{`project "Kambara-1 hydropower plant" ke+no`}},
		{"Norway and Kenya will build the Alpina tunnel, a 14 km road link.", []string{`project "Alpina tunnel" ke+no`}},
		{"Norway and Kenya plan a corridor to carry hydrogen.", []string{`project "corridor to carry hydrogen" ke+no`}},
		{"A joint Norwegian-Kenyan enterprise is being built.", []string{`project "joint Norwegian-Kenyan enterprise" ke+no`}},
		// none
		{"Kenya bought power from the Norwegian grid, as Kenya said.", nil},
		{"Norway and Kenya signed a plan on the Belt and Road.", nil},
		{"A new line links Norway with the Kenyan port of Lamu.", nil},
		{"A Norwegian enterprise was opened in Kenya.", nil},
	} {
		var got []string
		for _, x := range tell(reading(cast+c.text, "2024-06-10")) {
			if strings.HasPrefix(x, "project ") {
				got = append(got, x)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
