//! From quiz, attempt and grades to the report.

use std::time::{Duration, SystemTime};

use super::question::QuestionReport;
use super::value::{LevelReport, QuizName, Report, StudyReport, TopicReport, VERSION};
use crate::attempt::{Attempt, End, Graded, Millis};
use crate::quiz::{Quiz, TopicId, Weight};
use crate::score::{Marked, Score, Study, weakest};

impl Report {
    /// Builds the report of `attempt` from its grades, as [`Attempt::grade`] gives them.
    #[must_use]
    pub fn new(quiz: &Quiz, attempt: &Attempt, grades: &[Option<Graded<'_>>]) -> Self {
        let start = attempt.start();
        let marked: Vec<Marked<'_>> = grades.iter().flatten().map(Graded::marked).collect();
        let score = Score::new(quiz, &marked);
        let study = weakest(&score, &marked);
        Self {
            version: VERSION,
            quiz: QuizName { title: quiz.title.clone(), digest: quiz.digest },
            grader: env!("CARGO_PKG_VERSION").to_owned(),
            candidate: start.candidate.clone(),
            started: timestamp(start.started),
            duration: attempt.duration(),
            time_limit: start.time_limit,
            seed: start.seed,
            mode: start.mode,
            end: attempt.end().unwrap_or(End::Stopped),
            total: score.total,
            claims: count_claims(attempt),
            pass: quiz.pass,
            passed: score.passed,
            study: study.into_iter().map(|study| study_report(quiz, &score, study)).collect(),
            topics: topics(quiz, &score),
            levels: levels(&score),
            questions: questions(attempt, grades),
            gone: gone(attempt, grades),
        }
    }
}

/// As RFC 3339 in UTC, in whole seconds. A moment after the year 9999, which the form cannot
/// say, is its last second.
fn timestamp(since_epoch: Millis) -> String {
    const LAST: u64 = 253_402_300_799;
    let seconds = Duration::from_secs((since_epoch.0 / 1000).min(LAST));
    humantime::format_rfc3339_seconds(SystemTime::UNIX_EPOCH + seconds).to_string()
}

fn count_claims(attempt: &Attempt) -> u32 {
    let places = 0..attempt.drawn().len();
    let claims = places.filter_map(|place| attempt.progress(place)).map(|it| it.claims.len());
    u32::try_from(claims.sum::<usize>()).unwrap_or(u32::MAX)
}

fn title(quiz: &Quiz, id: &TopicId) -> String {
    quiz.topic(id).map_or_else(|| id.to_string(), |topic| topic.title.clone())
}

fn topics(quiz: &Quiz, score: &Score) -> Vec<TopicReport> {
    let report = |scored: &crate::score::TopicScore| TopicReport {
        id: scored.topic.clone(),
        title: title(quiz, &scored.topic),
        weight: quiz.topic(&scored.topic).map_or(Weight::ONE, |topic| topic.weight),
        score: scored.tally,
    };
    score.topics.iter().map(report).collect()
}

fn levels(score: &Score) -> Vec<LevelReport> {
    let report = |scored: &crate::score::LevelScore| LevelReport {
        level: scored.level,
        score: scored.tally,
    };
    score.levels.iter().map(report).collect()
}

fn study_report(quiz: &Quiz, score: &Score, study: Study) -> StudyReport {
    let scored = score.topics.iter().find(|scored| scored.topic == study.topic);
    StudyReport {
        title: title(quiz, &study.topic),
        share: scored.map_or_else(Default::default, |scored| scored.tally.share),
        topic: study.topic,
        sources: study.sources,
    }
}

fn questions(attempt: &Attempt, grades: &[Option<Graded<'_>>]) -> Vec<QuestionReport> {
    (0..)
        .zip(grades)
        .filter_map(|(place, graded)| Some((attempt.progress(place)?, graded.as_ref()?)))
        .map(|(progress, graded)| QuestionReport::new(progress, graded))
        .collect()
}

fn gone(
    attempt: &Attempt,
    grades: &[Option<Graded<'_>>],
) -> Vec<crate::quiz::question::QuestionId> {
    let drawn = attempt.drawn().iter().zip(grades);
    drawn.filter(|(_, graded)| graded.is_none()).map(|(drawn, _)| drawn.question.clone()).collect()
}
