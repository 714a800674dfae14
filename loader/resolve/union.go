package resolve

// union is a set of sets of numbers.
type union []int

func newUnion(n int) union {
	u := make(union, n)
	for i := range u {
		u[i] = i
	}
	return u
}

func (u union) find(i int) int {
	for u[i] != i {
		u[i] = u[u[i]]
		i = u[i]
	}
	return i
}

func (u union) join(i, j int) {
	a, b := u.find(i), u.find(j)
	if a > b {
		a, b = b, a
	}
	u[b] = a
}

// sets lists the sets, each in order, by their first numbers.
func (u union) sets() [][]int {
	var out [][]int
	at := map[int]int{}
	for i := range u {
		r := u.find(i)
		j, ok := at[r]
		if !ok {
			j = len(out)
			at[r] = j
			out = append(out, nil)
		}
		out[j] = append(out[j], i)
	}
	return out
}

// assign puts every member under the best of its set.
func (u union) assign(members []string, better func(a, b int) bool) map[string]string {
	out := make(map[string]string, len(members))
	for _, set := range u.sets() {
		best := set[0]
		for _, i := range set[1:] {
			if better(i, best) {
				best = i
			}
		}
		for _, i := range set {
			out[members[i]] = members[best]
		}
	}
	return out
}
