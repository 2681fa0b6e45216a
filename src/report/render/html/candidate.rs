//! One attempt: who, how much and how sure, per topic, the facts, what to ask; then every question.

use maud::{Markup, html};

use super::chart;
use super::depth::Depth;
use super::question::question;
use crate::hypertext::{answer_text, line, link, plain};
use crate::quiz::visible;
use crate::report::render::content::{facts, uncertainty};
use crate::report::text::{asks_heading, count, percent, risen, told_verdict};
use crate::report::{Certainty, FollowUp, Report};
use crate::score::Tally;

/// Who it is, and which quiz was graded by what.
pub(super) fn header(report: &Report, name: &Markup, depth: Depth) -> Markup {
    html! {
        (depth.heading(name))
        p.under {
            (plain(&report.quiz.title)) " · quiz " code title=(report.quiz.digest) { (report.quiz.short_digest()) }
            " · graded by viva " (visible(&report.grader))
        }
    }
}

/// The name of whom the report is about.
pub(super) fn name(report: &Report) -> Markup {
    html! {
        @if let Some(name) = &report.candidate { (answer_text(name)) } @else { "Score report" }
    }
}

/// All but the header, with headings from `depth` down.
pub(super) fn body(report: &Report, asks: usize, depth: Depth) -> Markup {
    html! {
        (score(report))
        (shares("Topics", "Topic", report, depth, report.topics.iter().map(|topic| (topic.title.as_str(), &topic.score, topic.certainty))))
        (changes(report, depth))
        (facts_of(report, depth))
        (interview(report, asks, depth))
        @if report.levels.len() > 1 {
            (shares("Levels", "Level", report, depth, report.levels.iter().map(|level| (level.level.as_str(), &level.score, level.certainty))))
        }
        (study(report, depth))
        section.appendix {
            (depth.heading(&html! { "Questions and answers" }))
            @for (number, asked) in (1..).zip(&report.questions) {
                (question(report, number, asked, depth.below()))
            }
            @if !report.gone.is_empty() {
                p.soft {
                    "Asked, but not in the quiz graded against, and not counted: "
                    @for (place, id) in report.gone.iter().enumerate() {
                        @if place > 0 { ", " } (plain(id.as_str()))
                    }
                }
            }
        }
    }
}

fn score(report: &Report) -> Markup {
    let look = if report.passed { "good" } else { "bad" };
    let verdict = report.verdict();
    html! {
        div.score {
            strong { (percent(report.total.share)) }
            @if verdict.is_some() { span class={ "verdict " (look) } { (told_verdict(verdict)) } }
            span {
                (report.total.earned) " of " (count(report.total.possible, "point"))
                @if verdict.is_some() { ", pass mark " (percent(report.pass)) }
            }
        }
        @if report.certainty != Certainty::TooFew {
            (chart::bar(report.total.share, report.certainty, report.pass))
        }
        @if verdict.is_some() {
            @let told = uncertainty(report);
            p { (told.before) strong { (told.figure) } (told.after) }
        }
        @if report.claims > 0 {
            p { "With " (count(report.claims, "claim")) " of the candidate granted it would be " (percent(report.total.claimed_share)) "; claims never make a pass." }
        }
    }
}

fn shares<'r>(
    title: &str,
    one: &str,
    report: &Report,
    depth: Depth,
    rows: impl Iterator<Item = (&'r str, &'r Tally, Certainty)>,
) -> Markup {
    html! {
        (depth.heading(&html! { (title) }))
        div.wide tabindex="0" role="group" aria-label=(title) {
            table.bars {
                thead { tr {
                    th scope="col" { (one) }
                    th.chart scope="col" { "Share" }
                    th.number scope="col" { "%" }
                    th.number scope="col" { "Between" }
                    th.number scope="col" { "Points" }
                    th.number scope="col" { "Questions" }
                } }
                tbody { @for (name, tally, certainty) in rows { tr {
                    th scope="row" { (plain(name)) }
                    @match certainty {
                        Certainty::TooFew => { td.chart.soft colspan="3" { "too few to tell" } }
                        Certainty::Interval(interval) => {
                            td.chart { (chart::bar(tally.share, certainty, report.pass)) }
                            td.number.share { (percent(tally.share)) }
                            td.number data-label="between" { (interval) }
                        }
                    }
                    td.number data-label="points" { (tally.earned) " of " (tally.possible) }
                    td.number data-label="questions" { (tally.questions) }
                } } }
            }
        }
    }
}

/// What changed since the attempt before.
fn changes(report: &Report, depth: Depth) -> Markup {
    html! {
        @if report.changes().next().is_some() {
            (depth.heading(&html! { "Since the last time, the same questions" }))
            div.wide tabindex="0" role="group" aria-label="Since the last time, the same questions" {
                table {
                    thead { tr {
                        th scope="col" { "Topic" }
                        th.number scope="col" { "Last time" }
                        th.number scope="col" { "Now" }
                        th.number scope="col" { "Change" }
                    } }
                    tbody { @for change in report.changes() { tr {
                        th scope="row" { (plain(&change.topic.title)) }
                        td.number { (percent(change.was)) }
                        td.number { (percent(change.is)) }
                        td.number { (risen(change.rise())) }
                    } } }
                }
            }
        }
    }
}

fn facts_of(report: &Report, depth: Depth) -> Markup {
    html! {
        (depth.heading(&html! { "Facts of the attempt" }))
        (listed(&facts(report)))
        @if report.sitting.is_none() {
            p.soft { "Answers came from a file without times." }
        }
    }
}

/// Facts with their names.
pub(super) fn listed(facts: &[(&'static str, String)]) -> Markup {
    html! { dl.facts { @for (name, value) in facts { div { dt { (name) } dd { (value) } } } } }
}

fn interview(report: &Report, asks: usize, depth: Depth) -> Markup {
    html! {
        @if !report.interview.is_empty() {
            (depth.heading(&html! { (asks_heading(report)) }))
            ol.asks { @for follow_up in report.interview.iter().take(asks) { (ask(follow_up)) } }
            @if report.interview.len() > asks {
                p.soft { "The most telling of " (report.interview.len()) "." }
            }
        }
    }
}

fn ask(follow_up: &FollowUp) -> Markup {
    html! {
        li {
            p { strong { (follow_up.cause.ask()) } }
            p.soft { "Question " (follow_up.number) ": " (plain(&crate::report::text::plain_prompt(&follow_up.prompt))) }
            @if !follow_up.quotes.is_empty() {
                p { "The answer says " @for (place, quote) in follow_up.quotes.iter().enumerate() {
                    @if place > 0 { ", " } q { (answer_text(quote)) }
                } "." }
            }
            @if !follow_up.adds.is_empty() {
                p { "A good answer would add:" }
                ul { @for add in &follow_up.adds { li { (line(add)) } } }
            }
        }
    }
}

fn study(report: &Report, depth: Depth) -> Markup {
    html! {
        @if !report.study.is_empty() {
            (depth.heading(&html! { "What to study" }))
            ul { @for study in &report.study { li {
                (plain(&study.title))
                @if let Some(share) = report.study_share(study) { span.soft { " · " (percent(share)) } }
                @for source in &study.sources { br; (link(source)) }
            } } }
        }
    }
}
