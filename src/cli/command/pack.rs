//! `viva pack`

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;

use crate::attempt::{Millis, Selection};
use crate::bulk::separator;
use crate::cli::history::{local, utc};
use crate::cli::new_file::{create, not_created};
use crate::cli::option_values::{level_parser, moment, time_limit};
use crate::cli::path::{refused, shown};
use crate::cli::private_key::{randomness, read_key};
use crate::cli::read::{MiB, text_at_most};
use crate::cli::talk::say_done;
use crate::cli::{Exit, Failure, load};
use crate::quiz::{AnswerText, Level, Markdown, Quiz, TopicId};
use crate::takehome::document::document;
use crate::takehome::key::PrivateKey;
use crate::takehome::pack::{Order, Pack, seeded_id};
use crate::takehome::pack_id::PackId;
use crate::takehome::submission::{LONGEST_NAME, is_name};

#[derive(Debug, Args)]
pub struct Arguments {
    /// A quiz file, or the name of a bundled quiz
    quiz: PathBuf,
    /// The private key, which binds the file to its maker and opens the answers; the public half
    /// is not enough
    #[arg(long, value_name = "KEY.pem")]
    key: PathBuf,
    /// The file to write; with `--candidates` the folder. Nothing is overwritten
    #[arg(long, value_name = "FILE.html")]
    output: PathBuf,
    /// Whom it is for; otherwise the page asks for the name
    #[arg(long, value_name = "NAME", conflicts_with = "candidates", value_parser = a_name)]
    candidate: Option<String>,
    /// A CSV with a column `candidate`: a file for each of them
    #[arg(long, value_name = "CSV")]
    candidates: Option<PathBuf>,
    /// Limit for the whole, as `45m`
    #[arg(long, value_name = "TIME", value_parser = time_limit)]
    time_limit: Option<Duration>,
    /// Only this topic; repeatable
    #[arg(long)]
    topic: Vec<String>,
    /// Only this level; repeatable
    #[arg(long, value_parser = level_parser())]
    level: Vec<Level>,
    /// Draw so many questions
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    count: Option<u32>,
    /// Put questions and options in an order of chance
    #[arg(long)]
    shuffle: bool,
    /// Make the same file again, by the same version of this program
    #[arg(long)]
    seed: Option<u64>,
    /// Until when answers are to come, as `2026-03-31T18:00:00Z`, or as `2026-03-31 18:00` by this
    /// computer's clock
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    deadline: Option<Millis>,
    /// What to say before the start, in Markdown
    #[arg(long, value_name = "FILE.md")]
    message: Option<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let quiz = load(&arguments.quiz)?.quiz;
    let key = read_key(&arguments.key)?;
    let order = order(arguments, &quiz)?;
    let mut random = randomness()?;
    let Some(list) = &arguments.candidates else {
        let pack = pack(&quiz, &key, &order, arguments.seed.is_some(), &mut random)?;
        write(&arguments.output, &pack)?;
        return told(&quiz, &pack, 1, &arguments.output);
    };
    let names = candidates(list)?;
    fs::create_dir_all(&arguments.output).map_err(|error| refused(&arguments.output, error))?;
    let place = |(number, name): (usize, &String)| arguments.output.join(file_name(number, name));
    let places: Vec<PathBuf> = (1..).zip(&names).map(place).collect();
    // All or none, so that nobody has to find out which are new.
    if let Some(taken) = places.iter().find(|path| fs::symlink_metadata(path).is_ok()) {
        return Err(not_created(taken, &ErrorKind::AlreadyExists.into()));
    }
    let mut latest = None;
    for (path, name) in places.iter().zip(&names) {
        let order = Order { candidate: Some(AnswerText::new(name)), ..order.clone() };
        let pack = pack(&quiz, &key, &order, arguments.seed.is_some(), &mut random)?;
        write(path, &pack)?;
        latest = Some(pack);
    }
    match latest {
        Some(pack) => told(&quiz, &pack, names.len(), &arguments.output),
        None => Err(refused(list, "names nobody")),
    }
}

