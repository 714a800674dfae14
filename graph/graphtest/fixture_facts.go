package graphtest

import "github.com/entente-graph/entente/graph"

const (
	japarov    = "leader-sadyr-japarov"
	aliyev     = "leader-ilham-aliyev"
	mirziyoyev = "leader-shavkat-mirziyoyev"
	erdogan    = "leader-recep-tayyip-erdoğan"
	xi         = "leader-xi-jinping"
	leyen      = "leader-ursula-von-der-leyen"
	turkic     = "organization-organization-of-turkic-states"
	union      = "organization-european-union"
)

func (w *world) parties() {
	w.node("State", "az", "name", "Azerbaijan", "officialName", "Republic of Azerbaijan", "capital", "Baku")
	w.node("State", "kg", "name", "Kyrgyzstan", "officialName", "Kyrgyz Republic", "capital", "Bishkek")
	w.node("State", "uz", "name", "Uzbekistan", "officialName", "Republic of Uzbekistan", "capital", "Tashkent")
	w.node("State", "tr", "name", "Türkiye", "officialName", "Republic of Türkiye", "capital", "Ankara")
	w.node("State", "cn", "name", "China", "officialName", "People's Republic of China", "capital", "Beijing")
	w.node("State", "kz", "name", "Kazakhstan")
	w.node("Organization", turkic, "name", "Organization of Turkic States", "acronym", "OTS")
	w.node("Organization", union, "name", "European Union", "acronym", "EU")
}

func (w *world) leaders() {
	n := w.node("Leader", japarov, "name", "Sadyr Japarov", "aliases", []string{"Japarov", "President Japarov", "Жапаров"})
	n.FormerIDs = []string{"leader-japarov"}
	w.node("Leader", aliyev, "name", "Ilham Aliyev", "aliases", []string{"Aliyev"})
	w.node("Leader", mirziyoyev, "name", "Shavkat Mirziyoyev", "aliases", []string{"Mirziyoyev"})
	w.node("Leader", erdogan, "name", "Recep Tayyip Erdoğan", "aliases", []string{"Erdogan"})
	w.node("Leader", xi, "name", "Xi Jinping")
	w.node("Leader", leyen, "name", "Ursula von der Leyen")
}

func (w *world) visit(id, leader, host, to, from, passage, words string, confidence float64, properties ...any) *graph.Node {
	n := w.node("Visit", id, properties...)
	w.fact("MADE", leader, id, passage, words, confidence)
	w.fact("TO", id, to, passage, words, confidence)
	if from != "" { // who speaks for an organization comes for no state
		w.fact("FROM", id, from, passage, words, confidence)
	}
	if host != "" {
		w.fact("HOSTED", host, id, passage, words, confidence)
	}
	return n
}

