#!/bin/sh
# Puts the jars of the Neo4j that tests start into .cache/neo4j/lib under the
# repository's root (128 MB). Needs Maven and Java 17 or later. Running it
# again costs nothing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
version=$(sed -n 's:.*<neo4j.version>\(.*\)</neo4j.version>.*:\1:p' "$here/pom.xml")
lib="$root/.cache/neo4j/lib"
[ -f "$lib/.complete-$version" ] && exit 0
mkdir -p "$root/.cache/neo4j"
# Of two that fetch at once, each fills a folder of its own; the last in place wins.
part=$(mktemp -d "$root/.cache/neo4j/part.XXXXXX")
trap 'rm -rf "$part"' EXIT
mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies \
  -DoutputDirectory="$part/lib" -DincludeScope=runtime
touch "$part/lib/.complete-$version"
rm -rf "$lib"
mv "$part/lib" "$lib"
