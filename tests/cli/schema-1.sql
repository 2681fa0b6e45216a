-- A history as version 1 left it: an attempt in practice, and one in an exam that ada stopped.

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

PRAGMA application_id = 1986623073;
PRAGMA user_version = 1;

INSERT INTO quiz (digest,title,text,source,seen) VALUES (x'a975b79c582b240bf6744c392b0607a34d69d148c1411abd83610d13051b8c12', 'Words', 'title = "Words"

[[questions]]
id = "a"
type = "short"
prompt = "Is a so?"
accept = ["yes"]

[[questions]]
id = "b"
prompt = "What is b for?"
keywords = ["joins", "rows"]
', 'file:/gone/words.toml', 1795255200000);
INSERT INTO attempt (number,id,digest,title,candidate,started,mode,ended) VALUES (1, '3273bfdadd1ca77286270852ef562b98', x'a975b79c582b240bf6744c392b0607a34d69d148c1411abd83610d13051b8c12', 'Words', NULL, 1795168800000, 'practice', 'finished');
INSERT INTO attempt (number,id,digest,title,candidate,started,mode,ended) VALUES (2, '992b748b6d8ed6037e3ed9f2420e659e', x'a975b79c582b240bf6744c392b0607a34d69d148c1411abd83610d13051b8c12', 'Words', 'ada', 1795255200000, 'exam', 'stopped');
INSERT INTO event (attempt,place,written,body) VALUES (1, 0, 1795168800000, '{"at":0,"event":"started","quiz":"a975b79c582b240bf6744c392b0607a34d69d148c1411abd83610d13051b8c12","started":1795168800000,"mode":"practice","seed":1,"questions":[{"question":"a"},{"question":"b"}]}');
INSERT INTO event (attempt,place,written,body) VALUES (1, 1, 1795168800000, '{"at":50,"event":"shown","question":"a"}');
INSERT INTO event (attempt,place,written,body) VALUES (1, 2, 1795168800000, '{"at":51,"event":"answered","question":"a","answer":"yes"}');
INSERT INTO event (attempt,place,written,body) VALUES (1, 3, 1795168800000, '{"at":155,"event":"revealed","question":"a"}');
INSERT INTO event (attempt,place,written,body) VALUES (1, 4, 1795168800000, '{"at":156,"event":"shown","question":"b"}');
INSERT INTO event (attempt,place,written,body) VALUES (1, 5, 1795168800000, '{"at":156,"event":"answered","question":"b","answer":"it joins"}');
INSERT INTO event (attempt,place,written,body) VALUES (1, 6, 1795168800000, '{"at":179,"event":"revealed","question":"b"}');
INSERT INTO event (attempt,place,written,body) VALUES (1, 7, 1795168800000, '{"at":199,"event":"finished"}');
INSERT INTO event (attempt,place,written,body) VALUES (2, 0, 1795255200000, '{"at":0,"event":"started","quiz":"a975b79c582b240bf6744c392b0607a34d69d148c1411abd83610d13051b8c12","candidate":"ada","started":1795255200000,"mode":"exam","seed":2,"questions":[{"question":"a"},{"question":"b"}]}');
INSERT INTO event (attempt,place,written,body) VALUES (2, 1, 1795255200000, '{"at":0,"event":"shown","question":"a"}');
INSERT INTO event (attempt,place,written,body) VALUES (2, 2, 1795255200000, '{"at":0,"event":"answered","question":"a","answer":"no"}');
INSERT INTO event (attempt,place,written,body) VALUES (2, 3, 1795255200000, '{"at":20,"event":"shown","question":"b"}');
INSERT INTO event (attempt,place,written,body) VALUES (2, 4, 1795255200000, '{"at":31,"event":"stopped"}');
