//! Builds `data/english.fst`, the English words that are no typo of anything, from SCOWL.
//!
//! ```text
//! cargo run --example wordlist -- /usr/share/dict/scowl data/english.fst
//! ```

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use vivavoce::text::{Language, fold};

/// SCOWL's sizes up to 60: what most people would call words.
const SIZES: [u8; 7] = [10, 20, 35, 40, 50, 55, 60];
const SPELLINGS: [&str; 3] = ["english", "american", "british"];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [from, to] = arguments.as_slice() else {
        return Err("usage: wordlist SCOWL_DIRECTORY OUTPUT".into());
    };
    let mut words = BTreeSet::new();
    for spelling in SPELLINGS {
        for size in SIZES {
            add(&Path::new(from).join(format!("{spelling}-words.{size}")), &mut words)?;
        }
    }
    std::fs::write(to, fst::Set::from_iter(&words)?.into_fst().into_inner())?;
    println!("{} words", words.len());
    Ok(())
}

/// Adds the words of one list, which is in Latin-1; possessives are made from words elsewhere.
fn add(list: &Path, words: &mut BTreeSet<String>) -> Result<(), Box<dyn Error>> {
    let latin1 = std::fs::read(list).map_err(|error| format!("{}: {error}", list.display()))?;
    let text: String = latin1.into_iter().map(char::from).collect();
    let english = Language::of("en");
    words.extend(text.lines().filter(|word| !word.contains('\'')).map(|word| fold(word, english)));
    Ok(())
}
