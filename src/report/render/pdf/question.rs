//! A question as data: what was asked, what was answered, what was found.

use serde::Serialize;
use unicode_script::{Script, UnicodeScript};
use unicode_width::UnicodeWidthStr;

use super::prose::{Block, Run, address, blocks, inline, plain};
use crate::quiz::{AnswerText, Markdown, visible};
use crate::report::marks::{Cut, Part, parts};
use crate::report::render::content::{
    Findings, Line, Mark, Remark, What, circumstances, findings, findings::Look, unanswered,
};
use crate::report::text::count;
use crate::report::{QuestionReport, Report};

const CUT: Cut = Cut { whole: 6000, context: 400 };

/// Columns of a line of an answer, about; and lines up to which a question stays on one page.
const COLUMNS: usize = 88;
const TOGETHER: usize = 18;

#[derive(Debug, Serialize)]
pub(super) struct Question {
    number: usize,
    points: String,
    prompt: Vec<Block>,
    under: String,
    /// What stands in the place of an answer that is not there, and whether that is bad.
    unanswered: Option<(String, bool)>,
    found: Found,
    flags: Vec<String>,
    model: Vec<Block>,
    sources: Vec<Run>,
    /// Whether it is so short that a page should hold all of it.
    together: bool,
}

/// An answer and what was found in it.
#[derive(Debug, Default, Serialize)]
struct Found {
    answer: Option<Answer>,
    lines: Vec<Drawn>,
    lists: Vec<(&'static str, Vec<Vec<Block>>)>,
    notes: Vec<(String, bool)>,
}

#[derive(Debug, Serialize)]
struct Answer {
    /// Whether it is written from right to left.
    rtl: bool,
    parts: Vec<Piece>,
    together: bool,
}

/// A stretch of an answer.
#[derive(Debug, Default, Serialize)]
struct Piece {
    text: String,
    /// How it is marked, if it is.
    look: Option<&'static str>,
    /// The lines that speak of it.
    numbers: String,
    /// Whether it says what was left out.
    soft: bool,
}

/// A line of what was found.
#[derive(Debug, Serialize)]
struct Drawn {
    number: Option<usize>,
    look: Option<&'static str>,
    state: String,
    strong: bool,
    what: String,
    option: Vec<Block>,
    remarks: Vec<(&'static str, Vec<Run>)>,
}

impl Question {
    pub(super) fn new(report: &Report, number: usize, asked: &QuestionReport) -> Self {
        let found = findings(asked).map(|findings| Found::new(&findings));
        let model = asked.answer.as_ref();
        let text = asked.given().map_or(0, |given| lines(given.raw()));
        let all = text
            + lines(asked.prompt.as_str())
            + model.map_or(0, |model| lines(model.as_str()))
            + found.as_ref().map_or(0, |found| found.lines.len());
        Self {
            number,
            points: format!("{} of {}", asked.earned, count(asked.possible, "point")),
            prompt: blocks(&asked.prompt),
            under: circumstances(report, asked).join(" · "),
            unanswered: asked.response.is_none().then(|| unanswered(report, asked)),
            found: found.unwrap_or_default(),
            flags: asked.flags.iter().map(|flag| flag.meaning().to_owned()).collect(),
            model: model.map(blocks).unwrap_or_default(),
            sources: asked.sources.iter().map(|source| address(source)).collect(),
            together: all <= TOGETHER,
        }
    }
}

/// Lines that a text takes, about.
fn lines(text: &str) -> usize {
    text.lines().map(|line| line.width() / COLUMNS + 1).sum()
}

impl Found {
    fn new(findings: &Findings<'_>) -> Self {
        let list = |(title, items): &(&'static str, &[Markdown])| {
            (*title, items.iter().map(blocks).collect())
        };
        Self {
            answer: findings.answer.map(|answer| Answer::new(answer, &findings.marks)),
            lines: findings.lines.iter().map(Drawn::new).collect(),
            lists: findings.lists.iter().map(list).collect(),
            notes: findings.notes.clone(),
        }
    }
}

impl Answer {
    fn new(answer: &AnswerText, marks: &[Mark]) -> Self {
        let shown = |span| answer.part_for_terminal(span).into_owned();
        let piece = |part: Part<Look>| match part {
            Part::Plain(span) => Piece { text: shown(span), ..Piece::default() },
            Part::Marked { span, numbers, look } => Piece {
                text: shown(span),
                look: Some(look.class()),
                numbers: numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(","),
                soft: false,
            },
            Part::LeftOut(span) => Piece {
                text: format!(" [… {} bytes left out …] ", span.len()),
                soft: true,
                ..Piece::default()
            },
        };
        let raw = answer.raw();
        Self {
            rtl: is_rtl(raw),
            parts: parts(raw, marks, CUT).into_iter().map(piece).collect(),
            together: lines(raw) <= 2 * TOGETHER,
        }
    }
}

/// Whether the first letter is of a script that is written from right to left.
pub(super) fn is_rtl(text: &str) -> bool {
    let letter = text.chars().find(|character| character.is_alphabetic());
    letter.is_some_and(|letter| {
        matches!(
            letter.script(),
            Script::Arabic
                | Script::Hebrew
                | Script::Syriac
                | Script::Thaana
                | Script::Nko
                | Script::Adlam
                | Script::Hanifi_Rohingya
        )
    })
}

impl Drawn {
    fn new(line: &Line<'_>) -> Self {
        let (strong, what, option) = match &line.what {
            What::Named(name) => (true, visible(name).into_owned(), Vec::new()),
            What::Option(option) => (false, String::new(), blocks(option)),
            What::Said(before, said) => (false, format!("{before}{said}"), Vec::new()),
            What::Plain(sentence) => (false, (*sentence).to_owned(), Vec::new()),
        };
        let remark = |remark: &Remark<'_>| match remark {
            Remark::Soft(text) => ("soft", vec![plain(text)]),
            Remark::Plain(text) => ("plain", inline(&Markdown::new(*text))),
            Remark::Flag(text) => ("fair", vec![plain(text)]),
        };
        Self {
            number: line.number,
            look: line.state.as_ref().map(|(look, _)| look.class()),
            state: line.state.as_ref().map(|(_, state)| state.to_string()).unwrap_or_default(),
            strong,
            what,
            option,
            remarks: line.remarks.iter().map(remark).collect(),
        }
    }
}
