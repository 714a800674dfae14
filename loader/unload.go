package loader

import (
	"context"
	"fmt"

	"github.com/entente-graph/entente/loader/resolve"
)

// Unload takes a document out, and with it all that only it said. The document
// goes by its node id, its address, the base name of its file (all of its
// versions go), or its SHA-256 (that version alone goes, and an earlier one
// counts again). It gives ErrNotFound, ErrConflict where several documents go
// by the name, and ErrConflict in an imported store.
func (l *Loader) Unload(ctx context.Context, document string) (Outcome, error) {
	return l.change(ctx, fmt.Sprintf("unload %q", document), func(v *resolve.View) (resolve.Step, error) {
		drop, err := v.Find(document)
		return resolve.Step{Drop: drop}, err
	})
}
