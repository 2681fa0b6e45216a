//! What to ask in an interview: where points were lost, what was claimed, and what sounded wrong.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::question::{
    FitState, GapReport, KeywordReport, MisconceptionReport, QuestionReport, ResponseReport, Status,
};
use crate::grade::State;
use crate::quiz::question::QuestionId;
use crate::quiz::{AnswerText, Markdown, Points};
use crate::span::Span;

/// One thing to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FollowUp {
    /// The question that it follows.
    pub question: QuestionId,
    /// Where that question stands in the report, from 1.
    pub number: u32,
    /// What was asked.
    pub prompt: Markdown,
    /// Why it is worth asking.
    pub cause: Cause,
    /// The words of the answer that it is about.
    pub quotes: Vec<AnswerText>,
    /// What a good answer would add.
    pub adds: Vec<String>,
    /// Points that the question lost.
    pub lost: Points,
}

/// Why something is worth asking.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Something that is known to be wrong was said.
    Misconception,
    /// The person says that it was said in other words.
    Claim,
    /// It was denied.
    Denial,
    /// Something came near and did not count.
    NearMiss,
    /// It was not mentioned.
    Miss,
    /// Another answer is right.
    Wrong,
    /// There is no answer.
    Open,
}

impl Cause {
    /// What to ask.
    #[must_use]
    pub const fn ask(self) -> &'static str {
        match self {
            Self::Misconception => "Is that so? How does it work, step by step?",
            Self::Claim => "Where does the answer say this, and how would you put it now?",
            Self::Denial => "Why do you rule this out?",
            Self::NearMiss => "What do you mean by this? Can you give an example?",
            Self::Miss => "What else belongs to a full answer?",
            Self::Wrong => "How did you come to this, and what speaks against it?",
            Self::Open => "What do you know about this?",
        }
    }

    /// What happened, in a few words.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match self {
            Self::Misconception => "sounds wrong",
            Self::Claim => "claimed",
            Self::Denial => "denied",
            Self::NearMiss => "near, not counted",
            Self::Miss => "missed",
            Self::Wrong => "wrong",
            Self::Open => "no answer",
        }
    }
}

/// How many things to ask stand on a report's first page.
pub const FIRST: usize = 3;

/// All that is worth asking: for each question its most telling thing first, those that lost most
/// before the others, and then the second things.
pub(super) fn interview(questions: &[QuestionReport]) -> Vec<FollowUp> {
    let mut ranked: Vec<(usize, FollowUp)> = Vec::new();
    for (number, question) in (1..).zip(questions) {
        ranked.extend(follow_ups(number, question).into_iter().enumerate());
    }
    ranked.sort_by_key(|(rank, follow_up)| (*rank, std::cmp::Reverse(follow_up.lost)));
    ranked.into_iter().map(|(_, follow_up)| follow_up).collect()
}

/// What is to be asked about one cause.
#[derive(Default)]
struct Topic {
    quotes: Vec<AnswerText>,
    adds: Vec<String>,
}

fn follow_ups(number: u32, question: &QuestionReport) -> Vec<FollowUp> {
    let lost = question.possible.saturating_sub(question.earned);
    let follow_up = |(cause, topic): (Cause, Topic)| FollowUp {
        question: question.id.clone(),
        number,
        prompt: question.prompt.clone(),
        cause,
        quotes: topic.quotes,
        adds: topic.adds,
        lost,
    };
    topics(question).into_iter().map(follow_up).collect()
}

fn topics(question: &QuestionReport) -> Vec<(Cause, Topic)> {
    match (&question.response, question.status) {
        (Some(ResponseReport::Text { text, keywords, misconceptions, .. }), _) => {
            prose(text, keywords, misconceptions)
        }
        (Some(response), _) => {
            wrong(response).map(|topic| (Cause::Wrong, topic)).into_iter().collect()
        }
        (None, Status::Skipped | Status::Unanswered) => {
            let answer = question.answer.iter().map(|answer| answer.as_str().to_owned());
            vec![(Cause::Open, Topic { quotes: Vec::new(), adds: answer.collect() })]
        }
        (None, Status::Answered | Status::Unreadable) => Vec::new(),
    }
}

