//! A question: what was asked, what was answered, what was found, what would have been right.

use maud::{Markup, html};

use super::answer::{Look, Mark, marked};
use super::depth::Depth;
use crate::grade::State;
use crate::hypertext::{answer_text, blocks, link, plain};
use crate::quiz::{Markdown, Points};
use crate::report::text::{count, duration};
use crate::report::{
    FitState, GapReport, KeywordReport, MisconceptionReport, QuestionReport, Report,
    ResponseReport, Status,
};

pub(super) fn question(
    report: &Report,
    number: usize,
    question: &QuestionReport,
    depth: Depth,
) -> Markup {
    html! {
        section.question {
            (depth.heading(&html! {
                "Question " (number) span.soft { " · " (question.earned) " of " (count(question.possible, "point")) }
            }))
            div.prompt { (blocks(&question.prompt)) }
            p.under { (circumstances(report, question)) }
            (answer(report, question))
            @for flag in &question.flags {
                p.flag { "Note: " (flag.meaning()) "." }
            }
            @if let Some(model) = &question.answer {
                p.soft { "A good answer:" }
                div.model { (blocks(model)) }
            }
            @if !question.sources.is_empty() {
                p.soft { "Read more: " @for (place, source) in question.sources.iter().enumerate() {
                    @if place > 0 { ", " } (link(source))
                } }
            }
        }
    }
}

/// Topic, level, time, hint, lateness and claims on one line.
fn circumstances(report: &Report, question: &QuestionReport) -> Markup {
    let level = question.level.map(|level| level.as_str().to_owned());
    let spent = question.spent.map(|spent| format!("{} spent", duration(spent)));
    let hint = question.hint.as_ref().map(|hint| match hint.cost {
        Points::ZERO => "hint taken".to_owned(),
        cost => format!("hint taken for {}", count(cost, "point")),
    });
    let late = question.late.then(|| "after the time was up".to_owned());
    let claimed = (question.claimed > question.earned)
        .then(|| format!("{} with claims granted", question.claimed));
    html! {
        (plain(report.topic_title(&question.topic)))
        @for part in [level, spent, hint, late, claimed].into_iter().flatten() { " · " (part) }
    }
}

fn answer(report: &Report, question: &QuestionReport) -> Markup {
    match (&question.response, question.status) {
        (Some(response), _) => respond(response),
        (None, Status::Skipped) => html! { p.bad { "Skipped." } },
        (None, Status::Unanswered) => html! { p.bad { "Not answered." } },
        (None, Status::Unreadable) => html! { p.bad { "The answer could not be read." } },
        (None, Status::Answered) if report.redaction.answers => {
            html! { p.soft { "Answered; the answer is not shown." } }
        }
        (None, Status::Answered) => html! { p.soft { "Answered." } },
    }
}

fn respond(response: &ResponseReport) -> Markup {
    match response {
        ResponseReport::Text { text, keywords, misconceptions, capped } => html! {
            (marked(text, &marks(keywords, misconceptions)))
            ul.found {
                @for (number, keyword) in (1..).zip(keywords) { (found(number, keyword)) }
                @for (number, slip) in (keywords.len() + 1..).zip(misconceptions) {
                    (misconception(number, slip))
                }
            }
            @if *capped {
                p.bad { "Half of the points at most, since a required keyword is missing." }
            }
        },
        ResponseReport::Short(only) => html! { ul.found { (gap("Answer", only)) } },
        ResponseReport::Filled { gaps } => html! {
            ul.found { @for (number, filled) in (1..).zip(gaps) {
                (gap(&format!("Gap {number}"), filled))
            } }
        },
        ResponseReport::Picked { picked, left } => html! {
            ul.found {
                @for pick in picked {
                    @if pick.right {
                        (line(Look::Good, "right", &blocks(&pick.text), None))
                    } @else {
                        (line(Look::Bad, "wrong", &blocks(&pick.text), pick.feedback.as_deref()))
                    }
                }
                @for option in left {
                    (line(Look::Bad, "not picked", &blocks(option), None))
                }
                @if picked.is_empty() { li.soft { "Nothing was picked." } }
            }
        },
        ResponseReport::Judged { given, correct } => {
            let said = html! { "Answered " strong { (yes_no(*given)) } "." };
            verdict(correct.map(|correct| correct == *given), &said, None)
        }
        ResponseReport::Counted { text, right, correct, unit, .. } => {
            let unit = unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
            let correct = correct.as_ref().map(|correct| format!("It is {correct}{unit}."));
            verdict(
                Some(*right),
                &html! { "Answered " (answer_text(text)) "." },
                correct.as_deref(),
            )
        }
        ResponseReport::Ordered { given, correct, concordant, pairs } => html! {
            ul.found {
                (line(
                    if concordant == pairs { Look::Good } else { Look::Fair },
                    &format!("{concordant} of {pairs}"),
                    &html! { "pairs are in the right order." },
                    None,
                ))
            }
            (sequence("Order given:", given))
            @if let Some(correct) = correct.as_ref().filter(|_| concordant < pairs) {
                (sequence("The right order:", correct))
            }
        },
    }
}

