//! An answer with what was found in it marked, readable with and without colour.

use super::styled::{Look, Styled};
use crate::span::Span;

/// From this many bytes on, long stretches without a mark are left out.
const LONG: usize = 3000;
/// Bytes that are kept on either side of a mark in a long answer.
const CONTEXT: usize = 160;

/// A place of the answer that a line below it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// In the answer.
    pub span: Span,
    /// Of the line below.
    pub number: usize,
    /// Good, warning or bad.
    pub look: Look,
}

/// `answer` with each marked stretch in brackets and followed by its numbers: `[per_save]¹`.
/// Stretches that overlap become one.
#[must_use]
pub fn highlight(answer: &str, marks: &[Mark]) -> Styled {
    let mut text = Styled::default();
    let mut at = 0;
    for stretch in stretches(marks) {
        let between = Span::between(at, stretch.span.start()).of(answer);
        text.push(Look::Plain, shortened(between, at > 0, true, answer.len()));
        text.push(Look::Quiet, "[");
        text.push(stretch.look, stretch.span.of(answer));
        text.push(Look::Quiet, "]");
        text.push(Look::Quiet, numbers(&stretch.numbers));
        at = stretch.span.end().max(at);
    }
    let rest = Span::between(at, answer.len()).of(answer);
    text.push(Look::Plain, shortened(rest, at > 0, false, answer.len()));
    text
}

struct Stretch {
    span: Span,
    numbers: Vec<usize>,
    look: Look,
}

fn stretches(marks: &[Mark]) -> Vec<Stretch> {
    let mut marks = marks.to_vec();
    marks.sort_by_key(|mark| (mark.span, mark.number));
    let mut stretches: Vec<Stretch> = Vec::new();
    for mark in marks.iter().filter(|mark| !mark.span.is_empty()) {
        match stretches.last_mut() {
            Some(last) if last.span.overlaps(mark.span) => {
                last.span = last.span.join(mark.span);
                last.look = last.look.max(mark.look);
                if !last.numbers.contains(&mark.number) {
                    last.numbers.push(mark.number);
                }
            }
            _ => stretches.push(Stretch {
                span: mark.span,
                numbers: vec![mark.number],
                look: mark.look,
            }),
        }
    }
    stretches
}

/// Raised digits, with commas between several numbers.
fn numbers(numbers: &[usize]) -> String {
    let raised: Vec<String> = numbers.iter().map(|number| raised(*number)).collect();
    raised.join("˒")
}

/// `12` as `¹²`.
#[must_use]
pub fn raised(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = number.to_string();
    digits.bytes().filter_map(|digit| DIGITS.get(usize::from(digit - b'0'))).collect()
}

/// In a long answer, only what stands next to a mark.
fn shortened(between: &str, after: bool, before: bool, answer: usize) -> String {
    let kept = CONTEXT * (usize::from(after) + usize::from(before)).max(1);
    if answer <= LONG || between.len() <= kept {
        return between.to_owned();
    }
    let start = if after || !before { CONTEXT } else { 0 };
    let end = if before { between.len() - CONTEXT } else { between.len() };
    let head = between.get(..between.floor_char_boundary(start)).unwrap_or_default();
    let tail = between.get(between.ceil_char_boundary(end)..).unwrap_or_default();
    format!("{head} … {tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(answer: &str, part: &str, number: usize) -> Mark {
        let start = answer.find(part).unwrap();
        Mark { span: Span::between(start, start + part.len()), number, look: Look::Good }
    }

    #[test]
    fn each_find_is_bracketed_and_numbered() {
        let answer = "per_save fires before the event";
        let marks = [mark(answer, "event", 2), mark(answer, "per_save", 1)];
        assert_eq!(highlight(answer, &marks).text(), "[per_save]¹ fires before the [event]²");
    }

    #[test]
    fn finds_that_overlap_become_one_with_several_numbers() {
        let answer = "the cache framework";
        let marks = [mark(answer, "cache", 1), mark(answer, "cache framework", 12)];
        assert_eq!(highlight(answer, &marks).text(), "the [cache framework]¹˒¹²");
    }

    #[test]
    fn a_long_answer_keeps_what_stands_around_its_finds() {
        let answer = format!("{}needle{}", "é ".repeat(4000), " hay".repeat(4000));
        let shown = highlight(&answer, &[mark(&answer, "needle", 1)]).text();
        assert!(shown.contains(" é [needle]¹ hay"), "{shown}");
        assert!(shown.len() < 400, "{}", shown.len());
        assert!(highlight(&answer, &[]).text().len() < 400);
    }
}
