//! How practice goes, as a value.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::known::{Known, KnownKeyword, Standing};
use super::memory::Retention;
use super::practised::Practised;
use super::readiness::Readiness;
use super::week::Week;
use crate::attempt::Millis;
use crate::quiz::question::QuestionId;
use crate::quiz::{Markdown, PerMille, Quiz, TopicId};

/// How many of what was missed most, and of a topic's last attempts, are told.
const MOST: usize = 10;

const DAY: u64 = 86_400_000;

/// After how many days the forecast looks.
const AHEAD: [u32; 5] = [0, 7, 30, 90, 365];

/// What the figures rest on.
#[derive(Debug, Clone, Copy)]
pub struct StatsInput<'a> {
    /// The person's questions.
    pub known: &'a [Known],
    /// What attempts earned per topic, the first one first.
    pub standings: &'a [Standing],
    /// The keywords that were missed most.
    pub missed: &'a [KnownKeyword],
    /// The keywords that were claimed most.
    pub claimed: &'a [KnownKeyword],
    /// The quizzes as they are today.
    pub quizzes: &'a [Quiz],
    /// The days on which these attempts began, in the same order, counted from any day on.
    pub days: &'a [i64],
    /// Which of them is today.
    pub today: i64,
    /// Now, since 1970-01-01T00:00:00Z.
    pub now: Millis,
    /// The end of today.
    pub tomorrow: Millis,
    /// With which chance a question is still to be known when it is due.
    pub retention: Retention,
}

/// How practice goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(title = "viva stats")]
pub struct Stats {
    /// On how many days.
    pub practised: Practised,
    /// The last weeks, the last one first.
    pub weeks: Vec<Week>,
    /// How many questions were ever asked.
    pub questions: usize,
    /// How many of them are due today.
    pub due: usize,
    /// What each quiz would earn now.
    pub readiness: Vec<Readiness>,
    /// How each topic went, by quiz.
    pub topics: Vec<Trend>,
    /// What is still known if practice stops; nothing where no question was asked.
    pub forecast: Vec<Forecast>,
    /// The ten questions missed most, the worst first.
    pub missed: Vec<MissedQuestion>,
    /// The ten keywords missed most.
    pub keywords: Vec<KeywordFigure>,
    /// The ten keywords claimed most: one that is claimed often wants an alias.
    pub claims: Vec<KeywordFigure>,
}

/// How a topic went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Trend {
    /// The quiz's title.
    pub quiz: String,
    /// The topic's name there.
    pub topic: TopicId,
    /// The topic, for people.
    pub title: String,
    /// How many attempts tell: those whose questions were not chosen because they are not known. Where
    /// there are none of these, all that asked about it.
    pub attempts: usize,
    /// The shares that the last ten of them earned, the last one last.
    pub shares: Vec<PerMille>,
}

/// What is still known if practice stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Forecast {
    /// After so many days.
    pub days: u32,
    /// The mean of what is to be expected of each question: the share that its last answer earned,
    /// times the chance that it is still known.
    pub known: PerMille,
    /// How many questions are due by the end of that day.
    pub due: usize,
}

/// A question that was missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MissedQuestion {
    /// The quiz's title.
    pub quiz: String,
    /// Its name there.
    pub question: QuestionId,
    /// What it asks; absent where the quiz does not ask it any more.
    pub prompt: Option<Markdown>,
    /// How often it was missed.
    pub missed: u32,
    /// How often it was asked.
    pub asked: u32,
}

/// A keyword that was missed or claimed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KeywordFigure {
    /// The quiz's title.
    pub quiz: String,
    /// The question's name there.
    pub question: QuestionId,
    /// The keyword's label.
    pub keyword: String,
    /// How often it was missed, or claimed.
    pub times: u32,
    /// How often the question was asked.
    pub asked: u32,
}

impl Stats {
    /// The figures of `input`.
    #[must_use]
    pub fn new(input: &StatsInput<'_>) -> Self {
        let tomorrow = input.tomorrow;
        Self {
            practised: Practised::new(&input.days.iter().copied().collect(), input.today),
            weeks: Week::all(input.standings, input.days, input.today),
            questions: input.known.len(),
            due: due_before(input, tomorrow),
            readiness: readiness(input),
            topics: trends(input.standings),
            forecast: forecast(input),
            missed: missed(input),
            keywords: figures(input.missed, |keyword| keyword.count.missed),
            claims: figures(input.claimed, |keyword| keyword.count.claimed),
        }
    }
}