func (w *world) baku() {
	w.tell("document-baku-notes", "Notes from Baku: a partnership on paper", "Caspian Notebook", "2022-04-28", "metadata",
		"author", "A. Reader", "url", "https://notebook.example/baku")
	heading := w.say("Notes from Baku: a partnership on paper")
	came := w.say("Kyrgyzstan’s president, Sadyr Japarov, came to Baku on 20 April 2022 for a two-day state visit (Report.az, April 26).")
	signed := w.say("He and Ilham Aliyev, president of Azerbaijan since 2003, signed a declaration on strategic partnership there.")
	said := w.say("“We begin a new page,” Japarov said of the declaration.")
	w.mention(heading, "az", "Baku")
	w.mention(came, "kg", "Kyrgyzstan")
	w.mention(came, japarov, "Sadyr Japarov")
	w.mention(signed, "az", "Azerbaijan")
	w.mention(signed, aliyev, "Ilham Aliyev")
	w.mention(said, japarov, "Japarov")
	w.cite(came, "Report.az", "2022-04-26", "Report.az, April 26", "url", "https://report.example/20220426")

	w.fact("HOLDS_OFFICE", japarov, "kg", came, "Kyrgyzstan’s president, Sadyr Japarov", 0.95, "title", "president", "from", "2021-01-28")
	w.fact("HOLDS_OFFICE", aliyev, "az", signed, "Ilham Aliyev, president of Azerbaijan since 2003", 0.97, "title", "president", "from", "2003")
	visit := w.visit("visit-sadyr-japarov-az-2022-04-20", japarov, aliyev, "az", "kg", came, "Sadyr Japarov, came to Baku on 20 April 2022", 0.96,
		"name", "Sadyr Japarov to Azerbaijan, 20 April 2022", "kind", "state", "status", "completed",
		"startDate", "2022-04-20", "endDate", "2022-04-21", "place", "Baku")
	visit.FormerIDs = []string{"visit-sadyr-japarov-az", "visit-sadyr-japarov-az-2022-04"}
	agreement := "agreement-declaration-on-strategic-partnership-az-kg-2022-04"
	w.node("Agreement", agreement, "title", "declaration on strategic partnership", "kind", "declaration",
		"status", "signed", "signedOn", "2022-04-20")
	for _, state := range []string{"az", "kg"} {
		w.fact("PARTY_TO", state, agreement, signed, "signed a declaration on strategic partnership", 0.93)
	}
	for _, leader := range []string{aliyev, japarov} {
		w.fact("SIGNED", leader, agreement, signed, "signed a declaration on strategic partnership", 0.9)
	}
	w.fact("SIGNED_DURING", agreement, visit.ID, signed, "there", 0.88)
	statement := "statement-sadyr-japarov-we-begin-a-new-page"
	w.node("Statement", statement, "text", "We begin a new page", "kind", "direct", "saidOn", "2022-04")
	w.fact("SAID", japarov, statement, said, "Japarov said", 0.9)
	w.fact("ABOUT", statement, agreement, said, "of the declaration", 0.7)
}

func (w *world) bishkek() {
	w.tell("document-bishkek-wire", "Fund set up in Bishkek", "Mountain Wire", "2022-10-12", "stated")
	w.say("Fund set up in Bishkek")
	came := w.say("BISHKEK, 11 October 2022 – Aliyev arrived on a state visit to the Kyrgyz Republic and was met by Japarov.")
	fund := w.say("The two sides agreed on a joint development fund with a capital of 25 million dollars.")
	back := w.say("Japarov returned to Baku in April 2024, when the sides put the fund at 100 million dollars and signed 12 papers.")
	w.mention(came, aliyev, "Aliyev")
	w.mention(came, "kg", "Kyrgyz Republic")
	w.mention(back, japarov, "Japarov")
	w.cite(fund, "Trend", "2022-10", "Trend, October 2022")

	visit := w.visit("visit-ilham-aliyev-kg-2022-10-11", aliyev, japarov, "kg", "az", came, "Aliyev arrived on a state visit", 0.94,
		"name", "Ilham Aliyev to Kyrgyzstan, 11 October 2022", "kind", "state", "status", "completed", "startDate", "2022-10-11", "place", "Bishkek")
	again := w.visit("visit-sadyr-japarov-az-2024-04", japarov, "", "az", "kg", back, "Japarov returned to Baku in April 2024", 0.9,
		"name", "Sadyr Japarov to Azerbaijan, April 2024", "kind", "unspecified", "status", "completed", "startDate", "2024-04", "endDate", "2024-04", "place", "Baku")
	again.FormerIDs = []string{"visit-sadyr-japarov-az"}
	w.changes.PutNodes = append(w.changes.PutNodes, graph.Node{Label: "Agreement", ID: "agreement-joint-development-fund-az-kg-2022-10",
		Properties: graph.Properties{"title": "joint development fund", "kind": "fund", "status": "in_force", "signedOn": "2022-10-11",
			"signedOnPrecision": "day", "inForceOn": "2023", "startsOn": "2023", "endsOn": "2033-12", "ratifiedOn": "2023-02-01", "amount": 25e6, "currency": "USD"},
		Disagreements: []graph.Disagreement{{Field: "amount", Value: "100000000", Evidence: []string{back}}}})
	w.node("Agreement", "agreement-12-papers-az-kg-2024-04", "title", "12 papers", "kind", "package", "status", "signed", "signedOn", "2024-04", "documentCount", int64(12))
	w.node("Figure", "figure-capital-of-the-joint-development-fund", "name", "capital of the joint development fund", "value", 25e6, "unit", "USD", "currency", "USD", "period", "2022")
	for _, state := range []string{"az", "kg"} {
		w.fact("PARTY_TO", state, "agreement-joint-development-fund-az-kg-2022-10", fund, "agreed on a joint development fund", 0.85)
		w.fact("PARTY_TO", state, "agreement-joint-development-fund-az-kg-2022-10", back, "the sides put the fund at 100 million dollars", 0.85)
		w.fact("PARTY_TO", state, "agreement-12-papers-az-kg-2024-04", back, "signed 12 papers", 0.8)
	}
	w.fact("SIGNED_DURING", "agreement-joint-development-fund-az-kg-2022-10", visit.ID, fund, "The two sides agreed", 0.6)
	w.fact("SIGNED_DURING", "agreement-12-papers-az-kg-2024-04", "visit-sadyr-japarov-az-2024-04", back, "signed 12 papers", 0.75)
	w.fact("ABOUT", "figure-capital-of-the-joint-development-fund", "agreement-joint-development-fund-az-kg-2022-10", fund, "a capital of 25 million dollars", 0.8)
	w.fact("HOLDS_OFFICE", japarov, "kg", came, "Japarov", 0.5, "title", "president", "from", "2021-01-28")
}

