//! An answer with what was found in it marked, readable with and without colour.

use super::styled::{Look, Styled};
use crate::report::marks::{Cut, Part, parts};

const CUT: Cut = Cut { whole: 3000, context: 160 };

/// A place of the answer that a line below it speaks of.
pub type Mark = crate::report::marks::Mark<Look>;

/// `answer` with each marked stretch in brackets and followed by its numbers: `[per_save]¹`.
/// Stretches that overlap become one.
#[must_use]
pub fn highlight(answer: &str, marks: &[Mark]) -> Styled {
    let mut text = Styled::default();
    for part in parts(answer, marks, CUT) {
        match part {
            Part::Plain(span) => text.push(Look::Plain, span.of(answer)),
            Part::Marked { span, numbers: found, look } => {
                text.push(Look::Quiet, "[");
                text.push(look, span.of(answer));
                text.push(Look::Quiet, "]");
                text.push(Look::Quiet, numbers(&found));
            }
            Part::LeftOut(_) => text.push(Look::Plain, " … "),
        }
    }
    text
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

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
