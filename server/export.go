package server

import (
	"io"
	"net/http"
	"strconv"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/exchange"
	"github.com/entente-graph/entente/server/execute"
)

// export answers GET /export?format=jsonl, the whole graph or, with center and
// hops, the part around a node.
type export struct{ store graph.Store }

func (e export) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	if format := query.Get("format"); format != "" && format != "jsonl" {
		refuse(w, codeMalformed, "format must be jsonl")
		return
	}
	records := e.store.Scan(r.Context())
	if center := query.Get("center"); center != "" {
		hops, err := hopsOf(query.Get("hops"))
		if err != nil {
			refuse(w, codeMalformed, "hops must be a whole number from 0 to "+strconv.Itoa(maxHops))
			return
		}
		records = exchange.Around(r.Context(), e.store, center, hops)
	}
	w.Header().Set("Content-Type", "application/x-ndjson"+charset)
	w.Header().Set("Content-Disposition", `attachment; filename="entente.jsonl"`)
	out := &begun{Writer: w}
	err := exchange.WriteJSONL(out, records)
	switch {
	case err == nil:
	case out.yes:
		// Part of it is sent: only a broken connection can still say that it
		// is not the whole.
		panic(http.ErrAbortHandler)
	default:
		w.Header().Del("Content-Disposition")
		refuse(w, codeOf(err), execute.Present(err).Message)
	}
}

const maxHops = 10

func hopsOf(text string) (int, error) {
	if text == "" {
		return 1, nil
	}
	hops, err := strconv.Atoi(text)
	if err != nil {
		return 0, err
	}
	if hops < 0 || hops > maxHops {
		return 0, strconv.ErrRange
	}
	return hops, nil
}

// begun notes whether anything was written.
type begun struct {
	io.Writer
	yes bool
}

func (b *begun) Write(p []byte) (int, error) {
	b.yes = true
	return b.Writer.Write(p)
}
