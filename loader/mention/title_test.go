package mention_test

import "testing"

func TestOfficesBesideNames(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a post at a state's institution, in apposition", "Ada Moro, the head of Kenya’s security service, came to Oslo.", "Ada Moro head of the security service ke"},
		{"its counterpart", "Ada Moro, the head of Kenya’s security service, came to Oslo and, together with her Norwegian counterpart, Liv Dahl, left.", "Ada Moro head of the security service ke; Liv Dahl head of the security service no"},
		{"whose behind the institution", "Nils Holm, secretary of the State Security Committee of Norway, spoke.", "Nils Holm secretary of the state security committee no"},
		{"the institution before the post", "Kenyan intelligence chief Ada Moro and Norway's Central Bank Governor Liv Dahl spoke.", "Ada Moro intelligence chief ke; Liv Dahl central bank governor no"},
		{"a president of a parliament", "The President of the National Assembly of Kenya, Ada Moro, spoke.", "Ada Moro president of the national assembly ke"},
		{"an honorific behind a comma", "He met the Prime Minister of the Republic of Kenya, Mr. Ada Moro, and the Speaker of the Uwanja, Mr. Liv Dahl.", "Ada Moro prime minister ke; Liv Dahl speaker of the uwanja ke"},
		{"a chain of offices and names", "At the invitation of President of the Republic of Kenya, Mr. Ada Moro Otieno, the President of the Kingdom of Norway, Ms.Liv Dahl, came.", "Ada Moro Otieno president ke; Liv Dahl president no"},
		{"a name, its office, then another office with a name", "Welcoming Mr. Nils Holm, President of Norway, President Ada Moro said so. Kenya agreed, said Moro of Kenya.", "Nils Holm president no; Ada Moro president ke"},
		{"a deputy for a field, in apposition without a state", "Kenyan officials came: Nils Moro, Deputy Prime Minister for Defence Affairs, and Bo Dahl, Foreign Minister. Kenya said so.", "Nils Moro deputy prime minister ke; Bo Dahl foreign minister ke"},
		{"spelled letters of a style", "H. E. Ada Moro, Hon. President of Kenya, met H E Mr Md Nils Holm, Hon'ble Prime Minister of Norway.", "Ada Moro president ke; Md Nils Holm prime minister no"},
		{"states and names in turn", "The presidents of Kenya, Ada Moro, Norway, Liv Dahl, and Rwanda, Bo Holm, met.", "Ada Moro president ke; Liv Dahl president no; Bo Holm president rw"},
		{"a field that is a house", "Kenya is big. Ada Moro, Deputy Prime Minister for the Council of Ministers of Kenya, spoke.", "Ada Moro deputy prime minister ke"},
		{"a list with a dash", "The presidents of Kenya, Norway, and Rwanda—Ada Moro, Liv Dahl, and Bo Holm—met.", "Ada Moro president ke; Liv Dahl president no; Bo Holm president rw"},
		{"a name in capitals", "Speech by the President of Kenya, Ms. ADA MORO OTIENO, and Mr. HOLM Nils, Prime Minister of Norway.", "ADA MORO OTIENO president ke; HOLM Nils prime minister no"},
		{"a counterpart from a state", "Norwegian President Bo Holm spoke with his counterpart from Kenya, Dr. Ada Moro.", "Bo Holm president no; Ada Moro president ke"},
		{"an institution's word is no name", "Norwegian Chief Cabinet Secretary Liv Dahl spoke.", "Liv Dahl chief cabinet secretary no"},
		{"a deputy head", "Norwegian Presidential Office Deputy Head Bo Holm spoke.", "Bo Holm presidential office deputy head no"},
		{"a park of a king's name", "Norway's King Olaf Park was opened. Oslo rejoiced.", ""},
		{"a compound", "The Moro-King Development Trust of Norway gave alms.", ""},
		{"an address", "Your Excellency Ada Moro, President of Kenya, welcome.", "Ada Moro president ke"},
		{"an institution with a long field", "The chairman of the High Council for National Reconciliation, Bo Holm, spoke in Norway.", ""},
		{"a native word in brackets", "She met Kenyan President (Rais) Ada Moro, Prime Minister, Narendra Modi, and India's guests.", "Narendra Modi prime minister in; Ada Moro president ke"},
		{"a long field", "Kenyan Minister of Trade, Food Security and Co-operative Development Ada Moro met Norwegian Minister of Finance and Economic Management Liv Dahl.", "Ada Moro trade minister ke; Liv Dahl finance minister no"},
		{"a field with whose it is", "Kenya's Minister Overseas Norwegian Affairs & Civil Aviation Ada Moro and its Minister of Energy Affairs Mr. Bo Otieno came.", "Ada Moro minister ke; Bo Otieno energy minister ke"},
		{"fields in brackets", "With Kenyan President Ada Moro were Cabinet Secretaries Dr Bo Otieno (Interior), Amb Liv Maina (Foreign Affairs), and Nils Kobe (Public Service).", "Ada Moro president ke; Bo Otieno chief cabinet secretary ke; Liv Maina chief cabinet secretary ke; Nils Kobe chief cabinet secretary ke"},
		{"members of a parliament", "She met Members of the Norwegian House of Representatives Bo Dahl, Liv Holm and Nils Lund.", "Bo Dahl member of the house of representatives no; Liv Holm member of the house of representatives no; Nils Lund member of the house of representatives no"},
		{"a verb of a headline", "Kenya: President of Norway Awaited in Nairobi", ""},
		{"a commissioner of the union", "European Commissioner for Enlargement Liv Dahl came to Kenya.", "Liv Dahl commissioner European Union"},
		{"an envoy's post abroad", "Norwegian High Commissioner to Kenya Bo Dahl spoke.", "Bo Dahl high commissioner no"},
		{"a partner's own office", "Kenyan Secretary Ada Moro came to Oslo. Secretary Moro and her counterpart, Foreign Minister Liv Dahl, signed it with Norway.", "Ada Moro secretary ke; Liv Dahl foreign minister no"},
		{"a numbered emperor", "Emperor Olaf I of Norway sent for Kenya.", "Olaf I emperor no"},
		{"a letter carried to a leader", "He handed the Norwegian leader President Emmanuel Macron's letter from France.", "Emmanuel Macron president fr"},
		{"a school's vice-president", "Nils Holm, vice-president, Fjord School of Governance, spoke of Norway.", ""},
		{"letters that lead to a parent", "Kenyan Minister of Trade Dato Seri Dr Bo Dahl A/L Kim came.", "Bo Dahl A/L Kim trade minister ke"},
		{"one who is dead, before the office", "• Late H.H. Shaikh Saad Bin Omar Al- Rashid, Ameer of Oman, came to Kenya.", "Saad Bin Omar Al- Rashid emir om"},
		{"a space lost", "Kenyan Minister of Foreign AffairsAda Moro came.", "Ada Moro foreign minister ke"},
		{"a company's chief holds no office", "Boeing chief Ada Moro spoke. Kenya agreed.", ""},
		{"an agency that need not be a state's", "The director of the agency, Ada Moro, spoke.", ""},
	} {
		if got := officesOf(c.text); got != c.want {
			t.Errorf("%s: %s\ngot  %q\nwant %q", c.name, c.text, got, c.want)
		}
	}
}

