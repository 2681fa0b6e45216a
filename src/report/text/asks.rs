//! What to ask in an interview.

use super::line::wrap;
use super::phrase::{asks_heading, plain_prompt, plain_text};
use super::style::{Role, Style};
use crate::report::interview::FollowUp;
use crate::report::value::Report;

/// Columns before what belongs to one thing to ask.
const INDENT: usize = 6;

/// The first `most` things to ask.
pub(super) fn asks(report: &Report, most: usize, style: &Style) -> Vec<String> {
    let asked = report.interview.get(..most.min(report.interview.len())).unwrap_or_default();
    if asked.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), style.paint(Role::Heading, asks_heading(report))];
    for (number, follow_up) in (1..).zip(asked) {
        lines.extend(ask(number, follow_up, style));
    }
    lines
}

fn ask(number: usize, follow_up: &FollowUp, style: &Style) -> Vec<String> {
    let question = wrap(follow_up.cause.ask(), INDENT, style);
    let mut lines: Vec<String> = question.iter().map(|line| line.trim_start().to_owned()).collect();
    for (place, line) in lines.iter_mut().enumerate() {
        let before = if place == 0 { format!("  {number:>2}  ") } else { " ".repeat(INDENT) };
        line.insert_str(0, &before);
    }
    let place = follow_up.number;
    let about = plain_prompt(&follow_up.prompt);
    let about = format!("on question {place} ({}): {about}", follow_up.cause.what());
    let quotes = follow_up.quotes.iter().map(|quote| {
        let quote = quote.for_terminal();
        (Role::Fair, format!("\"{}\"", quote.trim()))
    });
    let adds = follow_up.adds.iter().map(|adds| (Role::Good, format!("+ {}", plain_text(adds))));
    let notes = std::iter::once((Role::Faint, about)).chain(quotes).chain(adds);
    for (role, note) in notes {
        lines.extend(wrap(&note, INDENT, style).iter().map(|line| style.paint(role, line)));
    }
    lines
}
