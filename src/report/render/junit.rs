//! Reports as `JUnit`'s XML: a suite per attempt, a case per question.
//!
//! A question below the pass mark is a failure, one without an answer is skipped, and one above it
//! with points lost passes and says what was lost.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::Renderer;
use crate::quiz::visible;
use crate::report::question::{QuestionReport, Status};
use crate::report::ranking::Ranking;
use crate::report::text::{count, notes, plain_prompt};
use crate::report::value::Report;

/// Draws `JUnit`'s XML.
#[derive(Default)]
pub(super) struct Junit {
    begun: bool,
}

impl Junit {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            return Ok(());
        }
        let mut xml = Writer::new(out);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        xml.write_event(Event::Start(BytesStart::new("testsuites")))?;
        xml.get_mut().write_all(b"\n")
    }
}

impl Renderer for Junit {
    fn report(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
        suite(report, &mut xml)?;
        out.write_all(b"\n")
    }

    fn end(&mut self, _: &Ranking, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        Writer::new(&mut *out).write_event(Event::End(BytesEnd::new("testsuites")))?;
        out.write_all(b"\n")
    }
}

/// How a question counts as a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    Skipped,
}

fn outcome(question: &QuestionReport, report: &Report) -> Outcome {
    match question.status {
        Status::Skipped | Status::Unanswered => Outcome::Skipped,
        _ if question.share() < report.pass => Outcome::Failed,
        Status::Answered | Status::Unreadable => Outcome::Passed,
    }
}

fn suite(report: &Report, xml: &mut Writer<impl Write>) -> io::Result<()> {
    let count = |wanted: Outcome| {
        let questions = report.questions.iter();
        questions.filter(|question| outcome(question, report) == wanted).count().to_string()
    };
    let name = match &report.candidate {
        Some(candidate) => format!("{}: {}", report.quiz.title, candidate.for_terminal()),
        None => report.quiz.title.clone(),
    };
    let mut suite = xml
        .create_element("testsuite")
        .with_attribute(("name", legal(&name).as_str()))
        .with_attribute(("tests", report.questions.len().to_string().as_str()))
        .with_attribute(("failures", count(Outcome::Failed).as_str()))
        .with_attribute(("errors", "0"))
        .with_attribute(("skipped", count(Outcome::Skipped).as_str()));
    if let Some(sitting) = &report.sitting {
        suite = suite
            .with_attribute(("time", seconds(sitting.duration.0).as_str()))
            .with_attribute(("timestamp", legal(&sitting.started).as_str()));
    }
    suite.write_inner_content(|xml| {
        report.questions.iter().try_for_each(|question| case(question, report, xml))
    })?;
    Ok(())
}

fn case(
    question: &QuestionReport,
    report: &Report,
    xml: &mut Writer<impl Write>,
) -> io::Result<()> {
    let name = format!("{}: {}", question.id, plain_prompt(&question.prompt));
    let mut case = xml
        .create_element("testcase")
        .with_attribute(("classname", legal(report.topic_title(&question.topic)).as_str()))
        .with_attribute(("name", legal(&name).as_str()));
    if let Some(spent) = question.spent {
        case = case.with_attribute(("time", seconds(spent.0).as_str()));
    }
    let points = format!("{} of {}", question.earned, count(question.possible, "point"));
    let text = legal(&said(question));
    let text = BytesText::new(&text);
    case.write_inner_content(|xml| {
        match outcome(question, report) {
            Outcome::Skipped => {
                let message = ("message", question.status.as_str());
                xml.create_element("skipped").with_attribute(message).write_empty()?;
            }
            Outcome::Failed => {
                let message = ("message", points.as_str());
                xml.create_element("failure").with_attribute(message).write_text_content(text)?;
            }
            Outcome::Passed => {
                xml.create_element("system-out").write_text_content(text)?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// What was lost and why, and the answer.
fn said(question: &QuestionReport) -> String {
    let mut lines: Vec<String> = notes(question).into_iter().map(|(_, note)| note).collect();
    if let Some(given) = question.given() {
        lines.push(format!("answer: {}", given.for_terminal()));
    }
    lines.join("\n")
}

/// A text that XML 1.0 can say: control characters as their pictures, and nothing that is no
/// character.
fn legal(text: &str) -> String {
    visible(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

fn seconds(millis: u64) -> String {
    format!("{}.{:03}", millis / 1000, millis % 1000)
}
