//! `viva calibrate`

mod learning;
mod page;

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use crate::bulk;
use crate::calibrate::{Calibration, GradedFile, Marked, read};
use crate::cli::appearance::width_of;
use crate::cli::json::write_json;
use crate::cli::path::shown;
use crate::cli::read::{MiB, stdin_at_most, text_at_most};
use crate::cli::talk::say;
use crate::cli::{Exit, Failure, Format, QuizFile, load};
use crate::grade::Grader;
use crate::quiz::visible;
use learning::Learning;
use page::Page;

#[derive(Debug, Args)]
pub struct Arguments {
    /// A quiz file, or the name of a bundled quiz
    quiz: PathBuf,
    /// Answers that people have scored, as CSV or JSON lines, with the columns question, answer and
    /// score (a share from 0 to 1) or points, and perhaps grader and candidate; `-` is stdin
    graded: PathBuf,
    /// How many of the answers to show about which grader and people differ most
    #[arg(long, default_value_t = 10)]
    differences: usize,
    /// Propose keywords, weights and misconceptions that people's scores reward
    #[arg(long)]
    learn: bool,
    /// Put what is proposed into the quiz's file
    #[arg(long, requires = "learn")]
    write: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// What is told.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Told {
    #[serde(flatten)]
    calibration: Calibration,
    /// With `--learn`.
    learnt: Option<Learning>,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let quiz = load(&arguments.quiz)?.quiz;
    if arguments.write && !arguments.quiz.is_file() {
        return Err(Failure::Usage("--write needs a quiz file of your own".to_owned()));
    }
    let name = name(&arguments.graded);
    let text =
        text(&arguments.graded).map_err(|error| Failure::Input(format!("{name}: {error}")))?;
    let format = bulk::Format::of_name(&arguments.graded.to_string_lossy())
        .unwrap_or_else(|| bulk::Format::sniff(text.as_bytes()));
    let GradedFile { samples, refused } = read(&text, format, &quiz);
    for refused in &refused {
        say(&format!("{name}:{refused}"))?;
    }
    if samples.is_empty() {
        return Err(Failure::Input(format!("{name}: no answer with a score")));
    }
    let grader = Grader::new(&quiz);
    let marked: Vec<_> = samples.iter().filter_map(|sample| Marked::new(sample, &grader)).collect();
    let calibration = Calibration::new(&quiz, &marked, arguments.differences);
    let learnt = arguments
        .learn
        .then(|| {
            let file = QuizFile::open(&arguments.quiz)?;
            Learning::new(&visible(&file.name), &file.read().0, &quiz, &samples)
        })
        .transpose()?;
    let told = Told { calibration, learnt };
    match arguments.format {
        Format::Json => {
            write_json(&told, &mut io::stdout().lock())?;
        }
        Format::Text => {
            let page = Page { told: &told, pass: quiz.pass };
            page.write(&mut io::stdout().lock(), width_of(&io::stdout()))?;
        }
    }
    if let Some(learnt) = told.learnt.filter(|_| arguments.write) {
        learnt.write(&arguments.quiz)?;
    }
    Ok(if refused.is_empty() { Exit::Done } else { Exit::Unsatisfied })
}

fn name(path: &Path) -> String {
    if path.as_os_str() == "-" {
        return "<stdin>".to_owned();
    }
    shown(path)
}

/// Most of a file of scored answers.
const LONGEST: MiB = MiB(256);

fn text(path: &Path) -> io::Result<String> {
    if path.as_os_str() == "-" { stdin_at_most(LONGEST) } else { text_at_most(path, LONGEST) }
}
