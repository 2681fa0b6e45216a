//! An answer with what was found in it marked, for whoever draws it.

use crate::span::Span;

/// A place of an answer that a line beside it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark<Look> {
    /// In bytes of the answer.
    pub span: Span,
    /// Of the line.
    pub number: usize,
    /// How it looks. Of marks that overlap the greatest one wins.
    pub look: Look,
}

/// A part of an answer that is drawn in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part<Look> {
    /// As it is.
    Plain(Span),
    /// Marks that overlap, as one.
    Marked { span: Span, numbers: Vec<usize>, look: Look },
    /// A long stretch without a mark, left out of a long answer.
    LeftOut(Span),
}

/// How much of a long answer is left out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cut {
    /// Answers of up to this many bytes are whole.
    pub whole: usize,
    /// Bytes that are kept on either side of a mark in a longer one.
    pub context: usize,
}

/// The parts of `answer` in order.
pub(crate) fn parts<Look: Copy + Ord>(
    answer: &str,
    marks: &[Mark<Look>],
    cut: Cut,
) -> Vec<Part<Look>> {
    let mut parts = Vec::new();
    let mut at = 0;
    for Stretch { span, numbers, look } in stretches(marks) {
        between(answer, Span::between(at, span.start()), true, cut, &mut parts);
        at = span.end().max(at);
        parts.push(Part::Marked { span, numbers, look });
    }
    between(answer, Span::between(at, answer.len()), false, cut, &mut parts);
    parts
}

/// Adds what stands between two marks, or before the first or after the last.
fn between<Look>(answer: &str, span: Span, before: bool, cut: Cut, parts: &mut Vec<Part<Look>>) {
    let after = span.start() > 0;
    let kept = cut.context * (usize::from(after) + usize::from(before)).max(1);
    if span.is_empty() {
        return;
    }
    if answer.len() <= cut.whole || span.len() <= kept {
        parts.push(Part::Plain(span));
        return;
    }
    let head = if after || !before { cut.context } else { 0 };
    let tail = if before { cut.context } else { 0 };
    let from = answer.floor_char_boundary(span.start() + head);
    let to = answer.ceil_char_boundary(span.end() - tail);
    let shown = [Span::between(span.start(), from), Span::between(to, span.end())];
    let [head, tail] = shown.map(|shown| (!shown.is_empty()).then_some(Part::Plain(shown)));
    parts.extend(head);
    parts.push(Part::LeftOut(Span::between(from, to)));
    parts.extend(tail);
}

/// Marks that overlap, as one.
struct Stretch<Look> {
    span: Span,
    numbers: Vec<usize>,
    look: Look,
}

fn stretches<Look: Copy + Ord>(marks: &[Mark<Look>]) -> Vec<Stretch<Look>> {
    let mut marks: Vec<_> = marks.iter().filter(|mark| !mark.span.is_empty()).collect();
    marks.sort_by_key(|mark| (mark.span, mark.number));
    let mut stretches: Vec<Stretch<Look>> = Vec::new();
    for &&Mark { span, number, look } in &marks {
        match stretches.last_mut() {
            Some(last) if last.span.overlaps(span) => {
                last.span = last.span.join(span);
                last.look = last.look.max(look);
                if !last.numbers.contains(&number) {
                    last.numbers.push(number);
                }
            }
            _ => stretches.push(Stretch { span, numbers: vec![number], look }),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUT: Cut = Cut { whole: 100, context: 10 };

    fn mark(answer: &str, part: &str, number: usize, look: u8) -> Mark<u8> {
        let start = answer.find(part).unwrap();
        Mark { span: Span::between(start, start + part.len()), number, look }
    }

    fn shown(answer: &str, marks: &[Mark<u8>]) -> String {
        let part = |part: &Part<u8>| match part {
            Part::Plain(span) => span.of(answer).to_owned(),
            Part::Marked { span, numbers, look } => {
                format!("[{} {numbers:?} {look}]", span.of(answer))
            }
            Part::LeftOut(span) => format!("({} left out)", span.len()),
        };
        parts(answer, marks, CUT).iter().map(part).collect()
    }

    #[test]
    fn marks_come_in_the_order_of_the_answer() {
        let answer = "per_save and event";
        let marks = [mark(answer, "event", 2, 0), mark(answer, "per_save", 1, 0)];
        assert_eq!(shown(answer, &marks), "[per_save [1] 0] and [event [2] 0]");
        assert_eq!(shown(answer, &[]), answer);
        assert_eq!(shown("", &[]), "");
    }

    #[test]
    fn marks_that_overlap_are_one_with_the_greatest_look() {
        let answer = "the cache framework";
        let marks = [
            mark(answer, "cache framework", 3, 1),
            mark(answer, "cache", 1, 0),
            mark(answer, "framework", 1, 2),
        ];
        assert_eq!(shown(answer, &marks), "the [cache framework [1, 3] 2]");
    }

    #[test]
    fn a_long_answer_keeps_what_stands_around_its_marks() {
        let answer = format!("{}needle{}", "é".repeat(100), "x".repeat(200));
        let marks = [mark(&answer, "needle", 1, 0)];
        assert_eq!(
            shown(&answer, &marks),
            "(190 left out)ééééé[needle [1] 0]xxxxxxxxxx(190 left out)"
        );
        assert_eq!(shown(&answer, &[]), "ééééé(396 left out)");
    }
}
