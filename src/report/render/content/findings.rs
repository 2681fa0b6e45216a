//! An answer and what was found in it, line by line.

use std::borrow::Cow;

use crate::grade::State;
use crate::quiz::{AnswerText, Markdown};
use crate::report::text::{count, said, told_points};
use crate::report::{
    FitState, GapReport, KeywordReport, MisconceptionReport, QuestionReport, ResponseReport, Worths,
};
use crate::span::Span;

/// What a mark or a line says, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::report::render) enum Look {
    /// It counts.
    Good,
    /// In part, or near.
    Fair,
    /// It costs points, or is denied.
    Bad,
}

impl Look {
    /// As styles call it.
    pub(in crate::report::render) const fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Fair => "fair",
            Self::Bad => "bad",
        }
    }
}

/// A place of an answer that one of the lines speaks of.
pub(in crate::report::render) type Mark = crate::report::marks::Mark<Look>;

/// An answer and what was found in it.
#[derive(Default)]
pub(in crate::report::render) struct Findings<'r> {
    /// Prose, which is shown as a whole.
    pub answer: Option<&'r AnswerText>,
    /// What is marked in the prose.
    pub marks: Vec<Mark>,
    pub lines: Vec<Line<'r>>,
    /// Items in an order, with what it is.
    pub lists: Vec<(&'static str, &'r [Markdown])>,
    /// What is to be known of the answer as a whole, and whether it is bad.
    pub notes: Vec<(String, bool)>,
}

/// One thing that was found or is missing.
pub(in crate::report::render) struct Line<'r> {
    /// Of the marks that belong to it.
    pub number: Option<usize>,
    /// In a word.
    pub state: Option<(Look, Cow<'static, str>)>,
    pub what: What<'r>,
    pub remarks: Vec<Remark<'r>>,
}

/// What a line is about.
pub(in crate::report::render) enum What<'r> {
    /// Something that has a name.
    Named(Cow<'r, str>),
    /// An option.
    Option(&'r Markdown),
    /// What was answered, after an introduction.
    Said(String, Cow<'r, str>),
    /// A sentence of ours.
    Plain(&'static str),
}

/// What follows on a line.
pub(in crate::report::render) enum Remark<'r> {
    /// Of less weight.
    Soft(Cow<'r, str>),
    /// As much as the rest.
    Plain(&'r str),
    /// To be looked at.
    Flag(&'static str),
}

/// What is to be said about the response to `question`; `None` where there is none.
pub(in crate::report::render) fn findings(question: &QuestionReport) -> Option<Findings<'_>> {
    Some(of_response(question, question.response.as_ref()?))
}

fn of_response<'r>(question: &'r QuestionReport, response: &'r ResponseReport) -> Findings<'r> {
    let lines = |lines: Vec<_>| Findings { lines, ..Findings::default() };
    match response {
        ResponseReport::Text { text, keywords, misconceptions, capped, .. } => Findings {
            answer: Some(text),
            marks: marks(keywords, misconceptions),
            lines: prose(question, text, keywords, misconceptions),
            lists: Vec::new(),
            notes: capped.then(capped_note).into_iter().chain(enough_note(question)).collect(),
        },
        ResponseReport::Short(only) => lines(vec![gap("Answer: ".to_owned(), only)]),
        ResponseReport::Filled { gaps } => {
            let named = (1..).zip(gaps).map(|(number, it)| gap(format!("Gap {number}: "), it));
            lines(named.collect())
        }
        ResponseReport::Picked { picked, left } => {
            let picked = picked.iter().map(|pick| {
                let what = What::Option(&pick.text);
                if pick.right {
                    return judged(Look::Good, "right", what);
                }
                let remarks = soft(pick.feedback.as_deref());
                Line { remarks, ..judged(Look::Bad, "wrong", what) }
            });
            let left = left.iter().map(|it| judged(Look::Bad, "not picked", What::Option(it)));
            let mut all: Vec<_> = picked.collect();
            if all.is_empty() {
                let what = What::Plain("Nothing was picked.");
                all.push(Line { number: None, state: None, what, remarks: Vec::new() });
            }
            all.extend(left);
            lines(all)
        }
        ResponseReport::Judged { given, correct } => {
            let said = What::Said("Answered ".to_owned(), given.to_string().into());
            lines(vec![verdict(correct.map(|correct| correct == *given), said, Vec::new())])
        }
        ResponseReport::Counted { text, right, correct, unit, .. } => {
            let unit = unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
            let correct = correct.as_ref().filter(|_| !right);
            let remarks = correct.map(|it| Remark::Soft(format!("It is {it}{unit}.").into()));
            let said = What::Said("Answered ".to_owned(), text.for_terminal());
            lines(vec![verdict(Some(*right), said, remarks.into_iter().collect())])
        }
        ResponseReport::Ordered { given, correct, concordant, pairs } => {
            let right = concordant == pairs;
            let look = if right { Look::Good } else { Look::Fair };
            let correct = correct.as_deref().filter(|_| !right);
            let order = judged(look, "", What::Plain("pairs are in the right order."));
            let state = Some((look, format!("{concordant} of {pairs}").into()));
            Findings {
                lines: vec![Line { state, ..order }],
                lists: std::iter::once(("Order given:", given.as_slice()))
                    .chain(correct.map(|items| ("The right order:", items)))
                    .collect(),
                ..Findings::default()
            }
        }
    }
}

fn judged<'r>(look: Look, state: &'static str, what: What<'r>) -> Line<'r> {
    Line { number: None, state: Some((look, state.into())), what, remarks: Vec::new() }
}

fn verdict<'r>(right: Option<bool>, what: What<'r>, remarks: Vec<Remark<'r>>) -> Line<'r> {
    let state =
        right.map(
            |right| {
                if right { (Look::Good, "right".into()) } else { (Look::Bad, "wrong".into()) }
            },
        );
    Line { number: None, state, what, remarks }
}

fn soft(remark: Option<&str>) -> Vec<Remark<'_>> {
    remark.map(|remark| Remark::Soft(remark.into())).into_iter().collect()
}

fn gap(name: String, gap: &GapReport) -> Line<'_> {
    let (look, state) = match gap.fit.state {
        FitState::Exact | FitState::Stem => (Look::Good, "right"),
        FitState::Fuzzy => (Look::Good, "right, misspelled"),
        FitState::NearMiss => (Look::Fair, "near, not counted"),
        FitState::Wrong => (Look::Bad, "wrong"),
        FitState::Empty => (Look::Bad, "empty"),
    };
    let correct = (gap.fit.state != FitState::Exact).then_some(gap.correct.as_deref()).flatten();
    let remarks = correct.map(|correct| Remark::Soft(format!("It is {correct}.").into()));
    Line {
        remarks: remarks.into_iter().collect(),
        ..judged(look, state, What::Said(name, gap.text.for_terminal()))
    }
}

fn marks(keywords: &[KeywordReport], misconceptions: &[MisconceptionReport]) -> Vec<Mark> {
    let found = (1..).zip(keywords).flat_map(|(number, keyword)| {
        let spans = keyword.spans.iter().chain(&keyword.cue);
        let look = look(keyword.state);
        spans.map(move |span| Mark { span: *span, number, look })
    });
    let slips = (keywords.len() + 1..).zip(misconceptions).flat_map(|(number, slip)| {
        slip.spans.iter().map(move |span| Mark { span: *span, number, look: Look::Bad })
    });
    found.chain(slips).collect()
}

fn capped_note() -> (String, bool) {
    ("Half of the points at most, since a required keyword is missing.".to_owned(), true)
}

/// That fewer keywords than all are enough.
fn enough_note(question: &QuestionReport) -> Option<(String, bool)> {
    let all = Worths::of(question)?.more_than_enough()?;
    let told = format!(
        "All of this is worth {}, of which {} are enough.",
        count(all, "point"),
        question.possible
    );
    Some((told, false))
}

fn prose<'r>(
    question: &QuestionReport,
    text: &'r AnswerText,
    keywords: &'r [KeywordReport],
    misconceptions: &'r [MisconceptionReport],
) -> Vec<Line<'r>> {
    let worths = Worths::of(question);
    let slips = (keywords.len() + 1..).zip(misconceptions);
    // Without the key what was found goes by the words of the answer, and what was not by its number.
    let named = (1..).zip(keywords).filter(|(_, it)| it.label.is_some() || !it.spans.is_empty());
    let named = named.map(|(number, it)| keyword(number, it, text, worths));
    named
        .chain(nameless(keywords))
        .chain(slips.map(|(number, slip)| misconception(number, slip, text)))
        .collect()
}