func (w *world) railway() {
	w.tell("document-railway-digest", "A line across the mountains", "Rail Digest", "2024-06", "inferred")
	w.say("A line across the mountains")
	treaty := w.say("On 6 June 2024 China, Kyrgyzstan and Uzbekistan signed the agreement on their railway, 523 km long and due in 2030 (Kabar, June 6, 2024).")
	cost := w.say("China builds it; its cost is put at 4.7 billion dollars, and Uzbekistan carries goods on.")
	asked := w.say("President Mirziyoyev, prime minister until 2016, told Xi Jinping in Samarkand that the line must not wait.")
	w.mention(treaty, "cn", "China")
	w.mention(treaty, "uz", "Uzbekistan")
	w.mention(asked, mirziyoyev, "Mirziyoyev")
	w.mention(asked, xi, "Xi Jinping")
	w.cite(treaty, "Kabar", "2024-06-06", "Kabar, June 6, 2024")

	agreement, project := "agreement-agreement-on-their-railway-cn-kg-uz-2024-06-06", "project-china-kyrgyzstan-uzbekistan-railway"
	w.node("Agreement", agreement, "title", "agreement on their railway", "kind", "treaty", "status", "signed", "signedOn", "2024-06-06")
	w.node("Project", project, "name", "China–Kyrgyzstan–Uzbekistan railway", "sector", "transport", "status", "agreed",
		"expectedOn", "2030", "amount", 4.7e9, "currency", "USD")
	w.node("Figure", "figure-length-of-the-railway", "name", "length of the railway", "value", 523.0, "unit", "km")
	roles := map[string]string{"cn": "builder", "uz": "transit"}
	for _, state := range []string{"cn", "kg", "uz"} {
		w.fact("PARTY_TO", state, agreement, treaty, "China, Kyrgyzstan and Uzbekistan signed the agreement on their railway", 0.95)
		if role, ok := roles[state]; ok {
			w.fact("PARTICIPATES_IN", state, project, cost, "China builds it", 0.82, "role", role)
		} else {
			w.fact("PARTICIPATES_IN", state, project, treaty, "their railway", 0.8)
		}
	}
	w.fact("UNDER", project, agreement, treaty, "the agreement on their railway", 0.9)
	w.fact("ABOUT", "figure-length-of-the-railway", project, treaty, "523 km long", 0.85)
	w.fact("HOLDS_OFFICE", mirziyoyev, "uz", asked, "President Mirziyoyev", 0.9, "title", "president")
	w.fact("HOLDS_OFFICE", mirziyoyev, "uz", asked, "prime minister until 2016", 0.86, "title", "prime minister", "to", "2016")
	w.node("Statement", "statement-shavkat-mirziyoyev-the-line-must-not-wait", "text", "the line must not wait", "kind", "indirect")
	w.fact("SAID", mirziyoyev, "statement-shavkat-mirziyoyev-the-line-must-not-wait", asked, "told Xi Jinping", 0.84)
	w.fact("ABOUT", "statement-shavkat-mirziyoyev-the-line-must-not-wait", project, asked, "the line", 0.8)
	w.visit("visit-xi-jinping-uz", xi, mirziyoyev, "uz", "cn", asked, "Xi Jinping in Samarkand", 0.55,
		"name", "Xi Jinping to Uzbekistan", "kind", "unspecified", "status", "completed", "place", "Samarkand")
}

