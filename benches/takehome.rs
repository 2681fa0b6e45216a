//! A pile of 10,000 sealed submissions through `viva grade --key` and `viva report --key`, beside a plain
//! loop over the `hpke` crate that opens the same: `cargo bench --bench takehome`.
//!
//! Each submission answers the eight questions of `checks/every.toml`, with 60 drawn words of prose, and
//! tells of 34 events. Output goes nowhere, so that no disk is measured. The share of
//! cryptography is what opening takes of all that is done with one submission on one core; `viva` opens
//! everything twice, so as to know which of several counts before it writes the first report.

mod measured;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::DhP256HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR};
use measured::fastest;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use vivavoce::attempt::{Given, Millis};
use vivavoce::grade::Grader;
use vivavoce::quiz::{AnswerText, read};
use vivavoce::takehome::armour::{armour, unarmour};
use vivavoce::takehome::desk::{ChangedQuiz, Desk};
use vivavoce::takehome::document::document;
use vivavoce::takehome::key::PrivateKey;
use vivavoce::takehome::pack::{Order, Pack};
use vivavoce::takehome::pack_id::PackId;
use vivavoce::takehome::replay;
use vivavoce::takehome::seal::seal;
use vivavoce::takehome::sheet::Sheet;
use vivavoce::takehome::sitting::{Moment, Sitting};

const SUBMISSIONS: usize = 10_000;
const QUIZ: &str = include_str!("../checks/every.toml");
const TEXTS: &str = concat!(include_str!("../README.md"), include_str!("../quizzes/django.toml"));

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the pile");
    let mut random = ChaCha20Rng::seed_from_u64(10);
    let key = PrivateKey::generate(&mut random);
    let texts = pile(&key, &mut random);
    let answers = folder.path().join("answers");
    std::fs::create_dir(&answers).expect("a folder for the pile");
    for (number, text) in texts.iter().enumerate() {
        std::fs::write(answers.join(format!("{number:05}.txt")), text).expect("a submission");
    }
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("a file");
    };
    write("quiz.toml", QUIZ);
    write("key.pem", &key.to_pem(None, &mut random).expect("PEM"));
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{SUBMISSIONS} submissions, {} KiB each", bytes / SUBMISSIONS / 1024);

    println!("on one core, in one process:");
    let scalar = scalar(folder.path());
    let plain = report("a plain loop over hpke", best(3, || open_plainly(&texts, &key, &scalar)));
    let open = report("opened and checked", best(3, || open_and_check(&texts, &key)));
    let all = report("opened, checked and graded", best(3, || grade(&texts, &key)));
    println!(
        "{:>30}: {:.0} % of that, opening and checking {:.2} times the plain loop",
        "cryptography",
        100.0 * plain.as_secs_f64() / all.as_secs_f64(),
        open.as_secs_f64() / plain.as_secs_f64()
    );

    println!("on {} cores, the binary from start to end:", cores());
    for format in ["jsonl", "csv"] {
        let arguments = ["grade", "quiz.toml", "answers"];
        let run = fastest(2, || viva(folder.path(), &arguments, format));
        report(&format!("viva grade --format {format}"), run.time);
        println!("{:>30}: {} MiB", "at the peak", run.told_peak());
    }
    for format in ["csv", "json"] {
        let arguments = ["report", "answers", "--quiz", "quiz.toml"];
        let run = fastest(1, || viva(folder.path(), &arguments, format));
        report(&format!("viva report --format {format}"), run.time);
        println!("{:>30}: {} MiB", "at the peak", run.told_peak());
    }
}

