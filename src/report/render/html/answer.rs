//! An answer with what was found in it marked and numbered, so that the list below it can be read
//! without a mouse and without colour.

use maud::{Markup, html};

use crate::quiz::AnswerText;
use crate::report::marks::{Cut, Part, parts};
use crate::report::render::content::Mark;

const CUT: Cut = Cut { whole: 8000, context: 400 };

/// The answer with its marks.
pub(super) fn marked(answer: &AnswerText, marks: &[Mark]) -> Markup {
    html! {
        div.answer dir="auto" {
            @for part in parts(answer.raw(), marks, CUT) {
                @match part {
                    Part::Plain(span) => (answer.part_for_terminal(span)),
                    Part::Marked { span, numbers, look } => {
                        mark class=(look.class()) {
                            (answer.part_for_terminal(span)) sup { (listed(&numbers)) }
                        }
                    }
                    Part::LeftOut(span) => {
                        span.soft { " [… " (span.len()) " bytes left out …] " }
                    }
                }
            }
        }
    }
}

fn listed(numbers: &[usize]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    numbers.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::render::content::findings::Look;
    use crate::span::Span;

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