/// A name that comes back: a submission with another is refused.
fn a_name(name: &str) -> Result<String, String> {
    let name = name.trim();
    let told = || format!("a name has 1 to {LONGEST_NAME} characters");
    is_name(&AnswerText::new(name)).then(|| name.to_owned()).ok_or_else(told)
}

fn order(arguments: &Arguments, quiz: &Quiz) -> Result<Order, Failure> {
    let message = arguments.message.as_ref().map(|path| {
        text_at_most(path, MiB(16)).map(Markdown::new).map_err(|error| refused(path, error))
    });
    Ok(Order {
        candidate: arguments.candidate.as_ref().map(AnswerText::new),
        message: message.transpose()?,
        time_limit: arguments.time_limit.or(quiz.time_limit).map(Millis::from),
        deadline: arguments.deadline,
        selection: Selection {
            topics: arguments.topic.iter().map(TopicId::new).collect(),
            levels: arguments.level.clone(),
            tags: Vec::new(),
            count: arguments.count.map(|count| count as usize),
            shuffle: arguments.shuffle,
            seed: arguments.seed.unwrap_or_default(),
        },
    })
}

/// A name of its own for every pack, unless a seed asks for the same again.
fn pack(
    quiz: &Quiz,
    key: &PrivateKey,
    order: &Order,
    seeded: bool,
    random: &mut ChaCha20Rng,
) -> Result<Pack, Failure> {
    let id = if seeded {
        seeded_id(quiz, key, order)
    } else {
        let mut id = [0; 16];
        random.fill_bytes(&mut id);
        PackId(id)
    };
    Pack::new(quiz, key, id, order).map_err(|error| Failure::Usage(error.to_string()))
}

/// The names in the column `candidate`, each once.
fn candidates(path: &Path) -> Result<Vec<String>, Failure> {
    let wrong = |error: String| refused(path, error);
    let text = text_at_most(path, MiB(16)).map_err(|error| refused(path, error))?;
    let text = text.trim_start_matches('\u{feff}');
    let separator = separator(text.as_bytes());
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| wrong(error.to_string()))?;
    let column = header.iter().position(|name| name.trim().eq_ignore_ascii_case("candidate"));
    let column = column.ok_or_else(|| wrong("the header has no column `candidate`".to_owned()))?;
    let mut names: Vec<String> = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| wrong(error.to_string()))?;
        let name = record.get(column).unwrap_or_default().trim();
        if name.is_empty() || names.iter().any(|known| known == name) {
            let line = record.position().map_or(0, csv::Position::line);
            let what = if name.is_empty() { "names nobody" } else { "names somebody again" };
            return Err(wrong(format!("line {line} {what}")));
        }
        if let Err(why) = a_name(name) {
            let line = record.position().map_or(0, csv::Position::line);
            return Err(wrong(format!("line {line}: {why}")));
        }
        names.push(name.to_owned());
    }
    Ok(names)
}

/// A name that every system takes, and that says whose it is.
fn file_name(number: usize, name: &str) -> String {
    let plain = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' });
    let plain: String = plain.take(60).collect();
    format!("{number:03}-{}.html", plain.trim_matches('-').to_lowercase())
}

fn write(path: &Path, pack: &Pack) -> Result<(), Failure> {
    create(path, &document(pack)).map_err(|error| not_created(path, &error))
}

fn told(quiz: &Quiz, pack: &Pack, packs: usize, path: &Path) -> Result<Exit, Failure> {
    let (path, asked, title) = (shown(path), pack.questions.len(), &quiz.title);
    let asked = format!("{asked} of {} questions of {title}", quiz.questions.len());
    say_done(&match packs {
        1 => format!("wrote {path}: {asked}"),
        _ => format!("wrote {packs} files into {path}: {asked} each"),
    })?;
    if let Some(deadline) = pack.deadline {
        say_done(&format!("hand in by {}, which is {}", local(deadline), utc(deadline)))?;
    }
    say_done(&format!("fingerprint {}", pack.key.fingerprint))?;
    Ok(Exit::Done)
}
