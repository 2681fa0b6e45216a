//! A submission of which one byte was changed, or the end is missing, is refused or says the very same.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use vivavoce::attempt::{Given, Millis};
use vivavoce::grade::Grader;
use vivavoce::quiz::{AnswerText, Quiz, read};
use vivavoce::takehome::armour::{armour, unarmour};
use vivavoce::takehome::desk::{ChangedQuiz, Desk};
use vivavoce::takehome::document::document;
use vivavoce::takehome::key::PrivateKey;
use vivavoce::takehome::pack::{Order, Pack};
use vivavoce::takehome::pack_id::PackId;
use vivavoce::takehome::replay::report;
use vivavoce::takehome::seal::seal;
use vivavoce::takehome::sheet::Sheet;
use vivavoce::takehome::sitting::{Moment, Sitting};

const QUIZ: &str = r#"
title = "Tea"
[[questions]]
id = "leaf"
prompt = "What is tea made of?"
keywords = ["leaves"]
[[questions]]
id = "colour"
type = "choice"
prompt = "Which colour?"
options = [{ text = "green", correct = true }, "blue"]
"#;

/// A quiz, a key, and an armoured text with answers to all its questions.
struct Sent {
    quiz: Quiz,
    key: PrivateKey,
    text: String,
}

fn sent() -> Sent {
    let quiz = read(QUIZ).value.expect("a quiz").quiz;
    let key = PrivateKey::generate(&mut ChaCha20Rng::from_seed([1; 32]));
    let pack = Pack::new(&quiz, &key, PackId([1; 16]), &Order::default()).expect("a pack");
    let sheet = Sheet::read(&document(&pack)).expect("our own page");
    let mut sitting = Sitting::begin(&pack, AnswerText::new("Ann"), Millis(1_000_000));
    for (place, answer) in ["leaves", "green"].into_iter().enumerate() {
        let at = Millis(1000 * place as u64);
        let now = Moment { at, clock: Millis(1_000_000) + at };
        sitting.open(sheet.handle(place).expect("a question"), now);
        let given = sheet.handed_in(place, &Given::text(answer)).expect("an answer");
        sitting.write(&given, now);
    }
    let end = Moment { at: Millis(9000), clock: Millis(1_009_000) };
    let plain = sitting.submission(&pack, end).write();
    let random = &mut ChaCha20Rng::from_seed([2; 32]);
    let text = armour(&seal(&plain, key.public(), random).expect("sealed"));
    Sent { quiz, key, text }
}

impl Sent {
    /// What the reader makes of a file with these bytes: the report of the one submission in it, or
    /// nothing. More than one would be made up.
    fn read(&self, bytes: &[u8]) -> Option<String> {
        let quizzes = [&self.quiz];
        let desk = Desk::new(&self.key, &quizzes, ChangedQuiz::Refuse);
        let mut opened = desk.open(bytes);
        assert_eq!(opened.len(), 1);
        let accepted = opened.remove(0).ok()?;
        let grader = Grader::new(&self.quiz);
        let report = report(&accepted, &self.quiz, &grader, &self.key);
        Some(serde_json::to_string(&report).expect("JSON"))
    }

    /// How many of `texts` are read; each must say what was sent.
    fn read_all(&self, texts: &[Vec<u8>]) -> usize {
        let whole = self.read(self.text.as_bytes()).expect("it is read as it was sent");
        assert!(whole.contains("\"share\":1"), "{whole}");
        let read = texts.par_iter().filter_map(|text| Some((text, self.read(text)?)));
        read.map(|(text, report)| assert_eq!(report, whole, "{}", String::from_utf8_lossy(text)))
            .count()
    }
}

/// What a byte becomes: one of its bits turned over, what mail programs put in, and what
/// is no UTF-8.
fn altered(byte: u8) -> impl Iterator<Item = u8> {
    let turned = [0, 5].map(move |bit| byte ^ (1 << bit)).into_iter();
    turned.chain([b' ', b'\n', b'>', b'=', b'<', 0xff]).filter(move |other| *other != byte)
}

fn with(bytes: &[u8], place: usize, byte: u8) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[place] = byte;
    bytes
}

#[test]
fn no_byte_of_the_text_can_be_altered_without_being_found() {
    let sent = sent();
    let bytes = sent.text.as_bytes();
    let of = |place: usize| altered(bytes[place]).map(move |byte| (place, byte));
    let all = (0..bytes.len()).flat_map(of);
    let read =
        sent.read_all(&all.map(|(place, byte)| with(bytes, place, byte)).collect::<Vec<_>>());
    // A line break may become another blank, and the dashes of the first and the last line anything
    // that is none.
    assert!(read > 0);
}

#[test]
fn no_byte_that_was_sealed_can_be_altered_at_all() {
    let sent = sent();
    let sealed = unarmour(&sent.text).remove(0).expect("our own armour");
    let of = |place: usize| altered(sealed[place]).map(move |byte| (place, byte));
    let all = (0..sealed.len()).flat_map(of);
    let texts = all.map(|(place, byte)| armour(&with(&sealed, place, byte)).into_bytes());
    assert_eq!(sent.read_all(&texts.collect::<Vec<_>>()), 0);
}

#[test]
fn a_text_cut_off_anywhere_is_refused() {
    let sent = sent();
    let sealed = unarmour(&sent.text).remove(0).expect("our own armour");
    let texts = (0..sent.text.len()).map(|end| sent.text.as_bytes()[..end].to_vec());
    // Only what follows the words of the last line may be missing.
    assert_eq!(sent.read_all(&texts.collect::<Vec<_>>()), "-----\n".len());
    let texts = (0..sealed.len()).map(|end| armour(&sealed[..end]).into_bytes());
    assert_eq!(sent.read_all(&texts.collect::<Vec<_>>()), 0);
    let longer = [0, 1, 255].map(|byte| armour(&[&sealed[..], &[byte]].concat()).into_bytes());
    assert_eq!(sent.read_all(&longer), 0);
}
