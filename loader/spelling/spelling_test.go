package spelling_test

import (
	"testing"

	"github.com/entente-graph/entente/loader/spelling"
)

func TestSound(t *testing.T) {
	for _, alike := range [][2]string{
		{"zhaparov", "japarov"}, {"toqaev", "tokayev"}, {"tokaev", "tokayev"}, {"husain", "hussein"}, {"rajapaksa", "rajapakse"},
		{"lukashenka", "lukashenko"}, {"aliyev", "aliev"}, {"dmitriy", "dmitry"}, {"dmitri", "dmitry"}, {"dzhomart", "zhomart"},
		{"sergei", "sergey"}, {"anatolii", "anatoliy"},
	} {
		if a, b := spelling.Sound(alike[0]), spelling.Sound(alike[1]); a != b {
			t.Errorf("%s and %s: got %q and %q, want them alike", alike[0], alike[1], a, b)
		}
	}
	for _, other := range [][2]string{
		{"li", "lee"}, {"said", "saud"}, {"un", "il"}, {"hassan", "hussein"}, {"japarov", "jeenbekov"}, {"anton", "antonio"}, {"khan", "kan"},
	} {
		if a, b := spelling.Sound(other[0]), spelling.Sound(other[1]); a == b {
			t.Errorf("%s and %s: got %q for both, want two", other[0], other[1], a)
		}
	}
}
