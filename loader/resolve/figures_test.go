package resolve_test

import "testing"

func TestProjectNames(t *testing.T) {
	count(t, "Project", []told{
		{"a shorter name", []string{"project 1 md,ro | Ungor–Iasi motorway bridge", "--", "project 1 md,ro | Ungor bridge"}, 1},
		{"a shorter name that fits two", []string{"project 1 md,ro | Ungor–Iasi motorway bridge", "--", "project 1 md,ro | Ungor–Leova road bridge", "--", "project 1 md,ro | Ungor bridge"}, 3},
		{"only the sort of thing", []string{"project 1 md,ro | Ungor gas pipeline", "--", "project 1 md,ro | gas pipeline"}, 2},
		{"another sort of thing", []string{"project 1 md,ro | Ungor dam", "--", "project 1 md,ro | Ungor dam power line"}, 2},
		{"other participants", []string{"project 1 md,ro | Ungor–Iasi motorway bridge", "--", "project 1 ua,pl | Ungor bridge"}, 2},
		{"both in one document", []string{"project 1 md,ro | Ungor–Iasi bridge", "project 2 md,ro | Ungor bridge", "--", "project 1 md,ro | Ungor bridge"}, 2},
	})
}

func TestFigures(t *testing.T) {
	const j, visit = "leader 1 Sadyr Japarov | president kg", "visit 1 1 az 2022-04-19"
	count(t, "Figure", []told{
		{"another name for trade", []string{"figure 1 az,kg 5e9 2024 trade turnover", "--", "figure 1 az,kg 5e9 2024 volume"}, 1},
		{"of one visit", []string{j, visit, "figure 1 - 5e9 2024 trade turnover", "--", j, visit, "figure 1 az,kg 5e9 2024 volume"}, 1},
		{"spoken of the same two states", []string{"figure 1 az,kg 5e9 2024 trade turnover", "--", "figure 1 - 5e9 2024 volume", "spoken 1 az,kg"}, 1},
		{"spoken of three states", []string{"figure 1 az,kg 5e9 2024 trade turnover", "--", "figure 1 - 5e9 2024 volume", "spoken 1 az,kg,uz"}, 2},
		{"of nothing in common", []string{"figure 1 - 5e9 2024 trade turnover", "--", "figure 1 az,kg 5e9 2024 volume"}, 2},
		{"rounded", []string{"figure 1 az,kg 16.7e9 2024 two-way trade", "--", "figure 1 az,kg 17e9 2024 trade", "--", "figure 1 az,kg 2e10 2024 trade"}, 1},
		{"rounded to what fits two", []string{"figure 1 az,kg 16.7e9 2024 trade", "--", "figure 1 az,kg 17.2e9 2024 trade", "--", "figure 1 az,kg 17e9 2024 trade"}, 3},
		{"no rounding", []string{"figure 1 az,kg 16.7e9 2024 trade", "--", "figure 1 az,kg 18e9 2024 trade"}, 2},
		{"rounded, of no known year", []string{"figure 1 az,kg 16.7e9 2024 trade", "--", "figure 1 az,kg 17e9 - trade"}, 2},
		{"of another year", []string{"figure 1 az,kg 5e9 2024 trade", "--", "figure 1 az,kg 5e9 2023 trade"}, 2},
		{"of no known year", []string{"figure 1 az,kg 5e9 2024 trade", "--", "figure 1 az,kg 5e9 - trade"}, 1},
		{"of something else", []string{"figure 1 az,kg 5e8 - trade", "--", "figure 1 az,kg 5e8 - credit line"}, 2},
		{"about others", []string{j, visit, "figure 1 az,kg 5e9 2024 trade", "--", j, visit, "figure 1 az,uz 5e9 2024 trade"}, 2},
	})
}
