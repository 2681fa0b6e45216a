//! `viva history`: attempts as a table.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::attempt::{Attempt, Mode, Occasion};
use crate::cli::appearance::width_of;
use crate::cli::history::{Asked, DataFolder, Found, beginning, local, look_up, utc};
use crate::cli::json::write_json;
use crate::cli::{Exit, Failure};
use crate::quiz::{AnswerText, Digest, PerMille, Points};
use crate::report::record::{harmless_owned, write};
use crate::report::text::percent;
use crate::store::{AttemptId, Filter, Number, Store};
use crate::terminal::{Look, Styled};

#[derive(Debug, Args)]
pub struct Wanted {
    /// Only attempts at quizzes with this in their title
    #[arg(long, value_name = "TITLE")]
    quiz: Option<String>,
    /// Only attempts of this candidate
    #[arg(long, value_name = "NAME")]
    candidate: Option<String>,
    /// Only attempts that began on this day or later, such as 2026-11-25
    #[arg(long, value_name = "DAY", value_parser = day)]
    since: Option<Date>,
    /// Only attempts that began on this day or earlier
    #[arg(long, value_name = "DAY", value_parser = day)]
    until: Option<Date>,
    /// At most so many, the last ones; 0 for all
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: u32,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    folder: DataFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// For spreadsheets
    Csv,
}

/// Attempts, the last one first.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "viva history")]
pub struct HistoryOutput(Vec<Line>);

/// An attempt in a few figures.
#[derive(Debug, Serialize, JsonSchema)]
struct Line {
    /// What `viva history show` knows it by.
    number: Number,
    /// What it is called on every machine.
    id: AttemptId,
    /// When it started, as RFC 3339 in UTC.
    started: String,
    /// When it started, for people here.
    #[serde(skip)]
    local: String,
    /// The quiz's title.
    quiz: String,
    /// Who took it.
    candidate: Option<AnswerText>,
    /// Whether anything was revealed before the end.
    mode: Mode,
    /// What brought the questions together.
    occasion: Occasion,
    /// `finished`, `time_up` or `stopped`; absent where it was cut off or goes on.
    end: Option<&'static str>,
    /// Whether a process has it under way.
    under_way: bool,
    /// How many questions were drawn.
    questions: usize,
    /// How many of them were answered or skipped.
    decided: usize,
    /// Its figures; absent where the quiz's text reads no more.
    score: Option<Figures>,
}

/// What it earned, by the grader of today.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
struct Figures {
    /// Points earned, topics weighted.
    earned: Points,
    /// Points to be had, topics weighted.
    possible: Points,
    /// The one of the other.
    share: PerMille,
    /// Whether it passes.
    passed: bool,
}

pub fn run(arguments: &Wanted) -> Result<Exit, Failure> {
    let (found, exit) = match arguments.folder.open_existing()? {
        Some(store) => lines(&store, &filter(arguments))?,
        None => (Vec::new(), Exit::Done),
    };
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Json => write_json(&HistoryOutput(found), &mut out)?,
        Format::Csv => out.write_all(&csv(&found))?,
        Format::Text => write_text(&mut out, &found)?,
    }
    Ok(exit)
}

fn day(written: &str) -> Result<Date, String> {
    written.parse().map_err(|_| "a day is written as 2026-11-25".to_owned())
}

fn filter(arguments: &Wanted) -> Filter {
    let after = arguments.until.map(|day| day.tomorrow().unwrap_or(Date::MAX));
    Filter {
        title: arguments.quiz.clone(),
        candidate: arguments.candidate.clone(),
        from: arguments.since.map(beginning),
        before: after.map(beginning),
        limit: Some(arguments.limit).filter(|limit| *limit > 0),
    }
}

fn lines(store: &Store, filter: &Filter) -> Result<(Vec<Line>, Exit), Failure> {
    let (mut lines, mut exit) = (Vec::new(), Exit::Done);
    // A quiz is compiled once, however many attempts there are at it.
    let mut known: BTreeMap<Digest, Option<Asked>> = BTreeMap::new();
    for number in store.find(filter)? {
        let (kept, attempt) = match look_up(store, number)? {
            Found::Kept(kept, attempt) => (*kept, attempt),
            Found::Gone => continue,
            Found::Unreadable => {
                exit = Exit::Unsatisfied;
                continue;
            }
        };
        let quiz = kept.paper.title.clone();
        let asked = known.entry(kept.paper.digest).or_insert_with(|| Asked::kept(kept.paper));
        lines.push(line(store, number, kept.id, quiz, &attempt, asked.as_ref()));
    }
    Ok((lines, exit))
}

