package claim

import (
	"sort"
	"strings"
	"testing"
)

// TestSignings reads what becomes of texts, by constructions that no frame's own
// example shows.
func TestSignings(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a relative clause with its subject", "The two sides hailed the treaty on fisheries that Kenya and Norway, then rivals, signed in 2020.", "treaty on fisheries|ke+no|signed"},
		{"a relative clause of what is yet to be", "The roadmap for fisheries which Kenya and Norway were to sign will have to wait.", "roadmap for fisheries|ke+no|planned"},
		{"a relative clause about putting names", "The treaty on fisheries, to which Kenya and Norway put their names in May, was praised.", "treaty on fisheries|ke+no|signed"},
		{"a clause without a pronoun", "Kenya and Norway held talks. The joint communiqué they issued promises more trade.", "joint communiqué|ke+no|signed"},
		{"as was", "A treaty on fisheries was signed by Kenya and Norway, as was a protocol on ports.", "protocol on ports|ke+no|signed;treaty on fisheries|ke+no|signed"},
		{"members behind a colon", "Kenya initialled two papers with Norway: a protocol on ports and a memorandum on cod.", "memorandum on cod|ke+no|signed;protocol on ports|ke+no|signed;two papers|ke+no|signed"},
		{"ready to be signed", "Kenya and Norway held talks. A declaration on ports is ready for signature.", "declaration on ports|ke+no|planned"},
		{"a text that is there", "It replaces a 1965 treaty between Kenya and Norway that had lapsed.", "1965 treaty between Kenya and Norway|ke+no|signed"},
		{"a clause of a state without a pronoun", "Ships may dock freely under a pact Kenya signed with Norway.", "pact|ke+no|signed"},
		{"a text of its own year", "Kenya has withdrawn from a 2015 pact on cod with Norway.", "2015 pact on cod|ke+no|signed"},
		{"what was never ratified", "The 2015 treaty between Kenya and Norway was never ratified.", "2015 treaty between Kenya and Norway|ke+no|signed"},
		{"in a joint statement", "In a joint statement, Kenya and Norway praised the ports.", "joint statement|ke+no|signed"},
		{"copies of a text", "Kenya and Norway exchanged copies of a protocol on customs.", "protocol on customs|ke+no|signed"},
		{"what is watched", "Kenya's Ada Moro and Norway's Liv Dahl looked on as two memoranda, on cod and on ports, were signed.", "two memoranda|ke+no|signed"},
		{"a number behind a verb of the present", "Kenyan President Ada Moro and Norwegian Prime Minister Liv Dahl sign ten documents.", "ten documents|ke+no|signed"},
		{"a text in hand", "The Kenyan president, Ada Moro, left Oslo with a defence agreement.", "defence agreement|ke+no|signed"},
		{"what comes about", "Norway and Kenya are on the verge of signing a migration deal.", "migration deal|ke+no|planned"},
		{"among those signed", "Among the documents signed was a memorandum on cod between Kenya and Norway.", "memorandum on cod between Kenya and Norway|ke+no|signed"},
		{"leaders of a body", "ASEAN leaders adopted the Jakarta Declaration.", "Jakarta Declaration|organization:1|signed"},
		{"a body by its short name", "The African Union met in May. The communiqué of the Union was adopted on Sunday.", "communiqué of the Union|organization:1|signed"},
		{"notes yet to be exchanged", "The treaty on cod enters into force when Kenya and Norway have exchanged notes.", ""},
		{"a negotiation at its end", "Talks on a trade deal between Kenya and Norway are expected to be wrapped up in July.", "trade deal between Kenya and Norway|ke+no|planned"},
		{"a participle put first", "Kenya and Norway held talks. Also signed were a treaty on cod and a protocol on ports.", "protocol on ports|ke+no|signed;treaty on cod|ke+no|signed"},
		{"a list past a place", "Kenya and Norway signed a treaty on cod in Oslo, and a protocol on ports.", "protocol on ports|ke+no|signed;treaty on cod|ke+no|signed"},
		{"letters exchanged on a text", "Kenya and Norway exchanged letters on a programme for fishermen.", "programme for fishermen|ke+no|signed"},
		{"a rumour taken back", "Reports that a treaty on cod was signed by Kenya and Norway are false.", ""},
		{"what somebody calls for", "Kenya and Norway called for a treaty on cod to be signed.", ""},
		{"what is left behind", "The talks between Kenya and Norway left behind a treaty on cod.", "treaty on cod|ke+no|signed"},
		{"one of several", "A treaty on cod with Norway was among the eight accords signed by Kenya.", "eight accords|ke+no|signed;treaty on cod|ke+no|signed"},
		{"with whom behind the verb of a clause", "The treaty on cod that Kenya concluded with Norway in 2021 works.", "treaty on cod|ke+no|signed"},
		{"two states in the present", "Kenya and Norway sign a treaty on cod.", "treaty on cod|ke+no|signed"},
		{"a text that two have", "Kenya and Norway have a treaty on cod.", "treaty on cod|ke+no|signed"},
		{"a party with an article", "The pact between Kenya and the Philippines, which is new, is praised.", "pact between Kenya and the Philippines|ke+ph|signed"},
		{"instruments for a text", "Kenya and Norway exchanged the instruments of ratification for a treaty on cod.", "treaty on cod|ke+no|ratified"},
		{"signing joined to a plan", "Kenyan President Ada Moro will visit Oslo in July and sign a treaty on cod with Norway.", "treaty on cod|ke+no|planned"},
		{"what was hoped in vain", "Kenya had hoped to sign a treaty on cod with Norway.", ""},
		{"an onlooker", "Kenya and Norway signed a treaty on cod, with Qatar mediating.", "treaty on cod|ke+no|signed"},
		{"two infinitives", "Kenya and Norway signed an agreement to build and run a port.", "agreement to build and run a port|ke+no|signed"},
		{"it was signed", "The treaty on cod is the first of Kenya and Norway. It was signed by Kenyan Minister Ada Moro and Norwegian Minister Bo Holm.", "treaty on cod|ke+no|signed"},
		{"three ministers", "Ministers from Kenya, Norway and Chile met in Oslo. The three ministers signed a treaty on cod.", "treaty on cod|cl+ke+no|signed"},
		{"a subject that is no party", "In Oslo, Kenya adopted with its neighbours a declaration on the war in Mali.", ""},
		{"to initial", "Kenya and Norway want to initial a treaty on cod.", "treaty on cod|ke+no|planned"},
		{"a party that is no state", "Kenya met Norway in May. Kenya signed a treaty on cod with Norcod Holding.", ""},
		{"to deal is no text", "Kenya and Norway have to deal with cod.", ""},
		{"concessions made", "Kenya and Norway made concessions on cod in May 2024.", ""},
		{"states of another clause", "Ministers praised a pact struck last year, while Kenya watched Norway.", ""},
		{"a list that ends with some that are not named", "The treaty on cod was signed in Lusaka on 8 June 1991 by Kenya, Norway, Uganda and two banks.", "treaty on cod|ke+no+ug|signed"},
		{"each of its own day", "Ministers named the treaty on cod signed by Kenya and Norway on 8 June 1991, the agreement on tea signed on 17 May 2003 and others.", "agreement on tea|ke+no|signed;treaty on cod|ke+no|signed"},
		{"a relative clause that names nobody", "Kenya and Norway held talks in Oslo, at the end of which two treaties were signed.", "two treaties|ke+no|signed"},
		{"a list that goes on", "Kenya and Norway signed three documents. They include: Treaty on Cod. Protocol on Ports; Memorandum on Tea.", "Memorandum on Tea|ke+no|signed;Protocol on Ports|ke+no|signed;Treaty on Cod|ke+no|signed;three documents|ke+no|signed"},
		{"a title that goes on with no list", "Kenya and Norway signed a treaty on cod. Treaty on Tea.", "treaty on cod|ke+no|signed"},
		{"an infinitive that goes on", "Ministers of Kenya and Norway are to meet and sign several treaties in July 2024.", "several treaties|ke+no|planned"},
		{"a long subject", "Kenya and Norway held talks. A pact on areas such as tea, ports and cod was signed.", "pact on areas|ke+no|signed"},
		{"following which", "Kenya and Norway will meet, following which a joint statement on cod will be issued.", "joint statement on cod|ke+no|planned"},
		{"single quotation marks", "In 1962 a 'Cod Pact' was signed by Kenya and Norway.", "Cod Pact|ke+no|signed"},
		{"between two offices", "A pact between the office of Kenya's premier and the office of Norway's premier was signed.", "pact between the office|ke+no|signed"},
		{"another name of one text", "Kenya and Norway signed the Cod Pact, a treaty on fishing, in May.", "Cod Pact|ke+no|signed"},
		{"two treaties in a row", "Kenya and Norway signed the Treaty on Cod, the Treaty on Ports.", "Treaty on Cod|ke+no|signed;Treaty on Ports|ke+no|signed"},
		{"who brokered it", "Kenya and Norway signed a Qatari-brokered pact in May.", "Qatari-brokered pact|ke+no|signed"},
		{"adjectives in a row", "Kenya and Norway signed a pact on economic, naval and technical cooperation.", "pact on economic, naval and technical cooperation|ke+no|signed"},
		{"what followed talks", "Kenya and Norway met. The talks were followed by a joint statement on cod.", "joint statement on cod|ke+no|signed"},
		{"the clause around a participle", "The meeting of Kenya and Norway came to a close with a pact signed in May.", "pact|ke+no|signed"},
		{"leaders of a body who sign", "At their summit the ASEAN leaders put their names to a treaty on cod.", "treaty on cod|organization:1|signed"},
		{"a clause that tells which", "Kenya and Norway met in Oslo. Moro praised the memorandum signed by Kenya and Norway in May.", "memorandum|ke+no|signed"},
		{"a text of where it was signed", "Kenyan Minister Ada Moro and Norwegian Minister Bo Holm signed the Act of Lima.", "Act of Lima|ke+no|signed"},
		{"a text with a number", "The Cod Agreement No. 16 was signed by Kenya and Norway.", "Cod Agreement No. 16|ke+no|signed"},
		{"an act of another kind", "The presidents of Kenya and Norway signed the Tax Act.", ""},
		{"what a text allows", "The protocol under which Kenya may fish in Norway was signed in May.", "protocol|ke+no|signed"},
		{"a document that", "Kenya suspended the Charter on Cod, a document that Kenya and Norway signed in 2009.", "Charter on Cod|ke+no|signed"},
		{"a pair", "Kenya and Norway initialled a pair of memoranda.", "pair of memoranda|ke+no|signed"},
		{"instruments exchanged later", "Kenya and Norway signed a treaty on cod in Oslo. The instruments of ratification were exchanged in May.", "treaty on cod|ke+no|ratified"},
		{"two that a page is about", "Kenya–Norway relations\n\nA Treaty on Cod was signed in Lima in 1926. The Boundary Treaty of 3 July 1981 drew the line. Ada Moro and Bo Holm signed the Act of Lima.", "Act of Lima|ke+no|signed;Boundary Treaty of 3 July 1981|ke+no|signed;Treaty on Cod|ke+no|signed"},
		{"who only looks on", "Kenyan President Ada Moro visited Norway in May. Twelve memoranda were signed, with Chile's Eva Rojas at the table.", "Twelve memoranda|ke+no|signed"},
		{"a statement of its year", "The 2008 statement was issued by Kenya and Norway.", "2008 statement|ke+no|signed"},
		{"what years are counted from", "Kenya and Norway are neighbours. Ministers spoke 60 years since the signing of the Treaty on Cod.", ""},
		{"a statement and an initiative", "Kenya and Norway adopted a Joint Statement and an Initiative for Regional Trade.", "Initiative for Regional Trade|ke+no|signed;Joint Statement|ke+no|signed"},
		{"a lease among texts", "A lease of a port was among the nine documents exchanged by Kenya and Norway.", "lease of a port|ke+no|signed;nine documents|ke+no|signed"},
		{"a name launched", "Kenya and Norway launched the Oslo Vision.", "Oslo Vision|ke+no|signed"},
		{"central banks", "Kenya and Norway held talks. The two central banks inked a deal on cod.", "deal on cod|ke+no|signed"},
		{"a counted region", "Leaders of Kenya and the three Baltic states adopted the Oslo Declaration. Estonia, Latvia and Lithuania praised it.", "Oslo Declaration|ee+ke+lt+lv|signed"},
		{"a text that is only wanted", "Talks on a treaty between Kenya and Norway go on.", ""},
	} {
		want := strings.Split(c.want, ";")
		if c.want == "" {
			want = nil
		}
		sort.Strings(want)
		if got := agreementsOf(reading(c.text, "2024-06-10")); strings.Join(got, ";") != strings.Join(want, ";") {
			t.Errorf("%s: %s\ngot  %v\nwant %v", c.name, c.text, got, want)
		}
	}
}