fn due_before(input: &StatsInput<'_>, moment: Millis) -> usize {
    let due = |known: &&Known| known.card.due(input.retention, input.now) < moment;
    input.known.iter().filter(due).count()
}

fn readiness(input: &StatsInput<'_>) -> Vec<Readiness> {
    let of_quiz = |quiz: &Quiz| {
        let own = input.known.iter().filter(|known| known.subject.quiz == quiz.title);
        let cards = own.map(|known| (&known.subject.question, &known.card)).collect();
        Readiness::new(quiz, &cards, input.now)
    };
    input.quizzes.iter().map(of_quiz).collect()
}

fn trends(standings: &[Standing]) -> Vec<Trend> {
    let mut topics: BTreeMap<(&str, &TopicId), Vec<&Standing>> = BTreeMap::new();
    for standing in standings {
        topics.entry((&standing.quiz, &standing.topic)).or_default().push(standing);
    }
    let trend = |((quiz, topic), standings): ((&str, &TopicId), Vec<&Standing>)| {
        let title = standings.last().map_or_else(String::new, |last| last.topic_title.clone());
        let telling = telling(standings);
        let last = telling.iter().skip(telling.len().saturating_sub(MOST));
        Trend {
            quiz: quiz.to_owned(),
            topic: topic.clone(),
            title,
            attempts: telling.len(),
            shares: last.map(|standing| standing.share()).collect(),
        }
    };
    topics.into_iter().map(trend).collect()
}

/// Those of a topic's standings that say how well it is known: not those of questions that were asked
/// because they are not known, unless there are no others.
fn telling(standings: Vec<&Standing>) -> Vec<&Standing> {
    let fair = standings.iter().copied().filter(|standing| !standing.occasion.is_of_gaps());
    let fair: Vec<_> = fair.collect();
    if fair.is_empty() { standings } else { fair }
}

fn forecast(input: &StatsInput<'_>) -> Vec<Forecast> {
    if input.known.is_empty() {
        return Vec::new();
    }
    let after = |days: u32| {
        let ahead = Millis(u64::from(days) * DAY);
        let expected = |known: &Known| known.card.expected(input.now + ahead).thousandths();
        let expected = input.known.iter().map(|known| u64::from(expected(known)));
        Forecast {
            days,
            known: PerMille::ratio(expected.sum(), input.known.len() as u64 * 1000),
            due: due_before(input, input.tomorrow + ahead),
        }
    };
    AHEAD.into_iter().map(after).collect()
}

fn missed(input: &StatsInput<'_>) -> Vec<MissedQuestion> {
    let mut missed: Vec<&Known> =
        input.known.iter().filter(|known| known.card.misses > 0).collect();
    missed.sort_by(|one, other| {
        let key = |known: &Known| {
            (known.card.misses, PerMille::ONE.thousandths() - known.card.share.thousandths())
        };
        key(other).cmp(&key(one))
    });
    missed.truncate(MOST);
    let question = |known: &Known| {
        let quiz = input.quizzes.iter().find(|quiz| quiz.title == known.subject.quiz);
        let asked = quiz.and_then(|quiz| quiz.question(known.subject.question.as_str()));
        MissedQuestion {
            quiz: known.subject.quiz.clone(),
            question: known.subject.question.clone(),
            prompt: asked.map(|question| question.prompt.clone()),
            missed: known.card.misses,
            asked: known.card.reviews,
        }
    };
    missed.into_iter().map(question).collect()
}

fn figures(keywords: &[KnownKeyword], times: impl Fn(&KnownKeyword) -> u32) -> Vec<KeywordFigure> {
    let figure = |keyword: &KnownKeyword| KeywordFigure {
        quiz: keyword.quiz.clone(),
        question: keyword.question.clone(),
        keyword: keyword.label.clone(),
        times: times(keyword),
        asked: keyword.reviews,
    };
    keywords.iter().take(MOST).map(figure).collect()
}
