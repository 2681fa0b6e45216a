//! The rows of one report, by topic, by question and by answer.

use super::cell::Cell;
use crate::grade::State;
use crate::quiz::Markdown;
use crate::report::text::plain_prompt;
use crate::report::{
    Certainty, FollowUp, GapReport, KeywordReport, QuestionReport, Report, ResponseReport,
    TopicReport,
};

/// The two ends of an interval; nothing where too few questions tell too little.
pub(super) fn interval(certainty: Certainty) -> [Cell<'static>; 2] {
    match certainty {
        Certainty::TooFew => [Cell::Empty, Cell::Empty],
        Certainty::Interval(interval) => [Cell::Share(interval.low), Cell::Share(interval.high)],
    }
}

pub(super) fn topic<'r>(candidate: &Cell<'r>, topic: &'r TopicReport) -> Vec<Cell<'r>> {
    let [low, high] = interval(topic.certainty);
    let too_few = topic.certainty == Certainty::TooFew;
    vec![
        candidate.clone(),
        Cell::plain(&topic.title),
        if too_few { Cell::Empty } else { Cell::Share(topic.score.share) },
        low,
        high,
        Cell::Points(topic.score.earned),
        Cell::Points(topic.score.possible),
        Cell::Count(topic.score.questions),
        if too_few { Cell::Text("too few to tell".into()) } else { Cell::Empty },
    ]
}

pub(super) fn question<'r>(
    candidate: &Cell<'r>,
    number: u32,
    report: &'r Report,
    question: &'r QuestionReport,
) -> Vec<Cell<'r>> {
    let flags: Vec<&str> = question.flags.iter().map(|flag| flag.meaning()).collect();
    let yes = |is: bool| if is { Cell::Text("yes".into()) } else { Cell::Empty };
    vec![
        candidate.clone(),
        Cell::Count(number),
        Cell::plain(question.id.as_str()),
        Cell::plain(report.topic_title(&question.topic)),
        Cell::or_empty(question.level, |level| Cell::Text(level.as_str().into())),
        Cell::Share(question.share()),
        Cell::Points(question.earned),
        Cell::Points(question.possible),
        Cell::Points(question.claimed),
        Cell::Text(question.status.as_str().into()),
        Cell::or_empty(question.spent, Cell::Duration),
        yes(question.late),
        yes(question.hint.is_some()),
        Cell::Text(flags.join("; ").into()),
    ]
}

pub(super) fn answer<'r>(
    candidate: &Cell<'r>,
    number: u32,
    report: &Report,
    question: &'r QuestionReport,
) -> Vec<Cell<'r>> {
    let Parts { answer, found, missed } = question.response.as_ref().map(parts).unwrap_or_default();
    let owned = |text: String| Cell::answer_owned(&crate::quiz::AnswerText::new(text));
    vec![
        candidate.clone(),
        Cell::Count(number),
        owned(plain_prompt(&question.prompt)),
        owned(answer),
        owned(found.join("; ")),
        owned(missed.join("; ")),
        Cell::or_empty(ask(report, number), owned),
        Cell::Share(question.share()),
    ]
}

/// The most telling thing to ask about a question.
fn ask(report: &Report, number: u32) -> Option<String> {
    let FollowUp { cause, quotes, .. } =
        report.interview.iter().find(|follow_up| follow_up.number == number)?;
    let quotes: Vec<String> = quotes.iter().map(|quote| format!("\"{}\"", quote.raw())).collect();
    let about = if quotes.is_empty() { String::new() } else { quotes.join(", ") + ": " };
    Some(format!("{about}{}", cause.ask()))
}

/// An answer in three cells.
#[derive(Default)]
struct Parts {
    answer: String,
    found: Vec<String>,
    missed: Vec<String>,
}

fn parts(response: &ResponseReport) -> Parts {
    match response {
        ResponseReport::Text { text, keywords, misconceptions, .. } => {
            let (found, missed): (Vec<_>, Vec<_>) =
                (1..).zip(keywords).partition(|(_, keyword)| counts(keyword));
            let label = |(number, keyword): (usize, &KeywordReport)| {
                let label = keyword.label.clone().unwrap_or_else(|| format!("keyword {number}"));
                match keyword.state {
                    State::Partial => format!("{label} (in part)"),
                    State::Negated => format!("{label} (denied)"),
                    State::NearMiss => format!("{label} (near)"),
                    State::Exact | State::Stem | State::Fuzzy | State::Missed => label,
                }
            };
            let slips = misconceptions.iter().map(|slip| {
                format!("wrong: {}", slip.label.as_deref().unwrap_or("a misconception"))
            });
            Parts {
                answer: text.raw().to_owned(),
                found: found.into_iter().map(label).collect(),
                missed: missed.into_iter().map(label).chain(slips).collect(),
            }
        }
        ResponseReport::Short(only) => gaps(std::slice::from_ref(only)),
        ResponseReport::Filled { gaps: filled } => gaps(filled),
        ResponseReport::Picked { picked, left } => {
            let text = |right: bool| {
                let picked = picked.iter().filter(move |pick| pick.right == right);
                picked.map(|pick| pick.text.as_str().to_owned())
            };
            let left = left.iter().map(|option| format!("not picked: {}", option.as_str()));
            Parts {
                answer: picked.iter().map(|pick| pick.text.as_str()).collect::<Vec<_>>().join("; "),
                found: text(true).collect(),
                missed: text(false).chain(left).collect(),
            }
        }
        ResponseReport::Judged { given, correct } => {
            let wrong = correct.filter(|correct| correct != given);
            let right = correct.filter(|correct| correct == given);
            Parts {
                answer: given.to_string(),
                found: right.map(|right| right.to_string()).into_iter().collect(),
                missed: wrong.map(|correct| format!("it is {correct}")).into_iter().collect(),
            }
        }
        ResponseReport::Counted { text, right, correct, .. } => {
            let correct = correct.as_ref().filter(|_| !right).map(|it| format!("it is {it}"));
            let found = right.then(|| text.raw().to_owned());
            Parts {
                answer: text.raw().to_owned(),
                found: found.into_iter().collect(),
                missed: correct.into_iter().collect(),
            }
        }
        ResponseReport::Ordered { given, concordant, pairs, .. } => Parts {
            answer: given.iter().map(Markdown::as_str).collect::<Vec<_>>().join("; "),
            found: vec![format!("{concordant} of {pairs} pairs in order")],
            missed: Vec::new(),
        },
    }
}

fn counts(keyword: &KeywordReport) -> bool {
    match keyword.state {
        State::Exact | State::Stem | State::Fuzzy | State::Partial => true,
        State::Negated | State::NearMiss | State::Missed => false,
    }
}

fn gaps(gaps: &[GapReport]) -> Parts {
    let written = |right: bool| {
        let gaps = gaps.iter().filter(move |gap| gap.fit.state.is_right() == right);
        gaps.map(|gap| gap.text.raw().to_owned())
    };
    Parts {
        answer: gaps.iter().map(|gap| gap.text.raw()).collect::<Vec<_>>().join("; "),
        found: written(true).collect(),
        missed: written(false).collect(),
    }
}