/// Armoured texts of as many candidates.
fn pile(key: &PrivateKey, random: &mut ChaCha20Rng) -> Vec<String> {
    let quiz = read(QUIZ).value.expect("a quiz").quiz;
    let pack = Pack::new(&quiz, key, PackId([1; 16]), &Order::default()).expect("a pack");
    let sheet = Sheet::read(&document(&pack)).expect("our own page");
    let words: Vec<&str> = TEXTS.split_whitespace().filter(|word| word.len() < 13).collect();
    let one = |number: usize| {
        let name = AnswerText::new(format!("candidate {number}"));
        let mut sitting = Sitting::begin(&pack, name, Millis(1_790_000_000_000));
        let mut at = 0;
        for (place, question) in sheet.questions().iter().enumerate() {
            let mut moment = || {
                at += 7000;
                Moment { at: Millis(at), clock: Millis(1_790_000_000_000 + at) }
            };
            sitting.open(sheet.handle(place).expect("a question"), moment());
            let drawn: Vec<&str> =
                (0..60).map(|_| words[random.next_u32() as usize % words.len()]).collect();
            let given = match question.task.kind() {
                "text" => Given::text(format!("pre_delete and {}", drawn.join(" "))),
                "boolean" => Given::text("false"),
                "number" => Given::text("8.3"),
                "order" => Given::text("2|1|3|4"),
                "cloze" => Given::text("path|urlpatterns"),
                _ => Given::text("1"),
            };
            let given = sheet.handed_in(place, &given).expect("an answer");
            sitting.write(&given, moment());
            // Gone to look at something else, and back.
            sitting.open(sheet.handle(place).expect("a question"), moment());
        }
        let end = Moment { at: Millis(at + 1), clock: Millis(1_790_000_000_001 + at) };
        let plain = sitting.submission(&pack, end).write();
        armour(&seal(&plain, key.public(), random).expect("sealed"))
    };
    (0..SUBMISSIONS).map(one).collect()
}

type Kem256 = DhP256HkdfSha256;

/// The private key as `hpke` reads it.
fn scalar(folder: &Path) -> Vec<u8> {
    use p256::pkcs8::DecodePrivateKey;
    let pem = std::fs::read_to_string(folder.join("key.pem")).expect("the key");
    p256::SecretKey::from_pkcs8_pem(&pem).expect("a key").to_bytes().to_vec()
}

fn open_plainly(texts: &[String], key: &PrivateKey, scalar: &[u8]) {
    let secret = <Kem256 as Kem>::PrivateKey::from_bytes(scalar).expect("a key");
    let info = b"vivavoce take-home v1 submission";
    for text in texts {
        let sealed = unarmour(text).remove(0).expect("our own armour");
        let (header, rest) = sealed.split_at(33);
        assert_eq!(header[1..], key.public().fingerprint().0);
        let (enc, ciphertext) = rest.split_at(65);
        let enc = <Kem256 as Kem>::EncappedKey::from_bytes(enc).expect("a point");
        let opened = hpke::single_shot_open::<AesGcm256, HkdfSha256, Kem256>(
            &OpModeR::Base,
            &secret,
            &enc,
            info,
            ciphertext,
            header,
        );
        std::hint::black_box(opened.expect("it opens"));
    }
}

fn open_and_check(texts: &[String], key: &PrivateKey) {
    let quiz = read(QUIZ).value.expect("a quiz").quiz;
    let quizzes = [&quiz];
    let desk = Desk::new(key, &quizzes, ChangedQuiz::Refuse);
    for text in texts {
        std::hint::black_box(desk.open(text.as_bytes()).remove(0).expect("it counts"));
    }
}

fn grade(texts: &[String], key: &PrivateKey) {
    let quiz = read(QUIZ).value.expect("a quiz").quiz;
    let quizzes = [&quiz];
    let desk = Desk::new(key, &quizzes, ChangedQuiz::Refuse);
    let grader = Grader::new(&quiz);
    for text in texts {
        let accepted = desk.open(text.as_bytes()).remove(0).expect("it counts");
        std::hint::black_box(replay::report(&accepted, &quiz, &grader, key));
    }
}

fn viva(folder: &Path, arguments: &[&str], format: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_viva"));
    command.current_dir(folder).args(arguments);
    command.args(["--key", "key.pem", "--format", format]).stdout(Stdio::null());
    command
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn best(rounds: usize, mut run: impl FnMut()) -> Duration {
    let times = (0..rounds).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "the count is small")]
fn report(what: &str, time: Duration) -> Duration {
    let seconds = time.as_secs_f64();
    println!("{what:>30}: {seconds:>7.3} s, {:>9.0} a second", SUBMISSIONS as f64 / seconds);
    time
}
