package mention

// slip returns the one person of an office whose family name a surface spells
// with one letter more, less or other, as the press does in haste ("Holmes" for
// "Holme"), and remembers that spelling as theirs; -1 where there is none or
// more than one.
func (p *people) slip(name []string, t *titled) int {
	if len(name) == 0 || t.title() == "" {
		return -1
	}
	last, found := name[len(name)-1], -1
	for i, full := range p.names {
		if len(full) < 2 || len(name) > 1 && full[0] != name[0] || !oneOff(last, full[len(full)-1]) || !p.holds(i, t) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	if found >= 0 {
		p.slips[last] = found
	}
	return found
}

// holds reports whether a person is told to bear a title, and for nobody else
// than the title says.
func (p *people) holds(i int, t *titled) bool {
	for _, o := range p.list[i].Offices {
		if o.Title == t.title() && (t.untold() || o.State == t.state && o.Organization == t.body) {
			return true
		}
	}
	return false
}

// oneOff reports whether two words of some length differ in one letter, and
// neither has an ending of a woman's name that the other has not.
func oneOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) < 5 || len(b)-len(a) > 1 || a == b || b == a+"a" || b == a+"s" {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if i == 0 {
		return false
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:] && len(a) > 6
	}
	return a[i:] == b[i+1:] && (len(a) > 6 || b[i] == b[i-1])
}

// slipped reports whether a name's last word is a slip for the person's.
func (p *people) slipped(i int, name []string) bool {
	who, ok := p.slips[name[len(name)-1]]
	return ok && who == i
}
