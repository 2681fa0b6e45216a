//! `viva suggest`

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::appearance::width_of;
use crate::cli::json::write_json;
use crate::cli::path::shown;
use crate::cli::{Exit, Failure, Format, QuizFile, drawing_for, write_in_place};
use crate::edit;
use crate::quiz::question::{Entry, Need};
use crate::quiz::{Draft, PerMille, Task, Weight, read_draft, visible};
use crate::report::text::{count, percent};
use crate::suggest::{Alias, Proposal, Scope, Suggested, suggest};
use crate::terminal::{Look, Styled};

/// Propose keywords from the model answers, and write them into the file.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A quiz file, or the name of a bundled quiz with `--stdout`
    quiz: PathBuf,
    /// Propose more for questions that have keywords, too
    #[arg(long)]
    all: bool,
    /// Print the change as a diff and leave the file alone
    #[arg(long, conflicts_with = "format")]
    stdout: bool,
    /// How to print what was written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let file = QuizFile::open(&arguments.quiz)?;
    let (text, read) = file.read_draft();
    let draft = read.value.ok_or_else(|| {
        let drawn = drawing_for(&io::stderr()).draw(&file.name, &text, &read.diagnostics);
        Failure::Invalid(drawn.trim_end().to_owned())
    })?;
    let scope = if arguments.all { Scope::All } else { Scope::Bare };
    let proposals = suggest(&draft, scope);
    let written = changed(&text, &proposals)?;
    let mut out = io::stdout().lock();
    if arguments.stdout {
        let diff = edit::unified(&visible(&file.name), &text, &written);
        write!(out, "{}", visible(&diff))?;
    } else {
        if !proposals.is_empty() {
            write(arguments, &written)?;
        }
        match arguments.format {
            Format::Text => write_text(&mut out, &file.name, &draft, &proposals)?,
            Format::Json => write_json(&output(&file.name, &draft, &proposals), &mut out)?,
        }
    }
    Ok(if left(&draft, &proposals).is_empty() { Exit::Done } else { Exit::Unsatisfied })
}

/// The file's text with what is proposed, which can be read again.
fn changed(text: &str, proposals: &[Proposal]) -> Result<String, Failure> {
    let changes: Vec<_> = proposals.iter().flat_map(Proposal::changes).collect();
    let written = edit::apply(text, &changes).map_err(|unfit| Failure::Input(unfit.to_string()))?;
    let read = read_draft(&written);
    if read.value.is_some() {
        return Ok(written);
    }
    let problem = read.diagnostics.first().map_or("", |problem| &problem.title);
    Err(Failure::Input(format!("nothing is written: the change would not be read: {problem}")))
}

fn write(arguments: &Arguments, written: &str) -> Result<(), Failure> {
    if !arguments.quiz.is_file() {
        let name = shown(&arguments.quiz);
        return Err(Failure::Usage(format!(
            "`{name}` is bundled and cannot be changed; `--stdout` prints the change"
        )));
    }
    write_in_place(&arguments.quiz, written)
}

/// The text questions that still have no keywords.
fn left<'d>(draft: &'d Draft, proposals: &[Proposal]) -> Vec<&'d str> {
    let questions = draft.questions().iter().enumerate();
    questions
        .filter(|(_, question)| {
            matches!(&question.task, Task::Text(rubric) if rubric.keywords.is_empty())
        })
        .filter(|(at, _)| proposals.iter().all(|proposal| proposal.position != *at))
        .map(|(_, question)| question.id.as_str())
        .collect()
}

