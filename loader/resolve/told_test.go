package resolve_test

import (
	"fmt"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/google/go-cmp/cmp"
)

func TestDeclarations(t *testing.T) {
	const j = "leader 1 Sadyr Japarov | president kg"
	const visit = "visit 1 1 az 2022-04-19..2022-04-20"
	at := func(text string) []string { return []string{j, visit, "agreement 1 az,kg " + text + " | visit 1"} }
	both := func(one, other string) []string { return append(at(one), "agreement 2 az,kg "+other+" | visit 1") }
	join := func(all ...[]string) []string {
		out := all[0]
		for _, notes := range all[1:] {
			out = append(append(out, "--"), notes...)
		}
		return out
	}
	count(t, "Agreement", []told{
		{"a title and none", join(at("2022-04 declaration Declaration of the Fifth Session"), at("2022-04 declaration joint declaration"), at("2022 declaration declaration")), 1},
		{"none and none", join(at("2022-04 declaration joint declaration"), at("2022 declaration declaration")), 1},
		{"none of another visit", join(at("2022-04 declaration Declaration of the Fifth Session"), []string{"agreement 1 az,kg 2022-04 declaration joint declaration"}), 2},
		{"none of the same day", join([]string{"agreement 1 az,kg 2022-04-19 declaration Declaration on Borders"}, []string{"agreement 1 az,kg 2022-04-19 declaration declaration"}), 1},
		{"a day of the visit", join(at("2022-04 declaration Declaration on Borders"), []string{"agreement 1 az,kg 2022-04-20 declaration declaration"}), 1},
		{"none of another kind", join(at("2022-04 declaration Declaration on Borders"), at("2022-04 memorandum memorandum")), 2},
		{"none between others too", join(at("2022-04-19 declaration Declaration on Borders"), []string{"agreement 1 az,kg,uz 2022-04-19 declaration declaration"}), 2},
		{"two titles", join(at("2022-04 declaration Declaration on Borders"), at("2022-04 declaration Declaration on Water")), 2},
		{"two titles and none", join(at("2022-04 declaration Declaration on Borders"), at("2022-04 declaration Declaration on Water"), at("2022-04 declaration declaration")), 3},
		{"two of one document, and none", join(both("2022-04 declaration Declaration on Borders", "2022-04 declaration Declaration on Water"), at("2022-04 declaration declaration")), 3},
		{"of two of one document, the one that another document does not tell of",
			join(at("2022-04 memorandum Memorandum on Borders"), both("2022-04 memorandum Memorandum on Borders", "2022-04 memorandum memorandum")), 2},
		{"none beside a title, and that title elsewhere", join(both("2022-04 declaration Declaration on Borders", "2022-04 declaration declaration"), at("2022-04 declaration declaration")), 3},
		{"a longer title", join(at("2022-04 memorandum Memorandum on Border Ministries"), at("2022-04 memorandum Memorandum on Border")), 1},
		{"a longer title of no known visit", join([]string{"agreement 1 az,kg 2022-04 memorandum Memorandum on Border Ministries"}, []string{"agreement 1 az,kg 2022-04 memorandum Memorandum on Border"}), 2},
		{"two shorter titles that contradict each other", join(at("2022-04 memorandum Memorandum on Border Ministries"), at("2022-04 memorandum Memorandum on Border"), at("2022-04 memorandum Memorandum on Ministries")), 3},
		{"any text is an agreement", join(at("2022-04 memorandum Memorandum on Borders"), at("2022-04 treaty Agreement on Borders")), 1},
		{"a declaration is none", join(at("2022-04 declaration Declaration on Borders"), at("2022-04 treaty Agreement on Borders")), 2},
		{"counts told otherwise", join(at("2022-04 package 20 documents | 20"), at("2022-04 package eighteen agreements | 18"), at("2022 package documents")), 1},
		{"small counts of one month", join([]string{"agreement 1 az,kg 2022-04 package two documents | 2"}, []string{"agreement 1 az,kg 2022-04 package two agreements on trade | 2"}), 2},
		{"counts too far apart", join(at("2022-04 package 20 documents | 20"), at("2022-04 package eight agreements | 8")), 2},
		{"a part of a package", join(both("2022-04 package 20 documents | 20", "2022-04 package 15 contracts | 15"), at("2022-04 package 20 documents | 20")), 2},
		{"counts of two visits", join(at("2022-04 package 20 documents | 20"), []string{j, "visit 1 1 az 2022-04-28", "agreement 1 az,kg 2022-04 package 18 documents | 18 | visit 1"}), 2},
		{"told before it was signed", join([]string{"published 1 2019-05-03", "agreement 1 az,kg - treaty agreement on the border bridge"}, []string{"agreement 1 az,kg 2022-04 treaty agreement on the border bridge"}), 2},
		{"told when it had been signed", join([]string{"published 1 2023-05-03", "agreement 1 az,kg - treaty agreement on the border bridge"}, []string{"agreement 1 az,kg 2022-04 treaty agreement on the border bridge"}), 1},
		{"undated, of another visit", join([]string{j, "visit 1 1 az 2019-05", "agreement 1 az,kg - treaty agreement on the border bridge | visit 1"}, at("2022-04 treaty agreement on the border bridge")), 2},
		{"undated, told years apart", join([]string{"published 1 2019-05-03", "agreement 1 az,kg - treaty agreement on trade"}, []string{"published 1 2023-05-03", "agreement 1 az,kg - treaty agreement on trade"}), 2},
		{"undated, told at one time", join([]string{"published 1 2023-04-30", "agreement 1 az,kg - treaty agreement on trade"}, []string{"published 1 2023-05-03", "agreement 1 az,kg - treaty agreement on trade"}), 1},
		{"a price and no title", join(at("2022-04-19 contract contract for forty jets | $8.1e9"), at("2022-04 contract contract | $8e9")), 1},
		{"another price", join(at("2022-04-19 contract contract for forty jets | $8.1e9"), at("2022-04 contract contract | $3e9")), 2},
		{"a body's declaration", join([]string{"organization 123 Board of States", "agreement 1 123 2022-04 declaration Aksai Declaration"}, []string{"organization 123 Board of States", "agreement 1 123 2022 declaration Aksai Declaration"}), 1},
		{"a body's declaration without a title", join([]string{"organization 123 Board of States", "agreement 1 123 2022-04 declaration declaration"}, []string{"organization 123 Board of States", "agreement 1 123 2022 declaration declaration"}), 2},
		{"undated and of no visit", join([]string{"agreement 1 az,kg - declaration declaration"}, []string{"agreement 1 az,kg - declaration declaration"}), 2},
	})
}

