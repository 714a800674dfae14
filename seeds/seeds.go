// Package seeds holds documents that we wrote ourselves about real public
// events, each of another manner: an analysis with citations in brackets, a
// wire story, a press release, a list of outcomes, a digest, a brief with
// footnotes, a saved page, and two texts about one visit. `entente demo` loads
// them. The folder gold says what a careful reader takes from each; it was
// written before the code that reads them.
package seeds

import "embed"

// Documents are the seed documents, at the root of the file system.
//
//go:embed *.txt *.md *.html
var Documents embed.FS
