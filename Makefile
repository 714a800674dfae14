# Everything a person or a machine does with this house. `make help` lists it.
SHELL := /usr/bin/env bash
GO ?= go
export CGO_ENABLED ?= 0
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
COMMIT  := $(shell git rev-parse HEAD 2>/dev/null || echo unknown)
LDFLAGS := -s -w -X main.version=$(VERSION) -X main.commit=$(COMMIT)
LINT    := .cache/bin/golangci-lint
LINT_VERSION := v2.15.0
VULN    := .cache/bin/govulncheck
VULN_VERSION := v1.9.0

.DEFAULT_GOAL := help
.PHONY: help setup playground build demo test lint vuln race generate learn confidence bench clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 14

setup: ## fetch what tests need: a real Neo4j (Java, Maven), a browser, the page's packages
	scripts/setup
	$(MAKE) --no-print-directory playground

playground: server/playground/dist/index.html ## build the playground's page (npm)

server/playground/dist/index.html: server/playground/package-lock.json $(wildcard server/playground/src/*)
	scripts/playground

build: playground ## build ./entente
	$(GO) build -trimpath -ldflags '$(LDFLAGS)' -o entente .

demo: build ## load the seed documents into ./entente.db and serve them
	./entente demo

test: setup build ## every test, lint and check there is: what CI runs
	scripts/test

lint: $(LINT) ## golangci-lint
	$(LINT) run ./...

$(LINT): Makefile
	GOBIN=$(CURDIR)/.cache/bin $(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	@touch $(LINT)

vuln: $(VULN) ## known vulnerabilities in what is called (needs the network)
	$(VULN) ./...

$(VULN): Makefile
	GOBIN=$(CURDIR)/.cache/bin $(GO) install golang.org/x/vuln/cmd/govulncheck@$(VULN_VERSION)
	@touch $(VULN)

generate: ## derive again what is generated
	$(GO) generate ./schema ./server/...

learn: ## what features of links are worth, from gold facts
	$(GO) run ./loader/learn links

confidence: ## how far what is read can be trusted, from first looks
	$(GO) run ./loader/learn confidence

bench: ## the benchmarks
	$(GO) test -run '^$$' -bench . -benchtime 1x ./...

clean: ## remove what was built
	rm -rf entente .cache server/playground/node_modules
