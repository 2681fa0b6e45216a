-- A quiz's text at its digest.
CREATE TABLE quiz (
  digest BLOB NOT NULL PRIMARY KEY,
  title  TEXT NOT NULL,
  text   TEXT NOT NULL,
  source TEXT NOT NULL,
  -- Milliseconds since 1970, of the last attempt that began with it.
  seen   INTEGER NOT NULL
) STRICT;
CREATE INDEX quiz_title ON quiz (title, seen);

-- Several quizzes asked as one: the parts of a digest that no quiz has.
CREATE TABLE mixture (
  digest BLOB NOT NULL,
  place  INTEGER NOT NULL,
  quiz   BLOB NOT NULL REFERENCES quiz (digest),
  PRIMARY KEY (digest, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,
  id        TEXT NOT NULL UNIQUE,
  digest    BLOB NOT NULL,
  title     TEXT NOT NULL,
  candidate TEXT,
  started   INTEGER NOT NULL,
  mode      TEXT NOT NULL,
  -- NULL while it goes on, and where it was cut off.
  ended     TEXT
) STRICT;
CREATE INDEX attempt_open ON attempt (title) WHERE ended IS NULL;
CREATE INDEX attempt_digest ON attempt (digest);
CREATE INDEX attempt_title ON attempt (title, started);
CREATE INDEX attempt_started ON attempt (started);

CREATE TABLE event (
  attempt INTEGER NOT NULL REFERENCES attempt (number) ON DELETE CASCADE,
  -- From 0, which is the start.
  place   INTEGER NOT NULL,
  -- When it was written, in milliseconds since 1970 by the wall clock.
  written INTEGER NOT NULL,
  body    TEXT NOT NULL,
  PRIMARY KEY (attempt, place)
) STRICT, WITHOUT ROWID;
