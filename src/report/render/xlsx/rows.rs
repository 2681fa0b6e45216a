//! The rows of one report, by topic, by question and by answer.

use super::cell::Cell;
use crate::grade::State;
use crate::quiz::Markdown;
use crate::report::text::{count, plain_prompt, said, told_points};
use crate::report::{
    Certainty, FollowUp, GapReport, KeywordReport, QuestionReport, Report, ResponseReport,
    TopicReport, Worths,
};

/// The two ends of an interval; nothing where too few questions tell too little.
pub(super) fn interval(certainty: Certainty) -> [Cell<'static>; 2] {
    match certainty {
        Certainty::TooFew => [Cell::Empty, Cell::Empty],
        Certainty::Interval(interval) => [Cell::Share(interval.low), Cell::Share(interval.high)],
    }
}

pub(super) fn topic<'r>(
    candidate: &Cell<'r>,
    report: &'r Report,
    topic: &'r TopicReport,
) -> Vec<Cell<'r>> {
    let [low, high] = interval(topic.certainty);
    let change = report.changes().find(|change| change.topic.id == topic.id);
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
        Cell::or_empty(change, |change| Cell::Share(change.was)),
        Cell::or_empty(change, |change| Cell::Share(change.is)),
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
    let Parts { answer, found, missed } = parts(question);
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

fn parts(question: &QuestionReport) -> Parts {
    if let Some(response) = &question.response {
        return of_response(question, response);
    }
    let unread = question.unread.iter();
    Parts {
        answer: unread.clone().map(|unread| unread.given.raw()).collect(),
        found: Vec::new(),
        missed: unread.map(|unread| format!("not read: {}", unread.why.raw())).collect(),
    }
}

fn of_response(question: &QuestionReport, response: &ResponseReport) -> Parts {
    match response {
        ResponseReport::Text { text, keywords, misconceptions, .. } => {
            let worths = Worths::of(question);
            let (found, missed): (Vec<_>, Vec<_>) = keywords.iter().partition(|it| counts(it));
            // Without the key what was found goes by the words of the answer.
            let named =
                |keyword: &&KeywordReport| keyword.label.is_some() || !keyword.spans.is_empty();
            let nameless = missed.iter().filter(|keyword| !named(keyword)).count();
            let nameless = (nameless > 0)
                .then(|| format!("{nameless} of {} looked for", count(keywords.len(), "thing")));
            let label = |keyword: &KeywordReport| {
                let label = keyword.label.clone();
                let label = label.unwrap_or_else(|| said(text, &keyword.spans));
                let whole = matches!(keyword.state, State::Exact | State::Stem | State::Fuzzy);
                let points = worths.filter(|_| !whole);
                let points = points.map(|worths| told_points(keyword, worths));
                let fate = match keyword.state {
                    State::Partial => Some("in part".to_owned()),
                    State::Negated => Some("denied".to_owned()),
                    State::NearMiss => Some("near".to_owned()),
                    State::Exact | State::Stem | State::Fuzzy | State::Missed => None,
                };
                let remarks: Vec<String> = fate.into_iter().chain(points).collect();
                if remarks.is_empty() { label } else { format!("{label} ({})", remarks.join(", ")) }
            };
            let slips = misconceptions.iter().map(|slip| {
                let label = slip.label.clone();
                format!("wrong: {}", label.unwrap_or_else(|| said(text, &slip.spans)))
            });
            let missed = missed.into_iter().filter(named).map(label);
            Parts {
                answer: text.raw().to_owned(),
                found: found.into_iter().map(label).collect(),
                missed: missed.chain(nameless).chain(slips).collect(),
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
