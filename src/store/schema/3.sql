-- What is written and not yet sent; gone when its question is answered, or when the attempt ends.
CREATE TABLE draft (
  attempt  INTEGER NOT NULL REFERENCES attempt (number) ON DELETE CASCADE,
  question TEXT NOT NULL,
  -- An answer as events have it, in JSON.
  body     TEXT NOT NULL,
  PRIMARY KEY (attempt, question)
) STRICT, WITHOUT ROWID;

-- When the attempt began, so that the last one before another is found at once.
ALTER TABLE standing ADD COLUMN started INTEGER NOT NULL DEFAULT 0;
UPDATE standing SET started = (SELECT started FROM attempt WHERE number = attempt);
DROP INDEX standing_topic;
CREATE INDEX standing_topic ON standing (quiz, topic, started);
