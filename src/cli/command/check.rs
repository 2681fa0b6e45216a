//! `viva check`

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;

use crate::check;
use crate::cli::appearance::{colour_on, width_of};
use crate::cli::json::write_json;
use crate::cli::{Exit, Failure, Format, QuizFile, drawing_for};
use crate::diagnostic::{Code, Diagnostic, Explanation, LineIndex, Severity};
use crate::quiz;
use crate::report::text::count;
use crate::span::Span;
use crate::terminal::{Look, Styled, markdown};

/// Find problems in quiz files, and run their examples.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Quiz files, or names of bundled quizzes
    #[arg(required_unless_present = "explain")]
    files: Vec<PathBuf>,

    /// Say what a code means, and do nothing else
    #[arg(long, value_name = "CODE", value_parser = explanation, conflicts_with = "files")]
    explain: Option<Explanation>,

    /// How to print the problems
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// End with 1 on these, too; errors always do
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Deny>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Everything that is no error
    Warnings,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let mut out = io::stdout().lock();
    if let Some(explanation) = arguments.explain {
        explain(&mut out, explanation)?;
        return Ok(Exit::Done);
    }
    let opened = arguments.files.iter().map(|file| QuizFile::open(file));
    let (files, missing): (Vec<_>, Vec<_>) = opened.partition(Result::is_ok);
    let checked: Vec<_> = files.iter().flatten().map(Checked::new).collect();
    match arguments.format {
        Format::Text if checked.is_empty() => {}
        Format::Text => write_text(&mut out, &checked)?,
        Format::Json => write_json(&output(&checked), &mut out)?,
    }
    out.flush()?;
    if let Some(missing) = Failure::all(missing.into_iter().filter_map(Result::err)) {
        return Err(missing);
    }
    let fails = |severity| match severity {
        Severity::Error => true,
        Severity::Warning => arguments.deny == Some(Deny::Warnings),
    };
    let problems = checked.iter().flat_map(|file| &file.problems);
    let failed = problems.into_iter().any(|problem| fails(problem.severity));
    Ok(if failed { Exit::Unsatisfied } else { Exit::Done })
}

fn explain(out: &mut impl Write, explanation: Explanation) -> io::Result<()> {
    let stdout = io::stdout();
    colored::control::set_override(colour_on(&stdout));
    let width = width_of(&stdout);
    let title = format!("{}: {}", explanation.code, explanation.title);
    let mut lines = Styled::new(Look::Strong, title).wrap(width, "", "");
    lines.push(String::new());
    lines.extend(markdown::lines(explanation.text, width));
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// A file with all that is wrong with it.
struct Checked<'f> {
    name: &'f str,
    text: Cow<'f, str>,
    problems: Vec<Diagnostic>,
    /// How many examples ran.
    examples: usize,
}

impl<'f> Checked<'f> {
    fn new(file: &'f QuizFile) -> Self {
        let (text, read) = file.read();
        let mut problems = read.diagnostics;
        if let Some(loaded) = &read.value {
            problems.extend(check::check(loaded));
            problems.sort_by_key(|problem| (problem.span, problem.code));
        }
        let examples = read.value.as_ref().map_or(0, |loaded| loaded.quiz.examples().count());
        Self { name: &file.name, text, problems, examples }
    }

    fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }
}

fn write_text(out: &mut impl Write, checked: &[Checked<'_>]) -> io::Result<()> {
    let drawing = drawing_for(&io::stdout());
    for file in checked {
        let drawn = drawing.draw(file.name, &file.text, &file.problems);
        if !drawn.is_empty() {
            writeln!(out, "{drawn}")?;
        }
    }
    let total = |severity| checked.iter().map(|file| file.count(severity)).sum();
    let errors: usize = total(Severity::Error);
    let warnings: usize = total(Severity::Warning);
    let examples: usize = checked.iter().map(|file| file.examples).sum();
    let (errors, warnings) = (count(errors, "error"), count(warnings, "warning"));
    let (files, examples) = (count(checked.len(), "file"), count(examples, "example"));
    let summary = format!("{files}: {errors}, {warnings}; {examples} run");
    let lines = Styled::new(Look::Plain, summary).wrap(drawing.width, "", "");
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// What `viva check --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "viva check")]
pub struct CheckOutput {
    /// In the order of the arguments, but for files that could not be read.
    files: Vec<FileOutput>,
}

/// One quiz file.
#[derive(Debug, Serialize, JsonSchema)]
struct FileOutput {
    /// The path as given, or the bundled quiz's name.
    file: String,
    /// How many examples ran; none of a file with an error in its form.
    examples: usize,
    /// In the order of the file.
    problems: Vec<ProblemOutput>,
}

/// One problem of a quiz file.
#[derive(Debug, Serialize, JsonSchema)]
struct ProblemOutput {
    /// Stable: `V` and three digits.
    code: String,
    /// Whether it stops the quiz from being used.
    severity: SeverityOutput,
    /// What is wrong.
    title: String,
    /// What stands at the place.
    label: String,
    /// What to write instead.
    help: Option<String>,
    #[serde(flatten)]
    place: PlaceOutput,
    /// Other places that belong to it.
    related: Vec<RelatedOutput>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum SeverityOutput {
    Error,
    Warning,
}

/// Where in the file.
#[derive(Debug, Serialize, JsonSchema)]
struct PlaceOutput {
    /// From 1.
    line: usize,
    /// In characters, from 1.
    column: usize,
    /// First byte and one past the last.
    span: (usize, usize),
}

/// Another place that belongs to a problem.
#[derive(Debug, Serialize, JsonSchema)]
struct RelatedOutput {
    /// What stands there.
    label: String,
    #[serde(flatten)]
    place: PlaceOutput,
}

fn output(checked: &[Checked<'_>]) -> CheckOutput {
    let files = checked.iter().map(|file| {
        let index = LineIndex::new(&file.text);
        let problems = file.problems.iter().map(|problem| problem_output(problem, &index));
        let (name, examples) = (file.name.to_owned(), file.examples);
        FileOutput { file: name, examples, problems: problems.collect() }
    });
    CheckOutput { files: files.collect() }
}

fn problem_output(problem: &Diagnostic, index: &LineIndex<'_>) -> ProblemOutput {
    let place = |span: Span| {
        let position = index.position(span.start());
        let span = (span.start(), span.end());
        PlaceOutput { line: position.line, column: position.column, span }
    };
    let related = problem.related.iter();
    ProblemOutput {
        code: problem.code.to_string(),
        severity: match problem.severity {
            Severity::Error => SeverityOutput::Error,
            Severity::Warning => SeverityOutput::Warning,
        },
        title: problem.title.clone(),
        label: problem.label.clone(),
        help: problem.help.clone(),
        place: place(problem.span),
        related: related
            .map(|(span, label)| RelatedOutput { label: label.clone(), place: place(*span) })
            .collect(),
    }
}

fn explanation(code: &str) -> Result<Explanation, String> {
    let wanted = Code::parse(code).ok_or("a code is a `V` and three digits, like V101")?;
    let all = quiz::explanations().chain(check::EXPLANATIONS);
    let found = all.copied().find(|explanation| explanation.code == wanted);
    found.ok_or_else(|| format!("no problem has the code {wanted}"))
}
