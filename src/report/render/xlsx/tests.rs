use super::layout::Sheet;
use crate::quiz::AnswerText;
use crate::report::render::tests::unpacked;
use crate::report::sample::mixed;
use crate::report::{Format, Options, Pile, Report, ResponseReport};

fn workbook(reports: impl IntoIterator<Item = Report>) -> Vec<u8> {
    let mut pile = Pile::new(Format::Xlsx, Options::default(), Vec::new());
    for report in reports {
        pile.add(report).unwrap();
    }
    pile.finish().unwrap().out
}

/// The XML of `sheet`.
fn xml(workbook: &[u8], sheet: Sheet) -> String {
    let name = format!("xl/worksheets/sheet{}.xml", sheet as usize + 1);
    unpacked(workbook).remove(&name).unwrap()
}

/// What a spreadsheet might run or choke on.
const HOSTILE: [&str; 6] = [
    "=HYPERLINK(\"http://evil.example\",\"click\")",
    "+1+cmd|'/c calc'!A0",
    "@SUM(A1)",
    "</t></is></c><c><f>1+1</f></c> <![CDATA[ ]]> &amp;",
    "\u{1b}[2J\u{0}\u{b}\u{fffe}\u{202e} _x001B_",
    "{=1+1}",
];

#[test]
fn hostile_text_is_text() {
    for hostile in HOSTILE {
        let mut report = mixed();
        report.candidate = Some(AnswerText::new(hostile));
        report.quiz.title = hostile.to_owned();
        report.topics[0].title = hostile.to_owned();
        if let Some(ResponseReport::Text { text, keywords, .. }) = &mut report.questions[0].response
        {
            *text = AnswerText::new(hostile);
            keywords[0].label = Some(hostile.to_owned());
        }
        let workbook = workbook([report.clone(), report]);
        for sheet in [Sheet::Summary, Sheet::Topics, Sheet::Questions, Sheet::Answers, Sheet::Items]
        {
            let xml = xml(&workbook, sheet);
            assert!(!xml.contains("<f>") && !xml.contains("<hyperlink"), "{hostile}");
            assert!(!xml.contains(['\u{1b}', '\0', '\u{b}', '\u{202e}']), "{hostile}");
        }
        if !hostile.contains('\u{1b}') {
            let escaped = hostile.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let shown = xml(&workbook, Sheet::Answers).replace("&quot;", "\"");
            assert!(shown.contains(&escaped), "{hostile} is not shown");
        }
    }
}

#[test]
fn an_answer_of_a_megabyte_fits_a_cell() {
    let mut report = mixed();
    if let Some(ResponseReport::Text { text, .. }) = &mut report.questions[0].response {
        *text = AnswerText::new("word ".repeat(200_000));
    }
    assert!(xml(&workbook([report]), Sheet::Answers).contains("bytes left out]"));
}

#[test]
fn figures_and_times_are_numbers() {
    let workbook = workbook([mixed()]);
    let questions = xml(&workbook, Sheet::Questions);
    let summary = xml(&workbook, Sheet::Summary);
    // The third row is the second question, which was skipped after five seconds.
    let row = questions.split("<row r=\"3\"").nth(1).unwrap();
    let cell = |name: &str| {
        let cell = row.split(&format!("<c r=\"{name}\"")).nth(1).unwrap();
        cell.split("</c>").next().unwrap().to_owned()
    };
    assert!(cell("F3").contains("<v>0</v>") && !cell("F3").contains("t="), "{}", cell("F3"));
    assert!(cell("K3").contains("<v>0.0000578"), "{}", cell("K3"));
    // 2026-11-24 22:35 as days since 1900.
    assert!(summary.contains("<v>46350.9409"), "{summary}");
    assert!(summary.contains("<autoFilter") && summary.contains("state=\"frozen\""));
    assert!(summary.contains("<colorScale>") && summary.contains("<drawing"));
}

#[test]
fn the_same_reports_make_the_same_bytes() {
    assert_eq!(workbook([mixed(), mixed()]), workbook([mixed(), mixed()]));
}