func TestCountsToldOtherwise(t *testing.T) {
	const j, visit = "leader 1 Sadyr Japarov | president kg", "visit 1 1 az 2022-04-19"
	got := nodes(t, "Agreement", documents(t,
		j, visit, "agreement 1 az,kg 2022-04-19 package 20 documents | 20 | visit 1", "--",
		j, visit, "agreement 1 az,kg 2022-04-19 package about twenty documents | 20 | visit 1", "--",
		j, visit, "agreement 1 az,kg 2022-04-19 package 18 documents | 18 | visit 1")...)
	if len(got) != 1 {
		t.Fatalf("got %v, want one", got)
	}
	for _, n := range got {
		if n.Properties["documentCount"] != int64(20) {
			t.Errorf("got %v documents, want 20, of which two tell", n.Properties["documentCount"])
		}
		var counts []string
		for _, d := range n.Disagreements {
			if d.Field == "documentCount" {
				counts = append(counts, d.Value)
			}
		}
		if diff := cmp.Diff([]string{"18"}, counts); diff != "" {
			t.Errorf("counts told otherwise (-want +got):\n%s", diff)
		}
	}
}

func TestStays(t *testing.T) {
	const j, a = "leader 1 Sadyr Japarov | president kg", "leader 2 Ilham Aliyev | president az"
	count(t, "Visit", []told{
		{"days that follow each other", []string{j, "visit 1 1 az 2024-04-24", "--", j, "visit 1 1 az 2024-04-25"}, 1},
		{"over the turn of the year", []string{j, "visit 1 1 az 2023-12-31", "--", j, "visit 1 1 az 2024-01-01"}, 1},
		{"a day between", []string{j, "visit 1 1 az 2024-04-24", "--", j, "visit 1 1 az 2024-04-26"}, 2},
		{"planned for a month, and told with its days", []string{j, "visit 1 1 az 2024-04 planned", "--", j, "visit 1 1 az 2024-04-24..2024-04-25"}, 1},
		{"planned for a month in which there were two", []string{j, "visit 1 1 az 2024-04 planned", "--", j, "visit 1 1 az 2024-04-24", "--", j, "visit 1 1 az 2024-04-02"}, 3},
		{"a month, in one of whose two stays a text was signed",
			[]string{j, "visit 1 1 az 2024-04", "agreement 1 az,kg 2024-04-25 treaty agreement on trade | visit 1", "--", j, "visit 1 1 az 2024-04-24", "--", j, "visit 1 1 az 2024-04-02"}, 2},
		{"a month, in neither of whose two stays the text was signed",
			[]string{j, "visit 1 1 az 2024-04", "agreement 1 az,kg 2024-04-12 treaty agreement on trade | visit 1", "--", j, "visit 1 1 az 2024-04-24", "--", j, "visit 1 1 az 2024-04-02"}, 3},
		{"told before it took place", []string{"published 1 2024-04-12", j, "visit 1 1 az", "--", j, "visit 1 1 az 2024-05-08"}, 2},
		{"told when it had taken place", []string{"published 1 2024-04-12", j, "visit 1 1 az", "--", j, "visit 1 1 az 2024-04-11", "--", j, "visit 1 1 az 2024-05-08"}, 2},
		{"planned when one had taken place", []string{"published 1 2024-04-12", j, "visit 1 1 az planned", "--", j, "visit 1 1 az 2024-03-11", "--", j, "visit 1 1 az 2024-05-08"}, 2},
		{"planned years before", []string{"published 1 2020-04-12", j, "visit 1 1 az planned", "--", j, "visit 1 1 az 2024-05-08"}, 2},
		{"undated, of two times", []string{"published 1 2020-04-12", j, "visit 1 1 az", "--", "published 1 2024-04-12", j, "visit 1 1 az"}, 2},
		{"undated, of one time", []string{"published 1 2024-04-30", j, "visit 1 1 az", "--", "published 1 2024-05-02", j, "visit 1 1 az"}, 1},
		{"a year, told before the stay", []string{"published 1 2024-03", j, "visit 1 1 az 2024", "--", j, "visit 1 1 az 2024-05-08"}, 2},
		{"a year gone by, told whenever", []string{"published 1 2026-03", j, "visit 1 1 az 2024", "--", "published 1 2025-01", j, "visit 1 1 az 2024", "--", j, "visit 1 1 az 2024-05-08"}, 1},
		{"news of more people", []string{"published 1 2024-05-09", j, a, "visit 1 1,2 uz", "--", j, "visit 1 1 uz 2024-05-08"}, 1},
		{"more people, long after", []string{"published 1 2024-09-09", j, a, "visit 1 1,2 uz", "--", j, "visit 1 1 uz 2024-05-08"}, 2},
	})
}

