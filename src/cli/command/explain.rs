//! `viva explain`

mod output;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use crate::attempt::{Given, answer};
use crate::cli::appearance::width_of;
use crate::cli::json::write_json;
use crate::cli::read::{MiB, stdin_at_most};
use crate::cli::{Exit, Failure, Format, load};
use crate::grade::explain::{Explanation, Nearest, Reason, explain};
use crate::grade::{Grade, Grader};
use crate::quiz::{Question, Quiz, nearest, visible};
use crate::report::text::count;
use crate::span::Span;
use crate::terminal::{Look, Styled};
use crate::text::Language;
pub use output::ExplainOutput;

#[derive(Debug, Args)]
pub struct Arguments {
    /// A quiz file, or the name of a bundled quiz
    quiz: PathBuf,
    /// The question's id
    question: String,
    /// The answer, as in a file of answers; `-` reads it from stdin
    #[arg(allow_hyphen_values = true)]
    answer: String,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let quiz = load(&arguments.quiz)?.quiz;
    let question = find(&quiz, &arguments.question)?;
    let written = written(&arguments.answer)?;
    let response = answer::read(question, &Given::text(written.as_str()), &[])
        .map_err(|error| Failure::Usage(error.to_string()))?;
    let grader = Grader::new(&quiz);
    let Some(grader) = grader.by_id(&question.id) else { return Ok(Exit::Done) };
    let grade = grader.grade(&response);
    let language = Language::of(quiz.language.as_str());
    let explanation = explain(question, language, &response, &grade);
    if arguments.format == Format::Json {
        let output = ExplainOutput::new(question, &written, &grade, &explanation);
        write_json(&output, &mut io::stdout().lock())?;
        return Ok(Exit::Done);
    }
    let page = Page { written: &written, grade: &grade, explanation: &explanation };
    page.write(&mut io::stdout().lock(), width_of(&io::stdout()))?;
    Ok(Exit::Done)
}

fn find<'q>(quiz: &'q Quiz, id: &str) -> Result<&'q Question, Failure> {
    quiz.question(id).ok_or_else(|| {
        let ids = quiz.questions.iter().map(|question| question.id.as_str());
        let near = nearest(id, ids.clone()).map(|near| format!("; did you mean `{near}`?"));
        let all: Vec<_> = ids.collect();
        let near = near.unwrap_or_default();
        let id = visible(id);
        Failure::Usage(format!("unknown question `{id}`{near}\nquestions: {}", all.join(", ")))
    })
}

/// Most that is read of an answer; of that, what is beyond its own limit is not graded and said so.
const LONGEST: MiB = MiB(16);

fn written(argument: &str) -> Result<String, Failure> {
    if argument != "-" {
        return Ok(argument.to_owned());
    }
    let text =
        stdin_at_most(LONGEST).map_err(|error| Failure::Input(format!("<stdin>: {error}")))?;
    Ok(text.trim_end_matches(['\n', '\r']).to_owned())
}

/// The explanation as people read it.
struct Page<'e> {
    written: &'e str,
    grade: &'e Grade,
    explanation: &'e Explanation,
}

impl Page<'_> {
    fn write(&self, out: &mut impl Write, width: usize) -> io::Result<()> {
        let Grade { earned, possible, flags, .. } = self.grade;
        writeln!(out, "{earned} of {}", count(*possible, "point"))?;
        for flag in flags {
            writeln!(out, "note: {}", flag.meaning())?;
        }
        writeln!(out)?;
        for reason in &self.explanation.reasons {
            self.write_reason(out, reason, width)?;
        }
        for (label, spans, penalty) in &self.explanation.misconceptions {
            let text = format!("misconception: {label}, costs {penalty}{}", self.quoted(spans));
            write_wrapped(out, &Styled::new(Look::Bad, text), width)?;
        }
        Ok(())
    }

    fn write_reason(&self, out: &mut impl Write, reason: &Reason, width: usize) -> io::Result<()> {
        let look = match reason.weight {
            Some((earned, _)) if earned.thousandths() > 0 => Look::Good,
            Some(_) => Look::Bad,
            None => Look::Plain,
        };
        let weight = reason.weight.map(|(earned, weight)| format!(" {earned} of {weight}"));
        let mut line = Styled::new(look, reason.label.clone())
            .with(Look::Plain, format!("{}:", weight.unwrap_or_default()))
            .with(Look::Plain, format!(" {}{}", reason.rule, self.quoted(&reason.spans)));
        if let Some(near) = &reason.nearest {
            line = line.with(Look::Plain, self.distance(near));
        }
        write_wrapped(out, &line, width)
    }

    fn distance(&self, near: &Nearest) -> String {
        let written = visible(near.written.of(self.written));
        if near.edits == 0 {
            return format!("; “{written}” is there, but does not count");
        }
        let edits = count(near.edits, "edit");
        let Nearest { term, allowed, similarity, .. } = near;
        format!(
            "; nearest is “{written}” to `{term}`: {edits}, {allowed} allowed, {similarity} alike"
        )
    }

    fn quoted(&self, spans: &[Span]) -> String {
        let quoted = |span: &Span| {
            let (start, end) = (span.start(), span.end());
            format!("“{}” ({start}..{end})", visible(span.of(self.written)))
        };
        let all: Vec<_> = spans.iter().map(quoted).collect();
        if all.is_empty() { String::new() } else { format!(", {}", all.join(", ")) }
    }
}

fn write_wrapped(out: &mut impl Write, line: &Styled, width: usize) -> io::Result<()> {
    line.wrap(width, "", "  ").iter().try_for_each(|line| writeln!(out, "{line}"))
}
