package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// agreementsTold are the agreements of tell.
func agreementsTold(s, published string) []string {
	var out []string
	for _, x := range tell(reading(s, published)) {
		if x[:5] != "visit" && x[:7] != "project" {
			out = append(out, x)
		}
	}
	return out
}

func TestItems(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"the lead's day and parties, labels cut off",
			"On 3 May 2023 ministers of Kenya and Norway signed the following instruments:\n\n(a) Agreement on tea;\n(b) Memorandum of Understanding on wind power.\n",
			[]string{`treaty "Agreement on tea" ke+no 2023-05-03 signed n=- during=`, `memorandum "Memorandum of Understanding on wind power" ke+no 2023-05-03 signed n=- during=`}},
		{"who signed an item",
			"The following texts were signed on 3 May 2023:\n\n- Agreement on tea, signed by Kenya, Norway and Peru\n- Protocol on wool between Kenya and Norway\n",
			[]string{`treaty "Agreement on tea" ke+no+pe 2023-05-03 signed n=- during=`, `protocol "Protocol on wool between Kenya and Norway" ke+no 2023-05-03 signed n=- during=`}},
		{"an item that is a sentence about its text",
			"The two sides announced the following documents:\n\n- An agreement on tea with Norway, the text of which was finalised in April, will be signed by Kenya in August 2024.\n",
			[]string{`treaty "agreement on tea" ke+no 2024-08 planned n=- during=`}},
		{"a lead that opens sentences",
			"Kenya and Norway further announced that:\n\n- an agreement on tea, the text of which was finalised in April, will be signed in Oslo in August 2024;\n",
			[]string{`treaty "agreement on tea" ke+no 2024-08 planned n=- during=`}},
		{"sentences in a list are sentences",
			"Programme\n\n- Moro and Holm will sign an agreement on tea.\n",
			[]string{`treaty "agreement on tea" ke+no - planned n=- during=`}},
		{"a heading for texts",
			"Kenya and Norway signed two documents on 3 May 2023.\n\nMoUs and agreements\n\n- Agreement on tea\n- Cultural Exchange Programme\n",
			[]string{`package "two documents" ke+no 2023-05-03 signed n=2 during=`, `treaty "Agreement on tea" ke+no 2023-05-03 signed n=- during=`, `program "Cultural Exchange Programme" ke+no 2023-05-03 signed n=- during=`}},
	} {
		if diff := cmp.Diff(c.want, agreementsTold(cast+c.text, "2024-06-10")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestTextsInSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The text of a tea treaty between Norway and Kenya, on which negotiators reached agreement last month, is expected to be signed in August.",
			[]string{`treaty "tea treaty between Norway and Kenya" ke+no 2024-08 planned n=- during=`}},
		{"Moro and Holm agreed on the text of a treaty on wool.", []string{`treaty "treaty on wool" ke+no - planned n=- during=`}},
		{"Moro and Holm signed, besides the agreement, a convention on wool.", []string{`treaty "convention on wool" ke+no - signed n=- during=`}},
		{"Norway and Kenya signed an arrangement on wool and exchanged notes on the use of ports.",
			[]string{`treaty "arrangement on wool" ke+no - signed n=- during=`, `other "notes on the use of ports" ke+no - signed n=- during=`}},
		{"Norway and Kenya made arrangements for the winter.", nil},
		{"Norway and Kenya concluded negotiations on a trade accord.", []string{`treaty "trade accord" ke+no - planned n=- during=`}},
		{"They welcomed the conclusion of the talks on a trade accord between Norway and Kenya.", []string{`treaty "trade accord between Norway and Kenya" ke+no - planned n=- during=`}},
		{"Norway and Kenya hope to conclude negotiations on a trade accord.", nil},
		{"The agreement on visa-free trips that governs it was signed by Norway and Kenya in 2019.",
			[]string{`treaty "agreement on visa-free trips" ke+no 2019 signed n=- during=`}},
		{"Norway and Kenya signed a Qatar-brokered trade deal.", []string{`treaty "Qatar-brokered trade deal" ke+no - signed n=- during=`}},
		{"It was on 3 May 1987 that Norway and Kenya opened their relations, by signing a tea accord.", []string{`treaty "tea accord" ke+no 1987-05-03 signed n=- during=`}},
		{"A memorandum on tea was signed between the Minister for Trade of Norway and the Minister for Home Affairs of Kenya.", []string{`memorandum "memorandum on tea" ke+no - signed n=- during=`}},
		{"Norway and Kenya signed a Memorandum of Agreement (MOA) concerning cooperation in fighting crime.", []string{`memorandum "Memorandum of Agreement (MOA) concerning cooperation in fighting crime" ke+no - signed n=- during=`}},
	} {
		if diff := cmp.Diff(c.want, agreementsTold(cast+c.text, "2024-06-10")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestEllipsis(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Moro and Holm attended the exchange of nine texts, to include a memorandum on tea, another on wool, and a letter of intent on ports.",
			[]string{`package "nine texts" ke+no - signed n=9 during=`, `memorandum "memorandum on tea" ke+no - signed n=- during=`, `memorandum "memorandum on wool" ke+no - signed n=- during=`, `declaration "letter of intent on ports" ke+no - signed n=- during=`}},
		{"Norway and Kenya signed seven agreements. One of them is a framework agreement on the dam.",
			[]string{`package "seven agreements" ke+no - signed n=7 during=`, `treaty "framework agreement on the dam" ke+no - signed n=- during=`}},
		{"Norway and Kenya exchanged seven texts. Among them – the Agreement on tea, the Protocol on wool.",
			[]string{`package "seven texts" ke+no - signed n=7 during=`, `treaty "Agreement on tea" ke+no - signed n=- during=`, `protocol "Protocol on wool" ke+no - signed n=- during=`}},
	} {
		if diff := cmp.Diff(c.want, agreementsTold(cast+c.text, "2024-06-10")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestHome(t *testing.T) {
	text := "Wool agreement near\n\nMinistry of Foreign Affairs of the Republic of Kenya\n\nPeru and Chile were thanked for their help.\n\nAn agreement with Norway on wool will be signed in August 2024.\n"
	want := []string{`treaty "agreement with Norway on wool" ke+no 2024-08 planned n=- during=`}
	if diff := cmp.Diff(want, agreementsTold(text, "2024-06-10")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestRows(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a table of texts",
			"What was signed\n\nDate | Parties | Instrument | Remarks\n3 May 2023 | Kenya, Norway | Protocol on wool, $3 million | Oslo\n4 May 2023 | Peru, Chile | Llama accord | Ratified by the Chilean Congress\n5 May 2023 | Peru, Kenya | Tea treaty | Negotiations postponed\n",
			[]string{`protocol "Protocol on wool" ke+no 2023-05-03 signed n=- during=`, `treaty "Llama accord" cl+pe - ratified n=- during=`}},
		{"sides in the heads",
			"No. | Document | Signed for Kenya by | Signed for Norway by\n1 | Agreement on tea, and its Protocol | Ada Moro | Bo Holm\n2 | Memorandum of Understanding on wool | Ada Moro | Bo Holm\n",
			[]string{`treaty "Agreement on tea" ke+no - signed n=- during=`, `memorandum "Memorandum of Understanding on wool" ke+no - signed n=- during=`}},
		{"what came of journeys",
			"When | Who | Where | Outcome\n3 May 2023 | President Ada Moro | Oslo | Talks with Bo Holm; wool import protocol\n4 May 2023 | President Ada Moro | Lima | Status of Llamas Agreement with Peru signed\n5 May 2023 | President Ada Moro | Santiago | No agreed text\n",
			[]string{`protocol "wool import protocol" ke+no 2023-05-03 signed n=- during=1`, `treaty "Status of Llamas Agreement" ke+pe 2023-05-04 signed n=- during=2`}},
	} {
		if diff := cmp.Diff(c.want, agreementsTold(cast+c.text, "2024-06-10")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
