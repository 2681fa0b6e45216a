//! How far grades by suggested keywords agree with people's.
//!
//! Reads short answers graded by people, makes a quiz of each file's questions and model answers,
//! lets `viva suggest` fill in the keywords, grades every answer, and prints the table that
//! `docs/accuracy.md` keeps. With `--ablation` it prints instead what each rule is worth, one changed at
//! a time; with `--half A` or `--half B` it looks at half of the questions, cut by a hash of their ids.
//!
//! ```text
//! cargo run --release --example agreement -- DIRECTORY [--ablation] [--half A|B]
//! ```
//!
//! The directory holds files `NAME.dev.jsonl` or `NAME.jsonl`, one answer a line with `question_id`,
//! `question`, `reference` (the model answer), `answer` and `score` (0 to 1); a name that ends in
//! `_de` is German, every other English.

mod ablation;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};
use vivavoce::edit;
use vivavoce::grade::{Grader, Memo};
use vivavoce::quiz::{self, AnswerText, Response};
use vivavoce::suggest::{self, Proposal, Scope};

type Failed = Box<dyn Error + Send + Sync>;

#[derive(Deserialize)]
struct Row {
    question_id: String,
    question: String,
    reference: String,
    answer: String,
    score: f64,
}

/// Grades of one question: the quiz's and people's.
#[derive(Default)]
struct Pairs {
    ours: Vec<f64>,
    theirs: Vec<f64>,
}

/// How far a set of answers agrees.
struct Figures {
    questions: usize,
    answers: usize,
    keywords: f64,
    r: f64,
    within: f64,
}

fn main() -> Result<(), Failed> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let half = match arguments.iter().position(|argument| argument == "--half") {
        Some(at) if at + 1 < arguments.len() => {
            arguments.drain(at..at + 2).next_back().map(|half| half == "B")
        }
        _ => None,
    };
    let ablation = arguments.iter().position(|argument| argument == "--ablation");
    if let Some(at) = ablation {
        arguments.remove(at);
    }
    let [directory] = arguments.as_slice() else {
        return Err("usage: agreement DIRECTORY [--ablation] [--half A|B]".into());
    };
    let sets = sets(Path::new(directory), half)?;
    if sets.is_empty() {
        return Err(format!("{directory}: no .jsonl files").into());
    }
    if ablation.is_some() { rules(&sets) } else { table(&sets) }
}

/// The agreement of each set.
fn table(sets: &[(String, Vec<Row>)]) -> Result<(), Failed> {
    println!("| set | questions | answers | keywords a question | r | mean r within a question |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for (name, rows) in sets {
        let Figures { questions, answers, keywords, r, within } = measure(name, rows, |_| {})?;
        println!("| {name} | {questions} | {answers} | {keywords:.1} | {r:.3} | {within:.3} |");
    }
    Ok(())
}

/// The agreement with one rule changed at a time.
fn rules(sets: &[(String, Vec<Row>)]) -> Result<(), Failed> {
    let names: Vec<_> = sets.iter().map(|(name, _)| name.as_str()).collect();
    println!("| | {} |\n|---|{}", names.join(" | "), "--:|".repeat(sets.len()));
    for (rule, change) in ablation::RULES {
        let figures = sets.iter().map(|(name, rows)| {
            let Figures { r, within, .. } = measure(name, rows, change)?;
            Ok(format!("{r:.3} ({within:.3})"))
        });
        println!("| {rule} | {} |", figures.collect::<Result<Vec<_>, Failed>>()?.join(" | "));
    }
    Ok(())
}

/// The sets of answers with their names, in order; of one half of the questions or of all.
fn sets(directory: &Path, half: Option<bool>) -> Result<Vec<(String, Vec<Row>)>, Failed> {
    let mut sets = Vec::new();
    for (name, path) in files(directory)? {
        let mut rows = std::fs::read_to_string(path)?
            .lines()
            .map(serde_json::from_str::<Row>)
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| format!("{name}: {error}"))?;
        rows.retain(|row| half.is_none_or(|second| is_second(&row.question_id) == second));
        if !rows.is_empty() {
            sets.push((name, rows));
        }
    }
    Ok(sets)
}

