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
    pub adds: Vec<Markdown>,
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
    adds: Vec<Markdown>,
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
            let mut topics = prose(text, keywords, misconceptions);
            if question.earned >= question.possible {
                // Nothing of weight is missing from an answer that earned all.
                topics.retain(|(cause, _)| *cause < Cause::NearMiss);
            }
            topics
        }
        (Some(response), _) => {
            wrong(response).map(|topic| (Cause::Wrong, topic)).into_iter().collect()
        }
        (None, Status::Skipped | Status::Unanswered) => {
            let adds = question.answer.iter().cloned().collect();
            vec![(Cause::Open, Topic { quotes: Vec::new(), adds })]
        }
        (None, Status::Answered | Status::Unreadable) => Vec::new(),
    }
}

fn prose(
    text: &AnswerText,
    keywords: &[KeywordReport],
    misconceptions: &[MisconceptionReport],
) -> Vec<(Cause, Topic)> {
    let mut topics = Vec::new();
    if !misconceptions.is_empty() {
        let spans = misconceptions.iter().flat_map(|slip| &slip.spans);
        let adds = misconceptions.iter().filter_map(correction).collect();
        topics.push((Cause::Misconception, Topic { quotes: quotes(text, spans), adds }));
    }
    for cause in [Cause::Claim, Cause::Denial, Cause::NearMiss, Cause::Miss] {
        let of_cause = || keywords.iter().filter(|it| cause_of(it) == Some(cause));
        if of_cause().next().is_some() {
            let quotes = quotes(text, of_cause().flat_map(|keyword| &keyword.spans));
            topics.push((cause, Topic { quotes, adds: of_cause().filter_map(addition).collect() }));
        }
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

/// The words at `spans`, each once.
fn quotes<'s>(text: &AnswerText, spans: impl Iterator<Item = &'s Span>) -> Vec<AnswerText> {
    let mut quotes: Vec<AnswerText> = Vec::new();
    for span in spans {
        let quote = AnswerText::new(span.of(text.raw()));
        if !quotes.contains(&quote) {
            quotes.push(quote);
        }
    }
    quotes
}

/// `label: feedback`, or either; the feedback alone where it begins with the label.
fn addition(keyword: &KeywordReport) -> Option<Markdown> {
    let Some(label) = &keyword.label else { return keyword.feedback.as_deref().map(Markdown::new) };
    let literal = Markdown::literal(label);
    Some(match &keyword.feedback {
        Some(feedback) if begins_with(feedback, label) => Markdown::new(feedback.as_str()),
        Some(feedback) => Markdown::new(format!("{}: {feedback}", literal.as_str())),
        None => literal,
    })
}

/// Whether `feedback`, less its marks of code, begins with `label` in whatever case.
fn begins_with(feedback: &str, label: &str) -> bool {
    let plain = |text: &str| text.replace('`', "").to_lowercase();
    plain(feedback).starts_with(&plain(label))
}

/// What is right in the place of what sounded wrong.
fn correction(slip: &MisconceptionReport) -> Option<Markdown> {
    let why = |label: &String| {
        Markdown::new(format!("why this is wrong: {}", Markdown::literal(label).as_str()))
    };
    slip.feedback.as_deref().map(Markdown::new).or_else(|| slip.label.as_ref().map(why))
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
                adds: left.clone(),
            };
            (!topic.quotes.is_empty() || !topic.adds.is_empty()).then_some(topic)
        }
        ResponseReport::Judged { given, correct } => {
            let correct = correct.filter(|correct| correct != given)?;
            Some(Topic {
                quotes: vec![AnswerText::new(given.to_string())],
                adds: vec![Markdown::new(format!("It is {correct}."))],
            })
        }
        ResponseReport::Counted { text, correct, unit, .. } => {
            let unit = unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
            let correct = correct.iter().map(|it| Markdown::literal(&format!("{it}{unit}")));
            Some(Topic { quotes: vec![text.clone()], adds: correct.collect() })
        }
        ResponseReport::Ordered { concordant, pairs, .. } if concordant == pairs => None,
        ResponseReport::Ordered { given, correct, .. } => {
            let listed = |items: &[Markdown]| {
                items.iter().map(Markdown::as_str).collect::<Vec<_>>().join(", ")
            };
            Some(Topic {
                quotes: vec![AnswerText::new(listed(given))],
                adds: correct.iter().map(|items| Markdown::new(listed(items))).collect(),
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
        topic.adds.extend(gap.correct.as_deref().map(Markdown::literal));
    }
    (!topic.quotes.is_empty() || !topic.adds.is_empty()).then_some(topic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::mixed;

    /// The first question of [`mixed`]: a keyword found, two missed, a misconception.
    fn prose() -> QuestionReport {
        mixed().questions.remove(0)
    }

    fn causes(question: &QuestionReport) -> Vec<Cause> {
        follow_ups(1, question).iter().map(|follow_up| follow_up.cause).collect()
    }

    #[test]
    fn what_sounds_wrong_is_answered_by_what_is_right_and_not_by_itself() {
        let mut question = prose();
        let adds = |question: &QuestionReport| follow_ups(1, question)[0].adds.clone();
        assert_eq!(adds(&question), [Markdown::new("A signal is synchronous.")]);
        if let Some(ResponseReport::Text { misconceptions, .. }) = &mut question.response {
            misconceptions[0].feedback = None;
        }
        let why = "why this is wrong: signals run in a task queue";
        assert_eq!(adds(&question), [Markdown::new(why)]);
    }

    #[test]
    fn a_full_answer_is_asked_only_about_what_sounds_wrong_is_claimed_or_denied() {
        let mut question = prose();
        assert_eq!(causes(&question), [Cause::Misconception, Cause::Claim, Cause::Miss]);
        question.earned = question.possible;
        assert_eq!(causes(&question), [Cause::Misconception, Cause::Claim]);
    }

    #[test]
    fn words_that_say_several_things_are_quoted_once() {
        let mut question = prose();
        if let Some(ResponseReport::Text { misconceptions, .. }) = &mut question.response {
            let again = misconceptions[0].clone();
            misconceptions.push(again);
        }
        assert_eq!(follow_ups(1, &question)[0].quotes, [AnswerText::new("celery")]);
    }

    #[test]
    fn feedback_that_begins_with_the_label_does_not_say_it_twice() {
        let adds = |label: &str| {
            let mut question = prose();
            if let Some(ResponseReport::Text { keywords, .. }) = &mut question.response {
                keywords[1].label = Some(label.to_owned());
                keywords[1].feedback = Some("`line_profiler` shows each line.".to_owned());
            }
            follow_ups(1, &question)[2].adds[0].clone()
        };
        assert_eq!(adds("Line_profiler").as_str(), "`line_profiler` shows each line.");
        assert_eq!(adds("profiler").as_str(), "profiler: `line_profiler` shows each line.");
    }

    #[test]
    fn a_label_is_no_markdown() {
        let mut question = prose();
        if let Some(ResponseReport::Text { keywords, .. }) = &mut question.response {
            keywords[1].label = Some("__init__".to_owned());
        }
        let adds = &follow_ups(1, &question)[2].adds;
        assert_eq!(adds[0], Markdown::literal("__init__"));
    }
}