func (w *world) brief() {
	w.tell("document-union-brief", "Energy and summits: a brief", "Caspian Notebook", "2024", "stated", "language", "en")
	w.say("Energy and summits: a brief")
	energy := w.say("In July 2022 Ursula von der Leyen, president of the European Commission, signed a memorandum on energy in Baku.")
	summit := w.say("Recep Tayyip Erdoğan came to Bishkek for the summit of the Turkic states on 5 November 2024; a stop in Tashkent was called off.")
	w.mention(energy, leyen, "Ursula von der Leyen")
	w.mention(summit, turkic, "Turkic states")
	w.cite(energy, "Report.az", "2022-07-18", "Report.az, 18 July 2022")

	w.visit("visit-ursula-von-der-leyen-az-2022-07", leyen, "", "az", "", energy, "in Baku", 0.7,
		"name", "Ursula von der Leyen to Azerbaijan, July 2022", "kind", "working", "status", "completed", "startDate", "2022-07", "place", "Baku")
	w.visit("visit-recep-tayyip-erdoğan-kg-2024-11-05", erdogan, "", "kg", "tr", summit, "Recep Tayyip Erdoğan came to Bishkek", 0.92,
		"name", "Recep Tayyip Erdoğan to Kyrgyzstan, 5 November 2024", "kind", "working", "status", "completed",
		"startDate", "2024-11-05", "place", "Bishkek", "occasion", "summit of the Turkic states")
	w.visit("visit-recep-tayyip-erdoğan-uz-2024-11", erdogan, "", "uz", "tr", summit, "a stop in Tashkent was called off", 0.65,
		"name", "Recep Tayyip Erdoğan to Uzbekistan, November 2024", "kind", "working", "status", "cancelled", "startDate", "2024-11", "place", "Tashkent")
	agreement := "agreement-memorandum-on-energy-az-european-union-2022-07"
	w.node("Agreement", agreement, "title", "memorandum on energy", "kind", "memorandum", "status", "signed", "signedOn", "2022-07")
	w.fact("PARTY_TO", "az", agreement, energy, "signed a memorandum on energy in Baku", 0.8)
	w.fact("PARTY_TO", union, agreement, energy, "signed a memorandum on energy in Baku", 0.78)
	w.fact("SIGNED", leyen, agreement, energy, "signed a memorandum on energy", 0.8)
	w.fact("SIGNED_DURING", agreement, "visit-ursula-von-der-leyen-az-2022-07", energy, "in Baku", 0.72)
	w.fact("HOLDS_OFFICE", leyen, union, energy, "president of the European Commission", 0.88, "title", "president of the European Commission")
	w.fact("PARTICIPATES_IN", turkic, "project-china-kyrgyzstan-uzbekistan-railway", summit, "the Turkic states", 0.4, "role", "supporter")
}
