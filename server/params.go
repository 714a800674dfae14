package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// paramsFault is what is wrong with a request before it is an operation.
type paramsFault struct{ code, message string }

func malformed(message string) *paramsFault { return &paramsFault{codeMalformed, message} }

func refuseParams(w http.ResponseWriter, media string, f *paramsFault) {
	if f.code != codeMalformed {
		media = mediaJSON
	}
	writeErrors(w, media, statusOf(f.code), gqlerror.List{problem(f.code, f.message)})
}

// accepted chooses the media type of the answer. Without a wish it is
// application/json, as it always was.
func accepted(accept []string) (media string, ok bool) {
	list := strings.Join(accept, ",")
	if strings.TrimSpace(list) == "" {
		return mediaJSON, true
	}
	best := 0.0
	for _, part := range strings.Split(list, ",") {
		kind, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		q := 1.0
		if text, ok := params["q"]; ok {
			if q, err = strconv.ParseFloat(text, 64); err != nil {
				continue
			}
		}
		if set := params["charset"]; set != "" && !strings.EqualFold(set, "utf-8") {
			continue
		}
		switch kind {
		case "*/*", "application/*":
			kind = mediaJSON
		case mediaJSON, mediaGraphQL:
		default:
			continue
		}
		if q > best {
			media, best = kind, q
		}
	}
	return media, best > 0
}

// readParams reads an operation from the address of a GET or the body of a POST.
func readParams(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *paramsFault) {
	if r.Method == http.MethodGet {
		return queryParams(r)
	}
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != mediaJSON || r.Header.Get("Content-Encoding") != "" {
		return nil, &paramsFault{codeMediaType, "send Content-Type: " + mediaJSON}
	}
	if set := params["charset"]; set != "" && !strings.EqualFold(set, "utf-8") {
		return nil, &paramsFault{codeMediaType, "send UTF-8"}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return nil, &paramsFault{codeTooLarge, "the body is longer than " + strconv.Itoa(maxBody>>10) + " KiB"}
	}
	if err != nil {
		return nil, malformed("the body could not be read")
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(body, &members); err != nil || members == nil {
		return nil, malformed("the body must be a JSON object with the member query")
	}
	return parameters(members)
}

func queryParams(r *http.Request) (*graphql.RawParams, *paramsFault) {
	if len(r.URL.RawQuery) > maxBody {
		return nil, &paramsFault{codeTooLarge, "the address is too long"}
	}
	values := r.URL.Query()
	members := map[string]json.RawMessage{}
	for _, name := range [...]string{"query", "operationName"} {
		if values.Has(name) {
			text, err := json.Marshal(values.Get(name))
			if err != nil {
				return nil, malformed(name + " is not a text")
			}
			members[name] = text
		}
	}
	for _, name := range [...]string{"variables", "extensions"} {
		if text := values.Get(name); text != "" {
			if !json.Valid([]byte(text)) {
				return nil, malformed(name + " must be JSON")
			}
			members[name] = json.RawMessage(text)
		}
	}
	return parameters(members)
}

// parameters checks the members' types, which is where most clients err.
func parameters(members map[string]json.RawMessage) (*graphql.RawParams, *paramsFault) {
	var p graphql.RawParams
	if raw, ok := members["query"]; !ok || json.Unmarshal(raw, &p.Query) != nil || string(raw) == "null" {
		return nil, malformed("query must be a text")
	}
	if raw, ok := members["operationName"]; ok && json.Unmarshal(raw, &p.OperationName) != nil {
		return nil, malformed("operationName must be a text")
	}
	for name, into := range map[string]*map[string]any{"variables": &p.Variables, "extensions": &p.Extensions} {
		raw, ok := members[name]
		if !ok {
			continue
		}
		d := json.NewDecoder(bytes.NewReader(raw))
		d.UseNumber() // 64-bit numbers must not pass through floats
		if d.Decode(into) != nil {
			return nil, malformed(name + " must be an object")
		}
	}
	return &p, nil
}
