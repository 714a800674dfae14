package mention

// soon is how many days after publication a date without a year may lie
// without any word that says it is still to come.
const soon = 60

// inferYear is the year of a day or month that is told without one: the year
// that set the scene, else the one that puts it nearest to publication, in the
// past unless it comes soon or a word looks ahead; 0 where nothing is known.
// at is the byte where the date begins.
func (p *dateParser) inferYear(d part, at int) int {
	if p.year > 0 {
		return p.year
	}
	if y := partOf(p.anchor.Year).y; y > 0 {
		return y
	}
	pub := partOf(p.anchor.Published)
	if pub.y == 0 {
		return 0
	}
	if pub.m == 0 {
		return pub.y
	}
	d.y = pub.y
	after := daysAfter(d, pub)
	ahead := p.looksAhead(at)
	switch {
	case after > 0 && (after <= soon || ahead && after <= 250):
		return pub.y
	case after > 0:
		return pub.y - 1
	case ahead && after < -120:
		return pub.y + 1
	}
	if y := pub.y + 1; d.m <= 2 && pub.m >= 11 && ahead {
		return y
	}
	return pub.y
}

// daysAfter is how many days d lies after pub, as the coarser of the two
// allows: months are compared where either has no day.
func daysAfter(d, pub part) int {
	if d.d == 0 || pub.d == 0 {
		return (d.y-pub.y)*365 + (d.m-pub.m)*30
	}
	return int(d.time().Sub(pub.time()).Hours() / 24)
}