fn write_text(
    out: &mut impl Write,
    name: &str,
    draft: &Draft,
    proposals: &[Proposal],
) -> io::Result<()> {
    let width = width_of(&io::stdout());
    let mut line = |line: &Styled, hanging| {
        line.wrap(width, "", hanging).iter().try_for_each(|line| writeln!(out, "{line}"))
    };
    for proposal in proposals {
        let full = proposal.full_at.map(|share| format!(", all points from {}", percent(share)));
        let keywords = count(proposal.keywords.len(), "keyword");
        let heading = format!(": {keywords}{}", full.unwrap_or_default());
        line(&Styled::new(Look::Strong, proposal.id.as_str()).with(Look::Plain, heading), "")?;
        for new in &proposal.keywords {
            let weight = format!(" ({}): {}", new.keyword.weight, new.reason);
            let shown = Styled::new(Look::Plain, "  ").with(Look::Good, new.label());
            line(&shown.with(Look::Plain, weight), "    ")?;
            if !new.aliases.is_empty() {
                line(&Styled::new(Look::Plain, format!("    or {}", aliases(new))), "      ")?;
            }
        }
        line(&Styled::default(), "")?;
    }
    let left = left(draft, proposals);
    if !left.is_empty() {
        let ids = left.join(", ");
        let why = "no model answer to propose from, or no word in it";
        line(&Styled::new(Look::Warning, format!("without keywords: {ids} ({why})")), "  ")?;
    }
    let keywords = proposals.iter().map(|proposal| proposal.keywords.len()).sum::<usize>();
    let questions = count(proposals.len(), "question");
    let total = match keywords {
        0 => format!("{name}: nothing to propose"),
        _ => format!("{name}: {} written for {questions}", count(keywords, "keyword")),
    };
    line(&Styled::new(Look::Plain, total), "")
}

/// Other ways to write its words, those of one kind together: `louder, loudest (compared)`.
fn aliases(new: &Suggested) -> String {
    let kinds = new.aliases.chunk_by(|one, other| one.kin == other.kin);
    let told = kinds.map(|alike| {
        let written: Vec<_> = alike.iter().map(|alias| alias.written.as_str()).collect();
        let kin = alike.first().map(|alias| alias.kin.to_string()).unwrap_or_default();
        format!("{} ({kin})", written.join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}

/// What `viva suggest --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "viva suggest")]
pub struct SuggestOutput<'s> {
    /// The path as given.
    file: &'s str,
    /// In the order of the file.
    questions: Vec<QuestionOutput<'s>>,
    /// Text questions that still have no keywords.
    left: Vec<&'s str>,
}

/// What was written for one question.
#[derive(Debug, Serialize, JsonSchema)]
struct QuestionOutput<'s> {
    /// The question's id.
    question: &'s str,
    /// Share of the weight that earns all points; null where it was left as it is.
    full_at: Option<PerMille>,
    /// In the order they were written.
    keywords: Vec<KeywordOutput<'s>>,
}

/// One keyword.
#[derive(Debug, Serialize, JsonSchema)]
struct KeywordOutput<'s> {
    /// What people see.
    label: &'s str,
    /// What is looked for: entries, of each of which one string is enough.
    entries: Vec<Vec<&'s str>>,
    /// Entries that earn the whole weight.
    min: usize,
    /// What it earns beside the others.
    weight: Weight,
    /// Why it is proposed.
    reason: String,
    /// Which of the strings are other ways to write a word of the model answer.
    aliases: Vec<AliasOutput<'s>>,
}

/// Another way to write a word.
#[derive(Debug, Serialize, JsonSchema)]
struct AliasOutput<'s> {
    /// As it is among the entries.
    alias: &'s str,
    /// What it has to do with the word.
    reason: String,
}

fn output<'s>(name: &'s str, draft: &'s Draft, proposals: &'s [Proposal]) -> SuggestOutput<'s> {
    let questions = proposals.iter().map(|proposal| QuestionOutput {
        question: proposal.id.as_str(),
        full_at: proposal.full_at,
        keywords: proposal.keywords.iter().map(keyword_output).collect(),
    });
    let left = left(draft, proposals);
    SuggestOutput { file: name, questions: questions.collect(), left }
}

fn keyword_output(new: &Suggested) -> KeywordOutput<'_> {
    let (entries, min) = match &new.keyword.need {
        Need::Term { term, aliases } => {
            (vec![std::iter::once(term).chain(aliases).map(String::as_str).collect()], 1)
        }
        Need::Any { entries, min } => (entries.iter().map(strings).collect(), *min),
        Need::All { entries, .. } => (entries.iter().map(strings).collect(), entries.len()),
        Need::Pattern(pattern) => (vec![vec![pattern.0.as_str()]], 1),
    };
    let weight = new.keyword.weight;
    let reason = new.reason.to_string();
    let aliases = new
        .aliases
        .iter()
        .map(|Alias { written, kin }| AliasOutput { alias: written, reason: kin.to_string() });
    KeywordOutput { label: new.label(), entries, min, weight, reason, aliases: aliases.collect() }
}

fn strings(Entry(strings): &Entry) -> Vec<&str> {
    strings.iter().map(String::as_str).collect()
}
