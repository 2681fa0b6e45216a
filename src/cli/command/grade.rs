//! `viva grade`

use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};

use crate::bulk::{
    CsvRows, Face, Format, Job, JsonLines, Refusal, Source, TopicTable, Watch, grade,
};
use crate::cli::appearance::{is_dumb, width_of};
use crate::cli::{Exit, Failure, load};
use crate::grade::Grader;
use crate::quiz::visible;
use crate::report::text::Style;
use crate::terminal::paint_role;

#[derive(Debug, Args)]
pub struct Arguments {
    /// A quiz file, or the name of a bundled quiz
    quiz: PathBuf,
    /// Files with the columns candidate, question and answer, as JSON lines or CSV; `-` is stdin
    #[arg(required = true)]
    answers: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
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
    let loaded = load(&arguments.quiz)?;
    let inputs: Vec<_> =
        arguments.answers.iter().map(|path| Input::open(path)).collect::<Result<_, _>>()?;
    let grader = Grader::new(&loaded.quiz);
    let job = Job::new(&loaded.quiz, &grader);
    let mut face: Box<dyn Face> = match arguments.format {
        Output::Jsonl => Box::new(JsonLines::default()),
        Output::Csv => Box::new(CsvRows::default()),
        Output::Text => Box::new(TopicTable::new(&loaded.quiz, style())),
    };
    let progress = progress(&inputs);
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

fn style() -> Style {
    Style { width: width_of(&io::stdout()), unicode: !is_dumb(), paint: paint_role }
}

/// A file of answers, open.
struct Input {
    /// For messages.
    name: String,
    reader: BufReader<Box<dyn Read + Send>>,
    format: Option<Format>,
    /// Bytes, where known.
    length: Option<u64>,
}

impl Input {
    fn open(path: &Path) -> Result<Self, Failure> {
        if path.as_os_str() == "-" {
            let reader: Box<dyn Read + Send> = Box::new(io::stdin());
            let name = "<stdin>".to_owned();
            return Ok(Self { name, reader: BufReader::new(reader), format: None, length: None });
        }
        let name = visible(&path.to_string_lossy()).into_owned();
        let refuse = |error: io::Error| Failure::Input(format!("{name}: {error}"));
        let file = File::open(path).map_err(refuse)?;
        let metadata = file.metadata().map_err(refuse)?;
        if metadata.is_dir() {
            return Err(Failure::Input(format!("{name}: is a folder; name the files in it")));
        }
        let format = Format::of_name(&path.to_string_lossy());
        let reader: Box<dyn Read + Send> = Box::new(file);
        let length = metadata.is_file().then_some(metadata.len());
        Ok(Self { name, reader: BufReader::with_capacity(1 << 16, reader), format, length })
    }
}

/// A bar on a terminal, for as much as is known to come; nowhere else.
fn progress(inputs: &[Input]) -> ProgressBar {
    if !io::stderr().is_terminal() || is_dumb() {
        return ProgressBar::hidden();
    }
    let lengths: Option<u64> = inputs.iter().map(|input| input.length).sum();
    let (bar, template) = match lengths {
        Some(length) => {
            (ProgressBar::new(length), "{wide_bar} {bytes} of {total_bytes}, {eta} left")
        }
        None => (ProgressBar::no_length(), "{spinner} {bytes} in {elapsed}"),
    };
    let style = ProgressStyle::with_template(template);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Says on stderr what was refused, and moves the bar.
struct Teller<'t> {
    name: &'t str,
    before: u64,
    progress: &'t ProgressBar,
}

impl Watch for Teller<'_> {
    fn refused(&mut self, refusal: &Refusal) -> io::Result<()> {
        let Refusal { line, message } = refusal;
        self.progress.suspend(|| writeln!(io::stderr(), "{}:{line}: {message}", self.name))
    }

    fn read(&mut self, bytes: u64) {
        self.progress.set_position(self.before + bytes);
    }
}
