//! An answer with what was found in it marked and numbered, so that the list below it can be read
//! without a mouse and without colour.

use maud::{Markup, html};

use crate::quiz::{AnswerText, visible};
use crate::span::Span;

/// From this many bytes on, long stretches without a mark are left out.
const LONG: usize = 8000;
/// Bytes that are kept on either side of a mark in a long answer.
const CONTEXT: usize = 400;

/// What a mark says, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// It counts.
    Good,
    /// In part, or near.
    Fair,
    /// It costs points, or is denied.
    Bad,
}

impl Look {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Fair => "fair",
            Self::Bad => "bad",
        }
    }
}

/// A place of the answer that a line of the list below it speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub span: Span,
    pub number: usize,
    pub look: Look,
}

/// The answer with its marks.
pub(super) fn marked(answer: &AnswerText, marks: &[Mark]) -> Markup {
    let raw = answer.raw();
    let mut at = 0;
    html! {
        div.answer dir="auto" {
            @for stretch in stretches(marks) {
                (between(raw, at, Some(stretch.span.start())))
                mark class=(stretch.look.class()) {
                    (answer.part_for_terminal(stretch.span)) sup { (stretch.numbers()) }
                }
                @let () = at = stretch.span.end().max(at);
            }
            (between(raw, at, None))
        }
    }
}

/// The text from `start` to the mark at `end`; of a long answer only what stands next to a mark.
fn between(raw: &str, start: usize, end: Option<usize>) -> Markup {
    let text = Span::between(start, end.unwrap_or(raw.len())).of(raw);
    let whole = raw.len() <= LONG || text.len() <= 2 * CONTEXT;
    html! {
        @if whole {
            (visible(text))
        } @else {
            @let (head, tail) = ends(text, start > 0, end.is_some());
            (visible(head)) span.soft { " [… " (text.len() - head.len() - tail.len()) " bytes left out …] " } (visible(tail))
        }
    }
}

fn ends(text: &str, after_mark: bool, before_mark: bool) -> (&str, &str) {
    let head = if after_mark || !before_mark { CONTEXT } else { 0 };
    let tail = if before_mark { text.len() - CONTEXT } else { text.len() };
    let head = text.get(..text.floor_char_boundary(head)).unwrap_or_default();
    let tail = text.get(text.ceil_char_boundary(tail)..).unwrap_or_default();
    (head, tail)
}

/// Marks that overlap, as one.
struct Stretch {
    span: Span,
    marks: Vec<usize>,
    look: Look,
}

impl Stretch {
    fn numbers(&self) -> String {
        let numbers: Vec<String> = self.marks.iter().map(ToString::to_string).collect();
        numbers.join(",")
    }
}

fn stretches(marks: &[Mark]) -> Vec<Stretch> {
    let mut marks: Vec<Mark> = marks.iter().copied().filter(|it| !it.span.is_empty()).collect();
    marks.sort_by_key(|mark| (mark.span, mark.number));
    let mut stretches: Vec<Stretch> = Vec::new();
    for mark in marks {
        match stretches.last_mut() {
            Some(last) if last.span.overlaps(mark.span) => {
                last.span = last.span.join(mark.span);
                last.look = last.look.max(mark.look);
                if !last.marks.contains(&mark.number) {
                    last.marks.push(mark.number);
                }
            }
            _ => stretches.push(Stretch {
                span: mark.span,
                marks: vec![mark.number],
                look: mark.look,
            }),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(answer: &str, part: &str, number: usize) -> Mark {
        let start = answer.find(part).unwrap();
        Mark { span: Span::between(start, start + part.len()), number, look: Look::Good }
    }

    fn drawn(answer: &str, marks: &[Mark]) -> String {
        marked(&AnswerText::new(answer), marks).into_string()
    }

    #[test]
    fn marks_are_numbered_and_what_stands_around_them_is_escaped() {
        let answer = "<b> per_save & event";
        let marks = [mark(answer, "event", 2), mark(answer, "per_save", 1)];
        assert_eq!(
            drawn(answer, &marks),
            "<div class=\"answer\" dir=\"auto\">&lt;b&gt; <mark class=\"good\">per_save<sup>1</sup></mark> \
             &amp; <mark class=\"good\">event<sup>2</sup></mark></div>"
        );
    }

    #[test]
    fn a_long_answer_keeps_what_stands_around_its_marks() {
        let answer = format!("{}needle{}", "é ".repeat(40_000), "<".repeat(40_000));
        let shown = drawn(&answer, &[mark(&answer, "needle", 1)]);
        assert!(shown.contains("é <mark") && shown.contains("</mark>&lt;"), "{shown}");
        assert!(shown.len() < 3000, "{}", shown.len());
        assert!(drawn(&answer, &[]).len() < 3000);
    }
}
