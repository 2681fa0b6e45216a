-- What twenty quizzes leave behind, with numbers in place of names such as `:attempts`.
CREATE TEMP TABLE asked AS
  WITH RECURSIVE
    made (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM made WHERE number < :attempts),
    place (place) AS (SELECT 0 UNION ALL SELECT place + 1 FROM place WHERE place + 1 < :asked)
  SELECT number, place, number % :quizzes AS quiz, (number * 7 + place * 3) % :questions AS question,
    :last - (:attempts - number) * :apart + place * 5000 AS at,
    (number * 31 + place * 17) % 4 + 1 AS rating
  FROM made, place;

INSERT INTO attempt (number, id, digest, title, started, mode, ended, derived)
  SELECT number, printf('%032x', number), quiz.digest, quiz.title, at, 'practice', 'finished', 1
  FROM asked JOIN quiz ON quiz.title = 'Quiz ' || asked.quiz WHERE place = 0;

INSERT INTO card (person, quiz, question, topic, topic_title, kind, stability, difficulty, rating, last,
  share, reviews, misses, spent)
  SELECT '', 'Quiz ' || quiz, 'q' || question, 't' || (question % 4), 'T' || (question % 4), 'short',
    5 + question, 5, 3, max(at), 800, count(*), sum(rating < 3), 5000
  FROM asked GROUP BY quiz, question;

INSERT INTO keyword SELECT number, 'keyword ' || question, misses, reviews / 9 FROM card;

INSERT INTO review (attempt, place, card, at, rating, earned, possible, spent)
  SELECT asked.number, place, card.number, at, asked.rating, (asked.rating - 1) * 333, 1000, 5000
  FROM asked JOIN card
  ON card.person = '' AND card.quiz = 'Quiz ' || asked.quiz AND card.question = 'q' || asked.question;

INSERT INTO standing
  SELECT number, 'Quiz ' || quiz, 't' || (question % 4), 'T' || (question % 4), sum((rating - 1) * 333),
    count(*) * 1000
  FROM asked GROUP BY number, question % 4;

INSERT INTO event
  SELECT number, place * 2 + kind, at, iif(kind,
    printf('{"at":%d,"event":"answered","question":"q%d","answer":"yes, as far as I know"}', place * 5000 + 4000, question),
    printf('{"at":%d,"event":"shown","question":"q%d"}', place * 5000, question))
  FROM asked, (SELECT 0 AS kind UNION ALL SELECT 1);
