-- What is written and not yet sent; gone when its question is answered, or when the attempt ends.
CREATE TABLE draft (
  attempt  INTEGER NOT NULL REFERENCES attempt (number) ON DELETE CASCADE,
  question TEXT NOT NULL,
  -- An answer as events have it, in JSON.
  body     TEXT NOT NULL,
  PRIMARY KEY (attempt, question)
) STRICT, WITHOUT ROWID;

-- What brought the questions of an attempt together.
ALTER TABLE attempt ADD COLUMN occasion TEXT NOT NULL DEFAULT 'quiz';

DROP INDEX standing_topic;
