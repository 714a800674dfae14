# The page first, then the program, then an image that holds nothing else.
FROM node:20-bookworm-slim AS page
WORKDIR /page
COPY server/playground/package.json server/playground/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY server/playground/ ./
RUN npm run build

FROM golang:1.26-bookworm AS program
WORKDIR /entente
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=page /page/dist server/playground/dist
ARG VERSION=unknown
ARG COMMIT=unknown
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=$VERSION -X main.commit=$COMMIT" -o /out/entente . && mkdir /out/data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=program /out/entente /entente
# owned by who runs it, so that the embedded store can be written there
COPY --from=program --chown=nonroot:nonroot /out/data /data
USER nonroot
VOLUME /data
WORKDIR /data
EXPOSE 8080
ENTRYPOINT ["/entente"]
CMD ["serve"]