// TestDaysOfAStay shows that a single day within a stay says nothing else.
func TestDaysOfAStay(t *testing.T) {
	const j = "leader 1 Sadyr Japarov | president kg"
	start := func(notes ...string) (string, []graph.Disagreement) {
		t.Helper()
		for _, n := range nodes(t, "Visit", documents(t, notes...)...) {
			return n.Properties["startDate"].(string), n.Disagreements
		}
		return "", nil
	}
	if got, other := start(j, "visit 1 1 az 2024-04-24..2024-04-26", "--", j, "visit 1 1 az 2024-04-25", "--", j, "visit 1 1 az 2024-04-25"); got != "2024-04-24" || len(other) > 0 {
		t.Errorf("a day within: got start %s and %v, want 2024-04-24 alone", got, other)
	}
	if got, other := start(j, "visit 1 1 az 2024-04-24..2024-04-25", "--", j, "visit 1 1 az 2024-04-26"); got != "2024-04-24" || len(other) != 1 {
		t.Errorf("a day behind: got start %s and %v, want 2024-04-24 and one disagreement", got, other)
	}
	if got, other := start(j, "visit 1 1 az 2024-04-25", "--", j, "visit 1 1 az 2024-04-25", "--", j, "visit 1 1 az 2024-04-24"); got != "2024-04-24" || len(other) != 1 {
		t.Errorf("two days: got start %s and %v, want the first and one disagreement", got, other)
	}
}

// TestDisagreements shows what is kept of two values, and how a status goes.
func TestDisagreements(t *testing.T) {
	const j = "leader 1 Sadyr Japarov | president kg"
	all := documents(t,
		j, "visit 1 1 az 2022-04-19..2022-04-20", "agreement 1 az,kg 2022-04 package documents | 10 | visit 1",
		"--", j, "visit 1 1 az 2022-04-19..2022-04-21 planned", "agreement 1 az,kg 2022-04 package documents | 12 | visit 1",
		"--", j, "visit 1 1 az 2022-04-19..2022-04-21", "agreement 1 az,kg 2022-04 package documents | 12 | visit 1")
	for i, r := range all {
		r.Document.PublishedOn = fmt.Sprintf("2022-0%d-01", i+1)
	}
	visit := nodes(t, "Visit", all...)["visit-sadyr-japarov-to-az-2022-04-19"]
	if got, want := visit.Properties["endDate"], "2022-04-21"; got != want {
		t.Errorf("end date told by two outlets of three: got %v, want %v", got, want)
	}
	if got, want := visit.Properties["name"], "Sadyr Japarov to AZ, 19 April 2022"; got != want {
		t.Errorf("name: got %v, want %v", got, want)
	}
	want := []graph.Disagreement{{Field: "endDate", Value: "2022-04-20", Evidence: []string{"passage-000000000001-0000"}}}
	if diff := cmp.Diff(want, visit.Disagreements); diff != "" {
		t.Errorf("disagreements (-want +got):\n%s", diff)
	}
	package1 := nodes(t, "Agreement", all...)["agreement-documents-az-kg-2022-04"]
	if got := package1.Properties["documentCount"]; got != int64(12) || len(package1.Disagreements) != 1 {
		t.Errorf("count: got %v and %v, want 12 against 10", got, package1.Disagreements)
	}
}
