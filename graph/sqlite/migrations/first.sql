CREATE TABLE meta (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  generation INTEGER NOT NULL
);
INSERT INTO meta VALUES (1, 1);

CREATE TABLE node (
  key           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  label         TEXT NOT NULL,
  disagreements TEXT -- a JSON array of objects, as graph.Disagreement
);
CREATE INDEX node_label ON node(label, id);

CREATE TABLE former_id (
  id   TEXT NOT NULL,
  node INTEGER NOT NULL REFERENCES node(key),
  PRIMARY KEY (id, node)
) WITHOUT ROWID;
CREATE INDEX former_id_node ON former_id(node);

CREATE TABLE relationship (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  type       TEXT NOT NULL,
  src        INTEGER NOT NULL REFERENCES node(key),
  dst        INTEGER NOT NULL REFERENCES node(key),
  confidence REAL -- NULL where it is no fact
);
CREATE INDEX relationship_out ON relationship(src, type, dst);
CREATE INDEX relationship_in ON relationship(dst, type, src);

CREATE TABLE evidence (
  relationship INTEGER NOT NULL REFERENCES relationship(key),
  passage      TEXT NOT NULL, -- its id: it may come later, or be gone
  span         TEXT NOT NULL,
  PRIMARY KEY (relationship, passage)
) WITHOUT ROWID;
CREATE INDEX evidence_passage ON evidence(passage);

CREATE TABLE memory (
  key   TEXT NOT NULL,
  hash  BLOB NOT NULL, -- the first 16 bytes of SHA-256 of value
  value TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (key, hash)
) WITHOUT ROWID; -- the values of a key lie together

CREATE TABLE tally (
  of    TEXT NOT NULL, -- node or relationship
  name  TEXT NOT NULL, -- its label or type
  count INTEGER NOT NULL,
  PRIMARY KEY (of, name)
) WITHOUT ROWID;

-- Words come ready folded and split by spaces. The rows are those of node.
CREATE VIRTUAL TABLE search USING fts5(
  terms, content='', contentless_delete=1, detail=column, tokenize='ascii'
);
CREATE VIRTUAL TABLE search_word USING fts5vocab(search, instance); -- shows what the index holds
