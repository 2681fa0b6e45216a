//! How well misspellings are found and look-alikes refused, on lists that nobody here made.
//!
//! The lists stand beside the repository and are not part of it; without them the test says so and
//! passes. In a debug build every tenth row is looked at.

use std::path::{Path, PathBuf};

use vivavoce::matcher::{Builder, Finds, Memo, Refusal, Rules};
use vivavoce::text::{Language, Text};

const EVERY: usize = if cfg!(debug_assertions) { 10 } else { 1 };

#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    rows: u32,
    found: u32,
}

impl Tally {
    fn per_cent(self) -> f64 {
        100.0 * f64::from(self.found) / f64::from(self.rows.max(1))
    }
}

fn directory() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/misspellings");
    path.is_dir().then_some(path)
}

fn finds(written: &str, intended: &str) -> Finds {
    let english = Language::of("en");
    let mut builder = Builder::new(english);
    builder.term(intended, Rules::default());
    builder.build().find(&Text::new(written, english), &mut Memo::default())
}

/// Finds among the rows to be matched, and among those not to be.
fn measure(file: &Path) -> (Tally, Tally) {
    let (mut right, mut wrong) = (Tally::default(), Tally::default());
    let list = std::fs::read_to_string(file).unwrap();
    for row in list.lines().skip(1).step_by(EVERY) {
        let [written, intended, expect, _] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("four columns: {row}")
        };
        let tally = if expect == "match" { &mut right } else { &mut wrong };
        tally.rows += 1;
        tally.found += u32::from(!finds(written, intended).hits.is_empty());
    }
    println!(
        "{}: recall {:.1}, false finds {:.1}",
        file.display(),
        right.per_cent(),
        wrong.per_cent()
    );
    (right, wrong)
}

#[test]
fn english_misspellings_are_found_and_other_words_are_not() {
    let Some(directory) = directory() else {
        println!("skipped: no lists of misspellings beside the repository");
        return;
    };
    let (right, _) = measure(&directory.join("english.tsv"));
    let (_, wrong) = measure(&directory.join("english_confusable.tsv"));
    assert!(right.per_cent() >= 95.0, "recall {:.1}", right.per_cent());
    assert!(wrong.per_cent() <= 1.2, "false finds {:.1}", wrong.per_cent());
}

#[test]
fn misspelled_identifiers_are_found_and_other_identifiers_are_not() {
    let Some(directory) = directory() else {
        println!("skipped: no lists of misspellings beside the repository");
        return;
    };
    let (right, wrong) = measure(&directory.join("technical_confusable.tsv"));
    assert!(right.per_cent() >= 95.0, "recall {:.1}", right.per_cent());
    assert!(wrong.per_cent() <= 6.0, "false finds {:.1}", wrong.per_cent());
}

/// What people write for another word by a slip that is a word itself, which lists of misspellings
/// leave out. Each is one or two letters away.
const SLIPS: &[(&str, &str)] = &[
    ("form", "from"),
    ("trail", "trial"),
    ("causal", "casual"),
    ("martial", "marital"),
    ("united", "untied"),
    ("singed", "signed"),
    ("sever", "server"),
    ("quite", "quiet"),
    ("angel", "angle"),
    ("statue", "status"),
    ("principle", "principal"),
    ("complement", "compliment"),
    ("desert", "dessert"),
    ("thread", "threat"),
    ("class", "clash"),
    ("modal", "model"),
    ("property", "properly"),
    ("contact", "contract"),
];

#[test]
fn slips_that_are_words_themselves_come_near_and_earn_nothing() {
    for (written, intended) in SLIPS {
        let finds = finds(written, intended);
        assert_eq!(finds.hits, [], "{written} for {intended}");
        assert!(
            finds.near_misses.iter().any(|near| near.refusal == Refusal::KnownWord),
            "{written} for {intended}: {:?}",
            finds.near_misses
        );
    }
}
