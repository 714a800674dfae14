package claim

// economic reports whether a folded noun says what a sum or measure is about.
func economic(w string) bool {
	switch w {
	case "trade", "turnover", "export", "exports", "import", "imports", "investment", "investments", "volume", "volumes", "loan", "loans", "credit", "aid", "assistance",
		"support", "grant", "grants", "budget", "fund", "funds", "funding", "financing", "debt", "cost", "costs", "price", "revenue", "revenues", "income", "gdp", "capacity",
		"production", "output", "supply", "supplies", "deliveries", "shipments", "cargo", "freight", "transit", "traffic", "oil", "gas", "coal", "grain", "wheat", "cotton",
		"electricity", "energy", "power", "uranium", "gold", "pipeline", "railway", "line", "road", "highway", "corridor", "plant", "factory", "station", "terminal", "port",
		"project", "projects", "capital", "stake", "sales", "purchases", "commerce", "exchange", "tariffs", "tax", "remittances", "reserves", "contract", "contracts", "deal",
		"deals", "package", "management", "sector", "infrastructure", "economy", "goods", "products", "equipment", "weapons", "arms", "tourism", "tourists", "area", "length":
		return true
	}
	return false
}

// stopsName reports whether a folded word ends the name of a figure.
func stopsName(w string) bool {
	switch w {
	case "a", "an", "the", "and", "or", "in", "on", "at", "to", "for", "from", "by", "with", "that", "which", "who", "is", "are", "was", "were", "be", "been", "has", "have", "had",
		"will", "would", "can", "could", "may", "than", "as", "between", "during", "after", "before", "since", "until", "it", "he", "she", "they", "this", "these", "those", "its",
		"his", "her", "their", "our", "my", "your", "under", "over", "into", "against", "via", "per", "but", "when", "while", "if", "about", "around", "more", "up", "down", "increase", "increased",
		"raise", "reached", "worth", "annually", "also", "where", "each", "every", "invest", "invested", "provide", "expected", "said", "not", "last", "through", "reaching", "of", "so", "towards", "toward", "then", "year",
		"went", "came", "passed", "crossed", "transported", "exported", "imported", "delivered", "shipped", "produced", "built", "grew", "rose", "fell", "put", "puts", "newspaper", "agency":
		return w != "of"
	}
	return false
}
