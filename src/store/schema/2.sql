-- What is worked out from the events and the quizzes' texts, so that nothing has to read all of them.

-- Whether what an attempt says about its questions stands in `review`.
ALTER TABLE attempt ADD COLUMN derived INTEGER NOT NULL DEFAULT 0;
CREATE INDEX attempt_underived ON attempt (number) WHERE derived = 0;

-- How well a person knows a question: what its rows in `review` say together.
CREATE TABLE card (
  number      INTEGER PRIMARY KEY,
  -- Empty for one who gave no name.
  person      TEXT NOT NULL,
  quiz        TEXT NOT NULL,
  question    TEXT NOT NULL,
  topic       TEXT NOT NULL,
  topic_title TEXT NOT NULL,
  kind        TEXT NOT NULL,
  level       TEXT,
  stability   REAL NOT NULL DEFAULT 1,
  difficulty  REAL NOT NULL DEFAULT 5,
  rating      INTEGER NOT NULL DEFAULT 1,
  last        INTEGER NOT NULL DEFAULT 0,
  share       INTEGER NOT NULL DEFAULT 0,
  reviews     INTEGER NOT NULL DEFAULT 0,
  misses      INTEGER NOT NULL DEFAULT 0,
  spent       INTEGER NOT NULL DEFAULT 0,
  UNIQUE (person, quiz, question)
) STRICT;

-- How often a keyword was missed or claimed.
CREATE TABLE keyword (
  card    INTEGER NOT NULL REFERENCES card (number) ON DELETE CASCADE,
  label   TEXT NOT NULL,
  missed  INTEGER NOT NULL,
  claimed INTEGER NOT NULL,
  PRIMARY KEY (card, label)
) STRICT, WITHOUT ROWID;

-- What an answer says about its question, as it was graded then.
CREATE TABLE review (
  attempt  INTEGER NOT NULL REFERENCES attempt (number) ON DELETE CASCADE,
  -- The question's place in the attempt, from 0.
  place    INTEGER NOT NULL,
  card     INTEGER NOT NULL REFERENCES card (number),
  -- When it was given, in milliseconds since 1970.
  at       INTEGER NOT NULL,
  rating   INTEGER NOT NULL,
  -- In thousandths of a point.
  earned   INTEGER NOT NULL,
  possible INTEGER NOT NULL,
  spent    INTEGER NOT NULL,
  -- Labels of keywords as JSON; NULL of none.
  missed   TEXT,
  claimed  TEXT,
  PRIMARY KEY (attempt, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_card ON review (card, at);

-- What an attempt earned per topic, in thousandths of a point.
CREATE TABLE standing (
  attempt     INTEGER NOT NULL REFERENCES attempt (number) ON DELETE CASCADE,
  quiz        TEXT NOT NULL,
  topic       TEXT NOT NULL,
  topic_title TEXT NOT NULL,
  earned      INTEGER NOT NULL,
  possible    INTEGER NOT NULL,
  PRIMARY KEY (attempt, quiz, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_topic ON standing (quiz, topic, attempt);