fn line(
    store: &Store,
    number: Number,
    id: AttemptId,
    quiz: String,
    attempt: &Attempt,
    asked: Option<&Asked>,
) -> Line {
    let start = attempt.start();
    let places = (0..attempt.drawn().len()).filter_map(|place| attempt.progress(place));
    let figures = |asked: &Asked| {
        let report = asked.report(attempt);
        let (total, passed) = (report.total, report.passed);
        Figures { earned: total.earned, possible: total.possible, share: total.share, passed }
    };
    Line {
        number,
        started: utc(start.started),
        local: local(start.started),
        quiz,
        candidate: start.candidate.clone(),
        mode: start.mode,
        occasion: start.occasion,
        under_way: attempt.end().is_none() && store.is_claimed(&id),
        end: attempt.end().map(crate::attempt::End::as_str),
        id,
        questions: attempt.drawn().len(),
        decided: places.filter(|progress| progress.is_decided()).count(),
        score: asked.map(figures),
    }
}

fn csv(lines: &[Line]) -> Vec<u8> {
    const HEAD: [&str; 12] = [
        "number",
        "id",
        "started",
        "quiz",
        "candidate",
        "mode",
        "occasion",
        "end",
        "questions",
        "decided",
        "share",
        "passed",
    ];
    let mut bytes = Vec::new();
    write(HEAD.into_iter().map(Cow::Borrowed), &mut bytes);
    for line in lines {
        let score = line.score;
        let candidate = line.candidate.as_ref().map_or("", AnswerText::raw);
        let fields = [
            Cow::Owned(line.number.to_string()),
            Cow::Owned(line.id.to_string()),
            Cow::Borrowed(line.started.as_str()),
            harmless_owned(&line.quiz),
            harmless_owned(candidate),
            Cow::Borrowed(line.mode.as_str()),
            Cow::Borrowed(line.occasion.as_str()),
            Cow::Borrowed(line.end.unwrap_or_default()),
            Cow::Owned(line.questions.to_string()),
            Cow::Owned(line.decided.to_string()),
            Cow::Owned(score.map_or_else(String::new, |score| score.share.to_string())),
            Cow::Owned(score.map_or_else(String::new, |score| score.passed.to_string())),
        ];
        write(fields.into_iter(), &mut bytes);
    }
    bytes
}

/// An attempt per paragraph that fits any width: `12  25 Nov 2026, 11:05  Django: 71%, passed`.
fn write_text(out: &mut impl Write, lines: &[Line]) -> io::Result<()> {
    let width = width_of(&io::stdout());
    if lines.is_empty() {
        return writeln!(out, "no attempts");
    }
    let figure = lines.iter().map(|line| line.number.to_string().len()).max().unwrap_or_default();
    let hang = " ".repeat(figure + 2);
    for line in lines {
        let text = format!("{:>figure$}  {}  {}", line.number, line.local, sentence(line));
        for row in Styled::new(Look::Plain, text).wrap(width, "", &hang) {
            writeln!(out, "{row}")?;
        }
    }
    Ok(())
}

fn sentence(line: &Line) -> String {
    let candidate = line.candidate.as_ref();
    let candidate = candidate.map(|candidate| format!(" ({})", candidate.for_terminal()));
    let result = match line.score {
        Some(score) if score.passed && !line.occasion.is_of_gaps() => {
            format!("{}, passed", percent(score.share))
        }
        Some(score) => percent(score.share),
        None => "the quiz cannot be read".to_owned(),
    };
    let exam = if line.mode == Mode::Exam { " exam," } else { "" };
    let course = match line.end {
        Some("finished") => String::new(),
        Some("time_up") => format!(", time up after {} of {}", line.decided, line.questions),
        Some(_) => format!(", stopped after {} of {}", line.decided, line.questions),
        None if line.under_way => {
            format!(", under way, {} of {} so far", line.decided, line.questions)
        }
        None => format!(", cut off after {} of {}", line.decided, line.questions),
    };
    let (quiz, candidate) = (&line.quiz, candidate.unwrap_or_default());
    let occasion = line.occasion.name().map(|name| format!(", {name}")).unwrap_or_default();
    format!("{quiz}{candidate}{occasion}:{exam} {result}{course}")
}
