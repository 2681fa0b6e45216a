//! What the answers of all candidates say about each question.

use std::fmt::Display;

use maud::{Markup, html};

use super::candidate::listed;
use crate::hypertext::plain;
use crate::report::analysis::{Analysis, Detail, Figure, Item, Withheld};
use crate::report::render::content::{meaning, reliability};
use crate::report::text::plain_prompt;

/// A table of the questions, and what is remarkable about parts of them.
pub(super) fn items(analysis: &Analysis) -> Markup {
    html! {
        h2 { "Questions" }
        p.soft { (meaning()) }
        (listed(&reliability(analysis)))
        div.wide tabindex="0" role="group" aria-label="Questions" {
            table.compare {
                thead { tr {
                    th.number scope="col" { "No." }
                    th scope="col" { "Question" }
                    th.number scope="col" { "n" }
                    th.number scope="col" { "Difficulty" }
                    th.number scope="col" { "Discrimination" }
                    th scope="col" { "To look at" }
                } }
                tbody { @for (number, item) in (1..).zip(&analysis.items) { (row(number, item)) } }
            }
        }
    }
}

fn row(number: usize, item: &Item) -> Markup {
    html! {
        tr {
            td.number data-value=(number) { (number) }
            th scope="row" { (plain(&plain_prompt(&item.prompt))) }
            td.number data-value=(item.difficulty.n()) { (item.difficulty.n()) }
            (cell(&item.difficulty, |value| i32::from(value.thousandths())))
            (cell(&item.discrimination, |value| value.thousandths()))
            td {
                @for remark in &item.remarks { div { (remark.meaning()) } }
                @for detail in &item.details { (remarkable(detail)) }
            }
        }
    }
}

fn cell<T: Display>(figure: &Figure<T>, value: impl Fn(&T) -> i32) -> Markup {
    html! {
        @match figure {
            Figure::Known { value: known, .. } => { td.number data-value=(value(known)) { (known) } }
            Figure::Withheld { why: Withheld::TooFew { .. }, .. } => { td.number.soft data-value="-9999" { "too few" } }
            Figure::Withheld { why, .. } => { td.soft data-value="-9999" { (why) } }
        }
    }
}

fn remarkable(detail: &Detail) -> Markup {
    html! {
        @if let (Some(remark), Some(best), Some(weakest)) = (detail.remark, detail.best.value(), detail.weakest.value()) {
            div {
                (detail.kind.as_str()) " " strong { (plain(&detail.label)) } ": " (remark.meaning())
                span.soft { " (" (best) " of the best, " (weakest) " of the weakest, n = " (detail.best.n()) ")" }
            }
        }
    }
}
