package claim

import (
	"context"
	"fmt"
	"testing"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/source"
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
		{"“One coast will do for both of us.” — Bo Holm, Prime Minister of Norway", []string{"Bo Holm: One coast will do for both of us."}},
		{"Asked about tariffs, Ms Moro was brief: “We will not pay them.”", []string{"Ada Moro: We will not pay them."}},
		{"As Holm put it, “nobody ever asked us about it”.", []string{"Bo Holm: nobody ever asked us about it"}},
		{"'We will be back soon enough,' Holm said.", []string{"Bo Holm: We will be back soon enough"}},
		{"Holm said the ministers' cable was 'a gift to the grandchildren of both'.", []string{"Bo Holm: a gift to the grandchildren of both"}},
		{"Moro called the states' plan ‘the sum of our hopes’.", []string{"Ada Moro: the sum of our hopes"}},
		{"“Small countries need short queues,” was Moro's explanation.", []string{"Ada Moro: Small countries need short queues"}},
		{"“It pays late but pays,” was how Holm put it.", []string{"Bo Holm: It pays late but pays"}},
		{"For Ms Moro the railway “is no longer a line on a map”, though nobody builds it.", []string{"Ada Moro: is no longer a line on a map"}},
		{"Holm pondered that “the sea does not know of borders”.", []string{"Bo Holm: the sea does not know of borders"}},
		{"Holm spoke to reporters. “In May we will cross it on foot, Moro from one end,” he promised.", []string{"Bo Holm: In May we will cross it on foot, Moro from one end"}},
		{"Holm told reporters that the cable, which costs $1.7 billion, “was not on the agenda at all”.", []string{"Bo Holm: was not on the agenda at all"}},
		{"Noting the “long friendship of the two peoples” as told by many, Holm left.", []string{"Bo Holm: long friendship of the two peoples"}},
		{"Holm congratulated the Kenyans on their day. “You have earned a place among the nations.”", []string{"Bo Holm: You have earned a place among the nations."}},
		{"“We shall know it soon enough,” foreign ministry spokeswoman Kari Lund said.", []string{"Kari Lund: We shall know it soon enough"}},
		// others speak
		{"“The cable will be laid,” Holm said. “We do not think so at all,” said Kari Lund.", []string{"Bo Holm: The cable will be laid"}},
		{"Asked about Holm, a government spokesman told reporters that it was “baseless from beginning to end”.", nil},
		{"For Kari Lund, a professor, delivery counts. Trade rose, he said, but “our own roads are still too bad”.", nil},
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

func TestStatementsSigned(t *testing.T) {
	page, err := source.Read(context.Background(), source.File{Name: "a.html", Bytes: []byte("<html><body><article><h1>A</h1><p>" + cast + "</p><blockquote><p>We have built this together.</p><p>It will last.</p><footer>— President Ada Moro</footer></blockquote><p>Holm said: <q>Nobody asked us about it.</q></p></article></body></html>")})
	if err != nil {
		t.Fatal(err)
	}
	got := statementsOf(Read(mention.NewPage(page.Document(), "2024-06-10"), Document{}))
	if diff := cmp.Diff([]string{"Ada Moro: We have built this together. It will last.", "Bo Holm: Nobody asked us about it."}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestStatementsSetOff(t *testing.T) {
	page, err := source.Read(context.Background(), source.File{Name: "a.md", Bytes: []byte("# A\n\n" + cast + "Speaking to reporters, Moro said:\n\n> We have built this together.\n>\n> It will last.\n\nThen they left.\n\n> Nobody asked the fishermen about it.\n")})
	if err != nil {
		t.Fatal(err)
	}
	got := statementsOf(Read(mention.NewPage(page.Document(), "2024-06-10"), Document{}))
	if diff := cmp.Diff([]string{"Ada Moro: We have built this together. It will last."}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
