//! `viva report`

mod output;

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use output::Output;

use crate::bulk::{Gather, Source};
use crate::cli::appearance::{colour_on, is_dumb, width_of};
use crate::cli::history::{DataFolder, past_report, unknown};
use crate::cli::process::share_out_work;
use crate::cli::report_format::{drawing, finish, format_of_name, format_parser, warn};
use crate::cli::rows::{Input, Teller, progress, spinner};
use crate::cli::submissions::{Taking, take_in};
use crate::cli::{Exit, Failure, load};
use crate::grade::Grader;
use crate::quiz::visible;
use crate::report::text::Style;
use crate::report::{
    Audience, Format, Options, Paper, Pile, ReadError, Redaction, Report, Rows, read_reports,
};
use crate::store::Number;
use crate::terminal::paint_role;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Reports in JSON, with one attempt or many; with `--quiz` answer rows as for `viva grade`, with
    /// `--key` submissions, or folders of them;
    /// `-` is stdin
    #[arg(required_unless_present = "attempt", value_name = "SOURCE")]
    sources: Vec<PathBuf>,
    /// An attempt of the history, by its number, before all sources; repeatable
    #[arg(long, value_name = "NUMBER", value_delimiter = ',', conflicts_with = "key")]
    attempt: Vec<Number>,
    #[command(flatten)]
    folder: DataFolder,
    /// The quiz that answer rows are graded with: a file, or the name of a bundled quiz; with `--key`
    /// repeatable
    #[arg(long, value_name = "QUIZ")]
    quiz: Vec<PathBuf>,
    #[command(flatten)]
    taking: Taking,
    /// What to write; by default what the ending of `--output` says, else text
    #[arg(long, value_parser = format_parser())]
    format: Option<Format>,
    /// Write to a file instead of stdout
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Who will read it: a candidate gets no key, the public neither key nor answers nor names
    #[arg(long = "for", value_enum, value_name = "READER", default_value_t = Reader::Manager)]
    reader: Reader,
    /// Also leave this out; repeatable
    #[arg(long, value_enum, value_name = "WHAT", value_delimiter = ',')]
    redact: Vec<Redact>,
    /// Add everything worth asking in an interview, not only the first three things
    #[arg(long)]
    sheet: bool,
    /// What a row of CSV stands for
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = RowsOf::Questions)]
    rows: RowsOf,
    /// Start CSV with a byte order mark, which some spreadsheets need to see UTF-8
    #[arg(long)]
    bom: bool,
    /// What PDF is printed on
    #[arg(long, value_enum, value_name = "SIZE", default_value_t = Size::A4)]
    paper: Size,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Size {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 inches
    Letter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RowsOf {
    /// One question of one attempt
    Questions,
    /// One topic of one attempt
    Topics,
    /// One attempt
    Attempts,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Reader {
    /// Who decides
    Manager,
    /// Who answered
    Candidate,
    /// Anybody
    Public,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Redact {
    /// What is right beside the answers
    Key,
    /// Answers and what was found in them
    Answers,
    /// Who answered
    Names,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    share_out_work()?;
    let format = format(arguments)?;
    if let Some(key) = &arguments.taking.key {
        return submissions(arguments, format, key);
    }
    let quiz = match arguments.quiz.as_slice() {
        [] => None,
        [quiz] => Some(load(quiz)?.quiz),
        _ => return Err(Failure::Usage("rows are graded with one quiz".to_owned())),
    };
    let sources = open(&arguments.sources, quiz.is_some())?;
    let output = open_output(arguments)?;
    let mut pile = Pile::new(format, options(arguments), output.writer());
    let visible = shows_progress(format, &output);
    attempts(arguments, &mut pile)?;
    let refused = match &quiz {
        Some(quiz) => {
            let grader = Grader::new(quiz);
            let mut gather = Gather::new(quiz, &grader);
            count(&arguments.sources, &sources, &mut gather)?;
            let refused = add(sources, Some(&mut gather), visible, &mut pile)?;
            let bar = spinner(visible, "grading what was read");
            gather.finish(&mut |report| pile.add(report))?;
            bar.finish_and_clear();
            refused
        }
        None => add(sources, None, visible, &mut pile)?,
    };
    complete(pile, &output)?;
    output.keep()?;
    Ok(if refused == 0 { Exit::Done } else { Exit::Unsatisfied })
}

fn open_output(arguments: &Arguments) -> Result<Output, Failure> {
    let read = arguments.sources.iter().chain(&arguments.quiz).chain(&arguments.taking.key);
    Output::open(arguments.output.as_deref(), read)
}

/// Whether a bar can be drawn without the document in its way: of text, a terminal gets nothing before
/// all is read.
fn shows_progress(format: Format, output: &Output) -> bool {
    format == Format::Text || !output.is_terminal()
}

/// Ends the document, and says what a person should know about it.
fn complete(pile: Pile<impl Write>, output: &Output) -> Result<(), Failure> {
    let bar = spinner(!output.is_terminal(), "putting the document together");
    let warnings = finish(pile)?;
    bar.finish_and_clear();
    Ok(warn(&warnings)?)
}

/// Adds the reports of attempts of the history.
fn attempts(arguments: &Arguments, pile: &mut Pile<impl Write>) -> Result<(), Failure> {
    let Some(first) = arguments.attempt.first() else { return Ok(()) };
    let store = arguments.folder.open_existing()?.ok_or_else(|| unknown(*first))?;
    for number in &arguments.attempt {
        pile.add(past_report(&store, *number)?)?;
    }
    Ok(())
}

/// Reports of what was sent in from home.
fn submissions(arguments: &Arguments, format: Format, key: &Path) -> Result<Exit, Failure> {
    if arguments.quiz.is_empty() {
        return Err(Failure::Usage("submissions need a quiz; name it by --quiz".to_owned()));
    }
    let output = open_output(arguments)?;
    let mut pile = Pile::new(format, options(arguments), output.writer());
    let mut add = |report| pile.add(report);
    let taken = take_in(&arguments.sources, &arguments.taking, key, &arguments.quiz, &mut add)?;
    let Some(refused) = taken else { return Ok(Exit::Unsatisfied) };
    complete(pile, &output)?;
    output.keep()?;
    Ok(if refused == 0 { Exit::Done } else { Exit::Unsatisfied })
}

fn format(arguments: &Arguments) -> Result<Format, Failure> {
    match (arguments.format, &arguments.output) {
        (Some(format), None) if !format.is_text() && io::stdout().is_terminal() => {
            let message = "this format is not text for a terminal; name a file by --output";
            Err(Failure::Usage(message.to_owned()))
        }
        (Some(format), _) => Ok(format),
        (None, Some(path)) => format_of_name(&path.to_string_lossy()),
        (None, None) => Ok(Format::Text),
    }
}

fn options(arguments: &Arguments) -> Options {
    let redact = |what| arguments.redact.contains(&what);
    let style = if arguments.output.is_some() {
        Style::plain(80)
    } else {
        colored::control::set_override(colour_on(&io::stdout()));
        Style { width: width_of(&io::stdout()), unicode: !is_dumb(), paint: paint_role }
    };
    Options {
        audience: match arguments.reader {
            Reader::Manager => Audience::Manager,
            Reader::Candidate => Audience::Candidate,
            Reader::Public => Audience::Public,
        },
        redaction: Redaction {
            key: redact(Redact::Key),
            answers: redact(Redact::Answers),
            names: redact(Redact::Names),
        },
        rows: match arguments.rows {
            RowsOf::Questions => Rows::Questions,
            RowsOf::Topics => Rows::Topics,
            RowsOf::Attempts => Rows::Attempts,
        },
        bom: arguments.bom,
        asks: if arguments.sheet { usize::MAX } else { drawing().asks },
        style,
        paper: match arguments.paper {
            Size::A4 => Paper::A4,
            Size::Letter => Paper::Letter,
        },
        ..drawing()
    }
}

/// A source, open.
struct Opened {
    input: Input,
    holds: Holds,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Reports,
    Rows,
}

/// Opens the sources. Names that end in `.json` are reports, names that say how rows are written
/// are rows, and anything else is rows where a quiz is named to grade them with.
fn open(paths: &[PathBuf], quiz: bool) -> Result<Vec<Opened>, Failure> {
    let open = |path: &PathBuf| {
        let input = Input::open(path)?;
        let json = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("json"));
        let rows = !json && (input.format.is_some() || quiz);
        if rows && !quiz {
            let name = &input.name;
            let message = format!("{name}: rows of answers need a quiz; name it by --quiz");
            return Err(Failure::Usage(message));
        }
        Ok(Opened { input, holds: if rows { Holds::Rows } else { Holds::Reports } })
    };
    paths.iter().map(open).collect()
}

/// Counts the rows of all sources, if all can be read twice.
fn count(paths: &[PathBuf], sources: &[Opened], gather: &mut Gather<'_>) -> Result<(), Failure> {
    let mut rows = paths.iter().zip(sources).filter(|(_, source)| source.holds == Holds::Rows);
    if rows.clone().any(|(_, source)| source.input.length.is_none()) {
        return Ok(());
    }
    rows.try_for_each(|(path, _)| {
        let input = Input::open(path)?;
        Ok(gather.count(Source::new(input.reader, input.format)?)?)
    })
}

/// Adds the reports that `sources` hold, and those of the rows that are complete. Gives how many
/// rows were refused.
fn add(
    sources: Vec<Opened>,
    mut gather: Option<&mut Gather<'_>>,
    visible: bool,
    pile: &mut Pile<impl Write>,
) -> Result<u64, Failure> {
    let lengths = sources.iter().map(|source| source.input.length);
    let bar = if visible { progress(lengths) } else { ProgressBar::hidden() };
    let mut refused = 0;
    for Opened { input, holds } in sources {
        let mut add = |report: Report| pile.add(report);
        match (holds, gather.as_deref_mut()) {
            (Holds::Rows, Some(gather)) => refused += rows(input, gather, &bar, &mut add)?,
            _ => reports(input, &bar, &mut add)?,
        }
    }
    bar.finish_and_clear();
    Ok(refused)
}

fn reports(
    input: Input,
    bar: &ProgressBar,
    add: &mut dyn FnMut(Report) -> io::Result<()>,
) -> Result<(), Failure> {
    let Input { name, reader, .. } = input;
    read_reports(bar.wrap_read(reader), add).map_err(|error| match error {
        ReadError::Taker(error) => Failure::Io(error),
        other => Failure::Input(format!("{name}: {}", visible(&other.to_string()))),
    })
}

fn rows(
    input: Input,
    gather: &mut Gather<'_>,
    bar: &ProgressBar,
    add: &mut dyn FnMut(Report) -> io::Result<()>,
) -> io::Result<u64> {
    let Input { name, reader, format, .. } = input;
    let mut teller = Teller { name: &name, before: bar.position(), progress: bar };
    Ok(gather.take(Source::new(reader, format)?, &mut teller, add)?.refused)
}
