//! Any bytes as what arrives from home: a text with armour, sealed bytes, or what was sealed.
//!
//! The first byte says which. Nothing panics. What is armoured comes back; what was sealed for
//! another key, or never, is refused; and a report is written, the same twice, of whatever has a
//! manifest of ours, with no more points than there are.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::{Value, json};
use vivavoce::grade::Grader;
use vivavoce::quiz::{Quiz, read};
use vivavoce::takehome::armour::{armour, unarmour};
use vivavoce::takehome::desk::{ChangedQuiz, Desk};
use vivavoce::takehome::key::PrivateKey;
use vivavoce::takehome::pack::{Order, Pack};
use vivavoce::takehome::pack_id::PackId;
use vivavoce::takehome::replay::report;
use vivavoce::takehome::seal::seal;

const QUIZ: &str = include_str!("../../checks/every.toml");

pub fn holds(bytes: &[u8]) {
    let (quiz, key) = (quiz(), key());
    let quizzes = [&quiz];
    let desk = Desk::new(&key, &quizzes, ChangedQuiz::Refuse);
    match bytes.split_first() {
        Some((b'0', text)) => {
            let opened = desk.open(text);
            assert!(!opened.is_empty());
            assert!(opened.iter().all(Result::is_err), "nothing was sealed, and it opened");
        }
        Some((b'1', sealed)) => {
            let text = armour(sealed);
            assert_eq!(unarmour(&text), [Ok(sealed.to_vec())]);
            assert!(desk.open(text.as_bytes())[0].is_err(), "nothing was sealed, and it opened");
        }
        Some((_, plain)) => {
            let grader = Grader::new(&quiz);
            for plain in [plain.to_vec(), with_our_manifest(plain, &quiz, &key)] {
                let random = &mut ChaCha20Rng::from_seed([3; 32]);
                let sealed = seal(&plain, key.public(), random).expect("any text is sealed");
                let opened = desk.open(armour(&sealed).as_bytes()).remove(0);
                let Ok(accepted) = opened else { continue };
                let judged = || report(&accepted, &quiz, &grader, &key);
                let (once, twice) = (judged(), judged());
                assert!(once.total.earned <= once.total.possible);
                let json = |it| serde_json::to_string(it).expect("JSON");
                assert_eq!(json(&once), json(&twice));
            }
        }
        None => {}
    }
}

fn quiz() -> Quiz {
    read(QUIZ).value.expect("a quiz").quiz
}

fn key() -> PrivateKey {
    PrivateKey::generate(&mut ChaCha20Rng::from_seed([1; 32]))
}

/// `plain` with the manifest of a pack that was made, where it is an object.
fn with_our_manifest(plain: &[u8], quiz: &Quiz, key: &PrivateKey) -> Vec<u8> {
    let Ok(Value::Object(mut fields)) = serde_json::from_slice(plain) else { return Vec::new() };
    let pack = Pack::new(quiz, key, PackId([1; 16]), &Order::default()).expect("a pack");
    fields.insert("version".to_owned(), json!(1));
    fields.insert("manifest".to_owned(), json!(pack.signed.manifest));
    fields.insert("mac".to_owned(), json!(pack.signed.mac));
    Value::Object(fields).to_string().into_bytes()
}