func TestWhoseByCompany(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an inviter, by where the guest goes", "Kenya's Ada Moro went to the Kingdom of Norway at the invitation of His Majesty King Olaf Dahl.", "Olaf Dahl king no"},
		{"a host, by where the guest arrived", "Kenyan President Ada Moro arrived in Oslo, where she was received by Prime Minister Liv Dahl. Rwanda and Chad followed.", "Ada Moro president ke; Liv Dahl prime minister no"},
		{"one who calls on a guest", "Kenyan President Ada Moro visited Norway. The Speaker Bo Holm called on President Ada Moro. Norway and Kenya agreed.", "Ada Moro president ke; Bo Holm speaker no"},
		{"a list of those met", "She met with President of Norway Bo Holm, Foreign Minister Liv Dahl and Defence Minister Nils Lund.", "Bo Holm president no; Liv Dahl foreign minister no; Nils Lund defence minister no"},
		{"two who meet are no list of one side", "Norwegian President Bo Holm and Prime Minister Ada Moro discussed trade with Rwanda and Chad.", "Bo Holm president no"},
		{"where somebody is president there is no king", "Norwegian President Bo Holm spoke. Queen Liv Dahl listened. Norway rejoiced.", "Bo Holm president no"},
		{"the most senior title", "Visit by Minister Ada Moro\n\nForeign Minister Ada Moro will visit Norway. Kenya and Norway will talk.", "Ada Moro foreign minister ke"},
		{"a counterpart where the journey goes", "Kenyan Foreign Minister Ada Moro spoke. During her Norway visit, Moro will meet her counterpart Liv Dahl. Rwanda and Chad follow.", "Ada Moro foreign minister ke; Liv Dahl foreign minister no"},
		{"a visit by a king of long ago", "King Omar Rashid of Oman came. It was the first visit to Kenya since the visit by King Saad Rashid. Kenya and Oman agreed.", "Omar Rashid king om; Saad Rashid king om"},
		{"two who flew in together", "Kenyan Foreign Minister Ada Moro and Defence Minister Bo Otieno flew into Oslo. Rwanda and Chad followed.", "Ada Moro foreign minister ke; Bo Otieno defence minister ke"},
		{"a member of the traveller's delegation", "Kenyan President Ada Moro arrived in Norway. Kenya and Norway agreed.\n\nTrade Minister Bo Otieno, a member of the delegation, held talks.", "Ada Moro president ke; Bo Otieno trade minister ke"},
		{"heads who signed together", "Kenyan President Ada Moro and then Prime Minister Liv Dahl signed a text in the Norwegian capital. Rwanda, Rwanda, Chad and Chad took note.", "Ada Moro president ke; Liv Dahl prime minister no"},
		{"a colleague", "Kenyan Energy Minister Ada Moro met her Norwegian colleague, Liv Dahl, in Chad. Rwanda and Mali followed.", "Ada Moro energy minister ke; Liv Dahl energy minister no"},
		{"an opposite number", "Kenyan Energy Minister Ada Moro signed it with her Norwegian opposite number, Liv Dahl.", "Ada Moro energy minister ke; Liv Dahl energy minister no"},
		{"a minister of one's own", "Kenyan President Ada Moro and Chad's president, who had come with his army chief, Field Marshal Bo Dahl, spoke.", "Ada Moro president ke; Bo Dahl army chief td"},
		{"a state whose minister", "A memorandum was signed with Norway, whose minister Liv Dahl came. Kenya, Chad and Rwanda followed.", "Liv Dahl minister no"},
		{"one who is sent", "Kenyan President Ada Moro sent Finance Minister Bo Otieno there. Rwanda and Chad followed.", "Ada Moro president ke; Bo Otieno finance minister ke"},
		{"one of this country", "The plane landed in Oslo. At the airport of Norway she was met by the Deputy Prime Minister of this country, Bo Dahl.", "Bo Dahl deputy prime minister no"},
		{"a holder of long ago", "She was the first Kenyan premier since Ada Moro Otieno in 1981 to go to Norway.", "Ada Moro Otieno prime minister ke"},
		{"a visit of long ago", "It was the first visit by a Kenyan president since that of President Ada Moro in 1981. Norway, Chad and Rwanda agreed.", "Ada Moro president ke"},
		{"a small field before a minister", "The Kenyan president came with the minerals minister, Ada Moro, to Norway.", "Ada Moro minister ke"},
		{"an item's head and a name before the title", "Present:\n\n- Kenya: H.E. Ada Moro, President\n- Norway: Liv Dahl, Prime Minister", "Ada Moro president ke; Liv Dahl prime minister no"},
		{"a state that is a given name too", "The visit of the Prime Minister of Georgia Ada Moro is moved.", "Ada Moro prime minister ge"},
		{"an office of that time", "Ada Moro, then Kenya's prime minister, went to Norway.", "Ada Moro prime minister ke"},
		{"one who stands before a partner", "The energy minister of Kenya spoke. In Oslo, Ada Moro and her Norwegian colleague, Liv Dahl, signed it. Kenya agreed.", "Liv Dahl energy minister no; Ada Moro energy minister ke"},
		{"its minister, behind the name", "Norway took longer. Bo Dahl, then its foreign minister, came to Kenya.", "Bo Dahl foreign minister no"},
		{"a family name that is a pronoun", "The Chinese ambassador, He Wei, spoke in Oslo.", "He Wei ambassador cn"},
		{"two, each with their own state behind", "The two defence ministers, Ada Moro of Kenya and Bo Dahl of Norway, met.", "Ada Moro defence minister ke; Bo Dahl defence minister no"},
		{"who signed for whom", "Aviation Minister Ada Moro signed the agreement for Kenya. Norway, Chad and Rwanda took note.", "Ada Moro minister ke"},
		{"those who came with somebody", "With Norwegian President Bo Dahl came Finance Minister Liv Holm and Trade Minister Nils Lund. Rwanda, Kenya and Chad took note.", "Bo Dahl president no; Liv Holm finance minister no; Nils Lund trade minister no"},
		{"a head of diplomacy", "The head of Kenyan diplomacy, Ada Moro, went to Norway.", "Ada Moro foreign minister ke"},
		{"a ruler in a capital", "The strongman in Oslo, Bo Dahl, put off a trip to Kenya.", "Bo Dahl leader no"},
		{"the outlet's own state", "By Kenya News Agency\n\nPrime Minister Ada Moro met reporters. Norway, Rwanda and Kenya took note.", "Ada Moro prime minister ke"},
	} {
		if got := officesOf(c.text); got != c.want {
			t.Errorf("%s: %s\ngot  %q\nwant %q", c.name, c.text, got, c.want)
		}
	}
}

