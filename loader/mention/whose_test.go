package mention_test

import (
	"strings"
	"testing"
)

// officesOf lists "name title state" of a text's office-holders, in order.
func officesOf(s string) string {
	var out []string
	for _, p := range page(s).People {
		for _, o := range p.Offices {
			out = append(out, p.Name+" "+o.Title+" "+o.State+o.Organization)
		}
	}
	return strings.Join(out, "; ")
}

func TestWhoseOfficeItIs(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a known leader, the state named elsewhere", "Prime Minister Narendra Modi spoke. India agreed.", "Narendra Modi prime minister in"},
		{"a known leader, the state named nowhere", "Prime Minister Narendra Modi spoke. Norway agreed.", ""},
		{"a known name without a title, near its state", "Modi spoke. India agreed.", "Modi  in"},
		{"a known name without a title, far from its state", "Modi spoke.\n\nKenya, Norway and Rwanda agreed. Kenya and Norway left.\n\nIndia agreed.", "Modi  in"},
		{"a known name without a title, whose state is not named", "Modi spoke.\n\nKenya, Norway and Rwanda agreed.", ""},
		{"of two states in the title who goes to the one is of the other", "Kenya–Norway relations\n\nPresident Ada Moro sailed to Oslo in 1899. Rwanda, Kenya, Chad and Norway agreed. Rwanda and Chad left.", "Ada Moro president ke"},
		{"who lands in a state's capital is not of it", "Foreign Minister Ada Moro touched down in the Norwegian capital. Kenya and Norway will talk.", "Ada Moro foreign minister ke"},
		{"an unknown name without a title", "Ada Moro spoke. India agreed.", ""},
		{"who goes to the one state is of the other", "Prime Minister Ada Moro arrived in Norway. Kenya and Norway will talk.", "Ada Moro prime minister ke"},
		{"nothing tells between three states", "Prime Minister Ada Moro spoke. Kenya, Norway and Rwanda will talk.", ""},
		{"the other holder of the same office", "Norwegian President Liv Dahl met President Ada Moro. Kenya agreed. Moro left.", "Liv Dahl president no; Ada Moro president ke"},
		{"an office that issued the text", "Ministry of Foreign Affairs of Kenya\n\nForeign Minister Ada Moro spoke about trade.", "Ada Moro foreign minister ke"},
		{"one letter amiss", "The President of Kenya, Ada Morotino, came to Norway. President Morottino spoke.", "Ada Morotino president ke"},
		{"a list of visits from a state", "Kenya and Norway\n\nVisits from Kenya\n\n- Trade Minister Ada Moro's visit (July 2009)\n- Energy Minister Bo Otieno's visit (July 2010)\n\nKenya and Norway agree. Norway is glad.", "Ada Moro trade minister ke; Bo Otieno energy minister ke"},
		{"a visit told as another's was", "Foreign Minister Ada Moro visited Norway in May, followed by the visit of His Excellency Bo Otieno, Minister of Economy and Planning. Kenya and Norway agreed.", "Ada Moro foreign minister ke; Bo Otieno economy minister ke"},
		{"those who received a guest", "King Saad Rashid of Oman reached Norway. Prime Minister Liv Dahl and Trade Minister Nils Lund of Norway welcomed him. Rwanda and Chad followed.", "Saad Rashid king om; Liv Dahl prime minister no; Nils Lund trade minister no"},
		{"a delegation's members", "The Kenyan delegation led by Mr Bo Otieno comprised Secretary-General Datuk Ada Moro. Norway and Chad listened.", "Ada Moro secretary-general ke"},
		{"a role that means the person", "President Ada Moro spoke. The Kenyan president left. Norway and Rwanda agreed.", "Ada Moro president ke"},
		{"a side", "The Kenyan side was led by Foreign Minister Ada Moro.", "Ada Moro foreign minister ke"},
		{"a clause on a place", "He went to Kenya, where President Ada Moro spoke.", "Ada Moro president ke"},
		{"brackets", "President Ada Moro (Kenya) spoke.", "Ada Moro president ke"},
		{"a list of states, then names", "The presidents of Kenya and Norway, Ada Moro and Liv Dahl, spoke.", "Ada Moro president ke; Liv Dahl president no"},
		{"each with a state", "The foreign ministers of Kenya - Ada Moro, Norway - Liv Dahl, spoke.", "Ada Moro foreign minister ke; Liv Dahl foreign minister no"},
		{"an item's head", "Those present:\n\n- Kenya: H.E. President Ada Moro\n- Norway: Prime Minister Liv Dahl", "Ada Moro president ke; Liv Dahl prime minister no"},
		{"a verb between", "Ada Moro became president of Kenya in 2020.", "Ada Moro president ke"},
		{"a state's own name beside a leader's, and the title elsewhere", "France's Emmanuel Macron spoke. President Emmanuel Macron left.", "Emmanuel Macron president fr"},
		{"no title anywhere, so an office without one", "France's Emmanuel Macron spoke.", "Emmanuel Macron  fr"},
	} {
		if got := officesOf(c.text); got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestSpeaker(t *testing.T) {
	p := page("Remarks by Kenyan President Ada Moro\n\nI visited Norway last year. My visit was short.")
	if p.Speaker < 0 || p.People[p.Speaker].Name != "Ada Moro" {
		t.Errorf("got speaker %d of %v, want Ada Moro", p.Speaker, p.People)
	}
	if p := page("REMARKS\nby Kenyan President Ada Moro at the farm summit\n\nI visited Norway last year."); p.Speaker < 0 {
		t.Error("got no speaker of a title in two lines")
	}
	if p := page("Kenyan President Ada Moro met farmers\n\nI visited Norway last year."); p.Speaker >= 0 {
		t.Errorf("got speaker %d, want none", p.Speaker)
	}
}
