package resolve_test

import "testing"

func TestSpellings(t *testing.T) {
	count(t, "Leader", []told{
		{"two spellings, one title left out",
			[]string{"leader 1 Emil Tarkhanov | president by", "--", "leader 1 Emil Tarhanov | - by"}, 1},
		{"two spellings, two offices",
			[]string{"leader 1 Emil Tarkhanov | president by", "--", "leader 1 Emil Tarhanov | speaker by"}, 2},
		{"two spellings, a minister of something",
			[]string{"leader 1 Emil Tarkhanov | foreign minister by", "--", "leader 1 Emil Tarhanov | minister by"}, 1},
		{"two spellings without a state",
			[]string{"leader 1 Emil Tarkhanov | president by", "--", "leader 1 Emil Tarhanov"}, 2},
		{"spellings that only the lexicon knows to be one",
			[]string{"leader 1 Alyaksei Tarkanovich | - by | known aleksei tarkanovich", "--", "leader 1 Aleksei Tarkanovich | president by | known aleksei tarkanovich"}, 1},
		{"a third spelling joins whom the lexicon knows",
			[]string{"leader 1 Alyaksei Tarkanovich | - by | known aleksei tarkanovich", "--", "leader 1 Aleksei Tarkanovich | president by | known aleksei tarkanovich",
				"--", "leader 1 Aleksey Tarkanovich | - by"}, 1},
		{"a bare name is not a minister's where it is the president's",
			[]string{"leader 1 Ana Moreira | president br", "--", "leader 1 Moreira | minister br"}, 2},
		{"a bare name without a title",
			[]string{"leader 1 Ana Moreira | president br", "--", "leader 1 Moreira | - br"}, 1},
		{"bare names under two titles are two, and one without joins neither",
			[]string{"leader 1 Moreira | president br", "--", "leader 1 Moreira | minister br", "--", "leader 1 Moreira | - br"}, 3},
		{"father and son by the years of their offices",
			[]string{"leader 1 Moreira | president br | known luis moreira", "--", "leader 1 Moreira | president br | known ana moreira", "--", "leader 1 Ana Moreira | president br | known ana moreira"}, 2},
		{"an initial", []string{"leader 1 Emil Tarkhanov | president by", "--", "leader 1 E. Tarkhanov | president by", "--", "leader 1 E.V. Tarkhanov | - by"}, 2},
		{"an initial of two", []string{"leader 1 Emil Tarkhanov | president by", "--", "leader 1 Egor Tarkhanov | minister by", "--", "leader 1 E. Tarkhanov | - by"}, 3},
		{"another initial", []string{"leader 1 Emil Tarkhanov | president by", "--", "leader 1 B. Tarkhanov | president by"}, 2},
		{"without office, bare: whom the lexicon knows", []string{"leader 1 Emil Tarkhanov | president by | known emil tarkhanov", "--", "leader 1 Tarkhanov | known emil tarkhanov"}, 1},
		{"whom the lexicon tells apart are not one through a third",
			[]string{"leader 1 Moreira | president br | known luis moreira", "--", "leader 1 Moreira | president br | known ana moreira", "--", "leader 1 Moreira | president br"}, 3},
	})
}