// peopleOf lists the names and aliases of a text's people, in order.
func peopleOf(s string) string {
	out := ""
	for _, p := range page(s).People {
		out += p.Name
		for _, a := range p.Aliases {
			out += "/" + a
		}
		out += ";"
	}
	return out
}

func TestSpellingsOfOneName(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"doubled letters and vowels", "Kenyan President Mamnoon Hussain spoke. President Mamnoon Husain left.", "Mamnoon Hussain/Mamnoon Husain;"},
		{"q and k, zh and j", "Kenyan President Sadiq Zhumar spoke. President Sadik Jumar left.", "Sadiq Zhumar/Sadik Jumar;"},
		{"senior and junior", "Kenyan President Ada Moro Jr. spoke. His father, President Ada Moro Sr., listened.", "Ada Moro Jr;Ada Moro Sr;"},
		{"a father's name alone", "Kenyan President Saad bin Omar Al Rashid spoke. President bin Omar Al Rashid left.", "Saad bin Omar Al Rashid/bin Omar Al Rashid;"},
		{"father and son", "Kenyan Crown Prince Saad bin Salman bin Omar met King Salman bin Omar of Kenya.", "Saad bin Salman bin Omar;Salman bin Omar;"},
		{"a long name with particles", "Kenya's Prime Minister Sabah Al-Khal Al-Hamad Al-Jabar Al-Rashid spoke.", "Sabah Al-Khal Al-Hamad Al-Jabar Al-Rashid;"},
		{"a given name that is a title", "Kenyan Minister of Trade Dr. Sultan Al Rashid spoke.", "Sultan Al Rashid;"},
	} {
		if got := peopleOf(c.text); got != c.want {
			t.Errorf("%s: %s\ngot  %q\nwant %q", c.name, c.text, got, c.want)
		}
	}
}

