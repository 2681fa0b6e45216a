//! Reports as rows of CSV, one after the other.

use std::borrow::Cow;
use std::io::{self, Write};

use super::rows::Rows;
use super::{Options, Renderer};
use crate::grade::Flag;
use crate::quiz::{PerMille, visible};
use crate::report::certainty::Certainty;
use crate::report::conduct::{Observed, TakeHome, TakenIn};
use crate::report::question::{QuestionReport, ResponseReport, Status};
use crate::report::ranking::Ranking;
use crate::report::record::{harmless, harmless_owned, write};
use crate::report::value::{Report, TopicReport};

/// Draws CSV.
pub(super) struct Csv {
    rows: Rows,
    bom: bool,
    begun: bool,
    /// Attempts written.
    attempts: u32,
}

type Fields<'r> = Vec<Cow<'r, str>>;

/// What every row begins with. The attempt's number tells two of the same name apart, or of none.
const COMMON: [&str; 4] = ["attempt", "candidate", "quiz", "started"];
const QUESTIONS: [&str; 19] = [
    "number",
    "question",
    "topic",
    "level",
    "type",
    "status",
    "earned",
    "claimed",
    "possible",
    "seconds",
    "late",
    "hint",
    "flags",
    "keywords",
    "misconceptions",
    "answer",
    "first_key",
    "pasted",
    "away",
];
const TOPICS: [&str; 9] =
    ["topic", "title", "earned", "claimed", "possible", "share", "low", "high", "questions"];
const ATTEMPTS: [&str; 22] = [
    "digest",
    "grader",
    "seconds",
    "end",
    "earned",
    "claimed",
    "possible",
    "share",
    "low",
    "high",
    "questions",
    "answered",
    "pass",
    "passed",
    "claims",
    "taken_in",
    "pack",
    "late_by",
    "resumed",
    "away",
    "away_seconds",
    "clock_back",
];

impl Csv {
    pub(super) const fn new(options: &Options) -> Self {
        Self { rows: options.rows, bom: options.bom, begun: false, attempts: 0 }
    }

    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            return Ok(());
        }
        if self.bom {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let columns = match self.rows {
            Rows::Questions => QUESTIONS.as_slice(),
            Rows::Topics => &TOPICS,
            Rows::Attempts => &ATTEMPTS,
        };
        let columns = COMMON.iter().chain(columns).map(|name| Cow::Borrowed(*name));
        record(columns, out)
    }
}

impl Renderer for Csv {
    fn report(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        self.attempts += 1;
        let common = common(self.attempts, report);
        let mut row = |fields: Fields<'_>| record(common.iter().cloned().chain(fields), out);
        match self.rows {
            Rows::Questions => {
                (1..).zip(&report.questions).try_for_each(|(number, it)| row(question(number, it)))
            }
            Rows::Topics => report.topics.iter().try_for_each(|it| row(topic(it))),
            Rows::Attempts => row(attempt(report)),
        }
    }

    fn end(&mut self, _: &Ranking, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)
    }
}

fn record<'r>(fields: impl Iterator<Item = Cow<'r, str>>, out: &mut dyn Write) -> io::Result<()> {
    let mut bytes = Vec::new();
    write(fields, &mut bytes);
    out.write_all(&bytes)
}

fn common(attempt: u32, report: &Report) -> Fields<'_> {
    let started = report.sitting.as_ref().map(|sitting| sitting.started.as_str());
    vec![
        attempt.to_string().into(),
        report.candidate.as_ref().map(|name| harmless(name.raw())).unwrap_or_default(),
        harmless(&report.quiz.title),
        harmless(started.unwrap_or_default()),
    ]
}

fn question(number: u32, question: &QuestionReport) -> Fields<'_> {
    let flags: Vec<&str> = question.flags.iter().map(|flag: &Flag| flag.as_str()).collect();
    let hint = question.hint.as_ref().map(|hint| hint.cost.to_string());
    let response = question.response.as_ref();
    let (keywords, misconceptions) = response.map(findings).unwrap_or_default();
    let mut row: Fields<'_> = vec![
        number.to_string().into(),
        harmless(question.id.as_str()),
        harmless(question.topic.as_str()),
        question.level.map_or("", |level| level.as_str()).into(),
        harmless(&question.kind),
        question.status.as_str().into(),
        question.earned.to_string().into(),
        question.claimed.to_string().into(),
        question.possible.to_string().into(),
        question.spent.map(|spent| seconds(spent.0)).unwrap_or_default().into(),
        question.late.to_string().into(),
        hint.unwrap_or_default().into(),
        flags.join("|").into(),
        harmless_owned(&keywords),
        harmless_owned(&misconceptions),
        question.given().map(|given| harmless_owned(given.raw())).unwrap_or_default(),
    ];
    row.extend(observed(question.observed.as_ref()));
    row
}

