package server_test

import (
	"context"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/entente-graph/entente/server"
	"github.com/entente-graph/entente/server/playground"
)

// browser starts Chromium, and notes every request to another host and every
// complaint of the page.
func browser(t *testing.T, home string) (context.Context, *faults) {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" || !playground.New().Built() {
		if os.Getenv("CI") == "true" {
			t.Fatal("there is no Chromium, or the page is not built: make setup")
		}
		t.Skip("needs Chromium and the built page: make setup")
	}
	ours, err := url.Parse(home)
	if err != nil {
		t.Fatal(err)
	}
	var seen faults
	ctx, cancel := chromedp.NewExecAllocator(context.Background(),
		append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(1400, 900))...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx, chromedp.WithListener(func(event any) { seen.look(event, ours.Host) }))
	t.Cleanup(cancel)
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	return ctx, &seen
}

// faults are what a page may not do.
type faults struct {
	mu  sync.Mutex
	all []string
}

func (f *faults) look(event any, ours string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		u, err := url.Parse(e.Request.URL)
		if err != nil || u.Host != ours && u.Scheme != "data" && u.Scheme != "blob" {
			f.all = append(f.all, "a request to "+e.Request.URL)
		}
	case *runtime.EventExceptionThrown:
		f.all = append(f.all, "an exception: "+e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError {
			for _, a := range e.Args {
				f.all = append(f.all, "an error: "+string(a.Value)+a.Description)
			}
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			f.all = append(f.all, "a complaint: "+e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

func (f *faults) list() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]string(nil), f.all...)
}

// TestPlaygroundAsksAndShowsTheAnswer opens the page with a query, runs it,
// and reads the answer; then it runs the first sample of an unbidden page.
func TestPlaygroundAsksAndShowsTheAnswer(t *testing.T) {
	s := serve(t, server.Options{})
	ctx, faults := browser(t, s.URL)
	asked := url.Values{"query": {"query Mine($id: ID!) { state(id: $id) { name } }"}, "variables": {`{"id": "kg"}`}}
	var tabs string
	err := chromedp.Do(ctx,
		chromedp.Navigate(s.URL+"/playground?"+asked.Encode()),
		run("Mine", "Kyrgyzstan"),
		func(ctx context.Context, target *chromedp.Target) (_ chromedp.Void, err error) {
			tabs, err = chromedp.Text(chromedp.CSS(`.graphiql-tabs`))(ctx, target)
			return chromedp.Void{}, err
		},
	)
	if err != nil {
		t.Fatalf("got %v (%v), want the answer in the page", err, faults.list())
	}
	for _, want := range []string{"Mine", "Agreements", "Trace", "Subgraph", "Timeline"} {
		if !strings.Contains(tabs, want) {
			t.Errorf("got tabs %q, want %s among them", tabs, want)
		}
	}
	// The page keeps its tabs half a second after they change: forget them from
	// a page that keeps none.
	err = chromedp.Do(ctx,
		chromedp.Navigate(s.URL+"/"),
		chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := chromedp.Evaluate[chromedp.Void](`localStorage.clear()`)(ctx, target)
			return err
		}),
		chromedp.Navigate(s.URL+"/playground"),
		run("Agreements", "strategic"),
	)
	if err != nil {
		t.Errorf("the first sample: got %v, want its answer in the page", err)
	}
	err = chromedp.Do(ctx,
		chromedp.Click(chromedp.CSS(`.graphiql-tab-button[title="Trace"]`)),
		run("Trace", "visit-sadyr-japarov"),
	)
	if err != nil {
		page, _ := chromedp.Run(ctx, chromedp.Text(chromedp.CSS("body")))
		t.Errorf("the sample trace: got %v, want the visit in the page:\n%s", err, page)
	}
	if got := faults.list(); len(got) > 0 {
		t.Errorf("got %q, want no request to another host and no complaint", got)
	}
}

// run waits for a query in the editor, runs it and waits for words of its answer.
func run(query, answer string) chromedp.Action[chromedp.Void] {
	shows := func(selector, text string) chromedp.Action[chromedp.Void] {
		return chromedp.Poll[chromedp.Void](`document.querySelector('` + selector + `')?.innerText.includes('` + text + `')`)
	}
	button := chromedp.CSS(`button.graphiql-execute-button`)
	return chromedp.Steps(
		chromedp.WaitVisible(button),
		shows(".graphiql-query-editor", query),
		chromedp.Click(button),
		shows(".result-window", answer),
	)
}