func TestPeersWithoutTitles(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a list of leaders", "Six leaders, among them Kenya's Ada Moro and Liv Dahl of Norway, met.", "Ada Moro  ke; Liv Dahl  no"},
		{"a predecessor", "He took over from Ada Moro of Kenya.", "Ada Moro  ke"},
		{"a title told elsewhere", "At the summit Kenya's Ada Moro spoke. President Ada Moro left.", "Ada Moro president ke"},
		{"a company", "Kenya's Moro Neft met leaders of the company.", ""},
		{"an institution of a state", "The summit of leaders heard the Anthropological Survey of Norway.", ""},
		{"no leaders in the passage", "Kenya's Ada Moro ran well.", ""},
		{"a row of a journey", "President X went.\n\nMet Prime Minister Liv Dahl.", ""},
		{"a commissioner, the union named", "The home affairs commissioner, Ylva Dahl, spoke for the European Union.", "Ylva Dahl home affairs commissioner European Union"},
		{"a commissioner, no union", "The home affairs commissioner, Ylva Dahl, spoke.", ""},
	} {
		if got := officesOf(c.text); got != c.want {
			t.Errorf("%s: %s\ngot  %q\nwant %q", c.name, c.text, got, c.want)
		}
	}
}

func TestStandIns(t *testing.T) {
	for _, c := range []struct{ name, text, surface, want string }{
		{"the monarch", "His Majesty Sultan Omar Rashid of Oman received Kenyan President Bo Moro. His Majesty spoke.", "His Majesty", "Omar Rashid"},
		{"the latter", "She met Kenyan President Bo Moro and Norwegian Prime Minister Liv Dahl. The latter spoke.", "The latter", "Liv Dahl"},
		{"his guest", "Kenyan President Bo Moro received Norwegian Prime Minister Nils Dahl. Then Moro and his guest spoke.", "his guest", "Nils Dahl"},
		{"the guest, by who went where", "Norwegian Prime Minister Nils Dahl arrived in Kenya, where President Bo Moro of Kenya met him. The guest spoke.", "The guest", "Nils Dahl"},
		{"an age", "Kenyan President Bo Moro landed in Oslo. The 44-year-old met Norwegian Prime Minister Nils Dahl.", "The 44-year-old", "Bo Moro"},
		{"a former trade", "Kenyan President Bo Moro went to Oslo. Moro met Norwegian Prime Minister Nils Dahl.\n\nNorwegian Minister Jan Lund signed.\n\nThe former metalworker spoke.", "The former metalworker", "Bo Moro"},
		{"a people's one", "Kenyan President Bo Moro went to Oslo. He met Norwegian Prime Minister Nils Dahl. The Kenyan said so.", "The Kenyan", "Bo Moro"},
		{"a guest of the writer's state", "Ministry of Foreign Affairs of Norway\n\nKing Olaf Lund received Kenyan President Bo Moro. The distinguished guest spoke.", "The distinguished guest", "Bo Moro"},
		{"the next guest is nobody in mind", "Norwegian Prime Minister Nils Dahl arrived in Kenya, where President Bo Moro of Kenya met him. The next guest will be a king.", "The next guest", ""},
		{"whom the subject's second verb is of", "Kenyan President Bo Moro welcomed Norwegian Prime Minister Nils Dahl and sent him off.", "him", "Nils Dahl"},
		{"one whom the sentence only speaks to", "Norwegian Prime Minister Nils Dahl spoke. It was told to Kenyan President Bo Moro when he came to Oslo.", "he", "Bo Moro"},
		{"one whom the sentence's subject met before", "Norwegian Prime Minister Nils Dahl spoke. After talks with Kenyan President Bo Moro, he left.", "he", "Nils Dahl"},
		{"an office without an article", "Kenyan President Bo Moro met Norwegian Prime Minister Nils Dahl. Prime Minister observed that it was so.", "Prime Minister", "Nils Dahl"},
		{"his host, in apposition", "Kenyan President Bo Moro and his host, Prime Minister Nils Dahl of Norway, spoke.", "his host", "Nils Dahl"},
		{"a colleague, in apposition", "Remarks by Kenyan President Bo Moro\n\nI met Norwegian Minister Nils Dahl and Chad's Trade Minister Omar Said. I spoke with Nils Dahl, my Norwegian colleague.", "colleague", "Nils Dahl"},
		{"a journey's object", "Kenyan President Bo Moro is in Norway, the first journey having taken him to Chad.", "him", "Bo Moro"},
		{"a pronoun before its name, past a host", "In Oslo, where Nils Dahl put on a dinner for him, Kenyan President Bo Moro of Kenya spoke. Prime Minister Nils Dahl of Norway spoke.", "him", "Bo Moro"},
		{"an office by its first words", "The General Secretary of the Communist Party of Norway, Nils Dahl, came to Kenya. The General Secretary spoke.", "General Secretary", "Nils Dahl"},
	} {
		p := page(c.text)
		got := ""
		for _, ms := range p.Mentions {
			for _, m := range ms {
				if m.Surface == c.surface && m.Entity >= 0 {
					got = p.People[m.Entity].Name
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.name, c.text, got, c.want)
		}
	}
}
