//! A question: what was asked, what was answered, what was found, what would have been right.

use maud::{Markup, html};

use super::answer::marked;
use super::depth::Depth;
use crate::hypertext::{blocks, line as inline, link, plain};
use crate::quiz::Markdown;
use crate::report::render::content::{
    Findings, Line, Remark, What, circumstances, findings, unanswered,
};
use crate::report::text::count;
use crate::report::{QuestionReport, Report};

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
            p.under {
                @for (place, part) in circumstances(report, question).iter().enumerate() {
                    @if place > 0 { " · " } (plain(part))
                }
            }
            @match findings(question) {
                Some(findings) => (found(&findings)),
                None => {
                    @let (told, is_bad) = unanswered(report, question);
                    p class=(if is_bad { "bad" } else { "soft" }) { (told) }
                }
            }
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

fn found(findings: &Findings<'_>) -> Markup {
    html! {
        @if let Some(answer) = findings.answer { (marked(answer, &findings.marks)) }
        ul.found { @for found in &findings.lines { (line(found, findings.answer.is_some())) } }
        @for (title, items) in &findings.lists { (sequence(title, items)) }
        @for (note, is_bad) in &findings.notes {
            p class=(if *is_bad { "bad" } else { "soft" }) { (note) }
        }
    }
}

fn sequence(title: &str, items: &[Markdown]) -> Markup {
    html! {
        p.soft { (title) }
        ol { @for item in items { li { (blocks(item)) } } }
    }
}

/// `numbered` says whether lines stand behind their numbers, or the room for one.
fn line(line: &Line<'_>, numbered: bool) -> Markup {
    html! {
        li {
            @if numbered { span.place { @if let Some(number) = line.number { (number) ". " } } }
            @if let Some((look, state)) = &line.state {
                span class={ "state " (look.class()) } { (state) } " "
            }
            @match &line.what {
                What::Named(name) => { strong { (plain(name)) } }
                What::Option(option) => (blocks(option)),
                What::Said(before, said) => { (before) (plain(said)) }
                What::Plain(sentence) => (sentence),
            }
            @for remark in &line.remarks { (self::remark(remark)) }
        }
    }
}

fn remark(remark: &Remark<'_>) -> Markup {
    html! {
        @match remark {
            Remark::Soft(text) => { span.soft { " · " (plain(text)) } }
            Remark::Plain(text) => { " · " (inline(&Markdown::new(*text))) }
            Remark::Flag(text) => { span.flag { " · " (text) } }
        }
    }
}
