//! `viva grade`

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::bulk::{CsvRows, Face, Job, JsonLines, Source, TopicTable, grade};
use crate::cli::appearance::{colour_on, is_dumb, width_of};
use crate::cli::json::write_json_line;
use crate::cli::process::share_out_work;
use crate::cli::report_format::drawing;
use crate::cli::rows::{Input, Teller, progress};
use crate::cli::submissions::{Taking, take_in};
use crate::cli::{Exit, Failure, load};
use crate::grade::Grader;
use crate::report::text::Style;
use crate::report::{Format, Options, Pile, Report};
use crate::terminal::paint_role;

#[derive(Debug, Args)]
pub struct Arguments {
    /// A quiz file, or the name of a bundled quiz
    #[arg(value_name = "QUIZ")]
    first: PathBuf,
    /// Files with the columns candidate, question and answer, as JSON lines or CSV; `-` is stdin.
    /// With `--key` submissions, or folders of them
    #[arg(required = true)]
    answers: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
    #[command(flatten)]
    taking: Taking,
    /// Another quiz, or another version of it, that submissions may be of; repeatable
    #[arg(long, value_name = "QUIZ", requires = "key")]
    quiz: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Output {
    /// A line of JSON for each row, in the rows' order
    Jsonl,
    /// A line of CSV for each row, in the rows' order
    Csv,
    /// A table of candidates and topics
    Text,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    share_out_work()?;
    if let Some(key) = &arguments.taking.key {
        return submissions(arguments, key);
    }
    let loaded = load(&arguments.first)?;
    let inputs: Vec<_> =
        arguments.answers.iter().map(|path| Input::open(path)).collect::<Result<_, _>>()?;
    let grader = Grader::new(&loaded.quiz);
    let job = Job::new(&loaded.quiz, &grader);
    let mut face: Box<dyn Face> = match arguments.format {
        Output::Jsonl => Box::new(JsonLines::default()),
        Output::Csv => Box::new(CsvRows::default()),
        Output::Text => Box::new(TopicTable::new(&loaded.quiz, style())),
    };
    let progress = progress(inputs.iter().map(|input| input.length));
    let mut out = BufWriter::new(io::stdout().lock());
    let several = inputs.len() > 1;
    let mut refused = 0;
    for input in inputs {
        let mut teller =
            Teller { name: &input.name, before: progress.position(), progress: &progress };
        let mut source = Source::new(input.reader, input.format)?;
        if several {
            source = source.called(&input.name);
        }
        refused += grade(source, &job, face.as_mut(), &mut out, &mut teller)?.refused;
    }
    progress.finish_and_clear();
    out.write_all(&face.end())?;
    out.flush()?;
    Ok(if refused == 0 { Exit::Done } else { Exit::Unsatisfied })
}

/// The same reports as `viva report` has, of everything that was sent in.
fn submissions(arguments: &Arguments, key: &Path) -> Result<Exit, Failure> {
    let quizzes: Vec<PathBuf> =
        [&arguments.first].into_iter().chain(&arguments.quiz).cloned().collect();
    let mut out = BufWriter::new(io::stdout().lock());
    let taken = if arguments.format == Output::Jsonl {
        let mut add = |report: Report| write_json_line(&report, &mut out);
        take_in(&arguments.answers, &arguments.taking, key, &quizzes, &mut add)?
    } else {
        let format = if arguments.format == Output::Csv { Format::Csv } else { Format::Text };
        colored::control::set_override(colour_on(&io::stdout()));
        let options = Options { style: style(), ..drawing() };
        let mut pile = Pile::new(format, options, &mut out);
        let mut add = |report| pile.add(report);
        let taken = take_in(&arguments.answers, &arguments.taking, key, &quizzes, &mut add)?;
        if taken.is_some() {
            pile.finish()?;
        }
        taken
    };
    out.flush()?;
    let Some(refused) = taken else { return Ok(Exit::Unsatisfied) };
    Ok(if refused == 0 { Exit::Done } else { Exit::Unsatisfied })
}

fn style() -> Style {
    Style { width: width_of(&io::stdout()), unicode: !is_dumb(), paint: paint_role }
}
