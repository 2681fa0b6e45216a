//! Figures and prompts as people read them.

use std::fmt::Display;

use pulldown_cmark::{Event, Parser, TagEnd};

use crate::attempt::Millis;
use crate::quiz::{Markdown, PerMille};

/// A share in per cent, with a decimal where it has one: `72.5%`.
#[must_use]
pub fn percent(share: PerMille) -> String {
    match (share.thousandths() / 10, share.thousandths() % 10) {
        (whole, 0) => format!("{whole}%"),
        (whole, tenth) => format!("{whole}.{tenth}%"),
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
