use serde_json::json;

use super::fonts::{Fonts, no_more_fonts};
use super::glyphs::fit;
use crate::quiz::AnswerText;
use crate::report::render::tests::readable;
use crate::report::sample::mixed;
use crate::report::{Finished, Format, Options, Pile, Report, ResponseReport};

fn drawn(reports: impl IntoIterator<Item = Report>) -> Finished<Vec<u8>> {
    let mut pile = Pile::new(Format::Pdf, Options::default(), Vec::new());
    reports.into_iter().for_each(|report| pile.add(report).unwrap());
    pile.finish().unwrap()
}

/// A report that needs no font but for `answer`.
fn answering(answer: &str) -> Report {
    let mut report = mixed();
    report.topics[2].title = "Requests".to_owned();
    report.study.clear();
    report.candidate = None;
    if let Some(ResponseReport::Text { text, keywords, misconceptions, .. }) =
        &mut report.questions[0].response
    {
        *text = AnswerText::new(answer);
        for keyword in keywords {
            keyword.spans.clear();
        }
        misconceptions.clear();
    }
    report
}

#[test]
fn what_people_wrote_is_text_and_no_markup() {
    let markup = "#panic(1) $x$ *b* @c <d> \\u{1} [e] `f`";
    let mut report = answering(markup);
    report.candidate = Some(AnswerText::new(markup));
    report.quiz.title = markup.to_owned();
    let Finished { out, warnings } = drawn([report]);
    assert_eq!(warnings, [""; 0]);
    assert!(readable(Format::Pdf, &out).matches("#panic(1) $x$ *b* @c <d>").count() >= 3);
}

#[test]
fn long_words_and_names_fit_on_pages() {
    let mut report = answering(&"x".repeat(100_000));
    report.candidate = Some(AnswerText::new("n".repeat(500)));
    let text = readable(Format::Pdf, &drawn([report.clone(), report]).out);
    assert!(text.contains("bytes left out"), "{text}");
}

#[test]
fn the_same_reports_make_the_same_bytes() {
    assert_eq!(drawn([mixed()]).out, drawn([mixed()]).out);
}

#[test]
fn a_script_without_a_font_is_named_in_the_document_and_to_the_person() {
    let Finished { out, warnings } = drawn([answering("Дмитрий writes 漢字")]);
    let told = "no font here has these characters, each shown as □: 2 of Han";
    assert_eq!(warnings, [told]);
    let text = readable(Format::Pdf, &out);
    assert!(text.contains("2 of Han") && text.contains("Дмитрий writes □□"), "{text}");
}

#[test]
fn addresses_stay_as_they_are_and_long_words_may_break() {
    let word = "w".repeat(30);
    let mut data = json!({ "link": word, "text": word, "joined": "a\u{200d}b\u{3000}c" });
    let lacking = fit(&mut data, &mut Fonts::embedded(), no_more_fonts);
    assert_eq!(lacking.told(), None);
    assert_eq!(data["link"], word.as_str());
    assert_eq!(data["text"], format!("{}\u{200b}{}", "w".repeat(24), "w".repeat(6)));
}