/// `pre_save=exact|post_save=missed`, and the labels of misconceptions.
fn findings(response: &ResponseReport) -> (String, String) {
    let ResponseReport::Text { keywords, misconceptions, .. } = response else {
        return Default::default();
    };
    let keywords = keywords.iter().map(|keyword| match &keyword.label {
        Some(label) => format!("{label}={}", keyword.state.as_str()),
        None => keyword.state.as_str().to_owned(),
    });
    let misconceptions = misconceptions.iter().filter_map(|slip| slip.label.as_deref());
    let joined = misconceptions.collect::<Vec<_>>().join("|");
    (keywords.collect::<Vec<_>>().join("|"), visible(&joined).into_owned())
}

fn topic(topic: &TopicReport) -> Fields<'_> {
    let [low, high] = bounds(topic.certainty);
    vec![
        harmless(topic.id.as_str()),
        harmless(&topic.title),
        topic.score.earned.to_string().into(),
        topic.score.claimed.to_string().into(),
        topic.score.possible.to_string().into(),
        share(topic.score.share).into(),
        low.into(),
        high.into(),
        topic.score.questions.to_string().into(),
    ]
}

fn attempt(report: &Report) -> Fields<'_> {
    let [low, high] = bounds(report.certainty);
    let sitting = report.sitting.as_ref();
    let end = sitting.map_or("", |sitting| sitting.end.as_str());
    let mut row: Fields<'_> = vec![
        report.quiz.digest.to_string().into(),
        harmless(&report.grader),
        sitting.map(|sitting| seconds(sitting.duration.0)).unwrap_or_default().into(),
        end.into(),
        report.total.earned.to_string().into(),
        report.total.claimed.to_string().into(),
        report.total.possible.to_string().into(),
        share(report.total.share).into(),
        low.into(),
        high.into(),
        report.total.questions.to_string().into(),
        report.count(Status::Answered).to_string().into(),
        share(report.pass).into(),
        report.verdict().map(|passed| passed.to_string()).unwrap_or_default().into(),
        report.claims.to_string().into(),
    ];
    row.extend(home(sitting.and_then(|sitting| sitting.home.as_ref())));
    row
}

/// What was seen of a question at home.
fn observed(observed: Option<&Observed>) -> [Cow<'static, str>; 3] {
    let Some(Observed { first_key, pastes, away, .. }) = observed else {
        return Default::default();
    };
    let pasted: Vec<String> = pastes.iter().map(u32::to_string).collect();
    let first_key = first_key.map(|first_key| seconds(first_key.0)).unwrap_or_default();
    [first_key.into(), pasted.join("|").into(), away.to_string().into()]
}

/// What was seen of an attempt at home.
fn home(home: Option<&TakeHome>) -> [Cow<'_, str>; 7] {
    let Some(home) = home else { return Default::default() };
    let taken_in = match home.taken_in {
        TakenIn::Browser => "browser",
        TakenIn::Terminal => "terminal",
    };
    [
        taken_in.into(),
        harmless(&home.pack),
        home.late.map(|late| seconds(late.0)).unwrap_or_default().into(),
        home.resumed.to_string().into(),
        home.away.to_string().into(),
        seconds(home.away_time.0).into(),
        seconds(home.clock_back.0).into(),
    ]
}

/// A share from 0 to 1 with three decimals.
fn share(share: PerMille) -> String {
    format!("{}.{:03}", share.thousandths() / 1000, share.thousandths() % 1000)
}

/// The ends of the interval; nothing where there are too few questions.
fn bounds(certainty: Certainty) -> [String; 2] {
    match certainty {
        Certainty::TooFew => Default::default(),
        Certainty::Interval(interval) => [interval.low, interval.high].map(share),
    }
}

fn seconds(millis: u64) -> String {
    format!("{}.{:03}", millis / 1000, millis % 1000)
}