const fn yes_no(given: bool) -> &'static str {
    if given { "true" } else { "false" }
}

fn verdict(right: Option<bool>, said: &Markup, correct: Option<&str>) -> Markup {
    html! {
        ul.found {
            @match right {
                Some(true) => (line(Look::Good, "right", said, None)),
                Some(false) => (line(Look::Bad, "wrong", said, correct)),
                None => li { (said) },
            }
        }
    }
}

fn sequence(title: &str, items: &[Markdown]) -> Markup {
    html! {
        p.soft { (title) }
        ol { @for item in items { li { (blocks(item)) } } }
    }
}

fn line(look: Look, state: &str, what: &Markup, remark: Option<&str>) -> Markup {
    html! {
        li {
            span class={ "state " (look.class()) } { (state) } " " (what)
            @if let Some(remark) = remark { " " span.soft { (plain(remark)) } }
        }
    }
}

fn gap(name: &str, gap: &GapReport) -> Markup {
    let (look, state) = match gap.fit.state {
        FitState::Exact | FitState::Stem => (Look::Good, "right"),
        FitState::Fuzzy => (Look::Good, "right, misspelled"),
        FitState::NearMiss => (Look::Fair, "near, not counted"),
        FitState::Wrong => (Look::Bad, "wrong"),
        FitState::Empty => (Look::Bad, "empty"),
    };
    let correct = (gap.fit.state != FitState::Exact).then_some(gap.correct.as_deref()).flatten();
    let correct = correct.map(|correct| format!("It is {correct}."));
    let what = html! { (name) ": " (answer_text(&gap.text)) };
    line(look, state, &what, correct.as_deref())
}

fn marks(keywords: &[KeywordReport], misconceptions: &[MisconceptionReport]) -> Vec<Mark> {
    let found = (1..).zip(keywords).flat_map(|(number, keyword)| {
        let spans = keyword.spans.iter().chain(&keyword.cue);
        let look = standing(keyword.state).0;
        spans.map(move |span| Mark { span: *span, number, look })
    });
    let slips = (keywords.len() + 1..).zip(misconceptions).flat_map(|(number, slip)| {
        slip.spans.iter().map(move |span| Mark { span: *span, number, look: Look::Bad })
    });
    found.chain(slips).collect()
}

/// What became of a keyword, as people read it.
const fn standing(state: State) -> (Look, &'static str) {
    match state {
        State::Exact | State::Stem => (Look::Good, "found"),
        State::Fuzzy => (Look::Good, "misspelled"),
        State::Partial => (Look::Fair, "in part"),
        State::Negated => (Look::Bad, "denied"),
        State::NearMiss => (Look::Fair, "near"),
        State::Missed => (Look::Bad, "missed"),
    }
}

fn found(number: usize, keyword: &KeywordReport) -> Markup {
    let (look, state) = standing(keyword.state);
    let numbered = format!("keyword {number}");
    let label = keyword.label.as_deref().unwrap_or(&numbered);
    html! {
        li {
            span.soft { (number) ". " } span class={ "state " (look.class()) } { (state) } " " strong { (plain(label)) }
            @if keyword.required { " (required)" }
            @if let Some(similarity) = keyword.similarity.filter(|it| it.thousandths() < 1000) {
                span.soft { " · " (similarity) " alike" }
            }
            @if keyword.claimed { span.flag { " · claimed by the candidate" } }
            @if let Some(feedback) = &keyword.feedback { " · " (plain(feedback)) }
        }
    }
}

fn misconception(number: usize, slip: &MisconceptionReport) -> Markup {
    let label = slip.label.as_deref().unwrap_or("a misconception");
    html! {
        li {
            span.soft { (number) ". " } span.state.bad { "wrong" } " " strong { (plain(label)) }
            span.soft { " · costs " (count(slip.penalty, "point")) }
            @if let Some(feedback) = &slip.feedback { " · " (plain(feedback)) }
        }
    }
}
