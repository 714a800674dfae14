package claim_test

import (
	"context"
	"testing"

	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/source"
)

func TestPublished(t *testing.T) {
	for _, c := range []struct{ name, file, content, date, basis string }{
		{"front matter", "a.md", "---\ndate: 2024-05-03\n---\n# Talks\n\nThe ministers met in Bern on 2 May 2024. They left.\n", "2024-05-03", "metadata"},
		{"line under the title", "a.txt", "Ministers meet\n\nMay 3, 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"published line", "a.txt", "Ministers meet\n\nPublished: 3 May 2024, 14:05\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"posted line of a blog", "a.txt", "Ministers meet\n\nPosted on May 3, 2024 by Ada Moro | Filed under: Wool, Rivers, Nuts | 14 comments\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"place and day", "a.txt", "Joint statement\n\nSamarkand, 3 May 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"dateline", "a.txt", "Ministers meet\n\nBERN, May 3, 2024 (Alpine Wire) - The ministers met. They left.\n", "2024-05-03", "stated"},
		{"dateline, year from the text", "a.txt", "Ministers meet\n\nBERN, May 3 (Alpine Wire) - The ministers met on 2 May 2024. They left.\n", "2024-05-03", "stated"},
		{"place and day under a long title", "a.txt", "JOINT STATEMENT\non the Widening of Cooperation in Many Fields between the Republic of the Upper Lakes and the Kingdom of the Lower Ones\n\nSamarkand, 3 May 2024\n\n1. The ministers met in Bern on 1 May 2024, at the invitation of the host, and spoke of trade, roads and rivers. They left.\n", "2024-05-03", "stated"},
		{"byline with a date", "a.txt", "Ministers meet\n\nAnn Other and Bo Lund Holm | 03.05.2024 - Update : 04.05.2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"byline and middle dot", "a.txt", "Ministers meet\n\nBy the Alpine News Agency · May 3, 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"press release", "a.txt", "FOR IMMEDIATE RELEASE\nMay 3, 2024\n\nMinisters meet\n\nThe ministers met in Bern on May 1, 2024. They left.\n", "2024-05-03", "stated"},
		{"updated alone", "a.txt", "Ministers meet\n\nLast updated: 3 May 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"updated, then published", "a.txt", "Ministers meet\n\nUpdated 4 May 2024\nPublished 3 May 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"the order of numbers by the text", "a.txt", "Ministers meet\n\n03/05/2024\n\nThe ministers met in Bern on 2 May. They left.\n", "2024-05-03", "stated"},
		{"the order of numbers by the spelling", "a.txt", "Ministers meet\n\n05/03/2024\n\nThe defense ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"the order of numbers by a day of the text", "a.txt", "Ministers meet\n\n10/04/2024\n\nThe defense ministers are to meet on Wednesday (Apr. 10) in Bern. They left.\n", "2024-04-10", "stated"},
		{"the order of numbers by other days", "a.txt", "Ministers meet\n\n03/05/2024\n\nThe ministers met in Bern. They had met on 25/02/2024.\n", "2024-05-03", "stated"},
		{"the order of numbers by two days", "a.txt", "Ministers meet\n\n05/03/2024 | Release | Sent on 05/02/2024 23:18\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"the order of numbers untold", "a.txt", "Ministers meet\n\n03/05/2024\n\nThe ministers met in Bern. They left.\n", "2024", "stated"},
		{"weekday short", "a.txt", "Ministers meet\n\n10:15 AM EDT, Fri May 3, 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"small dateline without a year", "a.txt", "Ministers meet\n\nBern, 3 May (AW) — The ministers met, as they had on 2 March 2024. They left.\n", "2024-05-03", "stated"},
		{"years counted", "a.txt", "Ministers meet\n\nBERN, May 3 (Alpine Wire) - The ministers met on Saturday, for the first time since 2008. They marked 60 years since the treaty of 1965.\n", "2025-05-03", "stated"},
		{"dateline and weekday", "a.txt", "Ministers meet\n\nBERN, May 3 (Alpine Wire) - The ministers met on Friday. They had met in 2022.\n", "2024-05-03", "stated"},
		{"dateline and a year of history", "a.txt", "Ministers meet\n\nBERN, May 3 (Alpine Wire) - The ministers met. They had met in 2022.\n", "", ""},
		{"dateline of the day after", "a.txt", "Ministers meet\n\nBERN, May 4 (Alpine Wire) - The ministers met on Friday. They had met in April 2024.\n", "2024-05-04", "stated"},
		{"dateline and years counted", "a.txt", "Ministers meet for the first time in 17 years\n\nBERN, May 3 (Alpine Wire) - The ministers met for the first time since 2007. They left.\n", "2024-05-03", "stated"},
		{"anniversary", "a.txt", "Ministers meet\n\nBERN, May 3 (Alpine Wire) - The ministers marked the 30th anniversary of the ties set up in 1994. They left.\n", "2024-05-03", "stated"},
		{"done at", "a.txt", "Declaration of the ministers\n\nThe ministers, meeting in Bern to speak of trade, roads and the river that both share, have agreed to build a bridge. They left.\n\nDone at Bern on 3 May 2024 in two originals, each in the languages of both sides, all texts being equally authentic.\n", "2024-05-03", "stated"},
		{"last edited", "a.md", "# List of journeys\n\nThis is a list of the journeys that the president has made since she took office on 2 March 2023.\n\n## References\n\n1. Alpine Review, 1 May 2024\n\n*This page was last edited on 3 May 2024.*\n", "2024-05-03", "stated"},
		{"address", "a.md", "---\nurl: https://example.org/2024/05/03/ministers\n---\n# Ministers meet\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "metadata"},
		{"span in the title", "a.txt", "Diplomatic digest, 22 April - 10 May 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-10", "stated"},
		{"months covered", "a.txt", "ALPINE CHRONICLE\nJanuary - March 2024\n\nCompiled by the Alpine Office, Bern. Published 3 May 2024.\n\n2 January. The ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"subtitle like a sentence", "a.txt", "REVIEW | POLITICS\n\nMinisters meet\n\nA landslide near the pass has shown how much of the valley's trade hangs on a single road and on those who mend it.\n\nBy Ann Other\nMay 3, 2024\n\nThe ministers met in Bern. They left, and will meet again in 2026.\n", "2024-05-03", "stated"},
		{"lines run together", "a.md", "# Visit of the President of the Upper Lakes (May 1-4, 2024)\n\n**Ministry of Trade, Government of the Lower Lakes**\nBilateral Documents\nMay 3, 2024\n\nThe ministers met in Bern, where they spoke of trade, roads and the river that both of their countries share. They left.\n", "2024-05-03", "stated"},
		{"small dateline with a year", "a.txt", "Ministers meet\n\nBern, May 3, 2024 (Alpine Wire) The ministers met on Tuesday. They left.\n", "2024-05-03", "stated"},
		{"a letter's greeting", "a.txt", "THE ALPINE LETTER\n\nGood morning. It is Friday, May 3, 2024, and the letter is long.\n\nThe ministers met in Bern on Tuesday. They left.\n", "2024-05-03", "stated"},
		{"last line", "a.txt", "Ministers meet\n\nThe ministers met in Bern for talks on trade, roads and the river that both of their countries share. They left.\n\n3 May 2024\n", "2024-05-03", "stated"},
		{"latest source without a year", "a.txt", "Ministers meet\n\nThe ministers met in 2023 (Alpine Review, October 5, 2023). They met again in Bern, and again in Oslo (TASS, May 2; Alpine Review, April 9).\n", "2024-05", "inferred"},
		{"a source of the year before, by its sentence", "a.txt", "Ministers meet\n\nThe ministers met (Alpine Review, October 5, 2023). A pact was signed in August 2022 (Alpine Review, August 9). They met in Oslo (TASS, May 2).\n", "2024-05", "inferred"},
		{"latest source with a year", "a.txt", "Ministers meet\n\nThe ministers met in Bern (Alpine Review, October 5, 2023). They left for home soon.\n", "2023-10", "inferred"},
		{"a year of history", "a.txt", "Ministers meet\n\nThe ministers met on 3 May. In 2023 trade grew. The ministers will meet again in 2030, as they agreed when they last met in Bern.\n", "", ""},
		{"a day of history", "a.txt", "Ministers meet\n\nThe ministers met in Bern. They spoke of roads. The treaty of 4 May 2019 stands, and it is to be renewed in June.\n", "", ""},
		{"who took office", "a.txt", "Ministers meet\n\nThe minister, who took office on 4 May 2019, came to Bern in June.\n", "", ""},
		{"day of the opening", "a.txt", "Ministers meet\n\nThe ministers met in Bern on 3 May 2024. On 4 May they left for home by train. They first met in 2019, and trade is to double by 2030. They spoke of trade, roads and the river that both of their countries share. They were glad. They dined.\n", "2024", "inferred"},
		{"weekday and day", "a.txt", "Ministers meet\n\nThe ministers met. They spoke. They rose. They dined. On Friday (May 3, 2024) they left for home by train. They spoke of trade, roads and the river that both of their countries share. They were glad. They dined.\n", "2024", "inferred"},
		{"nothing without a year", "a.txt", "Ministers meet\n\nThe ministers met. They had met in March 2024 and, in Oslo, in February 2024.\n", "2024", "inferred"},
		{"days and year in the title", "a.txt", "Alpine digest, week 50 of 2024 (9-15 December)\n\nThe ministers met. They spoke of trade, roads and the river that both of their countries share. They were glad. On the 10th they dined.\n", "2024-12-15", "stated"},
		{"a feast's own year", "a.txt", "Ministers meet\n\nThe ministers met. They will mark the 30th anniversary of the founding of ties in 2026.\n", "", ""},
		{"place, day and agency in brackets", "a.txt", "Ministers meet\n\nLima, May 3, 2024 (Andean Wire) The ministers met in Bern on Monday. They left.\n", "2024-05-03", "stated"},
		{"office, rubric and day run together", "a.md", "# Ministers meet: visit to Bern (May 1-4, 2024)\n\n**Ministry of the Upper Lakes**\nOutcome Documents\nMay 3, 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"interviewer, outlet and day", "a.md", "# Ministers meet\n\nInterview: Ann Other\nThe Alpine Quarterly, 3 May 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"standfirst before the byline", "a.txt", "Ministers meet\n\nA road over the pass has shown how much of the region's peace rests on trade, mud and signatures alone.\n\nBy Ann Other\nMay 3, 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"greeting", "a.txt", "THE ALPINE LETTER\n\nGood morning. It is Friday, May 3, 2024, and the letter is long.\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"nothing", "a.txt", "Ministers meet\n\nThe ministers met in Bern on Monday. They left.\n", "", ""},
		{"a source's date is no publication", "a.html", "<html><body><article><h1>Ministers meet</h1><p>The ministers met in Bern (Alpine Review, April 26, 2022) and talked at length about trade, roads and the river.</p></article></body></html>", "2022-04", "inferred"},
	} {
		page, err := source.Read(context.Background(), source.File{Name: c.file, Bytes: []byte(c.content)})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if date, basis := claim.Published(page.Document()); date != c.date || basis != c.basis {
			t.Errorf("%s: got %q, %q, want %q, %q", c.name, date, basis, c.date, c.basis)
		}
	}
}
