//! How well misspellings are found and other words refused, on lists of real pairs.
//!
//! ```text
//! cargo run --release --example spelling -- DIRECTORY
//! ```
//!
//! Each `.tsv` in the directory has a header line and the columns `written`, `intended`, `expect`
//! (`match` or `no`) and `source`. Each pair is a matcher of the one keyword and a text of the one
//! word. Recall is the share of `match` that is found, false finds the share of `no` that is.
//! The halves are cut by a hash of the intended word: a rule that helps one and not the other was
//! made for the words that it was seen on.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use vivavoce::matcher::{Builder, Finds, Likeness, Memo, Refusal, Rules};
use vivavoce::text::{Language, Text};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [directory] = arguments.as_slice() else { return Err("usage: spelling DIRECTORY".into()) };
    let pairs = read(Path::new(directory))?;
    table("file", &pairs, |pair| pair.file.clone());
    table("keyword's length", &pairs, Pair::length);
    table("half", &pairs, |pair| format!("{} {}", pair.kind(), pair.half()));
    steps(&pairs);
    Ok(())
}

/// A row of a list, judged.
struct Pair {
    file: String,
    intended: String,
    is_match: bool,
    step: &'static str,
    is_found: bool,
}

impl Pair {
    /// The list without its ending and what it is beside: `english`, `technical`.
    fn kind(&self) -> &str {
        self.file.split(['_', '.']).next().unwrap_or_default()
    }

    fn length(&self) -> String {
        let letters = self.intended.chars().filter(|c| c.is_alphanumeric()).count();
        let range = match letters {
            ..=3 => "1-3",
            4..=6 => "4-6",
            7..=9 => "7-9",
            10..=12 => "10-12",
            _ => "13 on",
        };
        format!("{} {range:>5}", self.kind())
    }

    /// Of the intended word, by FNV-1a.
    fn half(&self) -> char {
        let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let hash = self.intended.bytes().fold(0xcbf2_9ce4_8422_2325, step);
        if (hash >> 32).is_multiple_of(2) { 'A' } else { 'B' }
    }
}

fn read(directory: &Path) -> Result<Vec<Pair>, Box<dyn Error>> {
    let mut lists: Vec<PathBuf> = std::fs::read_dir(directory)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    lists.retain(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    lists.sort();
    let mut pairs = Vec::new();
    for list in lists {
        let file = list.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for (line, row) in std::fs::read_to_string(&list)?.lines().enumerate().skip(1) {
            let [written, intended, expect, _] = row.split('\t').collect::<Vec<_>>()[..] else {
                return Err(format!("{}:{}: not four columns", list.display(), line + 1).into());
            };
            let (is_found, step) = judge(written, intended);
            let (file, intended) = (file.clone(), intended.to_owned());
            pairs.push(Pair { file, intended, is_match: expect == "match", step, is_found });
        }
    }
    Ok(pairs)
}

fn judge(written: &str, intended: &str) -> (bool, &'static str) {
    let english = Language::of("en");
    let mut builder = Builder::new(english);
    builder.term(intended, Rules::default());
    let finds = builder.build().find(&Text::new(written, english), &mut Memo::default());
    (!finds.hits.is_empty(), step(&finds))
}

/// What decided: the best find, or the refusal of what came nearest.
fn step(finds: &Finds) -> &'static str {
    if let Some(best) = finds.hits.iter().map(|hit| hit.likeness).min() {
        return match best {
            Likeness::Exact => "found: the same",
            Likeness::Stem => "found: inflected",
            Likeness::Fuzzy { .. } => "found: misspelled",
        };
    }
    match finds.near_misses.iter().max_by_key(|near| near.similarity).map(|near| near.refusal) {
        None => "not alike",
        Some(Refusal::KnownWord) => "near: a word itself",
        Some(Refusal::TooFar { .. }) => "near: too many edits",
        Some(Refusal::Digits) => "near: other digits",
        Some(Refusal::FirstLetter) => "near: another first letter",
        Some(Refusal::Part) => "near: a part differs",
        Some(Refusal::Phrase) => "near: not as a phrase",
        Some(Refusal::Symbols | Refusal::Case | Refusal::Similarity | Refusal::Nearer(_)) => {
            "near: other symbols"
        }
    }
}

#[derive(Default)]
struct Tally {
    rows: u32,
    found: u32,
}

impl Tally {
    fn add(&mut self, is_found: bool) {
        self.rows += 1;
        self.found += u32::from(is_found);
    }

    fn per_cent(&self) -> String {
        if self.rows == 0 {
            return "-".to_owned();
        }
        format!("{:.2}", 100.0 * f64::from(self.found) / f64::from(self.rows))
    }
}

fn table(title: &str, pairs: &[Pair], group: impl Fn(&Pair) -> String) {
    let mut rows: BTreeMap<String, [Tally; 2]> = BTreeMap::new();
    for pair in pairs {
        rows.entry(group(pair)).or_default()[usize::from(pair.is_match)].add(pair.is_found);
    }
    println!("| {title} | pairs | recall % | false finds % |\n|---|--:|--:|--:|");
    for (name, [wrong, right]) in &rows {
        let pairs = wrong.rows + right.rows;
        println!("| {name} | {pairs} | {} | {} |", right.per_cent(), wrong.per_cent());
    }
    println!();
}

fn steps(pairs: &[Pair]) {
    let mut rows: BTreeMap<&str, [u32; 4]> = BTreeMap::new();
    for pair in pairs {
        let column = 2 * usize::from(pair.kind() != "english") + usize::from(!pair.is_match);
        rows.entry(pair.step).or_default()[column] += 1;
    }
    println!("| decided by | english: match | no | technical: match | no |");
    println!("|---|--:|--:|--:|--:|");
    for (step, [a, b, c, d]) in rows {
        println!("| {step} | {a} | {b} | {c} | {d} |");
    }
}
