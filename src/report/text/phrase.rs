//! Figures and prompts as people read them.

use std::fmt::Display;

use pulldown_cmark::{Event, Parser, TagEnd};

use crate::attempt::{Millis, Mode};
use crate::quiz::{AnswerText, Markdown, PerMille};
use crate::report::value::Report;
use crate::span::Span;

/// A share in per cent, with a decimal where it has one: `72.5%`.
#[must_use]
pub fn percent(share: PerMille) -> String {
    match (share.thousandths() / 10, share.thousandths() % 10) {
        (whole, 0) => format!("{whole}%"),
        (whole, tenth) => format!("{whole}.{tenth}%"),
    }
}

/// A share in whole per cent, for where there is little room: `72%`. Rounded down as shares are.
#[must_use]
pub fn whole_percent(share: PerMille) -> String {
    format!("{}%", share.thousandths() / 10)
}

/// By how many points of a per cent a share rose, from thousandths: `+12.5`, `-3`, `same`.
#[must_use]
pub fn risen(thousandths: i32) -> String {
    let sign = if thousandths < 0 { '-' } else { '+' };
    let rise = thousandths.unsigned_abs();
    match (rise / 10, rise % 10) {
        (0, 0) => "same".to_owned(),
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

/// What stands between `names` in a row, so that those stay apart that have commas of their own.
pub(super) fn separator<'n>(mut names: impl Iterator<Item = &'n str>) -> &'static str {
    if names.any(|name| name.contains(',')) { "; " } else { ", " }
}

/// A text in quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// The words of an answer at `spans`, in quotes and made safe.
pub(crate) fn said(answer: &AnswerText, spans: &[Span]) -> String {
    let words = spans.iter().map(|span| answer.part_for_terminal(*span));
    let mut quotes: Vec<String> = words.map(|words| quoted(words.trim())).collect();
    quotes.dedup();
    quotes.join(", ")
}

/// The heading over what is worth asking: in a conversation, or oneself.
#[must_use]
pub fn asks_heading(report: &Report) -> &'static str {
    let own = report.sitting.as_ref().is_some_and(|sitting| sitting.mode == Mode::Practice);
    if own { "To ask yourself" } else { "To ask in the interview" }
}

/// Whether an attempt passes; nothing where the pass mark says nothing of it.
#[must_use]
pub const fn told_verdict(verdict: Option<bool>) -> &'static str {
    match verdict {
        Some(true) => "passed",
        Some(false) => "not passed",
        None => "",
    }
}

/// A duration in its two largest units: `1 h 5 min`, `12 min 4 s`, `34 s`.
#[must_use]
pub fn duration(duration: Millis) -> String {
    let seconds = duration.0 / 1000;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, 0) => format!("{minutes} min"),
        (0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (hours, 0, _) => format!("{hours} h"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}

/// `2026-11-24 22:35 UTC` from RFC 3339.
#[must_use]
pub fn moment(timestamp: &str) -> String {
    match (timestamp.get(..10), timestamp.get(11..16)) {
        (Some(day), Some(time)) => format!("{day} {time} UTC"),
        _ => crate::quiz::visible(timestamp).into_owned(),
    }
}

/// The first paragraph of a prompt without its Markdown, for a line of a list.
#[must_use]
pub fn plain_prompt(prompt: &Markdown) -> String {
    paragraphs(prompt, 1)
}

/// The whole of a text without its Markdown, on one line.
#[must_use]
pub fn plain_text(text: &Markdown) -> String {
    paragraphs(text, usize::MAX)
}

fn paragraphs(text: &Markdown, most: usize) -> String {
    let mut plain = String::new();
    let mut ended = 0;
    for event in Parser::new(text.as_str()) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                plain.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock,
            ) if !plain.trim().is_empty() => {
                ended += 1;
                if ended == most {
                    break;
                }
                plain.push(' ');
            }
            _ => {}
        }
    }
    plain.trim_end().to_owned()
}

/// `1 question`, `2 questions`, `0.5 points`.
#[must_use]
pub fn count(number: impl Display, what: &str) -> String {
    let number = number.to_string();
    let plural = if number == "1" { "" } else { "s" };
    format!("{number} {what}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Points;

    #[test]
    fn a_share_says_no_more_than_was_reached() {
        let share = PerMille::new(699);
        assert_eq!((percent(share), whole_percent(share)), ("69.9%".to_owned(), "69%".to_owned()));
        let told = [125, -30, 0, -1].map(risen);
        assert_eq!(told, ["+12.5", "-3", "same", "-0.1"]);
    }

    #[test]
    fn durations_name_two_units() {
        let cases = [
            (999, "0 s"),
            (34_000, "34 s"),
            (60_000, "1 min"),
            (754_000, "12 min 34 s"),
            (3_600_000, "1 h"),
            (3_930_000, "1 h 5 min"),
        ];
        for (millis, shown) in cases {
            assert_eq!(duration(Millis(millis)), shown);
        }
    }

    #[test]
    fn only_one_is_singular() {
        assert_eq!(count(1, "question"), "1 question");
        assert_eq!(count(0, "question"), "0 questions");
        assert_eq!(count(Points::from_thousandths(500), "point"), "0.5 points");
    }

    #[test]
    fn a_prompt_is_its_first_paragraph_without_marks() {
        let prompt = Markdown::new("What does `pre_save`\n**do**?\n\n```python\nx = 1\n```");
        assert_eq!(plain_prompt(&prompt), "What does pre_save do?");
        assert_eq!(plain_text(&prompt), "What does pre_save do? x = 1");
        assert_eq!(plain_text(&Markdown::new("- **one**\n- two")), "one two");
        assert_eq!(plain_text(&Markdown::literal("a*b*c __d__ <i>")), "a*b*c __d__ <i>");
    }
}