/// Whether a question belongs to the second half, by FNV-1a.
fn is_second(id: &str) -> bool {
    let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash.count_ones() % 2 == 1
}

/// The files of answers with the names of their sets, in order.
fn files(directory: &Path) -> Result<Vec<(String, PathBuf)>, Failed> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        if let Some(name) = file.strip_suffix(".jsonl") {
            files.push((name.trim_end_matches(".dev").to_owned(), path.clone()));
        }
    }
    files.sort();
    Ok(files)
}

/// How far a set agrees when `change` has been made to what is proposed.
fn measure(name: &str, rows: &[Row], change: impl Fn(&mut [Proposal])) -> Result<Figures, Failed> {
    let (ids, bare) = quiz_of(name, rows);
    let draft = quiz::read_draft(&bare).value.ok_or("no draft can be read")?;
    let mut proposals = suggest::suggest(&draft, Scope::Bare);
    change(&mut proposals);
    let changes: Vec<_> = proposals.iter().flat_map(Proposal::changes).collect();
    let written = edit::apply(&bare, &changes)?;
    let read = quiz::read(&written);
    let quiz = read.value.ok_or_else(|| format!("{:?}", read.diagnostics))?.quiz;
    let grader = Grader::new(&quiz);

    let mut memos: Vec<Memo> = ids.iter().map(|_| Memo::default()).collect();
    let mut pairs: Vec<Pairs> = ids.iter().map(|_| Pairs::default()).collect();
    for row in rows {
        let at = ids[&row.question_id];
        let answer = Response::Written(AnswerText::new(row.answer.as_str()));
        let grade = grader.question(at).ok_or("a question")?.grade_with(&answer, &mut memos[at]);
        pairs[at].ours.push(f64::from(grade.earned.share_of(grade.possible).thousandths()));
        pairs[at].theirs.push(row.score);
    }
    let within: Vec<f64> = pairs.iter().filter_map(Pairs::correlation).collect();
    let keywords: usize = proposals.iter().map(|proposal| proposal.keywords.len()).sum();
    let all = Pairs {
        ours: pairs.iter().flat_map(|pairs| pairs.ours.clone()).collect(),
        theirs: pairs.iter().flat_map(|pairs| pairs.theirs.clone()).collect(),
    };
    Ok(Figures {
        questions: ids.len(),
        answers: rows.len(),
        keywords: count(keywords) / count(ids.len()),
        r: all.correlation().unwrap_or_default(),
        within: within.iter().sum::<f64>() / count(within.len()),
    })
}

/// Where each question stands, and the quiz without keywords.
fn quiz_of(name: &str, rows: &[Row]) -> (BTreeMap<String, usize>, String) {
    let mut ids = BTreeMap::new();
    let mut questions = ArrayOfTables::new();
    for row in rows {
        let next = ids.len();
        if *ids.entry(row.question_id.clone()).or_insert(next) < next {
            continue;
        }
        let mut question = Table::new();
        question.insert("id", value(format!("q{next}")));
        question.insert("prompt", value(&row.question));
        question.insert("answer", value(&row.reference));
        questions.push(question);
    }
    let mut document = DocumentMut::new();
    document.insert("title", value(name));
    document.insert("language", value(if name.ends_with("_de") { "de" } else { "en" }));
    document.insert("questions", Item::ArrayOfTables(questions));
    (ids, document.to_string())
}

impl Pairs {
    /// Pearson's r; zero where the quiz gives all answers the same, `None` where people do.
    fn correlation(&self) -> Option<f64> {
        let mean = |values: &[f64]| values.iter().sum::<f64>() / count(values.len());
        let (ours, theirs) = (mean(&self.ours), mean(&self.theirs));
        let (mut both, mut our, mut their) = (0.0, 0.0, 0.0);
        for (one, other) in self.ours.iter().zip(&self.theirs) {
            let (one, other) = (one - ours, other - theirs);
            both += one * other;
            our += one * one;
            their += other * other;
        }
        if their == 0.0 {
            return None;
        }
        Some(if our == 0.0 { 0.0 } else { both / (our * their).sqrt() })
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand answers")]
fn count(number: usize) -> f64 {
    number as f64
}
