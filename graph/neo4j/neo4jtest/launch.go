package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

const password = "entente-test"

// watch runs the server until its own input ends, which is when the test
// process ends, and takes the server's folder away. $1 is that folder, $2 a
// file of Java's options, $3 the password.
const watch = `
home=$1
NEO4J_HOME=$home NEO4J_CONF=$home/conf
export NEO4J_HOME NEO4J_CONF
java "@$2" org.neo4j.server.startup.Neo4jAdminCommand dbms set-initial-password "$3" || exit 1
java "@$2" org.neo4j.server.CommunityEntryPoint --home-dir="$home" --config-dir="$home/conf" &
server=$!
echo $server >"$home/pid"
cat >/dev/null
kill -9 $server 2>/dev/null
wait $server 2>/dev/null
rm -rf "$home"
`

// settings keep the server small, silent and on the loopback.
const settings = `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:%[1]d
server.bolt.advertised_address=127.0.0.1:%[1]d
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
dbms.security.auth_enabled=true
dbms.security.auth_max_failed_attempts=0
dbms.memory.tracking.enable=true
db.tx_log.rotation.size=32m
db.tx_log.preallocate=false
`

// options are Java's: little memory, and the doors that Neo4j needs opened.
const options = `-Xmx1g
-XX:+UseSerialGC
--add-opens=java.base/java.nio=ALL-UNNAMED
--add-opens=java.base/java.io=ALL-UNNAMED
--add-opens=java.base/sun.nio.ch=ALL-UNNAMED
--add-opens=java.base/java.util.concurrent=ALL-UNNAMED
-cp
"%s"
`

// launch starts a server in a temporary folder and waits until it answers.
func launch(ctx context.Context, java, lib string) (*Server, error) {
	home, err := os.MkdirTemp("", "entente-neo4j-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for the test's Neo4j: %w", err)
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	arguments := filepath.Join(home, "java.options")
	files := map[string]string{
		filepath.Join(home, "conf", "neo4j.conf"): fmt.Sprintf(settings, port),
		arguments: fmt.Sprintf(options, filepath.ToSlash(filepath.Join(lib, "*"))),
	}
	if err := os.Mkdir(filepath.Join(home, "conf"), 0o700); err != nil {
		return nil, fmt.Errorf("setting up the test's Neo4j: %w", err)
	}
	for name, text := range files {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			return nil, fmt.Errorf("setting up the test's Neo4j: %w", err)
		}
	}
	died, err := spawn(java, home, arguments)
	if err != nil {
		return nil, err
	}
	s := &Server{
		URL:  fmt.Sprintf("bolt://127.0.0.1:%d", port),
		User: "neo4j", Password: password, Database: "neo4j",
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	go func() {
		select {
		case err := <-died:
			stop(err)
		case <-ctx.Done():
		}
	}()
	if err := s.await(ctx); err != nil {
		log, _ := os.ReadFile(filepath.Join(home, "log"))
		return nil, fmt.Errorf("starting Neo4j: %w: %s", err, tail(string(log)))
	}
	if s.Process, err = process(home); err != nil {
		return nil, err
	}
	return s, nil
}

// spawn starts the watch. The pipe to its input is never closed by us: the
// system does so when this process ends.
func spawn(java, home, arguments string) (<-chan error, error) {
	log, err := os.Create(filepath.Join(home, "log"))
	if err != nil {
		return nil, fmt.Errorf("setting up the test's Neo4j: %w", err)
	}
	cmd := exec.Command("sh", "-c", watch, "sh", home, arguments, password)
	cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(java)+string(os.PathListSeparator)+os.Getenv("PATH"))
	cmd.Stdout, cmd.Stderr = log, log
	cmd.SysProcAttr = apart()
	pipe, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("starting Neo4j: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting Neo4j: %w", err)
	}
	died := make(chan error, 1)
	go func() {
		err := cmd.Wait()
		_ = pipe.Close() // keeps the pipe reachable until the watch is gone
		died <- errors.Join(errors.New("it stopped"), err)
	}()
	return died, nil
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("finding a free port: %w", err)
	}
	defer func() { _ = l.Close() }()
	_, port, _ := strings.Cut(l.Addr().String(), ":")
	return strconv.Atoi(port)
}

// process reads the server's process id, which the watch has written.
func process(home string) (int, error) {
	pid, err := os.ReadFile(filepath.Join(home, "pid"))
	if err != nil {
		return 0, fmt.Errorf("starting Neo4j: %w", err)
	}
	return strconv.Atoi(strings.TrimSpace(string(pid)))
}
