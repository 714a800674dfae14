package mention

// namesakes are people whose family name is a state's or city's too. Where the
// document names such a person in full and never speaks of the place, by its
// people or as somewhere to be or go, the bare name is the person's.
func (c *composer) namesakes() {
	for who := range c.people.list {
		name := c.people.names[who]
		if len(name) < 2 {
			continue
		}
		fold := name[len(name)-1]
		list := gazetteers()[fold]
		if len(list) == 0 {
			continue
		}
		n := &list[len(list)-1]
		if len(n.words) != 1 || n.kind != nameState && n.kind != nameCapital && n.kind != nameCity || c.people.list[who].State == n.code || c.placed(n) {
			continue
		}
		for _, f := range c.finders {
			for k := range f.hits {
				if h := &f.hits[k]; h.code == n.code && h.to-h.from == 1 && f.fold(h.from) == fold {
					own := *h.name
					own.kind = nameNothing
					h.name = &own
					f.at[h.from] = -1
				}
			}
		}
	}
}

// placed reports whether the document speaks of a place of its gazetteer's name
// as one, or of its people.
func (c *composer) placed(n *name) bool {
	for _, f := range c.finders {
		for k := range f.hits {
			h := &f.hits[k]
			if h.code != n.code {
				continue
			}
			if h.kind == nameDemonym || h.to-h.from > 1 || f.fold(h.from) != n.words[0] {
				return true
			}
			switch f.fold(h.from - 1) {
			case "in", "to", "from", "into", "between", "across", "and", "republic":
				return true
			}
		}
	}
	return false
}