fn prose(
    text: &AnswerText,
    keywords: &[KeywordReport],
    misconceptions: &[MisconceptionReport],
) -> Vec<(Cause, Topic)> {
    let slips = Topic {
        quotes: misconceptions.iter().flat_map(|slip| quotes(text, &slip.spans)).collect(),
        adds: misconceptions
            .iter()
            .filter_map(|slip| named(slip.label.as_ref(), slip.feedback.as_ref()))
            .collect(),
    };
    let mut topics = Vec::new();
    if !misconceptions.is_empty() {
        topics.push((Cause::Misconception, slips));
    }
    for cause in [Cause::Claim, Cause::Denial, Cause::NearMiss, Cause::Miss] {
        let mut of_cause = keywords.iter().filter(|it| cause_of(it) == Some(cause)).peekable();
        if of_cause.peek().is_none() {
            continue;
        }
        let mut topic = Topic::default();
        for keyword in of_cause {
            topic.quotes.extend(quotes(text, &keyword.spans));
            topic.adds.extend(named(keyword.label.as_ref(), keyword.feedback.as_ref()));
        }
        topics.push((cause, topic));
    }
    topics
}

fn cause_of(keyword: &KeywordReport) -> Option<Cause> {
    match keyword.state {
        _ if keyword.claimed => Some(Cause::Claim),
        State::Negated => Some(Cause::Denial),
        State::NearMiss => Some(Cause::NearMiss),
        State::Missed | State::Partial => Some(Cause::Miss),
        State::Exact | State::Stem | State::Fuzzy => None,
    }
}

fn quotes<'t>(text: &'t AnswerText, spans: &'t [Span]) -> impl Iterator<Item = AnswerText> + 't {
    spans.iter().map(|span| AnswerText::new(span.of(text.raw())))
}

/// `label: feedback`, or either.
fn named(label: Option<&String>, feedback: Option<&String>) -> Option<String> {
    match (label, feedback) {
        (Some(label), Some(feedback)) => Some(format!("{label}: {feedback}")),
        (Some(only), None) | (None, Some(only)) => Some(only.clone()),
        (None, None) => None,
    }
}

fn wrong(response: &ResponseReport) -> Option<Topic> {
    match response {
        ResponseReport::Text { .. } | ResponseReport::Counted { right: true, .. } => None,
        ResponseReport::Short(gap) => gaps(std::slice::from_ref(gap)),
        ResponseReport::Filled { gaps: filled } => gaps(filled),
        ResponseReport::Picked { picked, left } => {
            let wrong = picked.iter().filter(|pick| !pick.right);
            let topic = Topic {
                quotes: wrong.map(|pick| AnswerText::new(pick.text.as_str())).collect(),
                adds: left.iter().map(|option| option.as_str().to_owned()).collect(),
            };
            (!topic.quotes.is_empty() || !topic.adds.is_empty()).then_some(topic)
        }
        ResponseReport::Judged { given, correct } => {
            let correct = correct.filter(|correct| correct != given)?;
            Some(Topic {
                quotes: vec![AnswerText::new(given.to_string())],
                adds: vec![format!("It is {correct}.")],
            })
        }
        ResponseReport::Counted { text, correct, unit, .. } => {
            let unit = unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
            let correct = correct.iter().map(|correct| format!("{correct}{unit}"));
            Some(Topic { quotes: vec![text.clone()], adds: correct.collect() })
        }
        ResponseReport::Ordered { concordant, pairs, .. } if concordant == pairs => None,
        ResponseReport::Ordered { given, correct, .. } => {
            let listed = |items: &[Markdown]| {
                items.iter().map(Markdown::as_str).collect::<Vec<_>>().join(", ")
            };
            Some(Topic {
                quotes: vec![AnswerText::new(listed(given))],
                adds: correct.iter().map(|items| listed(items)).collect(),
            })
        }
    }
}

fn gaps(gaps: &[GapReport]) -> Option<Topic> {
    let mut topic = Topic::default();
    for gap in gaps.iter().filter(|gap| !gap.fit.state.is_right()) {
        if gap.fit.state != FitState::Empty {
            topic.quotes.push(gap.text.clone());
        }
        topic.adds.extend(gap.correct.clone());
    }
    (!topic.quotes.is_empty() || !topic.adds.is_empty()).then_some(topic)
}
