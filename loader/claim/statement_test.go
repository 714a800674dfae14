package claim

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// statementsOf lists a Reading's direct statements as "speaker: text".
func statementsOf(r *Reading) []string {
	name, said := map[Ref]any{}, map[Ref]Ref{}
	for _, e := range r.Entities {
		name[e.Ref] = e.Properties["name"]
	}
	for _, f := range r.Facts {
		if f.Type == "SAID" {
			said[f.To] = f.From
		}
	}
	var out []string
	for _, e := range r.Entities {
		if e.Label == "Statement" && e.Properties["kind"] == "direct" {
			out = append(out, fmt.Sprintf("%v: %v", name[said[e.Ref]], e.Properties["text"]))
		}
	}
	return out
}

func TestStatements(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"“The sea joins us more than it parts us,” Moro said.", []string{"Ada Moro: The sea joins us more than it parts us"}},
		{"“The sea joins us,” Moro said in Oslo, “more than it parts us.”", []string{"Ada Moro: The sea joins us, … more than it parts us."}},
		{"Holm retorted: “We have not been asked about this.”", []string{"Bo Holm: We have not been asked about this."}},
		{"Holm claims to have “changed the face of the coast”.", []string{"Bo Holm: changed the face of the coast"}},
		{"“It is a good day for both of us,” the NTB agency quoted Holm as saying.", []string{"Bo Holm: It is a good day for both of us"}},
		{"The cable “goes on to gain friends” in both states, Holm said on Friday.", []string{"Bo Holm: goes on to gain friends"}},
		{"King Olaf Dahl of Norway met Moro. His Majesty King Olaf Dahl left on Friday. “The sea joins both of our peoples,” His Majesty said in Nairobi, “and it will always do.”", []string{"Olaf Dahl: The sea joins both of our peoples, … and it will always do."}},
		// others speak
		{"“Our people will see more of Holm from now on,” said Kari Lund, a baker from Bergen. “It is what they wished for.”", nil},
		{"“Nobody asked us about the cable,” said Kari Lund, Holm’s neighbour.", nil},
		{"Moro met Holm. “This cable will never be laid,” Kari Lund told reporters. “It is a dream of engineers,” she said.", nil},
		{"“The talks were held in an open spirit,” the president’s office said.", nil},
		{"Moro left. At odds with Holm, Lund said: “We shall never agree to this cable.”", nil},
		{"Moro called it “the first step of many” in a war of words she claimed the press had begun.", []string{"Ada Moro: the first step of many"}},
	} {
		if diff := cmp.Diff(c.want, statementsOf(reading(cast+c.text, "2024-06-10"))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