/// How many keywords without a name have no place in the answer.
fn nameless<'r>(keywords: &[KeywordReport]) -> Option<Line<'r>> {
    let missed = || keywords.iter().filter(|it| it.label.is_none() && it.spans.is_empty());
    let told = format!("{} of {} looked for", missed().count(), count(keywords.len(), "thing"));
    let claimed = missed().filter(|keyword| keyword.claimed).count();
    let claimed = format!("{claimed} of them claimed by the candidate");
    let remarks = missed().any(|it| it.claimed).then(|| Remark::Soft(claimed.into()));
    missed().next()?;
    let line = judged(Look::Bad, "missed", What::Said(String::new(), told.into()));
    Some(Line { remarks: remarks.into_iter().collect(), ..line })
}

const fn look(state: State) -> Look {
    match state {
        State::Exact | State::Stem | State::Fuzzy => Look::Good,
        State::Partial | State::NearMiss => Look::Fair,
        State::Negated | State::Missed => Look::Bad,
    }
}

fn keyword<'r>(
    number: usize,
    keyword: &'r KeywordReport,
    text: &AnswerText,
    worths: Option<Worths>,
) -> Line<'r> {
    let (look, state) = (look(keyword.state), keyword.state.in_words());
    let alike = keyword.similarity.filter(|it| it.thousandths() < 1000);
    let remarks = [
        worths.map(|worths| Remark::Soft(told_points(keyword, worths).into())),
        keyword.required.then_some(Remark::Plain("required")),
        alike.map(|similarity| Remark::Soft(format!("{similarity} alike").into())),
        keyword.claimed.then_some(Remark::Flag("claimed by the candidate")),
        keyword.feedback.as_deref().map(Remark::Plain),
    ];
    Line {
        number: Some(number),
        remarks: remarks.into_iter().flatten().collect(),
        ..judged(look, state, called(keyword.label.as_deref(), text, &keyword.spans))
    }
}

fn misconception<'r>(number: usize, slip: &'r MisconceptionReport, text: &AnswerText) -> Line<'r> {
    let costs = Remark::Soft(format!("costs {}", count(slip.penalty, "point")).into());
    Line {
        number: Some(number),
        remarks: std::iter::once(costs)
            .chain(slip.feedback.as_deref().map(Remark::Plain))
            .collect(),
        ..judged(Look::Bad, "wrong", called(slip.label.as_deref(), text, &slip.spans))
    }
}

/// Its label, or where the key is left out the words of the answer.
fn called<'r>(label: Option<&'r str>, text: &AnswerText, spans: &[Span]) -> What<'r> {
    match label {
        Some(label) => What::Named(label.into()),
        None => What::Said(String::new(), said(text, spans).into()),
    }
}
