//! One attempt as data: who, how much and how sure, per topic, the facts, what to ask, every question.

use serde::Serialize;

use super::bar::Bar;
use super::prose::{Block, Run, address, blocks};
use super::question::{Question, is_rtl};
use crate::quiz::visible;
use crate::report::render::content::{facts, uncertainty};
use crate::report::text::{asks_heading, count, percent, plain_prompt, risen, told_verdict};
use crate::report::{Certainty, FollowUp, Report, StudyReport};
use crate::score::Tally;

#[derive(Debug, Serialize)]
pub(super) struct Candidate {
    /// What others in the document refer to it by.
    number: u32,
    name: String,
    rtl: bool,
    under: String,
    share: String,
    passed: bool,
    verdict: &'static str,
    points: String,
    /// Absent where there are too few questions to tell.
    bar: Option<Bar>,
    /// How sure it is: before a figure, the figure, after it.
    certainty: Option<(String, String, &'static str)>,
    claims: Option<String>,
    topics: Vec<Row>,
    levels: Vec<Row>,
    changes: Vec<Change>,
    facts: Vec<(&'static str, String)>,
    facts_note: Option<&'static str>,
    asks_heading: &'static str,
    asks: Vec<Ask>,
    asks_note: Option<String>,
    study: Vec<Study>,
    questions: Vec<Question>,
    gone: Option<String>,
}

/// A part of the questions with its figures.
#[derive(Debug, Serialize)]
struct Row {
    name: String,
    /// Absent where there are too few questions to tell.
    bar: Option<Bar>,
    share: String,
    between: String,
    points: String,
    questions: u32,
}

/// A topic's share before and now, and by how much it rose.
#[derive(Debug, Serialize)]
struct Change {
    name: String,
    was: String,
    is: String,
    rise: String,
}

#[derive(Debug, Serialize)]
struct Ask {
    wording: &'static str,
    about: String,
    quotes: Vec<String>,
    adds: Vec<Vec<Block>>,
}

#[derive(Debug, Serialize)]
struct Study {
    title: String,
    /// Absent where there are too few questions to tell.
    share: Option<String>,
    sources: Vec<Run>,
}

impl Candidate {
    /// `otherwise` is what a candidate without a name is called.
    pub(super) fn new(number: u32, report: &Report, asks: usize, otherwise: String) -> Self {
        let name = report.candidate.as_ref().filter(|name| !name.is_blank());
        let name = name.map_or(otherwise, |name| name.for_terminal().into_owned());
        let told = uncertainty(report);
        let Tally { share, earned, possible, claimed_share, .. } = report.total;
        let topics = report.topics.iter();
        let levels = report.levels.iter().filter(|_| report.levels.len() > 1);
        let gone: Vec<_> = report.gone.iter().map(|id| visible(id.as_str())).collect();
        Self {
            number,
            rtl: is_rtl(&name),
            name,
            under: format!(
                "{} · quiz {} · graded by viva {}",
                visible(&report.quiz.title),
                report.quiz.short_digest(),
                visible(&report.grader)
            ),
            share: percent(share),
            passed: report.passed,
            verdict: told_verdict(report.verdict()),
            points: format!("{earned} of {}", count(possible, "point"))
                + &report.verdict().map_or_else(String::new, |_| {
                    format!(", pass mark {}", percent(report.pass))
                }),
            bar: (report.certainty != Certainty::TooFew)
                .then(|| Bar::new(share, report.certainty, report.pass)),
            certainty: report.verdict().map(|_| (told.before, told.figure, told.after)),
            claims: (report.claims > 0).then(|| {
                let claims = count(report.claims, "claim");
                let share = percent(claimed_share);
                format!(
                    "With {claims} of the candidate granted it would be {share}; claims never make a \
                     pass."
                )
            }),
            topics: topics.map(|it| row(&it.title, &it.score, it.certainty, report)).collect(),
            levels: levels
                .map(|it| row(it.level.as_str(), &it.score, it.certainty, report))
                .collect(),
            changes: report.changes().map(|it| change(&it)).collect(),
            facts: facts(report),
            facts_note: report
                .sitting
                .is_none()
                .then_some("Answers came from a file without times."),
            asks_heading: asks_heading(report),
            asks: report.interview.iter().take(asks).map(ask).collect(),
            asks_note: (report.interview.len() > asks)
                .then(|| format!("The most telling of {}.", report.interview.len())),
            study: report.study.iter().map(|it| study(it, report)).collect(),
            questions: (1..)
                .zip(&report.questions)
                .map(|(number, it)| Question::new(report, number, it))
                .collect(),
            gone: (!gone.is_empty()).then(|| {
                let gone = gone.join(", ");
                format!("Asked, but not in the quiz graded against, and not counted: {gone}")
            }),
        }
    }
}

fn row(name: &str, tally: &Tally, certainty: Certainty, report: &Report) -> Row {
    let (bar, between) = match certainty {
        Certainty::TooFew => (None, String::new()),
        Certainty::Interval(interval) => {
            (Some(Bar::new(tally.share, certainty, report.pass)), interval.to_string())
        }
    };
    Row {
        name: visible(name).into_owned(),
        bar,
        share: percent(tally.share),
        between,
        points: format!("{} of {}", tally.earned, tally.possible),
        questions: tally.questions,
    }
}

fn change(change: &crate::report::Change<'_>) -> Change {
    Change {
        name: visible(&change.topic.title).into_owned(),
        was: percent(change.was),
        is: percent(change.is),
        rise: risen(change.rise()),
    }
}

fn ask(follow_up: &FollowUp) -> Ask {
    let about = plain_prompt(&follow_up.prompt);
    Ask {
        wording: follow_up.cause.ask(),
        about: format!("Question {}: {}", follow_up.number, visible(&about)),
        quotes: follow_up.quotes.iter().map(|it| it.for_terminal().into_owned()).collect(),
        adds: follow_up.adds.iter().map(blocks).collect(),
    }
}

fn study(study: &StudyReport, report: &Report) -> Study {
    Study {
        title: visible(&study.title).into_owned(),
        share: report.study_share(study).map(percent),
        sources: study.sources.iter().map(|source| address(source)).collect(),
    }
}
