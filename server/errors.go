package server

import (
	"encoding/json"
	"net/http"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/entente-graph/entente/server/execute"
	"github.com/entente-graph/entente/server/plan"
)

// The codes of what is wrong with a request before it is read as an operation;
// plan and execute have the others.
const (
	codeMalformed   = "BAD_REQUEST"
	codeTooLarge    = "PAYLOAD_TOO_LARGE"
	codeMediaType   = "UNSUPPORTED_MEDIA_TYPE"
	codeAcceptable  = "NOT_ACCEPTABLE"
	codeMethod      = "METHOD_NOT_ALLOWED"
	codeHost        = "MISDIRECTED_REQUEST"
	codeBusy        = "BUSY"
	retryAfter      = "1" // seconds
	mostErrors      = 10  // told of one request
	mediaJSON       = "application/json"
	mediaGraphQL    = "application/graphql-response+json"
	charset         = "; charset=utf-8"
	internalMessage = "internal error"
)

// codeOf is the code of an error of the store.
func codeOf(err error) string { return execute.Code(err) }

// statusOf is the one table from codes to statuses, for answers that hold no
// data. Answers that do are 200.
func statusOf(code string) int {
	switch code {
	case execute.NotFound:
		return http.StatusNotFound
	case execute.Conflict:
		return http.StatusConflict
	case execute.StoreUnavailable, codeBusy:
		return http.StatusServiceUnavailable
	case execute.Timeout:
		return http.StatusGatewayTimeout
	case execute.Internal:
		return http.StatusInternalServerError
	case codeTooLarge:
		return http.StatusRequestEntityTooLarge
	case codeMediaType:
		return http.StatusUnsupportedMediaType
	case codeAcceptable:
		return http.StatusNotAcceptable
	case codeMethod:
		return http.StatusMethodNotAllowed
	case codeHost:
		return http.StatusMisdirectedRequest
	}
	return http.StatusBadRequest
}

// statusFor is statusOf for a media type. The older application/json says 200
// to whatever could be read as a request, since proxies and old clients take
// nothing else for an answer to GraphQL; the newer type says what happened.
// The draft is moving here (422 for what is not valid, 294 for data with
// errors): this is the place.
func statusFor(media, code string) int {
	switch code {
	case plan.ParseFailed, plan.ValidationFailed, plan.BadUserInput, plan.BadCursor, plan.DepthLimit, plan.CostLimit, plan.AmbiguousID:
		if media == mediaJSON {
			return http.StatusOK
		}
	}
	return statusOf(code)
}

// refuse answers with an error in GraphQL's form, which all routes share.
func refuse(w http.ResponseWriter, code, message string) {
	writeErrors(w, mediaJSON, statusOf(code), gqlerror.List{problem(code, message)})
}

func problem(code, message string) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Extensions: map[string]any{"code": code}}
}

// writeErrors answers without data.
func writeErrors(w http.ResponseWriter, media string, status int, errs gqlerror.List) {
	body, err := json.Marshal(struct {
		Errors gqlerror.List `json:"errors"`
	}{errs[:min(len(errs), mostErrors)]})
	if err != nil {
		status, body = http.StatusInternalServerError, []byte(`{"errors":[{"message":"`+internalMessage+`"}]}`)
	}
	write(w, media, status, body)
}

func write(w http.ResponseWriter, media string, status int, body []byte) {
	w.Header().Set("Content-Type", media+charset)
	w.Header().Set("Cache-Control", "no-store")
	if status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", retryAfter)
	}
	w.WriteHeader(status)
	_, _ = w.Write(body) // a client that is gone needs no answer
}
